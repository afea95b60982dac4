"""The menus: every action of the window that belongs to no workspace, with its text, key and icon.

An action whose work is someone else's (saving is the document's) is off until `offer` gives it that work.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QUndoGroup
from PySide6.QtWidgets import QMenu, QMenuBar, QWhatsThis, QWidget

from gui.language.language import SYSTEM, native_name
from gui.look.icons import Icons
from gui.look.text_size import SIZES
from gui.look.theme import THEME_CHOICES
from gui.widgets.roles import set_tip
from gui.widgets.side_panels import KEYS, Side
from gui.widgets.translated import Translated
from gui.window.workspaces import Workspace

_Key = QKeySequence.StandardKey


class MenuBar(Translated, QMenuBar):
    """File, Edit, View, what `insert` adds, and Help. The actions are attributes; choices come as signals."""

    workspace_chosen = Signal(str)
    theme_chosen = Signal(str)
    language_chosen = Signal(str)
    threads_chosen = Signal(str)
    text_size_chosen = Signal(str)  # in per cent
    recent_chosen = Signal(str)  # the path of a file
    panel_toggled = Signal(str)  # the side of a panel

    def __init__(
        self,
        icons: Icons,
        workspaces: Sequence[Workspace],
        languages: Sequence[str],
        threads: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspaces = workspaces
        self.undo_group = QUndoGroup(self)
        self._build_file_and_edit()
        self._build_view(languages, threads)
        self._build_help()
        for action, icon in (
            (self.new, "file-plus"),
            (self.open, "folder-open"),
            (self.save, "save"),
            (self.undo, "undo"),
            (self.redo, "redo"),
            (self.copy, "copy"),
        ):
            icons.bind(action, icon)
        self._retranslate()

    def _build_file_and_edit(self) -> None:
        self._file = self._menu(self)
        self.new = self._action(self._file, _Key.New, enabled=False)
        self.open = self._action(self._file, _Key.Open, enabled=False)
        self.recent_menu = self._menu(self._file)
        self.show_recent(())
        self._file.addSeparator()
        self.save = self._action(self._file, _Key.Save, enabled=False)
        self.save_as = self._action(self._file, _Key.SaveAs, "Ctrl+Shift+S", enabled=False)
        self._file.addSeparator()
        self.quit = self._action(self._file, _Key.Quit, "Ctrl+Q")
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self._edit = self._menu(self)
        self.undo = self._action(self._edit, _Key.Undo, enabled=False)
        self.redo = self._action(self._edit, _Key.Redo, "Ctrl+Y", enabled=False)
        self._edit.addSeparator()
        self.copy = self._action(self._edit, _Key.Copy)
        group = self.undo_group
        self.undo.triggered.connect(group.undo)
        self.redo.triggered.connect(group.redo)
        for signal in (group.activeStackChanged, group.indexChanged, group.cleanChanged):
            signal.connect(self._show_undo)

    def _build_view(self, languages: Sequence[str], threads: Sequence[str]) -> None:
        self._view = self._menu(self)
        self.workspace_actions = self._choices(
            self._view, [workspace.key for workspace in self._workspaces], self.workspace_chosen
        )
        for place, action in enumerate(self.workspace_actions.values(), start=1):
            action.setShortcut(QKeySequence(f"Ctrl+{place}"))
        self.go_to = self._action(self._view, None, "Ctrl+K", enabled=False)
        self._view.addSeparator()
        self.theme_menu = self._menu(self._view)
        self._theme_actions = self._choices(self.theme_menu, THEME_CHOICES, self.theme_chosen)
        self.language_menu = self._menu(self._view)
        self._language_actions = self._choices(self.language_menu, (SYSTEM, *languages), self.language_chosen)
        self.text_size_menu = self._menu(self._view)
        self._text_size_actions = self._choices(self.text_size_menu, SIZES, self.text_size_chosen)
        self.reduce_motion = QAction(self._view, checkable=True)
        self._view.addAction(self.reduce_motion)
        self.threads_menu = self._menu(self._view)
        self.threads_menu.setToolTipsVisible(True)
        self._threads_actions = self._choices(self.threads_menu, threads, self.threads_chosen)
        self._view.addSeparator()
        self.panel_actions = {side: self._action(self._view, None, key) for side, key in KEYS.items()}
        for side, action in self.panel_actions.items():
            action.setCheckable(True)
            action.triggered.connect(partial(self.panel_toggled.emit, side))
        self.full_screen = self._action(self._view, _Key.FullScreen, "F11")
        self.full_screen.setCheckable(True)

    def _build_help(self) -> None:
        self._help = self._menu(self)
        self.help = self._action(self._help, None, "F1")
        self.whats_this = self._action(self._help, QKeySequence.StandardKey.WhatsThis, "Shift+F1")
        self.whats_this.triggered.connect(QWhatsThis.enterWhatsThisMode)
        self.report = self._action(self._help)
        self.about = self._action(self._help)
        self.about.setMenuRole(QAction.MenuRole.AboutRole)

    def insert(self, menu: QMenu) -> None:
        """Add the menu of another part of the program, between View and Help."""
        self.insertMenu(self._help.menuAction(), menu)

    def with_keys(self) -> list[QMenu]:
        """The menus as they stand, for the list of keys."""
        menus = [action.menu() for action in self.actions()]
        return [menu for menu in menus if isinstance(menu, QMenu)]

    def offer(self, action: QAction, do: Callable[[], object]) -> None:
        """Let `action` do `do` from now on, and turn it on."""
        action.triggered.connect(lambda: do())
        action.setEnabled(True)

    def show_recent(self, paths: Sequence[Path]) -> None:
        """The files that were opened or saved last; the menu is off where there is none."""
        self.recent_menu.clear()
        for path in paths:
            action = self.recent_menu.addAction(str(path).replace("&", "&&"))
            action.triggered.connect(partial(self.recent_chosen.emit, str(path)))
        self.recent_menu.setEnabled(bool(paths))

    def show_choices(self, workspace: str, theme: str, language: str, threads: str, text_size: str) -> None:
        """Mark what is in use; marks only, nothing is chosen by it."""
        for actions, key in (
            (self.workspace_actions, workspace),
            (self._theme_actions, theme),
            (self._language_actions, language),
            (self._threads_actions, threads),
            (self._text_size_actions, text_size),
        ):
            if key in actions:
                actions[key].setChecked(True)

    def show_panels(self, unfolded: Mapping[Side, bool]) -> None:
        """Mark the panels that are seen, of those that the workspace in front has."""
        for side, action in self.panel_actions.items():
            action.setEnabled(side in unfolded)
            action.setChecked(unfolded.get(side, False))

    def _retranslate(self) -> None:
        self._file.setTitle(self.tr("&File"))
        self.new.setText(self.tr("&New"))
        self.open.setText(self.tr("&Open…"))
        self.recent_menu.setTitle(self.tr("Open &recent"))
        self.save.setText(self.tr("&Save"))
        self.save_as.setText(self.tr("Save &as…"))
        self.quit.setText(self.tr("&Quit"))
        self._edit.setTitle(self.tr("&Edit"))
        self.copy.setText(self.tr("&Copy"))
        self._show_undo()
        self._view.setTitle(self.tr("&View"))
        for workspace in self._workspaces:
            self.workspace_actions[workspace.key].setText(workspace.title)
        self.go_to.setText(self.tr("&Go to…"))
        self.theme_menu.setTitle(self.tr("&Theme"))
        self._theme_actions["system"].setText(self.tr("As the system"))
        self._theme_actions["light"].setText(self.tr("Light"))
        self._theme_actions["dark"].setText(self.tr("Dark"))
        self.language_menu.setTitle(self.tr("&Language"))
        for code, action in self._language_actions.items():
            action.setText(self.tr("As the system") if code == SYSTEM else native_name(code))
        self.text_size_menu.setTitle(self.tr("Te&xt size"))
        for size, action in self._text_size_actions.items():
            action.setText(self.tr("{size} %").format(size=size))
        self.reduce_motion.setText(self.tr("Reduce &motion"))
        self.threads_menu.setTitle(self.tr("Th&reads"))
        for number, action in self._threads_actions.items():
            action.setText(self.tr("As the machine is busy or free") if number == "auto" else number)
            set_tip(
                action,
                self.tr(
                    "How many threads share a matrix product. With a number, a run is repeatable bit for bit."
                ),
            )
        self.panel_actions["left"].setText(self.tr("Left &panel"))
        self.panel_actions["right"].setText(self.tr("R&ight panel"))
        self.full_screen.setText(self.tr("&Full screen"))
        self._help.setTitle(self.tr("&Help"))
        self.help.setText(self.tr("&Keys and words"))
        self.whats_this.setText(self.tr("&What's this?"))
        self.report.setText(self.tr("&Report a problem…"))
        self.about.setText(self.tr("&About Backprop Lab"))
        self._say_what_each_does()

    def _say_what_each_does(self) -> None:
        """What “What's this?” answers in the menus; a choice has the sentence of its menu."""
        for target, text in (
            (self.new, self.tr("Puts the first network on the table again, with its settings.")),
            (self.open, self.tr("Opens a model file: a network with its settings and its training.")),
            (self.recent_menu, self.tr("Opens one of the model files that were opened or saved last.")),
            (self.save, self.tr("Saves the network with its settings and its training in its file.")),
            (self.save_as, self.tr("Saves the network in a new file.")),
            (self.quit, self.tr("Closes the window, and asks before anything is lost.")),
            (self.undo, self.tr("Takes back the last edit of the workspace that is in front.")),
            (self.redo, self.tr("Does the edit again that Undo took back.")),
            (self.copy, self.tr("Copies the picture, numbers or table that was clicked last.")),
            (self.theme_menu, self.tr("Light or dark colours, or those of the system.")),
            (self.language_menu, self.tr("The language of the whole window; it changes at once.")),
            (self.text_size_menu, self.tr("How large text and all else is, from the next start on.")),
            (self.reduce_motion, self.tr("Menus open at once, and the text cursor does not blink.")),
            (self.panel_actions["left"], self.tr("Shows or folds the panel at the left.")),
            (self.panel_actions["right"], self.tr("Shows or folds the panel at the right.")),
            (self.full_screen, self.tr("Gives the window the whole screen, or takes it back.")),
            (
                self.help,
                self.tr("Shows what the control in front does, all keys, and the words of the field."),
            ),
            (
                self.go_to,
                self.tr("Goes to what you name: a section of the book, a term, an example, a command."),
            ),
            (self.whats_this, self.tr("Click a control next: a sentence says what it does.")),
            (self.report, self.tr("Shows what the developers need to know, to be copied and sent.")),
            (self.about, self.tr("Shows the version, the licences, and who made what is used.")),
        ):
            target.setWhatsThis(text)
        for workspace in self._workspaces:
            self.workspace_actions[workspace.key].setWhatsThis(workspace.tip)

    def _show_undo(self) -> None:
        """Undo and Redo name what the stack in front would do; without one they are off."""
        group = self.undo_group
        undo, redo = group.undoText(), group.redoText()
        self.undo.setEnabled(group.canUndo())
        self.redo.setEnabled(group.canRedo())
        self.undo.setText(self.tr("&Undo: {what}").format(what=undo) if undo else self.tr("&Undo"))
        self.redo.setText(self.tr("&Redo: {what}").format(what=redo) if redo else self.tr("&Redo"))

    @staticmethod
    def _menu(owner: QMenuBar | QMenu) -> QMenu:
        menu = QMenu(owner)
        owner.addMenu(menu)
        return menu

    @staticmethod
    def _action(menu: QMenu, key: _Key | None = None, also: str = "", *, enabled: bool = True) -> QAction:
        """`also` is a key for systems whose standard has none, and a second one elsewhere."""
        action = QAction(menu)
        keys = QKeySequence.keyBindings(key) if key is not None else []
        if also and QKeySequence(also) not in keys:
            keys.append(QKeySequence(also))
        action.setShortcuts(keys)
        action.setEnabled(enabled)
        menu.addAction(action)
        return action

    @staticmethod
    def _choices(menu: QMenu, keys: Sequence[str], chosen: SignalInstance) -> dict[str, QAction]:
        group = QActionGroup(menu)
        actions = {}
        for key in keys:
            action = QAction(menu, checkable=True)
            action.triggered.connect(partial(chosen.emit, key))
            group.addAction(action)
            menu.addAction(action)
            actions[key] = action
        return actions
