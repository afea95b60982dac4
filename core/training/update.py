"""One update of the parameters, which is made whole or not at all, and what it did.

An optimizer lets an update overflow, as it should. Here it is found, and the parameters stay what they were.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.nn.network import Network
from core.nn.optimizers import Optimizer
from core.nn.parameters import Floats
from core.training.events import IterationDetail
from core.training.statistics import root_mean_square


class Updates:
    """The updates of one network by one optimizer. `is_careful` once one of them may have overflowed."""

    def __init__(self, network: Network, optimizer: Optimizer) -> None:
        self.is_careful = False
        self._network = network
        self._optimizer = optimizer

    def make(self, rate: float, decay: float, square: float) -> bool:
        """Change the parameters. False, with nothing changed, where the new ones would not be finite.

        `decay` is λ, and `square` is the sum of the squares of the gradient. To keep a copy at every update
        would cost some percent of the time. It is kept from where on an update may overflow: below these
        bounds, none can in any number of iterations that one waits for.
        """
        params, grads = self._network.params.vector, self._network.grads.vector
        is_safe = rate < 1e9 and square < 1e18 and rate * decay < 1.0
        self.is_careful = self.is_careful or not is_safe
        kept = (params.copy(), self._optimizer.state()) if self.is_careful else None
        if decay:
            self._add_weight_decay(decay)
        self._optimizer.learning_rate = rate
        self._optimizer.update(params, grads)
        if kept is None or all_finite(params):
            return True
        params[...] = kept[0]
        self._optimizer.load_state(kept[1])
        return False

    def _add_weight_decay(self, decay: float) -> None:
        """∂(½·λ·Σ W²)/∂W = λ·W, for the weights alone: biases are left as they are, as in the book."""
        for layer in self._network.layers:
            for W, dW in layer.weights:
                dW += decay * W


class Explanation:
    """The IterationDetail of an update: begun after its gradient and before it, ended after it."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._before = network.params.vector.copy()
        self._gradient = network.grads.copies()

    def detail(
        self,
        iteration: int,
        indices: NDArray[np.intp],
        x: Floats,
        targets: NDArray[Any],
        rate: float,
        loss: float,
    ) -> IterationDetail:
        """The loss after the update is of the same batch and dropout mask."""
        network = self._network
        change = network.params.vector - self._before
        with network.fixed_chance():
            loss_after = network.forward(x, targets)
        return IterationDetail(
            iteration=iteration,
            indices=indices.copy(),
            targets=targets.copy(),
            gradient_rms={name: root_mean_square(array) for name, array in self._gradient.items()},
            update_rms={name: root_mean_square(change[part]) for name, part in network.params.slices.items()},
            learning_rate=rate,
            loss_before=loss,
            loss_after=loss_after,
        )


def all_finite(vector: Floats) -> bool:
    """No NaN and no infinity."""
    return not vector.size or bool(np.isfinite(vector).all())
