"""What the network says of a drawing: a large digit, how sure it is, the image it was shown, ten columns."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from core.inspection.predictions import Prediction
from gui.data.draw.columns import OutputColumns
from gui.data.draw.digit_row import DigitRow
from gui.data.draw.preview import PixelView
from gui.language.numbers import number, percent
from gui.look.theme import Theme
from gui.widgets.layouts import Stretch, column_of, row_of
from gui.widgets.roles import set_hue, set_tip, with_role
from gui.widgets.translated import Translated

PREVIEW_SIDE = 56


class PredictionView(Translated, QWidget):
    """`show_prediction` fills it; the note under the prediction is the owner's."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = DigitRow()
        self.digit = with_role(QLabel(), "display")
        self.sure = QLabel()
        self.note = with_role(QLabel(wordWrap=True), "small")
        self.preview = PixelView(theme, PREVIEW_SIDE)
        self.caption = with_role(QLabel(), "small")
        self.columns = OutputColumns(theme)
        self._prediction: Prediction | None = None
        self._names: list[str] = []
        set_hue(self.digit, "blue")
        words = column_of(self.row, self.digit, self.sure, self.note, Stretch(1), spacing=0)
        seen = column_of(
            (self.caption, 0, Qt.AlignmentFlag.AlignRight),
            (self.preview, 0, Qt.AlignmentFlag.AlignRight),
            Stretch(1),
            spacing=2,
        )
        head = row_of((words, 1), seen)
        self.setLayout(column_of(head, (self.columns, 1), spacing=2))
        self._retranslate()

    def show_prediction(
        self, prediction: Prediction, pixels: NDArray[np.uint8], names: list[str], note: str
    ) -> None:
        """pixels: (h, w), what the network was shown. names: of the classes."""
        self._prediction, self._names = prediction, names
        self.preview.set_pixels(pixels)
        self.columns.set_outputs(prediction.outputs, names, as_shares=prediction.meaning != "scores")
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self._say()

    def show_digits(self, answers: list[tuple[str, str]], chosen: int) -> None:
        """The class of each digit of a picture and how sure that is: in a row, where there are several."""
        self.row.show_digits(answers, chosen)
        self.digit.setVisible(len(answers) < 2)

    def set_narrow(self, narrow: bool) -> None:
        """Hide the caption in a narrow place; the tooltip says it as well."""
        self.caption.setVisible(not narrow)

    def sure_text(self, prediction: Prediction) -> str:
        """How sure a prediction is, in words."""
        if not np.isfinite(prediction.outputs).all():
            return self.tr("not finite: no prediction")
        if prediction.meaning == "scores":
            return self.tr("output {value}").format(value=number(prediction.confidence, 3))
        return self.tr("{share} sure").format(share=percent(prediction.confidence, 0))

    def _say(self) -> None:
        prediction = self._prediction
        if prediction is None:
            return
        known = bool(np.isfinite(prediction.outputs).all())
        self.digit.setText(self._names[prediction.predicted] if known else "–")
        self.sure.setText(self.sure_text(prediction))
        self.sure.setToolTip(number(prediction.confidence, 9))
        self.setAccessibleDescription(f"{self.digit.text()}, {self.sure.text()}")

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Prediction"))
        self.caption.setText(self.tr("as the network sees it"))
        self.preview.setAccessibleName(self.tr("The drawing as the network sees it"))
        set_tip(
            self.preview,
            self.tr(
                "The drawing as the network sees it: scaled into a box of 20 × 20 and placed on 28 × 28 "
                "with its centre of mass in the middle, as the images of MNIST were made."
            ),
        )
        self.columns.setAccessibleName(self.tr("Outputs of the network, class by class"))
        self.columns.setWhatsThis(
            self.tr("How sure the network is of each class: the higher a column, the surer.")
        )
        self._say()
