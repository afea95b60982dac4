"""How a run's log becomes points: the epoch at which an iteration stands."""

from __future__ import annotations

import pytest

from core.training.events import Evaluation
from gui.train.plots.curves import epoch_at


def evaluated(iteration: int, epoch: float) -> Evaluation:
    return Evaluation(iteration, epoch, 1.0, None, None, None)


@pytest.mark.parametrize(
    ("iteration", "epoch"), [(0, 0.0), (5, 0.5), (10, 1.0), (20, 1.5), (30, 2.0), (50, 3.0)]
)
def test_an_epoch_has_the_iterations_of_its_own_batch_size(iteration: int, epoch: float) -> None:
    """Ten iterations in the first epoch, then, with a batch half as large, twenty."""
    log = (evaluated(0, 0.0), evaluated(10, 1.0), evaluated(30, 2.0))
    assert epoch_at(iteration, log, per_epoch=20) == pytest.approx(epoch)


def test_before_the_first_evaluation_the_batch_size_in_force_counts() -> None:
    assert epoch_at(5, (), per_epoch=20) == 0.25
