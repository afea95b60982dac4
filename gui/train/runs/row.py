"""A row of the table of runs: a run of this sitting, one that the store holds, or both in one."""

from __future__ import annotations

from dataclasses import dataclass

from core.store.store import KeptRun
from core.training.config import Experiment
from gui.document.run import Run


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """One of the two is there, or both. `run` has all that was reported; of what is `kept` alone, the
    record."""

    run: Run | None
    kept: KeptRun | None

    def is_same(self, other: Row) -> bool:
        """Both are of one run, which may have been kept or put on the table in between."""
        return (self.run is not None and self.run is other.run) or bool(self.id and self.id == other.id)

    @property
    def id(self) -> str:
        """That of the store; empty where the run is not kept."""
        return self.kept.id if self.kept is not None else ""

    @property
    def name(self) -> str:
        if self.run is not None:
            return self.run.name
        assert self.kept is not None
        return self.kept.record.name

    @property
    def experiment(self) -> Experiment:
        if self.run is not None:
            return self.run.experiment
        assert self.kept is not None
        return self.kept.record.experiment

    @property
    def note(self) -> str:
        return self.kept.record.note if self.kept is not None else ""

    @property
    def is_pinned(self) -> bool:
        return self.kept is not None and self.kept.record.pinned
