"""Nothing is lost when a sitting ends unforeseen: what would be is written while it lasts, and the next start
offers it, once.

It puts together what is kept (document, workspaces), when it is written (`Autosave`), and who asks for it
(`RecoveryLine`).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from core.errors import LabError
from core.training.checkpoint import Checkpoint, load_checkpoint
from core.training.place import sweep
from gui.document.change import Change
from gui.document.network_on_table import NetworkOnTable
from gui.files.files import Files
from gui.jobs.jobs import Jobs
from gui.language.messages import sentence
from gui.language.texts import Speaking
from gui.recovery.autosave import Autosave
from gui.recovery.keeper import Keeper, ToKeep
from gui.recovery.kept import Kept
from gui.recovery.line import RecoveryLine
from gui.recovery.sitting import Sitting, find_left
from gui.window.main_window import MainWindow

HALT_MS = 1_000
"""How long a farewell waits for the iteration under way."""

_FIND = "find what was left"
_OF_TABLE = Change.EXPERIMENT | Change.FILE | Change.RUNS | Change.NETWORK | Change.REPORT


class Part(Protocol):
    """What a workspace keeps: plain values for JSON, none where there is nothing to lose."""

    def kept(self) -> Mapping[str, Any]: ...

    def bring_back(self, kept: Mapping[str, Any]) -> None:
        """LabError, KeyError, TypeError or ValueError for what cannot be brought back."""
        ...


class Recovery(Speaking, QObject):
    """`halt` ends the training under way within so many milliseconds, and puts its network on the table.
    Nothing is written or offered before `begin`. `message` is a sentence for the status bar, `broke` brings
    an exception that nobody expected."""

    message = Signal(str)
    broke = Signal(object)  # BaseException

    def __init__(
        self,
        home: Path,
        table: NetworkOnTable,
        files: Files,
        jobs: Jobs,
        window: MainWindow,
        halt: Callable[[int], bool],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(window)
        self.line = RecoveryLine(window.icons)
        self._home = home
        self._table = table
        self._document = table.document
        self._files = files
        self._jobs = jobs
        self._window = window
        self._halt = halt
        self._parts: dict[str, Part] = {}
        self._left: tuple[Sitting, Kept] | None = None
        self._taken: Sitting | None = None
        self._has_begun = self._is_farewell = self._is_kept = False
        self.autosave = Autosave(Keeper(home), self._gather, table.request, jobs, clock, self)
        window.add_above(self.line)
        self._connect()

    def _connect(self) -> None:
        self._table.changed.connect(self._on_table)
        self._files.closing.connect(self._on_closing)
        self._files.set_recovery(self.is_all_kept)
        self.autosave.written.connect(self._on_written)
        self.autosave.failed.connect(self._on_failed)
        self.line.taken.connect(self._on_taken)
        self.line.discarded.connect(self._on_discarded)
        self.line.closed.connect(self._on_set_aside)

    def begin(self, folders: Iterable[Path] = ()) -> None:
        """Offer what another sitting left, sweep what killed savings left in these folders, and keep from
        now on what would be lost."""
        self._has_begun = True
        self._find(tuple(folders))
        self.note()

    def add(self, key: str, part: Part) -> None:
        """Keep what the workspace `key` tells, from now on; it calls `note` when that has changed."""
        self._parts[key] = part

    def note(self) -> None:
        """Something has changed that a person would miss."""
        self._is_farewell = self._is_kept = False
        if self._has_begun:
            self.autosave.note()

    def keep_now(self) -> None:
        """Somebody else ends the sitting: stop the training and keep everything, here and now."""
        self._halt(HALT_MS)
        run = self._document.current_run
        held = run.checkpoint if run is not None and run.outcome is not None else None
        self._is_farewell = True
        self._is_kept = self.autosave.write_now(held)
        if self._is_kept:
            self._on_written()

    def is_all_kept(self) -> bool:
        """Whether the next start would offer all that is on the table."""
        return self._is_kept

    # What is kept

    def _gather(self) -> ToKeep | None:
        document = self._document
        parts = {key: dict(found) for key, part in self._parts.items() if (found := part.kept())}
        if not (document.modified or parts):
            return None
        run, path = document.current_run, document.path
        is_own_file = run is not None and run.is_saved and path is not None
        kept = Kept(
            document.experiment,
            self._window.current_workspace(),
            path.absolute() if is_own_file and path is not None else None,
            is_own_file,
            run.name if run is not None else "",
            run.log.last_iteration if run is not None else 0,
            parts,
        )
        has_network = run is not None and document.has_unsaved_network
        return ToKeep(kept, (run.id, run.log.last_iteration) if has_network and run is not None else None)

    def _on_table(self, what: Change) -> None:
        if what & _OF_TABLE:
            self.note()

    def _on_written(self) -> None:
        """What was taken over from another sitting is kept by this one now, or not worth it any more."""
        if self._taken is not None:
            self._taken.end()
        self._taken = None

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, LabError):
            self.broke.emit(error)
            return
        text = self.tr("Your work is not kept for the case of a crash: {reason}")
        self.message.emit(text.format(reason=sentence(error)))

    def _on_closing(self) -> None:
        """The window closes, and nothing asks any more."""
        self.autosave.end(keep=self._is_farewell)
        self._let_go(Sitting.leave if self._is_farewell else Sitting.set_aside)
        if not self._is_farewell:
            self._on_written()

    # What was left

    def _find(self, folders: tuple[Path, ...] = ()) -> None:
        def work() -> tuple[Sitting, Kept] | None:
            for folder in folders:
                sweep(folder)
            return find_left(self._home)

        self._jobs.start(_FIND, work, self._on_found, self.broke.emit)

    def _on_found(self, left: tuple[Sitting, Kept] | None) -> None:
        self._left = left
        if left is not None:
            self.line.offer(left[1])

    def _let_go(self, how: Callable[[Sitting], None]) -> None:
        left, self._left = self._left, None
        if left is not None:
            how(left[0])

    def _on_discarded(self) -> None:
        self._let_go(Sitting.end)
        self._find()

    def _on_set_aside(self) -> None:
        self._let_go(Sitting.set_aside)

    def _on_taken(self) -> None:
        if self._left is None:
            return
        kept = self._left[1]

        def read() -> Checkpoint | None:
            return load_checkpoint(kept.model) if kept.model is not None else None

        self._files.recover(read, self._put)

    def _put(self, checkpoint: Checkpoint | None) -> None:
        """Everything back to where it was. It is kept for this sitting before the other one's is removed."""
        if self._left is None:
            return
        (self._taken, kept), self._left = self._left, None
        self.line.hide()
        document = self._document
        with document.changes.action():
            if checkpoint is not None and kept.is_own_file and kept.model is not None:
                document.open(kept.model, checkpoint)
            elif checkpoint is not None:
                document.recover(kept.run, checkpoint)
            if kept.experiment is not None:
                document.edit(kept.experiment, self.tr("Edits of the last sitting"))
        for key, values in kept.parts.items():
            self._bring_back(key, values)
        if kept.workspace in self._window.workspaces():
            self._window.show_workspace(kept.workspace)
        self.message.emit(self.tr("This is what the last sitting left."))
        self.note()

    def _bring_back(self, key: str, values: Mapping[str, Any]) -> None:
        if key in self._window.workspaces():
            self._window.workspace(key)  # made now, if it was not yet seen
        part = self._parts.get(key)
        try:
            if part is not None:
                part.bring_back(values)
        except (LabError, KeyError, TypeError, ValueError, AttributeError):
            self.message.emit(self.tr("Not all that the last sitting left could be brought back."))
