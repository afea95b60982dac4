"""One flat vector, and named views into it.

A network has two: its parameters and their gradient. An optimizer then works on one vector, a copy of one
array is a snapshot of the network, and `parameters["W1"]` is still the (D, H) array of the book.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, MutableMapping
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

from core import memory

Floats = NDArray[np.floating[Any]]


class Parameters(MutableMapping[str, Floats]):
    """Arrays of the given shapes, laid one after another in `vector`.

    Assigning to a name copies into its view, so that `parameters["W1"] -= step` and
    `parameters["W1"] = other` both keep the vector whole. The names are fixed.
    """

    def __init__(self, shapes: Mapping[str, tuple[int, ...]], dtype: DTypeLike = np.float32) -> None:
        self.slices: dict[str, slice] = {}
        start = 0
        for name, shape in shapes.items():
            self.slices[name] = slice(start, start + math.prod(shape))
            start = self.slices[name].stop
        self.vector: Floats = memory.zeros((start,), dtype)
        self._views = {name: self.vector[part].reshape(shapes[name]) for name, part in self.slices.items()}

    def __getitem__(self, name: str) -> Floats:
        return self._views[name]

    def __setitem__(self, name: str, value: object) -> None:
        view, values = self._views[name], np.asarray(value)
        if values.shape != view.shape:
            raise ValueError(f"{name} has the shape {view.shape}, not {values.shape}")
        view[...] = values

    def __delitem__(self, name: str) -> None:
        raise TypeError(f"{name} is part of the network and cannot be removed")

    def __iter__(self) -> Iterator[str]:
        return iter(self._views)

    def __len__(self) -> int:
        return len(self._views)

    def __repr__(self) -> str:
        return f"Parameters({', '.join(f'{name} {view.shape}' for name, view in self._views.items())})"

    def copies(self) -> dict[str, Floats]:
        """Every array by name, each a copy of its own."""
        return {name: view.copy() for name, view in self._views.items()}
