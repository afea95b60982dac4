"""The panel at the right: the chosen image large, what the network makes of it and why, and the ways on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QTabWidget, QToolButton, QWidget

from core.inspection.activations import layer_activations, strongest_units
from core.nn.network import Network
from core.nn.parameters import Floats
from gui.data import image_texts
from gui.data.detail.bars import OutputBars, Outputs
from gui.data.detail.image import PixelImage
from gui.data.detail.inside import InsidePage
from gui.data.detail.switches import SwitchesPage
from gui.data.detail.units import UNITS_SHOWN
from gui.data.detail.values import ValuesWindow
from gui.data.model.change import DataChange
from gui.data.model.model import DataModel, SplitName
from gui.language.numbers import fixed, number
from gui.look.icons import Icons
from gui.widgets.card import Card
from gui.widgets.flow_layout import FlowRow
from gui.widgets.layouts import Space, Stretch, column_of, holding, keep_place, scrolled
from gui.widgets.roles import Hue, set_hue, set_tip, with_role
from gui.widgets.tab_names import name_tabs
from gui.widgets.translated import Translated

ShowNetwork = Callable[[Network, Floats, int, SplitName, int], None]
"""Takes the network, one example (D,) and its label, and shows them as a graph; the split and the row say
which example it is, −1 for a drawing that is not kept."""

SCROLL_BAR_WIDTH = 10


class DetailPanel(Translated, Card):
    """`follow_asked` names the row of the mistake that is to be followed."""

    follow_asked = Signal(int)

    def __init__(
        self, model: DataModel, icons: Icons, show_network: ShowNetwork, parent: QWidget | None = None
    ) -> None:
        self.values_button = with_role(QToolButton(), "plain")
        super().__init__("", self.values_button, parent)
        theme = icons.theme
        self._model = model
        self._theme = theme
        self._show_network = show_network
        self.image = PixelImage(theme)
        self.readout = with_role(QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True), "muted")
        self.label = with_role(QLabel(), "title")
        self.prediction = with_role(QLabel(), "title")
        self.no_prediction = with_role(QLabel(wordWrap=True), "muted")
        self.bars = OutputBars(theme)
        self.trace = with_role(QPushButton(), "primary")
        self.follow = QPushButton()
        self.delete = QPushButton()
        self.switches = SwitchesPage(model)
        self.inside = InsidePage(theme)
        self._tabs = (self._page(self.switches), self._page(self.inside))
        self.pages = QTabWidget(documentMode=True, elideMode=Qt.TextElideMode.ElideRight)
        self.values_window: ValuesWindow | None = None
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        keep_place(self.values_button)
        for page in self._tabs:
            self.pages.addTab(page, "")
        rule = with_role(QFrame(), "line")
        content = holding(
            column_of(
                (self.image, 1),
                self.readout,
                FlowRow(self.label, self.prediction, spacing=5),
                self.no_prediction,
                self.bars,
                Space(2),
                FlowRow(self.trace, self.follow, self.delete, spacing=8),
                rule,
                self.pages,
                Stretch(0),
                spacing=4,
                margins=(0, 0, SCROLL_BAR_WIDTH, 0),
            )
        )
        self._content = scrolled(content)  # hidden with its bar: of nothing there is nothing to scroll
        keep_place(self._content)  # else the title would stand in the middle
        self.body.addWidget(self._content, 1)
        self.set_margins(16, 6, 6, 12, 4)

    @staticmethod
    def _page(content: QWidget) -> QWidget:
        return holding(column_of(content, Stretch(1), margins=(0, 6, 0, 0)))

    def _connect(self) -> None:
        model = self._model
        self.image.pixel_changed.connect(self._show_pixel)
        self.values_button.clicked.connect(self._on_values)
        self.trace.clicked.connect(self._on_trace)
        self.pages.currentChanged.connect(self._show_inside)
        self.follow.clicked.connect(lambda: self.follow_asked.emit(model.selected))
        model.changed.connect(self._on_changed)

    def _on_changed(self, what: DataChange) -> None:
        if what & (DataChange.SELECTION | DataChange.SPLIT | DataChange.PREDICTIONS | DataChange.NETWORK):
            self._show()

    def _on_values(self) -> None:
        if self.values_window is None:
            self.values_window = ValuesWindow(self._model, self._theme, self)
        self.values_window.show()
        self.values_window.raise_()
        self.values_window.activateWindow()

    def _on_trace(self) -> None:
        model = self._model
        examples, network = model.examples, model.network
        if examples is None or network is None or model.selected < 0:
            return
        label = int(examples.t[model.selected])
        self._show_network(network.copy(), self._input(), label, model.split, model.selected)

    def _input(self) -> Floats:
        """(D,) what the network is given of the chosen example."""
        examples = self._model.examples
        assert examples is not None
        return examples.floats(self._model.selected, self._model.selected + 1)[0]

    # What is shown

    def _show(self) -> None:
        model = self._model
        examples, index = model.examples, model.selected
        exists = examples is not None and 0 <= index < len(examples)
        self._content.setVisible(exists)
        self.values_button.setVisible(exists and model.has_images)
        self.delete.setVisible(model.split == "drawings")
        if not exists or examples is None:
            self.set_title(self.tr("Image"))
            return
        self.set_title(image_texts.title(model, index))
        self.image.setVisible(model.has_images)
        self.image.set_image(model.image(index) if model.has_images else None)
        self._show_pixel()
        self._show_prediction()
        self._show_inside()

    def _show_pixel(self) -> None:
        model, pixel, value = self._model, self.image.pixel, self.image.value()
        examples = model.examples
        if examples is None or not 0 <= model.selected < len(examples):
            return
        if not model.has_images:
            shown = examples.x[model.selected][:8]
            values = ", ".join(number(float(v) * examples.scale) for v in shown)
            more = ", …" if examples.x.shape[1] > len(shown) else ""
            self.readout.setText(f"x = ({values}{more})")
            return
        if pixel is None or value is None:
            self.readout.setText(self.tr("Point at a pixel to read its value."))
            return
        text = self.tr("row {row}, column {column}: {value}").format(
            row=pixel[0], column=pixel[1], value=value if isinstance(value, int) else number(value)
        )
        if isinstance(value, int):
            text += f" → {fixed(value * examples.scale, 4)}"
        self.readout.setText(text)
        self.image.setAccessibleDescription(text)

    def _show_prediction(self) -> None:
        model, index = self._model, self._model.selected
        examples, predictions, data = model.examples, model.predictions, model.data
        assert examples is not None
        assert data is not None
        has_label = examples.t.ndim == 1
        label = int(examples.t[index]) if has_label else -1
        known = predictions is not None and index < len(predictions)
        self.prediction.setVisible(known)
        self.bars.setVisible(known)
        self.no_prediction.setVisible(not known)
        can_trace = known and model.network is not None
        self.trace.setEnabled(can_trace)
        is_wrong = predictions is not None and known and not predictions.right[index]
        self.follow.setEnabled(is_wrong)
        if not has_label:
            targets = ", ".join(number(float(value)) for value in examples.t[index][:8])
            self.label.setText(self.tr("Target ({values})").format(values=targets))
        elif predictions is None or not known:
            self.label.setText(self.tr("Label {label}").format(label=model.class_name(label)))
        if predictions is None or not known:
            self.no_prediction.setText(self._why_no_prediction())
            self.bars.set_outputs(None)
            return
        prediction = int(predictions.predicted[index])
        self.label.setText(self.tr("Label {label}, prediction").format(label=model.class_name(label)))
        self.prediction.setText(f"{model.class_name(prediction)} {'✗' if is_wrong else '✓'}")
        judged: Hue = "vermilion" if is_wrong else "green"
        set_hue(self.prediction, "muted" if model.is_untrained else judged)
        names = tuple(model.class_name(i) for i in range(predictions.classes))
        self.bars.set_outputs(
            Outputs(
                predictions.outputs[index],
                predictions.meaning,
                names,
                label,
                prediction,
                is_quiet=model.is_untrained,
            )
        )

    def _why_no_prediction(self) -> str:
        if self._model.problem is not None or self._model.failure is not None:
            return self.tr("The current network gives no prediction here.")
        return self.tr("The network is predicting …")

    def _show_inside(self) -> None:
        """Only while it is seen: of a deep network this is work for nothing."""
        model = self._model
        network, data = model.network, model.data
        can_show = network is not None and model.predictions is not None and data is not None
        self.pages.setTabEnabled(1, can_show)
        self.pages.setTabVisible(0, model.has_images)
        if network is None or data is None or not can_show:
            self.inside.show_inside((), None, None)
            return
        if self.pages.currentIndex() != 1:
            return
        x = self._input()
        units = strongest_units(network, x, UNITS_SHOWN)
        self.inside.show_inside(layer_activations(network, x), units, data.image_shape)

    def _retranslate(self) -> None:
        self.values_button.setText(self.tr("Values"))
        set_tip(self.values_button, self.tr("Opens a window with every pixel's value as a number."))
        self.trace.setText(self.tr("Trace in the graph"))
        set_tip(
            self.trace,
            self.tr(
                "Opens this image and this network as a graph, to step through it forward and back, "
                "number by number."
            ),
        )
        self.follow.setText(self.tr("Follow this mistake"))
        set_tip(
            self.follow,
            self.tr(
                "For an image that is predicted wrong: the way from its probabilities back to the "
                "weights, and what one update would change."
            ),
        )
        self.delete.setText(self.tr("Delete"))
        set_tip(self.delete, self.tr("Takes the drawing out (Delete). Undo brings it back."))
        self.image.setAccessibleName(self.tr("Image, pixel by pixel"))
        set_tip(self.image, "")
        self.image.setWhatsThis(self.tr("The image, enlarged. Point at a pixel to read its value."))
        self.bars.setAccessibleName(self.tr("Outputs of the network by class"))
        self.bars.setWhatsThis(
            self.tr("How sure the network is of each class; ↑ and ↓ go from class to class.")
        )
        name_tabs(
            self.pages,
            (
                (
                    self._tabs[0],
                    self.tr("As loaded"),
                    self.tr("The arrays that load_mnist makes of this image"),
                ),
                (
                    self._tabs[1],
                    self.tr("Inside the network"),
                    self.tr("What this image does in each layer"),
                ),
            ),
        )
        self._show()
