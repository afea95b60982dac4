"""Open, Save, Save as, New, and the question before a trained network is lost, where none is kept by itself.

Files are read and written off the window's thread. What is in a model file is `core.training.checkpoint`'s.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from core.errors import LabError
from core.training.checkpoint import Checkpoint, load_checkpoint, save_checkpoint
from core.training.config import Experiment
from core.training.presets import DEFAULT_PRESET, preset
from gui.document.change import Change
from gui.document.network_on_table import NetworkOnTable
from gui.document.run import Run
from gui.document.sources import Answer
from gui.files.dialogs import SUFFIX, ask_to_save, choose_to_open, choose_to_save, show_problem
from gui.files.kept_runs import KeptRuns
from gui.jobs.jobs import Jobs
from gui.language.messages import sentence
from gui.language.texts import Speaking
from gui.remembered.experiment import experiment_text
from gui.remembered.settings import Settings
from gui.trainer.trainer import Trainer
from gui.window.main_window import MainWindow

Then = Callable[[], object]
_SAVE, _OPEN = "save", "open"


@dataclass(frozen=True, slots=True, eq=False)
class _Writing:
    """`take` gives the network to write, in the job's thread; `then` follows once it is written."""

    path: Path
    run: Run | None
    take: Callable[[], Checkpoint]
    then: Then | None


class Files(Speaking, QObject):
    """What the File menu does to the document. `message` is a sentence for the status bar, `broke` brings an
    exception that nobody expected."""

    message = Signal(str)
    broke = Signal(object)  # BaseException
    closing = Signal()  # the window is about to close, and nothing is asked any more

    def __init__(
        self,
        table: NetworkOnTable,
        trainer: Trainer,
        jobs: Jobs,
        settings: Settings,
        window: MainWindow,
        kept: KeptRuns | None = None,
    ) -> None:
        super().__init__(window)
        self._table = table
        self._document = table.document
        self._trainer = trainer
        self._jobs = jobs
        self._settings = settings
        self._window = window
        self._kept = kept or KeptRuns(table, jobs, None, self)
        self._is_keeping = False
        self._dialog: QDialog | None = None
        self._writings: deque[_Writing] = deque()
        self._may_close = False
        self._is_all_kept: Callable[[], bool] = lambda: False
        self._connect()
        self._show_title()

    def _connect(self) -> None:
        menus = self._window.menus
        menus.offer(menus.new, self.new)
        menus.offer(menus.open, self.open)
        menus.offer(menus.save, self.save)
        menus.offer(menus.save_as, self.save_as)
        menus.recent_chosen.connect(self._on_recent)
        menus.show_recent(self._settings.recent)
        self._window.set_undo_stack(self._document.undo_stack, "train")
        self._window.add_close_guard(self.may_close)
        self._document.changed.connect(self._on_changed)

    def _on_changed(self, what: Change) -> None:
        if Change.FILE in what:
            self._show_title()
        if Change.EXPERIMENT in what:
            self._remember(self._document.experiment)

    # What a person asks for

    def new(self) -> None:
        """The default preset, with no run and no file."""
        self._ask_before(self._clear)

    def open(self) -> None:
        folder = self._settings.folder
        self._ask_before(lambda: self._keep(choose_to_open(self._window, folder, self._load)))

    def open_path(self, path: Path) -> None:
        """Open a file that was named otherwise: dropped on the window, or given on the command line."""
        self._ask_before(lambda: self._load(path))

    def _on_recent(self, text: str) -> None:
        """Open one of the recent files; one that is gone is said and leaves the list."""
        path = Path(text)
        if os.path.isfile(path):
            self.open_path(path)
            return
        self._settings.drop_recent(path)
        self._window.menus.show_recent(self._settings.recent)
        gone = self.tr("{path} is gone: it was moved, renamed or deleted. It has left the list.")
        self.message.emit(gone.format(path=path))

    def _keep_in_mind(self, path: Path) -> None:
        """A file that was opened or saved: it heads the recent ones, and dialogs begin in its folder."""
        self._settings.folder = path.parent
        self._settings.put_recent(path.absolute())
        self._window.menus.show_recent(self._settings.recent)

    def save(self, then: Then | None = None) -> None:
        """Write the network on the table into its file; `then` follows once that is done."""
        if self._document.path is None:
            self.save_as(then)
        else:
            self._save_to(self._document.path, then)

    def save_as(self, then: Then | None = None) -> None:
        path = self._document.path
        name = path.name if path is not None else f"{self._document.preset_name or 'network'}.{SUFFIX}"
        suggested = self._settings.folder / name
        self._keep(choose_to_save(self._window, suggested, lambda path: self._save_to(path, then)))

    def apply_preset(self, name: str) -> None:
        """Put a preset on the table. While a run goes on it is for the next one; otherwise the network on the
        table makes room for initial weights."""
        if not self._table.state.is_resting:
            self._document.apply_preset(name)
        else:
            self._ask_before(lambda: self._apply_preset(name))

    def may_close(self) -> bool:
        """Whether the window may close: True once nothing is lost and no thread is left. False when
        the person is asked first; the window closes itself after the answer."""
        if self._has_something_to_lose and not self._may_close and not self._is_all_kept():
            self._ask_before(self.close)
            return False
        self.closing.emit()
        while not self._trainer.shutdown():
            # One iteration of a huge network takes longer. Nobody needs to watch the end of it.
            self._window.hide()
        self._table.close()
        self._jobs.shutdown()
        self._kept.finish()
        return True

    def close(self) -> None:
        """Close the window without a question."""
        self._may_close = True
        self._window.close()
        self._may_close = False

    # What another sitting has left

    def set_recovery(self, is_all_kept: Callable[[], bool]) -> None:
        """`is_all_kept`: the next start offers all that there is, so that nobody needs to be asked."""
        self._is_all_kept = is_all_kept

    def recover(
        self, read: Callable[[], Checkpoint | None], put: Callable[[Checkpoint | None], object]
    ) -> None:
        """`put` what `read` finds, in a job, in the place of the network on the table. Where that cannot be
        read it is said, and the rest is put without a network."""

        def put_back(checkpoint: Checkpoint | None) -> None:
            with self._document.changes.action():
                self._trainer.shutdown()
                put(checkpoint)

        def failed(error: BaseException) -> None:
            put_back(None)
            self._on_failed(error)

        self._ask_before(lambda: self._jobs.start(_OPEN, read, put_back, failed))

    # The question

    @property
    def _has_something_to_lose(self) -> bool:
        """A trained network that neither a file nor the store of runs holds as it is."""
        run = self._document.current_run
        return self._document.has_unsaved_network and not (run is not None and self._kept.is_kept(run))

    def _ask_before(self, then: Then) -> None:
        """Do `then`, once the trained network on the table is in a file or among the kept runs. Where it
        cannot be kept the person saves it, or gives it up."""
        if self._dialog is not None or self._is_keeping:
            return
        if not self._has_something_to_lose:
            then()
            return
        self._is_keeping = True
        self._kept.keep_current(partial(self._go_on, then), partial(self._go_on, partial(self._ask, then)))

    def _go_on(self, then: Then) -> None:
        self._is_keeping = False
        then()

    def _ask(self, then: Then) -> None:
        self._keep(
            ask_to_save(
                self._window,
                self._document.name,
                lambda: self.save(then),
                lambda: self.save_as(then),
                then,
                replaces=self._document.path is not None,
            )
        )

    def _keep(self, dialog: QDialog) -> None:
        """One dialog at a time."""
        self._dialog = dialog
        dialog.finished.connect(lambda: self._forget(dialog))

    def _forget(self, dialog: QDialog) -> None:
        if self._dialog is dialog:
            self._dialog = None

    # What follows it

    def _clear(self) -> None:
        with self._document.changes.action():
            self._trainer.shutdown()
            self._document.new(preset(DEFAULT_PRESET).experiment)

    def _apply_preset(self, name: str) -> None:
        with self._document.changes.action():
            self._document.apply_preset(name)
            self._trainer.reset()

    # Reading

    def _load(self, path: Path) -> None:
        self._jobs.start(
            _OPEN,
            lambda: load_checkpoint(path),
            lambda checkpoint: self._on_loaded(path, checkpoint),
            self._on_failed,
        )

    def _on_loaded(self, path: Path, checkpoint: Checkpoint) -> None:
        with self._document.changes.action():
            self._trainer.shutdown()
            self._document.open(path, checkpoint)
        self._keep_in_mind(path)
        self.message.emit(self.tr("Opened {name}.").format(name=path.name))

    # Writing

    def _save_to(self, path: Path, then: Then | None) -> None:
        document, run = self._document, self._table.run
        if run is None and (document.data is None or document.blocked_reason):
            reason = document.blocked_reason or self.tr("Its data are still being read.")
            text = self.tr("There is no network to save yet. {reason}").format(reason=reason)
            self._keep(show_problem(self._window, text))
            return
        self._table.request(lambda found: self._on_copy(path, run, then, found))

    def _on_copy(self, path: Path, run: Run | None, then: Then | None, found: Answer) -> None:
        if isinstance(found, LabError):
            self._on_failed(found)
        else:
            self._write(_Writing(path, run, found.checkpoint, then))

    def _write(self, writing: _Writing) -> None:
        """One file after the other: two writers could finish in the wrong order. The folder is known before:
        what a saving leaves there that is killed, the next start finds."""
        self._settings.folder = writing.path.parent
        self._writings.append(writing)
        if not self._jobs.is_busy(_SAVE):
            self._write_next()

    def _write_next(self) -> None:
        if not self._writings:
            return
        writing = self._writings.popleft()

        def work() -> Checkpoint:
            checkpoint = writing.take()
            save_checkpoint(writing.path, checkpoint)
            return checkpoint

        self._jobs.start(_SAVE, work, lambda saved: self._on_saved(writing, saved), self._on_save_failed)

    def _on_saved(self, writing: _Writing, checkpoint: Checkpoint) -> None:
        self._write_next()
        self._document.saved(writing.path, writing.run, checkpoint.iteration)
        self._keep_in_mind(writing.path)
        text = self.tr("Saved {name}.")
        if checkpoint.experiment != self._document.experiment:
            text = self.tr(
                "Saved {name}: the network with the settings of its run. Later edits are not in it."
            )
        self.message.emit(text.format(name=writing.path.name))
        if writing.then is not None:
            writing.then()

    def _on_save_failed(self, error: BaseException) -> None:
        self._write_next()
        self._on_failed(error)

    # What comes back

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, LabError):
            self._keep(show_problem(self._window, sentence(error)))
        else:
            self.broke.emit(error)

    def _show_title(self) -> None:
        self._window.set_document(self._document.name, self._document.modified)

    def _remember(self, experiment: Experiment) -> None:
        """Only what is sound: after a restart nobody should meet a mistake of last time."""
        if not (experiment.network.problems() or experiment.training.problems()):
            self._settings.configuration = experiment_text(experiment)
