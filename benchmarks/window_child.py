"""A process with the program's own window, in which the default preset trains from beginning to end, again
and again. It measures what it is asked for and answers each line with one of JSON:

`rate SECONDS`: iterations a second, and how often a second each of the four plots was painted;
`lateness SECONDS`: by how many milliseconds each tick of a 4 ms timer came late, while another workspace is
shown and this one again, the window gets another size, and the run ends and the next one begins;
`keep SECONDS`: from now on write for recovery so often, or not at all where it is 0;
`memory`: the most memory that was ever resident, in MB, or null where the system does not say.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer

from benchmarks.lines import Lines, answer
from benchmarks.memory import peak_mb
from benchmarks.timed_session import TimedSession
from benchmarks.trial import SETTLING_S, opening
from gui.app import Program, application
from gui.document.change import Change, State
from gui.garbage import GarbageCollector
from gui.remembered.settings import Settings
from gui.train.workspace import TrainWorkspace

SIZE = (1280, 800)
TICK_MS = 4
LOOK_MS = 50
NEVER_S = 1e6
OTHER = "data"  # the workspace that is shown in between


class Paints(QObject):
    """Counts the paint events of widgets."""

    def __init__(self, widgets: list[QObject]) -> None:
        super().__init__()
        self.counts = dict.fromkeys(widgets, 0)
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.counts[watched] += 1
        return False


class Window(QObject):
    """The program, training, and what is measured of it."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        self._program = program
        self._sessions: list[TimedSession] = []
        self._started = 0.0
        self._timer: QTimer | None = None
        program.data._opening = opening
        program.trainer._make_session = self._make_session
        program.table.changed.connect(self._on_changed)
        program.window.resize(*SIZE)
        for workspace in (OTHER, "train"):
            program.window.show_workspace(workspace)
        program.window.painted.connect(GarbageCollector(program.window).start)
        program.window.show()
        train = program.window.workspace("train")
        assert isinstance(train, TrainWorkspace)
        panel = train.plots
        self._plots = [plot for plot in panel.plots if not plot.isHidden()]
        self._paints = Paints([plot.view.viewport() for plot in self._plots])
        self._panel = panel
        self._when(lambda: program.document.data is not None, self._begin)

    def _on_changed(self, what: Change) -> None:
        if Change.REPORT in what:
            # Accuracy has news once an epoch only; here every plot is drawn as often as any is.
            for plot in self._plots:
                self._panel.scheduler.request(plot)
        if Change.STATE in what and self._program.table.state is State.ENDED:
            # Let the next run begin at once.
            self._started = time.perf_counter()
            QTimer.singleShot(0, self._begin_anew)

    def _begin_anew(self) -> None:
        """A run from initial weights: Start alone would go on with the last one."""
        self._program.trainer.reset()
        self._program.trainer.start()

    def _make_session(self, *arguments: Any) -> TimedSession:
        self._started = time.perf_counter()
        self._sessions.append(TimedSession(*arguments))
        return self._sessions[-1]

    def _begin(self) -> None:
        self._program.trainer.start()
        self._when(lambda: bool(self._sessions) and self._has_settled(self._started), lambda: answer("ready"))

    def ask(self, line: str) -> None:
        what, *number = line.split()
        if what == "memory":
            answer({"peak": peak_mb()})
        elif what == "keep":
            self._program.recovery.autosave.every_s = float(number[0]) or NEVER_S
            answer({})
        else:
            asked = time.perf_counter()
            measure = {"rate": self._measure_rate, "lateness": self._measure_lateness}[what]
            self._when(lambda: self._has_settled(asked), lambda: measure(float(number[0])))

    def _has_settled(self, since: float) -> bool:
        return time.perf_counter() - max(since, self._started) > SETTLING_S

    def _measure_rate(self, seconds: float) -> None:
        session, since = self._sessions[-1], time.perf_counter()
        before = list(self._paints.counts.values())

        def tell() -> None:
            if session is not self._sessions[-1]:
                self._when(lambda: self._has_settled(self._started), lambda: self._measure_rate(seconds))
                return
            spent = time.perf_counter() - since
            paints = [now - then for now, then in zip(self._paints.counts.values(), before, strict=True)]
            rate = session.rate(seconds, since)
            answer({"rate": rate, "redraws": [count / spent for count in paints]})

        self._when(
            lambda: session is not self._sessions[-1] or session.rate(seconds, since) is not None, tell
        )

    def _measure_lateness(self, seconds: float) -> None:
        late: list[float] = []
        begin = last = time.perf_counter()
        timer = QTimer(self, timerType=Qt.TimerType.PreciseTimer)

        def tick() -> None:
            nonlocal last
            now = time.perf_counter()
            late.append(max((now - last) * 1e3 - TICK_MS, 0.0))
            last = now
            if now - begin > seconds:
                timer.stop()
                answer({"lateness": late})

        window, trainer = self._program.window, self._program.trainer
        width, height = SIZE
        actions: tuple[Callable[[], object], ...] = (
            lambda: window.show_workspace(OTHER),
            lambda: window.show_workspace("train"),
            lambda: window.resize(width + 40, height + 40),
            lambda: window.resize(*SIZE),
            trainer.stop,
        )
        for place, act in enumerate(actions, start=1):
            QTimer.singleShot(round(seconds * 1e3 * place / (len(actions) + 1)), act)
        timer.timeout.connect(tick)
        timer.start(TICK_MS)

    def _when(self, condition: Callable[[], bool], action: Callable[[], None]) -> None:
        """Do something as soon as a condition holds, looked at twenty times a second."""
        timer = QTimer(self)

        def look() -> None:
            if condition():
                timer.stop()
                timer.deleteLater()
                action()

        timer.timeout.connect(look)
        timer.start(LOOK_MS)


def main() -> None:
    with TemporaryDirectory() as folder:
        app = application()
        program = Program(
            app, Settings(Path(folder) / "settings.json"), recovery_home=Path(folder) / "recovery"
        )
        window = Window(program)
        program.recovery.begin()
        lines = Lines()
        lines.came.connect(window.ask)
        lines.listen()
        app.exec()


if __name__ == "__main__":
    main()
