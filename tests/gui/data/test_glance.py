"""The page “At a glance”: counts, means, values and shapes beside plain NumPy."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from core.inspection.filtering import Filter
from gui.data.glance.classes import ClassColumns
from gui.data.glance.page import JOB, GlancePage
from gui.look.icons import Icons
from tests.gui.data.pages import CLASSES, SIDE, TESTS, Desk, desk

__all__ = ["desk"]


@pytest.fixture
def page(desk: Desk, icons: Icons) -> GlancePage:
    made = GlancePage(desk.model, icons, desk.jobs)
    desk.show(made)
    desk.qtbot.waitUntil(lambda: made.summary is not None)
    return made


def test_counts_means_and_values_are_those_of_the_images(desk: Desk, page: GlancePage) -> None:
    test = desk.model.examples_of("test")
    assert test is not None
    for label in range(CLASSES):
        own = test.x[test.t == label]
        assert page.classes.counts[label] == len(own)
        share = 100 * len(own) / TESTS
        assert page.classes.text_of(label) == f"{'abc'[label]}: {len(own)} images, {share:.1f} % of all"
        assert page.summary is not None
        np.testing.assert_allclose(page.summary.means[label], own.mean(axis=0) / 255, atol=1e-6)
    edges, counts = page.histogram.data()
    for place in range(len(counts)):
        held = (test.x >= edges[place]) & (test.x < edges[place + 1]) & (test.x > 0)
        assert counts[place] == held.sum()
    paper = 100 * float((test.x == 0).mean())
    assert page.histogram._note == f"0, paper: {paper:.1f} %"
    assert page._classes_title.text() == f"{TESTS} test images by class"


def test_pixel_values_are_logarithmic_until_the_button_is_pressed(desk: Desk, page: GlancePage) -> None:
    plot = page.histogram
    assert plot.log
    assert plot.log_button.isVisible()
    assert plot.log_button.isChecked()
    QTest.mouseClick(plot.log_button, Qt.MouseButton.LeftButton)
    assert not plot.log
    assert plot.view.frame.bottom == 0.0
    desk.model.set_split("train")
    desk.qtbot.waitUntil(lambda: page.summary is not None)
    assert not plot.log


def test_pixel_values_end_at_255_and_other_values_where_they_end(desk: Desk, page: GlancePage) -> None:
    frame = page.histogram.view.frame
    assert (frame.left, frame.right) == (0.0, 256.0)
    assert [text for _, text in page.histogram.view._bottom._tickLevels[0]] == ["0", "128", "255"]
    data = desk.document.data
    assert data is not None
    assert data.test is not None
    splits = [replace(split, x=split.x / np.float32(255)) for split in (data.train, data.test)]
    desk.document.set_data(replace(data, train=splits[0], test=splits[1]))
    desk.qtbot.waitUntil(lambda: page.summary is not None)
    desk.qtbot.waitUntil(lambda: page.histogram.view.frame.right <= 1.0)
    assert page.histogram.view.frame.left == 0.0


def test_the_training_split_has_figures_of_its_own_and_is_read_once(desk: Desk, page: GlancePage) -> None:
    desk.model.set_split("train")
    desk.qtbot.waitUntil(lambda: page.summary is not None)
    assert page.classes.counts.sum() == 200
    assert page._classes_title.text().startswith("200 training images")
    desk.model.set_split("test")
    assert not desk.jobs.is_busy(JOB)
    assert page.classes.counts.sum() == TESTS


def test_drawings_are_counted_for_themselves(desk: Desk, page: GlancePage) -> None:
    for label in (2, 2, 0):
        desk.model.drawings.keep(np.full((SIDE, SIDE), 255, np.uint8), label, "")
    assert page.classes.counts.sum() == TESTS
    desk.model.set_split("drawings")
    desk.qtbot.waitUntil(lambda: page.summary is not None)
    assert page.classes.counts.tolist() == [1, 0, 2]
    assert page._classes_title.text() == "3 drawings by class"


MNIST_COUNTS = [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]


@pytest.mark.parametrize("means", [False, True])
@pytest.mark.parametrize("counts", [MNIST_COUNTS, [60_000, 0, 3, 12_345], [0, 0], [7] * 30])
@pytest.mark.parametrize(("step", "height"), [(27.0, 150), (28.4, 180), (33.0, 180), (50.0, 300)])
def test_counts_stand_clear_of_one_another(
    desk: Desk, icons: Icons, counts: list[int], means: bool, step: float, height: int
) -> None:
    columns = ClassColumns(icons.theme)
    desk.qtbot.addWidget(columns)
    columns.resize(round(step * len(counts)), height)
    pictures = np.ones((len(counts), 28, 28), np.float32) if means else None
    columns.set_classes(np.array(counts, np.intp), pictures, [str(i) for i in range(len(counts))])
    columns.grab()
    bars, figures = columns.bars(), columns.figures()
    clear = 4.0 - 1e-9
    for left, right in pairwise(figures):
        assert right.left() - left.right() >= clear
    for own, bar, figure in zip(counts, bars, figures, strict=True):
        assert figure.top() >= clear
        assert figure.bottom() <= bar.bottom()
        assert bar.adjusted(0, 4, 0, -4).contains(figure) or figure.bottom() <= bar.top()
        if max(counts):
            assert bar.height() == pytest.approx(bars[counts.index(max(counts))].height() * own / max(counts))


def test_counts_are_seen_on_their_bars_where_columns_are_narrow(desk: Desk, icons: Icons) -> None:
    columns = ClassColumns(icons.theme)
    desk.qtbot.addWidget(columns)
    columns.set_classes(np.array(MNIST_COUNTS, np.intp), None, list("0123456789"))
    for width, upright in ((284, True), (600, False)):
        columns.resize(width, 180)
        image = columns.grab().toImage()
        assert columns.is_upright() is upright
        for figure in columns.figures():
            area = figure.toRect()
            assert (
                len(
                    {
                        image.pixel(area.center().x() + dx, y)
                        for dx in (-3, 0, 3)
                        for y in range(area.top(), area.bottom())
                    }
                )
                > 2
            )


def test_a_class_shows_its_images_by_click_and_by_key(desk: Desk, page: GlancePage) -> None:
    columns = page.classes
    width = min(columns.width() / CLASSES, 72)
    QTest.mouseClick(columns, Qt.MouseButton.LeftButton, pos=QPoint(round(1.5 * width), 20))
    assert desk.model.filter == Filter(labels=frozenset({1}))
    columns.setFocus()
    QTest.keyClick(columns, Qt.Key.Key_Right)
    QTest.keyClick(columns, Qt.Key.Key_Space)
    assert desk.model.filter == Filter(labels=frozenset({2}))
    QTest.keyClick(columns, Qt.Key.Key_Space)
    assert desk.model.filter == Filter()


def test_shapes_follow_the_network_on_the_table(desk: Desk, page: GlancePage) -> None:
    inputs = SIDE * SIDE
    assert page.shapes.one.text() == f"({inputs},) → ({CLASSES},)"
    assert page.shapes.batch.text() == f"(100, {inputs}) → (100, {CLASSES})"
    spec = desk.document.experiment.network
    wide = replace(spec.layers[0], units=21)
    desk.document.edit_network(spec.with_layers((wide, *spec.layers[1:])), "")
    shown = [page.shapes._grid.itemAtPosition(row, 1).widget().text() for row in range(4)]
    assert shown == [f"({inputs},)", "(21,)", "(21,)", f"({CLASSES},)"]
    desk.document.edit_network(replace(spec, input_size=5), "")
    assert not page.shapes.isVisible()


def test_a_page_that_is_hidden_reads_nothing(desk: Desk, icons: Icons) -> None:
    page = GlancePage(desk.model, icons, desk.jobs)
    desk.qtbot.addWidget(page)
    desk.model.set_split("train")
    assert not desk.jobs.is_busy(JOB)
    assert page.summary is None
