"""Where the field of Ctrl+K leads: what it can find, gathered from all parts, and the way to each.

As `gui.app` does, it knows every workspace; it imports one when it is gone to, or when the field first opens.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from core.book.sections import Place
from core.data import Reading
from gui.document.document import Document
from gui.files.files import Files
from gui.language.texts import Speaking, without_mnemonic
from gui.menus.graph_menu import GraphMenu
from gui.window.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gui.goto.entry import Entry
    from gui.goto.places import Named
    from gui.graph.workspace import GraphWorkspace
    from gui.lab.workspace import LabWorkspace
    from gui.train.workspace import TrainWorkspace


class Going(Speaking, QObject):
    """It lives with the window, whose “Go to” it does."""

    def __init__(self, window: MainWindow, document: Document, files: Files, graph_menu: GraphMenu) -> None:
        super().__init__(window)
        self._window = window
        self._document = document
        self._files = files
        self._graph_menu = graph_menu
        window.menus.offer(window.menus.go_to, self.open)

    def open(self) -> None:
        """Show the field."""
        from gui.goto.popup import GoTo

        content = self._window.centralWidget()
        assert content is not None
        (content.findChild(GoTo) or GoTo(self.entries, self._window.theme, content)).open()

    def entries(self) -> list[Entry]:
        """All that can be found, in the language in use: of two that fit alike the first comes first."""
        from gui.goto.commands import commands
        from gui.goto.places import entries, of_the_engine, pages, terms
        from gui.help.glossary import read
        from gui.language.sources import sources_of
        from gui.paths import glossary_file

        menus, language = self._window.menus, self._window.language
        workspaces = {key: action.text() for key, action in menus.workspace_actions.items()}
        named = (*of_the_engine(), *_of_the_workspaces(), *pages())
        sources = sources_of((menus, *menus.with_keys()))
        return [
            *entries(named, language, workspaces, self.go),
            *commands(menus.with_keys(), sources, language, self._run, menus.go_to),
            *terms(read(glossary_file()), self._window.show_word),
        ]

    def go(self, place: Place) -> None:
        """Show a place, in its workspace."""
        {
            "graph": self._to_example,
            "lab": self._to_experiment,
            "preset": self._to_preset,
            "data set": self._to_data_set,
            "train": self._to_page_of_train,
            "data": self._to_page_of_data,
        }[place.kind](place)

    def _to_example(self, place: Place) -> None:
        self._graph().show_example(place.name)

    def _to_experiment(self, place: Place) -> None:
        self._window.show_workspace("lab")
        cast("LabWorkspace", self._window.workspace("lab")).open_experiment(place.name, place.part)

    def _to_preset(self, place: Place) -> None:
        self._window.show_workspace("train")
        # Through the files, which keep or ask about a trained network that no file holds.
        self._files.apply_preset(place.name)

    def _to_data_set(self, place: Place) -> None:
        self._window.show_workspace("train")
        config = self._document.experiment.training
        if config.data_set != place.name:
            changed = replace(config, data_set=place.name, reading=Reading())
            self._document.edit_training(changed, self.tr("Data set"))

    def _to_page_of_train(self, place: Place) -> None:
        self._window.show_workspace("train")
        cast("TrainWorkspace", self._window.workspace("train")).show_place(place.name)

    def _to_page_of_data(self, place: Place) -> None:
        from gui.data.pages import DataPages

        self._window.show_workspace("data")
        pages = self._window.workspace("data").findChild(DataPages)
        assert pages is not None
        pages.show_place(place.name)

    def _graph(self) -> GraphWorkspace:
        self._window.show_workspace("graph")
        return cast("GraphWorkspace", self._window.workspace("graph"))

    def _run(self, action: QAction) -> None:
        """Do a command, in Graph if it is one of the graph; say so where it cannot be done now."""
        from gui.goto.commands import tip_of

        if action in self._graph_menu.by_name.values():
            self._graph()
        if action.isEnabled():
            action.trigger()
            return
        name = without_mnemonic(action.text().partition("\t")[0])
        said = self.tr("“{command}” cannot be done now. {why}").format(command=name, why=tip_of(action))
        self._window.status.set_message(said.strip())


def _of_the_workspaces() -> Iterator[Named]:
    """The experiments of the Lab and the data sets by name."""
    from gui.goto.places import Named
    from gui.lab.titles import TITLES
    from gui.train.terms import DATA_SETS

    for word, title in TITLES.items():
        yield Named(Place("lab", word), "lab", "Lab", title)
    for word, term in DATA_SETS.items():
        yield Named(Place("data set", word), "train", term.context, str(term.english))
