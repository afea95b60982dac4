"""The image that is followed: which one it is, its wrong prediction, and ways to the mistakes beside it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from gui.data.draw.preview import PixelView
from gui.data.mistake.follower import Subject
from gui.data.model.model import DataModel
from gui.language.numbers import count
from gui.look.icons import Icons
from gui.widgets.images.array_image import as_pixels
from gui.widgets.layouts import Stretch, column_of, row_of
from gui.widgets.roles import set_tip, with_role
from gui.widgets.translated import Translated

IMAGE_SIDE = 84


class SubjectPart(Translated, QWidget):
    """`next_asked` and `previous_asked`: the person wants to see another mistake."""

    next_asked = Signal()
    previous_asked = Signal()

    def __init__(self, model: DataModel, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.name = with_role(QLabel(), "small")
        self.image = PixelView(icons.theme, IMAGE_SIDE)
        self.prediction = with_role(QLabel(), "strong")
        self.previous = QToolButton()
        self.next = QToolButton()
        icons.bind(self.previous, "chevron-left")
        icons.bind(self.next, "chevron-right")
        buttons = row_of(self.previous, self.next, Stretch(1), spacing=4)
        self.setLayout(column_of(self.name, self.image, self.prediction, buttons, Stretch(1), spacing=4))
        self.next.clicked.connect(self.next_asked)
        self.previous.clicked.connect(self.previous_asked)
        self._retranslate()

    def show_subject(self, subject: Subject) -> None:
        kinds = {
            "train": self.tr("training image"),
            "test": self.tr("test image"),
            "drawings": self.tr("drawing"),
        }
        self.name.setText(f"{kinds[subject.split]} {count(subject.row)}")
        name = self._model.class_name
        text = self.tr("label {label}\nprediction {prediction} ×")
        self.prediction.setText(text.format(label=name(subject.label), prediction=name(subject.prediction)))
        is_image = self._model.has_images
        self.image.setVisible(is_image)
        self.image.set_pixels(as_pixels(self._model.image(subject.row, subject.split)) if is_image else None)

    def _retranslate(self) -> None:
        for button, text in (
            (self.previous, self.tr("Previous mistake (P)")),
            (self.next, self.tr("Next mistake (N)")),
        ):
            button.setAccessibleName(text)
            set_tip(button, text)
