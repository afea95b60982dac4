"""Runs of a trainer on XOR, short and endless, and waits for what it tells. Not a test itself."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from core.data import open_data_set
from core.nn.spec import LayerSpec, NetworkSpec
from core.training.config import Experiment, TrainingConfig
from gui.document.document import Document
from gui.document.report import Ending, Report
from gui.trainer.trainer import State, Trainer

SPEC = NetworkSpec(2, (LayerSpec("affine", 8), LayerSpec("relu"), LayerSpec("affine", 2)))

SHORT = Experiment(SPEC, TrainingConfig("xor", batch_size=100, length=3))
"""Three epochs of 20 iterations."""

ENDLESS = Experiment(SPEC, TrainingConfig("xor", batch_size=100, length=1_000_000))


def document_of(experiment: Experiment) -> Document:
    """With its data."""
    document = Document(experiment)
    document.set_data(open_data_set("xor"))
    return document


def until(qtbot: QtBot, trainer: Trainer, state: State, do: Callable[[], None]) -> None:
    """Do it, and wait for that state."""
    with qtbot.waitSignal(trainer.state_changed, check_params_cb=lambda now: now is state):
        do()


def until_running(qtbot: QtBot, trainer: Trainer, do: Callable[[], None]) -> None:
    """Do it, and wait until iterations arrive."""

    def has_iterations(report: Report) -> bool:
        return len(report.iterations) > 0

    with qtbot.waitSignal(trainer.published, check_params_cb=has_iterations):
        do()


def until_published(qtbot: QtBot, trainer: Trainer, do: Callable[[], object]) -> Report:
    """Do it, and wait for the next report."""
    with qtbot.waitSignal(trainer.published) as published:
        do()
    assert published.args is not None
    report: Report = published.args[0]
    return report


def until_ended(qtbot: QtBot, trainer: Trainer, do: Callable[[], None]) -> Ending:
    """Do it, and wait for how the run ends."""
    with qtbot.waitSignal(trainer.ended) as ended:
        do()
    assert ended.args is not None
    ending: Ending = ended.args[0]
    return ending
