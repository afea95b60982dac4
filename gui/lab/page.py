"""The screen of one experiment: what all of them have in common.

Title and idea, the formula, controls, the published numbers beside those computed here, and the picture; ways
on; reset, copy, save and open. An experiment derives from it, gives it a picture and says what it computes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from core.errors import LabError
from gui.formula.tree import parse
from gui.formula.view import FormulaView
from gui.lab import keeping
from gui.lab.book_table import BookTable
from gui.lab.controls import Controls
from gui.lab.experiment import LabExperiment, Parts
from gui.lab.keeping import Table
from gui.lab.runner import Runner
from gui.lab.state import Limits, fitted, state_text
from gui.language.messages import sentence
from gui.widgets.book_line import Printed
from gui.widgets.card import Card
from gui.widgets.copying import table_to_copy
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.layouts import Stretch, column_of, holding, row_of, scrolled
from gui.widgets.message_bar import MessageBar
from gui.widgets.roles import set_hue, set_tip, with_role
from gui.widgets.translated import Translated

MARGIN = 12
SIDE_LEAST, SIDE_WIDEST = 308, 352
SIDE_CARD = (12, 10, 12, 12)


class LabPage(Translated, QWidget):
    """A derived class hands in its first state, the limits of its fields, its picture and its formulas, adds
    its controls, and says in `compute` what follows from `state`.

    `back_asked`: to the tiles. `open_asked`: a saved experiment, of whichever kind. `message` is a sentence
    for the status bar; `broke` brings an exception that nobody expected.
    """

    book_parts: ClassVar[Mapping[str, Mapping[str, Any]]] = {}
    """Fields of the state for what a section of the book is about, by the words of `core.book.sections`."""

    back_asked = Signal()
    open_asked = Signal(object)  # Path
    message = Signal(str)
    broke = Signal(object)

    def __init__(
        self,
        row: LabExperiment,
        parts: Parts,
        default: Any,
        limits: Limits,
        picture: QWidget,
        formulas: Sequence[str],
    ) -> None:
        super().__init__()
        self.row, self.parts, self.default = row, parts, default
        self.limits = limits
        self.picture = picture
        self.state = self._remembered()
        self._is_stale = True
        icons = parts.icons
        self.back_button = with_role(QPushButton(), "plain")
        icons.bind(self.back_button, "chevron-left", "muted")
        self.title = with_role(ElidedLabel(), "title")
        self.idea = with_role(QLabel(wordWrap=True), "muted")
        self.formula = FormulaView(icons.theme)
        self.formula.set_rows([parse(formula) for formula in formulas])
        self.controls = Controls(limits)
        self.book = BookTable(icons.theme)
        self.verdict = QLabel()
        self.runner = Runner(parts.jobs, f"lab-{row.word}")
        self.bar = MessageBar(icons)
        self.reset_button = QToolButton()
        icons.bind(self.reset_button, "rotate-ccw")
        self.keep_button = QToolButton(popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
        icons.bind(self.keep_button, "save")
        self._menu = QMenu(self.keep_button)
        self.keep_button.setMenu(self._menu)
        self._actions = [
            self._menu.addAction("", slot)
            for slot in (self.copy, self._save_picture, self._save_numbers, self._save_state, self._open)
        ]
        self.ways: list[tuple[QPushButton, Callable[[], tuple[str, str]]]] = []
        self._build()
        self._connect()

    def _build(self) -> None:
        # A wrapping label asks for a nearly square place; here it takes the width there is.
        self.idea.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._head = row_of(
            self.back_button,
            self.title,
            self.verdict,
            Stretch(1),
            self.runner,
            self.reset_button,
            self.keep_button,
            spacing=12,
        )
        self._formula_card, self._control_card, self._book_card = Card(), Card(), Card()
        self._formula_card.body.addWidget(self.formula)
        self._control_card.body.addWidget(self.controls)
        self._book_card.body.addWidget(self.book)
        cards = (self._formula_card, self._control_card, self._book_card)
        for card in cards:
            card.set_margins(*SIDE_CARD)
        side = scrolled(holding(column_of(*cards, Stretch(1), spacing=MARGIN)))
        side.setMinimumWidth(SIDE_LEAST)
        side.setMaximumWidth(SIDE_WIDEST)
        side.setFrameShape(side.Shape.NoFrame)
        self.picture_card = Card()
        self.picture_card.body.addWidget(scrolled(self.picture, None), 1)
        middle = column_of(self.bar, (self.picture_card, 1), spacing=8)
        self.setLayout(
            column_of(
                self._head,
                self.idea,
                (holding(row_of((side, 1), (holding(middle), 3), spacing=MARGIN)), 1),
                spacing=8,
                margins=(MARGIN, MARGIN, MARGIN, MARGIN),
            )
        )

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.back_asked)
        self.reset_button.clicked.connect(self.reset)
        self.controls.changed.connect(self.change)
        self.runner.failed.connect(self._on_failed)
        self.runner.stopped.connect(self._on_stopped)
        self.book.row_chosen.connect(self._on_case)

    # What an experiment says of itself

    def compute(self) -> None:
        """Find out what follows from `state`, by `runner` where that takes more than a frame, and show it."""
        raise NotImplementedError

    def table(self) -> Table:
        """The numbers of the picture, for a file and for the clipboard."""
        raise NotImplementedError

    def case(self, place: int) -> Mapping[str, Any]:
        """The fields of the state in a published case."""
        raise NotImplementedError

    def state_shown(self) -> None:
        """The controls show another state: what depends on it follows."""

    # For an experiment

    def add_way(self, words: Callable[[], tuple[str, str]], go: Callable[[], object]) -> QPushButton:
        """A button that leads on, with its name and its tooltip in the language in use."""
        button = QPushButton()
        button.clicked.connect(lambda: go())
        self._head.insertWidget(self._head.indexOf(self.reset_button), button)
        self.ways.append((button, words))
        return button

    def start(self) -> None:
        """Called at the end of what makes a page: show all of it."""
        self._retranslate()
        self._show_state()

    def show_book(self, rows: Sequence[Printed]) -> None:
        """What is published and what was computed of it so far."""
        self.book.set_rows(rows)
        self._book_card.setVisible(bool(rows))
        self.verdict.setText(self.book.verdict)
        self.verdict.setVisible(bool(self.book.verdict))
        differs = any(row.brief and not row.matches for row in rows)
        set_hue(self.verdict, "vermilion" if differs else "green")

    def refuse(self, error: LabError) -> None:
        """Say why there is nothing to be computed; the picture stays as it is."""
        self.bar.say("warning", sentence(error))

    # The state

    def change(self, name: str, value: object) -> None:
        """Set one field of the state."""
        self.set_state(replace(self.state, **{name: value}))

    def set_state(self, state: Any) -> None:
        """Take another state; the same one changes nothing."""
        if state == self.state:
            return
        self.state = state
        self._show_state()
        self._compute_if_seen()

    def reset(self) -> None:
        """The state of the first time."""
        self.set_state(self.default)

    def show_part(self, part: str) -> None:
        """Set up what a section of the book is about. KeyError for a word that is not in `book_parts`."""
        self.set_state(replace(self.state, **self.book_parts[part]))

    def open_state(self, values: Mapping[str, Any]) -> None:
        """The state of a file. LabError where it cannot be used."""
        self.set_state(fitted(type(self.default), values, self.limits))

    def _remembered(self) -> Any:
        try:
            values = json.loads(self.parts.remembered(self.row.word) or "{}").get("state", {})
            return fitted(type(self.default), values, self.limits)
        except (ValueError, AttributeError, TypeError, RecursionError, LabError):
            return self.default

    def _show_state(self) -> None:
        self.controls.show_state(self.state)
        self.state_shown()

    def _compute_if_seen(self) -> None:
        self._is_stale = not self.isVisible()
        if not self._is_stale:
            self.bar.clear()
            self.compute()

    def _on_case(self, place: int) -> None:
        self.set_state(replace(self.state, **self.case(place)))

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, LabError):
            self.refuse(error)
        else:
            self.broke.emit(error)

    def _on_stopped(self) -> None:
        self.bar.say(
            "info",
            self.tr("Stopped. The picture is the one from before."),
            self.tr("Compute again"),
            self._compute_if_seen,
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._compute_if_seen()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing goes on behind a person's back, and what was set is remembered."""
        super().hideEvent(event)
        if self.runner.is_busy:
            self.runner.cancel()
            self._is_stale = True
        self.parts.remember(self.row.word, state_text(self.row.word, self.state))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)

    # What is taken out

    def copied(self) -> QMimeData | None:
        """Picture and numbers, for Edit → Copy."""
        head, rows = self.table()
        picture = keeping.picture_of(self.picture, self.parts.icons.theme.tokens.surface)
        return table_to_copy([head, *rows], picture)

    def copy(self) -> None:
        from PySide6.QtGui import QGuiApplication

        found = self.copied()
        if found is not None:
            QGuiApplication.clipboard().setMimeData(found)
            self.message.emit(self.tr("Copied."))

    def save_picture(self, path: Path) -> None:
        """As SVG or PNG, by the ending. OSError where the file cannot be written."""
        surface = self.parts.icons.theme.tokens.surface
        if path.suffix.lower() == ".svg":
            keeping.save_svg(self.picture, path, surface, self.row.title)
        else:
            keeping.save_png(self.picture, path, surface)
        self._say_saved(path)

    def save_numbers(self, path: Path) -> None:
        """As CSV. OSError where the file cannot be written."""
        keeping.save_table(path, self.table())
        self._say_saved(path)

    def save_state(self, path: Path) -> None:
        """A small file that opens again. OSError where it cannot be written."""
        keeping.write_text(path, state_text(self.row.word, self.state))
        self._say_saved(path)

    def _say_saved(self, path: Path) -> None:
        self.message.emit(self.tr("Saved {name}.").format(name=path.name))

    def _save_picture(self) -> None:
        kinds = self.tr("Picture") + " (*.png *.svg)"
        keeping.ask_where_to_save(self, f"{self.row.word}.png", kinds, self.save_picture)

    def _save_numbers(self) -> None:
        kinds = self.tr("Table") + " (*.csv)"
        keeping.ask_where_to_save(self, f"{self.row.word}.csv", kinds, self.save_numbers)

    def _save_state(self) -> None:
        keeping.ask_where_to_save(self, f"{self.row.word}.json", self._state_kinds(), self.save_state)

    def _open(self) -> None:
        keeping.ask_what_to_open(self, self._state_kinds(), self.open_asked.emit)

    def _state_kinds(self) -> str:
        return self.tr("Experiment of the Lab") + " (*.json)"

    # Texts

    def _retranslate(self) -> None:
        self.title.setText(self.row.title)
        self.setAccessibleName(self.row.title)
        self.idea.setText(self.row.idea)
        self.back_button.setText(self.tr("Lab"))
        set_tip(self.back_button, self.tr("Back to all experiments (Esc). What is set here is kept."))
        self._formula_card.set_title(self.tr("Formula"))
        self._control_card.set_title(self.tr("Settings"))
        self._book_card.set_title(self.tr("Beside the book"))
        self.reset_button.setAccessibleName(self.tr("Reset"))
        set_tip(self.reset_button, self.tr("Reset: sets everything here to what it was the first time."))
        self.keep_button.setAccessibleName(self.tr("Copy, save, open"))
        set_tip(self.keep_button, self.tr("Copy or save the picture, its numbers or the whole experiment."))
        names = (
            self.tr("Copy picture and numbers"),
            self.tr("Save picture…"),
            self.tr("Save numbers…"),
            self.tr("Save experiment…"),
            self.tr("Open experiment…"),
        )
        for action, name in zip(self._actions, names, strict=True):
            action.setText(name)
        self._menu.setWhatsThis(self.keep_button.whatsThis())
        for button, words in self.ways:
            text, tip = words()
            button.setText(text)
            set_tip(button, tip)
        self.verdict.setText(self.book.verdict)
