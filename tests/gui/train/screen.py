"""What the tests of the Train screen share: small data, a screen over them, and hands to work it with."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from dataclasses import replace
from typing import Any, Generic, Protocol, TypeVar

import numpy as np
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from core.data import DataSet, Split
from core.nn.initializers import InitializerSpec
from core.nn.spec import LayerSpec, LossSpec, NetworkSpec
from core.store.store import RunStore
from core.training.checkpoint import Checkpoint
from core.training.config import Experiment, TrainingConfig
from core.training.events import Event
from core.training.session import TrainingSession
from gui.document.change import State
from gui.document.document import Document
from gui.document.network_on_table import NetworkOnTable
from gui.files.kept_runs import KeptRuns
from gui.jobs.jobs import Jobs
from gui.look.icons import Icons
from gui.menus.run_menu import RunMenu
from gui.train.evaluation.page import EvaluationPage
from gui.train.form.area import SCROLL_BAR_WIDTH, FormArea
from gui.train.form.panel import TrainingPanel
from gui.train.iteration.page import IterationPage
from gui.train.messages import TrainMessages
from gui.train.network.panel import NetworkPanel
from gui.train.plots.panel import PlotsPanel
from gui.train.run_bar.buttons import RunButtons
from gui.train.run_bar.controls import ControlsBar
from gui.train.runs.page import RunsPage
from gui.train.surface.page import SurfacePage
from gui.train.weights.page import WeightsPage
from gui.train.workspace import FORM_WIDTH, TrainWorkspace
from gui.trainer.trainer import Trainer
from gui.widgets.layouts import column_of, row_of
from gui.widgets.message_bar import MessageBar
from gui.widgets.plot.redraw import RedrawScheduler

P = TypeVar("P", bound=QWidget)

SIDE = 6
CLASSES = 3
SPEC = NetworkSpec(
    SIDE * SIDE,
    (
        LayerSpec("affine", 8, InitializerSpec("normal", 0.01)),
        LayerSpec("relu"),
        LayerSpec("affine", CLASSES, InitializerSpec("normal", 0.01)),
    ),
)
CONFIG = TrainingConfig("mnist", batch_size=10, sampling="random", length=3)
"""Three epochs of 20 iterations on `images()`."""


def images(examples: int = 200) -> DataSet:
    """Bright stripes on noise: the class is the stripe's place. It says that it is MNIST."""
    rng = np.random.default_rng(7)

    def split(count: int) -> Split:
        labels = np.arange(count) % CLASSES
        pixels = rng.integers(0, 60, (count, SIDE, SIDE)).astype(np.uint8)
        for i, label in enumerate(labels):
            pixels[i, 2 * label : 2 * label + 2] += 150
        return Split(pixels.reshape(count, -1), labels.astype(np.intp))

    names = tuple("abc")
    return DataSet("mnist", "Stripes", split(examples), split(60), CLASSES, (SIDE, SIDE), names)


def trained() -> Checkpoint:
    """The network of a whole run with `CONFIG`, for a test that needs no screen to make it."""
    session = TrainingSession(Experiment(SPEC, CONFIG), images())
    for _ in session.events():
        pass
    return session.checkpoint()


def pair() -> DataSet:
    """A regression without a test set: one pair."""
    rng = np.random.default_rng(3)
    x, y = rng.normal(size=(1, 4)).astype(np.float32), rng.normal(size=(1, 2)).astype(np.float32)
    return DataSet("random-pair", "Pair", Split(x, y), None, 2)


REGRESSION = Experiment(
    NetworkSpec(
        4, (LayerSpec("affine", 5), LayerSpec("sigmoid"), LayerSpec("affine", 2)), LossSpec("squared_error")
    ),
    TrainingConfig("random-pair", batch_size=1, length=30, length_unit="iterations"),
)


class Recorder:
    """Makes real sessions and keeps every event of each, as they were yielded."""

    def __init__(self) -> None:
        self.sessions: list[TrainingSession] = []
        self.events: list[list[Event]] = []

    def __call__(self, experiment: Experiment, data: DataSet) -> TrainingSession:
        kept: list[Event] = []

        class Recording(TrainingSession):
            def events(self) -> Generator[Event, None, None]:
                for event in super().events():
                    kept.append(event)
                    yield event

            def evaluate(self) -> Iterator[Any]:
                for event in super().evaluate():
                    if not kept or kept[-1] is not event:
                        kept.append(event)
                    yield event

        session = Recording(experiment, data)
        self.sessions.append(session)
        self.events.append(kept)
        return session

    def of(self, kind: type[Any], run: int = -1) -> list[Any]:
        """The events of one kind of a run, each once, in order."""
        found: list[Any] = []
        for event in self.events[run]:
            if isinstance(event, kind) and not any(event is other for other in found[-2:]):
                found.append(event)
        return found


class Desk:
    """A document with data, a trainer, and hands for the part of the workspace that is shown of them."""

    controls: ControlsBar

    def __init__(
        self,
        qtbot: QtBot,
        icons: Icons,
        experiment: Experiment | None = None,
        data: DataSet | None = None,
    ) -> None:
        self.qtbot = qtbot
        self.icons = icons
        self.recorder = Recorder()
        self.document = Document(experiment or Experiment(SPEC, CONFIG))
        self.document.set_data(data or images())
        self.table = NetworkOnTable(self.document)
        self.trainer = Trainer(self.table, self.recorder)
        self.jobs = Jobs()
        self.run_menu = RunMenu(self.trainer, icons)
        qtbot.addWidget(self.run_menu)

    def show(self, widget: QWidget) -> None:
        self.widget = widget
        widget.addActions(self.run_menu.actions())
        self.qtbot.addWidget(widget)
        widget.resize(1280, 720)
        widget.show()
        widget.activateWindow()
        self.qtbot.waitUntil(widget.isActiveWindow)

    def close(self) -> None:
        assert self.trainer.shutdown()
        self.widget.close()
        self.jobs.shutdown()

    # Hands

    def press(self, name: str) -> None:
        """Click one of the buttons above the plots."""
        button = self.controls.buttons.by_name[name]
        assert button.isEnabled(), f"{name} is off"
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def until(self, state: State) -> None:
        self.qtbot.waitUntil(lambda: self.trainer.state is state)
        if state in (State.PAUSED, State.ENDED):
            # What is seen of a run that rests is all of it, some turns of the event loop later.
            schedulers = self.widget.findChildren(RedrawScheduler)
            for scheduler in schedulers:
                scheduler.hurry()  # as the workspace does
            turns = [timer for scheduler in schedulers for timer in scheduler.findChildren(QTimer)]
            self.qtbot.waitUntil(lambda: not any(timer.isActive() for timer in turns))

    def run_to_end(self) -> None:
        self.press("start")
        self.until(State.ENDED)

    def until_iteration(self, iteration: int) -> None:
        self.qtbot.waitUntil(lambda: self.iteration >= iteration)

    @property
    def iteration(self) -> int:
        run = self.document.current_run
        return run.log.last_iteration if run is not None else 0

    def set(self, **settings: Any) -> None:
        """Change the table without the form."""
        config = self.document.experiment.training
        self.document.edit_training(replace(config, **settings), "")

    def set_rate(self, rate: float) -> None:
        config = self.document.experiment.training
        self.set(optimizer=replace(config.optimizer, learning_rate=rate))


class FormScreen(Desk):
    """The whole form beside the bar: a text in it that is not a number keeps a run from being started."""

    def __init__(self, qtbot: QtBot, icons: Icons) -> None:
        super().__init__(qtbot, icons)
        whole = QWidget()
        self.form = FormArea(self.table, self.document.apply_preset, icons, whole)
        self.form.setFixedWidth(FORM_WIDTH)
        self.controls = ControlsBar(self.table, RunButtons(self.run_menu, icons), icons, whole)
        whole.setLayout(row_of(self.form, (self.controls, 1)))
        self.show(whole)


class PartScreen(Desk, Generic[P]):
    """One part of the workspace under the bar with the buttons, made in a tenth to a third of the time."""

    def __init__(
        self,
        qtbot: QtBot,
        icons: Icons,
        make: Callable[[Desk, QWidget], P],
        experiment: Experiment | None = None,
        data: DataSet | None = None,
    ) -> None:
        """`make` is given the screen and what the part lies in: one of the functions below."""
        super().__init__(qtbot, icons, experiment, data)
        whole = QWidget()
        self.controls = ControlsBar(self.table, RunButtons(self.run_menu, icons), icons, whole)
        self.part = make(self, whole)
        whole.setLayout(column_of(self.controls, (self.part, 1)))
        self.show(whole)


def nothing(_desk: Desk, place: QWidget) -> QWidget:
    """The bar stands alone."""
    return QWidget(place)


def network(desk: Desk, place: QWidget) -> NetworkPanel:
    return _as_wide_as_in_the_form(NetworkPanel(desk.table, desk.document.apply_preset, desk.icons, place))


def training(desk: Desk, place: QWidget) -> TrainingPanel:
    return _as_wide_as_in_the_form(TrainingPanel(desk.table, desk.icons, place))


def _as_wide_as_in_the_form(panel: P) -> P:
    panel.setFixedWidth(FORM_WIDTH - SCROLL_BAR_WIDTH)
    return panel


def plots(desk: Desk, place: QWidget) -> PlotsPanel:
    return PlotsPanel(desk.table, desk.icons, place)


def weights(desk: Desk, place: QWidget) -> WeightsPage:
    return WeightsPage(desk.table, desk.icons.theme, place)


def runs(desk: Desk, place: QWidget, store: RunStore | None = None) -> RunsPage:
    return RunsPage(desk.table, KeptRuns(desk.table, desk.jobs, store, place), desk.icons, place)


def evaluation(desk: Desk, place: QWidget) -> EvaluationPage:
    return EvaluationPage(desk.table, desk.jobs, desk.icons.theme, place)


def iteration(desk: Desk, place: QWidget) -> IterationPage:
    return IterationPage(desk.table, desk.icons.theme, place)


def surface(desk: Desk, place: QWidget) -> SurfacePage:
    return SurfacePage(desk.table, desk.jobs, desk.icons.theme, place)


def message(desk: Desk, place: QWidget) -> MessageBar:
    bar = MessageBar(desk.icons, place)
    TrainMessages(desk.table, desk.trainer.start_with_rate, bar)
    return bar


class MakePart(Protocol):
    """Makes a screen of one part, which is closed after the test: `parts(weights)`."""

    def __call__(
        self,
        make: Callable[[Desk, QWidget], P],
        experiment: Experiment | None = None,
        data: DataSet | None = None,
    ) -> PartScreen[P]: ...


class Screen(Desk):
    """The whole workspace."""

    def __init__(
        self,
        qtbot: QtBot,
        icons: Icons,
        experiment: Experiment | None = None,
        data: DataSet | None = None,
    ) -> None:
        super().__init__(qtbot, icons, experiment, data)
        self.workspace = TrainWorkspace(
            self.table, self.trainer, self.run_menu, self.document.apply_preset, icons, self.jobs
        )
        self.controls = self.workspace.controls
        self.show(self.workspace)


def settle() -> None:
    """Let the layouts take up what has changed."""
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def type_into(field: QLineEdit, text: str, end: Qt.Key | None = Qt.Key.Key_Return) -> None:
    """Click into the field, replace its text key by key, and press Enter (or nothing)."""
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    field.selectAll()
    QTest.keyClicks(field, text)
    if end is not None:
        QTest.keyClick(field, end)


def drag(widget: QWidget, start: QPoint, by: QPoint) -> None:
    """Press on `widget` at `start`, move in steps, and let go."""
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 6):
        QTest.mouseMove(widget, start + by * step / 5)
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=start + by)


def choose(combo: Any, word: str) -> None:
    """Open a combo box by its arrow, go to the entry of that word, and take it."""
    QTest.mouseClick(combo, Qt.MouseButton.LeftButton, pos=QPoint(combo.width() - 6, combo.height() // 2))
    row = combo.findData(word)
    assert row >= 0, f"{word} is not offered"
    view = combo.view()
    view.setCurrentIndex(combo.model().index(row, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert not view.isVisible()
