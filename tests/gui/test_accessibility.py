"""What a screen reader finds: no control without a name, and all that a learner commonly does.

The twelve tasks are done through the accessibility tree alone, by role and name.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QScrollBar,
    QTabWidget,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.app import Program
from gui.lab.table import EXPERIMENTS
from gui.lab.workspace import LabWorkspace
from gui.remembered.settings import Settings
from gui.widgets import painted
from gui.widgets.painted import Painted
from pictures.scene import Stage
from tests.gui.reader import Reader, Role

_CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QTextEdit,
    Painted,
)
_PARTS_OF_OTHERS = (QHeaderView, QScrollBar)


# The offscreen platform has no keyboard to grab for what pops up.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, settings: Settings) -> Iterator[Program]:
    """The first start of all."""
    settings.theme, settings.language = "light", "en"
    program = Program(qapp, settings)
    qtbot.addWidget(program.window)
    program.window.resize(1366, 720)
    program.window.show()
    qtbot.waitUntil(lambda: program.document.data is not None)
    yield program
    program.trainer.shutdown()
    program.document.new(program.document.experiment)


def test_the_twelve_commonest_tasks_need_the_accessibility_tree_alone(
    program: Program, tmp_path: Path
) -> None:
    reader = Reader(program.window, Stage(program.window).until)
    see_the_first_values(reader)
    ask_why_a_gradient_is_200(reader)
    train_and_read_the_accuracy(reader)
    pause_and_change_the_rate(reader)
    list_fours_read_as_nines_and_trace_one(reader)
    draw_a_seven(reader)
    save_the_model(reader, tmp_path / "seven.blab")
    add_a_hidden_layer(reader)
    check_the_gradient(reader)
    compare_sigmoid_with_relu(reader)


def see_the_first_values(reader: Reader) -> None:
    reader.find(Role.ListItem, "multiply1, Product, value 200, gradient not computed yet")
    reader.find(Role.Equation, "z = apple · n; = 100 × 2 = 200")
    reader.press(Role.Button, "To the end")
    reader.find(Role.ListItem, "apple, input, value 100, gradient 2.2")


def ask_why_a_gradient_is_200(reader: Reader) -> None:
    reader.press(Role.ListItem, "tax, input, value 1.1, gradient 200")
    reader.find(Role.Equation, "∂price/∂tax = z; = 1 × 200 = 200")


def train_and_read_the_accuracy(reader: Reader) -> None:
    go_to(reader, "Train")
    reader.find(Role.ComboBox, "Two layers")
    reader.press(Role.Button, "Start")
    reader.find(Role.StaticText, "test accuracy ", "%")


def pause_and_change_the_rate(reader: Reader) -> None:
    reader.press(Role.Button, "Pause")
    reader.find(Role.Button, "Resume")
    reader.write("Learning rate", "0.05")
    reader.press(Role.Button, "One epoch")
    reader.find(Role.Chart, "Accuracy", "(epoch 1)")
    reader.find(Role.Chart, "Loss per iteration", "0.05")
    reader.find(Role.Chart, "Loss per iteration", "iteration from 0 to ")


def list_fours_read_as_nines_and_trace_one(reader: Reader) -> None:
    go_to(reader, "Data")
    reader.find(Role.StaticText, "Run 1, paused at iteration 300")
    reader.find(Role.StaticText, "8", "% right ✓")
    reader.press(Role.ListItem, "label 4, prediction 9: ")
    reader.find(Role.ListItem, "Test image ", "label 4, prediction 9 ✗")
    reader.press(Role.ListItem, "Test image ")
    reader.press(Role.Button, "Trace in the graph")
    reader.find(Role.StaticText, "Run 1 after 300 iterations", "label 4, prediction 9")
    reader.find(Role.ListItem, "x, input")


def draw_a_seven(reader: Reader) -> None:
    go_to(reader, "Data")
    for row, column in ((2, 2), (2, 3), (2, 4), (2, 5), (3, 5), (4, 4), (5, 4), (6, 3)):
        reader.press(Role.ListItem, f"row {row}, column {column}: ")
    reader.find(Role.ListItem, "row 6, column 3: ink")
    reader.find(Role.Client, "Prediction", "% sure")


def save_the_model(reader: Reader, path: Path) -> None:
    reader.press(Role.MenuItem, "Save as")
    reader.write("File name", str(path))
    reader.press(Role.Button, "Save")
    reader.find(Role.StaticText, "Saved", path.name)
    assert path.is_file()


def add_a_hidden_layer(reader: Reader) -> None:
    go_to(reader, "Train")
    reader.press(Role.Button, "Hidden layer")
    reader.find(Role.EditableText, "Units of Affine 3")


def check_the_gradient(reader: Reader) -> None:
    go_to(reader, "Lab")
    reader.press(Role.ListItem, "Gradient check")
    reader.find(Role.ListItem, "W1 (784 × 50)", "right")


def compare_sigmoid_with_relu(reader: Reader) -> None:
    reader.press(Role.Button, "Lab")
    reader.press(Role.ListItem, "Vanishing gradients")
    reader.press(Role.Button, "Sigmoid and ReLU")
    reader.find(Role.ListItem, "Sigmoid, Xavier\nlayer 1:", "∂L/∂y: 2.08e−6")
    reader.find(Role.ListItem, "ReLU, Xavier\nlayer 1:", "∂L/∂y: 0.0399")


def go_to(reader: Reader, workspace: str) -> None:
    reader.press(Role.CheckBox, workspace)


def test_each_control_has_a_name(program: Program) -> None:
    """Every page of every workspace, and every experiment."""
    painted.install()
    window = program.window
    nameless: dict[str, None] = {}
    for key in ("graph", "train", "data", "lab"):
        window.show_workspace(key)
        workspace = window.workspace(key)
        nameless |= nameless_in(window)
        for tabs in workspace.findChildren(QTabWidget):
            for page in range(tabs.count()):
                tabs.setCurrentIndex(page)
                nameless |= nameless_in(tabs)
    lab = cast(LabWorkspace, window.workspace("lab"))
    for word in EXPERIMENTS:
        nameless |= nameless_in(lab.open_experiment(word))
    assert not list(nameless)


def nameless_in(part: QWidget) -> dict[str, None]:
    """Where the controls that can be seen and have no name stand."""
    return {
        place_of(control): None
        for control in part.findChildren(QWidget)
        if isinstance(control, _CONTROLS) and not isinstance(control, _PARTS_OF_OTHERS)
        if control.isVisible() and not isinstance(control.parent(), (QAbstractSpinBox, QComboBox))
        if not QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)
    }


def place_of(widget: QWidget | None) -> str:
    names = []
    while widget is not None:
        names.append(type(widget).__name__)
        widget = widget.parentWidget()
    return " in ".join(names[:6])
