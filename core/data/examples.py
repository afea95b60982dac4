"""Examples as they come out of a file, brought into the form that a training needs.

Images become bytes and rows, one-hot targets become labels, and of examples that come in one piece a sixth is
kept for the test. From which file they come is not known here.
"""

from __future__ import annotations

import math
from collections.abc import Generator
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from core.data.data_set import Split
from core.data.reading import Finding, Progress
from core.errors import DataError, translatable

MAX_CLASSES = 2**16
"""More classes than this are taken for a mistake: the last layer would have as many outputs."""

TEST_SHARE = 6
SPLIT_SEED = 1
LEAST_IMAGE = 49
"""Rows of fewer numbers than 7 × 7 are not taken for an image, whatever numbers they are."""

Shape: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Examples:
    """What a reader gives. test: None where the file says nothing of a test set. image_shape: (height, width)
    of inputs that are images. class_names: () where there are none. findings: what was done on the way."""

    train: Split
    test: Split | None
    image_shape: Shape | None = None
    class_names: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


Opening: TypeAlias = Generator[Progress, None, Examples]


def with_test(examples: Examples) -> Examples:
    """One sixth of the examples kept for the test, drawn with a fixed seed, where there is no test set."""
    whole = examples.train
    kept = len(whole) // TEST_SHARE
    if examples.test is not None or kept == 0:
        return examples
    order = np.random.default_rng(SPLIT_SEED).permutation(len(whole))
    test, train = np.sort(order[:kept]), np.sort(order[kept:])
    said = translatable(
        "errors",
        "There is no test set: one sixth, {test:,} of {all:,} examples, is kept for the test. It is drawn "
        "with a fixed seed, so it is the same each time.",
    )
    return replace(
        examples,
        train=Split(whole.x[train], whole.t[train]),
        test=Split(whole.x[test], whole.t[test]),
        findings=(*examples.findings, Finding(said, {"test": kept, "all": len(whole)})),
    )


def rows_of_images(images: NDArray[Any]) -> tuple[NDArray[Any], Shape | None, bool]:
    """(N, D) rows, (height, width) if they are images, and whether colours became greys.

    images: (N, D), (N, h, w), (N, h, w, 1), (N, 1, h, w), or (N, h, w, 3) in colours. ValueError for others.
    """
    if images.ndim == 2:
        return images, None, False
    if images.ndim == 4 and images.shape[3] in (3, 4):
        # The weights of ITU-R BT.601.
        weights = np.array([0.299, 0.587, 0.114], np.float32)
        grey = np.empty(
            (len(images), *images.shape[1:3]), np.uint8 if images.dtype == np.uint8 else np.float32
        )
        for start in range(0, len(images), 1000):
            some = images[start : start + 1000, ..., :3].astype(np.float32) @ weights
            grey[start : start + 1000] = np.rint(some) if grey.dtype == np.uint8 else some
        return grey.reshape(len(grey), -1), (grey.shape[1], grey.shape[2]), True
    if images.ndim == 4 and 1 in (images.shape[1], images.shape[3]):
        axis = 3 if images.shape[3] == 1 else 1
        images = images.reshape([size for place, size in enumerate(images.shape) if place != axis])
    if images.ndim != 3:
        raise ValueError(f"{images.shape} is not a set of images")
    return images.reshape(len(images), -1), (images.shape[1], images.shape[2]), False


def square_shape(x: NDArray[Any]) -> Shape | None:
    """(side, side) if the rows (N, D) are as long as a square image and hold what pixels can be."""
    side = math.isqrt(x.shape[1])
    if side * side != x.shape[1] or x.shape[1] < LEAST_IMAGE:
        return None
    return (side, side) if x.dtype == np.uint8 or is_within(x, 255) else None


def is_within(x: NDArray[Any], most: float) -> bool:
    """All numbers are from 0 to `most`."""
    return bool(x.size and x.min() >= 0 and x.max() <= most)


def as_bytes(x: NDArray[Any], whole: float) -> NDArray[np.uint8]:
    """round(x · 255 / whole), where `whole` means full ink."""
    rows = np.empty(x.shape, np.uint8)
    for start in range(0, len(x), 1000):
        some = x[start : start + 1000] * np.float32(255 / whole)
        rows[start : start + 1000] = np.clip(np.rint(some), 0, 255)
    return rows


def labels_of(path: str, targets: NDArray[Any], examples: int) -> NDArray[np.intp]:
    """(N,) labels from (N,), (N, 1) or one-hot (N, C) targets. DataError, with `path`, for others."""
    if targets.ndim == 2 and targets.shape[1] == 1:
        targets = targets[:, 0]
    elif targets.ndim == 2 and is_one_hot(targets):
        targets = targets.argmax(axis=1)
    is_number = targets.dtype.kind in "uifb"
    if targets.ndim != 1 or len(targets) != examples or not is_number:
        template = translatable(
            "errors",
            "The labels in {path} are an array of the shape {shape} and the type {dtype}, for {examples:,} "
            "examples: there must be one whole number for each, or one row of one-hot numbers.",
        )
        raise DataError(
            template,
            path=path,
            shape=" × ".join(map(str, targets.shape)),
            dtype=targets.dtype,
            examples=examples,
        )
    wrong = np.flatnonzero(~((targets >= 0) & (targets < MAX_CLASSES) & (targets == np.floor(targets))))
    if wrong.size:
        raise wrong_label(path, int(wrong[0]), targets[wrong[0]].item())
    return targets.astype(np.intp)


def wrong_label(path: str, position: int, label: object) -> DataError:
    template = translatable(
        "errors",
        "Label {position:,} of {path} is {label}, but labels are whole numbers from 0 to {last:,}: "
        "number the classes 0, 1, 2, ….",
    )
    return DataError(template, position=position, path=path, label=label, last=MAX_CLASSES - 1)


def is_one_hot(targets: NDArray[Any]) -> bool:
    return targets.dtype.kind in "uifb" and bool(
        ((targets == 0) | (targets == 1)).all() and (targets.sum(axis=1) == 1).all()
    )
