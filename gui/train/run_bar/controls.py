"""The bar above the plots: buttons, how far the run is, and the accuracy in large figures.

Every place in it is reserved: nothing moves when the state changes.
"""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from gui.document.network_on_table import NetworkOnTable
from gui.look.icons import Icons
from gui.train.run_bar.buttons import RunButtons
from gui.train.run_bar.figure import RunFigure
from gui.train.run_bar.progress import RunProgress
from gui.widgets.card import Card


class ControlsBar(Card):
    """`buttons`, `progress` and `figure`, on a card."""

    def __init__(
        self, table: NetworkOnTable, buttons: RunButtons, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self.buttons = buttons
        self.progress = RunProgress(table, icons)
        self.figure = RunFigure(table)
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        grid.addWidget(self.buttons, 0, 0)
        grid.addWidget(self.progress, 1, 0)
        grid.addWidget(self.figure, 0, 1, 2, 1)
        grid.setColumnStretch(0, 1)
        self.body.addLayout(grid)
        self.set_margins(16, 10, 16, 10, 0)
