"""What the arrays of a graph are, as far as it changes how they are drawn: a digit is an image, and weights
have the colours of weights."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from core.graph.graph import Graph
from core.graph.network_graph import X
from core.graph.ops.operation import Value
from core.inspection.digits import MNIST_SHAPE
from gui.graph.picture.arrays.matrix import IMAGE, RETURN, WIRE, Matrix
from gui.graph.picture.look import Look, Part, Scale

_WEIGHING = ("affine", "matmul")


class ArrayKind(NamedTuple):
    """is_image: one example of so many pixels; is_weight: a parameter of an Affine node."""

    is_image: bool = False
    is_weight: bool = False

    def scale(self, part: Part) -> Scale:
        return "signed" if part == "gradient" or self.is_weight else "forward"

    def matrix(self, value: Value, part: Part, look: Look) -> Matrix:
        """The array beside a node's wire."""
        limits = WIRE if part == "value" else RETURN
        if self.is_image:
            limits = IMAGE if part == "value" else limits
            value = np.asarray(value).reshape(MNIST_SHAPE)
        return Matrix(value, limits, look, self.scale(part))


PLAIN = ArrayKind()


def array_kinds(graph: Graph) -> dict[str, ArrayKind]:
    """The kinds of the nodes whose arrays are not `PLAIN`."""
    rows, columns = MNIST_SHAPE
    found = {}
    for node in graph.inputs:
        if node.id == X and node.value is not None and node.value.shape == (1, rows * columns):
            found[node.id] = ArrayKind(is_image=True)
    for node in graph.nodes:
        for operand in node.operands[1:] if node.operation in _WEIGHING else ():
            if graph.node(operand).is_input:
                found[operand] = ArrayKind(is_weight=True)
    return found
