"""A network and the examples that it looks at, as a computational graph.

Every layer becomes a node of the same table that two apples are computed with, and every parameter an input:
`W1`, `b1`, `Affine 1`, `ReLU 1`, …, `loss`. The numbers are copied from the network as it is now; while it
trains in another thread, give a copy of it (`Network.copy`). The gradients are those of `Network.gradient`.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.data.idx import read_idx
from core.data.resources import resource_folder
from core.graph.builder import GraphBuilder
from core.graph.compound import SEPARATOR
from core.graph.graph import Graph
from core.nn.layers import BatchNormalization, Dropout
from core.nn.losses import values_of
from core.nn.network import Network
from core.nn.spec import LayerSpec
from core.nn.two_layer_net import TwoLayerNet

X, T, LOSS = "x", "t", "loss"
"""The nodes of the examples, the targets and the output."""

_LOSSES = {
    "softmax": "softmax_with_loss",
    "sigmoid_cross_entropy": "sigmoid_with_loss",
    "squared_error": "mean_squared_error",
}


def network_graph(network: Network, x: NDArray[Any], t: NDArray[Any], training: bool = True) -> Graph:
    """The graph of the loss of `network` on the examples x with the targets t.

    x: (N, D), or one example (D,); t: labels or rows, as `Network.gradient` takes them. In the graph x is
    (N, D) and t is (N, C).
    training: as in an iteration, so that batch normalization takes the moments of these examples and
    dropout drops the units that the network's next iteration would; else as in a prediction.

    A loss of the form `mean_of_sum_gradient` is drawn as `sum`, with whose gradient it is updated.
    """
    examples = network.examples(x)
    scores = np.empty((len(examples), network.spec.output_size))
    targets = values_of(network.targets(t, examples), scores)
    builder = GraphBuilder()
    drawing = _Drawing(builder, network, len(examples), training)
    node = builder.input(X, examples)
    for number in range(len(network.layers)):
        node = drawing.layer(number, node)
    target = builder.input(T, targets)
    loss = network.spec.loss
    operation = _LOSSES[loss.kind]
    if loss.kind == "squared_error" and loss.form == "mean":
        total = builder.apply(operation, node, target, name=LOSS + SEPARATOR + "sum")
        outputs = builder.constant(network.spec.output_size, str(network.spec.output_size))
        return builder.build(builder.apply("divide", total, outputs, name=LOSS))
    return builder.build(builder.apply(operation, node, target, name=LOSS))


def two_layer_mnist(seed: int = 0, image: int = 0) -> Graph:
    """The study notes' 784-80-10 network (the preset `two-layer`) with its initial weights of `seed`, and one
    of MNIST's test images."""
    folder = resource_folder() / "mnist"
    images = read_idx(folder / "t10k-images-idx3-ubyte.gz", rank=3)
    labels = read_idx(folder / "t10k-labels-idx1-ubyte.gz", rank=1)
    network = TwoLayerNet(784, 80, 10, seed=seed).network
    return network_graph(network, images[image].reshape(-1) / 255.0, labels[image : image + 1])


class _Drawing:
    """A graph in the making: adds one layer of the network after another."""

    def __init__(self, builder: GraphBuilder, network: Network, examples: int, training: bool) -> None:
        self._builder = builder
        self._network = network
        self._examples = examples
        self._training = training
        self._names = network.spec.layer_names
        self._parameters = network.spec.layer_parameter_shapes()
        # All dropout layers draw from one generator. A copy draws what the network's next iteration would.
        rngs = [layer.rng for layer in network.layers if isinstance(layer, Dropout)]
        self._rng = deepcopy(rngs[0]) if rngs else None

    def layer(self, number: int, x: str) -> str:
        """Add layer `number` with the operand `x`; the node of its output."""
        spec = self._network.spec.layers[number]
        layer = self._network.layers[number]
        name = self._names[number]
        parameters = [self._parameter(own) for own in self._parameters[number]]
        if spec.kind == "affine":
            return self._builder.apply("affine" if spec.bias else "matmul", x, *parameters, name=name)
        if isinstance(layer, BatchNormalization):
            return self._batch_normalization(layer, name, x, *parameters)
        if isinstance(layer, Dropout):
            return self._dropout(spec, name, x, self._network.spec.widths[number])
        if spec.kind == "leaky_relu":
            return self._builder.apply("leaky_relu", x, name=name, options={"slope": spec.slope})
        if spec.kind == "identity":
            return x
        # Layer and operation have one name; a layer without an operation is an error, not left out.
        return self._builder.apply(spec.kind, x, name=name)

    def _parameter(self, name: str) -> str:
        return self._builder.input(name, self._network.params[name])

    def _dropout(self, spec: LayerSpec, name: str, x: str, width: int) -> str:
        """y = x · mask; in a prediction nothing is dropped."""
        if not self._training or self._rng is None:
            return x
        # A dropout layer shows its mask when it is given ones.
        mask = Dropout(spec.rate, self._rng, np.float64).forward(np.ones((self._examples, width)))
        masked = self._builder.constant(mask, name=name + SEPARATOR + "mask")
        return self._builder.apply("multiply", x, masked, name=name)

    def _batch_normalization(
        self, layer: BatchNormalization, name: str, x: str, gamma: str, beta: str
    ) -> str:
        """y = γ · (x − μ) / √(σ² + ε) + β, in these very steps."""
        add = self._builder.apply
        part = name + SEPARATOR
        if self._training:
            mean = add("mean", x, name=part + "mean", options={"axis": 0})
            shift = add("subtract", x, mean, name=part + "shift")
            square = add("multiply", shift, shift, name=part + "square")
            variance = add("mean", square, name=part + "variance", options={"axis": 0})
        else:
            mean = self._builder.constant(layer.running_mean, name=part + "running mean")
            shift = add("subtract", x, mean, name=part + "shift")
            variance = self._builder.constant(layer.running_var, name=part + "running variance")
        epsilon = self._builder.constant(layer.epsilon, f"{layer.epsilon:g}", part + "epsilon")
        padded = add("add", variance, epsilon, name=part + "add")
        deviation = add("sqrt", padded, name=part + "sqrt")
        normal = add("divide", shift, deviation, name=part + "divide")
        scaled = add("multiply", normal, gamma, name=part + "scale")
        return add("add", scaled, beta, name=name)
