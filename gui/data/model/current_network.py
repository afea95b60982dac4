"""Which network the Data workspace looks at: the one being trained, as it was at its last evaluation; the one
that the last run left; or, while there is neither, that of the experiment on the table with initial weights.

It asks for copies and says when there is another one. What it predicts is in `current_predictions`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

from core.nn.network import Network
from core.nn.spec import NetworkSpec
from core.training.checkpoint import Checkpoint
from gui.document.document import Document
from gui.document.report import Report
from gui.document.run import Run
from gui.trainer.state import State
from gui.trainer.trainer import Trainer

Kind = Literal["initial", "running", "ended"]


@dataclass(frozen=True, slots=True, eq=False)
class LookedAt:
    """A network that can be built (in any thread, with `build`) and what to call it: the preset it came from
    or the run that made it, after `iteration` updates. One of a spec that has problems cannot be."""

    kind: Kind
    name: str
    iteration: int
    spec: NetworkSpec
    seed: int
    checkpoint: Checkpoint | None = None
    run_id: int = 0

    def build(self) -> Network:
        """A network of one's own. Raises LabError for a spec that cannot be built."""
        return self.checkpoint.network() if self.checkpoint is not None else Network(self.spec, self.seed)

    def continues(self, other: LookedAt) -> bool:
        """Both are of one training under way."""
        return self.kind == other.kind == "running" and self.run_id == other.run_id


class CurrentNetwork(QObject):
    """`looked_at` is what was last heard of. While `following` is False nothing is asked of a running
    training; turned on again, it is asked at once. Evaluations that come faster than every `rest_ms` are
    taken together."""

    changed = Signal()

    def __init__(self, document: Document, trainer: Trainer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._trainer = trainer
        self._run: Run | None = None
        self._is_stale = True
        self.following = False
        self.rest_ms = 0
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._on_rested)
        self._has_news = False
        self.looked_at = self._initial()
        document.runs_changed.connect(self._on_changed)
        document.experiment_changed.connect(self._on_experiment_changed)
        trainer.published.connect(self._on_published)
        trainer.state_changed.connect(self._on_state_changed)

    def follow(self, following: bool) -> None:
        """Turn looking on or off: off while nobody sees the workspace."""
        self.following = following
        if not following:
            self._rest.stop()
            self._is_stale = self._is_stale or self._has_news
        if following and self._is_stale:
            self._on_changed()

    def _initial(self) -> LookedAt:
        experiment = self._document.experiment
        name = self._document.preset_name or ""
        return LookedAt("initial", name, 0, experiment.network, experiment.training.seed)

    def _on_changed(self) -> None:
        if not self.following:
            self._is_stale = True
            return
        self._is_stale = False
        run = self._document.current_run
        before, self._run = self._run, run
        if run is None:
            self._set(self._initial())
        elif run.checkpoint is not None:
            self._take(run, run.checkpoint)
        elif run.outcome is None:
            if run is not before:
                # Until its copy comes, it is the network that it began with.
                training = run.experiment.training
                self._set(
                    LookedAt("running", run.name, 0, run.experiment.network, training.seed, None, run.id)
                )
            self._has_news = False
            self._rest.start(self.rest_ms)
            self._trainer.take_checkpoint(partial(self._take, run))

    def _on_experiment_changed(self, _experiment: object) -> None:
        if self._document.current_run is None:
            self._on_changed()

    def _on_published(self, report: Report) -> None:
        if not report.evaluations:
            return
        if self._rest.isActive():
            self._has_news = True
        else:
            self._on_changed()

    def _on_rested(self) -> None:
        if self._has_news:
            self._on_changed()

    def _on_state_changed(self, state: State) -> None:
        if state is State.PAUSED:
            self._on_changed()

    def _take(self, run: Run, checkpoint: Checkpoint) -> None:
        """A copy has come; by now another run may be on the table."""
        if run is not self._document.current_run:
            return
        seen = self.looked_at.checkpoint
        kind: Kind = "running" if run.outcome is None else "ended"
        same = seen is not None and self.looked_at.kind == kind and self.looked_at.run_id == run.id
        if same and seen is not None and seen.iteration == checkpoint.iteration:
            return
        training = run.experiment.training
        spec = checkpoint.experiment.network
        self._set(LookedAt(kind, run.name, checkpoint.iteration, spec, training.seed, checkpoint, run.id))

    def _set(self, looked_at: LookedAt) -> None:
        self.looked_at = looked_at
        self.changed.emit()
