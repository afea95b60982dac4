"""Chips: small rounded buttons in rows, of which some are chosen.

They wrap where the row ends and know nothing of what they stand for.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from gui.look.theme import Theme
from gui.widgets.flow_layout import FlowLayout

HEIGHT = 24
LEAST_WIDTH = 26
WIDEST = 168
PADDING = 9
SPACING = 4


class Chip(QAbstractButton):
    """One chip. A tooltip shows a name that is too long. `stepped`: an arrow key, −1 or 1."""

    stepped = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2 * PADDING
        return QSize(min(max(width, LEAST_WIDTH), WIDEST), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge, fill, ink = self._colors()
        width = 2.0 if self.hasFocus() else 1.0
        inside = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.setPen(QPen(self._theme.color("blue" if self.hasFocus() else edge), width))
        painter.setBrush(self._theme.color(fill))
        painter.drawRoundedRect(inside, inside.height() / 2, inside.height() / 2)
        painter.setPen(self._theme.color(ink))
        room = self.width() - 2 * PADDING + 2
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)

    def _colors(self) -> tuple[str, str, str]:
        """The colours of the edge, the ground and the text."""
        if not self.isEnabled():
            return "border", "surface", "disabled"
        if self.isChecked():
            return "blue", "selection", "blue"
        return "outline", "hover" if self.underMouse() else "surface", "text"


class ChipRow(QWidget):
    """Chips by number, 0 and up. `exclusive`: always one is chosen; otherwise any of them, or none.

    Arrow keys go from chip to chip; `changed` tells of a choice by a person.
    """

    changed = Signal()

    def __init__(self, theme: Theme, exclusive: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._group = QButtonGroup(self, exclusive=exclusive)
        self._group.idClicked.connect(lambda _place: self.changed.emit())
        self._flow = FlowLayout(self, SPACING)

    def minimumSizeHint(self) -> QSize:
        # Without this, Qt keeps room for one chip a row.
        return self._flow.minimumSize()

    def sizeHint(self) -> QSize:
        return self._flow.minimumSize()

    @property
    def chips(self) -> list[QAbstractButton]:
        return self._group.buttons()

    def set_texts(self, texts: Sequence[str], names: Sequence[str] = (), tips: Sequence[str] = ()) -> None:
        """Make as many chips as texts; old ones keep their choice. `names` are for a screen reader."""
        while len(self.chips) > len(texts):
            chip = self.chips[-1]
            self._group.removeButton(chip)
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        while len(self.chips) < len(texts):
            chip = Chip(self._theme, self)
            chip.stepped.connect(partial(self._on_stepped, chip))
            self._group.addButton(chip, len(self.chips))
            self._flow.addWidget(chip)
        for i, chip in enumerate(self.chips):
            chip.setText(texts[i])
            chip.setAccessibleName(names[i] if names else texts[i])
            chip.setToolTip(tips[i] if tips else texts[i] if chip.sizeHint().width() >= WIDEST else "")
            chip.updateGeometry()
        self.updateGeometry()

    def _on_stepped(self, chip: Chip, step: int) -> None:
        """Go to the neighbour; where one is always chosen, the neighbour is chosen as well."""
        place = self.chips.index(chip) + step
        if not 0 <= place < len(self.chips) or not self.chips[place].isEnabled():
            return
        self.chips[place].setFocus(Qt.FocusReason.TabFocusReason)
        if self._group.exclusive():
            self.chips[place].click()

    def chosen(self) -> frozenset[int]:
        return frozenset(i for i, chip in enumerate(self.chips) if chip.isChecked())

    def choose(self, places: frozenset[int]) -> None:
        """Mark these, without telling."""
        for i, chip in enumerate(self.chips):
            if chip.isChecked() != (i in places):
                chip.setChecked(i in places)
