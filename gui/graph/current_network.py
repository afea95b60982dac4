"""The network on the table, as it is at this moment, with one image of the data it learns from."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from core.errors import LabError
from gui.document.network_on_table import NetworkOnTable
from gui.document.sources import Answer
from gui.graph.model.model import Found

MNIST = "mnist"


class CurrentNetworkOnTable:
    """Called with a receiver, gives it the network, one test image, its label and its number; or None where
    no network for MNIST's images was trained."""

    def __init__(self, table: NetworkOnTable, image: int = 0) -> None:
        self._table = table
        self.image = image

    def __call__(self, receive: Callable[[Found | None], None]) -> None:
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
        return answer.network().copy(np.float64), x, data.test.t[image : image + 1], image
