"""The screen of softmax: three scores, what is added to them, a temperature and a float type."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF

from core.experiments.published import Published, published
from core.experiments.softmax import COLDEST, HOTTEST, PRECISIONS, naive, operands, stable
from gui.lab.experiment import LabExperiment, Parts
from gui.lab.keeping import Table
from gui.lab.page import LabPage
from gui.lab.plane import rounded
from gui.lab.softmax.picture import FARTHEST_SCORE, FARTHEST_SHIFT, SCORES, Found, SoftmaxPicture
from gui.lab.state import Bounds, Limits
from gui.language.numbers import number
from gui.widgets.book_line import Printed
from gui.widgets.roles import set_hint

SCORE = Bounds(-FARTHEST_SCORE, FARTHEST_SCORE, step=0.1)
LIMITS: Limits = {
    **dict.fromkeys(SCORES, SCORE),
    "shift": Bounds(-FARTHEST_SHIFT, FARTHEST_SHIFT, step=10.0),
    "temperature": Bounds(COLDEST, HOTTEST, log=True),
    "precision": PRECISIONS,
}
FORMULAS = (
    r"y_i = \frac{e^{z_i}}{\sum_j e^{z_j}} = \frac{e^{z_i - m}}{\sum_j e^{z_j - m}}",
    r"z_i = \frac{s_i + c}{T}",
    r"m = \max_j z_j",
)
STEP = 0.1
"""One step of an arrow."""


@dataclass(frozen=True, slots=True)
class SoftmaxState:
    """z = (s + shift) / temperature, in float64 or float32."""

    s1: float = 0.3
    s2: float = 2.9
    s3: float = 4.0
    shift: float = 0.0
    temperature: float = 1.0
    precision: str = "float64"

    @property
    def scores(self) -> tuple[float, ...]:
        return self.s1, self.s2, self.s3


class SoftmaxPage(LabPage):
    """See `LabPage`."""

    def __init__(self, row: LabExperiment, parts: Parts) -> None:
        self.softmax = SoftmaxPicture(parts.icons.theme)
        super().__init__(row, parts, SoftmaxState(), LIMITS, self.softmax, FORMULAS)
        self._cases = published("softmax")
        controls = self.controls
        for name in (*SCORES, "shift", "temperature"):
            controls.number(name)
        controls.choice("precision")
        self.softmax.dragged.connect(self._on_dragged)
        self.softmax.stepped.connect(self._on_stepped)
        self.add_way(self._naive_words, lambda: parts.show_in_graph("softmax-naive"))
        self.add_way(self._stable_words, lambda: parts.draw_in_graph(self.in_graph()))
        self.start()

    def in_graph(self) -> str:
        """The softmax of the scores as they are set, as an expression of the graph."""
        state: SoftmaxState = self.state
        scores = [(score + state.shift) / state.temperature for score in state.scores]
        return f"z = {scores}\ny = softmax(z)"

    # What follows from the state

    def compute(self) -> None:
        self.softmax.set_found(_found(self.state))

    def _on_dragged(self, taken: str, point: QPointF) -> None:
        planes = self.softmax.planes()
        if taken in SCORES:
            self.softmax.choose(SCORES.index(taken))
            self.change(taken, rounded(planes.scores.at(point)[1], planes.scores.y))
        elif taken == "shift":
            self.change("shift", rounded(planes.shift.at(point)[0], planes.shift.x))
        else:
            temperature = float(f"{10.0 ** planes.temperature.at(point)[0]:.2e}")
            self.change("temperature", min(max(temperature, COLDEST), HOTTEST))

    def _on_stepped(self, right: int, up: int) -> None:
        if right:
            self.softmax.choose(self.softmax.chosen + right)
        if up:
            name = SCORES[self.softmax.chosen]
            score = round(getattr(self.state, name) + up * STEP, 6)
            self.change(name, min(max(score, SCORE.low), SCORE.high))

    def case(self, place: int) -> Mapping[str, Any]:
        return {**_given(self._cases[place]), "temperature": 1.0, "precision": PRECISIONS[0]}

    def table(self) -> Table:
        head = [
            self.tr("score"),
            *(self.tr("{name}, naive").format(name=name) for name in ("z", "exp", "y")),
            *(self.tr("{name}, stable").format(name=name) for name in ("z", "exp", "y")),
        ]
        found = self.softmax.found
        if found is None:
            return head, []
        columns: list[Any] = [found.scores]
        for way in (found.naive, found.stable):
            columns += [way.operands, way.exponentials, way.outputs]
        return head, [list(row) for row in np.column_stack(columns).tolist()]

    # Texts

    def _naive_words(self) -> tuple[str, str]:
        return self.tr("Overflow in the graph"), self.tr(
            "Shows the naive way as a graph with scores near 1000: step through it, and see where inf begins."
        )

    def _stable_words(self) -> tuple[str, str]:
        return self.tr("Softmax in the graph"), self.tr(
            "Shows softmax of these scores as one node, with its gradients; the node opens into its steps."
        )

    def _retranslate(self) -> None:
        super()._retranslate()
        self.softmax.setAccessibleName(self.tr("Scores, temperature, overflow, and both ways"))
        set_hint(
            self.softmax,
            self.tr(
                "Drag a score up and down, T and c to the sides. Keys: ← → choose a score, ↑ ↓ move it; "
                "with Shift ×10."
            ),
        )
        controls = self.controls
        controls.set_words("precision", [(word, word, "") for word in PRECISIONS])
        for name, text, tip in self._texts():
            controls.set_texts(name, text, tip)
        controls.show_state(self.state)
        self.show_book([_printed(case, self._name_of(case)) for case in self._cases])

    def _texts(self) -> tuple[tuple[str, str, str], ...]:
        score = self.tr("A score of one class. The more it has, the more of the probability is its own.")
        return (
            ("s1", self.tr("Score s₁"), score),
            ("s2", self.tr("Score s₂"), score),
            ("s3", self.tr("Score s₃"), score),
            (
                "shift",
                self.tr("Added c"),
                self.tr("Is added to all scores. It changes no probability, but the naive way breaks."),
            ),
            (
                "temperature",
                self.tr("Temperature T"),
                self.tr("All scores are divided by it. A lower one makes the largest score surer."),
            ),
            (
                "precision",
                self.tr("Float type"),
                self.tr("exp ends above z = 709.78 in float64, and above 88.72 in float32."),
            ),
        )

    def _name_of(self, case: Published) -> str:
        names = {"exp": "exp z", "sum": "Σ exp z", "naive": self.tr("naive y"), "stable": self.tr("stable y")}
        shift = case.given["shift"]
        name = names[case.given["shows"]]
        return self.tr("{name}, c = {shift}").format(name=name, shift=number(shift)) if shift else name


def _given(case: Published) -> dict[str, Any]:
    """The fields of the state that a published case gives."""
    return {name: value for name, value in case.given.items() if name != "shows"}


def _found(state: SoftmaxState) -> Found:
    z = operands(state.scores, state.shift, state.temperature, state.precision)
    return Found(state.scores, state.shift, state.temperature, state.precision, naive(z), stable(z))


def computed(case: Published) -> tuple[float, ...]:
    """What the program gets for a published case."""
    found = _found(replace(SoftmaxState(), **_given(case)))
    shown = {
        "exp": found.naive.exponentials,
        "sum": found.naive.total,
        "naive": found.naive.outputs,
        "stable": found.stable.outputs,
    }[case.given["shows"]]
    return tuple(float(each) for each in np.ravel(shown))


def _printed(case: Published, name: str) -> Printed:
    numbers = computed(case)
    brief, whole = (", ".join(number(value, digits) for value in numbers) for digits in (4, 10))
    return Printed(name, brief, whole, ", ".join(case.printed), case.agrees(numbers))
