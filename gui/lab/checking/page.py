"""The screen of the gradient check: a network checked, a mistake to be found, and the cost of both ways."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QLabel, QPushButton, QTabWidget

from core.errors import LabError
from core.experiments.checking import (
    Batch,
    Race,
    Report,
    SweepPoint,
    book_network,
    puzzle,
    reporting,
)
from core.experiments.examples import fits
from core.experiments.faults import FAULTS
from core.experiments.published import Published, published
from core.nn.gradient_check import sampled_entries
from core.nn.network import Network
from core.training.presets import preset
from gui.document.change import Change
from gui.document.sources import Answer
from gui.lab.checking import work
from gui.lab.checking.bug import BugView
from gui.lab.checking.dots import DotsView
from gui.lab.checking.images import DifferenceImages
from gui.lab.checking.race import RaceView
from gui.lab.checking.sweep import SweepView
from gui.lab.checking.texts import array_sentence, kink_sentence
from gui.lab.checking.work import LIMITS, VIEWS, CheckState, fault_of
from gui.lab.experiment import LabExperiment, Parts
from gui.lab.keeping import Table
from gui.lab.page import LabPage
from gui.language.numbers import count, number
from gui.language.texts import translate
from gui.widgets.book_line import Printed
from gui.widgets.layouts import Stretch, column_of, holding, row_of, scrolled
from gui.widgets.roles import set_hint, set_hue, set_tip, with_role
from gui.widgets.tab_names import name_tabs

FORMULAS = (r"\frac{\partial L}{\partial w} \cdot 2 h = L(w + h) - L(w - h)",)


class CheckingPage(LabPage):
    """See `LabPage`. The network on the table is asked for a copy of this moment, also while it trains."""

    def __init__(self, row: LabExperiment, parts: Parts) -> None:
        theme = parts.icons.theme
        self.dots, self.sweep = DotsView(theme), SweepView(theme)
        self.images, self.bug, self.race = DifferenceImages(theme), BugView(theme), RaceView(theme)
        self.array_text = with_role(QLabel(wordWrap=True), "small")
        self.kink_text = with_role(QLabel(wordWrap=True), "small")
        self.subject_text = with_role(QLabel(wordWrap=True), "muted")
        self.bug_text, self.bug_hint = QLabel(wordWrap=True), with_role(QLabel(wordWrap=True), "muted")
        self.next_button = QPushButton()
        self.tabs = QTabWidget(documentMode=True)
        self._build_tabs()
        super().__init__(row, parts, CheckState(), LIMITS, self.tabs, FORMULAS)
        self._cases = published("checking")
        self._computed: tuple[float, ...] = ()
        self._batch: Batch | None = None
        self._asked = 0
        controls = self.controls
        controls.choice("subject")
        controls.number("images")
        controls.number("h")
        for name in ("float32", "delta", "every"):
            controls.switch(name)
        controls.number("puzzle", slides=False)
        controls.number("seed", slides=False)
        self.add_way(self._graph_words, lambda: parts.show_in_graph("softmax-with-loss"))
        self.add_way(self._train_words, lambda: parts.train(preset("two-layer-book").experiment))
        self._connect_parts()
        self.start()

    def _build_tabs(self) -> None:
        lines = scrolled(self.dots)
        bar = lines.verticalScrollBar().sizeHint().width()
        lines.setMinimumWidth(self.dots.minimumSizeHint().width() + bar)
        texts = column_of(self.subject_text, (lines, 3), self.array_text, self.kink_text, spacing=4)
        upper = row_of((holding(texts), 3), (self.images, 2), spacing=16)
        check = column_of((holding(upper), 5), (self.sweep, 4), spacing=8, margins=(0, 8, 0, 0))
        answer = row_of((self.bug_text, 1), self.next_button, spacing=8)
        bug = column_of(self.bug_hint, self.bug, answer, Stretch(1), spacing=12, margins=(0, 12, 0, 0))
        cost = column_of((self.race, 1), margins=(0, 12, 0, 0))
        self._pages = [holding(layout) for layout in (check, bug, cost)]
        for page in self._pages:
            self.tabs.addTab(page, "")

    def _connect_parts(self) -> None:
        self.tabs.currentChanged.connect(self._on_tab)
        self.sweep.h_wanted.connect(lambda h: self.change("h", h))
        self.bug.chosen.connect(self.guess)
        self.dots.chosen.connect(lambda _place: self._show_words())
        self.next_button.clicked.connect(self.next_puzzle)
        self.parts.table.changed.connect(self._on_table)

    # The state

    def state_shown(self) -> None:
        state: CheckState = self.state
        with QSignalBlocker(self.tabs):
            self.tabs.setCurrentIndex(VIEWS.index(state.view))
        self.sweep.set_h(state.h)
        checks = state.view == "check"
        for name in ("h", "float32", "delta", "every"):
            self.controls[name].setVisible(checks)
        for name in ("subject", "images"):
            self.controls[name].setVisible(state.view != "bug")
        self.controls["puzzle"].setVisible(state.view == "bug")

    def _on_tab(self, place: int) -> None:
        self.change("view", VIEWS[place])

    def _on_table(self, what: Change) -> None:
        """Other data or another network: what was checked is no longer it. A report of a run is not one."""
        if what & (Change.DATA | Change.NETWORK) and self.state.view != "bug":
            self._compute_if_seen()

    def case(self, place: int) -> Mapping[str, Any]:
        given = self._cases[place].given
        state = {"subject": "book", "images": 3, "h": 1e-4, "seed": 0, "every": False}
        switches = {name: bool(given.get(name)) for name in ("delta", "float32")}
        return {**state, **switches, "view": "check"}

    # What follows from it

    def compute(self) -> None:
        state: CheckState = self.state
        self._asked += 1
        if state.view == "bug":
            self._compute_puzzle()
        elif state.subject == "book":
            self._take(lambda: book_network(state.seed))
        else:
            asked = self._asked
            self.parts.table.request(lambda found: self._on_copy(asked, found))
        self._compute_book()

    def _on_copy(self, asked: int, found: Answer) -> None:
        if asked != self._asked or self.state.subject != "table":
            return
        if isinstance(found, LabError):
            self.refuse(found)
        else:
            self._take(found.network)

    def _take(self, make: Callable[[], Network]) -> None:
        """Check the network that `make` gives, or let it race, in a job."""
        state: CheckState = self.state
        data = self.parts.table.data
        job = work.race if state.view == "cost" else work.check
        self.runner.run(lambda: job(state, make, data), self._on_result)

    def _on_result(self, result: tuple[Batch, Report, tuple[SweepPoint, ...]] | tuple[Batch, Race]) -> None:
        self._batch = result[0]
        if isinstance(result[1], Race):
            self.race.set_race(result[1])
            return
        batch, report, points = result
        self.dots.set_report(report)
        self.sweep.set_points(points)
        shape = self.parts.table.image_shape if fits(batch.network, self.parts.table.data) else None
        self.images.set_report(report, shape)
        self._show_words()

    def _compute_puzzle(self) -> None:
        state: CheckState = self.state
        batch = puzzle(fault_of(state.puzzle, state.seed), 1_000 * state.seed + state.puzzle)
        job = reporting(batch, 1e-4, np.float64, sampled_entries(batch.network))
        self.runner.run(lambda: job, lambda report: self._on_puzzle(batch, report))

    def _on_puzzle(self, batch: Batch, report: Report) -> None:
        self._batch = batch
        self.bug.set_report(batch.network, report)
        self._show_puzzle()

    def guess(self, place: int) -> None:
        """Blame the layer of this place."""
        if self._batch is None or self.bug.places() != len(self._batch.network.layers) + 1:
            return
        state: CheckState = self.state
        fault = FAULTS[fault_of(state.puzzle, state.seed)]
        self.bug.show_guess(place, place == fault.row(self._batch.network))
        self._show_puzzle()

    def next_puzzle(self) -> None:
        """Another mistake."""
        self.change("puzzle", self.state.puzzle % 9_999 + 1)

    def _compute_book(self) -> None:
        """The published check is made once, as soon as its images are there."""
        data = self.parts.table.data
        if self._computed or data is None or data.name != "mnist":
            return
        cases = self._cases
        self.parts.jobs.start(
            "lab-checking-book", lambda: work.book_figures(cases, data), self._on_book, self._on_failed
        )

    def _on_book(self, figures: tuple[float, ...]) -> None:
        self._computed = figures
        self._show_book()

    def table(self) -> Table:
        state: CheckState = self.state
        if state.view == "cost" and self.race.race is not None:
            race = self.race.race
            head = [self.tr("way"), self.tr("losses"), self.tr("computed"), self.tr("seconds")]
            numerical = [self.tr("central differences"), race.evaluations, race.counted, race.numerical_s]
            return head, [[self.tr("backpropagation"), 1, 1, race.backprop_s], numerical]
        report = self.bug.report if state.view == "bug" else self.dots.report
        head = [
            self.tr("array"),
            self.tr("entries compared"),
            self.tr("mean difference"),
            self.tr("worst difference"),
            self.tr("relative error"),
            self.tr("factor"),
            self.tr("left out at kinks"),
        ]
        rows: list[list[object]] = [
            [
                check.name,
                len(check.indices),
                check.mean_difference,
                check.worst_difference,
                check.relative_error,
                check.factor,
                check.kinks,
            ]
            for check in (report.checks if report is not None else ())
        ]
        return head, rows

    # Texts

    def _show_words(self) -> None:
        report, batch = self.dots.report, self._batch
        if report is None or batch is None:
            return
        place = self.dots.current or 0
        self.array_text.setText(array_sentence(report, report.checks[place]))
        self.kink_text.setText(kink_sentence(report, batch.network.spec))
        given = (
            self.tr("the first {images} training images")
            if fits(batch.network, self.parts.table.data)
            else self.tr("{images} drawn examples, for the data set does not fit or is not there")
        )
        text = self.tr("{parameters} parameters, {given}, loss {loss}")
        self.subject_text.setText(
            text.format(
                parameters=count(len(batch.network.params.vector)),
                given=given.format(images=len(batch.x)),
                loss=number(report.loss, 6),
            )
        )

    def _show_puzzle(self) -> None:
        bug = self.bug
        wrong = bug.wrong_arrays()
        self.bug_hint.setText(
            self.tr(
                "Puzzle {number}: one line of the way back is wrong. A gradient is wrong from the mistake "
                "on, towards the first layer. Which layer is to blame? Click it."
            ).format(number=count(self.state.puzzle))
        )
        hue: Any = ""
        if bug.blamed is None or self._batch is None:
            text = self.tr("Wrong: {arrays}.").format(arrays=", ".join(wrong))
        elif bug.found:
            fault = FAULTS[fault_of(self.state.puzzle, self.state.seed)]
            hue = "green"
            title, why = (_fault_text(text) for text in (fault.title, fault.explanation))
            text = f"✓ {bug.name_of(bug.blamed)}: {title}. {why}"
        else:
            hue = "vermilion"
            last = wrong[-1] if wrong else ""
            text = self.tr(
                "✗ It is not {layer}. The last array that is wrong is {array}: the mistake is in its own "
                "layer, or in one after it, up to the next layer whose arrays are right."
            ).format(layer=bug.name_of(bug.blamed), array=last)
        self.bug_text.setText(text)
        set_hue(self.bug_text, hue)

    def _show_book(self) -> None:
        computed: tuple[float | None, ...] = self._computed or (None,) * len(self._cases)
        self.show_book([self._printed(c, v) for c, v in zip(self._cases, computed, strict=True)])

    def _printed(self, case: Published, value: float | None) -> Printed:
        given = case.given
        name = str(given["array"])
        if given.get("delta"):
            name = self.tr("{array}, with δ").format(array=name)
        elif given.get("float32"):
            name = self.tr("{array}, float32").format(array=name)
        elif given.get("fault"):
            name = self.tr("{array}, batch sum").format(array=name)
        printed = case.printed[0].replace("-", "−")
        if value is None:
            return Printed(name, "", "", printed, matches=False)
        return Printed(name, number(value, 2), number(value, 6), printed, case.agrees((value,)))

    def _graph_words(self) -> tuple[str, str]:
        return self.tr("See it in the graph"), self.tr(
            "Shows softmax cross entropy as a graph, each gradient checked against a difference."
        )

    def _train_words(self) -> tuple[str, str]:
        return self.tr("Train this"), self.tr(
            "Puts the book's network on the Train screen. Undo there brings back what was on it."
        )

    def _retranslate(self) -> None:
        super()._retranslate()
        names = (
            (self.tr("Check"), self.tr("Backpropagation beside central differences, array by array.")),
            (self.tr("Find the bug"), self.tr("A mistake is planted: the check tells where.")),
            (self.tr("Cost race"), self.tr("What both ways to one gradient cost.")),
        )
        named = zip(self._pages, names, strict=True)
        name_tabs(self.tabs, [(page, *texts) for page, texts in named])
        self.next_button.setText(self.tr("Next puzzle"))
        set_tip(self.next_button, self.tr("Plants another mistake in another network."))
        controls = self.controls
        for name, text, tip in self._texts():
            controls.set_texts(name, text, tip)
        controls.set_words(
            "subject",
            [
                ("book", self.tr("784-50-10"), self.tr("The book's network, with initial weights.")),
                ("table", self.tr("On the table"), self.tr("The network of the Train screen, as it is now.")),
            ],
        )
        controls.show_state(self.state)
        set_hint(
            self._book_card,
            self.tr(
                "Mean |backprop − numerical| of 784-50-10 on the first three images, h = 1e−4. The seed of "
                "the publication is another one: within a factor of three it counts as the same."
            ),
        )
        self._show_book()
        self._show_words()
        if self.state.view == "bug" and self.bug.places():
            self._show_puzzle()

    def _texts(self) -> tuple[tuple[str, str, str], ...]:
        return (
            ("subject", self.tr("Network"), self.tr("Which network is checked: a copy of this moment.")),
            (
                "images",
                self.tr("Images"),
                self.tr("How many of the first training images make the batch. More of them take longer."),
            ),
            (
                "h",
                self.tr("h"),
                self.tr("The small step. Larger: more is left out. Smaller: rounding takes over."),
            ),
            (
                "float32",
                self.tr("float32"),
                self.tr("On: with 7 digits, as networks are trained. Rounding is then about 1e−4."),
            ),
            (
                "delta",
                self.tr("δ in the logarithm"),
                self.tr("On: the loss is −log(p + 1e−7), as in the book; its gradient leaves δ out."),
            ),
            (
                "every",
                self.tr("Every entry"),
                self.tr("On: all weights are compared, which takes a while. Off: a sample of large arrays."),
            ),
            (
                "puzzle",
                self.tr("Puzzle"),
                self.tr("Its number. The same number and seed give the same mistake."),
            ),
            (
                "seed",
                self.tr("Seed"),
                self.tr("Weights, sampled entries and puzzles are drawn from it."),
            ),
        )


def _fault_text(english: str) -> str:
    return translate("faults", english)
