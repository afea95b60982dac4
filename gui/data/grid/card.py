"""The card in the middle: the grid, or for points the plane or their table, or what stands in its place while
there is nothing to show; above it the three sizes and the way from mistake to mistake."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QToolButton, QWidget

from core.inspection.surface import is_plane
from gui.data import image_texts
from gui.data.grid.cells import SIZES, SizeName
from gui.data.grid.table import ExamplesTable
from gui.data.grid.view import GridView
from gui.data.model.change import DataChange
from gui.data.model.model import DataModel
from gui.data.plane.page import PlanePage
from gui.language.messages import sentence
from gui.look.icons import Icons
from gui.widgets.card import Card
from gui.widgets.empty_state import EmptyState
from gui.widgets.layouts import Space, column_of, holding, row_of, stack_of
from gui.widgets.roles import set_role, set_tip, with_role
from gui.widgets.translated import Translated


class GridCard(Translated, Card):
    """`data_asked`: there are no data, and the person wants to choose others."""

    data_asked = Signal()

    def __init__(self, model: DataModel, icons: Icons, parent: QWidget | None = None) -> None:
        self._tools = QWidget()
        super().__init__("", self._tools, parent)
        self._model = model
        self.view = GridView(model, icons.theme)
        self.table = ExamplesTable(model, icons.theme)
        self.plane = PlanePage(model, icons.theme)
        self.empty = EmptyState(icons, "data")
        self.previous = QToolButton()
        self.next = QToolButton()
        self.sizes: dict[SizeName, QToolButton] = {name: QToolButton() for name in SIZES}
        self.as_points, self.as_table = QToolButton(), QToolButton()
        self._mistakes = with_role(QLabel(), "small")
        self._no_images = with_role(QLabel(wordWrap=True), "muted")
        self._build(icons)
        self._connect()
        self._retranslate()

    def _build(self, icons: Icons) -> None:
        for button, icon in ((self.previous, "chevron-left"), (self.next, "chevron-right")):
            set_role(button, "plain")
            icons.bind(button, icon, "muted")
        line = row_of(self.previous, self._mistakes, self.next, Space(16), spacing=2)
        self._tools.setLayout(line)
        self._group = QButtonGroup(self, exclusive=True)
        for button in self.sizes.values():
            set_role(button, "plain")
            button.setCheckable(True)
            self._group.addButton(button)
            line.addWidget(button)
        self.sizes[self.view.size_name].setChecked(True)
        self._ways = QButtonGroup(self, exclusive=True)
        for button in (self.as_points, self.as_table):
            set_role(button, "plain")
            button.setCheckable(True)
            self._ways.addButton(button)
            line.addWidget(button)
        self.as_points.setChecked(True)
        self._without = holding(column_of(self._no_images, (self.table, 1), spacing=8))
        pages = QWidget()
        self._stack = stack_of(pages, self.view, self.plane, self._without, self.empty)
        self.body.addWidget(pages, 1)
        self.set_margins(16, 6, 8, 8, 4)

    def _connect(self) -> None:
        for name, button in self.sizes.items():
            button.clicked.connect(lambda _checked=False, name=name: self.view.set_size(name))
        self._ways.buttonClicked.connect(self._show)
        self.previous.clicked.connect(self._model.previous_mistake)
        self.next.clicked.connect(self._model.next_mistake)
        self.empty.triggered.connect(self._on_empty)
        self._model.changed.connect(self._on_changed)

    def _on_changed(self, what: DataChange) -> None:
        if what & (DataChange.SPLIT | DataChange.ORDER | DataChange.PREDICTIONS):
            self._show()

    def _on_empty(self) -> None:
        if self._model.data is None:
            self.data_asked.emit()
        else:
            self._model.clear_filter()

    def _show(self) -> None:
        model = self._model
        self.set_title(image_texts.split_title(model))
        has_images, has_points = model.has_images, is_plane(model.data)
        if model.data is None or not len(model.order):
            self._stack.setCurrentWidget(self.empty)
            self.empty.set_texts(*self._empty_texts())
        elif has_images:
            self._stack.setCurrentWidget(self.view)
        elif has_points and self.as_points.isChecked():
            self._stack.setCurrentWidget(self.plane)
        else:
            self._stack.setCurrentWidget(self._without)
            self._no_images.setText(self._table_text())
        # Its keys are those of what is seen.
        seen = self._stack.currentWidget()
        self.setFocusProxy(
            self.plane.figure.view
            if seen is self.plane
            else self.table
            if seen is self._without
            else self.view
        )
        for button in self.sizes.values():
            button.setVisible(has_images)
        for button in (self.as_points, self.as_table):
            button.setVisible(has_points)
        predictions = model.predictions
        any_wrong = predictions is not None and bool((~predictions.right[model.order]).any())
        self.previous.setEnabled(any_wrong)
        self.next.setEnabled(any_wrong)
        self._mistakes.setEnabled(any_wrong)
        shown = image_texts.counts(model)
        self.view.setAccessibleName(f"{self.title()}, {shown}")
        self.table.setAccessibleName(f"{self.title()}, {shown}")

    def _empty_texts(self) -> tuple[str, str, str]:
        model = self._model
        if model.data is not None:
            return (
                self.tr("Nothing matches the filter"),
                self.tr("None of the {total} fulfils all conditions of the filter.").format(
                    total=f"{len(model.examples or ()):,}"
                ),
                self.tr("Clear the filter"),
            )
        error = model.document.data_error
        if error is None:
            return self.tr("The data are being read …"), self.tr("They will be here in a moment."), ""
        return self.tr("There are no data to look at"), sentence(error), self.tr("Choose other data")

    def _table_text(self) -> str:
        examples = self._model.examples
        assert examples is not None
        values = examples.x.shape[1]
        if examples.t.ndim == 1:
            text = self.tr("These examples are not images: each is a row of {values} numbers with a label.")
        else:
            text = self.tr("These examples are not images: each is a row of {values} numbers with targets.")
        return text.format(values=values)

    def _retranslate(self) -> None:
        texts: dict[SizeName, tuple[str, str]] = {
            "small": (self.tr("small"), self.tr("Small images: the most on a page")),
            "medium": (self.tr("medium"), self.tr("Images pixel by pixel")),
            "large": (self.tr("large"), self.tr("Images at twice their size, fewer on a page")),
        }
        for size, (text, tip) in texts.items():
            self.sizes[size].setText(text)
            set_tip(self.sizes[size], tip)
        self.as_points.setText(self.tr("points"))
        set_tip(self.as_points, self.tr("The examples as points, over what the network makes of the plane"))
        self.as_table.setText(self.tr("table"))
        set_tip(self.as_table, self.tr("The examples line by line, with their numbers"))
        self._mistakes.setText(self.tr("mistake"))
        for button, name, tip in (
            (
                self.previous,
                self.tr("Previous mistake"),
                self.tr("The previous image that is predicted wrong, among those shown (P)"),
            ),
            (
                self.next,
                self.tr("Next mistake"),
                self.tr("The next image that is predicted wrong, among those shown (N)"),
            ),
        ):
            button.setAccessibleName(name)
            set_tip(button, tip)
        self.table.retranslate()
        self.view.setWhatsThis(
            self.tr(
                "The images, page by page: a click or the arrow keys choose one, a right click acts on it."
            )
        )
        self.table.setWhatsThis(self.tr("The examples, a line each: a click or the arrow keys choose one."))
        self._show()
