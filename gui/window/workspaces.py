"""What the window needs to know of a workspace: its name and its picture in the rail, and how it is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from core.errors import translatable
from gui.language.texts import translate


@dataclass(frozen=True, slots=True)
class Workspace:
    """`key` is also the name of its icon. `make` is called when the workspace is first shown, with the parent
    of the new page: a widget that is given one later is styled once more, with all that it holds."""

    key: str
    make: Callable[[QWidget], QWidget]

    @property
    def title(self) -> str:
        """Its name in the language in use."""
        return translate("Workspace", _TITLES[self.key])

    @property
    def tip(self) -> str:
        """What it is for, in the language in use."""
        return translate("Workspace", _TIPS[self.key])


_TITLES = {
    "graph": translatable("Workspace", "Graph"),
    "train": translatable("Workspace", "Train"),
    "data": translatable("Workspace", "Data"),
    "lab": translatable("Workspace", "Lab"),
}

_TIPS = {
    "graph": translatable("Workspace", "A calculation as a graph, one node a step, forward and back"),
    "train": translatable("Workspace", "Build a network, train it and watch it learn"),
    "data": translatable("Workspace", "Look at the images, and at what the network says of them"),
    "lab": translatable("Workspace", "Small experiments: derivatives, descent, activations"),
}
