"""The picture of a computational graph. It knows graphs, traces and cursors, and computes nothing."""

from __future__ import annotations

from gui.graph.picture.view import GraphPicture

__all__ = ["GraphPicture"]
