"""The screen of the loss surface: a network that is trained here, and a slice through its loss."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPointF
from PySide6.QtGui import QHideEvent

from core.data import DataSet
from core.errors import LabError
from core.experiments.landscape import Landscape, Settings, exploring
from core.experiments.snapshots import Run, Training, require_labels
from core.nn.initializers import InitializerSpec
from core.nn.optimizers import USUAL_RATES
from core.nn.spec import LayerSpec, NetworkSpec
from core.training.config import Experiment, TrainingConfig
from gui.document.change import Change
from gui.lab.experiment import LabExperiment, Parts
from gui.lab.keeping import Table
from gui.lab.landscape.picture import LandscapePicture, Reading
from gui.lab.landscape.state import FAR, LIMITS, LandscapeState
from gui.lab.optimizers import ENGLISH, title_of
from gui.lab.page import LabPage
from gui.lab.plane import rounded
from gui.widgets.roles import set_hint

FORMULAS = (
    r"L(a, b) = L(p + a \ u + b \ v)",
    r"u_k = d_k \cdot \frac{| W_k |}{| d_k |}, \ d ~ N(0, 1)",
)
STEP_SHARE = 100  # of what is seen: one step of an arrow
MOST_RUNS = 2
QUICK = 500_000
"""Values of a hidden layer that are computed within a frame."""


class LandscapePage(LabPage):
    """See `LabPage`. Training and slice are one job; the mark is a matter of a frame."""

    def __init__(self, row: LabExperiment, parts: Parts) -> None:
        self.landscape = LandscapePicture(parts.icons.theme)
        super().__init__(row, parts, LandscapeState(), LIMITS, self.landscape, FORMULAS)
        self._of: tuple[Settings, DataSet] | None = None
        self._runs: dict[Training, Run] = {}
        controls = self.controls
        controls.choice("directions")
        controls.number("direction_seed", slides=False)
        controls.number("other_seed", slides=False)
        controls.number("extent")
        controls.number("resolution")
        controls.number("a", slides=False)
        controls.number("b", slides=False)
        controls.number("at")
        controls.number("width")
        controls.choice("optimizer")
        controls.number("rate")
        controls.number("updates")
        controls.number("images")
        controls.number("seed", slides=False)
        self.landscape.dragged.connect(self._on_dragged)
        self.landscape.stepped.connect(self._on_stepped)
        parts.table.changed.connect(self._on_table)
        self.add_way(self._graph_words, lambda: parts.show_in_graph("softmax-with-loss"))
        self.train_button = self.add_way(self._train_words, lambda: parts.train(self.experiment))
        self.start()

    @property
    def experiment(self) -> Experiment:
        """The same network before MNIST, for the Train screen."""
        state: LandscapeState = self.state
        init = InitializerSpec("he")
        layers = (LayerSpec("affine", state.width, init), LayerSpec("relu"), LayerSpec("affine", 10, init))
        config = TrainingConfig(
            optimizer=state.settings.training.optimizer,
            length=state.updates,
            length_unit="iterations",
            seed=state.seed,
        )
        return Experiment(NetworkSpec(784, layers), config)

    # What follows from the state

    def change(self, name: str, value: object) -> None:
        """One field; another optimizer brings its usual rate, for that of the one before would mislead."""
        if name == "optimizer" and value != self.state.optimizer:
            rate = USUAL_RATES[str(value)]
            self.set_state(replace(self.state, optimizer=str(value), rate=rate))
        else:
            super().change(name, value)

    def state_shown(self) -> None:
        self.controls["other_seed"].setVisible(self.state.directions == "other")
        self._show_mark()

    def compute(self) -> None:
        try:
            data = require_labels(self.parts.table.data)
        except LabError as error:
            self._forget()
            self.refuse(error)
            return
        settings: Settings = self.state.settings
        if self._of is not None and self._of[1] is not data:
            self._forget()
        if self._of == (settings, data):
            return
        self._of = settings, data
        known = dict(self._runs)
        self.runner.run(
            lambda: exploring(settings, data, known), lambda found: self._on_found(settings, found)
        )

    def _on_found(self, settings: Settings, found: Landscape) -> None:
        self._runs.update(zip(settings.trainings, found.runs, strict=True))
        for old in list(self._runs)[:-MOST_RUNS]:
            if old not in settings.trainings:
                del self._runs[old]
        self.landscape.set_landscape(found, settings.directions)
        self._show_mark()

    def _forget(self) -> None:
        """The data are others, or there are none: what was trained was trained on what is gone."""
        self.runner.cancel()
        self._of = None
        self._runs.clear()
        self.landscape.set_landscape(None, self.state.directions)

    def _show_mark(self) -> None:
        """The mark and the snapshot, with what is true there."""
        state: LandscapeState = self.state
        land = self.landscape.landscape
        reading = None
        if land is not None:
            is_exact = land.loss.values <= QUICK
            look = land.loss.at if is_exact else land.samples.at
            reading = Reading(*self.parts.jobs.at_once(lambda: look(state.a, state.b)), is_exact)
        self.landscape.set_mark((state.a, state.b), reading, state.at)

    def _on_failed(self, error: BaseException) -> None:
        self._of = None
        super()._on_failed(error)

    def _on_stopped(self) -> None:
        self._of = None
        super()._on_stopped()

    def hideEvent(self, event: QHideEvent) -> None:
        if self.runner.is_busy:
            self._of = None
        super().hideEvent(event)

    def _on_table(self, what: Change) -> None:
        if what & Change.DATA:
            self._compute_if_seen()

    def _on_dragged(self, taken: str, point: QPointF) -> None:
        if taken == "at":
            self.change("at", self.landscape.snapshot_at(point))
            return
        self._go_to(*self.landscape.planes().surface.at(point))

    def _on_stepped(self, right: int, up: int) -> None:
        land = self.landscape.landscape
        if land is not None:
            step = (land.spans[0][1] - land.spans[0][0]) / STEP_SHARE
            self._go_to(self.state.a + right * step, self.state.b + up * step)

    def _go_to(self, a: float, b: float) -> None:
        spans = self.landscape.planes().surface
        a, b = (rounded(min(max(value, -FAR), FAR), span) for value, span in ((a, spans.x), (b, spans.y)))
        self.set_state(replace(self.state, a=a, b=b))

    def case(self, place: int) -> Mapping[str, Any]:
        """Nothing is published of it that chance would not change."""
        return {}

    def table(self) -> Table:
        """Every snapshot of each path, and every point of the surface."""
        head = [self.tr("what"), self.tr("updates"), "a", "b", self.tr("loss"), self.tr("accuracy")]
        land = self.landscape.landscape
        if land is None:
            return head, []
        rows: list[list[object]] = []
        for name, run, way in zip(
            (self.tr("path"), self.tr("other run")), land.runs, land.ways, strict=False
        ):
            columns = (run.updates, way[:, 0], way[:, 1], run.losses, run.accuracies)
            rows += [[name, *row] for row in zip(*(column.tolist() for column in columns), strict=True)]
        samples = land.samples
        rows += [
            [self.tr("surface"), "", a, b, samples.losses[row, column], samples.accuracies[row, column]]
            for row, b in enumerate(samples.b.tolist())
            for column, a in enumerate(samples.a.tolist())
        ]
        return head, rows

    # Texts

    def _graph_words(self) -> tuple[str, str]:
        return self.tr("Loss in the graph"), self.tr(
            "Shows softmax cross entropy, the height of this surface, as a graph with its gradients."
        )

    def _train_words(self) -> tuple[str, str]:
        return self.tr("Train this"), self.tr(
            "Puts this network with its optimizer before all of MNIST, on the Train screen. Undo there "
            "brings back what was on it."
        )

    def _retranslate(self) -> None:
        super()._retranslate()
        self.landscape.setAccessibleName(self.tr("The loss surface with the path of the training"))
        set_hint(
            self.landscape,
            self.tr(
                "Drag the mark ◆, or the snapshot in “On the way”. Keys: the arrows move ◆; with Shift ×10."
            ),
        )
        controls = self.controls
        for name, text, tip in self._texts():
            controls.set_texts(name, text, tip)
        controls.set_words("directions", self._direction_words())
        controls.set_words("optimizer", [(kind, title_of(kind), "") for kind in ENGLISH])
        controls.show_state(self.state)
        self.show_book(())

    def _direction_words(self) -> list[tuple[str, str, str]]:
        return [
            (
                "path",
                self.tr("of the path"),
                self.tr("The two directions in which the training moved most: its path is seen best."),
            ),
            (
                "random",
                self.tr("random"),
                self.tr("Two drawn from N(0, 1), each array as long as that of the network."),
            ),
            (
                "other",
                self.tr("another run"),
                self.tr("Towards a network trained from another seed, and towards the start."),
            ),
        ]

    def _texts(self) -> tuple[tuple[str, str, str], ...]:
        return (
            ("directions", self.tr("Directions"), self.tr("Which u and v span the plane of the slice.")),
            (
                "direction_seed",
                self.tr("Seed of u, v"),
                self.tr(
                    "Random directions are drawn from it. Take another to see how far the picture depends on "
                    "it; the dotted lines are eight more."
                ),
            ),
            (
                "other_seed",
                self.tr("Other run's seed"),
                self.tr("Initial weights and batches of the other run are drawn from it."),
            ),
            (
                "extent",
                self.tr("Extent"),
                self.tr("How much is seen around the path, in lengths of u. More shows steeper walls."),
            ),
            (
                "resolution",
                self.tr("Resolution"),
                self.tr("So many points a side are computed. More take longer, and show finer contours."),
            ),
            ("a", self.tr("Mark a"), self.tr("Where ◆ is along u. It is dragged in the picture, too.")),
            ("b", self.tr("Mark b"), self.tr("Where ◆ is along v. It is dragged in the picture, too.")),
            (
                "at",
                self.tr("Snapshot"),
                self.tr("Which point of the path is marked; it is dragged in “On the way”, too."),
            ),
            (
                "width",
                self.tr("Units"),
                self.tr("Units of the hidden layer. Each has 784 weights of its own on MNIST."),
            ),
            (
                "optimizer",
                self.tr("Optimizer"),
                self.tr("Which one trains. Another one takes another path; its usual rate comes with it."),
            ),
            ("rate", self.tr("Rate η"), self.tr("The learning rate. A too large one runs away.")),
            (
                "updates",
                self.tr("Updates"),
                self.tr("How long is trained, by batches of 50. More lead further down."),
            ),
            (
                "images",
                self.tr("Images"),
                self.tr("The first of the training set: trained on and measured. More take longer."),
            ),
            (
                "seed",
                self.tr("Seed"),
                self.tr("Initial weights and batches are drawn from it. Another seed ends elsewhere."),
            ),
        )
