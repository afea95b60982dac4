"""The three switches of the book's `load_mnist`, and the arrays that they make of the chosen image."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QSizePolicy, QWidget

from core.inspection.shapes import ArrayFacts, as_load_mnist_gives
from gui.data.detail.line import ValuesLine
from gui.data.model.change import DataChange
from gui.data.model.model import DataModel
from gui.widgets.flow_layout import FlowRow
from gui.widgets.images.array_image import as_pixels
from gui.widgets.layouts import column_of
from gui.widgets.roles import set_role, set_tip
from gui.widgets.translated import Translated


class SwitchesPage(Translated, QWidget):
    """What the network is given, and what it would be given under other switches."""

    def __init__(self, model: DataModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.normalize = QCheckBox("normalize")
        self.flatten = QCheckBox("flatten")
        self.one_hot = QCheckBox("one_hot_label")
        self.normalize.setChecked(True)
        self.flatten.setChecked(True)
        self.inputs, self.x_values = QLabel(), ValuesLine()
        self.target, self.t_values = QLabel(), ValuesLine()
        boxes = (self.normalize, self.flatten, self.one_hot)
        for box in boxes:
            box.toggled.connect(self.show_image)
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(8)
        form.setVerticalSpacing(2)
        for name, label, values in (("x", self.inputs, self.x_values), ("t", self.target, self.t_values)):
            title = QLabel(name)
            set_role(title, "strong")
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            form.addRow(title, label)
            form.addRow("", values)
        self.setLayout(column_of(FlowRow(*boxes, spacing=8), form, spacing=4))
        model.changed.connect(self._on_changed)
        self._retranslate()

    def _on_changed(self, what: DataChange) -> None:
        if what & (DataChange.SELECTION | DataChange.SPLIT):
            self.show_image()

    def show_image(self) -> None:
        """What the switches make of the image that is chosen now."""
        model, index = self._model, self._model.selected
        examples, data = model.examples, model.data
        if examples is None or data is None or not model.has_images or index < 0 or examples.t.ndim != 1:
            return
        switched = as_load_mnist_gives(
            as_pixels(model.image(index)),
            int(examples.t[index]),
            data.classes,
            len(examples),
            normalize=self.normalize.isChecked(),
            flatten=self.flatten.isChecked(),
            one_hot_label=self.one_hot.isChecked(),
        )
        self.inputs.setText(self._facts(switched.x))
        self.target.setText(self._facts(switched.t))
        self.x_values.set_array(switched.x)
        self.t_values.set_array(switched.t)

    def _facts(self, array: ArrayFacts) -> str:
        """(784,) float32 · all: (10000, 784)"""
        return self.tr("{shape} {dtype} · all {all}").format(
            shape=array.shape if array.shape else "()", dtype=array.dtype, all=array.whole_shape
        )

    def _retranslate(self) -> None:
        set_tip(
            self.normalize,
            self.tr("On: pixels become float32 from 0 to 1. Off: they stay whole numbers from 0 to 255."),
        )
        set_tip(
            self.flatten,
            self.tr("On: an image is one row of numbers. Off: it keeps its channel, rows and columns."),
        )
        set_tip(
            self.one_hot,
            self.tr("On: a label is a row with 1 at its class and 0 elsewhere. Off: it is the class itself."),
        )
        self.show_image()
