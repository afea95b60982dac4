"""The state machine between the buttons and the training thread, with a real session on XOR: what it allows,
what arrives, and that what a run's log holds is what the session reported."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.data import open_dataset
from core.errors import DataError
from core.nn.network import Network
from core.nn.optimizers import OptimizerSpec
from core.nn.spec import LayerSpec, NetworkSpec
from core.training.config import Experiment, TrainingConfig
from core.training.events import Evaluation, Iteration, LayerStatistics, SettingChanged
from core.training.session import TrainingSession
from gui.document import Document
from gui.training import State, Trainer
from gui.workers.recorder import Batch
from gui.workers.training import Ending

SPEC = NetworkSpec(2, (LayerSpec("affine", 8), LayerSpec("relu"), LayerSpec("affine", 2)))
SHORT = Experiment(SPEC, TrainingConfig("xor", batch_size=100, length=3))
"""Three epochs of 20 iterations."""

ENDLESS = Experiment(SPEC, TrainingConfig("xor", batch_size=100, length=1_000_000))


def document_of(experiment: Experiment) -> Document:
    document = Document(experiment)
    document.set_data(open_dataset("xor"))
    return document


@pytest.fixture
def document(qapp: object) -> Document:
    return document_of(SHORT)


@pytest.fixture
def trainer(document: Document) -> Iterator[Trainer]:
    made = Trainer(document)
    yield made
    assert made.shutdown()


@pytest.fixture
def endless(qapp: object) -> Iterator[Trainer]:
    made = Trainer(document_of(ENDLESS))
    yield made
    assert made.shutdown()


def until(qtbot: QtBot, trainer: Trainer, state: State, do: Callable[[], None]) -> None:
    """Do it, and wait for that state."""
    with qtbot.waitSignal(trainer.state_changed, check_params_cb=lambda now: now is state):
        do()


def until_ended(qtbot: QtBot, trainer: Trainer, do: Callable[[], None]) -> Ending:
    with qtbot.waitSignal(trainer.ended) as ended:
        do()
    assert ended.args is not None
    ending: Ending = ended.args[0]
    return ending


def until_running(qtbot: QtBot, trainer: Trainer, do: Callable[[], None]) -> None:
    """Do it, and wait until iterations arrive."""

    def has_iterations(batch: Batch) -> bool:
        return len(batch.iterations) > 0

    with qtbot.waitSignal(trainer.published, check_params_cb=has_iterations):
        do()


class TestWholeRun:
    def test_the_log_holds_what_the_session_reports_and_nothing_else(
        self, qtbot: QtBot, trainer: Trainer, document: Document
    ) -> None:
        ending = until_ended(qtbot, trainer, trainer.start)
        expected = list(TrainingSession(SHORT, open_dataset("xor")).events())
        losses = [event for event in expected if isinstance(event, Iteration)]
        log = document.runs[0].log
        assert log.iterations.tolist() == [event.iteration for event in losses]
        assert log.losses.tolist() == [event.loss for event in losses]
        assert log.evaluations == [event for event in expected if isinstance(event, Evaluation)]
        looks = [event for event in expected if isinstance(event, LayerStatistics)]
        assert [look.gradient_rms for look in log.statistics] == [look.gradient_rms for look in looks]
        assert ending.outcome == "completed"
        assert ending.iteration == 60
        assert ending.evaluation == log.evaluations[-1]

    def test_the_network_at_the_end_is_that_of_a_session_without_a_window(
        self, qtbot: QtBot, trainer: Trainer, document: Document
    ) -> None:
        until_ended(qtbot, trainer, trainer.start)
        session = TrainingSession(SHORT, open_dataset("xor"))
        list(session.events())
        checkpoint = document.runs[0].checkpoint
        assert checkpoint is not None
        for name, array in session.network.params.items():
            assert np.array_equal(checkpoint.parameters[name], array), name

    def test_the_states_are_told_once_each_in_order(self, qtbot: QtBot, trainer: Trainer) -> None:
        states: list[State] = []
        trainer.state_changed.connect(states.append)
        until_ended(qtbot, trainer, trainer.start)
        assert states == [State.RUNNING, State.ENDED]

    def test_every_batch_comes_before_the_ending_and_carries_the_run(
        self, qtbot: QtBot, trainer: Trainer
    ) -> None:
        told: list[object] = []
        trainer.published.connect(told.append)
        trainer.ended.connect(told.append)
        until_ended(qtbot, trainer, trainer.start)
        assert [type(message) for message in told[-1:]] == [Ending]
        batches = [message for message in told if isinstance(message, Batch)]
        assert len(batches) == len(told) - 1
        assert sum(len(batch.iterations) for batch in batches) == 60
        assert {batch.run_id for batch in batches} == {1}

    def test_a_second_run_keeps_the_first(self, qtbot: QtBot, trainer: Trainer, document: Document) -> None:
        until_ended(qtbot, trainer, trainer.start)
        first = document.runs[0].log.losses.tolist()
        document.edit_training(replace(SHORT.training, seed=5), "Seed")
        until_ended(qtbot, trainer, trainer.start)
        assert document.runs[0].log.losses.tolist() == first
        assert document.runs[1].log.losses.tolist() != first
        assert document.current_run is document.runs[1]
        assert document.runs[0].experiment == SHORT
        kept = [run.checkpoint for run in document.runs]
        assert kept[0] is not None
        assert kept[1] is not None
        assert not np.array_equal(kept[0].parameters["W1"], kept[1].parameters["W1"])

    def test_the_same_seed_gives_the_same_run(
        self, qtbot: QtBot, trainer: Trainer, document: Document
    ) -> None:
        until_ended(qtbot, trainer, trainer.start)
        until_ended(qtbot, trainer, trainer.start)
        assert document.runs[0].log.losses.tolist() == document.runs[1].log.losses.tolist()

    def test_a_trained_network_marks_the_document(
        self, qtbot: QtBot, trainer: Trainer, document: Document
    ) -> None:
        until_ended(qtbot, trainer, trainer.start)
        assert document.has_unsaved_network
        assert document.modified


class TestPauseAndSteps:
    def test_pause_and_resume_lose_nothing(self, qtbot: QtBot, endless: Trainer) -> None:
        until_running(qtbot, endless, endless.start)
        for _ in range(3):
            until(qtbot, endless, State.PAUSED, endless.pause)
            until_running(qtbot, endless, endless.resume)
        until_ended(qtbot, endless, endless.stop)
        log = endless.document.runs[0].log
        assert log.iterations.tolist() == list(range(1, log.last_iteration + 1))

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
        assert log.iterations.tolist() == list(range(1, 61))
        assert len(log.details) == 1


class TestStop:
    def test_stop_measures_the_network_and_keeps_everything(self, qtbot: QtBot, endless: Trainer) -> None:
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

    def test_stop_while_paused(self, qtbot: QtBot, endless: Trainer) -> None:
        until(qtbot, endless, State.PAUSED, endless.step)
        ending = until_ended(qtbot, endless, endless.stop)
        assert (ending.outcome, ending.iteration) == ("stopped", 1)

    def test_stop_right_after_start(self, qtbot: QtBot, endless: Trainer) -> None:
        def hurry() -> None:
            endless.start()
            endless.stop()
            assert endless.state is State.STOPPING

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
        until_running(qtbot, endless, endless.start)
        until_ended(qtbot, endless, endless.stop)
        runs = endless.document.runs
        assert runs[0].log.losses.tolist() == first
        assert runs[1].log.iterations.tolist() == list(range(1, runs[1].log.last_iteration + 1))

    def test_new_weights_during_a_pause_end_the_run_quietly(self, qtbot: QtBot, endless: Trainer) -> None:
        until(qtbot, endless, State.PAUSED, endless.step)
        states: list[State] = []
        endless.state_changed.connect(states.append)
        ending = until_ended(qtbot, endless, lambda: endless.new_weights(same_seed=True))
        assert ending.outcome == "stopped"
        assert states == [State.STOPPING, State.IDLE]
        assert endless.document.current_run is None
        assert endless.document.runs[0].checkpoint is not None


class TestNewWeights:
    def test_the_same_seed_leaves_the_table_alone(
        self, qtbot: QtBot, trainer: Trainer, document: Document
    ) -> None:
        until_ended(qtbot, trainer, trainer.start)
        until(qtbot, trainer, State.IDLE, lambda: trainer.new_weights(same_seed=True))
        assert document.experiment == SHORT
        assert document.current_run is None
        assert len(document.runs) == 1

    def test_a_new_seed_is_the_next_one_and_can_be_undone(self, trainer: Trainer, document: Document) -> None:
        trainer.new_weights(same_seed=False)
        assert document.experiment.training.seed == 1
        document.undo_stack.undo()
        assert document.experiment.training.seed == 0

    def test_runs_of_two_seeds_start_from_different_weights(
        self, qtbot: QtBot, trainer: Trainer, document: Document
    ) -> None:
        first = Network(document.experiment.network, document.experiment.training.seed)
        trainer.new_weights(same_seed=False)
        trainer.show_weights(True)
        document.edit_training(
            replace(document.experiment.training, optimizer=OptimizerSpec("sgd", 1e-30)), "Rate"
        )
        with qtbot.waitSignal(
            trainer.published, check_params_cb=lambda batch: batch.weights is not None
        ) as told:
            trainer.step()
        assert told.args is not None
        seen = told.args[0].weights
        assert seen.shape == (2, 8)
        assert not np.array_equal(seen, first.params["W1"])
        assert np.array_equal(seen, Network(SPEC, 1).params["W1"])


class TestLiveChanges:
    def test_a_new_rate_is_taken_up_told_and_undoable(self, qtbot: QtBot, trainer: Trainer) -> None:
        until(qtbot, trainer, State.PAUSED, trainer.step)
        trainer.change("learning_rate", 0.25)
        until_ended(qtbot, trainer, trainer.resume)
        run = trainer.document.runs[0]
        assert run.log.changes == [SettingChanged(2, "learning_rate", 0.1, 0.25)]
        assert run.experiment == SHORT
        assert trainer.document.experiment.training.optimizer.learning_rate == 0.25
        trainer.document.undo_stack.undo()
        assert trainer.document.experiment == SHORT

    def test_undo_takes_a_live_change_back_in_the_run_as_well(self, qtbot: QtBot, trainer: Trainer) -> None:
        until(qtbot, trainer, State.PAUSED, trainer.step)
        trainer.change("weight_decay", 0.01)
        until(qtbot, trainer, State.PAUSED, trainer.step)
        trainer.document.undo_stack.undo()
        until(qtbot, trainer, State.PAUSED, trainer.step)
        changes = [(change.iteration, change.new) for change in trainer.document.runs[0].log.changes]
        assert changes == [(2, 0.01), (3, 0.0)]

    def test_dragging_a_slider_is_one_undo(self, qtbot: QtBot, endless: Trainer) -> None:
        until_running(qtbot, endless, endless.start)
        for rate in (0.11, 0.12, 0.13):
            endless.change("learning_rate", rate)
        assert endless.document.undo_stack.count() == 1

    def test_other_edits_are_for_the_next_run(
        self, qtbot: QtBot, trainer: Trainer, document: Document
    ) -> None:
        until(qtbot, trainer, State.PAUSED, trainer.step)
        document.edit_training(replace(SHORT.training, batch_size=50), "Batch")
        document.apply_preset("two-layer")
        until_ended(qtbot, trainer, trainer.resume)
        run = document.runs[0]
        assert run.log.changes == []
        assert run.experiment == SHORT
        assert run.log.last_iteration == 60

    def test_a_rate_for_another_optimizer_is_for_the_next_run(
        self, qtbot: QtBot, trainer: Trainer, document: Document
    ) -> None:
        until(qtbot, trainer, State.PAUSED, trainer.step)
        document.edit_training(replace(SHORT.training, optimizer=OptimizerSpec("adam", 0.001)), "Adam")
        trainer.change("learning_rate", 0.002)
        until(qtbot, trainer, State.PAUSED, trainer.step)
        assert document.runs[0].log.changes == []

    def test_a_bad_value_is_a_problem_of_the_table_and_never_reaches_the_run(
        self, qtbot: QtBot, trainer: Trainer, document: Document
    ) -> None:
        until(qtbot, trainer, State.PAUSED, trainer.step)
        trainer.change("learning_rate", -1.0)
        assert [problem.fields["field"] for problem in document.problems] == ["learning_rate"]
        ending = until_ended(qtbot, trainer, trainer.resume)
        assert ending.outcome == "completed"
        assert document.runs[0].log.changes == []
        assert "start" not in trainer.allowed

    def test_a_change_before_the_session_is_built_counts_from_the_start(
        self, qtbot: QtBot, trainer: Trainer
    ) -> None:
        def hurry() -> None:
            trainer.start()
            trainer.change("learning_rate", 0.25)

        until_ended(qtbot, trainer, hurry)
        (change,) = trainer.document.runs[0].log.changes
        assert change.new == 0.25


class TestAllowed:
    @staticmethod
    def wrong_network(document: Document) -> None:
        layers = (LayerSpec("affine", 0), *SPEC.layers[1:])
        document.edit_network(SPEC.with_layers(layers), "Units")

    def test_idle(self, trainer: Trainer) -> None:
        assert trainer.state is State.IDLE
        assert trainer.allowed == {"start", "step", "epoch", "new_weights"}
        assert trainer.blocked_reason is None

    def test_a_mistake_turns_start_off_and_says_why(self, trainer: Trainer, document: Document) -> None:
        told: list[frozenset[str]] = []
        trainer.allowed_changed.connect(told.append)
        self.wrong_network(document)
        assert trainer.allowed == {"new_weights"}
        assert trainer.blocked_reason == "Affine 1 needs at least 1 unit, not 0."
        trainer.start()
        assert document.runs == []
        document.undo_stack.undo()
        assert told == [frozenset({"new_weights"}), trainer.allowed]
        assert trainer.blocked_reason is None

    def test_running(self, qtbot: QtBot, endless: Trainer) -> None:
        until_running(qtbot, endless, endless.start)
        assert endless.allowed == {"pause", "stop", "change"}
        endless.pause()
        assert endless.allowed == {"stop"}

    def test_paused(self, qtbot: QtBot, endless: Trainer) -> None:
        until(qtbot, endless, State.PAUSED, endless.step)
        assert endless.allowed == {"resume", "step", "epoch", "stop", "new_weights", "change"}

    def test_stopping(self, qtbot: QtBot, endless: Trainer) -> None:
        until_running(qtbot, endless, endless.start)
        endless.stop()
        assert endless.allowed == {"stop"}
        until_ended(qtbot, endless, lambda: None)

    def test_ended(self, qtbot: QtBot, trainer: Trainer, document: Document) -> None:
        until_ended(qtbot, trainer, trainer.start)
        assert trainer.allowed == {"start", "new_weights"}
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
        made = Trainer(Document(SHORT))
        yield made
        assert made.shutdown()

    @pytest.mark.parametrize("begin", [Trainer.start, Trainer.step, Trainer.epoch])
    def test_what_was_pressed_begins_when_the_data_are_there(
        self, qtbot: QtBot, waiting: Trainer, begin: Callable[[Trainer], None]
    ) -> None:
        begin(waiting)
        assert waiting.state is State.RUNNING
        assert waiting.waits_for_data
        assert waiting.document.runs == []
        goal = State.ENDED if begin is Trainer.start else State.PAUSED
        until(qtbot, waiting, goal, lambda: waiting.document.set_data(open_dataset("xor")))
        assert not waiting.waits_for_data
        last = {Trainer.start: 60, Trainer.step: 1, Trainer.epoch: 20}[begin]
        assert waiting.document.runs[0].log.last_iteration == last

    def test_it_waits_on_while_other_data_are_read(self, waiting: Trainer) -> None:
        waiting.start()
        waiting.document.set_data(None)
        assert waiting.waits_for_data

    def test_stop_ends_the_waiting(self, waiting: Trainer) -> None:
        waiting.start()
        assert waiting.allowed == {"stop"}
        waiting.stop()
        assert waiting.state is State.IDLE
        waiting.document.set_data(open_dataset("xor"))
        assert waiting.document.runs == []

    def test_data_that_cannot_be_read_end_it_with_the_reason(self, waiting: Trainer) -> None:
        waiting.start()
        waiting.document.set_data(None, DataError("The file {path} is cut short.", path="x"))
        assert waiting.state is State.IDLE
        assert waiting.blocked_reason == "The file x is cut short."

    def test_data_that_do_not_fit_end_it_with_the_reason(self, waiting: Trainer) -> None:
        waiting.start()
        waiting.document.set_data(open_dataset("random-pair"))
        assert waiting.state is State.IDLE
        assert waiting.document.runs == []
        assert waiting.blocked_reason is not None

    def test_after_an_earlier_run_it_goes_back_to_its_network(
        self, qtbot: QtBot, trainer: Trainer, document: Document
    ) -> None:
        until_ended(qtbot, trainer, trainer.start)
        document.set_data(None)
        trainer.start()
        assert trainer.state is State.RUNNING
        trainer.stop()
        assert trainer.state is State.ENDED


class TestShutdown:
    def test_during_a_run_no_thread_is_left_and_nothing_is_told(self, qtbot: QtBot, endless: Trainer) -> None:
        until_running(qtbot, endless, endless.start)
        told: list[object] = []
        endless.published.connect(told.append)
        endless.ended.connect(told.append)
        assert endless.shutdown()
        qtbot.wait(0)
        assert told == []
        assert endless.state is State.IDLE
        assert not endless.is_training

    def test_while_paused(self, qtbot: QtBot, endless: Trainer) -> None:
        until(qtbot, endless, State.PAUSED, endless.step)
        states: list[State] = []
        endless.state_changed.connect(states.append)
        assert endless.shutdown()
        assert states == [State.IDLE]

    def test_from_within_what_a_batch_sets_off(self, qtbot: QtBot, endless: Trainer) -> None:
        endless.published.connect(lambda batch: endless.shutdown())
        with qtbot.waitSignal(endless.published):
            endless.start()
        assert not endless.is_training
        assert endless.state is State.IDLE

    def test_right_after_start(self, endless: Trainer) -> None:
        endless.start()
        assert endless.shutdown()

    def test_while_it_waits_for_data(self, qapp: object) -> None:
        trainer = Trainer(Document(SHORT))
        trainer.start()
        assert trainer.shutdown()
        trainer.document.set_data(open_dataset("xor"))
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


class TestOpened:
    def test_an_opened_network_is_there_as_after_a_run(
        self, qtbot: QtBot, trainer: Trainer, document: Document
    ) -> None:
        until_ended(qtbot, trainer, trainer.start)
        checkpoint = document.runs[0].checkpoint
        assert checkpoint is not None
        until(qtbot, trainer, State.IDLE, lambda: document.new(SHORT))
        until(qtbot, trainer, State.ENDED, lambda: document.open(Path("a.blab"), checkpoint) and None)
        assert trainer.allowed == {"start", "new_weights"}
        until_ended(qtbot, trainer, trainer.start)
        assert [run.name for run in document.runs] == ["a", "Run 2"]
