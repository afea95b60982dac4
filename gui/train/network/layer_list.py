"""The layers as a column of rows, from the input to the loss: selection, keys, drags, mistakes by row.

Layers that repeat one another are folded into one row until a person opens it, or has the keys in one of
them. The list shows a frozen `NetworkSpec` and says which edit a person asks for; its panel makes it.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from core.errors import LabError
from core.nn.spec import NetworkSpec
from gui.language.messages import sentence
from gui.look.icons import Icons
from gui.train.network.end_rows import InputRow, LossRow
from gui.train.network.fold_row import FoldRow
from gui.train.network.layer_row import LayerRow
from gui.train.network.repeats import repeats
from gui.train.network.row import NetworkRow
from gui.widgets.layouts import column_of
from gui.widgets.roles import set_role

GAP = 5


class LayerList(QWidget):
    """Row 0 is the input, the last the loss. `index` counts the layers between them from 0.

    `asked` gives (index, what is to be done with that row), `moved` (index, new index).
    """

    size_entered = Signal(object)  # int, of any size
    layer_changed = Signal(int, object, str)  # index, fields of LayerSpec, which field was edited
    loss_changed = Signal(object)
    asked = Signal(int, str)  # index, RowAction
    moved = Signal(int, int)
    fit_asked = Signal()
    refusals_changed = Signal()
    edited = Signal()  # the editing of one field is over
    marked = Signal(QWidget)  # the row that the keys act on
    dragged_to = Signal(int)  # y of the pointer, in pixels of the list

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self.input_row = InputRow(icons, self)
        self.layer_rows: list[LayerRow] = []
        self.fold_rows: list[FoldRow] = []
        self.loss_row = LossRow(icons, self)
        self._opened: set[LayerRow] = set()
        self._marked: NetworkRow | None = None
        self._drop_mark = QFrame(self)
        set_role(self._drop_mark, "drop")
        self._drop_mark.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._drop_mark.hide()
        self._layout = column_of(self.input_row, self.loss_row, spacing=GAP)
        self.setLayout(self._layout)
        self._watch(self.input_row)
        self._watch(self.loss_row)
        self.input_row.size_entered.connect(self.size_entered)
        self.loss_row.changed.connect(self.loss_changed)

    @property
    def rows(self) -> list[NetworkRow]:
        return [self.input_row, *self.layer_rows, self.loss_row]

    @property
    def shown_rows(self) -> list[NetworkRow]:
        """What is seen, from top to bottom."""
        return [row for row in self._column() if not row.isHidden()]

    def _column(self) -> list[NetworkRow]:
        items = (self._layout.itemAt(place) for place in range(self._layout.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, NetworkRow)]

    @property
    def marked_index(self) -> int | None:
        """The layer that the keys act on, the last one of a fold; −1 for the input, None if it is the loss or
        nothing."""
        if self._marked is self.input_row:
            return -1
        if isinstance(self._marked, FoldRow):
            return self.layer_rows.index(self._marked.rows[-1])
        return self.layer_rows.index(self._marked) if isinstance(self._marked, LayerRow) else None

    @property
    def refusal(self) -> str:
        """The first text that is not a number, as a sentence."""
        return next((row.refusal for row in self.rows if row.refusal), "")

    def show_network(self, spec: NetworkSpec, image_shape: tuple[int, int] | None) -> None:
        while len(self.layer_rows) > len(spec.layers):
            self._drop_last_row()
        while len(self.layer_rows) < len(spec.layers):
            self._add_row()
        self.input_row.show_input(spec.input_size, image_shape)
        widths, shapes = spec.widths, spec.layer_parameter_shapes()
        for i, (row, name, layer) in enumerate(
            zip(self.layer_rows, spec.layer_names, spec.layers, strict=True)
        ):
            row.show_layer(name, layer, widths[i + 1], shapes[i])
        self.loss_row.show_loss(spec.loss, spec.output_size)
        self._show_repeats(spec, [sum(map(math.prod, by_name.values())) for by_name in shapes])
        self._order_tabs()

    def show_problems(self, problems: Iterable[LabError], unfit: Collection[object] = ()) -> None:
        """Each row gets the first of its sentences. The rows `unfit` have another size than the data set."""
        by_row: dict[object, tuple[str, str]] = {}
        for problem in problems:
            by_row.setdefault(
                problem.fields.get("row"), (sentence(problem), str(problem.fields.get("field")))
            )
        for number, row in enumerate(self.rows):
            row.set_problem(*by_row.get(number, ("", "")))
            row.offer_fit(number in unfit)
        for fold in self.fold_rows:
            fold.show_mistakes()
            numbers = {self.layer_rows.index(row) + 1 for row in fold.rows}
            fold.offer_fit(not fold.is_open and not numbers.isdisjoint(unfit))

    def select(self, index: int) -> None:
        """Give the keys to a layer; past the last one, to the loss."""
        row = self.layer_rows[index] if index < len(self.layer_rows) else self.loss_row
        if isinstance(row, LayerRow):
            self._opened.add(row)
            self._fold()
        row.setFocus(Qt.FocusReason.OtherFocusReason)
        self._mark(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """↑ and ↓ go from row to row; a row leaves them to its list."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        rows = self.shown_rows
        if plain and self._marked in rows and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = -1 if event.key() == Qt.Key.Key_Up else 1
            target = rows.index(self._marked) + step
            if 0 <= target < len(rows):
                rows[target].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().keyPressEvent(event)

    # Rows come and go

    def _add_row(self) -> None:
        row = LayerRow(self._icons, self)
        self.layer_rows.append(row)
        self._layout.insertWidget(self._layout.indexOf(self.loss_row), row)
        self._watch(row)
        row.changed.connect(lambda settings, field: self.layer_changed.emit(self._at(row), settings, field))
        row.asked.connect(lambda word: self.asked.emit(self._at(row), word))
        row.dragged.connect(lambda point: self._on_dragged(row, point))
        row.dropped.connect(lambda point: self._on_dropped(row, point))
        row.drag_cancelled.connect(self._drop_mark.hide)

    def _drop_last_row(self) -> None:
        row = self.layer_rows.pop()
        # It loses the focus, which hands on what is being typed in it or ends a drag: there is no such layer.
        row.blockSignals(True)
        self._drop_mark.hide()
        self._opened.discard(row)
        if self._marked is row:
            self._marked = None
        self._layout.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.refusals_changed.emit()

    # Folds

    def _show_repeats(self, spec: NetworkSpec, counts: Sequence[int]) -> None:
        """`counts`: the number of parameters of each layer."""
        found = repeats(spec)
        while len(self.fold_rows) > len(found):
            self._drop_last_fold()
        while len(self.fold_rows) < len(found):
            fold = FoldRow(self._icons, self)
            self.fold_rows.append(fold)
            self._watch(fold)
            fold.toggled.connect(self._on_toggled)
        for fold, repeat in zip(self.fold_rows, found, strict=True):
            rows = self.layer_rows[repeat.first : repeat.stop]
            fold.show_repeat(repeat, rows, sum(counts[repeat.first : repeat.stop]))
            if self._layout.indexOf(fold) + 1 != self._layout.indexOf(rows[0]) or fold.isHidden():
                self._layout.removeWidget(fold)
                self._layout.insertWidget(self._layout.indexOf(rows[0]), fold)
        self._fold()

    def _drop_last_fold(self) -> None:
        fold = self.fold_rows.pop()
        if self._marked is fold:
            self._marked = None
        self._layout.removeWidget(fold)
        fold.hide()
        fold.deleteLater()

    def _on_toggled(self) -> None:
        fold = self.sender()
        assert isinstance(fold, FoldRow)
        if fold.is_open:
            self._opened.difference_update(fold.rows)
        else:
            self._opened.update(fold.rows)
        self._fold()

    def _fold(self) -> None:
        """Hide the rows of every fold that is closed; none closes over the keys."""
        focus = self.window().focusWidget()
        hidden: set[LayerRow] = set()
        for fold in self.fold_rows:
            has_keys = any(row is focus or row.isAncestorOf(focus) for row in fold.rows)
            is_open = has_keys or not self._opened.isdisjoint(fold.rows)
            self._opened.update(fold.rows if is_open else ())
            hidden.update(fold.rows if not is_open else ())
            fold.set_open(is_open)
            if not is_open and self._marked in fold.rows:
                self._mark(fold)
        for row in self.layer_rows:
            row.setVisible(row not in hidden)

    def _place(self, row: LayerRow) -> QRect:
        """Where it stands, or the fold that hides it."""
        fold = next((fold for fold in self.fold_rows if row in fold.rows), None)
        return fold.geometry() if fold is not None and row.isHidden() else row.geometry()

    def _at(self, row: LayerRow) -> int:
        return self.layer_rows.index(row)

    def _watch(self, row: NetworkRow) -> None:
        row.selected.connect(lambda: self._mark(row))
        row.refusal_changed.connect(self._on_refusal_changed)
        row.edited.connect(self.edited)
        row.fit_asked.connect(self.fit_asked)

    def _on_refusal_changed(self) -> None:
        for fold in self.fold_rows:
            fold.show_mistakes()
        self.refusals_changed.emit()

    def _mark(self, row: NetworkRow) -> None:
        if self._marked is not None:
            self._marked.set_marked(False)
        self._marked = row
        row.set_marked(True)
        self.marked.emit(row)

    def _order_tabs(self) -> None:
        """Tab walks the list as it is read, whatever the order in which the rows were made."""
        chain = [widget for row in self._column() for widget in (row, *row.fields())]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    # Drags

    def _on_dragged(self, row: LayerRow, point: QPoint) -> None:
        target = self._target(row, point)
        rows = self.layer_rows
        # A layer that moves down comes to stand after the row at its new place, one that moves up before it.
        down = target > self._at(row)
        place = self._place(rows[target])
        y = place.bottom() + GAP // 2 + 1 if down else place.y() - GAP // 2 - 1
        self._drop_mark.setGeometry(QRect(0, y - 1, self.width(), 3))
        self._drop_mark.raise_()
        self._drop_mark.setVisible(target != self._at(row))
        self.dragged_to.emit(self.mapFromGlobal(point).y())

    def _on_dropped(self, row: LayerRow, point: QPoint) -> None:
        self._drop_mark.hide()
        index, target = self._at(row), self._target(row, point)
        if target != index:
            self.moved.emit(index, target)

    def _target(self, row: LayerRow, point: QPoint) -> int:
        """The index that the layer of `row` would have, dropped at that point of the screen."""
        y = self.mapFromGlobal(point).y()
        others = [other for other in self.layer_rows if other is not row]
        return sum(self._place(other).center().y() < y for other in others)
