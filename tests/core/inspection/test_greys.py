"""Pictures made smaller by whole blocks: plain means, and colours weighted by their alpha."""

from __future__ import annotations

import numpy as np
import pytest

from core.inspection.greys import WORKING_SIDE, greys, reduced


@pytest.mark.parametrize("channels", [1, 3])
def test_a_block_becomes_its_mean(channels: int) -> None:
    rng = np.random.default_rng(0)
    shape = (2 * WORKING_SIDE, WORKING_SIDE, channels)
    picture = rng.integers(0, 256, shape).astype(np.uint8)
    small, block = reduced(picture)
    assert block == 2
    assert small.shape == (WORKING_SIDE, WORKING_SIDE // 2, channels)
    expected = picture.reshape(WORKING_SIDE, 2, WORKING_SIDE // 2, 2, channels).mean(axis=(1, 3))
    assert np.abs(small - expected).max() <= 0.5


def test_what_is_transparent_does_not_count() -> None:
    picture = np.zeros((2 * WORKING_SIDE, 4, 4), np.uint8)
    picture[..., :3] = 250
    picture[::2, :, :3] = 10
    picture[::2, :, 3] = 255
    small, block = reduced(picture)
    assert block == 2
    assert (small[..., :3] == 10).all()
    assert set(np.unique(small[..., 3])) <= {127, 128}


def test_a_small_picture_stays_as_it_is() -> None:
    picture = np.full((5, 7), 9, np.uint8)
    small, block = reduced(picture)
    assert block == 1
    assert small is picture
    assert (greys(small) == 9).all()
