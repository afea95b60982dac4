"""Which runs are said to have diverged although all their numbers are finite."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from core.data import open_data_set
from core.training.config import Experiment
from core.training.divergence import has_diverged
from core.training.events import Completed, Evaluation
from core.training.presets import preset
from core.training.session import TrainingSession


def judged(first_loss: float, last_loss: float, accuracies: tuple[float | None, float | None]) -> bool:
    first = Evaluation(0, 0.0, first_loss, accuracies[0], None, None)
    between = Evaluation(10, 1.0, 1e9, accuracies[0], None, None)
    last = Evaluation(20, 2.0, last_loss, accuracies[1], None, None)
    return has_diverged((first, between, last))


@pytest.mark.parametrize(
    ("last_loss", "accuracy", "diverged"),
    [
        (562.2, 0.10, True),  # two-layer with a rate of 1000
        (2e32, 0.10, True),
        (math.inf, 0.10, True),
        (math.nan, 0.10, True),
        (4.7, 0.10, True),
        (4.5, 0.10, False),  # it hovers around a guess, as with dead units
        (2.3, 0.10, False),
        (0.1, 0.98, False),
        (271.8, 0.84, False),  # sure of its mistakes, which are few
        (271.8, 0.50, True),
    ],
)
def test_a_loss_far_above_its_beginning_without_fewer_mistakes(
    last_loss: float, accuracy: float, diverged: bool
) -> None:
    assert judged(2.302, last_loss, (0.1, accuracy)) is diverged


@pytest.mark.parametrize(("last_loss", "diverged"), [(0.25, True), (0.2, False), (0.0, False)])
def test_a_regression_is_judged_by_its_loss_alone(last_loss: float, diverged: bool) -> None:
    assert judged(0.1, last_loss, (None, None)) is diverged


def test_a_run_that_was_not_evaluated_is_not_judged() -> None:
    assert not has_diverged(())
    assert not has_diverged((Evaluation(0, 0.0, math.inf, None, None, None),))


@pytest.mark.parametrize(("rate", "diverged"), [(0.5, False), (1000.0, True)])
def test_a_run_as_it_is(rate: float, diverged: bool) -> None:
    """Two layers on XOR. With the high rate, the last event is that of a run that made all its iterations."""
    base = preset("two-layer").experiment
    network = replace(
        base.network,
        input_size=2,
        layers=(*base.network.layers[:2], replace(base.network.layers[2], units=2)),
    )
    optimizer = replace(base.training.optimizer, learning_rate=rate)
    training = replace(base.training, data_set="xor", batch_size=100, length=40, optimizer=optimizer)
    session = TrainingSession(Experiment(network, training), open_data_set("xor"))
    *_, last = session.events()
    assert isinstance(last, Completed)
    assert has_diverged(session.evaluations) is diverged
