"""The rows about the executable: its size, and its start beside that of `python main.py`.

Both programs are measured as they are (`tools.first_paint`).
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.children import ROOT
from benchmarks.rows import Row, Spread, Target
from benchmarks.start import environment_in
from tools import first_paint
from tools.build import ARCHIVE_LIMIT, FOLDER_LIMIT, built_archive, built_folder, program_in, size

ROUNDS, QUICK_ROUNDS = 9, 2
NOT_BUILT = "not built: run dev.py build"


def rows(quick: bool = False) -> list[Row]:
    """Of what `dev.py build` has left in `dist`; where there is nothing, they say so."""
    folder = built_folder()
    return [
        _size_row("archive of the executable", built_archive(), ARCHIVE_LIMIT),
        _size_row("folder of the executable, unpacked", folder, FOLDER_LIMIT),
        _start_row(program_in(folder), QUICK_ROUNDS if quick else ROUNDS),
    ]


def _size_row(what: str, path: Path, limit: float) -> Row:
    measured = Spread.of([size(path) / 1e6]) if path.exists() else NOT_BUILT
    return Row(what, measured, "MB", target=Target(limit / 1e6))


def _start_row(program: Path, rounds: int) -> Row:
    what, target = "command to window painted, executable", Target(1.2)
    if not program.exists():
        return Row(what, NOT_BUILT, "s", target=target)
    built: list[float] = []
    run: list[float] = []
    turns = (([str(program)], built), ([sys.executable, str(ROOT / "main.py")], run))
    with TemporaryDirectory() as home:
        for command, _ in turns:
            seconds_to_paint(command, home)  # compiles what is compiled once
        for place in range(rounds):
            for command, taken in turns[:: 1 if place % 2 == 0 else -1]:
                taken.append(seconds_to_paint(command, home))
    return Row(
        what=what,
        measured=Spread.of(built),
        unit="s",
        against="python main.py",
        reference=Spread.of(run),
        ratio=Spread.of_ratios(built, run),
        target=target,
        note="the sources have changed since it was built" if _is_outdated(program) else "",
    )


def _is_outdated(program: Path) -> bool:
    built = program.stat().st_mtime
    modules = (path for package in ("core", "cli", "gui") for path in (ROOT / package).rglob("*.py"))
    return any(path.stat().st_mtime > built for path in modules)


def seconds_to_paint(command: list[str], home: str) -> float:
    """From the start of a program until its first window is on the screen. Then it is ended."""
    surroundings = environment_in(home) | first_paint.ENVIRONMENT
    start = time.perf_counter()
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, errors="replace", env=surroundings
    ) as process:
        assert process.stderr is not None
        has_opened, said = first_paint.wait_for_paint(process.stderr)
        seconds = time.perf_counter() - start
        process.terminate()
        process.stderr.read()
    if not has_opened:
        raise RuntimeError(f"{command} ended before its window was painted:\n{''.join(said)}")
    return seconds
