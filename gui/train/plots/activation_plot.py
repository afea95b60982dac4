"""The histogram of what one layer gives, with the choice of the layer and what bars do not show."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from core.nn.layers import Layer
from core.nn.spec import NetworkSpec
from core.training.events import ActivationStatistics
from gui.language.numbers import count, percent
from gui.train import terms
from gui.widgets.fields.choice import Choice
from gui.widgets.layouts import keep_place
from gui.widgets.plot.histogram import HistogramPlot
from gui.widgets.plot.redraw import RedrawScheduler
from gui.widgets.plot.style import PlotColors
from gui.widgets.roles import set_tip

CHOICE_WIDTH, BESIDE = 124, 55
"""Pixels: the widest that the choice becomes, and its edges and arrow beside the longest name."""


class ActivationPlot(HistogramPlot):
    """Shows the newest statistics of the chosen layer; the choice stays while the network has that layer."""

    def __init__(self, colors: PlotColors, scheduler: RedrawScheduler, parent: QWidget | None = None) -> None:
        self._statistics: dict[str, ActivationStatistics] = {}
        self._layers: dict[str, type[Layer]] = {}
        self.layer = Choice(characters=4)
        self._axis: tuple[float, float] | None = None
        super().__init__(colors, scheduler, parent=parent)
        self.layer.setFixedWidth(BESIDE)
        # Its place is kept while it is hidden: the title must not move when a run begins.
        keep_place(self.layer)
        self.add_tool(self.layer)
        self.layer.chosen.connect(self._on_chosen)
        self._show()

    def show_network(self, spec: NetworkSpec, activations: Sequence[ActivationStatistics]) -> None:
        """What the layers of a run are, and their newest statistics: none before the first."""
        layers = (layer.table_row.layer for layer in spec.layers)
        self._layers = dict(zip(spec.layer_names, layers, strict=True))
        self.show_statistics(activations)

    def show_statistics(self, activations: Sequence[ActivationStatistics]) -> None:
        self._statistics = {statistics.layer: statistics for statistics in activations}
        self._show()

    def _on_chosen(self, _name: str) -> None:
        self.forget_zoom()
        self._show()

    def _show(self) -> None:
        self._offer()
        statistics = self._statistics.get(self.layer.word)
        if statistics is None:
            self.clear()
            return
        bounds = self._layers.get(statistics.layer, Layer).bounds
        if bounds != self._axis:
            # What a function is bounded to is its axis: no value lies beyond.
            self._axis = bounds
            self.set_x_axis(*(bounds or (None, None)))
        edges = np.linspace(statistics.low, statistics.high, len(statistics.counts) + 1)
        self.set_counts(edges, statistics.counts)
        self.set_note(self._say(statistics))

    def _offer(self) -> None:
        names = list(self._statistics)
        if [self.layer.itemData(i) for i in range(self.layer.count())] != names:
            chosen = self.layer.word
            self.layer.clear()
            for name in names:
                self.layer.add_word(name, terms.layer_name(name))
            self.layer.show_word(chosen if chosen in names else names[0] if names else "")
            # No wider than its names: in a narrow plot the words about the bars need the room.
            metrics = self.layer.fontMetrics()
            longest = max((metrics.horizontalAdvance(terms.layer_name(name)) for name in names), default=0)
            self.layer.setFixedWidth(min(longest + BESIDE, CHOICE_WIDTH))
        # Before a run there is nothing to choose from, and an empty list would ask what it is for.
        self.layer.setVisible(bool(names))

    def _say(self, statistics: ActivationStatistics) -> str:
        layer = self._layers.get(statistics.layer, Layer)
        if layer.bounds is not None:
            return self.tr("{share} saturated").format(share=percent(statistics.saturated_share, 1))
        if layer.switches_off:
            return self.tr("{share} are 0 · {dead} of {units} dead").format(
                share=percent(statistics.zero_share, 1),
                dead=count(statistics.dead_units),
                units=count(statistics.units),
            )
        return self.tr("{share} are 0").format(share=percent(statistics.zero_share, 1))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.layer.clear()
            self._show()

    def _retranslate(self) -> None:
        super()._retranslate()
        self.layer.setAccessibleName(self.tr("Layer of the histogram"))
        set_tip(
            self.layer,
            self.tr(
                "Which layer's values are shown, for one mini-batch. A dead unit gives 0 for all of it; "
                "a saturated value, within 0.01 of an end, lets almost no gradient through."
            ),
        )
