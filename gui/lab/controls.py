"""The controls of an experiment in one column: numbers that are typed, stepped or dragged, choices, switches.

They show a state and say what a person wants changed; they decide nothing but whether a number can be used.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QSlider, QVBoxLayout, QWidget

from gui.lab.state import Bounds, Limits, outside
from gui.language.messages import sentence
from gui.widgets.fields.choice import Choice
from gui.widgets.fields.form_row import FormRow
from gui.widgets.fields.number_edit import NumberEdit
from gui.widgets.layouts import column_of
from gui.widgets.roles import set_tip

NUMBER_WIDTH, CHOICE_WIDTH = 88, 136
PLACES = 1_000  # of a slider over what is not whole, or over powers of ten


class NumberControl(QWidget):
    """A field and, with `slides`, a slider beneath it over the same number. `entered` brings a number within
    the bounds; of any other the field says why not."""

    entered = Signal(object)  # int | float

    def __init__(self, bounds: Bounds, *, slides: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bounds = bounds
        self.field = NumberEdit(whole=bounds.whole, step=bounds.step)
        self.row = FormRow(self.field, NUMBER_WIDTH)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        if self._is_direct:
            self.slider.setRange(int(bounds.low), int(bounds.high))
            self.slider.setPageStep(max(int(bounds.high - bounds.low) // 10, 1))
        else:
            self.slider.setRange(0, PLACES)
            self.slider.setSingleStep(PLACES // 100)
            self.slider.setPageStep(PLACES // 10)
        self.setLayout(column_of(self.row, self.slider, spacing=0))
        self.slider.setVisible(slides)
        self.field.entered.connect(self._on_entered)
        self.field.refusal_changed.connect(self.row.set_error)
        self.slider.valueChanged.connect(self._on_slid)

    @property
    def _is_direct(self) -> bool:
        """Each place of the slider is a number of its own."""
        return self._bounds.whole and not self._bounds.log

    def set_texts(self, text: str, tip: str) -> None:
        self.row.set_label(text, tip)
        self.slider.setAccessibleName(text)
        set_tip(self.slider, tip)
        self.field.retranslate()

    def show_value(self, value: int | float) -> None:
        """Show the number of the state, and say nothing."""
        self.row.set_error("")
        self.field.show_value(value)
        with QSignalBlocker(self.slider):
            self.slider.setValue(self._place_of(value))

    def _on_entered(self, value: int | float) -> None:
        problem = outside(value, self._bounds)
        if problem is not None:
            self.row.set_error(sentence(problem))
        else:
            self.entered.emit(value)

    def _on_slid(self, place: int) -> None:
        self.entered.emit(self._value_of(place))

    def _place_of(self, value: float) -> int:
        low, high = self._bounds.low, self._bounds.high
        if self._is_direct:
            return min(int(value), 1 << 30)
        if self._bounds.log:
            return round(PLACES * math.log(max(value, low) / low) / math.log(high / low))
        return round(PLACES * (value - low) / (high - low))

    def _value_of(self, place: int) -> int | float:
        low, high = self._bounds.low, self._bounds.high
        if self._is_direct:
            return place
        share = place / PLACES
        value = low * (high / low) ** share if self._bounds.log else low + (high - low) * share
        # Digits that a slider cannot mean would only be noise in the field.
        return round(value) if self._bounds.whole else float(f"{value:.3g}")


class Controls(QWidget):
    """`changed` brings the name of a field of the state and the value that a person wants it to have."""

    changed = Signal(str, object)

    def __init__(self, limits: Limits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._limits = limits
        self._controls: dict[str, NumberControl | FormRow | QCheckBox] = {}
        self._column: QVBoxLayout = column_of(spacing=8)
        self.setLayout(self._column)

    def number(self, name: str, *, slides: bool = True) -> NumberControl:
        """A control for a number of the state, with the bounds of its limits."""
        bounds = self._limits[name]
        assert isinstance(bounds, Bounds)
        control = NumberControl(bounds, slides=slides)
        control.entered.connect(lambda value: self.changed.emit(name, value))
        return self._add(name, control)

    def choice(self, name: str) -> Choice:
        """A control for one of some words; `set_words` names them."""
        choice = Choice(characters=6)
        choice.chosen.connect(lambda word: self.changed.emit(name, word))
        self._add(name, FormRow(choice, CHOICE_WIDTH))
        return choice

    def switch(self, name: str) -> QCheckBox:
        """A control for yes or no."""
        box = QCheckBox()
        box.toggled.connect(lambda on: self.changed.emit(name, on))
        return self._add(name, box)

    def add(self, widget: QWidget) -> None:
        """Something else in the column."""
        self._column.addWidget(widget)

    def _add(self, name: str, control: Any) -> Any:
        self._controls[name] = control
        self._column.addWidget(control)
        return control

    def __getitem__(self, name: str) -> Any:
        return self._controls[name]

    def set_texts(self, name: str, text: str, tip: str) -> None:
        """What a control is called, and what more of it and less of it does."""
        control = self._controls[name]
        if isinstance(control, NumberControl):
            control.set_texts(text, tip)
        elif isinstance(control, FormRow):
            control.set_label(text, tip)
        else:
            control.setText(text)
            set_tip(control, tip)

    def set_words(self, name: str, words: Iterable[tuple[str, str, str]]) -> None:
        """The words of a choice, each with its title and its tooltip; the one that is shown stays."""
        choice = self._choice(name)
        shown = choice.word
        with QSignalBlocker(choice):
            choice.clear()
            for word, title, tip in words:
                choice.add_word(word, title, tip)
        choice.show_word(shown)

    def show_state(self, state: Any) -> None:
        """Show what the state has, and say nothing."""
        for name, control in self._controls.items():
            value = getattr(state, name)
            if isinstance(control, NumberControl):
                control.show_value(value)
            elif isinstance(control, FormRow):
                self._choice(name).show_word(value)
            else:
                with QSignalBlocker(control):
                    control.setChecked(value)

    def _choice(self, name: str) -> Choice:
        row = self._controls[name]
        assert isinstance(row, FormRow)
        assert isinstance(row.field, Choice)
        return row.field
