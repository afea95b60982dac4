"""The pages below the images of the Data workspace: which there are, what they are called, who hears of whom.

What each shows is its own affair.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from gui.data.answers_page import AnswersPage
from gui.data.evaluation_page import EvaluationPage
from gui.data.glance_page import GlancePage
from gui.data.mistake_page import MistakePage
from gui.data.workspace import DataWorkspace
from gui.icons import Icons
from gui.workers.jobs import Jobs

translate = QCoreApplication.translate


class DataPages(QObject):
    """Makes the pages and puts them into `workspace`, with which they live.

    `message` is for the status bar; `broke` brings an exception that nobody expected.
    """

    message = Signal(str)
    broke = Signal(object)

    def __init__(self, workspace: DataWorkspace, icons: Icons, jobs: Jobs) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        model = workspace.model
        self.answers = AnswersPage(model, icons, jobs)
        self.evaluation = EvaluationPage(model, icons, jobs)
        self.mistake = MistakePage(model, icons, jobs)
        self.glance = GlancePage(model, icons, jobs)
        self._add(self.answers, lambda: translate("DataPages", "Answers and drawing"))
        self._add(self.evaluation, lambda: translate("DataPages", "Evaluation"))
        self._add(self.mistake, lambda: translate("DataPages", "Follow a mistake"))
        self._add(self.glance, lambda: translate("DataPages", "At a glance"))
        self.answers.draw.message.connect(self.message)
        self.answers.draw.broke.connect(self.broke)
        self.mistake.broke.connect(self.broke)
        workspace.follow_asked.connect(self._on_follow)

    def _add(self, page: QWidget, title: Callable[[], str]) -> None:
        # All in one place: beside one another they would be too narrow to be read.
        self._workspace.add_page(title, page, "left")

    def _on_follow(self, index: int) -> None:
        self._workspace.model.select(index)
        self._workspace.show_page(self.mistake)
