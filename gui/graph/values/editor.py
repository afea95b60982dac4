"""A small field that opens where an input stands, to give it another value, a number or an array in brackets.

A mistake is said below the field, which stays open; Escape leaves the value as it was.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from core.errors import ExpressionError, LabError
from gui.graph.model.change import GraphChange
from gui.graph.model.model import GraphModel
from gui.graph.model.numbers import literal
from gui.language.messages import sentence
from gui.widgets.card import Card
from gui.widgets.fields.whole_entry import WholeEntry
from gui.widgets.layouts import row_of
from gui.widgets.roles import set_tip, with_role
from gui.widgets.translated import Translated

WIDTH, WIDE = 240, 380
LARGEST = 64  # entries of an array that is offered to be edited as text


class ValueEditor(Translated, Card):
    """One for the workspace, its child; `open_for` puts it beside a place."""

    def __init__(self, model: GraphModel, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self._model = model
        self._node = ""
        self._back_to: QWidget | None = None
        self._place: Callable[[], QRect] = QRect
        self._error: LabError | None = None
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.field = WholeEntry()
        self.accept = QPushButton()
        self._problem = with_role(QLabel(wordWrap=True), "error")
        line = row_of((self.field, 1), self.accept, spacing=6)
        self.body.addLayout(line)
        self.body.addWidget(self._problem)
        self.set_margins(12, 8, 12, 12)
        self.field.returnPressed.connect(self._on_accept)
        self.accept.clicked.connect(self._on_accept)
        self.field.textEdited.connect(lambda: self._say(""))
        model.changed.connect(self._on_changed)
        self._retranslate()
        self.hide()

    def _on_changed(self, what: GraphChange) -> None:
        if GraphChange.SUBJECT in what:
            self.hide()

    @property
    def node(self) -> str:
        return self._node if self.isVisible() else ""

    @property
    def problem(self) -> str:
        return self._problem.text()

    def open_for(self, node: str, place: Callable[[], QRect], back_to: QWidget) -> None:
        """`place` gives the number's place in the parent, which `follow` asks for again; `back_to` gets the
        focus when the field closes."""
        graph = self._model.graph
        if graph is None or not graph.node(node).is_input:
            return
        value = graph.node(node).value
        self._node, self._back_to, self._place = node, back_to, place
        self._say("")
        self._retranslate()
        fits = value is not None and value.size <= LARGEST
        self.field.setText(literal(value) if fits and value is not None else "")
        self.field.setPlaceholderText(
            "" if fits else self.tr("an array of shape {shape}").format(shape=getattr(value, "shape", ""))
        )
        self.resize(WIDTH if value is None or value.size == 1 else WIDE, self.sizeHint().height())
        self.show()
        self.adjustSize()
        self.resize(max(self.width(), WIDTH), self.sizeHint().height())
        self.follow()
        self.raise_()
        self.field.selectAll()
        self.field.setFocus()

    def follow(self) -> None:
        """Stand below the place, or above where there is no room below; whole in the window."""
        if not self.isVisible():
            return
        place = self._place()
        parent = self.parentWidget()
        assert parent is not None
        room = parent.rect()
        x = min(max(place.left() - 12, 8), room.width() - self.width() - 8)
        y = place.bottom() + 6
        if y + self.height() > room.height() - 8:
            y = max(place.top() - self.height() - 6, 8)
        self.move(x, y)

    def _on_accept(self) -> None:
        try:
            self._model.set_value(self._node, self.field.text())
        except LabError as error:
            self._tell(error)
            return
        self.leave()

    def _tell(self, error: LabError) -> None:
        self._say(self._what_is_wrong(error))
        self._error = error
        self.resize(WIDE, self.heightForWidth(WIDE) if self.hasHeightForWidth() else self.sizeHint().height())
        self.follow()

    def _what_is_wrong(self, error: LabError) -> str:
        """One number has no place to point at; an array has."""
        text = self.field.text().strip()
        if not isinstance(error, ExpressionError) or "[" in text:
            return sentence(error)
        if not text:
            return self.tr("Write a number such as 2.5, or an array such as [[1, 2], [3, 4]].")
        template = self.tr(
            "“{text}” is not a number. Write one such as 2.5 or 1e-3, with nothing else before or behind it, "
            "or an array such as [[1, 2], [3, 4]]."
        )
        return template.format(text=text)

    def leave(self) -> None:
        """Close without changing anything."""
        self.hide()
        if self._back_to is not None:
            self._back_to.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _say(self, text: str) -> None:
        self._error = None
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        self.field.setProperty("invalid", bool(text))
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)
        self.field.setAccessibleDescription(text)
        self.adjustSize()

    def _retranslate(self) -> None:
        self.set_title(self.tr("Value of {name}").format(name=self._node))
        self.field.setAccessibleName(self.title())
        self.accept.setText(self.tr("Set"))
        set_tip(
            self.field,
            self.tr(
                "A number such as 100, or an array such as [[1, 2], [3, 4]]. Escape leaves it as it was."
            ),
        )
        set_tip(self.accept, self.tr("Give the input this value; the place in the trace stays (Enter)."))
        if self._error is not None:
            self._tell(self._error)
