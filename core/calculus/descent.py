"""Walking down a function along its gradient, with every place on the way kept.

The rule and the gradient are any callables: `Optimizer.update` of `core.nn.optimizers`, as in a training; the
exact gradient of a `Function`, or `partial(numerical_gradient, f)`. A walk that runs away ends in inf or NaN,
which is its result, not an error.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from core.calculus.differentiation import Point


def descend(
    update: Callable[[Point, Point], object],
    gradient: Callable[[Point], Point],
    start: npt.ArrayLike,
    steps: int,
) -> Point:
    """The start and the position after each of `steps` updates: (n,) → (steps + 1, n), float64.

    `update` changes the position, its first argument, by the gradient there, its second. An optimizer goes on
    from where it stands: give a fresh one for a fresh walk. `gradient` must not keep the array that it is
    given. A start that is a single number gives a path (steps + 1,).
    """
    position = np.array(start, dtype=np.float64)
    path = np.empty((steps + 1, *position.shape))
    path[0] = position
    with np.errstate(all="ignore"):
        for step in range(1, steps + 1):
            update(position, gradient(position))
            path[step] = position
    return path


def gradient_descent(
    gradient: Callable[[Point], Point], start: npt.ArrayLike, learning_rate: float, steps: int
) -> Point:
    """x ← x − η·∇f(x), the book's `gradient_descent` (chapter 4), with its path: (n,) → (steps + 1, n)."""

    def update(x: Point, slope: Point) -> None:
        x -= learning_rate * slope

    return descend(update, gradient, start, steps)
