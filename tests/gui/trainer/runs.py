"""Runs of a trainer on XOR, short and endless, and waits for what it tells. Not a test itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from core.data import open_data_set
from core.nn.spec import LayerSpec, NetworkSpec
from core.training.config import Experiment, TrainingConfig
from core.training.settings import with_settings
from gui.document.change import Change, State
from gui.document.document import Document
from gui.document.report import Ending, Report
from gui.trainer.trainer import Trainer

SPEC = NetworkSpec(2, (LayerSpec("affine", 8), LayerSpec("relu"), LayerSpec("affine", 2)))

SHORT = Experiment(SPEC, TrainingConfig("xor", batch_size=100, length=3))
"""Three epochs of 20 iterations."""

ENDLESS = Experiment(SPEC, TrainingConfig("xor", batch_size=100, length=1_000_000))


def document_of(experiment: Experiment) -> Document:
    """The document of the experiment, with its data."""
    document = Document(experiment)
    document.set_data(open_data_set("xor"))
    return document


class Ears(QObject):
    """What the table of a trainer tells, in signals of the kind that a test waits for."""

    published = Signal(object)  # Report
    ended = Signal(object)  # Ending
    state_changed = Signal(object)  # State
    allowed_changed = Signal(object)  # frozenset[str]

    def __init__(self, trainer: Trainer) -> None:
        super().__init__(trainer)
        self._table = trainer.table
        self._state, self._allowed = trainer.state, trainer.allowed
        self._endings = self._known()
        trainer.table.changed.connect(self._on_changed)

    def _known(self) -> set[Ending]:
        return {run.ending for run in self._table.document.runs if run.ending is not None}

    def _on_changed(self, what: Change) -> None:
        state, allowed, endings = self._table.state, self._table.allowed, self._known()
        if Change.REPORT in what:
            self.published.emit(self._table.report)
        if state is not self._state:
            self._state = state
            self.state_changed.emit(state)
        if allowed != self._allowed:
            self._allowed = allowed
            self.allowed_changed.emit(allowed)
        for ending in endings - self._endings:
            self._endings = endings
            self.ended.emit(ending)


def ears(trainer: Trainer) -> Ears:
    """Those of this trainer, which hear from the first call on."""
    return trainer.findChild(Ears) or Ears(trainer)


def change(trainer: Trainer, name: str, value: float) -> None:
    """Edit one of the live settings on the table, as the form does."""
    config = trainer.document.experiment.training
    changed = with_settings(config, {name: value})
    trainer.document.edit_training(changed, name, name)


def until(qtbot: QtBot, trainer: Trainer, state: State, do: Callable[[], None]) -> None:
    """Do it, and wait for that state."""
    with qtbot.waitSignal(ears(trainer).state_changed, check_params_cb=lambda now: now is state):
        do()


def until_running(qtbot: QtBot, trainer: Trainer, do: Callable[[], None]) -> None:
    """Do it, and wait until iterations arrive."""

    def has_iterations(report: Report) -> bool:
        return report.new > 0

    with qtbot.waitSignal(ears(trainer).published, check_params_cb=has_iterations):
        do()


def until_published(qtbot: QtBot, trainer: Trainer, do: Callable[[], object]) -> Report:
    """Do it, and wait for the next report."""
    with qtbot.waitSignal(ears(trainer).published) as published:
        do()
    assert published.args is not None
    report: Report = published.args[0]
    return report


def until_ended(qtbot: QtBot, trainer: Trainer, do: Callable[[], None]) -> Ending:
    """Do it, and wait for how the run ends."""
    with qtbot.waitSignal(ears(trainer).ended) as ended:
        do()
    assert ended.args is not None
    ending: Ending = ended.args[0]
    return ending
