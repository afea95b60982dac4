"""The page “At a glance”: counts, means, values and shapes beside plain NumPy."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from core.inspection.filtering import Filter
from gui.data.glance_page import JOB, GlancePage
from gui.icons import Icons
from tests.gui.data_pages import CLASSES, SIDE, TESTS, Desk, desk

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
    assert page._classes_title.text() == f"{TESTS} test images: by class, and their mean"


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


def test_the_training_split_has_figures_of_its_own_and_is_read_once(desk: Desk, page: GlancePage) -> None:
    desk.model.set_split("train")
    desk.qtbot.waitUntil(lambda: page.summary is not None)
    assert page.classes.counts.sum() == 200
    assert page._classes_title.text().startswith("200 training images")
    desk.model.set_split("test")
    assert not desk.jobs.is_busy(JOB)
    assert page.classes.counts.sum() == TESTS


def test_an_added_image_is_counted(desk: Desk, page: GlancePage) -> None:
    before = int(page.classes.counts[2])
    desk.model.add_test_image(np.full((SIDE, SIDE), 255, np.uint8), 2)
    desk.qtbot.waitUntil(lambda: page.summary is not None)
    assert page.classes.counts[2] == before + 1


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
