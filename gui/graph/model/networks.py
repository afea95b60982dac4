"""Networks that are drawn: how one is handed over, who is asked for the current one, and its trace."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from core.graph.trace import Trace, trace_graph
from core.nn.network import Network
from gui.graph.model.origin import Origin, Weights
from gui.graph.model.subject import Subject


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """A network of one's own with examples x, (N, D) or (D,), and targets t, as `Network.gradient` takes
    them. `origin` names the network and its one example."""

    network: Network
    x: NDArray[Any]
    t: NDArray[Any]
    origin: Origin | None = None


class CurrentNetwork(QObject):
    """Who is asked for the network that was trained last. This one knows of none."""

    moved = Signal()  # `weights` are others

    @property
    def weights(self) -> Weights | None:
        """Those of the current network at this moment; None for initial ones."""
        return None

    def ask(self, receive: Callable[[Found | None], None]) -> None:
        """Give `receive` a copy of the current network with an image, at once or soon; None where no network
        for images was trained."""
        receive(None)


def trace_network(subject: Subject, found: Found) -> tuple[Subject, Trace]:
    """The trace of the network's loss, and `subject` with its origin. For a job: a network may be large."""
    from core.graph.network_graph import network_graph
    from core.inspection.predictions import prediction

    origin, t = found.origin, found.t
    if origin is not None and t.shape == (1,):
        seen = prediction(found.network, found.x)
        origin = replace(origin, label=int(t[0]), prediction=seen.predicted)
    graph = network_graph(found.network, found.x, t)
    return replace(subject, origin=origin), trace_graph(graph)
