"""Published numbers beside those computed here, case by case: “matches the book ✓”.

A case that is chosen, by click or by Enter, is set in the experiment. What has not been computed is blank.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look.fonts import SMALL, font
from gui.look.theme import Theme
from gui.widgets.book_line import Printed
from gui.widgets.copying import table_to_copy
from gui.widgets.places_view import PlacesView

LINE = 22
HEAD = 20
SIGN = 14.0
"""The width of the last column, ✓ or ✗."""
GAP = 6.0
"""The least space between two columns."""


class BookTable(PlacesView):
    """A row for each case. Of a `Printed`, `brief` is empty while it has not been computed."""

    row_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._rows: tuple[Printed, ...] = ()
        super().__init__(theme, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.chosen.connect(self.row_chosen)
        self._retranslate()

    def set_rows(self, rows: Sequence[Printed]) -> None:
        if tuple(rows) != self._rows:
            self._rows = tuple(rows)
            self.places_changed()
            self.updateGeometry()

    @property
    def rows(self) -> tuple[Printed, ...]:
        return self._rows

    @property
    def verdict(self) -> str:
        """The sum of it: whether all that was computed matches; nothing before anything was."""
        known = [row for row in self._rows if row.brief]
        if not known:
            return ""
        if all(row.matches for row in known):
            return self.tr("matches the book ✓")
        differing = sum(not row.matches for row in known)
        return self.tr("{count} of {all} differ from the book ✗").format(count=differing, all=len(known))

    def places(self) -> int:
        return len(self._rows)

    def place_rect(self, place: int) -> QRectF:
        return QRectF(0, HEAD + place * LINE, self.width(), LINE)

    def text_of(self, place: int) -> str:
        row = self._rows[place]
        if not row.brief:
            text = self.tr("{case}: published {printed}, not computed yet")
            return text.format(case=row.name, printed=row.printed)
        text = self.tr("{case}: here {computed}, published {printed} {sign}")
        sign = "✓" if row.matches else "✗"
        return text.format(case=row.name, computed=row.computed, printed=row.printed, sign=sign)

    def copied(self) -> QMimeData | None:
        return table_to_copy((row.name, row.computed, row.printed) for row in self._rows)

    def sizeHint(self) -> QSize:
        return QSize(200, HEAD + LINE * len(self._rows))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def paint(self, painter: QPainter) -> None:
        theme = self._theme
        painter.setPen(theme.color("muted"))
        heads = (self.tr("case"), self.tr("here"), self.tr("book"))
        widths = self._widths(heads)
        self._paint_cells(painter, QRectF(0, 0, self.width(), HEAD), heads, widths)
        for place, row in enumerate(self._rows):
            rect = self.place_rect(place)
            if place == self.hovered:
                painter.fillRect(rect, theme.color("hover"))
            painter.setPen(theme.color("text"))
            sign = ("✓" if row.matches else "✗") if row.brief else ""
            self._paint_cells(painter, rect, (row.name, row.brief, row.printed), widths)
            painter.setPen(theme.color("green" if row.matches else "vermilion"))
            painter.drawText(rect.adjusted(0, 0, -4, 0), _RIGHT, sign)

    def _widths(self, heads: Sequence[str]) -> list[float]:
        """The longest text of each column, and an equal part of what is over. In a narrow place the widest
        columns give way."""
        metrics = QFontMetrics(font(SMALL))
        lines = zip(heads, *((row.name, row.brief, row.printed) for row in self._rows), strict=True)
        needed = [max(map(metrics.horizontalAdvance, texts)) + GAP for texts in lines]
        left = self.width() - SIGN
        for place, narrowest in enumerate(sorted(needed)):
            most = left / (len(needed) - place)
            if narrowest > most:
                return [min(width, most) for width in needed]
            left -= narrowest
        return [width + left / len(needed) for width in needed]

    def _paint_cells(
        self, painter: QPainter, rect: QRectF, texts: Sequence[str], widths: Sequence[float]
    ) -> None:
        left = rect.left() + 4.0
        metrics = QFontMetrics(font(SMALL))
        for text, width in zip(texts, widths, strict=True):
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(width - GAP / 2.0))
            painter.drawText(QRectF(left, rect.top(), width, rect.height()), _LEFT, shown)
            left += width

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Beside the book's numbers"))
        self.setWhatsThis(
            self.tr("The book's numbers beside the program's own; a click or Enter sets the case of a line.")
        )
        super()._retranslate()


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
