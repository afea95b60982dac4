"""What the training thread tells the window: reports of its own, copies of one moment, no old run."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from pytestqt.qtbot import QtBot

from core.data import open_data_set
from core.training.checkpoint import Checkpoint
from core.training.events import Completed, Event, Iteration
from core.training.session import TrainingSession
from gui.document.report import Ending, Report
from gui.trainer.trainer import State
from gui.trainer.worker import TrainingWorker
from tests.gui.trainer.runs import ears, until, until_ended, until_published
from tests.gui.trainer.scripted_session import Sessions
from tests.gui.trainer.worker.scripted_trainer import EXPERIMENT, MakeTrainer, endless


class TestBatches:
    def test_none_comes_before_the_one_before_is_taken(self, qtbot: QtBot, qapp: object) -> None:
        """A window that takes nothing gets one report and then, at the end, one with all the rest."""

        def script() -> Iterator[Event]:
            yield from (Iteration(number, 0.5) for number in range(1, 5_001))
            yield Completed(5_000)

        worker = self.worker(script)
        reports: list[Report] = []
        worker.published.connect(reports.append)
        with qtbot.waitSignal(worker.ended):
            worker.start()
        assert worker.wait(60_000)
        assert len(reports) == 2
        assert sum(report.new for report in reports) == 5_000

    def test_one_that_is_taken_is_followed_by_the_next_when_it_is_time(
        self, qtbot: QtBot, qapp: object
    ) -> None:
        worker = self.worker(endless)
        reports: list[Report] = []

        def take(report: Report) -> None:
            reports.append(report)
            if len(reports) == 5:
                worker.gate.abandon()
            worker.taken.set()

        worker.published.connect(take)
        with qtbot.waitSignal(worker.ended):
            worker.start()
        assert worker.wait(60_000)
        joined = np.concatenate([report.losses[len(report.losses) - report.new :] for report in reports])
        assert np.array_equal(joined, 1.0 / np.arange(1, len(joined) + 1))
        # The test's clock goes one second forward whenever it is read, so that it is always time.
        assert len(reports) >= 5

    def test_their_arrays_belong_to_the_window(self, qtbot: QtBot, make_trainer: MakeTrainer) -> None:
        sessions = Sessions(endless, total=10**9)
        trainer = make_trainer(sessions)
        trainer.table.want_weights(True)
        report = until_published(qtbot, trainer, trainer.start)
        assert report.weights is not None
        weights = sessions[0].network.params["W1"]
        assert not np.shares_memory(report.weights, weights)
        assert np.array_equal(report.weights, weights)

    def test_weights_come_only_while_they_are_wanted(self, qtbot: QtBot, make_trainer: MakeTrainer) -> None:
        trainer = make_trainer(Sessions(endless, total=10**9))
        assert until_published(qtbot, trainer, trainer.start).weights is None
        until(qtbot, trainer, State.PAUSED, trainer.pause)
        assert until_published(qtbot, trainer, lambda: trainer.table.want_weights(True)).weights is not None
        assert until_published(qtbot, trainer, lambda: trainer.table.want_weights(False)).weights is None

    @staticmethod
    def worker(script: Callable[[], Iterator[Event]]) -> TrainingWorker:
        ticks = itertools.count()
        return TrainingWorker(
            1, EXPERIMENT, open_data_set("xor"), Sessions(script, total=10**9), lambda: float(next(ticks))
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
        for signal in (ears(trainer).published, ears(trainer).ended, ears(trainer).state_changed):
            signal.connect(told.append)
        worker.published.emit(Report(old, np.full(7, 0.7), 7))
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
            trainer.table.request(lambda found: copies.append(found.checkpoint()))
            qtbot.waitUntil(lambda count=count: len(copies) == count)  # type: ignore[misc]
        trainer.shutdown()
        for copy in copies:
            assert len(copy.losses) == copy.iteration
            again = TrainingSession(EXPERIMENT, open_data_set("xor"))
            for _ in again.events():
                if again.iteration == copy.iteration:  # 0 where the copy was taken while it was evaluated
                    break
            for name, array in again.network.params.items():
                assert np.array_equal(copy.parameters[name], array), (copy.iteration, name)

    def test_a_copy_while_paused_is_of_that_iteration(self, qtbot: QtBot, make_trainer: MakeTrainer) -> None:
        sessions = Sessions(endless, total=10**9)
        trainer = make_trainer(sessions)
        until_published(qtbot, trainer, trainer.start)
        until(qtbot, trainer, State.PAUSED, trainer.pause)
        copies: list[Checkpoint] = []
        trainer.table.request(lambda found: copies.append(found.checkpoint()))
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
            trainer.table.request(lambda found: copies.append(found.checkpoint()))

        ending = until_ended(qtbot, trainer, stop_then_ask)
        assert copies == [ending.checkpoint]

    def test_without_a_run_it_is_that_of_the_initial_weights(self, make_trainer: MakeTrainer) -> None:
        copies: list[Any] = []
        make_trainer(Sessions(endless)).table.request(copies.append)
        assert [(copy.kind, copy.iteration, copy.held) for copy in copies] == [("initial", 0, None)]
