"""The field for an expression, with its button. A mistake is said below it, and its place marked."""

from __future__ import annotations

from unicodedata import normalize

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QTextEdit, QWidget

from core.errors import LabError
from gui.graph.model.change import GraphChange
from gui.graph.model.model import GraphModel
from gui.language.messages import sentence
from gui.look.icons import Icons
from gui.widgets.layouts import column_of, row_of
from gui.widgets.roles import set_tip, with_role
from gui.widgets.translated import Translated

MOST_LINES = 4
SIGN_SIZE = 14


class ExpressionField(QPlainTextEdit):
    """Plain text, one line high and up to MOST_LINES where there are more. Tab leaves it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        self.textChanged.connect(self.fit)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802
        """Text alone: a file that is dropped is meant for the window."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def event(self, event: QEvent) -> bool:
        """Undo and redo are the window's where nothing was typed here that they would take back."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys, text = QKeySequence.StandardKey, self.document()
            is_undo, is_redo = event.matches(keys.Undo), event.matches(keys.Redo)
            if (is_undo and not text.isUndoAvailable()) or (is_redo and not text.isRedoAvailable()):
                event.ignore()
                return True
        return super().event(event)

    def fit(self) -> None:
        lines = min(max(self.blockCount(), 1), MOST_LINES)
        height = lines * QFontMetrics(self.font()).lineSpacing() + 16
        if height != self.height():
            self.setFixedHeight(height)
        policy = Qt.ScrollBarPolicy
        fits = self.blockCount() <= MOST_LINES
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded)

    def sizeHint(self) -> QSize:
        return QSize(200, 30)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 30)


class ExpressionBar(Translated, QWidget):
    """`problem` is the sentence below the field, "" where there is none."""

    def __init__(self, model: GraphModel, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._icons = icons
        self._error: LabError | None = None
        self._drawn = ""
        self.field = ExpressionField()
        self.button = QPushButton()
        self._sign = QLabel()
        self._sentence = with_role(QLabel(wordWrap=True), "error")
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        line = row_of((self.field, 1), (self.button, 0, Qt.AlignmentFlag.AlignTop), spacing=8)
        below = row_of((self._sign, 0, Qt.AlignmentFlag.AlignTop), (self._sentence, 1), spacing=6)
        self.setLayout(column_of(line, below, spacing=4))
        self._connect()
        self._retranslate()

    def _connect(self) -> None:
        self.button.clicked.connect(self.draw)
        self.field.textChanged.connect(self._on_text)
        self.field.installEventFilter(self)
        self._model.changed.connect(self._on_changed)
        self._model.failed.connect(self._say)
        self._icons.theme.changed.connect(self._show)

    @property
    def problem(self) -> str:
        return self._sentence.text() if self._error is not None else ""

    def draw(self) -> None:
        """Draw what is written; or say what is wrong with it, and where."""
        # What is pasted may hold its syllables in pieces; places in the text are those of the whole ones.
        text = normalize("NFC", self.field.toPlainText())
        if text != self.field.toPlainText():
            self.field.setPlainText(text)
        try:
            self._model.draw(text)
        except LabError as error:
            self._say(error)
            self._go_to(error)
        else:
            self._say(None)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Enter draws, and Shift+Enter begins a line. A syllable that is being composed counts as typed."""
        if watched is not self.field or event.type() != QEvent.Type.KeyPress:
            return False
        assert isinstance(event, QKeyEvent)
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        QGuiApplication.inputMethod().commit()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.field.textCursor().insertBlock()
            self.field.ensureCursorVisible()
        else:
            self.draw()
        return True

    def _on_changed(self, what: GraphChange) -> None:
        if GraphChange.SUBJECT not in what:
            return
        subject = self._model.subject
        if subject.kind != "output":
            self._drawn = subject.text
            if self.field.toPlainText() != subject.text:
                self.field.setPlainText(subject.text)
        self._say(None)

    def _on_text(self) -> None:
        """A text that was found wrong and is being mended is not wrong any more; the picture is still old."""
        self._say(None)
        if self.field.toPlainText() == self._drawn:
            self._model.mark_stale(False)

    def _say(self, error: LabError | None) -> None:
        if error is not self._error:
            self._error = error
            self._show()

    def _show(self) -> None:
        """What is wrong, below the field and at its place; nothing where nothing is."""
        error = self._error
        text = "" if error is None else sentence(error)
        self._sentence.setText(text)
        self._sentence.setVisible(bool(text))
        self._sign.setVisible(bool(text))
        self.field.setAccessibleDescription(text)
        if text:
            ratio = self.devicePixelRatioF()
            self._sign.setPixmap(self._icons.pixmap("triangle-alert", "vermilion", SIGN_SIZE, ratio))
        self._mark(error)

    def _mark(self, error: LabError | None) -> None:
        """Underline the column, and tint it: of a place past the end, the last character."""
        marks = []
        cursor = None if error is None else self._cursor(error)
        if cursor is not None:
            mark = QTextEdit.ExtraSelection()
            look = QTextCharFormat()
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            look.setUnderlineColor(QColor(self._icons.theme.tokens.vermilion))
            look.setBackground(self._icons.theme.color("vermilion", 0.18))
            mark.format = look
            mark.cursor = cursor
            marks.append(mark)
        self.field.setExtraSelections(marks)

    def _cursor(self, error: LabError) -> QTextCursor | None:
        line, column = error.fields.get("line"), error.fields.get("column")
        if not isinstance(line, int) or not isinstance(column, int) or line < 1:
            return None
        block = self.field.document().findBlockByNumber(min(line, self.field.blockCount()) - 1)
        length = block.length() - 1
        start = min(column - 1, max(length - 1, 0))
        end = start
        text = block.text()
        # A name or a number is marked whole.
        while end < length and (text[end].isalnum() or text[end] in "_."):
            end += 1
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + start)
        cursor.setPosition(
            block.position() + min(max(end, start + 1), length), QTextCursor.MoveMode.KeepAnchor
        )
        return cursor

    def _go_to(self, error: LabError) -> None:
        cursor = self._cursor(error)
        if cursor is not None:
            cursor.setPosition(cursor.selectionStart())
            self.field.setTextCursor(cursor)
        self.field.setFocus()

    def _retranslate(self) -> None:
        self.button.setText(self.tr("Draw"))
        set_tip(self.button, self.tr("Draw the graph of this expression (Enter)."))
        self.field.setPlaceholderText(self.tr("Write an expression: z = (x + y) * w"))
        self.field.setAccessibleName(self.tr("Expression"))
        set_tip(
            self.field,
            self.tr(
                "A calculation, one name on each line: “s = x + y”, then “z = s * w”. A line such as “x = "
                "2” or “W = [[1, 2], [3, 4]]” gives an input its value. Enter draws, and "
                "Shift+Enter begins a line."
            ),
        )
        self._show()
