"""The settings of the training, as a form over the document's `TrainingConfig`.

Every field is one setting by its name (`config_edits`); a mistake stands under the field that it names. In a
run, rate, momentum and weight decay act at once, which the trainer sees to, and the rest on the next run; the
optimizer's other constants are folded away, and fixed while one that was made with them is at work.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from core.errors import ConfigError, DataError, LabError
from core.nn.optimizers import USED_SETTINGS
from gui.document.change import Change, State
from gui.document.network_on_table import NetworkOnTable
from gui.language.messages import sentence
from gui.look.icons import Icons
from gui.train import amounts, terms
from gui.train.form import config_edits
from gui.train.form.data_choice import DataChoice
from gui.train.form.names_edit import NamesEdit
from gui.train.form.texts import FormTexts
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.fields.choice import Choice
from gui.widgets.fields.fold import Fold
from gui.widgets.fields.form_row import FormRow
from gui.widgets.fields.number_edit import NumberEdit
from gui.widgets.layouts import column_of, holding, row_of
from gui.widgets.roles import set_tip, with_role
from gui.widgets.translated import Translated

FIELD_WIDTH = 196
UNITS_WIDTH = 112
GAP = 6
_ORDER = (
    *("data_set", "pixel_max", "class_names"),
    *("optimizer", "learning_rate", "momentum", "constants", *config_edits.CONSTANTS),
    *("batch_size", "sampling", "length"),
    *("schedule", "gamma", "step_epochs", "floor"),
    *("weight_decay", "evaluate_on", "seed"),
)
"""The settings as they stand beneath one another."""
_WHOLE = ("pixel_max", "batch_size", "length", "step_epochs", "evaluate_on", "seed")
"""The numbers that are whole."""
_OTHERS = ("data_set", "class_names", "constants")
_ROW_OF = {"length_unit": "length"}
"""Where the engine names a setting otherwise than the row on which it stands."""


class TrainingPanel(Translated, QWidget):
    """`rows` are the lines of the form by the name of their setting, `fields` what is edited in them."""

    refusal_changed = Signal()

    def __init__(self, table: NetworkOnTable, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._document = table.document
        self.title = with_role(ElidedLabel(), "heading")
        self.note = with_role(ElidedLabel(), "small")
        self.data_set = DataChoice()
        self.class_names = NamesEdit()
        self.constants = Fold(icons)
        self.choices = {name: Choice(characters=4 if name == "length_unit" else 6) for name in terms.CHOICES}
        self.numbers = {
            name: NumberEdit(whole=name in _WHOLE) for name in _ORDER if name not in (*_OTHERS, *self.choices)
        }
        others = {"data_set": self.data_set, "class_names": self.class_names, "constants": self.constants}
        fields = {**self.choices, **self.numbers, **others, "length": self._length()}
        self.rows = {name: FormRow(fields[name], FIELD_WIDTH, self) for name in _ORDER}
        self._build()
        self._connect()
        self._retranslate()

    @property
    def refusal(self) -> str:
        """The first text that is not a number, as a sentence. A field without a meaning does no harm."""
        config = self._document.experiment.training
        shown = (edit for name, edit in self.numbers.items() if config_edits.counts(config, name))
        return next((edit.refusal for edit in shown if edit.refusal), "")

    @property
    def _running(self) -> bool:
        """Whether edits now belong to the next run."""
        return self._table.state in (State.RUNNING, State.PAUSING, State.PAUSED, State.STOPPING)

    def _length(self) -> QWidget:
        """The number and its unit on one line."""
        self.choices["length_unit"].setFixedWidth(UNITS_WIDTH)
        return holding(row_of((self.numbers["length"], 1), self.choices["length_unit"], spacing=4))

    def _build(self) -> None:
        header = row_of(self.title, (self.note, 1))
        self.note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(column_of(header, *self.rows.values(), spacing=GAP))

    def _connect(self) -> None:
        self.data_set.picked.connect(lambda name: self._edit("data_set", name))
        self.class_names.entered.connect(lambda names: self._edit("class_names", names))
        for name, choice in self.choices.items():
            choice.chosen.connect(lambda word, name=name: self._edit(name, word))
        for name, edit in self.numbers.items():
            edit.entered.connect(lambda value, name=name: self._edit(name, value))
            edit.refusal_changed.connect(self._on_refusal_changed)
            edit.editingFinished.connect(self._document.end_gesture)
        self.constants.toggled.connect(self._show_rows)
        self._table.changed.connect(self._on_changed)

    def _on_changed(self, what: Change) -> None:
        if what & (Change.EXPERIMENT | Change.DATA | Change.STATE):
            self._show()
        elif Change.PROBLEMS in what:
            self._show_problems()

    def _edit(self, name: str, value: Any) -> None:
        config = self._document.experiment.training
        if name in self.numbers and name not in _WHOLE:
            value = float(value)
        label = self.tr("Change {setting}").format(setting=self.texts.label(name))
        self._document.edit_training(config_edits.with_value(config, name, value), label, f"training {name}")
        if name not in self.numbers:
            self._document.end_gesture()

    def _on_refusal_changed(self) -> None:
        self._show_problems()
        self.refusal_changed.emit()

    # What is shown

    def _show(self, *_: object) -> None:
        config = self._document.experiment.training
        data = self._document.data
        self.data_set.show_data_set(config.data_set)
        self.class_names.show_names(config.reading.class_names, data.class_names if data is not None else ())
        for name, choice in self.choices.items():
            choice.show_word(config_edits.value_of(config, name))
        for name, edit in self.numbers.items():
            edit.show_value(config_edits.value_of(config, name))
        set_tip(self.choices["optimizer"], self.texts.optimizer_tip(config.optimizer))
        self._show_constants()
        self._show_problems()
        self._show_note()
        self.refusal_changed.emit()  # of the fields that count now

    def _show_rows(self, *_: object) -> None:
        """Those that mean something now, and are not folded away. No mistake can be."""
        config = self._document.experiment.training
        for name, row in self.rows.items():
            is_open = name not in config_edits.CONSTANTS or self.constants.isChecked() or bool(row.error())
            row.setVisible(is_open and config_edits.counts(config, name))

    def _show_constants(self) -> None:
        """What they are, without unfolding them; and whether they can be changed, or why not."""
        optimizer = self._document.experiment.training.optimizer
        self.constants.setText(self.texts.constants(optimizer))
        self.constants.setAccessibleName(f"{self.texts.label('constants')}: {self.constants.text()}")
        for name in config_edits.CONSTANTS:
            row = self.rows[name]
            tip = self.texts.epsilon_tip(optimizer) if name == "epsilon" else self.texts.tip(name)
            row.field.setEnabled(not self._running)
            row.set_label(self.texts.label(name), self.texts.kept_tip() if self._running else tip)

    def _show_problems(self, *_: object) -> None:
        sentences: dict[str, str] = {}
        for problem in self._document.problems:
            sentences.setdefault(_row_of(problem), sentence(problem))
        for name, edit in self.numbers.items():
            if edit.refusal:
                sentences[name] = edit.refusal
        for name, row in self.rows.items():
            row.set_error(sentences.get(name, ""))
        self._show_rows()

    def _show_note(self) -> None:
        """How long the run is in epochs, or, during one, what the form acts on."""
        config, data, run = self._document.experiment.training, self._document.data, self._table.run
        text = ""
        if self._running and run is not None and run.outcome is None:
            text = self._at_once(run.experiment.training.optimizer.kind)
        elif data is None:
            text = self.tr("reading the data…") if self._document.data_error is None else ""
        elif not config.problems():
            per_epoch = config.iterations_per_epoch(len(data.train))
            epochs = config.total_iterations(len(data.train)) / per_epoch
            text = self.tr("{epochs} of {iterations}").format(
                epochs=amounts.epochs(epochs), iterations=amounts.iterations(per_epoch)
            )
        self.note.setText(text)

    def _at_once(self, kind: str) -> str:
        """Which settings the run with this kind of optimizer takes up as they are edited."""
        if kind != self._document.experiment.training.optimizer.kind:
            return self.tr("another optimizer: all on the next run")
        if "momentum" in USED_SETTINGS[kind]:
            return self.tr("at once: rate, momentum, decay; next run: the rest")
        return self.tr("at once: rate, decay; next run: the rest")

    def _retranslate(self) -> None:
        self.texts = FormTexts()
        self.title.setText(self.tr("Training"))
        for name, row in self.rows.items():
            row.set_label(self.texts.label(name), self.texts.tip(name))
        for name, choice in self.choices.items():
            choice.set_terms(terms.CHOICES[name])
        for edit in self.numbers.values():
            edit.retranslate()
        for name in ("length", "length_unit"):
            field = self.numbers.get(name) or self.choices[name]
            field.setAccessibleName(self.texts.label(name))
            set_tip(field, self.texts.tip(name))
        self._show()


def _row_of(problem: LabError) -> str:
    """The name of the row on which a mistake stands; "" for one of the network."""
    if isinstance(problem, DataError):
        return "data_set"
    if isinstance(problem, ConfigError):
        name = str(problem.fields.get("field"))
        return _ROW_OF.get(name, name)
    return ""
