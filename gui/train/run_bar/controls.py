"""The bar above the plots: buttons, how far the run is, and the accuracy in large figures.

Every place in it is reserved: nothing moves when the state changes.
"""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from gui.document.document import Document
from gui.look.icons import Icons
from gui.train.run_bar.buttons import RunButtons
from gui.train.run_bar.figure import RunFigure
from gui.train.run_bar.progress import RunProgress
from gui.train.run_data import RunData
from gui.trainer.trainer import Trainer
from gui.widgets.card import Card


class ControlsBar(Card):
    """`buttons`, `progress` and `figure`, on a card."""

    def __init__(
        self,
        document: Document,
        trainer: Trainer,
        data: RunData,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self.buttons = RunButtons(document, trainer, icons)
        self.progress = RunProgress(document, trainer, data, icons)
        self.figure = RunFigure(document, trainer)
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        grid.addWidget(self.buttons, 0, 0)
        grid.addWidget(self.progress, 1, 0)
        grid.addWidget(self.figure, 0, 1, 2, 1)
        grid.setColumnStretch(0, 1)
        self.body.addLayout(grid)
        self.set_margins(16, 10, 16, 10, 0)
        self.buttons.changed.connect(self._on_buttons_changed)
        self._on_buttons_changed()

    def _on_buttons_changed(self) -> None:
        self.progress.set_blocked(self.buttons.blocked_reason)
