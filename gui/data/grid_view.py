"""The images in rows, as many as there are: only those in sight become a picture, when they are painted.

It draws what the model says and tells the model which image was chosen; what stands beside it is in
`grid_card`.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QStaticText,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from gui.data import image_texts
from gui.data.draw_images import as_pixels
from gui.data.grid_cells import FRAME, WIDEST_LABEL, Cells, Corner, SizeName, image_size
from gui.data.model import DataModel
from gui.fonts import SMALL, font
from gui.theme import Theme

WHEEL_ROWS = 2  # rows for one notch of the wheel
NOTCH = 120  # what Qt counts for one notch
RADIUS = 4.0
SIGN = 4  # pixels that the sign on a corner stands out above the frame


class GridView(QAbstractScrollArea):
    """Arrows, Page Up and Down, Home and End choose an image, as the pointer does."""

    size_changed = Signal()

    def __init__(self, model: DataModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self.size_name: SizeName = "medium"
        self._texts: dict[tuple[int, int], tuple[QStaticText, float]] = {}
        self._frame: QImage | None = None
        self._colors = self._color_table()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setBackgroundRole(self.backgroundRole())
        self.viewport().setAutoFillBackground(False)
        self.cells = self._measure()
        self._connect()

    def _connect(self) -> None:
        self._theme.changed.connect(self._on_theme)
        self._model.split_changed.connect(self._on_examples)
        self._model.order_changed.connect(self._on_order)
        self._model.predictions_changed.connect(self.viewport().update)
        self._model.selection_changed.connect(self._on_selected)

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

    def sizeHint(self) -> QSize:
        return QSize(640, 400)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 120)

    def visible_places(self) -> range:
        """The places in the order that can be seen now, whole or in part."""
        top = self.verticalScrollBar().value()
        return range(self.cells.first_in(top), self.cells.end_in(top + self.viewport().height()))

    def label_of(self, place: int) -> str:
        """What stands under an image: its label, and the answer where that is another one."""
        return self._label(int(self._model.order[place]))

    # Layout

    def _measure(self) -> Cells:
        metrics = QFontMetricsF(font(SMALL))
        data = self._model.data
        shape = data.image_shape if data is not None else None
        names = [self._model.class_name(i) for i in range(data.classes)] if data is not None else []
        widest = max((metrics.horizontalAdvance(name) for name in names[:100]), default=8.0)
        # Small images bear the sign at their corner, the others behind the label.
        sign = "→" if self.size_name == "small" else "→ ✗"
        label = min(2 * widest + metrics.horizontalAdvance(sign) + 2, float(WIDEST_LABEL))
        return Cells(
            count=len(self._model.order),
            width=self.viewport().width(),
            image=image_size(shape or (1, 1), self.size_name),
            label=(label, metrics.height() + 1),
        )

    def _lay_out(self) -> None:
        self.cells = self._measure()
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(round(self.cells.cell_height))
        bar.setRange(0, max(self.cells.height - self.viewport().height(), 0))
        self._texts.clear()
        self._frame = None
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        first = self.cells.first_in(self.verticalScrollBar().value())
        super().resizeEvent(event)
        self._lay_out()
        self.verticalScrollBar().setValue(round(self.cells.top_of(first)))

    def _on_examples(self) -> None:
        self._lay_out()
        self.verticalScrollBar().setValue(0)

    def _on_order(self) -> None:
        """Other images, or another order: the chosen one stays in sight if it was."""
        self._lay_out()
        self._tell_focus()

    def _on_selected(self, _index: int) -> None:
        place = self._model.place_of(self._model.selected)
        if place >= 0:
            self._reveal(place)
        self.viewport().update()
        self._tell_focus()

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
        """From the chosen image; where that is not shown, to the first one in sight."""
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
        if event.button() == Qt.MouseButton.LeftButton and place >= 0:
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

    def _on_theme(self) -> None:
        self._colors = self._color_table()
        self._frame = None
        self.viewport().update()

    def _color_table(self) -> NDArray[np.uint32]:
        """Ink in the colour of text on the card's ground, for each of the 256 levels, as Format_RGB32."""
        ground, ink = self._theme.color("surface"), self._theme.color("text")
        ends = [(c.red() << 16, c.green() << 8, c.blue()) for c in (ground, ink)]
        share = np.arange(256) / 255
        table = np.full(256, 0xFF000000, np.uint32)
        for low, high, mask in zip(*ends, (0xFF0000, 0xFF00, 0xFF), strict=True):
            table |= np.rint(low + (high - low) * share).astype(np.uint32) & np.uint32(mask)
        return table

    def paintEvent(self, _event: QPaintEvent) -> None:
        places = self.visible_places()
        if not places or not self._model.has_images:
            return
        painter = QPainter(self.viewport())
        rows = self._model.order[places.start : places.stop]
        corners = self.cells.corners(places, self.verticalScrollBar().value())
        self._paint_pictures(painter, corners, rows)
        chosen = np.flatnonzero(rows == self._model.selected)
        if len(chosen):
            self._paint_selection(painter, corners[int(chosen[0])])
        self._paint_labels(painter, corners, rows)
        painter.end()

    def _paint_pictures(self, painter: QPainter, corners: list[Corner], rows: NDArray[np.intp]) -> None:
        examples, data = self._model.examples, self._model.data
        assert examples is not None
        assert data is not None
        assert data.image_shape is not None
        height, width = data.image_shape
        pixels = self._colors[as_pixels(examples.x[rows])]
        strip = QImage(pixels.data, width, height * len(rows), 4 * width, QImage.Format.Format_RGB32)
        wide, high = self.cells.image
        ratio = self.devicePixelRatioF()
        if wide * ratio < width:
            # All at once, each a whole number of lines high: faster than one by one, and finer.
            width, height = max(round(wide * ratio), 1), max(round(high * ratio), 1)
            smooth = Qt.TransformationMode.SmoothTransformation
            strip = strip.scaled(width, height * len(rows), Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for i, (x, y) in enumerate(corners):
            painter.drawImage(
                QRectF(x + FRAME, y + FRAME, wide, high), strip, QRectF(0, i * height, width, height)
            )

    def _paint_labels(self, painter: QPainter, corners: list[Corner], rows: NDArray[np.intp]) -> None:
        """The lines below the pictures; where the answer is wrong, frame and sign as well."""
        examples, answers = self._model.examples, self._model.predictions
        assert examples is not None
        if examples.t.ndim != 1:
            return
        labels = examples.t[rows].tolist()
        answered = answers.answers[rows].tolist() if answers is not None else labels
        frame = self._frame_image()
        wide = self.cells.image[0] + 2 * FRAME
        high = self.cells.image[1] + 2 * FRAME
        muted, mark = self._theme.color("muted"), self._theme.color("vermilion")
        painter.setFont(font(SMALL))
        painter.setPen(muted)
        for (x, y), label, answer in zip(corners, labels, answered, strict=True):
            text, half = self._line(label, answer)
            if label != answer:
                painter.drawImage(QPointF(x, y - SIGN), frame)
                painter.setPen(mark)
                painter.drawStaticText(QPointF(round(x + wide / 2 - half), y + high), text)
                painter.setPen(muted)
            else:
                painter.drawStaticText(QPointF(round(x + wide / 2 - half), y + high), text)

    def _label(self, row: int) -> str:
        examples, answers = self._model.examples, self._model.predictions
        assert examples is not None
        if examples.t.ndim != 1:
            return ""
        label = int(examples.t[row])
        return self._words(label, label if answers is None else int(answers.answers[row]))

    def _words(self, label: int, answer: int) -> str:
        name = self._model.class_name(label)
        if answer == label:
            return name
        sign = "" if self.size_name == "small" else " ✗"
        return f"{name}→{self._model.class_name(answer)}{sign}"

    def _line(self, label: int, answer: int) -> tuple[QStaticText, float]:
        """Text that is laid out once, and half its width: ten labels and their mistakes are all there are."""
        known = self._texts.get((label, answer))
        if known is None:
            metrics = QFontMetricsF(font(SMALL))
            mode = Qt.TextElideMode.ElideRight if label == answer else Qt.TextElideMode.ElideMiddle
            words = metrics.elidedText(self._words(label, answer), mode, self.cells.cell_width - 2)
            text = QStaticText(words)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.prepare(QTransform(), font(SMALL))
            known = self._texts[label, answer] = text, text.size().width() / 2
        return known

    def _frame_image(self) -> QImage:
        """The frame around a mistake, drawn once; small ones bear the sign on their corner."""
        ratio = self.devicePixelRatioF()
        if self._frame is None or self._frame.devicePixelRatio() != ratio:
            wide, high = (side + 2 * FRAME for side in self.cells.image)
            size = QSizeF(wide + SIGN, high + SIGN) * ratio
            image = QImage(size.toSize(), QImage.Format.Format_ARGB32_Premultiplied)
            image.setDevicePixelRatio(ratio)
            image.fill(Qt.GlobalColor.transparent)
            painter = QPainter(image)
            mark = self._theme.color("vermilion")
            paint_ring(painter, QRectF(0, SIGN, wide, high), mark, 1.5)
            if self.size_name == "small":
                self._paint_sign(painter, QPointF(wide - 2, SIGN + 2), mark)
            painter.end()
            self._frame = image
        return self._frame

    def _paint_sign(self, painter: QPainter, middle: QPointF, color: QColor) -> None:
        """✗ on the corner of the frame."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("surface"))
        painter.drawEllipse(middle, 4.5, 4.5)
        painter.setPen(QPen(color, 1.5))
        painter.drawLine(middle - QPointF(2.5, 2.5), middle + QPointF(2.5, 2.5))
        painter.drawLine(middle - QPointF(2.5, -2.5), middle + QPointF(2.5, -2.5))

    def _paint_selection(self, painter: QPainter, corner: Corner) -> None:
        """A ring around the frame, stronger while the keyboard is here."""
        wide, high = (side + 2 * FRAME for side in self.cells.image)
        ring = QRectF(corner[0], corner[1], wide, high).adjusted(-1.5, -1.5, 1.5, 1.5)
        has_focus = self.hasFocus()
        color = self._theme.color("blue" if has_focus else "muted")
        paint_ring(painter, ring, color, 2.0 if has_focus else 1.5)


def paint_ring(painter: QPainter, frame: QRectF, color: QColor, width: float) -> None:
    """The edge of a rounded rectangle, inside `frame`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(color, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = width / 2
    painter.drawRoundedRect(frame.adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
