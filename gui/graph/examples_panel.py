"""The list of examples, in groups. A ✓ stands beside those whose numbers, traced live, are the book's."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from core.errors import translatable
from core.graph.examples import EXAMPLES
from gui.graph.model.change import GraphChange
from gui.graph.model.model import GraphModel
from gui.language.texts import translate
from gui.look import fonts
from gui.look.icons import Icons
from gui.widgets.card import Card
from gui.widgets.translated import Translated

GROUPS = (
    (
        translatable("GraphExamples", "Arithmetic"),
        ("apple", "apple-orange", "add", "multiply", "reused-value"),
    ),
    (
        translatable("GraphExamples", "Functions"),
        ("relu", "sigmoid", "sigmoid-parts", "tanh", "softmax", "softmax-naive"),
    ),
    (
        translatable("GraphExamples", "Losses"),
        ("cross-entropy", "mean-squared-error", "softmax-with-loss"),
    ),
    (
        translatable("GraphExamples", "Networks"),
        (
            "neuron",
            "xor-gates",
            "affine",
            "three-layer",
            "simple-net",
            "simple-net-notes",
            "two-layer-mnist",
        ),
    ),
)
# An example has a name, and a heading a title.
NAME, MATCHES, TITLE = (Qt.ItemDataRole.UserRole + number for number in range(3))
ROW, HEADING = 25, 27
SIGN = 14

Index = QModelIndex | QPersistentModelIndex


class ExamplesPanel(Translated, Card):
    """A click, or an arrow key, shows an example."""

    def __init__(self, model: GraphModel, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._model = model
        self.list = QListWidget()
        self.list.setItemDelegate(_Delegate(icons, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(False)
        self.list.setMouseTracking(True)
        self._items: dict[str, QListWidgetItem] = {}
        self._headings: list[QListWidgetItem] = []
        self._fill()
        self.body.addWidget(self.list)
        self.set_margins(8, 12, 4, 4)
        self.list.currentItemChanged.connect(self._on_current)
        self.list.itemClicked.connect(self._on_clicked)
        model.changed.connect(self._on_changed)
        self._retranslate()

    def _fill(self) -> None:
        grouped = {name for _, names in GROUPS for name in names}
        others = tuple(name for name in EXAMPLES if name not in grouped)
        groups = [*GROUPS, (translatable("GraphExamples", "Others"), others)]
        for title, names in groups:
            if not names:
                continue
            heading = QListWidgetItem()
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            heading.setData(TITLE, title)
            self._headings.append(heading)
            self.list.addItem(heading)
            for name in names:
                item = QListWidgetItem()
                item.setData(NAME, name)
                self._items[name] = item
                self.list.addItem(item)

    def item(self, name: str) -> QListWidgetItem:
        return self._items[name]

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._model.show_example(item.data(NAME))

    def _on_clicked(self, item: QListWidgetItem) -> None:
        """A click on the example that is marked draws it again: from its first step, with its own values."""
        if item.data(NAME) is None:
            return
        if self._model.subject.key != item.data(NAME) or self._model.edited or self._model.position:
            self._model.show_example(item.data(NAME))

    def _on_changed(self, what: GraphChange) -> None:
        if what & (GraphChange.SUBJECT | GraphChange.BOOK):
            self._show()

    def _show(self) -> None:
        """Which example is drawn, and which are the book's."""
        self.list.blockSignals(True)
        item = self._items.get(self._model.subject.key)
        if item is not None:
            self.list.setCurrentItem(item)
        elif self._model.subject.kind != "output":
            self.list.setCurrentRow(-1)
        self.list.blockSignals(False)
        for name, checks in self._model.book.of.items():
            if self._items[name].data(MATCHES) is None:
                self._items[name].setData(MATCHES, all(check.matches for check in checks))
                self._describe(name)

    def _retranslate(self) -> None:
        self.set_title(self.tr("Examples"))
        self.list.setAccessibleName(self.tr("Examples"))
        self.list.setWhatsThis(
            self.tr(
                "The graphs of the book and others. The marked one is drawn; ✓ says that the book agrees."
            )
        )
        for heading in self._headings:
            heading.setText(translate("GraphExamples", heading.data(TITLE)))
        for name, item in self._items.items():
            item.setText(translate("examples", EXAMPLES[name].title))
            self._describe(name)

    def _describe(self, name: str) -> None:
        item = self._items[name]
        description = translate("examples", EXAMPLES[name].description)
        matches = item.data(MATCHES)
        if matches is not None:
            said = self.tr("matches the book") if matches else self.tr("does not match the book")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}, {said}")
            description = f"{description} ({said})"
        item.setToolTip(f"<qt>{description}</qt>")


class _Delegate(QStyledItemDelegate):
    """A heading in small letters; an example with its sign at the right end."""

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = icons

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        is_heading = not index.flags() & Qt.ItemFlag.ItemIsEnabled
        # The height comes from here, the width from the list.
        return QSize(40, (HEADING if index.row() else HEADING - 6) if is_heading else ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if not index.flags() & Qt.ItemFlag.ItemIsEnabled:
            painter.save()
            painter.setFont(fonts.font(fonts.SMALL, bold=True))
            painter.setPen(self._icons.theme.color("muted"))
            rect = option.rect.adjusted(8, 0, -4, -4)
            text = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideRight, rect.width())
            painter.drawText(rect, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, text)
            painter.restore()
            return
        matches = index.data(MATCHES)
        rect = option.rect
        super().paint(painter, option, index)
        if matches is not None:
            name, color = ("circle-check", "green") if matches else ("circle-x", "vermilion")
            y = rect.y() + (rect.height() - SIGN) / 2
            self._icons.paint(painter, name, QRectF(rect.right() - SIGN - 7, y, SIGN, SIGN), color)

    def initStyleOption(  # noqa: N802
        self, option: QStyleOptionViewItem, index: Index
    ) -> None:
        super().initStyleOption(option, index)
        room = option.rect.width() - 16 - (SIGN + 6 if index.data(MATCHES) is not None else 0)
        text = index.data() or ""
        option.text = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
