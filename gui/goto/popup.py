"""The field with its results, over the window: a choice, Esc or a click beside it closes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QWidget
from shiboken6 import Shiboken

from gui.goto.answer import Answer, answer
from gui.goto.entry import Entry
from gui.goto.field import Field
from gui.goto.results import Results
from gui.language.texts import translate
from gui.look.theme import Theme
from gui.widgets.card import Card
from gui.widgets.roles import set_tip, with_role
from gui.widgets.translated import Translated

WIDEST = 720
MARGIN = 16
TOP = 8


class GoTo(Translated, QWidget):
    """It lies over the whole of `parent`, so that a click beside the field closes it. `entries` is asked each
    time that it opens: texts and commands may be others."""

    def __init__(self, entries: Callable[[], Sequence[Entry]], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._make = entries
        self._whole = parent
        self._entries: Sequence[Entry] = ()
        self._found = Answer(())
        self._before: QWidget | None = None
        self.field = Field()
        self.note = with_role(QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText), "muted")
        self.results = Results(theme)
        self.card = with_role(Card(parent=self), "popup")
        self.card.set_margins(8, 8, 8, 8)
        for part in (self.field, self.note, self.results):
            self.card.body.addWidget(part)
        self.field.typed.connect(self._on_typed)
        self.field.moved.connect(self._on_moved)
        self.field.entered.connect(self._choose)
        self.field.left.connect(self._on_left)
        self.results.picked.connect(self._choose)
        parent.installEventFilter(self)
        self.hide()
        self._retranslate()

    def open(self) -> None:
        """Show it with an empty field; where it is open already, what was typed is marked."""
        if self.isVisible():
            self.field.selectAll()
            return
        self._before = self.window().focusWidget()
        self._entries = self._make()
        self.field.clear()
        self._on_typed("")
        self.show()
        self.raise_()
        self._place()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def type(self, text: str) -> None:
        """Put a text into the field as if it had been typed."""
        self.field.setText(text)

    # What a person does

    def _on_typed(self, text: str) -> None:
        self._found = answer(text, self._entries)
        self.results.show_entries(self._found.entries, marked=bool(text.strip()))
        self._say(self._note(text))
        self._tell_marked()
        self._place()

    def _on_moved(self, by: int) -> None:
        self.results.move_mark(by)
        self._tell_marked()

    def _choose(self) -> None:
        row = self.results.currentRow()
        if row < 0:
            return
        entry = self._found.entries[row]
        if not entry.is_on and entry.section is not None:
            self.type(entry.section.number.partition("–")[0])  # which says why, and what comes nearest
            return
        self._close(give_back=True)
        entry.go()

    def _on_left(self, by_esc: bool) -> None:
        self._close(give_back=by_esc)

    def _close(self, give_back: bool) -> None:
        """Hide it; `give_back`: the keys go to where they were."""
        before, self._before = self._before, None
        if not self.isVisible():
            return
        self.hide()
        self._entries, self._found = (), Answer(())
        if give_back and before is not None and Shiboken.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is shown

    def _note(self, text: str) -> str:
        found = self._found
        if found.note == "cannot" and found.section is not None:
            return self.tr("Section {number}, “{subject}”: {reason} The nearest sections:").format(
                number=found.section.number,
                subject=translate("sections", found.section.subject),
                reason=translate("sections", found.section.reason),
            )
        return {
            "unknown": self.tr(
                "The program has nothing for a section {number}: it follows chapters 2 to 6. The nearest "
                "sections:"
            ),
            "near": self.tr("Nothing here is called “{text}”. These come near:"),
            "nothing": self.tr("Nothing here is called “{text}”. Try a section, such as 5.4.1, or a term."),
        }.get(found.note, "").format(number=text.strip(), text=text.strip())

    def _say(self, note: str) -> None:
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def _tell_marked(self) -> None:
        """A screen reader, which follows the field, hears the note and the result that Enter would choose."""
        item = self.results.currentItem()
        marked = str(item.data(Qt.ItemDataRole.AccessibleTextRole)) if item is not None else ""
        self.field.setAccessibleDescription(" ".join(filter(None, (self.note.text(), marked))))

    def _place(self) -> None:
        """Put it in the middle at the top, as high as what was found."""
        self.setGeometry(self._whole.rect())
        width = min(WIDEST, self.width() - 2 * MARGIN)
        rest = 3 * TOP + self.field.sizeHint().height() + 2 * TOP
        if not self.note.isHidden():
            rest += self.note.heightForWidth(width - 2 * TOP) + TOP
        results = self.results.wanted_height(self.height() - rest - 2 * TOP)
        self.results.setVisible(results > 0)
        self.results.setFixedHeight(results)
        # What it holds has just been given another height.
        whole = self.card.layout()
        assert whole is not None
        for layout in (self.card.body, whole):
            layout.invalidate()
        height = (
            whole.totalHeightForWidth(width) if whole.hasHeightForWidth() else whole.totalSizeHint().height()
        )
        self.card.setGeometry((self.width() - width) // 2, TOP, width, height)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.card.geometry().contains(event.position().toPoint()):
            self._close(give_back=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _retranslate(self) -> None:
        self.field.setPlaceholderText(
            self.tr("A section, a term, an example, a command: 5.4.1, chain rule, apple, save")
        )
        self.field.setAccessibleName(self.tr("Go to"))
        self.results.setAccessibleName(self.tr("Results"))
        set_tip(
            self.field,
            self.tr(
                "Goes to a section of the book, a term, an example, an experiment, a preset or a command. "
                "↑ and ↓ choose a result, Enter goes there, Esc closes the field."
            ),
        )
        set_tip(self.results, self.tr("What fits, the best first: a click goes there."))
        if self.isVisible():
            self._entries = self._make()
            self._on_typed(self.field.text())
