"""Digits laid out as in MNIST: against MNIST itself, against averages by hand, and in odd shapes."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from core.data import DataSet, Split
from core.inspection.digits import PreparedDigit, digits_on, prepare_ink
from core.inspection.ink import ink_of
from core.inspection.predictions import predictions
from core.nn.network import Network
from tests.core.inspection.finished import finished


def the_digit(picture: NDArray[np.uint8]) -> PreparedDigit:
    """The only digit on a picture."""
    (digit,) = digits_on(ink_of(picture))
    return digit


def averaged(values: NDArray[np.float64], height: int, width: int) -> NDArray[np.float64]:
    """Area averages by hand: every pixel cut into as many parts as there are new ones, then blocks."""
    fine = np.kron(values, np.ones((height, width)))
    return fine.reshape(height, values.shape[0], width, values.shape[1]).mean(axis=(1, 3))


def test_images_of_mnist_stay_what_they_are(mnist: DataSet) -> None:
    images = mnist.train.x[:200].reshape(-1, 28, 28)
    differ = 0
    for image in images:
        digit = prepare_ink(image / 255)
        assert digit is not None
        assert max(digit.box.height, digit.box.width) == 20 == max(digit.scaled.shape)
        # Only where the centre of mass lies on the border between two pixels may it be the other one.
        differ += not np.abs(digit.image.astype(int) - image).max() <= 1
    assert differ <= 4


@pytest.mark.parametrize("times", [5, 10])
@pytest.mark.parametrize("inverted", [False, True])
def test_a_digit_that_was_enlarged_and_moved_is_found_again(
    mnist: DataSet, trained: Network, times: int, inverted: bool
) -> None:
    assert mnist.test is not None
    images = mnist.test.x[:50].reshape(-1, 28, 28)
    found = np.empty_like(images)
    for place, image in enumerate(images):
        large = np.pad(np.kron(image, np.ones((times, times), np.uint8)), ((30, 5), (0, 70)))
        digit = the_digit(255 - large if inverted else large)
        found[place] = digit.image
    labels = mnist.test.t[: len(images)]
    again = finished(predictions(trained, Split(found.reshape(len(images), -1), labels)))
    as_they_were = finished(predictions(trained, mnist.test, np.arange(len(images))))
    assert (again.predicted == as_they_were.predicted).mean() >= 0.98


@given(st.integers(1, 60), st.integers(1, 60), st.integers(0, 9), st.integers(0, 9), st.integers(0, 99))
def test_every_ink_fits_the_box_with_its_aspect_and_its_centre_in_the_middle(
    height: int, width: int, top: int, left: int, seed: int
) -> None:
    drawn = np.random.default_rng(seed).uniform(0.1, 1, (height, width))
    digit = prepare_ink(np.pad(drawn, ((top, 3), (left, 1))))
    assert digit is not None
    assert (digit.box.top, digit.box.left, digit.box.height, digit.box.width) == (top, left, height, width)
    h, w = digit.scaled.shape
    longest = max(height, width)
    assert max(h, w) == 20
    assert (h, w) == (max(round(20 * height / longest), 1), max(round(20 * width / longest), 1))
    expected = averaged(drawn, h, w)
    assert digit.scaled == pytest.approx(255 * expected / expected.max(), abs=0.51)
    assert digit.scaled.max() == digit.image.max() == 255
    assert digit.image.shape == (28, 28)
    centre = [np.average(np.arange(28), weights=digit.image.sum(axis=axis) + 1e-12) for axis in (1, 0)]
    assert centre == pytest.approx([14, 14], abs=0.5 + 1e-6)
    assert np.add(digit.offset, digit.centre) == pytest.approx(centre, abs=1e-6)


def test_what_passes_the_edge_is_cut() -> None:
    # A blot at one end of a faint line: its centre is near the blot, and the line leaves the image.
    ink = np.zeros((20, 20))
    ink[0, :] = 0.02
    ink[0:3, 17:20] = 1.0
    digit = prepare_ink(ink)
    assert digit is not None
    assert digit.offset[1] < 0
    assert digit.image.shape == (28, 28)
    assert digit.image.max() == 255


@given(st.integers(1, 40), st.integers(1, 40))
def test_other_image_sizes_have_the_same_proportions(height: int, width: int) -> None:
    digit = prepare_ink(np.ones((50, 30)), (height, width))
    assert digit is not None
    assert digit.image.shape == (height, width)
    h, w = digit.scaled.shape
    assert h <= max(round(height * 20 / 28), 1)
    assert w <= max(round(width * 20 / 28), 1)
    assert digit.image.any()


def test_one_dot_is_a_square() -> None:
    ink = np.zeros((100, 100))
    ink[70, 20] = 0.3
    digit = prepare_ink(ink)
    assert digit is not None
    assert (digit.scaled == 255).all()
    assert digit.scaled.shape == (20, 20)
    assert digit.image.sum() == 400 * 255


def test_a_thin_stroke_on_a_large_sheet_does_not_fade() -> None:
    ink = np.zeros((1_000, 1_000), np.float32)
    np.fill_diagonal(ink, 1.0)
    digit = prepare_ink(ink)
    assert digit is not None
    assert (digit.scaled.diagonal() > 200).all()


def test_an_empty_drawing_has_no_digit() -> None:
    assert prepare_ink(np.zeros((280, 280))) is None
    assert digits_on(ink_of(np.full((280, 280), 255, np.uint8))) == ()
