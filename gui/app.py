"""The program with its window: makes the application, puts the parts together and runs it.

Here and nowhere else it is decided which workspace stands where, and which part is given which other.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np
from PySide6.QtCore import (
    QCoreApplication,
    QLibraryInfo,
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QWidget

from core import VERSION
from core.data import DataSet, Progress, Reading
from core.data.class_folders import is_picture_file
from core.errors import LabError
from core.store.folder import runs_folder
from core.store.store import RunStore
from core.training.config import Experiment
from gui.document.change import Change
from gui.document.document import Document
from gui.document.network_on_table import NetworkOnTable
from gui.document.report import Ending
from gui.files.files import Files
from gui.files.kept_runs import KeptRuns
from gui.garbage import GarbageCollector
from gui.going import Going
from gui.jobs.data_loader import DataLoader
from gui.jobs.jobs import Jobs
from gui.jobs.memory import give_back_memory
from gui.language.language import Language
from gui.language.messages import sentence
from gui.language.texts import Speaking
from gui.look import fonts
from gui.look.icons import Icons
from gui.look.text_size import enlarge
from gui.look.theme import Theme
from gui.menus.graph_menu import GraphMenu
from gui.menus.run_menu import RunMenu
from gui.paths import RESOURCES, log_file, recovery_folder
from gui.recovery.recovery import Recovery
from gui.remembered.experiment import remembered_experiment
from gui.remembered.settings import Settings
from gui.trainer.trainer import Trainer
from gui.widgets import painted
from gui.window import no_window
from gui.window.faults import Faults
from gui.window.interrupts import Interrupts
from gui.window.main_window import MainWindow
from gui.window.start import start
from gui.window.status_line import StatusLine
from gui.window.thread_choice import AUTO, ask_for_threads
from gui.window.workspaces import Workspace

if TYPE_CHECKING:
    from core.nn.network import Network
    from core.nn.parameters import Floats
    from gui.data.model.model import SplitName
    from gui.data.workspace import DataWorkspace
    from gui.graph.workspace import GraphWorkspace
    from gui.lab.workspace import LabWorkspace
    from gui.train.workspace import TrainWorkspace


NAME = "backprop-lab"
INTERRUPTED = 130
"""The exit status by which a shell knows that its Ctrl-C has ended a program."""


def main(file: str | None = None, demo: str | None = None, play: bool = False) -> int:
    """Open the window and run until it is closed: with a model file, or on the steps of the example `demo`,
    played through if `play`. Returns the exit status."""
    QCoreApplication.setApplicationName(NAME)  # by which the settings are found
    settings = Settings()
    enlarge(settings.text_size)
    app = application()
    faults = Faults(log_file())
    faults.install()
    program = start(partial(Program, app), settings, faults)
    if program is None:
        return 1
    window = program.window
    folder = runs_folder()
    if folder is not None:
        program.kept.store = RunStore(folder)
    window.status.set_message(" ".join(filter(None, (settings.problem(), window.language.problem()))))
    window.painted.connect(GarbageCollector(window).start)
    window.painted.connect(program.begin_recovery)
    app.commitDataRequest.connect(program.recovery.keep_now)
    program.broke.connect(faults.report)
    faults.repeated.connect(window.status.set_message)
    interrupts = Interrupts(program.leave)
    interrupts.install()
    if demo is not None:
        program.show_demo(demo, play)
    window.show()
    if file is not None:
        # What it holds is seen there, whichever workspace was the last.
        window.show_workspace("train")
        program.files.open_path(Path(file))
    status = app.exec()
    return INTERRUPTED if interrupts.was_interrupted else status


def application() -> QApplication:
    """The application with its name, icon and typeface. Without a screen the program ends with a sentence."""
    QGuiApplication.setDesktopFileName(NAME)
    qInstallMessageHandler(partial(_end_without_screen, []))
    app = QApplication([NAME])
    qInstallMessageHandler(None)
    app.setApplicationName(NAME)
    app.setApplicationVersion(VERSION)
    app.setWindowIcon(QIcon(str(RESOURCES / "icons" / "backprop-lab.svg")))
    fonts.install(app)
    painted.install()
    return app


class Program(Speaking, QObject):
    """All parts of the program and who is given which; `window` is not yet shown. It lives as long as its
    window. Runs are kept in `store`, if there is one. `broke` brings an exception that nobody expected.
    `recovery_home` is another folder than the person's own, for the benchmark."""

    broke = Signal(object)  # BaseException

    def __init__(
        self,
        app: QApplication,
        settings: Settings,
        store: RunStore | None = None,
        recovery_home: Path | None = None,
    ) -> None:
        super().__init__()
        self.theme = Theme(app, settings.theme)
        self.icons = Icons(self.theme)
        self.document = Document(remembered_experiment(settings.configuration), self)
        self.table = NetworkOnTable(self.document, self)
        self.trainer = Trainer(self.table, parent=self)
        self.jobs = Jobs(self)
        self.data = DataLoader(self.document, self.jobs, _opening_data_set, parent=self)
        workspaces = (
            Workspace("graph", self._graph_workspace),
            Workspace("train", self._train_workspace),
            Workspace("data", self._data_workspace),
            Workspace("lab", self._lab_workspace),
        )
        language = Language(app, settings.language)
        if settings.threads != AUTO:
            with suppress(LabError):  # a library that chooses for itself: About says so
                ask_for_threads(settings.threads)
        self.window = MainWindow(self.theme, self.icons, language, settings, workspaces)
        self.setParent(self.window)
        self.run_menu = RunMenu(self.trainer, self.icons, self.window.menus)
        self.run_menu.started.connect(self._show_training)
        self.graph_menu = GraphMenu(self.window.menus)
        for menu in (self.graph_menu, self.run_menu):
            self.window.menus.insert(menu)
        self.kept = KeptRuns(self.table, self.jobs, store, self)
        self.files = Files(self.table, self.trainer, self.jobs, settings, self.window, self.kept)
        Going(self.window, self.document, self.files, self.graph_menu)
        StatusLine(self.table, self.window.status)
        home = recovery_home or recovery_folder()
        self.recovery = Recovery(home, self.table, self.files, self.jobs, self.window, self.trainer.halt)
        for part in (self.files, self.kept, self.recovery):
            part.message.connect(self.window.status.set_message)
            part.broke.connect(self.broke)
        self._ending: Ending | None = None
        self.table.changed.connect(self._on_changed)
        self.window.dropped.connect(self._on_dropped)
        # Before, the data would only keep the window waiting.
        self.window.painted.connect(self.data.load)
        self.window.painted.connect(self.kept.read)
        # Last: a workspace may need any part of the program, this window among them.
        self.window.show_last_workspace()
        if not settings.workspace:
            self._show_graph().show_first_value()

    def begin_recovery(self) -> None:
        """Offer what another sitting left, and keep this one's work from now on. Killed savings are looked
        for where models were saved or opened last."""
        settings = self.window.settings
        self.recovery.begin(dict.fromkeys([settings.folder, *(path.parent for path in settings.recent)]))

    def leave(self) -> None:
        """Keep what there is for the next start and end, whatever is open: nobody is there to be asked."""
        try:
            self.recovery.keep_now()
            self.files.close()
        finally:
            # Unlike `quit` it asks no window, and ends the loops of dialogs and menus as well.
            QApplication.exit()

    def show_demo(self, example: str, play: bool) -> None:
        """Bring the Graph workspace to the front with an example at its first step."""
        graph = self._show_graph()
        graph.show_example(example)
        if play:
            graph.play()

    def show_in_graph(
        self, network: Network, example: Floats, label: int, split: SplitName, index: int
    ) -> None:
        """Bring the Graph workspace to the front with a network's loss on an example of Data."""
        from gui.graph.current_network import weights_of
        from gui.graph.model.networks import Found
        from gui.graph.model.origin import Origin

        data = cast("DataWorkspace", self.window.workspace("data")).model
        weights = weights_of(data.predicted_by) if data.predicted_by is not None else None
        names = data.data.class_names if data.data is not None else ()
        origin = Origin(weights, split, index, data.has_images, class_names=names)
        self._show_graph().show_network(Found(network, example, np.array([label]), origin))

    def _show_training(self) -> None:
        """A training that was started by key is seen: here, or in Data, which follows it."""
        if self.window.current_workspace() in ("graph", "lab"):
            self.window.show_workspace("train")

    def _show_form(self) -> None:
        """Where networks and data are chosen."""
        self.window.show_workspace("train")
        cast("TrainWorkspace", self.window.workspace("train")).across.reveal("left")

    def _show_graph(self) -> GraphWorkspace:
        self.window.show_workspace("graph")
        return cast("GraphWorkspace", self.window.workspace("graph"))

    def _graph_workspace(self, parent: QWidget) -> QWidget:
        from gui.graph.current_network import CurrentNetworkOnTable
        from gui.graph.kept import KeptGraph
        from gui.graph.workspace import GraphWorkspace

        current = CurrentNetworkOnTable(self.table, parent=parent)
        workspace = GraphWorkspace(self.icons, self.jobs, current, parent, self.graph_menu)
        self.window.set_undo_stack(workspace.model.undo_stack, "graph")
        self.recovery.add("graph", KeptGraph(workspace, self.recovery.note))
        return workspace

    def _train_workspace(self, parent: QWidget) -> QWidget:
        from gui.train.workspace import TrainWorkspace

        return TrainWorkspace(
            self.table,
            self.trainer,
            self.run_menu,
            self._apply_preset,
            self.icons,
            self.jobs,
            parent,
            self.data,
            self.kept,
        )

    def _apply_preset(self, name: str) -> None:
        # Through the files, which ask before a trained network that no file holds is lost.
        self.files.apply_preset(name)

    def _data_workspace(self, parent: QWidget) -> QWidget:
        from gui.data.kept import KeptDrawings
        from gui.data.pages import DataPages
        from gui.data.workspace import DataWorkspace

        workspace = DataWorkspace(self.table, self.icons, self.jobs, self.show_in_graph, parent)
        pages = DataPages(workspace, self.icons, self.jobs)
        self.window.set_undo_stack(workspace.model.drawings.undo_stack, "data")
        workspace.train_asked.connect(self._show_form)
        workspace.menu.message.connect(self.window.status.set_message)
        pages.message.connect(self.window.status.set_message)
        pages.broke.connect(self.broke)
        pad = pages.predictions.draw.pad.drawing
        self.recovery.add("data", KeptDrawings(workspace.model.drawings, pad, self.recovery.note))
        return workspace

    def _lab_workspace(self, parent: QWidget) -> QWidget:
        from gui.lab.experiment import Parts
        from gui.lab.workspace import LabWorkspace

        settings = self.window.settings
        parts = Parts(
            self.icons,
            self.jobs,
            self.table,
            self._show_example,
            self._draw_expression,
            self._train,
            settings.lab_state,
            settings.set_lab_state,
        )
        workspace = LabWorkspace(parts, parent)
        workspace.message.connect(self.window.status.set_message)
        workspace.broke.connect(self.broke)
        return workspace

    def _show_example(self, name: str) -> None:
        self._show_graph().show_example(name)

    def _draw_expression(self, text: str) -> None:
        try:
            self._show_graph().model.draw(text)
        except LabError as error:
            self.window.status.set_message(sentence(error))

    def _train(self, experiment: Experiment) -> None:
        """Put an experiment on the table as an edit, which can be undone, and show it."""
        self.document.edit(experiment, self.tr("Experiment of the Lab"))
        self.window.show_workspace("train")

    def _on_dropped(self, path: str) -> None:
        """A model file or an experiment of the Lab is opened, a picture is read on the pad, and anything else
        is data of one's own."""
        if Path(path).suffix.lower() == ".json":
            self.window.show_workspace("lab")
            cast("LabWorkspace", self.window.workspace("lab")).open_file(Path(path))
            return
        if is_picture_file(Path(path)):
            self.window.show_workspace("data")
            cast("DataWorkspace", self.window.workspace("data")).picture_offered.emit(path)
            return
        self.window.show_workspace("train")
        if Path(path).suffix.lower() == ".blab":
            self.files.open_path(Path(path))
            return
        config = replace(self.document.experiment.training, data_set=path, reading=Reading())
        self.document.edit_training(config, self.tr("Data set"))

    def _on_changed(self, what: Change) -> None:
        """What other data and a run leave free is given back; and a run that ended by a fault of the program
        tells it where all faults are told."""
        run = self.table.run if Change.RUNS in what else None
        ending = run.ending if run is not None else None
        has_ended = ending is not None and ending is not self._ending
        if Change.DATA in what or has_ended:
            self.jobs.start("memory", give_back_memory, _nothing, self.broke.emit)
        if ending is None or not has_ended:
            return
        self._ending = ending
        if ending.error is not None and not isinstance(ending.error, LabError):
            self.broke.emit(ending.error)


def _nothing(_result: object) -> None:
    """What follows a job of which nothing is shown."""


def _opening_data_set(name: str, seed: int, reading: Reading) -> Generator[Progress, None, DataSet]:
    # Late: what reads pictures is needed for folders of them alone.
    from adapters.data_sets import opening_data_set

    return opening_data_set(name, seed, reading)


def build(app: QApplication, settings: Settings, store: RunStore | None = None) -> MainWindow:
    """The window with all its parts, not yet shown."""
    return Program(app, settings, store).window


def _end_without_screen(said: list[str], kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """Qt ends the process where it finds no screen. Before it does, say so in words and end it quietly."""
    said.append(text)
    if kind != QtMsgType.QtFatalMsg:
        return
    # Without a console, on Windows for one, there is no one to tell.
    if sys.stderr is not None:
        plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
        sys.stderr.write(no_window.without_screen(said, plugins) + "\n")
        sys.stderr.flush()
    os._exit(1)
