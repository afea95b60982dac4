"""The question of the quiz: which number comes next, a field for it, and what a wrong answer forgot."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from core.errors import LabError
from core.graph.trace import BackwardStep
from gui.formula.tree import Row, Symbol, partial, row
from gui.formula.view import FormulaView
from gui.graph.model.change import GraphChange
from gui.graph.model.model import GraphModel
from gui.graph.model.naming import names_of
from gui.graph.model.numbers import short
from gui.graph.model.quiz import Question
from gui.graph.step.view import Names, rule_of
from gui.language.messages import sentence
from gui.look import fonts
from gui.look.icons import Icons
from gui.widgets.fields.whole_entry import WholeEntry
from gui.widgets.layouts import Stretch, column_of, row_of
from gui.widgets.roles import set_role, set_tip, with_role
from gui.widgets.translated import Translated


class QuizPanel(Translated, QWidget):
    """`hint` is what stands below the field. At the end it says so."""

    def __init__(self, model: GraphModel, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._icons = icons
        self.asked = FormulaView(icons.theme)
        self.factors = FormulaView(icons.theme, fonts.BODY)
        self.field = WholeEntry()
        self.check = with_role(QPushButton(), "primary")
        self.give_up = QPushButton()
        self._text = with_role(QLabel(wordWrap=True), "muted")
        self._hint = QLabel(wordWrap=True)
        line = row_of((self.field, 1), self.check, self.give_up, spacing=6)
        self.setLayout(
            column_of(self._text, self.asked, self.factors, line, self._hint, Stretch(1), spacing=8)
        )
        self.check.clicked.connect(self._on_check)
        self.field.returnPressed.connect(self._on_check)
        self.give_up.clicked.connect(self._on_give_up)
        self.field.textEdited.connect(lambda: self._say(""))
        model.changed.connect(self._on_changed)
        self._last: tuple[int, int] | None = None
        self._is_wrong = False
        self._retranslate()

    @property
    def hint(self) -> str:
        return self._hint.text()

    def _on_changed(self, what: GraphChange) -> None:
        if not what & (GraphChange.CURSOR | GraphChange.QUIZ):
            return
        asked = self._model.question
        key = None if asked is None else (asked.position, asked.share)
        if key != self._last:
            self._last = key
            self.field.clear()
            self._say("")
        self._show()
        if asked is not None and self.isVisible():
            self.field.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._model.question is not None:
            self.field.setFocus()

    def _on_check(self) -> None:
        if self._model.question is None:
            return
        try:
            judgement = self._model.answer(self.field.text())
        except LabError as error:
            self._say(sentence(error), wrong=True)
            return
        if judgement.is_right:
            self._say(self.tr("✓ Right."))
        else:
            self._say("✗ " + judgement.hint, wrong=True)
            self.field.selectAll()

    def _on_give_up(self) -> None:
        asked = self._model.question
        self._model.give_up()
        if asked is not None:
            self._say(self.tr("It was {number}.").format(number=f"{asked.answer:.6g}".replace("-", "−")))

    def _say(self, text: str, wrong: bool = False) -> None:
        self._is_wrong = wrong
        self._hint.setText(text)
        set_role(self._hint, "error" if wrong else "muted")

    def _show(self) -> None:
        asked, trace = self._model.question, self._model.trace
        for widget in (self.field, self.check, self.give_up, self.asked, self.factors):
            widget.setVisible(asked is not None)
        if asked is None or trace is None:
            self._text.setText(
                self.tr("That was the last step: every number of this graph is known. Go back to ask again.")
            )
            return
        names = names_of(trace.graph)
        step = trace.steps[asked.position]
        if asked.is_gradient:
            self._text.setText(self.tr("What does this wire carry back?"))
        else:
            self._text.setText(self.tr("What does this node compute?"))
        self.asked.set_rows([rule_of(trace, step, self._operand(asked))])
        self.factors.set_rows(self._factors(asked, names))
        self.field.setAccessibleName(self._text.text())

    def _operand(self, asked: Question) -> int | None:
        trace = self._model.trace
        assert trace is not None
        step = trace.steps[asked.position]
        return step.contributions[asked.share].operand if isinstance(step, BackwardStep) else None

    def _factors(self, asked: Question, names: Names) -> list[Row]:
        """What is known: the operands' values, and on the way back the upstream gradient."""
        trace = self._model.trace
        assert trace is not None
        step = trace.steps[asked.position]
        rows = []
        if asked.is_gradient:
            up = trace.gradient(step.node)
            over = partial(trace.graph.output_name, names[step.node])
            rows.append(row(over, "=", Symbol(short(up), "vermilion")))
        for own in dict.fromkeys(trace.graph.node(step.node).operands):
            if not trace.graph.node(own).is_constant:
                rows.append(row(names[own], "=", Symbol(short(trace.values[own]), "blue")))
        if asked.is_gradient:
            rows.append(row(names[step.node], "=", Symbol(short(trace.values[step.node]), "blue")))
        if asked.index:
            place = ", ".join(str(i) for i in asked.index)
            text = self.tr("asked for: the entry [{place}] of shape {shape}")
            rows.append(row(text.format(place=place, shape=str(asked.shape))))
        return rows

    def _retranslate(self) -> None:
        self.check.setText(self.tr("Check"))
        set_tip(self.check, self.tr("Is this the number? Three right digits are enough (Enter)."))
        self.give_up.setText(self.tr("Show"))
        set_tip(self.give_up, self.tr("Show the number and go on to the next one."))
        self.field.setPlaceholderText(self.tr("A number, or a calculation"))
        set_tip(self.field, self.tr("A number, or a calculation of numbers with + − * / and brackets."))
        self._show()
        if self._is_wrong:
            self._on_check()  # the same answer, judged in the language of the moment
        else:
            self._say("")
