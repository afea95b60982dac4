"""The screen of batches and transposes: one Affine layer, some examples, and a weight that is touched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QPointF

from core.experiments.batches import (
    BIAS,
    MOST_EXAMPLES,
    OUTPUTS,
    WEIGHTS,
    BatchOf,
    Timing,
    backward,
    errors_of,
    timing,
)
from core.experiments.published import Published, published
from core.training.presets import preset
from gui.lab.batches.picture import BatchesPicture
from gui.lab.batches.texts import Found
from gui.lab.experiment import LabExperiment, Parts
from gui.lab.keeping import Table
from gui.lab.page import LabPage
from gui.lab.state import SEED, Bounds, Limits
from gui.language.numbers import number
from gui.widgets.book_line import Printed
from gui.widgets.roles import set_hint

LIMITS: Limits = {
    "row": Bounds(0, BIAS, whole=True, step=1),
    "column": Bounds(0, OUTPUTS - 1, whole=True, step=1),
    "weights": tuple(WEIGHTS),
    "examples": Bounds(1, MOST_EXAMPLES, whole=True),
    "collected": Bounds(0, MOST_EXAMPLES, whole=True),
    "seed": SEED,
    "timed": Bounds(1, 1_000, whole=True, log=True),
}
FORMULAS = (
    r"\frac{\partial L}{\partial W} = x^\top \cdot \frac{\partial L}{\partial y}",
    r"\frac{\partial L}{\partial b} = \sum \frac{\partial L}{\partial y_n}",
    r"\frac{\partial L}{\partial y} = \frac{p - t}{N}",
)


@dataclass(frozen=True, slots=True)
class BatchesState:
    """`row` and `column` are of the weight that is touched, row 2 of a bias; of `examples` so many are
    `collected`. `timed`: how many images are timed."""

    row: int = 0
    column: int = 2
    weights: str = "simple_net"
    examples: int = 4
    collected: int = 4
    divides: bool = True
    seed: int = 0
    timed: int = 100

    @property
    def batch(self) -> BatchOf:
        return BatchOf(self.weights, self.examples, self.divides, self.seed)


class BatchesPage(LabPage):
    """See `LabPage`."""

    def __init__(self, row: LabExperiment, parts: Parts) -> None:
        self.batches = BatchesPicture(parts.icons.theme)
        self._measured = 0
        super().__init__(row, parts, BatchesState(), LIMITS, self.batches, FORMULAS)
        self._cases = published("batches")
        controls = self.controls
        controls.number("row", slides=False)
        controls.number("column", slides=False)
        controls.number("examples")
        controls.number("collected")
        controls.switch("divides")
        controls.choice("weights")
        controls.number("seed", slides=False)
        controls.number("timed", slides=False)
        self.batches.dragged.connect(self._on_dragged)
        self.batches.stepped.connect(self._on_stepped)
        self.add_way(self._graph_words, lambda: parts.show_in_graph("affine"))
        self.add_way(self._train_words, lambda: parts.train(preset("two-layer-book").experiment))
        self.start()

    # What follows from the state

    def change(self, name: str, value: object) -> None:
        """One field; another number of examples is collected as a whole."""
        if name == "examples":
            self.set_state(replace(self.state, examples=value, collected=value))
        else:
            super().change(name, value)

    def set_state(self, state: Any) -> None:
        """No more examples are collected than there are."""
        super().set_state(replace(state, collected=min(state.collected, state.examples)))
        if state.collected > state.examples:
            self._show_state()

    def compute(self) -> None:
        state: BatchesState = self.state
        self.batches.set_found(Found(backward(state.batch), state.collected, state.row, state.column))
        known = self.batches.timing
        if known is None or known.images != state.timed:
            self._measure(state.timed)

    def _measure(self, images: int) -> None:
        """One image against a batch, unless that is under way."""
        if self.runner.is_busy and images == self._measured:
            return
        self._measured = images
        self.batches.set_timing(None)
        self.runner.run(lambda: timing(images), self._on_timed)

    def _on_timed(self, found: Timing) -> None:
        if found.images == self.state.timed:
            self.batches.set_timing(found)

    def state_shown(self) -> None:
        # With one example and given weights there is nothing left to chance.
        state: BatchesState = self.state
        self.controls["seed"].setVisible(state.examples > 1 or state.weights == "drawn")

    def _on_dragged(self, _taken: str, point: QPointF) -> None:
        touched = self.batches.touched_at(point)
        if touched is not None:
            self.set_state(replace(self.state, row=touched[0], column=touched[1]))

    def _on_stepped(self, right: int, up: int) -> None:
        state: BatchesState = self.state
        row = min(max(state.row - up, 0), BIAS)
        column = min(max(state.column + right, 0), OUTPUTS - 1)
        self.set_state(replace(state, row=row, column=column))

    def case(self, place: int) -> Mapping[str, Any]:
        return {"examples": 1, "collected": 1, "divides": True, **self._cases[place].given}

    def table(self) -> Table:
        """The terms of the weight that is touched, and their sum."""
        found = self.batches.found
        head = [self.tr("example"), "x", self.tr("error"), "∂L/∂y", self.tr("share")]
        if found is None:
            return head, []
        errors = errors_of(found.back)[:, found.column].tolist()
        rows: list[list[object]] = [
            [example, x, errors[example - 1], gradient, x * gradient]
            for example, (x, gradient) in enumerate(found.terms, start=1)
        ]
        total = sum(x * gradient for x, gradient in found.terms)
        return head, [*rows, [f"∂L/∂{found.weight}", "", "", "", total]]

    # Texts

    def _graph_words(self) -> tuple[str, str]:
        return self.tr("Affine in the graph"), self.tr(
            "Shows a batch of two through an Affine layer as a graph, with all gradients."
        )

    def _train_words(self) -> tuple[str, str]:
        return self.tr("Train in batches"), self.tr(
            "Puts the book's 784-50-10 with batches of 100 on the Train screen. Undo there brings back what "
            "was on it."
        )

    def _retranslate(self) -> None:
        super()._retranslate()
        self.batches.setAccessibleName(self.tr("Examples, their shares, and the product"))
        set_hint(
            self.batches, self.tr("Press or drag over a weight. Keys: the arrows go from weight to weight.")
        )
        controls = self.controls
        for name, text, tip in self._texts():
            controls.set_texts(name, text, tip)
        controls.set_words(
            "weights",
            [
                ("simple_net", "simpleNet", self.tr("The 2×3 matrix of the book, without biases.")),
                ("notes", self.tr("the notes"), self.tr("simpleNet of the study notes, without biases.")),
                ("drawn", self.tr("drawn"), self.tr("Weights and biases from N(0, 1), by the seed.")),
            ],
        )
        controls.show_state(self.state)
        set_hint(self._book_card, self.tr("The gradient of simpleNet's weights, of one example."))
        self.show_book([self._printed(case) for case in self._cases])

    def _texts(self) -> tuple[tuple[str, str, str], ...]:
        return (
            (
                "row",
                self.tr("Row"),
                self.tr("Of the weight that is touched: 0 and 1 are of W, 2 is the bias below them."),
            ),
            ("column", self.tr("Column"), self.tr("Of the weight that is touched: the output it leads to.")),
            (
                "examples",
                self.tr("Examples N"),
                self.tr("How many are in the batch. The first is simpleNet's; the others are drawn."),
            ),
            (
                "collected",
                self.tr("Collected"),
                self.tr("How many shares are added up so far. With all of them it is the gradient."),
            ),
            (
                "divides",
                self.tr("L is a mean (1/N)"),
                self.tr("Off: L is the sum of all losses, and the gradient grows with the batch."),
            ),
            ("weights", self.tr("Weights"), self.tr("Those of the layer, before softmax and its loss.")),
            ("seed", self.tr("Seed"), self.tr("The other examples and the drawn weights come from it.")),
            (
                "timed",
                self.tr("Images timed"),
                self.tr(
                    "So many images go through 784-50-10, one by one and as one batch. The times vary from "
                    "run to run; the fastest of five counts."
                ),
            ),
        )

    def _printed(self, case: Published) -> Printed:
        value = computed(case)
        name = f"∂L/∂W[{case.given['row']}, {case.given['column']}]"
        if case.given["weights"] == "notes":
            name = self.tr("{name}, notes").format(name=name)
        printed = case.printed[0].replace("-", "−")
        return Printed(name, number(value, 6), number(value, 12), printed, case.agrees((value,)))


def computed(case: Published) -> float:
    """What the program gets for a published case: the gradient of one weight, of one example."""
    found = backward(BatchOf(case.given["weights"], examples=1))
    return float(found.gradient[case.given["row"], case.given["column"]])
