"""The examples that a person can choose by name: most are an expression with its inputs, after *Deep Learning
from Scratch*; `two-layer-mnist` is a network and one handwritten digit. What the book prints for them is in
`core.graph.book`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from numpy.typing import NDArray

from core.errors import GraphError, translatable
from core.graph.book import BookCheck, BookNumber, book_numbers, compare_with_book
from core.graph.expression import parse
from core.graph.graph import Graph
from core.nn.network import Network
from core.words import did_you_mean

NetworkWithImage = tuple[Network, NDArray[Any], NDArray[Any]]


@dataclass(frozen=True, slots=True)
class Example:
    """A graph with a name.

    expression: what the graph computes, without its inputs' values; empty where `network` makes a network
    with one test image x and its label t, whose loss is the graph.
    inputs: the values that the example begins with, as they are written.
    title, description: translatable, context "examples".
    """

    name: str
    title: str
    description: str
    expression: str = ""
    inputs: Mapping[str, str] = field(default_factory=dict)
    network: Callable[[], NetworkWithImage] | None = None

    @property
    def text(self) -> str:
        """The whole example as a person would write it: the inputs, one a line, then the expression."""
        lines = [f"{name} = {value}" for name, value in self.inputs.items()]
        return "\n".join([*lines, self.expression])

    def graph(self) -> Graph:
        if self.network is None:
            return parse(self.text)
        from core.graph.network_graph import network_graph

        return network_graph(*self.network())

    @property
    def book_numbers(self) -> tuple[BookNumber, ...]:
        return book_numbers(self.name)

    def compare_with_book(self) -> tuple[BookCheck, ...]:
        """The numbers that the book prints beside those of a fresh trace; empty where it prints none."""
        return compare_with_book(self.graph(), self.book_numbers) if self.book_numbers else ()


def example(name: str) -> Example:
    """The example of that name; GraphError, with the nearest one, where there is none."""
    if name not in EXAMPLES:
        template = translatable("errors", "There is no example “{name}”.{hint}")
        raise GraphError(template, name=name, hint=did_you_mean(name, EXAMPLES))
    return EXAMPLES[name]


def _two_layer_mnist() -> NetworkWithImage:
    # Opened only when it is asked for: the network and the images take time to load.
    from core.graph.network_graph import two_layer_digit

    return two_layer_digit()


_BOOK_T = "[0, 0, 1, 0, 0, 0, 0, 0, 0, 0]"
_BOOK_Y = "[0.1, 0.05, 0.6, 0.0, 0.05, 0.1, 0.0, 0.1, 0.0, 0.0]"

_ALL = (
    Example(
        "apple",
        translatable("examples", "Apple"),
        translatable(
            "examples", "Two apples at 100 each, with 10 % tax: how does each number move the price?"
        ),
        "price = (apple * n) * tax",
        {"apple": "100", "n": "2", "tax": "1.1"},
    ),
    Example(
        "apple-orange",
        translatable("examples", "Apple and orange"),
        translatable("examples", "Two apples and three oranges, with tax: a sum between products."),
        "price = (apple * n_apple + orange * n_orange) * tax",
        {"apple": "100", "n_apple": "2", "orange": "150", "n_orange": "3", "tax": "1.1"},
    ),
    Example(
        "add",
        translatable("examples", "Add"),
        translatable("examples", "A sum passes the gradient on unchanged."),
        "z = x + y",
        {"x": "10", "y": "5"},
    ),
    Example(
        "multiply",
        translatable("examples", "Multiply"),
        translatable("examples", "A product passes the gradient on, multiplied by the other factor."),
        "z = x * y",
        {"x": "10", "y": "5"},
    ),
    Example(
        "relu",
        translatable("examples", "ReLU"),
        translatable(
            "examples", "A switch in the wire: the gradient flows only where the input was above 0."
        ),
        "y = relu(x)",
        {"x": "[[1.0, -0.5], [-2.0, 3.0]]"},
    ),
    Example(
        "sigmoid",
        translatable("examples", "Sigmoid"),
        translatable("examples", "The whole sigmoid as one node, whose local derivative is y(1 − y)."),
        "y = sigmoid(x)",
        {"x": "0"},
    ),
    Example(
        "sigmoid-parts",
        translatable("examples", "Sigmoid, in parts"),
        translatable("examples", "The sigmoid as ×(−1), exp, +1 and 1/x: the parts multiply to y(1 − y)."),
        "negated = -x\nexponential = exp(negated)\nsum = exponential + 1\ny = 1 / sum",
        {"x": "0"},
    ),
    Example(
        "tanh",
        translatable("examples", "tanh"),
        translatable("examples", "The hyperbolic tangent: steepest at 0, flat where it saturates."),
        "y = tanh(x)",
        {"x": "0.5"},
    ),
    Example(
        "softmax",
        translatable("examples", "Softmax"),
        translatable("examples", "Scores become probabilities that add up to 1, without overflow."),
        "y = softmax(x)",
        {"x": "[0.3, 2.9, 4.0]"},
    ),
    Example(
        "softmax-with-loss",
        translatable("examples", "Softmax cross entropy"),
        translatable("examples", "Softmax and cross entropy together send back y − t."),
        "loss = softmax_with_loss(x, t)",
        # The logarithms of 0.3, 0.2 and 0.5: the softmax gives these three back.
        {"x": "[-1.203972804325936, -1.6094379124341003, -0.6931471805599453]", "t": "[0, 1, 0]"},
    ),
    Example(
        "affine",
        translatable("examples", "Affine"),
        translatable("examples", "A batch of two rows through X · W + B; the bias adds up over the batch."),
        "Y = affine(X, W, B)",
        {"X": "[[1, 2], [3, 4]]", "W": "[[1, 3, 5], [2, 4, 6]]", "B": "[1, 2, 3]"},
    ),
    Example(
        "three-layer",
        translatable("examples", "Three-layer network"),
        translatable(
            "examples", "Two inputs through layers of three, two and two units, with sigmoids between."
        ),
        "a1 = affine(x, W1, b1)\nz1 = sigmoid(a1)\na2 = affine(z1, W2, b2)\nz2 = sigmoid(a2)\n"
        "y = affine(z2, W3, b3)",
        {
            "x": "[1.0, 0.5]",
            "W1": "[[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]]",
            "b1": "[0.1, 0.2, 0.3]",
            "W2": "[[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]]",
            "b2": "[0.1, 0.2]",
            "W3": "[[0.1, 0.3], [0.2, 0.4]]",
            "b3": "[0.1, 0.2]",
        },
    ),
    Example(
        "cross-entropy",
        translatable("examples", "Cross entropy"),
        translatable(
            "examples", "−log of the probability of the right class: the other classes do not count."
        ),
        "loss = cross_entropy(y, t)",
        {"y": _BOOK_Y, "t": _BOOK_T},
    ),
    Example(
        "mean-squared-error",
        translatable("examples", "Squared error"),
        translatable("examples", "Half the sum of the squared errors: its gradient is the error itself."),
        "loss = mean_squared_error(y, t)",
        {"y": _BOOK_Y, "t": _BOOK_T},
    ),
    Example(
        "reused-value",
        translatable("examples", "A value used several times"),
        translatable(
            "examples", "x goes three ways, and its gradient is the sum of what comes back on each."
        ),
        "y = x * x + 3 * x",
        {"x": "2"},
    ),
    Example(
        "neuron",
        translatable("examples", "A neuron"),
        translatable("examples", "Two inputs, two weights, a bias and a sigmoid: the unit of every network."),
        "z = w1 * x1 + w2 * x2 + b\ny = sigmoid(z)",
        {"x1": "1.0", "x2": "0.5", "w1": "0.4", "w2": "-0.6", "b": "0.2"},
    ),
    Example(
        "softmax-naive",
        translatable("examples", "Softmax that overflows"),
        translatable(
            "examples", "exp(1010) is too large for float64: inf ÷ inf is nan. Watch where it begins."
        ),
        "exponentials = exp(x)\ntotal = sum(exponentials)\ny = exponentials / total",
        {"x": "[1010, 1000, 990]"},
    ),
    Example(
        "simple-net",
        translatable("examples", "simpleNet"),
        translatable(
            "examples", "One matrix of weights, softmax and cross entropy: the book's smallest network."
        ),
        "a = matmul(x, W)\ny = softmax(a)\nloss = cross_entropy(y, t)",
        {
            "x": "[0.6, 0.9]",
            "W": "[[0.47355232, 0.9977393, 0.84668094], [0.85557411, 0.03563661, 0.69422093]]",
            "t": "[0, 0, 1]",
        },
    ),
    Example(
        "simple-net-notes",
        translatable("examples", "simpleNet of the study notes"),
        translatable(
            "examples",
            "The same network without the ε in the logarithm, with weights chosen so that the softmax gives "
            "the output that the study notes print.",
        ),
        "a = matmul(x, W)\ny = softmax(a)\nlogs = log(y)\nloss = -sum(t * logs)",
        {
            "x": "[0.6, 0.9]",
            # The first row is ln(y) / 0.6 for the y that the notes print and, to one digit more, the gradient
            # that they print with it: (.400831378, .282623269, .316545353).
            "W": "[[-1.523690739755, -2.106067455211, -1.917147920408], [0, 0, 0]]",
            "t": "[0, 0, 1]",
        },
    ),
    Example(
        "xor-gates",
        translatable("examples", "XOR from gates"),
        translatable(
            "examples",
            "XOR as AND(NAND, OR): two layers can do what one perceptron cannot. A step sends nothing back.",
        ),
        "nand = step(-0.5 * x1 - 0.5 * x2 + 0.7)\nor = step(0.5 * x1 + 0.5 * x2 - 0.2)\n"
        "y = step(0.5 * nand + 0.5 * or - 0.7)",
        {"x1": "1", "x2": "0"},
    ),
    Example(
        "two-layer-mnist",
        translatable("examples", "Two-layer network, one digit"),
        translatable(
            "examples", "A handwritten digit through 784-80-10, with ReLU and softmax cross entropy."
        ),
        network=_two_layer_mnist,
    ),
)

EXAMPLES: Mapping[str, Example] = MappingProxyType({item.name: item for item in _ALL})
"""Every example by its name, in the order in which they are offered."""
