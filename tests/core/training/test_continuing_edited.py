"""A run continued with other settings: what was edited applies from there on, the rest stays exact."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core.data import Reading
from core.errors import ConfigError
from core.nn.optimizers import OptimizerSpec
from core.nn.schedules import ScheduleSpec
from core.nn.spec import LayerSpec, NetworkSpec
from core.training.checkpoint import Checkpoint
from core.training.config import Experiment, TrainingConfig
from core.training.continuation import continuation_problems
from core.training.events import Diverged, Evaluation, Iteration, IterationDetail, SettingChanged
from core.training.session import TrainingSession
from core.training.settings import Setting, settings_of, with_settings
from tests.core.training.continued import assert_same_run, rates, through_a_file
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


def stopped(iteration: int, training: TrainingConfig, spec: NetworkSpec = ALL_CHANCE) -> Checkpoint:
    one = TrainingSession(Experiment(spec, training), clouds())
    if iteration:
        until(one, iteration)
    return through_a_file(one.checkpoint())


def edited(checkpoint: Checkpoint, values: Mapping[str, Setting]) -> Experiment:
    experiment = checkpoint.experiment
    return replace(experiment, training=with_settings(experiment.training, values))


def goes_on(checkpoint: Checkpoint, values: Mapping[str, Setting], **length: Any) -> TrainingSession:
    return TrainingSession.of_checkpoint(checkpoint, clouds(), edited(checkpoint, values), **length)


@pytest.mark.parametrize(
    "values",
    [
        {"learning_rate": 0.2},
        {"momentum": 0.5},
        {"weight_decay": 0.1},
        {"learning_rate": 0.2, "momentum": 0.5, "weight_decay": 0.1},
    ],
    ids=lambda values: " ".join(values),
)
@pytest.mark.parametrize("stop", [0, 2, 3])
def test_an_edit_of_a_live_setting_is_as_good_as_a_change_on_the_way(
    values: dict[str, float], stop: int
) -> None:
    training = config(8, optimizer=MOMENTUM, schedule=ScheduleSpec("cosine"))
    checkpoint = stopped(stop, training)
    again = goes_on(checkpoint, values)
    live = TrainingSession.of_checkpoint(checkpoint, clouds())
    for name, value in values.items():
        live.change(name, value)
    told = sorted(of_kind(again.events(), SettingChanged), key=lambda change: change.name)
    old = settings_of(training)
    assert told == [SettingChanged(stop + 1, name, old[name], values[name]) for name in sorted(values)]
    list(live.events())
    again.changes.sort(key=lambda change: change.name)
    live.changes.sort(key=lambda change: change.name)
    assert_same_run(again, live)


EVERY: dict[str, tuple[TrainingConfig, Setting]] = {
    "batch_size": (config(8), 30),
    "sampling": (config(8), "random"),
    "weight_decay": (config(8), 0.1),
    "optimizer": (config(8), "adam"),
    "learning_rate": (config(8), 0.2),
    "momentum": (config(8, optimizer=MOMENTUM), 0.5),
    "beta1": (config(8, optimizer=ADAM), 0.5),
    "beta2": (config(8, optimizer=ADAM), 0.9),
    "alpha": (config(8, optimizer=OptimizerSpec("rmsprop", 0.01)), 0.9),
    "epsilon": (config(8, optimizer=ADAM), 1e-3),
    "fold_bias_correction": (config(8, optimizer=ADAM), True),
    "schedule": (config(8), "cosine"),
    "gamma": (config(8, schedule=ScheduleSpec("step", 0.5, 1)), 0.9),
    "step_epochs": (config(8, schedule=ScheduleSpec("step", 0.5, 1)), 2),
    "floor": (config(8, schedule=ScheduleSpec("cosine")), 0.5),
}


def test_every_setting_is_edited_here() -> None:
    assert set(EVERY) == set(settings_of(TrainingConfig()))


@pytest.mark.parametrize("name", EVERY)
def test_each_edit_is_told_before_the_next_iteration_and_acts(name: str) -> None:
    training, value = EVERY[name]
    checkpoint = stopped(4, training)
    again = goes_on(checkpoint, {name: value})
    assert settings_of(again.experiment.training)[name] == value
    events = list(again.events())
    assert events[0] == SettingChanged(5, name, settings_of(training)[name], value)
    assert isinstance(events[1], Iteration)
    assert again.changes == of_kind(events, SettingChanged) == [events[0]]
    plain = TrainingSession.of_checkpoint(checkpoint, clouds())
    list(plain.events())
    assert plain.changes == []
    assert (again.network.params.vector != plain.network.params.vector).any()
    assert through_a_file(again.checkpoint()).experiment == again.experiment


@pytest.mark.parametrize("name", EVERY)
def test_an_edited_run_that_is_stopped_goes_on_as_if_it_had_not(name: str) -> None:
    training, value = EVERY[name]
    checkpoint = stopped(2, training)
    whole = goes_on(checkpoint, {name: value}, iterations=12)
    list(whole.events())
    for stop in (2, 3, 7):
        first = goes_on(checkpoint, {name: value}, iterations=12)
        if stop > 2:
            until(first, stop)
        second = TrainingSession.of_checkpoint(through_a_file(first.checkpoint()), clouds())
        list(second.events())
        assert_same_run(second, whole)


def test_what_is_edited_twice_before_it_is_told_is_told_once() -> None:
    checkpoint = stopped(4, config(8))
    once = through_a_file(goes_on(checkpoint, {"learning_rate": 0.2, "sampling": "random"}).checkpoint())
    twice = goes_on(once, {"learning_rate": 0.3, "sampling": "shuffled"})
    assert of_kind(twice.events(), SettingChanged) == [SettingChanged(5, "learning_rate", 0.1, 0.3)]


def test_what_the_optimizer_and_the_schedule_do_not_use_is_not_told() -> None:
    checkpoint = stopped(4, config(8))
    again = goes_on(checkpoint, {"momentum": 0.1, "beta1": 0.2, "gamma": 0.3, "floor": 0.4})
    plain = TrainingSession.of_checkpoint(checkpoint, clouds())
    assert of_kind(again.events(), SettingChanged) == []
    list(plain.events())
    np.testing.assert_array_equal(again.network.params.vector, plain.network.params.vector)


def test_an_experiment_that_differs_in_its_length_alone_is_no_edit() -> None:
    checkpoint = stopped(4, config(8))
    experiment = replace(checkpoint.experiment, training=replace(config(), length=99, length_unit="epochs"))
    again = TrainingSession.of_checkpoint(checkpoint, clouds(), experiment)
    assert again.total_iterations == 8
    assert of_kind(again.events(), SettingChanged) == []


# --- each kind of edit --------------------------------------------------------------------------------------


def test_another_kind_of_optimizer_begins_with_empty_buffers() -> None:
    checkpoint = stopped(4, config(8, optimizer=MOMENTUM))
    again = goes_on(checkpoint, {"optimizer": "adam", "learning_rate": 0.01})
    assert again.optimizer.updates == 0
    changes = of_kind(again.events(), SettingChanged)
    assert [(change.name, change.old, change.new) for change in changes] == [
        ("optimizer", "momentum", "adam"),
        ("learning_rate", 0.05, 0.01),
    ]
    assert again.optimizer.updates == 4
    fresh = stopped(4, config(8, optimizer=MOMENTUM))
    expected = TrainingSession.of_checkpoint(
        replace(fresh, experiment=again.experiment, optimizer={"updates": np.array(0)}), clouds()
    )
    list(expected.events())
    np.testing.assert_array_equal(again.network.params.vector, expected.network.params.vector)


@pytest.mark.parametrize(
    ("kind", "constant", "buffer"),
    [
        ("rmsprop", "alpha", "square_sum"),
        ("adam", "beta1", "gradient_sum"),
        ("adam", "beta2", "square_sum"),
    ],
)
def test_another_constant_leaves_the_running_means_as_they_are(kind: str, constant: str, buffer: str) -> None:
    checkpoint = stopped(4, config(8, optimizer=OptimizerSpec(kind, 0.01)))
    again = goes_on(checkpoint, {constant: 0.5})
    before = settings_of(checkpoint.experiment.training)[constant]
    assert isinstance(before, float)
    mean = (1 - before) * checkpoint.optimizer[buffer]
    np.testing.assert_allclose(0.5 * again.optimizer.buffers[buffer], mean, rtol=1e-6)


@pytest.mark.parametrize("sampling", ["random", "shuffled"])
@pytest.mark.parametrize(
    ("stop", "size", "ends"), [(1, 10, 5), (1, 40, 2), (2, 30, 2), (4, 10, 8), (4, 60, 4)]
)
def test_with_another_batch_size_an_epoch_goes_on_where_it_was(
    sampling: str, stop: int, size: int, ends: int
) -> None:
    """60 examples, 20 a batch so far. `ends` is the iteration at which the present epoch is over."""
    again = goes_on(stopped(stop, config(30, sampling=sampling)), {"batch_size": size}, iterations=30)
    assert again.iterations_per_epoch == 60 // size
    epoch = stop // 3 + 1
    evaluated = [event for event in of_kind(again.events(), Evaluation) if event.iteration > 0]
    places = [(event.iteration, event.epoch) for event in evaluated]
    expected = [(ends + n * (60 // size), epoch + n) for n in range(30)]
    assert places[:-1] == [place for place in expected if stop <= place[0] < 30][: len(places) - 1]
    assert places[-1][0] == 30


def test_with_another_batch_size_no_example_comes_twice_in_an_epoch() -> None:
    one = session(iterations=30)
    seen = _rows(one, 1)
    again = goes_on(through_a_file(one.checkpoint()), {"batch_size": 8})
    assert [len(set(seen + _rows(again, count))) for count in (5, 0)] == [60, 20]


def _rows(one: TrainingSession, count: int) -> list[int]:
    rows: list[int] = []
    events = one.events()
    for _ in range(count):
        one.explain_next()
        detail = next(event for event in events if isinstance(event, IterationDetail))
        rows += detail.indices.tolist()
    return rows


def test_an_order_that_is_shuffled_from_now_on_ends_with_the_epoch() -> None:
    again = goes_on(stopped(1, config(9, sampling="random")), {"sampling": "shuffled"})
    assert len(set(_rows(again, 2))) == 40
    assert len(set(_rows(again, 3))) == 60


def test_at_random_from_now_on_the_epoch_ends_where_it_would_have() -> None:
    """The chance that made the order is used up: the batches are made from what follows it."""
    checkpoint = stopped(1, config(9))
    rng = np.random.default_rng()
    rng.bit_generator.state = checkpoint.random["batches"]
    rng.permutation(60)
    again = goes_on(checkpoint, {"sampling": "random"})
    assert _rows(again, 1) == np.floor(rng.random(20) * 60).tolist()
    list(again.events())
    assert [event.iteration for event in again.evaluations] == [0, 3, 6, 9]


def test_a_step_falls_at_whole_epochs_whatever_the_batch_size() -> None:
    """Epochs of three iterations, then of six: from iteration 4 on, six batches are left of the second."""
    step = ScheduleSpec("step", gamma=0.5, step_epochs=1)
    again = goes_on(stopped(3, config(20, schedule=step)), {"batch_size": 10})
    assert rates(again) == [0.05] * 6 + [0.025] * 6 + [0.0125] * 5


def test_another_schedule_runs_over_the_length_that_was_planned_first() -> None:
    cosine = ScheduleSpec("cosine", floor=0.1)
    again = goes_on(stopped(3, config(6)), {"schedule": "cosine", "floor": 0.1}, iterations=8)
    planned = [0.1 * cosine.factor(i, 6, 0) for i in range(6)]
    assert rates(again) == [*planned[3:], planned[-1], planned[-1]]


def test_a_diverged_run_goes_on_with_a_smaller_rate() -> None:
    one = session(ALL_CHANCE, iterations=50)
    until(one, 5)
    one.change("learning_rate", 1e300)
    assert isinstance(list(one.events())[-1], Diverged)
    again = goes_on(through_a_file(one.checkpoint()), {"learning_rate": 0.01})
    assert of_kind(again.events(), SettingChanged) == [SettingChanged(6, "learning_rate", 1e300, 0.01)]
    assert again.iteration == 50


# --- another run --------------------------------------------------------------------------------------------

OTHERS: dict[str, tuple[Experiment, str]] = {
    "network": (
        Experiment(SMALL, config(8)),
        "This network is not the one that was trained: start a new run.",
    ),
    "data_set": (
        Experiment(ALL_CHANCE, config(8, data_set="xor")),
        "The run was made on “clouds”, not on “xor”: start a new run.",
    ),
    "seed": (
        Experiment(ALL_CHANCE, config(8, seed=3)),
        "The run was made with the seed 0, not with 3: start a new run.",
    ),
}


@pytest.mark.parametrize("field", OTHERS)
def test_another_network_data_set_or_seed_is_another_run(field: str) -> None:
    experiment, sentence = OTHERS[field]
    checkpoint = stopped(4, config(8))
    (problem,) = continuation_problems(checkpoint, experiment)
    assert (str(problem), problem.fields["field"]) == (sentence, field)
    with pytest.raises(ConfigError) as caught:
        TrainingSession.of_checkpoint(checkpoint, clouds(), experiment)
    assert str(caught.value) == sentence


def test_data_that_are_read_otherwise_make_another_run_and_other_names_do_not() -> None:
    checkpoint = stopped(4, config(8))
    named = Experiment(ALL_CHANCE, config(8, reading=Reading(class_names=("a", "b"))))
    assert continuation_problems(checkpoint, named) == ()
    scaled = Experiment(ALL_CHANCE, config(8, reading=Reading(pixel_max=16)))
    (problem,) = continuation_problems(checkpoint, scaled)
    assert str(problem) == "The data are scaled or turned otherwise than in the run: start a new run."


def test_everything_that_makes_it_another_run_is_said() -> None:
    checkpoint = stopped(4, config(8))
    other = Experiment(SMALL, config(8, data_set="xor", seed=3))
    found = continuation_problems(checkpoint, other, clouds(train=61))
    assert [problem.fields["field"] for problem in found] == ["network", "data_set", "seed", "data_set"]


def test_any_other_settings_are_the_same_run() -> None:
    checkpoint = stopped(4, config(8))
    values = {name: value for name, (_, value) in EVERY.items()}
    assert continuation_problems(checkpoint, edited(checkpoint, values), clouds()) == ()


def test_what_a_layer_does_not_use_makes_no_other_network() -> None:
    """A form may keep the rate of a row that is not dropout any more; a file does not."""
    checkpoint = stopped(4, config(8))
    layers = tuple(replace(layer, slope=0.7) for layer in ALL_CHANCE.layers)
    assert layers != ALL_CHANCE.layers
    assert continuation_problems(checkpoint, Experiment(NetworkSpec(4, layers), config(8))) == ()
    rated = tuple(replace(layer, rate=0.7) for layer in ALL_CHANCE.layers)
    (problem,) = continuation_problems(checkpoint, Experiment(NetworkSpec(4, rated), config(8)))
    assert problem.fields["field"] == "network"


def test_a_data_set_of_another_size_under_the_same_name_is_another() -> None:
    checkpoint = stopped(4, config(8))
    with pytest.raises(ConfigError) as caught:
        TrainingSession.of_checkpoint(checkpoint, clouds(train=80))
    sentence = "Clouds has 80 training examples, but the run was made with 60: start a new run."
    assert str(caught.value) == sentence


def test_settings_that_no_run_could_have_are_refused_as_for_a_new_one() -> None:
    checkpoint = stopped(4, config(8))
    with pytest.raises(ConfigError, match="The batch of 61 is larger than the data") as caught:
        goes_on(checkpoint, {"batch_size": 61})
    assert caught.value.fields["field"] == "batch_size"
    narrow = Experiment(NetworkSpec(4, (LayerSpec("affine", 3),)), config(8))
    other = TrainingSession(narrow, clouds()).checkpoint()
    with pytest.raises(ConfigError, match="learning rate is -1"):
        TrainingSession.of_checkpoint(other, clouds(), edited(other, {"learning_rate": -1.0}))
