"""Whether a run has diverged that made all its iterations. One whose numbers cease to be finite ends earlier,
with the event `Diverged`.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.training.events import Evaluation

FACTOR = 2.0


def has_diverged(evaluations: Sequence[Evaluation]) -> bool:
    """Whether training made the network worse: on the training set its loss ended more than twice as high as
    that of the initial weights, and its mistakes are not half as many.

    A loss that is not finite counts as higher. A regression has no mistakes and is judged by its loss alone.
    """
    if len(evaluations) < 2:
        return False
    first, last = evaluations[0], evaluations[-1]
    if last.train_loss <= FACTOR * first.train_loss:
        return False
    if first.train_accuracy is None or last.train_accuracy is None:
        return True
    return (1.0 - last.train_accuracy) * FACTOR > 1.0 - first.train_accuracy
