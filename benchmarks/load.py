"""Rows about a machine that others use, too: how fast the program trains beside busy programs, and how long a
whole run takes as a person sees it."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack

from adapters.processors import granted_processors
from benchmarks.busy import busy_programs
from benchmarks.children import ROOT, Child, environment
from benchmarks.nets import AS_THE_PROGRAM
from benchmarks.rows import Row, Spread, Target
from core.training.presets import DEFAULT_PRESET
from core.training.threads import choices

ROUNDS, QUICK_ROUNDS = 5, 1
TURN_S, QUICK_TURN_S = 3.0, 0.5
BACK_S = 2.0
RUNS, QUICK_RUNS = 3, 1
QUICK_LENGTH = ("--iterations", "300")
FREE, BUSY = 0.95, 0.9

Rates = Mapping[str, Sequence[float]]
"""Images a second of each contender, round by round: `auto`, and the numbers of threads."""


def rows(quick: bool = False) -> list[Row]:
    rounds, turn = (QUICK_ROUNDS, QUICK_TURN_S) if quick else (ROUNDS, TURN_S)
    most = granted_processors()
    found = []
    with ExitStack() as stack:
        children = {
            name: stack.enter_context(Child("benchmarks.load_child", name, **AS_THE_PROGRAM))
            for name in ("auto", *map(str, choices(most)))
        }
        for child in children.values():
            child.ask("rate 0.1")  # reads MNIST and warms up
        for load in sorted({0, 1, most}):
            rates = _beside(load, children, rounds, turn)
            found.append(
                row_of(
                    rates,
                    f"beside {load} busy programs" if load != 1 else "beside 1 busy program",
                    FREE if load == 0 else BUSY,
                )
            )
        when = f"{BACK_S:g} s after {most} busy programs have ended"
        found.append(row_of(_after(most, children, rounds, turn), when, FREE))
    return [*found, _whole_run(quick)]


def _beside(load: int, children: Mapping[str, Child], rounds: int, turn: float) -> Rates:
    """A B C, C B A, …, each beside so many busy programs."""
    rates: dict[str, list[float]] = {name: [] for name in children}
    order = list(children)
    for _ in range(rounds):
        for name in order:
            with busy_programs(load):
                rates[name].append(children[name].ask_for(f"rate {turn}")["rate"])
        order.reverse()
    return rates


def _after(load: int, children: Mapping[str, Child], rounds: int, turn: float) -> Rates:
    """The program's choice has got used to busy programs when they end; some seconds later it is measured."""
    rates: dict[str, list[float]] = {name: [] for name in children}
    for _ in range(rounds):
        with busy_programs(load):
            children["auto"].ask(f"rate {turn}")
        children["auto"].ask(f"rate {BACK_S}")
        for name, child in children.items():
            rates[name].append(child.ask_for(f"rate {turn}")["rate"])
    return rates


def row_of(rates: Rates, when: str, limit: float) -> Row:
    """The program's own choice beside the fixed number that was the fastest by its median."""
    fixed = {name: taken for name, taken in rates.items() if name != "auto"}
    best = max(fixed, key=lambda name: statistics.median(fixed[name]))
    return Row(
        what=f"training {when}",
        measured=Spread.of(rates["auto"]),
        unit="images/s",
        against=f"the best fixed number of threads, {best}",
        reference=Spread.of(fixed[best]),
        ratio=Spread.of_ratios(rates["auto"], fixed[best]),
        target=Target(limit, at_least=True),
    )


def _whole_run(quick: bool) -> Row:
    """The command as a person types it, from Enter to its end line."""
    command = [sys.executable, str(ROOT / "main.py"), "train", "--preset", DEFAULT_PRESET, "--json"]
    command += QUICK_LENGTH if quick else ()
    seconds, shares = [], []
    for _ in range(QUICK_RUNS if quick else RUNS):
        start = time.perf_counter()
        done = subprocess.run(
            command, env=environment(**AS_THE_PROGRAM), capture_output=True, text=True, check=True
        )
        seconds.append(time.perf_counter() - start)
        shares.append(json.loads(done.stdout.splitlines()[-1])["evaluation_share"])
    return Row(
        what=f"a whole run of {DEFAULT_PRESET}, from command to end line",
        measured=Spread.of(seconds),
        unit="s",
        note=f"evaluations took {statistics.median(shares):.2f} of the training's time",
    )
