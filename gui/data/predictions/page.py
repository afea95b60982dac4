"""The page that is seen first: what the network takes for what, and beside it a digit of one's own."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QWidget

from gui.data.draw.panel import DrawPanel
from gui.data.model.model import DataModel
from gui.data.predictions.confusion_panel import ConfusionPanel
from gui.jobs.jobs import Jobs
from gui.look.icons import Icons
from gui.widgets.layouts import row_of
from gui.widgets.roles import with_role

GAP = 12


class PredictionsPage(QWidget):
    """The confusion matrix at the left, the drawing pad at the right."""

    def __init__(self, model: DataModel, icons: Icons, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.confusion = ConfusionPanel(model, icons, jobs)
        self.draw = DrawPanel(model, icons, jobs)
        between = with_role(QFrame(), "line")
        between.setStyleSheet("min-width: 1px; max-width: 1px; max-height: 16777215px;")
        self.setLayout(row_of((self.confusion, 1), between, (self.draw, 1), spacing=GAP))

    def minimumSizeHint(self) -> QSize:
        left, right = self.confusion.minimumSizeHint(), self.draw.minimumSizeHint()
        return QSize(left.width() + right.width() + 2 * GAP + 1, max(left.height(), right.height()))
