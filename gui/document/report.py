"""What a training run tells: reports while it goes on, and one ending. Frozen values, filled with copies.

They are made in the training thread (gui.trainer) and kept by the log of the run (gui.document.run). Only the
losses are not copied: what was appended to their array never changes (`core.growing_array`).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.store.record import Outcome
from core.training.checkpoint import Checkpoint
from core.training.events import (
    Diverged,
    Evaluation,
    EvaluationProgress,
    IterationDetail,
    LayerDied,
    LayerStatistics,
    SettingChanged,
    StayedAtChance,
)
from core.training.threads import ThreadsInUse


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """What happened in run `run_id` since the report before: copies, owned by whoever receives them.

    `losses` (n,) float64 are those of all n iterations of the run so far, a view of the session's own array;
    the last `new` of them were not in the report before. `evaluation_progress` is the newest one
    while an evaluation is under way, else None. `images_per_second` counts training time only: evaluation and
    pauses are left out; `seconds` is that training time so far; `seconds_left` includes the evaluations still
    to come; both rates are None until they are known. `weights` is a copy of W1 (D, H), when it was asked
    for. `evaluation_share` is the share of the time so far that evaluations took, pauses left out; `threads`
    those of the matrix products, None where the library does not say."""

    run_id: int
    losses: NDArray[np.float64]
    new: int
    evaluations: tuple[Evaluation, ...] = ()
    statistics: tuple[LayerStatistics, ...] = ()
    changes: tuple[SettingChanged, ...] = ()
    details: tuple[IterationDetail, ...] = ()
    died: tuple[LayerDied, ...] = ()
    evaluation_progress: EvaluationProgress | None = None
    images_per_second: float | None = None
    seconds: float = 0.0
    seconds_left: float | None = None
    weights: NDArray[np.float32] | None = None
    evaluation_share: float | None = None
    threads: ThreadsInUse | None = None
    stayed: tuple[StayedAtChance, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Ending:
    """The last message of run `run_id`. `evaluation` measures the network as it now is, if that was done;
    `diverged` is None where a run that diverged had finite numbers to its end;
    `checkpoint` is a copy of it (None only if it was never built). A failed run has the exception and its
    traceback."""

    run_id: int
    outcome: Outcome
    iteration: int = 0
    seconds: float = 0.0
    evaluation: Evaluation | None = None
    diverged: Diverged | None = None
    checkpoint: Checkpoint | None = None
    error: BaseException | None = None
    traceback: str = ""
