"""The training thread asks for events while it should, stops where it should, and is waited for."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Iterator
from functools import partial
from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.data import DataSet
from core.training.config import Experiment
from core.training.events import Completed, EvaluationProgress, Event, Iteration
from gui.document.report import Report
from gui.trainer.trainer import State
from tests.gui.trainer.runs import ears, until, until_ended, until_published
from tests.gui.trainer.scripted_session import ScriptedSession, Sessions, evaluation
from tests.gui.trainer.worker.scripted_trainer import MakeTrainer, endless


class TestPause:
    def test_it_stops_asking_for_events(self, qtbot: QtBot, make_trainer: MakeTrainer) -> None:
        sessions = Sessions(endless, total=10**9)
        trainer = make_trainer(sessions)
        until_published(qtbot, trainer, trainer.start)
        until(qtbot, trainer, State.PAUSED, trainer.pause)
        asked = sessions[0].asked
        # A report on request proves that the thread is awake and has come round its loop, asking for nothing.
        for wanted in (True, False, True):
            until_published(qtbot, trainer, partial(trainer.table.want_weights, wanted))
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
        report = until_published(qtbot, trainer, trainer.start)
        assert report.evaluation_progress is not None
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
        assert np.array_equal(log.losses, 1.0 / np.arange(1, ending.iteration + 1))

    def test_asked_again_it_does_not_wait_for_the_evaluation(
        self, qtbot: QtBot, make_trainer: MakeTrainer
    ) -> None:
        sessions = Sessions(endless, total=10**9)
        trainer = make_trainer(sessions)
        until_published(qtbot, trainer, trainer.start)
        sessions[0].evaluating = (EvaluationProgress(done, 10**9) for done in itertools.count(1))

        def has_progress(report: Report) -> bool:
            return report.evaluation_progress is not None

        with qtbot.waitSignal(ears(trainer).published, check_params_cb=has_progress):
            trainer.stop()
        assert trainer.state is State.STOPPING
        ending = until_ended(qtbot, trainer, trainer.stop)
        assert ending.outcome == "stopped"
        assert ending.evaluation is None

    def test_an_evaluation_that_is_known_is_not_made_again(
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

    def test_shutdown_does_not_wait_for_the_evaluation(self, qtbot: QtBot, make_trainer: MakeTrainer) -> None:
        sessions = Sessions(endless, total=10**9)
        trainer = make_trainer(sessions)
        until_published(qtbot, trainer, trainer.start)
        sessions[0].evaluating = (EvaluationProgress(done, 10**9) for done in itertools.count(1))
        trainer.stop()
        assert trainer.shutdown()


class TestShutdown:
    def test_a_thread_that_is_slow_to_end_is_waited_for_again(
        self, qtbot: QtBot, make_trainer: MakeTrainer, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        begun, release = threading.Event(), threading.Event()

        def script() -> Iterator[Event]:
            begun.set()
            release.wait(60)
            yield Iteration(1, 0.5)

        trainer = make_trainer(Sessions(script))
        told: list[object] = []
        ears(trainer).published.connect(told.append)
        trainer.start()
        assert begun.wait(60)
        monkeypatch.setattr("gui.trainer.trainer.SHUTDOWN_MS", 1)
        assert not trainer.shutdown()
        assert not trainer.shutdown()
        monkeypatch.setattr("gui.trainer.trainer.SHUTDOWN_MS", 5_000)
        release.set()
        assert trainer.shutdown()
        qtbot.wait(0)
        assert told == []


def test_the_session_lives_in_the_thread_of_its_worker(qtbot: QtBot, make_trainer: MakeTrainer) -> None:
    threads: set[threading.Thread] = set()

    def make(experiment: Experiment, data: DataSet) -> Any:
        threads.add(threading.current_thread())
        return ScriptedSession(experiment, data, [Iteration(1, 0.5), Completed(1)])

    trainer = make_trainer(make)
    until_ended(qtbot, trainer, trainer.start)
    assert len(threads) == 1
    assert threading.main_thread() not in threads
