"""Files of format version 1 open as ever. They go on from the next epoch, and say that this is not exact."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.data import open_data_set
from core.nn.optimizers import OptimizerSpec
from core.nn.schedules import ScheduleSpec
from core.nn.spec import LayerSpec, NetworkSpec
from core.training.checkpoint import Checkpoint, load_checkpoint, save_checkpoint
from core.training.config import Experiment, TrainingConfig
from core.training.events import Completed, Evaluation, IterationDetail
from core.training.session import TrainingSession
from tests.core.training.continued import through_a_file
from tests.core.training.model_files import about, assert_same
from tests.core.training.small_data import ADAM, ALL_CHANCE, clouds, config, of_kind, until
from tests.core.training.version_1 import WRITTEN, as_version_1

SPEC = NetworkSpec(
    2,
    (
        LayerSpec("affine", 3),
        LayerSpec("batch_norm"),
        LayerSpec("relu"),
        LayerSpec("dropout", rate=0.25),
        LayerSpec("affine", 2),
    ),
)
TRAINING = TrainingConfig(
    "xor",
    batch_size=300,
    optimizer=OptimizerSpec("adam", 0.01),
    schedule=ScheduleSpec("cosine", floor=0.1),
    weight_decay=0.001,
    length=3,
    seed=4,
)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old.blab"
    path.write_bytes(WRITTEN)
    return path


def test_it_opens_with_all_that_it_has(old: Path) -> None:
    assert about(old)["version"] == 1
    checkpoint = load_checkpoint(old)
    assert checkpoint.experiment == Experiment(SPEC, TRAINING)
    assert (checkpoint.iteration, len(checkpoint.losses)) == (8, 8)
    assert (checkpoint.run, checkpoint.is_exact) == (None, False)
    assert (checkpoint.iterations_per_epoch, checkpoint.total_iterations) == (6, 18)
    again = TrainingSession(checkpoint.experiment, open_data_set("xor", 4))
    until(again, 8)
    expected = again.checkpoint()
    assert expected.is_exact
    assert checkpoint.losses == pytest.approx(expected.losses, rel=1e-4)
    assert [made.epoch for made in checkpoint.evaluations] == [0.0, 1.0]
    for folder in ("parameters", "state", "optimizer"):
        ours, theirs = getattr(checkpoint, folder), getattr(expected, folder)
        assert list(ours) == list(theirs)
        for name, array in ours.items():
            np.testing.assert_allclose(array, theirs[name], rtol=1e-3, atol=1e-5, err_msg=name)
    assert checkpoint.random["dropout"] == expected.random["dropout"]


def test_it_goes_on_from_the_next_epoch(old: Path) -> None:
    """The rest of the present epoch comes from a new order; its end is where it was."""
    checkpoint = load_checkpoint(old)
    one = TrainingSession.of_checkpoint(checkpoint, open_data_set("xor", 4))
    assert (one.iteration, one.planned_iterations, one.total_iterations) == (8, 18, 18)
    events = one.events()
    one.explain_next()
    detail = next(event for event in events if isinstance(event, IterationDetail))
    rng = np.random.default_rng()
    rng.bit_generator.state = checkpoint.random["batches"]
    np.testing.assert_array_equal(detail.indices, rng.permutation(2_000)[600:900])
    assert detail.learning_rate == 0.01 * TRAINING.schedule.factor(8, 18, 1)
    rest = list(events)
    assert rest[-1] == Completed(18)
    evaluated = of_kind(rest, Evaluation)
    assert [(made.iteration, made.epoch) for made in evaluated] == [(12, 2.0), (18, 3.0)]


def test_saved_anew_it_still_says_that_it_is_not_exact(old: Path, tmp_path: Path) -> None:
    checkpoint = load_checkpoint(old)
    save_checkpoint(tmp_path / "new.blab", checkpoint)
    assert (about(tmp_path / "new.blab")["version"], about(tmp_path / "new.blab")["run"]) == (2, None)
    assert_same(load_checkpoint(tmp_path / "new.blab"), checkpoint)


def test_what_it_becomes_goes_on_exactly(old: Path) -> None:
    """Nothing is missing from here on."""
    data = open_data_set("xor", 4)
    one = TrainingSession.of_checkpoint(load_checkpoint(old), data)
    until(one, 10)
    checkpoint = through_a_file(one.checkpoint())
    assert checkpoint.is_exact
    again = TrainingSession.of_checkpoint(checkpoint, data)
    list(one.events())
    list(again.events())
    assert_same(again.checkpoint(), one.checkpoint())


@pytest.mark.parametrize(
    ("sampling", "iteration"), [("random", 4), ("random", 6), ("shuffled", 6), ("shuffled", 0)]
)
def test_between_two_epochs_and_at_random_it_equals_one_that_never_stopped(
    tmp_path: Path, sampling: str, iteration: int
) -> None:
    """If no setting was changed on the way."""
    experiment = Experiment(ALL_CHANCE, config(9, sampling=sampling, optimizer=ADAM))
    whole, first = (TrainingSession(experiment, clouds()) for _ in range(2))
    list(whole.events())
    if iteration:
        until(first, iteration)
    path = tmp_path / "a.blab"
    save_checkpoint(path, first.checkpoint())
    as_version_1(path)
    one = TrainingSession.of_checkpoint(load_checkpoint(path), clouds())
    list(one.events())
    np.testing.assert_array_equal(one.network.params.vector, whole.network.params.vector)
    assert one.losses.tolist() == whole.losses.tolist()
    assert one.evaluations == whole.evaluations


def test_an_edit_applies_to_it_too(old: Path) -> None:
    checkpoint = load_checkpoint(old)
    experiment = Experiment(SPEC, replace(TRAINING, batch_size=500, sampling="random"))
    one = TrainingSession.of_checkpoint(checkpoint, open_data_set("xor", 4), experiment, epochs=3)
    assert one.total_iterations == 8 + (2_000 - 600) // 500 + 4
    list(one.events())
    assert [(change.name, change.new) for change in one.changes] == [
        ("batch_size", 500),
        ("sampling", "random"),
    ]


def without(checkpoint: Checkpoint, **training: object) -> Checkpoint:
    changed = replace(checkpoint.experiment.training, **training)  # type: ignore[arg-type]
    return replace(checkpoint, experiment=replace(checkpoint.experiment, training=changed), evaluations=())


def test_where_no_evaluation_tells_it_the_length_of_an_epoch_is_not_known(old: Path) -> None:
    checkpoint = without(load_checkpoint(old))
    assert (checkpoint.iterations_per_epoch, checkpoint.total_iterations) == (None, None)
    counted = without(checkpoint, length=30, length_unit="iterations")
    assert (counted.iterations_per_epoch, counted.total_iterations) == (None, 30)
    one = TrainingSession.of_checkpoint(checkpoint, open_data_set("xor", 4))
    assert (one.iterations_per_epoch, one.total_iterations) == (6, 18)
