"""The network on the table, as it is at this moment, with one image of the data it learns from.

While it trains the trainer hands over a copy between two iterations; nothing is read from an array that
another thread writes to.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from core.training.checkpoint import Checkpoint
from gui.document.document import Document
from gui.document.run import Run
from gui.graph.model.model import Found
from gui.trainer.trainer import Trainer

MNIST = "mnist"


class CurrentNetworkOfDocument:
    """Called with a receiver, gives it the network, one test image, its label and its number; or None where
    no network for MNIST's images was trained."""

    def __init__(self, document: Document, trainer: Trainer, image: int = 0) -> None:
        self._document = document
        self._trainer = trainer
        self.image = image

    def __call__(self, receive: Callable[[Found | None], None]) -> None:
        run, data = self._document.current_run, self._document.data
        if run is None or data is None or data.name != MNIST or not _is_trained_on_mnist(run):
            receive(None)
        elif run.checkpoint is not None:
            receive(self._found(run.checkpoint))
        else:
            self._trainer.take_checkpoint(lambda checkpoint: receive(self._found(checkpoint)))

    def _found(self, checkpoint: Checkpoint) -> Found | None:
        data = self._document.data
        if data is None or data.test is None:
            return None
        image = min(self.image, len(data.test) - 1)
        x = data.test.floats(image, image + 1, np.float64)
        return checkpoint.network().copy(np.float64), x, data.test.t[image : image + 1], image


def _is_trained_on_mnist(run: Run) -> bool:
    return run.experiment.training.data_set == MNIST and run.log.last_iteration > 0
