"""The page “Weights”: the pictures, what their colours mean, and which units are shown."""

from __future__ import annotations

from typing import Any

from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from gui.document.change import Change
from gui.document.network_on_table import NetworkOnTable
from gui.language.numbers import count
from gui.look.theme import Theme
from gui.train.weights.view import WeightsView
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.empty_line import EmptyLine
from gui.widgets.images.signed_scale import SignedScale
from gui.widgets.layouts import Stretch, column_of, holding, row_of, stack_of
from gui.widgets.roles import set_tip, with_role
from gui.widgets.translated import Translated


class WeightsPage(Translated, QWidget):
    """`start_asked`: the button of the empty page."""

    start_asked = Signal()

    def __init__(self, table: NetworkOnTable, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._units = 0
        self.view = WeightsView(theme)
        self.empty = EmptyLine(self)
        self.title = with_role(ElidedLabel(), "small")
        self.scale = SignedScale(theme)
        self.strongest = QCheckBox()
        line = row_of(self.title, self.scale, Stretch(1), self.strongest, spacing=16)
        full = holding(column_of(line, (self.view, 1), spacing=6, margins=(0, 6, 0, 0)), self)
        self._stack = stack_of(self, self.empty, full)
        self.empty.triggered.connect(self.start_asked)
        self.strongest.toggled.connect(self._on_strongest)
        self.view.rearranged.connect(self._show_texts)
        table.changed.connect(self._on_changed)
        self._retranslate()
        self._show_network()

    def _on_changed(self, what: Change) -> None:
        report = self._table.report
        if what & (Change.NETWORK | Change.RUNS | Change.DATA):
            self._show_network()
        elif Change.REPORT in what and report is not None and report.weights is not None:
            self._show_weights(report.weights)

    def _show_network(self) -> None:
        """What is at hand of the network on the table; of one in training the reports bring more. Before a
        network has learned anything there is nothing to show."""
        seen = self._table.look()
        if seen.held is not None and "W1" in seen.held.parameters:
            self._show_weights(seen.held.parameters["W1"])
        elif seen.iteration == 0:
            self._show_weights(None)

    def _show_weights(self, weights: NDArray[Any] | None) -> None:
        self._units = 0 if weights is None else weights.shape[1]
        self.view.set_weights(weights, self._table.image_shape if weights is not None else None)
        self.scale.show_limit(self.view.limit)
        self._show_page()

    def _on_strongest(self, on: bool) -> None:
        self.view.set_by_strength(on)
        self._show_texts()

    def _show_page(self) -> None:
        self._stack.setCurrentIndex(1 if self._units else 0)
        self._show_texts()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._table.want_weights(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._table.want_weights(False)

    def _retranslate(self) -> None:
        self.empty.set_texts(
            self.tr(
                "This will show what each unit of the first layer looks for, as a picture of its weights: "
                "purple where more input raises it, olive where it lowers it."
            ),
            self.tr("Start training"),
        )
        self.strongest.setText(self.tr("strongest first"))
        set_tip(
            self.strongest, self.tr("On: the units with the largest weights first. Off: all units in order.")
        )
        self.view.setAccessibleName(self.tr("Weights of the first layer"))
        self.view.setWhatsThis(
            self.tr(
                "The weights of each unit as a picture; the arrows go from unit to unit, with its numbers."
            )
        )
        set_tip(self.scale, self.tr("The colours of the weights. What is larger has the colour of the end."))
        self._show_texts()

    def _show_texts(self) -> None:
        shown = len(self.view.shown_units)
        self.strongest.setVisible(shown > 0)
        if shown:
            text = self.tr("{shown} of {units} units of the first layer")
        else:
            text = self.tr("W1: a row for each input, a column for each of {units} units")
        self.title.setText(text.format(shown=count(shown), units=count(self._units)))
