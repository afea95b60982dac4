"""Changes of the theme and of the language in the program's own window, every workspace visited, a network of
16 rows in the Train workspace. The other language is Korean.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from core.nn.layer_kinds import LayerSpec
from gui.app import Program

SIZE = (1280, 800)
HIDDEN_LAYERS = 6  # with as many activations; with input, output layer, its scores and the loss 16 rows
REST_S = 0.1
"""The window is at rest when it has done nothing for so long."""


def settle(app: QApplication) -> None:
    """Let the window do what it has to do."""
    last = time.perf_counter()
    while time.perf_counter() - last < REST_S:
        before = time.process_time()
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        if time.process_time() - before > 1e-3:
            last = time.perf_counter()
        time.sleep(1e-3)


def processor_ms(app: QApplication, change: Callable[[], object]) -> float:
    """What a change and all that follows from it take; waiting for more takes next to nothing."""
    settle(app)
    before = time.process_time()
    change()
    settle(app)
    return (time.process_time() - before) * 1e3


def deep(program: Program) -> None:
    """Put a network of 16 rows on the table."""
    spec = program.document.experiment.network
    hidden = (LayerSpec("affine", units=50), LayerSpec("relu")) * HIDDEN_LAYERS
    layers = (*hidden, LayerSpec("affine", units=10), LayerSpec("relu"))
    program.document.edit_network(replace(spec, layers=layers), "")


def visit_all(app: QApplication, program: Program) -> None:
    while program.document.data is None:
        settle(app)
    for key in (*program.window.workspaces(), "train"):
        program.window.show_workspace(key)
        settle(app)


class Changes:
    """The window as it is before it is asked for anything, which takes seconds."""

    def __init__(self, app: QApplication, program: Program) -> None:
        self._app = app
        program.window.resize(*SIZE)
        deep(program)
        visit_all(app, program)
        theme, language = program.theme, program.window.language
        self._changes: dict[str, tuple[Callable[[], object], Callable[[], object]]] = {
            "theme": (lambda: theme.set_choice("dark"), lambda: theme.set_choice("light")),
            "language": (lambda: language.set_choice("ko"), lambda: language.set_choice("en")),
        }

    def milliseconds(self, what: str, rounds: int) -> list[float]:
        """The processor time of so many changes of the theme or the language and as many back, each from the
        choice until the window is painted and at rest."""
        return [processor_ms(self._app, do) for _ in range(rounds) for do in self._changes[what]]
