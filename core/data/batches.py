"""Which examples make the next batch: streams of row numbers, drawn at random or by shuffled epochs.

Every batch has the same size, so that the buffers of a training fit all of them. A stream knows only how many
examples there are; `Split.gather` fetches them. All its chance comes from the generator that it is given.
"""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.errors import ConfigError, translatable


class Batches(Protocol):
    """A stream of batches without end. `rng` is the generator that it was given."""

    iterations_per_epoch: int
    rng: np.random.Generator

    def draw(self) -> NDArray[np.intp]:
        """The next batch, (B,) row numbers, valid until the next call."""
        ...


class RandomBatches:
    """Each example drawn from all of them, with replacement, as the book does with np.random.choice.

    An epoch is max(N // B, 1) batches: as many examples as there are, though not each of them once.
    Raises ConfigError, field `batch_size`, if B < 1 or B > N.
    """

    def __init__(self, size: int, batch_size: int, rng: np.random.Generator) -> None:
        _require_fit(size, batch_size)
        self.iterations_per_epoch = max(size // batch_size, 1)
        self._size = size
        self.rng = rng
        self._uniform = np.empty(batch_size)
        self._index = np.empty(batch_size, np.intp)

    def draw(self) -> NDArray[np.intp]:
        """floor(u · N), u uniform in [0, 1): half the time of `Generator.integers`; u · N stays below N."""
        self.rng.random(out=self._uniform)
        return np.multiply(self._uniform, self._size, out=self._index, casting="unsafe")


class ShuffledEpochs:
    """Every example at most once an epoch, in a fresh random order each epoch.

    The N % B examples at the end of an epoch's order, too few for a whole batch, are left out of that epoch;
    in the next one they are others. An order depends on the generator's state alone, not on the last order.
    Raises ConfigError, field `batch_size`, if B < 1 or B > N.
    """

    def __init__(self, size: int, batch_size: int, rng: np.random.Generator) -> None:
        _require_fit(size, batch_size)
        self.iterations_per_epoch = max(size // batch_size, 1)
        self._size = size
        self._batch_size = batch_size
        self.rng = rng
        self._order = np.empty(0, np.intp)
        self._drawn = 0

    def draw(self) -> NDArray[np.intp]:
        if self._drawn + self._batch_size > len(self._order):
            self._order = self.rng.permutation(self._size)
            self._drawn = 0
        start = self._drawn
        self._drawn += self._batch_size
        return self._order[start : self._drawn]


def _require_fit(size: int, batch_size: int) -> None:
    """The same sentences as a configuration that is checked before a training."""
    if batch_size < 1:
        sentence = translatable("errors", "A batch needs at least 1 example.")
    elif batch_size > size:
        sentence = translatable(
            "errors", "The batch of {batch} is larger than the data ({examples} examples): make it smaller."
        )
    else:
        return
    raise ConfigError(sentence, field="batch_size", batch=batch_size, examples=size)
