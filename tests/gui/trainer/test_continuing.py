"""Start goes on with a network that was trained or opened, and says beforehand where it would begin anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.data import open_data_set
from core.training.events import SettingChanged
from core.training.session import TrainingSession
from gui.document.change import State
from gui.document.network_on_table import NetworkOnTable
from gui.trainer.trainer import Trainer
from tests.gui.trainer.runs import ENDLESS, SHORT, document_of, until, until_ended, until_running


@pytest.fixture
def trained(qtbot: QtBot, trainer: Trainer) -> Trainer:
    """The trainer after a run of three epochs, 60 iterations."""
    until_ended(qtbot, trainer, trainer.start)
    return trainer


def test_start_counts_on_in_the_same_run_as_if_it_had_never_stopped(qtbot: QtBot, trained: Trainer) -> None:
    assert trained.continued is not None
    until_ended(qtbot, trained, trained.start)
    (run,) = trained.document.runs
    assert (run.outcome, run.total_iterations, run.log.last_iteration) == ("completed", 120, 120)
    whole = TrainingSession(
        replace(SHORT, training=replace(SHORT.training, length=6)), open_data_set("xor", SHORT.training.seed)
    )
    list(whole.events())
    assert run.checkpoint is not None
    assert run.log.losses.tolist() == whole.losses.tolist()
    for name, array in whole.network.params.items():
        assert np.array_equal(run.checkpoint.parameters[name], array), name
    assert [seen.iteration for seen in run.log.evaluations] == [0, 20, 40, 60, 80, 100, 120]


def test_a_stopped_run_can_be_continued(qtbot: QtBot, qapp: object) -> None:
    trainer = Trainer(NetworkOnTable(document_of(ENDLESS)))
    until_running(qtbot, trainer, trainer.start)
    stopped = until_ended(qtbot, trainer, trainer.stop).iteration
    trainer.document.edit_training(replace(ENDLESS.training, length=1), "Length")
    until_ended(qtbot, trainer, trainer.start)
    (run,) = trainer.document.runs
    assert run.outcome == "completed"
    assert run.log.last_iteration == stopped + 20
    assert trainer.shutdown()


def test_settings_that_were_edited_apply_from_there_and_are_marked(qtbot: QtBot, trained: Trainer) -> None:
    optimizer = replace(SHORT.training.optimizer, learning_rate=0.05)
    trained.document.edit_training(replace(SHORT.training, optimizer=optimizer), "Rate")
    until_ended(qtbot, trained, trained.start)
    (run,) = trained.document.runs
    assert run.log.changes == [SettingChanged(61, "learning_rate", 0.1, 0.05)]
    assert run.in_force(60).optimizer.learning_rate == 0.1
    assert run.in_force(61).optimizer.learning_rate == 0.05


def test_one_iteration_more_is_one_iteration_more(qtbot: QtBot, trained: Trainer) -> None:
    until(qtbot, trained, State.PAUSED, trained.step)
    (run,) = trained.document.runs
    assert run.log.last_iteration == 61
    until_ended(qtbot, trained, trained.stop)


@pytest.mark.parametrize("edit", ["network", "seed"])
def test_another_network_or_seed_makes_it_a_new_run(qtbot: QtBot, trained: Trainer, edit: str) -> None:
    document = trained.document
    document.path = Path("good.blab")
    if edit == "network":
        layers = (replace(SHORT.network.layers[0], units=16), *SHORT.network.layers[1:])
        document.edit_network(SHORT.network.with_layers(layers), "Units")
    else:
        document.edit_training(replace(SHORT.training, seed=7), "Seed")
    assert trained.continued is None
    until_ended(qtbot, trained, trained.start)
    first, second = document.runs
    assert (first.log.last_iteration, second.log.last_iteration) == (60, 60)
    assert first.checkpoint is not None
    # The file holds the network of the first run: what is saved now is not to replace it.
    assert document.path is None


def test_new_weights_begin_a_new_run_with_an_untitled_document(qtbot: QtBot, trained: Trainer) -> None:
    trained.document.path = Path("good.blab")
    trained.new_weights(same_seed=True)
    assert trained.continued is None
    until_ended(qtbot, trained, trained.start)
    first, second = trained.document.runs
    assert first.log.losses.tolist() == second.log.losses.tolist()
    assert trained.document.path is None


def test_an_opened_network_goes_on_and_keeps_its_file(qtbot: QtBot, trained: Trainer) -> None:
    held = trained.document.runs[0].checkpoint
    assert held is not None
    trained.document.open(Path("good.blab"), held)
    assert trained.state is State.ENDED
    until_ended(qtbot, trained, trained.start)
    (run,) = trained.document.runs
    assert run.log.last_iteration == 120
    assert trained.document.path == Path("good.blab")
    assert trained.document.has_unsaved_network


def test_a_run_that_cannot_be_continued_keeps_its_network(qtbot: QtBot, qapp: object) -> None:
    def fail(*_: object, **__: object) -> TrainingSession:
        raise RuntimeError("no memory")

    trainer = Trainer(NetworkOnTable(document_of(SHORT)), continue_session=fail)
    until_ended(qtbot, trainer, trainer.start)
    held = trainer.document.runs[0].checkpoint
    assert until_ended(qtbot, trainer, trainer.start).outcome == "failed"
    assert trainer.document.runs[0].checkpoint is held
    assert trainer.shutdown()


@pytest.fixture
def trainer(qapp: object) -> Iterator[Trainer]:
    made = Trainer(NetworkOnTable(document_of(SHORT)))
    yield made
    assert made.shutdown()
