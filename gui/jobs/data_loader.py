"""Reads the data set that the experiment on the table names, off the window's thread, whenever another one is
named. What is in a data set, and how one is opened, is `core.data`'s."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from core.data import DATA_SET_NAMES, DataSet, open_data_set
from core.errors import DataError, LabError, translatable
from core.training.config import TrainingConfig
from gui.document.change import Change
from gui.document.document import Document
from gui.jobs.jobs import Jobs

_JOB = "data"


class DataLoader(QObject):
    """Keeps `document.data` that of `document.experiment`. While the data are being read the document has
    neither data nor error."""

    def __init__(
        self,
        document: Document,
        jobs: Jobs,
        open_data: Callable[[str, int], DataSet] = open_data_set,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._jobs = jobs
        self._open_data = open_data
        self._wanted: tuple[str, int] | None = None
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
        self._wanted = wanted
        self._document.set_data(None)
        self._jobs.start(_JOB, lambda: self._open_data(*wanted), self._document.set_data, self._on_failed)

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


def _source(config: TrainingConfig) -> tuple[str, int]:
    """What fixes the data: their name, and the seed where they are computed and not read."""
    is_computed = config.data_set in DATA_SET_NAMES and config.data_set != "mnist"
    return config.data_set, config.seed if is_computed else 0
