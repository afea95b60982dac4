"""The rows of the layers list, for the tests that work with them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from core.nn.spec import NetworkSpec
from gui.train.network.layer_row import LayerRow
from gui.train.network.panel import NetworkPanel
from tests.gui.train.screen import Desk


def spec_of(screen: Desk) -> NetworkSpec:
    return screen.document.experiment.network


def kinds(screen: Desk) -> list[str]:
    return [layer.kind for layer in spec_of(screen).layers]


def row(panel: NetworkPanel, index: int) -> LayerRow:
    return panel.layers.layer_rows[index]


def click(widget: LayerRow) -> None:
    """Click on the row itself, between its fields."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(4, 6))
