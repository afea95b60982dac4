"""The rows of “All values”: each node with its value, its gradient and the check, as far as the steps have
come. What is not computed yet is blank, never 0."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from core.graph.cursor import Cursor
from core.graph.differences import Check, Verdict
from core.graph.ops.operation import Value
from gui.graph.model.model import GraphModel
from gui.graph.model.naming import captions_of, is_named, names_of
from gui.graph.model.numbers import literal, number_text, short, whole
from gui.language.texts import Speaking
from gui.look import fonts
from gui.look.theme import Theme

NODE, VALUE, GRADIENT, CHECK = range(4)
_ROLE = Qt.ItemDataRole
Index = QModelIndex | QPersistentModelIndex

_SIGNS = {Verdict.AGREES: "✓", Verdict.DIFFERS: "✗", Verdict.KINK: "∧", Verdict.UNDEFINED: "–"}
_COLORS = {
    Verdict.AGREES: "green",
    Verdict.DIFFERS: "vermilion",
    Verdict.KINK: "orange",
    Verdict.UNDEFINED: "muted",
}


class ValueRows(Speaking, QAbstractTableModel):
    """One row a node, in forward order; constants are left out."""

    def __init__(self, model: GraphModel, theme: Theme) -> None:
        super().__init__()
        self._model = model
        self._theme = theme
        self._nodes: list[str] = []
        self._names: Mapping[str, str] = {}
        self._captions: Mapping[str, str] = {}
        self._rows: dict[str, int] = {}
        self._known_at: Cursor | None = None
        self._known: dict[str, tuple[Value | None, bool]] = {}

    def node(self, row: int) -> str:
        return self._nodes[row]

    def row(self, node: str) -> int:
        """The node's row, −1 where it has none."""
        return self._rows.get(node, -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._nodes)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == _ROLE.DisplayRole:
            return (self.tr("node"), self.tr("value"), self.tr("gradient"), self.tr("check"))[section]
        if role == _ROLE.TextAlignmentRole:
            return _alignment(section)
        if role == _ROLE.ToolTipRole:
            return f"<qt>{self._head_tip(section)}</qt>"
        return None

    def _head_tip(self, section: int) -> str:
        return (
            self.tr("What the number is called, or how it is made. Press a row to see where it comes from."),
            self.tr("The forward value. Press an input twice to change it."),
            self.tr("The derivative of the output with respect to this number, as far as it has come back."),
            self.tr(
                "✓ where the gradient agrees with a central difference, which moves the number a little and "
                "uses forward values only; ✗ where it does not; ∧ at a kink, where no derivative exists."
            ),
        )[section]

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        node, column = self._nodes[index.row()], index.column()
        if role == _ROLE.DisplayRole:
            return self._text(node, column)
        if role == _ROLE.EditRole:
            return self._digits(node, column)
        if role == _ROLE.ToolTipRole:
            return self._tip(node, column)
        if role == _ROLE.TextAlignmentRole:
            return _alignment(column)
        if role == _ROLE.ForegroundRole:
            return self._theme.color(self._color(node, column))
        if role == _ROLE.FontRole and column == NODE:
            cursor = self._model.cursor
            lit = cursor is not None and cursor.step is not None and cursor.step.node == node
            return fonts.font(bold=lit)
        if role == _ROLE.AccessibleTextRole:
            return self._spoken(node, column)
        return None

    def check(self, node: str) -> Check | None:
        """The node's check, once its gradient can be seen."""
        cursor = self._model.cursor
        if cursor is None or self._gradient(node) is None or self._is_waiting(node):
            return None
        return self._model.checking.of.get(node)

    def _gradient(self, node: str) -> Value | None:
        """What has come back to the node so far; asked of the cursor once a place, and then several times."""
        return self._arrived(node)[0]

    def _is_waiting(self, node: str) -> bool:
        """Whether there is more to come."""
        return self._arrived(node)[1]

    def _arrived(self, node: str) -> tuple[Value | None, bool]:
        cursor = self._model.cursor
        assert cursor is not None
        if self._known_at is not cursor:
            self._known_at, self._known = cursor, {}
        if node not in self._known:
            self._known[node] = (cursor.gradient(node), cursor.waiting(node) > 0)
        return self._known[node]

    def _text(self, node: str, column: int) -> str:
        cursor = self._model.cursor
        if cursor is None:
            return ""
        if column == NODE:
            return self._title(node)
        if column == CHECK:
            check = self.check(node)
            if check is not None and node == self._model.checking.whole:
                return "…"
            return "" if check is None else _SIGNS[check.verdict]
        if column == VALUE:
            value = cursor.value(node)
            return "" if value is None else short(value, 4, 2)
        value = self._gradient(node)
        # What has arrived so far is not yet the whole gradient.
        more = " + …" if self._is_waiting(node) else ""
        return "" if value is None else short(value, 4, 2) + more

    def _digits(self, node: str, column: int) -> str:
        """The cell as it is copied: numbers as they are typed, with all their digits."""
        cursor = self._model.cursor
        if cursor is None or column not in (VALUE, GRADIENT):
            return self._text(node, column)
        value = cursor.value(node) if column == VALUE else self._gradient(node)
        return "" if value is None else literal(value)

    def _title(self, node: str) -> str:
        graph = self._model.graph
        assert graph is not None
        caption = self._captions[node].replace("-", "−")
        return caption if is_named(graph, node) else f"{self._names[node]} = {caption}"

    def _tip(self, node: str, column: int) -> str:
        cursor = self._model.cursor
        if cursor is None:
            return ""
        if column == CHECK:
            check = self.check(node)
            return "" if check is None else self.check_text(check)
        if column == NODE:
            return self._title(node)
        value = cursor.value(node) if column == VALUE else self._gradient(node)
        return "" if value is None else whole(value)

    def check_text(self, check: Check) -> str:
        """The check in a sentence or two."""
        if check.verdict is Verdict.KINK:
            said = self.tr("The function has a kink here: its slopes to the left and right differ.")
        elif check.verdict is Verdict.UNDEFINED:
            said = self.tr("Nothing to compare: the gradient or the difference is not a finite number.")
        else:
            far = number_text(check.difference, 3)
            if check.verdict is Verdict.AGREES:
                said = self.tr("Agrees with the central difference; they differ by {far}.").format(far=far)
            else:
                said = self.tr("Does not agree with the central difference: they differ by {far}.").format(
                    far=far
                )
        if check.is_sample:
            sample = self.tr(
                "{count} of {size} entries were compared, drawn at random; the menu of the row compares all."
            )
            said += " " + sample.format(count=check.compared.size, size=check.gradient.size)
        return f"<qt>{said}</qt>"

    def _color(self, node: str, column: int) -> str:
        if self._model.stale and column != NODE:
            return "muted"
        if column == CHECK:
            check = self.check(node)
            return "text" if check is None else _COLORS[check.verdict]
        if column == GRADIENT:
            # What has arrived so far is not yet the whole gradient.
            waiting = self._model.cursor is not None and self._is_waiting(node)
            return "orange" if waiting else "vermilion"
        return "blue" if column == VALUE else "text"

    def _spoken(self, node: str, column: int) -> str:
        text = self._text(node, column)
        head = str(self.headerData(column, Qt.Orientation.Horizontal))
        if column == NODE:
            return text
        if column == CHECK and text:
            check = self.check(node)
            return "" if check is None else self.check_text(check)[4:-5]
        return f"{head} {text}" if text else self.tr("{head}: not computed yet").format(head=head)

    def renew_nodes(self) -> None:
        """Other rows, for another set of nodes."""
        graph = self._model.graph
        self.beginResetModel()
        self._nodes = [] if graph is None else [node.id for node in graph.nodes if not node.is_constant]
        self._names = {} if graph is None else names_of(graph)
        self._captions = {} if graph is None else captions_of(graph)
        self._rows = {node: row for row, node in enumerate(self._nodes)}
        self.endResetModel()

    def renew_numbers(self) -> None:
        """Other texts or colours in all rows."""
        if self._nodes:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._nodes) - 1, CHECK))

    def renew_heads(self) -> None:
        """Other texts in the header."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, CHECK)


def _alignment(column: int) -> Qt.AlignmentFlag:
    across = {NODE: Qt.AlignmentFlag.AlignLeft, CHECK: Qt.AlignmentFlag.AlignHCenter}
    return across.get(column, Qt.AlignmentFlag.AlignRight) | Qt.AlignmentFlag.AlignVCenter
