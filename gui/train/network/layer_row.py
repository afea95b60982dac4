"""The row of one layer: kind, initial weights or other settings, units, number of parameters.

It shows a frozen `LayerSpec` and says what a person wants of it; it changes nothing itself.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QMenu, QStyle, QStyleOptionComboBox, QWidget

from core.nn.initializers import InitializerSpec
from core.nn.layer_kinds import NUMBER_SETTINGS, LayerSpec
from gui.language.numbers import count
from gui.look.icons import Icons
from gui.train import terms
from gui.train.amounts import short_count
from gui.train.network.row import COUNT_WIDTH, GRIP_WIDTH, ROW_HEIGHT, UNITS_WIDTH, NetworkRow
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.fields.choice import Choice
from gui.widgets.roles import set_role, set_tip
from gui.widgets.translated import Translated

SETTING_WIDTH = 54
INIT_WIDTH = 88  # of the initial weights and, where they are normal, their σ

_KEYS = {
    Qt.Key.Key_Delete: "remove",
    Qt.Key.Key_Backspace: "remove",
    Qt.Key.Key_Return: "edit",
    Qt.Key.Key_Enter: "edit",
    Qt.Key.Key_F2: "edit",
}


class Grip(QWidget):
    """Six dots at the left edge of a row. They hold nothing: a press on them is a press on the row."""

    def __init__(self, icons: Icons, row: QWidget) -> None:
        super().__init__(row)
        self._icons = icons
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setGeometry(2, 0, GRIP_WIDTH, ROW_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._icons.paint(painter, "grip-vertical", QRectF(0, (ROW_HEIGHT - 14) / 2, 14, 14), "grey")
        painter.end()


class KindChoice(Choice):
    """The name of a layer, by which a person takes hold of its row: a press on it is one on the row. Its
    arrow offers other kinds, and so do a double click and Space."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        style = QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxArrow, self
        if event.position().x() >= self.style().subControlRect(*style).left():
            super().mousePressEvent(event)
        else:
            event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        event.ignore()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.showPopup()


RowAction = Literal["remove", "duplicate", "up", "down"]


class LayerRow(Translated, NetworkRow):
    """`changed` gives fields of `LayerSpec` and the name of the field that was edited; `asked` what is to be
    done with the row; `dragged`, `dropped` and `drag_cancelled` follow a drag."""

    changed = Signal(object, str)
    asked = Signal(str)  # RowAction
    dragged = Signal(QPoint)  # in global pixels
    dropped = Signal(QPoint)
    drag_cancelled = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons, parent)
        self._layer = LayerSpec("")
        self._name = ""
        self._shapes: dict[str, tuple[int, ...]] = {}
        self._press: QPoint | None = None
        self._dragging = False

        self.kind = KindChoice(characters=3, cell=True)
        self.init = Choice(characters=1, cell=True)
        self.sigma = self._number("init", whole=False)
        self.numbers = {
            name: self._number(name, whole=setting.whole, live=setting.whole)
            for name, setting in NUMBER_SETTINGS.items()
        }
        self.labels = {name: ElidedLabel() for name, setting in NUMBER_SETTINGS.items() if setting.label}
        for label in self.labels.values():
            set_role(label, "small")
        self.width_label = self._cell(UNITS_WIDTH)
        self.count_label = self._cell(COUNT_WIDTH, "small")
        self.kind.setProperty("strong", True)
        self.grip = Grip(icons, self)
        self.sigma.setFixedWidth(SETTING_WIDTH)
        self.line.addWidget(self.kind, 1)
        self.line.addWidget(self.init)
        self.line.addWidget(self.sigma)
        for name, edit in self.numbers.items():
            whole = NUMBER_SETTINGS[name].whole
            edit.setFixedWidth(UNITS_WIDTH if whole else SETTING_WIDTH)
            if whole:
                edit.setAlignment(Qt.AlignmentFlag.AlignRight)
            if name in self.labels:
                self.line.addWidget(self.labels[name])
            self.line.addWidget(edit)
        self.line.addWidget(self.width_label)
        self.line.addWidget(self.count_label)
        self._connect()
        self.watch_fields()
        self._retranslate()

    def _connect(self) -> None:
        self.kind.chosen.connect(lambda kind: self.changed.emit({"kind": kind}, "kind"))
        self.init.chosen.connect(self._on_init)
        self.sigma.entered.connect(self._on_sigma)
        for name, edit in self.numbers.items():
            edit.entered.connect(lambda value, name=name: self._on_number(name, value))

    def show_layer(self, name: str, layer: LayerSpec, width: int, shapes: dict[str, tuple[int, ...]]) -> None:
        """`name` is `Affine 1`; `width` how many values leave the layer; `shapes` its parameters by name."""
        if layer.kind != self._layer.kind:
            self._choose_fields(layer)
        self._layer, self._name, self._shapes = layer, name, shapes
        self.kind.show_word(layer.kind)
        self._offer_initializers()
        self.init.show_word(layer.init.kind)
        normal = layer.init.kind == "normal"
        self.sigma.setVisible(layer.has("init") and normal)
        self.init.setFixedWidth(INIT_WIDTH - SETTING_WIDTH if normal else INIT_WIDTH + self.line.spacing())
        self.sigma.show_value(layer.init.sigma)
        for setting, edit in self.numbers.items():
            edit.show_value(getattr(layer, setting))
        self.width_label.setText(short_count(width))
        self.set_accented(bool(shapes))
        self._show_words()

    def fields(self) -> tuple[QWidget, ...]:
        return (self.kind, self.init, self.sigma, *self.numbers.values())

    def focus_first_field(self) -> None:
        for field in (*self.numbers.values(), self.kind):
            if field.isVisibleTo(self):
                field.setFocus(Qt.FocusReason.ShortcutFocusReason)
                break

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        if self._dragging and key == Qt.Key.Key_Escape:
            self._end_drag()
            self.drag_cancelled.emit()
        elif modifiers == Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.asked.emit("up" if key == Qt.Key.Key_Up else "down")
        elif modifiers == Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_D:
            self.asked.emit("duplicate")
        elif modifiers == Qt.KeyboardModifier.NoModifier and self.hasFocus() and key in _KEYS:
            if _KEYS[key] == "edit":
                self.focus_first_field()
            else:
                self.asked.emit(_KEYS[key])
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.menu()
        menu.exec(event.globalPos())
        menu.deleteLater()

    def menu(self) -> QMenu:
        """What can be done with the whole row."""
        menu = QMenu(self)
        for word, text, key in (
            ("duplicate", self.tr("Duplicate"), "Ctrl+D"),
            ("up", self.tr("Move up"), "Alt+Up"),
            ("down", self.tr("Move down"), "Alt+Down"),
            ("remove", self.tr("Remove"), "Del"),
        ):
            # The key stands beside the text, but the row itself answers to it.
            action = menu.addAction(f"{text}\t{key}")
            action.triggered.connect(lambda _checked=False, word=word: self.asked.emit(word))
        if self._layer.has("bias"):
            menu.addSeparator()
            bias = menu.addAction(self.tr("Bias"))
            bias.setCheckable(True)
            bias.setChecked(self._layer.bias)
            bias.triggered.connect(lambda on: self.changed.emit({"bias": on}, "bias"))
        return menu

    # A drag: from anywhere on the row that is not a field

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() == Qt.MouseButton.LeftButton:
            self._press = event.globalPosition().toPoint()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._press is None:
            return
        here = event.globalPosition().toPoint()
        if (here - self._press).manhattanLength() >= QApplication.startDragDistance():
            self._dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragging:
            self.dragged.emit(here)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragging = self._dragging
        self._end_drag()
        if dragging:
            self.dropped.emit(event.globalPosition().toPoint())

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.focus_first_field()

    def _end_drag(self) -> None:
        self._press = None
        self._dragging = False
        self.unsetCursor()

    # Settings of the kinds

    def _on_init(self, kind: str) -> None:
        if kind != self._layer.init.kind:
            self.changed.emit({"init": InitializerSpec(kind, self._layer.init.sigma)}, "init")

    def _on_sigma(self, sigma: float) -> None:
        self.changed.emit({"init": replace(self._layer.init, sigma=float(sigma))}, "sigma")

    def _on_number(self, name: str, value: float) -> None:
        self.changed.emit({name: value if NUMBER_SETTINGS[name].whole else float(value)}, name)

    def _choose_fields(self, layer: LayerSpec) -> None:
        self.init.setVisible(layer.has("init"))
        self.width_label.setVisible(not layer.has("units"))
        for fields in (self.numbers, self.labels):
            for name, field in fields.items():
                field.setVisible(layer.has(name))

    def _offer_initializers(self) -> None:
        """`given` is offered only where weights were given: it cannot be chosen without them."""
        given = self._layer.init.kind == "given"
        offered = [word for word in terms.INITIALIZERS if word != "given" or given]
        if [self.init.itemData(i) for i in range(self.init.count())] != offered:
            self.init.set_terms(terms.INITIALIZERS, offered)

    def _retranslate(self) -> None:
        self.kind.set_terms(terms.LAYERS)
        self.init.clear()
        self._offer_initializers()
        self.init.show_word(self._layer.init.kind)
        for edit in (self.sigma, *self.numbers.values()):
            edit.retranslate()
        set_tip(
            self.sigma,
            self.tr(
                "σ, the standard deviation of the initial weights. With a larger σ the signals are larger "
                "and saturate sooner."
            ),
        )
        for setting, edit in self.numbers.items():
            set_tip(edit, terms.layer_text(NUMBER_SETTINGS[setting].tip))
        for setting, label in self.labels.items():
            label.setText(terms.layer_text(NUMBER_SETTINGS[setting].label))
        self._show_words()

    def _show_words(self) -> None:
        """All text that follows from the layer."""
        layer, name = self._layer, terms.layer_name(self._name)
        if layer.kind in terms.LAYERS:
            set_tip(self.kind, terms.LAYERS[layer.kind].tip)
        if layer.init.kind in terms.INITIALIZERS:
            set_tip(
                self.init,
                self.tr("Initial weights. {tip}").format(tip=terms.INITIALIZERS[layer.init.kind].tip),
            )
        self.setAccessibleName(name)
        self.setWhatsThis(
            self.tr("A layer of the network: Enter edits it, Alt+↑ and Alt+↓ move it, Del removes it.")
        )
        set_tip(self.grip, self.tr("Marks {layer}. Drag to move it; Del removes it.").format(layer=name))
        self.kind.setAccessibleName(self.tr("Kind of {layer}").format(layer=name))
        self.init.setAccessibleName(self.tr("Initial weights of {layer}").format(layer=name))
        self.sigma.setAccessibleName(
            self.tr("Standard deviation of the weights of {layer}").format(layer=name)
        )
        for setting, edit in self.numbers.items():
            edit.setAccessibleName(terms.layer_text(NUMBER_SETTINGS[setting].title).format(layer=name))
        set_tip(self.width_label, self.tr("{name} gives as many values as it takes.").format(name=name))
        parameters = sum(math.prod(shape) for shape in self._shapes.values())
        self.count_label.setText(short_count(parameters) if parameters else "")
        set_tip(self.count_label, self._count_text(parameters))

    def _count_text(self, parameters: int) -> str:
        if not parameters:
            return ""
        parts = (f"{name} {' × '.join(map(count, shape))}" for name, shape in self._shapes.items())
        return self.tr("{count} parameters: {parts}").format(count=count(parameters), parts=", ".join(parts))
