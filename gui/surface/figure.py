"""The whole figure: the plane, what its marks mean, and beside or below it a map for each hidden unit.

It lies down where it is wide and stands where it is high. Where network and examples come from is not known.
"""

from __future__ import annotations

from html import escape

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from core.inspection.surface import Plane
from gui.language.layers import layer_name
from gui.language.numbers import count
from gui.look.theme import Theme
from gui.surface import marks
from gui.surface.frame import BOTTOM, LEFT, RIGHT, TOP
from gui.surface.points import Points
from gui.surface.survey import Survey
from gui.surface.unit_maps import UnitMapsView
from gui.surface.view import SurfaceView
from gui.widgets.fields.choice import Choice
from gui.widgets.plot.style import PlotColors
from gui.widgets.roles import set_role, set_tip
from gui.widgets.translated import Translated

WIDE = 1.2
"""The width, in heights, from which on the units stand at the right."""
UNLIMITED = 16_777_215
GAP = "&nbsp;&nbsp;&nbsp; "
"""What stands between two entries of a legend, which may wrap there."""
MOST_CLASSES = 8
"""So many classes are named in the legend."""


class SurfaceFigure(Translated, QWidget):
    """`layer_chosen` brings the number of the layer whose units a person wants to see. `view` is the plane,
    `units` are the small maps."""

    layer_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._survey: Survey | None = None
        self._points: Points | None = None
        self._rows = 0
        self._names: tuple[str, ...] = ()
        self.view = SurfaceView(theme)
        self.legend = QLabel(wordWrap=True, textFormat=Qt.TextFormat.RichText)
        self.units = UnitMapsView(theme)
        self.layer = Choice(characters=9)
        self._units_title = QLabel()
        self._no_units = QLabel(wordWrap=True)
        self._scale = QLabel(wordWrap=True, textFormat=Qt.TextFormat.RichText)
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        for label in (self.legend, self._no_units, self._scale):
            set_role(label, "small")
        set_role(self._units_title, "heading")
        self.legend.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        plane, beside = QWidget(self), QWidget(self)
        above = QVBoxLayout(plane)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(4)
        above.addWidget(self.view, 1)
        above.addWidget(self.legend)
        self._head = QWidget(beside)
        line = QHBoxLayout(self._head)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self._units_title, 1)
        line.addWidget(self.layer)
        self.layer.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        below = QVBoxLayout(beside)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(6)
        below.addWidget(self._head)
        below.addWidget(self._no_units)
        below.addWidget(self._scale)
        below.addWidget(self.units, 1)
        self._plane, self._above, self._below = plane, above, below
        self._direction = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._direction.setContentsMargins(0, 0, 0, 0)
        self._direction.setSpacing(12)
        self._direction.addWidget(plane, 5)
        self._direction.addWidget(beside, 3)

    def _connect(self) -> None:
        self.units.looked_at.connect(self._on_looked_at)
        self.layer.chosen.connect(self._on_layer)
        self.view.rearranged.connect(self._show_legend)
        self._theme.changed.connect(self._show_legend)

    # What is shown

    def set_points(self, plane: Plane, points: Points | None, names: tuple[str, ...]) -> None:
        """The examples, and the part of the plane that is seen. names: of the classes."""
        self._points, self._names = points, names
        self._rows = len(points) if points is not None else 0
        self.view.set_points(plane, points, names)
        self._show_legend()

    def set_rows(self, rows: NDArray[np.intp]) -> None:
        """Which of the examples are to be seen."""
        self._rows = len(rows)
        self.view.set_rows(rows)
        self._show_legend()

    def set_survey(self, survey: Survey | None) -> None:
        """What a network makes of the plane; None: nothing is known."""
        is_new = survey is None or self._survey is None or survey.layers != self._survey.layers
        self._survey = survey
        self.view.set_survey(survey)
        self.units.set_units(survey.surface.units if survey is not None else None)
        self._on_looked_at()
        if is_new:
            self._show_layers()
        elif survey is not None and survey.surface.units is not None:
            self.layer.show_word(str(survey.surface.units.layer))

    def set_stale(self, is_stale: bool) -> None:
        """What is seen is not of the network of this moment."""
        self.view.set_stale(is_stale)
        self.units.setEnabled(not is_stale)

    def _on_looked_at(self) -> None:
        self.view.set_unit(self.units.unit)

    def _on_layer(self, word: str) -> None:
        self.layer_chosen.emit(int(word))

    def _show_layers(self) -> None:
        survey = self._survey
        layers = survey.layers if survey is not None else ()
        self.layer.clear()
        for place, name in layers:
            self.layer.add_word(str(place), layer_name(name))
        if survey is not None and survey.surface.units is not None:
            self.layer.show_word(str(survey.surface.units.layer))
        self._head.setVisible(bool(layers))
        self.units.setVisible(bool(layers))
        self._scale.setVisible(bool(layers))
        self._no_units.setVisible(not layers and survey is not None)

    def _show_legend(self) -> None:
        points, colors = self._points, PlotColors.like(self._theme.tokens)
        # Within an f-string a text is not found by the tool that collects texts for translation.
        signs = ((colors.blue, self.tr("above 0")), (colors.muted, self.tr("below 0")))
        self._scale.setText(
            GAP.join(f'<span style="color:{color}">■</span>&nbsp;{escape(text)}' for color, text in signs)
        )
        if points is None:
            self.legend.setText("")
            return
        shown = len(self.view.shown_rows)
        parts = []
        for label, name in enumerate(self._names[:MOST_CLASSES]):
            color = colors.hue(marks.hue_of(label)).name()
            parts.append(f'<span style="color:{color}">{marks.sign_of(label)}</span>&nbsp;{escape(name)}')
        if len(self._names) > MOST_CLASSES:
            parts.append("…")
        has_test, has_train = bool(points.is_test.any()), not bool(points.is_test.all())
        kinds = [("●", self.tr("training"))] if has_train else []
        kinds += [("○", self.tr("test"))] if has_test else []
        kinds.append(("✗", self.tr("wrong")))
        parts += [f"{sign}&nbsp;{escape(text)}" for sign, text in kinds]
        if shown < self._rows:
            text = self.tr("{shown} of {total} points").format(shown=count(shown), total=count(self._rows))
            parts.append(escape(text).replace(" ", "&nbsp;"))
        self.legend.setText(GAP.join(parts))

    # Its size

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = event.size()
        is_wide = size.width() > WIDE * size.height()
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        home = self._below if is_wide else self._above
        if way != self._direction.direction() or home.indexOf(self.legend) < 0:
            self._direction.setDirection(way)
            home.addWidget(self.legend)
        # More than a square is of no use to the plane; what is left over is the units'.
        width, height = size.width(), size.height()
        if is_wide:
            self._plane.setMaximumSize(height + LEFT + RIGHT - TOP - BOTTOM, UNLIMITED)
        else:
            legend = self.legend.heightForWidth(width) + self._above.spacing()
            self._plane.setMaximumSize(UNLIMITED, width - LEFT - RIGHT + TOP + BOTTOM + legend)

    def _retranslate(self) -> None:
        self.view.setAccessibleName(self.tr("Decision surface"))
        self.view.setWhatsThis(
            self.tr(
                "What the network makes of each point of the plane, with the examples. Point at the plane, "
                "or use the arrow keys, to read the numbers."
            )
        )
        set_tip(
            self.legend,
            self.tr(
                "The paler a colour, the less sure the network is; on the line two classes tie. Point at the "
                "plane, or use the arrow keys, to read the numbers."
            ),
        )
        self._units_title.setText(self.tr("Units"))
        self._no_units.setText(
            self.tr("Without a hidden layer there are no units to show: the border is straight.")
        )
        self.units.setAccessibleName(self.tr("Units of the hidden layer"))
        set_tip(
            self.units,
            self.tr(
                "Each unit's value over the plane: blue above 0, grey below. Point at one to see it large; "
                "click, or press Enter, to keep it."
            ),
        )
        set_tip(self.layer, self.tr("The hidden layer whose units are shown."))
        self.layer.setAccessibleName(self.tr("Hidden layer"))
        self._show_layers()
        self._show_legend()
