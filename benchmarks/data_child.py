"""A process with the program's own window and its Data workspace, whose parts are used as a person uses them.
It measures what it is asked for and answers each line with one of JSON:

`train`, `rest`: let the default preset train from now on, again and again, or not any more;
`scroll N`: how long each page of 200 images took to be painted, N times through the training set;
`filter N`: how long a filter and then an order took over all images, until they were painted;
`predict N`: how long the predictions for all images took, as the workspace asks for them;
`draw N`: how long each movement of the pen took until its prediction was painted, in N drawings;
`rate open|closed SECONDS`: iterations a second with the workspace on the screen, or another one.

Times are in milliseconds, one list for each of the N.
"""

from __future__ import annotations

import math
import os
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from benchmarks.lines import Lines, answer
from benchmarks.timed_session import TimedSession
from benchmarks.trial import IS_TRIAL, SETTLING_S, opening
from core.inspection.filtering import Filter, Order
from gui.app import Program, application
from gui.data.draw.panel import DrawPanel
from gui.data.model.asking import SplitName, predict_splits
from gui.data.pages import DataPages
from gui.data.workspace import DataWorkspace
from gui.document.change import Change, State
from gui.remembered.settings import Settings

SIZE = (1440, 900)
PAGE = 200
LONGEST_S = 120.0
LOOK_MS = 20
CLOSED = "graph"  # what is on the screen while the workspace is closed: nothing moves there
SPLITS: tuple[SplitName, SplitName] = ("train", "test")
STROKE = tuple(
    (0.5 + 0.3 * math.sin(0.05 * t), 0.2 + 0.006 * t) for t in range(0, 100, 10 if IS_TRIAL else 1)
)
"""An S, in shares of the pad: one movement of the pen after another."""


class Bench(QObject):
    """The program in its Data workspace, and what is measured of it."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        self._program = program
        self._sessions: list[TimedSession] = []
        self._is_wanted = False
        program.data._opening = opening
        program.trainer._make_session = self._make_session
        program.table.changed.connect(self._on_changed)
        window = program.window
        window.resize(*SIZE)
        window.show_workspace("data")
        window.show()
        workspace = window.workspace("data")
        assert isinstance(workspace, DataWorkspace)
        self._workspace, self._model = workspace, workspace.model
        self._view = workspace.grid.view
        self._panel: DrawPanel = workspace.findChild(DataPages).predictions.draw  # type: ignore[union-attr]

    def _make_session(self, *arguments: Any) -> TimedSession:
        self._sessions.append(TimedSession(*arguments))
        return self._sessions[-1]

    def _on_changed(self, what: Change) -> None:
        if Change.STATE in what and self._program.table.state is State.ENDED:
            QTimer.singleShot(0, self._go_on)

    def _go_on(self) -> None:
        if self._is_wanted:
            # From initial weights: Start alone would go on with the last run.
            self._program.trainer.reset()
            self._program.trainer.start()

    def begin(self) -> None:
        """Predictions for both splits are there, and a page has enough images."""
        self._until(lambda: self._model.data is not None)
        for split in SPLITS:
            self._look_at(split)
        self._workspace.grid.sizes["small"].click()

    def ask(self, line: str) -> dict[str, Any]:
        what, *given = line.split()
        measures: dict[str, Callable[..., dict[str, Any]]] = {
            "train": self._train,
            "rest": self._rest,
            "scroll": self._scroll,
            "filter": self._filter,
            "predict": self._predict,
            "draw": self._draw,
            "rate": self._rate,
        }
        return measures[what](*given)

    def _train(self) -> dict[str, Any]:
        self._is_wanted = True
        self._go_on()
        self._until(lambda: bool(self._sessions) and len(self._sessions[-1].epochs) > 1)
        return {}

    def _rest(self) -> dict[str, Any]:
        self._is_wanted = False
        self._program.trainer.stop()
        self._until(lambda: self._program.trainer.state.is_resting)
        self._until(lambda: not self._model.is_predicting)
        return {}

    # Each of what is measured

    def _scroll(self, rounds: str) -> dict[str, Any]:
        self._look_at("train")
        view, bar = self._view, self._view.verticalScrollBar()
        cells = view.cells
        rows = -(-PAGE // cells.columns)
        stride = rows * cells.cell_height
        shown = min(PAGE, view.viewport().height() / cells.cell_height * cells.columns)
        found = []
        for _ in range(int(rounds)):
            times, top = [], 0.0
            while top < bar.maximum():
                self._breathe()
                start = time.perf_counter()
                bar.setValue(round(top))
                view.viewport().repaint()
                times.append(_ms_since(start))
                top += stride
            found.append(times)
        return {"ms": found, "note": f"{shown:.0f} images are in sight; {len(found[0])} pages"}

    def _filter(self, rounds: str) -> dict[str, Any]:
        """Two conditions and an order, which both need the predictions; both splits, one after the other."""
        wanted = Filter(labels=frozenset({3, 5, 8}), confidence=(0.0, 0.99))
        found = []
        for _ in range(int(rounds)):
            spent = 0.0
            for split in SPLITS:
                self._look_at(split)
                self._breathe()
                start = time.perf_counter()
                self._model.set_filter(wanted)
                self._model.set_sorting(Order("loss", descending=True))
                self._view.viewport().repaint()
                spent += _ms_since(start)
                self._model.set_sorting(Order())
                self._model.clear_filter()
            found.append([spent])
        return {"ms": found}

    def _predict(self, rounds: str) -> dict[str, Any]:
        found = []
        for _ in range(int(rounds)):
            network = self._model.network
            parts = [(name, split) for name in SPLITS if (split := self._model.examples_of(name)) is not None]
            assert network is not None
            done: list[float] = []
            start = time.perf_counter()
            self._program.jobs.start(
                "bench",
                partial(predict_splits, network.copy, parts),
                partial(_note_time, start, done),
                lambda error: sys.exit(repr(error)),
            )
            self._until(partial(bool, done))
            found.append(done)
        return {"ms": found}

    def _draw(self, drawings: str) -> dict[str, Any]:
        page = self._panel.parentWidget()
        assert page is not None
        self._workspace.show_page(page)
        self._until(lambda: self._panel.isVisible())
        pad = self._panel.pad
        found = []
        for _ in range(int(drawings)):
            pad.drawing.clear()
            found.append(list(self._stroke()))
        return {"ms": found}

    def _stroke(self) -> Iterator[float]:
        """The pen goes down and along: after each movement the prediction for it is waited for."""
        pad, square = self._panel.pad, self._panel.pad.square()
        kind = QEvent.Type.MouseButtonPress
        for x, y in STROKE:
            self._breathe()
            point = square.topLeft() + QPointF(x * square.width(), y * square.height())
            before, start = self._panel.prediction, time.perf_counter()
            _send(pad, kind, point)
            while self._panel.prediction is before:
                QApplication.processEvents()
            self._panel.repaint()
            yield _ms_since(start)
            kind = QEvent.Type.MouseMove
        _send(pad, QEvent.Type.MouseButtonRelease, point)

    def _rate(self, name: str, seconds: str) -> dict[str, Any]:
        self._program.window.show_workspace("data" if name == "open" else CLOSED)
        self._pause(SETTLING_S)
        while True:
            session, since = self._sessions[-1], time.perf_counter()
            self._until(partial(self._is_over, session, float(seconds), since))
            if session is self._sessions[-1]:
                return {"rate": session.rate(float(seconds), since)}
            self._pause(SETTLING_S)

    def _is_over(self, session: TimedSession, seconds: float, since: float) -> bool:
        return session is not self._sessions[-1] or session.rate(seconds, since) is not None

    # Letting the program live

    def _look_at(self, split: SplitName) -> None:
        self._model.set_split(split)
        self._until(lambda: self._model.predictions is not None)

    @staticmethod
    def _breathe() -> None:
        """What waits is done: news of the training, paint events, timers that are due."""
        QApplication.processEvents()

    @staticmethod
    def _pause(seconds: float) -> None:
        loop = QEventLoop()
        QTimer.singleShot(round(1000 * seconds), loop.quit)
        loop.exec()

    @staticmethod
    def _until(condition: Callable[[], bool]) -> None:
        """Wait until it holds, and look now and then: who waits must not keep the training from its work."""
        loop, looks = QEventLoop(), QTimer()
        deadline = time.perf_counter() + LONGEST_S

        def look() -> None:
            if condition() or time.perf_counter() > deadline:
                loop.quit()

        looks.timeout.connect(look)
        looks.start(LOOK_MS)
        if not condition():
            loop.exec()
        if not condition():
            raise TimeoutError("the program did not come to what was waited for")


def _ms_since(start: float) -> float:
    return 1e3 * (time.perf_counter() - start)


def _note_time(start: float, done: list[float], _result: object) -> None:
    done.append(_ms_since(start))


def _send(pad: QObject, kind: QEvent.Type, point: QPointF) -> None:
    is_move = kind == QEvent.Type.MouseMove
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    buttons = none if kind == QEvent.Type.MouseButtonRelease else left
    event = QMouseEvent(
        kind, point, point, none if is_move else left, buttons, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(pad, event)


def _answer(bench: Bench, line: str) -> None:
    try:
        answer(bench.ask(line))
    except BaseException:
        # Out of an event handler nothing reaches the caller, who would wait for an answer forever.
        traceback.print_exc()
        os._exit(1)


def main() -> None:
    with TemporaryDirectory() as folder:
        app = application()
        program = Program(
            app, Settings(Path(folder) / "settings.json"), recovery_home=Path(folder) / "recovery"
        )
        bench = Bench(program)
        bench.begin()
        lines = Lines()
        lines.came.connect(partial(_answer, bench))
        lines.listen()
        answer("ready")
        app.exec()


if __name__ == "__main__":
    main()
