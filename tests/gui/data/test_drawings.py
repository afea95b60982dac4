"""Drawings as a set of their own: kept, looked at, predicted, deleted, and all of it taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from weakref import ref

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.data import Split
from core.inspection.filtering import Filter
from gui.data.model.drawings import Drawings
from tests.gui.data.pages import CLASSES, SIDE, TESTS, images
from tests.gui.data.screen import Screen, click

DRAWINGS = 2  # the place of their chip


def keep(screen: Screen, *labels: int) -> None:
    """Drawings whose ink says which is which: 10 for the first, 11 for the second."""
    for ink, label in enumerate(labels, start=10):
        screen.model.drawings.keep(np.full((SIDE, SIDE), ink, np.uint8), label, "Keep a drawing")


def inks(screen: Screen) -> list[int]:
    kept = screen.model.examples_of("drawings")
    return [] if kept is None else kept.x[:, 0].tolist()


def test_without_a_drawing_there_is_nothing_to_choose(screen: Screen) -> None:
    chip = screen.workspace.filter.split.chips[DRAWINGS]
    assert not chip.isEnabled()
    keep(screen, 1)
    assert chip.isEnabled()
    screen.model.drawings.undo_stack.undo()
    assert not chip.isEnabled()


def test_a_kept_drawing_leaves_what_is_looked_at_and_the_data_as_they_are(screen: Screen) -> None:
    screen.model.set_filter(Filter(labels=frozenset({1})))
    before = screen.model.selected, screen.model.order.tolist(), screen.model.filter
    scrolled = screen.workspace.grid.view.verticalScrollBar().maximum()
    screen.workspace.grid.view.verticalScrollBar().setValue(scrolled)
    keep(screen, 2)
    assert (screen.model.selected, screen.model.order.tolist(), screen.model.filter) == before
    assert screen.workspace.grid.view.verticalScrollBar().value() == scrolled
    assert screen.document.data is not None
    assert len(screen.document.data.test or ()) == TESTS
    assert screen.model.predictions is not None
    assert len(screen.model.predictions) == TESTS


def test_drawings_hold_no_data_of_before() -> None:
    """They stay with data of the same kind that are read anew; the old ones may be tens of megabytes."""
    drawings, old = Drawings(lambda row: None), images()
    drawings.set_data(old)
    drawings.keep(np.zeros((SIDE, SIDE), np.uint8), 1, "Keep a drawing")
    pixels = ref(old.train.x.base)
    del old
    drawings.set_data(images())
    assert drawings.split is not None
    assert pixels() is None


def test_drawings_are_looked_at_and_predicted_like_images(screen: Screen) -> None:
    keep(screen, 2, 0)
    click(screen.workspace.filter.split.chips[DRAWINGS])
    screen.predicted()
    assert screen.model.predictions is not None
    assert len(screen.model.predictions) == 2
    assert screen.workspace.grid.title() == "Drawings"
    assert screen.workspace.detail.title() == "Drawing 0"
    assert screen.workspace.detail.label.text() == "Label c, prediction"
    click(screen.workspace.detail.trace)
    assert screen.traced[0][2:] == (2, "drawings", 0)


def test_a_drawing_that_is_kept_while_they_are_seen_is_chosen(screen: Screen) -> None:
    keep(screen, 0)
    screen.model.set_split("drawings")
    keep(screen, 1)
    assert screen.model.selected == 1
    screen.predicted()
    assert screen.workspace.detail.prediction.isVisible()


def test_drawings_are_deleted_by_button_and_key_and_come_back(screen: Screen) -> None:
    keep(screen, 0, 1, 2)
    assert not screen.workspace.detail.delete.isVisible()
    screen.model.set_split("drawings")
    screen.model.select(1)
    click(screen.workspace.detail.delete)
    assert inks(screen) == [10, 12]
    assert screen.model.selected == 1
    screen.workspace.grid.view.setFocus()
    QTest.keyClick(screen.workspace.grid.view, Qt.Key.Key_Delete)
    assert inks(screen) == [10]
    stack = screen.model.drawings.undo_stack
    assert stack.undoText() == "Delete drawing 1"
    stack.undo()
    stack.undo()
    assert inks(screen) == [10, 11, 12]
    assert screen.model.selected == 1
    screen.predicted()
    assert screen.model.predictions is not None
    assert len(screen.model.predictions) == 3


def test_with_the_last_drawing_the_data_are_seen_again(screen: Screen) -> None:
    keep(screen, 1)
    screen.model.set_split("drawings")
    click(screen.workspace.detail.delete)
    assert screen.model.split == "test"
    assert screen.model.selected == 0
    QApplication.processEvents()
    assert not screen.workspace.detail.delete.isVisible()


def test_the_delete_key_takes_nothing_out_of_the_data(screen: Screen) -> None:
    keep(screen, 1)
    screen.workspace.grid.view.setFocus()
    QTest.keyClick(screen.workspace.grid.view, Qt.Key.Key_Delete)
    assert inks(screen) == [10]
    assert len(screen.model.examples or ()) == TESTS


def test_a_drawing_in_the_place_of_another_is_followed_anew(screen: Screen) -> None:
    from gui.data.mistake.follower import MistakeFollower

    follower = MistakeFollower(screen.model, screen.jobs, screen.workspace)
    keep(screen, 0, 1, 2, 0, 1, 2)
    screen.model.set_split("drawings")
    screen.predicted()
    wrong = screen.mistakes()
    screen.model.select(wrong[0])
    assert follower.take_up()
    assert not follower.take_up()
    screen.model.drawings.delete(wrong[0], "")
    screen.predicted()
    assert follower.take_up()


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_a_drawing_among_floats_means_the_same_as_one_among_bytes(
    screen: Screen, dtype: type[np.floating[Any]]
) -> None:
    image = np.linspace(0, 255, SIDE * SIDE).astype(np.uint8).reshape(SIDE, SIDE)
    screen.model.drawings.keep(image, 1, "")
    screen.model.set_split("drawings")
    screen.predicted()
    assert screen.model.image(0).dtype == np.uint8
    assert screen.model.predictions is not None
    prediction = screen.model.predictions.outputs[0].copy()

    data = images()
    assert data.test is not None
    as_floats = [Split((split.x / 255).astype(dtype), split.t) for split in (data.train, data.test)]
    screen.document.set_data(replace(data, train=as_floats[0], test=as_floats[1]))
    assert inks(screen) == []
    assert screen.model.drawings.keep(image, 1, "") == 0
    screen.model.set_split("drawings")
    screen.predicted()
    stored = screen.model.image(0)
    assert stored.dtype == dtype
    np.testing.assert_array_max_ulp(stored, image.astype(dtype) / dtype(255), 1)
    np.testing.assert_allclose(screen.model.predictions.outputs[0], prediction, rtol=1e-4)


@pytest.mark.parametrize(("shape", "label"), [((SIDE, SIDE + 1), 0), ((SIDE, SIDE), CLASSES)])
def test_an_image_that_does_not_fit_cannot_be_kept(
    screen: Screen, shape: tuple[int, int], label: int
) -> None:
    with pytest.raises(ValueError, match=r"does not fit|none of the"):
        screen.model.drawings.keep(np.zeros(shape, np.uint8), label, "")
    with pytest.raises(IndexError):
        screen.model.drawings.delete(0, "")


def test_drawings_stay_with_data_of_their_kind_and_go_with_others(screen: Screen) -> None:
    keep(screen, 1)
    screen.document.set_data(images())
    assert inks(screen) == [10]
    screen.document.set_data(replace(images(), class_names=("x", "y", "z")))
    assert inks(screen) == []
    assert not screen.model.drawings.undo_stack.canUndo()


def test_a_drawing_that_is_not_kept_is_traced_as_the_network_sees_it(screen: Screen) -> None:
    image = np.arange(SIDE * SIDE, dtype=np.uint8).reshape(SIDE, SIDE)
    screen.workspace.trace_drawing(image, 2)
    ((network, x, label, split, row),) = screen.traced
    assert network is not screen.model.network
    np.testing.assert_allclose(x, image.reshape(-1) / 255, rtol=1e-6)
    assert x.dtype == np.float32
    assert (label, split, row) == (2, "drawings", -1)
