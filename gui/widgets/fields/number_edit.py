"""A field for one number, which never loses what was typed.

Text that is not a number stays as it is, with a sentence about it (`refusal`); a number, however unwise, is
handed on, for the engine's own checks to judge. Enter, Tab and a click elsewhere hand it on; with `live`, a
sound number also at each key. ↑ and ↓ step, Escape brings back what was there.
Whoever shows the field also shows the sentence.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from gui.language.texts import Speaking
from gui.widgets.fields import entries
from gui.widgets.fields.whole_entry import WholeEntry

MAX_LENGTH = 18
"""Characters: enough for any sensible number, and no more digits than an integer of the engine may meet."""


class NumberEdit(Speaking, WholeEntry):
    """`entered` gives an int (`whole`) or a float. `show_value` shows the document's, and emits nothing."""

    entered = Signal(object)  # int | float
    refusal_changed = Signal(str)

    def __init__(
        self, *, whole: bool, live: bool = False, step: float = 0.0, parent: QWidget | None = None
    ) -> None:
        """`step`: by how much ↑ and ↓ change a number that is not whole; 0: along 1, 2, 5 · 10ᵏ, above 0."""
        super().__init__(parent)
        self._whole = whole
        self._step_size = step
        self._live = live
        self._value: int | float | None = None
        self.refusal = ""
        self.setMaxLength(MAX_LENGTH)
        self._writes = False
        self.textEdited.connect(self._on_edited)
        self.textChanged.connect(self._on_text_changed)
        self.editingFinished.connect(self._finish)

    @property
    def value(self) -> int | float | None:
        """The number that the document holds, which a refused text leaves as it is."""
        return self._value

    def show_value(self, value: int | float) -> None:
        """Show what the document holds. What is being typed, or was refused, stays while the value does."""
        same = value == self._value
        self._value = value
        if same and (self.refusal or (self.hasFocus() and self.isModified())):
            return
        if self._read() != value or not self.hasFocus():
            self._rewrite()
        self._refuse("")

    def event(self, event: QEvent) -> bool:
        """Undo and redo are the window's, unless something was typed here that they would take back."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undoes = event.matches(QKeySequence.StandardKey.Undo) or event.matches(
                QKeySequence.StandardKey.Redo
            )
            if undoes and not self.isModified():
                event.ignore()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if plain and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(up=event.key() == Qt.Key.Key_Up)
        elif plain and event.key() == Qt.Key.Key_Escape and (self.isModified() or self.refusal):
            self._refuse("")
            self._rewrite()
            self.selectAll()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()  # Alt+↑ and Alt+↓ belong to the list around the field
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self.refusal and event.reason() != Qt.FocusReason.PopupFocusReason:
            self.setCursorPosition(0)

    def setText(self, text: str | None) -> None:
        self._writes = True
        super().setText(text)
        self._writes = False

    def _on_text_changed(self) -> None:
        """What is neither typed nor written here was set by a screen reader, as a whole."""
        if not self._writes and not self.isModified():
            self.setModified(True)
            self._finish()

    def commit(self) -> None:
        """Hand on what is being typed, as Enter does."""
        self.editingFinished.emit()

    def retranslate(self) -> None:
        """Say the refusal in the language of the moment."""
        if self.refusal:
            self._refuse(self._sentence())

    def _on_edited(self, _text: str) -> None:
        value = self._read()
        if value is not None and self.refusal:
            self._refuse("")
        if self._live and value is not None and value > 0:
            self._enter(value)

    def _finish(self) -> None:
        if not self.isModified():
            return
        value = self._read()
        if value is None:
            self._refuse(self._sentence())
            return
        self._refuse("")
        self._enter(value)
        self._rewrite()

    def _step(self, *, up: bool) -> None:
        value = self._read()
        if value is None:
            return
        if self._whole:
            stepped: int | float = max(int(value) + (1 if up else -1), 0)
        elif self._step_size:
            # Without the digits that the sum of two floats has beyond the step's own.
            stepped = float(f"{value + (self._step_size if up else -self._step_size):.12g}")
        else:
            stepped = entries.step_up(value) if up else entries.step_down(value)
        self.setText(self._write(stepped))
        self._refuse("")
        self._enter(stepped)

    def _enter(self, value: int | float) -> None:
        if value != self._value:
            self.entered.emit(value)

    def _rewrite(self) -> None:
        if self._value is not None:
            self.setText(self._write(self._value))
        self.setModified(False)
        if not self.hasFocus():
            self.setCursorPosition(0)

    def _refuse(self, sentence: str) -> None:
        if sentence != self.refusal:
            self.refusal = sentence
            self.refusal_changed.emit(sentence)

    def _read(self) -> int | float | None:
        return entries.read_whole(self.text()) if self._whole else entries.read_number(self.text())

    def _write(self, value: int | float) -> str:
        text = entries.write_whole(int(value)) if self._whole else entries.write_number(value)
        # The field would cut what is too long for it: rather no commas than other digits.
        return text if len(text) <= MAX_LENGTH else str(value).replace("-", "−")

    def _sentence(self) -> str:
        text = self.text().strip()
        if not text:
            return self.tr("Nothing is written here: give a number. Escape brings back the last one.")
        if self._whole:
            return self.tr("“{text}” is not a whole number: write one such as 80.").format(text=text)
        return self.tr("“{text}” is not a number: write one such as 0.1.").format(text=text)
