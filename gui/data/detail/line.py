"""A line of an array's values: as many whole ones as there is room for, then “…”; never half a number.

Which array it is, and what it means, is said beside it (`detail_switches`).
"""

from __future__ import annotations

from typing import Any

from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from core.inspection.shapes import ArrayFacts
from gui.language.numbers import number
from gui.language.texts import Speaking
from gui.widgets.roles import set_role


class ValuesLine(Speaking, QLabel):
    """The first values, and on a second line the first ones that are not 0 where the first line has none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._array: ArrayFacts | None = None
        set_role(self, "small")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def set_array(self, array: ArrayFacts) -> None:
        """Show the values in the order of memory."""
        self._array = array
        self._fit()

    def _fit(self) -> None:
        if self._array is None:
            return
        values, ink = self._array.values.reshape(-1), self._array.first_ink
        text, shown = self._line("{values}", values)
        if ink is not None and ink >= shown:
            text += "\n" + self._line(self.tr("from {place}: {values}"), values[ink:], ink)[0]
        self.setText(text)

    def _line(self, template: str, values: NDArray[Any], place: int = 0) -> tuple[str, int]:
        """The longest line of whole values that fits, at least one, and how many they are."""
        room = self.contentsRect().width()
        line, texts = "", list[str]()
        for value in values.tolist():
            texts.append(number(float(value)))
            rest = " …" if len(texts) < len(values) else ""
            longer = template.format(values="  ".join(texts), place=place) + rest
            if line and self.fontMetrics().horizontalAdvance(longer) > room:
                return line, len(texts) - 1
            line = longer
        return line, len(texts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.LanguageChange):
            self._fit()
