"""The trainer: one state machine between the buttons and the training thread.

It starts a worker for each run, hands what the worker tells to the document's run, and says to the network on
the table what the training is doing. It draws nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Literal

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Slot

from core.data import DataSet
from core.training.checkpoint import Checkpoint
from core.training.config import Experiment
from core.training.continuation import continuation_problems
from core.training.session import TrainingSession
from gui.document.change import Change, State
from gui.document.live_settings import live_changes
from gui.document.network_on_table import NetworkOnTable
from gui.document.report import Ending, Report
from gui.document.run import Run
from gui.document.sources import Answer, Kind, NetworkCopy, none_left
from gui.language.texts import Speaking
from gui.trainer.allowed import allowed_actions
from gui.trainer.gate import Gate
from gui.trainer.worker import MakeSession, TrainingWorker

__all__ = ["SHUTDOWN_MS", "State", "Trainer"]

SHUTDOWN_MS = 2_000

Beginning = Literal["start", "step", "epoch"]
ContinueSession = Callable[..., TrainingSession]
"""`TrainingSession.of_checkpoint`, or what stands for it in a test."""
_OPEN_GATE: dict[Beginning, Callable[[Gate], None]] = {
    "start": Gate.run,
    "step": Gate.step,
    "epoch": Gate.run_to_evaluation,
}


class RunningNetwork:
    """The network of the training under way: a source for the table. A copy comes between two iterations."""

    kind: Kind = "running"

    def __init__(self, run: Run, worker: TrainingWorker) -> None:
        self.run = run
        self._worker = worker
        self._receivers: list[Callable[[Answer], None]] = []

    def look(self) -> NetworkCopy:
        return self._copy(None)

    def give(self, receive: Callable[[Answer], None]) -> None:
        self._receivers.append(receive)
        self._worker.gate.ask_checkpoint()

    def hand_over(self, checkpoint: Checkpoint | None) -> None:
        """A copy has come, or the run has ended without one."""
        receivers, self._receivers = self._receivers, []
        for receive in receivers:
            receive(none_left(self.run) if checkpoint is None else self._copy(checkpoint))

    def _copy(self, held: Checkpoint | None) -> NetworkCopy:
        run = self.run
        iteration = held.iteration if held is not None else run.log.last_iteration
        return NetworkCopy("running", run.name, iteration, run.experiment, run.id, held)


class Trainer(Speaking, QObject):
    """Within a run every report comes before the pause or the ending that it belongs to; of an older run
    nothing comes any more. What it is doing is `state` of the table."""

    def __init__(
        self,
        table: NetworkOnTable,
        make_session: MakeSession = TrainingSession,
        parent: QObject | None = None,
        continue_session: ContinueSession = TrainingSession.of_checkpoint,
    ) -> None:
        super().__init__(parent)
        self.table = table
        self.document = table.document
        self._make_session = make_session
        self._continue_session = continue_session
        self._worker: TrainingWorker | None = None
        self._source: RunningNetwork | None = None
        self._leaving: list[TrainingWorker] = []
        self._wanted: Beginning | None = None
        self._wanted_from = State.IDLE
        self._stepping = False
        self._resetting = False
        self._next_rate: float | None = None
        self._experiment = self.document.experiment
        table.changes.follow(self._on_table)
        self._set_state(State.ENDED if table.run is not None else State.IDLE)

    @property
    def state(self) -> State:
        return self.table.state

    @property
    def allowed(self) -> frozenset[str]:
        return self.table.allowed

    @property
    def continued(self) -> Checkpoint | None:
        """The network that Start goes on with. None where it begins a run from initial weights: there is no
        other network yet, or network, data set or seed were edited since."""
        held = self.table.look().held if self.state is State.ENDED else None
        experiment, data = self.document.experiment, self.document.data
        return None if held is None or continuation_problems(held, experiment, data) else held

    @property
    def is_training(self) -> bool:
        """A run is under way, paused or about to end."""
        return self._worker is not None

    # Actions: each does nothing where it is not in `allowed`

    def start(self) -> None:
        """Go on with the network on the table, or begin a new run of the experiment (see `continued`)."""
        if "start" in self.allowed:
            self._begin("start")

    def step(self) -> None:
        """One iteration, told in detail, then a pause. Asked for again before that, one iteration more."""
        self._go("step")

    def epoch(self) -> None:
        """Go on to the next evaluation of a network that has learned something, then pause."""
        self._go("epoch")

    def resume(self) -> None:
        """Go on; a pause that has not come yet does not come any more."""
        if "resume" in self.allowed and self._worker is not None:
            self._worker.gate.run()
            self._stepping = False
            self._set_state(State.RUNNING)

    def pause(self) -> None:
        """Ask the worker to wait. PAUSED comes when it does, after everything that it has to tell. A run that
        waits for its data does not begin."""
        if "pause" not in self.allowed:
            return
        if self._worker is None:
            self._stop_waiting()
        else:
            self._worker.gate.pause()
            self._set_state(State.PAUSING)

    def stop(self) -> None:
        """End the run and evaluate the network as it is; asked for again, do not wait for the evaluation."""
        if "stop" not in self.allowed:
            return
        if self._worker is None:
            self._stop_waiting()
        elif self.state is State.STOPPING:
            self._worker.gate.abandon()
        else:
            self._worker.gate.stop()
            self._set_state(State.STOPPING)

    def new_weights(self, same_seed: bool) -> None:
        """Back to IDLE: the next run starts from the weights of this seed, or of the next one."""
        if "new_weights" not in self.allowed:
            return
        with self.table.changes.action():
            if not same_seed:
                config = self.document.experiment.training
                self.document.edit_training(replace(config, seed=config.seed + 1), self.tr("New seed"))
            self.reset()

    def reset(self) -> None:
        """Initial weights on the table. A run under way is stopped first; it stays among the runs."""
        if self._worker is None:
            self.document.set_current_run(None)
            return
        self._resetting = True
        self._worker.gate.abandon()
        self._set_state(State.STOPPING)

    def start_with_rate(self, rate: float) -> None:
        """A new run from the same initial weights with this learning rate; one under way is dropped first."""
        self._next_rate = rate
        if self.state.is_resting:
            self._start_with_next_rate()
        else:
            self.reset()

    def halt(self, milliseconds: int) -> bool:
        """End the run under way without an evaluation, and take its ending here and now: False if the worker
        needs longer than that for its iteration, and ends later."""
        self._wanted = self._next_rate = None
        if self._worker is None:
            return True
        self._worker.gate.abandon()
        if not self._worker.wait(milliseconds):
            return False
        # All that the worker has told waits for this thread.
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)
        return True

    def shutdown(self) -> bool:
        """End the run under way and wait for its thread: True when no thread is left. Nothing is told of
        that run any more but its end."""
        worker, self._worker = self._worker, None
        source, self._source = self._source, None
        self._wanted = None
        self._resetting = False
        if worker is not None:
            worker.gate.abandon()
            self._leaving.append(worker)
        self._leaving = [thread for thread in self._leaving if not thread.wait(SHUTDOWN_MS)]
        with self.table.changes.action():
            self.document.set_current_run(None)
            if source is not None:
                left = worker.left if worker is not None and worker not in self._leaving else None
                self.document.end_run(source.run, "stopped", left)
        return not self._leaving

    # Beginning

    def _go(self, how: Beginning) -> None:
        if how not in self.allowed:
            return
        if self._worker is None:
            self._begin(how)
        else:
            _OPEN_GATE[how](self._worker.gate)
            self._stepping = how == "step"
            self._set_state(State.RUNNING)

    def _begin(self, how: Beginning) -> None:
        if self.document.blocked_reason:
            return
        with self.table.changes.action():
            if self.document.data is None:
                self._wanted, self._wanted_from = how, self.state
                self._set_state(State.WAITING)
            else:
                self._launch(how)

    def _launch(self, how: Beginning) -> None:
        experiment, data = self.document.experiment, self.document.data
        assert data is not None
        iterations, make_session = experiment.training.total_iterations(len(data.train)), self._make_session
        held, run = self.continued, self.table.run
        if held is None or run is None:
            run = self.document.add_run(experiment, iterations)
        else:
            total = held.iteration + iterations
            make_session = partial(self._go_on_from, held, total)
            self.document.continue_run(run, experiment, total)
        worker = TrainingWorker(run.id, experiment, data, make_session)
        self._worker, self._source = worker, RunningNetwork(run, worker)
        self._tell_weights_wanted()
        worker.published.connect(self._on_published)
        worker.paused.connect(self._on_paused)
        worker.checkpointed.connect(self._on_checkpointed)
        worker.ended.connect(self._on_ended)
        _OPEN_GATE[how](worker.gate)
        self._stepping = how == "step"
        self._set_state(State.RUNNING)
        self.table.put(self._source)
        worker.start()

    def _go_on_from(
        self, held: Checkpoint, total: int, experiment: Experiment, data: DataSet
    ) -> TrainingSession:
        return self._continue_session(held, data, experiment, iterations=total)

    def _stop_waiting(self) -> None:
        self._wanted = None
        self._set_state(self._wanted_from)

    def _tell_weights_wanted(self) -> None:
        """Whether reports bring a copy of W1, at most twice a second; a paused run brings one at once."""
        worker, wanted = self._worker, self.table.weights_wanted
        if worker is None or worker.weights_wanted.is_set() == wanted:
            return
        if wanted:
            worker.weights_wanted.set()
        else:
            worker.weights_wanted.clear()
        if worker.isRunning():
            worker.gate.ask_report()

    # From the worker

    @Slot(object)
    def _on_published(self, report: Report) -> None:
        source, worker = self._source, self._worker
        if source is None or worker is None or report.run_id != source.run.id:
            return
        with self.table.changes.action():
            self.document.extend_run(source.run, report)
            if self.table.run is source.run:
                self.table.take_report(report)
        worker.taken.set()

    @Slot(int, int)
    def _on_paused(self, run_id: int, serial: int) -> None:
        # Asked to go on in the meantime, the worker already has.
        if self._source is None or self._worker is None or run_id != self._source.run.id:
            return
        if serial == self._worker.gate.serial and self.state in (State.RUNNING, State.PAUSING):
            self._set_state(State.PAUSED)

    @Slot(int, object)
    def _on_checkpointed(self, run_id: int, checkpoint: Checkpoint) -> None:
        if self._source is not None and run_id == self._source.run.id:
            self._source.hand_over(checkpoint)

    @Slot(object)
    def _on_ended(self, ending: Ending) -> None:
        source, worker = self._source, self._worker
        if source is None or worker is None or ending.run_id != source.run.id:
            return
        worker.wait()  # it has nothing left to do
        self._worker = self._source = None
        with self.table.changes.action():
            source.run.ending = ending
            source.hand_over(ending.checkpoint)
            if self._resetting:
                self._resetting = False
                self.document.set_current_run(None)
            self.document.end_run(source.run, ending.outcome, ending.checkpoint)
        if self._next_rate is not None:
            self._start_with_next_rate()

    def _start_with_next_rate(self) -> None:
        rate, self._next_rate = self._next_rate, None
        assert rate is not None
        config = self.document.experiment.training
        optimizer = replace(config.optimizer, learning_rate=rate)
        with self.table.changes.action():
            self.document.edit_training(replace(config, optimizer=optimizer), self.tr("Learning rate"))
            self.table.put_initial()
            self._begin("start")

    # From the table

    def _on_table(self, what: Change) -> None:
        if what & (Change.DATA | Change.PROBLEMS) and self._wanted is not None:
            self._on_data()
        if what & (Change.RUNS | Change.NETWORK) and self._worker is None and self._wanted is None:
            self._set_state(State.IDLE if self.table.run is None else State.ENDED)
        if what & Change.EXPERIMENT:
            self._on_experiment()
        if what & Change.WEIGHTS:
            self._tell_weights_wanted()
        self._set_state(self.state)

    def _on_data(self) -> None:
        if self.document.data is None and self.document.data_error is None:
            return
        if self.document.problems:
            self._stop_waiting()
        else:
            how, self._wanted = self._wanted, None
            assert how is not None
            self._launch(how)

    def _on_experiment(self) -> None:
        before, self._experiment = self._experiment, self.document.experiment
        if self._worker is not None and self._source is not None:
            running = self._source.run.experiment
            for name, value in live_changes(before, self._experiment, running).items():
                self._worker.change(name, value)

    def _set_state(self, state: State) -> None:
        has_problems = bool(self.document.blocked_reason)
        self.table.set_state(
            state, allowed_actions(state, has_problems=has_problems, is_stepping=self._stepping)
        )
