"""What may be pressed in each state, and what happens while the data are still being read."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from core.data import open_data_set
from core.errors import DataError
from core.nn.spec import LayerSpec
from gui.document.document import Document
from gui.document.network_on_table import NetworkOnTable
from gui.trainer.trainer import State, Trainer
from tests.gui.trainer.runs import SHORT, SPEC, ears, until, until_ended, until_running


class TestAllowed:
    @staticmethod
    def wrong_network(document: Document) -> None:
        layers = (LayerSpec("affine", 0), *SPEC.layers[1:])
        document.edit_network(SPEC.with_layers(layers), "Units")

    def test_before_a_run_one_may_begin(self, trainer: Trainer) -> None:
        assert trainer.state is State.IDLE
        assert trainer.allowed == {"start", "step", "epoch", "new_weights"}
        assert not trainer.document.blocked_reason

    def test_a_mistake_turns_start_off_and_says_why(self, trainer: Trainer, document: Document) -> None:
        told: list[frozenset[str]] = []
        ears(trainer).allowed_changed.connect(told.append)
        self.wrong_network(document)
        assert trainer.allowed == {"new_weights"}
        assert trainer.document.blocked_reason == "Affine 1 needs at least 1 unit, not 0."
        trainer.start()
        assert document.runs == []
        document.undo_stack.undo()
        assert told == [frozenset({"new_weights"}), trainer.allowed]
        assert not trainer.document.blocked_reason

    def test_a_running_one_may_be_paused_stopped_and_changed(self, qtbot: QtBot, endless: Trainer) -> None:
        until_running(qtbot, endless, endless.start)
        assert endless.allowed == {"pause", "stop", "change"}
        endless.pause()
        assert endless.state is State.PAUSING
        assert endless.allowed == {"resume", "stop"}

    def test_a_pause_that_has_not_come_yet_can_be_taken_back(self, qtbot: QtBot, endless: Trainer) -> None:
        until_running(qtbot, endless, endless.start)
        endless.pause()
        endless.resume()
        assert endless.state is State.RUNNING
        until_running(qtbot, endless, lambda: None)
        assert endless.state is State.RUNNING

    def test_a_paused_one_may_go_on_in_every_way(self, qtbot: QtBot, endless: Trainer) -> None:
        until(qtbot, endless, State.PAUSED, endless.step)
        assert endless.allowed == {"resume", "step", "epoch", "stop", "new_weights", "change"}

    def test_a_stopping_one_may_only_be_stopped_again(self, qtbot: QtBot, endless: Trainer) -> None:
        until_running(qtbot, endless, endless.start)
        endless.stop()
        assert endless.allowed == {"stop"}
        until_ended(qtbot, endless, lambda: None)

    def test_after_the_end_another_may_begin(
        self, qtbot: QtBot, trainer: Trainer, document: Document
    ) -> None:
        until_ended(qtbot, trainer, trainer.start)
        assert trainer.allowed == {"start", "step", "epoch", "new_weights"}
        self.wrong_network(document)
        assert trainer.allowed == {"new_weights"}

    def test_a_mistake_made_during_a_run_does_not_disturb_it(self, qtbot: QtBot, endless: Trainer) -> None:
        until(qtbot, endless, State.PAUSED, endless.step)
        self.wrong_network(endless.document)
        assert "resume" in endless.allowed
        until_running(qtbot, endless, endless.resume)

    def test_what_is_not_allowed_does_nothing(self, trainer: Trainer) -> None:
        for action in (trainer.pause, trainer.resume, trainer.stop):
            action()
            assert trainer.state is State.IDLE


class TestWaitingForData:
    @pytest.fixture
    def waiting(self, qapp: object) -> Iterator[Trainer]:
        made = Trainer(NetworkOnTable(Document(SHORT)))
        yield made
        assert made.shutdown()

    @pytest.mark.parametrize("begin", [Trainer.start, Trainer.step, Trainer.epoch])
    def test_what_was_pressed_begins_when_the_data_are_there(
        self, qtbot: QtBot, waiting: Trainer, begin: Callable[[Trainer], None]
    ) -> None:
        begin(waiting)
        assert waiting.state is State.WAITING
        assert waiting.document.runs == []
        goal = State.ENDED if begin is Trainer.start else State.PAUSED
        until(qtbot, waiting, goal, lambda: waiting.document.set_data(open_data_set("xor")))
        assert waiting.state is not State.WAITING
        last = {Trainer.start: 60, Trainer.step: 1, Trainer.epoch: 20}[begin]
        assert waiting.document.runs[0].log.last_iteration == last

    def test_it_waits_on_while_other_data_are_read(self, waiting: Trainer) -> None:
        waiting.start()
        waiting.document.set_data(None)
        assert waiting.state is State.WAITING

    @pytest.mark.parametrize("end", [Trainer.stop, Trainer.pause])
    def test_stop_and_pause_end_the_waiting(self, waiting: Trainer, end: Callable[[Trainer], None]) -> None:
        waiting.start()
        assert waiting.allowed == {"pause", "stop"}
        end(waiting)
        assert waiting.state is State.IDLE
        waiting.document.set_data(open_data_set("xor"))
        assert waiting.document.runs == []

    def test_data_that_cannot_be_read_end_it_with_the_reason(self, waiting: Trainer) -> None:
        waiting.start()
        waiting.document.set_data(None, DataError("The file {path} is cut short.", path="x"))
        assert waiting.state is State.IDLE
        assert waiting.document.blocked_reason == "The file x is cut short."

    def test_data_that_do_not_fit_end_it_with_the_reason(self, waiting: Trainer) -> None:
        waiting.start()
        waiting.document.set_data(open_data_set("random-pair"))
        assert waiting.state is State.IDLE
        assert waiting.document.runs == []
        assert waiting.document.blocked_reason

    def test_after_an_earlier_run_it_goes_back_to_its_network(
        self, qtbot: QtBot, trainer: Trainer, document: Document
    ) -> None:
        until_ended(qtbot, trainer, trainer.start)
        document.set_data(None)
        trainer.start()
        assert trainer.state is State.WAITING
        trainer.stop()
        assert trainer.state is State.ENDED
