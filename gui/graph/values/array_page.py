"""The numbers of an array: its values, or what has come back to it, in numbered rows and columns."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QShowEvent
from PySide6.QtWidgets import QComboBox, QLabel, QTableView, QWidget

from core.graph.ops.operation import Array, Value, shape_text
from gui.graph.model.change import GraphChange
from gui.graph.model.model import GraphModel
from gui.graph.model.numbers import number_text
from gui.graph.picture.arrays.kinds import PLAIN, array_kinds
from gui.graph.picture.arrays.legend import words
from gui.graph.picture.look import ENDS, Part, Scale
from gui.look.theme import Theme
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.layouts import column_of, row_of
from gui.widgets.roles import set_tip, with_role
from gui.widgets.translated import Translated

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT, COLUMN_WIDTH = 24, 74
MOST_STRONG = 0.45  # how opaque the tint of the largest number is


class ArrayCells(QAbstractTableModel):
    """A matrix, tinted by sign and size. A vector is one row; of more than two axes, all but the last are
    the rows."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._matrix: Array = np.zeros((0, 0))
        self._largest = 1.0
        self._scale: Scale = "forward"

    def show_value(self, value: Value | None, scale: Scale) -> None:
        self.beginResetModel()
        self._scale = scale
        array = np.zeros((0, 0)) if value is None else np.atleast_1d(np.asarray(value))
        self._matrix = array.reshape(-1, array.shape[-1]) if array.size else np.zeros((0, 0))
        finite = np.abs(self._matrix[np.isfinite(self._matrix)])
        self._largest = float(finite.max()) if finite.size and finite.max() > 0 else 1.0
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._matrix.shape[0]

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._matrix.shape[1]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        return str(section) if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        value = float(self._matrix[index.row(), index.column()])
        if role == Qt.ItemDataRole.DisplayRole:
            return number_text(value, 4)
        if role == Qt.ItemDataRole.EditRole:
            return repr(value)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"[{index.row()}, {index.column()}]  {value!r}".replace("-", "−")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.BackgroundRole and np.isfinite(value):
            end = ENDS[self._scale][value > 0]
            tint: QColor = self._theme.color(end, MOST_STRONG * abs(value) / self._largest)
            return tint
        return None


class ArrayPage(Translated, QWidget):
    """The array of the selected node, value or gradient; empty, with a sentence, for a single number.

    `entry_chosen`: node, row and column of a number that was pressed twice, or Enter on it.
    """

    entry_chosen = Signal(str, int, int)

    def __init__(self, model: GraphModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self._node = ""
        self._name = with_role(ElidedLabel(), "strong")
        self._empty = with_role(QLabel(wordWrap=True), "muted")
        self.legend = with_role(QLabel(), "muted")
        self.what = QComboBox()
        self.what.addItems(["", ""])
        self.numbers = ArrayCells(theme)
        self.table = QTableView(showGrid=False)
        self.table.setTabKeyNavigation(False)
        self.table.setModel(self.numbers)
        for head, size in (
            (self.table.horizontalHeader(), COLUMN_WIDTH),
            (self.table.verticalHeader(), ROW_HEIGHT),
        ):
            head.setDefaultSectionSize(size)
            head.setMinimumSectionSize(ROW_HEIGHT)
            head.setHighlightSections(False)
        line = row_of((self._name, 1), self.what, spacing=8)
        self.setLayout(
            column_of(line, self.legend, self._empty, (self.table, 1), spacing=6, margins=(0, 6, 0, 0))
        )
        self.what.currentIndexChanged.connect(self._show)
        self.table.activated.connect(self._on_activated)
        self.table.selectionModel().currentChanged.connect(self._on_current)
        self.table.doubleClicked.connect(self._on_activated)
        model.changed.connect(self._on_changed)
        theme.changed.connect(self._show)
        self._retranslate()

    @property
    def node(self) -> str:
        """The array that is shown, or ""."""
        return self._node

    def show_gradient(self, wanted: bool) -> None:
        self.what.setCurrentIndex(1 if wanted else 0)

    def _on_activated(self, index: QModelIndex) -> None:
        self.entry_chosen.emit(self._node, index.row(), index.column())

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid():
            entry = index.row() * self.numbers.columnCount() + index.column()
            self._model.select_entry(self._node, entry)

    def _on_changed(self, what: GraphChange) -> None:
        if what & (GraphChange.CURSOR | GraphChange.SELECTION) and self.isVisible():
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def _show(self) -> None:
        cursor, selected = self._model.cursor, self._model.selected
        is_array = (
            cursor is not None and selected in cursor.trace.graph and cursor.trace.values[selected].ndim
        )
        self._node = selected if is_array else ""
        for widget in (self._name, self.what, self.legend, self.table):
            widget.setVisible(bool(is_array))
        self._empty.setVisible(not is_array)
        self._empty.setText(self.tr("Choose a node that holds an array to see its numbers here."))
        if cursor is None or not is_array:
            self.numbers.show_value(None, "forward")
            return
        shape = shape_text(cursor.trace.values[selected].shape)
        self._name.setText(f"{selected}  {shape}")
        wants_gradient = self.what.currentIndex() == 1
        value = cursor.gradient(selected) if wants_gradient else cursor.value(selected)
        if value is None:
            self._empty.setVisible(True)
            for widget in (self.legend, self.table):
                widget.setVisible(False)
            self._empty.setText(self.tr("Not computed yet at this step."))
        part: Part = "gradient" if wants_gradient else "value"
        scale = array_kinds(cursor.trace.graph).get(selected, PLAIN).scale(part)
        self.legend.setText(words(scale, self._theme.tokens))
        self.numbers.show_value(value, scale)
        self.table.setAccessibleName(f"{self.what.currentText()} {self._name.text()}")

    def _retranslate(self) -> None:
        self.what.setItemText(0, self.tr("value"))
        self.what.setItemText(1, self.tr("gradient"))
        self.what.setAccessibleName(self.tr("Value or gradient"))
        set_tip(self.what, self.tr("Show the forward values of the array, or the gradients that came back."))
        self.table.setWhatsThis(self.tr("Every number of the array; a double click gives one another value."))
        self._show()
