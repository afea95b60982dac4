"""The workspace “Train”: network and training at the left, controls, plots and pages at the right.

It only puts the parts together and tells them of one another; each part binds itself to document and trainer.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QWidget

from gui.document.change import Change, State
from gui.document.network_on_table import NetworkOnTable
from gui.files.kept_runs import KeptRuns
from gui.jobs.data_loader import DataLoader
from gui.jobs.jobs import Jobs
from gui.look.icons import Icons
from gui.menus.run_menu import RunMenu
from gui.train.evaluation.page import EvaluationPage
from gui.train.form.area import FormArea
from gui.train.iteration.page import IterationPage
from gui.train.messages import TrainMessages
from gui.train.plots.panel import PlotsPanel
from gui.train.run_bar.buttons import RunButtons
from gui.train.run_bar.controls import ControlsBar
from gui.train.runs.page import RunsPage
from gui.train.surface.page import SurfacePage
from gui.train.weights.page import WeightsPage
from gui.trainer.trainer import Trainer
from gui.widgets.card import Card
from gui.widgets.layouts import column_of
from gui.widgets.message_bar import MessageBar
from gui.widgets.side_panels import SidePanels
from gui.widgets.split import GAP, Split
from gui.widgets.tab_names import name_tabs
from gui.widgets.translated import Translated

FORM_WIDTH = 386
COMFORTABLE = 500
FORM_WIDEST = 460
PAGES_HEIGHT = 182
LEAST_PAGES_HEIGHT = 140
FORM_SHARE, PAGES_SHARE = 0.22, 0.24
MESSAGE_HEIGHT = 42
SURFACE_SHARE, SURFACE_WIDTH, SURFACE_WIDEST = 0.34, 264, 560
LEAST_SURFACE_WIDTH, SURFACE_PAGE_SHARE = 240, 0.46
ROOM_BESIDE = 660
"""The width from which on the decision surface stands beside the plots, else among the pages."""


class TrainWorkspace(Translated, QWidget):
    """`apply_preset` is called with the preset that a person chose. `jobs` runs what is evaluated off the
    window's thread, `loader` reads the data, `kept` are the runs of earlier sittings. Colours and icons
    are those of `icons`."""

    def __init__(
        self,
        table: NetworkOnTable,
        trainer: Trainer,
        run_menu: RunMenu,
        apply_preset: Callable[[str], None],
        icons: Icons,
        jobs: Jobs,
        parent: QWidget | None = None,
        loader: DataLoader | None = None,
        kept: KeptRuns | None = None,
    ) -> None:
        super().__init__(parent)
        self.table = table
        self.document = table.document
        self.trainer = trainer
        self._run_menu = run_menu
        self._shared_out = False
        theme = icons.theme
        # From the outside in: what is put elsewhere with all that it holds is styled anew as a whole.
        self.across = SidePanels("across", icons, self)
        form, right = Card(parent=self.across), QWidget(self.across.middle.viewport())
        area = FormArea(table, apply_preset, icons, form)
        self._area = area
        self.network, self.training = area.network, area.training
        self.controls = ControlsBar(table, RunButtons(run_menu, icons), icons, right)
        self._beside = Split("beside", Qt.Orientation.Horizontal, right)
        self._down = Split("down", Qt.Orientation.Vertical, self._beside)
        self.plots = PlotsPanel(table, icons, self._down)
        below = Card(parent=self._down)
        self.pages = QTabWidget(below)
        stack = self.pages.findChild(QStackedWidget)  # where a tab widget puts its pages
        self.weights = WeightsPage(table, theme, stack)
        self.runs = RunsPage(table, kept or KeptRuns(table, jobs, None, self), icons, stack)
        self.evaluation = EvaluationPage(table, jobs, theme, stack)
        self.iteration = IterationPage(table, theme, stack)
        self._surface_card = Card(parent=self._beside)
        self.surface = SurfacePage(table, jobs, theme, self._surface_card)
        self.message = MessageBar(icons, self)
        self._messages = TrainMessages(table, trainer.start_with_rate, self.message, loader)
        self._lay_out(form, area, right, below)
        self._connect()
        self._retranslate()

    def _lay_out(self, form: Card, area: FormArea, right: QWidget, below: Card) -> None:
        form.set_margins(16, 12, 6, 12)
        below.set_margins(16, 4, 16, 12)
        form.body.addWidget(area)
        form.setMinimumWidth(FORM_WIDTH)
        form.setMaximumWidth(FORM_WIDEST)
        for page in (self.weights, self.runs, self.evaluation, self.iteration):
            self.pages.addTab(page, "")
        self.pages.setDocumentMode(True)
        # A height of its own instead of what its pages ask for: another page, or another state of one, must
        # not move the plots.
        self.pages.setMinimumHeight(LEAST_PAGES_HEIGHT)
        below.body.addWidget(self.pages)
        self._surface_card.set_margins(16, 10, 16, 12, 2)
        self._surface_card.body.addWidget(self.surface)
        self._surface_card.setMinimumWidth(LEAST_SURFACE_WIDTH)
        self._surface_card.hide()
        right.setLayout(column_of(self.controls, (self._beside, 1), spacing=GAP))
        for splitter, parts, shares in (
            (self._down, (self.plots, below), (4, 1)),
            (self._beside, (self._down, self._surface_card), (2, 1)),
        ):
            for part in parts:
                splitter.addWidget(part)
            for place, share in enumerate(shares):
                splitter.setStretchFactor(place, share)
        self.across.fill(right, COMFORTABLE, form)
        self.setLayout(self.across.framed())

    def _connect(self) -> None:
        self.runs.overlaid_changed.connect(lambda: self.plots.set_ghosts(self.runs.model.overlaid))
        for page in (self.weights, self.runs, self.evaluation):
            page.start_asked.connect(self._run_menu.by_name["start"].trigger)
        self.iteration.iteration_asked.connect(self._run_menu.by_name["step"].trigger)
        self.iteration.arrived.connect(lambda: self.pages.setCurrentWidget(self.iteration))
        self.surface.wanted_changed.connect(self._place_surface)
        self.across.splitterMoved.connect(self._place_surface)
        self.table.changed.connect(self._on_changed)
        self._run_menu.changed.connect(self._show_allowed)
        self._show_allowed()

    def show_place(self, name: str) -> None:
        """Bring one part to the front: the last Affine layer of the `network`, the `settings` of the
        training, or the page `weights`, `runs`, `evaluation` or `iteration`. KeyError for another name."""
        if name in ("network", "settings"):
            self.across.reveal("left")
        if name == "network":
            layers = self.document.experiment.network.layers
            affine = [place for place, layer in enumerate(layers) if layer.kind == "affine"]
            self.network.layers.select(affine[-1] if affine else len(layers))
        elif name == "settings":
            self.training.data_set.setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(self.training)
        else:
            pages = {
                "weights": self.weights,
                "runs": self.runs,
                "evaluation": self.evaluation,
                "iteration": self.iteration,
            }
            self.pages.setCurrentWidget(pages[name])

    def _show_allowed(self) -> None:
        """The buttons of empty pages do what the buttons above do, and only then."""
        menu = self._run_menu
        for page in (self.weights, self.runs, self.evaluation):
            page.empty.button.setEnabled(menu.can_start)
            page.empty.button.setToolTip(menu.by_name["start"].toolTip() if menu.can_start else "")
        self.iteration.empty.button.setEnabled(menu.by_name["step"].isEnabled())
        self.iteration.empty.button.setToolTip(menu.by_name["step"].toolTip())

    def _on_changed(self, what: Change) -> None:
        if Change.STATE in what and self.table.state in (State.PAUSED, State.ENDED):
            # What is seen of a run that rests is all of it.
            self.plots.scheduler.hurry()

    def minimumSizeHint(self) -> QSize:
        return QSize(880, 460)

    def showEvent(self, event: QShowEvent) -> None:
        """Shares of the room, when it is first known; after that they are the person's."""
        super().showEvent(event)
        if not self._shared_out:
            self._shared_out = True
            width = self.width() - 3 * GAP
            form = max(round(FORM_SHARE * width), FORM_WIDTH)
            self.across.share([form, width - form])
            self._place_surface()
            is_page = self.pages.indexOf(self.surface) >= 0
            self._share_out_down(SURFACE_PAGE_SHARE if is_page else PAGES_SHARE)

    def _place_surface(self) -> None:
        """The decision surface beside the plots, or in front of the pages where that is too narrow, while
        the data are points of a plane."""
        has_room = self._beside.width() >= ROOM_BESIDE
        is_beside, is_page = self.surface.is_wanted and has_room, self.surface.is_wanted and not has_room
        was_page = self.pages.indexOf(self.surface) >= 0
        if is_page and not was_page:
            self.pages.insertTab(0, self.surface, "")
            self.pages.setCurrentWidget(self.surface)
            self._retranslate()
            self._share_out_down(SURFACE_PAGE_SHARE)
        elif was_page and not is_page:
            self.pages.removeTab(self.pages.indexOf(self.surface))
            self._surface_card.body.addWidget(self.surface)
            self._share_out_down(PAGES_SHARE)
        if is_beside and self._surface_card.isHidden():
            self._surface_card.show()
            self.surface.show()
            self._share_out_beside()
        self._surface_card.setVisible(is_beside)

    def _share_out_down(self, share: float) -> None:
        height = self.height() - 4 * GAP - self.controls.sizeHint().height()
        pages = max(round(share * height), PAGES_HEIGHT)
        self._down.share([height - pages, pages])

    def _share_out_beside(self) -> None:
        width = self._beside.width() - GAP
        surface = min(max(round(SURFACE_SHARE * width), SURFACE_WIDTH), SURFACE_WIDEST)
        self._beside.share([width - surface, surface])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_surface()
        self._place_message()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._place_message()
        return super().event(event)

    def _place_message(self) -> None:
        """Put the message over the foot of the pages: it comes and goes without moving anything."""
        left = self.controls.mapTo(self, self.controls.rect().topLeft()).x()
        width = self.width() - left - GAP
        layout = self.message.layout()
        assert layout is not None
        height = max(layout.totalHeightForWidth(width), MESSAGE_HEIGHT)
        self.message.setGeometry(left, self.height() - GAP - height, width, height)
        self.message.raise_()

    def _retranslate(self) -> None:
        self._surface_card.set_title(self.tr("Decision surface"))
        texts = [
            (self.weights, self.tr("Weights"), self.tr("What each unit of the first layer looks for")),
            (self.runs, self.tr("Runs"), self.tr("All runs, to be compared and to be taken up again")),
            (self.evaluation, self.tr("Evaluation"), self.tr("The test set, class by class")),
            (
                self.iteration,
                self.tr("One iteration"),
                self.tr("The four steps of learning of one iteration, in numbers"),
            ),
        ]
        if self.pages.indexOf(self.surface) >= 0:
            tip = self.tr("What the network makes of each point of the plane, and each of its units")
            texts.append((self.surface, self._surface_card.title(), tip))
        name_tabs(self.pages, texts)
        self.pages.tabBar().setAccessibleName(self.tr("Pages"))
        self._messages.retranslate()
