"""How far a run is, in one line: iterations, epoch, time left, or what is being waited for."""

from __future__ import annotations

from PySide6.QtCore import QObject

from core.data import Dataset
from core.training.config import TrainingConfig
from gui.run import Run
from gui.train import terms
from gui.training_state import State
from gui.widgets.numbers import count, duration
from gui.workers.recorder import Batch


class ProgressText(QObject):
    """In the language of the moment."""

    def waiting(self) -> str:
        return self.tr("Reading the data; the run starts as soon as they are there.")

    def ready(self, config: TrainingConfig, data: Dataset | None) -> str:
        """What Start would do."""
        if data is None or config.problems():
            return self.tr("Not started yet.")
        total = config.total_iterations(len(data.train))
        text = self.tr("Ready: {iterations} iterations of {batch} examples each, from fresh weights.")
        return text.format(iterations=count(total), batch=count(config.batch_size))

    def of_run(self, run: Run, data: Dataset | None, state: State, batch: Batch | None) -> str:
        """12,400 / 20,000 iterations · epoch 41 · about 6 s left"""
        done = run.log.last_iteration
        text = self.tr("{done} / {total} iterations").format(
            done=count(done), total=count(run.total_iterations)
        )
        parts = [text]
        if data is not None:
            epoch = done // run.experiment.training.iterations_per_epoch(len(data.train))
            parts.append(self.tr("epoch {epoch}").format(epoch=count(epoch)))
        parts.append(self._now(run, state, batch))
        return " · ".join(part for part in parts if part)

    def _now(self, run: Run, state: State, batch: Batch | None) -> str:
        progress = batch.evaluation_progress if batch is not None else None
        if state is State.PAUSED:
            return self.tr("paused")
        if state in (State.RUNNING, State.STOPPING) and progress is not None:
            text = self.tr("measuring: {done} of {total} examples")
            return text.format(done=count(progress.done), total=count(progress.total))
        if state is State.STOPPING:
            return self.tr("stopping…")
        if state is State.RUNNING:
            left = batch.seconds_left if batch is not None else None
            return "" if left is None else self.tr("about {time} left").format(time=duration(left))
        return terms.OUTCOMES[run.outcome].title if run.outcome is not None else ""
