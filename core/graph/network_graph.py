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
from core.graph.builder import GraphBuilder
from core.graph.compound import SEPARATOR
from core.graph.expression import parse
from core.graph.graph import Graph
from core.nn.losses import values_of
from core.nn.network import Network
from core.nn.two_layer_net import TwoLayerNet
from core.resources import resource_folder

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
    node = builder.input(X, examples)
    rng = deepcopy(network.dropout_rng)  # draws what the network's next iteration would
    for number in range(len(network.layers)):
        node = _draw(builder, network, number, node, len(examples), training, rng)
    target = builder.input(T, targets)
    loss = network.spec.loss
    operation = _LOSSES[loss.kind]
    if loss.kind == "squared_error" and loss.form == "mean":
        total = builder.apply(operation, node, target, name=LOSS + SEPARATOR + "sum")
        outputs = builder.constant(network.spec.output_size, str(network.spec.output_size))
        return builder.build(builder.apply("divide", total, outputs, name=LOSS))
    return builder.build(builder.apply(operation, node, target, name=LOSS))


def two_layer_digit(seed: int = 0, image: int = 0) -> tuple[Network, NDArray[Any], NDArray[Any]]:
    """The study notes' 784-80-10 network (the preset `two-layer`) with its initial weights of `seed`, and one
    of MNIST's test images x, (784,), with its label t, (1,)."""
    folder = resource_folder() / "mnist"
    images = read_idx(folder / "t10k-images-idx3-ubyte.gz", rank=3)
    labels = read_idx(folder / "t10k-labels-idx1-ubyte.gz", rank=1)
    network = TwoLayerNet(784, 80, 10, seed=seed).network
    return network, images[image].reshape(-1) / 255.0, labels[image : image + 1]


def _draw(
    builder: GraphBuilder,
    network: Network,
    number: int,
    x: str,
    examples: int,
    training: bool,
    rng: np.random.Generator,
) -> str:
    """Add layer `number` with the operand `x`, by its formula in the table of layers; the node of its output.

    The last operation has the layer's name, and what comes before it a name below that.
    """
    spec, layer, name = network.spec.layers[number], network.layers[number], network.spec.layer_names[number]
    n_in = network.spec.widths[number]
    formula = parse(spec.drawing(training))
    constants = layer.constants((examples, n_in), rng)
    nodes = {"x": x}
    for own, known in zip(spec.parameters(n_in), network.spec.layer_parameter_shapes()[number], strict=True):
        nodes[own] = builder.input(known, network.params[known])
    for node in formula.nodes:
        part = name if node.id == formula.output else name + SEPARATOR + node.id.replace("_", " ")
        if node.is_operation:
            operands = [nodes[operand] for operand in node.operands]
            nodes[node.id] = builder.apply(node.operation, *operands, name=part, options=dict(node.options))
        elif node.id not in nodes:
            value = constants[node.id] if node.value is None else node.value
            nodes[node.id] = builder.constant(value, "" if np.ndim(value) else f"{value:g}", part)
    return nodes[formula.output]
