"""The workspace “Data”: filter, images with pages below them, and the chosen image in detail.

It puts the parts together and tells them of one another; each part binds itself to the model.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QTabWidget, QWidget

from core.data.data_set import PIXEL_SCALE
from gui.data.detail.panel import DetailPanel, ShowNetwork
from gui.data.filter.panel import FilterPanel
from gui.data.grid.card import GridCard
from gui.data.image_menu import ImageMenu
from gui.data.model.change import DataChange
from gui.data.model.model import DataModel, SplitName
from gui.document.network_on_table import NetworkOnTable
from gui.jobs.jobs import Jobs
from gui.language.hangul_keys import typed
from gui.language.messages import sentence
from gui.look.icons import Icons
from gui.widgets.card import Card
from gui.widgets.layouts import column_of, holding
from gui.widgets.message_bar import MessageBar
from gui.widgets.side_panels import Side, SidePanels
from gui.widgets.split import GAP, Split
from gui.widgets.tab_names import name_tabs
from gui.widgets.translated import Translated

LEAST_FILTER_WIDTH, FILTER_WIDTH, FILTER_WIDEST = 212, 224, 300
LEAST_DETAIL_WIDTH, DETAIL_WIDTH, DETAIL_WIDEST = 280, 330, 460
MIDDLE_WIDTH = 690
"""The panels beside the middle are narrower where it would have less than that."""
COMFORTABLE = 580
"""They fold where it would have less than that."""
NOT_KEPT = -1
DETAIL_SHARE, PAGES_SHARE = 0.25, 0.34
LEAST_PAGES_HEIGHT = 214


class DataWorkspace(Translated, QWidget):
    """`model` is what its pages are built on. `show_network` shows a network with one example as a graph.

    `train_asked`: the person wants to go to where networks and data are chosen and trained. `follow_asked`
    names the image whose mistake is to be followed. `picture_offered` brings a picture from outside, pixels
    or the path of a file, to the page that reads it.
    """

    train_asked = Signal()
    follow_asked = Signal(int)
    picture_offered = Signal(object)  # QImage | str

    def __init__(
        self,
        table: NetworkOnTable,
        icons: Icons,
        jobs: Jobs,
        show_network: ShowNetwork,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.model = DataModel(table, jobs, self)
        self._show_network = show_network
        self.filter = FilterPanel(self.model, icons)
        self.grid = GridCard(self.model, icons)
        self.detail = DetailPanel(self.model, icons, show_network)
        self.menu = ImageMenu(self.model, self.detail, self)
        self.message = MessageBar(icons)
        self.pages = QTabWidget(documentMode=True)
        self._names: list[tuple[QWidget, Callable[[], tuple[str, str]]]] = []
        self._closed_problem = ""
        self._was_shown = False
        self._build(icons)
        # Its keys are those of the images.
        self.setFocusProxy(self.grid)
        self._connect()
        self._show_problem()

    def _build(self, icons: Icons) -> None:
        # The height is the splitter's to give: another page must not change it.
        self.pages.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.pages.setMinimumHeight(LEAST_PAGES_HEIGHT)
        self._below = Card()
        self._below.set_margins(16, 4, 16, 12)
        self._below.body.addWidget(self.pages)
        self._below.hide()
        above = holding(column_of(self.message, (self.grid, 1), spacing=GAP))
        self._down = Split("down", Qt.Orientation.Vertical)
        self._down.addWidget(above)
        self._down.addWidget(self._below)
        self._down.setStretchFactor(0, 1)
        self.filter.setMinimumWidth(LEAST_FILTER_WIDTH)
        self.filter.setMaximumWidth(FILTER_WIDEST)
        self.detail.setMinimumWidth(LEAST_DETAIL_WIDTH)
        self.detail.setMaximumWidth(DETAIL_WIDEST)
        self._across = SidePanels("across", icons)
        self._across.fill(self._down, COMFORTABLE, self.filter, self.detail)
        self.setLayout(self._across.framed())

    def _connect(self) -> None:
        self.filter.train_asked.connect(self.train_asked)
        self.grid.data_asked.connect(self.train_asked)
        self.detail.follow_asked.connect(self.follow_asked)
        self.model.changed.connect(self._on_changed)
        for image in (self.grid.view, self.detail.image):
            image.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            image.addAction(self.menu.delete)
        self.grid.view.customContextMenuRequested.connect(self._on_grid_menu)
        self.detail.image.customContextMenuRequested.connect(self._on_image_menu)
        self.message.closed.connect(self._on_message_closed)
        for key, go in (("N", self.model.next_mistake), ("P", self.model.previous_mistake)):
            shortcut = QShortcut(self)
            shortcut.setKeys(typed(key))
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(go)

    def _on_changed(self, what: DataChange) -> None:
        if DataChange.NETWORK in what:
            self._show_problem()

    def _on_grid_menu(self, place: QPoint) -> None:
        self.menu.open_at(self.grid.view.viewport().mapToGlobal(place))

    def _on_image_menu(self, place: QPoint) -> None:
        self.menu.open_at(self.detail.image.mapToGlobal(place))

    def add_page(self, page: QWidget, names: Callable[[], tuple[str, str]]) -> None:
        """Put a page below the images; `names` gives its name and its tooltip in the language in use."""
        self._names.append((page, names))
        self.pages.addTab(page, "")
        name_tabs(self.pages, [(page, *names())])
        self._below.show()

    def show_page(self, page: QWidget) -> None:
        """Bring a page to the front."""
        self.pages.setCurrentWidget(page)

    def reveal(self, side: Side) -> None:
        """Unfold the panel at the left, which says what of the data is seen, or at the right, with the image
        that is chosen."""
        self._across.reveal(side)

    def show_image(self, split: SplitName, index: int) -> None:
        """Choose an image, and bring it into sight. IndexError for one that there is not."""
        self.model.show(split, index)

    def trace_drawing(self, image: NDArray[np.uint8], label: int) -> None:
        """Show the network as a graph with a drawing (h, w) that need not be kept."""
        network = self.model.network
        if network is not None:
            x = image.reshape(-1).astype(np.float32) * np.float32(PIXEL_SCALE)
            self._show_network(network.copy(), x, label, "drawings", NOT_KEPT)

    def _show_problem(self) -> None:
        """A network that does not fit the data is said above them, until it is another one or closed."""
        problem = self.model.problem
        text = sentence(problem) if problem is not None and self.model.data is not None else ""
        if not text:
            self._closed_problem = ""
            self.message.clear()
        elif text != self._closed_problem and text != self.message.text():
            self.message.say("warning", text, self.tr("Go to Train"), self.train_asked.emit)

    def _on_message_closed(self) -> None:
        problem = self.model.problem
        self._closed_problem = sentence(problem) if problem is not None else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def _share_out(self) -> None:
        """Shares of the room, until a person draws the line between two parts elsewhere."""
        width, height = self.width() - 4 * GAP, self.height() - 3 * GAP
        detail = min(max(round(DETAIL_SHARE * width), DETAIL_WIDTH), DETAIL_WIDEST)
        beside = 0 if self._across.is_folded("left") else FILTER_WIDTH
        missing = MIDDLE_WIDTH + beside + detail - width
        from_detail = min(max(missing, 0), detail - LEAST_DETAIL_WIDTH)
        from_filter = min(max(missing - from_detail, 0), FILTER_WIDTH - LEAST_FILTER_WIDTH)
        filter_, detail = FILTER_WIDTH - from_filter, detail - from_detail
        self._across.share([filter_, width - filter_ - detail, detail])
        pages = max(round(PAGES_SHARE * height), self._below.minimumSizeHint().height())
        self._down.share([height - pages, pages])

    def showEvent(self, event: QShowEvent) -> None:
        """Only while it is seen the network is asked."""
        super().showEvent(event)
        self.model.set_active(True)
        if not self._was_shown:
            self._was_shown = True
            self._share_out()
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.model.set_active(False)

    def _retranslate(self) -> None:
        name_tabs(self.pages, [(page, *names()) for page, names in self._names])
        self._show_problem()
