"""The figure as a whole: units, layers, legend, and how it lies."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QBoxLayout
from pytestqt.qtbot import QtBot

from core.data import DataSet, Split
from core.inspection.surface import plane_of
from core.nn.network import Network
from core.nn.spec import LayerSpec, NetworkSpec
from gui.look.theme import Theme
from gui.surface.figure import SurfaceFigure
from gui.surface.points import Points
from tests.gui.fitting import misfits
from tests.gui.surface.planes import halves, surveyed

DATA = halves()


@pytest.fixture
def figure(qtbot: QtBot, theme: Theme) -> SurfaceFigure:
    made = SurfaceFigure(theme)
    qtbot.addWidget(made)
    made.resize(280, 560)
    made.set_points(plane_of(DATA), Points.of(DATA), DATA.class_names)
    made.set_survey(surveyed())
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_a_unit_under_the_pointer_is_seen_large(figure: SurfaceFigure) -> None:
    units = figure.units
    assert (units.total, units.places()) == (3, 3)
    QTest.mouseMove(units, units.place_rect(2).center().toPoint())
    assert figure.view.unit == 2
    QTest.mouseMove(units, QPoint(units.width() - 1, units.height() - 1))
    assert figure.view.unit is None


def test_a_unit_that_is_clicked_stays(figure: SurfaceFigure, qtbot: QtBot) -> None:
    units = figure.units
    QTest.mouseMove(units, units.place_rect(1).center().toPoint())
    QTest.mouseClick(units, Qt.MouseButton.LeftButton, pos=units.place_rect(1).center().toPoint())
    QTest.mouseMove(units, QPoint(units.width() - 1, units.height() - 1))
    assert figure.view.unit == 1
    # It is the same one while the network learns.
    figure.set_survey(surveyed(Network(surveyed().network.spec, seed=8)))
    assert figure.view.unit == 1
    QTest.mouseClick(units, Qt.MouseButton.LeftButton, pos=units.place_rect(1).center().toPoint())
    QTest.mouseMove(units, QPoint(units.width() - 1, units.height() - 1))
    qtbot.waitUntil(lambda: figure.view.unit is None)


def test_keys_enlarge_and_walk(figure: SurfaceFigure) -> None:
    units = figure.units
    units.setFocus()
    QTest.keyClick(units, Qt.Key.Key_Return)
    assert figure.view.unit == 0
    QTest.keyClick(units, Qt.Key.Key_Right)
    assert figure.view.unit == 1
    assert units.accessibleDescription().startswith("unit 1: ")
    QTest.keyClick(units, Qt.Key.Key_Return)
    assert figure.view.unit is None


def test_another_layer_is_asked_for(figure: SurfaceFigure, qtbot: QtBot) -> None:
    assert [figure.layer.itemText(place) for place in range(figure.layer.count())] == ["Tanh 1", "ReLU 1"]
    assert figure.layer.word == "3"
    with qtbot.waitSignal(figure.layer_chosen) as told:
        figure.layer.setFocus()
        QTest.keyClick(figure.layer, Qt.Key.Key_Up)
    assert told.args == [1]
    figure.units.chosen.emit(2)
    figure.set_survey(surveyed(layer=1))
    assert (figure.layer.word, figure.units.total) == ("1", 5)
    assert figure.view.unit is None, "a unit of another layer is another unit"


def test_without_a_hidden_layer_it_says_so(figure: SurfaceFigure) -> None:
    figure.set_survey(surveyed(Network(NetworkSpec(2, (LayerSpec("affine", 2),)))))
    assert not figure.units.isVisible()
    assert figure._no_units.isVisible()
    figure.set_survey(surveyed())
    assert figure.units.isVisible()
    assert not figure._no_units.isVisible()


def test_it_stands_or_lies_as_there_is_room(figure: SurfaceFigure, qtbot: QtBot) -> None:
    layout = figure.layout()
    assert isinstance(layout, QBoxLayout)
    for size, direction in (((280, 560), "TopToBottom"), ((700, 300), "LeftToRight")):
        figure.resize(*size)
        qtbot.waitUntil(lambda: not misfits(figure))
        assert layout.direction() == QBoxLayout.Direction[direction]
        qtbot.waitUntil(lambda: figure.view.frame.rect.width() > 180)


def test_the_legend_names_what_there_is(figure: SurfaceFigure) -> None:
    def text() -> str:
        return figure.legend.text().replace("&nbsp;", " ")

    for name in ("left", "right", "training", "test", "wrong"):
        assert name in text()
    only = Points.of_split(DATA.train, is_test=False)
    figure.set_points(plane_of(DATA), only, DATA.class_names)
    assert "test" not in text()
    rows = 5_000
    x = DATA.train.x[[0]].repeat(rows, axis=0)
    many = DataSet("xor", "M", Split(x, DATA.train.t[[0]].repeat(rows)), None, 2, class_names=("a", "<b>"))
    figure.set_points(plane_of(many), Points.of(many), many.class_names)
    assert "of 5,000 points" in text()
    assert "&lt;b&gt;" in text()


@pytest.mark.usefixtures("doubled")
def test_texts_twice_as_long_fit(qtbot: QtBot, theme: Theme) -> None:
    figure = SurfaceFigure(theme)
    qtbot.addWidget(figure)
    figure.set_points(plane_of(DATA), Points.of(DATA), DATA.class_names)
    figure.set_survey(surveyed())
    figure.resize(260, 560)
    figure.show()
    qtbot.waitUntil(lambda: not misfits(figure))
