"""Walking down a function along its gradient, with every place on the way kept.

The steps are those of the training's own optimizers (`core.nn.optimizers`). The gradient is any callable:
the exact one of a `Function`, or `partial(numerical_gradient, f)`. A walk that runs away ends in inf or NaN,
which is its result, not an error.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from core.calculus.differentiation import Point
from core.nn.optimizers import SGD, Optimizer


def descend(
    optimizer: Optimizer, gradient: Callable[[Point], Point], start: npt.ArrayLike, steps: int
) -> Point:
    """The start and the position after each of `steps` updates: (n,) → (steps + 1, n), float64.

    `optimizer` goes on from where it stands: give a fresh one for a fresh walk. `gradient` must not keep the
    array that it is given. A start that is a single number gives a path (steps + 1,).
    """
    position = np.array(start, dtype=np.float64)
    path = np.empty((steps + 1, *position.shape))
    path[0] = position
    with np.errstate(all="ignore"):
        for step in range(1, steps + 1):
            optimizer.update(position, gradient(position))
            path[step] = position
    return path


def gradient_descent(
    gradient: Callable[[Point], Point], start: npt.ArrayLike, learning_rate: float, steps: int
) -> Point:
    """x ← x − η·∇f(x), the book's `gradient_descent` (chapter 4), with its path: (n,) → (steps + 1, n)."""
    return descend(SGD(learning_rate), gradient, start, steps)
