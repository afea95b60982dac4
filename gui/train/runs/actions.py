"""What can be done with a run of the table, and with all of them, as the actions of its menus and buttons."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Literal, get_args

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMessageBox, QWidget

from gui.files.kept_runs import KeptRuns
from gui.language.numbers import count, data_size
from gui.language.texts import Speaking
from gui.look.icons import Icons
from gui.widgets.roles import set_tip

LIMITS = (500_000_000, 2_000_000_000, 10_000_000_000, 50_000_000_000)
"""Bytes that can be chosen; another number is kept where it was set otherwise."""

_ICONS = {"table": "folder-open", "use": "undo", "pin": "pin", "delete": "trash"}
RunAction = Literal["table", "use", "rename", "note", "pin", "delete"]


class RunActions(Speaking, QObject):
    """`by_name` holds the actions of one run; `menu` those and the ones of all runs. `asked` names an
    action of one run that was chosen."""

    asked = Signal(str)  # RunAction

    def __init__(self, kept: KeptRuns, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._kept = kept
        self._window = parent
        self.by_name: dict[str, QAction] = {name: QAction(self) for name in get_args(RunAction)}
        for name, action in self.by_name.items():
            if name in _ICONS:
                icons.bind(action, _ICONS[name])
            action.triggered.connect(partial(self.asked.emit, name))
        self.by_name["pin"].setCheckable(True)
        for name, key in (("delete", QKeySequence.StandardKey.Delete), ("rename", Qt.Key.Key_F2)):
            self.by_name[name].setShortcut(QKeySequence(key))
            self.by_name[name].setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.everything = QAction(self)
        self.everything.triggered.connect(self._ask_to_delete_everything)
        self.menu = QMenu(parent, toolTipsVisible=True)
        self.limits = QMenu(self.menu)
        self._fill_menu()
        self.limits.aboutToShow.connect(self._fill_limits)

    def _fill_menu(self) -> None:
        for group in (("table", "use"), ("rename", "note", "pin"), ("delete",)):
            self.menu.addActions([self.by_name[name] for name in group])
            self.menu.addSeparator()
        self.menu.addMenu(self.limits)
        self.menu.addAction(self.everything)

    def show_allowed(self, allowed: Callable[[RunAction], bool], *, pinned: bool, any_kept: bool) -> None:
        """Which of them make sense for the marked run."""
        for name in get_args(RunAction):
            self.by_name[name].setEnabled(allowed(name))
        self.by_name["pin"].setChecked(pinned)
        self.everything.setEnabled(any_kept)
        self.limits.setEnabled(self._kept.store is not None and not self._kept.problem)

    def retranslate(self) -> None:
        texts = {
            "table": (
                self.tr("Put on the table"),
                self.tr("Brings back the network of the marked run, trained as it was, and its settings."),
            ),
            "use": (
                self.tr("Use again"),
                self.tr(
                    "Brings back the layers and settings of the marked run, with its seed, for another one."
                ),
            ),
            "rename": (self.tr("Rename"), self.tr("Gives the marked run another name.")),
            "note": (self.tr("Write a note"), self.tr("Writes a note on the marked run.")),
            "pin": (self.tr("Pin"), self.tr("Keeps the marked run when the oldest go for want of room.")),
            "delete": (
                self.tr("Delete"),
                self.tr("Deletes the marked run; Undo brings it back. Not that on the table."),
            ),
        }
        for name, (text, tip) in texts.items():
            self.by_name[name].setText(text)
            set_tip(self.by_name[name], tip)
        self.limits.setTitle(self.tr("Most room for all runs"))
        self.limits.setWhatsThis(self.tr("Beyond this the oldest runs are deleted, but none that is pinned."))
        self.everything.setText(self.tr("Delete everything…"))
        set_tip(self.everything, self.tr("Deletes all runs that are kept, once you have said so again."))

    def _fill_limits(self) -> None:
        self.limits.clear()
        group = QActionGroup(self.limits)
        for limit in sorted({*LIMITS, self._kept.listing.limit}):
            action = self.limits.addAction(data_size(limit))
            action.setCheckable(True)
            action.setChecked(limit == self._kept.listing.limit)
            action.triggered.connect(partial(self._kept.set_limit, limit))
            group.addAction(action)

    def _ask_to_delete_everything(self) -> None:
        """Delete all runs, once a person has said so."""
        listing = self._kept.listing
        box = QMessageBox(
            QMessageBox.Icon.Warning,
            self.tr("Delete everything"),
            self.tr("Delete all {number} runs that are kept, {size}?").format(
                number=count(len(listing.runs)), size=data_size(listing.size)
            ),
            QMessageBox.StandardButton.Cancel,
            self._window,
        )
        box.setInformativeText(
            self.tr(
                "Pinned ones go as well, and none can be brought back. Only the run on the table stays. "
                "Models that you saved elsewhere stay, too."
            )
        )
        delete = box.addButton(self.tr("Delete everything"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        box.setEscapeButton(QMessageBox.StandardButton.Cancel)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(
            lambda: self._kept.delete_everything() if box.clickedButton() is delete else None
        )
        box.open()
