"""The words of the activation functions: title, formula, and what each is good for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from core.errors import translatable
from gui.language import texts


class Words(NamedTuple):
    """English, translatable in the context "Activations"; the formulas are LaTeX."""

    title: str
    formula: str
    slope: str
    hidden: str
    end: str


WORDS: Mapping[str, Words] = {
    "step": Words(
        translatable("Activations", "Step"),
        "h(x) = [x > 0]",
        "h'(x) = 0",
        translatable("Activations", "Its slope is 0: nothing in front of it can learn by gradients."),
        translatable("Activations", "The answer of a perceptron: yes or no, without how sure."),
    ),
    "sigmoid": Words(
        translatable("Activations", "Sigmoid"),
        r"h(x) = \frac{1}{1 + e^{-x}}",
        r"h'(x) = h(x) (1 - h(x))",
        translatable("Activations", "Its slope is at most ¼, so that gradients shrink in each layer."),
        translatable("Activations", "A probability: for yes or no, with two classes."),
    ),
    "tanh": Words(
        translatable("Activations", "tanh"),
        r"h(x) = \tanh x",
        r"h'(x) = 1 - h(x)^2",
        translatable("Activations", "Slope 1 at 0 and mean near 0, but flat at both ends."),
        translatable("Activations", "A number between −1 and 1."),
    ),
    "relu": Words(
        translatable("Activations", "ReLU"),
        r"h(x) = \max(0, x)",
        "h'(x) = [x > 0]",
        translatable(
            "Activations",
            "Slope 1 wherever it is on, so that gradients pass; a unit that is always off is dead.",
        ),
        translatable("Activations", "A number that cannot be below 0, such as a count."),
    ),
    "leaky_relu": Words(
        translatable("Activations", "Leaky ReLU"),
        r"h(x) = \max(x, a x)",
        r"h'(x) = [x > 0] + a [x \le 0]",
        translatable("Activations", "As ReLU, with a little slope below 0: no unit is dead for good."),
        translatable("Activations", "Rarely used at the end."),
    ),
    "identity": Words(
        translatable("Activations", "Identity"),
        "h(x) = x",
        "h'(x) = 1",
        translatable("Activations", "Of no use there: layers with nothing between them are one layer."),
        translatable("Activations", "Any number: for regression."),
    ),
    "softplus": Words(
        translatable("Activations", "Softplus"),
        r"h(x) = \ln(1 + e^x)",
        r"h'(x) = \frac{1}{1 + e^{-x}}",
        translatable("Activations", "A ReLU without the kink; it is never quite off."),
        translatable("Activations", "A number above 0, such as a width."),
    ),
    "gelu": Words(
        translatable("Activations", "GELU"),
        r"h(x) = x Φ(x)",
        r"h'(x) = Φ(x) + x φ(x)",
        translatable("Activations", "A smooth ReLU that dips below 0; usual in transformers."),
        translatable("Activations", "Rarely used at the end."),
    ),
}
ENDS = (
    translatable("Activations", "numbers (regression): identity, with squared error"),
    translatable("Activations", "yes or no: sigmoid, with cross entropy"),
    translatable("Activations", "one of several classes: softmax, with cross entropy"),
)


def translate(text: str) -> str:
    return texts.translate("Activations", text)


def title_of(word: str) -> str:
    """The title in the language in use."""
    return translate(WORDS[word].title)


def choices(*, or_none: bool = False) -> list[tuple[str, str, str]]:
    """Word, title and tooltip of each; with `or_none` also none."""
    none = [("", translate(translatable("Activations", "nothing")), "")] if or_none else []
    return none + [(word, title_of(word), translate(words.hidden)) for word, words in WORDS.items()]
