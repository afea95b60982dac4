"""What the tests of plots share: a plot on the screen, data for it, a pointer, and eyes for pixels."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.look.tokens import LIGHT
from gui.widgets.plot.card import PlotCard
from gui.widgets.plot.live import LivePlot
from gui.widgets.plot.redraw import RedrawScheduler
from gui.widgets.plot.style import PlotColors, SeriesSpec

COLORS = PlotColors.like(LIGHT)
LOSS = SeriesSpec("loss", "loss", "blue", smooth=True)
BOTH = [SeriesSpec("train", "training", "blue"), SeriesSpec("test", "test", "green", "dash")]


def shown(qtbot: QtBot, plot: PlotCard, scheduler: RedrawScheduler) -> None:
    plot.resize(440, 245)
    qtbot.addWidget(plot)
    with qtbot.waitExposed(plot):
        plot.show()
    scheduler.flush()


def loss_plot(qtbot: QtBot, scheduler: RedrawScheduler) -> LivePlot:
    """A plot of one smoothed line over 1000 planned iterations, on the screen."""
    plot = LivePlot([LOSS], COLORS, scheduler, floor=0.0, first_x=1000.0)
    plot.set_texts("Loss per iteration", "iteration", "cross entropy", "The loss will be here.")
    plot.set_planned(1000)
    shown(qtbot, plot, scheduler)
    return plot


def losses(n: int) -> np.ndarray:
    rng = np.random.default_rng(0)
    return (2.0 * np.exp(-np.arange(n) / 200) + 0.2 * rng.random(n)).astype(np.float64)


def fill(plot: LivePlot, n: int = 500) -> None:
    plot.append("loss", np.arange(1, n + 1), losses(n))
    plot.redraw()


def ranges(plot: PlotCard) -> tuple[float, float, float, float]:
    frame = plot.view.frame
    return frame.left, frame.right, frame.bottom, frame.top


def place(plot: PlotCard, across: float, down: float = 0.5) -> QPoint:
    """A point of the area, as shares of its width and height."""
    area = plot.view.canvas_rect()
    return QPoint(round(area.x() + across * area.width()), round(area.y() + down * area.height()))


def point_at(qtbot: QtBot, plot: PlotCard, across: float, down: float = 0.5) -> None:
    qtbot.mouseMove(plot.view.viewport(), place(plot, across, down))


def wheel(
    plot: PlotCard, turn: int = 240, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    at = QPointF(place(plot, 0.5))
    event = QWheelEvent(
        at,
        QPointF(plot.view.viewport().mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(plot.view.viewport(), event)


def seen(plot: PlotCard) -> QImage:
    return plot.grab().toImage()


def count_pixels(image: QImage, color: QColor) -> int:
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(plain.constBits(), np.uint32)
    return int((pixels == color.rgb()).sum())


def count_near(image: QImage, color: QColor, most: int = 16) -> int:
    """Pixels of nearly this colour: of a line that lies between two rows."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    channels = np.frombuffer(plain.constBits(), np.uint8).reshape(-1, 4)[:, :3].astype(np.int16)
    wanted = np.array([color.blue(), color.green(), color.red()])
    return int((np.abs(channels - wanted).max(axis=1) <= most).sum())
