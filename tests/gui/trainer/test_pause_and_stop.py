"""A run is paused, stepped, stopped, and shut down at any time: nothing is lost, and no thread is left."""

from __future__ import annotations

import threading
from dataclasses import replace

from pytestqt.qtbot import QtBot

from core.data import DataSet, open_data_set
from core.training.config import Experiment
from core.training.events import Event
from core.training.session import TrainingSession
from gui.document.document import Document
from gui.document.network_on_table import NetworkOnTable
from gui.trainer.trainer import State, Trainer
from tests.gui.trainer.runs import SHORT, document_of, ears, until, until_ended, until_running


class TestHalt:
    def test_the_network_is_there_at_once_and_complete(self, qtbot: QtBot, endless: Trainer) -> None:
        until_running(qtbot, endless, endless.start)
        assert endless.halt(60_000)
        (run,) = endless.document.runs
        assert (endless.state, run.outcome) == (State.ENDED, "stopped")
        assert run.checkpoint is not None
        assert run.checkpoint.iteration == run.log.last_iteration > 0
        assert endless.document.has_unsaved_network

    def test_it_does_not_wait_for_a_long_iteration(self, qapp: object) -> None:
        begins, goes_on = threading.Event(), threading.Event()

        class Slow(TrainingSession):
            def _iterate(self) -> list[Event]:
                begins.set()
                goes_on.wait()
                return super()._iterate()

        trainer = Trainer(NetworkOnTable(document_of(SHORT)), Slow)
        trainer.start()
        begins.wait()
        assert not trainer.halt(1)
        assert trainer.is_training
        goes_on.set()
        assert trainer.halt(60_000)
        assert not trainer.is_training
        assert trainer.shutdown()

    def test_nothing_to_halt_is_halted(self, trainer: Trainer) -> None:
        assert trainer.halt(0)


class TestPauseAndSteps:
    def test_pause_and_resume_lose_nothing(self, qtbot: QtBot, endless: Trainer) -> None:
        until_running(qtbot, endless, endless.start)
        for _ in range(3):
            until(qtbot, endless, State.PAUSED, endless.pause)
            until_running(qtbot, endless, endless.resume)
        until_ended(qtbot, endless, endless.stop)
        run = endless.document.runs[0]
        assert run.checkpoint is not None
        assert run.log.losses.tolist() == run.checkpoint.losses.tolist()

    def test_a_step_is_one_iteration_with_its_detail(
        self, qtbot: QtBot, trainer: Trainer, document: Document
    ) -> None:
        for number in (1, 2, 3):
            until(qtbot, trainer, State.PAUSED, trainer.step)
            log = document.runs[0].log
            assert log.last_iteration == number
            assert [detail.iteration for detail in log.details] == list(range(1, number + 1))
        assert len(document.runs) == 1

    def test_steps_asked_for_in_a_hurry_are_all_made(
        self, qtbot: QtBot, trainer: Trainer, document: Document
    ) -> None:
        def hurry() -> None:
            for _ in range(5):
                assert "step" in trainer.allowed
                trainer.step()

        until(qtbot, trainer, State.PAUSED, hurry)
        log = document.runs[0].log
        assert [detail.iteration for detail in log.details] == [1, 2, 3, 4, 5]
        assert log.last_iteration == 5

    def test_an_epoch_ends_with_its_evaluation(
        self, qtbot: QtBot, trainer: Trainer, document: Document
    ) -> None:
        until(qtbot, trainer, State.PAUSED, trainer.epoch)
        log = document.runs[0].log
        assert log.last_iteration == 20
        assert [seen.iteration for seen in log.evaluations] == [0, 20]
        until(qtbot, trainer, State.PAUSED, trainer.epoch)
        assert [seen.iteration for seen in log.evaluations] == [0, 20, 40]

    def test_the_last_epoch_ends_the_run(self, qtbot: QtBot, trainer: Trainer, document: Document) -> None:
        until(qtbot, trainer, State.PAUSED, trainer.epoch)
        until(qtbot, trainer, State.PAUSED, trainer.epoch)
        ending = until_ended(qtbot, trainer, trainer.epoch)
        assert ending.outcome == "completed"
        assert document.runs[0].log.last_iteration == 60

    def test_the_last_step_ends_the_run(self, qtbot: QtBot, trainer: Trainer, document: Document) -> None:
        document.edit_training(replace(SHORT.training, length=2, length_unit="iterations"), "Length")
        until(qtbot, trainer, State.PAUSED, trainer.step)
        ending = until_ended(qtbot, trainer, trainer.step)
        assert ending.outcome == "completed"
        assert [detail.iteration for detail in document.runs[0].log.details] == [1, 2]

    def test_after_steps_the_run_goes_on_to_its_end(
        self, qtbot: QtBot, trainer: Trainer, document: Document
    ) -> None:
        until(qtbot, trainer, State.PAUSED, trainer.step)
        until_ended(qtbot, trainer, trainer.resume)
        log = document.runs[0].log
        assert log.last_iteration == 60
        assert len(log.details) == 1


class TestStop:
    def test_stop_evaluates_the_network_and_keeps_everything(self, qtbot: QtBot, endless: Trainer) -> None:
        until_running(qtbot, endless, endless.start)
        ending = until_ended(qtbot, endless, endless.stop)
        run = endless.document.runs[0]
        assert ending.outcome == run.outcome == "stopped"
        assert ending.iteration == run.log.last_iteration > 0
        assert run.log.evaluations[-1] == ending.evaluation
        assert ending.evaluation is not None
        assert ending.evaluation.iteration == ending.iteration
        assert ending.checkpoint is not None
        assert ending.checkpoint.losses.tolist() == run.log.losses.tolist()
        assert endless.state is State.ENDED

    def test_stop_while_paused_ends_the_run_there(self, qtbot: QtBot, endless: Trainer) -> None:
        until(qtbot, endless, State.PAUSED, endless.step)
        ending = until_ended(qtbot, endless, endless.stop)
        assert (ending.outcome, ending.iteration) == ("stopped", 1)

    def test_stop_right_after_start_ends_a_run_of_nothing(self, qtbot: QtBot, endless: Trainer) -> None:
        make, stopped = endless._make_session, threading.Event()

        def make_once_stopped(experiment: Experiment, data: DataSet) -> TrainingSession:
            assert stopped.wait(60)
            return make(experiment, data)

        def hurry() -> None:
            endless.start()
            endless.stop()
            assert endless.state is State.STOPPING
            stopped.set()

        endless._make_session = make_once_stopped
        ending = until_ended(qtbot, endless, hurry)
        assert (ending.outcome, ending.iteration, ending.evaluation) == ("stopped", 0, None)
        assert not endless.document.has_unsaved_network

    def test_two_quick_starts_are_one_run(self, qtbot: QtBot, endless: Trainer) -> None:
        def hurry() -> None:
            endless.start()
            endless.start()

        until_running(qtbot, endless, hurry)
        assert len(endless.document.runs) == 1

    def test_start_stop_start_gives_two_runs_that_do_not_mix(self, qtbot: QtBot, endless: Trainer) -> None:
        until_running(qtbot, endless, endless.start)
        until_ended(qtbot, endless, endless.stop)
        first = endless.document.runs[0].log.losses.tolist()
        endless.new_weights(same_seed=True)
        until_running(qtbot, endless, endless.start)
        until_ended(qtbot, endless, endless.stop)
        runs = endless.document.runs
        assert runs[0].log.losses.tolist() == first
        assert runs[1].checkpoint is not None
        assert runs[1].log.losses.tolist() == runs[1].checkpoint.losses.tolist()

    def test_new_weights_during_a_pause_end_the_run_quietly(self, qtbot: QtBot, endless: Trainer) -> None:
        until(qtbot, endless, State.PAUSED, endless.step)
        states: list[State] = []
        ears(endless).state_changed.connect(states.append)
        ending = until_ended(qtbot, endless, lambda: endless.new_weights(same_seed=True))
        assert ending.outcome == "stopped"
        assert states == [State.STOPPING, State.IDLE]
        assert endless.document.current_run is None
        assert endless.document.runs[0].checkpoint is not None


class TestShutdown:
    def test_during_a_run_no_thread_is_left_and_nothing_is_told(self, qtbot: QtBot, endless: Trainer) -> None:
        until_running(qtbot, endless, endless.start)
        told: list[object] = []
        ears(endless).published.connect(told.append)
        ears(endless).ended.connect(told.append)
        assert endless.shutdown()
        qtbot.wait(0)
        assert told == []
        assert endless.state is State.IDLE
        assert not endless.is_training

    def test_while_paused_it_is_idle_at_once(self, qtbot: QtBot, endless: Trainer) -> None:
        until(qtbot, endless, State.PAUSED, endless.step)
        states: list[State] = []
        ears(endless).state_changed.connect(states.append)
        assert endless.shutdown()
        assert states == [State.IDLE]

    def test_it_may_come_from_within_what_a_batch_sets_off(self, qtbot: QtBot, endless: Trainer) -> None:
        ears(endless).published.connect(lambda report: endless.shutdown())
        with qtbot.waitSignal(ears(endless).published):
            endless.start()
        assert not endless.is_training
        assert endless.state is State.IDLE

    def test_right_after_start_it_succeeds(self, endless: Trainer) -> None:
        endless.start()
        assert endless.shutdown()

    def test_while_it_waits_for_data_the_start_is_forgotten(self, qapp: object) -> None:
        trainer = Trainer(NetworkOnTable(Document(SHORT)))
        trainer.start()
        assert trainer.shutdown()
        trainer.document.set_data(open_data_set("xor"))
        assert trainer.document.runs == []

    def test_a_run_that_was_dropped_says_so(self, qtbot: QtBot, endless: Trainer) -> None:
        until_running(qtbot, endless, endless.start)
        endless.shutdown()
        assert endless.document.runs[0].outcome == "stopped"

    def test_in_the_middle_of_new_weights_it_leaves_nothing_behind(
        self, qtbot: QtBot, trainer: Trainer, document: Document
    ) -> None:
        until(qtbot, trainer, State.PAUSED, trainer.step)
        trainer.new_weights(same_seed=True)
        trainer.shutdown()
        until_ended(qtbot, trainer, trainer.start)
        assert trainer.state is State.ENDED
        assert document.current_run is document.runs[1]

    def test_afterwards_it_can_be_used_again(self, qtbot: QtBot, trainer: Trainer) -> None:
        trainer.start()
        trainer.shutdown()
        assert until_ended(qtbot, trainer, trainer.start).outcome == "completed"
