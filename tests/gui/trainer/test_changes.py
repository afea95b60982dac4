"""New weights, and what is changed while a run is under way: what reaches it, and what waits for the next."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from pytestqt.qtbot import QtBot

from core.nn.network import Network
from core.nn.optimizers import OptimizerSpec
from core.training.events import SettingChanged
from gui.document.document import Document
from gui.trainer.trainer import State, Trainer
from tests.gui.trainer.runs import SHORT, SPEC, change, ears, until, until_ended, until_running


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
        trainer.table.want_weights(True)
        document.edit_training(
            replace(document.experiment.training, optimizer=OptimizerSpec("sgd", 1e-30)), "Rate"
        )
        with qtbot.waitSignal(
            ears(trainer).published, check_params_cb=lambda report: report.weights is not None
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
        change(trainer, "learning_rate", 0.25)
        until_ended(qtbot, trainer, trainer.resume)
        run = trainer.document.runs[0]
        assert run.log.changes == [SettingChanged(2, "learning_rate", 0.1, 0.25)]
        assert run.experiment == SHORT
        assert trainer.document.experiment.training.optimizer.learning_rate == 0.25
        trainer.document.undo_stack.undo()
        assert trainer.document.experiment == SHORT

    def test_undo_takes_a_live_change_back_in_the_run_as_well(self, qtbot: QtBot, trainer: Trainer) -> None:
        until(qtbot, trainer, State.PAUSED, trainer.step)
        change(trainer, "weight_decay", 0.01)
        until(qtbot, trainer, State.PAUSED, trainer.step)
        trainer.document.undo_stack.undo()
        until(qtbot, trainer, State.PAUSED, trainer.step)
        changes = [(change.iteration, change.new) for change in trainer.document.runs[0].log.changes]
        assert changes == [(2, 0.01), (3, 0.0)]

    def test_dragging_a_slider_is_one_undo(self, qtbot: QtBot, endless: Trainer) -> None:
        until_running(qtbot, endless, endless.start)
        for rate in (0.11, 0.12, 0.13):
            change(endless, "learning_rate", rate)
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
        change(trainer, "learning_rate", 0.002)
        until(qtbot, trainer, State.PAUSED, trainer.step)
        assert document.runs[0].log.changes == []

    def test_a_bad_value_is_a_problem_of_the_table_and_never_reaches_the_run(
        self, qtbot: QtBot, trainer: Trainer, document: Document
    ) -> None:
        until(qtbot, trainer, State.PAUSED, trainer.step)
        change(trainer, "learning_rate", -1.0)
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
            change(trainer, "learning_rate", 0.25)

        until_ended(qtbot, trainer, hurry)
        (made,) = trainer.document.runs[0].log.changes
        assert made.new == 0.25
