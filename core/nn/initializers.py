"""The initial weights of an Affine layer: how they are drawn, and from what width of the normal distribution.

Biases start at 0 and are not here. The random generator is always passed in, and every kind takes the same
draws from it: with one seed, two networks of the same shapes start from the same picture, only scaled.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from core.errors import SpecError, translatable
from core.records import record
from core.words import did_you_mean

INITIALIZERS = ("normal", "xavier", "glorot", "he", "zeros", "given")
"""The kinds of initial weights by their word, in the order in which a person is offered them."""

LARGEST_WEIGHT = 1e30
"""float32 ends at 3.4e38; a draw may be several σ wide."""


@dataclass(frozen=True, slots=True)
class InitializerSpec:
    """How initial weights are drawn. `sigma` counts for `normal`; `values`, rows of numbers, for `given`."""

    kind: str = "normal"
    sigma: float = 0.01
    values: tuple[tuple[float, ...], ...] | None = None

    @classmethod
    def given(cls, weights: npt.ArrayLike) -> InitializerSpec:
        """Just these weights, (D, H)."""
        array = np.asarray(weights, dtype=np.float64)
        return cls("given", values=tuple(tuple(row) for row in array.tolist()))

    @property
    def shape(self) -> tuple[int, int]:
        """(D, H) of given weights; (0, 0) where none are given."""
        return (len(self.values), len(self.values[0])) if self.values else (0, 0)

    def std(self, n_in: int, n_out: int) -> float:
        """The standard deviation of the weights of a layer with D = `n_in` and H = `n_out`.

        normal: σ. xavier: √(1/D), as in the book. glorot: √(2/(D + H)), the normal form of Glorot and
        Bengio 2010. he: √(2/D), He et al. 2015. zeros: 0. given: that of the values themselves.
        """
        match self.kind:
            case "normal":
                return self.sigma
            case "xavier":
                return math.sqrt(1 / n_in)
            case "glorot":
                return math.sqrt(2 / (n_in + n_out))
            case "he":
                return math.sqrt(2 / n_in)
            case "given":
                return float(np.std(self.values or 0.0))
        return 0.0

    def sample(
        self, rng: np.random.Generator, n_in: int, n_out: int, dtype: npt.DTypeLike = np.float32
    ) -> npt.NDArray[np.floating[Any]]:
        """Initial weights, (D, H). SpecError for given weights of another shape."""
        for problem in self.problems():
            raise problem
        # Always float64 and always D·H draws: float32 and float64 networks of one seed agree, and a layer
        # that begins otherwise leaves the draws of the layers after it as they were.
        weights = rng.standard_normal((n_in, n_out))
        if self.kind == "given":
            if self.shape != (n_in, n_out):
                template = translatable(
                    "errors",
                    "The given weights are {given}, but the layer needs {needed}: "
                    "a row for each input, a column for each unit.",
                )
                raise SpecError(template, given=_times(self.shape), needed=_times((n_in, n_out)))
            weights[...] = self.values
        else:
            weights *= self.std(n_in, n_out)
        return weights.astype(dtype, copy=False)

    def problems(self) -> tuple[SpecError, ...]:
        """What keeps these weights from being drawn. The row and the field are for the caller to add."""
        if self.kind not in INITIALIZERS:
            template = translatable("errors", "Unknown kind of initial weights: “{word}”.{hint}")
            return (SpecError(template, word=self.kind, hint=did_you_mean(self.kind, INITIALIZERS)),)
        if self.kind == "normal" and not 0 < self.sigma <= LARGEST_WEIGHT:
            template = translatable(
                "errors",
                "The initial weights have the standard deviation {value}; it must be a number above 0, "
                "such as 0.01. For weights of 0, choose Zeros.",
            )
            return (SpecError(template, value=self.sigma),)
        if self.kind == "given" and not _is_table(self.values):
            template = translatable(
                "errors", "The given weights must be rows of finite numbers, all rows of the same length."
            )
            return (SpecError(template),)
        return ()

    def to_dict(self) -> dict[str, object]:
        return asdict(self)

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> InitializerSpec:
        """The spec of `to_dict`, also after JSON made lists of its tuples; what is missing keeps its
        default. An unknown name, or a value of another type, is a TypeError."""
        rows = values.get("values")
        if rows is not None:
            values = {**values, "values": tuple(tuple(map(float, row)) for row in rows)}
        return record(cls, values)


def _is_table(rows: tuple[tuple[float, ...], ...] | None) -> bool:
    if not rows or not rows[0]:
        return False
    return all(
        len(row) == len(rows[0]) and all(abs(value) <= LARGEST_WEIGHT for value in row) for row in rows
    )


def _times(shape: tuple[int, int]) -> str:
    return f"{shape[0]}×{shape[1]}"
