"""The lines of a run's plots: which there are, how they look, and how a run's log becomes their points.

Plain functions between a `RunLog` and live plots. `PlotsPanel` decides when; the widgets draw.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from core.nn.spec import NetworkSpec
from core.training.events import Evaluation
from gui.document.run import GradientLog, Run
from gui.widgets.plot.live import LivePlot
from gui.widgets.plot.style import Dash, Hue, SeriesSpec

# Lines without an order differ in dash as well as in colour.
_GHOST_STYLES: tuple[tuple[Hue, Dash], ...] = (
    ("purple", "solid"),
    ("grey", "long-dash"),
    ("orange", "dash-dot"),
    ("purple", "dot"),
    ("grey", "solid"),
    ("orange", "solid"),
)


def ghost_style(run: Run) -> tuple[Hue, Dash]:
    """How an earlier run is drawn, on every plot alike."""
    return _GHOST_STYLES[run.color_index % len(_GHOST_STYLES)]


def affine_names(spec: NetworkSpec) -> list[str]:
    """The layers whose gradients are reported, in order."""
    pairs = zip(spec.layer_names, spec.layers, strict=True)
    return [name for name, layer in pairs if layer.has("init")]


def layer_series(names: Iterable[str], titles: Iterable[str]) -> list[SeriesSpec]:
    """One line for each Affine layer, under its engine's name, on the ramp from the first to the last."""
    pairs = list(zip(names, titles, strict=True))
    last = max(len(pairs) - 1, 1)
    return [SeriesSpec(name, title, place / last) for place, (name, title) in enumerate(pairs)]


def append_evaluations(
    plot: LivePlot, keys: dict[str, str], evaluations: Sequence[Evaluation], scale: float = 1.0
) -> None:
    """`keys`: the fields of an Evaluation to draw, each with its line. What does not exist is left out.
    `scale`: 100 draws shares in per cent."""
    for field, key in keys.items():
        known = [(e.epoch, scale * getattr(e, field)) for e in evaluations if getattr(e, field) is not None]
        if known:
            epochs, values = zip(*known, strict=True)
            plot.append(key, epochs, values)


def epoch_at(iteration: int, evaluations: Sequence[Evaluation], per_epoch: int) -> float:
    """The epochs drawn after so many iterations. An epoch had other iterations where the batch size was
    another, so it is counted from the evaluations, and with `per_epoch` beyond the last of them."""
    iterations, epochs = [e.iteration for e in evaluations] or [0], [e.epoch for e in evaluations] or [0.0]
    beyond = max(iteration - iterations[-1], 0)
    return float(np.interp(iteration, iterations, epochs)) + beyond / per_epoch


def share_gradients(plot: LivePlot, keys: dict[str, str], gradients: GradientLog) -> None:
    """`keys`: layers by their engine's name, each with its line."""
    for layer, key in keys.items():
        plot.share(key, gradients.rms(layer), gradients.iterations)
