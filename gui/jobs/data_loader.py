"""Reads the data set that the experiment on the table names, off the window's thread, whenever another one is
named. What is in a data set, and how one is opened, is `core.data`'s."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from core.data import DATA_SET_NAMES, DataSet, Progress, Reading, opening_data_set
from core.errors import DataError, LabError, translatable
from core.training.config import TrainingConfig
from gui.document.change import Change
from gui.document.document import Document
from gui.jobs.jobs import Jobs

_JOB = "data"
PATIENCE = 0.4
"""Seconds of a reading that pass before its progress is told."""

Opening = Generator[Progress, None, DataSet]


class DataLoader(QObject):
    """Keeps `document.data` that of `document.experiment`. While the data are being read the document has
    neither data nor error. `progressed` brings how much of them is read, of a reading that takes its time."""

    progressed = Signal(float)  # a share, 0 to 1

    def __init__(
        self,
        document: Document,
        jobs: Jobs,
        opening: Callable[[str, int, Reading], Opening] = opening_data_set,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._jobs = jobs
        self._opening = opening
        self._wanted: tuple[str, int, Reading] | None = None
        document.changes.follow(self._on_changed)

    @property
    def is_loading(self) -> bool:
        return self._jobs.is_busy(_JOB)

    def _on_changed(self, what: Change) -> None:
        if Change.EXPERIMENT in what:
            self.load()

    @Slot()
    def load(self) -> None:
        """Read the data of the experiment on the table, unless that is what is there or on its way."""
        wanted = _source(self._document.experiment.training)
        if wanted == self._wanted:
            return
        before, self._wanted = self._wanted, wanted
        data, names = self._document.data, wanted[2].class_names
        is_same = before is not None and _without_names(before) == _without_names(wanted)
        if data is not None and is_same and len(names) == data.classes:
            self._document.set_data(replace(data, class_names=names))
            return
        self._document.set_data(None)
        self._jobs.start(
            _JOB,
            lambda: _unhurried(self._opening(*wanted)),
            self._document.set_data,
            self._on_failed,
            self._on_progressed,
        )

    @Slot()
    def stop(self) -> None:
        """Leave off reading. The error says by its field `again` that nothing is wrong with the data."""
        if self.is_loading:
            self._jobs.cancel(_JOB)
            self._wanted = None
            template = translatable("errors", "The reading of {path} was stopped.")
            self._document.set_data(
                None, DataError(template, path=self._document.experiment.training.data_set, again=True)
            )

    def _on_progressed(self, share: float | None) -> None:
        if share is not None:
            self.progressed.emit(share)

    @Slot()
    def reload(self) -> None:
        """Read again what is named: a folder whose files were mended."""
        self._wanted = None
        self.load()

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, LabError):
            template = translatable("errors", "The data could not be read ({reason}).")
            error = DataError(template, path=self._document.experiment.training.data_set, reason=error)
        self._document.set_data(None, error)


def _source(config: TrainingConfig) -> tuple[str, int, Reading]:
    """What fixes the data: their name, the seed where they are computed and not read, and how they are
    read."""
    is_computed = config.data_set in DATA_SET_NAMES and config.data_set != "mnist"
    return config.data_set, config.seed if is_computed else 0, config.reading


def _without_names(wanted: tuple[str, int, Reading]) -> tuple[str, int, Reading]:
    return (*wanted[:2], wanted[2].of_examples)


def _unhurried(steps: Opening) -> Generator[float | None, None, DataSet]:
    """The shares of a reading, each whole percent once and none in its first moments; None is a place to stop
    alone. In the job's thread."""
    began, told = time.monotonic(), 0.0
    while True:
        try:
            done, total = next(steps)
        except StopIteration as end:
            data: DataSet = end.value
            return data
        share = done / max(total, 1)
        is_due = abs(share - told) >= 0.01 and time.monotonic() - began > PATIENCE
        told = share if is_due else told
        yield share if is_due else None
