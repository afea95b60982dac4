"""Rows about the Data workspace: scrolling, filtering, asking and drawing, at rest, while a training runs,
and while one runs beside a busy program; and what following a training costs it."""

from __future__ import annotations

import statistics
from collections.abc import Mapping
from dataclasses import dataclass

from benchmarks.busy import busy_programs
from benchmarks.children import Child
from benchmarks.nets import AS_THE_PROGRAM
from benchmarks.rows import Row, Spread, Target

ROUNDS, QUICK_ROUNDS = 5, 1
STROKES, QUICK_STROKES = 20, 3
TURNS, QUICK_TURNS = 6, 2
TURN_S, QUICK_TURN_S = 8.0, 2.0


@dataclass(frozen=True, slots=True)
class _Measure:
    """`ask`: what the child is told, `{rounds}` or `{strokes}` times over. One round is one measurement: its
    99th percentile where `is_tail`, otherwise each of its times."""

    what: str
    ask: str
    limit_ms: float
    is_tail: bool = False


MEASURES = (
    _Measure(
        "page of 200 new images, scrolling through 60,000: 99th percentile",
        "scroll {rounds}",
        16,
        is_tail=True,
    ),
    _Measure("filter and sort over 70,000 images, and show the first", "filter {rounds}", 50),
    _Measure("predictions of all 70,000 images, two-layer", "predict {rounds}", 500),
    _Measure(
        "pen stroke to its prediction on the screen: 99th percentile", "draw {strokes}", 16, is_tail=True
    ),
)


@dataclass(frozen=True, slots=True)
class _Situation:
    """`words` follow what is measured; every limit may be reached `times` over."""

    words: str
    trains: bool
    busy: int = 0
    times: float = 1.0


SITUATIONS = (
    _Situation("", trains=False),
    _Situation(", while training", trains=True),
    _Situation(", while training beside 1 busy program", trains=True, busy=1, times=2.0),
)


def rows(quick: bool = False) -> list[Row]:
    rounds, strokes, turns, turn = (
        (QUICK_ROUNDS, QUICK_STROKES, QUICK_TURNS, QUICK_TURN_S)
        if quick
        else (ROUNDS, STROKES, TURNS, TURN_S)
    )
    found: list[Row] = []
    with Child("benchmarks.data_child", **AS_THE_PROGRAM) as child:
        for situation in SITUATIONS:
            with busy_programs(situation.busy):
                child.ask_for("rest")
                if situation.trains:
                    child.ask_for("train")
                for measure in MEASURES:
                    said = child.ask_for(measure.ask.format(rounds=rounds, strokes=strokes))
                    found.append(row_of(measure, said["ms"], situation, said.get("note", "")))
        child.ask_for("rest")
        child.ask_for("train")
        rates: dict[str, list[float]] = {"open": [], "closed": []}
        for place in range(turns):
            for name in ("open", "closed")[:: 1 if place % 2 == 0 else -1]:
                rates[name].append(child.ask_for(f"rate {name} {turn}")["rate"])
    return [*found, throughput(rates)]


def row_of(measure: _Measure, rounds_ms: list[list[float]], situation: _Situation, note: str) -> Row:
    """rounds_ms: the times of each round."""
    if measure.is_tail:
        times = [statistics.quantiles(each, n=100, method="inclusive")[-1] for each in rounds_ms]
    else:
        times = [time for each in rounds_ms for time in each]
    target = Target(measure.limit_ms * situation.times)
    return Row(measure.what + situation.words, Spread.of(times), "ms", target=target, note=note)


def throughput(rates: Mapping[str, list[float]]) -> Row:
    followed, alone = rates["open"], rates["closed"]
    return Row(
        what="training followed by the Data workspace",
        measured=Spread.of(followed),
        unit="iterations/s",
        against="the same with the workspace closed",
        reference=Spread.of(alone),
        ratio=Spread.of_ratios(followed, alone),
        target=Target(0.9, at_least=True),
        note="closed: another workspace, in which nothing moves, is on the screen of the same window",
    )
