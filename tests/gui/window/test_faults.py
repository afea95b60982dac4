"""What breaks is logged and said once, can be copied, and the window lives on."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QThread, QTimer
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.window.fault_dialog import FaultDialog
from gui.window.faults import Faults


@pytest.fixture
def faults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[Faults]:
    for hooked, name in ((sys, "excepthook"), (threading, "excepthook"), (sys, "unraisablehook")):
        monkeypatch.setattr(hooked, name, getattr(hooked, name))
    faults = Faults(tmp_path / "data" / "backprop-lab.log")
    faults.install()
    yield faults
    for dialog in dialogs():
        with qtbot.waitSignal(dialog.destroyed):
            dialog.close()


def dialogs() -> list[FaultDialog]:
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, FaultDialog)]


def the_dialog(qtbot: QtBot) -> FaultDialog:
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    return dialogs()[0]


def close(qtbot: QtBot, dialog: FaultDialog) -> None:
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.mouseClick(dialog.close_button, Qt.MouseButton.LeftButton)


def break_at_one_place() -> None:
    raise RuntimeError("the valve is stuck")


def break_at_another_place() -> None:
    raise KeyError("no such gauge")


def test_a_slot_that_breaks_is_said_and_logged(qtbot: QtBot, faults: Faults) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    button.clicked.connect(break_at_one_place)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    dialog = the_dialog(qtbot)
    assert "RuntimeError: the valve is stuck" in dialog.details()
    assert str(faults.log) in dialog.text()
    log = faults.log.read_text(encoding="utf-8")
    assert "RuntimeError: the valve is stuck" in log
    assert "break_at_one_place" in log


def test_copy_copies_the_details(qtbot: QtBot, faults: Faults) -> None:
    QTimer.singleShot(0, break_at_one_place)
    dialog = the_dialog(qtbot)
    qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == dialog.details()
    assert dialog.details().startswith("Traceback")
    assert dialog.details().endswith("RuntimeError: the valve is stuck")


def test_faults_do_not_pile_up_dialogs(qtbot: QtBot, faults: Faults) -> None:
    QTimer.singleShot(0, break_at_one_place)
    dialog = the_dialog(qtbot)
    for _ in range(4):
        QTimer.singleShot(0, break_at_one_place)
        QTimer.singleShot(0, break_at_another_place)
    qtbot.waitUntil(lambda: "8" in dialog.count_text())
    assert dialogs() == [dialog]
    assert faults.log.read_text(encoding="utf-8").count("Traceback") == 9


def test_the_same_fault_again_is_told_without_a_dialog(qtbot: QtBot, faults: Faults) -> None:
    QTimer.singleShot(0, break_at_one_place)
    close(qtbot, the_dialog(qtbot))
    with qtbot.waitSignal(faults.repeated) as told:
        QTimer.singleShot(0, break_at_one_place)
    assert told.args == ["The same fault again. It is in the log."]
    assert dialogs() == []


def test_another_fault_has_a_dialog_of_its_own(qtbot: QtBot, faults: Faults) -> None:
    QTimer.singleShot(0, break_at_one_place)
    close(qtbot, the_dialog(qtbot))
    QTimer.singleShot(0, break_at_another_place)
    assert "no such gauge" in the_dialog(qtbot).details()


def test_a_fault_that_is_reported_is_shown_each_time(qtbot: QtBot, faults: Faults) -> None:
    """A worker's: the person pressed Start again, and is told again."""
    for _ in range(2):
        faults.report(RuntimeError("the worker fell"))
        dialog = the_dialog(qtbot)
        assert dialog.details() == "RuntimeError: the worker fell"
        close(qtbot, dialog)


def test_a_thread_that_breaks(qtbot: QtBot, faults: Faults) -> None:
    thread = threading.Thread(target=break_at_one_place)
    thread.start()
    thread.join()
    dialog = the_dialog(qtbot)
    assert "the valve is stuck" in dialog.details()
    assert dialog.thread() is QApplication.instance().thread()


class BreaksInPainting(QWidget):
    def paintEvent(self, _event: QPaintEvent) -> None:
        break_at_one_place()


class BreaksInItsThread(QThread):
    def run(self) -> None:
        break_at_one_place()


def test_what_qt_calls_breaks_into_the_dialog_as_well(qtbot: QtBot, faults: Faults) -> None:
    painted, thread = BreaksInPainting(), BreaksInItsThread()
    qtbot.addWidget(painted)
    painted.show()
    dialog = the_dialog(qtbot)
    assert "break_at_one_place" in dialog.details()
    painted.hide()
    thread.start()
    thread.wait()
    qtbot.waitUntil(lambda: faults.log.read_text(encoding="utf-8").count(", in run\n") >= 1)
    assert dialogs() == [dialog]


class Clumsy:
    def __del__(self) -> None:
        break_at_one_place()


def test_a_finalizer_that_breaks_is_only_logged(qtbot: QtBot, faults: Faults) -> None:
    clumsy = Clumsy()
    del clumsy
    gc.collect()
    assert "the valve is stuck" in faults.log.read_text(encoding="utf-8")
    assert dialogs() == []


def test_a_log_that_cannot_be_written_is_said(qtbot: QtBot, faults: Faults) -> None:
    faults.log.parent.write_text("a file where the folder should be")
    QTimer.singleShot(0, break_at_one_place)
    dialog = the_dialog(qtbot)
    assert "the valve is stuck" in dialog.details()
    assert "could not be written" in dialog.text()


def test_the_log_does_not_grow_for_ever(qtbot: QtBot, faults: Faults) -> None:
    faults.log.parent.mkdir()
    faults.log.write_text("old\n" * 100_000)
    faults.report(RuntimeError("new"))
    the_dialog(qtbot)
    assert "old" not in faults.log.read_text(encoding="utf-8")
    assert "new" in faults.log.read_text(encoding="utf-8")
    assert faults.log.with_suffix(".old.log").read_text().startswith("old")


def test_an_interrupt_ends_the_program_without_a_dialog(qtbot: QtBot, faults: Faults) -> None:
    quits: list[bool] = []
    receiver = QObject()
    QApplication.instance().aboutToQuit.connect(receiver.deleteLater)
    monkey = pytest.MonkeyPatch()
    monkey.setattr("gui.window.faults.QCoreApplication.quit", lambda: quits.append(True))
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    monkey.undo()
    assert quits == [True]
    assert dialogs() == []
    assert not faults.log.exists()
