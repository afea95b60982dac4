"""What can be done with a drawing beside drawing: make it a test image, or take a picture in its place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMenu, QToolButton, QWidget

from gui.look.icons import Icons
from gui.widgets.layouts import Stretch, row_of
from gui.widgets.roles import set_tip
from gui.widgets.translated import Translated


class DrawActions(Translated, QWidget):
    """`add_asked` brings the label that was chosen; `opened` the path of a file."""

    add_asked = Signal(int)
    paste_asked = Signal()
    opened = Signal(str)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_narrow = False
        self.add = QToolButton()
        self.picture = QToolButton()
        self.labels = QMenu(self)
        self._pictures = QMenu(self)
        self.paste = self._pictures.addAction("")
        self.open = self._pictures.addAction("")
        self.paste.setShortcut(QKeySequence.StandardKey.Paste)
        # Only shown here: the key belongs to the pad and to the panel around it.
        self.paste.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        icons.bind(self.picture, "folder-open")
        for button, menu in ((self.add, self.labels), (self.picture, self._pictures)):
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            button.setMenu(menu)
        self.setLayout(row_of(self.add, self.picture, Stretch(1), spacing=6))
        self.labels.triggered.connect(self._on_label)
        self.paste.triggered.connect(self.paste_asked)
        self.open.triggered.connect(self._on_open)
        self._retranslate()

    def set_labels(self, names: list[str]) -> None:
        """What a test image can be: the names of the classes, in order."""
        self.labels.clear()
        for label, name in enumerate(names):
            self.labels.addAction(name).setData(label)

    def set_narrow(self, narrow: bool) -> None:
        """Short names where there is little room; tooltips and screen readers have the whole ones."""
        self._is_narrow = narrow
        self.add.setText(self.tr("Add") if narrow else self.tr("Add as a test image"))

    def _on_label(self, action: QAction) -> None:
        self.add_asked.emit(action.data())

    def _on_open(self) -> None:
        dialog = QFileDialog(self, self.tr("Open a picture of a digit"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [
                self.tr("Pictures (*.png *.jpg *.jpeg *.bmp *.gif *.webp *.tif *.tiff)"),
                self.tr("All files (*)"),
            ]
        )
        dialog.fileSelected.connect(self.opened)
        dialog.open()

    def _retranslate(self) -> None:
        self.set_narrow(self._is_narrow)
        self.add.setAccessibleName(self.tr("Add as a test image"))
        set_tip(
            self.add,
            self.tr(
                "Adds the drawing after the test images, with the label that you choose. You can browse "
                "it there, and follow it if it is a mistake."
            ),
        )
        self.picture.setAccessibleName(self.tr("Take a picture"))
        set_tip(
            self.picture,
            self.tr("Open a picture instead of drawing: it may be dark on light or light on dark."),
        )
        self.paste.setText(self.tr("Paste"))
        self.open.setText(self.tr("Open a file …"))
