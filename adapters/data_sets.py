"""Data sets with all that may be in them: the engine opens them, and pictures in folders are read by Pillow.

What a folder of pictures is, and what becomes of them, is `core.data.class_folders`'s.
"""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from adapters.pictures import read_picture
from core import data
from core.data import DataSet, Pictures, Progress, Reading
from core.data.class_folders import LARGEST_SIDE
from core.inspection.greys import greys

Pixels = NDArray[np.uint8]


def open_data_set(name_or_path: str, seed: int = 0, reading: Reading | None = None) -> DataSet:
    """As `core.data.open_data_set`, also for folders of pictures."""
    return data.open_data_set(name_or_path, seed, reading or Reading(), PICTURES)


def opening_data_set(
    name_or_path: str, seed: int = 0, reading: Reading | None = None
) -> Generator[Progress, None, DataSet]:
    """The same in steps, each of which is a place to stop."""
    return data.opening_data_set(name_or_path, seed, reading or Reading(), PICTURES)


def _read(path: Path) -> tuple[Pixels, tuple[int, int]]:
    """The picture in greys, its sides in proportion, and the size that it has in the file."""
    grey = np.rint(greys(read_picture(path).pixels)).astype(np.uint8)
    height, width = grey.shape
    share = LARGEST_SIDE / max(height, width)
    if share >= 1:
        return grey, (height, width)
    return _scale(grey, (max(round(height * share), 1), max(round(width * share), 1))), (height, width)


def _scale(image: Pixels, shape: tuple[int, int]) -> Pixels:
    """Each new pixel is the mean of those that it covers."""
    from PIL.Image import Resampling, fromarray

    height, width = shape
    return np.asarray(fromarray(image).resize((width, height), Resampling.BILINEAR))


PICTURES = Pictures(_read, _scale)
