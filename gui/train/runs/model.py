"""The runs of this sitting and of earlier ones as rows of a table, newest first, with a check mark for
those that are laid over."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QDateTime,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont

from core.store.record import one_line
from core.store.store import KeptRun
from gui.document.change import Change
from gui.document.network_on_table import NetworkOnTable
from gui.document.run import Run
from gui.files.kept_runs import KeptRuns
from gui.language.numbers import count, data_size
from gui.language.texts import Speaking
from gui.look.icons import Icons
from gui.train import terms
from gui.train.runs.row import Row
from gui.train.runs.summary import RunSummary

Index = QModelIndex | QPersistentModelIndex
COLUMNS = (
    *("name", "network", "optimizer", "seed", "iterations", "accuracy", "outcome"),
    *("ended", "size", "note"),
)
_NUMBERS = ("seed", "iterations", "accuracy", "size")
_NOWHERE = QModelIndex()


class RunsModel(Speaking, QAbstractTableModel):
    """`overlaid` are the runs with a check mark, in the order of the document; the present one has none,
    nor has one of an earlier sitting before it was put on the table. Names and notes can be edited in
    their cells."""

    overlaid_changed = Signal()

    def __init__(
        self, table: NetworkOnTable, kept: KeptRuns, icons: Icons, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._table = table
        self._kept = kept
        self._icons = icons
        self._summary = RunSummary(self)
        self._rows: list[Row] = []
        self._checked: set[int] = set()
        icons.outdated.connect(self._tell_rows)
        self.take_runs()

    @property
    def overlaid(self) -> list[Run]:
        current = self._table.run
        return [run for run in self._table.document.runs if run.id in self._checked and run is not current]

    def row(self, place: int) -> Row:
        return self._rows[place]

    def place_of(self, row: Row) -> int | None:
        """Where the same run stands by now, if it still does."""
        return next((place for place, other in enumerate(self._rows) if other.is_same(row)), None)

    def is_current(self, row: Row) -> bool:
        """Whether its network is on the table."""
        return row.run is not None and row.run is self._table.run

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self._rows[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.EditRole:
            return row.note if column == "note" else row.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row)
        if role == Qt.ItemDataRole.DecorationRole and column == "name" and row.is_pinned:
            return self._icons.icon("pin", "muted", 14)
        if role == Qt.ItemDataRole.CheckStateRole and column == "name" and self._can_be_laid_over(row):
            assert row.run is not None
            return Qt.CheckState.Checked if row.run.id in self._checked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.TextAlignmentRole and column in _NUMBERS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole and self.is_current(row):
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.EditRole:
            return self._edit(row, COLUMNS[index.column()], str(value))
        if role != Qt.ItemDataRole.CheckStateRole or row.run is None:
            return False
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._checked.add(row.run.id)
        else:
            self._checked.discard(row.run.id)
        self.dataChanged.emit(index, index, [role])
        self.overlaid_changed.emit()
        return True

    def _edit(self, row: Row, column: str, text: str) -> bool:
        if column == "name" and text.strip() and text != row.name:
            self._kept.rename(row.run, row.id, one_line(text))
        elif column == "note" and row.id and text != row.note:
            self._kept.set_note(row.id, text)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        row, column = self._rows[index.row()], COLUMNS[index.column()]
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if column == "name" and self._can_be_laid_over(row):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        if column == "name" or (column == "note" and row.id):
            flags |= Qt.ItemFlag.ItemIsEditable
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

    def _can_be_laid_over(self, row: Row) -> bool:
        return row.run is not None and not self.is_current(row)

    def _text(self, row: Row, column: str) -> str:
        summary = self._summary
        match column:
            case "name":
                return self.tr("{run} (now)").format(run=row.name) if self.is_current(row) else row.name
            case "network":
                return summary.network(row.experiment.network)
            case "seed":
                return str(row.experiment.training.seed)
            case "ended" | "size" | "note":
                return "" if row.kept is None else self._kept_text(row.kept, column)
        if row.run is not None:
            return self._run_text(row.run, column)
        assert row.kept is not None
        record = row.kept.record
        match column:
            case "optimizer":
                return summary.optimizer(record.experiment.training)
            case "iterations":
                return count(record.iteration)
            case "accuracy":
                return summary.kept_accuracy(record)
        return terms.OUTCOMES[record.outcome].title

    def _run_text(self, run: Run, column: str) -> str:
        summary = self._summary
        match column:
            case "optimizer":
                return summary.optimizer_of(run)
            case "iterations":
                return summary.iterations(run)
            case "accuracy":
                return summary.accuracy(run)
        return summary.outcome(run)

    def _kept_text(self, kept: KeptRun, column: str) -> str:
        if column == "size":
            return data_size(kept.size)
        if column == "note":
            return " ".join(kept.record.note.split())
        ended = QDateTime.fromSecsSinceEpoch(round(kept.record.ended.timestamp()))
        if ended.date() == QDateTime.currentDateTime().date():
            return ended.time().toString("HH:mm")
        return QLocale().toString(ended.date(), QLocale.FormatType.ShortFormat)

    def _tip(self, row: Row) -> str:
        run, kept = row.run, row.kept
        settings = (
            self._summary.whole(run) if run is not None else "\n".join(self._summary.settings(row.experiment))
        )
        if kept is None:
            return settings
        ended = QDateTime.fromSecsSinceEpoch(round(kept.record.ended.timestamp()))
        lines = [
            self.tr("Ended: {time}").format(time=QLocale().toString(ended, QLocale.FormatType.ShortFormat))
        ]
        if kept.record.pinned:
            lines.append(self.tr("Pinned: it never goes for want of room"))
        if kept.record.note:
            lines.append(self.tr("Note: {note}").format(note=kept.record.note))
        return "\n".join([settings, *lines])

    def _header(self, column: str) -> str:
        return {
            "name": self.tr("run"),
            "network": self.tr("network"),
            "optimizer": self.tr("optimizer, rate"),
            "seed": self.tr("seed"),
            "iterations": self.tr("iterations"),
            "accuracy": self.tr("test accuracy"),
            "outcome": self.tr("outcome"),
            "ended": self.tr("ended"),
            "size": self.tr("size"),
            "note": self.tr("note"),
        }[column]

    def follow(self, what: Change) -> None:
        """Something has changed on the table."""
        if what & (Change.RUNS | Change.NETWORK):
            self.take_runs()
        elif Change.REPORT in what:
            self._tell_current()

    def take_runs(self) -> None:
        """Take the rows anew from the table and the store."""
        runs = list(reversed(self._table.document.runs))
        rows = [Row(run, self._kept.of(run)) for run in runs]
        here = {run.kept_as for run in runs}
        rows += [Row(None, kept) for kept in self._kept.listing.runs if kept.id not in here]
        if len(rows) == len(self._rows) and all(map(Row.is_same, rows, self._rows)):
            self._rows = rows
            self._tell_rows()
        else:
            self.beginResetModel()
            self._rows = rows
            self._checked &= {run.id for run in runs}
            self.endResetModel()
        self.overlaid_changed.emit()

    def _tell_current(self) -> None:
        for place, row in enumerate(self._rows):
            if self.is_current(row):
                first, last = COLUMNS.index("iterations"), COLUMNS.index("outcome")
                self.dataChanged.emit(self.index(place, first), self.index(place, last))

    def _tell_rows(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(COLUMNS) - 1))
