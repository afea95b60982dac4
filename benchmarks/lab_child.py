"""A process with the program's own window and the Lab in front. For each line `EXPERIMENT MOVES` it drags in
the picture of that experiment, and answers with the milliseconds of each move, from the mouse to the picture.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.lines import answer
from benchmarks.theme_child import settle
from benchmarks.trial import IS_TRIAL
from gui.app import Program, application
from gui.garbage import GarbageCollector
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
from gui.remembered.settings import Settings

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


def main() -> None:
    with TemporaryDirectory() as folder:
        app = application()
        program = Program(app, Settings(Path(folder) / "settings.json"))
        program.window.resize(*SIZE)
        program.window.painted.connect(GarbageCollector(program.window).start)
        program.window.show()
        program.window.show_workspace("lab")
        lab = cast(LabWorkspace, program.window.workspace("lab"))
        settle(app)
        answer("ready")
        for line in sys.stdin:
            word, moves = line.split()
            page = lab.open_experiment(word)
            settle(app)
            answer({"ms": dragged(app, page, PLOTS[word](page), int(moves))})
            lab.show_tiles()


if __name__ == "__main__":
    main()
