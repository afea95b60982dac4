"""Panels at the left and the right of a middle, which fold away: by the button at their edge, by key and
menu, and by themselves where the window is too narrow for all.

What a person folds stays folded, and what a person unfolds stays, until they say otherwise; the rest follows
the width. The middle scrolls where it has less room than it needs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, TypeAlias

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QScrollArea, QWidget

from gui.look.icons import Icons
from gui.widgets.layouts import Space, row_of
from gui.widgets.roles import set_tip
from gui.widgets.split import GAP, Split
from gui.widgets.translated import Translated

Side: TypeAlias = Literal["left", "right"]
KEYS: Mapping[Side, str] = {"left": "F9", "right": "Shift+F9"}
BUTTON = QSize(GAP, 56)
SIGN_SIZE = 11
LEAST_MIDDLE = 400
"""Pixels that the middle has at least, in which it is scrolled."""


class SidePanels(Split):
    """`fill` gives the parts; of the panels their least width counts. Where not all have room the left panel
    folds first, so what is needed more stands at the right. The choices of a person are remembered beside the
    borders that they moved."""

    folds_changed = Signal()

    def __init__(self, name: str, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(name, Qt.Orientation.Horizontal, parent)
        self.middle = MiddleArea(self)
        self.panels: dict[Side, QWidget] = {}
        self.buttons: dict[Side, FoldButton] = {}
        self._icons = icons
        self._comfortable = 0
        self._choices: dict[Side, bool] = {}  # True: unfolded; the newest first

    def fill(
        self, middle: QWidget, comfortable: int, left: QWidget | None = None, right: QWidget | None = None
    ) -> None:
        """`comfortable` is the width of the middle below which panels fold by themselves."""
        self._comfortable = comfortable
        self.middle.setWidget(middle)
        sides: tuple[tuple[Side, QWidget | None], ...] = (("right", right), ("left", left))
        self.panels = {side: panel for side, panel in sides if panel is not None}
        for part in (left, self.middle, right):
            if part is not None:
                self.addWidget(part)
                self.setStretchFactor(self.indexOf(part), int(part is self.middle))
        for side in self.panels:
            button = self.buttons[side] = FoldButton(side, self._icons)
            button.clicked.connect(self._on_button)

    def framed(self) -> QHBoxLayout:
        """The layout of the workspace: everything, with the buttons in its margins."""
        left, right = (self._edge(side) for side in ("left", "right"))
        return row_of(left, (self, 1), right, spacing=0, margins=(0, GAP, 0, GAP))

    def _edge(self, side: Side) -> QWidget | Space:
        return self.buttons.get(side) or Space(GAP)

    # Folding

    def is_folded(self, side: Side) -> bool:
        return self.panels[side].isHidden()

    def toggle(self, side: Side) -> None:
        """Fold the panel away, or unfold it: a person wants it so. To want what the width gives anyway is
        to leave it to the width again."""
        self._choose(side, self.is_folded(side))

    def reveal(self, side: Side) -> None:
        """Unfold the panel, since what was asked for is in it."""
        if self.is_folded(side):
            self._choose(side, True)

    def _choose(self, side: Side, unfolded: bool) -> None:
        self._choices.pop(side, None)
        if (side in self._without_room()) == unfolded:
            self._choices = {side: unfolded, **self._choices}
        # What had to fold for it does not come back when it goes: it was folded last.
        for other in self._without_room():
            if self._choices.get(other):
                del self._choices[other]
        self._fold()

    def _without_room(self) -> set[Side]:
        """What is folded now. First come those that a person wants to see, and then, as long as the middle is
        comfortable, the right panel and the left one."""
        wanted = [side for side, unfolded in self._choices.items() if unfolded and side in self.panels]
        folded = {side for side, unfolded in self._choices.items() if not unfolded and side in self.panels}
        others = [side for side in self.panels if side not in (*wanted, *folded)]
        room, is_full = self.width(), False
        for side in (*wanted, *others):
            left_over = room - self.panels[side].minimumWidth() - GAP
            least = LEAST_MIDDLE if side in wanted else self._comfortable
            is_full = left_over < least or (is_full and side in others)
            if is_full:
                folded.add(side)
            else:
                room = left_over
        return folded

    def _fold(self) -> None:
        folded = self._without_room()
        changed = [side for side in self.panels if self.is_folded(side) != (side in folded)]
        for side in changed:
            panel, focus = self.panels[side], self.window().focusWidget()
            panel.setVisible(side not in folded)
            self.buttons[side].show_folded(side in folded)
            if side in folded and panel.isAncestorOf(focus) and (owner := self.parentWidget()) is not None:
                owner.setFocus(Qt.FocusReason.OtherFocusReason)
        if changed:
            self.folds_changed.emit()

    def _on_button(self) -> None:
        button = self.sender()
        assert isinstance(button, FoldButton)
        self.toggle(button.side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fold()
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:
        """What it takes with all panels folded."""
        return QSize(LEAST_MIDDLE, self.middle.minimumSizeHint().height())

    # What is remembered

    def remember(self, layout: Callable[[str], QByteArray]) -> None:
        super().remember(layout)
        words = bytes(layout(self._folds_name).data()).decode(errors="replace").split()
        self._choices = {side: f"+{side}" in words for side in KEYS if {f"+{side}", f"-{side}"} & {*words}}

    def states(self) -> dict[str, QByteArray]:
        words = (f"{'+' if unfolded else '-'}{side}" for side, unfolded in self._choices.items())
        return super().states() | {self._folds_name: QByteArray(" ".join(words).encode())}

    @property
    def _folds_name(self) -> str:
        return f"{self.objectName()}-folds"


class MiddleArea(QScrollArea):
    """What stands in the middle. It scrolls where there is less room than it needs."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, widgetResizable=True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_MIDDLE, super().minimumSizeHint().height())


class FoldButton(Translated, QAbstractButton):
    """The small button in the margin beside a panel, where it stays when the panel is folded."""

    def __init__(self, side: Side, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.side = side
        self._icons = icons
        self._is_folded = False
        self.setFixedSize(BUTTON)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        icons.theme.changed.connect(self.update)
        self._retranslate()

    def show_folded(self, is_folded: bool) -> None:
        self._is_folded = is_folded
        self._retranslate()
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, is_lit = self._icons.theme, self.underMouse() or self.hasFocus()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "pressed" if self.isDown() else "hover" if self.underMouse() else "surface"
        painter.setBrush(theme.color(ground))
        painter.setPen(QPen(theme.color("blue" if self.hasFocus() else "outline"), 1.0))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        points_left = (self.side == "left") != self._is_folded
        place = QRectF(0, 0, SIGN_SIZE, SIGN_SIZE)
        place.moveCenter(QRectF(self.rect()).center())
        sign = "chevron-left" if points_left else "chevron-right"
        self._icons.paint(painter, sign, place, "text" if is_lit else "muted", stroke=3.0)
        painter.end()

    def _retranslate(self) -> None:
        texts = {
            ("left", False): self.tr("Fold the left panel away ({key})"),
            ("left", True): self.tr("Unfold the left panel ({key})"),
            ("right", False): self.tr("Fold the right panel away ({key})"),
            ("right", True): self.tr("Unfold the right panel ({key})"),
        }
        text = texts[self.side, self._is_folded].format(key=KEYS[self.side])
        self.setAccessibleName(text)
        set_tip(self, text)
