"""The window: rail, pages, menus and status bar, wired to one another. A page's work is the page's own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QMetaObject, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QPaintEvent, QUndoStack
from PySide6.QtWidgets import QApplication, QMainWindow, QScrollArea, QStackedWidget, QWidget

from core.errors import LabError
from gui.language.language import Language
from gui.language.messages import sentence
from gui.look.icons import Icons
from gui.look.motion import Motion
from gui.look.text_size import USUAL
from gui.look.theme import THEME_CHOICES, Theme
from gui.paths import log_file
from gui.remembered.settings import Settings
from gui.widgets.copying import copied_from
from gui.widgets.layouts import DECORATION, column_of, holding, row_of, scrolled
from gui.widgets.rail import Rail
from gui.widgets.side_panels import Side, SidePanels
from gui.widgets.split import Split
from gui.widgets.status_bar import StatusBar
from gui.widgets.translated import Translated
from gui.window.menu_bar import MenuBar
from gui.window.thread_choice import ask_for_threads, thread_choices
from gui.window.welcome import Welcome
from gui.window.workspaces import Workspace

if TYPE_CHECKING:
    from gui.help.dialog import HelpDialog

NAME = "Backprop Lab"
FIRST_SIZE = QSize(1280, 800)
MINIMUM_SIZE = QSize(960, 540)
BARS = QSize(0, 60)
"""What menus and status bar take of the window, about."""


def first_size(screen: QSize, least: QSize = MINIMUM_SIZE) -> QSize:
    """The size of the window when there is none to remember: its own, or what `screen` leaves of it."""
    return FIRST_SIZE.boundedTo(screen - DECORATION).expandedTo(least)


class MainWindow(Translated, QMainWindow):
    """The program's one window. A workspace is made when it is first shown, the first of them by
    `show_last_workspace`: what a workspace is made with may need the window.

    `menus` holds the actions, `status` the three parts and the message at the bottom. Who owns the document
    gives it to the window with `set_document`, `set_undo_stack` and `add_close_guard`. `painted` says, once,
    that the window with all it holds is on the screen: what can wait for that, waits.
    """

    painted = Signal()
    dropped = Signal(str)  # the path of a file or folder, the first of several

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        language: Language,
        settings: Settings,
        workspaces: Sequence[Workspace],
    ) -> None:
        super().__init__()
        self.theme, self.icons, self.language, self.settings = theme, icons, language, settings
        self._motion = Motion(settings.reduces_motion)
        self._workspaces = {workspace.key: workspace for workspace in workspaces}
        self._keys = list(self._workspaces)
        self._pages: dict[str, QWidget] = {}
        self._close_guards: list[Callable[[], bool]] = []
        self._document = ""
        self._undo_stacks: dict[str, QUndoStack] = {}
        self._was_painted = False
        self.menus = MenuBar(icons, workspaces, language.available(), thread_choices(settings.threads))
        self.status = StatusBar()
        self.rail = Rail(icons)
        self.welcome = Welcome(icons)
        self._stack = QStackedWidget()
        self._build()
        self._connect()
        self._retranslate()
        self._place()

    def _build(self) -> None:
        for workspace in self._workspaces.values():
            self.rail.add(workspace.key)
        self._page = column_of(self.welcome, (self._stack, 1), spacing=0)
        content = holding(row_of(self.rail, (self._page, 1), spacing=0))
        self.setMenuBar(self.menus)
        self.setStatusBar(self.status)
        if self.settings.text_size == USUAL:
            self.setCentralWidget(content)
            self.setMinimumSize(MINIMUM_SIZE)
        else:
            # With a large text a whole screen may be less than the window's least size: it scrolls.
            content.setMinimumSize(MINIMUM_SIZE - BARS)
            self.setCentralWidget(scrolled(content, None))
            self.setMinimumSize(MINIMUM_SIZE / 2)
        self.setAcceptDrops(True)

    def _connect(self) -> None:
        self.rail.chosen.connect(self._on_rail)
        self.menus.workspace_chosen.connect(self.show_workspace)
        self.menus.theme_chosen.connect(self._on_theme)
        self.menus.language_chosen.connect(self._on_language)
        self.menus.threads_chosen.connect(self._on_threads)
        self.menus.text_size_chosen.connect(self._on_text_size)
        self.menus.reduce_motion.toggled.connect(self._on_motion)
        self.menus.panel_toggled.connect(self._on_panel)
        self.menus.quit.triggered.connect(self.close)
        self.menus.full_screen.triggered.connect(self._on_full_screen)
        self.menus.copy.triggered.connect(self._on_copy)
        self.menus.help.triggered.connect(self._on_help)
        self.menus.report.triggered.connect(self._on_report)
        self.menus.about.triggered.connect(self._on_about)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    def workspace(self, key: str) -> QWidget:
        """The page of a workspace, made now if it is not there yet."""
        if key not in self._pages:
            page = self._pages[key] = self._workspaces[key].make(self._stack)
            for split in page.findChildren(Split):
                split.remember(lambda name: self.settings.layout(f"{key}-{name}"))
            for panels in page.findChildren(SidePanels):
                panels.folds_changed.connect(self._show_panels)
            self._stack.addWidget(page)
        return self._pages[key]

    def workspaces(self) -> list[str]:
        """The keys of all workspaces, made or not, as they stand in the rail."""
        return list(self._keys)

    def current_workspace(self) -> str:
        """The key of the workspace that is seen."""
        page = self._stack.currentWidget()
        return next((key for key, made in self._pages.items() if made is page), "")

    def made_workspaces(self) -> list[str]:
        """The keys of the workspaces that were made, first made first."""
        return list(self._pages)

    def show_workspace(self, key: str) -> None:
        """Bring a workspace to the front, in the rail and in the menu as well. Its keys work at once, unless
        a person walks through the rail by keys."""
        seen = self.current_workspace()
        page = self.workspace(key)
        if key != seen:
            self._stack.setCurrentWidget(page)
            # In this order, and before the painting that is asked for already: it would be done twice.
            for kind in (QEvent.Type.LayoutRequest, QEvent.Type.UpdateLater):
                QCoreApplication.sendPostedEvents(None, kind.value)
            self.rail.choose(self._keys.index(key))
            self._mark_choices()
            self._show_panels()
            self._offer_undo()
        if not self.rail.isAncestorOf(self.focusWidget()):
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_last_workspace(self) -> None:
        """Bring the workspace to the front that was seen last; the first time of all the first, with a line
        that says what each of them is."""
        last = self.settings.workspace
        self.show_workspace(last if last in self._workspaces else self._keys[0])
        self.welcome.setVisible(not last)

    def add_above(self, line: QWidget) -> None:
        """Put a line over the workspaces, below the welcome."""
        self._page.insertWidget(1, line)

    def set_document(self, name: str, modified: bool) -> None:
        """Name what is on the table in the title; `modified`: no file holds it as it is."""
        self._document = name
        self.setWindowTitle(f"{name}[*] – {NAME}" if name else NAME)
        self.setWindowModified(modified)

    def set_undo_stack(self, stack: QUndoStack, workspace: str) -> None:
        """Undo and Redo work on `stack` while the workspace that shows its edits is in front: nothing changes
        behind a person's back."""
        self._undo_stacks[workspace] = stack
        self.menus.undo_group.addStack(stack)
        self._offer_undo()

    def _offer_undo(self) -> None:
        seen = self.current_workspace()
        for workspace, stack in self._undo_stacks.items():
            stack.setActive(workspace == seen)

    def add_close_guard(self, guard: Callable[[], bool]) -> None:
        """`guard` is called before the window closes and asks, saves, ends what runs. False: stay open."""
        self._close_guards.append(guard)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _first_path(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.dropped.emit(_first_path(event.mimeData()))

    def closeEvent(self, event: QCloseEvent) -> None:
        if not all(guard() for guard in self._close_guards):
            event.ignore()
            return
        self.settings.geometry = self.saveGeometry()
        self.settings.workspace = self.current_workspace()
        for key, page in self._pages.items():
            for split in page.findChildren(Split):
                for name, state in split.states().items():
                    self.settings.set_layout(f"{key}-{name}", state)
        self.settings.flush()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            # What the window holds is painted after it, but before the next turn of the event loop.
            QMetaObject.invokeMethod(self, "painted", Qt.ConnectionType.QueuedConnection)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.WindowStateChange:
            self.menus.full_screen.setChecked(self.isFullScreen())
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.set_document(self._document, self.isWindowModified())
        self.rail.setAccessibleName(self.tr("Workspaces"))
        for place, workspace in enumerate(self._workspaces.values()):
            tip = self.tr("{tip} (Ctrl+{digit})").format(tip=workspace.tip, digit=place + 1)
            self.rail.set_label(place, workspace.title, tip)

    def _place(self) -> None:
        """Where it was last time, or else at its first size or what the screen leaves of it."""
        if not self.restoreGeometry(self.settings.geometry):
            self.resize(first_size(self.screen().availableGeometry().size(), self.minimumSize()))

    def _mark_choices(self) -> None:
        settings = self.settings
        self.menus.show_choices(
            self.current_workspace(),
            self.theme.choice,
            self.language.choice,
            settings.threads,
            settings.text_size,
        )
        self.menus.reduce_motion.setChecked(settings.reduces_motion)

    def _side_panels(self) -> SidePanels | None:
        """Those of the workspace in front, if it has any."""
        page = self._stack.currentWidget()
        return page.findChild(SidePanels) if page is not None else None

    def _show_panels(self) -> None:
        panels = self._side_panels()
        unfolded = {side: not panels.is_folded(side) for side in panels.panels} if panels is not None else {}
        self.menus.show_panels(unfolded)

    def _on_panel(self, side: Side) -> None:
        if (panels := self._side_panels()) is not None:
            panels.toggle(side)

    def _on_rail(self, place: int) -> None:
        self.show_workspace(self._keys[place])

    def _on_theme(self, choice: str) -> None:
        self.settings.theme = next(known for known in THEME_CHOICES if known == choice)
        self.theme.set_choice(self.settings.theme)

    def _on_language(self, choice: str) -> None:
        self.status.set_message("")  # it was said in the language of before
        self.settings.language = choice
        self.language.set_choice(choice)

    def _on_threads(self, choice: str) -> None:
        try:
            ask_for_threads(choice)
        except LabError as error:
            self.status.set_message(sentence(error))
        else:
            self.settings.threads = choice
        self._mark_choices()

    def _on_text_size(self, size: str) -> None:
        self.settings.text_size = size
        self.status.set_message(self.tr("Text is {size} % from the next start on.").format(size=size))

    def _on_motion(self, reduced: bool) -> None:
        self.settings.reduces_motion = reduced
        self._motion.set_reduced(reduced)

    def _on_full_screen(self, wanted: bool) -> None:
        full = Qt.WindowState.WindowFullScreen
        self.setWindowState(self.windowState() | full if wanted else self.windowState() & ~full)

    def _on_copy(self) -> None:
        """What has the focus says what is worth copying; see `gui.widgets.copying`."""
        found = copied_from(self.focusWidget())
        if found is None:
            text = self.tr("There is nothing to copy here: click a picture, a number or a table first.")
        else:
            QGuiApplication.clipboard().setMimeData(found)
            text = self.tr("Copied.")
        self.status.set_message(text)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Scroll to where the keyboard has gone. Qt does so from one control of an area to the next, not into
        an area; a click needs it never, for what is clicked is seen."""
        around = now
        while now is not None and around is not None and now.visibleRegion().isEmpty():
            if isinstance(around, QScrollArea) and around is not now:
                around.ensureWidgetVisible(now)
            around = around.parentWidget()

    def _on_help(self) -> None:
        asked = self.focusWidget()
        self._help_dialog().show_control(asked)

    def show_word(self, term: str) -> None:
        """Open the help at a term of the glossary."""
        dialog = self._help_dialog()
        dialog.show_control(None)
        dialog.show_word(term)

    def _help_dialog(self) -> HelpDialog:
        """The help, in front; there is one at most."""
        from gui.help.dialog import HelpDialog

        dialog = self.findChild(HelpDialog) or HelpDialog(self.menus.with_keys(), self)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        return dialog

    def _on_report(self) -> None:
        from gui.window.report_dialog import ReportDialog

        ReportDialog(log_file(), self).open()

    def _on_about(self) -> None:
        from gui.window.about import AboutDialog

        AboutDialog(self).open()


def _first_path(mime: QMimeData) -> str:
    return next((url.toLocalFile() for url in mime.urls() if url.isLocalFile()), "")
