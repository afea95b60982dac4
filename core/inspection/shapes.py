"""The shapes that data have on their way: what the switches of `load_mnist` make of an image, and what a
network makes of one example and of a batch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.nn.spec import NetworkSpec

FIRST_VALUES = 8

Shape = tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class ArrayFacts:
    """One array: the values themselves, and the shape that the whole set has, with N in front."""

    values: NDArray[Any]
    whole_shape: Shape

    @property
    def shape(self) -> Shape:
        return self.values.shape

    @property
    def dtype(self) -> str:
        return str(self.values.dtype)

    @property
    def first(self) -> tuple[float, ...]:
        """The first values in the order of memory, at most eight."""
        return tuple(self.values.reshape(-1)[:FIRST_VALUES].tolist())

    @property
    def first_ink(self) -> int | None:
        """The place of the first value that is not 0, in the order of memory: an image begins with blanks."""
        places = np.flatnonzero(self.values)
        return int(places[0]) if len(places) else None


@dataclass(frozen=True, slots=True, eq=False)
class Switched:
    """What the three switches give for one image: the image `x` and its label `t`."""

    x: ArrayFacts
    t: ArrayFacts


@dataclass(frozen=True, slots=True)
class PassShapes:
    """What enters or leaves at one place of a network, for one example and for a batch."""

    name: str
    one: Shape
    batch: Shape


def as_load_mnist_gives(
    image: NDArray[np.uint8],
    label: int,
    classes: int,
    examples: int,
    *,
    normalize: bool = True,
    flatten: bool = True,
    one_hot_label: bool = False,
) -> Switched:
    """One image (height, width) of `examples`, as `core.data.load_mnist` would give it (which see)."""
    x: NDArray[Any] = image.astype(np.float32) / np.float32(255) if normalize else image.copy()
    x = x.reshape(-1) if flatten else x.reshape(1, *image.shape)
    small = np.uint8 if classes <= 256 else np.int64
    t: NDArray[Any] = np.eye(classes, dtype=np.float32)[label] if one_hot_label else np.array(label, small)
    return Switched(ArrayFacts(x, (examples, *x.shape)), ArrayFacts(t, (examples, *t.shape)))


def pass_shapes(spec: NetworkSpec, batch: int = 100) -> tuple[PassShapes, ...]:
    """The shapes from the input `x` through every layer: (784,) → (10,) and (100, 784) → (100, 10)."""
    names = ("x", *spec.layer_names)
    return tuple(
        PassShapes(name, (width,), (batch, width)) for name, width in zip(names, spec.widths, strict=True)
    )
