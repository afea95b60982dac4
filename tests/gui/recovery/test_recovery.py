"""The whole way in the program's window: what a sitting left is offered, taken or thrown away, once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast
from unittest.mock import Mock

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from core.training.checkpoint import load_checkpoint
from core.training.place import new_content
from gui.app import Program
from gui.data.workspace import DataWorkspace
from gui.document.change import State
from gui.graph.model.model import GraphModel
from gui.graph.workspace import GraphWorkspace
from gui.paths import recovery_folder
from gui.remembered.settings import Settings
from tests.gui.recovery.sittings import names
from tests.gui.trainer.runs import ENDLESS

Begin = Callable[[], Program]


@pytest.fixture
def begin(qtbot: QtBot, qapp: QApplication, settings: Settings) -> Iterator[Begin]:
    """Start the program anew, in English and with the Lab in front, which is made fastest."""
    settings.theme, settings.language, settings.workspace = "light", "en", "lab"
    begun: list[Program] = []

    def start() -> Program:
        program = Program(qapp, settings)
        begun.append(program)
        qtbot.addWidget(program.window)
        program.window.show()
        program.begin_recovery()
        qtbot.waitUntil(lambda: not program.jobs.is_busy("find what was left"))
        return program

    yield start
    for program in begun:
        program.files.close()


def train(qtbot: QtBot, program: Program) -> None:
    """XOR, without end."""
    program.document.edit(ENDLESS, "XOR")
    qtbot.waitUntil(lambda: program.document.data is not None and program.document.data.name == "xor")
    program.trainer.start()
    qtbot.waitUntil(lambda: program.document.has_unsaved_network)


def crash(program: Program) -> None:
    """What was written stays, and its lock goes, as the system does it for one that is killed."""
    program.recovery._is_farewell = True
    program.files.close()


def write(qtbot: QtBot, program: Program) -> None:
    autosave = program.recovery.autosave
    with qtbot.waitSignal(autosave.written):
        autosave._timer.stop()
        autosave._timer.timeout.emit()


def take(qtbot: QtBot, program: Program) -> None:
    line = program.recovery.line
    qtbot.mouseClick(line.bar.action_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not line.isVisible())


def test_who_only_looks_leaves_no_trace(begin: Begin) -> None:
    program = begin()
    assert not program.recovery.line.isVisible()
    program.window.close()
    assert not recovery_folder().exists()


def test_a_run_goes_on_after_a_crash(qtbot: QtBot, begin: Begin) -> None:
    program = begin()
    program.window.show_workspace("train")
    train(qtbot, program)
    write(qtbot, program)
    edited = replace(ENDLESS.training, batch_size=50)
    program.document.edit_training(edited, "Batch size")
    write(qtbot, program)
    crash(program)

    program = begin()
    assert "a network after " in program.recovery.line.bar.text()
    take(qtbot, program)
    assert program.window.current_workspace() == "train"
    document, run = program.document, program.table.run
    assert run is not None
    assert run.checkpoint is not None
    assert (run.name, run.outcome, document.path) == ("Run 1", "stopped", None)
    assert document.has_unsaved_network
    assert document.experiment.training == edited
    assert document.undo_stack.undoText() == "Edits of the last sitting"
    made = run.log.last_iteration
    assert made == run.checkpoint.iteration > 0
    qtbot.waitUntil(lambda: document.data is not None and document.data.name == "xor")
    program.trainer.start()
    qtbot.waitUntil(lambda: run.log.last_iteration > made)
    assert program.table.run is run
    write(qtbot, program)
    assert len(names(recovery_folder())) == 2, "the folder and the lock of this sitting alone"
    program.files.close()
    assert names(recovery_folder()) == []


def test_expression_values_and_drawings_come_back(qtbot: QtBot, begin: Begin) -> None:
    program = begin()
    qtbot.waitUntil(lambda: program.document.data is not None)
    graph = cast(GraphWorkspace, program.window.workspace("graph"))
    graph.model.draw("z = (x + y) * w")
    graph.model.set_number("x", np.array([1.5, -2.0]))
    graph.expression.field.setPlainText("z = (x + y) * w + 1")
    data = cast(DataWorkspace, program.window.workspace("data"))
    rows = np.arange(784, dtype=np.uint8).reshape(28, 28)
    data.model.drawings.keep(rows, 7, "Keep a drawing")
    pad = program.recovery._parts["data"]._pad  # type: ignore[attr-defined]
    pad.press(QPointF(50, 60))
    pad.release()
    ink = pad.ink()
    program.window.show_workspace("data")
    write(qtbot, program)
    crash(program)

    program = begin()
    assert "an expression or values, drawings" in program.recovery.line.bar.text()
    take(qtbot, program)
    assert program.window.current_workspace() == "data"
    graph = cast(GraphWorkspace, program.window.workspace("graph"))
    assert graph.model.graph is not None
    values = {node.id: np.asarray(node.value).tolist() for node in graph.model.graph.inputs}
    assert values == {"x": [1.5, -2.0], "y": 1.0, "w": 1.0}
    assert graph.expression.field.toPlainText() == "z = (x + y) * w + 1"
    data = cast(DataWorkspace, program.window.workspace("data"))
    qtbot.waitUntil(lambda: data.model.drawings.split is not None)
    split = data.model.drawings.split
    assert split is not None
    assert split.x.reshape(28, 28).tolist() == rows.tolist()
    assert split.t.tolist() == [7]
    pad = program.recovery._parts["data"]._pad  # type: ignore[attr-defined]
    assert (pad.ink() == ink).all()


def apples(model: GraphModel) -> float:
    assert model.graph is not None
    (node,) = [node for node in model.graph.inputs if node.id == "apple"]
    return float(node.value or 0.0)


def test_an_example_comes_back_with_its_edited_values(qtbot: QtBot, begin: Begin) -> None:
    program = begin()
    graph = cast(GraphWorkspace, program.window.workspace("graph"))
    graph.show_example("apple")
    assert not program.recovery._parts["graph"].kept()
    graph.model.set_value("apple", "250")
    write(qtbot, program)
    crash(program)
    program = begin()
    take(qtbot, program)
    model = cast(GraphWorkspace, program.window.workspace("graph")).model
    assert (model.subject.key, model.edited) == ("apple", True)
    assert apples(model) == 250
    model.reset_values()
    assert apples(model) == 100


@pytest.fixture
def file_with_edits(qtbot: QtBot, begin: Begin, tmp_path: Path) -> Path:
    """A model that was saved and edited when the sitting ended; the seed that was typed is 5."""
    program = begin()
    train(qtbot, program)
    program.trainer.stop()
    qtbot.waitUntil(lambda: program.trainer.state is State.ENDED)
    program.document.path = path = tmp_path / "xor.blab"
    with qtbot.waitSignal(program.files.message):
        program.files.save()
    program.document.edit_training(replace(ENDLESS.training, seed=5), "Seed")
    write(qtbot, program)
    crash(program)
    return path


def test_a_file_with_edits_is_opened_again(qtbot: QtBot, begin: Begin, file_with_edits: Path) -> None:
    program = begin()
    take(qtbot, program)
    assert program.document.path == file_with_edits
    assert not program.document.has_unsaved_network
    assert program.document.experiment.training.seed == 5
    assert program.document.undo_stack.undoText() == "Edits of the last sitting"


def test_a_file_that_is_gone_is_said_and_the_rest_comes_back(
    qtbot: QtBot, begin: Begin, file_with_edits: Path
) -> None:
    file_with_edits.unlink()
    program = begin()
    take(qtbot, program)
    (box,) = [box for box in program.window.findChildren(QMessageBox) if box.isVisible()]
    assert "There is no file" in box.text()
    assert program.document.experiment.training.seed == 5


def test_it_is_offered_once(qtbot: QtBot, begin: Begin) -> None:
    program = begin()
    train(qtbot, program)
    write(qtbot, program)
    crash(program)
    program = begin()
    assert program.recovery.line.isVisible()
    program.window.close()
    assert not begin().recovery.line.isVisible()
    assert len(names(recovery_folder())) == 2, "a mistaken click has not deleted it"


def test_what_is_thrown_away_is_gone_and_an_older_one_offered(qtbot: QtBot, begin: Begin) -> None:
    for _ in range(2):
        program = begin()
        train(qtbot, program)
        write(qtbot, program)
        crash(program)
    program = begin()
    line = program.recovery.line
    for _ in range(2):
        qtbot.waitUntil(line.isVisible)
        qtbot.mouseClick(line.discard, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: names(recovery_folder()) == [])
    assert not line.isVisible()


def test_a_farewell_keeps_the_run_and_asks_nothing(qtbot: QtBot, begin: Begin) -> None:
    program = begin()
    train(qtbot, program)
    program.recovery.keep_now()
    assert not program.trainer.is_training
    assert program.recovery.is_all_kept()
    made = program.document.runs[0].log.last_iteration
    program.window.close()
    assert not program.window.isVisible()
    program = begin()
    take(qtbot, program)
    assert program.document.runs[0].log.last_iteration == made


def test_who_leaves_closes_the_window_as_a_person_would(
    begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    program, guard, end_loops = begin(), Mock(return_value=True), Mock()
    monkeypatch.setattr(QApplication, "exit", end_loops)
    program.window.add_close_guard(guard)
    program.leave()
    guard.assert_called_once_with()
    end_loops.assert_called_once_with()
    assert not program.window.isVisible()


def test_after_a_farewell_that_was_called_off_it_asks_again(qtbot: QtBot, begin: Begin) -> None:
    program = begin()
    train(qtbot, program)
    program.recovery.keep_now()
    program.document.edit_training(replace(ENDLESS.training, seed=9), "Seed")
    assert not program.recovery.is_all_kept()
    program.window.close()
    (box,) = [box for box in program.window.findChildren(QMessageBox) if box.isVisible()]
    box.button(QMessageBox.StandardButton.Cancel).click()
    assert program.window.isVisible()


def test_a_farewell_without_room_keeps_what_was_written_before(
    qtbot: QtBot, begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = begin()
    train(qtbot, program)
    write(qtbot, program)

    def full(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        program.recovery.keep_now()
    assert not program.recovery.is_all_kept()
    program.files.close()
    assert begin().recovery.line.isVisible()


def test_a_saving_that_is_killed_is_swept_at_the_next_start(
    qtbot: QtBot, begin: Begin, settings: Settings, tmp_path: Path
) -> None:
    folder = tmp_path / "models"
    folder.mkdir()
    settings.folder = folder
    left = folder / ".a.blab.abcd_123.part"
    left.touch()
    with new_content(folder / "b.blab") as file:
        file.write(b"PK")
        program = begin()
        assert not left.exists()
    assert names(folder) == ["b.blab"]
    program.window.close()


def test_a_network_can_be_saved_after_it_was_taken(qtbot: QtBot, begin: Begin, tmp_path: Path) -> None:
    program = begin()
    train(qtbot, program)
    program.recovery.keep_now()
    program.files.close()
    program = begin()
    take(qtbot, program)
    program.document.path = tmp_path / "a.blab"
    with qtbot.waitSignal(program.files.message):
        program.files.save()
    assert load_checkpoint(tmp_path / "a.blab").iteration > 0
    program.window.close()
    assert not program.window.isVisible()
    assert names(recovery_folder()) == []
