"""Making a graph node by node: for the parser, the examples and the networks. It computes nothing, and it
names the nodes that nobody named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from numpy.typing import ArrayLike

from core.graph.graph import CONSTANT, INPUT, MAX_NODES, Graph, Node, as_value, require_room
from core.graph.ops import OPERATIONS
from core.graph.ops.operation import Number


class GraphBuilder:
    """Collects nodes in order, `most` of them, and names those that nobody named: `multiply1`, `multiply2`,
    `const1`."""

    def __init__(self, reserved: Iterable[str] = (), most: int = MAX_NODES) -> None:
        self._most = most
        self._nodes: list[Node] = []
        self._reserved = set(reserved)
        self._counts: dict[str, int] = {}
        self._ids: set[str] = set()

    def __contains__(self, node_id: str) -> bool:
        return node_id in self._ids

    def __len__(self) -> int:
        return len(self._nodes)

    def input(self, name: str, value: ArrayLike | None = None, place: tuple[int, int] = (0, 0)) -> str:
        settled = None if value is None else as_value(value)
        return self._add(Node(name, INPUT, value=settled, text=name, place=place))

    def constant(
        self, value: ArrayLike, text: str = "", name: str = "", place: tuple[int, int] = (0, 0)
    ) -> str:
        node_id = name or self._new_id("const")
        return self._add(Node(node_id, CONSTANT, value=as_value(value), text=text, place=place))

    def apply(
        self,
        operation: str,
        *operands: str,
        name: str = "",
        options: Mapping[str, Number | None] | None = None,
        place: tuple[int, int] = (0, 0),
    ) -> str:
        """A node of the table's row `operation`; options left out take the row's own values."""
        row = OPERATIONS[operation]
        given = tuple({**row.options, **(options or {})}.items()) if row.options else ()
        node_id = name or self._new_id(operation)
        return self._add(Node(node_id, operation, operands, given, text=name, place=place))

    def rename(self, node_id: str, name: str) -> str:
        """Give the node that was added last the name that the text has for it; its number is free again."""
        if self._nodes[-1].id != node_id:
            raise ValueError(f"{node_id} is not the last node")
        self._ids.discard(node_id)
        last = self._nodes.pop()
        if node_id == f"{last.operation}{self._counts.get(last.operation)}":
            self._counts[last.operation] -= 1
        return self._add(replace(last, id=name, text=name))

    def build(self, output: str, output_name: str = "") -> Graph:
        return Graph(tuple(self._nodes), output, output_name)

    def _new_id(self, stem: str) -> str:
        while True:
            self._counts[stem] = self._counts.get(stem, 0) + 1
            node_id = f"{stem}{self._counts[stem]}"
            if node_id not in self._reserved and node_id not in self._ids:
                return node_id

    def _add(self, node: Node) -> str:
        if node.id in self._ids:
            raise ValueError(f"two nodes are called {node.id}")
        require_room(len(self._nodes) + 1, self._most)
        self._ids.add(node.id)
        self._nodes.append(node)
        return node.id
