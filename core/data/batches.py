"""Which examples make the next batch: streams of row numbers, drawn at random or by shuffled epochs.

Every batch has the same size, so that the buffers of a training fit all of them. A stream knows only how many
examples there are; `Split.gather` fetches them. All its chance comes from the generator that it is given.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.errors import ConfigError, translatable


class Batches(ABC):
    """A stream of batches of B of N examples, without end. Raises ConfigError, field `batch_size`, if B < 1
    or B > N.

    An epoch is over when fewer than B of its N examples are left: after N // B batches, as in the book.
    `epoch` counts those that are over, and `drawn` the examples of the present one that have been drawn,
    which is 0 between two epochs. With these two and `generator_state()` another stream goes on from here.
    """

    def __init__(
        self, size: int, batch_size: int, rng: np.random.Generator, epoch: int = 0, drawn: int = 0
    ) -> None:
        _require_fit(size, batch_size)
        self.iterations_per_epoch = size // batch_size
        self.rng = rng
        is_over = drawn + batch_size > size
        self.epoch = epoch + is_over
        self.drawn = 0 if is_over else drawn
        self._size = size
        self._batch_size = batch_size
        self._drawn_before = self.drawn

    @property
    def position(self) -> float:
        """The epochs drawn so far: a whole number between two of them."""
        whole = self.iterations_per_epoch * self._batch_size
        return (self.epoch * whole + self.drawn) / whole

    def iterations_until(self, epoch: int) -> int:
        """How many batches it takes until `epoch` epochs are over; below 0 if more are over already."""
        left = (self._size - self.drawn) // self._batch_size
        return left + (epoch - self.epoch - 1) * self.iterations_per_epoch

    @abstractmethod
    def draw(self) -> NDArray[np.intp]:
        """The next batch, (B,) row numbers, valid until the next call."""

    def undo(self) -> None:
        """Put the last batch back, once: the next one is the same again."""
        if not self.drawn:
            self.epoch -= 1
        self.drawn = self._drawn_before

    def generator_state(self) -> Mapping[str, Any]:
        """The state of the generator from which the rest of the epoch can be drawn again, as plain values."""
        return self.rng.bit_generator.state

    def _count(self) -> None:
        """One batch more has been drawn."""
        self._drawn_before = self.drawn
        self.drawn += self._batch_size
        if self.drawn + self._batch_size > self._size:
            self.drawn = 0
            self.epoch += 1


class RandomBatches(Batches):
    """Each example drawn from all of them, with replacement, as the book does with np.random.choice: an epoch
    draws as many examples as there are, though not each of them once."""

    def __init__(
        self, size: int, batch_size: int, rng: np.random.Generator, epoch: int = 0, drawn: int = 0
    ) -> None:
        super().__init__(size, batch_size, rng, epoch, drawn)
        self._uniform = np.empty(batch_size)
        self._index = np.empty(batch_size, np.intp)

    def draw(self) -> NDArray[np.intp]:
        """floor(u · N), u uniform in [0, 1): half the time of `Generator.integers`; u · N stays below N."""
        self._count()
        self.rng.random(out=self._uniform)
        return np.multiply(self._uniform, self._size, out=self._index, casting="unsafe")

    def undo(self) -> None:
        super().undo()
        # One number for each example, and as many back as forward round the period of PCG64, which every
        # generator of the program is.
        self.rng.bit_generator.advance(2**128 - self._batch_size)  # type: ignore[attr-defined]


class ShuffledEpochs(Batches):
    """Every example at most once an epoch, in a new random order each epoch.

    The N % B examples at the end of an epoch's order, too few for a whole batch, are left out of that epoch;
    in the next one they are others. An order depends on the generator's state alone, not on the last order,
    so that the state before it stands for the whole order. A stream that begins inside an epoch draws the
    order from the generator as it is, and leaves out what was `drawn` of it.
    """

    def __init__(
        self, size: int, batch_size: int, rng: np.random.Generator, epoch: int = 0, drawn: int = 0
    ) -> None:
        if drawn:
            self._shuffle(size, rng)
        super().__init__(size, batch_size, rng, epoch, drawn)

    def draw(self) -> NDArray[np.intp]:
        start = self.drawn
        if not start:
            self._shuffle(self._size, self.rng)
        self._count()
        return self._order[start : start + self._batch_size]

    def undo(self) -> None:
        super().undo()
        if not self.drawn:
            self.rng.bit_generator.state = self._before_order

    def generator_state(self) -> Mapping[str, Any]:
        return self._before_order if self.drawn else super().generator_state()

    def _shuffle(self, size: int, rng: np.random.Generator) -> None:
        self._before_order = rng.bit_generator.state
        self._order = rng.permutation(size)


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
