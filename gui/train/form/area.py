"""Network and training beneath one another.

The list of layers scrolls by itself where it is long, so that the training stays on the screen; where the
window is too low for a short list and the training, both scroll together as well.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QScrollArea, QVBoxLayout, QWidget

from gui.train.form.panel import TrainingPanel
from gui.train.network.layer_list import GAP, LayerList
from gui.train.network.panel import NetworkPanel
from gui.train.network.row import ROW_HEIGHT

SCROLL_BAR_WIDTH = 10
LEAST_LIST = 5 * (ROW_HEIGHT + GAP) + ROW_HEIGHT // 2
"""Pixels of the list that are seen at least: one hidden layer is, and of more the next row in part."""
EDGE = 24  # pixels that are seen above and below what is scrolled to


class FormArea(QScrollArea):
    """What is marked, or dragged to, is brought into sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, widgetResizable=True)
        self.content = QWidget()
        self._layers: LayerList | None = None
        self._list_area: QScrollArea | None = None
        self._column = QVBoxLayout(self.content)
        self._column.setSpacing(12)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self.content)
        self.verticalScrollBar().rangeChanged.connect(self._keep_width)
        self._keep_width(0, 0)

    def fill(self, network: NetworkPanel, training: TrainingPanel) -> None:
        """Put both into `content`, which is best their parent already."""
        self._column.addWidget(network)
        self._column.addWidget(training)
        self._column.addStretch(1)
        self._layers, self._list_area = network.layers, network.area
        self._layers.installEventFilter(self)
        self._layers.dragged_to.connect(self._show_place)
        # After the row has its place: it may just have been made.
        self._layers.marked.connect(lambda row: QTimer.singleShot(0, row, lambda: self._show_row(row)))

    def _keep_width(self, _least: int, most: int) -> None:
        """The bar's place is kept while there is none: nothing moves when it comes."""
        self._column.setContentsMargins(0, 0, 0 if most > 0 else SCROLL_BAR_WIDTH, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched in (self.content, self._layers) and event.type() == QEvent.Type.LayoutRequest:
            self._share_out()
        return super().eventFilter(watched, event)

    def _share_out(self) -> None:
        """The list has the height that the rest leaves, not more than it takes, and not less than
        `LEAST_LIST`."""
        if self._layers is None or self._list_area is None:
            return
        width = self.viewport().width()
        rest = _height(self._column, width) - self._list_area.minimumHeight()
        whole = _height(self._layers.layout(), self._list_area.viewport().width())
        height = min(whole, max(self.viewport().height() - rest, LEAST_LIST))
        if height != self._list_area.minimumHeight():
            self._list_area.setFixedHeight(height)

    def _show_place(self, y: int) -> None:
        if self._layers is not None and self._list_area is not None:
            self._list_area.ensureVisible(0, y, 0, EDGE)
            self.ensureVisible(0, self._layers.mapTo(self.content, QPoint(0, y)).y(), 0, EDGE)

    def _show_row(self, row: QWidget) -> None:
        if self._list_area is not None:
            self._list_area.ensureWidgetVisible(row, 0, EDGE)
        self.ensureWidgetVisible(row, 0, EDGE)


def _height(layout: QLayout | None, width: int) -> int:
    """The least height of what is laid out, at that width: texts that wrap are higher where it is narrow."""
    assert layout is not None
    if layout.hasHeightForWidth():
        return layout.totalMinimumHeightForWidth(width)
    return layout.totalMinimumSize().height()
