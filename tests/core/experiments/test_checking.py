"""The check as an experiment: published differences, planted mistakes, and no right gradient blamed."""

from __future__ import annotations

import itertools
from collections.abc import Generator
from functools import cache
from typing import Any

import numpy as np
import pytest

from core.data import DataSet, open_data_set
from core.errors import ConfigError, DataError
from core.experiments.checking import (
    SWEEP,
    UNITS,
    Batch,
    Report,
    book_network,
    entries_of,
    puzzle,
    racing,
    reporting,
    spread_entries,
    sweeping,
    with_delta,
)
from core.experiments.examples import batch_of
from core.experiments.faults import FAULTS
from core.experiments.published import Published, published
from core.nn.network import Network
from core.nn.spec import LayerSpec, LossSpec, NetworkSpec
from tests.core.nn.random_networks import ENDS, HIDDEN

PLACES = {
    "batch-softmax": 7,
    "not-divided": 7,
    "swapped-factors": 1,
    "missing-transpose": 3,
    "assigned": 3,
    "factor-2": 7,
    "dropout-factor": 5,
}


def drained(steps: Generator[Any, None, Any]) -> Any:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def report_of(batch: Batch, h: float = 1e-4, dtype: Any = np.float64) -> Report:
    report: Report = drained(reporting(batch, h, dtype, entries_of(batch, 0, every=False)))
    return report


def verdicts(batch: Batch, **settings: Any) -> dict[str, str]:
    report = report_of(batch, **settings)
    return {check.name: report.verdict(check) for check in report.checks}


@cache
def mnist() -> DataSet:
    return open_data_set("mnist")


@cache
def book_report(delta: bool, float32: bool, fault: str) -> Report:
    batch = batch_of(book_network(0), mnist(), 3, 0)
    if fault:
        FAULTS[fault].plant(batch.network)
    batch = with_delta(batch) if delta else batch
    dtype = np.float32 if float32 else np.float64
    report: Report = drained(reporting(batch, 1e-4, dtype, spread_entries(batch.network)))
    return report


@pytest.mark.parametrize("case", published("checking"), ids=lambda case: str(dict(case.given)))
def test_the_published_differences_come_out(case: Published) -> None:
    given = dict(case.given)
    report = book_report(bool(given.get("delta")), bool(given.get("float32")), given.get("fault", ""))
    (check,) = [check for check in report.checks if check.name == given["array"]]
    assert case.agrees((check.mean_difference,))


def test_the_check_of_the_book_is_right_in_float64() -> None:
    report = book_report(delta=False, float32=False, fault="")
    assert {report.verdict(check) for check in report.checks} == {"right"}
    assert len(report.checks[0].indices) == 594
    assert report.near_kinks == ()


def test_in_float32_and_with_delta_no_array_is_blamed() -> None:
    for delta, float32 in itertools.product((False, True), repeat=2):
        report = book_report(delta, float32, "")
        assert "wrong" not in {report.verdict(check) for check in report.checks}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("seed", range(2))
def test_a_planted_mistake_is_seen_from_its_layer_on(fault: str, seed: int) -> None:
    """The arrays behind it are right; the nearest before it, or its own, are wrong."""
    batch = puzzle(fault, seed)
    found = verdicts(batch)
    row = FAULTS[fault].row(batch.network)
    assert row == PLACES[fault]
    rows = {"1": 0, "2": 3, "3": 6}
    for name, verdict in found.items():
        own = 1 if name.startswith(("gamma", "beta")) else rows[name[-1]]
        if own > row:
            assert verdict == "right", name
        elif own < row and fault != "assigned" and name != "b1":
            assert verdict == "wrong", name
    wrong = [name for name, verdict in found.items() if verdict == "wrong"]
    assert wrong
    if fault == "assigned":
        assert wrong == ["b2"]
    if fault == "swapped-factors":
        assert wrong == ["W1", "gamma1"]


@pytest.mark.parametrize("fault", FAULTS)
def test_without_its_mistake_the_puzzle_is_right(fault: str) -> None:
    assert "wrong" not in verdicts(puzzle(fault, 2, planted=False)).values()


def test_a_mistake_is_in_the_copy_alone() -> None:
    network = book_network(1)
    planted = Batch(network.copy(), np.zeros((1, 784)), np.zeros(1, np.intp))
    FAULTS["not-divided"].plant(planted.network)
    assert type(network.loss_layer) is not type(planted.network.loss_layer)
    assert type(planted.copy().network.loss_layer) is type(planted.network.loss_layer)


def random_batch(seed: int) -> Batch:
    """A network of any kinds of layers with any loss; h = 1e−4 falls on kinks now and then."""
    rng = np.random.default_rng(seed)
    layers: list[LayerSpec] = []
    for _ in range(int(rng.integers(1, 4))):
        layers += [LayerSpec("affine", int(rng.integers(2, 9))), LayerSpec(str(rng.choice(HIDDEN[1:])))]
    loss = ENDS[int(rng.integers(len(ENDS)))]
    if loss.form == "mean_of_sum_gradient":
        loss = LossSpec("squared_error")
    outputs = 1 if loss.kind == "sigmoid_cross_entropy" else 3
    spec = NetworkSpec(5, (*layers, LayerSpec("affine", outputs)), loss)
    network = Network(spec, seed, np.float64)
    network.params.vector += 0.1 * rng.standard_normal(network.params.vector.size)
    return batch_of(network, None, 4, seed)


SEEDS = range(16)
"""The fuller form, by hand: all 200 seeds."""


@pytest.mark.parametrize("seed", SEEDS)
def test_no_right_gradient_is_blamed(seed: int) -> None:
    for dtype in (np.float64, np.float32):
        assert "wrong" not in verdicts(random_batch(seed), dtype=dtype).values()


def test_batch_normalization_of_one_image_stands_at_its_corner() -> None:
    """It gives exactly β = 0: backprop and difference disagree there, and neither is wrong."""
    layers = (
        LayerSpec("affine", 4),
        LayerSpec("batch_norm"),
        LayerSpec("relu"),
        LayerSpec("affine", 3),
    )
    batch = batch_of(Network(NetworkSpec(5, layers), 0, np.float64), None, 1, 0)
    report = report_of(batch)
    found = {check.name: (report.verdict(check), check.kinks) for check in report.checks}
    assert found["beta1"] == ("nothing", 4)
    assert found["W1"] == ("unclear", 0)
    assert {row for row, _, _ in report.near_kinks} == {2}
    assert "wrong" not in {verdict for verdict, _ in found.values()}


def test_the_error_over_h_is_a_v() -> None:
    batch = batch_of(book_network(0), None, 3, 0)
    points = drained(sweeping(batch, 0))
    assert [point.h for point in points] == list(SWEEP)
    errors = [point.float64 for point in points]
    best = int(np.argmin(errors))
    assert 1e-6 < points[best].h < 1e-3
    assert errors[0] > 1e3 * errors[best] < errors[-1]
    assert all(point.float32 >= point.float64 for point in points if point.h < 1e-4)


def test_the_race_counts_two_losses_a_parameter() -> None:
    ticks = itertools.count()
    race = drained(racing(batch_of(book_network(0), None, 3, 0), lambda: 0.01 * next(ticks)))
    assert race.parameters == 39_760
    assert race.evaluations == 79_520
    assert race.is_extrapolated
    assert race.counted == pytest.approx(200, abs=4)
    assert race.numerical_s == pytest.approx(0.01 * race.evaluations / 2, rel=0.05)
    assert race.backprop_s == pytest.approx(0.01)
    assert race.ratio == pytest.approx(race.evaluations / 2, rel=0.05)


def test_a_small_network_runs_the_whole_race() -> None:
    race = drained(racing(puzzle("assigned", 0)))
    assert race.counted == race.evaluations == 2 * race.parameters
    assert not race.is_extrapolated


def test_the_check_leaves_the_network_as_it_was() -> None:
    batch = puzzle("assigned", 0)
    before = batch.network.params.vector.copy()
    report_of(batch)
    drained(sweeping(batch, 0))
    drained(racing(batch))
    assert (batch.network.params.vector == before).all()


def test_every_entry_can_be_compared() -> None:
    batch = batch_of(book_network(0), None, 1, 0)
    assert sum(map(len, entries_of(batch, 0, every=True).values())) == 39_760
    chosen = entries_of(batch, 0, every=False)["W1"]
    assert len(chosen) == UNITS * 784
    gradient = np.abs(batch.network.gradient(batch.x, batch.t)["W1"]).sum(axis=0)
    assert set(chosen % 50) == set(np.argsort(-gradient)[:UNITS])


def test_the_first_images_are_checked_where_they_fit() -> None:
    batch = batch_of(book_network(0), mnist(), 2, 0)
    assert batch.x == pytest.approx(mnist().train.x[:2] / 255)
    assert batch.t.tolist() == mnist().train.t[:2].tolist()
    drawn = batch_of(Network(NetworkSpec(3, (LayerSpec("affine", 2),)), 0, np.float64), mnist(), 2, 0)
    assert drawn.x.shape == (2, 3)


def test_targets_that_do_not_fit_are_refused() -> None:
    with pytest.raises(DataError):
        batch_of(Network(NetworkSpec(784, (LayerSpec("affine", 3),)), 0), mnist(), 3, 0)


def test_a_network_that_is_too_large_is_refused_with_an_estimate(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.experiments.examples.MEMORY_LIMIT_BYTES", 1_000_000)
    with pytest.raises(ConfigError, match="39760 parameters takes about 2 MB"):
        batch_of(book_network(0), None, 3, 0)
