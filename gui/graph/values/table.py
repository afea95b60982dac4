"""The table “All values”. A press on a row goes to the step that answers for it, two change an input."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from gui.graph.model.change import GraphChange
from gui.graph.model.model import GraphModel
from gui.graph.model.numbers import short
from gui.graph.values.rows import CHECK, GRADIENT, NODE, VALUE, ValueRows
from gui.look import fonts
from gui.look.theme import Theme
from gui.widgets.translated import Translated

ROW_HEIGHT = 26
HEAD_PADDING, PADDING = 18, 24  # of a head and of a cell
MOST_WIDTH = 108
LEAST_NAMES = 0.3
"""The share of the width that the names have where that is what they need; numbers give way to it."""
MOST_ROWS = 200
"""These stand for all of a larger graph: to write every number of it would be felt."""


class ValuesTable(Translated, QTableView):
    """`edit_asked` names an input; `place_of` says where its number stands."""

    edit_asked = Signal(str)

    def __init__(self, model: GraphModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._graph_model = model
        self._rows = ValueRows(model, theme)
        self._needs = dict.fromkeys((NODE, VALUE, GRADIENT, CHECK), 0)  # pixels of each column
        self.setModel(self._rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setMinimumSectionSize(ROW_HEIGHT)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(NODE, QHeaderView.ResizeMode.Stretch)
        self.setItemDelegate(_Delegate(theme, self))
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_double_clicked)
        model.changed.connect(self._on_changed)
        theme.changed.connect(self._show)
        self._retranslate()

    @property
    def rows(self) -> ValueRows:
        return self._rows

    def place_of(self, node: str) -> QRect:
        """Where the node's value stands, in the viewport."""
        return self.visualRect(self._rows.index(max(self._rows.row(node), 0), VALUE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is a press on the row; F2 changes an input."""
        index = self.currentIndex()
        if index.isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_clicked(index)
        elif index.isValid() and event.key() == Qt.Key.Key_F2:
            self._on_double_clicked(index)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of a row: change an input, compare all of a sampled array."""
        index = self.indexAt(event.pos()) if event.reason() == event.Reason.Mouse else self.currentIndex()
        if index.isValid():
            at = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
            self.menu_for(self._rows.node(index.row())).popup(at)

    def menu_for(self, node: str) -> QMenu:
        """What can be done with a node's row."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Go to its step"), lambda: self._graph_model.explain(node))
        graph, check = self._graph_model.graph, self._rows.check(node)
        if graph is not None and graph.node(node).is_input:
            menu.addAction(self.tr("Change the value…"), lambda: self.edit_asked.emit(node))
        if check is not None and check.is_sample:
            text = self.tr("Compare all {count} entries with differences").format(
                count=f"{check.gradient.size:,}"
            )
            action = menu.addAction(text, lambda: self._graph_model.checking.check_all_entries(node))
            action.setEnabled(not self._graph_model.checking.whole)
        return menu

    def _on_clicked(self, index: QModelIndex) -> None:
        self._graph_model.explain(self._rows.node(index.row()))

    def _on_double_clicked(self, index: QModelIndex) -> None:
        node = self._rows.node(index.row())
        graph = self._graph_model.graph
        if graph is not None and graph.node(node).is_input:
            self.edit_asked.emit(node)

    def _on_changed(self, what: GraphChange) -> None:
        if GraphChange.GRAPH in what:
            self._rows.renew_nodes()
        if GraphChange.TRACE in what:
            self._fit_columns()
        if what & (GraphChange.CURSOR | GraphChange.CHECKS | GraphChange.STALE):
            self._show()
        if what & (GraphChange.GRAPH | GraphChange.SELECTION):
            self._mark()
        if GraphChange.CURSOR in what:
            self._follow()

    def _show(self) -> None:
        self._rows.renew_numbers()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def _fit_columns(self) -> None:
        """Find out what names need, and numbers at any step."""
        trace = self._graph_model.trace
        texts: dict[int, set[str]] = {NODE: set(), VALUE: set(), GRADIENT: set(), CHECK: set()}
        for row in range(min(self._rows.rowCount(), MOST_ROWS)):
            assert trace is not None
            node = self._rows.node(row)
            texts[NODE].add(str(self._rows.index(row, NODE).data()))
            texts[VALUE].add(short(trace.values[node], 4, 2))
            texts[GRADIENT].add(short(trace.gradient(node), 4, 2))
        metrics, small = self.fontMetrics(), QFontMetrics(fonts.font(fonts.SMALL))
        for column, found in texts.items():
            title = str(self._rows.headerData(column, Qt.Orientation.Horizontal))
            widths = [metrics.horizontalAdvance(text) + PADDING for text in found]
            self._needs[column] = max(small.horizontalAdvance(title) + HEAD_PADDING, *widths, 0)
        self._share_out()

    def _share_out(self) -> None:
        """Give numbers the room that they need, and the names all that is left."""
        head, width = self.horizontalHeader(), self.viewport().width()
        names = min(self._needs[NODE], round(LEAST_NAMES * width))
        most = min((width - names - self._needs[CHECK]) // 2, MOST_WIDTH)
        for column in (VALUE, GRADIENT, CHECK):
            head.resizeSection(column, min(self._needs[column], most))

    def _mark(self) -> None:
        """The row of the selected node."""
        row = self._rows.row(self._graph_model.selected)
        if row < 0:
            self.clearSelection()
            return
        index = self._rows.index(row, NODE)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)

    def _follow(self) -> None:
        """Keep the row of this step in sight."""
        cursor = self._graph_model.cursor
        if cursor is not None and cursor.step is not None and not self._graph_model.selected:
            row = self._rows.row(cursor.step.node)
            if row >= 0:
                self.scrollTo(self._rows.index(row, NODE))

    def _retranslate(self) -> None:
        self._rows.renew_heads()
        self._fit_columns()
        self._show()
        self.setAccessibleName(self.tr("All values"))
        does = self.tr("Enter goes to the step that a row comes from; F2 changes an input.")
        self.setAccessibleDescription(does)
        self.setWhatsThis(does)


class _Delegate(QStyledItemDelegate):
    """A row that is selected has its ground, and keeps the colours of value, gradient and check."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self._theme.color("selection"))
        super().paint(painter, option, index)

    def initStyleOption(  # noqa: N802
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_Selected
