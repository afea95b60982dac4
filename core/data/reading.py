"""How a data set of one's own is read: what a person has said about it, and what the program says of it.

A `Reading` goes into the settings of a training, so that the same data can be opened again. A `Finding` is a
remark about data that were read. What is read, and from what, is not known here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.errors import Remark
from core.records import record


@dataclass(frozen=True, slots=True)
class Reading:
    """pixel_max: the value that means full ink, which becomes 255 (or 1.0, of inputs that are not bytes).
    is_turned: images are mirrored at their diagonal, so that rows become columns. leaves_out_broken: pictures
    that cannot be read are left out. class_names: typed by a person, one for each class; () for the data
    set's own."""

    pixel_max: int = 255
    is_turned: bool = False
    leaves_out_broken: bool = False
    class_names: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, object]:
        return {name: getattr(self, name) for name in self.__slots__} | {"class_names": [*self.class_names]}

    @property
    def of_examples(self) -> Reading:
        """The same without the names, which change no number: what makes a run another one."""
        return replace(self, class_names=())

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Reading:
        """The reading of `to_dict`. TypeError or ValueError for a dictionary that is none."""
        known = dict(values)
        known["class_names"] = tuple(known.get("class_names", ()))
        reading = record(cls, known)
        if reading.pixel_max < 1 or not all(isinstance(name, str) for name in reading.class_names):
            raise ValueError("not a reading of data")
        return reading


@dataclass(frozen=True, slots=True)
class Finding(Remark):
    """Something to know about data. `remedy` is the change of the `Reading`, by the names of its fields, that
    would mend it; {} where there is nothing to do."""

    remedy: Mapping[str, Any] = field(default_factory=dict)


class Progress(NamedTuple):
    """`done` of `total` bytes or files are read: a place where a reading can be stopped."""

    done: int
    total: int


Pixels = NDArray[np.uint8]


class Pictures(NamedTuple):
    """What reads pictures, handed in from outside.

    read(path): the picture in greys, (h, w) uint8, with no side above `core.data.class_folders.LARGEST_SIDE`,
    and the (h, w) that the file has; DataError where it cannot be read.
    scale(image, (h, w)): the image in that size.
    """

    read: Callable[[Path], tuple[Pixels, tuple[int, int]]]
    scale: Callable[[Pixels, tuple[int, int]], Pixels]
