"""A run that is continued from its model file equals one that never stopped, bit for bit."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.data import DataSet
from core.nn.network import Network
from core.nn.optimizers import USED_SETTINGS, OptimizerSpec
from core.nn.schedules import SCHEDULE_SETTINGS, ScheduleSpec
from core.nn.spec import LayerSpec, NetworkSpec
from core.training.config import SAMPLINGS, Experiment, TrainingConfig
from core.training.events import Completed, Iteration, LayerDied, SettingChanged
from core.training.session import TrainingSession
from tests.core.training.continued import after_place, assert_same_run, small, through_a_file, told
from tests.core.training.small_data import (
    ADAM,
    ALL_CHANCE,
    clouds,
    config,
    curve,
    network,
    of_kind,
    session,
    until,
)

REGRESSION = network(LayerSpec("affine", 8), LayerSpec("tanh"), inputs=1, outputs=2, loss="squared_error")
SCHEDULES = {
    "constant": ScheduleSpec(),
    "step": ScheduleSpec("step", gamma=0.5, step_epochs=1),
    "cosine": ScheduleSpec("cosine", floor=0.1),
}
PLACES = {"at the start": 0, "in the first epoch": 2, "at its border": 3, "in the second": 5, "at the end": 8}
"""Iterations of a run of 8, three to an epoch."""


def test_every_schedule_is_tried() -> None:
    assert set(SCHEDULES) == set(SCHEDULE_SETTINGS)


def pairs() -> list[tuple[str, str]]:
    """Each optimizer with a schedule, each schedule with some optimizers."""
    return list(zip(USED_SETTINGS, itertools.cycle(SCHEDULES), strict=False))


@pytest.mark.parametrize("sampling", SAMPLINGS)
@pytest.mark.parametrize(("kind", "name"), pairs())
def test_stopped_anywhere_it_goes_on_as_if_it_had_not(sampling: str, kind: str, name: str) -> None:
    """The training has dropout, batch normalization and weight decay."""
    schedule = SCHEDULES[name]
    training = config(
        8, sampling=sampling, optimizer=OptimizerSpec(kind, 0.02), schedule=schedule, weight_decay=0.01
    )
    experiment, data = Experiment(ALL_CHANCE, training), clouds()
    whole = TrainingSession(experiment, data)
    events = list(whole.events())
    for stop in PLACES.values():
        first = TrainingSession(experiment, data)
        if stop:
            until(first, stop)
        checkpoint = through_a_file(first.checkpoint())
        assert checkpoint.is_exact
        assert checkpoint.iteration == stop
        second = TrainingSession.of_checkpoint(checkpoint, data)
        assert told(second.events(), stop) == told(events, stop)
        assert_same_run(second, whole)


def test_the_end_of_a_completed_run_is_its_end_again() -> None:
    whole = session(ALL_CHANCE, iterations=4)
    list(whole.events())
    again = TrainingSession.of_checkpoint(through_a_file(whole.checkpoint()), clouds())
    assert list(again.events()) == [Completed(4)]
    assert_same_run(again, whole)


@st.composite
def experiments(draw: st.DrawFn) -> Experiment:
    """A small network for points of the plane, and any way to train it."""
    kinds = draw(st.lists(st.sampled_from(["affine", "relu", "tanh", "dropout", "batch_norm"]), max_size=5))
    made = {"affine": LayerSpec("affine", 3), "dropout": LayerSpec("dropout", rate=0.25)}
    layers = tuple(made.get(kind, LayerSpec(kind)) for kind in kinds)
    training = TrainingConfig(
        draw(st.sampled_from(["xor", "spirals"])),
        batch_size=draw(st.integers(8, 40)),
        sampling=draw(st.sampled_from(SAMPLINGS)),
        optimizer=OptimizerSpec(draw(st.sampled_from(tuple(USED_SETTINGS))), 0.05),
        schedule=draw(st.sampled_from(tuple(SCHEDULES.values()))),
        weight_decay=draw(st.sampled_from([0.0, 0.01])),
        length=draw(st.integers(1, 12)),
        length_unit="iterations",
        seed=draw(st.integers(0, 2**31)),
    )
    return Experiment(NetworkSpec(2, (*layers, LayerSpec("affine", 2))), training)


@given(experiments(), st.data())
def test_stopped_twice_anywhere_it_goes_on_as_if_it_had_not(
    experiment: Experiment, data: st.DataObject
) -> None:
    """It stops anywhere: before an evaluation, before what is told of an iteration, after the end."""
    examples = small(experiment.training.data_set)
    whole = TrainingSession(experiment, examples)
    events = list(whole.events())
    one = TrainingSession(experiment, examples)
    for _ in range(2):
        after_place(one, data.draw(st.integers(0, len(events))))
        one = TrainingSession.of_checkpoint(through_a_file(one.checkpoint()), examples)
    assert told(one.events(), one.iteration)[-1] == told(events, one.iteration)[-1]
    assert_same_run(one, whole)


CHANGES = {2: ("learning_rate", 0.2), 4: ("momentum", 0.5), 5: ("weight_decay", 0.1)}
"""The iteration after which a setting is changed."""


def changed_on_the_way(one: TrainingSession, stop: int) -> None:
    for number in range(one.iteration, stop + 1):
        if number > one.iteration:
            until(one, number)
        if number in CHANGES:
            one.change(*CHANGES[number])


@pytest.mark.parametrize("stop", range(9))
def test_settings_that_were_changed_on_the_way_stay_changed(stop: int) -> None:
    """Also those that were asked for and are not in force yet, after iterations 2, 4 and 5."""
    training = config(8, optimizer=OptimizerSpec("momentum", 0.05), schedule=SCHEDULES["cosine"])
    whole, first = (TrainingSession(Experiment(ALL_CHANCE, training), clouds()) for _ in range(2))
    changed_on_the_way(whole, 8)
    list(whole.events())
    changed_on_the_way(first, stop)
    second = TrainingSession.of_checkpoint(through_a_file(first.checkpoint()), clouds())
    for number in sorted(CHANGES):
        if number > stop:
            until(second, number)
            second.change(*CHANGES[number])
    list(second.events())
    assert second.changes == [
        SettingChanged(3, "learning_rate", 0.05, 0.2),
        SettingChanged(5, "momentum", 0.9, 0.5),
        SettingChanged(6, "weight_decay", 0.0, 0.1),
    ]
    assert_same_run(second, whole)


def test_a_checkpoint_has_the_settings_of_the_next_iteration() -> None:
    one = session(iterations=8, optimizer=ADAM)
    until(one, 3)
    one.change("learning_rate", 0.5)
    checkpoint = through_a_file(one.checkpoint())
    assert checkpoint.experiment.training.optimizer.learning_rate == 0.5
    assert checkpoint.run is not None
    assert checkpoint.run.untold == {"learning_rate": 0.01}
    one.change("learning_rate", 0.01)
    for same in (
        one,
        TrainingSession.of_checkpoint(checkpoint, clouds(), session(optimizer=ADAM).experiment),
    ):
        assert of_kind(same.events(), SettingChanged) == []  # asked for and taken back


DYING = Experiment(
    NetworkSpec(4, (LayerSpec("affine", 3), LayerSpec("relu"), LayerSpec("affine", 3))),
    config(40, optimizer=OptimizerSpec("sgd", 100.0), seed=1),
)
"""A rate so high that every unit dies at once."""


def test_a_layer_that_was_said_dead_is_not_said_dead_again() -> None:
    whole, first = (TrainingSession(DYING, clouds()) for _ in range(2))
    (died,) = of_kind(whole.events(), LayerDied)
    assert next(event for event in first.events() if isinstance(event, LayerDied)) == died
    assert first.iteration == died.iteration < 40
    second = TrainingSession.of_checkpoint(through_a_file(first.checkpoint()), clouds())
    assert of_kind(second.events(), LayerDied) == []
    assert_same_run(second, whole)


def test_a_layer_whose_death_nobody_was_told_of_is_said_dead_later() -> None:
    """The generator was closed between the iteration and what was to be told of it."""
    (died,) = of_kind(TrainingSession(DYING, clouds()).events(), LayerDied)
    first = TrainingSession(DYING, clouds())
    assert isinstance(until(first, died.iteration)[-1], Iteration)
    second = TrainingSession.of_checkpoint(through_a_file(first.checkpoint()), clouds())
    assert of_kind(second.events(), LayerDied) == [LayerDied(died.iteration + 1, died.layer)]


def test_a_network_of_float64_goes_on_in_float64() -> None:
    experiment = session(ALL_CHANCE, iterations=6, optimizer=ADAM).experiment
    whole, first = (
        TrainingSession(experiment, clouds(), network=Network(ALL_CHANCE, 0, np.float64)) for _ in range(2)
    )
    list(whole.events())
    until(first, 2)
    second = TrainingSession.of_checkpoint(through_a_file(first.checkpoint()), clouds())
    assert second.network.dtype == np.float64
    list(second.events())
    assert_same_run(second, whole)


@pytest.mark.parametrize(
    ("spec", "data"), [(ALL_CHANCE, clouds(test=0)), (REGRESSION, curve())], ids=["no test set", "regression"]
)
def test_without_a_test_set_and_as_a_regression(spec: NetworkSpec, data: DataSet) -> None:
    experiment = Experiment(spec, config(7))
    whole, first = (TrainingSession(experiment, data) for _ in range(2))
    list(whole.events())
    until(first, 4)
    second = TrainingSession.of_checkpoint(through_a_file(first.checkpoint()), data)
    list(second.events())
    assert_same_run(second, whole)


def test_the_session_that_was_saved_goes_on_undisturbed() -> None:
    """A checkpoint shares nothing with the session, nor a continued session with the checkpoint."""
    whole, first = (session(ALL_CHANCE, iterations=8, optimizer=ADAM) for _ in range(2))
    list(whole.events())
    until(first, 4)
    checkpoint = first.checkpoint()
    for one in (first, *(TrainingSession.of_checkpoint(checkpoint, clouds()) for _ in range(2))):
        list(one.events())
        assert_same_run(one, whole)


def test_an_evaluation_that_was_cut_off_is_made() -> None:
    data = clouds(train=12_000)
    one = session(iterations=1, data=data)
    after_place(one, 1)
    again = TrainingSession.of_checkpoint(one.checkpoint(), data)
    assert len(of_kind(again.events(), Iteration)) == 1
    assert [event.iteration for event in again.evaluations] == [0, 1]


def test_replacing_the_seed_does_not_matter_to_what_is_drawn() -> None:
    """The chance of a continued run is that of its states, and no longer that of its seed."""
    one = session(ALL_CHANCE, iterations=8, sampling="random")
    until(one, 4)
    checkpoint = one.checkpoint()
    experiment = replace(one.experiment, training=replace(one.experiment.training, seed=99))
    other = TrainingSession.of_checkpoint(replace(checkpoint, experiment=experiment), clouds())
    list(other.events())
    list(one.events())
    np.testing.assert_array_equal(other.network.params.vector, one.network.params.vector)
