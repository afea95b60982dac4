"""The sections of the book, chapters 2 to 6, and what each of them opens in the program.

The numbers are those of the Korean edition of *Deep Learning from Scratch*, volume 1. A number is looked up
and never guessed: what stands in no row is not known, and the nearest rows are all that can be offered.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from core.errors import translatable

Number = tuple[int, ...]
"""(5, 4, 1) is section 5.4.1, and (5,) chapter 5."""

_WRITTEN = re.compile(
    r"(?:§|제|section|sec\.?|chapter|ch\.?)?\s*([1-9]\d{0,2}(?:\.[1-9]\d{0,2})*)\.?\s*[장절항]?", re.ASCII
)


@dataclass(frozen=True, slots=True)
class Place:
    """What is opened: an example of the graph (`kind` is `graph`), an experiment of the Lab (`lab`), a preset
    (`preset`), or a page of Train or Data (`train`, `data`). `part` is what is set up in an experiment."""

    kind: str
    name: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A row: the sections from `first` to `last`. Subject and `reason` are English, translatable in the
    context "sections". Without places there is a reason why nothing can be computed. `below`: how many
    sections each of them has in it, where the row is about all of these."""

    first: Number
    last: Number
    subject: str
    places: tuple[Place, ...]
    below: tuple[int, ...]
    reason: str

    @property
    def number(self) -> str:
        """As it is written: `5.4`, or `3.2.1–3.2.7`."""
        first, last = written(self.first), written(self.last)
        return first if first == last else f"{first}–{last}"

    def has(self, number: Number) -> bool:
        """Whether it is that section, a part of it, or within that chapter or section."""
        size = min(len(number), len(self.first))
        if not self.first[:size] <= number[:size] <= self.last[:size]:
            return False
        deeper = number[size:]
        if not deeper:
            return True
        count = self.below[number[size - 1] - self.first[-1]]
        return len(deeper) == 1 and 1 <= deeper[0] <= count


def number_of(text: str) -> Number | None:
    """The number that a person typed, such as `5.4.1`, `§5.4` or `5장`; None for another text."""
    found = _WRITTEN.fullmatch(unicodedata.normalize("NFKC", text).strip().lower())
    return tuple(int(part) for part in found[1].split(".")) if found is not None else None


def written(number: Number) -> str:
    return ".".join(map(str, number))


def sections_of(number: Number) -> tuple[Section, ...]:
    """The rows of a chapter, of a section, or the one that a section is in; none for an unknown number."""
    return tuple(row for row in SECTIONS if row.has(number))


def nearest(number: Number, count: int = 3) -> tuple[Section, ...]:
    """The rows that open something and come nearest: those of the same section, then of the same chapter, of
    these the ones that stand nearest."""
    place = sum(row.first < number for row in SECTIONS)

    def distance(pair: tuple[int, Section]) -> tuple[int, int]:
        at, row = pair
        shared = next((i for i, (a, b) in enumerate(zip(number, row.first, strict=False)) if a != b), 99)
        return -shared, abs(2 * at + 1 - 2 * place)

    known = [(at, row) for at, row in enumerate(SECTIONS) if row.places]
    return tuple(row for _, row in sorted(known, key=distance)[:count])


def _row(
    numbers: str, subject: str, *places: Place, below: tuple[int, ...] = (), reason: str = ""
) -> Section:
    ends = [tuple(map(int, number.split("."))) for number in numbers.split("–")]
    first, last = ends[0], ends[-1]
    return Section(first, last, subject, places, below or (0,) * (last[-1] - first[-1] + 1), reason)


def _graph(name: str) -> Place:
    return Place("graph", name)


def _lab(name: str, part: str = "") -> Place:
    return Place("lab", name, part)


def _train(page: str) -> Place:
    return Place("train", page)


def _data(page: str) -> Place:
    return Place("data", page)


_BOOK_NETWORK = Place("preset", "two-layer-book")

SECTIONS = (
    _row(
        "2.1–2.2",
        translatable("sections", "Perceptrons and logic gates: AND, NAND, OR"),
        _lab("perceptron", "gates"),
        below=(0, 2),
    ),
    _row(
        "2.3",
        translatable("sections", "A perceptron in code: weights and bias"),
        _lab("perceptron", "gates"),
        below=(3,),
    ),
    _row(
        "2.4–2.5",
        translatable("sections", "The limits of a perceptron, XOR, several layers"),
        _lab("perceptron", "xor"),
        _graph("xor-gates"),
        below=(2, 2),
    ),
    _row(
        "2.6",
        translatable("sections", "From NAND to a computer"),
        reason=translatable("sections", "It tells how a computer is built of gates, without a calculation."),
    ),
    _row(
        "3.1",
        translatable("sections", "From perceptrons to neural networks, the activation function"),
        _graph("neuron"),
        below=(3,),
    ),
    _row(
        "3.2.1–3.2.7",
        translatable("sections", "Activation functions: sigmoid, step function, ReLU"),
        _lab("activations"),
    ),
    _row(
        "3.3",
        translatable("sections", "Arrays of several dimensions, the matrix product"),
        _lab("batches"),
        _graph("affine"),
        below=(3,),
    ),
    _row("3.4", translatable("sections", "A three-layer network"), _graph("three-layer"), below=(3,)),
    _row(
        "3.5.1–3.5.3",
        translatable("sections", "The output layer: identity, softmax and its overflow"),
        _lab("softmax"),
        _graph("softmax"),
        _graph("softmax-naive"),
    ),
    _row("3.5.4", translatable("sections", "The number of units in the output layer"), _train("network")),
    _row("3.6.1", translatable("sections", "The MNIST data set"), _data("image")),
    _row(
        "3.6.2–3.6.3",
        translatable("sections", "Predictions of a network, batches"),
        _data("evaluation"),
        _data("glance"),
    ),
    _row(
        "4.1",
        translatable("sections", "Learning from data: training set and test set"),
        _data("sets"),
        below=(2,),
    ),
    _row(
        "4.2.1–4.2.4",
        translatable("sections", "Loss functions: squared error, cross entropy, mini-batches"),
        _graph("mean-squared-error"),
        _graph("cross-entropy"),
        _train("iteration"),
    ),
    _row("4.2.5", translatable("sections", "Why a loss function and not the accuracy"), _lab("accuracy")),
    _row("4.3.1–4.3.2", translatable("sections", "Derivatives, numerical differentiation"), _lab("numdiff")),
    _row("4.3.3", translatable("sections", "Partial derivatives"), _lab("descent", "gradient")),
    _row("4.4.1", translatable("sections", "Gradient descent"), _lab("descent", "gradient")),
    _row("4.4.2", translatable("sections", "The gradient of a neural network"), _graph("simple-net")),
    _row(
        "4.5",
        translatable(
            "sections", "A two-layer network: training with mini-batches, evaluation on the test set"
        ),
        _BOOK_NETWORK,
        below=(3,),
    ),
    _row(
        "5.1",
        translatable("sections", "Computational graphs and local calculation"),
        _graph("apple"),
        _graph("apple-orange"),
        below=(3,),
    ),
    _row(
        "5.2",
        translatable("sections", "The chain rule"),
        _graph("reused-value"),
        _graph("apple"),
        below=(3,),
    ),
    _row(
        "5.3.1–5.3.3",
        translatable("sections", "Backpropagation through addition and multiplication, buying apples"),
        _graph("add"),
        _graph("multiply"),
        _graph("apple"),
    ),
    _row(
        "5.4",
        translatable("sections", "The multiplication layer and the addition layer"),
        _graph("multiply"),
        _graph("apple-orange"),
        below=(2,),
    ),
    _row(
        "5.5.1–5.5.2",
        translatable("sections", "The ReLU layer and the sigmoid layer"),
        _graph("relu"),
        _graph("sigmoid"),
        _graph("sigmoid-parts"),
    ),
    _row(
        "5.6.1–5.6.3",
        translatable("sections", "The Affine layer, for batches too, and softmax cross entropy"),
        _graph("affine"),
        _graph("softmax-with-loss"),
        _lab("batches"),
    ),
    _row(
        "5.7.1–5.7.2",
        translatable("sections", "The four steps of training, a network made of layers"),
        _train("iteration"),
    ),
    _row("5.7.3", translatable("sections", "The gradient check"), _lab("checking")),
    _row("5.7.4", translatable("sections", "Training by backpropagation"), _BOOK_NETWORK),
    _row(
        "6.1.1",
        translatable("sections", "The story of an adventurer"),
        reason=translatable("sections", "It tells a story, without a calculation."),
    ),
    _row(
        "6.1.2–6.1.7",
        translatable("sections", "SGD and its weakness, Momentum, AdaGrad, Adam"),
        _lab("descent", "race"),
    ),
    _row("6.1.8", translatable("sections", "Optimizers compared on MNIST"), _train("runs")),
    _row("6.2.1", translatable("sections", "Initial weights of 0"), _lab("vanishing", "zeros")),
    _row(
        "6.2.2–6.2.3",
        translatable("sections", "Activations of the hidden layers, initial weights for ReLU"),
        _lab("vanishing", "initial"),
    ),
    _row("6.2.4", translatable("sections", "Initial weights compared on MNIST"), _train("runs")),
    _row(
        "6.3",
        translatable("sections", "Batch normalization"),
        _lab("vanishing", "batch-norm"),
        below=(2,),
    ),
    _row(
        "6.4.1–6.4.3",
        translatable("sections", "Overfitting, weight decay, dropout"),
        _train("settings"),
    ),
    _row(
        "6.5",
        translatable("sections", "The search for good hyperparameters"),
        below=(3,),
        reason=translatable(
            "sections", "The program cannot try out many hyperparameters and compare them yet."
        ),
    ),
)
"""Every section, in the order of the book."""
