"""Rows about the window while it trains: what it costs the training, whether it stays quick, and how much
memory both take."""

from __future__ import annotations

import statistics
from typing import Any

from benchmarks.children import Child
from benchmarks.nets import LIMITED_THREADS
from benchmarks.rows import Row, Spread, Target, number
from gui.recovery.autosave import EVERY_S

ROUNDS, QUICK_ROUNDS = 6, 2
TURN_S, QUICK_TURN_S = 3.0, 1.0
LATENESS_S, QUICK_LATENESS_S = 5.0, 2.0
REDRAWS = 4.0  # a second, of each plot
KEPT_EVERY_S = 1.0


def rows(quick: bool = False) -> list[Row]:
    rounds, turn, lateness = (
        (QUICK_ROUNDS, QUICK_TURN_S, QUICK_LATENESS_S) if quick else (ROUNDS, TURN_S, LATENESS_S)
    )
    with (
        Child("benchmarks.window_child", **LIMITED_THREADS) as window,
        Child("benchmarks.session_child", **LIMITED_THREADS) as session,
    ):
        late = [window.ask_for(f"lateness {lateness}")["lateness"] for _ in range(max(rounds // 2, 1))]
        shown: list[dict[str, Any]] = []
        alone: list[dict[str, Any]] = []
        for place in range(rounds):
            for child, taken in ((window, shown), (session, alone))[:: 1 if place % 2 == 0 else -1]:
                taken.append(child.ask_for(f"rate {turn}"))
        kept = _kept(window, rounds, turn)
        peak = window.ask_for("memory")["peak"]
    found = [_throughput(shown, alone), kept, *_lateness(late)]
    if peak is not None:
        found.append(
            Row(
                "resident memory while training in the window, at most",
                Spread.of([peak]),
                "MB",
                target=Target(350),
            )
        )
    return found


def _throughput(shown: list[dict[str, Any]], alone: list[dict[str, Any]]) -> Row:
    in_window, without = [turn["rate"] for turn in shown], [turn["rate"] for turn in alone]
    redraws = [statistics.median(plot) for plot in zip(*(turn["redraws"] for turn in shown), strict=True)]
    each = ", ".join(number(rate) for rate in redraws)
    enough = (
        "" if min(redraws) >= REDRAWS else f": less often than {REDRAWS:g} times, which is not a fair run"
    )
    return Row(
        what="training in the window, four live plots",
        measured=Spread.of(in_window),
        unit="iterations/s",
        against="the same without a window",
        reference=Spread.of(without),
        ratio=Spread.of_ratios(in_window, without),
        target=Target(0.95, at_least=True),
        note=f"the plots were painted {each} times a second{enough}; evaluations are part of the time",
    )


def _kept(window: Child, rounds: int, turn: float) -> Row:
    """Written for recovery far more often than the program does it, so that its cost can be seen at all."""
    rates: dict[float, list[float]] = {KEPT_EVERY_S: [], 0.0: []}
    for place in range(rounds):
        for every in (KEPT_EVERY_S, 0.0)[:: 1 if place % 2 == 0 else -1]:
            window.ask_for(f"keep {every}")
            rates[every].append(window.ask_for(f"rate {turn}")["rate"])
    window.ask_for(f"keep {EVERY_S}")
    with_it, without = rates[KEPT_EVERY_S], rates[0.0]
    times = EVERY_S / KEPT_EVERY_S
    return Row(
        what=f"training in the window, an autosave every {KEPT_EVERY_S:g} s",
        measured=Spread.of(with_it),
        unit="iterations/s",
        against="the same without",
        reference=Spread.of(without),
        ratio=Spread.of_ratios(with_it, without),
        target=Target(1 - 0.01 * times, at_least=True),
        note=f"the program writes every {EVERY_S:g} s at most: 1 % of the throughput is {times:g} % here",
    )


def _lateness(late: list[list[float]]) -> list[Row]:
    """One turn is one measurement; what a person does in it is in `window_child`."""
    what = "event loop while training and used, lateness of a 4 ms timer"
    percentiles = [statistics.quantiles(turn, n=100, method="inclusive")[-1] for turn in late]
    worst = max(map(max, late))
    return [
        Row(f"{what}: 99th percentile", Spread.of(percentiles), "ms", target=Target(8)),
        Row(f"{what}: worst", Spread.of([worst]), "ms", target=Target(16)),
    ]
