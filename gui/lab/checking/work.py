"""What a person sets on the screen of the gradient check, and the jobs that follow from it."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass

import numpy as np

from core.data import DataSet
from core.experiments.checking import (
    Batch,
    Race,
    Report,
    SweepPoint,
    book_network,
    entries_of,
    racing,
    reporting,
    spread_entries,
    sweeping,
    with_delta,
)
from core.experiments.examples import batch_of
from core.experiments.faults import FAULTS
from core.experiments.published import Published
from core.nn.network import Network
from gui.lab.state import SEED, Bounds, Limits

VIEWS = ("check", "bug", "cost")
LIMITS: Limits = {
    "view": VIEWS,
    "subject": ("book", "table"),
    "images": Bounds(1, 20, whole=True),
    "h": Bounds(1e-12, 0.1, log=True),
    "puzzle": Bounds(1, 9_999, whole=True),
    "seed": SEED,
}


@dataclass(frozen=True, slots=True)
class CheckState:
    """`view` is the page in front, `puzzle` the number of the mistake to be found. The rest is of the
    check."""

    view: str = "check"
    subject: str = "book"
    images: int = 3
    h: float = 1e-4
    float32: bool = False
    delta: bool = False
    every: bool = False
    puzzle: int = 1
    seed: int = 0


def fault_of(number_: int, seed: int) -> str:
    """The mistake of a puzzle: all of them come in turn, in an order that the seed decides."""
    words = list(FAULTS)
    turn, place = divmod(number_ - 1, len(words))
    return words[int(np.random.default_rng((seed, turn)).permutation(len(words))[place])]


def check(
    state: CheckState, make: Callable[[], Network], data: DataSet | None
) -> Generator[tuple[int, int], None, tuple[Batch, Report, tuple[SweepPoint, ...]]]:
    """The check of the network that `make` gives, and how its error depends on h."""
    batch = batch_of(make(), data, state.images, state.seed)
    if state.delta:
        batch = with_delta(batch)
    dtype = np.float32 if state.float32 else np.float64
    entries = entries_of(batch, state.seed, every=state.every)
    report = yield from reporting(batch, state.h, dtype, entries)
    points = yield from sweeping(batch, state.seed)
    return batch, report, points


def race(
    state: CheckState, make: Callable[[], Network], data: DataSet | None
) -> Generator[tuple[int, int], None, tuple[Batch, Race]]:
    """What both ways to the gradient of the network that `make` gives cost."""
    batch = batch_of(make(), data, state.images, state.seed)
    raced = yield from racing(batch)
    return batch, raced


def book_figures(
    cases: tuple[Published, ...], data: DataSet
) -> Generator[tuple[int, int], None, tuple[float, ...]]:
    """The mean difference of each published case, of the network of seed 0; a check serves all its arrays."""
    found: dict[tuple[bool, bool, str], Report] = {}
    figures = []
    for case in cases:
        delta, float32 = bool(case.given.get("delta")), bool(case.given.get("float32"))
        fault = str(case.given.get("fault", ""))
        if (delta, float32, fault) not in found:
            batch = batch_of(book_network(0), data, 3, 0)
            if fault:
                FAULTS[fault].plant(batch.network)
            batch = with_delta(batch) if delta else batch
            dtype = np.float32 if float32 else np.float64
            entries = spread_entries(batch.network)
            found[delta, float32, fault] = yield from reporting(batch, 1e-4, dtype, entries)
        checks = {check.name: check for check in found[delta, float32, fault].checks}
        figures.append(checks[case.given["array"]].mean_difference)
    return tuple(figures)
