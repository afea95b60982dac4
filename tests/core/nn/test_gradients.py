"""The gradient of every network agrees with central differences, which call no backward rule at all."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings

from core.data import open_data_set
from core.nn import layers as layers_module
from core.nn import losses as losses_module
from core.nn.gradient_check import gradient_check
from core.nn.initializers import InitializerSpec
from core.nn.layer_kinds import LAYERS
from core.nn.layers import Layer
from core.nn.losses import Loss, SoftmaxWithLoss
from core.nn.network import Network
from core.nn.spec import LayerSpec, LossSpec, NetworkSpec
from tests.core.nn.random_networks import Case, cases, is_well_conditioned

TOLERANCE = 1e-6


def book_network() -> Network:
    """784-50-10 from 0.01·N(0, 1), as chapter 5 checks it."""
    small = InitializerSpec("normal", sigma=0.01)
    layers = (LayerSpec("affine", 50, small), LayerSpec("relu"), LayerSpec("affine", 10, small))
    return Network(NetworkSpec(784, layers), seed=0, dtype=np.float64)


@pytest.fixture(scope="module")
def three_images() -> tuple[np.ndarray, np.ndarray]:
    train = open_data_set("mnist").train
    return train.floats(0, 3, np.float64), train.t[:3]


@given(cases())
@settings(max_examples=75)
def test_backpropagation_agrees_with_differences(case: Case) -> None:
    network, x, t = case.network(), case.x(), case.t()
    network.forward(*network.batch(x, t))
    assume(is_well_conditioned(network))
    factor = case.spec.output_size if case.spec.loss.form == "mean_of_sum_gradient" else 1
    for check in gradient_check(network, x, t, h=1e-5):
        assume(check.kinks == 0)
        assert len(check.indices) == np.prod(check.shape)
        a, n = check.backprop / factor, check.numerical
        distance, scale = float(np.linalg.norm(a - n)), float(np.linalg.norm(a) + np.linalg.norm(n))
        assert distance <= TOLERANCE * max(scale, 1e-3), (check.name, a, n)


@given(cases())
@settings(max_examples=25)
def test_numerical_gradient_has_the_structure_and_the_values_of_gradient(case: Case) -> None:
    assume(case.spec.loss.form != "mean_of_sum_gradient")
    network, x, t = case.network(), case.x(), case.t()
    parameters = network.params.copies()
    network.gradient(x, t)  # draws the dropout mask that the differences then keep
    assume(is_well_conditioned(network))
    with network.fixed_chance():
        backprop = network.gradient(x, t).copies()
    numerical = network.numerical_gradient(x, t, h=1e-5)
    checks = gradient_check(network, x, t)
    assume(not any(check.kinks for check in checks))
    assert list(numerical) == list(backprop) == list(network.params)
    for name, array in numerical.items():
        assert array.shape == network.params[name].shape
        np.testing.assert_allclose(backprop[name], array, rtol=1e-5, atol=1e-7)
        np.testing.assert_array_equal(network.params[name], parameters[name])


def test_the_books_check_of_a_784_50_10_net_on_three_images(
    three_images: tuple[np.ndarray, np.ndarray],
) -> None:
    """mean |backprop − numerical|, h = 1e−4. Published: W1 2.3e−13, b1 8e−13, W2 8e−13, b2 1.2e−10."""
    checks = {check.name: check for check in gradient_check(book_network(), *three_images, h=1e-4)}
    assert {name: check.kinks for name, check in checks.items()} == {"W1": 0, "b1": 0, "W2": 0, "b2": 0}
    assert [len(checks[name].indices) for name in ("W1", "b1", "W2", "b2")] == [50, 50, 500, 10]
    for name, published in {"W1": 2.3e-13, "b1": 8e-13, "W2": 8e-13, "b2": 1.2e-10}.items():
        assert published / 10 < checks[name].mean_difference < published * 10


def test_a_softmax_over_the_whole_batch_shows_in_the_check(
    three_images: tuple[np.ndarray, np.ndarray], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The classic mistake: the reference b2 0.067 is 1/10 − 1/30, as untrained scores are near 0."""

    wrong: dict[SoftmaxWithLoss, np.ndarray] = {}

    def whole_batch(self: SoftmaxWithLoss, scores: np.ndarray, targets: np.ndarray) -> float:
        exponentials = np.exp(scores - scores.max())
        p = exponentials / exponentials.sum()
        gradient = p.copy()
        gradient[np.arange(len(p)), targets] -= 1.0
        wrong[self] = gradient / len(p)
        return float(-np.log(p[np.arange(len(p)), targets]).mean())

    monkeypatch.setattr(SoftmaxWithLoss, "forward", whole_batch)
    monkeypatch.setattr(SoftmaxWithLoss, "backward", lambda self: wrong[self])
    checks = {check.name: check for check in gradient_check(book_network(), *three_images, h=1e-4)}
    assert checks["b2"].mean_difference == pytest.approx(0.067, abs=0.003)
    assert not checks["b2"].agrees()


# --- the check is worth something only if a difference never calls a backward rule --------------------------

WITH_BACKWARD = [
    kind
    for module in (layers_module, losses_module)
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, Layer | Loss) and "backward" in vars(kind)
]


KINDS = [kind for kind, row in LAYERS.items() if kind != "affine" and not row.no_training]
AFFINES = range(1, len(KINDS) + 2)
LOST = f"b{KINDS.index('batch_norm') + 1}"
"""A bias before a batch normalization, which is subtracted again with the mean."""


def every_layer() -> Network:
    """Each kind of layer that has a gradient, once, and no unit that is near a kink or that is dead."""
    rows: list[LayerSpec] = []
    for kind in KINDS:
        rows += [LayerSpec("affine", 4), LayerSpec(kind, rate=0.3, slope=0.2)]
    spec = NetworkSpec(4, (*rows, LayerSpec("affine", 3)))
    return Case(spec, 8, seed=5, as_rows=False).network()


def batch_of_eight() -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(6)
    return rng.normal(size=(8, 4)), rng.integers(0, 3, 8)


def test_differences_work_while_every_backward_rule_raises(monkeypatch: pytest.MonkeyPatch) -> None:
    network, (x, t) = every_layer(), batch_of_eight()
    expected = network.numerical_gradient(x, t).copies()

    def fail(self: object, *arguments: object) -> None:
        raise AssertionError("a difference called a backward rule")

    assert len(WITH_BACKWARD) >= 13
    for kind in WITH_BACKWARD:
        monkeypatch.setattr(kind, "backward", fail)
        if issubclass(kind, Layer):
            monkeypatch.setattr(kind, "backward_parameters", fail, raising=False)
    numerical = network.numerical_gradient(x, t)
    for name, array in expected.items():
        np.testing.assert_array_equal(numerical[name], array)
    with pytest.raises(AssertionError, match="called a backward rule"):
        network.gradient(x, t)


ROWS = {LAYERS[kind].layer: 2 * i + 1 for i, kind in enumerate(KINDS)}
"""The row of each kind in `every_layer`, counted from 0."""


def disagreeing(network: Network) -> set[str]:
    return {check.name for check in gradient_check(network, *batch_of_eight()) if not check.agrees()}


def arrays(network: Network, start: int, stop: int | None = None) -> set[str]:
    """The names of the arrays of the rows from `start`."""
    return {name for own in network.spec.layer_parameter_shapes()[start:stop] for name in own}


def test_without_a_planted_mistake_every_array_agrees() -> None:
    checks = gradient_check(every_layer(), *batch_of_eight())
    assert all(check.agrees() for check in checks)
    assert not any(check.kinks for check in checks)
    # Nothing is dead: an array whose gradient is 0 would agree with anything.
    assert {check.name for check in checks if np.linalg.norm(check.backprop) < 1e-6} == {LOST}


@pytest.mark.parametrize("mistake", [0.0, 1.001], ids=["lost", "a thousandth"])
@pytest.mark.parametrize(("kind", "row"), ROWS.items(), ids=lambda value: getattr(value, "__name__", ""))
def test_a_wrong_rule_in_a_layer_shows_in_all_before_it_and_in_none_after(
    kind: type[Layer], row: int, mistake: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = kind.backward
    monkeypatch.setattr(kind, "backward", lambda self, dy: right(self, dy) * mistake)
    network = every_layer()
    assert type(network.layers[row]) is kind
    wrong = disagreeing(network)
    assert wrong == arrays(network, 0, row) - {LOST}


@pytest.mark.parametrize("mistake", [0.0, 1.001], ids=["lost", "a thousandth"])
def test_a_wrong_rule_in_an_affine_layer_shows_in_all_before_it_and_in_none_after(
    mistake: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = layers_module.Affine.backward

    def wrong(self: layers_module.Affine, dy: np.ndarray) -> np.ndarray:
        dx = right(self, dy)
        return dx * mistake if self.W.shape == (4, 3) else dx

    monkeypatch.setattr(layers_module.Affine, "backward", wrong)
    network = every_layer()
    assert disagreeing(network) == arrays(network, 0, 2 * len(KINDS)) - {LOST}


@pytest.mark.parametrize(
    ("kind", "array", "names"),
    [
        (layers_module.Affine, "dW", {f"W{i}" for i in AFFINES}),
        (layers_module.Affine, "db", {f"b{i}" for i in AFFINES} - {LOST}),
        (layers_module.BatchNormalization, "dgamma", {"gamma1"}),
        (layers_module.BatchNormalization, "dbeta", {"beta1"}),
    ],
)
def test_one_wrong_entry_of_a_gradient_shows_in_its_array_alone(
    kind: type[Layer], array: str, names: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrong(right: object) -> object:
        def rule(self: Layer, dy: np.ndarray) -> object:
            result = right(self, dy)  # type: ignore[operator]
            gradient = getattr(self, array).reshape(-1)
            gradient[np.abs(gradient).argmax()] *= 1.0005
            return result

        return rule

    monkeypatch.setattr(kind, "backward", wrong(kind.backward))
    if kind is layers_module.Affine:  # of the first layer that learns, nothing else is called
        monkeypatch.setattr(kind, "backward_parameters", wrong(kind.backward_parameters))
    assert disagreeing(every_layer()) == names


@pytest.mark.parametrize(
    ("loss", "kind"),
    [
        ("softmax", losses_module.SoftmaxWithLoss),
        ("sigmoid_cross_entropy", losses_module.SigmoidWithLoss),
        ("squared_error", losses_module.SquaredError),
    ],
)
def test_a_wrong_rule_in_the_loss_shows_everywhere(
    loss: str, kind: type[Loss], monkeypatch: pytest.MonkeyPatch
) -> None:
    network = Case(replace(every_layer().spec, loss=LossSpec(loss)), 8, seed=5, as_rows=False).network()
    assert disagreeing(network) == set()
    right = kind.backward
    monkeypatch.setattr(kind, "backward", lambda self: right(self) * 1.001)
    assert disagreeing(network) == set(network.params) - {LOST}
