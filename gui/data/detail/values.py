"""All values of the chosen image as a grid of numbers in a window of its own, which follows the choice."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QDialog, QHeaderView, QTableView, QVBoxLayout, QWidget

from gui.data import image_texts
from gui.data.model.change import DataChange
from gui.data.model.model import DataModel
from gui.look.fonts import SMALL, font
from gui.look.theme import Theme
from gui.widgets.images.array_image import as_pixels
from gui.widgets.layouts import resize_on_screen
from gui.widgets.roles import set_tip
from gui.widgets.translated import Translated

CELL = QSize(33, 20)
TINT = 0.45
"""So strongly a full pixel colours its number's ground: the number stays legible in both themes."""

_Index = QModelIndex | QPersistentModelIndex


class ValuesModel(QAbstractTableModel):
    """Rows and columns of the image. `scaled`: 0 to 1 as the network is given them, not 0 to 255."""

    def __init__(self, model: DataModel, theme: Theme) -> None:
        super().__init__()
        self._model = model
        self._theme = theme
        self.scaled = False

    def refresh(self) -> None:
        self.beginResetModel()
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._shape()[0]

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._shape()[1]

    def _shape(self) -> tuple[int, int]:
        data = self._model.data
        if data is None or data.image_shape is None or self._model.selected < 0:
            return 0, 0
        return data.image_shape

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.BackgroundRole,
            Qt.ItemDataRole.ForegroundRole,
        ):
            return None
        image = self._model.image(self._model.selected)
        value = image[index.row(), index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            examples = self._model.examples
            assert examples is not None
            if image.dtype == np.uint8 and not self.scaled:
                return str(int(value))
            scaled = float(value) * examples.scale
            return "0" if scaled == 0 else f"{scaled:.2f}".removeprefix("0")
        level = int(as_pixels(image)[index.row(), index.column()])
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._theme.color("text" if level else "muted")
        ink: QColor = self._theme.color("blue", TINT * level / 255)
        return ink

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        return str(section) if role == Qt.ItemDataRole.DisplayRole else None


class ValuesWindow(Translated, QDialog):
    """Not modal: other images can be chosen while it is open."""

    def __init__(self, model: DataModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.values = ValuesModel(model, theme)
        self.values.setParent(self)
        self.table = QTableView(showGrid=False)
        self.table.setTabKeyNavigation(False)
        self.scaled = QCheckBox()
        self.table.setModel(self.values)
        self.table.setFont(font(SMALL))
        self.table.setTextElideMode(Qt.TextElideMode.ElideNone)
        for header, size in (
            (self.table.horizontalHeader(), CELL.width()),
            (self.table.verticalHeader(), CELL.height()),
        ):
            header.setMinimumSectionSize(12)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setDefaultSectionSize(size)
            header.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.table.setObjectName("values")
        # The ordinary padding of a table's cell would leave no room for three figures.
        self.table.setStyleSheet("QTableView::item { padding: 0; } QHeaderView::section { padding: 0 2px; }")
        column = QVBoxLayout(self)
        column.addWidget(self.scaled)
        column.addWidget(self.table, 1)
        self.scaled.toggled.connect(self._on_scaled)
        model.changed.connect(self._on_changed)
        theme.changed.connect(self.values.refresh)
        resize_on_screen(self, 1000, 660)
        self._retranslate()

    def _on_changed(self, what: DataChange) -> None:
        if what & (DataChange.SELECTION | DataChange.SPLIT):
            self._show()

    def _on_scaled(self, scaled: bool) -> None:
        self.values.scaled = scaled
        self.values.refresh()

    def _show(self) -> None:
        examples = self._model.examples
        self.scaled.setVisible(examples is not None and examples.x.dtype == np.uint8)
        if self._model.selected >= 0:
            self.setWindowTitle(image_texts.title(self._model, self._model.selected))
        self.values.refresh()

    def _retranslate(self) -> None:
        self.scaled.setText(self.tr("divided by 255"))
        set_tip(self.scaled, self.tr("On: the values that the network is given. Off: the bytes of the file."))
        self.table.setAccessibleName(self.tr("Values, row by row"))
        self.table.setWhatsThis(self.tr("The value of every pixel of the chosen image."))
        self._show()
