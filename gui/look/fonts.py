"""The program's typeface: Pretendard in four sizes, with tabular figures everywhere.

Figures of one width keep a number from trembling while it counts, in the status bar as in a table, so they
are set once for the whole application. What the face lacks (∇, for one) comes from the system's fonts.
"""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from gui.paths import RESOURCES

# Four sizes in pixels, no more. Qt scales them with the screen.
SMALL = 12
BODY = 13
TITLE = 15
DISPLAY = 22

_FILES = ("Pretendard-Regular.otf", "Pretendard-SemiBold.otf")


def install(app: QApplication) -> None:
    """Load the typeface and make it the application's font."""
    families = ["Pretendard", *app.font().families()]
    for name in _FILES:
        QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / name))
    font = QFont(families)
    font.setPixelSize(BODY)
    font.setFeature(QFont.Tag("tnum"), 1)
    app.setFont(font)


def font(size: int = BODY, *, bold: bool = False) -> QFont:
    """The application's font in one of the four sizes, for text that a widget paints itself."""
    result = QApplication.font()
    result.setPixelSize(size)
    if bold:
        result.setWeight(QFont.Weight.DemiBold)
    return result
