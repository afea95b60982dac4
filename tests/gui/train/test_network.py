"""The rows of the layers list: an edit changes the document, a change of the document the row."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.nn.initializers import InitializerSpec
from core.nn.spec import LayerSpec, LossSpec
from core.training.presets import preset
from gui.train.amounts import short_count
from gui.train.network.panel import NetworkPanel
from tests.gui.train.rows import row, spec_of
from tests.gui.train.screen import SPEC, Desk, FormScreen, MakePart, PartScreen, choose, network, type_into

# The offscreen platform has no keyboard to grab for a list that pops up.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


@pytest.fixture
def screen(parts: MakePart) -> PartScreen[NetworkPanel]:
    return parts(network)


@pytest.fixture
def panel(screen: PartScreen[NetworkPanel]) -> NetworkPanel:
    return screen.part


# What is shown


def test_the_rows_are_those_of_the_network(panel: NetworkPanel) -> None:
    assert panel.layers.input_row.size_edit.text() == "36"
    assert panel.layers.input_row.shape_label.text() == "6 × 6"
    assert [r.kind.word for r in panel.layers.layer_rows] == ["affine", "relu", "affine"]
    assert row(panel, 0).numbers["units"].text() == "8"
    assert row(panel, 0).sigma.text() == "0.01"
    assert row(panel, 0).count_label.text() == "296"
    assert row(panel, 1).width_label.text() == "8"
    assert row(panel, 1).count_label.text() == ""
    assert panel.layers.loss_row.width_label.text() == "3"
    assert panel.total.text() == "Parameters 323 · 1.29 kB"


def test_only_layers_with_parameters_have_the_blue_edge(panel: NetworkPanel) -> None:
    assert [r.accented for r in panel.layers.layer_rows] == [True, False, True]


def test_the_list_follows_the_document(screen: Desk, panel: NetworkPanel) -> None:
    screen.document.edit_network(preset("modern").experiment.network, "")
    assert len(panel.layers.layer_rows) == 7
    assert row(panel, 2).numbers["rate"].text() == "0.2"
    assert row(panel, 0).init.word == "he"
    assert not row(panel, 0).sigma.isVisible()
    screen.document.undo_stack.undo()
    assert len(panel.layers.layer_rows) == 3
    assert row(panel, 0).sigma.isVisible()


def test_a_long_count_is_shortened_and_whole_in_the_tooltip(screen: Desk, panel: NetworkPanel) -> None:
    screen.document.edit_network(spec_of(screen).with_layers((LayerSpec("affine", 100_000),)), "")
    assert row(panel, 0).count_label.text() == "3.7M"
    assert "3,700,000" in row(panel, 0).count_label.toolTip()
    assert short_count(10**15) == "1e3T"


def test_an_absurd_width_is_not_cut_to_another_number(screen: Desk, panel: NetworkPanel) -> None:
    spec = spec_of(screen)
    wide = (replace(spec.layers[0], units=10**12), *spec.layers[1:])
    screen.document.edit_network(spec.with_layers(wide), "")
    assert row(panel, 1).width_label.text() == "1.0T"


# Edits in a row


def test_units_follow_every_key_and_are_one_undo(screen: Desk, panel: NetworkPanel) -> None:
    type_into(row(panel, 0).numbers["units"], "120", end=None)
    assert spec_of(screen).layers[0].units == 120
    assert row(panel, 1).width_label.text() == "120"
    QTest.keyClick(row(panel, 0).numbers["units"], Qt.Key.Key_Return)
    screen.document.undo_stack.undo()
    assert spec_of(screen) == SPEC
    assert row(panel, 0).numbers["units"].text() == "8"
    assert not screen.document.undo_stack.canUndo()


def test_two_edits_of_a_field_are_two_undos(screen: Desk, panel: NetworkPanel) -> None:
    type_into(row(panel, 0).numbers["units"], "12")
    type_into(row(panel, 0).numbers["units"], "16")
    screen.document.undo_stack.undo()
    assert spec_of(screen).layers[0].units == 12


def test_the_arrows_step_the_units(screen: Desk, panel: NetworkPanel) -> None:
    QTest.mouseClick(row(panel, 0).numbers["units"], Qt.MouseButton.LeftButton)
    QTest.keyClick(row(panel, 0).numbers["units"], Qt.Key.Key_Up)
    assert spec_of(screen).layers[0].units == 9
    QTest.keyClick(row(panel, 0).numbers["units"], Qt.Key.Key_Down)
    assert spec_of(screen).layers[0].units == 8


def test_initial_weights_are_chosen_and_typed(screen: Desk, panel: NetworkPanel) -> None:
    choose(row(panel, 0).init, "he")
    assert spec_of(screen).layers[0].init.kind == "he"
    choose(row(panel, 0).init, "normal")
    type_into(row(panel, 0).sigma, "0.5")
    assert spec_of(screen).layers[0].init == InitializerSpec("normal", 0.5)


def test_given_weights_are_offered_only_where_they_are(screen: Desk, panel: NetworkPanel) -> None:
    assert row(panel, 0).init.findData("given") < 0
    screen.document.edit_network(preset("simple-net").experiment.network, "")
    assert row(panel, 0).init.word == "given"
    assert row(panel, 0).init.findData("given") >= 0


def test_the_kind_is_chosen_in_the_row(screen: Desk, panel: NetworkPanel) -> None:
    choose(row(panel, 1).kind, "dropout")
    assert spec_of(screen).layers[1] == LayerSpec("dropout")
    type_into(row(panel, 1).numbers["rate"], "0,25")
    assert spec_of(screen).layers[1].rate == 0.25
    choose(row(panel, 1).kind, "leaky_relu")
    type_into(row(panel, 1).numbers["slope"], "0.2")
    assert spec_of(screen).layers[1].slope == 0.2


def test_input_and_loss_are_edited_in_their_rows(screen: Desk, panel: NetworkPanel) -> None:
    type_into(panel.layers.input_row.size_edit, "40")
    assert spec_of(screen).input_size == 40
    assert panel.layers.input_row.shape_label.text() == ""
    choose(panel.layers.loss_row.kind, "squared_error")
    assert panel.layers.loss_row.form.isVisible()
    choose(panel.layers.loss_row.form, "mean")
    assert spec_of(screen).loss == LossSpec("squared_error", "mean")


def test_a_layer_may_go_without_bias(screen: Desk, panel: NetworkPanel) -> None:
    menu = row(panel, 0).menu()
    (bias,) = [action for action in menu.actions() if action.isCheckable()]
    assert bias.isChecked()
    bias.trigger()
    assert not spec_of(screen).layers[0].bias
    assert row(panel, 0).count_label.text() == "288"
    menu.deleteLater()


# Mistakes


def test_no_unit_is_said_on_its_row_and_start_is_off(screen: Desk, panel: NetworkPanel) -> None:
    type_into(row(panel, 2).numbers["units"], "0")
    assert row(panel, 2).problem == "Affine 2 needs at least 1 unit, not 0."
    assert row(panel, 0).problem == ""
    start = screen.controls.buttons.by_name["start"]
    assert not start.isEnabled()
    assert row(panel, 2).problem in start.toolTip()
    assert row(panel, 2).problem in screen.controls.progress.label.text()
    type_into(row(panel, 2).numbers["units"], "3")
    assert row(panel, 2).problem == ""
    assert start.isEnabled()


@pytest.mark.parametrize("text", ["-4", "999999999999999999"])
def test_negative_and_absurd_units_are_named(panel: NetworkPanel, text: str) -> None:
    type_into(row(panel, 0).numbers["units"], text)
    assert row(panel, 0).problem
    assert row(panel, 0).numbers["units"].text().replace(",", "") == text.replace("-", "−")


def test_outputs_that_do_not_fit_the_data_are_said_on_the_last_affine_row(panel: NetworkPanel) -> None:
    type_into(row(panel, 2).numbers["units"], "5")
    assert "needs 3 outputs" in row(panel, 2).problem


def test_a_text_that_is_no_number_stays_and_keeps_start_off(form_screen: FormScreen) -> None:
    screen, panel = form_screen, form_screen.form.network
    units = row(panel, 0).numbers["units"]
    type_into(units, "many")
    assert units.text() == "many"
    assert "“many” is not a whole number" in row(panel, 0).problem
    assert spec_of(screen) == SPEC
    assert not screen.controls.buttons.by_name["start"].isEnabled()
    # Another edit leaves it alone.
    choose(row(panel, 2).init, "he")
    assert units.text() == "many"
    QTest.mouseClick(units, Qt.MouseButton.LeftButton)
    QTest.keyClick(units, Qt.Key.Key_Escape)
    assert (units.text(), row(panel, 0).problem) == ("8", "")
    assert screen.controls.buttons.by_name["start"].isEnabled()


def test_a_refused_text_goes_with_its_row(screen: Desk, panel: NetworkPanel) -> None:
    type_into(row(panel, 2).numbers["units"], "many")
    screen.document.edit_network(spec_of(screen).with_layers(SPEC.layers[:1]), "")
    assert panel.refusal == ""


def test_an_empty_field_is_a_mistake_too(panel: NetworkPanel) -> None:
    QTest.mouseClick(row(panel, 0).sigma, Qt.MouseButton.LeftButton)
    row(panel, 0).sigma.selectAll()
    QTest.keyClick(row(panel, 0).sigma, Qt.Key.Key_Delete)
    QTest.keyClick(row(panel, 0).sigma, Qt.Key.Key_Return)
    assert "Nothing is written here" in row(panel, 0).problem


# Presets


def test_a_preset_is_chosen_and_named_until_it_is_edited(screen: Desk, panel: NetworkPanel) -> None:
    choose(panel.preset, "two-layer-book")
    assert screen.document.experiment == preset("two-layer-book").experiment
    assert panel.preset.word == "two-layer-book"
    type_into(row(panel, 0).numbers["units"], "51")
    assert panel.preset.word == ""
    screen.document.undo_stack.undo()
    assert panel.preset.word == "two-layer-book"


def test_a_new_seed_is_still_the_preset(screen: Desk, panel: NetworkPanel) -> None:
    choose(panel.preset, "two-layer")
    config = screen.document.experiment.training
    screen.document.edit_training(replace(config, seed=9), "")
    assert panel.preset.word == "two-layer"


# What is being typed when its row goes


@pytest.mark.parametrize("typed", ["12", "many", ""])
def test_a_number_that_is_typed_goes_with_its_row(screen: Desk, panel: NetworkPanel, typed: str) -> None:
    before = spec_of(screen)
    panel.layers.select(2)
    QTest.keyClick(row(panel, 2), Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    units = row(panel, 3).numbers["units"]
    units.setFocus()
    units.selectAll()
    QTest.keyClick(units, Qt.Key.Key_Delete)
    # Not at each key, as the field would by itself: this one hands it on when it loses the focus.
    units.setText(typed)
    units.setModified(True)
    screen.document.undo_stack.undo()
    QApplication.processEvents()
    assert spec_of(screen) == before
    assert panel.refusal == ""


def test_a_row_that_goes_while_it_is_dragged_ends_the_drag(screen: Desk, panel: NetworkPanel) -> None:
    before = spec_of(screen)
    panel.layers.select(2)
    QTest.keyClick(row(panel, 2), Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    dragged = row(panel, 3)
    QTest.mousePress(dragged, Qt.MouseButton.LeftButton, pos=QPoint(4, 6))
    QTest.mouseMove(dragged, QPoint(4, -60))
    screen.document.undo_stack.undo()
    QTest.mouseRelease(dragged, Qt.MouseButton.LeftButton, pos=QPoint(4, -60))
    QApplication.processEvents()
    assert spec_of(screen) == before
    assert not panel.layers._drop_mark.isVisible()
