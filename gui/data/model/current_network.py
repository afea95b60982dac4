"""Which copy of the network on the table the Data workspace looks at: one in training as it was at its last
evaluation or pause, any other as it stands there.

It asks the table for copies and says when there is another one. What one predicts is in
`current_predictions`.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from core.errors import LabError
from gui.document.change import Change, State
from gui.document.network_on_table import NetworkOnTable
from gui.document.sources import Answer, NetworkCopy


class CurrentNetwork(QObject):
    """`looked_at` is what was last heard of. While `following` is False nothing is asked of a running
    training; turned on again, it is asked at once. Evaluations that come faster than every `rest_ms` are
    taken together."""

    changed = Signal()

    def __init__(self, table: NetworkOnTable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._is_stale = True
        self.following = False
        self.rest_ms = 0
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._on_rested)
        self._has_news = False
        self.looked_at = table.look()

    def follow(self, following: bool) -> None:
        """Turn looking on or off: off while nobody sees the workspace."""
        self.following = following
        if not following:
            self._rest.stop()
            self._is_stale = self._is_stale or self._has_news
        if following and self._is_stale:
            self._look()

    def take_up(self, what: Change) -> None:
        """What has changed on the table; for the owner, who hears of it."""
        report = self._table.report
        if what & Change.NETWORK or (Change.STATE in what and self._table.state is State.PAUSED):
            self._look()
        elif Change.REPORT in what and report is not None and report.evaluations:
            if self._rest.isActive():
                self._has_news = True
            else:
                self._look()

    def _on_rested(self) -> None:
        if self._has_news:
            self._look()

    def _look(self) -> None:
        if not self.following:
            self._is_stale = True
            return
        self._is_stale = self._has_news = False
        seen = self._table.look()
        if seen.kind == "running":
            if not seen.continues(self.looked_at):
                # Its name and its layers are known; its weights come with the copy.
                self._set(seen)
            self._rest.start(self.rest_ms)
        self._table.request(self._take)

    def _take(self, answer: Answer) -> None:
        if isinstance(answer, LabError):
            return
        seen = self.looked_at
        is_same = (seen.kind, seen.run_id, seen.iteration) == (answer.kind, answer.run_id, answer.iteration)
        if is_same and answer.held is not None and seen.held is not None:
            return
        self._set(answer)

    def _set(self, looked_at: NetworkCopy) -> None:
        self.looked_at = looked_at
        self.changed.emit()
