"""How a node is written: the text inside it, the name over it, and its full name for whoever asks."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import Enum
from typing import NamedTuple

from core.graph.graph import Graph, Node
from core.graph.ops import OPERATIONS
from gui.graph.layout.geometry import END
from gui.language.numbers import number
from gui.language.texts import translate


class Kind(Enum):
    INPUT = "input"
    CONSTANT = "constant"
    OPERATION = "operation"
    COMPOUND = "compound"
    END = "end"


class Face(NamedTuple):
    """text: in the shape; name: over it, where a person gave one; title: what the operation is called."""

    kind: Kind
    text: str
    name: str
    title: str


def faces(graph: Graph, openable: Collection[str]) -> dict[str, Face]:
    """The face of every node, in the language in use, and of END."""
    found = {node.id: _face(node, graph, node.id in openable) for node in graph.nodes}
    found[END] = Face(Kind.END, graph.output_name, "", "")
    return found


def compound_text(node: Node) -> str:
    """What stands in a compound node and over its frame: Affine 1, Softmax cross entropy."""
    symbol, text = OPERATIONS[node.operation].symbol, symbol_of(node.operation)
    if node.id.startswith(symbol):
        return text + node.id[len(symbol) :]
    return text


def symbol_of(operation: str) -> str:
    """The operation's sign, or its name: ×, tanh, Softmax cross entropy."""
    row = OPERATIONS[operation]
    # A symbol that is a word is translated with the title that it shortens; tanh is the same everywhere.
    is_word = row.symbol[:1].isupper() and len(row.symbol) > 1
    return translate("graph", row.title) if is_word else row.symbol


def title_of(node: Node) -> str:
    """The operation's name: Product, Softmax cross entropy."""
    return translate("graph", OPERATIONS[node.operation].title)


def open_frames(graph: Graph) -> Mapping[str, str]:
    """The title of every frame."""
    return {name: compound_text(node) for name, node in graph.opened.items()}


def _face(node: Node, graph: Graph, is_compound: bool) -> Face:
    if node.is_input:
        return Face(Kind.INPUT, node.id, "", "")
    if node.is_constant:
        text = node.text
        if not text:
            is_number = node.value is not None and not node.value.shape
            text = number(float(node.value)) if is_number else _last_name(node.id)  # type: ignore[arg-type]
        return Face(Kind.CONSTANT, text.replace("-", "−") if node.text else text, "", "")
    row = OPERATIONS[node.operation]
    if is_compound:
        text = compound_text(node)
        return Face(Kind.COMPOUND, text, _given_name(node, graph), title_of(node))
    is_word = row.symbol[:1].isupper() and len(row.symbol) > 1
    text = compound_text(node) if is_word else row.symbol
    return Face(Kind.OPERATION, text, _given_name(node, graph), title_of(node))


def _given_name(node: Node, graph: Graph) -> str:
    """The name that a person gave, unless the node or the end of the picture says it already."""
    is_part = "/" in node.id or node.id in graph.opened
    rest = node.id.removeprefix(OPERATIONS[node.operation].symbol).strip()
    # The node “ReLU 1” bears its name inside.
    is_said = node.id == graph.output_name or not rest or rest.isdecimal()
    return "" if is_part or is_said else node.text


def _last_name(node_id: str) -> str:
    return node_id.rpartition("/")[2]
