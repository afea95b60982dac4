"""The screen of vanishing gradients: how many layers, of what kind, with which weights, and what follows."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtWidgets import QPushButton

from core.experiments.deep import DeepNetwork, Flow, Progress, flowing
from core.experiments.published import Published, published
from core.nn.initializers import InitializerSpec
from core.nn.optimizers import OptimizerSpec
from core.nn.spec import LayerSpec, NetworkSpec
from core.training.config import Experiment, TrainingConfig
from gui.lab.experiment import LabExperiment, Parts
from gui.lab.keeping import Table
from gui.lab.page import LabPage
from gui.lab.state import SEED, Bounds, Limits
from gui.lab.vanishing import texts
from gui.lab.vanishing.picture import FlowPicture
from gui.language.numbers import number
from gui.widgets.book_line import Printed
from gui.widgets.roles import set_hint, set_tip

LIMITS: Limits = {
    "depth": Bounds(1, 50, whole=True),
    "width": Bounds(1, 2_000, whole=True, log=True),
    "inputs": Bounds(2, 10_000, whole=True, log=True),
    "activation": texts.ACTIVATIONS,
    "beside": ("", *texts.ACTIVATIONS),
    "init": texts.INITS,
    "sigma": Bounds(1e-4, 10.0, log=True),
    "seed": SEED,
}
FORMULAS = (
    r"y_k = h(y_{k-1} \cdot W_k)",
    r"\frac{\partial L}{\partial y_k} = \left( \frac{\partial L}{\partial y_{k+1}} \cdot h' "
    r"\right) \cdot W_{k+1}^\top",
)


@dataclass(frozen=True, slots=True)
class VanishingState:
    """`beside`: the activation of a second network of the same seed; empty for none."""

    depth: int = 10
    width: int = 100
    inputs: int = 1_000
    activation: str = "sigmoid"
    beside: str = "relu"
    init: str = "xavier"
    sigma: float = 0.01
    batch_norm: bool = False
    seed: int = 0

    @property
    def networks(self) -> tuple[DeepNetwork, ...]:
        first = DeepNetwork(
            self.depth,
            self.width,
            self.inputs,
            self.activation,
            self.init,
            self.sigma,
            self.batch_norm,
            self.seed,
        )
        return (first, replace(first, activation=self.beside)) if self.beside else (first,)


BOOK_PARTS: Mapping[str, Mapping[str, Any]] = {
    "zeros": {"init": "zeros", "batch_norm": False},
    "initial": {"init": "xavier", "batch_norm": False},
    "batch-norm": {"init": "xavier", "batch_norm": True},
}


class VanishingPage(LabPage):
    """See `LabPage`."""

    book_parts = BOOK_PARTS

    def __init__(self, row: LabExperiment, parts: Parts) -> None:
        self.flows = FlowPicture(parts.icons.theme)
        super().__init__(row, parts, VanishingState(), LIMITS, self.flows, FORMULAS)
        self._cases = published("vanishing")
        self._computed: tuple[tuple[float, float], ...] = ()
        self.both_button = QPushButton()
        controls = self.controls
        controls.add(self.both_button)
        controls.number("depth")
        controls.number("width")
        controls.number("inputs")
        controls.choice("activation")
        controls.choice("beside")
        controls.choice("init")
        controls.number("sigma")
        controls.switch("batch_norm")
        controls.number("seed", slides=False)
        self.both_button.clicked.connect(self.show_both)
        self.add_way(self._graph_words, lambda: parts.show_in_graph("sigmoid"))
        self.add_way(self._train_words, lambda: parts.train(self.experiment))
        self.start()

    def show_both(self) -> None:
        """Sigmoid beside ReLU, from one seed."""
        self.set_state(replace(self.state, activation="sigmoid", beside="relu"))

    @property
    def experiment(self) -> Experiment:
        """The first of the two networks before MNIST, with the training of the book."""
        state: VanishingState = self.state
        init = InitializerSpec(state.init, state.sigma)
        between = [LayerSpec("batch_norm")] if state.batch_norm else []
        block = (LayerSpec("affine", state.width, init), *between, LayerSpec(state.activation))
        layers = (*(layer for _ in range(state.depth) for layer in block), LayerSpec("affine", 10, init))
        config = TrainingConfig(
            sampling="random",
            optimizer=OptimizerSpec("sgd", 0.1),
            length=1_500,
            length_unit="iterations",
            seed=state.seed,
        )
        return Experiment(NetworkSpec(784, layers), config)

    # What follows from the state

    def compute(self) -> None:
        networks = self.state.networks
        self.runner.run(lambda: _both(networks), self.flows.set_flows)
        if not self._computed:
            cases = self._cases
            self.parts.jobs.start(
                "lab-vanishing-book", lambda: _figures(cases), self._on_computed, self._on_failed
            )

    def _on_computed(self, figures: tuple[tuple[float, float], ...]) -> None:
        self._computed = figures
        self._show_book()

    def case(self, place: int) -> Mapping[str, Any]:
        first = {"depth": 5, "width": 100, "inputs": 1_000, "seed": 0, "batch_norm": False, "beside": ""}
        return {**first, **self._cases[place].given}

    def state_shown(self) -> None:
        self.controls["sigma"].setVisible(self.state.init == "normal")

    def table(self) -> Table:
        head = [
            self.tr("network"),
            self.tr("layer"),
            self.tr("mean of y"),
            self.tr("standard deviation of y"),
            self.tr("RMS of h′"),
            self.tr("factor of the weights"),
            self.tr("h′ multiplied"),
            self.tr("expected RMS of ∂L/∂y"),
            self.tr("RMS of ∂L/∂y"),
            self.tr("RMS of ∂L/∂W"),
        ]
        rows: list[list[object]] = [
            [
                texts.flow_title(flow.network),
                place,
                layer.mean,
                layer.std,
                layer.slope,
                layer.weights,
                layer.slopes,
                layer.product,
                layer.gradient,
                layer.weight_gradient,
            ]
            for flow in self.flows.flows
            for place, layer in enumerate(flow.layers, start=1)
        ]
        return head, rows

    def _show_book(self) -> None:
        computed = self._computed or (None,) * len(self._cases)
        pairs = zip(self._cases, computed, strict=True)
        self.show_book([_printed(case, figures) for case, figures in pairs])

    # Texts

    def _graph_words(self) -> tuple[str, str]:
        return self.tr("h′ in the graph"), self.tr("Shows sigmoid and its slope y(1 − y) as a graph.")

    def _train_words(self) -> tuple[str, str]:
        return self.tr("Train this"), self.tr(
            "Puts the first of these networks before MNIST, with SGD 0.1 and batches of 100, on the Train "
            "screen. Undo there brings back what was on it."
        )

    def _retranslate(self) -> None:
        super()._retranslate()
        self.flows.setAccessibleName(self.tr("Activations and gradients, layer by layer"))
        self.flows.setWhatsThis(
            self.tr("How the values and the gradients of each layer are spread; the arrows read the layers.")
        )
        self.both_button.setText(self.tr("Sigmoid and ReLU"))
        set_tip(self.both_button, self.tr("Both from one seed: the same inputs, weights and gradient."))
        controls = self.controls
        for name, text, tip in self._texts():
            controls.set_texts(name, text, tip)
        controls.set_words("activation", texts.activation_words())
        controls.set_words("beside", texts.activation_words(or_none=True))
        controls.set_words("init", texts.init_words())
        controls.show_state(self.state)
        set_hint(
            self._book_card,
            self.tr(
                "The standard deviation of the activations in layer 1 and layer 5: five layers of 100, 1,000 "
                "inputs, seed 0. Press a line to see its picture."
            ),
        )
        self._show_book()

    def _texts(self) -> tuple[tuple[str, str, str], ...]:
        return (
            (
                "depth",
                self.tr("Layers"),
                self.tr("How many layers, from 1 to 50. Each multiplies the gradient once more."),
            ),
            (
                "width",
                self.tr("Units of a layer"),
                self.tr("The width of every layer. With more units the histograms are smoother."),
            ),
            (
                "inputs",
                self.tr("Inputs"),
                self.tr("How many examples are drawn from N(0, 1). More of them take longer."),
            ),
            (
                "activation",
                self.tr("Activation"),
                self.tr("The activation function h of all layers."),
            ),
            (
                "beside",
                self.tr("Beside it"),
                self.tr("A second network with another activation, from the same draws."),
            ),
            (
                "init",
                self.tr("Initial weights"),
                self.tr("From how wide a normal distribution the weights are drawn."),
            ),
            (
                "sigma",
                self.tr("σ"),
                self.tr("The standard deviation of the weights. Larger ones saturate, smaller ones vanish."),
            ),
            (
                "batch_norm",
                self.tr("Batch normalization"),
                self.tr("On: each layer's sums are brought to mean 0 and variance 1 before the activation."),
            ),
            (
                "seed",
                self.tr("Seed"),
                self.tr("All chance is drawn from it. Another seed gives other numbers."),
            ),
        )


def _both(networks: tuple[DeepNetwork, ...]) -> Generator[tuple[int, int], None, list[Flow]]:
    """One network after the other, as one piece of work."""
    flows = []
    for place, network in enumerate(networks):
        steps = flowing(network)
        while True:
            try:
                progress: Progress = next(steps)
            except StopIteration as end:
                flows.append(end.value)
                break
            yield place * progress.total + progress.done, len(networks) * progress.total
    return flows


def _figures(
    cases: tuple[Published, ...],
) -> Generator[tuple[int, int], None, tuple[tuple[float, float], ...]]:
    """The standard deviation in the first and the last layer of each published case."""
    found = []
    for case in cases:
        (flow,) = yield from _both((DeepNetwork(**case.given),))
        found.append((flow.layers[0].std, flow.layers[-1].std))
    return tuple(found)


def _printed(case: Published, figures: tuple[float, float] | None) -> Printed:
    name = texts.case_title(case.given["activation"], case.given["init"], case.given.get("sigma", 1.0))
    printed = "→".join(case.printed).replace("-", "−")
    if figures is None:
        return Printed(name, "", "", printed, matches=False)
    brief = "→".join(number(value, 3) for value in figures)
    computed = " → ".join(number(value, 6) for value in figures)
    return Printed(name, brief, computed, printed, case.agrees(figures))
