"""The menu “Graph”: what a person does with the graph that is drawn.

Its keys work in the Graph workspace alone, where they are taken from no field; so they are shown here and
belong to no action. Each action stands here once, with its words. The workspace shows them as buttons, says
which can be chosen, and does what `chosen` asks for, while it is in front.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from gui.widgets.roles import set_tip
from gui.widgets.translated import Translated

STEPS = {"step": "Right", "back": "Left", "to_start": "Home", "to_end": "End", "play": "Space"}
"""What moves through the trace, with its key."""

FIT_KEY = "Ctrl+0"
SAVED, COPIED = ("svg", "png", "csv"), ("image", "formula")
_GROUPS = (tuple(STEPS), ("fit", "quiz"), SAVED, COPIED)
_SIGNS = {"Right": "→", "Left": "←"}


class GraphMenu(Translated, QMenu):
    """`by_name` holds the actions, `words` and `tips` what they are called and do in the language in use,
    by the names of _GROUPS."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_in_front = False
        self._is_playing = False
        self._allowed: set[str] = set()
        self.by_name: dict[str, QAction] = {}
        for group in _GROUPS:
            self.addSeparator()
            for name in group:
                action = self.by_name[name] = QAction(self, enabled=False)
                action.triggered.connect(partial(self._on_triggered, name))
                self.addAction(action)
        self.by_name["quiz"].setCheckable(True)
        self.setToolTipsVisible(True)
        self._retranslate()

    def allow(self, name: str, is_allowed: bool) -> None:
        """Whether an action can be chosen, as far as the graph is concerned."""
        (self._allowed.add if is_allowed else self._allowed.discard)(name)
        self.by_name[name].setEnabled(is_allowed and self._is_in_front)

    def set_in_front(self, is_in_front: bool) -> None:
        """Whether the graph is seen; what is not seen cannot be acted on."""
        self._is_in_front = is_in_front
        for name, action in self.by_name.items():
            action.setEnabled(is_in_front and name in self._allowed)

    def show_quiz(self, is_on: bool) -> None:
        self.by_name["quiz"].setChecked(is_on)

    def show_playing(self, is_playing: bool) -> None:
        """The action that plays pauses then."""
        self._is_playing = is_playing
        self._show_words()

    def _on_triggered(self, name: str, _checked: bool = False) -> None:
        self.chosen.emit(name)

    def _show_words(self) -> None:
        words, tips = self.words, self.tips
        for name, action in self.by_name.items():
            key = FIT_KEY if name == "fit" else STEPS.get(name, "")
            action.setText(f"{words[name]}\t{_SIGNS.get(key, key)}" if key else words[name])
            set_tip(action, tips[name])

    @property
    def words(self) -> dict[str, str]:
        return {name: word for name, word, _tip in self._texts()}

    @property
    def tips(self) -> dict[str, str]:
        return {name: tip for name, _word, tip in self._texts()}

    def _retranslate(self) -> None:
        self.setTitle(self.tr("&Graph"))
        self._show_words()

    def _texts(self) -> tuple[tuple[str, str, str], ...]:
        """The name, word and tip of each action."""
        return (
            (
                "step",
                self.tr("Step"),
                self.tr("Do the next step: compute one node, or send one gradient back (→)"),
            ),
            ("back", self.tr("Step back"), self.tr("Take the last step back (←)")),
            ("to_start", self.tr("To the start"), self.tr("Back to before the first step (Home)")),
            ("to_end", self.tr("To the end"), self.tr("Do all steps, forward and backward (End)")),
            (
                "play",
                self.tr("Pause") if self._is_playing else self.tr("Play"),
                self.tr("Step after step to the end, or stop here (Space)"),
            ),
            ("fit", self.tr("Fit"), self.tr("Bring the whole graph into view (Ctrl+0).")),
            (
                "quiz",
                self.tr("Quiz"),
                self.tr(
                    "Hide the next number until you type it. A wrong answer says which factor was wrong."
                ),
            ),
            ("svg", self.tr("Save the picture as SVG…"), self.tr("As a drawing, sharp at any size.")),
            ("png", self.tr("Save the picture as PNG…"), self.tr("In pixels, three for one of the screen.")),
            ("csv", self.tr("Save the trace as CSV…"), self.tr("Every step with its numbers, as a table.")),
            ("image", self.tr("Copy the picture"), self.tr("The whole graph, for another program.")),
            ("formula", self.tr("Copy the formula"), self.tr("The expression, as it was written.")),
        )
