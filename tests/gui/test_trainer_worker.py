"""The training thread under sessions that misbehave, hang on, or break: it asks when it should, stops where
it should, and ends with exactly one message."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.data import Dataset, open_dataset
from core.errors import SpecError
from core.nn.optimizers import OptimizerSpec
from core.nn.spec import LayerSpec, NetworkSpec
from core.training.checkpoint import Checkpoint
from core.training.config import Experiment, TrainingConfig
from core.training.events import Completed, Diverged, EvaluationProgress, Event, Iteration
from core.training.session import TrainingSession
from gui.document import Document
from gui.training import State, Trainer
from gui.workers.recorder import Batch
from gui.workers.training import Ending, MakeSession, TrainingWorker
from tests.gui.scripted_session import ScriptedSession, Sessions, evaluation

SPEC = NetworkSpec(2, (LayerSpec("affine", 4), LayerSpec("relu"), LayerSpec("affine", 2)))
EXPERIMENT = Experiment(SPEC, TrainingConfig("xor", batch_size=10, length=1_000_000))

MakeTrainer = Callable[[MakeSession], Trainer]


def endless() -> Iterator[Event]:
    return (Iteration(number, 1.0 / number) for number in itertools.count(1))


@pytest.fixture
def make_trainer(qapp: object) -> Iterator[MakeTrainer]:
    """Trainers for sessions of the test's own, shut down after it."""
    made: list[Trainer] = []

    def make(make_session: MakeSession) -> Trainer:
        document = Document(EXPERIMENT)
        document.set_data(open_dataset("xor"))
        made.append(Trainer(document, make_session))
        return made[-1]

    yield make
    for trainer in made:
        assert trainer.shutdown()


def until(qtbot: QtBot, trainer: Trainer, state: State, do: Callable[[], None]) -> None:
    with qtbot.waitSignal(trainer.state_changed, check_params_cb=lambda now: now is state):
        do()


def until_ended(qtbot: QtBot, trainer: Trainer, do: Callable[[], None]) -> Ending:
    with qtbot.waitSignal(trainer.ended) as ended:
        do()
    assert ended.args is not None
    ending: Ending = ended.args[0]
    return ending


def until_published(qtbot: QtBot, trainer: Trainer, do: Callable[[], object]) -> Batch:
    with qtbot.waitSignal(trainer.published) as published:
        do()
    assert published.args is not None
    batch: Batch = published.args[0]
    return batch


class TestPause:
    def test_it_stops_asking_for_events(self, qtbot: QtBot, make_trainer: MakeTrainer) -> None:
        sessions = Sessions(endless, total=10**9)
        trainer = make_trainer(sessions)
        until_published(qtbot, trainer, trainer.start)
        until(qtbot, trainer, State.PAUSED, trainer.pause)
        asked = sessions[0].asked
        # A batch on request proves that the thread is awake and has come round its loop, asking for nothing.
        for _ in range(3):
            until_published(qtbot, trainer, lambda: trainer.show_weights(True))
        assert sessions[0].asked == asked
        assert trainer.document.runs[0].log.last_iteration == asked
        assert trainer.state is State.PAUSED

    def test_the_log_holds_everything_when_the_pause_is_told(
        self, qtbot: QtBot, make_trainer: MakeTrainer
    ) -> None:
        sessions = Sessions(endless, total=10**9)
        trainer = make_trainer(sessions)
        until_published(qtbot, trainer, trainer.start)
        for _ in range(5):
            until(qtbot, trainer, State.PAUSED, trainer.pause)
            assert trainer.document.runs[0].log.last_iteration == sessions[0].asked
            trainer.resume()

    def test_a_pause_can_fall_into_an_evaluation(self, qtbot: QtBot, make_trainer: MakeTrainer) -> None:
        def script() -> Iterator[Event]:
            return (EvaluationProgress(done, 10**9) for done in itertools.count(1))

        trainer = make_trainer(Sessions(script))
        batch = until_published(qtbot, trainer, trainer.start)
        assert batch.evaluation_progress is not None
        until(qtbot, trainer, State.PAUSED, trainer.pause)

    def test_a_message_of_a_pause_gone_by_changes_nothing(
        self, qtbot: QtBot, make_trainer: MakeTrainer
    ) -> None:
        """The window says go on while the worker's word of its pause is still in the queue."""
        trainer = make_trainer(Sessions(endless, total=10**9))
        until_published(qtbot, trainer, trainer.start)
        worker = trainer._worker
        assert worker is not None
        outdated = worker.gate.serial
        until(qtbot, trainer, State.PAUSED, trainer.pause)
        trainer.resume()
        worker.paused.emit(worker.run_id, outdated)
        qtbot.wait(0)
        assert trainer.state is State.RUNNING


class TestStop:
    def test_it_closes_the_generator_in_its_own_thread(self, qtbot: QtBot, make_trainer: MakeTrainer) -> None:
        sessions = Sessions(endless, total=10**9)
        trainer = make_trainer(sessions)
        until_published(qtbot, trainer, trainer.start)
        until_ended(qtbot, trainer, trainer.stop)
        assert sessions[0].closed
        assert not trainer.is_training

    def test_while_evaluating_it_ends_at_the_next_progress(
        self, qtbot: QtBot, make_trainer: MakeTrainer
    ) -> None:
        def script() -> Iterator[Event]:
            yield evaluation(0)
            yield Iteration(1, 0.5)
            yield from (EvaluationProgress(done, 10**9) for done in itertools.count(1))

        sessions = Sessions(script)
        trainer = make_trainer(sessions)
        until_published(qtbot, trainer, trainer.start)
        ending = until_ended(qtbot, trainer, trainer.stop)
        assert (ending.outcome, ending.iteration) == ("stopped", 1)
        assert sessions[0].closed
        assert ending.evaluation == evaluation(1)

    def test_what_was_computed_before_it_arrives(self, qtbot: QtBot, make_trainer: MakeTrainer) -> None:
        """Thousands of iterations lie in the worker when stop comes: none is lost."""
        sessions = Sessions(endless, total=10**9)
        trainer = make_trainer(sessions)
        until_published(qtbot, trainer, trainer.start)
        worker = trainer._worker
        assert worker is not None
        worker.taken.clear()  # from here on the worker believes the window to be behind
        ending = until_ended(qtbot, trainer, trainer.stop)
        log = trainer.document.runs[0].log
        assert log.last_iteration == ending.iteration == sessions[0].asked
        assert np.array_equal(log.iterations, np.arange(1, ending.iteration + 1))
        assert np.array_equal(log.losses, 1.0 / np.arange(1, ending.iteration + 1))

    def test_asked_again_it_does_not_wait_for_the_measuring(
        self, qtbot: QtBot, make_trainer: MakeTrainer
    ) -> None:
        sessions = Sessions(endless, total=10**9)
        trainer = make_trainer(sessions)
        until_published(qtbot, trainer, trainer.start)
        sessions[0].measuring = (EvaluationProgress(done, 10**9) for done in itertools.count(1))

        def has_progress(batch: Batch) -> bool:
            return batch.evaluation_progress is not None

        with qtbot.waitSignal(trainer.published, check_params_cb=has_progress):
            trainer.stop()
        assert trainer.state is State.STOPPING
        ending = until_ended(qtbot, trainer, trainer.stop)
        assert ending.outcome == "stopped"
        assert ending.evaluation is None

    def test_a_measurement_that_is_known_is_not_made_again(
        self, qtbot: QtBot, make_trainer: MakeTrainer
    ) -> None:
        def script() -> Iterator[Event]:
            yield Iteration(1, 0.5)
            yield evaluation(1, 0.75)
            yield from (EvaluationProgress(done, 10**9) for done in itertools.count(1))

        trainer = make_trainer(Sessions(script))
        until_published(qtbot, trainer, trainer.start)
        ending = until_ended(qtbot, trainer, trainer.stop)
        assert ending.evaluation == evaluation(1, 0.75)
        assert trainer.document.runs[0].log.evaluations == [evaluation(1, 0.75)]

    def test_shutdown_does_not_wait_for_the_measuring(self, qtbot: QtBot, make_trainer: MakeTrainer) -> None:
        sessions = Sessions(endless, total=10**9)
        trainer = make_trainer(sessions)
        until_published(qtbot, trainer, trainer.start)
        sessions[0].measuring = (EvaluationProgress(done, 10**9) for done in itertools.count(1))
        trainer.stop()
        assert trainer.shutdown()


class TestShutdown:
    def test_a_thread_that_is_slow_to_end_is_waited_for_again(
        self, qtbot: QtBot, make_trainer: MakeTrainer, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        begun, release = threading.Event(), threading.Event()

        def script() -> Iterator[Event]:
            begun.set()
            release.wait(30)
            yield Iteration(1, 0.5)

        trainer = make_trainer(Sessions(script))
        told: list[object] = []
        trainer.published.connect(told.append)
        trainer.start()
        assert begun.wait(5)
        monkeypatch.setattr("gui.training.SHUTDOWN_MS", 1)
        assert not trainer.shutdown()
        assert not trainer.shutdown()
        monkeypatch.setattr("gui.training.SHUTDOWN_MS", 5_000)
        release.set()
        assert trainer.shutdown()
        qtbot.wait(0)
        assert told == []


class TestFailure:
    def test_an_exception_in_the_session_is_one_failed_ending(
        self, qtbot: QtBot, make_trainer: MakeTrainer
    ) -> None:
        def script() -> Iterable[Event | BaseException]:
            return (evaluation(0), Iteration(1, 0.5), Iteration(2, 0.4), ZeroDivisionError("a planted fault"))

        trainer = make_trainer(Sessions(script))
        endings: list[Ending] = []
        trainer.ended.connect(endings.append)
        ending = until_ended(qtbot, trainer, trainer.start)
        qtbot.wait(0)
        assert endings == [ending]
        assert ending.outcome == "failed"
        assert isinstance(ending.error, ZeroDivisionError)
        assert "a planted fault" in ending.traceback
        assert "scripted_session.py" in ending.traceback
        run = trainer.document.runs[0]
        assert run.log.losses.tolist() == [0.5, 0.4]
        assert run.outcome == "failed"
        assert run.checkpoint is not None
        assert trainer.state is State.ENDED
        assert trainer.allowed == {"start", "new_weights"}

    def test_a_session_that_cannot_be_built_is_one_failed_ending(
        self, qtbot: QtBot, make_trainer: MakeTrainer
    ) -> None:
        def refuse(experiment: Experiment, data: Dataset) -> Any:
            raise SpecError("It does not fit.")

        trainer = make_trainer(refuse)
        ending = until_ended(qtbot, trainer, trainer.start)
        assert ending.outcome == "failed"
        assert isinstance(ending.error, SpecError)
        assert ending.checkpoint is None
        assert ending.iteration == 0

    def test_out_of_memory_is_one_failed_ending(self, qtbot: QtBot, make_trainer: MakeTrainer) -> None:
        trainer = make_trainer(Sessions(lambda: (MemoryError(),)))
        assert isinstance(until_ended(qtbot, trainer, trainer.start).error, MemoryError)

    def test_even_system_exit_is_one_failed_ending(self, qtbot: QtBot, make_trainer: MakeTrainer) -> None:
        trainer = make_trainer(Sessions(lambda: (SystemExit(3),)))
        assert until_ended(qtbot, trainer, trainer.start).outcome == "failed"

    def test_a_session_that_ends_without_a_word_is_a_failure(
        self, qtbot: QtBot, make_trainer: MakeTrainer
    ) -> None:
        trainer = make_trainer(Sessions(lambda: (Iteration(1, 0.5),)))
        ending = until_ended(qtbot, trainer, trainer.start)
        assert ending.outcome == "failed"
        assert "without saying how" in ending.traceback

    def test_an_exception_while_copying_the_network_is_a_failure(
        self, qtbot: QtBot, make_trainer: MakeTrainer
    ) -> None:
        class Uncopied(ScriptedSession):
            def checkpoint(self) -> Checkpoint:
                raise RuntimeError("no copy")

        def make(experiment: Experiment, data: Dataset) -> Any:
            return Uncopied(experiment, data, [Iteration(1, 0.5), Completed(1)])

        trainer = make_trainer(make)
        ending = until_ended(qtbot, trainer, trainer.start)
        assert ending.outcome == "failed"
        assert "no copy" in ending.traceback
        assert ending.iteration == 1
        assert trainer.document.runs[0].log.losses.tolist() == [0.5]

    def test_an_exception_while_measuring_after_a_stop_is_a_failure(
        self, qtbot: QtBot, make_trainer: MakeTrainer
    ) -> None:
        def broken() -> Iterator[Event]:
            raise RuntimeError("no measure")
            yield

        sessions = Sessions(endless, total=10**9)
        trainer = make_trainer(sessions)
        until_published(qtbot, trainer, trainer.start)
        sessions[0].measuring = broken()
        ending = until_ended(qtbot, trainer, trainer.stop)
        assert ending.outcome == "failed"
        assert "no measure" in ending.traceback
        assert ending.iteration == trainer.document.runs[0].log.last_iteration

    def test_after_a_failure_the_next_run_is_sound(self, qtbot: QtBot, make_trainer: MakeTrainer) -> None:
        scripts = iter(([RuntimeError("a planted fault")], [Iteration(1, 0.5), Completed(1)]))
        trainer = make_trainer(Sessions(lambda: next(scripts)))
        assert until_ended(qtbot, trainer, trainer.start).outcome == "failed"
        assert until_ended(qtbot, trainer, trainer.start).outcome == "completed"


class TestDivergence:
    def test_it_names_the_iteration_and_keeps_the_last_finite_weights(
        self, qtbot: QtBot, make_trainer: MakeTrainer
    ) -> None:
        trainer = make_trainer(TrainingSession)
        training = replace(EXPERIMENT.training, optimizer=OptimizerSpec("sgd", 1e30))
        trainer.document.edit_training(training, "Rate")
        ending = until_ended(qtbot, trainer, trainer.start)
        assert ending.outcome == "diverged"
        assert isinstance(ending.diverged, Diverged)
        assert ending.diverged.iteration == ending.iteration + 1
        assert ending.checkpoint is not None
        assert all(np.isfinite(array).all() for array in ending.checkpoint.parameters.values())
        assert trainer.document.runs[0].outcome == "diverged"
        assert trainer.state is State.ENDED


class TestBatches:
    def test_none_comes_before_the_one_before_is_taken(self, qtbot: QtBot, qapp: object) -> None:
        """A window that takes nothing gets one batch and then, at the end, one with all the rest."""

        def script() -> Iterator[Event]:
            yield from (Iteration(number, 0.5) for number in range(1, 5_001))
            yield Completed(5_000)

        worker = self.worker(script)
        batches: list[Batch] = []
        worker.published.connect(batches.append)
        with qtbot.waitSignal(worker.ended):
            worker.start()
        assert worker.wait(5_000)
        assert len(batches) == 2
        assert sum(len(batch.iterations) for batch in batches) == 5_000

    def test_one_that_is_taken_is_followed_by_the_next_when_it_is_time(
        self, qtbot: QtBot, qapp: object
    ) -> None:
        worker = self.worker(endless)
        batches: list[Batch] = []

        def take(batch: Batch) -> None:
            batches.append(batch)
            if len(batches) == 5:
                worker.gate.abandon()
            worker.taken.set()

        worker.published.connect(take)
        with qtbot.waitSignal(worker.ended):
            worker.start()
        assert worker.wait(5_000)
        joined = np.concatenate([batch.iterations for batch in batches])
        assert np.array_equal(joined, np.arange(1, len(joined) + 1))
        # The test's clock goes one second forward whenever it is read, so that it is always time.
        assert len(batches) >= 5

    def test_their_arrays_belong_to_the_window(self, qtbot: QtBot, make_trainer: MakeTrainer) -> None:
        sessions = Sessions(endless, total=10**9)
        trainer = make_trainer(sessions)
        trainer.show_weights(True)
        batch = until_published(qtbot, trainer, trainer.start)
        assert batch.weights is not None
        weights = sessions[0].network.params["W1"]
        assert not np.shares_memory(batch.weights, weights)
        assert np.array_equal(batch.weights, weights)

    def test_weights_come_only_while_they_are_wanted(self, qtbot: QtBot, make_trainer: MakeTrainer) -> None:
        trainer = make_trainer(Sessions(endless, total=10**9))
        assert until_published(qtbot, trainer, trainer.start).weights is None
        until(qtbot, trainer, State.PAUSED, trainer.pause)
        assert until_published(qtbot, trainer, lambda: trainer.show_weights(True)).weights is not None
        assert until_published(qtbot, trainer, lambda: trainer.show_weights(False)).weights is None

    @staticmethod
    def worker(script: Callable[[], Iterator[Event]]) -> TrainingWorker:
        ticks = itertools.count()
        return TrainingWorker(
            1, EXPERIMENT, open_dataset("xor"), Sessions(script, total=10**9), lambda: float(next(ticks))
        )


class TestStaleMessages:
    def test_those_of_an_older_run_are_dropped(self, qtbot: QtBot, make_trainer: MakeTrainer) -> None:
        trainer = make_trainer(Sessions(endless, total=10**9))
        until_published(qtbot, trainer, trainer.start)
        worker = trainer._worker
        assert worker is not None
        until(qtbot, trainer, State.PAUSED, trainer.pause)
        run = trainer.document.runs[0]
        length, old = run.log.last_iteration, run.id - 1
        told: list[object] = []
        for signal in (trainer.published, trainer.ended, trainer.state_changed):
            signal.connect(told.append)
        worker.published.emit(Batch(old, np.array([7]), np.array([0.7])))
        worker.paused.emit(old, worker.gate.serial)
        worker.checkpointed.emit(old, None)
        worker.ended.emit(Ending(old, "completed"))
        qtbot.wait(0)
        assert told == []
        assert run.log.last_iteration == length
        assert run.outcome is None
        assert trainer.is_training


class TestCheckpoint:
    def test_a_copy_while_running_is_of_one_moment_between_two_events(
        self, qtbot: QtBot, make_trainer: MakeTrainer
    ) -> None:
        trainer = make_trainer(TrainingSession)
        until_published(qtbot, trainer, trainer.start)
        copies: list[Checkpoint] = []
        for count in (1, 2, 3):
            trainer.take_checkpoint(copies.append)
            qtbot.waitUntil(lambda count=count: len(copies) == count)  # type: ignore[misc]
        trainer.shutdown()
        for copy in copies:
            assert len(copy.losses) == copy.iteration
            again = TrainingSession(EXPERIMENT, open_dataset("xor"))
            for _ in again.events():
                if again.iteration == copy.iteration:  # 0 where the copy was taken while it was measured
                    break
            for name, array in again.network.params.items():
                assert np.array_equal(copy.parameters[name], array), (copy.iteration, name)

    def test_a_copy_while_paused(self, qtbot: QtBot, make_trainer: MakeTrainer) -> None:
        sessions = Sessions(endless, total=10**9)
        trainer = make_trainer(sessions)
        until_published(qtbot, trainer, trainer.start)
        until(qtbot, trainer, State.PAUSED, trainer.pause)
        copies: list[Checkpoint] = []
        trainer.take_checkpoint(copies.append)
        qtbot.waitUntil(lambda: len(copies) == 1)
        assert copies[0].iteration == sessions[0].asked
        assert trainer.state is State.PAUSED

    def test_a_run_that_ends_first_gives_its_last_network(
        self, qtbot: QtBot, make_trainer: MakeTrainer
    ) -> None:
        trainer = make_trainer(Sessions(endless, total=10**9))
        until_published(qtbot, trainer, trainer.start)
        copies: list[Checkpoint] = []

        def stop_then_ask() -> None:
            trainer.stop()
            trainer.take_checkpoint(copies.append)

        ending = until_ended(qtbot, trainer, stop_then_ask)
        assert copies == [ending.checkpoint]

    def test_without_a_run_there_is_none(self, make_trainer: MakeTrainer) -> None:
        copies: list[Checkpoint] = []
        make_trainer(Sessions(endless)).take_checkpoint(copies.append)
        assert copies == []


def test_the_session_lives_in_the_thread_of_its_worker(qtbot: QtBot, make_trainer: MakeTrainer) -> None:
    threads: set[threading.Thread] = set()

    def make(experiment: Experiment, data: Dataset) -> Any:
        threads.add(threading.current_thread())
        return ScriptedSession(experiment, data, [Iteration(1, 0.5), Completed(1)])

    trainer = make_trainer(make)
    until_ended(qtbot, trainer, trainer.start)
    assert len(threads) == 1
    assert threading.main_thread() not in threads
