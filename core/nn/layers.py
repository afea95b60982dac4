"""The layers between input and loss: Affine, the activations, Dropout, batch normalization.

Each layer has two passes forward. `predict` records nothing and changes nothing: it may run on any thread.
`forward` is for one batch of training: it keeps what `backward` needs, in arrays that the next batch
overwrites. Both give the same numbers where dropout and batch normalization are in inference mode. `backward`
takes ∂L/∂y and gives ∂L/∂x; a layer with parameters also writes their gradient into its views. All arrays are
(N, D): N examples, D values each. What a kind is called, and how it is set and built, is in the table of
layers (`core.nn.layer_kinds`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import DTypeLike, NDArray

from core.errors import GradientError, translatable
from core.nn.buffers import Buffers
from core.nn.initializers import InitializerSpec
from core.nn.parameters import Floats


@dataclass(frozen=True, slots=True, eq=False)
class Views:
    """What a network hands to a layer, by the layer's own names: its places in the vector of parameters, in
    that of their gradients, and in what is kept but not trained; and the generator that all layers share."""

    params: Mapping[str, Floats]
    grads: Mapping[str, Floats]
    state: Mapping[str, Floats]
    rng: np.random.Generator
    dtype: DTypeLike


class Layer:
    """x: (N, D) → y: (N, H). Layers without parameters keep H = D.

    kinks: the x at which y has no derivative. bounds: what y comes near to at both ends, its slope near 0.
    switches_off: y is exactly 0 where a unit is off, so that one may be dead. weights: each array of weights,
    not of biases and the like, with that of its gradient.
    """

    kinks: ClassVar[tuple[float, ...]] = ()
    bounds: ClassVar[tuple[float, float] | None] = None
    switches_off: ClassVar[bool] = False
    weights: tuple[tuple[Floats, Floats], ...] = ()

    def __init__(self, dtype: DTypeLike = np.float32) -> None:
        self._buffers = Buffers(dtype)

    def initialize(self, init: InitializerSpec, rng: np.random.Generator) -> None:
        """The initial values of what it owns: weights as `init` draws them, biases and shifts 0, scales 1."""

    def predict(self, x: Floats) -> Floats:
        """y, in inference mode: nothing is kept."""
        raise NotImplementedError

    def forward(self, x: Floats) -> Floats:
        """y, in training mode: keeps what `backward` needs. y is valid until the next call."""
        raise NotImplementedError

    def backward(self, dy: Floats) -> Floats:
        """∂L/∂x from ∂L/∂y, both in the shape of their array. May overwrite `dy`."""
        raise NotImplementedError

    def backward_parameters(self, dy: Floats) -> None:
        """The gradient of the parameters alone: enough for the first layer that has any."""

    def constants(self, shape: tuple[int, int], rng: np.random.Generator) -> Mapping[str, Floats | float]:
        """What its formula in the graph needs beside x, of this shape, and its parameters, by name."""
        return {}


class Affine(Layer):
    """y = x·W + b. x: (N, D), W: (D, H), b: (H,) → y: (N, H). `b` is None for a layer without bias.

    Backward: ∂L/∂x = ∂L/∂y · Wᵀ,  ∂L/∂W = xᵀ · ∂L/∂y,  ∂L/∂b = Σ over the batch of ∂L/∂y.
    """

    def __init__(self, W: Floats, b: Floats | None, dW: Floats, db: Floats | None) -> None:
        super().__init__(W.dtype)
        self.W, self.b, self.dW, self.db = W, b, dW, db
        self.weights = ((W, dW),)

    def initialize(self, init: InitializerSpec, rng: np.random.Generator) -> None:
        n_in, n_out = self.W.shape
        self.W[...] = init.sample(rng, n_in, n_out, self.W.dtype)
        if self.b is not None:
            self.b[...] = 0.0

    def predict(self, x: Floats) -> Floats:
        y = x @ self.W
        if self.b is not None:
            y += self.b
        return y

    def forward(self, x: Floats) -> Floats:
        self._x = x
        y = np.matmul(x, self.W, out=self._buffers.get("y", (len(x), self.W.shape[1])))
        if self.b is not None:
            y += self.b
        return y

    def backward(self, dy: Floats) -> Floats:
        self.backward_parameters(dy)
        return np.matmul(dy, self.W.T, out=self._buffers.get("dx", self._x.shape))

    def backward_parameters(self, dy: Floats) -> None:
        np.matmul(self._x.T, dy, out=self.dW)
        if self.db is not None:
            np.matmul(self._buffers.ones(len(dy)), dy, out=self.db)


class Activation(Layer):
    """y = h(x), each value by itself."""

    def _apply(self, x: Floats, out: Floats) -> Floats:
        raise NotImplementedError

    def predict(self, x: Floats) -> Floats:
        return self._apply(x, np.empty_like(x))

    def forward(self, x: Floats) -> Floats:
        self._y = self._apply(x, self._buffers.get("y", x.shape))
        return self._y


class ReLU(Activation):
    """y = max(x, 0). Backward: ∂L/∂x = ∂L/∂y where x > 0, else 0 (also at x = 0)."""

    kinks = (0.0,)
    switches_off = True

    def _apply(self, x: Floats, out: Floats) -> Floats:
        return np.maximum(x, 0.0, out=out)

    def backward(self, dy: Floats) -> Floats:
        on = np.greater(self._y, 0.0, out=self._buffers.get("on", dy.shape, bool))
        return np.multiply(dy, on, out=dy)


class LeakyReLU(Activation):
    """y = x where x > 0, else slope · x. Backward: ∂L/∂y · (1 or slope; slope at x = 0)."""

    kinks = (0.0,)

    def __init__(self, slope: float = 0.01, dtype: DTypeLike = np.float32) -> None:
        super().__init__(dtype)
        self.slope = slope

    def _factor(self, x: Floats) -> Floats:
        """1 where x > 0, else the slope."""
        return np.where(x > 0.0, x.dtype.type(1.0), x.dtype.type(self.slope))

    def _apply(self, x: Floats, out: Floats) -> Floats:
        return np.multiply(x, self._factor(x), out=out)

    def forward(self, x: Floats) -> Floats:
        self._x = x
        return super().forward(x)

    def backward(self, dy: Floats) -> Floats:
        return np.multiply(dy, self._factor(self._x), out=dy)


class Sigmoid(Activation):
    """y = 1 / (1 + exp(−x)). Backward: ∂L/∂x = ∂L/∂y · y · (1 − y)."""

    bounds = (0.0, 1.0)

    def _apply(self, x: Floats, out: Floats) -> Floats:
        return sigmoid(x, out)

    def backward(self, dy: Floats) -> Floats:
        slope = np.subtract(1.0, self._y, out=self._buffers.get("slope", dy.shape))
        slope *= self._y
        dy *= slope
        return dy


class Tanh(Activation):
    """y = tanh x. Backward: ∂L/∂x = ∂L/∂y · (1 − y²)."""

    bounds = (-1.0, 1.0)

    def _apply(self, x: Floats, out: Floats) -> Floats:
        return np.tanh(x, out=out)

    def backward(self, dy: Floats) -> Floats:
        slope = np.multiply(self._y, self._y, out=self._buffers.get("slope", dy.shape))
        np.subtract(1.0, slope, out=slope)
        dy *= slope
        return dy


class Identity(Activation):
    """y = x. Backward: ∂L/∂x = ∂L/∂y."""

    def _apply(self, x: Floats, out: Floats) -> Floats:
        np.copyto(out, x)
        return out

    def backward(self, dy: Floats) -> Floats:
        return dy


class Step(Activation):
    """y = 1 where x > 0, else 0: the perceptron's. It has no useful gradient, and says so."""

    kinks = (0.0,)
    switches_off = True

    def _apply(self, x: Floats, out: Floats) -> Floats:
        out[...] = x > 0.0
        return out

    def backward(self, dy: Floats) -> Floats:
        template = translatable(
            "errors",
            "Step has no gradient to send back: its slope is 0 everywhere but at 0, where it has none. "
            "Sigmoid is its smooth relative.",
        )
        raise GradientError(template)


class Dropout(Layer):
    """y = x · mask / (1 − rate); each mask value is 0 with probability `rate`, else 1. Inference: y = x.

    This is inverted dropout: dividing while training keeps the expected value, so that inference needs no
    factor. Backward: ∂L/∂x = ∂L/∂y · mask / (1 − rate). With `frozen` the last mask is kept, which a
    comparison with differences needs.
    """

    def __init__(self, rate: float, rng: np.random.Generator, dtype: DTypeLike = np.float32) -> None:
        super().__init__(dtype)
        self.rate = rate
        self.rng = rng
        self.frozen = False
        self._mask: NDArray[Any] = np.empty((0, 0), dtype)

    def predict(self, x: Floats) -> Floats:
        return x

    def forward(self, x: Floats) -> Floats:
        if not (self.frozen and self._mask.shape == x.shape):
            self._mask = self._draw(x.shape)
        return np.multiply(x, self._mask, out=self._buffers.get("y", x.shape))

    def _draw(self, shape: tuple[int, ...]) -> Floats:
        # Two bytes of chance for each unit: cheaper than a float, and the rate is exact to 1/65,536.
        noise = self.rng.integers(0, 1 << 16, shape, np.uint16)
        keep = np.greater_equal(
            noise, round(self.rate * (1 << 16)), out=self._buffers.get("keep", shape, bool)
        )
        mask = self._buffers.get("mask", shape)
        return np.multiply(keep, mask.dtype.type(1.0 / (1.0 - self.rate)), out=mask)

    def backward(self, dy: Floats) -> Floats:
        dy *= self._mask
        return dy

    def constants(self, shape: tuple[int, int], rng: np.random.Generator) -> Mapping[str, Floats | float]:
        # A dropout layer shows its mask when it is given ones.
        return {"mask": Dropout(self.rate, rng, np.float64).forward(np.ones(shape))}


class BatchNormalization(Layer):
    """y = γ · x̂ + β, x̂ = (x − μ) / √(σ² + ε), with mean μ and variance σ² of each column of the batch.

    γ, β: (D,). Inference takes running averages of μ and σ² in place of the batch's: after each batch,
    running ← (1 − momentum) · running + momentum · batch, with the unbiased variance (PyTorch's conventions
    and constants). Backward, with g = ∂L/∂x̂ = ∂L/∂y · γ:
    ∂L/∂x = (g − mean(g) − x̂ · mean(g · x̂)) / √(σ² + ε).  Source: Ioffe and Szegedy, 2015.
    """

    def __init__(
        self,
        gamma: Floats,
        beta: Floats,
        dgamma: Floats,
        dbeta: Floats,
        running_mean: Floats,
        running_var: Floats,
        momentum: float = 0.1,
        epsilon: float = 1e-5,
    ) -> None:
        super().__init__(gamma.dtype)
        self.gamma, self.beta, self.dgamma, self.dbeta = gamma, beta, dgamma, dbeta
        self.running_mean, self.running_var = running_mean, running_var
        self.momentum = momentum
        self.epsilon = epsilon

    def initialize(self, init: InitializerSpec, rng: np.random.Generator) -> None:
        self.gamma[...] = self.running_var[...] = 1.0
        self.beta[...] = self.running_mean[...] = 0.0

    def predict(self, x: Floats) -> Floats:
        scale = self.gamma / np.sqrt(self.running_var + self.epsilon)
        return (x - self.running_mean) * scale + self.beta

    def forward(self, x: Floats) -> Floats:
        n = len(x)
        ones = self._buffers.ones(n)
        mean = ones @ x / n
        xhat = np.subtract(x, mean, out=self._buffers.get("xhat", x.shape))
        y = np.multiply(xhat, xhat, out=self._buffers.get("y", x.shape))
        variance = ones @ y / n
        self._one_over_std = 1.0 / np.sqrt(variance + self.epsilon)
        xhat *= self._one_over_std
        self._xhat = xhat
        unbiased = variance * (n / max(n - 1, 1))
        self.running_mean += self.momentum * (mean - self.running_mean)
        self.running_var += self.momentum * (unbiased - self.running_var)
        np.multiply(xhat, self.gamma, out=y)
        y += self.beta
        return y

    def backward(self, dy: Floats) -> Floats:
        self.backward_parameters(dy)
        n = len(dy)
        # mean(g) = γ · ∂L/∂β / N and mean(g · x̂) = γ · ∂L/∂γ / N, so the sums are at hand already.
        dx = np.multiply(self._xhat, self.dgamma / n, out=self._buffers.get("dx", dy.shape))
        np.subtract(dy, dx, out=dx)
        dx -= self.dbeta / n
        dx *= self.gamma * self._one_over_std
        return dx

    def backward_parameters(self, dy: Floats) -> None:
        ones = self._buffers.ones(len(dy))
        np.matmul(ones, dy, out=self.dbeta)
        product = np.multiply(dy, self._xhat, out=self._buffers.get("dx", dy.shape))
        np.matmul(ones, product, out=self.dgamma)

    def constants(self, shape: tuple[int, int], rng: np.random.Generator) -> Mapping[str, Floats | float]:
        means = {"running_mean": self.running_mean, "running_variance": self.running_var}
        return {**means, "epsilon": self.epsilon}


def sigmoid(x: Floats, out: Floats) -> Floats:
    """1 / (1 + exp(−x)). Where exp(−x) is too large for the type it is infinite, and its sigmoid 0, as it
    should be. NumPy's exp takes half the time of its tanh, and keeps the digits of a sigmoid near 0."""
    np.negative(x, out=out)
    with np.errstate(over="ignore"):
        np.exp(out, out=out)
    out += 1.0
    return np.divide(1.0, out, out=out)
