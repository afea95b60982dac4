"""What Edit → Copy takes from the widget that has the focus: a picture, a number, a table.

A widget that has more to give than Qt's own says so with a method `copied`; fields, labels and tables of Qt
are known here. The first of the focused widget and its parents that has anything is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

Rows = Iterable[Iterable[object]]
_FIELDS = (QLineEdit, QAbstractSpinBox, QComboBox, QPlainTextEdit)


@runtime_checkable
class Copied(Protocol):
    """A widget of which something can be copied."""

    def copied(self) -> QMimeData | None:
        """What is copied now; None where there is nothing."""


def copied_from(widget: QWidget | None) -> QMimeData | None:
    """What the widget, or else the nearest of its parents that has something, gives to the clipboard. A field
    is asked itself; of the others those that have a form of their own go before tables of Qt, which may be
    what the keyboard moves in a picture."""
    around = list(_around(widget))
    asked = around[:1] if isinstance(widget, _FIELDS) else []
    asked += [one for one in around if isinstance(one, Copied)]
    return next((found for one in (*asked, *around) if (found := _copied(one)) is not None), None)


def _around(widget: QWidget | None) -> Iterator[QWidget]:
    while widget is not None:
        yield widget
        widget = None if widget.isWindow() else widget.parentWidget()


def text_to_copy(text: str) -> QMimeData | None:
    """A number or a sentence; None for an empty one. A minus becomes the one that programs read."""
    if not text:
        return None
    mime = QMimeData()
    mime.setText(text.replace("−", "-"))
    return mime


def table_to_copy(rows: Rows, picture: QImage | None = None) -> QMimeData | None:
    """Lines of cells with tabs between them, as a spreadsheet takes them, and a picture beside them."""
    mime = text_to_copy("\n".join("\t".join(map(str, row)) for row in rows))
    if picture is not None:
        mime = mime or QMimeData()
        mime.setImageData(picture)
    return mime


def _copied(widget: QWidget) -> QMimeData | None:
    match widget:
        case Copied():
            return widget.copied()
        case QLineEdit():
            return text_to_copy(widget.selectedText() or widget.text())
        case QAbstractSpinBox():
            return text_to_copy(widget.lineEdit().selectedText() or widget.text())
        case QComboBox():
            return text_to_copy(widget.currentText())
        case QLabel():
            return text_to_copy(widget.selectedText())
        case QPlainTextEdit():
            return text_to_copy(widget.textCursor().selection().toPlainText() or widget.toPlainText())
        case QAbstractItemView():
            return _copied_items(widget)
    return None


def _copied_items(view: QAbstractItemView) -> QMimeData | None:
    """The cell that is selected; of several their rows and columns, of none the whole table, under the names
    of the columns where these are seen. Numbers have all the digits that the model has for an editor."""
    model, root = view.model(), view.rootIndex()
    chosen = {(index.row(), index.column()) for index in view.selectionModel().selectedIndexes()}
    rows = sorted({row for row, _ in chosen}) or range(model.rowCount(root))
    # A list has one column, and its model does not say so.
    all_columns = range(model.columnCount(root) if isinstance(view, QTableView) else 1)
    columns = sorted({column for _, column in chosen}) or all_columns
    if isinstance(view, QTableView):
        columns = [column for column in columns if not view.isColumnHidden(column)]
    cells = [[_cell_text(model.index(row, column, root)) for column in columns] for row in rows]
    if len(chosen) != 1 and isinstance(view, QTableView) and not view.horizontalHeader().isHidden():
        cells.insert(0, [_text(model.headerData(c, Qt.Orientation.Horizontal)) for c in columns])
    return table_to_copy(cells)


def _cell_text(cell: QModelIndex) -> str:
    found = cell.data(Qt.ItemDataRole.EditRole)
    return _text(cell.data() if found is None else found)


def _text(data: object) -> str:
    return "" if data is None else str(data)
