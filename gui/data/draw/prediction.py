"""Asking the network about the digits of a drawing: at once where that takes no time, in another thread where
it does."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject

from core.inspection.predictions import Prediction, prediction
from core.nn.network import Network
from gui.jobs.jobs import Jobs

JOB = "data-draw"
Images = tuple[NDArray[np.uint8], ...]
Predicted = tuple[Prediction, ...]

AT_ONCE_PARAMETERS = 2_000_000
"""One example goes through 100,000 parameters in 0.05 ms and through two million in about 1 ms: below this a
thread would take longer to start than the prediction takes."""


class Asker(QObject):
    """`ask` ends in one call of `predicted` or `failed`, unless something newer is asked before it."""

    def __init__(
        self,
        jobs: Jobs,
        predicted: Callable[[Predicted], None],
        failed: Callable[[BaseException], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._predicted, self._failed = predicted, failed
        self._waiting: tuple[Network, Images] | None = None

    def ask(self, network: Network, images: Images) -> None:
        """images: each (h, w), 0 ground to 255 ink."""
        if network.params.vector.size <= AT_ONCE_PARAMETERS:
            self.forget()
            try:
                found = _each(network, images)
            except Exception as error:
                self._failed(error)
            else:
                self._predicted(found)
        elif self._jobs.is_busy(JOB):
            self._waiting = network, images
        else:
            self._start(network, images)

    def forget(self) -> None:
        """Nothing that was asked is wanted any more."""
        self._waiting = None
        self._jobs.cancel(JOB)

    def _start(self, network: Network, images: Images) -> None:
        self._jobs.start(JOB, lambda: _each(network, images), self._on_done, self._on_failed)

    def _on_done(self, found: Predicted) -> None:
        self._predicted(found)
        self._go_on()

    def _on_failed(self, error: BaseException) -> None:
        self._failed(error)
        self._go_on()

    def _go_on(self) -> None:
        """The newest of what was asked meanwhile; all older ones are skipped."""
        if self._waiting is not None:
            network, images = self._waiting
            self._waiting = None
            self._start(network, images)


def _each(network: Network, images: Images) -> Predicted:
    return tuple(prediction(network, image) for image in images)
