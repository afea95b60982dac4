"""What is odd about data: seen, said, and mended by what the finding offers."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import TypeVar

import numpy as np
import pytest
from numpy.typing import NDArray

from core.data import DataSet, Finding, Progress, Reading, Split, open_data_set
from core.data.oddities import counting_shared, finding_oddities, looks_turned

Made = TypeVar("Made")

RNG = np.random.default_rng(0)
X = RNG.integers(0, 256, (24, 64)).astype(np.uint8)
T = np.arange(24) % 3


def data(x: NDArray[np.uint8] = X, t: NDArray[np.intp] = T, test: NDArray[np.uint8] | None = None) -> DataSet:
    test_set = None if test is None else Split(test, np.zeros(len(test), np.intp))
    return DataSet("mine", "Mine", Split(x, t), test_set, 3, (8, 8), ("a", "b", "c"))


def found(given: DataSet, *, may_be_turned: bool = True) -> tuple[Finding, ...]:
    return drained(finding_oddities(given, may_be_turned=may_be_turned))


def drained(steps: Generator[Progress, None, Made]) -> Made:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            made: Made = end.value
            return made


def test_nothing_is_odd() -> None:
    assert found(data(test=X ^ np.uint8(255))) == ()


@pytest.mark.parametrize("largest", [1, 15, 16, 127])
def test_pixels_far_below_255(largest: int) -> None:
    finding = found(data(np.minimum(X, largest).astype(np.uint8)))[0]
    assert str(finding).startswith(f"The largest pixel is {largest}, far below 255")
    assert finding.remedy == {"pixel_max": largest}


def test_pixels_a_little_below_255_are_not_odd() -> None:
    assert found(data(np.minimum(X, 128).astype(np.uint8))) == ()


def test_constant_images() -> None:
    x = X.copy()
    x[3], x[7] = 0, 255
    (finding,) = found(data(x))
    assert str(finding).startswith("2 of 24 examples have one value in all places")


def test_one_class_only() -> None:
    (finding,) = found(data(t=np.ones(24, np.intp)))
    assert str(finding).startswith("All training examples are of one class, “b”")


def test_classes_without_examples() -> None:
    (finding,) = found(data(t=np.arange(24) % 2))
    assert str(finding) == "1 of 3 classes have no training example: c."


def test_test_images_that_are_training_images() -> None:
    (finding,) = found(data(test=np.concatenate([X[5:8], X[:4] ^ 255])))
    assert str(finding).startswith("3 of 7 test examples stand in the training set, too")


def test_what_mnist_shares_is_counted(mnist: DataSet) -> None:
    """No image: by the bytes of all rows, compared another way."""
    assert mnist.test is not None
    whole = np.concatenate([mnist.train.x, mnist.test.x])
    rows = np.sort(whole.view(f"V{whole.shape[1]}").reshape(-1))
    twice = int(np.count_nonzero(rows[1:] == rows[:-1]))
    assert twice == 0
    assert drained(counting_shared(mnist)) == 0


def turned(mnist: DataSet) -> DataSet:
    x = mnist.train.x[:500].reshape(-1, 28, 28).transpose(0, 2, 1).reshape(-1, 784)
    return DataSet("mine", "Mine", Split(x, mnist.train.t[:500]), None, 10, (28, 28), tuple("0123456789"))


def test_digits_on_their_side(mnist: DataSet) -> None:
    (finding,) = found(turned(mnist))
    assert finding.remedy == {"is_turned": True}
    assert found(turned(mnist), may_be_turned=False) == ()
    assert not looks_turned(mnist)


def test_letters_of_emnist_are_known_by_name() -> None:
    x = RNG.integers(0, 256, (26, 784)).astype(np.uint8)
    split = Split(x, np.arange(26))
    names = tuple(map(str, range(26)))
    assert looks_turned(DataSet("/data/emnist-letters", "", split, None, 26, (28, 28), names))
    assert not looks_turned(DataSet("/data/letters", "", split, None, 26, (28, 28), names))


def saved(tmp_path: Path, x: NDArray[np.uint8]) -> str:
    np.savez(tmp_path / "mine.npz", x_train=x, y_train=T, x_test=x[:6] // 2, y_test=T[:6])
    return str(tmp_path / "mine.npz")


def test_scaling_mends_the_range(tmp_path: Path) -> None:
    x = (X // 16).reshape(24, 8, 8)
    path = saved(tmp_path, x)
    (finding,) = open_data_set(path).findings
    mended = open_data_set(path, 0, Reading(**finding.remedy))
    assert mended.findings == ()
    np.testing.assert_array_equal(mended.train.x, np.rint(x.reshape(24, 64) * (255 / 15)))


def test_turning_exchanges_rows_and_columns(tmp_path: Path) -> None:
    x = X[:, :32].reshape(24, 8, 4)
    mended = open_data_set(saved(tmp_path, x), 0, Reading(is_turned=True))
    assert mended.image_shape == (4, 8)
    np.testing.assert_array_equal(mended.train.x[0].reshape(4, 8), x[0].T)


def test_inputs_that_are_not_pixels_are_divided(tmp_path: Path) -> None:
    path = tmp_path / "points.csv"
    path.write_text("".join(f"{place * 100},{place},{place % 2}\n" for place in range(10)))
    data = open_data_set(str(path), 0, Reading(pixel_max=1000))
    assert float(data.train.x.max()) == pytest.approx(0.9)
