"""“Find the bug”: a small network with a mistake in its way back, and what the check says of each array.

The layers stand in a row, and under each its arrays. The learner points at the layer that is to blame.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.experiments.checking import Report
from core.nn.gradient_check import ArrayCheck
from core.nn.network import Network
from gui.lab.checking.texts import VERDICT_COLORS, array_sentence, verdict_text
from gui.language.layers import layer_name
from gui.language.numbers import number
from gui.look.fonts import BODY, SMALL, font
from gui.look.theme import Theme
from gui.widgets.places_view import PlacesView

BOX_HEIGHT = 56
TOP = 44
GAP = 14
LINE = 50
CORNER = 6.0
INSIDE = 4.0  # pixels between the edge of a box and its name
MOST_ARRAYS = 2  # of a layer


class BugView(PlacesView):
    """Its places are the layers and, as the last one, the loss. `blamed`: the place that a person has last
    pointed at; `found` says whether it is the one, None before a guess."""

    ring_color = "orange"

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._names: list[str] = []
        self._checks: list[list[ArrayCheck]] = []
        self._report: Report | None = None
        self.blamed: int | None = None
        self.found: bool | None = None
        super().__init__(theme, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._retranslate()

    def set_report(self, network: Network, report: Report) -> None:
        """A new puzzle, or the same one checked anew; nobody is blamed yet."""
        spec = network.spec
        self._names = list(spec.layer_names)
        self._checks = []
        for layer, number_, n_in in zip(spec.layers, spec.numbers, spec.widths, strict=False):
            own = [f"{name}{number_}" for name in layer.parameters(n_in)]
            self._checks.append([check for check in report.checks if check.name in own])
        self._checks.append([])
        self._report = report
        self.blamed = self.found = None
        self.places_changed()

    def show_guess(self, place: int, found: bool) -> None:
        self.blamed, self.found = place, found
        self.update()

    @property
    def report(self) -> Report | None:
        return self._report

    def wrong_arrays(self) -> list[str]:
        """The arrays of which the check says that they are wrong, from the first layer on."""
        report = self._report
        if report is None:
            return []
        return [check.name for check in report.checks if report.verdict(check) == "wrong"]

    def name_of(self, place: int) -> str:
        """The layer of a place, in the language in use."""
        return layer_name(self._names[place]) if place < len(self._names) else self.tr("Loss")

    def places(self) -> int:
        return len(self._checks)

    def across(self) -> int:
        return len(self._checks)

    def place_rect(self, place: int) -> QRectF:
        widths = self._widths()
        left = sum(widths[:place]) + place * GAP
        return QRectF(left, TOP, widths[place], BOX_HEIGHT + MOST_ARRAYS * LINE + 10)

    def _widths(self) -> list[float]:
        """All boxes alike, or, where a word would be cut, each as wide as its longest word and an
        equal part of what is over."""
        count = max(self.places(), 1)
        room = self.width() - (count - 1) * GAP
        metrics = QFontMetricsF(font(SMALL, bold=True))
        names = map(self.name_of, range(self.places()))
        needed = [max(map(metrics.horizontalAdvance, name.split())) + 2 * INSIDE + 2 for name in names]
        if max(needed, default=0.0) <= room / count:
            return [room / count] * count
        over = (room - sum(needed)) / count
        return [width + over for width in needed]

    def text_of(self, place: int) -> str:
        report = self._report
        if report is None:
            return ""
        lines = [array_sentence(report, check) for check in self._checks[place]]
        return "\n".join([self.name_of(place), *lines])

    def minimumSizeHint(self) -> QSize:
        return QSize(520, self.sizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(900, TOP + BOX_HEIGHT + MOST_ARRAYS * LINE + 12)

    def paint(self, painter: QPainter) -> None:
        theme, report = self._theme, self._report
        if report is None:
            painter.setPen(theme.color("muted"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("Computing…"))
            return
        whole = QRectF(0, 0, self.width(), 20)
        painter.setPen(theme.color("blue"))
        painter.drawText(whole, Qt.AlignmentFlag.AlignLeft, self.tr("forward →"))
        painter.setPen(theme.color("vermilion"))
        painter.drawText(whole, Qt.AlignmentFlag.AlignRight, self.tr("← the gradient comes from here"))
        for place in range(self.places()):
            self._paint_layer(painter, place, report)

    def _paint_layer(self, painter: QPainter, place: int, report: Report) -> None:
        theme = self._theme
        rect = self.place_rect(place)
        box = QRectF(rect.left() + 0.5, rect.top() + 0.5, rect.width() - 1, BOX_HEIGHT)
        edge, width = ("blue", 1.5) if place == self.hovered else ("outline", 1.0)
        if place == self.blamed:
            edge, width = ("green" if self.found else "vermilion"), 2.5
        painter.setPen(QPen(theme.color(edge), width))
        painter.setBrush(theme.color("selection" if place == self.hovered else "field"))
        painter.drawRoundedRect(box, CORNER, CORNER)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(theme.color("text"))
        painter.setFont(font(SMALL, bold=True))
        inside = box.adjusted(INSIDE, 2, -INSIDE, -2)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(inside, flags, self.name_of(place))
        if place + 1 < self.places():
            painter.setPen(QPen(theme.color("vermilion"), 1.5))
            y, right, left = box.center().y(), box.right() + GAP, box.right() + 1
            painter.drawLine(QPointF(left, y), QPointF(right, y))
            for side in (-3.5, 3.5):
                painter.drawLine(QPointF(left, y), QPointF(left + 5, y + side))
        if place == self.blamed:
            painter.setPen(theme.color(edge))
            painter.drawText(
                box.translated(0, -19), Qt.AlignmentFlag.AlignHCenter, "✓" if self.found else "✗"
            )
        for line, check in enumerate(self._checks[place]):
            self._paint_array(painter, box, line, check, report)

    def _paint_array(
        self, painter: QPainter, box: QRectF, line: int, check: ArrayCheck, report: Report
    ) -> None:
        verdict = report.verdict(check)
        place = QRectF(box.left(), box.bottom() + 8 + line * LINE, box.width(), LINE)
        painter.setFont(font(BODY))
        painter.setPen(self._theme.color("text"))
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(place, flags, check.name)
        painter.setFont(font(SMALL))
        painter.setPen(self._theme.color(VERDICT_COLORS[verdict]))
        if verdict == "wrong":
            text = self.tr("✗ {size}").format(size=number(check.mean_difference, 2))
        else:
            text = verdict_text(verdict)
        painter.drawText(place.adjusted(0, 18, 0, 0), flags | Qt.TextFlag.TextWordWrap, text)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Layers of the network with a mistake in it"))
        self.setWhatsThis(self.tr("Choose the layer whose backward pass you think is wrong."))
        super()._retranslate()
