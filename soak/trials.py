"""Openings by the thousand: each ends within a second and 500 MB, opened or refused with a sentence, and does
nothing else: it unpickles nothing, starts no process, and writes and removes nothing outside its place.
"""

from __future__ import annotations

import faulthandler
import os
import random
import sys
import tempfile
import time
import traceback
import warnings
from collections import Counter
from pathlib import Path
from typing import Any

from core.errors import LabError
from soak.memory import most_resident_mb
from soak.openings import OPENINGS

LONGEST_S = 1.0
MOST_MB = 500.0
HANGS_AFTER_S = 120
FORBIDDEN = (
    *("pickle.find_class", "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork"),
    *("socket.connect", "ctypes.dlopen", "code.__new__"),
)
CHANGING = ("open", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.link", "os.symlink", "os.truncate")


class Place:
    """Hears what Python is about to do, while `is_watched`; `seen` has what does not belong to an opening."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder.resolve())
        self.is_watched = False
        self.seen: list[str] = []
        sys.addaudithook(self._hear)

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self.is_watched:
            return
        if event in FORBIDDEN or (event in CHANGING and not self._is_allowed(event, arguments)):
            self.seen.append(f"{event} {arguments!r:.200}")

    def _is_allowed(self, event: str, arguments: tuple[Any, ...]) -> bool:
        if event == "open":
            path, mode, flags = arguments
            writes = flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT) if isinstance(flags, int) else 0
            if not writes and not set(str(mode or "r")) & set("wax+"):
                return True
            if isinstance(path, int):
                return True  # of a file that was opened before, and heard then
            return self._is_inside(path)
        return all(self._is_inside(path) for path in arguments if isinstance(path, str | bytes | os.PathLike))

    def _is_inside(self, path: Any) -> bool:
        return os.path.realpath(os.fsdecode(path)).startswith(self._folder + os.sep)


def run(kind: str, seed: int, trials: int) -> int:
    """So many trials, each of which can be made again by its number; how many of them went wrong."""
    sys.dont_write_bytecode = True  # Python's own files are written at an import, and are not the program's
    warnings.simplefilter("error")
    faulthandler.enable()
    ends: Counter[str] = Counter()
    longest, faults = 0.0, 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "place"
        folder.mkdir()
        once = OPENINGS[kind](folder)
        place = Place(folder)
        started_with = most_resident_mb()
        for number in range(1, trials + 1):
            faulthandler.dump_traceback_later(HANGS_AFTER_S, exit=True)
            began = time.process_time()
            wrong = ""
            place.is_watched = True
            try:
                once(random.Random(f"{kind} {seed} {number}"))
                ends["opened"] += 1
            except LabError as error:
                ends["refused"] += 1
                wrong = "" if str(error).strip() else "a refusal without words"
            except BaseException as error:
                ends["failed"] += 1
                wrong = "".join(traceback.format_exception(error)).rstrip()
                if isinstance(error, KeyboardInterrupt):
                    raise
            finally:
                place.is_watched = False
            took = time.process_time() - began
            longest = max(longest, took)
            if took > LONGEST_S:
                wrong = f"{wrong}\nit took {took:.1f} s of the processor".strip()
            grown = (most_resident_mb() or 0.0) - (started_with or 0.0)
            if grown > MOST_MB:
                wrong = f"{wrong}\nmemory grew by {grown:.0f} MB".strip()
                started_with = most_resident_mb()
            if place.seen or (Path(scratch) / "place" / "sprung").exists():
                wrong = f"{wrong}\n{', '.join(place.seen)}".strip()
                place.seen.clear()
            if wrong:
                faults += 1
                print(f"{kind}, seed {seed}, trial {number}: {wrong}\n", flush=True)
        faulthandler.cancel_dump_traceback_later()
    told = ", ".join(f"{ends[end]} {end}" for end in ("opened", "refused", "failed"))
    grown = (most_resident_mb() or 0.0) - (started_with or 0.0)
    print(f"{kind}: {trials} trials, {told}; longest {longest:.2f} s of the processor")
    print(f"memory grew by {grown:.0f} MB at most; findings: {faults}")
    return faults
