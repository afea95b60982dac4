"""How long a continued run lasts, and over which length its schedule runs."""

from __future__ import annotations

import pytest

from core.errors import ConfigError
from core.nn.optimizers import OptimizerSpec
from core.nn.schedules import ScheduleSpec
from core.training.events import Completed, Diverged, Evaluation, Iteration, LayerStatistics
from core.training.session import TrainingSession
from tests.core.training.continued import assert_same_run, rates, through_a_file
from tests.core.training.small_data import ADAM, ALL_CHANCE, MOMENTUM, SMALL, clouds, of_kind, session, until

STEP = ScheduleSpec("step", gamma=0.5, step_epochs=1)
COSINE = ScheduleSpec("cosine", floor=0.1)


@pytest.mark.parametrize("sampling", ["random", "shuffled"])
@pytest.mark.parametrize("planned", [3, 4])
def test_a_completed_run_goes_on_as_one_that_was_planned_longer(sampling: str, planned: int) -> None:
    """But for the evaluation at its end, where that is inside an epoch."""
    whole, first = (
        session(ALL_CHANCE, iterations=length, optimizer=ADAM, sampling=sampling) for length in (9, planned)
    )
    list(whole.events())
    assert list(first.events())[-1] == Completed(planned)
    second = TrainingSession.of_checkpoint(
        through_a_file(first.checkpoint()), clouds(), whole.experiment, iterations=9, replan=True
    )
    assert (second.iteration, second.total_iterations, second.iterations_per_epoch) == (planned, 9, 3)
    assert list(second.events())[-1] == Completed(9)
    assert_same_run(second, whole, ignoring=[4])


def test_a_length_may_be_in_epochs_with_those_that_were_made() -> None:
    one = session(iterations=4)
    list(one.events())
    for epochs, iterations in ((2, 6), (5, 15)):
        again = TrainingSession.of_checkpoint(one.checkpoint(), clouds(), epochs=epochs)
        assert again.total_iterations == iterations
    list(again.events())
    assert [event.epoch for event in again.evaluations] == [0, 1, 4 / 3, 2, 3, 4, 5]


def test_a_stopped_run_may_end_earlier_than_planned_and_where_it_stopped() -> None:
    one = session(iterations=9)
    until(one, 4)
    checkpoint = one.checkpoint()
    earlier = TrainingSession.of_checkpoint(checkpoint, clouds(), iterations=5)
    assert of_kind(earlier.events(), Iteration)[-1].iteration == 5
    at_once = TrainingSession.of_checkpoint(checkpoint, clouds(), iterations=4)
    assert [type(event) for event in at_once.events()] == [Evaluation, Completed]


@pytest.mark.parametrize("length", [{"iterations": 3}, {"epochs": 1}, {"epochs": 0}])
def test_less_than_was_made_is_refused(length: dict[str, int]) -> None:
    one = session(iterations=9)
    until(one, 4)
    with pytest.raises(
        ConfigError, match="4 iterations have been made already: the total must be larger"
    ) as caught:
        TrainingSession.of_checkpoint(one.checkpoint(), clouds(), **length)  # type: ignore[arg-type]
    assert caught.value.fields["field"] == "length"


def test_a_run_made_longer_is_looked_into_as_often_as_one_of_that_length() -> None:
    """100 iterations are looked into each time, 2,000 every ten."""
    one = session(iterations=100)
    assert len(of_kind(one.events(), LayerStatistics)) == 100
    again = TrainingSession.of_checkpoint(through_a_file(one.checkpoint()), clouds(), iterations=2_000)
    seen = of_kind(until(again, 131), LayerStatistics)
    assert [event.iteration for event in seen] == [110, 120, 130]


def test_no_iteration_at_all_is_refused_before_the_first_too() -> None:
    checkpoint = session(iterations=9).checkpoint()
    with pytest.raises(ConfigError, match="0 iterations have been made already"):
        TrainingSession.of_checkpoint(checkpoint, clouds(), iterations=0)


# --- schedules ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("schedule", [STEP, COSINE], ids=lambda spec: spec.kind)
def test_beyond_the_length_first_planned_a_schedule_holds_its_last_value(schedule: ScheduleSpec) -> None:
    planned = [0.1 * schedule.factor(i, 6, i // 3) for i in range(6)]
    one = session(iterations=6, schedule=schedule)
    assert rates(one) == planned
    for total in (9, 14, 20):
        one = TrainingSession.of_checkpoint(through_a_file(one.checkpoint()), clouds(), iterations=total)
        assert one.planned_iterations == 6
        made = one.iteration
        assert rates(one) == [planned[-1]] * (total - made)


@pytest.mark.parametrize("schedule", [STEP, COSINE], ids=lambda spec: spec.kind)
def test_a_run_that_was_stopped_holds_the_last_value_of_the_plan_and_not_of_the_stop(
    schedule: ScheduleSpec,
) -> None:
    planned = [0.1 * schedule.factor(i, 6, i // 3) for i in range(6)]
    one = session(iterations=6, schedule=schedule)
    until(one, 2)
    again = TrainingSession.of_checkpoint(through_a_file(one.checkpoint()), clouds(), iterations=9)
    assert rates(again) == [*planned[2:], *[planned[-1]] * 3]


@pytest.mark.parametrize("schedule", [STEP, COSINE], ids=lambda spec: spec.kind)
@pytest.mark.parametrize("made", [2, 6])
def test_planned_anew_a_schedule_runs_over_the_whole_new_length(schedule: ScheduleSpec, made: int) -> None:
    one = session(iterations=6, schedule=schedule)
    until(one, made)
    again = TrainingSession.of_checkpoint(
        through_a_file(one.checkpoint()), clouds(), iterations=12, replan=True
    )
    assert again.planned_iterations == 12
    assert rates(again) == [0.1 * schedule.factor(i, 12, i // 3) for i in range(made, 12)]


def test_a_plan_made_anew_is_the_plan_of_what_follows() -> None:
    one = session(iterations=6, schedule=COSINE)
    until(one, 4)
    longer = TrainingSession.of_checkpoint(one.checkpoint(), clouds(), iterations=12, replan=True)
    until(longer, 7)
    again = TrainingSession.of_checkpoint(through_a_file(longer.checkpoint()), clouds())
    assert (again.planned_iterations, again.total_iterations) == (12, 12)
    list(longer.events())
    list(again.events())
    assert_same_run(again, longer)


# --- a run that diverged ------------------------------------------------------------------------------------


@pytest.mark.parametrize("sampling", ["random", "shuffled"])
@pytest.mark.parametrize("spec", [SMALL, ALL_CHANCE], ids=["small", "all chance"])
def test_a_diverged_run_goes_on_from_its_last_finite_weights(spec: object, sampling: str) -> None:
    """As the session would itself, once it was given a rate that is small enough."""
    one = session(spec, iterations=12, optimizer=MOMENTUM, sampling=sampling)  # type: ignore[arg-type]
    until(one, 5)
    one.change("learning_rate", 1e39)
    diverged = list(one.events())[-1]
    assert isinstance(diverged, Diverged)
    checkpoint = through_a_file(one.checkpoint())
    assert checkpoint.iteration == one.iteration == diverged.iteration - 1
    again = TrainingSession.of_checkpoint(checkpoint, clouds())
    for goes_on in (one, again):
        goes_on.change("learning_rate", 0.05)
        assert list(goes_on.events())[-1] == Completed(12)
    assert_same_run(again, one)


def test_the_batch_that_diverged_is_drawn_again() -> None:
    """So that an epoch still has every example once."""
    one, straight = (session(iterations=6) for _ in range(2))
    list(straight.events())
    for stop in (0, 2, 3):
        if stop:
            until(one, stop)
        one.change("learning_rate", 1e300)
        assert isinstance(list(one.events())[-1], Diverged)
        one.change("learning_rate", 0.1)
    list(one.events())
    assert one.losses.tolist() == straight.losses.tolist()
    assert one.evaluations == straight.evaluations


def test_updates_that_were_watched_are_watched_again() -> None:
    """A weight that nothing looks at may overflow long after the update that made it large."""
    one = session(iterations=60, optimizer=OptimizerSpec("sgd", 1e30))
    list(one.events())
    run = through_a_file(one.checkpoint()).run
    assert run is not None
    assert run.is_careful
    calm = session(iterations=6)
    list(calm.events())
    run = calm.checkpoint().run
    assert run is not None
    assert not run.is_careful
