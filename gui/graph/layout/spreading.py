"""How far apart the nodes of a small graph stand, so that it fills its place as a figure fills a page.

It is worked out once for a graph, with its compounds as they are then; opening one keeps the gaps.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from core.graph.graph import Graph
from gui.graph.layout.geometry import TIGHT, FrameSize, Gaps, NodeSize
from gui.graph.layout.nesting import lay_out

WIDTH, HEIGHT = 712.0, 430.0
"""What is to be filled: the place of the picture in a window of 1366 × 768, in its own size."""

MOST = Gaps(112.0, 100.0)
"""What hangs together is seen to do so."""

_MOST_NODES = 100
"""A larger graph fills any place, and laying it out twice would be felt."""


def gaps_to_fill(graph: Graph, sizes: Mapping[str, NodeSize], frames: Mapping[str, FrameSize]) -> Gaps:
    """The gaps with which `lay_out` comes near to WIDTH × HEIGHT."""
    if len(graph.nodes) > _MOST_NODES:
        return TIGHT
    tight = lay_out(graph, sizes, frames)
    layers = Counter(place.layer for place in tight.nodes.values() if not place.frame)
    bounds = tight.bounds
    between = max(len(layers) - 1, 1)
    wider = min(max(WIDTH - bounds.width, 0.0) / between, MOST.across - TIGHT.across)
    under = max(max(layers.values()) - 1, 1)
    higher = min(max(HEIGHT - bounds.height, 0.0) / under, MOST.down - TIGHT.down)
    # Whole pixels: what is added up stays exact.
    return Gaps(TIGHT.across + wider // 1, TIGHT.down + higher // 1)
