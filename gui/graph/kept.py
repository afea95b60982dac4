"""What of the Graph workspace would be lost with a sitting: an expression, and values that were edited.

A network that is drawn is not among that: its numbers are those of a run.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject

from gui.graph.model.change import GraphChange
from gui.graph.model.subject import Subject
from gui.graph.workspace import GraphWorkspace


class KeptGraph(QObject):
    """`note` is called when there may be something else to keep."""

    def __init__(self, workspace: GraphWorkspace, note: Callable[[], None]) -> None:
        super().__init__(workspace)
        self._model = workspace.model
        self._field = workspace.expression.field
        self._note = note
        self._model.changed.connect(self._on_changed)
        self._field.textChanged.connect(note)

    def kept(self) -> Mapping[str, Any]:
        """The subject, its inputs with their values, and a text that is written and not drawn yet."""
        subject, graph = self._model.subject, self._model.graph
        is_own = subject.kind == "expression" or (subject.kind == "example" and self._model.edited)
        kept: dict[str, Any] = {}
        if graph is not None and is_own and not self._model.can_leave:
            inputs = {node.id: node.value for node in graph.inputs if node.value is not None}
            kept = {"kind": subject.kind, "key": subject.key, "text": subject.text}
            kept["values"] = {name: value.tolist() for name, value in inputs.items()}
            kept["began_with"] = list(subject.began_with)
        text = self._field.toPlainText()
        if text.strip() and text != subject.text:
            kept["written"] = text
        return kept

    def bring_back(self, kept: Mapping[str, Any]) -> None:
        if "kind" in kept:
            began_with = tuple(kept["began_with"])
            subject = Subject(kept["kind"], kept["key"], kept["text"], began_with=began_with)
            self._model.bring_back(subject, kept["values"])
        if "written" in kept:
            self._field.setPlainText(kept["written"])

    def _on_changed(self, what: GraphChange) -> None:
        if what & (GraphChange.SUBJECT | GraphChange.TRACE):
            self._note()
