"""Choosing a preset in the whole program: what was trained is not lost without a question."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from core.training.presets import PRESETS
from gui.app import Program
from gui.document.change import State
from gui.remembered.experiment import experiment_text
from gui.remembered.settings import Settings
from gui.train.workspace import TrainWorkspace


def _question(app: QApplication) -> QMessageBox | None:
    boxes = [widget for widget in app.topLevelWidgets() if isinstance(widget, QMessageBox)]
    return next((box for box in boxes if box.isVisible()), None)


def _answer(qtbot: QtBot, box: QMessageBox, button: QMessageBox.StandardButton) -> None:
    pressed = box.button(button)
    assert isinstance(pressed, QPushButton)
    qtbot.mouseClick(pressed, Qt.MouseButton.LeftButton)


def test_a_trained_network_is_kept_until_the_person_has_answered(
    qtbot: QtBot, qapp: QApplication, settings: Settings
) -> None:
    settings.theme, settings.workspace = "light", "train"
    settings.configuration = experiment_text(PRESETS["deep-sigmoid"].experiment)
    program = Program(qapp, settings)
    window = program.window
    qtbot.addWidget(window)
    window.show()
    train = window.workspace("train")
    assert isinstance(train, TrainWorkspace)
    qtbot.waitUntil(lambda: program.document.data is not None)
    qtbot.mouseClick(train.controls.buttons.by_name["step"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.trainer.state is State.PAUSED)
    qtbot.mouseClick(train.controls.buttons.by_name["stop"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.trainer.state is State.ENDED)
    before = program.document.experiment

    preset = train.network.preset
    preset.setFocus()
    preset.activated.emit(preset.findData("simple-net"))
    qtbot.waitUntil(lambda: _question(qapp) is not None)
    assert preset.word == "deep-sigmoid"
    box = _question(qapp)
    assert box is not None
    _answer(qtbot, box, QMessageBox.StandardButton.Cancel)
    assert program.document.experiment == before
    assert program.document.has_unsaved_network

    preset.activated.emit(preset.findData("simple-net"))
    qtbot.waitUntil(lambda: _question(qapp) is not None)
    box = _question(qapp)
    assert box is not None
    _answer(qtbot, box, QMessageBox.StandardButton.Discard)
    qtbot.waitUntil(lambda: program.document.preset_name == "simple-net")
    qtbot.waitUntil(lambda: program.trainer.state is State.IDLE)
    assert preset.word == "simple-net"
