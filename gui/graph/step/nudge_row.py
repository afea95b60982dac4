"""“Nudge apple by 1”: what the gradient predicts, and what really happens to the output."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from core.graph.differences import Nudge
from gui.formula.tree import Row, Symbol
from gui.formula.view import FormulaView
from gui.graph.model.change import GraphChange
from gui.graph.model.model import GraphModel
from gui.graph.model.numbers import number_text
from gui.look import fonts
from gui.look.icons import Icons
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.fields.whole_entry import WholeEntry
from gui.widgets.layouts import Space, Stretch, column_of, row_of
from gui.widgets.roles import set_tip, with_role
from gui.widgets.translated import Translated

FIELD_WIDTH = 64
FIRST_H = "1"


class NudgeRow(Translated, QWidget):
    """A nudge of the selected input, or of the one that the step is about; hidden where there is none. Of an
    array one number moves: the one that was chosen among its numbers, or the largest."""

    def __init__(self, model: GraphModel, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._node = ""
        self._known: dict[tuple[str, int, float], Nudge | None] = {}
        self._name = with_role(ElidedLabel(), "muted")
        self.field = WholeEntry(FIRST_H)
        self.field.setFixedWidth(FIELD_WIDTH)
        self.result = FormulaView(icons.theme, fonts.BODY)
        self._refusal = with_role(QLabel(wordWrap=True), "error")
        rule = with_role(QFrame(), "line")
        line = row_of(self._name, self.field, Stretch(1), spacing=8)
        self.setLayout(column_of(rule, Space(2), line, self.result, self._refusal, spacing=6))
        self.field.textChanged.connect(self._show)
        model.changed.connect(self._on_changed)
        self._retranslate()

    @property
    def node(self) -> str:
        """The input that is nudged, or ""."""
        return self._node

    def _on_changed(self, what: GraphChange) -> None:
        if GraphChange.TRACE in what:
            self._known.clear()
        if what & (GraphChange.CURSOR | GraphChange.SELECTION | GraphChange.ENTRY | GraphChange.QUIZ):
            self._show()

    def _find_node(self) -> str:
        cursor = self._model.cursor
        # In the quiz the prediction would give the answer away.
        if cursor is None or self._model.is_quiz:
            return ""
        graph = cursor.trace.graph
        if self._model.selected in graph and graph.node(self._model.selected).is_input:
            return self._model.selected
        if cursor.step is not None:
            for operand in graph.node(cursor.step.node).operands:
                if graph.node(operand).is_input:
                    return operand
        return self._node if self._node in graph and graph.node(self._node).is_input else ""

    def _show(self) -> None:
        self._node = self._find_node()
        self.setVisible(bool(self._node))
        self._refusal.setVisible(False)
        if not self._node:
            return
        self._name.setText(self._title())
        self.field.setAccessibleName(self._name.text())
        h = self._h()
        if h is None:
            self.result.set_rows(())
            self._refusal.setText(
                self.tr("“{text}” is not a step: write a number such as 0.1.").format(text=self.field.text())
            )
            self._refusal.setVisible(True)
            return
        nudge = self._nudge(h)
        if nudge is not None:
            cursor = self._model.cursor
            is_forward_done = cursor is not None and cursor.position >= cursor.trace.turn
            is_whole = cursor is not None and not cursor.waiting(self._node) and cursor.is_backward
            predicted = _signed(float(nudge.predicted)) if is_whole else self.tr("not known yet")
            real = _signed(float(nudge.real)) if is_forward_done else self.tr("not known yet")
            self.result.set_rows(
                [
                    Row(
                        (
                            Symbol(self.tr("predicted") + " "),
                            Symbol(predicted, "vermilion" if is_whole else "muted"),
                            Symbol(", " + self.tr("really") + " "),
                            Symbol(real, "blue" if is_forward_done else "muted"),
                        )
                    )
                ]
            )

    def _title(self) -> str:
        trace = self._model.trace
        assert trace is not None
        value = trace.values[self._node]
        if not value.shape:
            return self.tr("Nudge {name} by").format(name=self._node)
        entry = self._model.entry_of(self._node)
        place = ", ".join(str(i) for i in np.unravel_index(entry, value.shape))
        return self.tr("Nudge {name} = {value} by").format(
            name=f"{self._node}[{place}]", value=number_text(float(value.flat[entry]), 4)
        )

    def _nudge(self, h: float) -> Nudge | None:
        """Worked out once for a trace: a step alters nothing about it."""
        entry = self._model.entry_of(self._node)
        key = (self._node, entry, h)
        if key not in self._known:
            self._known[key] = self._model.nudge(self._node, h, entry)
        return self._known[key]

    def _h(self) -> float | None:
        try:
            h = float(self.field.text().strip().replace("−", "-"))
        except ValueError:
            return None
        return h if math.isfinite(h) else None

    def _retranslate(self) -> None:
        tip = self.tr(
            "Add this much to the input and see how the output changes: what the gradient times h predicts, "
            "and what really happens. The smaller h, the closer the two. Of an array one number moves: "
            "press another one under “Array” to choose it."
        )
        set_tip(self.field, tip)
        set_tip(self.result, tip)
        self._show()


def _signed(value: float) -> str:
    text = number_text(value, 5)
    return text if text.startswith("−") or value == 0 or math.isnan(value) else f"+{text}"
