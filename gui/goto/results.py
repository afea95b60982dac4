"""The list of what was found: of each result its kind, its title, and where it leads."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui.goto.entry import Entry
from gui.look import fonts
from gui.look.theme import Theme

MOST_SEEN = 10
MOST = 100  # of a list that is worth scrolling through
KIND, WHERE, IS_ON = (Qt.ItemDataRole.UserRole + number for number in range(3))
_PAD = 12
_WHERE_SHARE = 0.42

Index = QModelIndex | QPersistentModelIndex


class Results(QListWidget):
    """The keys stay with the field, which says by `move_mark` where the mark goes. `picked`: a click."""

    picked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind_width = 0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setItemDelegate(_Line(theme, self))
        self.itemClicked.connect(lambda _item: self.picked.emit())

    def show_entries(self, entries: Sequence[Entry], *, marked: bool) -> None:
        """Show these, the first of them `marked`."""
        self.clear()
        metrics = QFontMetrics(fonts.font(fonts.SMALL))
        self.kind_width = max((metrics.horizontalAdvance(entry.kind) for entry in entries), default=0)
        for entry in entries[:MOST]:
            item = QListWidgetItem(entry.title)
            item.setData(KIND, entry.kind)
            item.setData(WHERE, entry.where)
            item.setData(IS_ON, entry.is_on)
            spoken = ", ".join(filter(None, (entry.title, entry.kind, entry.where)))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            item.setToolTip(spoken)
            self.addItem(item)
        self.setCurrentRow(0 if marked else -1)
        self.scrollToTop()

    def move_mark(self, by: int) -> None:
        """Mark a result further down, or up; past either end it goes on at the other, a page stops there."""
        count = self.count()
        if count:
            row = max(self.currentRow(), -1 if by > 0 else 0) + by
            self.setCurrentRow(row % count if abs(by) == 1 else min(max(row, 0), count - 1))

    def wanted_height(self, most: int) -> int:
        """The height of all results, of the first ten, or of as many as fit into `most` pixels."""
        if not self.count():
            return 0
        row = self.sizeHintForRow(0)
        return row * max(min(self.count(), MOST_SEEN, most // row), 1)


class _Line(QStyledItemDelegate):
    """Kind, title and place in one line; what does not fit ends in “…”."""

    def __init__(self, theme: Theme, results: Results) -> None:
        super().__init__(results)
        self._theme, self._results = theme, results

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(80, option.fontMetrics.height() + _PAD)

    def initStyleOption(  # noqa: N802
        self, option: QStyleOptionViewItem, index: Index
    ) -> None:
        super().initStyleOption(option, index)
        option.text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        painter.save()
        small = fonts.font(fonts.SMALL)
        metrics = QFontMetrics(small)
        rect = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        kind = QRect(rect.left(), rect.top(), self._results.kind_width + _PAD, rect.height())
        where_text = index.data(WHERE)
        width = min(metrics.horizontalAdvance(where_text) + 2, round(_WHERE_SHARE * rect.width()))
        where = QRect(rect.right() - width + 1, rect.top(), width, rect.height())
        title = QRect(kind.right(), rect.top(), where.left() - kind.right() - _PAD, rect.height())
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        words = "text" if index.data(IS_ON) else "muted"
        is_marked = bool(option.state & QStyle.StateFlag.State_Selected)
        beside = "text" if is_marked else "muted"
        for place, text, font, color, way in (
            (kind, index.data(KIND), small, beside, left),
            (title, index.data(), option.font, words, left),
            (where, where_text, small, beside, right),
        ):
            painter.setFont(font)
            painter.setPen(self._theme.color(color))
            elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, way, elided)
        painter.restore()
