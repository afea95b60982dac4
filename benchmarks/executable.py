"""The rows about the executable: its size, and its start beside that of `python main.py`."""

from __future__ import annotations

from pathlib import Path

from benchmarks.children import ROOT
from benchmarks.rows import Row, Spread, Target
from benchmarks.start import PROGRAM, in_turns
from tools.build import ARCHIVE_LIMIT, FOLDER_LIMIT, built_archive, built_folder, program_in, size

NOT_BUILT = "not built: run dev.py build"


def rows(quick: bool = False) -> list[Row]:
    """Rows about what `dev.py build` has left in `dist`; where there is nothing, they say so."""
    folder = built_folder()
    return [
        _size_row("archive of the executable", built_archive(), ARCHIVE_LIMIT),
        _size_row("folder of the executable, unpacked", folder, FOLDER_LIMIT),
        _start_row(program_in(folder), quick),
    ]


def _size_row(what: str, path: Path, limit: float) -> Row:
    measured = Spread.of([size(path) / 1e6]) if path.exists() else NOT_BUILT
    return Row(what, measured, "MB", target=Target(limit / 1e6))


def _start_row(program: Path, quick: bool) -> Row:
    what, target = "command to window painted, executable", Target(1.2)
    if not program.exists():
        return Row(what, NOT_BUILT, "s", target=target)
    built, run = in_turns([str(program)], PROGRAM, quick)
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
    modules = (
        path for package in ("core", "adapters", "cli", "gui") for path in (ROOT / package).rglob("*.py")
    )
    return any(path.stat().st_mtime > built for path in modules)
