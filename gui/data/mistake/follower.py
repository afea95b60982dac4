"""Follows a mistake through its gradient to one update: in other threads, dropped when superseded.

It takes the image that is chosen in the model, as long as somebody looks, and shows nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from core.errors import LabError
from core.inspection.mistake import FollowedMistake, SingleGradient, follow_mistake, single_gradient
from core.inspection.predictions import Predictions, Progress
from core.nn.network import Network
from gui.data.evaluation_texts import evaluated, evaluated_split, missing
from gui.data.model.model import DataModel, SplitName
from gui.jobs.jobs import Jobs

GRADIENT_JOB, UPDATE_JOB = "data-mistake-gradient", "data-mistake-update"


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """An image that was predicted wrong, and the network that did."""

    network: Network
    predictions: Predictions
    split: SplitName
    row: int

    @property
    def label(self) -> int:
        return int(self.predictions.labels[self.row])

    @property
    def prediction(self) -> int:
        return int(self.predictions.predicted[self.row])

    def is_same(self, other: Subject | None) -> bool:
        """The same image, read by the same network; of other drawings, the predictions are others."""
        if other is None or self.predictions is not other.predictions:
            return False
        return self.split == other.split and self.row == other.row


class MistakeFollower(QObject):
    """`subject` and what is known of it so far."""

    gradient_came = Signal()
    progressed = Signal(int, int)
    followed = Signal(object)  # FollowedMistake
    refused = Signal(object)  # LabError
    broke = Signal(object)  # an exception that nobody expected

    def __init__(self, model: DataModel, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._jobs = jobs
        self.subject: Subject | None = None
        self.gradient: SingleGradient | None = None

    def take_up(self) -> bool:
        """Follow the chosen image, if it is another one or another network's prediction for it; say whether
        it is."""
        subject = self._find()
        if subject is not None and subject.is_same(self.subject):
            return False
        self._jobs.cancel(GRADIENT_JOB)
        self.cancel()
        self.subject, self.gradient = subject, None
        if subject is not None:
            self._start_gradient(subject)
        return True

    def _find(self) -> Subject | None:
        model = self._model
        predictions, network, row = model.predictions, model.network, model.selected
        if missing(model) or predictions is None or network is None or not 0 <= row < len(predictions):
            return None
        return None if predictions.right[row] else Subject(network, predictions, model.split, row)

    def _start_gradient(self, subject: Subject) -> None:
        examples = self._model.examples_of(subject.split)
        assert examples is not None
        x = examples.x[subject.row]
        self._jobs.start(
            GRADIENT_JOB,
            lambda: single_gradient(subject.network, x, subject.label),
            self._on_gradient,
            self._on_failed,
        )

    def _on_gradient(self, gradient: SingleGradient) -> None:
        self.gradient = gradient
        self.gradient_came.emit()

    def update(self, rate: float) -> None:
        """Make one update with this rate on a copy, and ask the copy about the whole test set."""
        subject, test = self.subject, self._model.examples_of(evaluated_split(self._model))
        examples = self._model.examples_of(subject.split) if subject is not None else None
        if subject is None or examples is None or test is None:
            return
        x, predictions = examples.x[subject.row], evaluated(self._model)
        self.progressed.emit(0, 1)
        self._jobs.start(
            UPDATE_JOB,
            lambda: follow_mistake(subject.network, x, subject.label, rate, test, predictions),
            self._on_followed,
            self._on_failed,
            self._on_progress,
        )

    def cancel(self) -> None:
        """Leave the update."""
        self._jobs.cancel(UPDATE_JOB)

    def _on_progress(self, progress: Progress) -> None:
        self.progressed.emit(*progress)

    def _on_followed(self, followed: FollowedMistake) -> None:
        self.followed.emit(followed)

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, LabError):
            self.refused.emit(error)
        else:
            self.broke.emit(error)
