"""A whole run, on XOR with a real session: its log holds what the session reports and nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
from pytestqt.qtbot import QtBot

from core.data import open_data_set
from core.training.events import Evaluation, Iteration, LayerStatistics
from core.training.session import TrainingSession
from gui.document.document import Document
from gui.document.report import Ending, Report
from gui.trainer.trainer import State, Trainer
from tests.gui.trainer.runs import SHORT, ears, until, until_ended


class TestWholeRun:
    def test_the_log_holds_what_the_session_reports_and_nothing_else(
        self, qtbot: QtBot, trainer: Trainer, document: Document
    ) -> None:
        ending = until_ended(qtbot, trainer, trainer.start)
        expected = list(TrainingSession(SHORT, open_data_set("xor")).events())
        losses = [event for event in expected if isinstance(event, Iteration)]
        log = document.runs[0].log
        assert log.last_iteration == losses[-1].iteration == len(losses)
        assert log.losses.tolist() == [event.loss for event in losses]
        assert log.evaluations == [event for event in expected if isinstance(event, Evaluation)]
        looks = [event for event in expected if isinstance(event, LayerStatistics)]
        assert log.gradients.iterations.tolist() == [look.iteration for look in looks]
        for layer in ("Affine 1", "Affine 2"):
            assert log.gradients.rms(layer).tolist() == [look.gradient_rms[layer] for look in looks]
        assert ending.outcome == "completed"
        assert ending.iteration == 60
        assert ending.evaluation == log.evaluations[-1]

    def test_the_network_at_the_end_is_that_of_a_session_without_a_window(
        self, qtbot: QtBot, trainer: Trainer, document: Document
    ) -> None:
        until_ended(qtbot, trainer, trainer.start)
        session = TrainingSession(SHORT, open_data_set("xor"))
        list(session.events())
        checkpoint = document.runs[0].checkpoint
        assert checkpoint is not None
        for name, array in session.network.params.items():
            assert np.array_equal(checkpoint.parameters[name], array), name

    def test_the_states_are_told_once_each_in_order(self, qtbot: QtBot, trainer: Trainer) -> None:
        states: list[State] = []
        ears(trainer).state_changed.connect(states.append)
        until_ended(qtbot, trainer, trainer.start)
        assert states == [State.RUNNING, State.ENDED]

    def test_every_batch_comes_before_the_ending_and_carries_the_run(
        self, qtbot: QtBot, trainer: Trainer
    ) -> None:
        told: list[object] = []
        ears(trainer).published.connect(told.append)
        ears(trainer).ended.connect(told.append)
        until_ended(qtbot, trainer, trainer.start)
        assert [type(message) for message in told[-1:]] == [Ending]
        reports = [message for message in told if isinstance(message, Report)]
        assert len(reports) == len(told) - 1
        assert sum(report.new for report in reports) == 60
        assert {report.run_id for report in reports} == {1}

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
        trainer.new_weights(same_seed=True)
        until_ended(qtbot, trainer, trainer.start)
        assert document.runs[0].log.losses.tolist() == document.runs[1].log.losses.tolist()

    def test_a_trained_network_marks_the_document(
        self, qtbot: QtBot, trainer: Trainer, document: Document
    ) -> None:
        until_ended(qtbot, trainer, trainer.start)
        assert document.has_unsaved_network
        assert document.modified


class TestOpened:
    def test_an_opened_network_is_there_as_after_a_run(
        self, qtbot: QtBot, trainer: Trainer, document: Document
    ) -> None:
        until_ended(qtbot, trainer, trainer.start)
        checkpoint = document.runs[0].checkpoint
        assert checkpoint is not None
        until(qtbot, trainer, State.IDLE, lambda: document.new(SHORT))

        def open_it() -> None:
            document.open(Path("a.blab"), checkpoint)

        until(qtbot, trainer, State.ENDED, open_it)
        assert trainer.allowed == {"start", "step", "epoch", "new_weights"}
        trainer.new_weights(same_seed=True)
        until_ended(qtbot, trainer, trainer.start)
        assert [run.name for run in document.runs] == ["a", "Run 2"]
