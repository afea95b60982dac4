"""The lines above the picture: the expression, what it shows, whether it is the book's; and what can be done
with the picture."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from gui.graph.bars.printed import printed
from gui.graph.model.change import GraphChange
from gui.graph.model.model import GraphModel
from gui.look.icons import Icons
from gui.menus.graph_menu import COPIED, SAVED, GraphMenu
from gui.widgets.book_line import BookLine
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.layouts import column_of, row_of
from gui.widgets.roles import set_role, set_tip, with_role
from gui.widgets.translated import Translated

DESCRIPTION_WIDTH = 200  # that the numbers of the book leave at least
ANY_WIDTH = 16_777_215  # pixels: what Qt takes for no limit
GAP = 12


class Header(Translated, QWidget):
    """`asked` names what was pressed: `fit`, `in`, `out`. What is saved or copied is chosen in `menu`."""

    asked = Signal(str)

    def __init__(
        self, model: GraphModel, menu: GraphMenu, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._menu = menu
        self.title = with_role(ElidedLabel(), "title")
        self.description = with_role(ElidedLabel(), "muted")
        self.book = BookLine(icons.theme)
        self.back = QPushButton()
        self.reset = QPushButton()
        self.quiz = QPushButton()
        self.quiz.setCheckable(True)
        self.zoom_out, self.fit, self.zoom_in = QToolButton(), QToolButton(), QToolButton()
        self.more = QToolButton(popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
        icons.bind(self.reset, "undo")
        icons.bind(self.back, "chevron-left")
        icons.bind(self.zoom_in, "plus")
        icons.bind(self.more, "save")
        self.zoom_out.setText("−")
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        more = QMenu(self)
        for names in (SAVED, COPIED):
            more.addSeparator()
            more.addActions([self._menu.by_name[name] for name in names])
        self.more.setMenu(more)
        line = row_of((self.title, 1), self.back, self.reset, self.quiz, spacing=6)
        for tool in (self.zoom_out, self.fit, self.zoom_in, self.more):
            set_role(tool, "plain")
            line.addWidget(tool)
        below = self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        # The description gives way to the numbers, and takes no more room than it has words for.
        self.description.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        below.addWidget(self.description, 100)
        below.addWidget(self.book)
        below.addStretch(1)
        self.setLayout(column_of(line, below, spacing=2))

    def _connect(self) -> None:
        for name, button in (("fit", self.fit), ("in", self.zoom_in), ("out", self.zoom_out)):
            button.clicked.connect(lambda _checked=False, name=name: self.asked.emit(name))
        self.back.clicked.connect(self._model.leave_output)
        self.reset.clicked.connect(self._model.reset_values)
        self.quiz.toggled.connect(self._model.set_quiz)
        self._model.changed.connect(self._on_changed)

    def _on_changed(self, what: GraphChange) -> None:
        if what & (GraphChange.SUBJECT | GraphChange.QUIZ | GraphChange.BOOK | GraphChange.NOW):
            self._show()

    def _show(self) -> None:
        subject, trace = self._model.subject, self._model.trace
        self.title.setText(subject.heading)
        self.description.setText(self._description())
        self.description.setVisible(bool(self.description.text()))
        self.back.setVisible(self._model.can_leave)
        self.reset.setVisible(self._model.edited)
        self.quiz.setChecked(self._model.is_quiz)
        self.quiz.setEnabled(trace is not None)
        self._menu.show_quiz(self._model.is_quiz)
        for name in ("fit", "quiz", *SAVED, *COPIED):
            self._menu.allow(name, trace is not None and (name != "formula" or bool(subject.text)))
        self._show_book()
        self._fit()

    def _show_book(self) -> None:
        graph, edited = self._model.graph, self._model.edited
        # What the book prints is what the quiz asks for.
        is_silent = graph is None or edited or self._model.is_quiz
        checks = () if is_silent else self._model.book.of.get(self._model.subject.key, ())
        if graph is None or not checks:
            self.book.set_numbers(())
        else:
            self.book.set_numbers(printed(checks, graph.output_name), checks[0].number.chapter)

    def _fit(self) -> None:
        """The numbers of the book are beside the description, or below it where not both have room."""
        way, left = QBoxLayout.Direction, Qt.AlignmentFlag.AlignLeft
        width = self.description.sizeHint().width() + 2
        both = self.description.isVisibleTo(self) and self.book.isVisibleTo(self)
        is_below = both and width + GAP + self.book.sizeHint().width() > self.contentsRect().width()
        self._below.setDirection(way.TopToBottom if is_below else way.LeftToRight)
        self._below.setSpacing(0 if is_below else GAP)
        self._below.setAlignment(self.book, left if is_below else Qt.AlignmentFlag(0))
        self.description.setMaximumWidth(ANY_WIDTH if is_below else width)
        self.description.setMinimumWidth(0 if is_below else min(width, DESCRIPTION_WIDTH))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _description(self) -> str:
        if self._model.subject.kind == "output":
            return self.tr("One output of the layer: the products of inputs and weights, the bias, the sum.")
        if self._model.subject.began_with:
            names = ", ".join(self._model.subject.began_with)
            return self.tr(
                "{names}: no value was given, so 1 is used. Press an input twice to change it."
            ).format(names=names)
        return self._model.description

    def _retranslate(self) -> None:
        texts = (
            (self.back, self.tr("Back"), self.tr("Back to the graph that this output belongs to.")),
            (self.reset, self.tr("Reset values"), self.tr("Give all inputs their first values again.")),
            (self.quiz, self._menu.words["quiz"], self._menu.tips["quiz"]),
            (self.zoom_out, self.tr("Zoom out"), self.tr("See more of the graph, smaller.")),
            (self.zoom_in, self.tr("Zoom in"), self.tr("See less of the graph, larger.")),
            (self.fit, self._menu.words["fit"], self._menu.tips["fit"]),
            (
                self.more,
                self.tr("Save and copy"),
                self.tr("Save the picture or the trace, copy the formula."),
            ),
        )
        for button, name, tip in texts:
            if isinstance(button, QPushButton) or button is self.fit:
                button.setText(name)
            button.setAccessibleName(name)
            set_tip(button, tip)
        self.title.setAccessibleName("")
        self._show()
