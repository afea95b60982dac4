"""What a node is called inside a formula. A name that a person gave stays; a node that nobody named, such as
the product in (apple · n) · tax, becomes a letter, the same at every step, and a line says what it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from core.graph import text as graph_text
from core.graph.graph import Graph

_LETTERS = ("z", "s", "c", "h", "q")
_DIGITS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
CAPTION = 40


def is_named(graph: Graph, node_id: str) -> bool:
    node = graph.node(node_id)
    return not node.is_operation or bool(node.text) or node_id == graph.output


@lru_cache(maxsize=2)
def names_of(graph: Graph) -> Mapping[str, str]:
    """Each node's name in formulas: z for the only one without a name, z₁, z₂, … for several.

    Kept for the graph on screen: every step asks again, and a graph never changes.
    """
    taken = {node.id for node in graph.nodes} | {graph.output_name}
    letter = next((x for x in _LETTERS if x not in taken), "z")
    unnamed = [node.id for node in graph.nodes if not is_named(graph, node.id)]
    found: dict[str, str] = {}
    for node in graph.nodes:
        if node.is_constant:
            found[node.id] = node.text.replace("-", "−") if node.text else node.id
        else:
            found[node.id] = node.id
    for number, node_id in enumerate(unnamed, start=1):
        found[node_id] = letter if len(unnamed) == 1 else letter + str(number).translate(_DIGITS)
    found[graph.output] = graph.output_name
    return found


def letters_of(
    graph: Graph, nodes: Sequence[str], captions: Mapping[str, str]
) -> tuple[tuple[str, str], ...]:
    """What the letters among these nodes stand for: (z, apple × n)."""
    names = names_of(graph)
    unnamed = [node for node in dict.fromkeys(nodes) if not is_named(graph, node)]
    return tuple((names[node], captions[node].replace("-", "−")) for node in unnamed)


@lru_cache(maxsize=2)
def captions_of(graph: Graph) -> Mapping[str, str]:
    """What each node is called in tables and messages; the output by the name that a person gave it."""
    found = graph_text.captions(graph, CAPTION)
    found[graph.output] = graph.output_name
    return found
