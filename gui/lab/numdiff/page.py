"""The screen of numerical differentiation: a function, a place x and a step h, and what follows."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF

from core.errors import LabError
from core.experiments.differences import STEPS, differences
from core.experiments.published import Published, published
from core.experiments.typed import typed_function
from gui.lab.experiment import LabExperiment, Parts
from gui.lab.keeping import Table
from gui.lab.numdiff.functions import NAMES, OFFERED, TYPED, found_out
from gui.lab.numdiff.picture import DifferencesPicture
from gui.lab.page import LabPage
from gui.lab.plane import rounded
from gui.lab.state import Bounds, Limits
from gui.lab.typed_field import TypedField
from gui.language.numbers import number
from gui.widgets.book_line import Printed
from gui.widgets.roles import set_hint

FAR = 1e6
LIMITS: Limits = {
    "x": Bounds(-FAR, FAR, step=0.1),
    "h": Bounds(1e-15, 1.0, log=True),
    "left": Bounds(-FAR, FAR, step=1.0),
    "right": Bounds(-FAR, FAR, step=1.0),
}
FORMULAS = (r"f'(x) ≈ \frac{f(x + h) - f(x - h)}{2h}", r"f'(x) ≈ \frac{f(x + h) - f(x)}{h}")
STEP_SHARE = 200  # of the interval: one step of an arrow
FIRST = OFFERED["parabola"]


@dataclass(frozen=True, slots=True)
class NumDiffState:
    """`text` is f as it is typed; seen is f from `left` to `right`."""

    text: str = FIRST.text
    x: float = FIRST.x
    h: float = 1e-4
    left: float = FIRST.left
    right: float = FIRST.right

    @property
    def offered(self) -> str:
        """The word of the function if it is one of those offered."""
        return next((word for word, each in OFFERED.items() if each.text == self.text), TYPED)


class NumDiffPage(LabPage):
    """See `LabPage`."""

    def __init__(self, row: LabExperiment, parts: Parts) -> None:
        self.differences = DifferencesPicture(parts.icons.theme)
        super().__init__(row, parts, NumDiffState(), LIMITS, self.differences, FORMULAS)
        self._cases = published("numdiff")
        controls = self.controls
        controls.choice("offered")
        self.typed = TypedField(NAMES)
        controls.add(self.typed)
        controls.number("x", slides=False)
        controls.number("h")
        controls.number("left", slides=False)
        controls.number("right", slides=False)
        self.typed.entered.connect(lambda text: self.change("text", text))
        self.differences.dragged.connect(self._on_dragged)
        self.differences.stepped.connect(self._on_stepped)
        self.add_way(self._graph_words, lambda: parts.draw_in_graph(self.in_graph()))
        self.start()

    def in_graph(self) -> str:
        """The function at its x, as an expression of the graph."""
        state: NumDiffState = self.state
        return f"x = {state.x!r}\n{state.text}"

    # What follows from the state

    def change(self, name: str, value: object) -> None:
        """One field; a function that is offered brings its interval and its x."""
        if name != "offered":
            super().change(name, value)
        elif value in OFFERED:
            each = OFFERED[str(value)]
            self.set_state(replace(self.state, text=each.text, left=each.left, right=each.right, x=each.x))
        else:
            self.controls.show_state(self.state)
            self.typed.edit.setFocus()

    def compute(self) -> None:
        state: NumDiffState = self.state
        try:
            found = found_out(state.text, state.x, state.h, state.left, state.right)
        except LabError as error:
            self.refuse(error)
            return
        self.differences.set_found(found)

    def state_shown(self) -> None:
        self.typed.show_text(self.state.text)

    def _on_dragged(self, taken: str, point: QPointF) -> None:
        planes = self.differences.planes()
        if taken == "x":
            self._go_to(planes.curve.at(point)[0])
        else:
            self.change("h", _rounded_h(planes.errors.at(point)[0]))

    def _on_stepped(self, right: int, up: int) -> None:
        state: NumDiffState = self.state
        if right:
            self._go_to(state.x + right * (state.right - state.left) / STEP_SHARE)
        if up:
            self.change("h", _rounded_h(math.log10(state.h) + up / 10))

    def _go_to(self, x: float) -> None:
        state: NumDiffState = self.state
        self.change("x", rounded(min(max(x, -FAR), FAR), (state.left, state.right)))

    def case(self, place: int) -> Mapping[str, Any]:
        given = {name: value for name, value in self._cases[place].given.items() if name != "shows"}
        return {"text": FIRST.text, "left": FIRST.left, "right": FIRST.right, **given}

    def table(self) -> Table:
        head = ["h"]
        found = self.differences.found
        if found is None:
            return head, []
        words = self.differences.method_words()
        head += [
            self.tr("error, {method}, {precision}").format(method=words[method], precision=precision)
            for method, precision in found.errors
        ]
        columns = np.column_stack([STEPS, *found.errors.values()])
        return head, [list(row) for row in columns.tolist()]

    # Texts

    def _graph_words(self) -> tuple[str, str]:
        return self.tr("Exact, in the graph"), self.tr(
            "Shows f at this x as a graph: how backpropagation gets the derivative exactly, with central "
            "differences beside it."
        )

    def _retranslate(self) -> None:
        super()._retranslate()
        self.differences.setAccessibleName(self.tr("Secants, tangent and errors"))
        set_hint(
            self.differences,
            self.tr(
                "Drag x along the curve, and h along the errors. Keys: ← → move x, ↑ ↓ change h; "
                "with Shift ×10."
            ),
        )
        controls = self.controls
        words = [(word, each.title, "") for word, each in OFFERED.items()]
        controls.set_words("offered", [*words, (TYPED, self.tr("typed below"), "")])
        for name, text, tip in self._texts():
            controls.set_texts(name, text, tip)
        self.typed.set_label(
            self.tr("f(x)"),
            self.tr(
                "f, typed: x, numbers, + − * / **, and functions such as sin, exp, log, sqrt, tanh, abs."
            ),
        )
        controls.show_state(self.state)
        self.show_book([_printed(case, self._name_of(case)) for case in self._cases])

    def _texts(self) -> tuple[tuple[str, str, str], ...]:
        return (
            ("offered", self.tr("Function"), self.tr("A function to begin with. Any other is typed below.")),
            (
                "x",
                self.tr("x"),
                self.tr("Where the derivative is taken. It is dragged along the curve, too."),
            ),
            (
                "h",
                self.tr("Step h"),
                self.tr("A larger h lets the curve bend in between, a smaller one loses digits."),
            ),
            ("left", self.tr("Seen from"), self.tr("The left end of the curve that is shown.")),
            ("right", self.tr("to"), self.tr("The right end of the curve that is shown.")),
        )

    def _name_of(self, case: Published) -> str:
        x = number(case.given["x"])
        if case.given["shows"] == "tangent":
            return self.tr("tangent at {x}").format(x=x)
        return self.tr("f′({x})").format(x=x)


def _rounded_h(power: float) -> float:
    """10 to this power, with two digits, within the bounds."""
    return min(max(float(f"{10.0**power:.1e}"), 1e-15), 1.0)


def computed(case: Published) -> tuple[float, ...]:
    """What the program gets for a published case."""
    at = differences(typed_function(FIRST.text, NAMES), case.given["x"], case.given["h"])
    return (at.central, at.intercept) if case.given["shows"] == "tangent" else (at.central,)


def _printed(case: Published, name: str) -> Printed:
    numbers = computed(case)
    brief, long = (", ".join(number(value, digits) for value in numbers) for digits in (5, 16))
    printed = ", ".join(case.printed).replace("-", "−")
    return Printed(name, brief, long, printed, case.agrees(numbers))
