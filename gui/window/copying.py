"""Edit → Copy: what has the focus goes to the clipboard, in the form that other programs take it in.

A field gives what is marked in it, a table its rows with tabs between the cells. What has a form of its own
says it by `copied`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QTextEdit,
    QWidget,
)


@runtime_checkable
class Copied(Protocol):
    """A widget that knows what a copy of it is; None where it shows nothing."""

    def copied(self) -> QMimeData | None: ...


def copy_focused(focus: QWidget | None) -> bool:
    """Copy what has the focus, or what stands around it. False where there is nothing to copy."""
    if isinstance(focus, QAbstractSpinBox):
        focus = focus.findChild(QLineEdit)
    if isinstance(focus, (QLineEdit, QTextEdit, QPlainTextEdit)):
        focus.copy()
        return True
    if isinstance(focus, QLabel) and focus.hasSelectedText():
        QGuiApplication.clipboard().setText(focus.selectedText())
        return True
    around = list(_around(focus))
    known = next((widget for widget in around if isinstance(widget, Copied)), None)
    found = None if known is None else known.copied()
    table = next((widget for widget in around if isinstance(widget, QAbstractItemView)), None)
    if found is None and table is not None:
        found = QMimeData()
        found.setText(rows_text(table))
    if found is not None:
        QGuiApplication.clipboard().setMimeData(found)
    return found is not None


def rows_text(view: QAbstractItemView) -> str:
    """What is selected, or all: a line for each row below the heads, with tabs between the cells; of a single
    cell what stands in it. Numbers have all their digits, where the model has them under the role of editing.
    """
    model, chosen = view.model(), view.selectionModel().selectedIndexes()
    if len(chosen) == 1:
        return _cell_text(chosen[0])
    root, is_table = view.rootIndex(), isinstance(view, QTableView)
    rows = sorted({index.row() for index in chosen}) or range(model.rowCount(root))
    # A list has one column, and its model does not say so.
    columns = sorted({index.column() for index in chosen}) or range(
        model.columnCount(root) if is_table else 1
    )
    heads = [str(model.headerData(column, Qt.Orientation.Horizontal)) for column in columns]
    lines = [heads] if is_table else []
    lines += [[_cell_text(model.index(row, column)) for column in columns] for row in rows]
    return "\n".join("\t".join(line) for line in lines)


def _cell_text(cell: QModelIndex) -> str:
    found = cell.data(Qt.ItemDataRole.EditRole)
    found = cell.data(Qt.ItemDataRole.DisplayRole) if found is None else found
    return "" if found is None else str(found)


def _around(widget: QWidget | None) -> Iterator[QWidget]:
    while widget is not None:
        yield widget
        widget = None if widget.isWindow() else widget.parentWidget()
