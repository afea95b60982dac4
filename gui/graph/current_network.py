"""The network on the table, as it is at this moment, with one image of the data it learns from."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QObject

from core.errors import LabError
from gui.document.change import Change
from gui.document.network_on_table import NetworkOnTable
from gui.document.sources import Answer, NetworkCopy
from gui.graph.model.networks import CurrentNetwork, Found
from gui.graph.model.origin import Origin, Weights

MNIST = "mnist"


class CurrentNetworkOnTable(CurrentNetwork):
    """Gives a copy with one test image, where the network was trained on MNIST's images."""

    def __init__(self, table: NetworkOnTable, image: int = 0, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self.image = image
        self._told = self.weights
        table.changed.connect(self._on_changed)

    @property
    def weights(self) -> Weights | None:
        return weights_of(self._table.look())

    def ask(self, receive: Callable[[Found | None], None]) -> None:
        seen = self._table.look()
        if seen.iteration == 0 or seen.experiment.training.data_set != MNIST:
            receive(None)
        else:
            self._table.request(lambda answer: receive(self._found(answer)))

    def _found(self, answer: Answer) -> Found | None:
        data = self._table.data
        if isinstance(answer, LabError) or data is None or data.test is None:
            return None
        image = min(self.image, len(data.test) - 1)
        x = data.test.floats(image, image + 1, np.float64)
        origin = Origin(weights_of(answer), "test", image)
        return Found(answer.network().copy(np.float64), x, data.test.t[image : image + 1], origin)

    def _on_changed(self, what: Change) -> None:
        if what & (Change.NETWORK | Change.REPORT) and self.weights != self._told:
            self._told = self.weights
            self.moved.emit()


def weights_of(network: NetworkCopy) -> Weights | None:
    """What the graph calls the weights of this network."""
    return Weights(network.run_id, network.name, network.iteration) if network.iteration else None
