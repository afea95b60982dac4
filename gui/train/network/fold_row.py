"""The row that stands for layers which repeat one another, and hides or shows their rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.look.icons import Icons
from gui.train.amounts import short_count
from gui.train.network.layer_row import LayerRow
from gui.train.network.repeats import Repeat
from gui.train.network.row import CELL_LEFT, COUNT_WIDTH, GRIP_WIDTH, ROW_HEIGHT, NetworkRow
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.roles import set_tip, with_role
from gui.widgets.translated import Translated

SIGN_SIZE = 12
_TOGGLING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class FoldRow(Translated, NetworkRow):
    """`rows` are those of its layers. A mistake of one that is hidden stands here, with its name."""

    toggled = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons, parent)
        self.rows: list[LayerRow] = []
        self.is_open = False
        self._repeat: Repeat | None = None
        self._parameters = 0
        self.title = with_role(ElidedLabel(), "strong")
        self.title.setContentsMargins(CELL_LEFT, 0, 0, 0)
        self.count_label = self._cell(COUNT_WIDTH, "small")
        self.line.addWidget(self.title, 1)
        self.line.addWidget(self.count_label)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_accented(True)
        self._retranslate()

    def show_repeat(self, repeat: Repeat, rows: Sequence[LayerRow], parameters: int) -> None:
        """`parameters` is the number of them in all of these layers."""
        self._repeat, self.rows, self._parameters = repeat, list(rows), parameters
        self._retranslate()

    def set_open(self, is_open: bool) -> None:
        self.is_open = is_open
        self._retranslate()
        self.update()

    def show_mistakes(self) -> None:
        """Tell the first mistake among the rows while they are hidden."""
        wrong = None if self.is_open else next((row for row in self.rows if row.problem), None)
        self.set_problem(f"{wrong.accessibleName()}: {wrong.problem}" if wrong is not None else "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() == Qt.MouseButton.LeftButton:
            self.toggled.emit()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False}
        key = Qt.Key(event.key())
        if key in _TOGGLING or way.get(key, self.is_open) != self.is_open:
            self.toggled.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        sign = "chevron-down" if self.is_open else "chevron-right"
        place = QRectF((GRIP_WIDTH - SIGN_SIZE) / 2 + 3, (ROW_HEIGHT - SIGN_SIZE) / 2, SIGN_SIZE, SIGN_SIZE)
        self._icons.paint(painter, sign, place, "muted", stroke=2.5)
        painter.end()

    def _retranslate(self) -> None:
        text = self._repeat.text() if self._repeat is not None else ""
        self.title.setText(text)
        self.count_label.setText(short_count(self._parameters) if self._parameters else "")
        state = self.tr("unfolded") if self.is_open else self.tr("folded")
        self.setAccessibleName(f"{text}, {state}")
        set_tip(
            self,
            self.tr("These layers repeat one another. Press to fold their rows away (Enter).")
            if self.is_open
            else self.tr("These layers repeat one another. Press to see and change each of them (Enter)."),
        )
        self.show_mistakes()
