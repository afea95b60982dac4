"""The workspace “Lab”: the tiles of all experiments, and over them the one that is open."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QStackedWidget, QWidget

from core.errors import LabError, translatable
from gui.lab import keeping
from gui.lab.experiment import Parts
from gui.lab.page import LabPage
from gui.lab.state import read_text
from gui.lab.table import EXPERIMENTS
from gui.lab.tiles import TilesView
from gui.language.messages import sentence
from gui.widgets.layouts import Stretch, column_of, holding, scrolled
from gui.widgets.message_bar import MessageBar
from gui.widgets.roles import with_role
from gui.widgets.translated import Translated

MARGIN = 24


class LabWorkspace(Translated, QWidget):
    """`message` is a sentence for the status bar, `broke` an exception that nobody expected. An experiment is
    made when it is first opened."""

    message = Signal(str)
    broke = Signal(object)

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._words = list(EXPERIMENTS)
        self._pages: dict[str, LabPage] = {}
        self.tiles = TilesView(parts.icons.theme, tuple(EXPERIMENTS.values()))
        self.title = with_role(QLabel(), "title")
        self.subtitle = with_role(QLabel(wordWrap=True), "muted")
        self.bar = MessageBar(parts.icons)
        self._area = self._tile_page()
        self.stack = QStackedWidget()
        self.stack.addWidget(self._area)
        self.setLayout(column_of(self.bar, (self.stack, 1), spacing=0))
        self.setFocusProxy(self.tiles)
        self.tiles.chosen.connect(self._on_chosen)
        self._retranslate()

    def _tile_page(self) -> QScrollArea:
        margins = (MARGIN, MARGIN, MARGIN, MARGIN)
        column = column_of(self.title, self.subtitle, self.tiles, Stretch(1), spacing=12, margins=margins)
        area = scrolled(holding(column))
        area.setFrameShape(area.Shape.NoFrame)
        return area

    @property
    def open_word(self) -> str:
        """The word of the experiment that is open; empty while the tiles are seen."""
        page = self.stack.currentWidget()
        return next((word for word, made in self._pages.items() if made is page), "")

    def page(self, word: str) -> LabPage:
        """The screen of an experiment, made now if it is not there yet."""
        if word not in self._pages:
            row = EXPERIMENTS[word]
            page = self._pages[word] = cast(LabPage, row.make(row, self._parts))
            self.stack.addWidget(page)
            page.back_asked.connect(self.show_tiles)
            page.open_asked.connect(self.open_file)
            page.message.connect(self.message)
            page.broke.connect(self.broke)
        return self._pages[word]

    def open_experiment(self, word: str, part: str = "") -> LabPage:
        """Bring an experiment to the front, set up for a part of the book where one is named. KeyError for a
        word that is not known."""
        page = self.page(word)
        if part:
            page.show_part(part)
        self.bar.clear()
        self.stack.setCurrentWidget(page)
        self.setFocusProxy(page.controls)
        page.controls.setFocus(Qt.FocusReason.OtherFocusReason)
        return page

    def show_tiles(self) -> None:
        """All experiments again, with the keyboard at the one that was open."""
        word = self.open_word
        self.stack.setCurrentWidget(self._area)
        self.setFocusProxy(self.tiles)
        if word:
            self.tiles.go_to(self._words.index(word))
        self.tiles.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_file(self, path: Path) -> None:
        """Open a saved experiment; of another file, say what is wrong with it."""
        self.bar.clear()
        try:
            word, values = read_text(keeping.read_text(path))
            if word not in EXPERIMENTS:
                template = translatable(
                    "errors", "There is no experiment “{word}” in this version of the program."
                )
                raise LabError(template, word=word)
            self.page(word).open_state(values)
        except LabError as error:
            self.bar.say("error", sentence(error))
            return
        self.open_experiment(word)
        self.message.emit(self.tr("Opened {name}.").format(name=path.name))

    def _on_chosen(self, place: int) -> None:
        self.open_experiment(self._words[place])

    def _retranslate(self) -> None:
        self.title.setText(self.tr("Experiments"))
        self.subtitle.setText(
            self.tr(
                "Each is one screen: an idea, its formula, a picture that answers to the mouse, and the "
                "book's numbers beside the program's own."
            )
        )
