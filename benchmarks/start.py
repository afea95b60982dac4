"""The row about starting: from the command to the painted window, beside the smallest window with a plot."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.children import environment
from benchmarks.rows import Row, Spread, Target

ROUNDS, QUICK_ROUNDS = 9, 2


def rows(quick: bool = False) -> list[Row]:
    with TemporaryDirectory() as home:
        for module in ("start_program", "start_bare"):
            seconds_to_paint(module, home)  # compiles what is compiled once
        program, bare = [], []
        for place in range(QUICK_ROUNDS if quick else ROUNDS):
            turns = (("start_program", program), ("start_bare", bare))
            for module, taken in turns[:: 1 if place % 2 == 0 else -1]:
                taken.append(seconds_to_paint(module, home))
    return [
        Row(
            what="command to window painted",
            measured=Spread.of(program),
            unit="s",
            against="a bare window with one empty plot",
            reference=Spread.of(bare),
            ratio=Spread.of_ratios(program, bare),
            target=Target(1.5),
        )
    ]


def environment_in(home: str) -> dict[str, str]:
    """In which settings, logs and compiled modules are kept in the folder `home`."""
    folder = Path(home)
    places = {f"XDG_{kind}_HOME": str(folder / kind.lower()) for kind in ("CONFIG", "DATA", "CACHE", "STATE")}
    surroundings = environment(PYTHONPYCACHEPREFIX=str(folder / "compiled"), **places)
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    return surroundings


def seconds_to_paint(module: str, home: str) -> float:
    """From the start of the process to its line."""
    surroundings = environment_in(home)
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", f"benchmarks.{module}"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=surroundings,
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        seconds = time.perf_counter() - start
        _, complaints = process.communicate()
    if line.strip() != "painted":
        raise RuntimeError(f"{module} ended with {process.returncode} before it painted:\n{complaints}")
    return seconds
