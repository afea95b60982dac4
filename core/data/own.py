"""A file or folder of one's own as a data set: read in its format, brought into shape, named and looked
through.

What a person has said of it, a `Reading`, is done here: the range of its pixels, how its images lie, its
names.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import replace
from pathlib import Path

import numpy as np

from core.data.class_names import class_names
from core.data.data_set import DataSet, Split
from core.data.examples import Examples, as_bytes, is_within, with_test
from core.data.formats import opening
from core.data.oddities import finding_oddities
from core.data.reading import Finding, Pictures, Progress, Reading
from core.errors import translatable


def opening_own(path: str, reading: Reading, pictures: Pictures | None) -> Generator[Progress, None, DataSet]:
    """The data set at `path`; its path is its name, and its last part its title. DataError, with `path`."""
    place = Path(path)
    examples = yield from opening(place, reading, pictures)
    examples = with_test(_turned(_scaled(examples, reading.pixel_max), reading.is_turned))
    data = _named(examples, place, path, reading)
    odd = yield from finding_oddities(data, may_be_turned=not reading.is_turned)
    return replace(data, findings=(*data.findings, *odd))


def _named(examples: Examples, place: Path, path: str, reading: Reading) -> DataSet:
    labels = [examples.train.t] if examples.test is None else [examples.train.t, examples.test.t]
    classes = max(1 + max(int(t.max()) for t in labels if len(t)), len(examples.class_names))
    names, said = class_names(classes, place, examples.class_names, reading.class_names)
    return DataSet(
        name=path,
        title=place.resolve().name,
        train=examples.train,
        test=examples.test,
        classes=classes,
        image_shape=examples.image_shape,
        class_names=names,
        findings=(*examples.findings, *said),
    )


def _scaled(examples: Examples, pixel_max: int) -> Examples:
    """`pixel_max` becomes full ink. Images in other numbers than bytes become bytes, where their range says
    how: 0 to 1, or 0 to 255."""
    splits = [split for split in (examples.train, examples.test) if split is not None]
    is_bytes = examples.train.x.dtype == np.uint8
    if examples.image_shape is not None and not is_bytes and pixel_max == 255:
        if all(is_within(split.x, 1) for split in splits):
            said = translatable("errors", "The pixels go from 0 to 1: they were kept in 256 steps.")
            scaled = _with_inputs(examples, lambda split: Split(as_bytes(split.x, 1), split.t))
            return replace(scaled, findings=(*examples.findings, Finding(said)))
        if all(is_within(split.x, 255) for split in splits):
            return _with_inputs(examples, lambda split: Split(as_bytes(split.x, 255), split.t))
        return replace(examples, image_shape=None)
    if pixel_max == 255:
        return examples
    if is_bytes or examples.image_shape is not None:
        return _with_inputs(examples, lambda split: Split(as_bytes(split.x, pixel_max), split.t))
    return _with_inputs(examples, lambda split: Split(split.x / np.float32(pixel_max), split.t))


def _turned(examples: Examples, is_turned: bool) -> Examples:
    """Rows become columns."""
    if not is_turned or examples.image_shape is None:
        return examples
    height, width = examples.image_shape

    def turned(split: Split) -> Split:
        images = split.x.reshape(-1, height, width).transpose(0, 2, 1)
        return Split(images.reshape(len(split), -1), split.t)

    return replace(_with_inputs(examples, turned), image_shape=(width, height))


def _with_inputs(examples: Examples, change: Callable[[Split], Split]) -> Examples:
    test = None if examples.test is None else change(examples.test)
    return replace(examples, train=change(examples.train), test=test)
