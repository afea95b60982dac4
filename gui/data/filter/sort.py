"""The order of the examples: by which figure, and whether the smallest or the largest comes first."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QToolButton, QWidget

from core.inspection.filtering import SORT_KEYS, Order, SortKey
from gui.data.model.model import DataModel
from gui.look.icons import Icons
from gui.widgets.layouts import row_of
from gui.widgets.roles import set_tip
from gui.widgets.translated import Translated


class SortField(Translated, QWidget):
    """`key` has all figures; what cannot be sorted by now cannot be chosen."""

    def __init__(self, model: DataModel, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._icons = icons
        self.key = QComboBox()
        self.direction = QToolButton()
        self.key.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.key.setMinimumContentsLength(6)
        self.setLayout(row_of((self.key, 1), self.direction, spacing=6))
        self.key.activated.connect(self._on_key)
        self.direction.clicked.connect(self._on_direction)
        self._retranslate()

    def _on_key(self, place: int) -> None:
        key: SortKey = self.key.itemData(place)
        self._model.set_sorting(replace(self._model.sorting, key=key))

    def _on_direction(self) -> None:
        sorting = self._model.sorting
        self._model.set_sorting(replace(sorting, descending=not sorting.descending))

    def show_sorting(self, can_predict: bool) -> None:
        """Show what the model says. `can_predict`: there are predictions, or there will be."""
        sorting, data = self._model.sorting, self._model.data
        is_classes = data is not None and data.is_classification
        self.key.setCurrentIndex(max(self.key.findData(sorting.key), 0))
        items = self.key.model()
        for place, key in enumerate(SORT_KEYS):
            usable = not Order(key).needs_predictions or can_predict
            usable = usable and (key == "index" or is_classes)
            items.item(place).setEnabled(usable)  # type: ignore[attr-defined]
        name = (
            self.tr("Descending: largest first")
            if sorting.descending
            else self.tr("Ascending: smallest first")
        )
        if name != self.direction.accessibleName():
            self._icons.bind(self.direction, "arrow-down" if sorting.descending else "arrow-up")
        self.direction.setAccessibleName(name)
        set_tip(self.direction, self.tr("{direction}. Click to reverse the order.").format(direction=name))
        self.key.setEnabled(data is not None)
        self.direction.setEnabled(data is not None)

    def _retranslate(self) -> None:
        names: dict[SortKey, str] = {
            "index": self.tr("index"),
            "label": self.tr("label"),
            "prediction": self.tr("prediction"),
            "confidence": self.tr("confidence"),
            "loss": self.tr("loss"),
        }
        self.key.clear()
        for key in SORT_KEYS:
            self.key.addItem(names[key], key)
        self.show_sorting(self._model.problem is None and self._model.data is not None)
