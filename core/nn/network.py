"""A network: layers, a loss, one vector of parameters and one of gradients.

`predict` and `activations` read the parameters and keep nothing, so that another thread may call them on a
copy; `gradient` is for one batch at a time. The training loop is elsewhere (`core.training.session`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, DTypeLike, NDArray

from core.errors import DataError, translatable
from core.nn.layers import Dropout, Layer, Views
from core.nn.losses import Loss, SigmoidWithLoss, SoftmaxWithLoss, SquaredError, Targets
from core.nn.parameters import Floats, Parameters
from core.nn.spec import NetworkSpec

WEIGHT_STREAM, BATCH_STREAM, DROPOUT_STREAM = range(3)
"""Each use of chance has a stream of its own, so that one can change without moving the others."""


def stream(seed: int, number: int) -> np.random.Generator:
    """The generator of one stream of a seed."""
    return np.random.default_rng((seed, number))


class Network:
    """The network of a spec, with initial weights fixed by the seed.

    `params` and `grads` map names (W1, b1, …) to arrays; their `vector` holds all of them. `state` holds what
    is kept but not trained (running_mean1, …).
    """

    values: list[Floats]
    _is_forward_done = False  # and not yet used up by a `backward`

    def __init__(self, spec: NetworkSpec, seed: int = 0, dtype: DTypeLike = np.float32) -> None:
        spec.validate()
        self.spec = spec
        self.seed = seed
        self.dtype = np.dtype(dtype)
        self.params = Parameters(spec.parameter_shapes(), dtype)
        self.grads = Parameters(spec.parameter_shapes(), dtype)
        self.state = Parameters(spec.state_shapes(), dtype)
        self.dropout_rng = stream(seed, DROPOUT_STREAM)
        self.layers = self._build_layers()
        self.loss_layer = _build_loss(spec, dtype)
        self.initialize(seed)

    def initialize(self, seed: int) -> None:
        """Give every parameter its initial value: weights by their layer's rule, biases and β 0, γ 1."""
        rng = stream(seed, WEIGHT_STREAM)
        for layer_spec, layer in zip(self.spec.layers, self.layers, strict=True):
            layer.initialize(layer_spec.init, rng)

    def predict(self, x: NDArray[Any]) -> Floats:
        """The scores, before softmax or sigmoid. x: (N, D), or one example (D,) → (N, C) or (C,)."""
        y = self.examples(x)
        for layer in self.layers:
            y = layer.predict(y)
        return y[0] if np.ndim(x) == 1 else y

    def output(self, x: NDArray[Any]) -> Floats:
        """The network's output: what the loss makes of the scores. Softmax gives probabilities."""
        y = self.loss_layer.output(np.atleast_2d(self.predict(x)))
        return y[0] if np.ndim(x) == 1 else y

    def activations(self, x: NDArray[Any]) -> tuple[Floats, ...]:
        """What every layer gives, in order, in inference mode: `len(spec.layers)` arrays (N, width)."""
        y = self.examples(x)
        values = []
        for layer in self.layers:
            y = layer.predict(y)
            values.append(y)
        return tuple(values)

    def loss(self, x: NDArray[Any], t: ArrayLike) -> float:
        """L in inference mode: the mean over the examples."""
        x, t = self.batch(x, t)
        return float(self.loss_layer.each(self.predict(x), t).mean())

    def accuracy(self, x: NDArray[Any], t: ArrayLike) -> float:
        """The share of examples whose largest output is the right class, or whose single output is."""
        x, t = self.batch(x, t)
        return float(self.correct(self.predict(x), t).mean())

    def correct(self, scores: Floats, t: Targets) -> NDArray[np.bool_]:
        """Which of the examples are predicted right. scores: (N, C), t: (N,) or (N, C) → (N,)."""
        if scores.shape[1] == 1:
            yes = self.loss_layer.output(scores)[:, 0] > 0.5
            return yes == (t.reshape(-1) > 0.5)
        labels = t if t.ndim == 1 else t.argmax(axis=1)
        return scores.argmax(axis=1) == labels

    def gradient(self, x: NDArray[Any], t: ArrayLike) -> Parameters:
        """∂L/∂(every parameter) by backpropagation, in training mode: `grads`, valid until the next call."""
        x, t = self.batch(x, t)
        self.forward(x, t)
        self.backward()
        return self.grads

    def numerical_gradient(self, x: NDArray[Any], t: ArrayLike, h: float = 1e-4) -> Parameters:
        """The same gradient by central differences, (L(p + h) − L(p − h)) / 2h for each parameter in turn.

        Slow: two forward passes a parameter. Meant for float64; in float32 its error is about 1e−4. Dropout
        keeps one mask throughout.
        """
        x, t = self.batch(x, t)
        numerical = Parameters(self.spec.parameter_shapes(), self.dtype)
        with self.fixed_chance():
            for i, value in enumerate(self.params.vector):
                above, below = (self.loss_with(i, value + step, x, t) for step in (h, -h))
                numerical.vector[i] = (above - below) / (2.0 * h)
        return numerical

    def loss_with(self, i: int, value: float, x: Floats, t: Targets) -> float:
        """L in training mode with entry i of the parameter vector at `value`, which is then put back."""
        kept = self.params.vector[i]
        self.params.vector[i] = value
        loss = self.forward(x, t)
        self.params.vector[i] = kept
        return loss

    @contextmanager
    def fixed_chance(self) -> Iterator[None]:
        """Within it, every forward pass drops the same units and leaves the running averages as they were."""
        kept = self.state.vector.copy()
        dropouts = [layer for layer in self.layers if isinstance(layer, Dropout)]
        for layer in dropouts:
            layer.frozen = True
        try:
            yield
        finally:
            for layer in dropouts:
                layer.frozen = False
            self.state.vector[...] = kept

    def forward(self, x: Floats, t: Targets) -> float:
        """L of one batch in training mode (dropout drops, batch normalization uses the batch's moments), and
        all that `backward` needs. x: (N, D) floats of the network's dtype; t: labels (N,) or rows (N, C)."""
        self.values = [x]
        for layer in self.layers:
            x = layer.forward(x)
            self.values.append(x)
        self._is_forward_done = True
        return self.loss_layer.forward(x, t)

    def backward(self) -> None:
        """Write the gradient of the last `forward` into `grads`. RuntimeError if there is none, or if another
        `backward` has used it up: the layers write over what they kept, and a second pass would be wrong."""
        if not self._is_forward_done:
            raise RuntimeError("backward follows a forward of its own")
        self._is_forward_done = False
        dy = self.loss_layer.backward()
        for layer in reversed(self.layers[self._first_trained + 1 :]):
            dy = layer.backward(dy)
        # Nothing before this layer learns: the gradient of its input would be computed for nothing.
        self.layers[self._first_trained].backward_parameters(dy)

    def copy(self, dtype: DTypeLike | None = None) -> Network:
        """A network of its own with the same numbers, in another float type if given."""
        other = Network(self.spec, self.seed, self.dtype if dtype is None else dtype)
        other.load(self.params, self.state)
        return other

    def load(
        self, parameters: Mapping[str, NDArray[Any]], state: Mapping[str, NDArray[Any]] | None = None
    ) -> None:
        """Take over arrays by name. A name that is missing is a KeyError, a wrong shape a ValueError."""
        for name in self.params:
            self.params[name] = parameters[name]
        for name in self.state if state is not None else ():
            self.state[name] = state[name]  # type: ignore[index]

    def batch(self, x: NDArray[Any], t: ArrayLike) -> tuple[Floats, Targets]:
        """Examples and targets in the form that `forward` takes; DataError where they do not fit."""
        examples = self.examples(x)
        return examples, self.targets(t, examples)

    def examples(self, x: NDArray[Any]) -> Floats:
        """(N, D) floats from (N, D), (D,) or images (N, …)."""
        x = np.asarray(x, self.dtype)
        if x.ndim > 1 and len(x) == 0:
            raise DataError(translatable("errors", "There must be at least one example."))
        x = x.reshape(1, -1) if x.ndim <= 1 else x.reshape(len(x), -1)
        if x.shape[1] != self.spec.input_size:
            template = translatable(
                "errors",
                "An example has {given} values, but the network takes {expected}: use data of that size.",
            )
            raise DataError(template, given=x.shape[1], expected=self.spec.input_size)
        return x

    def targets(self, t: ArrayLike, x: Floats) -> Targets:
        """Targets that fit the examples: labels (N,) from 0 to C − 1, or rows (N, C)."""
        t = np.asarray(t)
        n, c = len(x), self.spec.output_size
        if t.ndim == 0 or (t.ndim == 1 and n == 1 and len(t) == c and c > 1):
            t = t.reshape(1, -1) if t.ndim else t.reshape(1)
        if len(t) != n:
            template = translatable("errors", "{examples} examples need as many targets, not {targets}.")
            raise DataError(template, examples=n, targets=len(t))
        if t.ndim == 1:
            if t.dtype.kind == "f" and (np.floor(t) != t).any():
                template = translatable(
                    "errors",
                    "Labels are whole numbers, but one is {label}. Give targets of a regression as rows, "
                    "{outputs} to a row.",
                )
                raise DataError(template, label=t[np.floor(t) != t][0], outputs=c)
            top = max(c - 1, 1)
            if t.min() < 0 or t.max() > top:
                template = translatable(
                    "errors", "Labels go from 0 to {top} for this network; one is {label}."
                )
                raise DataError(template, top=top, label=t.max() if t.max() > top else t.min())
            t = t.astype(np.intp, copy=False)
        elif t.shape != (n, c):
            template = translatable(
                "errors", "Targets have the shape {given}; this network needs {expected}."
            )
            raise DataError(template, given=t.shape, expected=(n, c))
        return t

    def _build_layers(self) -> tuple[Layer, ...]:
        spec = self.spec
        self._first_trained = next(i for i, own in enumerate(spec.layer_parameter_shapes()) if own)
        layers = []
        for layer, number, n_in in zip(spec.layers, spec.numbers, spec.widths, strict=False):
            trained, kept = layer.parameters(n_in), layer.state(n_in)
            params, grads, state = (
                {name: arrays[f"{name}{number}"] for name in names}
                for arrays, names in ((self.params, trained), (self.grads, trained), (self.state, kept))
            )
            layers.append(layer.build(Views(params, grads, state, self.dropout_rng, self.dtype)))
        return tuple(layers)


def _build_loss(spec: NetworkSpec, dtype: DTypeLike) -> Loss:
    if spec.loss.kind == "softmax":
        return SoftmaxWithLoss(dtype)
    if spec.loss.kind == "sigmoid_cross_entropy":
        return SigmoidWithLoss(dtype)
    return SquaredError(spec.loss.form, dtype)
