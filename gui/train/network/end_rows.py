"""The first and the last row of the list of layers: the input and the loss. Neither moves or goes away."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from core.nn.spec import LossSpec
from gui.look.icons import Icons
from gui.train import terms
from gui.train.amounts import short_count
from gui.train.network.row import CELL_LEFT, COUNT_WIDTH, UNITS_WIDTH, NetworkRow
from gui.widgets.fields.choice import Choice
from gui.widgets.roles import set_tip, with_role
from gui.widgets.translated import Translated


class InputRow(Translated, NetworkRow):
    """How many values an example has."""

    size_entered = Signal(object)  # int, of any size

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons, parent)
        self.title = with_role(QLabel(), "strong")
        self.title.setContentsMargins(CELL_LEFT, 0, 0, 0)
        self.size_edit = self._number("input_size", whole=True, live=True)
        self.size_edit.setFixedWidth(UNITS_WIDTH)
        self.size_edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.shape_label = self._cell(COUNT_WIDTH, "small")
        self.line.addWidget(self.title, 1)
        self.line.addWidget(self.size_edit)
        self.line.addWidget(self.shape_label)
        self.size_edit.entered.connect(self.size_entered)
        self.watch_fields()
        self._retranslate()

    def fields(self) -> tuple[QWidget, ...]:
        return (self.size_edit,)

    def show_input(self, size: int, image_shape: tuple[int, int] | None) -> None:
        """`image_shape`, (height, width), is shown where it makes up the size."""
        self.size_edit.show_value(size)
        fits = image_shape is not None and image_shape[0] * image_shape[1] == size
        self.shape_label.setText("{} × {}".format(*image_shape) if image_shape is not None and fits else "")

    def _retranslate(self) -> None:
        self.title.setText(self.tr("Input"))
        self.setAccessibleName(self.tr("Input"))
        self.setWhatsThis(self.tr("The input of the network: what one example gives to the first layer."))
        self.size_edit.retranslate()
        self.size_edit.setAccessibleName(self.tr("Size of the input"))
        set_tip(
            self.size_edit, self.tr("How many values one example has: 784 for the 28 × 28 pixels of a digit.")
        )


class LossRow(Translated, NetworkRow):
    """The end of the network, and how a squared error is counted. `changed` gives fields of `LossSpec`."""

    changed = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons, parent)
        self.kind = Choice(characters=3, cell=True)
        self.kind.setProperty("strong", True)
        self.form = Choice(characters=3, cell=True)
        self.width_label = self._cell(UNITS_WIDTH)
        self.line.addWidget(self.kind, 1)
        self.line.addWidget(self.form, 1)
        self.line.addWidget(self.width_label)
        self._gap = self._cell(COUNT_WIDTH)
        self.line.addWidget(self._gap)
        self._loss = LossSpec()
        self.kind.chosen.connect(lambda kind: self._ask(kind=kind))
        self.form.chosen.connect(lambda form: self._ask(form=form))
        self.watch_fields()
        self._retranslate()

    def fields(self) -> tuple[QWidget, ...]:
        return (self.kind, self.form)

    def show_loss(self, loss: LossSpec, width: int) -> None:
        """`width` is the number of outputs."""
        self._loss = loss
        self.kind.show_word(loss.kind)
        self.form.show_word(loss.form)
        self.form.setVisible(loss.kind == "squared_error")
        self._gap.setVisible(loss.kind != "squared_error")
        self.width_label.setText(short_count(width))
        self._show_words()

    def _ask(self, **settings: Any) -> None:
        self.changed.emit(settings)

    def _retranslate(self) -> None:
        self.kind.set_terms(terms.LOSSES)
        self.form.set_terms(terms.FORMS)
        self.setAccessibleName(self.tr("Loss"))
        self.setWhatsThis(self.tr("The loss at the end of the network: how wrong its outputs are."))
        self.kind.setAccessibleName(self.tr("Kind of loss"))
        self.form.setAccessibleName(self.tr("Form of the squared error"))
        set_tip(self.width_label, self.tr("The outputs of the network, one for each class or target."))
        self._show_words()

    def _show_words(self) -> None:
        if self._loss.kind in terms.LOSSES:
            set_tip(self.kind, terms.LOSSES[self._loss.kind].tip)
        if self._loss.form in terms.FORMS:
            set_tip(self.form, terms.FORMS[self._loss.form].tip)
