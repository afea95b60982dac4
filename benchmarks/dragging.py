"""Drags in the pictures of the Lab, in the program's own window."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import cast

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.changes import settle
from benchmarks.trial import IS_TRIAL
from gui.app import Program
from gui.lab.accuracy.page import AccuracyPage
from gui.lab.activations.page import ActivationsPage
from gui.lab.batches.page import BatchesPage
from gui.lab.descent.page import DescentPage
from gui.lab.landscape.page import LandscapePage
from gui.lab.numdiff.page import NumDiffPage
from gui.lab.page import LabPage
from gui.lab.perceptron.page import PerceptronPage
from gui.lab.softmax.page import SoftmaxPage
from gui.lab.workspace import LabWorkspace

SIZE = (1366, 768)


def _numdiff(page: LabPage) -> QRectF:
    return cast(NumDiffPage, page).differences.planes().curve.place


def _descent(page: LabPage) -> QRectF:
    """The plot, with all optimizers: the most that there is to paint."""
    cast(DescentPage, page).race()
    settle(cast(QApplication, QApplication.instance()))
    return cast(DescentPage, page).surface.plane().place


def _activations(page: LabPage) -> QRectF:
    return cast(ActivationsPage, page).functions.planes().values.place


def _accuracy(page: LabPage) -> QRectF:
    """The plot of the loss, as soon as a job has computed it."""
    curves, app = cast(AccuracyPage, page).curves, cast(QApplication, QApplication.instance())
    while curves.found is None:
        settle(app)
    return curves.planes().loss.place


def _batches(page: LabPage) -> QRectF:
    return cast(BatchesPage, page).batches.product().gradient.place


def _softmax(page: LabPage) -> QRectF:
    return cast(SoftmaxPage, page).softmax.planes().shift.place


def _perceptron(page: LabPage) -> QRectF:
    """Two layers, with the line of AND through the middle, where the drag takes it."""
    xor = {"gate": "xor", "net": "two", "ob": -0.5}
    page.set_state(replace(page.state, **xor))
    return cast(PerceptronPage, page).gates.planes().behind.place


def _landscape(page: LabPage) -> QRectF:
    if IS_TRIAL:
        page.set_state(replace(page.state, updates=10, images=100, resolution=11))
    picture = cast(LandscapePage, page).landscape
    while picture.landscape is None:  # it trains its network first
        settle(cast(QApplication, QApplication.instance()))
    return picture.planes().surface.place


PLOTS: Mapping[str, Callable[[LabPage], QRectF]] = {
    "numdiff": _numdiff,
    "descent": _descent,
    "activations": _activations,
    "accuracy": _accuracy,
    "batches": _batches,
    "softmax": _softmax,
    "perceptron": _perceptron,
    "landscape": _landscape,
}


def dragged(app: QApplication, page: LabPage, place: QRectF, moves: int) -> list[float]:
    """Milliseconds of each move across the plot."""
    picture, found = page.picture, []
    start, end = place.center().toPoint(), place.topRight().toPoint() - QPoint(2, -2)
    QTest.mousePress(picture, Qt.MouseButton.LeftButton, pos=start)
    for move in range(moves):
        before = time.perf_counter()
        QTest.mouseMove(picture, start + (end - start) * move / moves)
        app.processEvents()
        found.append((time.perf_counter() - before) * 1e3)
    QTest.mouseRelease(picture, Qt.MouseButton.LeftButton, pos=end)
    return found


class Dragging:
    """The program with the Lab in front."""

    def __init__(self, app: QApplication, program: Program) -> None:
        self._app = app
        program.window.resize(*SIZE)
        program.window.show_workspace("lab")
        self._lab = cast(LabWorkspace, program.window.workspace("lab"))
        settle(app)

    def milliseconds(self, word: str, moves: int) -> list[float]:
        """The time of each move in the picture of an experiment, from the mouse to the picture."""
        page = self._lab.open_experiment(word)
        settle(self._app)
        found = dragged(self._app, page, PLOTS[word](page), moves)
        self._lab.show_tiles()
        return found
