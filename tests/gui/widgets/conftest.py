"""A plot of one line on the screen, and the scheduler that redraws it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from gui.widgets.plot.live import LivePlot
from gui.widgets.plot.redraw import RedrawScheduler
from tests.gui.widgets.plotting import loss_plot


@pytest.fixture
def scheduler(qapp: object) -> Iterator[RedrawScheduler]:
    scheduler = RedrawScheduler()
    yield scheduler
    scheduler.deleteLater()


@pytest.fixture
def loss(qtbot: QtBot, scheduler: RedrawScheduler) -> LivePlot:
    return loss_plot(qtbot, scheduler)
