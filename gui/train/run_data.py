"""The data set that the run on the table was made with, which need not be the one that the form names by now.

While a run goes on another data set may be chosen for the next one. Pictures of its batches, its epochs and
its evaluation still belong to the data it was started with.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from core.data import DataSet
from gui.document.document import Document
from gui.document.run import Run


class RunData(QObject):
    """`data` is that of the current run; without a run, that of the document. None while it is not at hand:
    it is being read, or a file was opened whose data are others."""

    changed = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._run: Run | None = None
        self.data: DataSet | None = None
        document.runs_changed.connect(self._on_runs_changed)
        document.data_changed.connect(self._on_data_changed)
        self._on_runs_changed()
        self._on_data_changed()

    @property
    def image_shape(self) -> tuple[int, int] | None:
        """(height, width) of inputs that are images."""
        return self.data.image_shape if self.data is not None else None

    def _on_runs_changed(self) -> None:
        if self._document.current_run is not self._run:
            self._run = self._document.current_run
            self._set(self._document.data if self._fits() else None)

    def _on_data_changed(self) -> None:
        if self._run is None or (self.data is None and self._fits()):
            self._set(self._document.data)

    def _fits(self) -> bool:
        """The document's data are those that the run names."""
        data, run = self._document.data, self._run
        return run is None or (data is not None and data.name == run.experiment.training.data_set)

    def _set(self, data: DataSet | None) -> None:
        if data is not self.data:
            self.data = data
            self.changed.emit()
