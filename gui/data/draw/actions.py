"""What can be done with a drawing beside drawing: keep it, trace it in the graph, or open a picture."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFileDialog, QMenu, QToolButton, QWidget

from gui.look.icons import Icons
from gui.widgets.layouts import Stretch, row_of
from gui.widgets.roles import set_tip
from gui.widgets.translated import Translated


class DrawActions(Translated, QWidget):
    """`keep_asked` and `trace_asked` bring the label that was chosen; `opened` the path of a file."""

    keep_asked = Signal(int)
    trace_asked = Signal(int)
    paste_asked = Signal()
    opened = Signal(str)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_narrow = False
        self.keep = QToolButton()
        self.trace = QToolButton()
        self.picture = QToolButton()
        self.labels = QMenu(self)
        self.trace_labels = QMenu(self)
        self._pictures = QMenu(self)
        self.paste = self._pictures.addAction("")
        self.open = self._pictures.addAction("")
        self.paste.setShortcut(QKeySequence.StandardKey.Paste)
        # Only shown here: the key belongs to the pad and to the panel around it.
        self.paste.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        for button, menu, icon in (
            (self.keep, self.labels, "plus"),
            (self.trace, self.trace_labels, "graph"),
            (self.picture, self._pictures, "folder-open"),
        ):
            icons.bind(button, icon)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            button.setMenu(menu)
        self.setLayout(row_of(self.keep, self.trace, self.picture, Stretch(1), spacing=2))
        self.labels.triggered.connect(lambda action: self.keep_asked.emit(action.data()))
        self.trace_labels.triggered.connect(lambda action: self.trace_asked.emit(action.data()))
        self.paste.triggered.connect(self.paste_asked)
        self.open.triggered.connect(self._on_open)
        self._retranslate()

    def set_labels(self, names: list[str]) -> None:
        """What a drawing can be: the names of the classes, in order."""
        for menu in (self.labels, self.trace_labels):
            menu.clear()
            for label, name in enumerate(names):
                menu.addAction(name).setData(label)

    def set_narrow(self, narrow: bool) -> None:
        """Icons alone where there is little room; tooltips and screen readers have the names."""
        self._is_narrow = narrow
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if narrow else Qt.ToolButtonStyle.ToolButtonTextOnly
        for button, text in ((self.keep, self.tr("Keep")), (self.trace, self.tr("Trace"))):
            button.setToolButtonStyle(style)
            button.setText("" if narrow else text)

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
        self.keep.setAccessibleName(self.tr("Keep the drawing"))
        set_tip(
            self.keep,
            self.tr(
                "Keeps the drawing with the label that you choose, in a set of its own beside train and "
                "test. You can browse it there, follow it if it is a mistake, and delete it."
            ),
        )
        self.trace.setAccessibleName(self.tr("Trace the drawing in the graph"))
        set_tip(
            self.trace,
            self.tr(
                "Opens this drawing and this network as a graph, with the label that you choose: the loss "
                "needs one. The drawing need not be kept."
            ),
        )
        self.picture.setAccessibleName(self.tr("Take a picture"))
        set_tip(
            self.picture,
            self.tr("Open a picture instead of drawing: it may be dark on light or light on dark."),
        )
        for button, menu in (
            (self.keep, self.labels),
            (self.trace, self.trace_labels),
            (self.picture, self._pictures),
        ):
            menu.setWhatsThis(button.whatsThis())
        self.paste.setText(self.tr("Paste"))
        self.open.setText(self.tr("Open a file …"))
