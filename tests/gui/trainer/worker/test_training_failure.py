"""The training thread under sessions that break or diverge: it ends with exactly one message."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
from pytestqt.qtbot import QtBot

from core.data import DataSet
from core.errors import SpecError
from core.nn.optimizers import OptimizerSpec
from core.training.checkpoint import Checkpoint
from core.training.config import Experiment
from core.training.events import Completed, Diverged, Event, Iteration
from core.training.session import TrainingSession
from gui.document.report import Ending
from gui.trainer.trainer import State
from tests.gui.trainer.runs import ears, until_ended, until_published
from tests.gui.trainer.scripted_session import ScriptedSession, Sessions, evaluation
from tests.gui.trainer.worker.scripted_trainer import EXPERIMENT, MakeTrainer, endless


class TestFailure:
    def test_an_exception_in_the_session_is_one_failed_ending(
        self, qtbot: QtBot, make_trainer: MakeTrainer
    ) -> None:
        def script() -> Iterable[Event | BaseException]:
            return (evaluation(0), Iteration(1, 0.5), Iteration(2, 0.4), ZeroDivisionError("a planted fault"))

        trainer = make_trainer(Sessions(script))
        endings: list[Ending] = []
        ears(trainer).ended.connect(endings.append)
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
        assert trainer.allowed == {"start", "step", "epoch", "new_weights"}

    def test_a_session_that_cannot_be_built_is_one_failed_ending(
        self, qtbot: QtBot, make_trainer: MakeTrainer
    ) -> None:
        def refuse(experiment: Experiment, data: DataSet) -> Any:
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

        def make(experiment: Experiment, data: DataSet) -> Any:
            return Uncopied(experiment, data, [Iteration(1, 0.5), Completed(1)])

        trainer = make_trainer(make)
        ending = until_ended(qtbot, trainer, trainer.start)
        assert ending.outcome == "failed"
        assert "no copy" in ending.traceback
        assert ending.iteration == 1
        assert trainer.document.runs[0].log.losses.tolist() == [0.5]

    def test_an_exception_while_evaluating_after_a_stop_is_a_failure(
        self, qtbot: QtBot, make_trainer: MakeTrainer
    ) -> None:
        def broken() -> Iterator[Event]:
            raise RuntimeError("no measure")
            yield

        sessions = Sessions(endless, total=10**9)
        trainer = make_trainer(sessions)
        until_published(qtbot, trainer, trainer.start)
        sessions[0].evaluating = broken()
        ending = until_ended(qtbot, trainer, trainer.stop)
        assert ending.outcome == "failed"
        assert "no measure" in ending.traceback
        assert ending.iteration == trainer.document.runs[0].log.last_iteration

    def test_after_a_failure_the_next_run_is_sound(self, qtbot: QtBot, make_trainer: MakeTrainer) -> None:
        broken: list[Event | BaseException] = [RuntimeError("a planted fault")]
        sound: list[Event | BaseException] = [Iteration(1, 0.5), Completed(1)]
        scripts = iter((broken, sound))
        trainer = make_trainer(Sessions(lambda: next(scripts)))
        assert until_ended(qtbot, trainer, trainer.start).outcome == "failed"
        trainer.new_weights(same_seed=True)
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

    def test_it_is_said_of_a_run_with_finite_numbers_too(
        self, qtbot: QtBot, make_trainer: MakeTrainer
    ) -> None:
        trainer = make_trainer(TrainingSession)
        training = replace(EXPERIMENT.training, optimizer=OptimizerSpec("sgd", 1000.0), length=1)
        trainer.document.edit_training(training, "Rate")
        ending = until_ended(qtbot, trainer, trainer.start)
        assert (ending.outcome, ending.diverged) == ("diverged", None)
        assert ending.iteration == trainer.document.runs[0].total_iterations
        assert trainer.document.runs[0].outcome == "diverged"
