"""Photographs of digits are read as the digits are: in uneven light, shadows and noise, on ruled paper, on a
table."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from numpy.typing import NDArray

from core.data import DataSet
from core.inspection.digits import digits_on
from core.inspection.greys import WORKING_SIDE
from core.inspection.ink import ink_of
from core.inspection.parts import Box
from core.inspection.predictions import prediction
from core.nn.network import Network
from tests.core.inspection.photographs import SEED, photograph

PHOTOGRAPHS = 50


def test_photographs_are_read_as_the_clean_images(mnist: DataSet, trained: Network) -> None:
    assert mnist.test is not None
    rng = np.random.default_rng(SEED)
    alike = 0
    for row in rng.choice(len(mnist.test), PHOTOGRAPHS, replace=False):
        image = mnist.test.x[row].reshape(28, 28)
        digits = digits_on(ink_of(photograph(image, rng)))
        assert digits, f"nothing is found on the photograph of test image {row}"
        said = [prediction(trained, digit.image).predicted for digit in digits]
        alike += said == [prediction(trained, image).predicted]
    assert alike >= 0.98 * PHOTOGRAPHS


# A "1" as a camera gives it: four times darker than its paper, whatever light the paper lies in.

Greys = NDArray[np.float64]


def one(paper: Greys) -> NDArray[np.uint8]:
    digit = np.ones_like(paper)
    digit[100:300, 185:215] = 0.25
    grain = np.random.default_rng(0).normal(0, 2, paper.shape)
    return (paper * digit + grain).clip(0, 255).astype(np.uint8)


@cache
def papers() -> dict[str, Greys]:
    y, x = np.mgrid[:400, :400] / 400 - 0.5
    plain = np.full((400, 400), 225.0)
    below, left, corner = plain.copy(), plain.copy(), plain.copy()
    below[-30:] = 70
    left[:, :25] = 60
    corner[300:, 300:] = 80
    darker = {
        f"corners {share}": plain * (1 - 2 * share * (x * x + y * y)) for share in (0, 0.05, 0.1, 0.2, 0.3)
    }
    return darker | {
        "table below": below,
        "table left": left,
        "dark corner": corner,
        "shadow": plain * (1 - 0.3 / (1 + np.exp(-(x + y) * 25))),
    }


@pytest.mark.parametrize("light_on_dark", [False, True])
@pytest.mark.parametrize("light", papers())
def test_a_one_in_whatever_light(light: str, light_on_dark: bool) -> None:
    picture = one(papers()[light])
    found = ink_of(255 - picture if light_on_dark else picture)
    assert [digit.box for digit in digits_on(found)] == [Box(100, 185, 300, 215)]
    assert found.is_dark is not light_on_dark


def large(mnist: DataSet, row: int) -> NDArray[np.uint8]:
    """A test image, dark on light, ten times as large."""
    assert mnist.test is not None
    return np.kron(255 - mnist.test.x[row].reshape(28, 28), np.ones((10, 10), np.uint8))


def test_two_digits_side_by_side(mnist: DataSet) -> None:
    both = digits_on(ink_of(np.hstack([large(mnist, 0), large(mnist, 1)])))
    each = [digits_on(ink_of(large(mnist, row)))[0] for row in (0, 1)]
    assert len(both) == 2
    for found, alone in zip(both, each, strict=True):
        # A part of a pixel is cut differently where a larger picture is reduced.
        assert np.abs(found.image.astype(int) - alone.image).mean() < 4
    assert both[0].box.right <= both[1].box.left


@pytest.mark.parametrize("row", range(5))
def test_a_sheet_on_a_table_and_a_frame(mnist: DataSet, row: int) -> None:
    (alone,) = digits_on(ink_of(large(mnist, row)))
    sheet = np.pad(large(mnist, row), 60, constant_values=60)
    framed = np.pad(large(mnist, row), 20, constant_values=255)
    framed[5:9] = framed[-9:-5] = 40
    framed[:, 5:9] = framed[:, -9:-5] = 40
    for picture, aside in ((sheet, "sheet"), (framed, "lines")):
        found = ink_of(picture)
        (digit,) = digits_on(found)
        assert aside in found.aside
        assert np.abs(digit.image.astype(int) - alone.image).mean() < 6


def test_a_pencil_beside_a_dark_table(mnist: DataSet) -> None:
    faint = 220 - (255 - large(mnist, 0)) * 0.35
    faint[:30] = 40
    faint += np.random.default_rng(3).normal(0, 2, faint.shape)
    found = ink_of(faint.clip(0, 255).astype(np.uint8))
    (digit,) = digits_on(found)
    assert digit.box.top > 40
    assert digit.box.height > 150


def test_paper_with_nothing_but_a_table_has_no_digit() -> None:
    paper = np.full((300, 300), 220.0)
    paper[:, :40] = 60
    paper += np.random.default_rng(5).normal(0, 3, paper.shape)
    assert not ink_of(paper.clip(0, 255).astype(np.uint8)).digits


def test_what_is_lost_in_noise_is_said_to_be_faint() -> None:
    noise = np.random.default_rng(6).normal(128, 45, (200, 200)).clip(0, 255).astype(np.uint8)
    found = ink_of(noise)
    assert not found.digits
    assert found.is_faint


def test_a_large_photograph_is_looked_at_reduced() -> None:
    picture = one(papers()["shadow"]).repeat(6, axis=0).repeat(6, axis=1)
    found = ink_of(picture)
    assert max(found.grey.shape) <= WORKING_SIDE
    (digit,) = digits_on(found)
    box = digit.box.times(found.block)
    assert np.abs(np.subtract((box.top, box.left, box.bottom, box.right), (600, 1110, 1800, 1290))).max() <= 6
