"""The nodes of the picture as a list that a screen reader can read, one line a node in forward order: its
name, what it is, its value and its gradient.

A picture's items are invisible to screen readers. This list stands unseen in the picture's corner, has the
keyboard in its place, and is an ordinary list on every system, whose lines stand where their nodes do.
Whatever is chosen here is marked in the picture, and the reverse.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from gui.widgets.painted import Painted, Part

_Index = QModelIndex | QPersistentModelIndex


class Stop(NamedTuple):
    """A place where Tab stops: a node, or the frame of an opened compound."""

    node: str
    is_frame: bool


class NodeLines(QAbstractListModel):
    """The stops, each described by `describe` when it is asked for."""

    def __init__(self, describe: Callable[[Stop], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._describe = describe
        self._stops: tuple[Stop, ...] = ()
        self._rows: dict[Stop, int] = {}

    @property
    def stops(self) -> tuple[Stop, ...]:
        return self._stops

    def set_stops(self, stops: Sequence[Stop]) -> None:
        self.beginResetModel()
        self._stops = tuple(stops)
        self._rows = {stop: row for row, stop in enumerate(stops)}
        self.endResetModel()

    def row(self, stop: Stop) -> int:
        return self._rows.get(stop, -1)

    def describe_anew(self, nodes: Sequence[str]) -> None:
        """Tell whoever listens that these nodes have other numbers."""
        for node in nodes:
            row = self.row(Stop(node, False))
            if row >= 0:
                index = self.index(row)
                self.dataChanged.emit(index, index)

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._stops)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._describe(self._stops[index.row()])
        return None


class NodeList(Painted, QListView):
    """Keys are first offered to `keys`; Tab goes from node to node and leaves after the last. `part` says of
    a line what a screen reader is told."""

    painted_role = QAccessible.Role.List
    focus_changed = Signal(bool)
    chosen = Signal(int)

    def __init__(
        self,
        describe: Callable[[Stop], str],
        part: Callable[[Stop], Part],
        keys: Callable[[QKeyEvent], bool],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._part = part
        self._keys = keys
        self.nodes = NodeLines(describe, self)
        self.setModel(self.nodes)
        self.setFrameShape(QListView.Shape.NoFrame)
        # Outside of what its parent shows: a hidden widget could not have the keyboard.
        self.setGeometry(-2, -2, 1, 1)
        self.setUniformItemSizes(True)
        self.selectionModel().currentChanged.connect(self._on_current)

    def part_count(self) -> int:
        return len(self.nodes.stops)

    def part(self, index: int) -> Part:
        return self._part(self.nodes.stops[index])

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        row = self.currentIndex().row()
        if row >= 0:
            row += 1 if forward else -1
            if 0 <= row < len(self.nodes.stops):
                self.go_to(row)
                return True
        return super().focusNextPrevChild(forward)

    def _on_current(self, now: QModelIndex) -> None:
        self.chosen.emit(now.row())

    def go_to(self, row: int) -> None:
        self.setCurrentIndex(self.nodes.index(row) if row >= 0 else QModelIndex())

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Before Qt makes the first row the current one whichever way one comes.
        rows = len(self.nodes.stops)
        if rows and not self.currentIndex().isValid():
            if event.reason() == Qt.FocusReason.TabFocusReason:
                self.go_to(0)
            elif event.reason() == Qt.FocusReason.BacktabFocusReason:
                self.go_to(rows - 1)
        super().focusInEvent(event)
        self.focus_changed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Arrows and letters, which a list would take for itself, step through the trace.
        if not self._keys(event):
            event.ignore()
