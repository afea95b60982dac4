"""Which pixels of a picture are ink: light or dark, coloured, transparent, on paper, or none."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from core.errors import DataError
from core.inspection.greys import MOST_PIXELS, WORKING_SIDE, greys, require_size
from core.inspection.ink import find_ink, ink_of


def stroke(height: int = 60, width: int = 50) -> NDArray[np.bool_]:
    """A bent stroke, off the middle."""
    drawn = np.zeros((height, width), bool)
    drawn[10:40, 12:16] = True
    drawn[36:40, 12:30] = True
    return drawn


def grey(ground: int, ink: int) -> NDArray[np.uint8]:
    return np.where(stroke(), ink, ground).astype(np.uint8)


@given(st.integers(0, 255), st.integers(0, 255))
def test_ink_is_found_whatever_its_grey_and_that_of_its_ground(ground: int, ink: int) -> None:
    found = ink_of(grey(ground, ink)).ink
    if abs(ground - ink) < 16:
        assert not found.any()
    else:
        assert found[stroke()] == pytest.approx(1)
        assert not found[~stroke()].any()


def test_half_tones_are_in_proportion() -> None:
    picture = np.full((9, 9), 255, np.uint8)
    picture[4, 2:7] = (255, 205, 155, 105, 55)
    assert find_ink(picture.astype(np.float32)).ink[4, 2:7] == pytest.approx([0, 0.25, 0.5, 0.75, 1])


def test_a_digit_that_touches_an_edge_is_still_ink() -> None:
    picture = grey(255, 0)[8:, 11:]
    assert (ink_of(picture).ink > 0.5).sum() == stroke().sum()


@pytest.mark.parametrize("light_on_dark", [False, True])
def test_colours_become_greys_by_their_brightness(light_on_dark: bool) -> None:
    yellow, blue = (250, 240, 60), (20, 30, 150)
    ground, ink = (blue, yellow) if light_on_dark else (yellow, blue)
    picture = np.where(stroke()[..., np.newaxis], ink, ground).astype(np.uint8)
    assert greys(picture)[0, 0] == pytest.approx(np.dot(ground, (0.299, 0.587, 0.114)))
    found = ink_of(picture).ink
    assert found[stroke()] == pytest.approx(1)
    assert not found[~stroke()].any()


@pytest.mark.parametrize("colour", [(0, 0, 0), (255, 255, 255), (200, 0, 30), (90, 200, 255)])
def test_ink_on_a_transparent_ground_is_found_whatever_its_colour(colour: tuple[int, int, int]) -> None:
    alpha = np.where(stroke(), 255, 0)[..., np.newaxis]
    for unseen in (0, 255):  # the colour of what is transparent does not count
        colours = np.where(alpha > 0, colour, unseen)
        found = ink_of(np.dstack([colours, alpha]).astype(np.uint8)).ink
        assert found[stroke()] == pytest.approx(1)
        assert not found[~stroke()].any()


def test_half_transparent_is_half_ink() -> None:
    picture = np.zeros((7, 7, 2), np.uint8)
    picture[3, 2:5, 1] = (255, 128, 51)
    assert greys(picture)[3, 1:5] == pytest.approx([255, 0, 127, 204])
    assert ink_of(picture).ink[3, 2:5] == pytest.approx([1, 128 / 255, 0.2])


def test_an_opaque_picture_with_alpha_is_as_without() -> None:
    rgb = np.random.default_rng(0).integers(0, 256, (12, 9, 3)).astype(np.uint8)
    opaque = np.dstack([rgb, np.full((12, 9), 255, np.uint8)])
    assert greys(opaque) == pytest.approx(greys(rgb), abs=1e-3)
    assert (greys(rgb[..., :1]) == rgb[..., 0]).all()


@pytest.mark.parametrize("channels", [None, 2, 3, 4])
@pytest.mark.parametrize("value", [0, 130, 255])
def test_a_picture_without_ink_is_empty(channels: int | None, value: int) -> None:
    shape = (20, 30) if channels is None else (20, 30, channels)
    assert not ink_of(np.full(shape, value, np.uint8)).ink.any()


def test_what_is_all_transparent_is_empty() -> None:
    picture = np.random.default_rng(1).integers(0, 256, (20, 20, 4)).astype(np.uint8)
    picture[..., 3] = 0
    assert not ink_of(picture).ink.any()


@pytest.mark.parametrize("noise", [2, 5, 10])
@pytest.mark.parametrize("shade", [0, 30, 80])
@pytest.mark.parametrize("paper", [230, 20])
def test_paper_in_uneven_light_and_noise_are_no_ink(paper: int, shade: int, noise: int) -> None:
    rng = np.random.default_rng(noise)
    drawn = np.kron(stroke(), np.ones((4, 4), bool))
    light = np.linspace(0, shade, drawn.shape[1]) * (-1 if paper > 128 else 1)
    contrast = -130 if paper > 128 else 130
    picture = paper + light + contrast * drawn + rng.normal(0, noise, drawn.shape)
    found = ink_of(picture.clip(0, 255).astype(np.uint8)).ink
    assert not found[~drawn].any()
    assert (found[drawn] > 0).mean() > 0.99


def test_an_empty_sheet_of_paper_is_empty() -> None:
    rng = np.random.default_rng(4)
    sheet = 220 - np.linspace(0, 60, 200) + rng.normal(0, 6, (150, 200))
    assert not ink_of(sheet.astype(np.uint8)).ink.any()


def test_a_large_picture_comes_back_smaller_with_the_same_ink() -> None:
    drawn = np.kron(stroke(), np.ones((30, 30), bool))
    found = ink_of(np.where(drawn, 0, 255).astype(np.uint8)).ink
    assert max(found.shape) <= WORKING_SIDE
    assert found.mean() == pytest.approx(drawn.mean(), rel=0.02)
    narrow = ink_of(np.pad(np.zeros((1, 5_000), np.uint8), 1, constant_values=255)).ink
    assert narrow.shape[0] >= 1


@pytest.mark.parametrize("size", [(1, 1), (2, 500), (500, 2), (0, 0)])
def test_too_small_to_hold_a_digit(size: tuple[int, int]) -> None:
    with pytest.raises(DataError, match="too small to hold a digit: choose one of at least 3 × 3"):
        require_size(*size)


@pytest.mark.parametrize("size", [(20_000, 20_000), (16_385, 10), (10, 16_385), (5_001, 5_000)])
def test_too_large_to_be_read(size: tuple[int, int]) -> None:
    with pytest.raises(DataError, match=f"too large: make it smaller, {MOST_PIXELS:,} pixels"):
        require_size(*size)


def test_sizes_that_are_read() -> None:
    require_size(3, 3)
    require_size(5_000, 5_000)
    with pytest.raises(DataError, match="A picture of 1 × 1 pixels"):
        ink_of(np.zeros((1, 1), np.uint8))
    # An array of that size without its memory.
    with pytest.raises(DataError, match="A picture of 20,000 × 20,000 pixels"):
        ink_of(np.broadcast_to(np.uint8(0), (20_000, 20_000)))
