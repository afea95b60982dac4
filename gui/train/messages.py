"""What the message bar of the Train screen says, and what its button does: divergence, dead layers, faults.

The sentences are of `gui.run_messages`; here is when they come, when they go and what they offer.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from core.errors import LabError
from core.nn.optimizers import smaller_rate
from core.training.events import LayerDied
from gui.document import Document
from gui.messages import sentence
from gui.run_messages import death_advice, ending_message
from gui.train.entries import write_number
from gui.training import Trainer
from gui.training_state import State
from gui.widgets.message_bar import MessageBar
from gui.workers.recorder import Batch
from gui.workers.training import Ending


class TrainMessages(QObject):
    """Fills `bar`. One message at a time: of a new run nothing older is shown."""

    def __init__(self, document: Document, trainer: Trainer, bar: MessageBar) -> None:
        super().__init__(bar)
        self._document = document
        self._trainer = trainer
        self._bar = bar
        self._say: Callable[[], None] | None = None
        self._of_data = False
        self._start_with: float | None = None
        self._run = document.current_run
        trainer.published.connect(self._on_published)
        trainer.ended.connect(self._on_ended)
        trainer.state_changed.connect(self._on_state_changed)
        document.runs_changed.connect(self._on_runs_changed)
        document.data_changed.connect(self._on_data_changed)
        bar.closed.connect(self._forget)
        self._on_data_changed()

    def retranslate(self) -> None:
        """Say it again, in the language of the moment."""
        if self._say is not None:
            self._say()

    def try_rate(self, rate: float) -> None:
        """A new run from the same initial weights with this learning rate; one under way is dropped first."""
        self._start_with = rate
        if self._trainer.state in (State.IDLE, State.ENDED):
            self._begin()
        else:
            self._trainer.reset()

    # When

    def _on_published(self, batch: Batch) -> None:
        if batch.died:
            died = batch.died[0]
            self._show(lambda: self._say_died(died))

    def _on_ended(self, ending: Ending) -> None:
        if ending.outcome in ("diverged", "failed"):
            self._show(lambda: self._say_ended(ending))

    def _on_state_changed(self, state: State) -> None:
        if state is State.IDLE and self._start_with is not None:
            self._begin()

    def _on_runs_changed(self) -> None:
        if self._document.current_run is not self._run:
            self._run = self._document.current_run
            if not self._of_data:
                self._clear()

    def _on_data_changed(self) -> None:
        error = self._document.data_error
        if error is not None:
            self._show(lambda: self._say_data(error))
            self._of_data = True
        elif self._of_data:
            self._clear()

    def _begin(self) -> None:
        rate, self._start_with = self._start_with, None
        assert rate is not None
        config = self._document.experiment.training
        optimizer = replace(config.optimizer, learning_rate=rate)
        self._document.edit_training(replace(config, optimizer=optimizer), self.tr("Learning rate"))
        self._trainer.start()

    # What

    def _say_died(self, died: LayerDied) -> None:
        self._bar.say("warning", death_advice(died), *self._rate_offer())

    def _say_ended(self, ending: Ending) -> None:
        if self._run is None:
            return
        text = ending_message(ending, self._run)
        if ending.outcome == "diverged":
            self._bar.say("error", text, *self._rate_offer())
        else:
            self._bar.say("error", text)

    def _say_data(self, error: LabError) -> None:
        self._bar.say("error", sentence(error), self.tr("Use MNIST"), self._use_mnist)

    def _rate_offer(self) -> tuple[str, Callable[[], None] | None]:
        """A button that tries a smaller rate, from the one that the run was last given."""
        if self._run is None:
            return "", None
        optimizer = self._run.in_force(self._run.log.last_iteration + 1).optimizer
        rate = smaller_rate(optimizer.kind, optimizer.learning_rate)
        text = self.tr("Try rate {rate}").format(rate=write_number(rate))
        return text, lambda: self.try_rate(rate)

    def _use_mnist(self) -> None:
        config = self._document.experiment.training
        self._document.edit_training(replace(config, data_set="mnist"), self.tr("Data set"))

    def _show(self, say: Callable[[], None]) -> None:
        self._say = say
        self._of_data = False
        say()

    def _clear(self) -> None:
        self._forget()
        self._bar.clear()

    def _forget(self) -> None:
        self._say = None
        self._of_data = False
