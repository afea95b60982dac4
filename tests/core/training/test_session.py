"""The session as a generator: what comes when, pausing, going on, the seed, and what is kept of a moment."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.data import Split
from core.nn.network import Network
from core.nn.schedules import ScheduleSpec
from core.nn.spec import NetworkSpec
from core.training.config import Experiment, TrainingConfig
from core.training.events import (
    Completed,
    Evaluation,
    EvaluationProgress,
    Iteration,
    IterationDetail,
    LayerStatistics,
    SettingChanged,
)
from core.training.session import TrainingSession
from tests.core.training.small_data import (
    ADAM,
    ALL_CHANCE,
    MOMENTUM,
    SMALL,
    clouds,
    config,
    of_kind,
    session,
    until,
)

# --- order --------------------------------------------------------------------------------------------------


def test_events_come_in_their_order() -> None:
    """60 examples in batches of 20: three iterations an epoch; a run so short is looked into each time."""
    one = session(iterations=6)
    events = list(one.events())
    step = [Iteration, LayerStatistics]
    epoch = [*step, *step, *step, Evaluation]
    assert [type(event) for event in events] == [Evaluation, *epoch, *epoch, Completed]
    assert [event.iteration for event in of_kind(events, Iteration)] == [1, 2, 3, 4, 5, 6]
    assert [event.iteration for event in of_kind(events, LayerStatistics)] == [1, 2, 3, 4, 5, 6]
    evaluated = of_kind(events, Evaluation)
    assert [(event.iteration, event.epoch) for event in evaluated] == [(0, 0.0), (3, 1.0), (6, 2.0)]
    assert events[-1] == Completed(6)
    assert one.iteration == one.total_iterations == 6
    assert one.iterations_per_epoch == 3
    assert one.losses.tolist() == [event.loss for event in of_kind(events, Iteration)]
    assert one.evaluations == evaluated


def test_an_end_within_an_epoch_is_evaluated_too() -> None:
    evaluated = of_kind(session(iterations=4).events(), Evaluation)
    assert [event.iteration for event in evaluated] == [0, 3, 4]
    assert evaluated[-1].epoch == pytest.approx(4 / 3)


def test_a_length_may_be_in_epochs() -> None:
    one = session(length=2, length_unit="epochs", batch_size=25)  # 2 iterations each, 10 examples left over
    assert of_kind(one.events(), Completed) == [Completed(4)]
    assert [event.epoch for event in one.evaluations] == [0, 1, 2]


def test_what_is_asked_for_and_what_changed_stand_around_their_iteration() -> None:
    one = session(iterations=2)
    events = one.events()
    assert isinstance(next(events), Evaluation)
    one.change("learning_rate", 0.2)
    one.explain_next()
    kinds = [type(event) for event in events]
    step = [Iteration, LayerStatistics]
    assert kinds == [SettingChanged, *step, IterationDetail, *step, Evaluation, Completed]


def test_a_finished_session_says_so_again_and_does_nothing() -> None:
    one = session(iterations=3)
    list(one.events())
    before = one.network.params.vector.copy()
    assert list(one.events()) == [Completed(3)]
    np.testing.assert_array_equal(one.network.params.vector, before)
    assert len(one.evaluations) == 2


def test_a_long_run_is_looked_into_every_fifty_iterations_and_a_shorter_one_two_hundred_times() -> None:
    small = clouds(train=20, test=0)
    for iterations, every in ((10_000, 50), (4_000, 20), (100, 1)):
        one = session(iterations=iterations, data=small, batch_size=10)
        seen = of_kind(until(one, 101 if iterations > 101 else 100), LayerStatistics)
        expected = sorted({1, *range(every, 101, every)})
        assert [event.iteration for event in seen] in (expected, expected[:-1])


def test_a_large_evaluation_tells_how_far_it_is() -> None:
    data = clouds(train=12_000, test=6_100)
    one = session(iterations=1, data=data)
    progress = of_kind(one.evaluate(), EvaluationProgress)
    assert [event.done for event in progress] == list(range(1_000, 18_001, 1_000))
    assert {event.total for event in progress} == {18_100}


def test_a_large_evaluation_tells_how_far_it_is_also_with_an_odd_number_of_examples() -> None:
    one = session(iterations=1, data=clouds(train=12_345, test=12_345))
    progress = of_kind(one.evaluate(), EvaluationProgress)
    assert [event.done // 1_000 for event in progress] == list(range(1, 25))


# --- pausing, going on --------------------------------------------------------------------------------------


def test_not_asking_is_a_pause_and_each_event_is_told_when_it_has_happened() -> None:
    one = session(iterations=3)
    events = one.events()
    next(events)
    start = one.network.params.vector.copy()
    assert one.iteration == 0
    for number in (1, 2, 3):
        event = next(events)
        while not isinstance(event, Iteration):
            event = next(events)
        assert event.iteration == one.iteration == number
        assert (one.network.params.vector != start).any()
        start = one.network.params.vector.copy()


RUNS = {
    "sgd, random": config(8, sampling="random"),
    "adam, cosine, decay": config(8, optimizer=ADAM, schedule=ScheduleSpec("cosine"), weight_decay=0.01),
    "momentum, partial epoch": config(7, optimizer=MOMENTUM),
}


@pytest.mark.parametrize("training", RUNS.values(), ids=RUNS.keys())
def test_going_on_after_a_close_anywhere_gives_the_same_bit_for_bit(training: TrainingConfig) -> None:
    """The network has dropout and batch normalization; it is closed after each event in turn."""
    experiment, data = Experiment(ALL_CHANCE, training), clouds()
    whole = TrainingSession(experiment, data)
    events = list(whole.events())
    for place in range(1, len(events)):
        one = TrainingSession(experiment, data)
        generator = one.events()
        for _ in range(place):
            next(generator)
        generator.close()
        rest = list(one.events())
        assert rest[-1] == Completed(training.length)
        np.testing.assert_array_equal(one.network.params.vector, whole.network.params.vector)
        np.testing.assert_array_equal(one.network.state.vector, whole.network.state.vector)
        assert one.losses.tolist() == whole.losses.tolist()
        assert one.evaluations == whole.evaluations


def test_a_close_in_the_middle_of_an_evaluation_leaves_it_to_be_made() -> None:
    one = session(iterations=1, data=clouds(train=12_000))
    events = one.events()
    assert isinstance(next(events), EvaluationProgress)
    events.close()
    assert one.evaluations == []
    assert isinstance(of_kind(one.events(), Evaluation)[0], Evaluation)
    assert [event.iteration for event in one.evaluations] == [0, 1]


@pytest.mark.parametrize("training", RUNS.values(), ids=RUNS.keys())
def test_one_seed_gives_the_same_run_bit_for_bit(training: TrainingConfig) -> None:
    first, second, other = (
        TrainingSession(Experiment(ALL_CHANCE, replace(training, seed=seed)), clouds()) for seed in (3, 3, 4)
    )
    for one in (first, second, other):
        list(one.events())
    np.testing.assert_array_equal(first.network.params.vector, second.network.params.vector)
    assert first.losses.tolist() == second.losses.tolist()
    assert first.losses.tolist() != other.losses.tolist()


def test_a_given_network_is_trained_and_not_a_new_one() -> None:
    given = Network(SMALL, seed=99)
    before = given.params.vector.copy()
    one = TrainingSession(Experiment(SMALL, config()), clouds(), network=given)
    assert one.network is given
    assert of_kind(one.events(), Evaluation)[0].train_loss == pytest.approx(
        _loss(SMALL, before, clouds().train), rel=1e-5
    )
    assert (given.params.vector != before).any()


def _loss(spec: NetworkSpec, vector: np.ndarray, split: Split) -> float:
    fresh = Network(spec)
    fresh.params.vector[...] = vector
    return fresh.loss(split.x, split.t)


def test_a_checkpoint_is_of_its_moment() -> None:
    one = session(ALL_CHANCE, iterations=6, optimizer=ADAM)
    until(one, 4)
    checkpoint = one.checkpoint()
    parameters, state = one.network.params.copies(), one.network.state.copies()
    list(one.events())
    assert checkpoint.iteration == 4
    assert checkpoint.experiment is one.experiment
    assert checkpoint.losses.tolist() == one.losses[:4].tolist()
    assert [event.iteration for event in checkpoint.evaluations] == [0, 3]
    for name, array in parameters.items():
        np.testing.assert_array_equal(checkpoint.parameters[name], array)
    for name, array in state.items():
        np.testing.assert_array_equal(checkpoint.state[name], array)
    assert set(checkpoint.random) == {"batches", "dropout"}
    assert checkpoint.optimizer["updates"] == 4
    assert set(session().checkpoint().random) == {"batches"}
    predicted = checkpoint.network().predict(clouds().train.x)
    assert (predicted != one.network.predict(clouds().train.x)).any()
