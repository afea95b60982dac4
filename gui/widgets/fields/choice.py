"""A combo box over words of the engine, each shown by its title and explained by its tooltip.

It does not turn under a passing mouse wheel, leaves Alt+↑ and Alt+↓ to the list around it, and elides where
its place is narrow. As a cell of a row it looks like plain text and shows its arrow only when pointed at.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from gui.widgets.fields.term import Term

ROOM = 20  # pixels beside the characters


class Choice(QComboBox):
    """`chosen` gives the word that a person picked; `show_word` shows the document's and emits nothing."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, characters: int = 4, cell: bool = False) -> None:
        super().__init__(parent)
        self._cell = cell
        if cell:
            self.setProperty("role", "cell")
        self._characters = characters
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(self._on_activated)

    def sizeHint(self) -> QSize:
        # The policy of Qt that asks for so many characters makes the list of every field at the start.
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        metrics = self.fontMetrics()
        text = QSize(self._characters * metrics.horizontalAdvance("X") + ROOM, metrics.height())
        return self.style().sizeFromContents(QStyle.ContentsType.CT_ComboBox, option, text, self)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @property
    def word(self) -> str:
        return str(self.currentData() or "")

    def set_terms(self, terms: Mapping[str, Term], words: Iterable[str] | None = None) -> None:
        """Offer these words, in the language of the moment; the one that is shown stays."""
        shown = self.word
        with QSignalBlocker(self):
            self.clear()
            for word in terms if words is None else words:
                self.add_word(word, terms[word].title, terms[word].tip)
        if shown:
            self.show_word(shown)

    def add_word(self, word: str, title: str, tip: str = "") -> None:
        self.addItem(title, word)
        self.setItemData(self.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)

    def show_word(self, word: str) -> None:
        with QSignalBlocker(self):
            self.setCurrentIndex(self.findData(word))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            # Qt sends it with each new parent and looks up anew how the list is drawn, which takes an eighth
            # of the time of making Train. The program's one style draws it always alike.
            QWidget.changeEvent(self, event)
        else:
            super().changeEvent(event)

    def showPopup(self) -> None:
        # The list may be wider than the field: titles are whole where they are chosen.
        self.view().setMinimumWidth(max(self.width(), self.view().sizeHintForColumn(0) + 32))
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in (
            Qt.Key.Key_Up,
            Qt.Key.Key_Down,
        ):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        arrow = not self._cell or self.underMouse() or self.hasFocus()
        if not arrow:
            option.subControls &= ~QStyle.SubControl.SC_ComboBoxArrow
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        if not arrow:
            room.setRight(self.width() - room.left())
        text = option.currentText if self.currentIndex() >= 0 else self.placeholderText()
        group = QPalette.ColorGroup.Normal if self.isEnabled() or self._cell else QPalette.ColorGroup.Disabled
        painter.setPen(self.palette().color(group, QPalette.ColorRole.Text))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(
            room, flags, self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        )

    def _on_activated(self, index: int) -> None:
        self.chosen.emit(str(self.itemData(index)))
