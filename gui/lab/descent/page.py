"""The screen of gradient descent: a surface, a start, and one optimizer or several that go down."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QPushButton

from core.calculus.differentiation import numerical_gradient
from core.errors import LabError, translatable
from core.experiments.published import published
from core.experiments.race import racing
from core.nn.optimizers import USUAL_RATES, OptimizerSpec
from core.training.config import Experiment
from core.training.presets import preset
from gui.lab.descent import cases
from gui.lab.descent.picture import DescentPicture
from gui.lab.descent.state import FAR, LIMITS, DescentState
from gui.lab.descent.surfaces import (
    NAMES,
    OFFERED,
    RACERS,
    TYPED,
    Ground,
    function_of,
    grounding,
)
from gui.lab.descent.transport import Transport
from gui.lab.experiment import LabExperiment, Parts
from gui.lab.keeping import Table
from gui.lab.page import LabPage
from gui.lab.plane import rounded
from gui.lab.typed_field import TypedField
from gui.widgets.roles import set_hint, set_tip

FORMULAS = (
    r"∇ f = \left( \frac{\partial f}{\partial x}, \frac{\partial f}{\partial y} \right)",
    r"(x, y) \ ← \ (x, y) - η \ ∇ f",
)
STEP_SHARE = 100  # of what is seen: one step of an arrow
_NOTHING = (math.nan, math.nan)
RACE = {"updates": 30, "at": 30, "by_differences": False}


def _surface_fields(word: str) -> dict[str, Any]:
    """A surface that is offered, with its start and its range."""
    each = OFFERED[word]
    (left, right), (low, high) = each.function.domain
    x, y = each.function.start
    return {"text": each.text, "x": x, "y": y, "left": left, "right": right, "low": low, "high": high}


BOOK_PARTS: Mapping[str, Mapping[str, Any]] = {
    "gradient": {
        **_surface_fields("sum_of_squares"),
        "updates": 100,
        "at": 100,
        "by_differences": False,
        "rate_sgd": 0.1,
        **{kind: kind == "sgd" for kind in RACERS},
    },
    "race": {
        **_surface_fields("long_valley"),
        **RACE,
        **dict.fromkeys(RACERS, True),
        **{f"rate_{kind}": racer.rate for kind, racer in RACERS.items()},
    },
}


class DescentPage(LabPage):
    """See `LabPage`."""

    book_parts = BOOK_PARTS

    def __init__(self, row: LabExperiment, parts: Parts) -> None:
        self.surface = DescentPicture(parts.icons.theme)
        super().__init__(row, parts, DescentState(), LIMITS, self.surface, FORMULAS)
        self._cases = published("descent")
        self._figures: tuple[tuple[float, ...], ...] = ()
        self._run_of: DescentState | None = None
        self._ground_of: tuple[object, ...] = ()
        self.transport = Transport(parts.icons)
        self.picture_card.body.addWidget(self.transport)
        self.race_button = QPushButton()
        self.typed = TypedField(NAMES)
        self._add_controls()
        self.transport.asked.connect(lambda at: self.change("at", at))
        self.race_button.clicked.connect(self.race)
        self.typed.entered.connect(lambda text: self.change("text", text))
        self.surface.dragged.connect(self._on_dragged)
        self.surface.stepped.connect(self._on_stepped)
        self.surface.resized.connect(self._make_ground)
        self.train_button = self.add_way(self._train_words, lambda: parts.train(self.experiment))
        self.start()

    def _add_controls(self) -> None:
        controls = self.controls
        controls.add(self.race_button)
        controls.choice("offered")
        controls.add(self.typed)
        controls.number("x", slides=False)
        controls.number("y", slides=False)
        controls.number("updates")
        controls.number("at", slides=False)
        for kind in RACERS:
            controls.switch(kind)
            controls.number(f"rate_{kind}")
        controls.switch("by_differences")
        for name in ("left", "right", "low", "high"):
            controls.number(name, slides=False)

    def race(self) -> None:
        """All optimizers, on the valley of the book, from its start."""
        self.show_part("race")

    @property
    def experiment(self) -> Experiment:
        """The first of the optimizers with its usual rate, before the two-layer network."""
        kind = next((spec.kind for spec in self.state.specs), "sgd")
        experiment = preset("two-layer").experiment
        optimizer = OptimizerSpec(kind, USUAL_RATES[kind])
        return replace(experiment, training=replace(experiment.training, optimizer=optimizer))

    # What follows from the state

    def change(self, name: str, value: object) -> None:
        """One field; a surface that is offered brings its range and its start."""
        if name != "offered":
            super().change(name, value)
        elif value in OFFERED:
            self.set_state(replace(self.state, **_surface_fields(str(value))))
        else:
            self.controls.show_state(self.state)
            self.typed.edit.setFocus()

    def set_state(self, state: Any) -> None:
        """No more updates are seen than there are."""
        super().set_state(replace(state, at=min(state.at, state.updates)))

    def compute(self) -> None:
        state: DescentState = self.state
        try:
            function = self._sound_function(state)
        except LabError as error:
            self.refuse(error)
            return
        self.surface.set_range(*state.ranges, len(state.specs))
        point = np.array([state.x, state.y])
        with np.errstate(all="ignore"):
            height = float(function.value(point))
            exact = function.gradient(point)
            differences = numerical_gradient(function.value, point)
        if math.isfinite(height):
            self.surface.set_start((state.x, state.y), tuple(exact.tolist()), tuple(differences.tolist()))
        else:
            self.surface.set_start((state.x, state.y), _NOTHING, _NOTHING)
        self.surface.set_at(state.at)
        self._make_ground()
        what = replace(state, at=0)
        if what != self._run_of:
            self._run_of = what
            self.runner.run(lambda: _run(what), self.surface.set_ways)
        if not self._figures and not self.parts.jobs.is_busy("lab-descent-book"):
            self.parts.jobs.start(
                "lab-descent-book",
                partial(cases.figures, self._cases),
                self._on_figures,
                self._on_failed,
            )

    @staticmethod
    def _sound_function(state: DescentState) -> Any:
        for low, high in state.ranges:
            if not low < high:
                template = translatable(
                    "errors", "Nothing lies between {left} and {right}: let “from” be the smaller."
                )
                raise LabError(template, left=low, right=high)
        return function_of(state.text)

    def _make_ground(self) -> None:
        """Compute it in a job of its own: it depends on the surface and on the size alone."""
        state: DescentState = self.state
        plane = self.surface.plane()
        size = plane.place.width(), plane.place.height()
        what = (state.text, plane.x, plane.y, size)
        if what == self._ground_of or not self.isVisible() or min(size) < 20:
            return
        self._ground_of = what
        self.parts.jobs.start(
            "lab-descent-ground",
            lambda: grounding(state.text, plane.x, plane.y, *size),
            self._on_ground,
            self._on_failed,
        )

    def _on_ground(self, ground: Ground) -> None:
        self.surface.set_ground(ground)

    def _on_figures(self, figures: tuple[tuple[float, ...], ...]) -> None:
        self._figures = figures
        self._show_cases()

    def _on_stopped(self) -> None:
        self._run_of = None
        super()._on_stopped()

    def hideEvent(self, event: QHideEvent) -> None:
        self.transport.stop()
        self.parts.jobs.cancel("lab-descent-ground")
        self.parts.jobs.cancel("lab-descent-book")
        self._ground_of, self._run_of, self._is_stale = (), None, True
        super().hideEvent(event)

    def state_shown(self) -> None:
        state: DescentState = self.state
        self.typed.show_text(state.text)
        self.transport.show_at(state.at, state.updates)
        for kind in RACERS:
            self.controls[f"rate_{kind}"].setVisible(getattr(state, kind))

    def _on_dragged(self, _taken: str, point: QPointF) -> None:
        self._go_to(*self.surface.plane().at(point))

    def _on_stepped(self, right: int, up: int) -> None:
        state: DescentState = self.state
        self._go_to(
            state.x + right * (state.right - state.left) / STEP_SHARE,
            state.y + up * (state.high - state.low) / STEP_SHARE,
        )

    def _go_to(self, x: float, y: float) -> None:
        pairs = zip((x, y), self.state.ranges, strict=True)
        x, y = (rounded(min(max(value, -FAR), FAR), span) for value, span in pairs)
        self.set_state(replace(self.state, x=x, y=y))

    def case(self, place: int) -> Mapping[str, Any]:
        return cases.fields(self._cases[place])

    def table(self) -> Table:
        """Every place on every way."""
        head = [self.tr("optimizer"), self.tr("rate"), self.tr("update"), "x", "y", "f"]
        rows: list[list[object]] = [
            [RACERS[way.spec.kind].title, way.spec.learning_rate, update, x, y, height]
            for way in self.surface.ways
            for update, ((x, y), height) in enumerate(
                zip(way.path.tolist(), way.heights.tolist(), strict=True)
            )
        ]
        return head, rows

    def _show_cases(self) -> None:
        computed = self._figures or (None,) * len(self._cases)
        self.show_book([cases.printed(*pair) for pair in zip(self._cases, computed, strict=True)])

    # Texts

    def _train_words(self) -> tuple[str, str]:
        return self.tr("Train with this"), self.tr(
            "Puts the two-layer network with the first of these optimizers, at its usual rate, on the Train "
            "screen. Undo there brings back what was on it."
        )

    def _retranslate(self) -> None:
        super()._retranslate()
        self.surface.setAccessibleName(self.tr("The surface and the ways down"))
        set_hint(self.surface, self.tr("Drag the start. Keys: the arrows move it; with Shift ×10."))
        self.race_button.setText(self.tr("Race of all six"))
        set_tip(self.race_button, self.tr("All six from one start, on the long valley of the book."))
        controls = self.controls
        words = [(word, each.title, "") for word, each in OFFERED.items()]
        controls.set_words("offered", [*words, (TYPED, self.tr("typed below"), "")])
        for name, text, tip in self._texts():
            controls.set_texts(name, text, tip)
        for kind, racer in RACERS.items():
            controls.set_texts(kind, racer.title, self.tr("Whether {title} goes.").format(title=racer.title))
            controls.set_texts(
                f"rate_{kind}",
                self.tr("Rate η"),
                self.tr("The learning rate. A larger one strides, a too large one runs away."),
            )
        self.typed.set_label(
            self.tr("f(x, y)"),
            self.tr("f, typed: x, y, numbers, + − * / **, and functions such as sin, exp, log, tanh, abs."),
        )
        controls.show_state(self.state)
        self._show_cases()

    def _texts(self) -> tuple[tuple[str, str, str], ...]:
        edge = self.tr("An edge of what is seen at least; both axes keep one scale.")
        return (
            ("offered", self.tr("Surface"), self.tr("A surface to begin with. Any other is typed below.")),
            ("x", self.tr("Start x"), self.tr("Where all ways begin. It is dragged in the picture, too.")),
            ("y", self.tr("Start y"), self.tr("Where all ways begin. It is dragged in the picture, too.")),
            ("updates", self.tr("Updates"), self.tr("How many are computed. More of them lead further.")),
            (
                "at",
                self.tr("Seen"),
                self.tr("How many of them are seen; the slider sets it, too."),
            ),
            (
                "by_differences",
                self.tr("By differences"),
                self.tr(
                    "On: central differences with h = 0.0001, as in the book, in place of the exact gradient."
                ),
            ),
            ("left", self.tr("Seen from x"), edge),
            ("right", self.tr("to x"), edge),
            ("low", self.tr("Seen from y"), edge),
            ("high", self.tr("to y"), edge),
        )


def _run(state: DescentState) -> Any:
    """The generator of the ways of a state."""
    return racing(
        function_of(state.text),
        state.specs,
        (state.x, state.y),
        state.updates,
        state.ranges,
        state.by_differences,
    )
