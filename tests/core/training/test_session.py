"""The session as a generator: what comes when, pausing, going on, changing, explaining, and the seed."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from core.data import Dataset, Split
from core.data.batches import RandomBatches
from core.errors import ConfigError, LabError, SpecError
from core.nn.network import BATCH_STREAM, Network, stream
from core.nn.optimizers import OptimizerSpec
from core.nn.schedules import ScheduleSpec
from core.nn.spec import LayerSpec, NetworkSpec
from core.training.config import Experiment, TrainingConfig
from core.training.events import (
    Completed,
    Evaluation,
    EvaluationProgress,
    Event,
    Iteration,
    LayerStatistics,
    SettingChanged,
    StepDetail,
)
from core.training.presets import preset
from core.training.session import LIVE_SETTINGS, TrainingSession, problems
from tests.core.training.small_data import ALL_CHANCE, SMALL, clouds, config, curve, network, of_kind, session

ADAM = OptimizerSpec("adam", 0.01)
MOMENTUM = OptimizerSpec("momentum", 0.05)


def until(one: TrainingSession, iteration: int) -> list[Event]:
    """The events up to and with that Iteration; the generator is then closed."""
    events = []
    for event in one.events():
        events.append(event)
        if isinstance(event, Iteration) and event.iteration == iteration:
            break
    return events


# --- order --------------------------------------------------------------------------------------------------


def test_the_order_of_events() -> None:
    """60 examples in batches of 20: three iterations an epoch; a run so short is looked into each time."""
    one = session(iterations=6)
    events = list(one.events())
    step = [Iteration, LayerStatistics]
    epoch = [*step, *step, *step, Evaluation]
    assert [type(event) for event in events] == [Evaluation, *epoch, *epoch, Completed]
    assert [event.iteration for event in of_kind(events, Iteration)] == [1, 2, 3, 4, 5, 6]
    assert [event.iteration for event in of_kind(events, LayerStatistics)] == [1, 2, 3, 4, 5, 6]
    measured = of_kind(events, Evaluation)
    assert [(event.iteration, event.epoch) for event in measured] == [(0, 0.0), (3, 1.0), (6, 2.0)]
    assert events[-1] == Completed(6)
    assert one.iteration == one.total_iterations == 6
    assert one.iterations_per_epoch == 3
    assert one.losses == [event.loss for event in of_kind(events, Iteration)]
    assert one.evaluations == measured


def test_an_end_within_an_epoch_is_measured_too() -> None:
    measured = of_kind(session(iterations=4).events(), Evaluation)
    assert [event.iteration for event in measured] == [0, 3, 4]
    assert measured[-1].epoch == pytest.approx(4 / 3)


def test_a_length_in_epochs() -> None:
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
    assert kinds == [SettingChanged, *step, StepDetail, *step, Evaluation, Completed]


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
    """With dropout and batch normalization; closed after each event in turn."""
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
        assert one.losses == whole.losses
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
    assert first.losses == second.losses
    assert first.losses != other.losses


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


# --- what is changed while it runs --------------------------------------------------------------------------


def test_a_change_is_told_before_the_first_iteration_that_has_it() -> None:
    one = session(iterations=6)
    until(one, 2)
    one.change("learning_rate", 0.25)
    assert one.iteration == 2
    events = until(one, 3)
    assert of_kind(events, SettingChanged) == [SettingChanged(3, "learning_rate", 0.1, 0.25)]
    assert isinstance(events[-2], SettingChanged)
    assert of_kind(one.events(), SettingChanged) == []


@pytest.mark.parametrize("name", LIVE_SETTINGS)
def test_a_changed_setting_acts_from_there_on_as_if_it_had_been_configured(name: str) -> None:
    """Two runs: one changed before its first update, one configured so from the start."""
    training = config(6, optimizer=MOMENTUM, weight_decay=0.01)
    configured = (
        replace(training, weight_decay=0.3)
        if name == "weight_decay"
        else replace(training, optimizer=replace(MOMENTUM, **{name: 0.3}))
    )
    changed = TrainingSession(Experiment(SMALL, training), clouds())
    changed.change(name, 0.3)
    expected = TrainingSession(Experiment(SMALL, configured), clouds())
    plain = TrainingSession(Experiment(SMALL, training), clouds())
    for one in (changed, expected, plain):
        list(one.events())
    np.testing.assert_array_equal(changed.network.params.vector, expected.network.params.vector)
    assert (changed.network.params.vector != plain.network.params.vector).any()


def test_of_two_changes_of_one_setting_the_last_counts_and_none_is_told_where_nothing_changed() -> None:
    one = session(iterations=2)
    one.change("learning_rate", 0.5)
    one.change("learning_rate", 0.3)
    one.change("weight_decay", 0.0)
    changed = of_kind(one.events(), SettingChanged)
    assert changed == [SettingChanged(1, "learning_rate", 0.1, 0.3)]


def test_changes_of_several_settings_are_told_in_the_order_in_which_they_were_made() -> None:
    one = session(iterations=2, optimizer=MOMENTUM)
    one.change("learning_rate", 0.5)
    one.change("weight_decay", 0.1)
    one.change("momentum", 0.5)
    names = [event.name for event in of_kind(one.events(), SettingChanged)]
    assert names == ["learning_rate", "weight_decay", "momentum"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("learning_rate", value) for value in (0.0, -0.1, math.nan, math.inf)),
        *(("momentum", value) for value in (1.0, -0.1, math.nan)),
        *(("weight_decay", value) for value in (-0.1, math.nan, math.inf)),
    ],
)
def test_a_bad_value_is_refused_and_changes_nothing(name: str, value: float) -> None:
    one, twin = (session(iterations=3, optimizer=MOMENTUM) for _ in range(2))
    with pytest.raises(ConfigError) as caught:
        one.change(name, value)
    assert caught.value.fields["field"] == name
    assert of_kind(one.events(), SettingChanged) == []
    list(twin.events())
    np.testing.assert_array_equal(one.network.params.vector, twin.network.params.vector)


def test_only_live_settings_of_the_optimizer_can_be_changed() -> None:
    with pytest.raises(ValueError, match="batch_size cannot be changed while a session runs"):
        session().change("batch_size", 3)
    with pytest.raises(ValueError, match="momentum cannot be changed while a session runs"):
        session().change("momentum", 0.5)


# --- schedules and weight decay -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "schedule",
    [ScheduleSpec(), ScheduleSpec("step", gamma=0.5, step_epochs=1), ScheduleSpec("cosine", floor=0.1)],
    ids=lambda spec: spec.kind,
)
def test_the_schedule_sets_the_rate_of_each_update(schedule: ScheduleSpec) -> None:
    one = session(iterations=9, schedule=schedule)
    rates, updates = [], []
    events = one.events()
    next(events)
    for _ in range(9):
        one.explain_next()
        before = one.network.params.vector.copy()
        detail = next(event for event in events if isinstance(event, StepDetail))
        rates.append(detail.learning_rate)
        gradient = one.network.params.vector - before
        updates.append(np.linalg.norm(gradient) / _gradient_norm(detail, one))
    expected = [0.1 * schedule.factor(i, 9, 3) for i in range(9)]
    assert rates == pytest.approx(expected, rel=1e-12)
    assert updates == pytest.approx(expected, rel=1e-4)


def _gradient_norm(detail: StepDetail, one: TrainingSession) -> float:
    """‖∂L/∂p‖ from the root mean squares of the arrays."""
    sizes = {name: array.size for name, array in one.network.params.items()}
    return math.sqrt(sum(sizes[name] * rms**2 for name, rms in detail.gradient_rms.items()))


def test_a_changed_rate_is_the_base_of_the_schedule() -> None:
    one = session(iterations=6, schedule=ScheduleSpec("step", gamma=0.5, step_epochs=1))
    until(one, 4)
    one.change("learning_rate", 0.8)
    one.explain_next()
    (detail,) = of_kind(one.events(), StepDetail)
    assert (detail.iteration, detail.learning_rate) == (5, 0.4)


def test_weight_decay_pulls_at_weights_and_at_nothing_else() -> None:
    """SGD: W ← W − η·(g + λ·W); b, γ and β ← themselves − η·g."""
    decayed, plain = (
        session(ALL_CHANCE, iterations=1, weight_decay=decay, sampling="random") for decay in (0.5, 0.0)
    )
    start = decayed.network.params.copies()
    for one in (decayed, plain):
        list(one.events())
    for name, array in decayed.network.params.items():
        expected = plain.network.params[name]
        if name.startswith("W"):
            expected = expected - 0.1 * 0.5 * start[name]
        np.testing.assert_allclose(array, expected, rtol=1e-5, atol=1e-7, err_msg=name)
        assert (array != start[name]).any()


def test_the_loss_told_is_without_the_decay() -> None:
    decayed, plain = (session(iterations=1, weight_decay=decay) for decay in (10.0, 0.0))
    assert of_kind(decayed.events(), Iteration) == of_kind(plain.events(), Iteration)


# --- a step explained ---------------------------------------------------------------------------------------


def test_the_detail_of_a_step_is_what_a_recomputation_gives() -> None:
    """Batch, gradient, update and both losses, by a network of the same seed and NumPy."""
    one = session(iterations=3, sampling="random", weight_decay=0.1)
    one.explain_next()
    (detail,) = of_kind(one.events(), StepDetail)
    data = clouds()

    drawn = RandomBatches(60, 20, stream(0, BATCH_STREAM)).draw()
    np.testing.assert_array_equal(detail.indices, drawn)
    np.testing.assert_array_equal(detail.targets, data.train.t[drawn])
    again = Network(SMALL, seed=0)
    x, t = data.train.x[drawn], data.train.t[drawn]
    gradient = again.gradient(x, t).copies()
    assert detail.iteration == 1
    assert detail.learning_rate == 0.1
    assert detail.loss_before == again.forward(*again.batch(x, t))
    for name, array in gradient.items():
        assert detail.gradient_rms[name] == pytest.approx(np.sqrt(np.mean(array**2)), rel=1e-5)
    for name, array in gradient.items():
        decay = 0.1 * again.params[name] if name.startswith("W") else 0.0
        change = 0.1 * (array + decay)
        again.params[name] -= change
        assert detail.update_rms[name] == pytest.approx(np.sqrt(np.mean(change**2)), rel=1e-4)
    assert detail.loss_after == pytest.approx(again.loss(x, t), rel=1e-5)
    assert detail.loss_after < detail.loss_before


def test_one_asking_explains_one_step() -> None:
    one = session(iterations=6)
    until(one, 3)
    one.explain_next()
    one.explain_next()
    assert [event.iteration for event in of_kind(one.events(), StepDetail)] == [4]


def test_explaining_changes_nothing_also_with_dropout_and_batch_normalization() -> None:
    one, twin = (session(ALL_CHANCE, iterations=6, optimizer=ADAM) for _ in range(2))
    for event in one.events():
        if isinstance(event, Evaluation | Iteration):
            one.explain_next()
    list(twin.events())
    np.testing.assert_array_equal(one.network.params.vector, twin.network.params.vector)
    np.testing.assert_array_equal(one.network.state.vector, twin.network.state.vector)
    assert one.losses == twin.losses


def test_the_loss_after_a_step_is_of_the_same_dropout_mask() -> None:
    """With a rate too small to move a loss, another mask would show."""
    spec = network(LayerSpec("affine", 8), LayerSpec("dropout", rate=0.5))
    one = session(spec, iterations=1, optimizer=OptimizerSpec("sgd", 1e-9))
    one.explain_next()
    (detail,) = of_kind(one.events(), StepDetail)
    assert detail.loss_after == pytest.approx(detail.loss_before, rel=1e-6)


def test_a_detail_owns_its_arrays() -> None:
    one = session(iterations=3)
    one.explain_next()
    events = one.events()
    detail = next(event for event in events if isinstance(event, StepDetail))
    indices = detail.indices.copy()
    list(events)
    np.testing.assert_array_equal(detail.indices, indices)


# --- evaluations --------------------------------------------------------------------------------------------


def test_an_evaluation_is_the_loss_and_accuracy_of_the_whole_sets() -> None:
    """1,234 and 567 examples: neither fits the slices in which they are measured."""
    data = clouds(train=1_234, test=567)
    one = session(ALL_CHANCE, iterations=4, data=data)
    for event in one.events():
        if isinstance(event, Evaluation):
            net = one.network
            for split, loss, accuracy in (
                (data.train, event.train_loss, event.train_accuracy),
                (data.test, event.test_loss, event.test_accuracy),
            ):
                assert split is not None
                assert loss == pytest.approx(net.loss(split.x, split.t), rel=1e-5)
                assert accuracy == pytest.approx(net.accuracy(split.x, split.t), abs=1e-12)
    assert [event.iteration for event in one.evaluations] == [0, 4]


def test_pixels_are_measured_as_numbers_from_0_to_1() -> None:
    rng = np.random.default_rng(0)
    pixels, labels = rng.integers(0, 256, (70, 4), np.uint8), rng.integers(0, 3, 70)
    data = Dataset("pixels", "Pixels", Split(pixels, labels), None, 3)
    one = session(iterations=1, data=data)
    first = next(iter(one.events()))
    assert isinstance(first, Evaluation)
    assert first.train_loss == pytest.approx(Network(SMALL, 0).loss(pixels / 255, labels), rel=1e-6)
    one.explain_next()
    (detail,) = of_kind(one.events(), StepDetail)
    x, t = pixels[detail.indices] / 255, labels[detail.indices]
    assert detail.loss_before == pytest.approx(Network(SMALL, 0).loss(x, t), rel=1e-6)


def test_what_does_not_exist_is_none() -> None:
    no_test = of_kind(session(iterations=1, data=clouds(test=0)).events(), Evaluation)[0]
    assert (no_test.test_loss, no_test.test_accuracy) == (None, None)
    assert no_test.train_accuracy is not None
    spec = network(inputs=1, outputs=2, loss="squared_error")
    for event in of_kind(session(spec, data=curve()).events(), Evaluation):
        assert (event.train_accuracy, event.test_loss, event.test_accuracy) == (None, None, None)
        assert event.train_loss > 0


def test_measuring_on_demand_is_noted_and_changes_nothing() -> None:
    one, twin = (session(ALL_CHANCE, iterations=7) for _ in range(2))
    until(one, 2)
    assert [type(event) for event in one.evaluate()] == [Evaluation]
    assert [event.iteration for event in one.evaluations] == [0, 2]
    list(one.events())
    list(twin.events())
    np.testing.assert_array_equal(one.network.params.vector, twin.network.params.vector)


def test_a_session_learns() -> None:
    """Three clouds that hardly overlap: from a third right to nearly all, by every optimizer."""
    for kind, rate in {
        "sgd": 0.5,
        "momentum": 0.1,
        "nesterov": 0.1,
        "adagrad": 0.1,
        "rmsprop": 0.01,
        "adam": 0.01,
    }.items():
        one = session(iterations=150, optimizer=OptimizerSpec(kind, rate))
        list(one.events())
        assert one.evaluations[-1].test_accuracy >= 0.9, kind  # type: ignore[operator]


# --- what cannot be trained ---------------------------------------------------------------------------------


def test_a_session_that_cannot_be_is_refused_with_all_its_problems() -> None:
    wrong = NetworkSpec(7, (LayerSpec("affine", 8), LayerSpec("step"), LayerSpec("affine", 9)))
    training = config(0, batch_size=61, optimizer=OptimizerSpec("sgd", math.nan), weight_decay=-1.0)
    found = problems(Experiment(wrong, training), clouds())
    assert {str(problem.fields.get("field")) for problem in found} == {
        *("batch_size", "learning_rate", "weight_decay", "length"),
        *("kind", "input_size", "units"),
    }
    with pytest.raises(LabError):
        TrainingSession(Experiment(wrong, training), clouds())


def test_a_batch_larger_than_the_data_is_refused() -> None:
    with pytest.raises(ConfigError, match="The batch of 61 is larger than the data"):
        session(batch_size=61)
    assert session(batch_size=60).iterations_per_epoch == 1


def test_a_batch_too_large_for_memory_is_refused(mnist: Dataset) -> None:
    """60,000 images through a layer of 60,000 units are 14 GB, though its weights are within the limit."""
    layers = (LayerSpec("affine", 60_000), LayerSpec("relu"), LayerSpec("affine", 10))
    experiment = Experiment(NetworkSpec(784, layers), TrainingConfig(batch_size=60_000))
    (problem,) = problems(experiment, mnist)
    assert problem.fields["field"] == "batch_size"
    assert str(problem) == (
        "A batch of 60000 takes 54.0 GB in this network; the limit is 2 GB. Make it smaller."
    )
    modern = preset("modern").experiment.network
    assert problems(Experiment(modern, TrainingConfig(batch_size=60_000)), mnist) == ()


def test_a_network_that_cannot_be_built_is_not_held_against_the_data_as_well() -> None:
    (problem,) = problems(Experiment(NetworkSpec(4, (LayerSpec("affine", 0),)), config()), clouds())
    assert isinstance(problem, SpecError)


# --- the checkpoint of a session ----------------------------------------------------------------------------


def test_a_checkpoint_is_of_its_moment() -> None:
    one = session(ALL_CHANCE, iterations=6, optimizer=ADAM)
    until(one, 4)
    checkpoint = one.checkpoint()
    parameters, state = one.network.params.copies(), one.network.state.copies()
    list(one.events())
    assert checkpoint.iteration == 4
    assert checkpoint.experiment is one.experiment
    assert checkpoint.losses.tolist() == one.losses[:4]
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
