"""The outputs of a network for one example as bars, one line a class.

The label's bar is green, a wrong prediction's vermilion; a sign behind the figure says the same. Of a network
that was not trained yet, both are grey.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.inspection.predictions import Meaning
from gui.language.numbers import number, percent
from gui.look.fonts import BODY, font
from gui.look.theme import Theme
from gui.widgets.painted import Painted

LINE, BAR = 18, 10
MOST_LINES = 10
LEFT = 8.0  # between name and bar


@dataclass(frozen=True, slots=True, eq=False)
class Outputs:
    """What the network gives for one example: (C,) values, what they mean, the names of the classes, the
    label (−1 where none is known) and the prediction. `is_quiet`: a wrong one is not worth an alarm."""

    values: NDArray[np.float32]
    meaning: Meaning
    names: tuple[str, ...]
    label: int
    prediction: int
    is_quiet: bool = False

    def text(self, place: int) -> str:
        value = float(self.values[place])
        return number(value, 3) if self.meaning == "scores" else percent(value, 1)

    def sign(self, place: int) -> str:
        """✓ at the label, ✗ at a prediction that is another."""
        if place == self.label:
            return "✓"
        return "✗" if place == self.prediction and self.label >= 0 else ""

    def lines(self) -> list[int]:
        """The classes that get a line: all, or where there are many the largest outputs and the label."""
        if len(self.values) <= MOST_LINES:
            return list(range(len(self.values)))
        order = np.argsort(-np.nan_to_num(self.values), kind="stable")[:MOST_LINES].tolist()
        if self.label >= 0 and self.label not in order:
            order[-1] = self.label
        return sorted(order)

    def lengths(self) -> NDArray[np.float64]:
        """(C,) shares of the longest possible bar."""
        values = np.nan_to_num(self.values.astype(np.float64), posinf=1e300, neginf=0.0)
        if self.meaning != "scores":
            return np.clip(values, 0.0, 1.0)
        most = float(np.abs(values).max(initial=0.0))
        return np.abs(values) / most if most > 0 else np.zeros_like(values)


class OutputBars(Painted, QWidget):
    """Blank while there are no outputs."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._outputs: Outputs | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def set_outputs(self, outputs: Outputs | None) -> None:
        before = len(self._outputs.lines()) if self._outputs is not None else 0
        self._outputs = outputs
        self.setAccessibleDescription("; ".join(self.texts()))
        if outputs is None or len(outputs.lines()) != before:
            self.updateGeometry()
        self.update()

    def texts(self) -> list[str]:
        """The lines in words, such as `2: 61.0 % ✗`."""
        outputs = self._outputs
        if outputs is None:
            return []
        return [f"{outputs.names[i]}: {outputs.text(i)} {outputs.sign(i)}".rstrip() for i in outputs.lines()]

    def sizeHint(self) -> QSize:
        lines = len(self._outputs.lines()) if self._outputs is not None else 0
        return QSize(240, lines * LINE)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        outputs = self._outputs
        if outputs is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plain, strong = font(BODY), font(BODY, bold=True)
        metrics = QFontMetricsF(strong)
        lines, lengths = outputs.lines(), outputs.lengths()
        names = max(metrics.horizontalAdvance(outputs.names[i]) for i in lines)
        names = min(names, self.width() * 0.35)
        figures = max(metrics.horizontalAdvance(f" {outputs.text(i)} ✗") for i in lines) + LEFT
        room = max(self.width() - names - LEFT - figures, 8.0)
        for line, i in enumerate(lines):
            top = line * LINE
            marked = i in (outputs.label, outputs.prediction)
            color = self._color(outputs, i)
            painter.setFont(strong if marked else plain)
            painter.setPen(self._theme.color("text" if marked else "muted"))
            name = metrics.elidedText(outputs.names[i], Qt.TextElideMode.ElideRight, names)
            vertical = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, top, names + 1, LINE), vertical | Qt.AlignmentFlag.AlignRight, name)
            length = max(room * float(lengths[i]), 2.0)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color(color))
            bar = QRectF(names + LEFT, top + (LINE - BAR) / 2, length, BAR)
            painter.drawRoundedRect(bar, min(3.0, length / 2), 3.0)
            painter.setPen(self._theme.color(color if color in ("green", "vermilion") else "muted"))
            text = f"{outputs.text(i)} {outputs.sign(i)}".rstrip()
            painter.drawText(
                QRectF(bar.right() + LEFT, top, figures, LINE), vertical | Qt.AlignmentFlag.AlignLeft, text
            )
        painter.end()

    @staticmethod
    def _color(outputs: Outputs, place: int) -> str:
        if place == outputs.label:
            return "muted" if outputs.is_quiet else "green"
        if place == outputs.prediction:
            wrong = "muted" if outputs.is_quiet else "vermilion"
            return wrong if outputs.label >= 0 else "blue"
        return "grey"
