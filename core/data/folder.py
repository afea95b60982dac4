"""The four IDX files of a data set: any image size, any number of classes.

This is where the files must fit one another. Which they are is found by `idx_names`; what makes a single file
readable is in `idx`.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.data.data_set import Split
from core.data.examples import MAX_CLASSES, Examples, Opening, wrong_label
from core.data.files import require_there
from core.data.idx import read_idx, shape_text
from core.data.idx_names import PARTS, find_idx_files
from core.data.reading import Progress
from core.errors import DataError, translatable


class LabelledImages(NamedTuple):
    """images: (N, height, width) uint8. labels: (N,) integers of any type, 0 and up. Both read-only."""

    images: NDArray[np.uint8]
    labels: NDArray[Any]


def read_folder(folder: str | os.PathLike[str]) -> tuple[LabelledImages, LabelledImages]:
    """Training and test images with their labels. Raises DataError, with `path`, for whatever is wrong."""
    require_there(Path(folder))
    names = find_idx_files(Path(folder))
    if names is None:
        template = translatable(
            "errors", "There are no IDX files in {path}. Choose the folder that has them."
        )
        raise DataError(template, path=str(folder))
    return read_files(names)


def opening_folder(place: Path) -> Opening:
    """The four files of the folder, or of the family of one of them, as examples."""
    names = find_idx_files(place)
    assert names is not None
    yield Progress(0, 1)
    train, test = read_files(names)
    height, width = train.images.shape[1:]
    return Examples(_split(train), _split(test), (height, width))


def read_files(names: Mapping[tuple[str, str], Path]) -> tuple[LabelledImages, LabelledImages]:
    """The same of four files, as `find_idx_files` gives them."""
    train, test = (_read_part(names[part, "images"], names[part, "labels"]) for part in PARTS)
    if train.images.shape[1:] != test.images.shape[1:]:
        raise DataError(
            translatable(
                "errors",
                "The images in {path} are {found}, those in {other} are {expected}: training and test "
                "images must have the same size. Take both from the same data set.",
            ),
            path=str(names["t10k", "images"]),
            found=shape_text(test.images.shape[1:]),
            other=str(names["train", "images"]),
            expected=shape_text(train.images.shape[1:]),
        )
    return train, test


def _split(part: LabelledImages) -> Split:
    images, labels = part
    return Split(images.reshape(len(images), -1), labels.astype(np.intp))


def _read_part(images_path: Path, labels_path: Path) -> LabelledImages:
    labels = read_idx(labels_path, rank=1)
    images = read_idx(images_path, rank=3)
    if images.dtype != np.uint8:
        raise DataError(
            translatable(
                "errors",
                "{path} holds numbers of type {dtype}, but images are unsigned bytes, 0 to 255. "
                "Convert it to uint8 first.",
            ),
            path=str(images_path),
            dtype=str(images.dtype),
        )
    if images.size == 0:
        raise DataError(
            translatable(
                "errors", "{path} is empty ({shape}): there must be at least one image of one pixel."
            ),
            path=str(images_path),
            shape=shape_text(images.shape),
        )
    if len(labels) != len(images):
        raise DataError(
            translatable(
                "errors",
                "{path} has {labels:,} labels, but {other} has {images:,} images: there must be one for "
                "each. Take both files from the same data set.",
            ),
            path=str(labels_path),
            labels=len(labels),
            other=str(images_path),
            images=len(images),
        )
    _require_labels(labels_path, labels)
    return LabelledImages(images, labels)


def _require_labels(path: Path, labels: NDArray[Any]) -> None:
    """labels: (N,), N > 0."""
    if labels.dtype.kind not in "ui":
        raise DataError(
            translatable(
                "errors",
                "{path} holds numbers of type {dtype}, but labels are whole numbers 0, 1, 2, …. "
                "Convert it to uint8 first.",
            ),
            path=str(path),
            dtype=str(labels.dtype),
        )
    wrong = np.flatnonzero((labels < 0) | (labels >= MAX_CLASSES))
    if wrong.size:
        raise wrong_label(str(path), int(wrong[0]), int(labels[wrong[0]]))
