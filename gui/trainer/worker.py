"""The training thread: builds the session of one run, drains its events, and publishes them in reports.

One worker serves one run. It ends with exactly one `Ending`, whatever happens. The window speaks to it only
through its `gate` and gets only copies back; what the messages mean for the buttons is not decided here.
"""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable
from contextlib import closing
from threading import Event as Flag
from threading import Lock

from PySide6.QtCore import QObject, QThread, Signal

from adapters.threads import PRODUCTS, ProductThreads, TrainingThreads
from core.data import DataSet
from core.store.record import Outcome
from core.training.checkpoint import Checkpoint
from core.training.config import Experiment
from core.training.divergence import has_diverged
from core.training.events import Completed, Diverged, Evaluation, Event, Iteration, IterationDetail
from core.training.session import TrainingSession
from gui.document.report import Ending
from gui.trainer.gate import Ask, Gate
from gui.trainer.recorder import Recorder

PUBLISH_EVERY_S = 0.2
WEIGHTS_EVERY_S = 0.5

MakeSession = Callable[[Experiment, DataSet], TrainingSession]


class TrainingWorker(QThread):
    """`published` comes at most about five times a second, somewhat more often than a plot is drawn, and not
    before the window has taken the report before (`taken`); `paused` and `ended` come after every report that
    belongs before them."""

    published = Signal(object)  # Report
    paused = Signal(int, int)  # run id, serial of the gate
    checkpointed = Signal(int, object)  # run id, Checkpoint
    ended = Signal(object)  # Ending

    def __init__(
        self,
        run_id: int,
        experiment: Experiment,
        data: DataSet,
        make_session: MakeSession = TrainingSession,
        clock: Callable[[], float] = time.perf_counter,
        parent: QObject | None = None,
        products: ProductThreads = PRODUCTS,
    ) -> None:
        super().__init__(parent)
        self.run_id = run_id
        self.gate = Gate()
        self.taken = Flag()
        self.taken.set()
        self.weights_wanted = Flag()
        self.left: Checkpoint | None = None  # the network at the end, for whoever has waited for that
        self._session: TrainingSession | None = None
        self._early_changes: list[tuple[str, float]] = []
        self._lock = Lock()
        self._experiment = experiment
        self._data = data
        self._make_session = make_session
        self._clock = clock
        self._products = products
        self._publish_due = 0.0
        self._weights_due = 0.0

    def change(self, name: str, value: float) -> None:
        """Give a live setting another value, from the window. Raises ConfigError for a bad one."""
        with self._lock:
            if self._session is None:
                self._early_changes.append((name, value))
            else:
                self._session.change(name, value)

    def run(self) -> None:
        recorder: Recorder | None = None
        last: Event | None = None
        error: BaseException | None = None
        try:
            session = self._build()
            recorder = self._recorder(session)
            with TrainingThreads(session, self._products, self._clock) as threads:
                last = self._drain(session, recorder, threads)
                if last is None:
                    self._evaluate(session, recorder)
        except BaseException as caught:  # whatever it is, the window must hear that the run is over
            error = caught
        self._end(recorder, last, error)

    def _build(self) -> TrainingSession:
        session = self._make_session(self._experiment, self._data)
        with self._lock:
            for name, value in self._early_changes:
                session.change(name, value)
            self._session = session
        return session

    def _recorder(self, session: TrainingSession) -> Recorder:
        batch_size = session.experiment.training.batch_size
        return Recorder(
            self.run_id,
            batch_size,
            session.total_iterations,
            session.iterations_per_epoch,
            self._clock(),
            session.iteration,
        )

    def _drain(self, session: TrainingSession, recorder: Recorder, threads: TrainingThreads) -> Event | None:
        """Ask for events up to Completed or Diverged; None when the window stops it before."""
        clock, attention, iterate = self._clock, self.gate.attention, recorder.iterate
        if not self._attend(session, recorder, threads):
            return None
        with closing(session.events()) as events:
            for event in events:
                now = clock()
                if type(event) is Iteration:
                    iterate(now)
                    threads.iterated(now)
                elif isinstance(event, Completed | Diverged):
                    return event
                else:
                    recorder.take(event, now)
                    threads.resume(now)
                    self._count(event, session)
                if attention.is_set():
                    if not self._attend(session, recorder, threads):
                        return None
                    now = clock()
                    recorder.resume(now)
                    threads.resume(now)
                if now >= self._publish_due and self.taken.is_set():
                    self._publish(session, recorder)
        raise RuntimeError("the session ended without saying how")

    def _count(self, event: Event, session: TrainingSession) -> None:
        """A step or an epoch that was asked for may be over, unless the run itself is about to be."""
        if session.iteration >= session.total_iterations:
            return
        if isinstance(event, IterationDetail):
            self.gate.stepped()
            if self.gate.is_stepping:
                session.explain_next()
        elif isinstance(event, Evaluation) and event.iteration > 0:
            self.gate.evaluated()

    def _attend(self, session: TrainingSession, recorder: Recorder, threads: TrainingThreads) -> bool:
        """Do what the window asks for, waiting while it is paused; False when the run is to stop."""
        told = -1
        while True:
            ask, serial = self.gate.next()
            match ask:
                case Ask.STOP:
                    return False
                case Ask.CHECKPOINT:
                    self.checkpointed.emit(self.run_id, session.checkpoint())
                case Ask.PUBLISH:
                    self._publish(session, recorder, at_once=True)
                case Ask.WAIT:
                    threads.leave()
                    if serial != told:
                        told = serial
                        self._publish(session, recorder, at_once=True)
                        self.paused.emit(self.run_id, serial)
                    self.gate.wait(serial)
                    threads.enter()
                case Ask.GO:
                    if self.gate.is_stepping:
                        session.explain_next()
                    return True

    def _evaluate(self, session: TrainingSession, recorder: Recorder) -> None:
        """Evaluate the network as it is after a stop, unless that is known or nobody waits for it."""
        known = recorder.last_evaluation
        if session.iteration == 0 or (known is not None and known.iteration == session.iteration):
            return
        if self.gate.abandoned.is_set():
            return
        recorder.resume(self._clock())
        for event in session.evaluate():
            now = self._clock()
            recorder.take(event, now)
            if self.gate.abandoned.is_set():
                return
            if now >= self._publish_due and self.taken.is_set():
                self._publish(session, recorder)

    def _publish(self, session: TrainingSession, recorder: Recorder, at_once: bool = False) -> None:
        now = self._clock()
        weights = None
        if self.weights_wanted.is_set() and (at_once or now >= self._weights_due):
            weights = session.network.params["W1"].copy() if "W1" in session.network.params else None
            self._weights_due = now + WEIGHTS_EVERY_S
        self._publish_due = now + PUBLISH_EVERY_S
        self.taken.clear()
        self.published.emit(recorder.report(session.losses, weights, self._products.in_use))

    def _end(self, recorder: Recorder | None, last: Event | None, error: BaseException | None) -> None:
        checkpoint = None
        try:
            if recorder is not None and self._session is not None:
                self._publish(self._session, recorder, at_once=True)
                checkpoint = self.left = self._session.checkpoint()
        except BaseException as caught:
            error = error or caught
        outcome: Outcome = "stopped"
        if error is not None:
            outcome = "failed"
        elif isinstance(last, Diverged):
            outcome = "diverged"
        elif isinstance(last, Completed) and self._session is not None:
            outcome = "diverged" if has_diverged(self._session.evaluations) else "completed"
        iteration = self._session.iteration if self._session is not None else 0
        known = recorder.last_evaluation if recorder is not None else None
        self.ended.emit(
            Ending(
                self.run_id,
                outcome,
                iteration,
                recorder.seconds if recorder is not None else 0.0,
                known if known is not None and known.iteration == iteration else None,
                last if isinstance(last, Diverged) else None,
                checkpoint,
                error,
                "".join(traceback.format_exception(error)) if error is not None else "",
            )
        )
