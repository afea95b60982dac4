"""The screen of perceptrons: which gate is wanted, one perceptron or two layers, their weights and biases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QPointF

from core.experiments.gates import GATES, INPUTS, Perceptron, TwoLayers, outputs
from core.experiments.published import Published, published
from core.nn.initializers import InitializerSpec
from core.nn.optimizers import OptimizerSpec
from core.nn.spec import LayerSpec, NetworkSpec
from core.training.config import Experiment, TrainingConfig
from gui.formula.tree import parse
from gui.lab.experiment import LabExperiment, Parts
from gui.lab.keeping import Table
from gui.lab.page import LabPage
from gui.lab.perceptron.picture import ALONE, FIRST, LAST, SECOND, Found, PerceptronPicture
from gui.lab.perceptron.plane import ARROW
from gui.lab.state import Bounds, Limits
from gui.widgets.book_line import Printed
from gui.widgets.roles import set_hint

WEIGHT, BIAS = Bounds(-2.0, 2.0, step=0.1), Bounds(-10.0, 10.0, step=0.1)
FIELDS: Mapping[str, tuple[str, str, str]] = {
    ALONE: ("w1", "w2", "b"),
    FIRST: ("u1", "u2", "ub"),
    SECOND: ("v1", "v2", "vb"),
    LAST: ("o1", "o2", "ob"),
}
"""The fields of the state that are a perceptron's weights and bias."""
NETS = ("one", "two")
HIDDEN = (FIRST, SECOND, LAST)
LIMITS: Limits = {
    "gate": tuple(GATES),
    "net": NETS,
    "unit": HIDDEN,
    **{
        name: bound
        for names in FIELDS.values()
        for name, bound in zip(names, (WEIGHT, WEIGHT, BIAS), strict=True)
    },
}
FORMULAS: Mapping[str, tuple[str, ...]] = {
    "one": ("y = [w_1 x_1 + w_2 x_2 + b > 0]",),
    "two": (
        "s_1 = [u_1 x_1 + u_2 x_2 + u_b > 0]",
        "s_2 = [v_1 x_1 + v_2 x_2 + v_b > 0]",
        "y = [o_1 s_1 + o_2 s_2 + o_b > 0]",
    ),
}
STEP = 0.05
"""How far an arrow moves a line."""


@dataclass(frozen=True, slots=True)
class PerceptronState:
    """`net`: one perceptron, or two layers, of which `unit` has its numbers in the fields. The perceptrons
    are those of the book: AND alone; NAND and OR in the hidden layer, AND behind them."""

    gate: str = "and"
    net: str = "one"
    unit: str = FIRST
    w1: float = 0.5
    w2: float = 0.5
    b: float = -0.7
    u1: float = -0.5
    u2: float = -0.5
    ub: float = 0.7
    v1: float = 0.5
    v2: float = 0.5
    vb: float = -0.2
    o1: float = 0.5
    o2: float = 0.5
    ob: float = -0.7

    @property
    def current(self) -> str:
        """The letter of the perceptron whose numbers are shown."""
        return ALONE if self.net == "one" else self.unit

    @property
    def units(self) -> dict[str, Perceptron]:
        """The perceptrons of the net by their letters."""
        letters = (ALONE,) if self.net == "one" else HIDDEN
        return {letter: self.perceptron(letter) for letter in letters}

    def perceptron(self, letter: str) -> Perceptron:
        numbers = {
            ALONE: (self.w1, self.w2, self.b),
            FIRST: (self.u1, self.u2, self.ub),
            SECOND: (self.v1, self.v2, self.vb),
            LAST: (self.o1, self.o2, self.ob),
        }
        return Perceptron(*numbers[letter])


BOOK_PARTS: Mapping[str, Mapping[str, Any]] = {
    "gates": {"net": "one", "gate": "and"},
    "xor": {"net": "two", "gate": "xor"},
}


class PerceptronPage(LabPage):
    """See `LabPage`."""

    book_parts = BOOK_PARTS

    def __init__(self, row: LabExperiment, parts: Parts) -> None:
        self.gates = PerceptronPicture(parts.icons.theme)
        super().__init__(row, parts, PerceptronState(), LIMITS, self.gates, FORMULAS["one"])
        self._cases = published("perceptron")
        controls = self.controls
        for name in ("gate", "net", "unit"):
            controls.choice(name)
        for names in FIELDS.values():
            for name in names:
                controls.number(name)
        self.gates.dragged.connect(self._on_dragged)
        self.gates.stepped.connect(self._on_stepped)
        self.add_way(self._graph_words, lambda: parts.draw_in_graph(self.in_graph()))
        self.add_way(self._train_words, lambda: parts.train(self.experiment))
        self.start()

    def in_graph(self) -> str:
        """The net with its numbers at (1, 0), as an expression of the graph."""
        state: PerceptronState = self.state
        lines = ["x1 = 1", "x2 = 0"]
        for letter, unit in state.units.items():
            name = {FIRST: "s1", SECOND: "s2"}.get(letter, "y")
            first, second = ("s1", "s2") if letter == LAST else ("x1", "x2")
            total = f"{unit.w1!r} * {first} + {unit.w2!r} * {second} + {unit.b!r}".replace("+ -", "- ")
            lines.append(f"{name} = step({total})")
        return "\n".join(lines)

    @property
    def experiment(self) -> Experiment:
        """A network that learns XOR: tanh in place of the step, for a step has no slope to learn by."""
        xavier = InitializerSpec("xavier")
        layers = (LayerSpec("affine", 8, xavier), LayerSpec("tanh"), LayerSpec("affine", 2, xavier))
        training = TrainingConfig("xor", 50, optimizer=OptimizerSpec("adam", 0.01), length=20)
        return Experiment(NetworkSpec(2, layers), training)

    # What follows from the state

    def compute(self) -> None:
        state: PerceptronState = self.state
        self.gates.set_found(Found(state.gate, state.units, state.current))

    def state_shown(self) -> None:
        state: PerceptronState = self.state
        self.controls["unit"].setVisible(state.net == "two")
        for letter, names in FIELDS.items():
            for name in names:
                self.controls[name].setVisible(letter == state.current)
        self.formula.set_rows([parse(formula) for formula in FORMULAS[state.net]])

    def _on_dragged(self, taken: str, point: QPointF) -> None:
        kind, letter = taken.split(":")
        x = self.gates.plane_of(letter).at(point)
        each = self.state.perceptron(letter)
        if kind == "move":
            w1, w2, through = each.w1, each.w2, x
        else:
            through = self.gates.foot_of(letter)
            w1, w2 = (_held(round((x[i] - through[i]) / ARROW, 2), WEIGHT) for i in (0, 1))
        self._set(letter, w1, w2, -(w1 * through[0] + w2 * through[1]))

    def _on_stepped(self, right: int, up: int) -> None:
        letter = self.state.current
        each = self.state.perceptron(letter)
        self._set(letter, each.w1, each.w2, each.b - STEP * (each.w1 * right + each.w2 * up))

    def _set(self, letter: str, w1: float, w2: float, b: float) -> None:
        """These numbers for one perceptron, whose fields are then seen."""
        numbers = dict(zip(FIELDS[letter], (w1, w2, _held(round(b, 3), BIAS)), strict=True))
        unit = self.state.unit if letter == ALONE else letter
        self.set_state(replace(self.state, unit=unit, **numbers))

    def case(self, place: int) -> Mapping[str, Any]:
        return dict(self._cases[place].given)

    def table(self) -> Table:
        head = ["x₁", "x₂", "y", self.tr("target")]
        found = self.gates.found
        if found is None:
            return head, []
        network = found.network
        wanted = GATES[found.gate]
        if not isinstance(network, TwoLayers):
            head.insert(2, self.tr("sum"))
            return head, [
                [*x, network.total(x), network.output(x), y] for x, y in zip(INPUTS, wanted, strict=True)
            ]
        head[2:2] = ["s₁", "s₂"]
        return head, [
            [*x, *network.hidden(x), network.output(x), y] for x, y in zip(INPUTS, wanted, strict=True)
        ]

    # Texts

    def _graph_words(self) -> tuple[str, str]:
        return self.tr("In the graph"), self.tr(
            "Shows this net at (1, 0) as a graph; no gradient comes back through its steps."
        )

    def _train_words(self) -> tuple[str, str]:
        return self.tr("Train XOR"), self.tr(
            "Puts a small network on the Train screen that finds such lines by itself, with tanh in place of "
            "the step; Undo there brings back what was on it."
        )

    def _retranslate(self) -> None:
        super()._retranslate()
        self.gates.setAccessibleName(self.tr("Lines in the plane of inputs, and the truth table"))
        set_hint(
            self.gates,
            self.tr(
                "Drag a line to move it, the end of its arrow to turn it. Keys: the arrows move the line "
                "whose numbers are shown; with Shift ×10."
            ),
        )
        controls = self.controls
        controls.set_words("gate", [(word, word.upper(), "") for word in GATES])
        controls.set_words("net", [("one", self.tr("one layer"), ""), ("two", self.tr("two layers"), "")])
        names = {FIRST: self.tr("hidden, s₁"), SECOND: self.tr("hidden, s₂"), LAST: self.tr("last, y")}
        controls.set_words("unit", [(letter, name, "") for letter, name in names.items()])
        for name, text, tip in self._texts():
            controls.set_texts(name, text, tip)
        controls.show_state(self.state)
        self.show_book([_printed(case) for case in self._cases])

    def _texts(self) -> list[tuple[str, str, str]]:
        texts = [
            ("gate", self.tr("Gate"), self.tr("What the outputs should be. The weights stay as they are.")),
            ("net", self.tr("Network"), self.tr("One line, or two lines and a third behind them.")),
            ("unit", self.tr("Perceptron"), self.tr("Whose weights and bias are shown below.")),
        ]
        first = self.tr("How much the first input counts. Together the weights say where the arrow points.")
        second = self.tr("How much the second input counts. Together the weights say where the arrow points.")
        bias = self.tr("More of it gives 1 more easily: the line moves against its arrow.")
        for letter, names in FIELDS.items():
            texts += zip(
                names,
                (
                    f"{letter}₁",
                    f"{letter}₂",
                    "b" if letter == ALONE else self.tr("{letter}, bias").format(letter=letter),
                ),
                (first, second, bias),
                strict=True,
            )
        return texts


def _held(value: float, bounds: Bounds) -> float:
    return min(max(value, bounds.low), bounds.high)


def computed(case: Published) -> tuple[int, ...]:
    """What the program gets for a published case: its truth table."""
    state = replace(PerceptronState(), **case.given)
    return outputs(Found(state.gate, state.units, state.current).network)


def _printed(case: Published) -> Printed:
    numbers = computed(case)
    table = " ".join(map(str, numbers))
    return Printed(case.given["gate"].upper(), table, table, " ".join(case.printed), case.agrees(numbers))
