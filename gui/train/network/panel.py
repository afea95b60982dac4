"""The network of the document, to be edited: preset, layers, number of parameters.

Every edit is a command of the document; what is shown follows the document's signals and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton, QWidget

from core.errors import SpecError
from core.nn.spec import NetworkSpec
from core.training.presets import PRESETS
from gui.document.change import Change
from gui.document.network_on_table import NetworkOnTable
from gui.language.numbers import count, data_size
from gui.language.texts import translate
from gui.look.icons import Icons
from gui.train import terms
from gui.train.network import layer_edits
from gui.train.network.layer_list import LayerList
from gui.train.network.layer_row import RowAction
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.fields.choice import Choice
from gui.widgets.layouts import column_of, row_of, scrolled
from gui.widgets.roles import set_tip, with_role
from gui.widgets.translated import Translated

HIDDEN = "hidden"
"""The first choice for a new layer, which is two: an Affine layer and its activation."""
BYTES_PER_VALUE = 4  # float32
ARROW_WIDTH = 28  # of the button that has no text


class NetworkPanel(Translated, QWidget):
    """`refusal_changed` when a text that is not a number came or went: it keeps a run from being started.
    `apply_preset` is called with the name of a preset that a person chose."""

    refusal_changed = Signal()

    def __init__(
        self,
        table: NetworkOnTable,
        apply_preset: Callable[[str], None],
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._table = table
        self._document = table.document
        self._apply_preset = apply_preset
        self.title = with_role(ElidedLabel(), "heading")
        self.preset = Choice(characters=8)
        self.layers = LayerList(icons)
        self.hidden_button = with_role(QPushButton(), "plain")
        icons.bind(self.hidden_button, "plus", "muted")
        self.add_button = with_role(
            QToolButton(popupMode=QToolButton.ToolButtonPopupMode.InstantPopup), "plain"
        )
        self.add_button.setFixedWidth(ARROW_WIDTH)
        self.add_menu = QMenu(self.add_button, toolTipsVisible=True)
        self.add_button.setMenu(self.add_menu)
        self.total = with_role(ElidedLabel(), "small")

        header = row_of((self.title, 1), (self.preset, 5))
        footer = row_of(self.hidden_button, self.add_button, (self.total, 1), spacing=0)
        self.total.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.area = scrolled(self.layers, parent=self)
        self.setLayout(column_of(header, self.area, footer, spacing=8))
        self._connect()
        self._retranslate()

    @property
    def refusal(self) -> str:
        """Why the layers as written cannot be trained, beyond what the document knows."""
        return self.layers.refusal

    def _connect(self) -> None:
        self.preset.chosen.connect(self._on_preset)
        self.layers.size_entered.connect(self._on_size)
        self.layers.layer_changed.connect(self._on_layer_changed)
        self.layers.loss_changed.connect(self._on_loss_changed)
        self.layers.asked.connect(self._on_asked)
        self.layers.moved.connect(self._on_moved)
        self.layers.fit_asked.connect(self._on_fit)
        self.layers.refusals_changed.connect(self.refusal_changed)
        self.layers.edited.connect(self._document.end_gesture)
        self.hidden_button.clicked.connect(lambda: self.add(HIDDEN))
        self.add_menu.triggered.connect(lambda action: self.add(str(action.data())))
        self._table.changed.connect(self._on_changed)

    def _on_changed(self, what: Change) -> None:
        if what & (Change.EXPERIMENT | Change.DATA):
            self._show()
        elif Change.PROBLEMS in what:
            self._show_problems()
        if what & (Change.EXPERIMENT | Change.NETWORK | Change.STATE):
            self._show_title()

    # Edits

    def _on_preset(self, name: str) -> None:
        # Whoever applies it may ask first, and the answer may be no: until then the old one stands.
        self._apply_preset(name)
        self._show_preset()

    def add(self, kind: str) -> None:
        """A new layer after the marked one, and before the last Affine layer. It becomes the marked one."""
        spec, marked = self._spec, self.layers.marked_index
        if kind == HIDDEN:
            index = layer_edits.hidden_place(spec, marked)
            layers = layer_edits.hidden_layer(spec, index)
            self._edit(layer_edits.insert(spec, index, *layers), self.tr("Add a hidden layer"))
        else:
            index = layer_edits.new_place(spec, marked)
            layer = layer_edits.new_layer(kind, spec, index)
            self._edit(
                layer_edits.insert(spec, index, layer),
                self.tr("Add {layer}"),
                layer=terms.layer_text(layer.title),
            )
        self.layers.select(index)

    def _on_fit(self) -> None:
        data = self._document.data
        if data is not None:
            self._edit(self._spec.fitted(data.input_size, data.classes), self.tr("Fit to the data"))

    def _on_size(self, size: int) -> None:
        self._edit(replace(self._spec, input_size=size), self.tr("Size of the input"), "input")

    def _on_layer_changed(self, index: int, settings: dict[str, Any], field: str) -> None:
        spec = layer_edits.change(self._spec, index, **settings)
        name = terms.layer_name(self._spec.layer_names[index])
        self._edit(
            spec, self.tr("Change {layer}"), f"{index} {field}" if field == "units" else "", layer=name
        )

    def _on_loss_changed(self, settings: dict[str, Any]) -> None:
        self._edit(replace(self._spec, loss=replace(self._spec.loss, **settings)), self.tr("Change the loss"))

    def _on_asked(self, index: int, what: RowAction) -> None:
        spec = self._spec
        name = terms.layer_name(spec.layer_names[index])
        match what:
            case "remove":
                self._edit(layer_edits.remove(spec, index), self.tr("Remove {layer}"), layer=name)
                self.layers.select(min(index, len(self._spec.layers)))
            case "duplicate":
                self._edit(layer_edits.duplicate(spec, index), self.tr("Duplicate {layer}"), layer=name)
                self.layers.select(index + 1)
            case "up":
                self._on_moved(index, index - 1)
            case "down":
                self._on_moved(index, index + 1)

    def _on_moved(self, index: int, to: int) -> None:
        if not 0 <= to < len(self._spec.layers):
            return
        name = terms.layer_name(self._spec.layer_names[index])
        self._edit(layer_edits.move(self._spec, index, to), self.tr("Move {layer}"), layer=name)
        self.layers.select(to)

    @property
    def _spec(self) -> NetworkSpec:
        return self._document.experiment.network

    def _edit(self, spec: NetworkSpec, label: str, merge_key: str = "", **names: str) -> None:
        self._document.edit_network(spec, label.format(**names), f"network {merge_key}" if merge_key else "")

    # What is shown

    def _show(self, *_: object) -> None:
        data, spec = self._document.data, self._spec
        self.layers.show_network(spec, data.image_shape if data is not None else None)
        self._show_preset()
        total = spec.parameter_count
        self.total.setText(
            self.tr("Parameters {count} · {size}").format(
                count=count(total), size=data_size(total * BYTES_PER_VALUE)
            )
        )
        self._show_problems()

    def _show_title(self) -> None:
        """Whose layers these are, where another network is being trained meanwhile."""
        running = self._table.experiment.network
        is_next = not self._table.state.is_resting and running != self._spec
        self.title.setText(self.tr("Next run") if is_next else self.tr("Network"))
        units = [layer.units for layer in running.layers if layer.has("units")]
        sizes = "-".join(map(str, [running.input_size, *units]))
        tip = self.tr("These layers are for the next run. The run under way trains another network: {sizes}.")
        set_tip(self.title, tip.format(sizes=sizes) if is_next else "")

    def _show_preset(self) -> None:
        name = self._document.preset_name
        self.preset.show_word(name or "")
        chosen = PRESETS.get(name or "")
        tip = translate("presets", chosen.description) if chosen is not None else ""
        set_tip(
            self.preset,
            tip
            or self.tr("A network of the book or of the study notes, with the training that belongs to it."),
        )

    def _show_problems(self, *_: object) -> None:
        problems = [p for p in self._document.problems if isinstance(p, SpecError)]
        data = self._document.data
        unfit: set[object] = set()
        if data is not None and problems:
            sizes = data.input_size, data.classes
            misfits = self._spec.fit_problems(*sizes, data.title, data.is_classification)
            unfit = {p.fields["row"] for p in misfits if p.fields["field"] != "loss"}
        self.layers.show_problems(problems, unfit)

    def _retranslate(self) -> None:
        self._show_title()
        self.preset.clear()
        for preset in PRESETS.values():
            title = translate("presets", preset.title)
            self.preset.add_word(preset.name, title, translate("presets", preset.description))
        self.preset.setPlaceholderText(self.tr("own network"))
        self.preset.setAccessibleName(self.tr("Preset"))
        self.hidden_button.setText(self.tr("Hidden layer"))
        deeper = self.tr("What makes a network deeper: an Affine layer, and an activation behind it.")
        set_tip(self.hidden_button, deeper)
        self.add_button.setAccessibleName(self.tr("Add a layer"))
        set_tip(
            self.add_button,
            self.tr(
                "Adds a layer of any kind after the marked one, but before the last Affine layer, the "
                "outputs. Drag a row, or press Alt+↑ and Alt+↓, to move it."
            ),
        )
        self.add_menu.clear()
        hidden = self.add_menu.addAction(self.tr("Hidden layer (Affine + ReLU)"))
        hidden.setData(HIDDEN)
        set_tip(hidden, deeper)
        self.add_menu.addSeparator()
        for kind, term in terms.LAYERS.items():
            action = self.add_menu.addAction(term.title)
            action.setData(kind)
            set_tip(action, term.tip)
        set_tip(self.total, self.tr("All numbers that training changes, and the room they take as float32."))
        self._show()
