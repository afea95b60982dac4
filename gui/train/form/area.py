"""Network and training beneath one another.

The list of layers scrolls by itself where it is long, so that the training stays on the screen; where the
window is too low for a short list and the training, both scroll together as well.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QScrollArea, QVBoxLayout, QWidget

from gui.document.network_on_table import NetworkOnTable
from gui.look.icons import Icons
from gui.train.form.panel import TrainingPanel
from gui.train.network.layer_list import GAP
from gui.train.network.panel import NetworkPanel
from gui.train.network.row import ROW_HEIGHT

SCROLL_BAR_WIDTH = 10
LEAST_LIST = 5 * (ROW_HEIGHT + GAP) + ROW_HEIGHT // 2
"""Pixels of the list that are seen at least: one hidden layer is, and of more the next row in part."""
EDGE = 24  # pixels that are seen above and below what is scrolled to


class FormArea(QScrollArea):
    """`network` and `training`. What is marked, or dragged to, is brought into sight; a text that is not a
    number keeps a run from being started. `apply_preset` is called with the preset that a person chose."""

    def __init__(
        self,
        table: NetworkOnTable,
        apply_preset: Callable[[str], None],
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, widgetResizable=True)
        self._document = table.document
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setSpacing(12)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._content)
        self.network = NetworkPanel(table, apply_preset, icons, self._content)
        self.training = TrainingPanel(table, icons, self._content)
        self._layers, self._list_area = self.network.layers, self.network.area
        self._column.addWidget(self.network)
        self._column.addWidget(self.training)
        self._column.addStretch(1)
        self._connect()
        self._keep_width(0, 0)

    def _connect(self) -> None:
        self.verticalScrollBar().rangeChanged.connect(self._keep_width)
        self._layers.installEventFilter(self)
        self._layers.dragged_to.connect(self._show_place)
        # After the row has its place: it may just have been made.
        self._layers.marked.connect(lambda row: QTimer.singleShot(0, row, lambda: self._show_row(row)))
        self.network.refusal_changed.connect(self._on_refusal_changed)
        self.training.refusal_changed.connect(self._on_refusal_changed)

    def _on_refusal_changed(self) -> None:
        self._document.refuse(self.network.refusal or self.training.refusal)

    def _keep_width(self, _least: int, most: int) -> None:
        """The bar's place is kept while there is none: nothing moves when it comes."""
        self._column.setContentsMargins(0, 0, 0 if most > 0 else SCROLL_BAR_WIDTH, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and watched in (self._content, self._layers):
            self._share_out()
        return super().eventFilter(watched, event)

    def _share_out(self) -> None:
        """The list has the height that the rest leaves, not more than it takes, and not less than
        `LEAST_LIST`."""
        width = self.viewport().width()
        rest = _height(self._column, width) - self._list_area.minimumHeight()
        whole = _height(self._layers.layout(), self._list_area.viewport().width())
        height = min(whole, max(self.viewport().height() - rest, LEAST_LIST))
        if height != self._list_area.minimumHeight():
            self._list_area.setFixedHeight(height)

    def _show_place(self, y: int) -> None:
        self._list_area.ensureVisible(0, y, 0, EDGE)
        self.ensureVisible(0, self._layers.mapTo(self._content, QPoint(0, y)).y(), 0, EDGE)

    def _show_row(self, row: QWidget) -> None:
        self._list_area.ensureWidgetVisible(row, 0, EDGE)
        self.ensureWidgetVisible(row, 0, EDGE)


def _height(layout: QLayout | None, width: int) -> int:
    """The least height of what is laid out, at that width: texts that wrap are higher where it is narrow."""
    assert layout is not None
    if layout.hasHeightForWidth():
        return layout.totalMinimumHeightForWidth(width)
    return layout.totalMinimumSize().height()
