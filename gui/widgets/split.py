"""Parts side by side whose borders a person can move; what was moved stays, also in the next sitting."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QSplitter, QWidget

GAP = 12


class Split(QSplitter):
    """`name` is what its state is remembered by. `is_own`: the person has moved a border."""

    def __init__(self, name: str, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent, childrenCollapsible=False, handleWidth=GAP)
        self.setObjectName(name)
        self.is_own = False
        self.splitterMoved.connect(self._on_moved)

    def share(self, sizes: Sequence[int]) -> None:
        """Share out the room, unless that is the person's affair by now."""
        if not self.is_own:
            self.setSizes(sizes)

    def remember(self, layout: Callable[[str], QByteArray]) -> None:
        """Be as the person left it, by what `layout` keeps under a name; what is empty or damaged counts for
        nothing."""
        state = layout(self.objectName())
        self.is_own = not state.isEmpty() and self.restoreState(state)

    def states(self) -> dict[str, QByteArray]:
        """What is to be remembered of it, by name."""
        return {self.objectName(): self.saveState()} if self.is_own else {}

    def _on_moved(self) -> None:
        self.is_own = True
