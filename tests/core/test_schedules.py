"""The learning rate's schedules: their values, their ends, and what is wrong with them."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.nn.schedules import ScheduleSpec


def test_constant_is_one() -> None:
    assert [ScheduleSpec().factor(t, 1000, t // 100) for t in (0, 1, 999, 5000)] == [1.0] * 4


def test_step_falls_every_few_epochs() -> None:
    schedule = ScheduleSpec("step", gamma=0.5, step_epochs=2)
    factors = [schedule.factor(t, 60, epoch=t // 10) for t in (0, 19, 20, 39, 40, 59)]
    assert factors == [1.0, 1.0, 0.5, 0.5, 0.25, 0.25]


def test_cosine_goes_from_one_to_the_floor() -> None:
    schedule = ScheduleSpec("cosine", floor=0.2)
    factors = [schedule.factor(t, 100, t // 10) for t in (0, 25, 50, 75, 100, 200)]
    half = math.sqrt(0.5)
    expected = [1.0, 0.2 + 0.4 * (1 + half), 0.6, 0.2 + 0.4 * (1 - half), 0.2, 0.2]
    assert factors == pytest.approx(expected, abs=1e-15)


def test_the_last_update_of_a_cosine_still_moves() -> None:
    assert ScheduleSpec("cosine").factor(99, 100, 9) > 0


SCHEDULES = st.one_of(
    st.just(ScheduleSpec()),
    st.builds(ScheduleSpec, st.just("step"), gamma=st.floats(0.1, 1), step_epochs=st.integers(1, 20)),
    st.builds(ScheduleSpec, st.just("cosine"), floor=st.floats(0, 1)),
)


@given(SCHEDULES, st.integers(1, 5000), st.integers(1, 300), st.data())
def test_the_factor_starts_at_one_never_rises_and_stays_positive(
    schedule: ScheduleSpec, total: int, per_epoch: int, data: st.DataObject
) -> None:
    early, late = sorted(data.draw(st.tuples(*[st.integers(0, total - 1)] * 2)))
    assert schedule.problems() == ()
    assert schedule.factor(0, total, 0) == 1.0
    # A step may underflow after hundreds of falls, which no learner sees; 0.1^15 is far from that.
    if schedule.kind != "step" or late // per_epoch // schedule.step_epochs < 15:
        assert schedule.factor(late, total, late // per_epoch) > 0
    assert (
        schedule.factor(late, total, late // per_epoch)
        <= schedule.factor(early, total, early // per_epoch)
        <= 1
    )


@given(SCHEDULES)
def test_spec_survives_a_dictionary(schedule: ScheduleSpec) -> None:
    assert ScheduleSpec.from_dict(schedule.to_dict()) == schedule


@pytest.mark.parametrize(
    ("schedule", "field", "words"),
    [
        (ScheduleSpec("step", gamma=0.0), "gamma", "above 0 and at most 1"),
        (ScheduleSpec("step", gamma=1.5), "gamma", "1.5"),
        (ScheduleSpec("step", gamma=math.nan), "gamma", "nan"),
        (ScheduleSpec("step", step_epochs=0), "step_epochs", "1 or more"),
        (ScheduleSpec("step", step_epochs=2.5), "step_epochs", "whole number"),  # type: ignore[arg-type]
        (ScheduleSpec("cosine", floor=-0.1), "floor", "from 0 to 1"),
        (ScheduleSpec("cosine", floor=math.nan), "floor", "nan"),
        (ScheduleSpec("cosin"), "schedule", "Did you mean “cosine”?"),
    ],
)
def test_what_is_wrong_is_named(schedule: ScheduleSpec, field: str, words: str) -> None:
    (problem,) = schedule.problems()
    assert problem.fields["field"] == field
    assert words in str(problem)


def test_only_the_fields_of_the_kind_count() -> None:
    assert ScheduleSpec("constant", gamma=-1.0, step_epochs=0, floor=9.0).problems() == ()
