"""The page “Runs”: every run of this sitting and of earlier ones, to be compared, taken up again, named
and deleted."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QPushButton, QTableView, QToolButton, QWidget

from gui.document.change import Change
from gui.document.network_on_table import NetworkOnTable
from gui.files.kept_runs import KeptRuns
from gui.language.messages import sentence
from gui.language.numbers import count, data_size
from gui.look.icons import Icons
from gui.train.runs.actions import RunAction, RunActions
from gui.train.runs.model import COLUMNS, RunsModel
from gui.train.runs.row import Row
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.empty_line import EmptyLine
from gui.widgets.fields.push_button import GivingButton
from gui.widgets.layouts import Stretch, column_of, holding, row_of, stack_of
from gui.widgets.roles import set_role, set_tip, with_role
from gui.widgets.translated import Translated

ROW_HEIGHT = 26
_WIDTHS = {
    "optimizer": 116,
    "seed": 42,
    "iterations": 68,
    "accuracy": 94,
    "outcome": 92,
    "ended": 76,
    "size": 70,
}
_SHARES = {"name": (104, 2), "network": (132, 4), "note": (80, 4)}
"""The columns that share what the others leave, each with its least width in pixels and its tenths of it."""
SIDE_WIDTH = 164


class RunsTable(QTableView):
    """Names, networks and notes share what the other columns leave; where that is too little, the table is
    scrolled."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.viewport().width() - sum(_WIDTHS.values())
        for name, (least, share) in _SHARES.items():
            self.setColumnWidth(COLUMNS.index(name), max(room * share // 10, least))


class RunsPage(Translated, QWidget):
    """`overlaid_changed` when other runs are to be laid over the present one: see `model.overlaid`."""

    start_asked = Signal()
    overlaid_changed = Signal()

    def __init__(
        self, table: NetworkOnTable, kept: KeptRuns, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._on_table = table
        self._document = table.document
        self.kept = kept
        self._marked: Row | None = None
        self._is_marking = False
        self.model = RunsModel(table, kept, icons, self)
        self.empty = EmptyLine(self)
        self.table = RunsTable()
        self.actions_of_runs = RunActions(kept, icons, self)
        self.table_button: QPushButton = GivingButton()
        self.use_button: QPushButton = GivingButton()
        self.pin_button, self.delete_button = QToolButton(), QToolButton()
        self.more_button = QToolButton(popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
        self.room: QLabel = with_role(ElidedLabel(), "small")
        icons.bind(self.table_button, "folder-open")
        icons.bind(self.use_button, "undo")
        self._build()
        self._connect()
        self._retranslate()
        self._show()

    def _build(self) -> None:
        table, actions = self.table, self.actions_of_runs
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)  # a double click uses it again
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setCornerButtonEnabled(False)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.addActions([actions.by_name["rename"], actions.by_name["delete"]])  # for their keys
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        for place, name in enumerate(COLUMNS):
            if name in _WIDTHS:
                table.setColumnWidth(place, _WIDTHS[name])
        for button, name in ((self.pin_button, "pin"), (self.delete_button, "delete")):
            button.setDefaultAction(actions.by_name[name])
        self.more_button.setMenu(actions.menu)
        for tool in (self.pin_button, self.delete_button, self.more_button):
            set_role(tool, "plain")
        of_one = row_of((self.use_button, 1), self.pin_button, self.delete_button, spacing=2)
        of_all = row_of((self.room, 1), self.more_button, spacing=2)
        side = holding(column_of(self.table_button, of_one, Stretch(1), of_all, spacing=4))
        side.setFixedWidth(SIDE_WIDTH)
        full = holding(row_of((table, 1), side, spacing=12, margins=(0, 4, 0, 0)), self)
        self._stack = stack_of(self, self.empty, full)

    def _connect(self) -> None:
        self.empty.triggered.connect(self.start_asked)
        self.model.overlaid_changed.connect(self.overlaid_changed)
        self.table.selectionModel().selectionChanged.connect(self._on_selected)
        self.table.doubleClicked.connect(lambda _index: self.use_again())
        self.table.customContextMenuRequested.connect(self._on_menu)
        self.table_button.clicked.connect(self.put_on_table)
        self.use_button.clicked.connect(self.use_again)
        self.actions_of_runs.asked.connect(self._on_asked)
        self.kept.changed.connect(self._on_kept)
        self._on_table.changed.connect(self._on_changed)

    @property
    def selected(self) -> Row | None:
        rows = self.table.selectionModel().selectedRows()
        return self.model.row(rows[0].row()) if rows else None

    def use_again(self) -> None:
        """Put the whole configuration of the selected run on the table, seed included, as one edit."""
        row = self.selected
        if row is None:
            return
        self._document.edit(row.experiment, self.tr("Configuration of {run}").format(run=row.name))

    def put_on_table(self) -> None:
        """Put the network of the selected run on the table, with its settings."""
        row = self.selected
        if row is None:
            return
        if row.run is not None:
            self.kept.take_up(row.run)
        else:
            self.kept.put_on_table(row.id)

    def select(self, row: int) -> None:
        self.table.setCurrentIndex(self.model.index(row, 0, QModelIndex()))

    def _on_asked(self, name: RunAction) -> None:
        row = self.selected
        if row is None or not self._is_allowed(name):
            return
        match name:
            case "table":
                self.put_on_table()
            case "use":
                self.use_again()
            case "rename" | "note":
                column = COLUMNS.index("name" if name == "rename" else "note")
                self.table.edit(self.table.currentIndex().siblingAtColumn(column))
            case "pin":
                self.kept.set_pinned(row.id, not row.is_pinned)
            case "delete":
                self.kept.delete(row.run, row.id, row.name)

    def _is_allowed(self, name: RunAction) -> bool:
        row = self.selected
        if row is None:
            return False
        is_current = self.model.is_current(row)
        match name:
            case "table":
                has_network = row.run is None or self.kept.has_network(row.run)
                return has_network and not is_current and self._on_table.state.is_resting
            case "note" | "pin":
                return bool(row.id)
            case "delete":
                return not is_current
        return True

    def _on_changed(self, what: Change) -> None:
        self.model.follow(what)
        if what & (Change.RUNS | Change.NETWORK | Change.STATE):
            self._show_again()

    def _on_kept(self) -> None:
        self.model.take_runs()
        self._show_again()

    def _show_again(self) -> None:
        """Where the rows are others, the marked one stays marked as long as it is there."""
        place = self.model.place_of(self._marked) if self._marked is not None else None
        self._is_marking = True
        if place is not None:
            self.select(place)
        self._is_marking = False
        self._show()

    def _on_selected(self) -> None:
        self._marked = self.selected
        if not self._is_marking:
            self._show()

    def _on_menu(self) -> None:
        self.actions_of_runs.menu.popup(self.cursor().pos())

    def _show(self) -> None:
        self._stack.setCurrentIndex(1 if self.model.rowCount() else 0)
        row = self.selected
        self.table_button.setEnabled(self._is_allowed("table"))
        self.use_button.setEnabled(self._is_allowed("use"))
        self.actions_of_runs.show_allowed(
            self._is_allowed,
            pinned=row is not None and row.is_pinned,
            any_kept=bool(self.kept.listing.runs),
        )
        self._show_room()

    def _show_room(self) -> None:
        """What the runs take of what they may, and what is wrong with some, on hover in whole sentences."""
        listing = self.kept.listing
        size, limit = data_size(listing.size), data_size(listing.limit)
        if self.kept.store is None or self.kept.problem:
            text, tip = self.tr("Runs are not kept"), self.kept.problem
        else:
            text = self.tr("{size} of {limit}").format(size=size, limit=limit)
            tip = self.tr("{number} runs are kept in {folder}.").format(
                number=count(len(listing.runs)), folder=self.kept.store.folder
            )
        problems = [sentence(problem) for problem in listing.problems]
        set_tip(self.room, " ".join([tip, *problems]).strip())
        self.room.setText(text if not problems else self.tr("{room}; some are damaged").format(room=text))

    def _retranslate(self) -> None:
        self.model.retranslate()
        self.actions_of_runs.retranslate()
        self.empty.set_texts(
            self.tr(
                "Every run will be kept here with network and settings, to be compared and taken up again."
            ),
            self.tr("Start training"),
        )
        for button, name in ((self.table_button, "table"), (self.use_button, "use")):
            action = self.actions_of_runs.by_name[name]
            button.setText(action.text())
            button.setToolTip(action.toolTip())
            button.setWhatsThis(action.whatsThis())
        self.more_button.setText(self.tr("More"))
        set_tip(self.more_button, self.tr("Name, note, room for all runs, delete everything."))
        self.table.setAccessibleName(self.tr("Runs"))
        set_tip(
            self.table,
            self.tr("A check mark lays the curves of a run over those of the current run. Space sets it."),
        )
        self._show_room()
