"""Examples that are not images, as a table: one line each, in the order of the filter. Only lines in
sight are asked for."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from gui.data.model.change import DataChange
from gui.data.model.model import DataModel
from gui.language.numbers import number, percent
from gui.language.texts import Speaking
from gui.look.theme import Theme

MOST_VALUES = 10
"""So many input values of an example get a column; a table of hundreds could not be read."""

_Index = QModelIndex | QPersistentModelIndex


class ExamplesModel(Speaking, QAbstractTableModel):
    """Columns: index, x1 …, then label and prediction, or the targets y1 … of a regression."""

    def __init__(self, model: DataModel, theme: Theme) -> None:
        super().__init__()
        self._model = model
        self._theme = theme
        model.changed.connect(self._on_changed)

    def _on_changed(self, what: DataChange) -> None:
        if what & (DataChange.ORDER | DataChange.PREDICTIONS | DataChange.SPLIT):
            self.beginResetModel()
            self.endResetModel()

    @property
    def values(self) -> int:
        examples = self._model.examples
        return min(examples.x.shape[1], MOST_VALUES) if examples is not None else 0

    @property
    def targets(self) -> int:
        """How many targets a regression has; 0 for a classification."""
        examples = self._model.examples
        if examples is None or examples.t.ndim == 1:
            return 0
        return min(examples.t.shape[1], MOST_VALUES)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._model.order)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 1 + self.values + (self.targets or 2)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        loud = not self._model.is_untrained
        if role == Qt.ItemDataRole.ForegroundRole and loud and self._is_wrong(index):
            return QColor(self._theme.tokens.vermilion)
        return self._text(index) if role == Qt.ItemDataRole.DisplayRole else None

    def _row(self, index: _Index) -> int:
        return int(self._model.order[index.row()])

    def _is_wrong(self, index: _Index) -> bool:
        predictions = self._model.predictions
        is_prediction = not self.targets and index.column() == self.columnCount() - 1
        return is_prediction and predictions is not None and not predictions.right[self._row(index)]

    def _text(self, index: _Index) -> str:
        model, row, column = self._model, self._row(index), index.column()
        examples = model.examples
        assert examples is not None
        if column == 0:
            return f"{row:,}"
        if column <= self.values:
            return number(float(examples.x[row, column - 1] * examples.scale))
        if self.targets:
            return number(float(examples.t[row, column - 1 - self.values]))
        if column == self.values + 1:
            return model.class_name(int(examples.t[row]))
        predictions = model.predictions
        if predictions is None:
            return "–"
        sign = "✓" if predictions.right[row] else "✗"
        sure = float(predictions.confidence[row])
        text = number(sure) if predictions.meaning == "scores" else percent(sure, 1)
        return f"{model.class_name(int(predictions.predicted[row]))} {sign}  {text}"

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == 0:
            return self.tr("index")
        if section <= self.values:
            return f"x{section}"
        if self.targets:
            return f"y{section - self.values}"
        return self.tr("label") if section == self.values + 1 else self.tr("prediction")


class ExamplesTable(QTableView):
    """The line of the chosen example is the current one, either way."""

    def __init__(self, model: DataModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._lines = ExamplesModel(model, theme)
        self._lines.setParent(self)
        self.setModel(self._lines)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        # Nothing is typed here: under an input method a letter is a shortcut, as it is elsewhere.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(28)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        )
        self.selectionModel().currentRowChanged.connect(self._on_current)
        model.changed.connect(self._on_changed)
        self._lines.modelReset.connect(self._show_selected)
        self._show_selected()

    def _on_changed(self, what: DataChange) -> None:
        if DataChange.SELECTION in what:
            self._show_selected()

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self._model.select(int(self._model.order[current.row()]))

    def _show_selected(self) -> None:
        place = self._model.place_of(self._model.selected)
        if place < 0 or place == self.currentIndex().row():
            return
        index = self._lines.index(place, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def retranslate(self) -> None:
        self._lines.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self._lines.columnCount() - 1)
