"""The screen of activation functions: which one, beside which other, where, and in how many layers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF

from core.experiments.activations import ACTIVATIONS, Stack, activation, flat_places
from core.experiments.curve import sampled
from core.experiments.published import Published, published
from core.nn.spec import LayerSpec
from core.training.config import Experiment
from core.training.presets import preset
from gui.formula.tree import parse
from gui.lab.activations.picture import ActivationsPicture, Found, Shown
from gui.lab.activations.texts import WORDS, choices, title_of
from gui.lab.experiment import LabExperiment, Parts
from gui.lab.keeping import Table
from gui.lab.page import LabPage
from gui.lab.plane import rounded
from gui.lab.state import SEED, Bounds, Limits
from gui.language.numbers import number
from gui.widgets.book_line import Printed
from gui.widgets.roles import set_hint

REACH = 50.0
LIMITS: Limits = {
    "activation": ACTIVATIONS,
    "beside": ("", *ACTIVATIONS),
    "x": Bounds(-REACH, REACH, step=0.1),
    "reach": Bounds(1.0, REACH, step=1.0),
    "leak": Bounds(0.0, 1.0, step=0.05),
    "layers": Bounds(2, 6, whole=True),
    "seed": SEED,
}
STEP_SHARE = 100  # of what is seen to one side of 0: one step of an arrow
IN_GRAPH = ("sigmoid", "tanh", "relu")
NOT_TRAINED = ("step", "softplus", "gelu")


@dataclass(frozen=True, slots=True)
class ActivationsState:
    """`beside` is a second function, or empty. Seen is −`reach` … `reach`; `layers` and `seed` are of the
    stack."""

    activation: str = "sigmoid"
    beside: str = "step"
    x: float = 1.0
    reach: float = 6.0
    leak: float = 0.1
    layers: int = 3
    seed: int = 0


class ActivationsPage(LabPage):
    """See `LabPage`."""

    def __init__(self, row: LabExperiment, parts: Parts) -> None:
        self.functions = ActivationsPicture(parts.icons.theme)
        first = WORDS["sigmoid"]
        formulas = (first.formula, first.slope)
        super().__init__(row, parts, ActivationsState(), LIMITS, self.functions, formulas)
        self._cases = published("activations")
        controls = self.controls
        controls.choice("activation")
        controls.choice("beside")
        controls.number("x", slides=False)
        controls.number("reach", slides=False)
        controls.number("leak")
        controls.number("layers")
        controls.number("seed", slides=False)
        self.functions.dragged.connect(self._on_dragged)
        self.functions.stepped.connect(self._on_stepped)
        self.add_way(self._graph_words, self._show_in_graph)
        self.train_button = self.add_way(self._train_words, lambda: parts.train(self.experiment))
        self.start()

    @property
    def experiment(self) -> Experiment:
        """The two-layer network with this activation in place of its own."""
        word = self.state.activation
        experiment = preset("two-layer").experiment
        layers = [
            LayerSpec(word) if layer.kind in ACTIVATIONS else layer for layer in experiment.network.layers
        ]
        return replace(experiment, network=replace(experiment.network, layers=tuple(layers)))

    def _show_in_graph(self) -> None:
        word = self.state.activation
        self.parts.show_in_graph(word if word in IN_GRAPH else "sigmoid")

    # What follows from the state

    def compute(self) -> None:
        self.functions.set_found(_found(self.state))

    def state_shown(self) -> None:
        state: ActivationsState = self.state
        self.controls["leak"].setVisible("leaky_relu" in (state.activation, state.beside))
        words = WORDS[state.activation]
        self.formula.set_rows([parse(words.formula), parse(words.slope)])
        self.train_button.setEnabled(state.activation not in NOT_TRAINED)

    def _on_dragged(self, _taken: str, point: QPointF) -> None:
        plane = self.functions.planes().values
        self.change("x", rounded(plane.at(point)[0], plane.x))

    def _on_stepped(self, right: int, _up: int) -> None:
        state: ActivationsState = self.state
        x = state.x + right * state.reach / STEP_SHARE
        self.change("x", rounded(min(max(x, -REACH), REACH), (-state.reach, state.reach)))

    def case(self, place: int) -> Mapping[str, Any]:
        return dict(self._cases[place].given)

    def table(self) -> Table:
        head = ["x"]
        found = self.functions.found
        if found is None:
            return head, []
        xs = np.linspace(-self.state.reach, self.state.reach, 121)
        columns = [xs]
        for each in found.functions:
            title = title_of(each.word)
            head += [f"{title} h", f"{title} h′"]
            columns += [each.function.value(xs), each.function.gradient(xs)]
        head.append(self.tr("output of the layers"))
        columns.append(found.stack.output(xs, found.functions[0].function))
        return head, [list(row) for row in np.column_stack(columns).tolist()]

    # Texts

    def _graph_words(self) -> tuple[str, str]:
        return self.tr("h′ in the graph"), self.tr(
            "Shows the function and its slope as a graph; of sigmoid where there is none of this one."
        )

    def _train_words(self) -> tuple[str, str]:
        return self.tr("Train with this"), self.tr(
            "Puts the two-layer network with this function on the Train screen; Undo there brings back what "
            "was on it. Step cannot be trained, and the networks here have neither softplus nor GELU."
        )

    def _retranslate(self) -> None:
        super()._retranslate()
        self.functions.setAccessibleName(self.tr("Function, slope and layers"))
        set_hint(self.functions, self.tr("Drag x. Keys: ← → move it; with Shift ×10."))
        controls = self.controls
        for name, text, tip in self._texts():
            controls.set_texts(name, text, tip)
        controls.set_words("activation", choices())
        controls.set_words("beside", choices(or_none=True))
        controls.show_state(self.state)
        self.show_book([_printed(case) for case in self._cases])

    def _texts(self) -> tuple[tuple[str, str, str], ...]:
        return (
            ("activation", self.tr("Function h"), self.tr("The activation function that is shown.")),
            ("beside", self.tr("Beside it"), self.tr("A second function, dashed, on the same axes.")),
            ("x", self.tr("x"), self.tr("Where the tangent is. It is dragged in the picture, too.")),
            (
                "reach",
                self.tr("Seen to"),
                self.tr("How far is seen on both sides of 0. More shows the ends."),
            ),
            (
                "leak",
                self.tr("Slope a"),
                self.tr("Of Leaky ReLU below 0. With 0 it is ReLU, with 1 the identity."),
            ),
            (
                "layers",
                self.tr("Layers"),
                self.tr("Of the stack at the right. Without a function more of them are still one line."),
            ),
            (
                "seed",
                self.tr("Seed"),
                self.tr("The weights of the stack are drawn from it. Another one gives another curve."),
            ),
        )


def _found(state: ActivationsState) -> Found:
    words = (state.activation, *([state.beside] if state.beside else []))
    functions = tuple(_shown(word, state.leak, state.reach) for word in words)
    stack, stacked = _stacked(state.activation, state.leak, state.reach, state.layers, state.seed)
    return Found(functions, stack, stacked, state.x)


@lru_cache(maxsize=32)
def _shown(word: str, leak: float, reach: float) -> Shown:
    """Kept, for it stays the same while x is dragged."""
    function = activation(word, leak)
    values, slopes = (sampled(call, -reach, reach) for call in (function.value, function.gradient))
    return Shown(word, function, values, slopes, flat_places(slopes.x, slopes.y))


@lru_cache(maxsize=8)
def _stacked(word: str, leak: float, reach: float, layers: int, seed: int) -> tuple[Stack, Any]:
    stack, function = Stack.drawn(layers, seed), activation(word, leak)
    return stack, sampled(lambda x: stack.output(x, function), -reach, reach, 401)


def computed(case: Published) -> tuple[float, ...]:
    """What the program gets for a published case: h, and h′ if that is printed as well."""
    function = activation(case.given["activation"], 0.01)
    at = np.float64(case.given["x"])
    return tuple(float(call(at)) for call in (function.value, function.gradient))[: len(case.printed)]


def _printed(case: Published) -> Printed:
    numbers = computed(case)
    brief, whole = (", ".join(number(value, digits) for value in numbers) for digits in (4, 10))
    name = f"{title_of(case.given['activation'])}({number(case.given['x'])})"
    return Printed(name, brief, whole, ", ".join(case.printed), case.agrees(numbers))
