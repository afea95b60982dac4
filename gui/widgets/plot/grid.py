"""Plots in two columns, one of which can fill the whole place and go back again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from gui.look.icons import Icons
from gui.widgets.plot.card import PlotCard

GAP = 12
_COLUMNS = 2


class PlotGrid(QWidget):
    """`fill` gives the cells, row after row, and the plots: each is a cell or lies in one."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._cells: tuple[QWidget, ...] = ()
        self._cards: tuple[PlotCard, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)

    def fill(self, cells: Sequence[QWidget], cards: Sequence[PlotCard]) -> None:
        self._cells, self._cards = tuple(cells), tuple(cards)
        for place, cell in enumerate(cells):
            self._grid.addWidget(cell, place // _COLUMNS, place % _COLUMNS)
        for card in cards:
            card.offer_enlarging()
            card.enlarging_asked.connect(self._on_enlarging_asked)
        self.enlarge(None)

    def enlarge(self, cell: QWidget | None) -> None:
        """Have the cell fill the place, or (None) all share it."""
        shown = {place for place, each in enumerate(self._cells) if cell in (None, each)}
        for place, each in enumerate(self._cells):
            each.setVisible(place in shown)
        for row in range(self._grid.rowCount()):
            self._grid.setRowStretch(row, int(any(place // _COLUMNS == row for place in shown)))
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, int(any(place % _COLUMNS == column for place in shown)))
        for card in self._cards:
            is_enlarged = cell is not None and (card is cell or cell.isAncestorOf(card))
            card.set_enlarged(is_enlarged)
            icon = "minimize" if is_enlarged else "maximize"
            self._icons.bind(card.head.enlarge_button, icon, "muted", 14)

    def _on_enlarging_asked(self) -> None:
        card = self.sender()
        assert isinstance(card, PlotCard)
        cell = next(cell for cell in self._cells if cell is card or cell.isAncestorOf(card))
        self.enlarge(None if card.head.is_enlarged else cell)
        card.view.setFocus()
