"""The page “Evaluation”: the network of this moment on the test set, class by class, at its worst, and how
honest its confidence is. It follows a running training at each epoch; the model has the predictions."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget

from core.errors import LabError
from core.inspection.evaluation import calibration, class_figures, worst_mistakes
from core.inspection.filtering import Filter
from core.inspection.predictions import Predictions
from gui.data.evaluation.calibration_view import CalibrationView
from gui.data.evaluation.classes import ClassRows
from gui.data.evaluation.worst import MOST, Mistake, WorstMistakes
from gui.data.evaluation_texts import evaluated, evaluated_split, missing, network_name
from gui.data.model.change import DataChange
from gui.data.model.model import DataModel
from gui.jobs.jobs import Jobs
from gui.language.messages import sentence
from gui.language.numbers import NumberLabel, count, number, percent
from gui.look.icons import Icons
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.images.array_image import as_pixels
from gui.widgets.layouts import column_of, holding, row_of, scrolled, stack_of
from gui.widgets.roles import set_role, set_tip, with_role
from gui.widgets.translated import Translated

GAP = 20


class EvaluationPage(Translated, QWidget):
    """Three parts side by side: classes, worst mistakes, calibration."""

    def __init__(
        self, model: DataModel, icons: Icons, _jobs: Jobs | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self.accuracy = with_role(NumberLabel(), "strong")
        self.figures = with_role(ElidedLabel(), "muted")
        self.classes = ClassRows(icons.theme)
        self.worst = WorstMistakes(icons.theme)
        self.calibration = CalibrationView(icons.theme)
        self.missing = with_role(QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True), "muted")
        self.no_calibration = with_role(QLabel(wordWrap=True), "muted")
        self._titles = [ElidedLabel() for _ in range(3)]
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        for title in self._titles:
            set_role(title, "heading")
        area = scrolled(self.classes)
        area.setMinimumWidth(self.classes.minimumSizeHint().width())
        honest = QWidget()
        self._honest = stack_of(honest, self.calibration, self.no_calibration)
        head = row_of(self.accuracy, (self.figures, 1), spacing=10)
        titled = [
            column_of(title, (part, 1), spacing=4)
            for title, part in zip(self._titles, (area, self.worst, honest), strict=True)
        ]
        parts = row_of(*zip(titled, (10, 11, 9), strict=True), spacing=GAP)
        full = holding(column_of(head, (parts, 1), spacing=6))
        self._stack = stack_of(self, self.missing, full)

    def _connect(self) -> None:
        self._model.changed.connect(self._on_changed)
        self.classes.chosen.connect(self._on_class)
        self.worst.chosen.connect(self._on_mistake)

    def _on_changed(self, what: DataChange) -> None:
        if what & (DataChange.PREDICTIONS | DataChange.NETWORK | DataChange.SPLIT):
            self._show()
        elif DataChange.SELECTION in what:
            self._mark()

    def minimumSizeHint(self) -> QSize:
        return QSize(500, 170)

    def _on_class(self, label: int) -> None:
        """Show the images of this class; chosen again, show all."""
        wanted = Filter(labels=frozenset({label}))
        with self._model.action():
            self._model.set_split(evaluated_split(self._model))
            self._model.set_filter(Filter() if self._model.filter == wanted else wanted)

    def _on_mistake(self, place: int) -> None:
        self._model.show(evaluated_split(self._model), self.worst.mistakes[place].row)

    # What is shown

    def _show(self) -> None:
        text = missing(self._model)
        predictions = evaluated(self._model)
        self.missing.setText(text)
        self._stack.setCurrentIndex(0 if text or predictions is None else 1)
        if predictions is None or text:
            return
        for view in (self.classes, self.worst, self.calibration):
            view.set_quiet(self._model.is_untrained)
        names = [self._model.class_name(label) for label in range(predictions.classes)]
        self.accuracy.set_value(
            predictions.accuracy, self.tr("{share} right").format(share=percent(predictions.accuracy))
        )
        summary = self.tr("{wrong} of {total} wrong · mean loss {loss} · {network}")
        self.figures.setText(
            summary.format(
                wrong=count(predictions.mistakes),
                total=count(len(predictions)),
                loss=number(predictions.loss),
                network=network_name(self._model),
            )
        )
        self.classes.set_figures(class_figures(predictions), names)
        by_class = self.tr("Right in % (bars from {floor}), loss")
        self._titles[0].setText(by_class.format(floor=f"{100 * self.classes.floor():.0f}"))
        self.worst.set_mistakes(self._worst(predictions, names))
        self._show_calibration(predictions)
        self._mark()

    def _worst(self, predictions: Predictions, names: list[str]) -> tuple[Mistake, ...]:
        if not self._model.has_images:
            return ()
        split = evaluated_split(self._model)
        return tuple(
            Mistake(
                row,
                as_pixels(self._model.image(row, split)),
                names[predictions.labels[row]],
                names[predictions.predicted[row]],
                float(predictions.losses[row]),
            )
            for row in worst_mistakes(predictions, MOST).tolist()
        )

    def _show_calibration(self, predictions: Predictions) -> None:
        try:
            found = calibration(predictions)
        except LabError as error:
            self.no_calibration.setText(sentence(error))
            self._honest.setCurrentIndex(1)
            self._titles[2].setText(self.tr("Calibration"))
            return
        self._honest.setCurrentIndex(0)
        self.calibration.set_calibration(found)
        title = self.tr("Calibration · error {error}")
        self._titles[2].setText(title.format(error=percent(found.error, 2)))

    def _mark(self) -> None:
        here = self._model.split == evaluated_split(self._model)
        self.worst.set_marked(self._model.selected if here else None)

    def _retranslate(self) -> None:
        self._titles[1].setText(self.tr("Worst mistakes"))
        set_tip(
            self._titles[0],
            self.tr(
                "The share predicted right and the mean loss of each class; ▾ marks the weakest. "
                "Click: its images."
            ),
        )
        set_tip(
            self._titles[1], self.tr("The predictions with the largest loss first. Click to look at one.")
        )
        set_tip(
            self._titles[2],
            self.tr(
                "Images in bins by how sure the network is: the bar is the share it gets right, the line how "
                "sure it is. The expected calibration error is the mean distance between the two."
            ),
        )
        for part, title in zip((self.classes, self.worst, self.calibration), self._titles, strict=True):
            part.setWhatsThis(title.whatsThis())
        self.classes.setAccessibleName(self.tr("Accuracy and mean loss by class"))
        self.worst.setAccessibleName(self.tr("Worst mistakes"))
        self.calibration.setAccessibleName(self.tr("Calibration: confidence against accuracy"))
        self._show()
