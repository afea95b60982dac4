"""What a training session tells: the events that it yields, in the order in which things happen.

Every event is immutable and owns its arrays: nothing here is changed by the session afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.data import Finding
from core.training.settings import Setting


class Iteration(NamedTuple):
    """One update has been made. `iteration` counts from 1; `loss` is that of its batch, before the update."""

    iteration: int
    loss: float


@dataclass(frozen=True, slots=True)
class EvaluationProgress:
    """An evaluation is under way: `done` of `total` examples. A place to stop or pause, nothing more."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The network evaluated on whole sets after `iteration` updates, dropout off; on a fixed part of the
    training set where the configuration says so. `epoch` is a whole number, unless the run was stopped or
    ended inside an epoch. Accuracies are shares from 0 to 1. What does not exist is None: the accuracy of a
    regression, a test set that the data lack."""

    iteration: int
    epoch: float
    train_loss: float
    train_accuracy: float | None
    test_loss: float | None
    test_accuracy: float | None


@dataclass(frozen=True, slots=True, eq=False)
class ActivationStatistics:
    """What one activation layer gave for one batch: `counts` over equal bins from `low` to `high`; the share
    of values that are exactly 0 (ReLU) or within 0.01 of an end (Sigmoid, Tanh: `saturated_share`); and how
    many of its `units` gave 0 for every example of the batch (`dead_units`, ReLU alone)."""

    layer: str
    counts: NDArray[np.int64]
    low: float
    high: float
    units: int
    zero_share: float
    dead_units: int
    saturated_share: float


@dataclass(frozen=True, slots=True, eq=False)
class LayerStatistics:
    """A look inside at `iteration`. `gradient_rms` has, for every Affine layer by name, the root mean square
    of ∂L/∂W over its weights, so that layers of different size can be compared."""

    iteration: int
    gradient_rms: dict[str, float]
    activations: tuple[ActivationStatistics, ...]


@dataclass(frozen=True, slots=True)
class SettingChanged:
    """`name`, one of `core.training.settings.SETTINGS`, has a new value from `iteration` on."""

    iteration: int
    name: str
    old: Setting
    new: Setting


@dataclass(frozen=True, slots=True)
class LayerDied:
    """No unit of `layer` gives anything at `iteration`: no gradient passes it, and the loss stays flat."""

    iteration: int
    layer: str


@dataclass(frozen=True, slots=True)
class StayedAtChance:
    """The network has only guessed until `iteration`; `said` says so, with the likely cause."""

    iteration: int
    said: Finding


@dataclass(frozen=True, slots=True, eq=False)
class IterationDetail:
    """The four steps of learning, of one iteration: the mini-batch drawn (`indices` into the training set,
    with their `targets`), the gradient (root mean square by parameter array), the update (root mean square
    of the change, by array) and the loss of the same batch before and after it."""

    iteration: int
    indices: NDArray[np.intp]
    targets: NDArray[np.generic]
    gradient_rms: dict[str, float]
    update_rms: dict[str, float]
    learning_rate: float
    loss_before: float
    loss_after: float


@dataclass(frozen=True, slots=True)
class Diverged:
    """The loss or the gradient of iteration `iteration` is not finite, or the parameters after it would not
    be; its update was not made, and the network holds the last finite parameters, those after
    `iteration - 1` updates. `loss` is what was seen, and may be finite; `learning_rate` what was in force."""

    iteration: int
    loss: float
    learning_rate: float


@dataclass(frozen=True, slots=True)
class Completed:
    """All iterations are done."""

    iterations: int


Event = (
    Iteration
    | EvaluationProgress
    | Evaluation
    | LayerStatistics
    | SettingChanged
    | LayerDied
    | StayedAtChance
    | IterationDetail
    | Diverged
    | Completed
)
