"""The six optimizers, each a few lines over one array of parameters, and `OptimizerSpec`, which names one.

An optimizer takes a gradient and changes the parameters in place. It computes no gradient, knows no network
and adds no weight decay: whoever trains adds λ·W to the gradient of the weights first. In the formulas p are
the parameters, g their gradient, η the learning rate, t the number of this update, counted from 1.

An update that overflows gives inf or NaN, as it should; whether NumPy warns of it is the caller's choice.
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt

from core import memory
from core.errors import ConfigError, ModelFileError, translatable
from core.records import record
from core.words import did_you_mean

Array = npt.NDArray[np.floating[Any]]

BLOCK = 1 << 18  # values
FORGET_EVERY = 256  # updates
FORGET_BELOW = float(np.finfo(np.float32).tiny)


class Optimizer(ABC):
    """One optimizer serves one array of parameters, of any shape and float type, for its whole life.

    `learning_rate` and `momentum` may be changed between updates. What it remembers of the past are
    `buffers`, arrays of the parameters' shape that start at zero and are empty until the first update.
    """

    buffer_names: ClassVar[tuple[str, ...]] = ()
    discounts: ClassVar[Mapping[str, str]] = {}
    """The constant c by which a buffer is discounted, where the buffer is the running mean / (1 − c)."""
    momentum: float = 0.0  # of Momentum and Nesterov; the others leave it alone

    def __init__(self, learning_rate: float) -> None:
        self.learning_rate = learning_rate
        self.updates = 0
        self.buffers: dict[str, Array] = {name: np.empty(0) for name in self.buffer_names}
        self._shape: tuple[int, ...] | None = None
        self._scratch: Array = np.empty(0)

    def update(self, parameters: Array, gradient: Array) -> None:
        """One update, in place. Both arrays have the same shape; the gradient is only read."""
        if self._shape != parameters.shape or self._scratch.dtype != parameters.dtype:
            self._allocate(parameters)
        self.updates += 1
        buffers = self.buffers.values()
        if self._scratch.shape == parameters.shape:
            self._move(parameters, gradient, self._scratch, *buffers)
        else:
            # A rule passes over its arrays several times. Large ones stay in the cache block by block.
            rows = len(self._scratch)
            for start in range(0, len(parameters), rows):
                block = slice(start, start + rows)
                p = parameters[block]
                self._move(
                    p, gradient[block], self._scratch[: len(p)], *(buffer[block] for buffer in buffers)
                )
        if self.updates % FORGET_EVERY == 0:
            self._forget_traces()

    @abstractmethod
    def _move(self, p: Array, g: Array, s: Array, *buffers: Array) -> None:
        """The rule, for one block of the arrays; `buffers` in the order of `buffer_names`. `s` is scratch of
        the same length: what stands in it means nothing before and after."""

    def _allocate(self, parameters: Array) -> None:
        for name, buffer in self.buffers.items():
            if buffer.size and buffer.shape != parameters.shape:
                raise ValueError(f"{name} has shape {buffer.shape}, the parameters {parameters.shape}")
            self.buffers[name] = memory.zeros(parameters.shape, parameters.dtype)
            if buffer.size:
                self.buffers[name][...] = buffer
        self._shape = parameters.shape
        if parameters.size > BLOCK:
            rows = max(BLOCK * len(parameters) // parameters.size, 1)
            self._scratch = memory.empty((rows, *parameters.shape[1:]), parameters.dtype)
        else:
            self._scratch = memory.empty(parameters.shape, parameters.dtype)

    def _forget_traces(self) -> None:
        # A gradient that became exactly zero (a dead unit, a dark pixel) leaves a buffer to decay. Rounding
        # stops the decay just above zero, among the subnormal numbers, which many processors multiply a
        # hundred times slower. Nothing so small can move a parameter.
        for buffer in self.buffers.values():
            buffer[np.abs(buffer) < FORGET_BELOW] = 0.0

    def state(self) -> dict[str, npt.NDArray[Any]]:
        """What a checkpoint needs to go on exactly from here, as copies: `updates`, an integer (), and each
        buffer by name, unless there was no update yet. The settings are not in it."""
        buffers = {name: buffer.copy() for name, buffer in self.buffers.items()} if self.updates else {}
        return {"updates": np.array(self.updates)} | buffers

    def load_state(self, state: Mapping[str, npt.NDArray[Any]]) -> None:
        """Take up a `state()` of the same kind of optimizer; ModelFileError if it is another's."""
        fresh = "updates" in state and not state["updates"]
        for name in ("updates",) if fresh else ("updates", *self.buffer_names):
            if name not in state:
                raise ModelFileError(
                    translatable(
                        "errors",
                        "The saved state of the optimizer lacks {name}. "
                        "Choose the optimizer with which it was saved, or start anew from the saved weights.",
                    ),
                    name=name,
                )
        self.updates = int(state["updates"])
        self.buffers = {name: np.array(state.get(name, ())) for name in self.buffer_names}
        self._shape = None

    def take_over(self, other: Optimizer) -> None:
        """Go on from where another of the same kind stands, with the constants of this one: the running means
        stay what they are. With equal constants nothing is rounded."""
        state = other.state()
        for name, constant in self.discounts.items():
            if name in state:
                state[name] = state[name] * ((1 - getattr(other, constant)) / (1 - getattr(self, constant)))
        self.load_state(state)


class SGD(Optimizer):
    """Stochastic gradient descent: p ← p − η·g."""

    def _move(self, p: Array, g: Array, s: Array, *_: Array) -> None:
        np.multiply(g, self.learning_rate, out=s)
        p -= s


class Momentum(Optimizer):
    """A ball with friction: v ← m·v + g, p ← p − η·v (Polyak 1964, in PyTorch's form).

    The book's v is −η times this one: the path is the same as long as the rate does not change.
    """

    buffer_names = ("velocity",)

    def __init__(self, learning_rate: float, momentum: float = 0.9) -> None:
        super().__init__(learning_rate)
        self.momentum = momentum

    def _move(self, p: Array, g: Array, s: Array, *buffers: Array) -> None:
        (v,) = buffers
        v *= self.momentum
        v += g
        np.multiply(v, self.learning_rate, out=s)
        p -= s


class Nesterov(Momentum):
    """Momentum that looks one update ahead: v ← m·v + g, p ← p − η·(g + m·v) (Sutskever et al. 2013)."""

    def _move(self, p: Array, g: Array, s: Array, *buffers: Array) -> None:
        (v,) = buffers
        v *= self.momentum
        v += g
        np.multiply(v, self.momentum, out=s)
        s += g
        s *= self.learning_rate
        p -= s


class AdaGrad(Optimizer):
    """A rate for each parameter, which only falls: h ← h + g², p ← p − η·g / (√h + ε) (Duchi et al. 2011).

    ε is 1e−10 in PyTorch, 1e−7 in the book.
    """

    buffer_names = ("square_sum",)

    def __init__(self, learning_rate: float, epsilon: float = 1e-10) -> None:
        super().__init__(learning_rate)
        self.epsilon = epsilon

    def _move(self, p: Array, g: Array, s: Array, *buffers: Array) -> None:
        (h,) = buffers
        np.multiply(g, g, out=s)
        h += s
        np.sqrt(h, out=s)
        s += self.epsilon
        np.divide(g, s, out=s)
        s *= self.learning_rate
        p -= s


class RMSProp(Optimizer):
    """AdaGrad that forgets: h ← α·h + (1 − α)·g², p ← p − η·g / (√h + ε) (Hinton 2012).

    The buffer is h / (1 − α), a plain discounted sum, so that one pass over the array is saved.
    """

    buffer_names = ("square_sum",)
    discounts: ClassVar[Mapping[str, str]] = {"square_sum": "alpha"}

    def __init__(self, learning_rate: float, alpha: float = 0.99, epsilon: float = 1e-8) -> None:
        super().__init__(learning_rate)
        self.alpha = alpha
        self.epsilon = epsilon

    def _move(self, p: Array, g: Array, s: Array, *buffers: Array) -> None:
        (h,) = buffers
        scale = math.sqrt(1 - self.alpha)
        h *= self.alpha
        np.multiply(g, g, out=s)
        h += s
        np.sqrt(h, out=s)
        s += self.epsilon / scale
        np.divide(g, s, out=s)
        s *= self.learning_rate / scale
        p -= s


class Adam(Optimizer):
    """Momentum and RMSProp, both corrected for having started at zero (Kingma and Ba 2015):

    m ← β₁·m + (1 − β₁)·g,   v ← β₂·v + (1 − β₂)·g²,
    p ← p − η · m/(1 − β₁ᵗ) / (√(v/(1 − β₂ᵗ)) + ε).

    With `fold_bias_correction` both corrections go into the rate, as in the book and at the end of section 2
    of the paper: p ← p − η·√(1 − β₂ᵗ)/(1 − β₁ᵗ) · m / (√v + ε). The two differ only in what ε is added to.

    The buffers are m / (1 − β₁) and v / (1 − β₂), plain discounted sums: the constants that are left out are
    put into the rate and into ε, and each saves one pass over the array.
    """

    buffer_names = ("gradient_sum", "square_sum")
    discounts: ClassVar[Mapping[str, str]] = {"gradient_sum": "beta1", "square_sum": "beta2"}

    def __init__(
        self,
        learning_rate: float,
        beta1: float = 0.9,
        beta2: float = 0.999,
        epsilon: float = 1e-8,
        fold_bias_correction: bool = False,
    ) -> None:
        super().__init__(learning_rate)
        self.beta1 = beta1
        self.beta2 = beta2
        self.epsilon = epsilon
        self.fold_bias_correction = fold_bias_correction

    def _move(self, p: Array, g: Array, s: Array, *buffers: Array) -> None:
        m, v = buffers
        scale = math.sqrt(1 - self.beta2)
        correction = math.sqrt(1 - self.beta2**self.updates)
        epsilon = self.epsilon if self.fold_bias_correction else self.epsilon * correction
        rate = self.learning_rate * (1 - self.beta1) / (1 - self.beta1**self.updates) * correction

        m *= self.beta1
        m += g
        v *= self.beta2
        np.multiply(g, g, out=s)
        v += s
        np.sqrt(v, out=s)
        s += epsilon / scale
        np.divide(m, s, out=s)
        s *= rate / scale
        p -= s


USED_SETTINGS: Mapping[str, tuple[str, ...]] = {
    "sgd": ("learning_rate",),
    "momentum": ("learning_rate", "momentum"),
    "nesterov": ("learning_rate", "momentum"),
    "adagrad": ("learning_rate", "epsilon"),
    "rmsprop": ("learning_rate", "alpha", "epsilon"),
    "adam": ("learning_rate", "beta1", "beta2", "epsilon", "fold_bias_correction"),
}
"""The kinds of optimizer by their word, in the order in which a person is offered them, each with the fields
of `OptimizerSpec` that count for it."""

USUAL_RATES: Mapping[str, float] = {
    "sgd": 0.1,
    "momentum": 0.01,
    "nesterov": 0.01,
    "adagrad": 0.01,
    "rmsprop": 0.001,
    "adam": 0.001,
}
"""The learning rate to begin with, for each kind: one that trains the networks of the book."""


def smaller_rate(kind: str, learning_rate: float) -> float:
    """What to try where a training with this rate diverged: a tenth of it, and not above the usual one."""
    return min(learning_rate / 10, USUAL_RATES[kind])


@dataclass(frozen=True, slots=True)
class OptimizerSpec:
    """Which optimizer, and its constants: PyTorch's, unless told otherwise. Only the fields in
    `USED_SETTINGS[kind]` count. `epsilon` None is 1e−10 for AdaGrad, 1e−8 for RMSProp and Adam."""

    kind: str = "sgd"
    learning_rate: float = 0.1
    momentum: float = 0.9
    beta1: float = 0.9
    beta2: float = 0.999
    alpha: float = 0.99
    epsilon: float | None = None
    fold_bias_correction: bool = False

    def problems(self) -> tuple[ConfigError, ...]:
        """What keeps this optimizer from being built, one error a field; an unknown kind is that of the field
        `optimizer`."""
        if self.kind not in USED_SETTINGS:
            template = translatable("errors", "Unknown optimizer: “{word}”.{hint}")
            hint = did_you_mean(self.kind, USED_SETTINGS)
            return (ConfigError(template, field="optimizer", word=self.kind, hint=hint),)
        checks = (
            ("learning_rate", 0 < self.learning_rate < math.inf, _RATE),
            ("momentum", 0 <= self.momentum < 1, _MOMENTUM),
            ("beta1", 0 <= self.beta1 < 1, _BETA1),
            ("beta2", 0 <= self.beta2 < 1, _BETA2),
            ("alpha", 0 <= self.alpha < 1, _ALPHA),
            ("epsilon", self.epsilon is None or 0 < self.epsilon < math.inf, _EPSILON),
        )
        return tuple(
            ConfigError(template, field=name, value=getattr(self, name))
            for name, sound, template in checks
            if name in USED_SETTINGS[self.kind] and not sound
        )

    def build(self) -> Optimizer:
        """A fresh optimizer. Where there are problems, the first is raised."""
        for problem in self.problems():
            raise problem
        kinds: dict[str, type[Optimizer]] = {
            "sgd": SGD,
            "momentum": Momentum,
            "nesterov": Nesterov,
            "adagrad": AdaGrad,
            "rmsprop": RMSProp,
            "adam": Adam,
        }
        settings = {name: getattr(self, name) for name in USED_SETTINGS[self.kind]}
        if self.epsilon is None:
            settings.pop("epsilon", None)  # the optimizer's own
        return kinds[self.kind](**settings)

    def to_dict(self) -> dict[str, object]:
        return asdict(self)

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> OptimizerSpec:
        """The spec of `to_dict`; what is missing keeps its default. An unknown name, or a value
        of another type, is a TypeError."""
        return record(cls, values)


_RATE = translatable("errors", "The learning rate is {value}; it must be a number above 0, such as 0.1.")
_MOMENTUM = translatable("errors", "Momentum is {value}; it must be 0 or more and less than 1, such as 0.9.")
_BETA1 = translatable("errors", "Beta 1 is {value}; it must be 0 or more and less than 1, such as 0.9.")
_BETA2 = translatable("errors", "Beta 2 is {value}; it must be 0 or more and less than 1, such as 0.999.")
_ALPHA = translatable("errors", "Alpha is {value}; it must be 0 or more and less than 1, such as 0.99.")
_EPSILON = translatable("errors", "Epsilon is {value}; it must be a number above 0, such as 1e-8.")
