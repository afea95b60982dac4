"""“✓ matches the book: 220 · 2.2 · 110”: computed here; on a press, the printed numbers beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QToolButton, QWidget

from gui.look.theme import Theme
from gui.widgets.layouts import column_of
from gui.widgets.roles import set_role, set_tip
from gui.widgets.translated import Translated

SHOWN = 7  # numbers in the line
LEAST_WIDTH = 120


@dataclass(frozen=True, slots=True)
class Printed:
    """A number of the book beside the one computed here, as texts: `brief` for the line, `computed` with
    more digits for the table."""

    name: str
    brief: str
    computed: str
    printed: str
    matches: bool


class BookLine(Translated, QToolButton):
    """Hidden while there is nothing to compare."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chapter = 0
        self._numbers: tuple[Printed, ...] = ()
        set_role(self, "plain")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open_table)
        theme.changed.connect(self.update)
        self._show()

    def set_numbers(self, numbers: Sequence[Printed], chapter: int = 0) -> None:
        """What is compared, and in which chapter of the book it is printed."""
        if (tuple(numbers), chapter) != (self._numbers, self._chapter):
            self._numbers, self._chapter = tuple(numbers), chapter
            self._show()

    def open_table(self) -> None:
        """A table over what is below: what, computed here, printed in the book."""
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.setFrameShape(QFrame.Shape.StyledPanel)
        label = QLabel(self.table(), textInteractionFlags=Qt.TextInteractionFlag.TextSelectableByMouse)
        popup.setLayout(column_of(label, margins=(16, 12, 16, 12)))
        popup.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        popup.show()

    def table(self) -> str:
        """The table as rich text."""
        muted = self._theme.tokens.muted
        heads = (self.tr("number"), self.tr("traced here"), self.tr("the book prints"), "")
        rows = "".join(f"<td style='color:{muted};padding:2px 14px 2px 0'>{head}</td>" for head in heads)
        table = f"<tr>{rows}</tr>"
        for one in self._numbers:
            cells = (one.name, one.computed, one.printed, "✓" if one.matches else "✗")
            row = "".join(f"<td style='padding:2px 14px 2px 0'>{escape(cell)}</td>" for cell in cells)
            table += f"<tr>{row}</tr>"
        title = self.tr("Deep Learning from Scratch, chapter {chapter}").format(chapter=self._chapter)
        return f"<b>{escape(title)}</b><table>{table}</table>"

    @property
    def _matches(self) -> bool:
        return all(one.matches for one in self._numbers)

    def _show(self) -> None:
        set_tip(self, self.tr("Traced a moment ago. Press to see the printed numbers beside these."))
        self.setVisible(bool(self._numbers))
        if not self._numbers:
            return
        numbers = " · ".join(one.brief for one in self._numbers[:SHOWN])
        if len(self._numbers) > SHOWN:
            numbers += " · …"
        said = self.tr("✓ matches the book:") if self._matches else self.tr("✗ does not match the book:")
        self.setText(f"{said} {numbers}")
        self.setAccessibleName(self.text())
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), LEAST_WIDTH), super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 6, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._theme.color("green" if self._matches else "vermilion"))
        rect = self.rect().adjusted(2, 0, -2, 0)
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        if self.hasFocus() or self.underMouse():
            width = min(painter.fontMetrics().horizontalAdvance(text), rect.width())
            y = rect.center().y() + painter.fontMetrics().ascent() // 2 + 2
            painter.drawLine(rect.left(), y, rect.left() + width, y)

    def _retranslate(self) -> None:
        self._show()
