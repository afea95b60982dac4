"""What is said when a run has ended, and which edits of the table reach a run: plain functions."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.errors import ConfigError
from core.nn.optimizers import OptimizerSpec
from core.nn.spec import LayerSpec, NetworkSpec
from core.store.record import Outcome
from core.training.checkpoint import Checkpoint
from core.training.config import Experiment, TrainingConfig
from core.training.events import Diverged, Evaluation, LayerDied, SettingChanged
from core.training.settings import with_settings
from gui.document.live_settings import live_changes
from gui.document.report import Ending, Report
from gui.document.run import Run
from gui.trainer.messages import death_advice, ending_message

SPEC = NetworkSpec(2, (LayerSpec("affine", 2),))
CONFIG = TrainingConfig("xor", optimizer=OptimizerSpec("momentum", 0.5))
EXPERIMENT = Experiment(SPEC, CONFIG)


@pytest.fixture
def run() -> Run:
    return Run(1, "Run 1", EXPERIMENT, 100)


def ending(outcome: Outcome, **fields: object) -> Ending:
    checkpoint = Checkpoint(EXPERIMENT, 12, {}, {}, {}, {}, np.zeros(12), ())
    return Ending(1, outcome, 12, **{"checkpoint": checkpoint, **fields})  # type: ignore[arg-type]


class TestEndings:
    def test_stopped(self, run: Run) -> None:
        assert ending_message(ending("stopped"), run) == "Stopped after iteration 12."

    def test_completed_with_its_accuracy(self, run: Run) -> None:
        evaluated = Evaluation(12, 1.0, 0.1, 0.99, 0.1, 0.97654)
        said = ending_message(ending("completed", evaluation=evaluated), run)
        assert said == "Completed: 12 iterations. Test accuracy 97.65 %."

    def test_a_regression_has_no_accuracy(self, run: Run) -> None:
        evaluated = Evaluation(12, 1.0, 0.1, None, None, None)
        said = ending_message(ending("completed", evaluation=evaluated), run)
        assert said == "Completed: 12 iterations."

    def test_diverged_names_the_iteration_the_remedy_and_what_is_kept(self, run: Run) -> None:
        said = ending_message(ending("diverged", diverged=Diverged(13, float("nan"), 0.5)), run)
        assert "iteration 13" in said
        assert "such as 0.01 instead of 0.5" in said
        assert "kept" in said

    def test_diverged_does_not_blame_a_loss_that_was_finite(self, run: Run) -> None:
        """The weights after a step may be the first that are not."""
        said = ending_message(ending("diverged", diverged=Diverged(13, 0.7, 0.5)), run)
        assert "the loss, its gradient or the weights" in said

    def test_diverged_with_finite_numbers_says_what_that_means(self, run: Run) -> None:
        seen = tuple(
            Evaluation(at, at / 10, loss, 0.1, None, None) for at, loss in ((0, 2.302), (12, 562.25))
        )
        run.log.extend(Report(1, np.full(12, 570.0), 12, evaluations=seen))
        said = ending_message(ending("diverged", evaluation=seen[-1]), run)
        assert "after 12 iterations the loss is 562.2; it began at 2.302" in said
        assert "has not learned" in said
        assert "such as 0.01 instead of 0.5" in said

    def test_the_remedy_is_below_the_rate_that_was_set_last(self, run: Run) -> None:
        change = SettingChanged(5, "learning_rate", 0.5, 0.02)
        run.log.extend(Report(1, np.full(5, 0.7), 5, changes=(change,)))
        said = ending_message(ending("diverged", diverged=Diverged(13, float("nan"), 0.02)), run)
        assert "such as 0.002 instead of 0.02" in said

    def test_the_remedy_is_the_rate_in_the_field_and_not_what_a_schedule_made_of_it(self, run: Run) -> None:
        said = ending_message(ending("diverged", diverged=Diverged(13, float("nan"), 1e-9)), run)
        assert "instead of 0.5" in said

    def test_a_mistake_of_a_person_is_its_own_sentence(self, run: Run) -> None:
        error = ConfigError("Train for at least 1.", field="length")
        assert ending_message(ending("failed", error=error), run) == "Train for at least 1."

    def test_a_fault_says_what_is_kept(self, run: Run) -> None:
        said = ending_message(ending("failed", error=RuntimeError("planted")), run)
        assert "after iteration 12" in said
        assert "is kept" in said

    def test_a_fault_before_the_network_was_built_says_so(self, run: Run) -> None:
        said = ending_message(ending("failed", error=RuntimeError("planted"), checkpoint=None), run)
        assert "could not begin" in said

    def test_a_dead_layer_is_named_with_what_to_do(self) -> None:
        said = death_advice(LayerDied(50, "ReLU 1"))
        assert "iteration 50" in said
        assert "ReLU 1" in said
        assert "smaller learning rate" in said


class TestLiveChanges:
    def edited(self, **values: float) -> Experiment:
        return replace(EXPERIMENT, training=with_settings(CONFIG, values))

    @pytest.mark.parametrize(
        ("name", "value"), [("learning_rate", 0.2), ("momentum", 0.5), ("weight_decay", 0.01)]
    )
    def test_an_edit_of_one_of_the_three_is_taken_up(self, name: str, value: float) -> None:
        assert live_changes(EXPERIMENT, self.edited(**{name: value}), EXPERIMENT) == {name: value}

    def test_only_what_is_new_is_told(self) -> None:
        before, after = self.edited(momentum=0.5), self.edited(momentum=0.5, learning_rate=0.2)
        assert live_changes(before, after, EXPERIMENT) == {"learning_rate": 0.2}

    def test_an_edit_of_anything_else_besides_is_for_the_next_run(self) -> None:
        both = self.edited(learning_rate=0.2)
        for after in (
            replace(both, training=replace(both.training, batch_size=7)),
            replace(both, training=replace(both.training, optimizer=OptimizerSpec("sgd", 0.2))),
            replace(both, network=NetworkSpec(3, SPEC.layers)),
        ):
            assert live_changes(EXPERIMENT, after, EXPERIMENT) == {}

    def test_a_rate_of_another_optimizer_is_for_the_next_run(self) -> None:
        running = replace(EXPERIMENT, training=replace(CONFIG, optimizer=OptimizerSpec("adam", 0.001)))
        assert live_changes(EXPERIMENT, self.edited(learning_rate=0.2), running) == {}

    def test_a_value_that_is_not_allowed_is_for_nobody(self) -> None:
        for value in (0.0, -1.0, float("nan"), float("inf")):
            assert live_changes(EXPERIMENT, self.edited(learning_rate=value), EXPERIMENT) == {}
