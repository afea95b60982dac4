"""The page Runs over a store: runs of this sitting and of earlier ones, used as a person uses them."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeAlias

import pytest
from PySide6.QtCore import QDateTime, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox

from core.store.store import LIMIT_BYTES, KeptRun, RunStore
from core.training.config import Experiment
from core.training.session import TrainingSession
from gui.document.change import State
from gui.train.runs.model import COLUMNS
from gui.train.runs.page import RunsPage
from tests.gui.train.screen import CONFIG, SPEC, MakePart, PartScreen, images, runs

RunsScreen: TypeAlias = PartScreen[RunsPage]


@pytest.fixture
def store(tmp_path: Path) -> RunStore:
    return RunStore(tmp_path / "runs", wait_s=0.0)


@pytest.fixture
def earlier(store: RunStore) -> KeptRun:
    """A run of an earlier sitting, with its network."""
    session = TrainingSession(Experiment(SPEC, replace(CONFIG, seed=5, length=1)), images())
    for _ in session.events():
        pass
    return store.keep(session.checkpoint(), "yesterday", "stopped")[0]


@pytest.fixture
def screen(parts: MakePart, store: RunStore, earlier: KeptRun) -> RunsScreen:
    made = parts(partial(runs, store=store))
    made.part.kept.read()
    settled(made)
    return made


def settled(screen: RunsScreen) -> None:
    screen.qtbot.waitUntil(lambda: not screen.part.kept._tasks and not screen.jobs.is_busy("runs"))


def trained(screen: RunsScreen) -> None:
    screen.run_to_end()
    settled(screen)


def cell(screen: RunsScreen, row: int, column: str) -> str:
    return str(screen.part.model.index(row, COLUMNS.index(column)).data())


def names(screen: RunsScreen) -> list[str]:
    return [cell(screen, row, "name") for row in range(screen.part.model.rowCount())]


def choose(screen: RunsScreen, row: int, name: str) -> None:
    """Mark a row and choose an action of its menu."""
    page = screen.part
    page.select(row)
    action = page.actions_of_runs.by_name[name]
    assert action.isEnabled()
    action.trigger()
    settled(screen)


def test_a_run_of_an_earlier_sitting_stands_below_those_of_this_one(
    screen: RunsScreen, earlier: KeptRun
) -> None:
    assert names(screen) == ["yesterday"]
    trained(screen)
    assert names(screen) == ["Run 1 (now)", "yesterday"]
    row = [cell(screen, 1, column) for column in COLUMNS]
    ended = QDateTime.fromSecsSinceEpoch(round(earlier.record.ended.timestamp()))
    assert row[:5] == ["yesterday", "36-8-3, ReLU", "SGD 0.1", "5", "20"]
    assert row[6:] == [
        "stopped",
        ended.time().toString("HH:mm"),
        f"{earlier.size / 1000:.2f} kB",
        "",
    ]
    assert earlier.record.test_accuracy is not None
    assert row[5] == f"{100 * earlier.record.test_accuracy:.2f} %"
    index = screen.part.model.index(1, 0)
    assert index.data(Qt.ItemDataRole.CheckStateRole) is None, "its curves are not at hand"
    assert "Seed: 5" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert cell(screen, 0, "size")


def test_it_is_put_on_the_table_with_network_and_settings(screen: RunsScreen, store: RunStore) -> None:
    trained(screen)
    page = screen.part
    page.select(1)
    QTest.mouseClick(page.table_button, Qt.MouseButton.LeftButton)
    settled(screen)
    assert names(screen) == ["yesterday (now)", "Run 1"]
    assert screen.document.experiment.training.seed == 5
    assert screen.trainer.state is State.ENDED
    assert page.selected is not None
    assert page.selected.name == "yesterday"
    assert not page.table_button.isEnabled(), "it is there"
    page.select(1)
    QTest.mouseClick(page.table_button, Qt.MouseButton.LeftButton)
    assert names(screen) == ["yesterday", "Run 1 (now)"]
    model = page.model
    model.setData(model.index(0, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert [run.name for run in model.overlaid] == ["yesterday"], "by now its curves are at hand"


def test_while_a_training_runs_nothing_is_put_on_the_table(screen: RunsScreen) -> None:
    screen.set(length=1_000_000)
    screen.press("start")
    screen.until_iteration(5)
    page = screen.part
    page.select(1)
    assert not page.table_button.isEnabled()
    assert page.use_button.isEnabled()
    page.select(0)
    assert not page.actions_of_runs.by_name["pin"].isEnabled(), "it is not kept yet"
    screen.press("stop")
    screen.until(State.ENDED)
    settled(screen)
    assert page.actions_of_runs.by_name["pin"].isEnabled()


def test_settings_of_an_earlier_sitting_are_used_again(screen: RunsScreen) -> None:
    page = screen.part
    page.select(0)
    QTest.mouseClick(page.use_button, Qt.MouseButton.LeftButton)
    assert screen.document.experiment.training.seed == 5
    assert screen.trainer.state is State.IDLE


def test_a_name_and_a_note_are_written_in_their_cells(screen: RunsScreen, store: RunStore) -> None:
    page = screen.part
    for action, text in (("rename", " wide  network "), ("note", "the best")):
        choose(screen, 0, action)
        (field,) = page.table.findChildren(QLineEdit)
        field.selectAll()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
        QApplication.processEvents()
        settled(screen)
        screen.qtbot.waitUntil(lambda: not page.table.findChildren(QLineEdit))
    assert (cell(screen, 0, "name"), cell(screen, 0, "note")) == ("wide network", "the best")
    record = store.listing().runs[0].record
    assert (record.name, record.note) == ("wide network", "the best")
    assert "Note: the best" in page.model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_a_pin_is_seen_and_can_be_taken_off(screen: RunsScreen, store: RunStore) -> None:
    page = screen.part
    index = page.model.index(0, 0)
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    choose(screen, 0, "pin")
    assert store.listing().runs[0].record.pinned
    assert page.pin_button.isChecked()
    assert not index.data(Qt.ItemDataRole.DecorationRole).isNull()
    choose(screen, 0, "pin")
    assert not store.listing().runs[0].record.pinned
    assert not page.pin_button.isChecked()


def test_a_run_is_deleted_by_key_and_comes_back_by_undo(screen: RunsScreen, store: RunStore) -> None:
    trained(screen)
    page = screen.part
    page.select(0)
    assert not page.delete_button.isEnabled(), "it is on the table"
    page.select(1)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    settled(screen)
    assert names(screen) == ["Run 1 (now)"]
    assert len(store.listing().runs) == 1
    screen.document.undo_stack.undo()
    settled(screen)
    assert names(screen) == ["Run 1 (now)", "yesterday"]


def test_everything_is_deleted_once_a_person_has_said_so(screen: RunsScreen, store: RunStore) -> None:
    trained(screen)
    page = screen.part
    for button, left in (("Cancel", 2), ("Delete everything", 1)):
        page.actions_of_runs.everything.trigger()
        (box,) = page.findChildren(QMessageBox)
        assert box.text().startswith("Delete all 2 runs that are kept, ")
        (pressed,) = [one for one in box.buttons() if one.text().replace("&", "") == button]
        QTest.mouseClick(pressed, Qt.MouseButton.LeftButton)
        screen.qtbot.waitUntil(lambda: not page.findChildren(QMessageBox))
        settled(screen)
        assert len(store.listing().runs) == left
    assert names(screen) == ["Run 1 (now)"]


def test_the_room_is_shown_and_can_be_limited(screen: RunsScreen, store: RunStore) -> None:
    page = screen.part
    assert page.room.text() == f"{store.listing().size / 1000:.2f} kB of 2 GB"
    page.actions_of_runs.limits.aboutToShow.emit()
    offered = {action.text(): action for action in page.actions_of_runs.limits.actions()}
    assert [text for text, action in offered.items() if action.isChecked()] == ["2 GB"]
    offered["500 MB"].trigger()
    settled(screen)
    assert store.listing().limit == 500_000_000 != LIMIT_BYTES
    assert page.room.text().endswith(" kB of 500 MB")


def test_damage_and_a_newer_store_are_told(screen: RunsScreen, store: RunStore, earlier: KeptRun) -> None:
    page = screen.part
    (store.folder / f"{earlier.id}.json").write_text("{")
    screen.part.kept.read()
    settled(screen)
    assert page.room.text().endswith("; some are damaged")
    assert "the name, note and pin of that run are not known" in page.room.toolTip()
    assert names(screen) == [earlier.id]
    about = json.dumps({"format": "backprop-lab runs", "version": 9, "limit": 1})
    (store.folder / "store.json").write_text(about)
    screen.part.kept.read()
    settled(screen)
    assert page.room.text() == "Runs are not kept"
    assert "belong to a newer version" in page.room.toolTip()
    assert page.empty.isVisible()


def test_the_marked_run_stays_marked_when_another_one_comes(screen: RunsScreen) -> None:
    page = screen.part
    page.select(0)
    trained(screen)
    assert page.selected is not None
    assert page.selected.name == "yesterday"
