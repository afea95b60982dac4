"""The page “Weights”: the pictures, what their colours mean, and which units are shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from gui.document.document import Document
from gui.document.report import Report
from gui.language.numbers import count
from gui.look.theme import Theme
from gui.train.run_data import RunData
from gui.train.weights.view import WeightsView
from gui.trainer.trainer import Trainer
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.empty_line import EmptyLine
from gui.widgets.roles import set_role, set_tip


class WeightsPage(QWidget):
    """`start_asked`: the button of the empty page."""

    start_asked = Signal()

    def __init__(
        self,
        document: Document,
        trainer: Trainer,
        data: RunData,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._data = data
        self._trainer = trainer
        self._theme = theme
        self._units = 0
        self.view = WeightsView(theme)
        self.empty = EmptyLine()
        self.title = ElidedLabel()
        self.legend = QLabel()
        self.strongest = QCheckBox()
        set_role(self.title, "small")
        set_role(self.legend, "small")
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self.title)
        line.addWidget(self.legend)
        line.addStretch(1)
        line.addWidget(self.strongest)
        full = QWidget()
        body = QVBoxLayout(full)
        body.setContentsMargins(0, 6, 0, 0)
        body.setSpacing(6)
        body.addLayout(line)
        body.addWidget(self.view, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(full)
        self.empty.triggered.connect(self.start_asked)
        self.strongest.toggled.connect(self._on_strongest)
        self.view.rearranged.connect(self._show_texts)
        trainer.published.connect(self._on_published)
        document.runs_changed.connect(self._on_runs_changed)
        data.changed.connect(self._on_runs_changed)
        theme.changed.connect(self._show_texts)
        self._retranslate()

    def _on_published(self, report: Report) -> None:
        if report.weights is not None:
            self._units = report.weights.shape[1]
            self.view.set_weights(report.weights, self._data.image_shape)
            self._show_page()

    def _on_runs_changed(self) -> None:
        """A run that is over shows what it ended with; without a run there is nothing to show."""
        run = self._document.current_run
        if run is None or (run.checkpoint is None and run.log.last_iteration == 0):
            self._units = 0
            self.view.set_weights(None)
        elif run.checkpoint is not None and "W1" in run.checkpoint.parameters:
            weights = run.checkpoint.parameters["W1"]
            self._units = weights.shape[1]
            self.view.set_weights(weights, self._data.image_shape)
        self._show_page()

    def _on_strongest(self, on: bool) -> None:
        self.view.set_by_strength(on)
        self._show_texts()

    def _show_page(self) -> None:
        self._stack.setCurrentIndex(1 if self._units else 0)
        self._show_texts()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._trainer.show_weights(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._trainer.show_weights(False)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.empty.set_texts(
            self.tr(
                "What each unit of the first layer looks for will be here, as a picture of its weights: "
                "blue where more input raises it, vermilion where it lowers it."
            ),
            self.tr("Start training"),
        )
        self.strongest.setText(self.tr("strongest first"))
        set_tip(
            self.strongest, self.tr("On: the units with the largest weights first. Off: all units in order.")
        )
        self.view.setAccessibleName(self.tr("Weights of the first layer"))
        self._show_texts()

    def _show_texts(self) -> None:
        shown = len(self.view.shown_units)
        self.strongest.setVisible(shown > 0)
        if shown:
            text = self.tr("{shown} of {units} units of the first layer")
        else:
            text = self.tr("W1, the first layer: a row an input, a column for each of {units} units")
        self.title.setText(text.format(shown=count(shown), units=count(self._units)))
        tokens = self._theme.tokens
        self.legend.setTextFormat(Qt.TextFormat.RichText)
        self.legend.setText(
            f'<span style="color:{tokens.blue}">■</span> {self.tr("positive")} &nbsp; '
            f'<span style="color:{tokens.vermilion}">■</span> {self.tr("negative")}'
        )
