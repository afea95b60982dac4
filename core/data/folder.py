"""A data set of one's own: a folder with the four IDX files, named as MNIST names them, gzipped or not.

Any image size, any number of classes. This is where the files must fit one another; what makes a single file
readable is in `idx`.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.data.data_set import DataSet, Split
from core.data.idx import read_idx, shape_text
from core.errors import DataError, translatable

MAX_CLASSES = 2**16
"""More classes than this are taken for a mistake: the last layer would have as many outputs."""


class LabelledImages(NamedTuple):
    """images: (N, height, width) uint8. labels: (N,) integers of any type, 0 and up. Both read-only."""

    images: NDArray[np.uint8]
    labels: NDArray[Any]


def read_folder(folder: str | os.PathLike[str]) -> tuple[LabelledImages, LabelledImages]:
    """Training and test images with their labels. Raises DataError, with `path`, for whatever is wrong."""
    folder = Path(folder)
    _require_folder(folder)
    names = {(part, kind): _find(folder, part, kind) for part in _PARTS for kind in _RANKS}
    train, test = (_read_part(names[part, "images"], names[part, "labels"]) for part in _PARTS)
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


def open_folder(folder: str | os.PathLike[str], name: str = "", title: str = "") -> DataSet:
    """The folder as a data set; its path is its name and its last part its title, unless others are given."""
    train, test = read_folder(folder)
    classes = 1 + int(max(train.labels.max(), test.labels.max()))
    height, width = train.images.shape[1:]
    return DataSet(
        name=name or str(folder),
        title=title or Path(folder).resolve().name,
        train=_split(train),
        test=_split(test),
        classes=classes,
        image_shape=(height, width),
        class_names=tuple(str(label) for label in range(classes)),
    )


_PARTS = ("train", "t10k")
_RANKS = {"images": 3, "labels": 1}


def _split(part: LabelledImages) -> Split:
    images, labels = part
    return Split(images.reshape(len(images), -1), labels.astype(np.intp))


def _require_folder(folder: Path) -> None:
    if os.path.isdir(folder):
        return
    sentence = (
        translatable("errors", "{path} is a file. Choose the folder that holds the four IDX files.")
        if os.path.exists(folder)
        else translatable("errors", "There is no folder {path}. Check the name.")
    )
    raise DataError(sentence, path=str(folder))


def _find(folder: Path, part: str, kind: str) -> Path:
    """The file of one part and kind, such as train-images-idx3-ubyte.gz or train-images.idx3-ubyte."""
    usual = f"{part}-{kind}-idx{_RANKS[kind]}-ubyte"
    pattern = re.compile(rf"{part}-{kind}([-.]idx\d([-.]ubyte)?)?(\.gz)?", re.IGNORECASE)
    try:
        found = [path for path in folder.iterdir() if pattern.fullmatch(path.name)]
    except OSError as error:
        sentence = translatable(
            "errors", "The folder {path} may not be read ({reason}). Give yourself the right to read it."
        )
        raise DataError(sentence, path=str(folder), reason=error.strerror or str(error)) from error
    if not found:
        raise DataError(
            translatable(
                "errors",
                "There is no {name} in {path}, gzipped or not. A data set is four files: train-images, "
                "train-labels, t10k-images and t10k-labels, each with the ending -idx3-ubyte or -idx1-ubyte.",
            ),
            path=str(folder),
            name=usual,
        )
    return min(found, key=lambda path: (path.suffix.lower() == ".gz", path.name))  # unpacked opens faster


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
        raise DataError(
            translatable(
                "errors",
                "Label {position:,} of {path} is {label}, but labels are whole numbers from 0 to {last:,}: "
                "number the classes 0, 1, 2, ….",
            ),
            path=str(path),
            position=int(wrong[0]),
            label=int(labels[wrong[0]]),
            last=MAX_CLASSES - 1,
        )
