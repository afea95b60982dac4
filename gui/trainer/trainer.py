"""The trainer: one state machine between the buttons and the training thread.

It starts a worker for each run, passes on what the worker publishes, and knows which actions make sense now.
It draws nothing; what a run reported is kept by the document.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QObject, Signal, Slot

from core.training.checkpoint import Checkpoint
from core.training.config import Experiment
from core.training.session import TrainingSession
from gui.document.document import Document
from gui.document.live_settings import live_changes, live_values, with_live_values
from gui.document.report import Ending, Report
from gui.document.run import Run
from gui.language.messages import sentence
from gui.trainer.gate import Gate
from gui.trainer.state import State, allowed_actions
from gui.trainer.worker import MakeSession, TrainingWorker

__all__ = ["SHUTDOWN_MS", "State", "Trainer"]

SHUTDOWN_MS = 2_000

Beginning = Literal["start", "step", "epoch"]
_OPEN_GATE: dict[Beginning, Callable[[Gate], None]] = {
    "start": Gate.run,
    "step": Gate.step,
    "epoch": Gate.run_to_evaluation,
}


class Trainer(QObject):
    """`published` and `ended` are told after the document's run holds what they bring. Within a run every
    report comes before the pause or the ending that it belongs to; of an older run nothing comes any more."""

    state_changed = Signal(object)  # State
    allowed_changed = Signal(object)  # frozenset[str]
    published = Signal(object)  # Report
    ended = Signal(object)  # Ending

    def __init__(
        self,
        document: Document,
        make_session: MakeSession = TrainingSession,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.document = document
        self.state = State.IDLE
        self.allowed: frozenset[str] = frozenset()
        self._make_session = make_session
        self._worker: TrainingWorker | None = None
        self._leaving: list[TrainingWorker] = []
        self._run: Run | None = None
        self._waiting: Beginning | None = None
        self._waiting_from = State.IDLE
        self._pausing = False
        self._stepping = False
        self._resetting = False
        self._weights_wanted = False
        self._receivers: list[Callable[[Checkpoint], None]] = []
        self._table = document.experiment
        document.problems_changed.connect(self._on_problems_changed)
        document.data_changed.connect(self._on_data_changed)
        document.experiment_changed.connect(self._on_experiment_changed)
        document.runs_changed.connect(self._on_runs_changed)
        self._update_allowed()

    @property
    def blocked_reason(self) -> str | None:
        """Why no run can be started, as the sentence of the first problem; None where one can."""
        problems = self.document.problems
        return sentence(problems[0]) if problems else None

    @property
    def waits_for_data(self) -> bool:
        """A run was asked for and begins as soon as its data are read; the state is RUNNING."""
        return self._waiting is not None

    @property
    def is_training(self) -> bool:
        """A run is under way, paused or about to end."""
        return self._worker is not None

    # Actions: each does nothing where it is not in `allowed`

    def start(self) -> None:
        """A new run of the experiment on the table."""
        if "start" in self.allowed:
            self._begin("start")

    def step(self) -> None:
        """One iteration, told in detail, then a pause. Asked for again before that, one iteration more."""
        self._go("step")

    def epoch(self) -> None:
        """On to the next evaluation of a network that has learned something, then a pause."""
        self._go("epoch")

    def resume(self) -> None:
        if "resume" in self.allowed and self._worker is not None:
            self._worker.gate.run()
            self._stepping = False
            self._set_state(State.RUNNING)

    def pause(self) -> None:
        """Ask the worker to wait. PAUSED comes when it does, after everything that it has to tell."""
        if "pause" in self.allowed and self._worker is not None:
            self._worker.gate.pause()
            self._pausing = True
            self._update_allowed()

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

    def change(self, name: str, value: float) -> None:
        """Edit one of LIVE_SETTINGS on the table; a run under way takes it up, as with any such edit."""
        config = self.document.experiment.training
        labels = {
            "learning_rate": self.tr("Learning rate"),
            "momentum": self.tr("Momentum"),
            "weight_decay": self.tr("Weight decay"),
        }
        changed = with_live_values(config, live_values(config) | {name: value})
        self.document.edit_training(changed, labels[name], name)

    # For screens and files

    def show_weights(self, wanted: bool) -> None:
        """Whether reports bring a copy of W1, at most twice a second; a paused run brings one at once."""
        self._weights_wanted = wanted
        if self._worker is not None:
            self._tell_weights_wanted(self._worker)
            self._worker.gate.ask_batch()

    def take_checkpoint(self, receive: Callable[[Checkpoint], None]) -> None:
        """Give `receive` a copy of the network of the run under way: soon, and never if the run fails first.
        The network of a run that is over is in `Run.checkpoint`."""
        if self._worker is not None:
            self._receivers.append(receive)
            self._worker.gate.ask_checkpoint()

    def shutdown(self) -> bool:
        """Drop the run under way and wait for its thread: True when no thread is left. Nothing is told of
        that run any more."""
        worker, self._worker = self._worker, None
        run, self._run = self._run, None
        self._waiting = None
        self._resetting = False
        self._receivers.clear()
        if worker is not None:
            worker.gate.abandon()
            self._leaving.append(worker)
        self._leaving = [thread for thread in self._leaving if not thread.wait(SHUTDOWN_MS)]
        self.document.set_current_run(None)
        if run is not None:
            self.document.end_run(run, "stopped", None)
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
        if self.document.data is None:
            self._waiting, self._waiting_from = how, self.state
        else:
            self._launch(how)
        self._set_state(State.RUNNING)

    def _launch(self, how: Beginning) -> None:
        experiment, data = self.document.experiment, self.document.data
        assert data is not None
        run = self.document.add_run(experiment, experiment.training.total_iterations(len(data.train)))
        worker = TrainingWorker(run.id, experiment, data, self._make_session)
        self._run, self._worker = run, worker
        self._tell_weights_wanted(worker)
        worker.published.connect(self._on_published)
        worker.paused.connect(self._on_paused)
        worker.checkpointed.connect(self._on_checkpointed)
        worker.ended.connect(self._on_ended)
        _OPEN_GATE[how](worker.gate)
        self._stepping = how == "step"
        worker.start()

    def _stop_waiting(self) -> None:
        self._waiting = None
        self._set_state(self._waiting_from)

    def _tell_weights_wanted(self, worker: TrainingWorker) -> None:
        if self._weights_wanted:
            worker.weights_wanted.set()
        else:
            worker.weights_wanted.clear()

    # From the worker

    @Slot(object)
    def _on_published(self, report: Report) -> None:
        run, worker = self._run, self._worker
        if run is None or worker is None or report.run_id != run.id:
            return
        self.document.extend_run(run, report)
        self.published.emit(report)
        worker.taken.set()

    @Slot(int, int)
    def _on_paused(self, run_id: int, serial: int) -> None:
        # Asked to go on in the meantime, the worker already has.
        if self._run is None or self._worker is None or run_id != self._run.id:
            return
        if serial == self._worker.gate.serial and self.state is State.RUNNING:
            self._set_state(State.PAUSED)

    @Slot(int, object)
    def _on_checkpointed(self, run_id: int, checkpoint: Checkpoint) -> None:
        if self._run is not None and run_id == self._run.id:
            self._give(checkpoint)

    @Slot(object)
    def _on_ended(self, ending: Ending) -> None:
        run, worker = self._run, self._worker
        if run is None or worker is None or ending.run_id != run.id:
            return
        worker.wait()  # it has nothing left to do
        self._worker = None
        if self._resetting:
            self._resetting = False
            self.document.set_current_run(None)
        self.document.end_run(run, ending.outcome, ending.checkpoint)
        if ending.checkpoint is not None:
            self._give(ending.checkpoint)
        self._receivers.clear()
        self.ended.emit(ending)

    def _give(self, checkpoint: Checkpoint) -> None:
        receivers, self._receivers = self._receivers, []
        for receive in receivers:
            receive(checkpoint)

    # From the document

    @Slot()
    def _on_runs_changed(self) -> None:
        """Without a run under way the state follows from the network on the table."""
        run = self.document.current_run
        if self._worker is None and self._waiting is None and (run is None or run.outcome is not None):
            self._run = None
            self._set_state(State.IDLE if run is None else State.ENDED)

    @Slot()
    def _on_data_changed(self) -> None:
        if self._waiting is None or (self.document.data is None and self.document.data_error is None):
            return
        if self.document.problems:
            self._stop_waiting()
        else:
            how, self._waiting = self._waiting, None
            self._launch(how)
            self._set_state(State.RUNNING)

    @Slot()
    def _on_problems_changed(self) -> None:
        self._update_allowed()

    @Slot(object)
    def _on_experiment_changed(self, experiment: Experiment) -> None:
        before, self._table = self._table, experiment
        if self._worker is not None and self._run is not None:
            for name, value in live_changes(before, experiment, self._run.experiment).items():
                self._worker.change(name, value)

    # State

    def _set_state(self, state: State) -> None:
        self._pausing = False
        changed = state is not self.state
        self.state = state
        self._update_allowed()
        if changed:
            self.state_changed.emit(state)

    def _update_allowed(self) -> None:
        allowed = allowed_actions(
            self.state,
            has_problems=bool(self.document.problems),
            is_stepping=self._stepping,
            is_waiting=self._pausing or self._waiting is not None,
        )
        if allowed != self.allowed:
            self.allowed = allowed
            self.allowed_changed.emit(allowed)
