"""What can be done to a picture by hand: crop it, turn it, take its ground for ink, and choose how it is
prepared."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QWidget

from core.data import PREPARATIONS, Preparation
from gui.look.icons import Icons
from gui.widgets.roles import set_tip
from gui.widgets.translated import Translated


class PictureTools(Translated, QWidget):
    """Buttons in a row; `crop`, `turn` and `invert` are for the owner to connect, `preparation` to place."""

    preparation_chosen = Signal(str)  # Preparation

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.crop, self.turn, self.invert = QToolButton(), QToolButton(), QToolButton()
        self.preparation = QComboBox()
        self.crop.setCheckable(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for button, icon in ((self.crop, "crop"), (self.turn, "rotate-cw"), (self.invert, "contrast")):
            icons.bind(button, icon)
            layout.addWidget(button)
        layout.addStretch(1)
        for preparation in PREPARATIONS:
            self.preparation.addItem("", preparation)
        self.preparation.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.preparation.setMinimumContentsLength(5)
        self.preparation.activated.connect(self._on_chosen)
        self._done = ""
        self._retranslate()

    def show_preparation(self, preparation: Preparation, done: str) -> None:
        """Which one is in use, and what it did, in a sentence. Nothing is told of it."""
        self._done = done
        self._show_tip()
        with QSignalBlocker(self.preparation):
            self.preparation.setCurrentIndex(PREPARATIONS.index(preparation))

    def _on_chosen(self, index: int) -> None:
        self.preparation_chosen.emit(PREPARATIONS[index])

    def _retranslate(self) -> None:
        for button, name, tip in (
            (self.crop, self.tr("Crop"), self.tr("Drag over the part of the picture that is to be read.")),
            (self.turn, self.tr("Turn"), self.tr("Turn the picture by 90° clockwise.")),
            (
                self.invert,
                self.tr("Invert"),
                self.tr("Take for ink what was taken for the ground: light for dark, or dark for light."),
            ),
        ):
            button.setAccessibleName(name)
            set_tip(button, tip)
        names = {"digits": self.tr("Digits"), "plain": self.tr("Plain")}
        for index, preparation in enumerate(PREPARATIONS):
            self.preparation.setItemText(index, names[preparation])
        self.preparation.setAccessibleName(self.tr("How the picture is prepared"))
        self._show_tip()

    def _show_tip(self) -> None:
        tip = self.tr(
            "Digits: the ink is found, cropped and centred, as MNIST's makers did. Plain: the greys of "
            "the picture, scaled to the size that the network takes."
        )
        set_tip(self.preparation, f"{self._done} {tip}".lstrip())
