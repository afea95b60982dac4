"""How long a run still takes, under a clock that the test turns."""

from __future__ import annotations

import pytest

from core.training.events import Evaluation, EvaluationProgress
from core.training.pace import BASIS_SECONDS, Pace

TOTAL, PER_EPOCH = 1_000, 250


def evaluation(iteration: int) -> Evaluation:
    return Evaluation(iteration, iteration / PER_EPOCH, 0.5, 0.9, 0.6, 0.8)


class Run:
    """A run that begins at second 50, with iterations of 10 ms."""

    def __init__(self, first_evaluation: float) -> None:
        self.now = 50.0
        self.done = 0
        self.pace = Pace(TOTAL, PER_EPOCH, self.now)
        self.evaluate(first_evaluation)

    def evaluate(self, seconds: float) -> None:
        for event in (EvaluationProgress(50, 100), EvaluationProgress(100, 100), evaluation(self.done)):
            self.now += seconds / 3
            self.pace.happened(event, self.now)

    def iterate(self, number: int) -> None:
        for _ in range(number):
            self.now += 0.01
            self.pace.iterated(self.now)
        self.done += number

    @property
    def left(self) -> float | None:
        return self.pace.seconds_left(self.done)


def test_before_there_is_a_basis_there_is_no_estimate() -> None:
    """However long the first evaluation took."""
    run = Run(first_evaluation=60.0)
    assert run.left is None
    run.iterate(1)
    assert run.left is None
    run.iterate(round(BASIS_SECONDS / 0.01))
    assert run.left is not None


def test_the_first_evaluation_is_not_taken_for_training() -> None:
    run = Run(first_evaluation=0.0)
    run.iterate(100)
    assert run.left == pytest.approx(900 * 0.01)
    assert run.pace.seconds == pytest.approx(1.0)


def test_the_evaluations_to_come_are_counted_as_long_as_the_last_one() -> None:
    run = Run(first_evaluation=3.0)
    run.iterate(100)
    assert run.left == pytest.approx(9.0 + 4 * 3.0)
    run.iterate(150)
    run.evaluate(2.0)
    run.iterate(50)
    assert run.left == pytest.approx(7.0 + 3 * 2.0)


def test_at_the_end_nothing_is_left() -> None:
    run = Run(first_evaluation=3.0)
    run.iterate(TOTAL)
    assert run.left == pytest.approx(0.0)


def test_a_last_part_of_an_epoch_is_evaluated_too() -> None:
    pace = Pace(300, PER_EPOCH, 0.0)
    pace.happened(evaluation(0), 1.0)
    pace.iterated(2.0)
    assert pace.seconds_left(100, iterations_per_second=100.0) == pytest.approx(2.0 + 2 * 1.0)


def test_a_pause_is_no_work() -> None:
    run = Run(first_evaluation=0.0)
    run.iterate(50)
    run.now += 1_000.0
    run.pace.resume(run.now)
    run.iterate(50)
    assert run.pace.seconds == pytest.approx(1.0)
    assert run.left == pytest.approx(9.0)


def test_the_share_of_evaluations_is_that_of_both_times() -> None:
    pace = Pace(100, 10, 0.0)
    assert pace.evaluation_share is None
    pace.seconds, pace.evaluation_seconds = 3.0, 1.0
    assert pace.evaluation_share == 0.25
