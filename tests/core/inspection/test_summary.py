"""A data set at a glance, against NumPy in one piece."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from core.data import DataSet, Split, open_data_set
from core.errors import DataError
from core.inspection.summary import summarize
from tests.core.inspection.finished import finished


def test_mnist(mnist: DataSet) -> None:
    test = mnist.test
    assert test is not None
    found = finished(summarize(test, 10))
    assert found.counts.tolist() == [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]
    for digit in range(10):
        mean = test.x[test.t == digit].mean(axis=0) / 255
        assert_allclose(found.means[digit], mean, rtol=0, atol=1e-6)
    for value in (0, 1, 100, 254, 255):
        assert found.histogram[value] == np.count_nonzero(test.x == value)
    assert found.histogram.sum() == 10_000 * 784
    assert found.edges.tolist() == list(range(257))


@given(st.integers(1, 1_205), st.integers(1, 5), st.integers(2, 6), st.booleans(), st.integers(0, 99))
def test_any_data(examples: int, width: int, classes: int, as_bytes: bool, seed: int) -> None:
    rng = np.random.default_rng(seed)
    x = (
        rng.integers(0, 256, (examples, width)).astype(np.uint8)
        if as_bytes
        else rng.normal(size=(examples, width))
    )
    # The last class has no example.
    split = Split(x, rng.integers(0, classes - 1, examples))
    found = finished(summarize(split, classes))
    inputs = split.floats(0, examples, np.float64)
    assert found.counts.sum() == examples
    assert found.histogram.sum() == examples * width
    assert found.counts[-1] == 0
    assert not found.means[-1].any()
    for label in set(split.t.tolist()):
        assert found.means[label] == pytest.approx(inputs[split.t == label].mean(axis=0), rel=1e-5, abs=1e-5)
    if not as_bytes and x.size > 1:
        assert (found.edges[0], found.edges[-1]) == (x.min(), x.max())


def test_values_that_are_all_the_same() -> None:
    found = finished(summarize(Split(np.full((3, 2), 0.5), np.zeros(3, np.intp)), 1))
    assert found.histogram.tolist() == [6, *[0] * 49]


def test_a_regression_has_no_classes() -> None:
    with pytest.raises(DataError, match="no classes"):
        next(summarize(open_data_set("random-pair").train, 2))
