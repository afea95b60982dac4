"""The screen of “why not accuracy”: a small network, the weight that is moved in it, and what follows."""

from __future__ import annotations

import bisect
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QPointF

from core.experiments.accuracy import RATE, SPECS, WEIGHTS, Landscape, Subject, exploring, prepared
from core.experiments.published import Published, published
from core.inspection.surface import decision_surface
from core.nn.optimizers import OptimizerSpec
from core.training.config import Experiment, TrainingConfig
from core.training.presets import preset
from gui.formula.tree import Row, parse, substitute
from gui.lab.accuracy.picture import PARTS, AccuracyPicture, Found
from gui.lab.experiment import LabExperiment, Parts
from gui.lab.keeping import Table
from gui.lab.page import LabPage
from gui.lab.state import SEED, Bounds, Limits
from gui.language.numbers import number
from gui.widgets.book_line import Printed
from gui.widgets.roles import set_hint

REACH = 50.0
SIDE = 61
"""Points along each side of the plane."""
LIMITS: Limits = {
    "network": tuple(SPECS),
    "weight": tuple(word for words in WEIGHTS.values() for word in words),
    "w": Bounds(-REACH, REACH, step=0.1),
    "step": Bounds(1e-4, 1.0, log=True),
    "reach": Bounds(0.5, REACH, step=1.0),
    "examples": Bounds(1, 1_000, whole=True, log=True),
    "updates": Bounds(0, 500, whole=True),
    "seed": SEED,
}
FORMULAS = (
    r"L = - \frac{1}{N} \sum \ln p_t",
    r"\mathrm{accuracy} = \frac{\mathrm{right}}{N}",
)


@dataclass(frozen=True, slots=True)
class AccuracyState:
    """`w` is the value of the weight that is moved, seen from −`reach` to `reach`, `step` what an arrow and
    the sentence about a small step move it by. The rest makes the network."""

    network: str = "circles"
    weight: str = "W1[0, 0]"
    w: float = 1.5
    step: float = 0.01
    reach: float = 3.0
    examples: int = 100
    updates: int = 150
    seed: int = 0

    @property
    def subject(self) -> Subject:
        return Subject(self.network, self.weight, self.examples, self.updates, self.seed)


class AccuracyPage(LabPage):
    """See `LabPage`."""

    def __init__(self, row: LabExperiment, parts: Parts) -> None:
        self.curves = AccuracyPicture(parts.icons.theme)
        self._asked: tuple[Subject, float] | None = None
        self._explored: tuple[tuple[Subject, float], Landscape] | None = None
        self._goes_home = False
        self._words_of = ""
        super().__init__(row, parts, AccuracyState(), LIMITS, self.curves, FORMULAS)
        self._cases = published("accuracy")
        controls = self.controls
        controls.choice("network")
        controls.choice("weight")
        controls.number("w", slides=False)
        controls.number("step")
        controls.number("reach", slides=False)
        controls.number("examples")
        controls.number("updates")
        controls.number("seed", slides=False)
        self.curves.dragged.connect(self._on_dragged)
        self.curves.stepped.connect(self._on_stepped)
        self.add_way(self._graph_words, lambda: parts.show_in_graph("simple-net"))
        self.add_way(self._train_words, lambda: parts.train(self.experiment))
        self.start()

    @property
    def experiment(self) -> Experiment:
        """The network on the Train screen, with its data."""
        state: AccuracyState = self.state
        if state.network == "simple_net":
            return preset("simple-net").experiment
        config = TrainingConfig(
            "circles",
            sampling="random",
            optimizer=OptimizerSpec("sgd", RATE),
            length=500,
            length_unit="iterations",
            seed=state.seed,
        )
        return Experiment(SPECS[state.network], config)

    # What follows from the state

    def change(self, name: str, value: object) -> None:
        """One field; another network or another weight begins at that weight's own value."""
        super().change(name, value)
        self._goes_home = name in ("network", "weight", "examples", "updates", "seed")

    def set_state(self, state: Any) -> None:
        """A weight that the network has not gives way to its first one."""
        self._goes_home = False
        words = WEIGHTS[state.network]
        super().set_state(state if state.weight in words else replace(state, weight=next(iter(words))))

    def compute(self) -> None:
        state: AccuracyState = self.state
        what = state.subject, state.reach
        if self._explored is not None and self._explored[0] == what:
            if self.runner.is_busy:
                self.runner.cancel()
            self._show_point()
        elif what != self._asked or not self.runner.is_busy:
            self._asked = what
            self.runner.run(
                lambda: exploring(what[0], -what[1], what[1]), lambda found: self._on_explored(what, found)
            )

    def _on_explored(self, what: tuple[Subject, float], landscape: Landscape) -> None:
        self._explored = what, landscape
        if what != (self.state.subject, self.state.reach):
            return
        if self._goes_home:
            self.set_state(replace(self.state, w=landscape.mover.own))
        self._show_point()

    def _show_point(self) -> None:
        """All that changes while the weight is dragged."""
        assert self._explored is not None
        landscape, state = self._explored[1], self.state
        mover = landscape.mover
        further, here = mover.at(state.w + state.step), mover.at(state.w)
        surface = decision_surface(mover.network, PARTS[state.network], side=SIDE)
        self.curves.set_found(Found(landscape, state.w, state.step, here, further, surface))

    def state_shown(self) -> None:
        state: AccuracyState = self.state
        if self._words_of != state.network:
            self._words_of = state.network
            self.controls.set_words("weight", [(word, word, "") for word in WEIGHTS[state.network]])
        self.controls["weight"].field.show_word(state.weight)
        is_drawn = state.network != "simple_net"
        for name in ("examples", "updates", "seed"):
            self.controls[name].setVisible(is_drawn)

    def _on_dragged(self, taken: str, point: QPointF) -> None:
        if taken == "w":
            digits = max(0, 3 - len(str(int(self.state.reach))))
            self.change("w", round(self.curves.planes().loss.at(point)[0], digits))
            return
        word = self.curves.drawing().weight_at(point)
        if word and word != self.state.weight:
            self.change("weight", word)

    def _on_stepped(self, right: int, up: int) -> None:
        state: AccuracyState = self.state
        if right:
            self.change("w", round(min(max(state.w + right * state.step, -REACH), REACH), 10))
        if up:
            words = list(WEIGHTS[state.network])
            place = min(max(words.index(state.weight) - up, 0), len(words) - 1)
            self.change("weight", words[place])

    def case(self, place: int) -> Mapping[str, Any]:
        weight = self._cases[place].given["weight"]
        return {"network": "simple_net", "weight": weight, "w": _own(weight)}

    def table(self) -> Table:
        head = [self.state.weight, self.tr("loss"), self.tr("accuracy")]
        if self._explored is None:
            return head, []
        landscape = self._explored[1]
        places = [flip.w for flip in landscape.flips]
        levels = landscape.levels
        rows: list[list[object]] = [
            [w, loss, levels[bisect.bisect_right(places, w)]]
            for w, loss in zip(landscape.w.tolist(), landscape.loss.tolist(), strict=True)
        ]
        return head, rows

    # Texts

    def _graph_words(self) -> tuple[str, str]:
        return self.tr("The loss in the graph"), self.tr(
            "Shows simpleNet with its loss as a graph, with the gradient of every weight."
        )

    def _train_words(self) -> tuple[str, str]:
        return self.tr("Train this"), self.tr(
            "Puts this network with its data on the Train screen. Undo there brings back what was on it."
        )

    def _retranslate(self) -> None:
        super()._retranslate()
        words = {"accuracy": self.tr("accuracy"), "right": self.tr("right")}
        self.formula.set_rows([Row((substitute(parse(formula), words),)) for formula in FORMULAS])
        self.curves.setAccessibleName(self.tr("Network, examples, loss and accuracy"))
        set_hint(
            self.curves,
            self.tr(
                "Drag w in a plot, press a weight in the network. Keys: ← → move w by the step, with Shift "
                "×10; ↑ ↓ take another weight."
            ),
        )
        controls = self.controls
        for name, text, tip in self._texts():
            controls.set_texts(name, text, tip)
        controls.set_words(
            "network",
            [
                ("circles", "2-3-2, tanh", self.tr("Three hidden units before two rings of points.")),
                ("simple_net", "simpleNet", self.tr("The book's 2×3 matrix and its single example.")),
            ],
        )
        controls.show_state(self.state)
        set_hint(
            self._book_card,
            self.tr(
                "simpleNet: its loss, with the δ that the book adds in the logarithm, and the slope of the "
                "loss over each of its weights."
            ),
        )
        self.show_book([_printed(case) for case in self._cases])

    def _texts(self) -> tuple[tuple[str, str, str], ...]:
        return (
            ("network", self.tr("Network"), self.tr("The network in which one weight is moved.")),
            ("weight", self.tr("Weight"), self.tr("Which one is moved; all others stay as they are.")),
            ("w", self.tr("w"), self.tr("The value of the weight. It is dragged in the plots, too.")),
            (
                "step",
                self.tr("Step"),
                self.tr("How far an arrow moves w. With a small one the accuracy hardly ever changes."),
            ),
            ("reach", self.tr("Seen to"), self.tr("How far is seen on both sides of 0.")),
            (
                "examples",
                self.tr("Examples"),
                self.tr("Of N examples each is a jump of 1/N: with more of them the steps are finer."),
            ),
            (
                "updates",
                self.tr("Updates"),
                self.tr("How long the network was trained before its weight is moved; with 0 not at all."),
            ),
            (
                "seed",
                self.tr("Seed"),
                self.tr("Points and initial weights are drawn from it. Another one gives other curves."),
            ),
        )


def _own(weight: str) -> float:
    return prepared(Subject("simple_net", weight)).own


def computed(case: Published) -> tuple[float, ...]:
    """What the program gets for a published case: the loss, or its slope over the weight."""
    mover = prepared(Subject("simple_net", case.given["weight"]))
    return (mover.book_loss() if case.given["shows"] == "loss" else mover.at(mover.own).slope,)


def _printed(case: Published) -> Printed:
    (value,) = computed(case)
    weight = case.given["weight"]
    name = "L (+ δ)" if case.given["shows"] == "loss" else f"∂L/∂{weight}"
    printed = case.printed[0].replace("-", "−")
    return Printed(name, number(value, 6), number(value, 12), printed, case.agrees((value,)))
