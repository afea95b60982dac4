"""“This step”: its rule, the rule with its numbers, the result, and why. In the quiz, the question."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from core.graph.ops import OPERATIONS
from gui.formula.view import FormulaView
from gui.graph.model.change import GraphChange
from gui.graph.model.model import GraphModel
from gui.graph.picture.texts import note_text
from gui.graph.step.nudge_row import NudgeRow
from gui.graph.step.quiz_panel import QuizPanel
from gui.graph.step.view import StepView, view_of
from gui.language.texts import translate
from gui.look import fonts
from gui.look.icons import Icons
from gui.widgets.card import Card
from gui.widgets.layouts import Stretch, column_of, holding, row_of, scrolled
from gui.widgets.roles import set_role
from gui.widgets.translated import Translated

SIGN_SIZE = 14
SCROLL_BAR = 10


class StepPanel(Translated, Card):
    """`blocks` are the formulas that stand there, `sentence` the explanation."""

    def __init__(self, model: GraphModel, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._model = model
        self._icons = icons
        self.blocks: list[FormulaView] = []
        self.start = FormulaView(icons.theme, fonts.BODY)
        self._sentence = _muted()
        self._where = _muted()
        self._notes = _muted("small")
        self._convention = _Remark(icons, "info", "blue")
        self._trouble = _Remark(icons, "triangle-alert", "vermilion")
        self.quiz = QuizPanel(model, icons)
        self.nudge = NudgeRow(model, icons)
        self._build()
        model.changed.connect(self._on_changed)
        self._show()

    def _build(self) -> None:
        self._formulas = column_of(spacing=8)
        content = holding(
            column_of(
                self.start,
                self._formulas,
                self._where,
                self._trouble,
                self._convention,
                self._sentence,
                self._notes,
                self.quiz,
                Stretch(1),
                spacing=8,
                margins=(0, 0, SCROLL_BAR, 0),
            )
        )
        self.area = scrolled(content, by_keys=True)
        self.body.addWidget(self.area, 1)
        self.body.addWidget(self.nudge)
        self.set_margins(16, 12, 6, 12)

    @property
    def sentence(self) -> str:
        return self._sentence.text()

    @property
    def trouble(self) -> str:
        return self._trouble.text

    @property
    def convention(self) -> str:
        return self._convention.text

    def lines(self) -> list[str]:
        """Every line of every formula, in plain text."""
        return [line for block in self.blocks for line in block.lines()]

    def _on_changed(self, what: GraphChange) -> None:
        if what & (GraphChange.CURSOR | GraphChange.SELECTION | GraphChange.QUIZ):
            self._show()

    def _show(self) -> None:
        cursor = self._model.cursor
        quiz = self._model.is_quiz
        self.quiz.setVisible(quiz)
        view = None if cursor is None or quiz else view_of(cursor, self._model.selected)
        self.set_title(self._heading())
        if view is None:
            self._show_view(StepView((), ()))
            self._sentence.setText("" if quiz or cursor is None else self._beginning())
            self._sentence.setVisible(bool(self._sentence.text()))
            notes = [] if quiz or cursor is None else [note_text(note) for note in cursor.trace.notes]
            self._notes.setText("\n".join(notes))
            self._notes.setVisible(bool(notes))
        else:
            self._notes.setVisible(False)
            self._show_view(view)

    def _show_view(self, view: StepView) -> None:
        self.start.set_rows(() if view.start is None else (view.start,))
        self.start.setVisible(view.start is not None)
        while len(self.blocks) < len(view.blocks):
            self._add_block()
        for i, widget in enumerate(self.blocks):
            there = i < len(view.blocks)
            widget.setVisible(there)
            widget.set_rows(view.blocks[i].lines if there else ())
            widget.setProperty("node", view.blocks[i].node if there else "")
        where = "\n".join(f"{letter} = {caption}" for letter, caption in view.where)
        self._where.setText(where)
        self._where.setVisible(bool(where))
        self._sentence.setText(" ".join(view.sentences))
        self._sentence.setVisible(bool(view.sentences))
        self._trouble.say(view.trouble)
        self._convention.say(view.convention)

    def _add_block(self) -> None:
        block = FormulaView(self._icons.theme, fonts.TITLE)
        block.clicked.connect(lambda: self._model.select(block.property("node")))
        self.blocks.append(block)
        self._formulas.addWidget(block)

    def _heading(self) -> str:
        cursor = self._model.cursor
        if self._model.is_quiz:
            return self.tr("Quiz: the next number")
        if cursor is None or cursor.step is None:
            return self.tr("This step")
        symbol = OPERATIONS[cursor.step.operation].symbol
        title = translate("graph", OPERATIONS[cursor.step.operation].title)
        name = symbol if len(symbol) <= 2 else title
        if cursor.is_backward:
            return self.tr("This step: {operation} sends back").format(operation=name)
        return self.tr("This step: {operation} computes").format(operation=name)

    def _beginning(self) -> str:
        return self.tr(
            "Before the first step: the inputs have their values, nothing is computed yet. Step goes forward "
            "from node to node; then the gradients come back, from 1 at the output."
        )

    def _retranslate(self) -> None:
        self._show()


class _Remark(QWidget):
    """A sentence with a sign, hidden while there is none."""

    def __init__(self, icons: Icons, sign: str, color: str) -> None:
        super().__init__()
        self._icons, self._name, self._color = icons, sign, color
        self._sign = QLabel()
        self._label = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.setLayout(row_of((self._sign, 0, Qt.AlignmentFlag.AlignTop), (self._label, 1), spacing=8))
        icons.theme.changed.connect(self._draw)
        self._draw()
        self.hide()

    @property
    def text(self) -> str:
        return self._label.text()

    def say(self, text: str) -> None:
        self._label.setText(text)
        self.setVisible(bool(text))

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        self._sign.setPixmap(self._icons.pixmap(self._name, self._color, SIGN_SIZE, ratio))


def _muted(role: str = "muted") -> QLabel:
    label = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
    set_role(label, role)
    label.hide()
    return label
