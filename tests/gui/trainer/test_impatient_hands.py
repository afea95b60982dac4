"""Impatient hands: whatever is pressed, in whatever order and haste, each run ends once and its log is what
its session reported."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from core.data import DataSet, open_data_set
from core.nn.spec import LayerSpec, NetworkSpec
from core.training.config import Experiment, TrainingConfig
from gui.document.document import Document
from gui.document.network_on_table import NetworkOnTable
from gui.document.report import Ending
from gui.document.sources import Answer
from gui.trainer.trainer import State, Trainer
from tests.gui.trainer.runs import change, ears

SPEC = NetworkSpec(2, (LayerSpec("affine", 4), LayerSpec("relu"), LayerSpec("affine", 2)))
EXPERIMENT = Experiment(SPEC, TrainingConfig("xor", batch_size=200, length=3))
"""30 iterations, an epoch every ten: short enough to be completed now and then."""

PRESSES = 80

answers: list[Answer] = []

ACTIONS: dict[str, Callable[[Trainer], object]] = {
    "start": Trainer.start,
    "pause": Trainer.pause,
    "resume": Trainer.resume,
    "step": Trainer.step,
    "epoch": Trainer.epoch,
    "stop": Trainer.stop,
    "same weights": lambda trainer: trainer.new_weights(same_seed=True),
    "new weights": lambda trainer: trainer.new_weights(same_seed=False),
    "rate": lambda trainer: change(
        trainer, "learning_rate", trainer.document.experiment.training.optimizer.learning_rate * 0.9
    ),
    "undo": lambda trainer: trainer.document.undo_stack.undo(),
    "look": lambda trainer: trainer.table.want_weights(True),
    "copy": lambda trainer: trainer.table.request(answers.append),
}


@pytest.fixture(scope="module")
def data() -> DataSet:
    return open_data_set("xor")


class Worker(QObject):
    """Whatever the thread of a trainer tells."""

    told = Signal()

    def __init__(self, trainer: Trainer) -> None:
        super().__init__()
        self._trainer = trainer
        ears(trainer).published.connect(self.told)
        ears(trainer).state_changed.connect(self.told)

    def let_tell(self, qtbot: QtBot) -> None:
        """Wait for its next word, where one will come."""
        if self._trainer.is_training and self._trainer.state is not State.PAUSED:
            with qtbot.waitSignal(self.told):
                pass

    def let_end(self, qtbot: QtBot) -> None:
        if self._trainer.is_training:
            with qtbot.waitSignal(ears(self._trainer).ended):
                self._trainer.stop()


@pytest.fixture
def trainer(qapp: object, data: DataSet, monkeypatch: pytest.MonkeyPatch) -> Iterator[Trainer]:
    monkeypatch.setattr("gui.trainer.worker.PUBLISH_EVERY_S", 0.0)
    document = Document(EXPERIMENT)
    document.set_data(data)
    made = Trainer(NetworkOnTable(document))
    yield made
    assert made.shutdown()


@pytest.mark.parametrize("seed", range(16))
def test_no_order_of_presses_loses_or_invents_anything(qtbot: QtBot, trainer: Trainer, seed: int) -> None:
    rng = np.random.default_rng(seed)
    worker = Worker(trainer)
    endings: list[Ending] = []
    states: list[State] = []
    ears(trainer).ended.connect(endings.append)
    ears(trainer).state_changed.connect(states.append)
    answers.clear()
    names = rng.choice([*ACTIONS], PRESSES)
    for name in names:
        ACTIONS[name](trainer)
        for _ in range(rng.integers(4)):
            worker.let_tell(qtbot)
    worker.let_end(qtbot)

    document = trainer.document
    assert len(answers) == np.count_nonzero(names == "copy")
    # A run that is continued ends more than once; what it is by now is what its last ending said.
    last = {ending.run_id: ending for ending in endings}
    assert [*last] == [run.id for run in document.runs]
    assert trainer.state is (State.IDLE if document.current_run is None else State.ENDED)
    assert all(before is not after for before, after in itertools.pairwise(states))
    for run, ending in zip(document.runs, last.values(), strict=True):
        assert run.outcome == ending.outcome
        assert ending.outcome in ("completed", "stopped")
        assert run.checkpoint is not None
        assert run.log.last_iteration == ending.iteration
        assert run.log.losses.tolist() == run.checkpoint.losses.tolist()
        assert run.log.evaluations == list(run.checkpoint.evaluations)
        details = [detail.iteration for detail in run.log.details]
        assert details == sorted(set(details))
        if ending.outcome == "completed":
            assert ending.iteration == run.total_iterations
