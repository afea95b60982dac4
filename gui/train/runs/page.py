"""The page “Runs”: every run of this sitting, to be compared and to be taken up again."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QPushButton, QTableView, QWidget

from gui.document.network_on_table import NetworkOnTable
from gui.document.run import Run
from gui.files.kept_runs import KeptRuns
from gui.look.icons import Icons
from gui.train.runs.model import COLUMNS, RunsModel
from gui.widgets.empty_line import EmptyLine
from gui.widgets.fields.push_button import GivingButton
from gui.widgets.layouts import Stretch, column_of, holding, row_of, stack_of
from gui.widgets.roles import set_tip
from gui.widgets.translated import Translated

ROW_HEIGHT = 26
_WIDTHS = {"name": 104, "optimizer": 100, "seed": 42, "iterations": 72, "accuracy": 98, "outcome": 92}
LEAST_NETWORK = 104


class RunsTable(QTableView):
    """The column of networks has what the others leave; where that is too little, the table is scrolled."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        network = COLUMNS.index("network")
        others = sum(self.columnWidth(place) for place in range(len(COLUMNS)) if place != network)
        self.setColumnWidth(network, max(self.viewport().width() - others, LEAST_NETWORK))


class RunsPage(Translated, QWidget):
    """`overlaid_changed` when other runs are to be laid over the present one: see `model.overlaid`."""

    start_asked = Signal()
    overlaid_changed = Signal()

    def __init__(
        self, table: NetworkOnTable, kept: KeptRuns, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = table.document
        self.model = RunsModel(table, self)
        self.empty = EmptyLine()
        self.table = RunsTable()
        self.use_button: QPushButton = GivingButton()
        icons.bind(self.use_button, "undo")
        self._build()
        self._connect()
        self._retranslate()
        self._show()

    def _build(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        for place, name in enumerate(COLUMNS):
            if name in _WIDTHS:
                table.setColumnWidth(place, _WIDTHS[name])
        side = column_of(self.use_button, Stretch(1))
        full = holding(row_of((table, 1), side, spacing=12, margins=(0, 6, 0, 0)))
        self._stack = stack_of(self, self.empty, full)

    def _connect(self) -> None:
        self.empty.triggered.connect(self.start_asked)
        self.model.overlaid_changed.connect(self.overlaid_changed)
        self.model.modelReset.connect(self._show)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show())
        self.table.doubleClicked.connect(lambda _index: self.use_again())
        self.use_button.clicked.connect(self.use_again)

    @property
    def selected(self) -> Run | None:
        rows = self.table.selectionModel().selectedRows()
        return self.model.run(rows[0].row()) if rows else None

    def use_again(self) -> None:
        """Put the whole configuration of the selected run on the table, seed included, as one edit."""
        run = self.selected
        if run is None:
            return
        self._document.edit(run.experiment, self.tr("Configuration of {run}").format(run=run.name))

    def select(self, row: int) -> None:
        self.table.setCurrentIndex(self.model.index(row, 0, QModelIndex()))

    def _show(self) -> None:
        self._stack.setCurrentIndex(1 if self.model.rowCount() else 0)
        self.use_button.setEnabled(self.selected is not None)

    def _retranslate(self) -> None:
        self.model.retranslate()
        self.empty.set_texts(
            self.tr("Every run will be kept here with its configuration, to be compared and taken up again."),
            self.tr("Start training"),
        )
        self.use_button.setText(self.tr("Use again"))
        set_tip(
            self.use_button,
            self.tr("Brings back the network and all settings of the marked run, with its seed."),
        )
        self.table.setAccessibleName(self.tr("Runs"))
        set_tip(
            self.table,
            self.tr("A check mark lays the curves of a run over those of the current run. Space sets it."),
        )
        self.table.setCornerButtonEnabled(False)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
