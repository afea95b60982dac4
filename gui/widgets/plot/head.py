"""The line above a plot: title, legend, small tools, and the button that enlarges it.

The legend stands beside the title, or below it where the line is too short, and the tools as well where they
would cut the title.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QSpacerItem, QWidget

from gui.widgets.elided_label import ElidedLabel
from gui.widgets.layouts import Space, Stretch, column_of, holding, row_of
from gui.widgets.plot.controls import quiet_button
from gui.widgets.plot.legend import PlotLegend
from gui.widgets.plot.style import PlotColors
from gui.widgets.roles import set_tip, with_role
from gui.widgets.translated import Translated

_AWAY = 12  # pixels between the legend and what stands beside it
_AWAY_BELOW = 4  # the same below the title, where room is scarce
_BETWEEN = 2  # pixels between two tools
_LEGEND_PLACE = 2


class PlotHead(Translated, QWidget):
    """`enlarging_asked`: by the button, or by a double click, once that was offered."""

    enlarging_asked = Signal()

    def __init__(self, colors: PlotColors, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_enlarged = False
        self._lowered = (-1, 0)  # at which width, and how many parts are below the title there
        self.title = with_role(ElidedLabel(), "strong")
        self.legend = PlotLegend(colors)
        self.tools = row_of(spacing=_BETWEEN)
        self._tools = holding(self.tools, self)
        self.enlarge_button = quiet_button(self)
        self.enlarge_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.enlarge_button.hide()
        self._line = row_of(
            *(self.title, Space(_AWAY), (self.legend, 1), Stretch(0), self._tools),
            *(Space(_BETWEEN), self.enlarge_button),
            spacing=0,
        )
        self._after_legend = QSpacerItem(_AWAY, 0, QSizePolicy.Policy.Fixed)
        self._line.insertSpacerItem(self._line.indexOf(self._tools), self._after_legend)
        self._below = row_of(spacing=_AWAY_BELOW)
        self._lines = column_of(self._line, self._below, spacing=0)
        self.setLayout(self._lines)
        self.legend.changed.connect(self._place_parts)
        self.enlarge_button.clicked.connect(self.enlarging_asked)
        self._retranslate()

    def set_title(self, text: str) -> None:
        self.title.setText(text)
        self._lowered = (-1, 0)
        self._place_parts()

    def offer_enlarging(self) -> None:
        self.enlarge_button.show()

    @property
    def is_enlarged(self) -> bool:
        return self._is_enlarged

    def set_enlarged(self, is_enlarged: bool) -> None:
        self._is_enlarged = is_enlarged
        self._retranslate()

    def enlarging_text(self) -> str:
        """What the button does next."""
        return self.tr("All plots") if self._is_enlarged else self.tr("Enlarge")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not self.enlarge_button.isHidden():
            self.enlarging_asked.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_parts()

    def _place_parts(self) -> None:
        """Once the legend is below it stays there at this width: a number in it that gets shorter must not
        move the picture."""
        taken = self.title.sizeHint().width() + self._tools.sizeHint().width() + _AWAY
        if not self.enlarge_button.isHidden():
            taken += _BETWEEN + self.enlarge_button.sizeHint().width()
        with_legend = taken + self.legend.one_row() + _AWAY
        lowered = 2 if taken > self.width() else int(with_legend > self.width())
        if self._lowered[0] == self.width():
            lowered = max(lowered, self._lowered[1])
        self._lowered = (self.width(), lowered)
        self._put(self.legend, _LEGEND_PLACE, 1, is_below=lowered > 0)
        self._put(self._tools, self._line.count() - 2, 0, is_below=lowered > 1)
        self._let_title_give_way(lowered > 0)

    def _put(self, part: QWidget, place: int, stretch: int, *, is_below: bool) -> None:
        """Place it below the title, or at its place in the line of the title."""
        if is_below and self._below.indexOf(part) < 0:
            self._line.removeWidget(part)
            self._below.addWidget(part, stretch)
        elif not is_below and self._line.indexOf(part) < 0:
            self._below.removeWidget(part)
            self._line.insertWidget(place, part, stretch)

    def _let_title_give_way(self, gives_way: bool) -> None:
        """Alone on the line with the tools it takes what they leave; else they would all be cut a little."""
        policy = QSizePolicy.Policy.Ignored if gives_way else QSizePolicy.Policy.Preferred
        self.title.setSizePolicy(policy, QSizePolicy.Policy.Preferred)
        self._line.setStretchFactor(self.title, 1 if gives_way else 0)
        self._after_legend.changeSize(0 if gives_way else _AWAY, 0, QSizePolicy.Policy.Fixed)
        self._line.invalidate()

    def _retranslate(self) -> None:
        self.enlarge_button.setAccessibleName(self.enlarging_text())
        if self._is_enlarged:
            tip = self.tr("Show all plots again (double click on the title, or Esc).")
        else:
            tip = self.tr("Have this plot fill the whole panel (double click on its title).")
        set_tip(self.enlarge_button, tip)
