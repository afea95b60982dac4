"""The store of runs: a folder in which every run is a model file, with a record of it beside.

    store.json            format, version, and how many bytes the runs may take
    20261129-235107-4f2a9c.blab   the network at the end of a run: a model file like any other
    20261129-235107-4f2a9c.json   its record: name, note, pin, figures (`core.store.record`)
    trash/                what was deleted, until the program starts the next time
    lock                  held while anything is written

The files are the truth and there is no index: what is listed is what is there, whoever put it there. A
model file comes before its record, and goes before it, so that a process that is killed leaves a network
without a record at worst, and no record is believed without its network. Nothing here knows of windows;
each method may be called in any thread.
"""

from __future__ import annotations

import json
import os
import secrets
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from core.errors import LabError, StoreError, translatable
from core.store.files import read_text, size_of, told, write_text
from core.store.lock import WAIT_S, locked
from core.store.record import NOTE_LIMIT, RunRecord, now, one_line
from core.training.checkpoint import Checkpoint, load_checkpoint, save_checkpoint
from core.training.place import LEFT_BEHIND_S

FORMAT = "backprop-lab runs"
VERSION = 1
LIMIT_BYTES = 2_000_000_000
"""What the runs may take unless a person says otherwise."""


@dataclass(frozen=True, slots=True)
class KeptRun:
    """A run of the store: `id` is the name of its files without ending, `size` what they take, in bytes.
    Of one whose record could not be read, `has_record` is False, and what is said of it was found in its
    network."""

    id: str
    size: int
    record: RunRecord
    has_record: bool = True


@dataclass(frozen=True, slots=True)
class Listing:
    """What is in a store: its runs, the newest first; what is wrong with others; and how many bytes all
    may take."""

    runs: tuple[KeptRun, ...] = ()
    problems: tuple[LabError, ...] = ()
    limit: int = LIMIT_BYTES

    @property
    def size(self) -> int:
        """What the runs take, in bytes."""
        return sum(run.size for run in self.runs)


class RunStore:
    """The runs in `folder`, which is made when the first one is kept. Each method raises a StoreError
    where the store cannot be used: a newer version has made it, another process is busy in it, or the
    drive refuses."""

    def __init__(self, folder: Path, wait_s: float = WAIT_S) -> None:
        self.folder = folder
        self._trash = folder / "trash"
        self._wait_s = wait_s

    def listing(self) -> Listing:
        """What is there now. One run that cannot be read hides no other."""
        limit = self._limit()
        runs, problems = [], []
        try:
            ids = [path.stem for path in self.folder.glob("*.blab") if not path.name.startswith(".")]
        except OSError:
            ids = []
        for id in ids:
            try:
                run, problem = self._kept(id)
            except (LabError, OSError) as error:
                if self._model(id).exists():  # another window may have deleted it meanwhile
                    problems.append(error if isinstance(error, LabError) else self._unreadable(error))
                continue
            runs.append(run)
            problems += [problem] if problem is not None else []
        runs.sort(key=lambda run: (run.record.ended, run.id), reverse=True)
        return Listing(tuple(runs), tuple(problems), limit)

    def path(self, id: str) -> Path:
        """Its model file. StoreError where the run is not there any more."""
        path = self._model(id)
        if not path.is_file():
            template = translatable("errors", "The run {id} is not in {path} any more: it was deleted.")
            raise StoreError(template, id=id, path=self.folder)
        return path

    def keep(
        self, checkpoint: Checkpoint, name: str, outcome: str = "", id: str = ""
    ) -> tuple[KeptRun, tuple[KeptRun, ...]]:
        """Keep a network. With the `id` of a run that is there it takes that one's place, under the name,
        note and pin that it has by now. The second part are the runs that had to go for it."""
        with self._writing():
            before = self._record(id) if id and self._model(id).is_file() else None
            when = now()
            if before is None and not self._model(id).is_file():
                id = _new_id(when)
            made = RunRecord.of_checkpoint(checkpoint, name, when, outcome)
            if before is not None:
                made = replace(made, name=before.name, note=before.note, pinned=before.pinned)
            save_checkpoint(self._model(id), checkpoint)
            self._write_record(id, made)
            kept, _ = self._kept(id)
            return kept, self._thin(spare=id)

    def edit(
        self, id: str, name: str | None = None, note: str | None = None, pinned: bool | None = None
    ) -> KeptRun:
        """Give a run another name or note, or pin it; what is None stays."""
        with self._writing():
            self.path(id)
            run, _ = self._kept(id)
            changes: dict[str, Any] = {} if pinned is None else {"pinned": pinned}
            if name is not None:
                changes["name"] = one_line(name)
            if note is not None:
                changes["note"] = note.strip()[:NOTE_LIMIT]
            self._write_record(id, replace(run.record, **changes))
            return self._kept(id)[0]

    def delete(self, ids: Iterable[str]) -> None:
        """Put runs into the trash."""
        with self._writing():
            paths = [self.path(id) for id in ids]
            self._trash.mkdir(exist_ok=True)
            for path in paths:
                self._move(path, self._trash)

    def restore(self, ids: Iterable[str]) -> None:
        """Take runs out of the trash again. StoreError where it was emptied meanwhile."""
        with self._writing():
            for id in ids:
                path = self._trash / f"{id}.blab"
                if not path.is_file():
                    template = translatable(
                        "errors",
                        "The run {id} cannot be brought back: the trash in {path} was emptied meanwhile.",
                    )
                    raise StoreError(template, id=id, path=self.folder)
                self._move(path, self.folder)

    def delete_everything(self, spare: str = "") -> None:
        """Delete all runs, pinned or not, and the trash, for good; all but `spare`, if it is given."""
        with self._writing():
            for folder in (self.folder, self._trash):
                for path in [*folder.glob("*.blab"), *folder.glob("*.json")]:
                    if path != self._about and (path.stem != spare or folder != self.folder):
                        path.unlink(missing_ok=True)

    def set_limit(self, limit: int) -> tuple[KeptRun, ...]:
        """Let the runs take so many bytes from now on; the runs that had to go for it."""
        with self._writing():
            self._write_about(limit)
            return self._thin()

    def tidy(self) -> None:
        """Empty the trash, as is done when the program starts; remove what a killed process left, and give a
        record to each network that has none. A folder that is not there is not made for it."""
        self._limit()
        if not self.folder.is_dir():
            return
        with self._writing() as is_alone:
            for path in [*self._trash.glob("*.blab"), *self._trash.glob("*.json")]:
                path.unlink(missing_ok=True)
            for folder in (self.folder, self._trash):
                for path in folder.glob(".*.part"):
                    if is_alone or time.time() - path.stat().st_mtime > LEFT_BEHIND_S:
                        path.unlink(missing_ok=True)
            for path in self.folder.glob("*.json"):
                if path != self._about and not self._model(path.stem).exists():
                    path.unlink(missing_ok=True)
            for path in self.folder.glob("[!.]*.blab"):
                if not path.with_suffix(".json").exists():
                    with suppress(LabError):  # what is not a model is told by `listing`
                        self._write_record(path.stem, self._kept(path.stem)[0].record)

    # One run

    @property
    def _about(self) -> Path:
        return self.folder / "store.json"

    def _model(self, id: str) -> Path:
        return self.folder / f"{id}.blab"

    def _kept(self, id: str) -> tuple[KeptRun, StoreError | None]:
        """The run, and what is wrong with its record. ModelFileError where its network cannot be read
        either."""
        model = self._model(id)
        record, problem = self._record(id), None
        if record is None:
            ended = datetime.fromtimestamp(int(model.stat().st_mtime), UTC).isoformat()
            derived = RunRecord.of_checkpoint(load_checkpoint(model), id, ended)
            template = translatable(
                "errors",
                "{path} cannot be read: the name, note and pin of that run are not known, and it is not "
                "thinned out. Its network is whole. Give the run a name, and it has a record again.",
            )
            problem = StoreError(template, path=model.with_suffix(".json"))
        size = size_of(model, model.with_suffix(".json"))
        return KeptRun(id, size, record or derived, has_record=record is not None), problem

    def _record(self, id: str) -> RunRecord | None:
        try:
            return RunRecord.from_json(read_text(self._model(id).with_suffix(".json")))
        except (OSError, ValueError):
            return None

    def _write_record(self, id: str, made: RunRecord) -> None:
        write_text(self._model(id).with_suffix(".json"), made.to_json())

    def _move(self, model: Path, folder: Path) -> None:
        os.replace(model, folder / model.name)
        record = model.with_suffix(".json")
        if record.exists():
            os.replace(record, folder / record.name)

    # The whole

    @contextmanager
    def _writing(self) -> Iterator[bool]:
        """The only one who writes here; the value says whether the drive can vouch for that."""
        self._limit()  # a newer version's store is not touched, not even by a lock
        with told(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
            with locked(self.folder / "lock", self._wait_s) as is_alone:
                if not self._about.exists():
                    self._write_about(LIMIT_BYTES)
                yield is_alone

    def _limit(self) -> int:
        """What store.json says, once it is known to be of this version. StoreError otherwise."""
        try:
            about = json.loads(read_text(self._about))
            kind, version, limit = about["format"], about["version"], about["limit"]
        except (FileNotFoundError, NotADirectoryError):
            return LIMIT_BYTES
        except OSError as error:
            raise self._unreadable(error) from error
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            raise self._damaged() from error
        if kind == FORMAT and type(version) is int and version > VERSION:
            template = translatable(
                "errors",
                "The runs in {path} belong to a newer version of Backprop Lab: they are left alone, and no "
                "run is kept there. Use that version, or move the folder elsewhere.",
            )
            raise StoreError(template, path=self.folder)
        if (kind, version) != (FORMAT, VERSION) or {type(version), type(limit)} != {int} or limit < 0:
            raise self._damaged()
        return limit

    def _write_about(self, limit: int) -> None:
        about = {"format": FORMAT, "version": VERSION, "limit": limit}
        write_text(self._about, json.dumps(about, indent=1))

    def _thin(self, spare: str = "") -> tuple[KeptRun, ...]:
        """Delete the oldest runs until the rest is within the limit: none that is pinned, none whose pin
        is not known, and not `spare`. What cannot be deleted stays."""
        found, gone = self.listing(), []
        size = found.size
        for run in reversed(found.runs):
            if size > found.limit and run.has_record and not run.record.pinned and run.id != spare:
                with suppress(OSError):
                    self._model(run.id).unlink()
                    gone.append(run)
                    size -= run.size
                    self._model(run.id).with_suffix(".json").unlink()
        return tuple(gone)

    def _damaged(self) -> StoreError:
        template = translatable(
            "errors",
            "{path} is damaged, and no run is kept there: delete this file. The runs beside it stay.",
        )
        return StoreError(template, path=self._about)

    def _unreadable(self, error: OSError) -> StoreError:
        template = translatable("errors", "The runs in {path} cannot be read ({reason}).")
        return StoreError(template, path=self.folder, reason=error.strerror or error)


def _new_id(when: str) -> str:
    """Later runs come later by name; two of one second differ by chance."""
    return f"{datetime.fromisoformat(when):%Y%m%d-%H%M%S}-{secrets.token_hex(3)}"
