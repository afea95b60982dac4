"""Who asks for the network on the table is answered once, in any ending, and never with one that is gone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from core.data import open_data_set
from core.errors import LabError
from core.training.session import TrainingSession
from gui.document.change import Change, State
from gui.document.document import Document
from gui.document.network_on_table import NetworkOnTable
from gui.document.sources import Answer, Kind, NetworkCopy
from gui.trainer.trainer import Trainer
from tests.gui.trainer.runs import ENDLESS, SHORT, document_of, until, until_ended, until_running


@pytest.fixture
def trainer(qapp: object) -> Iterator[Trainer]:
    made = Trainer(NetworkOnTable(document_of(ENDLESS)))
    yield made
    assert made.shutdown()


def ask(trainer: Trainer) -> list[Answer]:
    answers: list[Answer] = []
    trainer.table.request(answers.append)
    return answers


def only(answers: list[Answer]) -> Answer:
    (answer,) = answers
    return answer


def test_before_a_run_it_is_the_initial_weights(trainer: Trainer) -> None:
    answer = only(ask(trainer))
    assert isinstance(answer, NetworkCopy)
    assert (answer.kind, answer.iteration) == ("initial", 0)
    assert answer.checkpoint().iteration == 0


def test_initial_weights_without_data_make_no_file_yet(qapp: object) -> None:
    answer = NetworkOnTable(Document(SHORT)).look()
    with pytest.raises(LabError, match="its data are still being read"):
        answer.checkpoint()


def test_while_it_trains_a_copy_comes_soon(qtbot: QtBot, trainer: Trainer) -> None:
    until_running(qtbot, trainer, trainer.start)
    answers = ask(trainer)
    qtbot.waitUntil(lambda: bool(answers))
    answer = only(answers)
    assert isinstance(answer, NetworkCopy)
    assert answer.held is not None
    assert (answer.kind, answer.name) == ("running", "Run 1")


@pytest.mark.parametrize("end", [Trainer.stop, Trainer.reset, Trainer.shutdown])
def test_asked_just_before_the_end_it_is_answered_once(
    qtbot: QtBot, trainer: Trainer, end: Callable[[Trainer], object]
) -> None:
    until_running(qtbot, trainer, trainer.start)
    answers = ask(trainer)
    end(trainer)
    qtbot.waitUntil(lambda: trainer.state.is_resting)
    answer = only(answers)
    if end is Trainer.shutdown:
        assert str(answer) == "This network is not the current one any more: another one took its place."
    else:
        assert isinstance(answer, NetworkCopy)


def test_of_a_run_that_completes_it_is_the_last_network(qtbot: QtBot, qapp: object) -> None:
    trainer = Trainer(NetworkOnTable(document_of(SHORT)))
    answers: list[Answer] = []

    def start_and_ask() -> None:
        trainer.start()
        trainer.table.request(answers.append)

    until_ended(qtbot, trainer, start_and_ask)
    assert isinstance(only(answers), NetworkCopy)
    later = only(ask(trainer))
    assert isinstance(later, NetworkCopy)
    assert (later.kind, later.iteration) == ("ended", 60)
    assert later.checkpoint() is trainer.document.runs[0].checkpoint
    assert trainer.shutdown()


def test_of_a_run_that_diverges_it_is_the_last_finite_network(qtbot: QtBot, trainer: Trainer) -> None:
    config = trainer.document.experiment.training
    wild = replace(config, optimizer=replace(config.optimizer, learning_rate=1e30))
    trainer.document.edit_training(wild, "Rate")
    answers: list[Answer] = []

    def start_and_ask() -> None:
        trainer.start()
        trainer.table.request(answers.append)

    assert until_ended(qtbot, trainer, start_and_ask).outcome == "diverged"
    assert isinstance(only(answers), NetworkCopy)


def test_of_a_run_that_fails_before_there_is_a_network_it_is_the_reason(qtbot: QtBot, qapp: object) -> None:
    def fail(*_: Any) -> TrainingSession:
        raise RuntimeError("no session")

    trainer = Trainer(NetworkOnTable(document_of(SHORT)), fail)
    answers: list[Answer] = []

    def start_and_ask() -> None:
        trainer.start()
        trainer.table.request(answers.append)

    until_ended(qtbot, trainer, start_and_ask)
    assert str(only(answers)) == "Run 1 ended before there was a network."
    assert str(only(ask(trainer))) == "Run 1 ended before there was a network."
    assert trainer.shutdown()


def test_a_network_that_was_put_away_meanwhile_is_not_given(qtbot: QtBot, trainer: Trainer) -> None:
    until_running(qtbot, trainer, trainer.start)
    answers = ask(trainer)
    trainer.table.put(EpochOfRun(TrainingSession(SHORT, open_data_set("xor"))))
    assert isinstance(only(answers), LabError)
    ending = until_ended(qtbot, trainer, trainer.stop)
    assert len(answers) == 1
    # The run that is no longer looked at kept what it learned, and told nothing as if it were on the table.
    assert trainer.document.runs[0].checkpoint is ending.checkpoint
    assert trainer.table.report is None
    assert trainer.table.source.kind == "epoch"


def test_when_the_window_closes_who_waits_hears_so(qtbot: QtBot, trainer: Trainer) -> None:
    until_running(qtbot, trainer, trainer.start)
    answers = ask(trainer)
    trainer.table.close()
    assert isinstance(only(answers), LabError)
    assert isinstance(only(ask(trainer)), LabError)


def test_start_is_one_change(qtbot: QtBot, trainer: Trainer) -> None:
    told: list[Change] = []
    trainer.table.changed.connect(told.append)
    until(qtbot, trainer, State.RUNNING, trainer.start)
    assert told[0] == Change.RUNS | Change.RUN | Change.NETWORK | Change.STATE


def test_another_data_set_is_one_change(trainer: Trainer) -> None:
    told: list[Change] = []
    trainer.table.changed.connect(told.append)
    trainer.document.set_data(open_data_set("circles"))
    assert told == [Change.DATA]


class EpochOfRun:
    """A network that no trainer and no file has given: what a run had after one of its epochs."""

    kind: Kind = "epoch"
    run = None

    def __init__(self, session: TrainingSession) -> None:
        self._held = session.checkpoint()

    def look(self) -> NetworkCopy:
        held = self._held
        return NetworkCopy("epoch", "Run 1, epoch 1", held.iteration, held.experiment, held=held)

    def give(self, receive: Callable[[Answer], None]) -> None:
        receive(self.look())


def test_a_source_of_another_kind_is_as_good_as_any(trainer: Trainer) -> None:
    session = TrainingSession(SHORT, open_data_set("xor"))
    for _ in session.events():
        if session.iteration == 20:
            break
    trainer.table.put(EpochOfRun(session))
    answer = only(ask(trainer))
    assert isinstance(answer, NetworkCopy)
    assert answer.title() == "Run 1, epoch 1, trained for 20 iterations"
    assert answer.checkpoint().iteration == 20
