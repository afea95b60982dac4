"""The filters of PNG undone: each byte was stored as its difference from a guess made of its neighbours.

A guess needs the pixel to the left, so a row cannot be computed at once; but the pixels on a diagonal do not
need one another. Rows are worked through in bands, a diagonal at a time.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

BAND_ROWS = 256
FILTERS = 5
"""Their numbers are 0 to 4."""

Bytes = NDArray[np.uint8]


def unfiltered(kinds: Bytes, rows: Bytes, pixel_bytes: int) -> Bytes:
    """kinds: (h,) the filter of each row; rows: (h, row bytes) → (h, row bytes).

    With a to the left of a byte, b above it and c to the left of b, each that of the pixel, its guess is
    0 nothing, 1 a, 2 b, 3 ⌊(a + b)/2⌋, or 4 (Paeth) whichever of a, b, c is nearest to a + b − c.
    """
    height = len(rows)
    pixels = rows.reshape(height, -1, pixel_bytes)
    done = np.empty_like(pixels)
    above = np.zeros_like(pixels[0])
    for start in range(0, height, BAND_ROWS):
        band = slice(start, min(start + BAND_ROWS, height))
        done[band] = _unfiltered_band(kinds[band], pixels[band], above)
        above = done[band.stop - 1]
    return done.reshape(height, -1)


def _unfiltered_band(kinds: Bytes, pixels: Bytes, above: Bytes) -> Bytes:
    """kinds: (n,), pixels: (n, w, bytes), above: (w, bytes) the row above the first.

    Row y, pixel x of the band stands in entry [x + y + 2, y + 1] of `skewed`, the row above in column 0:
    then a and b are in the entry before, c in the one before that, and what was never there is 0.
    """
    n, width, size = pixels.shape
    skewed = np.zeros((width + n + 1, n + 1, size), np.int16)
    skewed[1 : width + 1, 0] = above
    for y in range(n):
        skewed[y + 2 : y + 2 + width, y + 1] = pixels[y]
    choice = kinds.astype(np.intp)[:, np.newaxis]
    nothing = np.zeros((n, size), np.int16)
    for step in range(2, width + n + 1):
        first, last = max(1, step - width), min(n, step - 1) + 1
        a = skewed[step - 1, first:last]
        b = skewed[step - 1, first - 1 : last - 1]
        c = skewed[step - 2, first - 1 : last - 1]
        guesses = (nothing[first - 1 : last - 1], a, b, (a + b) >> 1, _paeth(a, b, c))
        now = skewed[step, first:last]
        now += np.choose(choice[first - 1 : last - 1], guesses)
        now &= 255
    done = np.empty_like(pixels)
    for y in range(n):
        done[y] = skewed[y + 2 : y + 2 + width, y + 1]
    return done


def _paeth(a: NDArray[np.int16], b: NDArray[np.int16], c: NDArray[np.int16]) -> NDArray[np.int16]:
    """Of a, b and c the nearest to a + b − c; in doubt the first."""
    to_a, to_b, to_c = np.abs(b - c), np.abs(a - c), np.abs(a + b - c - c)
    return np.where((to_a <= to_b) & (to_a <= to_c), a, np.where(to_b <= to_c, b, c))
