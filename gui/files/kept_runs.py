"""The runs of the window and those of the store, kept in step.

Every run that ends is kept, and the runs of earlier sittings can be put on the table again. All work on the
store is done in jobs, one after the other, in the order in which it was asked for; after each the store is
listed anew. What stands in the store is known by `core.store` alone.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand

from core.errors import LabError
from core.store.record import Outcome
from core.store.store import KeptRun, Listing, RunStore
from core.training.checkpoint import Checkpoint, load_checkpoint
from gui.document.network_on_table import NetworkOnTable
from gui.document.run import Run
from gui.document.sources import Answer
from gui.jobs.jobs import Jobs
from gui.language.messages import sentence
from gui.language.numbers import data_size
from gui.language.texts import Speaking

_JOB = "runs"
AT_HAND = 4
"""So many runs have their network in memory beside the one on the table."""


@dataclass(frozen=True, slots=True, eq=False)
class _Task:
    """`work` is done in a job's thread, then `done` gets its result or `failed` the reason, in the
    window's."""

    work: Callable[[], Any]
    done: Callable[[Any], object]
    failed: Callable[[LabError], object]


class KeptRuns(Speaking, QObject):
    """`listing` is what the store holds; `problem` says why nothing can be kept, empty where all is well.
    `changed`: one of them is another. `message` is a sentence for the status bar. Without a `store`
    nothing is kept."""

    changed = Signal()
    message = Signal(str)
    broke = Signal(object)  # BaseException

    def __init__(
        self, table: NetworkOnTable, jobs: Jobs, store: RunStore | None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.store = store
        self.listing = Listing()
        self.problem = ""
        self._table = table
        self._document = table.document
        self._jobs = jobs
        self._tasks: deque[_Task] = deque()
        self._by_id: dict[str, KeptRun] = {}
        self._document.run_ended.connect(self._on_ended)

    def read(self) -> None:
        """See what there is when the program starts, after the trash of the last sitting was emptied."""
        self._do(lambda store: store.tidy())

    def of(self, run: Run) -> KeptRun | None:
        """What the store holds of a run of the window."""
        return self._by_id.get(run.kept_as)

    def is_kept(self, run: Run) -> bool:
        """Whether the store holds the run's network as it is by now."""
        kept = self.of(run)
        return kept is not None and kept.record.iteration == run.log.last_iteration

    def has_network(self, run: Run) -> bool:
        """Whether the network that an ended run of the window has left is at hand, or in the store."""
        return run.checkpoint is not None or self.is_kept(run)

    # What a person asks for

    def keep_current(self, then: Callable[[], object], otherwise: Callable[[], object]) -> None:
        """See to it that the network on the table is kept, then do `then`; `otherwise` where that cannot
        be."""
        run = self._table.run
        if run is None or self.is_kept(run):
            then()
        elif self.store is None:
            otherwise()
        elif self._jobs.is_busy(_JOB):
            # What ended a moment ago is being kept.
            self._do(lambda store: None, lambda _: self.keep_current(then, otherwise), lambda _: otherwise())
        else:
            self._table.request(partial(self._on_copy, run, then, otherwise))

    def put_on_table(self, id: str) -> None:
        """Take up a run of an earlier sitting again, network and settings. Not while another is under way."""
        self._do(lambda store: load_checkpoint(store.path(id)), partial(self._on_loaded, id))

    def take_up(self, run: Run) -> None:
        """The same with an ended run of this sitting. Its network is at hand, or in the store alone."""
        if not self._table.state.is_resting:
            self.message.emit(self.tr("A training is under way: stop it first."))
            return
        if run.checkpoint is None:
            self._do(lambda store: load_checkpoint(store.path(run.kept_as)), partial(self._on_back, run))
            return
        self._document.take_up(run)
        self.message.emit(self.tr("{name} is on the table.").format(name=run.name))

    def rename(self, run: Run | None, id: str, name: str) -> None:
        if run is not None:
            self._document.rename_run(run, name)
        self._edit(id, name=name)

    def set_note(self, id: str, note: str) -> None:
        self._edit(id, note=note)

    def set_pinned(self, id: str, pinned: bool) -> None:
        self._edit(id, pinned=pinned)

    def delete(self, run: Run | None, id: str, name: str) -> None:
        """Delete a run, of the window, of the store, or of both. Undo brings it back."""
        document, before = self._document, list(self._document.runs)

        def known() -> list[str]:
            """A run that ended a moment ago has its id once it is kept."""
            known = run.kept_as if run is not None else id
            return [known] if known else []

        def take_away() -> None:
            document.set_runs([other for other in document.runs if other is not run])
            self._do(lambda store: store.delete(known()))

        def bring_back() -> None:
            if run is not None:
                document.set_runs(
                    [one for one in before if one is run or one in document.runs]
                    + [one for one in document.runs if one not in before]
                )
            self._do(lambda store: store.restore(known()))

        label = self.tr("Delete {name}").format(name=name)
        document.undo_stack.push(_Deed(label, take_away, bring_back))

    def delete_everything(self) -> None:
        """All runs but the one on the table, for good."""
        current = self._table.run
        self._document.set_runs([current] if current is not None else [])
        spare = current.kept_as if current is not None else ""
        self._do(lambda store: store.delete_everything(spare))

    def set_limit(self, limit: int) -> None:
        """Let the runs take so many bytes."""
        self._do(lambda store: store.set_limit(limit), lambda gone: self.message.emit(self._gone(gone)))

    def finish(self) -> None:
        """The jobs are over and no new one begins: do here what is left to be done."""
        for task in self._tasks:
            with suppress(LabError):
                task.work()
        self._tasks.clear()

    # What follows from it

    def _on_ended(self, run: Run) -> None:
        if self.store is not None and run.checkpoint is not None and run.checkpoint.iteration > 0:
            self._keep(run, run.checkpoint)

    def _on_copy(
        self, run: Run, then: Callable[[], object], otherwise: Callable[[], object], found: Answer
    ) -> None:
        if isinstance(found, LabError):
            otherwise()
        else:
            self._keep(run, found.checkpoint(), then, otherwise)

    def _keep(
        self,
        run: Run,
        checkpoint: Checkpoint,
        then: Callable[[], object] = lambda: None,
        otherwise: Callable[[], object] = lambda: None,
    ) -> None:
        outcome = run.outcome or "stopped"

        def keep(store: RunStore) -> tuple[KeptRun, tuple[KeptRun, ...]]:
            kept, gone = store.keep(checkpoint, run.name, outcome, run.kept_as)
            run.kept_as = kept.id  # at once: of a window that closes, nothing is told any more
            return kept, gone

        def done(result: tuple[KeptRun, tuple[KeptRun, ...]]) -> None:
            kept, gone = result
            text = self.tr("{name} is kept among the runs ({size}).")
            text = text.format(name=kept.record.name, size=data_size(kept.size))
            self.message.emit(f"{text} {self._gone(gone)}".rstrip())
            then()

        def failed(error: LabError) -> None:
            text = self.tr("{name} is not kept. {reason}").format(name=run.name, reason=sentence(error))
            self.message.emit(text)
            otherwise()

        self._do(keep, done, failed)

    def _on_loaded(self, id: str, checkpoint: Checkpoint) -> None:
        if any(run.kept_as == id for run in self._document.runs):
            return  # asked for twice
        kept = self._by_id.get(id)
        run = self._document.kept_run(kept.record.name if kept is not None else id, checkpoint)
        run.kept_as = id
        if kept is not None:
            run.outcome = cast(Outcome, kept.record.outcome)
        self.take_up(run)

    def _on_back(self, run: Run, checkpoint: Checkpoint) -> None:
        run.take_back(checkpoint)
        self.take_up(run)

    def _edit(self, id: str, **changes: Any) -> None:
        if id:
            self._do(lambda store: store.edit(id, **changes))

    def _gone(self, gone: tuple[KeptRun, ...]) -> str:
        if not gone:
            return ""
        text = self.tr("To stay within {limit}, the oldest went: {names}.")
        names = ", ".join(run.record.name for run in gone)
        return text.format(limit=data_size(self.listing.limit), names=names)

    # One after the other

    def _do(
        self,
        work: Callable[[RunStore], Any],
        done: Callable[[Any], object] = lambda result: None,
        failed: Callable[[LabError], object] | None = None,
    ) -> None:
        store = self.store
        if store is None:
            return
        self._tasks.append(_Task(partial(work, store), done, failed or self._say))
        self._do_next()

    def _say(self, error: LabError) -> None:
        self.message.emit(sentence(error))

    def _do_next(self) -> None:
        store = self.store
        if store is None or not self._tasks or self._jobs.is_busy(_JOB):
            return
        task = self._tasks.popleft()
        self._jobs.start(
            _JOB, lambda: _perform(store, task.work), partial(self._on_done, task), self._on_broken
        )

    def _on_done(self, task: _Task, came: tuple[Any, LabError | None, Listing, LabError | None]) -> None:
        result, error, self.listing, problem = came
        self.problem = sentence(problem) if problem is not None else ""
        self._by_id = {run.id: run for run in self.listing.runs}
        if error is not None:
            task.failed(error)
        else:
            task.done(result)
        self._let_go()
        self.changed.emit()
        self._do_next()

    def _let_go(self) -> None:
        """Leave the networks of all runs but the newest and the one on the table to the store."""
        for run in self._document.runs[:-AT_HAND]:
            if run.outcome is not None and run is not self._document.current_run and self.is_kept(run):
                run.let_go()

    def _on_broken(self, error: BaseException) -> None:
        self.broke.emit(error)
        self._do_next()


class _Deed(QUndoCommand):
    """What can be taken back, by two callables."""

    def __init__(self, label: str, do: Callable[[], None], take_back: Callable[[], None]) -> None:
        super().__init__(label)
        self._do = do
        self._take_back = take_back

    def redo(self) -> None:
        self._do()

    def undo(self) -> None:
        self._take_back()


def _perform(
    store: RunStore, work: Callable[[], Any]
) -> tuple[Any, LabError | None, Listing, LabError | None]:
    """Do the work in the job's thread: what came of the work, or why nothing did; what is in the store by
    now, or why that is not known."""
    result, error = None, None
    try:
        result = work()
    except LabError as caught:
        error = caught
    try:
        return result, error, store.listing(), None
    except LabError as caught:
        return result, error or caught, Listing(), caught
