"""What all plots have in common: title, legend, area, readout, menu, export, and their turn to redraw.

A kind of plot (`plot`, `plot_histogram`) adds its data and draws them as the layer of the area.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QWidget

from gui.look.fonts import BODY, font
from gui.widgets import picture_files
from gui.widgets.copying import table_to_copy
from gui.widgets.layouts import column_of
from gui.widgets.plot.canvas import LEAST_BEYOND
from gui.widgets.plot.controls import quiet_button
from gui.widgets.plot.head import PlotHead
from gui.widgets.plot.readout import PlotReadout
from gui.widgets.plot.redraw import RedrawScheduler
from gui.widgets.plot.style import PlotColors
from gui.widgets.plot.view import PlotView
from gui.widgets.roles import set_role, set_tip
from gui.widgets.translated import Translated


class PlotCard(Translated, QWidget):
    """A plot with its frame. Texts that the owner gives are already translated; see `set_texts`."""

    saved = Signal(str)
    """A sentence for the status bar, after a picture or the data were saved or copied."""

    enlarging_asked = Signal()
    """The person wants it to fill its panel, or to stand among the others again."""

    def __init__(
        self,
        colors: PlotColors,
        scheduler: RedrawScheduler,
        beyond: float = LEAST_BEYOND,
        parent: QWidget | None = None,
    ) -> None:
        """`beyond`: pixels beside the area for the names of lines at their ends."""
        super().__init__(parent)
        self.colors = colors
        self._scheduler = scheduler
        self._by_hand = self._is_bare = False
        self._x_name = self._y_name = self._empty_text = ""
        self.head = PlotHead(colors, self)
        self.title, self.legend = self.head.title, self.head.legend
        self.view = PlotView(colors, beyond, self)
        self.readout = PlotReadout(colors, self.view)
        self.fit_button = quiet_button(self.view)
        set_role(self.fit_button, "")  # it lies over the area, and has a ground and an edge of its own
        self._menu = QMenu(self)
        self._menu.setObjectName("plot menu")
        self._fit_action = self._add_action(self.reset_view)
        self._enlarge_action = self._add_action(self.enlarging_asked.emit)
        self._menu.addSeparator()
        self._copy_action = self._add_action(self.copy_picture)
        self._png_action = self._add_action(self._on_save_png)
        self._svg_action = self._add_action(self._on_save_svg)
        self._csv_action = self._add_action(self._on_save_csv)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.setLayout(column_of(self.head, (self.view, 1), spacing=0, margins=(14, 4, 8, 4)))
        self.fit_button.hide()
        self._enlarge_action.setVisible(False)
        for part in (self.view, self.view.viewport()):
            part.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def _connect(self) -> None:
        self.fit_button.clicked.connect(self.reset_view)
        self.head.enlarging_asked.connect(self.enlarging_asked)
        self.view.double_clicked.connect(self.reset_view)
        self.view.moved_by_hand.connect(self._on_moved_by_hand)
        self.view.frame_changed.connect(self._on_frame_changed)
        self.view.hovered.connect(self._on_hovered)
        self.view.focus_changed.connect(self.update)

    # What a kind of plot says of itself

    def redraw(self) -> None:
        """Take in the data that came since, and have the area painted at the next turn of the event loop."""
        raise NotImplementedError

    def _rebuild(self) -> None:
        """Turn data into shapes for what the area shows now."""
        raise NotImplementedError

    def _point_at(self, place: QPointF | None) -> None:
        """Show the readout for a place on the area, or (None) hide it."""
        raise NotImplementedError

    def _step_readout(self, direction: int) -> None:
        """Move the readout by one point, from the keyboard."""
        raise NotImplementedError

    def _table(self) -> tuple[list[str], Iterable[Iterable[object]]]:
        """Header and rows of the data, for a file."""
        raise NotImplementedError

    def _fit(self) -> None:
        """Show the ranges that fit the data."""
        raise NotImplementedError

    # For the owner

    def set_texts(self, title: str, x_name: str, y_name: str, empty_text: str) -> None:
        """What is seen, the axes' names with their units, and what an empty plot says will be here."""
        self.head.set_title(title)
        self._x_name, self._y_name, self._empty_text = x_name, y_name, empty_text
        self.view.set_names(x_name, y_name)
        self.view.setAccessibleName(title)
        if self.view.empty_text:
            self.view.set_empty_text(empty_text)  # at once, as the texts around it
        self.request_redraw()

    def set_colors(self, colors: PlotColors) -> None:
        self.colors = colors
        for part in (self.legend, self.view, self.readout):
            part.set_colors(colors)
        self.update()

    def add_tool(self, widget: QWidget) -> None:
        """Put a small widget of the owner's into the title's line, before the plot's own."""
        self.head.tools.insertWidget(0, widget)

    def set_bare(self) -> None:
        """Take frame and margins away, as in a part of a card that has its own."""
        self._is_bare = True
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(0, 0, 0, 0)
        self.title.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.update()

    def offer_enlarging(self) -> None:
        """Whoever holds the plot in a panel can have it fill this panel."""
        self.head.offer_enlarging()
        self._enlarge_action.setVisible(True)

    def set_enlarged(self, is_enlarged: bool) -> None:
        """Say by button and menu what a double click on the title does next."""
        self.head.set_enlarged(is_enlarged)
        self._enlarge_action.setText(self.head.enlarging_text())

    def forget_zoom(self) -> None:
        """Undo zooming by hand, and let the ranges fit the data anew, at the next redraw."""
        self._by_hand = False
        self.fit_button.hide()
        self._fit()
        self.request_redraw()

    def reset_view(self) -> None:
        """Undo zooming by hand, and show at once the ranges that fit the data."""
        self.forget_zoom()
        self.redraw()

    def can_be_seen(self) -> bool:
        """Whether painting it is worth while."""
        return self.isVisible() and not self.window().isMinimized() and not self.visibleRegion().isEmpty()

    def request_redraw(self) -> None:
        """Redraw when it is this plot's turn."""
        self._scheduler.request(self)

    # Export

    def picture(self) -> QImage:
        """The plot without its buttons, sharp enough for a document."""
        return picture_files.picture(self.size(), self.colors.surface, self._draw_picture)

    def save_png(self, path: Path) -> None:
        picture_files.save_png(path, self.picture())

    def save_svg(self, path: Path) -> None:
        dpi, ground = self.logicalDpiX(), self.colors.surface
        picture_files.save_svg(path, self.size(), dpi, ground, self.title.text(), self._draw_picture)

    def save_csv(self, path: Path) -> None:
        picture_files.save_csv(path, *self._table())

    def copied(self) -> QMimeData | None:
        """The picture, and the numbers as a table."""
        header, rows = self._table()
        return table_to_copy([header, *rows], self.picture())

    def copy_picture(self) -> None:
        QGuiApplication.clipboard().setImage(self.picture())
        self.saved.emit(self.tr("The picture is on the clipboard."))

    def _draw_picture(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._point_at(None)
        self.view.canvas.fine = True
        try:
            painter.save()
            painter.setFont(font(BODY, bold=True))
            painter.setPen(QColor(self.colors.text))
            painter.translate(self.head.pos())
            painter.drawText(self.title.geometry(), Qt.AlignmentFlag.AlignVCenter, self.title.text())
            painter.translate(self.legend.pos())
            self.legend.draw(painter)
            painter.restore()
            target = QRectF(self.view.geometry())
            self.view.render(painter, target, self.view.viewport().rect())
        finally:
            self.view.canvas.fine = False

    def _ask_to_save(self, caption: str, ending: str, kind: str, save: Callable[[Path], None]) -> None:
        """Ask for a place, without holding up the window's event loop."""
        dialog = QFileDialog(self, caption, "", f"{kind} (*.{ending})")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending)
        name = "".join(c if c.isalnum() else "-" for c in self.title.text().lower())
        dialog.selectFile(f"{name.strip('-')}.{ending}")
        dialog.fileSelected.connect(lambda path: self._save_to(Path(path), caption, save))
        dialog.open()

    def _save_to(self, path: Path, caption: str, save: Callable[[Path], None]) -> None:
        try:
            save(path)
        except OSError as error:
            sentence = self.tr("{file} could not be written: {reason}. Choose another place.")
            text = sentence.format(file=path.name, reason=error.strerror or error)
            box = QMessageBox(QMessageBox.Icon.Warning, caption, text, QMessageBox.StandardButton.Ok, self)
            box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            box.open()
        else:
            self.saved.emit(self.tr("Saved {file}.").format(file=path.name))

    def _on_save_png(self) -> None:
        self._ask_to_save(self.tr("Save picture"), "png", self.tr("Picture"), self.save_png)

    def _on_save_svg(self) -> None:
        self._ask_to_save(self.tr("Save drawing"), "svg", self.tr("Drawing"), self.save_svg)

    def _on_save_csv(self) -> None:
        self._ask_to_save(self.tr("Save data"), "csv", self.tr("Table"), self.save_csv)

    # What happens to it

    def _on_moved_by_hand(self) -> None:
        self._by_hand = True
        self._place_fit_button()
        self.fit_button.show()

    def _place_fit_button(self) -> None:
        """Put it into the corner of the area: a zoom moves nothing, and nothing keeps room for it."""
        self.fit_button.adjustSize()
        corner = self.view.canvas_rect().topRight().toPoint()
        self.fit_button.move(corner - QPoint(self.fit_button.width() + 2, -2))

    def _on_frame_changed(self) -> None:
        if not self.fit_button.isHidden():
            self._place_fit_button()
        self._rebuild()
        self.view.redraw()

    def _on_hovered(self, place: QPointF | None) -> None:
        frame = self.view.frame
        inside = place is not None and QRectF(0.0, 0.0, frame.width, frame.height).contains(place)
        self._point_at(place if inside else None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.open_menu(event.globalPos())

    def open_menu(self, at: QPoint) -> None:
        self._menu.popup(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps:
            self._step_readout(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape and self.readout.isVisible():
            self._point_at(None)
        elif event.key() == Qt.Key.Key_Escape and self._by_hand:
            self.reset_view()
        elif event.key() == Qt.Key.Key_Escape and self.head.is_enlarged:
            self.enlarging_asked.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.request_redraw()

    def _retranslate(self) -> None:
        self.fit_button.setText(self.tr("fit"))
        set_tip(self.fit_button, self.tr("Show all data again, as before zooming (double click)."))
        self.view.setWhatsThis(
            self.tr(
                "Point at the plot, or press ← and →, to read its values. The wheel zooms along x, and with "
                "Ctrl along y; a double click shows all again."
            )
        )
        self._menu.setWhatsThis(self.tr("Shows all of the plot again, or copies and saves it."))
        self._enlarge_action.setText(self.head.enlarging_text())
        self._fit_action.setText(self.tr("Reset view"))
        self._copy_action.setText(self.tr("Copy picture"))
        self._png_action.setText(self.tr("Save picture (PNG)…"))
        self._svg_action.setText(self.tr("Save drawing (SVG)…"))
        self._csv_action.setText(self.tr("Save data (CSV)…"))

    def _add_action(self, slot: Callable[[], None]) -> QAction:
        action = self._menu.addAction("")
        action.triggered.connect(lambda: slot())
        return action

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.view.hasFocus()
        edge = "blue" if focused else "surface" if self._is_bare else "border"
        painter.setPen(QPen(QColor(getattr(self.colors, edge)), 1.0))
        painter.setBrush(QColor(self.colors.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8.0, 8.0)
        painter.end()
