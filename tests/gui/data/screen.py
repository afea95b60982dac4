"""What the tests of the Data screen share: small data, the workspace shown over them, and hands."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.data import DataSet, Split
from core.nn.network import Network
from core.nn.spec import LayerSpec, LossSpec, NetworkSpec
from core.training.config import Experiment, TrainingConfig
from gui.data.model.model import DataModel, SplitName
from gui.data.workspace import DataWorkspace
from gui.document.change import State
from gui.document.document import Document
from gui.document.network_on_table import NetworkOnTable
from gui.jobs.jobs import Jobs
from gui.look.icons import Icons
from gui.look.theme import Theme
from gui.trainer.trainer import Trainer
from tests.conftest import GRACE_MS
from tests.gui.data.pages import CONFIG, SPEC, images

SIZE = QSize(1294, 708)
POINTS = Experiment(
    NetworkSpec(2, (LayerSpec("affine", 4), LayerSpec("tanh"), LayerSpec("affine", 2))),
    TrainingConfig("xor", batch_size=10, length=2),
)
REGRESSION = Experiment(
    NetworkSpec(4, (LayerSpec("affine", 2),), LossSpec("squared_error")),
    TrainingConfig("random-pair", batch_size=1, length=30, length_unit="iterations"),
)


def points(count: int = 50) -> DataSet:
    """Points of the plane, the class by the sign of the first coordinate."""
    x = np.random.default_rng(2).normal(size=(count, 2)).astype(np.float32)
    split = Split(x, (x[:, 0] > 0).astype(np.intp))
    return DataSet("xor", "Points", split, split, 2, class_names=("left", "right"))


def pair() -> DataSet:
    """A regression without a test set."""
    x, t = np.arange(4, dtype=np.float32).reshape(1, 4), np.array([[0.5, -1.5]], np.float32)
    return DataSet("random-pair", "Pair", Split(x, t), None, 2)


class Screen:
    """The workspace, shown, over a document with data. `traced` holds what was given to the graph."""

    def __init__(self, qtbot: QtBot, theme: Theme) -> None:
        self.qtbot = qtbot
        self.theme = theme
        self.document = Document(Experiment(SPEC, CONFIG))
        self.document.set_data(images())
        self.trainer = Trainer(NetworkOnTable(self.document))
        self.jobs = Jobs()
        self.traced: list[tuple[Network, NDArray[Any], int, SplitName, int]] = []
        self.workspace = DataWorkspace(
            self.trainer.table, Icons(theme), self.jobs, lambda *given: self.traced.append(given)
        )
        qtbot.addWidget(self.workspace)
        self.workspace.resize(SIZE)
        self.workspace.show()
        self.come_to_front()

    @property
    def model(self) -> DataModel:
        return self.workspace.model

    def come_to_front(self) -> None:
        self.workspace.activateWindow()
        self.qtbot.waitUntil(self.workspace.isActiveWindow)
        self.workspace.grid.setFocus()

    def put(self, experiment: Experiment, data: DataSet) -> None:
        """An experiment with its data in the place of those that are there, and of all drawings."""
        assert self.trainer.halt(GRACE_MS)
        self.document.new(experiment)
        self.document.set_data(pair())  # drawings stay with data of their kind
        self.document.set_data(data)

    def begin_anew(self) -> None:
        """Take back all that a person can have done, so that it is as it was opened."""
        self.model.set_active(False)
        self.put(Experiment(SPEC, CONFIG), images())
        self.traced.clear()
        grid, detail = self.workspace.grid, self.workspace.detail
        grid.sizes["medium"].click()
        grid.as_points.click()
        detail.pages.setCurrentIndex(0)
        for box, is_on in (
            (detail.switches.normalize, True),
            (detail.switches.flatten, True),
            (detail.switches.one_hot, False),
        ):
            box.setChecked(is_on)
        QApplication.sendEvent(detail.image, QEvent(QEvent.Type.Leave))
        self.workspace.resize(SIZE)
        self.workspace.show()
        self.model.set_active(True)
        self.predicted()
        timers = self.workspace.findChildren(QTimer)
        self.qtbot.waitUntil(lambda: not any(timer.isActive() for timer in timers))

    def close(self) -> None:
        self.workspace.close()
        assert self.trainer.shutdown()
        self.jobs.shutdown()

    def predicted(self) -> None:
        """Wait until the network on the table has predicted."""
        self.qtbot.waitUntil(
            lambda: (
                self.model.predictions is not None
                and self.model.predicted_by is self.model.looked_at
                and not self.model.is_predicting
            ),
        )

    def train(self) -> None:
        """One run, to its end."""
        self.trainer.start()
        self.qtbot.waitUntil(lambda: self.trainer.state is State.ENDED)
        self.qtbot.waitUntil(lambda: self.model.looked_at.kind == "ended")
        self.predicted()

    def mistakes(self) -> list[int]:
        predictions = self.model.predictions
        assert predictions is not None
        return np.flatnonzero(~predictions.right).tolist()


def click(widget: QWidget) -> None:
    assert widget.isEnabled()
    assert widget.isVisible()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
