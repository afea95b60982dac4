"""The images in rows, as many as there are: only those in sight become a picture, when they are painted.

It draws what the model says and tells the model which image was chosen; what stands beside it is in
`grid_card`.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import numpy as np
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from gui.data import image_texts
from gui.data.grid.cells import WIDEST_LABEL, Cells, SizeName, image_size
from gui.data.grid.paint import CellPainter
from gui.data.model.change import DataChange
from gui.data.model.model import DataModel
from gui.look.fonts import SMALL, font
from gui.look.theme import Theme
from gui.widgets.images.copied_image import copied_image
from gui.widgets.painted import Painted, Part

WHEEL_ROWS = 2  # rows for one notch of the wheel
NOTCH = 120  # what Qt counts for one notch
MEASURED_NAMES = 100
"""So many names of classes decide how wide a cell is."""


class GridView(Painted, QAbstractScrollArea):
    """Arrows, Page Up and Down, Home and End choose an image, as the pointer does."""

    painted_role = QAccessible.Role.List
    size_changed = Signal()

    def __init__(self, model: DataModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self.size_name: SizeName = "medium"
        self._ratio = 0.0
        self._quiet = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setBackgroundRole(self.backgroundRole())
        self.viewport().setAutoFillBackground(False)
        self.cells = self._measure()
        self._drawing = self._painter()
        self._connect()

    def _connect(self) -> None:
        self._theme.changed.connect(self._on_theme)
        self._model.changed.connect(self._on_changed)

    def _on_changed(self, what: DataChange) -> None:
        if DataChange.SPLIT in what:
            self._on_examples()
        elif DataChange.ORDER in what:
            self._lay_out(same_look=True)
        if DataChange.SELECTION in what:
            self._reveal_selected()
        if what & (DataChange.ORDER | DataChange.SELECTION):
            self._tell_focus()
        if DataChange.NETWORK in what and self._quiet != self._model.is_untrained:
            self._drawing = self._painter()
        if what & (DataChange.PREDICTIONS | DataChange.SELECTION):
            self.viewport().update()

    def set_size(self, name: SizeName) -> None:
        """Draw the images smaller or larger. What stood at the top stays in sight, or the chosen one."""
        if name == self.size_name:
            return
        first = self.cells.first_in(self.verticalScrollBar().value())
        chosen = self._model.place_of(self._model.selected)
        was_in_sight = chosen in self.visible_places()
        self.size_name = name
        self._lay_out()
        self.verticalScrollBar().setValue(round(self.cells.top_of(first)))
        if was_in_sight:
            self._reveal(chosen)
        self.size_changed.emit()

    def copied(self) -> QMimeData | None:
        """The chosen image."""
        chosen = self._model.selected
        return copied_image(self._model.image(chosen)) if chosen >= 0 and self._model.has_images else None

    def sizeHint(self) -> QSize:
        return QSize(640, 400)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 120)

    def visible_places(self) -> range:
        """The places in the order that can be seen now, whole or in part."""
        top = self.verticalScrollBar().value()
        return range(self.cells.first_in(top), self.cells.end_in(top + self.viewport().height()))

    def part_count(self) -> int:
        """What is in sight is told: of 70,000 images none would be found."""
        return len(self.visible_places()) if self._model.examples is not None else 0

    def part(self, index: int) -> Part:
        place = self.visible_places()[index]
        row = int(self._model.order[place])
        return Part(
            image_texts.summary(self._model, row),
            self.cells.frame(place).translated(0.0, -self.verticalScrollBar().value()),
            partial(self._choose, place),
            row == self._model.selected,
        )

    def label_of(self, place: int) -> str:
        """What stands under an image: its label, and the prediction where that is another one."""
        row = int(self._model.order[place])
        examples, predictions = self._model.examples, self._model.predictions
        if examples is None or examples.t.ndim != 1:
            return ""
        label = int(examples.t[row])
        return self._drawing.words(label, label if predictions is None else int(predictions.predicted[row]))

    # Layout

    def _measure(self) -> Cells:
        metrics = QFontMetricsF(font(SMALL))
        data = self._model.data
        shape = data.image_shape if data is not None else None
        classes = min(data.classes, MEASURED_NAMES) if data is not None else 0
        names = [self._model.class_name(i) for i in range(classes)]
        widest = max((metrics.horizontalAdvance(name) for name in names), default=8.0)
        # Small images bear the sign at their corner, the others behind the label.
        sign = "→" if self.size_name == "small" else "→ ✗"
        label = min(2 * widest + metrics.horizontalAdvance(sign) + 2, float(WIDEST_LABEL))
        return Cells(
            count=len(self._model.order),
            width=self.viewport().width(),
            image=image_size(shape or (1, 1), self.size_name),
            label=(label, metrics.height() + 1),
        )

    def _lay_out(self, *, same_look: bool = False) -> None:
        """`same_look`: at most the number of cells is another, and texts that are laid out can be kept."""
        before, self.cells = self.cells, self._measure()
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(round(self.cells.cell_height))
        bar.setRange(0, max(self.cells.height - self.viewport().height(), 0))
        bar.setEnabled(bar.maximum() > 0)  # its place is kept, but what does not scroll shows no handle
        if not same_look or replace(before, count=self.cells.count) != self.cells:
            self._drawing = self._painter()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        first = self.cells.first_in(self.verticalScrollBar().value())
        chosen = self._model.place_of(self._model.selected)
        end = self.cells.end_in(self.verticalScrollBar().value() + event.oldSize().height())
        was_in_sight = first <= chosen < end
        super().resizeEvent(event)
        self._lay_out()
        self.verticalScrollBar().setValue(round(self.cells.top_of(first)))
        if was_in_sight:
            self._reveal(chosen)

    def _on_examples(self) -> None:
        self._lay_out()
        self.verticalScrollBar().setValue(0)

    def _reveal_selected(self) -> None:
        place = self._model.place_of(self._model.selected)
        if place >= 0:
            self._reveal(place)

    def _reveal(self, place: int) -> None:
        bar = self.verticalScrollBar()
        top = self.cells.top_of(place)
        bottom = top + self.cells.cell_height
        if top < bar.value():
            bar.setValue(int(top))
        elif bottom > bar.value() + self.viewport().height():
            bar.setValue(round(bottom - self.viewport().height() + 0.5))

    def _tell_focus(self) -> None:
        """A screen reader hears which image is chosen."""
        model = self._model
        text = image_texts.summary(model, model.selected) if model.selected >= 0 else ""
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)
            if self.hasFocus():
                event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
                QAccessible.updateAccessibility(event)

    # Input

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self.cells.columns,
            Qt.Key.Key_Down: self.cells.columns,
            Qt.Key.Key_PageUp: -self._page(),
            Qt.Key.Key_PageDown: self._page(),
            Qt.Key.Key_Home: -self.cells.count,
            Qt.Key.Key_End: self.cells.count,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None or self.cells.count == 0:
            super().keyPressEvent(event)
            return
        self._move(step)

    def _page(self) -> int:
        rows = max(int(self.viewport().height() // self.cells.cell_height), 1)
        return rows * self.cells.columns

    def _move(self, step: int) -> None:
        """Move from the chosen image; where that is not shown, to the first one in sight."""
        place = self._model.place_of(self._model.selected)
        last = self.cells.count - 1
        if place < 0:
            target = min(self.visible_places().start, last)
        elif abs(step) in (1, self.cells.count):
            target = min(max(place + step, 0), last)
        else:
            # Up and down stay in the column, as far as there are rows.
            target = place + step
            if target < 0:
                target = place % self.cells.columns
            elif target > last:
                target = min(last, place % self.cells.columns + (self.cells.rows - 1) * self.cells.columns)
        self._choose(target)

    def _choose(self, place: int) -> None:
        self._model.select(int(self._model.order[place]))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position().toPoint())
        # The right button chooses as well: its menu is that of the chosen image.
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton) and place >= 0:
            self._choose(place)

    def place_at(self, point: QPoint) -> int:
        """The place in the order of the image at a point of the viewport, −1 where there is none."""
        return self.cells.place_at(QPointF(point.x(), point.y() + self.verticalScrollBar().value()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        bar = self.verticalScrollBar()
        pixels = event.pixelDelta().y()
        if not pixels:
            pixels = round(event.angleDelta().y() / NOTCH * WHEEL_ROWS * self.cells.cell_height)
        bar.setValue(bar.value() - pixels)
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self.place_at(event.pos())
            text = image_texts.summary(self._model, int(self._model.order[place])) if place >= 0 else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:  # noqa: N802
        self.viewport().update()

    # Painting

    def _painter(self) -> CellPainter:
        data = self._model.data
        names = data.class_names if data is not None else ()
        self._ratio, self._quiet = self.devicePixelRatioF(), self._model.is_untrained
        small = self.size_name == "small"
        return CellPainter(self._theme, self.cells, names, small, self._ratio, quiet=self._quiet)

    def _on_theme(self) -> None:
        self._drawing = self._painter()
        self.viewport().update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        model, places = self._model, self.visible_places()
        examples, predictions, data = model.examples, model.predictions, model.data
        if not places or examples is None or data is None or data.image_shape is None:
            return
        if self._ratio != self.devicePixelRatioF():
            self._drawing = self._painter()
        rows = model.order[places.start : places.stop]
        corners = self.cells.corners(places, self.verticalScrollBar().value())
        painter = QPainter(self.viewport())
        self._drawing.pictures(painter, corners, examples.x[rows], data.image_shape)
        chosen = np.flatnonzero(rows == model.selected)
        if len(chosen):
            self._drawing.selection(painter, corners[int(chosen[0])], self.hasFocus())
        if examples.t.ndim == 1:
            labels = examples.t[rows].tolist()
            predicted = predictions.predicted[rows].tolist() if predictions is not None else labels
            self._drawing.labels(painter, corners, labels, predicted)
        painter.end()
