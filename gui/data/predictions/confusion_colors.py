"""The colours of the confusion matrix, and text that can be read on any of them."""

from __future__ import annotations

from PySide6.QtGui import QColor

from gui.look.theme import Theme, between


def mistake_color(theme: Theme, share: float, name: str = "vermilion") -> QColor:
    """The colour `name`, the fuller the larger `share`: 0 for one mistake, 1 for the most common one. Between
    them it is in proportion to the count, so that what stands out is what happens most."""
    return between(theme.color("hover"), theme.color(name), 0.14 + 0.81 * share)


def readable_on(fill: QColor) -> QColor:
    """Black or white, whichever stands out more: one of the two always has a contrast of 4.58 or more."""
    # WCAG 2: (L + 0.05) / 0.05 of black, 1.05 / (L + 0.05) of white.
    return QColor("black" if (_luminance(fill) + 0.05) ** 2 >= 0.05 * 1.05 else "white")


def _luminance(color: QColor) -> float:
    parts = [
        v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4
        for v in (color.redF(), color.greenF(), color.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
