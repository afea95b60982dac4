"""The small buttons in a plot's title line: scale and smoothing. They only say what was chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from gui.look.fonts import SMALL, font
from gui.widgets.roles import set_role, set_tip
from gui.widgets.translated import Translated

SMOOTHINGS = (1, 10, 50, 200)
"""Points that the smoothing averages over, from none to strong."""


def quiet_button(parent: QWidget | None = None) -> QToolButton:
    """A small button of text alone."""
    button = QToolButton(parent)
    _quieten(button)
    return button


def _quieten(button: QToolButton) -> None:
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    button.setFont(font(SMALL))
    set_role(button, "plain")


class LogButton(Translated, QToolButton):
    """Linear or logarithmic scale: `toggled`."""

    def __init__(self, log: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _quieten(self)
        self.setCheckable(True)
        self.setChecked(log)
        self._retranslate()

    def _retranslate(self) -> None:
        self.setText(self.tr("log"))
        set_tip(
            self,
            self.tr(
                "Logarithmic scale: equal steps on the axis are equal ratios, so that small values can be "
                "told apart. Off: equal steps are equal differences."
            ),
        )


class SmoothingButton(Translated, QToolButton):
    """A menu of how many points the smoothing averages over: `chosen`."""

    chosen = Signal(int)

    def __init__(self, window: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _quieten(self)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.choices: dict[int, QAction] = {}
        menu = QMenu(self)
        group = QActionGroup(menu)
        for points in sorted({*SMOOTHINGS, window}):
            action = menu.addAction("")
            action.setCheckable(True)
            action.triggered.connect(lambda _, points=points: self.chosen.emit(points))
            group.addAction(action)
            self.choices[points] = action
        self.setMenu(menu)
        self.show_window(window)
        self._retranslate()

    def show_window(self, window: int) -> None:
        """Tick what holds now."""
        if window in self.choices:
            self.choices[window].setChecked(True)

    def _retranslate(self) -> None:
        self.setText(self.tr("smooth"))
        set_tip(
            self,
            self.tr(
                "The number of points that the strong line averages. More points show the trend, fewer "
                "follow each value; the values themselves stay faint behind it."
            ),
        )
        for points, action in self.choices.items():
            action.setWhatsThis(self.whatsThis())
            text = self.tr("About {points} points") if points > 1 else self.tr("No smoothing")
            action.setText(text.format(points=points))
