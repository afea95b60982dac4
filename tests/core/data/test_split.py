"""Fetching rows: the same numbers as fancy indexing and one multiplication, whatever the types."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.data import DataSet, Split

FLOATS = st.sampled_from([np.float32, np.float64])


def split_of(dtype: Any, rows: int, columns: int) -> Split:
    rng = np.random.default_rng(rows * 100 + columns)
    x = rng.integers(0, 256, (rows, columns)) if dtype == np.uint8 else rng.normal(size=(rows, columns))
    return Split(x.astype(dtype), rng.integers(0, 10, rows))


@given(
    dtype=st.sampled_from([np.uint8, np.float32, np.float64]),
    out_dtype=FLOATS,
    columns=st.integers(1, 9),
    rows=st.integers(1, 30),
    with_scratch=st.booleans(),
    data=st.data(),
)
def test_gather_is_indexing_and_scaling_bit_for_bit(
    dtype: Any, out_dtype: Any, columns: int, rows: int, with_scratch: bool, data: st.DataObject
) -> None:
    split = split_of(dtype, rows, columns)
    index = np.array(data.draw(st.lists(st.integers(0, rows - 1), min_size=1, max_size=40)), np.intp)
    out = np.full((len(index), columns), np.nan, out_dtype)
    split.gather(index, out, np.empty((len(index), columns), dtype) if with_scratch else None)
    expected = split.x[index].astype(out_dtype)
    if dtype == np.uint8:
        expected = expected * out_dtype(1 / 255)
    assert out.tobytes() == expected.tobytes()


def test_all_bytes_are_within_one_ulp_of_the_division_by_255() -> None:
    split = Split(np.arange(256, dtype=np.uint8).reshape(1, 256), np.zeros(1, np.intp))
    for dtype in (np.float32, np.float64):
        out = np.empty((1, 256), dtype)
        split.gather(np.zeros(1, np.intp), out)
        pixels: np.ndarray = np.arange(256, dtype=dtype)
        np.testing.assert_array_max_ulp(out[0], pixels / dtype(255), maxulp=1)
        assert (out.min(), out.max()) == (0.0, 1.0)


@pytest.mark.parametrize("bad", [-1, 60_000, -(2**63), 2**63 - 1])
def test_gather_refuses_an_index_outside(mnist: DataSet, bad: int) -> None:
    index = np.array([0, bad, 59_999], np.intp)
    with pytest.raises(IndexError, match="outside 0 … 59999"):
        mnist.train.gather(index, np.empty((3, 784), np.float32))


@given(
    dtype=st.sampled_from([np.uint8, np.float32]),
    out_dtype=FLOATS,
    start=st.integers(0, 9),
    n=st.integers(0, 9),
)
def test_floats_are_the_slice_scaled_as_gather_scales(dtype: Any, out_dtype: Any, start: int, n: int) -> None:
    split = split_of(dtype, 9, 4)
    got = split.floats(start, start + n, out_dtype)
    rows = np.arange(start, min(start + n, 9))
    assert (got.shape, got.dtype) == ((len(rows), 4), np.dtype(out_dtype))
    if len(rows):
        gathered = np.empty((len(rows), 4), out_dtype)
        split.gather(rows, gathered)
        assert got.tobytes() == gathered.tobytes()
    got[:] = 7  # fresh: the split does not change
    assert not np.any(split.floats(start, start + n) == 7)


def test_the_arrays_are_read_only_and_not_copied() -> None:
    x = np.zeros((3, 2), np.uint8)
    split = Split(x, np.arange(3))
    assert np.shares_memory(split.x, x)
    assert x.flags.writeable
    with pytest.raises(ValueError, match="read-only"):
        split.x[0, 0] = 1
    with pytest.raises(ValueError, match="read-only"):
        split.t[0] = 1


def test_scale_follows_the_type() -> None:
    assert split_of(np.uint8, 1, 1).scale == 1 / 255
    assert split_of(np.float32, 1, 1).scale == 1.0


@pytest.mark.parametrize(("x", "t"), [((3, 2), 4), ((3,), 3), ((3, 2, 2), 3)])
def test_a_split_must_be_rows_with_a_target_each(x: tuple[int, ...], t: int) -> None:
    with pytest.raises(ValueError, match="are not"):
        Split(np.zeros(x), np.zeros(t))
