"""The actions of the menu “Training” as buttons. Which can be pressed, and why not, the menu knows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from gui.look.icons import Icons
from gui.menus.run_menu import ICONS, RunMenu
from gui.widgets.fields.push_button import ICON_ONLY, GivingButton
from gui.widgets.layouts import Stretch, row_of
from gui.widgets.roles import set_role, set_tip

GAP = 6


class RunButtons(QWidget):
    """`by_name` holds them by the names of the menu's actions."""

    def __init__(self, menu: RunMenu, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._menu = menu
        self._icons = icons
        self._start_icon = ""
        self._left_by: QWidget | None = None
        self.by_name = {name: GivingButton() for name in ICONS}
        for name, button in self.by_name.items():
            if name != "start":
                icons.bind(button, ICONS[name], "text")
            button.clicked.connect(menu.by_name[name].trigger)
        self.setLayout(row_of(*self.by_name.values(), Stretch(1), spacing=GAP))
        set_role(self.by_name["start"], "primary")
        menu.renamed.connect(self._reserve)
        menu.changed.connect(self._show)
        self._show()
        self._reserve()  # with the icon, which takes room as well

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where not all texts have room the last buttons are icons, so that those before them are read."""
        start, *others = self.by_name.values()
        room = self.width() - start.width() - GAP * len(others)
        with_text = len(others)
        while (spare := room - self._taken(others, with_text)) < 0 and with_text:
            with_text -= 1
        for place, button in enumerate(others):
            button.set_icon_only(place >= with_text)
            if place < with_text:
                # The layout would take what is missing from the longest, and its text with it.
                button.setMaximumWidth(button.width_with_text() + spare // with_text)

    @staticmethod
    def _taken(buttons: Sequence[GivingButton], with_text: int) -> int:
        """The width of these buttons if so many of them, the first, show their texts."""
        texts = sum(button.width_with_text() for button in buttons[:with_text])
        return texts + ICON_ONLY * (len(buttons) - with_text)

    def _show(self) -> None:
        for name, button in self.by_name.items():
            action = self._menu.by_name[name]
            self._enable(button, action.isEnabled())
            button.setText(action.text())
            set_tip(button, self._menu.tips[name])
        if self._menu.start_icon != self._start_icon:
            self._start_icon = self._menu.start_icon
            self._icons.bind(self.by_name["start"], self._start_icon, "on_accent")
        self._fit()

    def _enable(self, button: QWidget, enabled: bool) -> None:
        """A button that goes off while it has the focus gets it back when it goes on again. Left to Qt, the
        next one has it, and the Space that was to go on ends the run."""
        if not enabled and button.hasFocus():
            self._left_by = button
            self.setFocus()
        button.setEnabled(enabled)
        if enabled and button is self._left_by and self.hasFocus():
            button.setFocus()

    def _reserve(self) -> None:
        """The widest word of the first button keeps the others where they are."""
        start = self.by_name["start"]
        start.ensurePolished()  # bold letters are wider
        shown, width = start.text(), 0
        for word in self._menu.start_words():
            start.setText(word)
            width = max(width, start.sizeHint().width())
        start.setText(shown)
        start.setFixedWidth(width)
