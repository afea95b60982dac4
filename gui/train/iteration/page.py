"""The page “One iteration”: the four steps of learning in it, one after another, each with its numbers.

The mini-batch that was drawn, its gradient, the update, and the loss of the same batch afterwards.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from core.training.events import IterationDetail
from gui.document.change import Change
from gui.document.network_on_table import NetworkOnTable
from gui.look.theme import Theme
from gui.train.iteration.batch_images import MOST, BatchImages
from gui.train.iteration.texts import Rows, StepText, StepTexts, target_text
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.empty_line import EmptyLine
from gui.widgets.layouts import column_of, holding, row_of, scrolled, stack_of
from gui.widgets.roles import Hue, set_hue, set_role, with_role
from gui.widgets.translated import Translated

# Blue is forward, vermilion is the gradient that comes back.
NAME_WIDTH = 48  # pixels: enough for “change”
VALUE_WIDTH = 160
GAP = 8
LEAST_WIDTH = 620  # in which all four steps stand beside one another
_STRETCHES = (6, 4, 7, 4)
_HUES: tuple[Hue, ...] = ("blue", "vermilion", "vermilion", "blue")


class StepColumn(QWidget):
    """One of the four steps: a title in its colour, a sentence, and names with numbers."""

    def __init__(self, hue: Hue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = with_role(ElidedLabel(), "strong")
        set_hue(self.title, hue)
        self.sentence = with_role(QLabel(wordWrap=True), "small")
        self.rows: Rows = []
        self._table = QWidget()
        self.body = column_of(self.title, self.sentence, (self._table, 1), spacing=3)
        self.setLayout(self.body)

    def show_step(self, step: StepText) -> None:
        self.title.setText(step.title)
        self.sentence.setText(step.sentence)
        if step.rows != self.rows:
            self.rows = step.rows
            table = _table(step.rows)
            self.body.replaceWidget(self._table, table)
            self._table.deleteLater()
            self._table = table
        self._table.setVisible(bool(step.rows))


class IterationPage(Translated, QWidget):
    """`detail` is the newest iteration that was told in detail. `arrived` when there is a new one."""

    iteration_asked = Signal()
    arrived = Signal()

    def __init__(self, table: NetworkOnTable, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self.detail: IterationDetail | None = None
        self._texts = StepTexts(self)
        self.empty = EmptyLine(self)
        self.columns = [StepColumn(hue) for hue in _HUES]
        self.images = BatchImages(theme)
        self.columns[0].body.addWidget(self.images, 1)
        first, *others = self.columns
        self._cells = [
            first,
            *(holding(row_of(with_role(QLabel("→"), "muted"), (each, 1), spacing=GAP)) for each in others),
        ]
        full = QWidget()
        self._grid = QGridLayout(full)
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._grid.setSpacing(GAP)
        self._across = 0
        # What does not fit is scrolled to, all columns at once: they are read across.
        self._stack = stack_of(self, self.empty, scrolled(full, by_keys=True))
        self._place_columns()
        self.empty.triggered.connect(self.iteration_asked)
        table.changed.connect(self._on_changed)
        self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_columns()

    def _place_columns(self) -> None:
        """All beside one another, or where that is too narrow two above two."""
        across = len(self._cells) if self.width() >= LEAST_WIDTH else 2
        if across == self._across:
            return
        self._across = across
        for place, cell in enumerate(self._cells):
            self._grid.addWidget(cell, place // across, place % across)
            self._grid.setColumnStretch(place, _STRETCHES[place] if place < across else 0)

    def _on_changed(self, what: Change) -> None:
        if not what & (Change.REPORT | Change.RUNS | Change.NETWORK | Change.DATA):
            return
        run = self._table.run
        details = run.log.details if run is not None else []
        newest = details[-1] if details else None
        if newest is not self.detail or Change.DATA in what:
            arrived = newest is not None and newest is not self.detail and Change.REPORT in what
            self.detail = newest
            self._show()
            if arrived:
                self.arrived.emit()

    def _show(self) -> None:
        detail, run, data = self.detail, self._table.run, self._table.data
        self._stack.setCurrentIndex(0 if detail is None else 1)
        if detail is None or run is None:
            return
        config = run.in_force(detail.iteration)
        for column, step in zip(self.columns, self._texts.texts(detail, config, data), strict=True):
            column.show_step(step)
        has_images = data is not None and data.image_shape is not None and data.train.x.dtype.kind == "u"
        self.images.setVisible(has_images)
        if has_images and data is not None and data.image_shape is not None:
            pixels = data.train.x[detail.indices[:MOST]].reshape(-1, *data.image_shape)
            self.images.set_images(pixels, [target_text(t, data) for t in detail.targets[:MOST]])

    def _retranslate(self) -> None:
        self.empty.set_texts(
            self.tr(
                "The four steps of learning will be here, with their numbers: the mini-batch that is drawn, "
                "its gradient, the update, and the new loss."
            ),
            self.tr("One iteration"),
        )
        self._show()


def _table(rows: Rows) -> QWidget:
    """Names at the left, numbers at the right."""
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(1)
    grid.setHorizontalSpacing(8)
    for place, (name, value) in enumerate(rows):
        left, right = ElidedLabel(name), ElidedLabel(value)
        set_role(left, "muted")
        right.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        # Where there is little room a long name gives way first; a short one is read with its number.
        left.setMinimumWidth(min(left.sizeHint().width(), NAME_WIDTH))
        right.setMinimumWidth(min(right.sizeHint().width(), VALUE_WIDTH))
        grid.addWidget(left, place, 0)
        grid.addWidget(right, place, 1)
    grid.setColumnStretch(0, 1)
    grid.setRowStretch(len(rows), 1)
    return table
