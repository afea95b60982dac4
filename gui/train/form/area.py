"""Network and training beneath one another, which scroll together where the window is too low for both."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from gui.train.form.panel import TrainingPanel
from gui.train.network.layer_list import LayerList
from gui.train.network.panel import NetworkPanel

SCROLL_BAR_WIDTH = 10
EDGE = 24  # pixels that are seen above and below what is scrolled to


class FormArea(QScrollArea):
    """What is marked, or dragged to, is brought into sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, widgetResizable=True)
        self.content = QWidget()
        self._layers: LayerList | None = None
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
        self._layers = network.layers
        self._layers.dragged_to.connect(self._show_place)
        # After the row has its place: it may just have been made.
        self._layers.marked.connect(lambda row: QTimer.singleShot(0, row, lambda: self._show_row(row)))

    def _keep_width(self, _least: int, most: int) -> None:
        """The bar's place is kept while there is none: nothing moves when it comes."""
        self._column.setContentsMargins(0, 0, 0 if most > 0 else SCROLL_BAR_WIDTH, 0)

    def _show_place(self, y: int) -> None:
        if self._layers is not None:
            self.ensureVisible(0, self._layers.mapTo(self.content, QPoint(0, y)).y(), 0, EDGE)

    def _show_row(self, row: QWidget) -> None:
        self.ensureWidgetVisible(row, 0, EDGE)
