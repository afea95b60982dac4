"""The presets: each can be trained on its data, and the first hundreds of its iterations go as is known."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from core.data import DataSet, Split, open_data_set
from core.errors import ConfigError
from core.nn.network import Network
from core.nn.spec import LossSpec
from core.training.config import Experiment
from core.training.events import Completed, Evaluation, Event, Iteration, LayerDied, LayerStatistics
from core.training.presets import DEFAULT_PRESET, PRESETS, preset
from core.training.problems import problems
from core.training.session import TrainingSession
from tests.core.training.small_data import of_kind


def run(name: str, data: DataSet, iterations: int, **changes: Any) -> tuple[TrainingSession, list[Event]]:
    """The preset's first iterations; of the training set, 1,000 examples are evaluated."""
    experiment = preset(name).experiment
    changes = {"evaluate_on": 1_000, **changes}
    training = replace(experiment.training, length=iterations, length_unit="iterations", **changes)
    one = TrainingSession(Experiment(experiment.network, training), data)
    return one, list(one.events())


@pytest.fixture(scope="module")
def few_digits(mnist: DataSet) -> DataSet:
    """A half of the training images and a fifth of the test images: evaluating takes longer than training."""
    assert mnist.test is not None
    train = Split(mnist.train.x[:30_000], mnist.train.t[:30_000])
    return replace(mnist, train=train, test=Split(mnist.test.x[:2_000], mnist.test.t[:2_000]))


def test_the_names_and_the_default() -> None:
    assert tuple(PRESETS) == (
        "two-layer",
        "two-layer-book",
        "sigmoid-50-100",
        "deep-relu",
        "deep-sigmoid-mnist",
        "deep-sigmoid",
        "simple-net",
        "modern",
    )
    assert DEFAULT_PRESET == "two-layer"
    assert all(preset(name).name == name for name in PRESETS)


@pytest.mark.parametrize("name", PRESETS)
def test_every_preset_fits_its_data_and_can_be_built(name: str, mnist: DataSet) -> None:
    experiment = preset(name).experiment
    data = mnist if experiment.training.data_set == "mnist" else open_data_set(experiment.training.data_set)
    assert problems(experiment, data) == ()
    Network(experiment.network)
    assert Experiment.from_dict(experiment.to_dict()) == experiment
    assert preset(name).title
    assert preset(name).description.endswith(".")


@pytest.mark.parametrize(
    ("name", "widths", "batch", "iterations"),
    [
        ("two-layer", (784, 80, 10), 200, 20_000),
        ("two-layer-book", (784, 50, 10), 100, 10_000),
        ("sigmoid-50-100", (784, 50, 100, 10), 100, 6_000),
        ("deep-relu", (784, 50, 50, 50, 50, 50, 50, 10), 100, 1_500),
        ("deep-sigmoid-mnist", (784, 50, 50, 50, 50, 50, 50, 10), 100, 1_500),
        ("deep-sigmoid", (10, 32, 32, 32, 32, 32, 32, 2), 1, 100),
        ("modern", (784, 256, 128, 10), 128, 5_616),
    ],
)
def test_sizes_and_lengths(
    name: str, widths: tuple[int, ...], batch: int, iterations: int, mnist: DataSet
) -> None:
    experiment = preset(name).experiment
    network, training = experiment.network, experiment.training
    affine = [layer.units for layer in network.layers if layer.kind == "affine"]
    assert (network.input_size, *affine) == widths
    assert training.batch_size == batch
    examples = len(mnist.train) if training.data_set == "mnist" else 1
    assert training.total_iterations(examples) == iterations


def test_an_unknown_name_gets_the_near_one() -> None:
    with pytest.raises(ConfigError, match=r"There is no preset “two-layers”\. Did you mean “two-layer”\?"):
        preset("two-layers")


# --- the known beginnings -----------------------------------------------------------------------------------


def test_two_layer_reads_nearly_nine_digits_of_ten_after_300_iterations(mnist: DataSet) -> None:
    """Known of other seeds: 0.886–0.891."""
    one, events = run("two-layer", mnist, 300)
    start, end = one.evaluations
    assert start.test_accuracy == pytest.approx(0.1, abs=0.06)
    assert start.train_loss == pytest.approx(math.log(10), abs=0.01)
    assert 0.87 <= end.test_accuracy <= 0.90  # type: ignore[operator]
    assert of_kind(events, LayerDied) == []
    assert events[-1] == Completed(300)


def test_the_deep_nets_start_from_the_same_weights() -> None:
    relu, sigmoid = (Network(preset(n).experiment.network) for n in ("deep-relu", "deep-sigmoid-mnist"))
    np.testing.assert_array_equal(relu.params.vector, sigmoid.params.vector)
    assert relu.params["W1"].std() == pytest.approx(math.sqrt(1 / 784), rel=0.02)
    assert relu.params["W2"].std() == pytest.approx(math.sqrt(1 / 50), rel=0.1)


def test_the_deep_relu_net_learns_while_the_gradient_of_the_sigmoid_net_vanishes(
    few_digits: DataSet,
) -> None:
    """0.10–0.11 against 0.88 after 300 iterations and 0.95 after 1,500; layer by layer a factor of four to
    five is lost. How far the ReLU net is after 300 hangs on the rounding of the machine's products (0.83 was
    seen), so it is given 500."""
    relu, relu_events = run("deep-relu", few_digits, 500)
    sigmoid, sigmoid_events = run("deep-sigmoid-mnist", few_digits, 300)
    assert relu.evaluations[-1].test_accuracy == pytest.approx(0.9, abs=0.05)
    assert sigmoid.evaluations[-1].test_accuracy < 0.12  # type: ignore[operator]

    vanishing = list(of_kind(sigmoid_events, LayerStatistics)[-1].gradient_rms.values())
    steady = list(of_kind(relu_events, LayerStatistics)[-1].gradient_rms.values())
    assert len(vanishing) == len(steady) == 7
    for earlier, later in pairwise(vanishing[1:]):
        assert 2.5 < later / earlier < 12
    assert vanishing[-1] / vanishing[0] > 1_000
    assert steady[-1] / steady[0] < 20


def test_the_one_pair_of_the_study_notes_falls_slowly_and_smoothly() -> None:
    """Published, with another seed: from 0.2546 to 0.1054 in 100 steps."""
    one, events = run("deep-sigmoid", open_data_set("random-pair"), 100)
    losses = [event.loss for event in of_kind(events, Iteration)]
    assert losses[0] == pytest.approx(0.25, abs=0.01)
    assert one.evaluations[-1].train_loss == pytest.approx(0.115, abs=0.02)
    assert all(later < earlier for earlier, later in pairwise(losses))
    steps = -np.diff(losses)
    assert steps.max() < 0.005
    assert one.evaluations[0].train_accuracy is None


def test_the_one_pair_steps_with_the_gradient_of_the_sum_and_reports_the_mean() -> None:
    """The study notes step with h − y: twice the gradient of what they report."""
    network = preset("deep-sigmoid").experiment.network
    assert network.loss == LossSpec("squared_error", "mean_of_sum_gradient")
    data = open_data_set("random-pair").train
    ours = Network(network, dtype=np.float64)
    mean = Network(replace(network, loss=LossSpec("squared_error", "mean")), dtype=np.float64)
    assert ours.loss(data.x, data.t) == mean.loss(data.x, data.t)
    np.testing.assert_allclose(
        ours.gradient(data.x, data.t).vector, 2 * mean.gradient(data.x, data.t).vector, rtol=1e-12
    )


def test_simple_net_begins_with_the_books_loss_and_learns_its_example() -> None:
    one, events = run("simple-net", open_data_set("simple-pair"), 100)
    losses = [event.loss for event in of_kind(events, Iteration)]
    # The book prints 0.92806829 with δ = 1e−7 in the logarithm; float32 holds seven digits.
    assert losses[0] == pytest.approx(0.9280685, abs=2e-7)
    assert all(later < earlier for earlier, later in pairwise(losses))
    assert one.evaluations[-1].train_accuracy == 1.0


def test_the_sigmoid_net_begins_slowly_and_the_modern_one_at_once(few_digits: DataSet) -> None:
    """One reads nearly nine digits of ten after 150 batches; known of neither, but far apart for any seed."""
    modern, _ = run("modern", few_digits, 150)
    assert modern.evaluations[-1].test_accuracy > 0.86  # type: ignore[operator]
    sigmoid, _ = run("sigmoid-50-100", few_digits, 150)
    assert 0.1 < sigmoid.evaluations[-1].test_accuracy < 0.75  # type: ignore[operator]


def test_one_epoch_of_the_books_net(mnist: DataSet) -> None:
    """0.90 of the test images after the first epoch, 600 batches of 100."""
    one, events = run("two-layer-book", mnist, 600)
    assert one.evaluations[-1].epoch == 1.0
    assert one.evaluations[-1].test_accuracy == pytest.approx(0.905, abs=0.015)
    first = of_kind(events, Evaluation)[0]
    assert first.test_accuracy is not None
    assert first.test_accuracy < 0.2
