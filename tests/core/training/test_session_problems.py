"""What cannot be trained is refused before the session begins, with a sentence for each problem."""

from __future__ import annotations

import math

import pytest

from core.data import DataSet
from core.errors import ConfigError, LabError, SpecError
from core.nn.optimizers import OptimizerSpec
from core.nn.spec import LayerSpec, NetworkSpec
from core.training.config import Experiment, TrainingConfig
from core.training.presets import preset
from core.training.problems import problems
from core.training.session import TrainingSession
from tests.core.training.small_data import clouds, config, session


def test_a_session_that_cannot_be_is_refused_with_all_its_problems() -> None:
    wrong = NetworkSpec(7, (LayerSpec("affine", 8), LayerSpec("step"), LayerSpec("affine", 9)))
    training = config(0, batch_size=61, optimizer=OptimizerSpec("sgd", math.nan), weight_decay=-1.0)
    found = problems(Experiment(wrong, training), clouds())
    assert {str(problem.fields.get("field")) for problem in found} == {
        *("batch_size", "learning_rate", "weight_decay", "length"),
        *("kind", "input_size", "units"),
    }
    with pytest.raises(LabError):
        TrainingSession(Experiment(wrong, training), clouds())


def test_a_batch_larger_than_the_data_is_refused() -> None:
    with pytest.raises(ConfigError, match="The batch of 61 is larger than the data"):
        session(batch_size=61)
    assert session(batch_size=60).iterations_per_epoch == 1


def test_a_batch_too_large_for_memory_is_refused(mnist: DataSet) -> None:
    """60,000 images through a layer of 60,000 units are 14 GB, though its weights are within the limit."""
    layers = (LayerSpec("affine", 60_000), LayerSpec("relu"), LayerSpec("affine", 10))
    experiment = Experiment(NetworkSpec(784, layers), TrainingConfig(batch_size=60_000))
    (problem,) = problems(experiment, mnist)
    assert problem.fields["field"] == "batch_size"
    assert str(problem) == (
        "A batch of 60000 takes 54.0 GB in this network; the limit is 2 GB. Make it smaller."
    )
    modern = preset("modern").experiment.network
    assert problems(Experiment(modern, TrainingConfig(batch_size=60_000)), mnist) == ()


def test_a_network_that_cannot_be_built_is_not_held_against_the_data_as_well() -> None:
    (problem,) = problems(Experiment(NetworkSpec(4, (LayerSpec("affine", 0),)), config()), clouds())
    assert isinstance(problem, SpecError)
