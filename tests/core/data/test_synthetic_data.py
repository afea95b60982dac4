"""The computed data sets: fixed by their seed, beyond a line, within reach of a learner."""

from __future__ import annotations

import numpy as np
import pytest

from core.data import DataSet, open_data_set

PLANE = ("xor", "spirals", "circles")


@pytest.mark.parametrize("name", PLANE)
def test_shapes_and_types(name: str) -> None:
    data = open_data_set(name)
    assert (data.input_size, data.classes, data.class_names) == (2, 2, ("0", "1"))
    assert data.image_shape is None
    assert data.is_classification
    assert data.test is not None
    for split, count in ((data.train, 2_000), (data.test, 1_000)):
        assert (split.x.shape, split.x.dtype) == ((count, 2), np.float32)
        assert (split.t.shape, split.t.dtype) == ((count,), np.intp)
        assert np.bincount(split.t).tolist() == [count // 2, count // 2]
        assert np.abs(split.x).max() < 1.5


@pytest.mark.parametrize("name", [*PLANE, "random-pair"])
def test_a_seed_fixes_the_set(name: str) -> None:
    one, same, other = open_data_set(name, seed=3), open_data_set(name, seed=3), open_data_set(name, seed=4)
    assert one.train.x.tobytes() == same.train.x.tobytes()
    assert one.train.t.tobytes() == same.train.t.tobytes()
    assert one.train.x.tobytes() != other.train.x.tobytes()


def nearest_neighbour_accuracy(data: DataSet) -> float:
    """Each test point gets the label of the training point next to it."""
    assert data.test is not None
    squares = ((data.test.x[:, np.newaxis] - data.train.x[np.newaxis]) ** 2).sum(axis=2)
    return float((data.train.t[squares.argmin(axis=1)] == data.test.t).mean())


def line_accuracy(data: DataSet) -> float:
    """The least-squares line between the two classes."""
    assert data.test is not None
    train, test = (np.column_stack([split.x, np.ones(len(split))]) for split in (data.train, data.test))
    weights, *_ = np.linalg.lstsq(train, 2.0 * data.train.t - 1.0, rcond=None)
    return float(((test @ weights > 0) == data.test.t).mean())


@pytest.mark.parametrize("name", PLANE)
def test_no_line_separates_the_classes_but_neighbours_do(name: str) -> None:
    data = open_data_set(name)
    assert line_accuracy(data) < 0.75
    assert nearest_neighbour_accuracy(data) > 0.97


def test_xor_is_the_gate() -> None:
    data = open_data_set("xor")
    bits = data.train.x > 0
    np.testing.assert_array_equal(bits[:, 0] ^ bits[:, 1], data.train.t)


def test_circles_differ_in_radius() -> None:
    data = open_data_set("circles")
    radius = np.hypot(*data.train.x.T)
    assert radius[data.train.t == 0].mean() == pytest.approx(1.0, abs=0.02)
    assert radius[data.train.t == 1].mean() == pytest.approx(0.5, abs=0.02)


def test_the_random_pair_starts_near_the_published_loss() -> None:
    data = open_data_set("random-pair")
    assert (data.train.x.shape, data.train.t.shape) == ((1, 10), (1, 2))
    assert (data.input_size, data.classes) == (10, 2)
    assert data.train.t.dtype == np.float32
    assert data.test is None
    assert not data.is_classification
    assert data.class_names == ()
    # ½·mean((h − y)²), h = 0.5: the answer of a sigmoid net with weights near 0. Published: 0.2546.
    assert 0.5 * np.mean((0.5 - data.train.t) ** 2) == pytest.approx(0.2546, abs=0.01)
