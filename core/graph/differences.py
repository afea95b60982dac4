"""Central differences: what the output really does when one number is moved a little, beside what the chain
rule says. Only forward values are used, never a derivative of the table, so that a wrong one is found out.

A difference has errors of its own: the curve's bending within the step (smaller with a smaller step) and
rounding (larger with a smaller step). A gradient therefore agrees if it agrees with the difference at one of
a few step sizes, within the rounding of that one, where the rounding is small enough to mean something. At
a kink or a jump of the curve no step size agrees; the slopes to the left and to the right then differ, and
the check says so instead of blaming the gradient.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import ArrayLike, NDArray

from core.graph.forward import downstream, output_with
from core.graph.graph import as_value, settle
from core.graph.ops import OPERATIONS, Table
from core.graph.ops.operation import Value
from core.graph.trace import Trace

MAX_COMPARED = 1000
SAMPLES = 50
"""Arrays with more than MAX_COMPARED entries are compared at SAMPLES of them, unless all are asked for."""

STEP = float(np.finfo(np.float64).eps ** (1 / 3))
"""6.1e−6, times max(1, |x|): where both errors of a smooth function are about equal."""

TOLERANCE = 1e-6
"""A share of the larger of the two; and FLOOR, below which a difference of numbers around 1 sees nothing."""

FLOOR = 1e-10
_ROUNDING = 8 * float(np.finfo(np.float64).eps)


class Verdict(Enum):
    AGREES = "agrees"
    DIFFERS = "differs"
    KINK = "kink"
    """The function has a kink or a jump here, and no derivative."""
    UNDEFINED = "undefined"
    """The gradient or the difference is not finite."""


@dataclass(frozen=True, slots=True, eq=False)
class Check:
    """The gradient of one node compared with central differences.

    numerical: in the node's shape, nan where no difference was taken; compared: the flat positions where one
    was. difference: the largest |gradient − numerical| among them, and `worst` its flat position.
    """

    node: str
    gradient: Value
    numerical: Value
    compared: NDArray[np.intp]
    difference: float
    worst: int
    verdict: Verdict

    @property
    def is_sample(self) -> bool:
        return self.compared.size < self.gradient.size


@dataclass(frozen=True, slots=True)
class Nudge:
    """What moving an input by h does to the output: the gradient's prediction, and the truth."""

    predicted: np.float64
    real: np.float64


@dataclass(frozen=True, slots=True)
class _Slopes:
    """The slopes to both sides of an entry, and how much of them may be rounding."""

    left: float
    right: float
    rounding: float

    @property
    def central(self) -> float:
        return (self.left + self.right) / 2

    def agrees(self, gradient: float) -> bool:
        allowed = TOLERANCE * max(abs(gradient), abs(self.central)) + self.rounding + FLOOR
        return abs(gradient - self.central) <= allowed

    def is_sharp(self, gradient: float, around: float = 0.0) -> bool:
        """Whether rounding is so small beside the slope, or the slopes `around`, that agreeing means
        something by itself."""
        return self.rounding <= 1e-4 * max(abs(gradient), abs(self.central), around) + 100 * FLOOR

    @property
    def steepest(self) -> float:
        return max(abs(self.left), abs(self.right))

    @property
    def jump(self) -> float:
        return abs(self.right - self.left)


class _Probe:
    """One node of a trace, whose entries can be moved one at a time."""

    def __init__(self, trace: Trace, node_id: str, table: Table) -> None:
        self._trace = trace
        self._graph = trace.graph
        self._table = table
        self._start = trace.graph.index[node_id]
        self._path = downstream(trace.graph, self._start)
        self._values = list(trace.values.values())
        self._value = trace.values[node_id]
        self._scale = float(np.sum(np.abs(trace.output_array * trace.seed)))

    def change(self, entry: int, amount: float) -> tuple[float, float]:
        """How the output (each entry times `seed`) changes when one entry does, and by how much that did."""
        value = self._value
        moved: Value
        if isinstance(value, np.float64):
            moved = value + amount
            really = float(moved - value)
        else:
            array = value.copy()
            array.flat[entry] += amount
            really = float(array.flat[entry] - value.flat[entry])
            moved = settle(array)
        output = output_with(self._graph, self._values, self._start, moved, self._path, self._table)
        return float(np.sum((output - self._trace.output_array) * self._trace.seed)), really

    def slopes(self, entry: int, h: float) -> _Slopes:
        with np.errstate(all="ignore"):
            up, up_by = self.change(entry, h)
            down, down_by = self.change(entry, -h)
            scale = self._scale + abs(up) + abs(down)
            return _Slopes(
                left=float(np.float64(down) / down_by),
                right=float(np.float64(up) / up_by),
                rounding=_ROUNDING * (len(self._path) ** 0.5) * scale / h,
            )


def check_node(
    trace: Trace,
    node_id: str,
    table: Table = OPERATIONS,
    everything: bool = False,
    seed: int = 0,
) -> Check:
    """Compare the gradient of one node, input or not, with central differences.

    everything: compare all entries of an array, however many; otherwise a sample drawn with `seed`.
    """
    gradient = trace.gradient(node_id)
    size = gradient.size
    if everything or size <= MAX_COMPARED:
        compared = np.arange(size)
    else:
        compared = np.sort(np.random.default_rng(seed).choice(size, SAMPLES, replace=False))
    probe = _Probe(trace, node_id, table)
    given = np.ravel(gradient)
    places = np.ravel(trace.values[node_id])
    numerical = np.full(size, np.nan)
    verdicts = []
    for entry in compared:
        numerical[entry], verdict = _compare(probe, int(entry), float(given[entry]), float(places[entry]))
        verdicts.append(verdict)
    with np.errstate(all="ignore"):
        errors = np.abs(given[compared] - numerical[compared])
    # Where one side is not finite their difference is not the measure of anything.
    errors = np.where(np.isfinite(errors), errors, np.inf)
    worst = int(np.argmax(errors))
    return Check(
        node=node_id,
        gradient=gradient,
        numerical=settle(numerical.reshape(gradient.shape)),
        compared=compared,
        difference=float(errors[worst]),
        worst=int(compared[worst]),
        verdict=_worst_of(verdicts),
    )


def checks(trace: Trace, nodes: Sequence[str], table: Table = OPERATIONS) -> Iterator[Check]:
    """The checks of several nodes, one at a time, so that a screen can show each as it comes."""
    for node_id in nodes:
        yield check_node(trace, node_id, table)


def check_inputs(trace: Trace, table: Table = OPERATIONS, seed: int = 0) -> dict[str, Check]:
    """The check of every input; of more than MAX_COMPARED inputs, SAMPLES of them."""
    names = [node.id for node in trace.graph.inputs]
    if len(names) > MAX_COMPARED:
        chosen = np.random.default_rng(seed).choice(len(names), SAMPLES, replace=False)
        names = [names[i] for i in np.sort(chosen)]
    return {check.node: check for check in checks(trace, names, table)}


def nudge(trace: Trace, node_id: str, h: ArrayLike, table: Table = OPERATIONS) -> Nudge:
    """Move a node's value by `h` (one number for all entries, or an array of its shape)."""
    value = trace.values[node_id]
    by = np.broadcast_to(as_value(h), value.shape)
    start = trace.graph.index[node_id]
    path = downstream(trace.graph, start)
    with np.errstate(all="ignore"):
        moved = settle(value + by)
        output = output_with(trace.graph, list(trace.values.values()), start, moved, path, table)
        predicted = np.float64(np.sum(trace.gradient(node_id) * by))
        real = np.float64(np.sum((output - trace.output_array) * trace.seed))
    return Nudge(predicted, real)


def _compare(probe: _Probe, entry: int, gradient: float, x: float) -> tuple[float, Verdict]:
    """The central difference for one entry, and what it says of the gradient."""
    usual = STEP * max(1.0, abs(x))
    first = probe.slopes(entry, usual)
    agreed = 0
    # Larger steps drown rounding: where no step is sharp, the gradient must agree with all three.
    for factor in (1, 10, 100):
        slopes = first if factor == 1 else probe.slopes(entry, usual * factor)
        if slopes.agrees(gradient):
            agreed += 1
            if agreed == 3 or slopes.is_sharp(gradient):
                return slopes.central, Verdict.AGREES
    # Smaller steps stay clear of kinks, of sharp bends, and of the edge of a domain, where nothing sharper
    # can be had.
    at_edge = not np.isfinite(first.central)
    around = 0.0 if at_edge else first.steepest
    closest = 0.0 if at_edge else usual / 1_000_000  # where the slope itself bends at 0, as that of x·|x|
    for h in (usual / 10, usual / 100, usual / 10_000, STEP * abs(x), closest):
        if h > 0:
            slopes = probe.slopes(entry, h)
            if slopes.agrees(gradient) and (at_edge or slopes.is_sharp(gradient, around)):
                return slopes.central, Verdict.AGREES
    if not np.isfinite(first.central) or not np.isfinite(gradient):
        return first.central, Verdict.UNDEFINED
    return first.central, Verdict.KINK if _is_kink(probe, entry, gradient, usual, first) else Verdict.DIFFERS


def _is_kink(probe: _Probe, entry: int, gradient: float, h: float, slopes: _Slopes) -> bool:
    """Whether the two sides differ, and go on differing when the step shrinks: a bend would straighten."""
    closer = probe.slopes(entry, h / 10)
    if not np.isfinite(closer.central):
        return True
    notable = 1e-3 * slopes.steepest + 100 * closer.rounding
    stays = closer.jump > 0.5 * slopes.jump > 0.5 * notable
    return stays and abs(gradient - slopes.central) <= slopes.jump


def _worst_of(verdicts: Sequence[Verdict]) -> Verdict:
    for verdict in (Verdict.DIFFERS, Verdict.UNDEFINED, Verdict.KINK):
        if verdict in verdicts:
            return verdict
    return Verdict.AGREES
