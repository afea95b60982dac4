"""What a training learns from: inputs and targets as two arrays, for training and for testing.

Pixels stay bytes: 60,000 images of MNIST are 47 MB as uint8 and would be 188 MB as float32. They become
floats a batch at a time (`gather`) or a slice at a time (`floats`). Where the arrays come from, and in which
order they are drawn, is not known here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import DTypeLike, NDArray

from core.data.reading import Finding

PIXEL_SCALE = 1 / 255

Preparation = Literal["digits", "plain"]
"""How any picture is made into an image like those of a set: as the makers of MNIST prepared their digits, or
plainly, by its greys and its size alone."""

PREPARATIONS: tuple[Preparation, ...] = get_args(Preparation)


@dataclass(frozen=True, slots=True, eq=False)
class Split:
    """Inputs and their targets, both read-only.

    x: (N, D) uint8 pixels, which mean 0 to 1 in steps of 1/255, or floats, which are taken as they are.
    t: (N,) intp labels 0 to C - 1, or (N, C) float targets of a regression.
    """

    x: NDArray[Any]
    t: NDArray[Any]

    def __post_init__(self) -> None:
        if self.x.ndim != 2 or len(self.x) != len(self.t):
            raise ValueError(f"x {self.x.shape} and t {self.t.shape} are not (N, D) and N targets")
        for name, array in (("x", self.x), ("t", self.t)):
            view = np.ascontiguousarray(array).view()
            view.flags.writeable = False
            object.__setattr__(self, name, view)

    def __len__(self) -> int:
        return len(self.x)

    @property
    def scale(self) -> float:
        """What a stored value is multiplied by to become an input: 1/255 for uint8, 1 otherwise."""
        return PIXEL_SCALE if self.x.dtype == np.uint8 else 1.0

    def gather(
        self, index: NDArray[np.intp], out: NDArray[np.floating[Any]], scratch: NDArray[Any] | None = None
    ) -> None:
        """out = x[index] · scale, rounded in the type of `out`.

        index: (B,), out: (B, D) floats, scratch: (B, D) of the type of x; without it one is made anew.
        Raises IndexError for an index outside 0 … N - 1.
        """
        # The default mode of take checks each index but goes through a copy of the batch, which takes half
        # as long again. Unsigned, a negative index is a huge one, so one maximum checks both ends.
        unsigned = index.view(np.uintp)
        if unsigned[unsigned.argmax()] >= len(self.x):
            raise IndexError(f"an index is outside 0 … {len(self.x) - 1}")
        if out.dtype == self.x.dtype:
            self.x.take(index, axis=0, out=out, mode="clip")
            return
        # Copying and then multiplying in place is a fifth faster than one multiplication that converts.
        np.copyto(out, self.x.take(index, axis=0, out=scratch, mode="clip"))
        if self.scale != 1.0:
            np.multiply(out, self.scale, out=out)

    def floats(self, start: int, stop: int, dtype: DTypeLike = np.float32) -> NDArray[np.floating[Any]]:
        """x[start:stop] · scale: (n, D), fresh. Slices of some hundred rows are the fastest."""
        values: NDArray[np.floating[Any]] = self.x[start:stop].astype(dtype)
        if self.scale != 1.0:
            values *= self.scale
        return values


@dataclass(frozen=True, slots=True, eq=False)
class DataSet:
    """A data set by name.

    name: what `open_data_set` opens again. title: for a person (English; context "data sets" of the
    translation, unless the set is a folder). classes: C, the number of outputs. image_shape: (height, width)
    of inputs that are images. class_names: C of them, none for a regression. findings: what was done when it
    was read, and what is odd about it. preparation: of pictures that are to look like its images.
    """

    name: str
    title: str
    train: Split
    test: Split | None
    classes: int
    image_shape: tuple[int, int] | None = None
    class_names: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    preparation: Preparation = "plain"

    @property
    def input_size(self) -> int:
        """D"""
        return int(self.train.x.shape[1])

    @property
    def is_classification(self) -> bool:
        """Targets are labels, and not numbers to come near to."""
        return self.train.t.ndim == 1
