"""Shapes on their way through the network: of one example, and of a batch of a hundred."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from core.inspection.shapes import PassShapes
from gui.widgets.layouts import column_of, scrolled
from gui.widgets.roles import set_role, with_role
from gui.widgets.translated import Translated

BATCH = 100
GAP = 6
EDGE = 1
"""The width of the line around what scrolls: it shows the keyboard's place."""


class ShapesTable(Translated, QWidget):
    """First the whole way, x → y, then layer by layer; there the batch is left out where it has no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shapes: tuple[PassShapes, ...] = ()
        self._batches: list[QLabel] = []
        self._whole_width = 0
        self.one = with_role(QLabel(), "strong")
        self.batch = with_role(QLabel(), "strong")
        self._one_name = with_role(QLabel(), "small")
        self._batch_name = with_role(QLabel(), "small")
        self._layers = QWidget()
        self._grid = QGridLayout(self._layers)
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(1)
        area = scrolled(self._layers, by_keys=True)
        self.setLayout(
            column_of(self._one_name, self.one, self._batch_name, self.batch, (area, 1), spacing=2)
        )
        self._retranslate()
        self._show()

    def set_shapes(self, shapes: tuple[PassShapes, ...]) -> None:
        """The shapes from the input to the last layer; none where there is no network to speak of."""
        if shapes != self._shapes:
            self._shapes = shapes
            self._show()

    def _show(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        shapes = self._shapes
        self._batches = []
        self.setVisible(bool(shapes))
        if not shapes:
            return
        self.one.setText(f"{shapes[0].one} → {shapes[-1].one}")
        self.batch.setText(f"{shapes[0].batch} → {shapes[-1].batch}")
        widths = [0, 0, 0]
        for row, shape in enumerate(shapes):
            for column, text in enumerate((shape.name, str(shape.one), str(shape.batch))):
                label = QLabel(text)
                set_role(label, "small")
                self._grid.addWidget(label, row, column)
                label.ensurePolished()
                widths[column] = max(widths[column], label.sizeHint().width())
            self._batches.append(label)
        self._grid.setColumnStretch(2, 1)
        self._grid.setRowStretch(len(shapes), 1)
        self._whole_width = sum(widths) + 2 * GAP + 2 * EDGE
        self._fit()

    def _fit(self) -> None:
        for label in self._batches:
            label.setVisible(self.width() >= self._whole_width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _retranslate(self) -> None:
        self._one_name.setText(self.tr("one image"))
        self._batch_name.setText(self.tr("a batch of {count}").format(count=BATCH))
