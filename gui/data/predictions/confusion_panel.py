"""The confusion matrix of the network on the test set, which filters the images: click a cell to see them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QToolButton, QWidget

from core.inspection.evaluation import confusion_matrix
from core.inspection.filtering import Filter
from gui.data.evaluation_texts import evaluated, evaluated_split, missing
from gui.data.model.change import DataChange
from gui.data.model.model import DataModel
from gui.data.predictions.confusion_view import ConfusionView
from gui.data.predictions.scale_legend import ScaleLegend
from gui.jobs.jobs import Jobs
from gui.look.icons import Icons
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.layouts import column_of, row_of, stack_of
from gui.widgets.roles import set_tip, with_role
from gui.widgets.translated import Translated

LEAST_WIDTH, LEAST_HEIGHT = 240, 180
GAP = 6
TOP = 4  # pixels between the line of the tab and a title of two lines


class ConfusionPanel(Translated, QWidget):
    """It follows the model's predictions, epoch by epoch while a network is trained."""

    def __init__(
        self, model: DataModel, icons: Icons, _jobs: Jobs | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self.view = ConfusionView(icons.theme)
        self.legend = ScaleLegend(icons.theme)
        self._title = with_role(ElidedLabel(), "heading")
        self._axes = with_role(ElidedLabel(), "small")
        self.shares = QToolButton()
        self.shares.setCheckable(True)
        self.missing = with_role(QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True), "muted")
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.addWidget(self._title)
        self._words.addWidget(self._axes, 1)
        head = row_of((self._words, 1), self.legend, self.shares, spacing=GAP)
        body = QWidget()
        self._stack = stack_of(body, self.missing, self.view)
        self.setLayout(column_of(head, (body, 1), spacing=4))
        self.shares.toggled.connect(self.view.set_as_shares)
        self.view.chosen.connect(self._on_chosen)
        model.changed.connect(self._on_changed)
        self._retranslate()

    def _on_changed(self, what: DataChange) -> None:
        if what & (DataChange.PREDICTIONS | DataChange.NETWORK | DataChange.SPLIT):
            self._show()
        elif DataChange.FILTER in what:
            self._mark()

    def _on_chosen(self, place: int) -> None:
        """Show these images; chosen again, show all."""
        model = self._model
        label, prediction = self.view.cell_of(place)
        labels = frozenset({label} if label >= 0 else ())
        predicted = frozenset({prediction} if prediction >= 0 else ())
        wanted = Filter(labels=labels, predicted=predicted)
        with model.action():
            model.set_split(evaluated_split(model))
            model.set_filter(Filter() if model.filter == wanted else wanted)

    def _show(self) -> None:
        sentence = missing(self._model)
        self.missing.setText(sentence)
        self._stack.setCurrentIndex(0 if sentence else 1)
        predictions = evaluated(self._model)
        if predictions is None or sentence:
            self.view.set_matrix(None, [])
        else:
            names = [self._model.class_name(label) for label in range(predictions.classes)]
            self.view.set_matrix(confusion_matrix(predictions), names)
        self.view.set_quiet(self._model.is_untrained)
        self.legend.show_most(self.view.most_mistakes, self.view.judging("vermilion"))
        self._fit()
        self._mark()

    def _mark(self) -> None:
        """Outline what the filter shows, if it is one cell, row or column."""
        filter_ = self._model.filter
        single = len(filter_.labels) < 2 and len(filter_.predicted) < 2 and filter_.right is None
        if not single or filter_.conditions == 0 or self._model.split != evaluated_split(self._model):
            self.view.set_marked(None)
            return
        self.view.set_marked((next(iter(filter_.labels), -1), next(iter(filter_.predicted), -1)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """A narrow panel has the words of the axes under its title; a very narrow one has no legend."""
        title, axes = self._title.sizeHint().width(), self._axes.sizeHint().width()
        room = self.width() - self.shares.sizeHint().width() - self.legend.sizeHint().width() - 2 * GAP
        below = room < title + GAP + axes
        self.legend.setVisible(room >= max(title, axes))
        way = QBoxLayout.Direction
        self._words.setDirection(way.TopToBottom if below else way.LeftToRight)
        self._words.setSpacing(0 if below else GAP)
        self._words.setContentsMargins(0, TOP if below else 0, 0, 0)

    def sizeHint(self) -> QSize:
        return QSize(LEAST_WIDTH, LEAST_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Confusion matrix"))
        self._axes.setText(self.tr("rows: label · columns: prediction"))
        self.shares.setText(self.tr("%"))
        self._fit()
        self.shares.setAccessibleName(self.tr("Shares in per cent"))
        set_tip(
            self.shares,
            self.tr(
                "Per cent of the images of this label, so that each row sums to 100. Off: how many images "
                "have this label and this prediction."
            ),
        )
        self.view.setAccessibleName(self.tr("Confusion matrix"))
        self.view.setWhatsThis(
            self.tr("How often each label is predicted as each class. A click on a cell shows its images.")
        )
        set_tip(self.legend, self.tr("How many images: from one mistake of a kind to the most of a kind."))
        set_tip(self.missing, self.tr("This will show which digit is predicted as which other digit."))
        self._show()
