"""The document's runs as rows of a table, newest first, with a check mark for those that are laid over."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont

from gui.document.change import Change
from gui.document.network_on_table import NetworkOnTable
from gui.document.run import Run
from gui.train.runs.summary import RunSummary

Index = QModelIndex | QPersistentModelIndex
COLUMNS = ("name", "network", "optimizer", "seed", "iterations", "accuracy", "outcome")
_NUMBERS = ("seed", "iterations", "accuracy")
_NOWHERE = QModelIndex()


class RunsModel(QAbstractTableModel):
    """`overlaid` are the runs with a check mark, in the order of the document; the present one has none."""

    overlaid_changed = Signal()

    def __init__(self, table: NetworkOnTable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._summary = RunSummary(self)
        self._runs: list[Run] = []
        self._checked: set[int] = set()
        table.changed.connect(self._on_changed)
        self._take_runs()

    @property
    def overlaid(self) -> list[Run]:
        current = self._table.run
        return [run for run in self._table.document.runs if run.id in self._checked and run is not current]

    def run(self, row: int) -> Run:
        return self._runs[row]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._runs)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        run, column = self._runs[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(run, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._summary.whole(run)
        if role == Qt.ItemDataRole.CheckStateRole and column == "name" and not self._is_current(run):
            return Qt.CheckState.Checked if run.id in self._checked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.TextAlignmentRole and column in _NUMBERS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole and self._is_current(run):
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        run = self._runs[index.row()]
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._checked.add(run.id)
        else:
            self._checked.discard(run.id)
        self.dataChanged.emit(index, index, [role])
        self.overlaid_changed.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == 0 and not self._is_current(self._runs[index.row()]):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._header(COLUMNS[section])
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if COLUMNS[section] in _NUMBERS else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def retranslate(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        self._tell_rows()

    def _is_current(self, run: Run) -> bool:
        return run is self._table.run

    def _text(self, run: Run, column: str) -> str:
        summary = self._summary
        match column:
            case "name":
                return self.tr("{run} (now)").format(run=run.name) if self._is_current(run) else run.name
            case "network":
                return summary.network(run.experiment.network)
            case "optimizer":
                return summary.optimizer_of(run)
            case "seed":
                return str(run.seed)
            case "iterations":
                return summary.iterations(run)
            case "accuracy":
                return summary.accuracy(run)
        return summary.outcome(run)

    def _header(self, column: str) -> str:
        return {
            "name": self.tr("run"),
            "network": self.tr("network"),
            "optimizer": self.tr("optimizer, rate"),
            "seed": self.tr("seed"),
            "iterations": self.tr("iterations"),
            "accuracy": self.tr("test accuracy"),
            "outcome": self.tr("outcome"),
        }[column]

    def _on_changed(self, what: Change) -> None:
        if what & (Change.RUNS | Change.NETWORK):
            self._take_runs()
        elif Change.REPORT in what:
            self._tell_current()

    def _take_runs(self) -> None:
        runs = list(reversed(self._table.document.runs))
        if [run.id for run in runs] == [run.id for run in self._runs]:
            self._tell_rows()
        else:
            self.beginResetModel()
            self._runs = runs
            self._checked &= {run.id for run in runs}
            self.endResetModel()
        self.overlaid_changed.emit()

    def _tell_current(self) -> None:
        current = self._table.run
        if current is not None and current in self._runs:
            row = self._runs.index(current)
            first, last = COLUMNS.index("iterations"), COLUMNS.index("outcome")
            self.dataChanged.emit(self.index(row, first), self.index(row, last))

    def _tell_rows(self) -> None:
        if self._runs:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._runs) - 1, len(COLUMNS) - 1))
