"""Rows about one training step: beside PyTorch, JAX, the matrix products alone, the study notes.

All contenders take turns on one network: A B C D, D C B A, … Each ratio is of two turns of one round. The
processes are made anew a few times, for where their arrays lie in memory makes a difference of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from importlib.util import find_spec

from benchmarks.children import Child
from benchmarks.nets import LIMITED_THREADS, NETS, Net
from benchmarks.rows import Row, Spread, Target

TO_REACH: Mapping[str, tuple[float | None, ...]] = {
    "torch": (0.6, 0.55, 0.75, 0.95),
    "compiled": (None, None, None, None),
    "jax": (1.2, 1.25, 1.1, 1.0),
    "floor": (1.5, 1.75, 1.4, 1.2),
    "notes": (3.5, 3.0, 3.5),
}
AGAINST = {
    "torch": "PyTorch, eager",
    "compiled": "PyTorch, compiled",
    "jax": "JAX, the whole loop compiled",
    "floor": "its matrix products alone",
    "notes": "the study notes' way",
}

LIBRARIES = {"torch": "torch", "compiled": "torch", "jax": "jax"}
"""What an opponent needs that the project does not."""

TRIES = 4
UNDISTURBED = 0.02
"""The share of a turn's time that its threads waited for a core."""

Turns = Mapping[str, Sequence[float]]
"""The seconds for one step, turn by turn, of each contender."""


def contenders() -> tuple[str, ...]:
    """Those that can be measured here, the engine first."""
    return ("engine", *(name for name in AGAINST if name not in LIBRARIES or find_spec(LIBRARIES[name])))


def rows(quick: bool = False) -> list[Row]:
    generations, rounds = (1, 4) if quick else (3, 12)
    taken: dict[Net, dict[str, list[float]]] = {net: {name: [] for name in contenders()} for net in NETS}
    for _ in range(generations):
        with ExitStack() as stack:
            children = {
                name: stack.enter_context(Child("benchmarks.step_child", name, **LIMITED_THREADS))
                for name in contenders()
            }
            for net in NETS:
                # A long turn needs few rounds: it is an average already.
                take_turns(net, children, max(rounds // 4, 2) if net.sizes[1] >= 1000 else rounds, taken[net])
    return rows_of(taken)


def take_turns(
    net: Net,
    children: Mapping[str, Child],
    rounds: int,
    taken: dict[str, list[float]],
    steps: int | None = None,
) -> None:
    """Let every contender take one turn in each round, and add what it took to `taken`."""
    steps = steps or net.steps
    for child in children.values():
        child.ask(f"{net.name} {steps // 2}")  # reads MNIST and warms up
    order = list(children)
    for _ in range(rounds):
        for name in order:
            taken[name].append(_turn(children[name], net, steps))
        order.reverse()


def _turn(child: Child, net: Net, steps: int) -> float:
    """Seconds for one step. A turn that other programs disturbed is taken again, a few times at most."""
    attempts: list[tuple[float, float]] = []
    while len(attempts) < TRIES:
        seconds, waited = map(float, child.ask(f"{net.name} {steps}").split())
        attempts.append((waited / seconds, seconds / steps))
        if waited < UNDISTURBED * seconds:
            break
    return min(attempts)[1]


def rows_of(taken: Mapping[Net, Turns]) -> list[Row]:
    """One row for each opponent and network, by opponent first."""
    return [
        _row(opponent, net, taken[net], limit)
        for opponent, limits in TO_REACH.items()
        for net, limit in zip(taken, limits, strict=False)
        if opponent in taken[net]
    ]


def _row(opponent: str, net: Net, turns: Turns, limit: float | None) -> Row:
    ours, theirs = turns["engine"], turns[opponent]
    faster = opponent == "notes"
    return Row(
        what=f"step of {net.name}, batch {net.batch}, {net.activation}",
        measured=Spread.of(ours, 1e6),
        unit="µs",
        against=AGAINST[opponent],
        reference=Spread.of(theirs, 1e6),
        ratio=Spread.of_ratios(theirs, ours) if faster else Spread.of_ratios(ours, theirs),
        target=Target(limit, at_least=faster) if limit is not None else None,
    )


def missing() -> Iterable[str]:
    for library, title in (("torch", "PyTorch"), ("jax", "JAX")):
        if not find_spec(library):
            yield f"{title} is not importable: its rows are left out."
