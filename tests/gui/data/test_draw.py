"""Drawing a digit: with the mouse, the right button, the tools and the keys; and what the network says."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.inspection.digits import prepare_ink
from gui.data.draw import prediction
from gui.data.draw.panel import DrawPanel
from gui.look.icons import Icons
from tests.gui.data.pages import SIDE, TESTS, Desk, desk, forward, images, stroke
from tests.gui.hands import press_key

__all__ = ["desk"]

Left, Right = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
LINE = (0.3, 0.2), (0.3, 0.8)
OTHER = (0.7, 0.2), (0.7, 0.8)


@pytest.fixture
def panel(desk: Desk, icons: Icons) -> DrawPanel:
    made = DrawPanel(desk.model, icons, desk.jobs)
    desk.show(made)
    return made


def ink(panel: DrawPanel) -> float:
    return float(panel.pad.drawing.ink().sum())


def settle() -> None:
    QApplication.processEvents()


def test_an_empty_pad_has_no_prediction_and_says_so(panel: DrawPanel) -> None:
    settle()
    assert panel.prediction is None
    assert "no prediction" in panel.said.text()
    assert panel.said.isVisible()
    assert not panel.actions_row.keep.isEnabled()
    assert not panel.tools.undo.isEnabled()
    assert not panel.tools.clear.isEnabled()


def test_the_prediction_is_that_of_the_network_to_the_prepared_drawing(desk: Desk, panel: DrawPanel) -> None:
    stroke(panel.pad, *LINE, (0.6, 0.8))
    settle()
    prepared = prepare_ink(panel.pad.drawing.ink(), (SIDE, SIDE))
    assert prepared is not None
    assert panel.view.preview.pixels is not None
    np.testing.assert_array_equal(panel.view.preview.pixels, prepared.image)
    assert desk.model.network is not None
    expected = forward(desk.model.network.params.copies(), prepared.image.reshape(-1))[0]
    assert panel.prediction is not None
    np.testing.assert_allclose(panel.prediction.outputs, expected, atol=1e-5)
    best = int(expected.argmax())
    assert panel.view.digit.text() == "abc"[best]
    assert panel.view.sure.text() == f"{100 * expected[best]:.0f} % sure"
    assert panel.view.isVisible()
    assert panel.view.note.text() == "not trained yet"
    assert panel.view.columns.text_of(best) == f"{'abc'[best]}: {100 * expected[best]:.3f} %"


def test_the_prediction_comes_before_the_button_is_let_go_and_changes_with_more_ink(panel: DrawPanel) -> None:
    stroke(panel.pad, *LINE, release=False)
    settle()
    assert panel.prediction is not None
    first = panel.prediction.outputs.copy()
    QTest.mouseRelease(panel.pad, Left)
    stroke(panel.pad, *OTHER)
    settle()
    assert panel.prediction is not None
    assert not np.array_equal(panel.prediction.outputs, first)


def test_a_click_is_a_dot(panel: DrawPanel) -> None:
    QTest.mouseClick(panel.pad, Left)
    settle()
    assert ink(panel) > 100.0
    assert panel.prepared is not None


def test_the_eraser_and_the_right_button_take_ink_away(panel: DrawPanel) -> None:
    stroke(panel.pad, *LINE)
    stroke(panel.pad, *OTHER)
    both = ink(panel)
    stroke(panel.pad, *OTHER, button=Right)
    one = ink(panel)
    assert one == pytest.approx(both / 2, rel=0.1)
    QTest.mouseClick(panel.tools.eraser, Left)
    stroke(panel.pad, *LINE)
    settle()
    assert ink(panel) == 0.0
    assert panel.prediction is None
    QTest.mouseClick(panel.tools.pen, Left)
    stroke(panel.pad, *LINE)
    assert ink(panel) > 0.0


def test_undo_and_clear_by_button_and_by_key(panel: DrawPanel) -> None:
    stroke(panel.pad, *LINE)
    one = panel.pad.drawing.ink()
    stroke(panel.pad, *OTHER)
    settle()
    QTest.keyClick(panel.pad, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    np.testing.assert_array_equal(panel.pad.drawing.ink(), one)
    QTest.keyClick(panel.pad, Qt.Key.Key_Delete)
    settle()
    assert ink(panel) == 0.0
    assert panel.prediction is None
    QTest.mouseClick(panel.tools.undo, Left)
    settle()
    np.testing.assert_array_equal(panel.pad.drawing.ink(), one)
    assert panel.prediction is not None
    QTest.mouseClick(panel.tools.clear, Left)
    assert ink(panel) == 0.0
    for _ in range(2):
        QTest.mouseClick(panel.tools.undo, Left)
        settle()
    assert ink(panel) == 0.0
    assert not panel.tools.undo.isEnabled()


def test_all_that_is_done_in_data_is_taken_back_in_order_and_done_again(desk: Desk, panel: DrawPanel) -> None:
    stack = desk.model.drawings.undo_stack
    stroke(panel.pad, *LINE)
    one = panel.pad.drawing.ink()
    settle()
    panel.keep(1)
    panel.tools.eraser.click()
    stroke(panel.pad, *LINE)
    panel.pad.drawing.clear()
    panel.tools.pen.click()
    stroke(panel.pad, *OTHER)
    other = panel.pad.drawing.ink()
    names = []
    while stack.canUndo():
        names.append(stack.undoText())
        stack.undo()
    assert names[::-1] in (
        ["Stroke", "Keep a drawing", "Erase", "Stroke"],  # nothing was left to clear
        ["Stroke", "Keep a drawing", "Erase", "Clear the drawing", "Stroke"],
    )
    assert ink(panel) == 0.0
    assert desk.model.drawings.split is None
    QTest.keyClick(
        panel.pad, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    np.testing.assert_array_equal(panel.pad.drawing.ink(), one)
    while stack.canRedo():
        stack.redo()
    np.testing.assert_array_equal(panel.pad.drawing.ink(), other)
    assert desk.model.drawings.split is not None


def test_a_stroke_that_is_taken_back_in_its_midst_does_not_go_on(panel: DrawPanel) -> None:
    drawing = panel.pad.drawing
    drawing.press(QPointF(50, 50))
    drawing.move(QPointF(90, 90))
    drawing.undo_stack.undo()
    drawing.move(QPointF(200, 200))
    assert ink(panel) == 0.0
    drawing.undo_stack.redo()
    assert ink(panel) > 0.0


def test_every_button_can_be_reached_with_the_tab_key(panel: DrawPanel) -> None:
    stroke(panel.pad, *LINE)
    settle()
    panel.pad.setFocus()
    seen = set()
    for _ in range(12):
        seen.add(QApplication.focusWidget())
        press_key(Qt.Key.Key_Tab)
    tools, row = panel.tools, panel.actions_row
    assert {panel.pad, tools.undo, tools.clear, row.keep, row.trace, row.picture} <= seen
    # Radio-like buttons are one stop; arrows go from one to the other.
    assert seen & {tools.pen, tools.eraser}


def test_a_long_stroke_is_drawn_in_parts_that_join(panel: DrawPanel) -> None:
    angle = np.linspace(0.0, 20.0, 300)
    points = [(0.5 + 0.3 * float(np.cos(a)), 0.5 + 0.3 * float(np.sin(a))) for a in angle]
    stroke(panel.pad, *points)
    ring = panel.pad.drawing.ink()
    # On the circle itself there is ink everywhere.
    rows = np.rint(140 + 84 * np.sin(angle)).astype(int)
    columns = np.rint(140 + 84 * np.cos(angle)).astype(int)
    assert ring[rows, columns].min() > 0.9
    assert ring[140, 140] == 0.0


def test_a_drawing_is_kept_with_the_label_that_is_chosen(desk: Desk, panel: DrawPanel, qtbot: QtBot) -> None:
    stroke(panel.pad, *LINE)
    settle()
    assert panel.prepared is not None
    image = panel.prepared.image
    entries = panel.actions_row.labels.actions()
    assert [entry.text() for entry in entries] == ["a", "b", "c"]
    with qtbot.waitSignal(panel.message) as told:
        entries[2].trigger()
    kept = desk.model.examples_of("drawings")
    assert kept is not None
    assert len(kept) == 1
    np.testing.assert_array_equal(kept.x[0].reshape(SIDE, SIDE), image)
    assert kept.t[0] == 2
    assert len(desk.model.examples_of("test") or ()) == TESTS
    assert told.args is not None
    assert told.args[0].startswith("Kept as drawing 0, label c.")
    assert panel.view.note.text() == "drawing 0"
    desk.model.drawings.undo_stack.undo()
    settle()
    assert panel.view.note.text() == "not trained yet"


def test_a_drawing_is_traced_without_being_kept(desk: Desk, panel: DrawPanel, qtbot: QtBot) -> None:
    assert not panel.actions_row.trace.isEnabled()
    stroke(panel.pad, *LINE)
    settle()
    assert panel.prepared is not None
    with qtbot.waitSignal(panel.trace_asked) as asked:
        panel.actions_row.trace_labels.actions()[1].trigger()
    assert asked.args == [panel.prepared.image, 1]
    assert desk.model.examples_of("drawings") is None


def test_data_that_are_no_images_say_what_to_do(desk: Desk, panel: DrawPanel) -> None:
    data = images()
    flat = type(data)("mnist", "Flat", data.train, data.test, data.classes, None, data.class_names)
    desk.document.set_data(flat)
    stroke(panel.pad, *LINE)
    settle()
    assert "These data are not images" in panel.said.text()
    assert not panel.actions_row.keep.isEnabled()


def test_a_network_that_does_not_fit_is_said_and_the_prediction_comes_back(
    desk: Desk, panel: DrawPanel
) -> None:
    stroke(panel.pad, *LINE)
    settle()
    spec = desk.document.experiment.network
    desk.document.edit_network(spec.__class__(7, spec.layers), "")
    settle()
    assert panel.prediction is None
    assert "7" in panel.said.text()
    desk.document.undo_stack.undo()
    desk.predicted()
    settle()
    assert panel.prediction is not None


def test_a_large_network_predicts_from_another_thread_and_the_newest_drawing_wins(
    desk: Desk, panel: DrawPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prediction, "AT_ONCE_PARAMETERS", 0)
    for points in (LINE, OTHER, ((0.2, 0.5), (0.8, 0.5))):
        stroke(panel.pad, *points)
        panel._ask()
    desk.qtbot.waitUntil(lambda: not desk.jobs.is_busy(prediction.JOB))
    assert panel.prepared is not None
    assert panel.prediction is not None
    assert desk.model.network is not None
    expected = forward(desk.model.network.params.copies(), panel.prepared.image.reshape(-1))[0]
    np.testing.assert_allclose(panel.prediction.outputs, expected, atol=1e-5)


def test_a_narrow_panel_keeps_its_parts_and_both_themes_and_a_new_language_leave_it_whole(
    panel: DrawPanel, icons: Icons
) -> None:
    stroke(panel.pad, *LINE)
    settle()
    panel.resize(304, 176)
    settle()
    for part in (panel.pad, panel.tools, panel.view.columns, panel.actions_row):
        assert panel.rect().contains(
            part.geometry().translated(part.parentWidget().mapTo(panel, part.pos()) - part.pos())
        )
    icons.theme.set_choice("dark")
    settle()
    QApplication.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
    assert panel.prediction is not None
    icons.theme.set_choice("light")


def test_a_screen_reader_draws_from_square_to_square(panel: DrawPanel) -> None:
    pad = panel.pad

    def press(row: int, column: int) -> None:
        part = pad.part(7 * row + column)
        assert part.press is not None
        part.press()

    assert pad.part(8).name == "row 2, column 2: empty"
    press(1, 1)
    press(1, 2)
    press(2, 3)
    names = [pad.part(place).name for place in (8, 9, 17)]
    assert names == ["row 2, column 2: ink", "row 2, column 3: ink", "row 3, column 4: ink"]
    press(5, 5)  # far away: another stroke
    assert pad.part(7 * 4 + 4).name == "row 5, column 5: empty"
    pad.drawing.undo_stack.undo()
    assert pad.part(7 * 5 + 5).name == "row 6, column 6: empty"
    press(5, 5)
    assert pad.part(17).name == "row 3, column 4: ink", "what was taken back does not go on"
