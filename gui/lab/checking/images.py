"""The differences of W1 as images: a picture for each unit that was compared whole."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.experiments.checking import Report
from core.nn.gradient_check import ArrayCheck
from gui.look.fonts import SMALL, font
from gui.look.theme import Theme
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.images.array_image import signed_image
from gui.widgets.images.signed_scale import SignedScale
from gui.widgets.layouts import Stretch, column_of, row_of
from gui.widgets.painted import Painted
from gui.widgets.roles import set_tip, with_role
from gui.widgets.translated import Translated

GAP = 8
LARGEST_SHARE = 0.995


MOST = 12  # images


def unit_differences(check: ArrayCheck) -> tuple[list[int], NDArray[np.float64]]:
    """The units of which entries were compared, and backprop − numerical of each, (units, D); NaN where an
    entry was not compared."""
    full = np.full(check.shape, np.nan)
    full.reshape(-1)[check.indices] = check.backprop - check.numerical
    units = np.unique(check.indices % check.shape[1])[:MOST]
    return units.tolist(), np.ascontiguousarray(full[:, units].T)


class DifferenceImages(Translated, QWidget):
    """Hidden where W1 has no image to its input, or was not compared unit by unit."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = with_role(ElidedLabel(), "small")
        self.scale = SignedScale(theme)
        self.pictures = _Pictures(theme)
        foot = row_of(self.scale, Stretch(1))
        self.setLayout(column_of(self.title, (self.pictures, 1), foot, spacing=6))
        self._retranslate()

    def set_report(self, report: Report | None, shape: tuple[int, int] | None) -> None:
        """Show the differences unit by unit, in the shape (h, w) of the input."""
        first = next((c for c in report.checks if c.name == "W1"), None) if report is not None else None
        fits = first is not None and shape is not None and first.shape[0] == shape[0] * shape[1]
        self.setVisible(fits)
        if not fits or first is None or shape is None:
            return
        units, values = unit_differences(first)
        differences = values.reshape(-1, *shape)
        sizes = np.abs(differences[np.isfinite(differences)])
        limit = float(np.quantile(sizes, LARGEST_SHARE)) if sizes.size else 0.0
        self.scale.show_limit(limit or 1.0)
        self.pictures.set_images(differences, limit, units)

    def _retranslate(self) -> None:
        self.title.setText(self.tr("W1: backprop − numerical"))
        tip = self.tr(
            "The difference at each weight of the units that are compared, in the shape of the input. Where "
            "a right gradient leaves only rounding, the only pattern is that of the pixels that are not 0."
        )
        set_tip(self.pictures, tip)
        self.pictures.setAccessibleName(self.title.text())


class _Pictures(Painted, QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._images: NDArray[np.float64] = np.zeros((0, 1, 1))
        self._limit = 0.0
        self._units: list[int] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    def set_images(self, images: NDArray[np.float64], limit: float, units: list[int]) -> None:
        self._images, self._limit, self._units = images, limit, units
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(180, 120)

    def paintEvent(self, _event: QPaintEvent) -> None:
        count = len(self._images)
        if not count:
            return
        painter = QPainter(self)
        painter.setFont(font(SMALL))
        height, width = self._images.shape[1:]
        across = max(range(1, count + 1), key=lambda columns: self._side(columns, width, height))
        scale = self._side(across, width, height)
        for place, values in enumerate(self._images):
            row, column = divmod(place, across)
            image: QImage = signed_image(values, self._limit, self._theme)
            left, top = column * (scale * width + GAP), row * (scale * height + GAP)
            rect = QRectF(left, top, scale * width, scale * height)
            painter.drawImage(rect, image)
            painter.setPen(self._theme.color("border"))
            painter.drawRect(rect)
            painter.setPen(self._theme.color("muted"))
            painter.drawText(rect.adjusted(3, 2, 0, 0), Qt.AlignmentFlag.AlignLeft, str(self._units[place]))
        painter.end()

    def _side(self, across: int, width: int, height: int) -> float:
        """Pixels of the screen for a pixel of an image, with so many side by side."""
        down = -(-len(self._images) // across)
        wide = (self.width() - (across - 1) * GAP - 1) / (across * width)
        high = (self.height() - (down - 1) * GAP - 1) / (down * height)
        return max(min(wide, high), 0.1)
