"""One training run and everything it reported, kept after it has ended.

A `Run` is what the plots, the table of runs and Save look at. It is filled by the trainer on the GUI thread
and computes nothing itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from core.growing_array import GrowingArray
from core.store.record import Outcome, outcome_of
from core.training.checkpoint import Checkpoint
from core.training.config import Experiment, TrainingConfig
from core.training.events import (
    ActivationStatistics,
    Evaluation,
    IterationDetail,
    LayerDied,
    LayerStatistics,
    SettingChanged,
)
from core.training.settings import Setting, with_settings
from core.training.threads import ThreadsInUse
from gui.document.report import Ending, Report


class GradientLog:
    """The size of the gradient at each look inside, by Affine layer: numbers alone, in arrays. A long run is
    looked into some 10,000 times."""

    def __init__(self) -> None:
        self._iterations = GrowingArray(np.float64)
        self._rms: dict[str, GrowingArray[np.float64]] = {}

    def append(self, statistics: LayerStatistics) -> None:
        self._iterations.append(statistics.iteration)
        for layer, rms in statistics.gradient_rms.items():
            self._rms.setdefault(layer, GrowingArray(np.float64)).append(rms)

    @property
    def iterations(self) -> NDArray[np.float64]:
        """Those that were looked into, (n,) float64."""
        return self._iterations.values

    def rms(self, layer: str) -> NDArray[np.float64]:
        """The RMS of ∂L/∂W of that layer at each of them, (n,) float64."""
        known = self._rms.get(layer)
        return known.values if known is not None else np.empty(0)


class RunLog:
    """What a session reported, in order: a loss for each iteration, in the session's own array; the rarer
    events as they came; what the `activations` were like at the last look inside; and of the last report the
    share of the time that evaluations took and the threads of the matrix products."""

    def __init__(self) -> None:
        self.losses: NDArray[np.float64] = np.empty(0)
        self.evaluations: list[Evaluation] = []
        self.gradients = GradientLog()
        self.activations: tuple[ActivationStatistics, ...] = ()
        self.changes: list[SettingChanged] = []
        self.died: list[LayerDied] = []
        self.details: list[IterationDetail] = []
        self.evaluation_share: float | None = None
        self.threads: ThreadsInUse | None = None

    @classmethod
    def of_checkpoint(cls, checkpoint: Checkpoint) -> RunLog:
        """What a model file tells of the way to its network: its losses, evaluations and changes."""
        log = cls()
        log.losses = checkpoint.losses
        log.evaluations.extend(checkpoint.evaluations)
        log.changes.extend(checkpoint.run.changes if checkpoint.run is not None else ())
        return log

    @property
    def last_iteration(self) -> int:
        """How many iterations were made: they are counted from 1."""
        return len(self.losses)

    def extend(self, report: Report) -> None:
        self.losses = report.losses
        self.evaluations.extend(report.evaluations)
        for statistics in report.statistics:
            self.gradients.append(statistics)
            self.activations = statistics.activations
        self.changes.extend(report.changes)
        self.died.extend(report.died)
        self.details.extend(report.details)
        self.evaluation_share = report.evaluation_share
        self.threads = report.threads


@dataclass(slots=True, eq=False)
class Run:
    """One run, its log, and how it ended.

    `experiment` is what it was started with: frozen, later edits belong to the next run. `outcome` is
    `completed`, `stopped`, `diverged` or `failed`, None while it goes on; `checkpoint` a copy of the
    network at its end. `saved_iteration` is the number of updates of the network that a file holds, if one
    does; `kept_as` the id of the run in the store of runs, empty where it is not kept. No two runs of a
    document have the same `id`; `color_index` counts from 0, the plots take it modulo their palette.
    """

    id: int
    name: str
    experiment: Experiment
    total_iterations: int
    color_index: int = 0
    log: RunLog = field(default_factory=RunLog)
    outcome: Outcome | None = None
    checkpoint: Checkpoint | None = None
    ending: Ending | None = None
    saved_iteration: int | None = None
    kept_as: str = ""

    @classmethod
    def of_checkpoint(cls, id: int, name: str, checkpoint: Checkpoint) -> Run:
        """The run that a model file tells of, as it was when it was saved."""
        iteration, total = checkpoint.iteration, checkpoint.total_iterations or 0
        run = cls(
            id, name, checkpoint.experiment, max(total, iteration), log=RunLog.of_checkpoint(checkpoint)
        )
        run.outcome = outcome_of(checkpoint)
        run.checkpoint = checkpoint
        run.saved_iteration = iteration
        return run

    @property
    def is_saved(self) -> bool:
        return self.saved_iteration == self.log.last_iteration

    def in_force(self, iteration: int) -> TrainingConfig:
        """The settings with which that iteration was made: some may have been changed on the way."""
        values: dict[str, Setting] = {}
        for change in self.log.changes:
            if change.iteration <= iteration:
                values[change.name] = change.new
            else:
                values.setdefault(change.name, change.old)
        return with_settings(self.experiment.training, values)

    @property
    def seed(self) -> int:
        return self.experiment.training.seed
