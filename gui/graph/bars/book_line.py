"""“✓ matches the book: 220 · 2.2 · 110”: traced here; on a press, the printed numbers beside."""

from __future__ import annotations

from html import escape

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from core.graph.book import BookCheck
from gui.graph.model.model import GraphModel
from gui.graph.model.numbers import short
from gui.look.theme import Theme
from gui.widgets.roles import set_role, set_tip

SHOWN = 7  # numbers in the line
LEAST_WIDTH = 120


class BookLine(QToolButton):
    """Hidden where the book prints nothing, or where the values are no longer the book's."""

    def __init__(self, model: GraphModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        set_role(self, "plain")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.show_numbers)
        model.subject_changed.connect(self._show)
        model.book_changed.connect(self._show)
        theme.changed.connect(self.update)
        self._show()

    def checks(self) -> tuple[BookCheck, ...]:
        subject = self._model.subject
        return () if self._model.edited else self._model.book.get(subject.key, ())

    def show_numbers(self) -> None:
        """A table over the picture: what, traced here, printed in the book."""
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.setFrameShape(QFrame.Shape.StyledPanel)
        label = QLabel(self.table())
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QVBoxLayout(popup)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addWidget(label)
        popup.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        popup.show()

    def table(self) -> str:
        """The table as rich text."""
        checks = self.checks()
        muted = self._theme.tokens.muted
        heads = (self.tr("number"), self.tr("traced here"), self.tr("the book prints"), "")
        rows = "".join(f"<td style='color:{muted};padding:2px 14px 2px 0'>{head}</td>" for head in heads)
        table = f"<tr>{rows}</tr>"
        for check in checks:
            cells = (self._what(check), short(check.computed, 12, 12), _printed(check), _sign(check))
            row = "".join(f"<td style='padding:2px 14px 2px 0'>{escape(cell)}</td>" for cell in cells)
            table += f"<tr>{row}</tr>"
        chapter = checks[0].number.chapter if checks else 0
        title = self.tr("Deep Learning from Scratch, chapter {chapter}").format(chapter=chapter)
        return f"<b>{escape(title)}</b><table>{table}</table>"

    def _what(self, check: BookCheck) -> str:
        node, output = check.number.node, self._model.graph.output_name if self._model.graph else ""
        name = f"∂{output}/∂{node}" if check.number.is_gradient else node
        if not check.number.given:
            return name
        given = ", ".join(f"{key} = {_text(value)}" for key, value in check.number.given.items())
        return self.tr("{name} for {given}").format(name=name, given=given)

    def _show(self) -> None:
        checks = self.checks()
        self.setVisible(bool(checks))
        if not checks:
            return
        matches = all(check.matches for check in checks)
        numbers = " · ".join(short(check.computed, 8, 4) for check in checks[:SHOWN])
        if len(checks) > SHOWN:
            numbers += " · …"
        said = self.tr("✓ matches the book:") if matches else self.tr("✗ does not match the book:")
        self.setText(f"{said} {numbers}")
        self.setAccessibleName(self.text())
        set_tip(self, self.tr("Traced a moment ago. Press to see the printed numbers beside these."))
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), LEAST_WIDTH), super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 6, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        matches = all(check.matches for check in self.checks())
        painter.setPen(self._theme.color("green" if matches else "vermilion"))
        rect = self.rect().adjusted(2, 0, -2, 0)
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        if self.hasFocus() or self.underMouse():
            width = min(painter.fontMetrics().horizontalAdvance(text), rect.width())
            y = rect.center().y() + painter.fontMetrics().ascent() // 2 + 2
            painter.drawLine(rect.left(), y, rect.left() + width, y)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)


def _sign(check: BookCheck) -> str:
    return "✓" if check.matches else "✗"


def _printed(check: BookCheck) -> str:
    return _text(check.number.printed)


def _text(printed: object) -> str:
    array = np.array(printed)
    text = ", ".join(str(entry) for entry in np.ravel(array)) if array.shape else str(printed)
    return (f"[{text}]" if array.shape else text).replace("-", "−")
