"""The row about starting: from the command to the painted window, beside the smallest window with a plot.

Nothing is built into what is measured: see `tools.first_paint`.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.children import ROOT, environment
from benchmarks.rows import Row, Spread, Target
from tools import first_paint

PROGRAM = (sys.executable, str(ROOT / "main.py"))
BARE = (sys.executable, "-m", "benchmarks.start_bare")
ROUNDS, QUICK_ROUNDS = 9, 2


def rows(quick: bool = False) -> list[Row]:
    program, bare = in_turns(PROGRAM, BARE, quick)
    return [
        Row(
            what="command to window painted",
            measured=Spread.of(program),
            unit="s",
            against="a bare window with one empty plot",
            reference=Spread.of(bare),
            ratio=Spread.of_ratios(program, bare),
            target=Target(1.3),
        )
    ]


def in_turns(one: Sequence[str], other: Sequence[str], quick: bool) -> tuple[list[float], list[float]]:
    """How long each of two programs takes to its window, time after time."""
    times: tuple[list[float], list[float]] = ([], [])
    turns = list(zip((one, other), times, strict=True))
    with TemporaryDirectory() as home:
        for command, _ in turns:
            seconds_to_paint(command, home)  # compiles what is compiled once
        for _ in range(QUICK_ROUNDS if quick else ROUNDS):
            for command, taken in turns:
                taken.append(seconds_to_paint(command, home))
            turns.reverse()
    return times


def environment_in(home: str) -> dict[str, str]:
    """An environment that keeps settings, logs and compiled modules in the folder `home`."""
    folder = Path(home)
    places = {f"XDG_{kind}_HOME": str(folder / kind.lower()) for kind in ("CONFIG", "DATA", "CACHE", "STATE")}
    surroundings = environment(PYTHONPYCACHEPREFIX=str(folder / "compiled"), **places)
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    return surroundings


def seconds_to_paint(command: Sequence[str], home: str) -> float:
    """The time from the start of a program until its first window is on the screen. Then it is ended."""
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
