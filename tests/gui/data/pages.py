"""What the tests of the Data workspace's pages share: small images, a network that makes mistakes, hands."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.data import DataSet, Split
from core.nn.initializers import InitializerSpec
from core.nn.spec import LayerSpec, NetworkSpec
from core.training.config import Experiment, TrainingConfig
from gui.data.draw.pad import DrawPad
from gui.data.model.model import DataModel
from gui.document.document import Document
from gui.document.network_on_table import NetworkOnTable
from gui.jobs.jobs import Jobs
from gui.trainer.trainer import Trainer

SIDE, CLASSES, TESTS = 12, 3, 60
INIT = InitializerSpec("normal", 0.5)
SPEC = NetworkSpec(
    SIDE * SIDE, (LayerSpec("affine", 8, INIT), LayerSpec("relu"), LayerSpec("affine", CLASSES, INIT))
)
CONFIG = TrainingConfig("mnist", batch_size=10, length=3, seed=5)


def images() -> DataSet:
    """A dark bar on noise, whose place is the class. It says that it is MNIST."""
    rng = np.random.default_rng(11)

    def split(count: int) -> Split:
        labels = rng.integers(0, CLASSES, count)
        pixels = rng.integers(0, 40, (count, SIDE, SIDE)).astype(np.uint8)
        for image, label in zip(pixels, labels, strict=True):
            image[2:10, 4 * label : 4 * label + 2] += 180
        return Split(pixels.reshape(count, -1), labels.astype(np.intp))

    names = ("a", "b", "c")
    return DataSet(
        "mnist", "Bars", split(200), split(TESTS), CLASSES, (SIDE, SIDE), names, preparation="digits"
    )


class Desk:
    """A model over the small images, with a network that has predicted."""

    def __init__(self, qtbot: QtBot, data: DataSet | None = None, spec: NetworkSpec = SPEC) -> None:
        self.qtbot = qtbot
        self.document = Document(Experiment(spec, CONFIG))
        self.document.set_data(data or images())
        self.trainer = Trainer(NetworkOnTable(self.document))
        self.jobs = Jobs()
        self.model = DataModel(self.trainer.table, self.jobs)
        self.model.set_active(True)

    def predicted(self) -> None:
        """Wait until the network on the table has predicted."""
        self.qtbot.waitUntil(lambda: self.model.predictions is not None and not self.model.is_predicting)

    def show(self, widget: QWidget, width: int = 660, height: int = 190) -> None:
        self.qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()
        widget.activateWindow()
        self.qtbot.waitUntil(widget.isActiveWindow)

    def close(self) -> None:
        self.model.set_active(False)
        assert self.trainer.shutdown()
        self.jobs.shutdown()


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(qtbot)
    made.predicted()
    yield made
    made.close()


def stroke(
    pad: DrawPad,
    *points: tuple[float, float],
    button: Qt.MouseButton = Qt.MouseButton.LeftButton,
    release: bool = True,
) -> None:
    """Drag over the pad through these points, in shares of its square."""
    square = pad.square()
    places = [
        QPoint(round(square.left() + x * square.width()), round(square.top() + y * square.height()))
        for x, y in points
    ]
    QTest.mousePress(pad, button, pos=places[0])
    for before, after in itertools.pairwise(places):
        for step in range(1, 5):
            QTest.mouseMove(pad, before + (after - before) * step / 4)
    if release:
        QTest.mouseRelease(pad, button, pos=places[-1])


def forward(network_parameters: dict[str, NDArray[np.float32]], x: NDArray[np.uint8]) -> NDArray[np.float64]:
    """softmax(relu(x·W1 + b1)·W2 + b2) in plain NumPy, x as bytes: (N, D) or (D,) → (N, C)."""
    p = {name: values.astype(np.float64) for name, values in network_parameters.items()}
    z = np.maximum(np.atleast_2d(x) / 255.0 @ p["W1"] + p["b1"], 0.0) @ p["W2"] + p["b2"]
    e = np.exp(z - z.max(axis=1, keepdims=True))
    result: NDArray[np.float64] = e / e.sum(axis=1, keepdims=True)
    return result
