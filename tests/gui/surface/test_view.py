"""The painted plane, read and worked by mouse and keys."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.inspection.predictions import prediction
from core.inspection.surface import plane_of
from core.nn.network import Network
from gui.language.numbers import number, percent
from gui.look.theme import Theme
from gui.surface import marks
from gui.surface.points import Points, radius_for
from gui.surface.view import SurfaceView
from tests.gui.surface.planes import SPEC, halves, surveyed

DATA = halves()
POINTS = Points.of(DATA)


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> SurfaceView:
    made = SurfaceView(theme)
    qtbot.addWidget(made)
    made.resize(340, 330)
    made.set_points(plane_of(DATA), POINTS, DATA.class_names)
    made.set_survey(surveyed())
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def place_of(view: SurfaceView, row: int) -> QPoint:
    x, y = view.frame.to_pixels(POINTS.at[row]).tolist()
    return QPointF(x, y).toPoint()


def colors_of(view: SurfaceView) -> set[str]:
    """All colours of the plane, without its axes."""
    rect = view.frame.rect.toRect().adjusted(2, 2, -2, -2)
    image = view.grab(rect).toImage().convertToFormat(QImage.Format.Format_RGB32)
    return {f"#{pixel & 0xFFFFFF:06x}" for pixel in np.unique(np.frombuffer(image.constBits(), np.uint32))}


def has_hue(names: set[str]) -> bool:
    """Whether any of the colours is more than a grey. The greys of the theme are a little blue."""
    return any(QColor(name).hsvSaturation() > 60 and QColor(name).value() > 60 for name in names)


def test_there_and_back_again(view: SurfaceView) -> None:
    frame = view.frame
    assert frame.rect.width() == frame.rect.height()
    for point in ((-1.0, -1.0), (0.3, 0.7)):
        x, y = frame.to_pixels(np.array(point)).tolist()
        assert frame.to_plane(QPointF(x, y)) == pytest.approx(point)
    assert frame.to_pixels(np.array([0.0, 1.0]))[1] < frame.to_pixels(np.array([0.0, -1.0]))[1]


def test_the_pointer_reads_the_network_itself(view: SurfaceView) -> None:
    place = view.frame.rect.center() + QPointF(31.0, -17.0)
    QTest.mouseMove(view, place.toPoint())
    at = view.frame.to_plane(QPointF(place.toPoint()))
    found = prediction(Network(SPEC, seed=3), np.array(at))
    text = view.readout.text()
    assert view.readout.isVisible()
    assert f"x₁ {number(at[0], 3)} · x₂ {number(at[1], 3)}" in text
    for name, share in zip(DATA.class_names, found.outputs.tolist(), strict=True):
        assert f"{name} {percent(share, 1)}" in text
    QTest.mouseMove(view, QPoint(2, 2))
    assert not view.readout.isVisible()


def test_at_an_example_its_label_is_read(view: SurfaceView) -> None:
    view.set_wrong(np.arange(len(POINTS)) == 0)
    QTest.mouseMove(view, place_of(view, 0) + QPoint(3, 2))
    assert "x₁ −1 · x₂ −1 · label left ✗" in view.readout.text()
    QTest.mouseMove(view, place_of(view, 3))
    assert "label left ✓" in view.readout.text()


def test_a_click_chooses_the_example_that_is_near(view: SurfaceView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.chosen) as told:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place_of(view, 5) + QPoint(4, -3))
    assert told.args == [5]
    with qtbot.assertNotEmitted(view.chosen):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place_of(view, 0) + QPoint(0, 40))


def test_keys_walk_read_and_choose(view: SurfaceView, qtbot: QtBot) -> None:
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Home)
    low, high = view.frame.plane.left, view.frame.plane.right
    assert f"x₁ {number((low + high) / 2, 3)}" in view.accessibleDescription()
    before = view.accessibleDescription()
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert view.accessibleDescription() not in ("", before)
    for _ in range(60):
        QTest.keyClick(view, Qt.Key.Key_Left)
        QTest.keyClick(view, Qt.Key.Key_Down)
    assert f"x₁ {number(low, 3)} · x₂ {number(view.frame.plane.bottom, 3)}" in view.readout.text()
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Right)
        QTest.keyClick(view, Qt.Key.Key_Up)
    with qtbot.waitSignal(view.chosen) as told:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert told.args == [0]
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not view.readout.isVisible()


def test_what_is_hidden_by_the_filter_cannot_be_chosen(view: SurfaceView) -> None:
    assert view.near(QPointF(place_of(view, 0))) == 0
    view.set_rows(np.array([4, 5, 6]))
    assert view.near(QPointF(place_of(view, 0))) == -1
    assert view.shown_rows.tolist() == [4, 5, 6]
    assert view.accessibleDescription() == "3 points"
    view.set_wrong(np.arange(len(POINTS)) < 6)
    assert view.accessibleDescription() == "3 points, 2 predicted wrong"


def test_what_is_stale_is_grey_and_says_nothing(view: SurfaceView) -> None:
    assert has_hue(colors_of(view))
    view.set_unit(0)
    view.set_stale(True)
    assert not has_hue(colors_of(view))
    QTest.mouseMove(view, view.frame.rect.center().toPoint())
    assert "%" not in view.readout.text()
    view.set_stale(False)
    assert has_hue(colors_of(view))


def test_a_wrong_example_has_a_sign(view: SurfaceView) -> None:
    view.set_survey(None)
    view.set_rows(np.array([0]))
    text = view._theme.color("text").name()
    assert text not in colors_of(view)
    view.set_wrong(np.ones(len(POINTS), np.bool_))
    assert text in colors_of(view)


def test_a_unit_in_place_of_the_surface(view: SurfaceView) -> None:
    surface = colors_of(view)
    view.set_unit(2)
    assert colors_of(view) != surface
    QTest.mouseMove(view, view.frame.rect.center().toPoint() + QPoint(17, 9))
    value = Network(SPEC, seed=3).activations(
        np.array(view.frame.to_plane(QPointF(view.frame.rect.center().toPoint() + QPoint(17, 9))))
    )[3][0, 2]
    assert f"unit 2 {number(float(value))}" in view.readout.text()
    view.set_unit(7)
    assert view.unit is None, "the layer has three units"
    view.set_unit(None)
    QTest.mouseMove(view, QPoint(2, 2))
    assert colors_of(view) == surface


def test_a_class_is_told_by_its_shape_alone() -> None:
    outlines = [marks.shape(label, 4.0) for label in range(6)]
    assert all(first != second for first, second in itertools.combinations(outlines, 2))
    assert len({marks.sign_of(label) for label in range(6)}) == 6
    assert marks.sign_of(0) != marks.sign_of(0, is_test=True)


def test_the_theme_is_followed(view: SurfaceView, theme: Theme) -> None:
    light = colors_of(view)
    theme.set_choice("dark")
    assert colors_of(view) != light
    theme.set_choice("light")
    assert colors_of(view) == light


def test_many_points_are_drawn_by_lot_that_stays() -> None:
    rng = np.random.default_rng(1)
    many = Points(rng.normal(size=(5000, 2)), np.arange(5000) % 2, np.zeros(5000, np.bool_))
    rows = np.arange(5000)
    few, more = many.shown(rows, 20_000.0), many.shown(rows, 60_000.0)
    assert 200 < len(few) < len(more) < 5000
    assert set(few) <= set(more)
    assert (np.diff(few) > 0).all()
    # By turns would leave out a class: of an even step only the even ones are left.
    assert 0.35 < (many.labels[few] == 0).mean() < 0.65
    assert many.shown(rows[:50], 20_000.0).tolist() == list(range(50))
    assert radius_for(10, 1e5) > radius_for(1000, 1e5)
