"""The buttons that move through a trace, the slider over it, and the line that says where it stands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QKeySequence, QPixmap, QResizeEvent, QShortcut, QTransform
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QPushButton,
    QSlider,
    QToolButton,
    QWidget,
)

from gui.graph.bars.player import SPEEDS, USUAL, Player
from gui.graph.bars.trace_slider import TraceSlider
from gui.graph.model.change import GraphChange
from gui.graph.model.model import GraphModel
from gui.graph.picture.face import symbol_of
from gui.language.numbers import count
from gui.look.icons import ICON_SIZE, Icons
from gui.menus.graph_menu import STEPS, GraphMenu
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.layouts import Space, column_of, row_of
from gui.widgets.roles import set_role, set_tip, with_role
from gui.widgets.translated import Translated

SPACING, PLAY_AWAY, SPEED_AWAY = 6, 10, 6
SPEED_LEAST, SPEED_WIDTH = 48, 96
NARROW = 640


class Controls(Translated, QWidget):
    """`buttons` by the names of STEPS; their words are those of the menu."""

    def __init__(
        self, model: GraphModel, player: Player, menu: GraphMenu, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._player = player
        self._menu = menu
        self._icons = icons
        self.buttons: dict[str, QAbstractButton] = {
            name: QPushButton() if name in ("step", "play") else QToolButton() for name in STEPS
        }
        self.speed = QSlider(Qt.Orientation.Horizontal)
        self.speed_name = with_role(QLabel(), "muted")
        self.where = with_role(ElidedLabel(), "muted")
        self.slider = TraceSlider(icons.theme)
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        self.speed.setRange(0, len(SPEEDS) - 1)
        self.speed.setValue(USUAL)
        self.speed.setPageStep(1)
        set_role(self.buttons["step"], "primary")
        self.where.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.speed.setMinimumWidth(SPEED_LEAST)
        self.speed.setMaximumWidth(SPEED_WIDTH)
        self._icons.bind(self.buttons["step"], "play", "on_accent")
        self._icons.bind(self.buttons["to_end"], "skip-forward")
        line = row_of(
            *(self.buttons[name] for name in ("to_start", "back", "step", "to_end")),
            Space(PLAY_AWAY),
            self.buttons["play"],
            Space(SPEED_AWAY),
            self.speed_name,
            (self.speed, 1),
            (self.where, 100),
            spacing=SPACING,
        )
        self.setLayout(column_of(line, self.slider, spacing=6))

    def _connect(self) -> None:
        for name, action in self._actions().items():
            self.buttons[name].clicked.connect(lambda _checked=False, action=action: action())
        self.slider.valueChanged.connect(self._on_slider)
        self.speed.valueChanged.connect(self._on_speed)
        self._player.changed.connect(self._show_playing)
        self._model.changed.connect(self._on_changed)
        self._icons.theme.changed.connect(self._draw_mirrored)
        self._draw_mirrored()

    def _actions(self) -> dict[str, Callable[[], None]]:
        return {
            "to_start": self._model.to_start,
            "back": self._model.step_back,
            "step": self._model.step,
            "to_end": self._model.to_end,
            "play": self._player.toggle,
        }

    def add_shortcuts(self, place: QWidget) -> None:
        """Let the keys work wherever the focus is within `place`; a field that is typed into keeps them."""
        for name, keys in STEPS.items():
            shortcut = QShortcut(QKeySequence(keys), place)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda name=name: self._on_key(name))

    def _on_key(self, name: str) -> None:
        focus = QApplication.focusWidget()
        if name == "play" and isinstance(focus, QAbstractButton):
            focus.click()  # Space on a button is that button
        elif self.buttons[name].isEnabled():
            self.buttons[name].click()

    def _on_slider(self, value: int) -> None:
        self._player.pause()
        self._model.go(value)

    def _on_speed(self, place: int) -> None:
        self._player.set_speed(place)
        self._name_speed()

    def _on_changed(self, what: GraphChange) -> None:
        if what & (GraphChange.CURSOR | GraphChange.QUIZ):
            self._show()

    def _show(self) -> None:
        trace = self._model.trace
        steps = 0 if trace is None else len(trace.steps)
        position = self._model.position
        quiz = self._model.is_quiz
        self.slider.blockSignals(True)
        self.slider.set_steps(0 if trace is None else trace.turn, steps)
        self.slider.setValue(position)
        self.slider.blockSignals(False)
        self.slider.setEnabled(steps > 0 and not quiz)
        # In the quiz the way forward is an answer.
        can_go_on, can_go_back = position < steps and not quiz, position > 0
        for name, is_allowed in (
            ("to_start", can_go_back),
            ("back", can_go_back),
            ("step", can_go_on),
            ("to_end", can_go_on),
            ("play", steps > 0 and not quiz),
        ):
            self.buttons[name].setEnabled(is_allowed)
            self._menu.allow(name, is_allowed)
        self._show_where()
        self.slider.setAccessibleDescription(self._where())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The name of the slider, which its tooltip explains, leaves its room in a narrow place to the line
        that says where the trace stands."""
        super().resizeEvent(event)
        self.speed_name.setVisible(self.width() >= NARROW)
        self._show_where()

    def _show_where(self) -> None:
        """The line, without the operation where it has no room: that stands beside the picture as well."""
        text = self._where()
        if self.where.fontMetrics().horizontalAdvance(text) > self._room():
            text = text.rpartition(" · ")[0] or text
        self.where.setText(text)
        self.where.setToolTip(self._where())

    def _room(self) -> int:
        """What the rest of the line leaves for it."""
        others = [*self.buttons.values(), *([self.speed_name] if self.width() >= NARROW else [])]
        taken = sum(part.sizeHint().width() + SPACING for part in others)
        return self.width() - taken - PLAY_AWAY - SPEED_AWAY - SPEED_LEAST - 4 * SPACING

    def _where(self) -> str:
        cursor = self._model.cursor
        if cursor is None:
            return ""
        steps, position = len(cursor.trace.steps), cursor.position
        if cursor.step is None:
            return self.tr("before the first of {steps} steps").format(steps=count(steps))
        symbol = symbol_of(cursor.step.operation)
        phase = self.tr("backward") if cursor.is_backward else self.tr("forward")
        return self.tr("step {number} of {steps} · {phase} · {symbol}").format(
            number=count(position), steps=count(steps), phase=phase, symbol=symbol
        )

    def _show_playing(self, playing: bool) -> None:
        self._menu.show_playing(playing)
        button = self.buttons["play"]
        button.setText(self._menu.words["play"])
        self._icons.bind(button, "pause" if playing else "fast-forward")

    def _draw_mirrored(self) -> None:
        """The two buttons that go left have the signs of those that go right, seen in a mirror."""
        self.buttons["to_start"].setIcon(_mirrored(self._icons, "skip-forward"))
        self.buttons["back"].setIcon(_mirrored(self._icons, "play"))

    def _retranslate(self) -> None:
        words, tips = self._menu.words, self._menu.tips
        for name, button in self.buttons.items():
            label = words[name]
            if isinstance(button, QPushButton):
                button.setText(label)
            button.setAccessibleName(label)
            set_tip(button, tips[name])
        self._show_playing(self._player.is_playing)
        self.speed_name.setText(self.tr("speed"))
        set_tip(self.speed, self.tr("How many steps a second Play takes: to the right is faster."))
        set_tip(
            self.slider,
            self.tr("The whole trace: the blue half goes forward, the red half backward. Drag to any step."),
        )
        self.slider.setAccessibleName(self.tr("Step of the trace"))
        self._name_speed()
        self._show()

    def _name_speed(self) -> None:
        text = self.tr("Speed: {speed} steps a second").format(speed=f"{self._player.speed:g}")
        self.speed.setAccessibleName(text)


def _mirrored(icons: Icons, name: str) -> QIcon:
    icon = icons.icon(name)
    result = QIcon()
    turned = QTransform().scale(-1, 1)
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled):
        for ratio in (1.0, 2.0):
            pixmap = icon.pixmap(QSize(ICON_SIZE, ICON_SIZE), ratio, mode)
            image = pixmap.toImage().transformed(turned)
            image.setDevicePixelRatio(ratio)
            result.addPixmap(QPixmap.fromImage(image), mode)
    return result
