"""A process with the program's own window, every workspace visited, a network of 16 rows in the Train
workspace. It measures what it is asked for and answers each line with one of JSON:

`theme N`, `language N`: the processor time in milliseconds of N changes and as many back, each from the
choice until the window is painted and at rest. The other language is Korean.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from benchmarks.lines import answer
from benchmarks.trial import opening
from core.nn.layer_kinds import LayerSpec
from gui.app import Program, application
from gui.garbage import GarbageCollector
from gui.remembered.settings import Settings

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


def main() -> None:
    with TemporaryDirectory() as folder:
        app = application()
        program = Program(
            app, Settings(Path(folder) / "settings.json"), recovery_home=Path(folder) / "recovery"
        )
        program.data._opening = opening
        program.window.resize(*SIZE)
        program.window.painted.connect(GarbageCollector(program.window).start)
        program.window.show()
        deep(program)
        visit_all(app, program)
        theme, language = program.theme, program.window.language
        changes: dict[str, tuple[Callable[[], object], Callable[[], object]]] = {
            "theme": (lambda: theme.set_choice("dark"), lambda: theme.set_choice("light")),
            "language": (lambda: language.set_choice("ko"), lambda: language.set_choice("en")),
        }
        answer("ready")
        for line in sys.stdin:
            what, rounds = line.split()
            answer({"ms": [processor_ms(app, do) for _ in range(int(rounds)) for do in changes[what]]})


if __name__ == "__main__":
    main()
