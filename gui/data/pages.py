"""The pages below the images of the Data workspace: which there are, what they are called, who hears of whom.

What each shows is its own affair.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from gui.data.evaluation.page import EvaluationPage
from gui.data.glance.page import GlancePage
from gui.data.mistake.page import MistakePage
from gui.data.predictions.page import PredictionsPage
from gui.data.workspace import DataWorkspace
from gui.jobs.jobs import Jobs
from gui.language.texts import translate
from gui.look.icons import Icons


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
        self.predictions = PredictionsPage(model, icons, jobs)
        self.evaluation = EvaluationPage(model, icons, jobs)
        self.mistake = MistakePage(model, icons, jobs)
        self.glance = GlancePage(model, icons, jobs)
        for page, names in (
            (self.predictions, _predicted),
            (self.evaluation, _evaluation),
            (self.mistake, _mistake),
            (self.glance, _glance),
        ):
            workspace.add_page(page, names)
        self.predictions.draw.trace_asked.connect(workspace.trace_drawing)
        workspace.picture_offered.connect(self._on_picture)
        self.predictions.draw.message.connect(self.message)
        self.predictions.draw.broke.connect(self.broke)
        self.mistake.broke.connect(self.broke)
        workspace.follow_asked.connect(self._on_follow)

    def show_place(self, name: str) -> None:
        """Bring one part to the front: the choice of training set or test set (`sets`), the `image` that is
        chosen, or the page `predictions`, `evaluation`, `mistake` or `glance`. KeyError for another name."""
        if name in ("sets", "image"):
            self._workspace.reveal("left" if name == "sets" else "right")
            return
        pages = {
            "predictions": self.predictions,
            "evaluation": self.evaluation,
            "mistake": self.mistake,
            "glance": self.glance,
        }
        self._workspace.show_page(pages[name])

    def _on_follow(self, index: int) -> None:
        self._workspace.model.select(index)
        self._workspace.show_page(self.mistake)

    def _on_picture(self, source: QImage | str) -> None:
        self._workspace.show_page(self.predictions)
        self.predictions.draw.read(source)


def _predicted() -> tuple[str, str]:
    return translate("DataPages", "Predictions and drawing"), translate(
        "DataPages", "Which class is taken for which, and what the network predicts for a drawing"
    )


def _evaluation() -> tuple[str, str]:
    return translate("DataPages", "Evaluation"), translate(
        "DataPages", "The test set class by class, the worst mistakes, and how honest the confidence is"
    )


def _mistake() -> tuple[str, str]:
    return translate("DataPages", "Follow a mistake"), translate(
        "DataPages", "From a mistake, through its gradient, to one update"
    )


def _glance() -> tuple[str, str]:
    return translate("DataPages", "At a glance"), translate("DataPages", "What the data set is made of")
