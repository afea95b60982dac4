"""The undo command of the document: one experiment replaced by another. It holds both, computes nothing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from core.training.config import Experiment

EDIT_COMMAND_ID = 1
"""Qt offers a command to the one before it for merging only if both have the same id other than −1."""


class EditExperiment(QUndoCommand):
    """Set the experiment; undo sets the old one again, exactly.

    Successive commands of the same `merge_key` become one, from the first one's old experiment to the last
    one's new one; an empty key never merges. What comes back to where it began leaves the stack.
    """

    def __init__(
        self,
        apply: Callable[[Experiment], None],
        old: Experiment,
        new: Experiment,
        label: str,
        merge_key: str,
    ) -> None:
        super().__init__(label)
        self._apply = apply
        self._old = old
        self._new = new
        self._merge_key = merge_key

    def redo(self) -> None:
        self._apply(self._new)

    def undo(self) -> None:
        self._apply(self._old)

    def id(self) -> int:
        return EDIT_COMMAND_ID if self._merge_key else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, EditExperiment) or other._merge_key != self._merge_key:
            return False
        self._new = other._new
        self.setText(other.text())
        self.setObsolete(self._new == self._old)
        return True
