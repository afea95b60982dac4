"""The workspace “Graph”: examples at the left, the picture with its expression and controls in the middle,
this step and all values at the right.

It puts the parts together and carries what the picture is asked for to the model; the rest binds itself.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QTabWidget, QWidget

from core.errors import LabError
from gui.graph.bars.controls import Controls
from gui.graph.bars.expression import ExpressionBar
from gui.graph.bars.header import Header
from gui.graph.bars.player import Player
from gui.graph.examples_panel import ExamplesPanel
from gui.graph.model.change import GraphChange
from gui.graph.model.model import FIRST_EXAMPLE, GraphModel
from gui.graph.model.networks import CurrentNetwork, Found
from gui.graph.picture import GraphPicture
from gui.graph.picture_link import PictureLink
from gui.graph.saving import Saving
from gui.graph.step.panel import StepPanel
from gui.graph.values.array_page import ArrayPage
from gui.graph.values.editor import ValueEditor
from gui.graph.values.output_page import OutputPage
from gui.graph.values.table import ValuesTable
from gui.jobs.jobs import Jobs
from gui.language.messages import sentence
from gui.look.icons import Icons
from gui.menus.graph_menu import FIT_KEY, GraphMenu
from gui.widgets.card import Card
from gui.widgets.layouts import column_of, holding
from gui.widgets.message_bar import MessageBar
from gui.widgets.side_panels import SidePanels
from gui.widgets.split import GAP, Split
from gui.widgets.tab_names import name_tabs
from gui.widgets.translated import Translated

EXAMPLES_LEAST, EXAMPLES_WIDTH, EXAMPLES_WIDEST = 136, 192, 260
SIDE_LEAST, SIDE_WIDTH, SIDE_WIDEST = 264, 328, 460
STEP_HEIGHT = 384
COMFORTABLE = 600
SMALLEST = QSize(880, 460)


class GraphWorkspace(Translated, QWidget):
    """`model` is what is shown. `current_network` is asked for the network on the table (see the model).
    `menu`: the window's, where there is one."""

    def __init__(
        self,
        icons: Icons,
        jobs: Jobs,
        current_network: CurrentNetwork | None = None,
        parent: QWidget | None = None,
        menu: GraphMenu | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = icons.theme
        self.menu = menu or GraphMenu(self)
        self.across = SidePanels("across", icons)
        self.model = GraphModel(jobs, current_network, self)
        self.player = Player(self.model, self)
        self.picture = GraphPicture(icons.theme.tokens)
        self.examples = ExamplesPanel(self.model, icons)
        self.header = Header(self.model, self.menu, icons)
        self.expression = ExpressionBar(self.model, icons)
        self.controls = Controls(self.model, self.player, self.menu, icons)
        self.step = StepPanel(self.model, icons)
        self.values = ValuesTable(self.model, icons.theme)
        self.array = ArrayPage(self.model, icons.theme)
        self.output = OutputPage(self.model, icons)
        self.pages = QTabWidget(documentMode=True)
        self.message = MessageBar(icons, self)
        self.editor = ValueEditor(self.model, self)
        self.saving = Saving(self.model, self.picture, self)
        self.link = PictureLink(self.model, self.picture, self.editor, self)
        self._build()
        self.setFocusProxy(self.picture)
        self._connect()
        self._retranslate()

    # For the program

    def show_example(self, name: str) -> None:
        """Draw an example from its first step. GraphError for a name that is none."""
        self.model.show_example(name)

    def show_first_value(self) -> None:
        """The first example after its first step: there is something to see, and the next key goes on."""
        self.model.show_example(FIRST_EXAMPLE)
        self.model.step()

    def play(self) -> None:
        """Step through what is drawn, from its start."""
        self.player.play_from_start()

    def show_network(self, found: Found, title: str = "") -> None:
        """Draw the loss of a network on its examples. The numbers are copied at once."""
        self.model.show_network(found, title)

    # Building

    def _build(self) -> None:
        above = Card()
        above.body.addWidget(self.header)
        above.body.addWidget(self.picture, 1)
        # The picture has its own margin.
        self.header.setContentsMargins(12, 0, 12, 0)
        above.set_margins(4, 10, 4, 6)
        below = Card()
        below.body.addWidget(self.expression)
        below.body.addSpacing(2)
        below.body.addWidget(self.controls)
        below.set_margins(16, 12, 16, 12)
        middle = holding(column_of((above, 1), below, spacing=GAP))
        for page in (self.values, self.array, self.output):
            self.pages.addTab(page, "")
        values = Card()
        values.body.addWidget(self.pages)
        values.set_margins(6, 4, 6, 4)
        side = Split("side", Qt.Orientation.Vertical)
        side.addWidget(self.step)
        side.addWidget(values)
        side.setStretchFactor(0, 2)
        side.setStretchFactor(1, 3)
        side.setSizes([STEP_HEIGHT, 300])
        for panel, least, most in (
            (self.examples, EXAMPLES_LEAST, EXAMPLES_WIDEST),
            (side, SIDE_LEAST, SIDE_WIDEST),
        ):
            panel.setMinimumWidth(least)
            panel.setMaximumWidth(most)
        self.across.fill(middle, COMFORTABLE, self.examples, side)
        self.across.setSizes([EXAMPLES_WIDTH, 10_000, SIDE_WIDTH])
        self.setLayout(self.across.framed())
        self._middle = middle

    def _connect(self) -> None:
        self.controls.add_shortcuts(self)
        fit = QShortcut(QKeySequence(FIT_KEY), self)
        fit.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        fit.activated.connect(self.picture.fit)
        self._theme.changed.connect(self._on_theme)
        self.model.changed.connect(self._on_changed)
        self.model.failed.connect(self._on_failed)
        self.link.failed.connect(self._on_failed)
        self.values.edit_asked.connect(self._on_table_edit)
        self.array.entry_chosen.connect(self._on_entry)
        self.header.asked.connect(self._on_asked)
        self.menu.chosen.connect(self._on_menu)
        self.saving.said.connect(self._on_said)

    # What the parts ask for

    def _on_theme(self) -> None:
        self.picture.set_colors(self._theme.tokens)

    def _on_table_edit(self, node: str) -> None:
        self.editor.open_for(node, lambda: self._row_of(node), self.values)

    def _row_of(self, node: str) -> QRect:
        place = self.values.place_of(node)
        return QRect(self.values.viewport().mapTo(self, place.topLeft()), place.size())

    def _on_entry(self, node: str, row: int, column: int) -> None:
        if self.output.choose(node, row, column):
            self.pages.setCurrentWidget(self.output)

    def _on_menu(self, name: str) -> None:
        """What stands beside the picture as a button is done by it."""
        buttons = self.controls.buttons | {"quiz": self.header.quiz}
        if name in buttons:
            buttons[name].click()
        else:
            self._on_asked(name)

    def _on_asked(self, name: str) -> None:
        zooms = {"fit": self.picture.fit, "in": self.picture.zoom_in, "out": self.picture.zoom_out}
        if name in zooms:
            zooms[name]()
        else:
            self.saving.do(name)

    # Messages

    def _on_changed(self, what: GraphChange) -> None:
        if GraphChange.SUBJECT in what:
            self.message.clear()
        if GraphChange.QUIZ in what and self.model.is_quiz:
            self.across.reveal("right")  # where it asks

    def _on_failed(self, error: LabError) -> None:
        self.message.say("error", sentence(error))
        self._place_message()

    def _on_said(self, text: str, is_wrong: bool) -> None:
        self.message.say("error" if is_wrong else "success", text)
        self._place_message()

    def _place_message(self) -> None:
        """Put the message over the head of the picture: it comes and goes without moving anything."""
        left = self._middle.mapTo(self, self._middle.rect().topLeft()).x()
        width = self._middle.width()
        self.message.setGeometry(left, GAP, width, self.message.sizeHint().height())
        self.message.raise_()

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.menu.set_in_front(True)
        if self.model.cursor is None and not self.model.is_busy:
            self.model.show_example(FIRST_EXAMPLE)
        elif self.model.cursor is not None:
            self.model.checking.look(self.model.cursor)
        if not self.model.book.of:
            QTimer.singleShot(0, self.model, self.model.book.compare)

    def hideEvent(self, event: QHideEvent) -> None:
        """What nobody sees neither plays nor computes."""
        super().hideEvent(event)
        self.menu.set_in_front(False)
        self.player.pause()
        self.model.checking.stop()

    def minimumSizeHint(self) -> QSize:
        return SMALLEST

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.message.isHidden():
            self._place_message()

    def _retranslate(self) -> None:
        texts = (
            (self.values, self.tr("All values"), self.tr("Every node with its value, gradient and check")),
            (self.array, self.tr("Array"), self.tr("The numbers of the array that is chosen")),
            (
                self.output,
                self.tr("One output"),
                self.tr("One output of an Affine node: its products and sum"),
            ),
        )
        name_tabs(self.pages, texts)
        self.pages.tabBar().setAccessibleName(self.tr("Pages"))
        self.picture.setAccessibleName(self.tr("Picture of the graph"))
