"""The document: edits and undo, the problems of what stands on the table, runs, and the unsaved mark."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.data import open_data_set
from core.errors import ConfigError, DataError
from core.nn.spec import LayerSpec, LossSpec, NetworkSpec
from core.training.checkpoint import Checkpoint
from core.training.config import Experiment, TrainingConfig
from core.training.events import Evaluation
from core.training.presets import PRESETS
from core.training.session import TrainingSession
from gui.document.change import Change
from gui.document.document import Document
from gui.document.report import Report

SPEC = NetworkSpec(2, (LayerSpec("affine", 8), LayerSpec("tanh"), LayerSpec("affine", 2)))
EXPERIMENT = Experiment(SPEC, TrainingConfig("xor", batch_size=20, length=2))


@pytest.fixture
def document(qapp: object) -> Document:
    return Document(EXPERIMENT)


def with_units(units: int) -> NetworkSpec:
    return SPEC.with_layers((LayerSpec("affine", units), *SPEC.layers[1:]))


def report(run_id: int, *losses: float) -> Report:
    return Report(run_id, np.array(losses), len(losses))


def trained(document: Document, updates: int = 2) -> Checkpoint:
    """A network after some updates, as a session gives it."""
    training = replace(document.experiment.training, length=updates, length_unit="iterations")
    session = TrainingSession(replace(document.experiment, training=training), open_data_set("xor"))
    list(session.events())
    return session.checkpoint()


class TestEdits:
    def test_an_edit_replaces_the_experiment_and_undo_restores_it_exactly(
        self, document: Document, qtbot: QtBot
    ) -> None:
        with qtbot.waitSignal(document.changed) as told:
            document.edit_network(with_units(16), "Units")
        assert told.args == [Change.EXPERIMENT | Change.FILE]
        assert document.experiment == replace(EXPERIMENT, network=with_units(16))
        document.undo_stack.undo()
        assert document.experiment == EXPERIMENT
        document.undo_stack.redo()
        assert document.experiment.network == with_units(16)

    def test_undo_is_named_after_the_edit(self, document: Document) -> None:
        document.edit_training(replace(EXPERIMENT.training, batch_size=50), "Batch size")
        assert document.undo_stack.undoText() == "Batch size"

    def test_network_and_training_are_replaced_in_one_edit(self, document: Document, qtbot: QtBot) -> None:
        told: list[Change] = []
        document.changed.connect(told.append)
        other = Experiment(with_units(16), replace(EXPERIMENT.training, seed=3))
        document.edit(other, "Configuration of Run 1")
        assert told == [Change.EXPERIMENT | Change.FILE]
        assert document.experiment == other
        assert (document.undo_stack.count(), document.undo_stack.undoText()) == (1, "Configuration of Run 1")
        document.undo_stack.undo()
        assert document.experiment == EXPERIMENT

    def test_an_edit_that_changes_nothing_is_none(self, document: Document) -> None:
        document.edit_network(SPEC, "Units")
        assert document.undo_stack.count() == 0

    def test_successive_edits_of_one_field_are_one_command(self, document: Document) -> None:
        for units in (1, 16, 160):
            document.edit_network(with_units(units), f"Units {units}", "units-0")
        assert document.undo_stack.count() == 1
        assert document.undo_stack.undoText() == "Units 160"
        document.undo_stack.undo()
        assert document.experiment == EXPERIMENT
        document.undo_stack.redo()
        assert document.experiment.network == with_units(160)

    def test_edits_of_different_fields_stay_apart(self, document: Document) -> None:
        document.edit_network(with_units(16), "Units", "units-0")
        document.edit_training(replace(EXPERIMENT.training, seed=3), "Seed", "seed")
        document.edit_network(with_units(32), "Units", "units-0")
        assert document.undo_stack.count() == 3

    def test_edits_without_a_key_stay_apart(self, document: Document) -> None:
        document.edit_network(with_units(16), "Units")
        document.edit_network(with_units(32), "Units")
        assert document.undo_stack.count() == 2

    def test_the_end_of_a_gesture_ends_the_merging(self, document: Document) -> None:
        document.edit_network(with_units(16), "Units", "units-0")
        document.end_gesture()
        document.edit_network(with_units(32), "Units", "units-0")
        assert document.undo_stack.count() == 2

    def test_a_gesture_that_comes_back_leaves_nothing_to_undo(self, document: Document) -> None:
        document.edit_network(with_units(16), "Units", "units-0")
        document.edit_network(SPEC, "Units", "units-0")
        assert document.undo_stack.count() == 0
        assert document.experiment == EXPERIMENT
        assert not document.modified

    def test_an_edit_after_a_save_is_a_command_of_its_own(self, document: Document) -> None:
        document.edit_network(with_units(16), "Units", "units-0")
        document.saved(Path("some.blab"), None, 0)
        document.edit_network(with_units(32), "Units", "units-0")
        assert document.undo_stack.count() == 2
        document.undo_stack.undo()
        assert not document.modified

    def test_two_halves_of_the_experiment_are_undone_in_turn(self, document: Document) -> None:
        document.edit_network(with_units(16), "Units")
        document.edit_training(replace(EXPERIMENT.training, seed=3), "Seed")
        document.undo_stack.undo()
        assert document.experiment == replace(EXPERIMENT, network=with_units(16))
        document.undo_stack.undo()
        assert document.experiment == EXPERIMENT


class TestPresets:
    @pytest.mark.parametrize("name", PRESETS)
    def test_each_preset_is_known_on_the_table_and_undone(self, document: Document, name: str) -> None:
        document.apply_preset(name)
        assert document.experiment == PRESETS[name].experiment
        assert document.preset_name == name
        document.undo_stack.undo()
        assert document.experiment == EXPERIMENT
        assert document.preset_name is None

    def test_an_unknown_preset_says_which_was_meant(self, document: Document) -> None:
        with pytest.raises(ConfigError, match="two-layer"):
            document.apply_preset("two-layers")
        assert document.undo_stack.count() == 0

    def test_an_edited_preset_is_none_and_another_seed_keeps_it(self, document: Document) -> None:
        document.apply_preset("two-layer")
        training = document.experiment.training
        document.edit_training(replace(training, seed=7), "Seed")
        assert document.preset_name == "two-layer"
        document.edit_training(replace(training, batch_size=7), "Batch")
        assert document.preset_name is None
        document.undo_stack.undo()
        assert document.preset_name == "two-layer"


class TestProblems:
    def test_a_sound_experiment_has_none(self, document: Document) -> None:
        assert document.problems == ()
        document.set_data(open_data_set("xor"))
        assert document.problems == ()

    def test_a_mistake_in_the_network_is_told_with_its_row(self, document: Document, qtbot: QtBot) -> None:
        with qtbot.waitSignal(document.changed) as told:
            document.edit_network(with_units(0), "Units")
        assert Change.PROBLEMS in told.args[0]
        (problem,) = document.problems
        assert problem.fields["row"] == 1
        assert document.problems == (problem,)
        document.undo_stack.undo()
        assert document.problems == ()

    def test_mistakes_of_network_and_settings_come_together_the_network_first(
        self, document: Document
    ) -> None:
        document.edit_training(replace(EXPERIMENT.training, batch_size=0), "Batch")
        document.edit_network(with_units(0), "Units")
        assert [problem.fields["field"] for problem in document.problems] == ["units", "batch_size"]

    def test_what_does_not_fit_the_data_is_known_once_they_are_there(self, document: Document) -> None:
        document.edit_training(replace(EXPERIMENT.training, batch_size=2_001), "Batch")
        document.edit_network(SPEC.with_layers(SPEC.layers[:-1]), "Remove")
        assert list(document.problems) == []
        document.set_data(open_data_set("xor"))
        assert {problem.fields["field"] for problem in document.problems} == {"units", "batch_size"}

    def test_a_layer_without_a_gradient_cannot_be_trained(self, document: Document) -> None:
        layers = (SPEC.layers[0], LayerSpec("step"), SPEC.layers[2])
        document.edit_network(SPEC.with_layers(layers), "Step")
        assert "no gradient" in str(document.problems[0])

    def test_a_loss_that_does_not_fit_the_data_is_told(self, document: Document) -> None:
        document.set_data(open_data_set("random-pair"))
        spec = NetworkSpec(10, (LayerSpec("affine", 2),), LossSpec("softmax"))
        document.edit_network(spec, "Network")
        document.edit_training(replace(EXPERIMENT.training, batch_size=1), "Batch")
        assert len(document.problems) == 1

    def test_data_that_cannot_be_read_are_a_problem(self, document: Document, qtbot: QtBot) -> None:
        error = DataError("The file {path} is cut short.", path="x")
        with qtbot.waitSignal(document.changed) as told:
            document.set_data(None, error)
        assert told.args == [Change.DATA | Change.PROBLEMS]
        assert document.problems == (error,)
        assert document.data_error is error


class TestRuns:
    def test_a_run_keeps_its_experiment_while_the_table_is_edited(self, document: Document) -> None:
        run = document.add_run(document.experiment, 200)
        document.edit_network(with_units(16), "Units")
        document.undo_stack.undo()
        document.undo_stack.redo()
        assert run.experiment == EXPERIMENT
        assert run.seed == EXPERIMENT.training.seed

    def test_runs_are_kept_and_told_apart(self, document: Document) -> None:
        first, second = document.add_run(EXPERIMENT, 200), document.add_run(EXPERIMENT, 200)
        assert document.runs == [first, second]
        assert document.current_run is second
        assert (first.name, second.name) == ("Run 1", "Run 2")
        assert (first.color_index, second.color_index) == (0, 1)

    def test_no_id_comes_twice_even_after_beginning_anew(self, document: Document) -> None:
        first = document.add_run(EXPERIMENT, 200)
        document.new(EXPERIMENT)
        second = document.add_run(EXPERIMENT, 200)
        assert first.id != second.id
        assert second.name == "Run 1"

    def test_a_run_separates_the_edits_before_it_from_those_after_it(self, document: Document) -> None:
        document.edit_network(with_units(16), "Units", "units-0")
        document.add_run(document.experiment, 200)
        document.edit_network(with_units(32), "Units", "units-0")
        document.undo_stack.undo()
        assert document.experiment.network == with_units(16)


class TestModified:
    def test_a_fresh_document_is_not(self, document: Document) -> None:
        assert not document.modified
        assert document.name == "Untitled"

    def test_an_edit_marks_it_and_undo_takes_the_mark_away(self, document: Document) -> None:
        told: list[bool] = []
        document.changed.connect(lambda what: Change.FILE in what and told.append(document.modified))
        document.edit_network(with_units(16), "Units")
        document.undo_stack.undo()
        assert told == [True, False]
        assert not document.has_unsaved_network

    def test_a_network_that_has_learned_marks_it_until_it_is_saved(self, document: Document) -> None:
        run = document.add_run(EXPERIMENT, 200)
        assert not document.modified
        document.extend_run(run, report(run.id, 0.7, 0.6))
        assert document.modified
        assert document.has_unsaved_network
        document.saved(Path("a.blab"), run, 2)
        assert not document.modified
        assert document.name == "a.blab"

    def test_a_network_that_went_on_learning_after_its_save_is_unsaved_again(
        self, document: Document
    ) -> None:
        run = document.add_run(EXPERIMENT, 200)
        document.extend_run(run, report(run.id, 0.7, 0.6))
        document.extend_run(run, report(run.id, 0.7, 0.6, 0.5))
        document.saved(Path("a.blab"), run, 2)
        assert document.has_unsaved_network

    def test_initial_weights_in_its_place_are_nothing_to_save(self, document: Document) -> None:
        run = document.add_run(EXPERIMENT, 200)
        document.extend_run(run, report(run.id, 0.7))
        document.set_current_run(None)
        assert not document.modified
        assert document.runs == [run]


class TestOpen:
    def test_what_a_file_holds_stands_on_the_table(self, document: Document) -> None:
        checkpoint = trained(document)
        document.edit_network(with_units(16), "Units")
        run = document.open(Path("folder/a.blab"), checkpoint)
        assert document.experiment == checkpoint.experiment
        assert document.current_run is run
        assert document.runs == [run]
        assert run.checkpoint is checkpoint
        assert run.name == "a"
        assert run.outcome == "completed"
        assert run.log.last_iteration == 2
        assert run.log.losses.tolist() == checkpoint.losses.tolist()
        assert run.log.evaluations == list(checkpoint.evaluations)
        assert not document.modified
        assert document.undo_stack.count() == 0
        assert document.path == Path("folder/a.blab")

    @pytest.mark.parametrize(
        ("iteration", "evaluated", "total", "outcome"),
        [
            (200, (0, 100, 200), 200, "completed"),
            (150, (0, 100, 150), 200, "stopped"),
            (7, (0,), 7, "stopped"),
        ],
    )
    def test_how_far_a_file_of_epochs_came(
        self,
        document: Document,
        iteration: int,
        evaluated: tuple[int, ...],
        total: int,
        outcome: str,
    ) -> None:
        seen = tuple(Evaluation(at, at / 100, 0.1, 0.9, None, None) for at in evaluated)
        checkpoint = replace(
            trained(document),
            experiment=EXPERIMENT,
            iteration=iteration,
            losses=np.zeros(iteration),
            evaluations=seen,
            run=None,  # as in a file of the first format
        )
        run = document.open(Path("a.blab"), checkpoint)
        assert (run.total_iterations, run.outcome) == (total, outcome)

    def test_a_file_of_a_run_that_made_its_network_worse_has_diverged(self, document: Document) -> None:
        checkpoint = trained(document)
        seen = checkpoint.evaluations
        worse = replace(seen[-1], train_loss=1e3 * seen[0].train_loss, train_accuracy=seen[0].train_accuracy)
        run = document.open(Path("a.blab"), replace(checkpoint, evaluations=(*seen[:-1], worse)))
        assert run.outcome == "diverged"

    def test_new_begins_with_nothing(self, document: Document) -> None:
        document.open(Path("a.blab"), trained(document))
        document.edit_network(with_units(16), "Units")
        document.new(EXPERIMENT)
        assert document.experiment == EXPERIMENT
        assert document.runs == []
        assert document.current_run is None
        assert document.path is None
        assert not document.modified
        assert document.undo_stack.count() == 0
