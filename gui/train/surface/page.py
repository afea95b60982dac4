"""The page “Decision surface”: the figure, and which network it is of, at which iteration."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.data import DataSet
from core.errors import LabError
from core.inspection.surface import plane_of
from gui.document.change import Change, State
from gui.document.network_on_table import NetworkOnTable
from gui.jobs.jobs import Jobs
from gui.language.messages import sentence
from gui.look.theme import Theme
from gui.surface.figure import SurfaceFigure
from gui.surface.points import Points
from gui.train.surface.follower import SurfaceFollower
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.roles import set_role
from gui.widgets.translated import Translated


class SurfacePage(Translated, QWidget):
    """`is_wanted`: the data are points of a plane. `wanted_changed` tells that this is another answer."""

    wanted_changed = Signal()

    def __init__(
        self, table: NetworkOnTable, jobs: Jobs, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._table = table
        self._data: DataSet | None = None
        self.follower = SurfaceFollower(table, jobs, self)
        self.when = ElidedLabel()
        self.figure = SurfaceFigure(theme)
        set_role(self.when, "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 3, 0, 0)  # away from the line of the tab
        column.setSpacing(3)
        column.addWidget(self.when)
        column.addWidget(self.figure, 1)
        self.figure.layer_chosen.connect(self.follower.set_layer)
        self.follower.changed.connect(self._on_found)
        table.changed.connect(self._on_changed)
        self._retranslate()
        self._on_found()

    @property
    def is_wanted(self) -> bool:
        return self.follower.data is not None

    def _on_found(self) -> None:
        """Other data, another survey, or a reason why there is none."""
        follower, data = self.follower, self.follower.data
        if data is not self._data:
            self._data = data
            if data is not None:
                self.figure.set_points(plane_of(data), Points.of(data), data.class_names)
            self.wanted_changed.emit()
        survey, of = follower.survey, follower.of
        self.figure.set_survey(survey)
        # What nobody has trained is not yet wrong.
        is_told = survey is not None and of is not None and of.iteration > 0
        self.figure.view.set_wrong(survey.wrong if survey is not None and is_told else None)
        self.figure.set_stale(survey is not None and not follower.is_current)
        self._show_when()

    def _on_changed(self, what: Change) -> None:
        if Change.STATE in what:
            self._show_when()

    def _show_when(self) -> None:
        follower = self.follower
        of, problem = follower.of, follower.problem
        if problem is not None:
            self.when.setText(sentence(problem) if isinstance(problem, LabError) else str(problem))
        elif of is None:
            self.when.setText("")
        elif not follower.is_current:
            self.when.setText(self.tr("{network}; out of date").format(network=of.title()))
        else:
            # For a moment what is seen is that of some iterations before the pause.
            is_newest = of.iteration == self._table.look().iteration
            self.when.setText(of.title(is_paused=is_newest and self._table.state is State.PAUSED))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.follower.set_active(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.follower.set_active(False)

    def _retranslate(self) -> None:
        self._show_when()
