"""One row of the list of layers: a small card with a title, its settings, its size and its mistake.

The row paints its card and holds what is the same for input, layers and loss; what stands in it is in
`layer_row` and `end_rows`.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gui.language.texts import Speaking
from gui.look.icons import Icons
from gui.widgets.fields.number_edit import NumberEdit
from gui.widgets.fields.problem_line import ProblemLine
from gui.widgets.layouts import column_of, row_of
from gui.widgets.roles import set_look, set_role

UNITS_WIDTH = 60
COUNT_WIDTH = 66
ROW_HEIGHT = 34
CELL_LEFT, CELL_RIGHT = 5, 9
"""Pixels from the edges of a field to its text: what is not a field keeps them, so that columns align."""
GRIP_WIDTH = 14
"""Pixels at the left that hold no field: there a layer is marked, and taken hold of."""
CORNER = 6.0
ACCENT_WIDTH = 3.0


class NetworkRow(Speaking, QWidget):
    """`accented` rows, those that hold parameters, have a blue edge; `set_problem` gives a row its sentence.

    A sentence of its own fields (text that is not a number) goes before one of the document's.
    """

    selected = Signal()
    refusal_changed = Signal()
    fit_asked = Signal()  # the sizes that the data set has
    edited = Signal()  # the editing of one field is over

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._accented = False
        self._hovered = False
        self._marked = False
        self._problem = ""
        self._problem_field = ""
        self._edits: dict[str, NumberEdit] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

        self.line = row_of(spacing=4, margins=(GRIP_WIDTH, 2, 4, 2))
        self._problem_line = ProblemLine(icons, self)
        self._problem_line.mend_asked.connect(self.fit_asked)
        around = row_of(self._problem_line, margins=(12, 0, 8, 0))
        self.setLayout(column_of(self.line, around, spacing=0))
        icons.theme.changed.connect(self.update)

    @property
    def problem(self) -> str:
        """The sentence that stands on the row."""
        return self._problem_line.sentence

    @property
    def refusal(self) -> str:
        """What is wrong with a text of its own that the document has not got."""
        return next((edit.refusal for edit in self._edits.values() if edit.refusal), "")

    @property
    def accented(self) -> bool:
        return self._accented

    def fields(self) -> tuple[QWidget, ...]:
        """What can be edited here, as it is read."""
        return ()

    def watch_fields(self) -> None:
        """A field that is edited marks its row; called when all of them are there."""
        for field in self.fields():
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.selected.emit()
        return super().eventFilter(watched, event)

    def set_accented(self, accented: bool) -> None:
        self._accented = accented
        self.update()

    def set_problem(self, sentence: str, field: str = "") -> None:
        """What the document finds wrong here, and the name of the setting, as in `SpecError`."""
        self._problem, self._problem_field = sentence, field
        self._show_problem()

    def offer_fit(self, offered: bool) -> None:
        """Offer to give the network the sizes of the data set, where that is what is wrong here."""
        text = self.tr("Fit to the data") if offered and not self.refusal else ""
        self._problem_line.offer(
            text, self.tr("Gives the input and the last Affine layer the sizes of the data set.")
        )

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selected.emit()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def set_marked(self, marked: bool) -> None:
        """Draw the row as the one that the keys act on."""
        if marked != self._marked:
            self._marked = marked
            self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()
        super().leaveEvent(event)

    def _number(self, field: str, *, whole: bool, live: bool = False) -> NumberEdit:
        """The field for a setting of this row, whose refusals are shown under it."""
        edit = NumberEdit(whole=whole, live=live)
        edit.setProperty("role", "cell")
        edit.refusal_changed.connect(self._on_refusal_changed)
        edit.editingFinished.connect(self.edited)
        self._edits[field] = edit
        return edit

    def _cell(self, width: int, role: str = "") -> QLabel:
        """A number that cannot be edited here."""
        label = QLabel(alignment=Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        label.setFixedWidth(width)
        label.setContentsMargins(0, 0, CELL_RIGHT, 0)
        label.setMinimumHeight(ROW_HEIGHT - 4)
        if role:
            set_role(label, role)
        return label

    def _on_refusal_changed(self) -> None:
        self._show_problem()
        self.refusal_changed.emit()

    def _show_problem(self) -> None:
        self._problem_line.set_sentence(self.refusal or self._problem)
        for field, edit in self._edits.items():
            set_look(edit, "invalid", bool(edit.refusal or (self._problem and field == self._problem_field)))
        self.setAccessibleDescription(self.problem)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._icons.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QPainterPath()
        card.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)
        painter.fillPath(card, theme.color("selection" if self._marked else "field"))
        edge = "vermilion" if self.problem else "blue" if self._accented else "grey" if self._marked else ""
        if edge:
            painter.save()
            painter.setClipPath(card)
            painter.fillRect(QRectF(0, 0, ACCENT_WIDTH, self.height()), theme.color(edge))
            painter.restore()
        outline = "blue" if self.hasFocus() else "grey" if self._hovered or self._marked else "outline"
        painter.setPen(QPen(theme.color(outline), 1.5 if self.hasFocus() else 1.0))
        painter.drawPath(card)
        painter.end()
