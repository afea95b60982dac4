"""One output of an Affine node: z[n, j] as its scalar products, its bias and their sum.

Every number is read from the trace, so from the network as it was when it was drawn.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHeaderView, QLabel, QPushButton, QSpinBox, QTableView, QWidget

from core.errors import LabError
from core.graph.ops.operation import Array
from core.graph.trace import Trace
from gui.formula.tree import Row, Symbol, row
from gui.formula.view import FormulaView
from gui.graph.model.change import GraphChange
from gui.graph.model.model import GraphModel
from gui.graph.model.numbers import number_text
from gui.language.texts import Speaking
from gui.look import fonts
from gui.look.icons import Icons
from gui.widgets.fields.whole_entry import WholeEntry
from gui.widgets.layouts import Stretch, column_of, row_of
from gui.widgets.roles import set_role, set_tip
from gui.widgets.translated import Translated

Index = QModelIndex | QPersistentModelIndex
AFFINE = ("affine", "matmul")
Factors = tuple[Array, Array, Array | None]
ROW_HEIGHT = 24
INDENT = 10  # pixels: where the table's own texts begin

MEASURED_ROWS = 100
"""So many rows decide how wide a column is: a network of the book has 784 of them."""


class ProductRows(Speaking, QAbstractTableModel):
    """x[n, i], W[i, j] and their product, the largest products first; it says which entries they are."""

    def __init__(self) -> None:
        super().__init__()
        self._order = np.zeros(0, dtype=np.intp)
        self._x: Array = np.zeros(0)
        self._w: Array = np.zeros(0)

    def show_products(self, x: Array, w: Array) -> None:
        self.beginResetModel()
        self._x, self._w = x, w
        self._order = np.argsort(-np.abs(x * w), kind="stable")
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 4

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return ("i", "x[n, i]", "W[i, j]", self.tr("product"))[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        i = int(self._order[index.row()])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.EditRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return None
        if index.column() == 0:
            return str(i)
        number = float((self._x[i], self._w[i], self._x[i] * self._w[i])[index.column() - 1])
        if role == Qt.ItemDataRole.EditRole:
            return repr(number)
        if role == Qt.ItemDataRole.ToolTipRole:
            return repr(number).replace("-", "−")
        return number_text(number, 3)


class OutputPage(Translated, QWidget):
    """Two fields choose n and j. `products` are the rows, `total` the line below them."""

    def __init__(self, model: GraphModel, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._node = ""
        self.row = QSpinBox()
        self.column = QSpinBox()
        for box in (self.row, self.column):
            WholeEntry().serve(box)
        self.draw = QPushButton()
        self._names = (QLabel("n"), QLabel("j"))
        self._empty = QLabel(wordWrap=True)
        self.products = ProductRows()
        self.table = QTableView(showGrid=False)
        self.table.setTabKeyNavigation(False)
        self.table.setModel(self.products)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column in (0, 3):  # an index is short, a product has a zero more than its factors
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        head.setResizeContentsPrecision(MEASURED_ROWS)
        head.setHighlightSections(False)
        self.total = FormulaView(icons.theme, fonts.BODY)
        for label in (*self._names, self._empty):
            set_role(label, "muted")
        n, j = self._names
        line = row_of(
            *(n, self.row, j, self.column, Stretch(1), self.draw), spacing=6, margins=(INDENT, 0, INDENT, 0)
        )
        total = row_of((self.total, 1), margins=(INDENT, 0, 0, 6))
        self.setLayout(column_of(self._empty, line, (self.table, 1), total, spacing=6, margins=(0, 6, 0, 0)))
        self.row.valueChanged.connect(self._show)
        self.column.valueChanged.connect(self._show)
        self.draw.clicked.connect(self._on_draw)
        model.changed.connect(self._on_changed)
        self._retranslate()

    @property
    def node(self) -> str:
        """The Affine node or matrix product that is looked into, or ""."""
        return self._node

    def choose(self, node: str, row: int, column: int) -> bool:
        """Look into one entry of a node's output; False where that is not an output of an Affine node."""
        trace = self._model.trace
        if trace is None or node not in trace.graph or not _can_show(trace, node):
            return False
        self._model.select(node)
        self._choose(_factors(trace, node), row, column)
        if self.isVisible():
            self._show()
        return True

    def _choose(self, factors: Factors, row: int, column: int) -> None:
        """The entry in the fields, or the nearest that there is; they say nothing of it."""
        x, w, _ = factors
        for field, value, size in ((self.row, row, x.shape[0]), (self.column, column, w.shape[1])):
            field.blockSignals(True)
            field.setMaximum(size - 1)
            field.setValue(value)
            field.blockSignals(False)

    def _find_node(self) -> str:
        """The selected one, else that of this step, else the first of the graph."""
        trace, cursor = self._model.trace, self._model.cursor
        if trace is None or cursor is None:
            return ""
        step = "" if cursor.step is None else cursor.step.node
        for node in (self._model.selected, step, self._node, *trace.graph.index):
            if node in trace.graph and _can_show(trace, node):
                return node
        return ""

    def _on_changed(self, what: GraphChange) -> None:
        if what & (GraphChange.CURSOR | GraphChange.SELECTION) and self.isVisible():
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def _show(self) -> None:
        self._node = self._find_node()
        trace, cursor = self._model.trace, self._model.cursor
        found = bool(self._node)
        for widget in (self.row, self.column, self.draw, self.table, self.total, *self._names):
            widget.setVisible(found)
        self._empty.setVisible(not found)
        if trace is None or cursor is None or not found:
            self._empty.setText(self.tr("Here an Affine node shows one of its outputs; this graph has none."))
            return
        x, w, b = factors = _factors(trace, self._node)
        self._choose(factors, self.row.value(), self.column.value())
        n, j = self.row.value(), self.column.value()
        known = cursor.value(self._node) is not None
        if not known:
            self._empty.setVisible(True)
            self._empty.setText(self.tr("{node} is not computed yet at this step.").format(node=self._node))
            self.table.setVisible(False)
            self.total.setVisible(False)
            return
        self.products.show_products(x[n], w[:, j])
        self.total.set_rows(
            self._sums(x[n] @ w[:, j], None if b is None else b[j if b.size > 1 else 0], n, j)
        )

    def _sums(self, products: float, bias: float | None, n: int, j: int) -> list[Row]:
        name = f"{self._node}[{n}, {j}]"
        items: list[Symbol | str] = [name, "=", "Σ x·W"]
        numbers: list[Symbol | str] = ["=", Symbol(number_text(float(products)), "blue")]
        if bias is not None:
            items += ["+", f"b[{j}]"]
            numbers += ["+", Symbol(_bracketed(number_text(float(bias))), "blue")]
        result = float(products) + (0.0 if bias is None else float(bias))
        numbers += ["=", Symbol(number_text(result), "blue", bold=True)]
        return [row(*items), row(*numbers)]

    def _on_draw(self) -> None:
        try:
            self._model.show_output(self._node, self.row.value(), self.column.value())
        except LabError as error:
            self._model.failed.emit(error)

    def _retranslate(self) -> None:
        self.row.setAccessibleName(self.tr("Example n"))
        self.column.setAccessibleName(self.tr("Output j"))
        set_tip(self.row, self.tr("n: which example of the batch, counted from 0."))
        set_tip(self.column, self.tr("j: which output of the layer, counted from 0."))
        self.draw.setText(self.tr("Draw it"))
        set_tip(
            self.draw,
            self.tr(
                "Draw this output as a graph of single numbers: its largest products, the bias, the sum."
            ),
        )
        self.table.setAccessibleName(self.tr("Products"))
        self.table.setWhatsThis(
            self.tr("Each input of this output with its weight and their product, whose sum it is.")
        )
        self._show()


def _can_show(trace: Trace, node_id: str) -> bool:
    node = trace.graph.node(node_id)
    return node.operation in AFFINE and all(trace.values[own].ndim <= 2 for own in node.operands)


def _factors(trace: Trace, node_id: str) -> Factors:
    """x (N, D), W (D, H) and b (H,), where there is one."""
    node = trace.graph.node(node_id)
    x, w = (np.asarray(trace.values[own]) for own in node.operands[:2])
    b = np.asarray(trace.values[node.operands[2]]).reshape(-1) if len(node.operands) > 2 else None
    return (x if x.ndim == 2 else x.reshape(1, -1)), (w if w.ndim == 2 else w.reshape(-1, 1)), b


def _bracketed(text: str) -> str:
    return f"({text})" if text.startswith("−") else text
