"""Accuracy class by class, as one bar each, with its figure; the weakest class is marked with a sign."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from core.inspection.evaluation import ClassFigures
from gui.language.numbers import count, fixed, percent
from gui.language.texts import Speaking
from gui.look.fonts import SMALL, font
from gui.look.theme import Theme
from gui.widgets.painted import Painted

COLUMN = 52  # pixels: the least width of a class
WIDEST = 96
BAR = 22
CAPTION_GAP = 4


class ClassBars(Painted, Speaking, QWidget):
    """Columns side by side; wider than its place if there are many classes."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._classes: tuple[ClassFigures, ...] = ()
        self._names: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    def set_classes(self, classes: tuple[ClassFigures, ...], names: tuple[str, ...]) -> None:
        """names: of the classes in order; one without a name is called by its number."""
        self._classes, self._names = classes, names
        self.setAccessibleDescription("; ".join(self.texts()))
        self.updateGeometry()
        self.update()

    def texts(self) -> list[str]:
        """One line for each class: its name, its share and its counts."""
        line = self.tr("{name}: {share}, {right} of {total} right")
        return [
            line.format(
                name=self._name(one),
                share="–" if one.accuracy is None else percent(one.accuracy, 1),
                right=count(one.right),
                total=count(one.examples),
            )
            for one in self._classes
        ]

    def minimumSizeHint(self) -> QSize:
        return QSize(round(self._captions_width()) + max(len(self._classes), 1) * COLUMN, 70)

    def captions(self) -> tuple[str, str]:
        """What the figures above the bars are, with their unit, and what stands beneath."""
        return self.tr("right (%)"), self.tr("class")

    def _captions_width(self) -> float:
        metrics = QFontMetricsF(font(SMALL))
        return max(metrics.horizontalAdvance(text) for text in self.captions()) + CAPTION_GAP

    def _column(self) -> float:
        room = self.width() - self._captions_width()
        return min(room / max(len(self._classes), 1), float(WIDEST))

    def _name(self, one: ClassFigures) -> str:
        return self._names[one.label] if one.label < len(self._names) else str(one.label)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip_at(event.pos()), self)
            return True
        return super().event(event)

    def _tip_at(self, point: QPoint) -> str:
        texts = self.texts()
        place = (point.x() - self._captions_width()) / self._column() if texts else -1.0
        return texts[int(place)] if 0.0 <= place < len(texts) else ""

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._classes:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(SMALL))
        line = QFontMetricsF(font(SMALL)).height()
        shares = [one.accuracy for one in self._classes]
        known = [share for share in shares if share is not None]
        weakest = shares.index(min(known)) if len(set(known)) > 1 else -1
        width, bottom = self._column(), self.height() - line - 2.0
        room = bottom - line - 4.0
        captions = self._captions_width()
        painter.setPen(self._theme.color("muted"))
        for caption, top in zip(self.captions(), (0.0, bottom + 2.0), strict=True):
            painter.drawText(QRectF(0.0, top, captions, line), Qt.AlignmentFlag.AlignVCenter, caption)
        for i, share in enumerate(shares):
            left = captions + i * width
            middle = left + width / 2.0
            track = QRectF(middle - BAR / 2.0, line + 4.0, BAR, room)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("pressed"))
            painter.drawRoundedRect(track, 3.0, 3.0)
            filled = track.adjusted(0.0, room * (1.0 - (share or 0.0)), 0.0, 0.0)
            painter.setBrush(self._theme.color("orange" if i == weakest else "green"))
            painter.drawRoundedRect(filled, 3.0, 3.0)
            painter.setPen(self._theme.color("text"))
            # The sign says what the colour says.
            figure = fixed(100.0 * share, 1) if share is not None else "–"
            figure = f"▾ {figure}" if i == weakest else figure
            painter.drawText(QRectF(left, 0.0, width, line), Qt.AlignmentFlag.AlignCenter, figure)
            painter.setPen(self._theme.color("muted"))
            name = QFontMetricsF(font(SMALL)).elidedText(
                self._name(self._classes[i]), Qt.TextElideMode.ElideRight, width - 4.0
            )
            painter.drawText(QRectF(left, bottom + 2.0, width, line), Qt.AlignmentFlag.AlignCenter, name)
        painter.end()
