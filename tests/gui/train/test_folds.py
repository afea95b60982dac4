"""Layers that repeat one another: which, how they fold and unfold, and that no mistake hides in a fold."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from core.nn.spec import LayerSpec, NetworkSpec
from gui.document.document import Document
from gui.train.form.area import LEAST_LIST
from gui.train.network.fold_row import FoldRow
from gui.train.network.layer_list import LayerList
from gui.train.network.panel import NetworkPanel
from gui.train.network.repeats import repeats
from tests.gui.fitting import misfits
from tests.gui.hands import press_key
from tests.gui.train.screen import (
    SPEC,
    FormScreen,
    MakePart,
    PartScreen,
    Screen,
    drag,
    network,
    settle,
    type_into,
)

# The offscreen platform has no keyboard to grab for a list that pops up.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)

PAIR = (LayerSpec("affine", 8), LayerSpec("sigmoid"))
OUTPUTS = LayerSpec("affine", 3)


def deep(times: int, *before: LayerSpec) -> NetworkSpec:
    return SPEC.with_layers((*before, *(PAIR * times), OUTPUTS))


def put_pairs(document: Document) -> None:
    """Six equal pairs on the table."""
    document.edit_network(deep(6), "")
    settle()


@pytest.fixture
def desk(parts: MakePart) -> PartScreen[NetworkPanel]:
    return parts(network)


@pytest.fixture
def layers(desk: PartScreen[NetworkPanel]) -> LayerList:
    put_pairs(desk.document)
    return desk.part.layers


def fold(layers: LayerList) -> FoldRow:
    (found,) = layers.fold_rows
    return found


def seen(layers: LayerList) -> int:
    """How many layers have a row that is seen."""
    return sum(row.isVisible() for row in layers.layer_rows)


def test_equal_blocks_are_found() -> None:
    assert [(r.first, r.stop, r.text()) for r in repeats(deep(6))] == [(0, 12, "6 × Affine 8 + Sigmoid")]
    first = LayerSpec("affine", 9), LayerSpec("sigmoid")
    dropout = (LayerSpec("affine", 5), LayerSpec("relu"), LayerSpec("dropout", rate=0.25))
    found = repeats(deep(3, *first, *(dropout * 4)))
    assert [(r.first, r.stop) for r in found] == [(2, 14), (14, 20)]
    assert found[0].text() == "4 × Affine 5 + ReLU + Dropout 0.25"
    none = (deep(2), SPEC, SPEC.with_layers(()), SPEC.with_layers((LayerSpec("relu"),) * 5))
    assert [repeats(spec) for spec in none] == [[]] * len(none)
    linear = SPEC.with_layers((OUTPUTS,) * 4)
    assert [(r.first, r.stop) for r in repeats(linear)] == [(0, 3)], "the outputs stand alone"


def test_they_are_one_row(layers: LayerList) -> None:
    row = fold(layers)
    assert row.title.text() == "6 × Affine 8 + Sigmoid"
    assert row.count_label.text() == str(36 * 8 + 8 + 5 * 72)
    assert seen(layers) == 1
    assert [type(each).__name__ for each in layers.shown_rows] == [
        "InputRow",
        "FoldRow",
        "LayerRow",
        "LossRow",
    ]
    assert "folded" in row.accessibleName()


def test_they_are_unfolded_and_folded_by_mouse_and_keys(layers: LayerList) -> None:
    row = fold(layers)
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(60, 12))
    assert seen(layers) == 13
    for key, count in (
        (Qt.Key.Key_Left, 1),
        (Qt.Key.Key_Left, 1),
        (Qt.Key.Key_Right, 13),
        (Qt.Key.Key_Return, 1),
        (Qt.Key.Key_Space, 13),
    ):
        QTest.keyClick(row, key)
        assert seen(layers) == count, key
    press_key(Qt.Key.Key_Down)
    assert layers.layer_rows[0].hasFocus()
    press_key(Qt.Key.Key_Up)
    press_key(Qt.Key.Key_Left)
    press_key(Qt.Key.Key_Down)
    assert layers.layer_rows[12].hasFocus(), "what is folded is passed by"


def test_an_edit_inside_breaks_it_up_and_leaves_it_open(
    desk: PartScreen[NetworkPanel], layers: LayerList
) -> None:
    QTest.keyClick(fold(layers), Qt.Key.Key_Right)
    type_into(layers.layer_rows[4].numbers["units"], "9")
    assert [row.title.text() for row in layers.fold_rows] == ["3 × Affine 8 + Sigmoid"]
    assert seen(layers) == 13
    desk.document.undo_stack.undo()
    assert fold(layers).title.text() == "6 × Affine 8 + Sigmoid"
    assert seen(layers) == 13


def test_what_a_person_makes_is_seen(desk: PartScreen[NetworkPanel]) -> None:
    panel = desk.part
    desk.document.edit_network(deep(2), "")
    assert panel.layers.fold_rows == []
    panel.layers.select(1)
    panel.add("hidden")
    type_into(panel.layers.layer_rows[2].numbers["units"], "8")
    panel.layers.layer_changed.emit(3, {"kind": "sigmoid"}, "kind")
    panel.layers.layer_changed.emit(2, {"init": PAIR[0].init}, "init")
    assert fold(panel.layers).title.text() == "3 × Affine 8 + Sigmoid"
    assert seen(panel.layers) == 7


def test_a_new_hidden_layer_goes_behind_a_marked_fold(
    desk: PartScreen[NetworkPanel], layers: LayerList
) -> None:
    fold(layers).setFocus()
    desk.part.add("relu")
    kinds = [layer.kind for layer in desk.document.experiment.network.layers]
    assert kinds[11:] == ["sigmoid", "relu", "affine"]


def test_a_mistake_inside_is_told_with_its_layer(desk: PartScreen[NetworkPanel], layers: LayerList) -> None:
    desk.document.edit_network(replace(deep(6), input_size=35), "")
    row = fold(layers)
    assert layers.layer_rows[0].problem == ""
    assert layers.input_row.problem
    broken = replace(PAIR[0], units=0), PAIR[1]
    desk.document.edit_network(SPEC.with_layers((*(broken * 3), OUTPUTS)), "")
    row = fold(layers)
    assert not row.is_open
    assert row.problem == f"Affine 1: {layers.layer_rows[0].problem}"
    assert row.problem != "Affine 1: "
    QTest.keyClick(row, Qt.Key.Key_Right)
    assert row.problem == ""
    assert layers.layer_rows[0].problem
    desk.document.undo_stack.undo()
    assert row.problem == ""


def test_a_text_that_is_not_a_number_is_told_as_well(layers: LayerList) -> None:
    row = fold(layers)
    QTest.keyClick(row, Qt.Key.Key_Right)
    type_into(layers.layer_rows[2].numbers["units"], "many")
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Left)
    assert seen(layers) == 1
    assert row.problem.startswith("Affine 2: ")


def test_a_layer_is_dragged_over_a_fold(form_screen: FormScreen) -> None:
    put_pairs(form_screen.document)
    layers = form_screen.form.network.layers
    outputs = layers.layer_rows[12]
    drag(outputs, QPoint(4, 8), QPoint(0, -3 * outputs.height()))
    spec = form_screen.document.experiment.network
    assert spec.layers[0] == OUTPUTS
    assert len(spec.layers) == 13


def test_the_training_stays_on_the_screen(screen: Screen) -> None:
    put_pairs(screen.document)
    workspace, layers = screen.workspace, screen.workspace.network.layers
    for height, is_whole in ((900, True), (600, False)):
        workspace.resize(1280, height)
        QTest.keyClick(fold(layers), Qt.Key.Key_Right)
        settle()
        area, first = workspace.network.area, workspace.training.rows["data_set"]
        assert LEAST_LIST <= area.height() < layers.height(), "the list scrolls by itself"
        assert not first.visibleRegion().isEmpty()
        assert (not workspace.training.rows["seed"].visibleRegion().isEmpty()) == is_whole
        assert misfits(workspace) == []
        layers.select(12)
        settle()
        assert layers.layer_rows[12].visibleRegion().boundingRect().height() == layers.layer_rows[12].height()
        QTest.keyClick(fold(layers), Qt.Key.Key_Left)
        fold(layers).setFocus()
        QTest.keyClick(fold(layers), Qt.Key.Key_Left)
        settle()
        assert area.height() == layers.height()
