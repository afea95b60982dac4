"""The panel at the left: which split is seen, which of its images, in which order, and of which network.

Every control shows what the model says and tells it what a person wants; it keeps nothing itself.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from gui.data import image_texts
from gui.data.filter.chips import ChipRow
from gui.data.filter.confidence import ConfidenceRange
from gui.data.filter.jump import JumpField
from gui.data.filter.network import NetworkFoot
from gui.data.filter.sort import SortField
from gui.data.model.change import DataChange
from gui.data.model.model import DataModel, SplitName
from gui.look.icons import Icons
from gui.widgets.card import Card
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.flow_layout import FlowRow
from gui.widgets.layouts import Stretch, column_of, holding, keep_place, scrolled
from gui.widgets.roles import set_tip, with_role
from gui.widgets.translated import Translated

SPLITS: tuple[SplitName, ...] = ("train", "test", "drawings")
_SHOWN = (
    DataChange.SPLIT | DataChange.DRAWINGS | DataChange.FILTER | DataChange.PREDICTIONS | DataChange.NETWORK
)
VERDICTS = (None, True, False)
MOST_CHIPS = 100
"""A data set may have thousands of classes; so many can be chosen from."""
SCROLL_BAR_WIDTH = 10


class FilterPanel(Translated, Card):
    """`train_asked`: the person wants to train a network."""

    train_asked = Signal()

    def __init__(self, model: DataModel, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._model = model
        theme = icons.theme
        self.split = ChipRow(theme, exclusive=True)
        self.labels = ChipRow(theme, exclusive=False)
        self.predicted = ChipRow(theme, exclusive=False)
        self.verdict = ChipRow(theme, exclusive=True)
        self.confidence = ConfidenceRange()
        self.sort = SortField(model, icons)
        self.jump = JumpField(model)
        self.counts = QLabel()
        self.clear = with_role(QPushButton(), "plain")
        self.network = NetworkFoot(model)
        self._headings: dict[str, ElidedLabel] = {}
        self._sections: dict[str, QWidget] = {}
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        fields = {
            "split": self.split,
            "labels": self.labels,
            "predicted": self.predicted,
            "verdict": self.verdict,
            "confidence": self.confidence,
            "sort": self.sort,
            "jump": self.jump,
        }
        sections = [self._section(name, field) for name, field in fields.items()]
        margins = (0, 0, SCROLL_BAR_WIDTH, 0)
        content = holding(column_of(*sections, Stretch(1), spacing=12, margins=margins))
        area = scrolled(content)
        # Its place is kept: a foot that grew with the first condition would move what is in it. It has its
        # style at once, or that place would be as large as without one.
        self.clear.ensurePolished()
        keep_place(self.clear)
        foot = holding(
            column_of(
                FlowRow(self.counts, self.clear, spacing=4),
                self.network,
                spacing=6,
                margins=(0, 0, SCROLL_BAR_WIDTH, 0),
            )
        )
        self.body.addWidget(area, 1)
        self.body.addWidget(with_role(QFrame(), "line"))
        self.body.addWidget(foot)
        self.set_margins(16, 12, 6, 12)

    def _section(self, name: str, field: QWidget) -> QWidget:
        """A heading over a field."""
        self._sections[name] = holding(column_of(self._heading(name), field, spacing=4))
        return self._sections[name]

    def _heading(self, name: str) -> ElidedLabel:
        self._headings[name] = with_role(ElidedLabel(), "heading")
        return self._headings[name]

    def _connect(self) -> None:
        model = self._model
        self.split.changed.connect(lambda: model.set_split(SPLITS[min(self.split.chosen())]))
        for chips in (self.labels, self.predicted, self.verdict):
            chips.changed.connect(self._on_filter)
        self.confidence.changed.connect(self._on_confidence)
        self.clear.clicked.connect(model.clear_filter)
        self.network.train_asked.connect(self.train_asked)
        model.changed.connect(self._on_changed)

    def _on_changed(self, what: DataChange) -> None:
        if what & _SHOWN:
            self._show()
        elif DataChange.ORDER in what:
            self._show_counts()

    # What a person does

    def _on_filter(self) -> None:
        verdict = VERDICTS[min(self.verdict.chosen(), default=0)]
        wanted = replace(
            self._model.filter, labels=self.labels.chosen(), predicted=self.predicted.chosen(), right=verdict
        )
        self._model.set_filter(wanted)

    def _on_confidence(self) -> None:
        self._model.set_filter(replace(self._model.filter, confidence=self.confidence.value()))

    # What is shown

    def _show(self) -> None:
        model = self._model
        data, predictions = model.data, model.predictions
        names = (
            [model.class_name(i) for i in range(min(data.classes, MOST_CHIPS))] if data is not None else []
        )
        is_classes = data is not None and data.is_classification
        names = names if is_classes else []
        for chips, form in (
            (self.labels, self.tr("label {name}")),
            (self.predicted, self.tr("prediction {name}")),
        ):
            if [chip.text() for chip in chips.chips] != names:
                chips.set_texts(names, [form.format(name=name) for name in names])
        for name in ("labels", "predicted", "verdict", "confidence"):
            self._sections[name].setVisible(is_classes)
        self.split.choose(frozenset({SPLITS.index(model.split)}))
        for name, chip in zip(SPLITS, self.split.chips, strict=True):
            chip.setEnabled(model.examples_of(name) is not None)
        self.labels.choose(model.filter.labels)
        self.predicted.choose(model.filter.predicted)
        self.verdict.choose(frozenset({VERDICTS.index(model.filter.right)}))
        self.confidence.set_value(model.filter.confidence)
        # Only what can be predicted can be asked for.
        can_predict = model.problem is None and data is not None
        self.predicted.setEnabled(can_predict)
        self.verdict.setEnabled(can_predict)
        has_shares = can_predict and (predictions is None or predictions.meaning != "scores")
        self.confidence.setEnabled(has_shares)
        self.sort.show_sorting(can_predict)
        self.jump.setEnabled(data is not None)
        self._show_counts()

    def _show_counts(self) -> None:
        self.counts.setText(
            image_texts.counts(self._model, short=True) if self._model.data is not None else ""
        )
        self.clear.setVisible(self._model.filter.conditions > 0)

    def _retranslate(self) -> None:
        headings = {
            "split": (
                self.tr("Set"),
                self.tr(
                    "The network learns from the training set. The test set shows how well it predicts "
                    "images that it has never seen. Drawings are those that you keep; neither training nor "
                    "evaluation uses them."
                ),
            ),
            "labels": (
                self.tr("Label"),
                self.tr("The labels of the images. If none is chosen, all images are shown."),
            ),
            "predicted": (
                self.tr("Prediction"),
                self.tr("The predictions of the network. If none is chosen, all images are shown."),
            ),
            "verdict": (self.tr("Right or wrong"), self.tr("Whether the prediction equals the label.")),
            "confidence": (
                self.tr("Confidence"),
                self.tr(
                    "The probability that the network gives its prediction, from the lowest to the highest."
                ),
            ),
            "sort": (
                self.tr("Sort by"),
                self.tr(
                    "The order of the images. If you sort by loss, largest first, the worst mistakes "
                    "come first."
                ),
            ),
            "jump": (
                self.tr("Go to number"),
                self.tr("The index of an example. Enter chooses it; a filter that would hide it is cleared."),
            ),
        }
        for name, (text, tip) in headings.items():
            self._headings[name].setText(text)
            set_tip(self._headings[name], tip)
        for widget, name in (
            (self.split, "split"),
            (self.labels, "labels"),
            (self.predicted, "predicted"),
            (self.verdict, "verdict"),
            (self.sort.key, "sort"),
            (self.confidence, "confidence"),
        ):
            widget.setAccessibleName(headings[name][0])
            set_tip(widget, headings[name][1])
        self.jump.set_name(*headings["jump"])
        self.split.set_texts(
            [self.tr("train"), self.tr("test"), self.tr("drawings")],
            [self.tr("training set"), self.tr("test set"), self.tr("drawings that you keep")],
        )
        self.verdict.set_texts(
            [self.tr("all"), self.tr("right ✓"), self.tr("wrong ✗")],
            [self.tr("all predictions"), self.tr("right predictions"), self.tr("wrong predictions")],
        )
        self.clear.setText(self.tr("Clear"))
        set_tip(self.clear, self.tr("Removes all conditions and shows all images again."))
        for chips in (self.labels, self.predicted):
            chips.set_texts([])
        self._show()
