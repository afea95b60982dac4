"""Surveys the plane for the network on the table, again and again while it is trained.

It asks for a copy, works on it off the window's thread, rests, and asks again where something has changed.
While nobody looks it does nothing. It shows nothing.
"""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from core.data import DataSet
from core.errors import LabError
from core.inspection.surface import is_plane, plane_of
from gui.document.change import Change
from gui.document.network_on_table import NetworkOnTable
from gui.document.sources import Answer, NetworkCopy
from gui.jobs.jobs import Jobs
from gui.surface.survey import Survey, survey

JOB = "surface"
PERIOD_MS = 125
"""The least time from the beginning of one survey to that of the next. The rest between them is never shorter
than the work: the training keeps its speed."""


class SurfaceFollower(QObject):
    """`data` are points of a plane, or None. `survey` is what was found of the network `of`; `problem` says
    why there is nothing newer. `changed` tells of either."""

    changed = Signal()

    def __init__(self, table: NetworkOnTable, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._jobs = jobs
        self.data: DataSet | None = None
        self.survey: Survey | None = None
        self.of: NetworkCopy | None = None
        self.problem: BaseException | None = None
        self._layer: int | None = None
        self._is_active = self._has_news = self._is_waiting = False
        self._clock = QElapsedTimer()
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._look)
        table.changed.connect(self._on_changed)
        self._take_data()

    @property
    def is_current(self) -> bool:
        """What was found is of the network on the table, if perhaps of some iterations ago."""
        seen, of = self._table.look(), self.of
        if of is None or self.problem is not None or of.run_id != seen.run_id:
            return False
        own, now = of.experiment, seen.experiment
        # Initial weights follow from the network and the seed alone.
        return seen.run_id != 0 or (own.network, own.training.seed) == (now.network, now.training.seed)

    def set_active(self, active: bool) -> None:
        """Whether somebody looks."""
        self._is_active = active
        self._look()

    def set_layer(self, layer: int) -> None:
        """The layer whose units are wanted."""
        self._layer = layer
        self._has_news = True
        self._look()

    def _on_changed(self, what: Change) -> None:
        if what & (Change.DATA | Change.RUN):
            self._take_data()
        news = Change.DATA | Change.RUN | Change.RUNS | Change.NETWORK | Change.STATE | Change.REPORT
        if what & news and self.data is not None:
            self._has_news = True
            if what & ~(Change.REPORT | Change.STATE):
                self.changed.emit()
            self._look()

    def _take_data(self) -> None:
        data = self._table.data
        data = data if is_plane(data) else None
        if data is not self.data:
            self._jobs.cancel(JOB)
            self.data, self.survey, self.of, self.problem = data, None, None, None
            self._has_news = True
            self.changed.emit()

    def _look(self) -> None:
        is_busy = self._is_waiting or self._rest.isActive() or self._jobs.is_busy(JOB)
        if not self._is_active or not self._has_news or is_busy or self.data is None:
            return
        self._has_news, self._is_waiting = False, True
        self._table.request(self._take)

    def _take(self, found: Answer) -> None:
        self._is_waiting = False
        data = self.data
        if isinstance(found, LabError):
            self._on_failed(found)
        elif data is not None:
            self._clock.start()
            layer, plane = self._layer, plane_of(data)
            self._jobs.start(
                JOB,
                lambda: survey(found.network, plane, layer, data),
                lambda result: self._on_done(found, result),
                self._on_failed,
            )

    def _on_done(self, of: NetworkCopy, result: Survey) -> None:
        self.of, self.survey, self.problem = of, result, None
        took = self._clock.elapsed()
        self._rest.start(max(PERIOD_MS - took, took))
        self.changed.emit()

    def _on_failed(self, error: BaseException) -> None:
        self.problem = error
        self._rest.start(PERIOD_MS)
        self.changed.emit()
