"""∂L/∂W1 of one example, as one image for each of the units on which it presses most.

The column of a unit is the example times that unit's own gradient: every image is the example again, in one
colour where the weight's gradient is above 0, in another below. Units that it does not reach are blank.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.inspection.mistake import SingleGradient
from gui.language.numbers import count, number
from gui.language.texts import Speaking
from gui.look.theme import Theme
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.images.array_image import signed_image
from gui.widgets.images.signed_scale import SignedScale
from gui.widgets.layouts import column_of, row_of
from gui.widgets.places_view import PlacesView
from gui.widgets.roles import set_tip, with_role

SIDE, GAP = 36.0, 4.0
MOST = 60


class GradientImages(PlacesView):
    """The gradients of as many units as there is room for, the largest first; a place is one of `units`."""

    choosable = False
    runs_on = True

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._gradient: NDArray[Any] | None = None
        self._shape = (1, 1)
        self.units: list[int] = []
        self._images: list[QImage] = []
        self.limit = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_gradient(self, gradient: NDArray[Any] | None, shape: tuple[int, int]) -> None:
        """gradient: ∂L/∂W1, (D, H), of images of `shape` (height, width), D = height · width; or None."""
        self._gradient, self._shape = gradient, shape
        self.recolor()
        self.places_changed()

    def recolor(self) -> None:
        self.units, self._images = [], []
        gradient = self._gradient
        if gradient is not None:
            sizes = np.abs(gradient).max(axis=0)
            self.units = np.argsort(-sizes, kind="stable")[:MOST].tolist()
            self.limit = float(np.nanmax(sizes, initial=0.0))
            self._images = [
                signed_image(gradient[:, unit].reshape(self._shape), self.limit, self._theme)
                for unit in self.units
            ]
        super().recolor()

    def text_of(self, place: int) -> str:
        assert self._gradient is not None
        own = self._gradient[:, self.units[place]]
        text = self.tr("unit {unit}: from {low} to {high}")
        low, high = number(float(own.min()), 3), number(float(own.max()), 3)
        return text.format(unit=self.units[place], low=low, high=high)

    def minimumSizeHint(self) -> QSize:
        return QSize(round(2 * SIDE + GAP), round(2 * SIDE + GAP))

    def across(self) -> int:
        return max(int((self.width() + GAP) // (SIDE + GAP)), 1)

    def places(self) -> int:
        down = max(int((self.height() + GAP) // (SIDE + GAP)), 1)
        return min(self.across() * down, len(self.units))

    def place_rect(self, place: int) -> QRectF:
        row, column = divmod(place, self.across())
        return QRectF(column * (SIDE + GAP), row * (SIDE + GAP), SIDE, SIDE)

    def paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        for place in range(self.places()):
            rect = self.place_rect(place)
            painter.drawImage(rect.adjusted(1, 1, -1, -1), self._images[place])
            painter.setPen(self._theme.color("border"))
            painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))


class GradientPart(Speaking, QWidget):
    """The images under their name, with the size of all numbers beside it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = with_role(ElidedLabel(), "heading")
        self.note = with_role(ElidedLabel(), "small")
        self.images = GradientImages(theme)
        self.scale = SignedScale(theme)
        head = row_of(self.title, (self.note, 1))
        self.setLayout(column_of(head, (self.images, 1), self.scale, spacing=4))

    def set_narrow(self, narrow: bool) -> None:
        """Leave the note to the tooltip of the name where there is little room."""
        self.note.setVisible(not narrow)

    def show_gradient(self, gradient: SingleGradient | None, shape: tuple[int, int] | None) -> None:
        """shape: (height, width) of the image; None for inputs that are none."""
        self.title.setText(f"∂L/∂{gradient.name if gradient is not None else 'W1'}")
        if gradient is None:
            self.images.set_gradient(None, (1, 1))
            self.note.setText("")
            return
        first = gradient.first
        # Inputs that are not an image are a column of their own.
        self.images.set_gradient(first, shape if shape is not None else (len(first), 1))
        self.scale.show_limit(self.images.limit)
        rms = float(np.sqrt(np.square(first, dtype=np.float64).mean()))
        self.note.setText(self.tr("RMS {rms}").format(rms=number(rms, 2)))
        tip = self.tr(
            "The gradient of the first weights, one image for each unit, strongest first: the image "
            "itself times the gradient of that unit. Purple above 0, green below. {rms} over {count} "
            "numbers."
        ).format(rms=self.note.text(), count=count(first.size))
        set_tip(self.title, tip)
        set_tip(self.note, tip)
