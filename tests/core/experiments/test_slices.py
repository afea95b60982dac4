"""Slices through a loss: directions, projections, and losses that are those of the network."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.experiments.slices import (
    Plane,
    Samples,
    SliceLoss,
    between,
    line_losses,
    path_plane,
    plane_to,
    random_direction,
    random_plane,
    sampling,
)
from core.experiments.snapshots import Run, Training, training
from core.nn.optimizers import OptimizerSpec
from tests.core.experiments.blobs import blobs, result_of

WHAT = Training(6, OptimizerSpec("sgd", 0.5), 100, 80, 3)


@pytest.fixture(scope="module")
def run() -> Run:
    found: Run = result_of(training(WHAT, blobs()))
    return found


def test_a_random_direction_is_as_long_as_the_parameters_array_by_array(run: Run) -> None:
    params = run.batch.network.params
    direction = random_direction(params, np.random.default_rng(0))
    for name, part in params.slices.items():
        assert np.linalg.norm(direction[part]) == pytest.approx(np.linalg.norm(params[name]), rel=1e-5)
    assert np.linalg.norm(direction) == pytest.approx(np.linalg.norm(params.vector), rel=1e-5)


def test_an_array_of_zeros_is_not_moved(run: Run) -> None:
    network = run.batch.network.copy()
    network.params["b1"] = np.zeros_like(network.params["b1"])
    direction = random_direction(network.params, np.random.default_rng(0))
    assert not direction[network.params.slices["b1"]].any()


def test_another_seed_gives_another_plane_through_the_same_point(run: Run) -> None:
    params = run.batch.network.params
    one, same, other = (random_plane(params, seed) for seed in (1, 1, 2))
    np.testing.assert_array_equal(one.u, same.u)
    assert abs(one.u @ other.u) < 0.6 * (one.u @ one.u)
    for plane in (one, other):
        np.testing.assert_array_equal(plane.p, params.vector)


def planes(run: Run) -> dict[str, Plane]:
    params = run.batch.network.params
    other: Run = result_of(training(replace(WHAT, seed=9), blobs()))
    return {
        "random": random_plane(params, 0),
        "path": path_plane(params, run.path, 0),
        "other": plane_to(params, other.path[-1], run.path[0], 0),
    }


@pytest.mark.parametrize("word", ["random", "path", "other"])
def test_the_loss_of_the_slice_is_that_of_the_network_there(run: Run, word: str) -> None:
    plane = planes(run)[word]
    loss = SliceLoss(run.batch, plane)
    network = run.batch.network.copy()
    for a, b in ((0.0, 0.0), (0.3, -0.7), (-1.2, 0.1), (0.0, 0.0)):
        network.params.vector[...] = plane.p + np.float32(a) * plane.u + np.float32(b) * plane.v
        found = loss.at(a, b)
        assert found[0] == pytest.approx(network.loss(run.batch.x, run.batch.t), rel=1e-4)
        assert found[1] == pytest.approx(network.accuracy(run.batch.x, run.batch.t), abs=0.02)
    assert loss.at(0.0, 0.0)[0] == pytest.approx(run.losses[-1], rel=1e-5)


@pytest.mark.parametrize("word", ["random", "path", "other"])
def test_a_point_of_the_plane_is_projected_onto_itself(run: Run, word: str) -> None:
    plane = planes(run)[word]
    places = np.array([[0.0, 0.0], [0.5, -0.25], [-2.0, 3.0]])
    points = np.stack([plane.at(*place) for place in places])
    np.testing.assert_allclose(plane.project(points), places, atol=1e-4)
    assert plane.held(points) == pytest.approx(1.0, abs=1e-5)


@pytest.mark.parametrize("word", ["random", "path", "other"])
def test_no_point_of_the_plane_is_nearer_than_the_projection(run: Run, word: str) -> None:
    plane = planes(run)[word]
    start = run.path[0]
    (a, b) = plane.project(run.path[:1])[0].tolist()
    least = np.linalg.norm(plane.at(a, b) - start)
    for da, db in ((0.02, 0.0), (-0.02, 0.0), (0.0, 0.02), (0.0, -0.02)):
        assert np.linalg.norm(plane.at(a + da, b + db) - start) >= least


def test_the_plane_of_the_path_holds_more_of_it_than_any_other(run: Run) -> None:
    held = {word: plane.held(run.path) for word, plane in planes(run).items()}
    assert held["path"] > 0.9
    assert held["random"] < held["other"] < held["path"]
    moved = (run.path - run.path[-1]).astype(np.float64)
    singular = np.linalg.svd(moved, compute_uv=False)
    assert held["path"] == pytest.approx((singular[:2] ** 2).sum() / (singular**2).sum(), abs=1e-3)


def test_a_path_comes_from_the_left_and_its_end_is_the_middle(run: Run) -> None:
    way = planes(run)["path"].project(run.path)
    assert -1.01 <= way[0, 0] < -0.8
    np.testing.assert_allclose(way[-1], 0.0, atol=1e-5)


def test_three_points_span_the_plane_to_another_run(run: Run) -> None:
    other: Run = result_of(training(replace(WHAT, seed=9), blobs()))
    plane = plane_to(run.batch.network.params, other.path[-1], run.path[0], 0)
    three = np.stack([run.path[-1], other.path[-1], run.path[0]])
    found = plane.project(three)
    np.testing.assert_allclose(found[:2], [[0.0, 0.0], [1.0, 0.0]], atol=1e-4)
    np.testing.assert_allclose(np.stack([plane.at(*place) for place in found.tolist()]), three, atol=1e-4)


@pytest.mark.parametrize("step", [0.0, 1.0])
def test_a_path_that_is_a_point_or_a_line_still_has_a_plane(run: Run, step: float) -> None:
    params = run.batch.network.params
    path = np.stack([params.vector + np.float32(k * step) for k in (2, 1, 0)])
    plane = path_plane(params, path, 0)
    for u in (plane.u, plane.v):
        assert np.isfinite(u).all()
        assert np.linalg.norm(u) > 0.1
    assert abs(plane.u @ plane.v) < 1e-3 * (plane.u @ plane.u)
    assert plane_to(params, params.vector, params.vector, 0).u.any()


def test_the_samples_are_losses_of_the_slice(run: Run) -> None:
    loss = SliceLoss(run.batch, planes(run)["random"])
    samples: Samples = result_of(sampling(loss, (-1.0, 1.0), (-0.5, 1.5), 5))
    for row, column in ((0, 0), (1, 4), (4, 2)):
        a, b = samples.a[column], samples.b[row]
        found = samples.losses[row, column], samples.accuracies[row, column]
        assert found == pytest.approx(loss.at(float(a), float(b)))
    assert samples.at(0.5, 1.0) == pytest.approx(loss.at(0.5, 1.0))
    assert samples.at(9.0, 9.0) == pytest.approx(loss.at(1.0, 1.5))


def test_between_two_points_lies_a_straight_line() -> None:
    values = np.array([[0.0, 1.0, np.inf], [2.0, 3.0, 4.0]])
    xs, ys = np.array([0.0, 1.0, 2.0]), np.array([0.0, 1.0])
    found = between(values, xs, ys, np.array([0.0, 0.25, 1.5]), np.array([0.0, 0.5]))
    np.testing.assert_allclose(found[:, :2], [[0.0, 0.25], [1.0, 1.25]])
    assert not np.isfinite(found[:, 2]).any()


def test_losses_along_a_line(run: Run) -> None:
    plane = planes(run)["random"]
    found = line_losses(run.batch, plane.p, plane.u, np.array([-0.5, 0.0, 0.5]))
    loss = SliceLoss(run.batch, plane)
    assert found.tolist() == pytest.approx([loss.at(s, 0.0)[0] for s in (-0.5, 0.0, 0.5)])
