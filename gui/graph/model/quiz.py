"""The quiz: which number is asked for next, whether an answer is right, and what a wrong one forgot.

A wrong answer is held against the numbers that come of the usual slips: a sum in place of a product, the
factor itself in place of the other one, the upstream gradient left out. Pure functions; the state, which
question it is and whether the quiz is on, is the model's.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from core.errors import LabError, translatable
from core.graph.expression import parse
from core.graph.ops.operation import Value
from core.graph.trace import BackwardStep, ForwardStep, Step, Trace, trace_graph
from gui.language.texts import translate

TOLERANCE = 0.005
"""The share of the right number that an answer may be off: three digits by head are enough."""

LONGEST = 60  # characters of an answer that is worked out

_HINTS = {
    "sum": translatable("GraphQuiz", "That is the sum of the two; this node does something else with them."),
    "product": translatable("GraphQuiz", "That is the product of the two; this node does something else."),
    "difference": translatable("GraphQuiz", "That is a difference; look at the sign in the node."),
    "turned": translatable("GraphQuiz", "The operands are the other way round: their order counts here."),
    "quotient": translatable("GraphQuiz", "That is a quotient; look at the sign in the node."),
    "sign": translatable("GraphQuiz", "The size is right, the sign is not."),
    "operand": translatable("GraphQuiz", "That is an operand itself: the node has still to work on it."),
    "no local": translatable(
        "GraphQuiz", "That is the upstream gradient alone: the local derivative was left out."
    ),
    "no upstream": translatable(
        "GraphQuiz", "That is the local derivative alone: the upstream gradient was left out."
    ),
    "added": translatable(
        "GraphQuiz", "That is upstream plus local: the chain rule multiplies the two, it does not add them."
    ),
    "divided": translatable(
        "GraphQuiz", "That is upstream divided by local: the chain rule multiplies them."
    ),
    "own value": translatable(
        "GraphQuiz",
        "The upstream factor is right, the local one is not: that is the operand's own value in place of "
        "the local derivative.",
    ),
    "own value alone": translatable("GraphQuiz", "That is the operand's value, not its gradient."),
    "result": translatable("GraphQuiz", "That takes the node's value for the local derivative."),
    "other": translatable("GraphQuiz", "That is what the other operand receives."),
    "total": translatable(
        "GraphQuiz",
        "That is the sum of what has arrived so far; the question is only what this wire carries back.",
    ),
}
_FORWARD_WRONG = translatable("GraphQuiz", "Not yet: look at the rule above and put its numbers in.")
_BACKWARD_WRONG = translatable(
    "GraphQuiz", "Not yet: take the upstream gradient, {upstream}, times the local derivative of this wire."
)
NO_NUMBER = translatable(
    "GraphQuiz", "“{text}” is not a number: write one with a decimal point, or a calculation of numbers."
)


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """One number of the next step. `share`: which contribution of a backward step; `entry`: the flat place
    in an array, None for a number."""

    position: int
    node: str
    is_gradient: bool
    answer: float
    share: int
    entry: int | None
    shape: tuple[int, ...]

    @property
    def index(self) -> tuple[int, ...]:
        return () if self.entry is None else tuple(int(i) for i in np.unravel_index(self.entry, self.shape))


@dataclass(frozen=True, slots=True)
class Judgement:
    is_right: bool
    hint: str = ""


def question(trace: Trace, position: int, share: int = 0) -> Question | None:
    """What is asked at this place; None at the end. A backward step asks once for each contribution."""
    if position >= len(trace.steps):
        return None
    step = trace.steps[position]
    if isinstance(step, ForwardStep):
        return _about(position, step.node, step.value, 0, is_gradient=False)
    if share >= len(step.contributions):
        return None
    asked = step.contributions[share]
    return _about(position, asked.to, asked.gradient, share, is_gradient=True)


def _about(position: int, node: str, value: Value, share: int, is_gradient: bool) -> Question:
    entry = None if isinstance(value, np.float64) else position % value.size
    answer = float(value if entry is None else np.ravel(value)[entry])
    return Question(position, node, is_gradient, answer, share, entry, value.shape)


def read_answer(text: str) -> float:
    """The number that was typed, or what a short calculation of numbers gives. LabError for anything else."""
    cleaned = text.strip().replace("−", "-").replace("∞", "inf")
    if re.fullmatch(r"[-+]?(inf|nan)", cleaned, re.IGNORECASE):
        return float(cleaned)
    refused = LabError(NO_NUMBER, text=text.strip())
    if not cleaned or len(cleaned) > LONGEST:
        raise refused
    try:
        graph = parse(cleaned)
        value = trace_graph(graph).output_array
    except LabError:
        raise refused from None
    if graph.inputs or not isinstance(value, np.float64):
        raise refused
    return float(value)


def judge(trace: Trace, asked: Question, given: float) -> Judgement:
    """Right, or wrong with the factor that was wrong."""
    if _same(given, asked.answer):
        return Judgement(True)
    step = trace.steps[asked.position]
    for kind, number in _slips(trace, step, asked):
        if math.isfinite(number) and _same(given, number):
            return Judgement(False, translate("GraphQuiz", _HINTS[kind]))
    if isinstance(step, ForwardStep):
        return Judgement(False, translate("GraphQuiz", _FORWARD_WRONG))
    upstream = f"{float(np.sum(step.upstream)):.6g}" if step.upstream.size == 1 else str(step.upstream.shape)
    hint = translate("GraphQuiz", _BACKWARD_WRONG).format(upstream=upstream)
    return Judgement(False, hint)


def _same(given: float, right: float) -> bool:
    if math.isnan(right) or math.isinf(right):
        return given == right or (math.isnan(given) and math.isnan(right))
    return abs(given - right) <= max(TOLERANCE * abs(right), 1e-12)


def _slips(trace: Trace, step: Step, asked: Question) -> Iterator[tuple[str, float]]:
    """The numbers that usual mistakes give, the telling ones first."""
    with np.errstate(all="ignore"):
        if isinstance(step, ForwardStep):
            yield from _forward_slips(step, asked)
        else:
            yield from _backward_slips(trace, step, asked)


def _forward_slips(step: ForwardStep, asked: Question) -> Iterator[tuple[str, float]]:
    yield "sign", -asked.answer
    numbers = [_entry(value, asked) for value in step.values]
    if len(numbers) == 2:
        x, y = (np.float64(number) for number in numbers)
        if step.operation in ("subtract", "divide", "power"):
            turned = {"subtract": y - x, "divide": y / x, "power": y**x}[step.operation]
            yield "turned", float(turned)
        yield "sum", float(x + y)
        yield "product", float(x * y)
        yield "difference", float(x - y)
        yield "difference", float(y - x)
        yield "quotient", float(x / y)
    for number in numbers:
        yield "operand", number


def _backward_slips(trace: Trace, step: BackwardStep, asked: Question) -> Iterator[tuple[str, float]]:
    share = step.contributions[asked.share]
    up, local = np.float64(_entry(step.upstream, asked)), np.float64(_entry(share.local, asked))
    own = np.float64(_entry(trace.values[share.to], asked))
    yield "sign", -asked.answer
    if share.total.size == share.gradient.size:
        yield "total", _entry(share.total, asked)
    yield "no local", float(up)
    yield "no upstream", float(local)
    yield "own value", float(up * own)
    yield "added", float(up + local)
    yield "divided", float(up / local)
    yield "result", float(up * _entry(trace.values[step.node], asked))
    for other in step.contributions:
        if other is not share:
            yield "other", _entry(other.gradient, asked)
    yield "own value alone", float(own)


def _entry(value: Value, asked: Question) -> float:
    """The number of an operand that belongs to the entry asked for, where broadcasting tells; else nan."""
    if value.size == 1:
        return float(np.ravel(value)[0])
    if asked.entry is not None and value.shape == asked.shape:
        return float(np.ravel(value)[asked.entry])
    return math.nan
