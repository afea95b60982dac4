"""What is drawn: an example, an expression that a person wrote, a network, or one output of an Affine node.
A frozen value; the graph itself, with the values a person gave, is the model's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from core.errors import translatable
from core.graph.examples import EXAMPLES, Example
from gui.graph.model.origin import Origin, Weights
from gui.language.texts import translate

Kind = Literal["example", "expression", "network", "output"]

OWN_NETWORK = translatable("GraphSubject", "Initial weights, as no network was trained for these images yet")


@dataclass(frozen=True, slots=True)
class Subject:
    """`key` is an example's name; `text` the expression; `title` is what a graph without one is called.
    `origin` says which network it is. `began_with`: inputs that nobody gave a value."""

    kind: Kind
    key: str = ""
    text: str = ""
    title: str = ""
    origin: Origin | None = None
    began_with: tuple[str, ...] = ()

    @property
    def example(self) -> Example | None:
        return EXAMPLES.get(self.key)

    @property
    def heading(self) -> str:
        """What stands above the picture: the expression, or a title where there is none."""
        item = self.example
        if self.title:
            return self.title
        if self.text:
            return pretty(self.text)
        if self.kind == "network":
            return translate("GraphSubject", "The loss of a network")
        return translate("examples", item.title) if item is not None else ""

    def description(self, now: Weights | None = None) -> str:
        """What an example shows; of a network, which it is, beside the weights that the current one has."""
        item, origin = self.example, self.origin
        own = translate("examples", item.description) if item is not None else ""
        if origin is None:
            return own
        if item is None or origin.weights is not None:
            return origin.text(now)
        initial = translate("GraphSubject", OWN_NETWORK)
        return f"{origin.text(now, initial)} · {own}"


_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LITERAL = re.compile(r"\w+\s*=\s*[-+−]?\s*(?:[\d.]+(?:[eE][-+]?\d+)?|\[.*\])")
"""A line that only gives an input its value."""


def pretty(text: str) -> str:
    """An expression as a book would print it, in one line: `a * b` becomes a·b, `x ** 2` x²."""
    lines = [line.split("#")[0].strip() for line in text.replace(";", "\n").splitlines()]
    lines = [line for line in lines if line and not _LITERAL.fullmatch(line)]
    one = " ;  ".join(lines)
    one = re.sub(r"\s*(?:\*\*|\^)\s*(\d+)\b(?!\.)", lambda found: found[1].translate(_SUPERSCRIPTS), one)
    one = re.sub(r"\s*(?<!\*)\*(?!\*)\s*", "·", one)
    return re.sub(r"\s*/\s*", "/", one).replace("-", "−")
