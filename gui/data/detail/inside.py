"""What one example does inside a network: the values of each layer, and what its strongest units look for."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from core.inspection.activations import LayerActivation, StrongUnits
from gui.data.detail.strips import LayerStrips
from gui.data.detail.units import UnitPictures
from gui.look.theme import Theme
from gui.widgets.images.signed_scale import SignedScale
from gui.widgets.layouts import column_of
from gui.widgets.roles import set_tip, with_role
from gui.widgets.translated import Translated


class InsidePage(Translated, QWidget):
    """Strips and units under quiet headings; the units only where inputs are images."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strips = LayerStrips(theme)
        self.units = UnitPictures(theme)
        self.scale = SignedScale(theme)
        self._units_title = with_role(QLabel(wordWrap=True), "heading")
        self.setLayout(column_of(self.strips, self._units_title, self.scale, self.units, spacing=4))
        self._retranslate()

    def show_inside(
        self, layers: tuple[LayerActivation, ...], units: StrongUnits | None, shape: tuple[int, int] | None
    ) -> None:
        self.strips.set_layers(layers)
        fits = shape is not None and units is not None and units.weights.shape[1] == shape[0] * shape[1]
        self.units.set_units(units if fits else None, shape or (1, 1))
        self.scale.show_limit(self.units.limit)
        for part in (self._units_title, self.scale, self.units):
            part.setVisible(fits)

    def _retranslate(self) -> None:
        self._units_title.setText(self.tr("What the strongest units of the first layer look for"))
        self.strips.setAccessibleName(self.tr("Values of each layer"))
        self.units.setAccessibleName(self._units_title.text())
        set_tip(
            self.units,
            self.tr(
                "The weights of each unit as an image: purple where ink raises the unit's value, green "
                "where ink lowers it. The number below is what the unit gives for this image."
            ),
        )
