"""The settings of a run: what is wrong with them, how long a run is, and the way to a dictionary and back."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.data import Reading, open_data_set
from core.errors import ConfigError, LabError
from core.nn.optimizers import USED_SETTINGS, OptimizerSpec
from core.nn.schedules import SCHEDULE_SETTINGS, ScheduleSpec
from core.nn.spec import LayerSpec, NetworkSpec
from core.training.config import LENGTH_UNITS, SAMPLINGS, Experiment, TrainingConfig
from core.training.presets import PRESETS
from core.training.problems import problems

TOO_LARGE = "This number is too large: write one of 18 digits at most."

PROBLEMS: dict[str, tuple[TrainingConfig, str, str]] = {
    "huge length": (TrainingConfig(length=10**18), "length", TOO_LARGE),
    "huge seed": (TrainingConfig(seed=10**18), "seed", TOO_LARGE),
    "huge part": (TrainingConfig(evaluate_on=10**18), "evaluate_on", TOO_LARGE),
    "huge pixel": (TrainingConfig(reading=Reading(pixel_max=10**18)), "pixel_max", TOO_LARGE),
    "no batch": (TrainingConfig(batch_size=0), "batch_size", "A batch needs at least 1 example."),
    "large batch": (
        TrainingConfig(batch_size=101),
        "batch_size",
        "The batch of 101 is larger than the data (100 examples): make it smaller.",
    ),
    "sampling": (
        TrainingConfig(sampling="shufled"),
        "sampling",
        "Unknown way to draw batches: “shufled”. Did you mean “shuffled”?",
    ),
    "optimizer": (
        TrainingConfig(optimizer=OptimizerSpec("adma")),
        "optimizer",
        "Unknown optimizer: “adma”. Did you mean “adam”?",
    ),
    "rate": (
        TrainingConfig(optimizer=OptimizerSpec("sgd", math.nan)),
        "learning_rate",
        "The learning rate is nan; it must be a number above 0, such as 0.1.",
    ),
    "schedule": (
        TrainingConfig(schedule=ScheduleSpec("cosine", floor=2.0)),
        "floor",
        "The cosine ends at 2.0 of the rate; this must be from 0 to 1, such as 0 or 0.01.",
    ),
    "decay": (
        TrainingConfig(weight_decay=-0.1),
        "weight_decay",
        "The weight decay is 0 (none) or a small positive number, such as 0.0001.",
    ),
    "decay nan": (
        TrainingConfig(weight_decay=math.nan),
        "weight_decay",
        "The weight decay is 0 (none) or a small positive number, such as 0.0001.",
    ),
    "length": (TrainingConfig(length=0), "length", "Train for at least 1 epoch."),
    "length in iterations": (
        TrainingConfig(length=0, length_unit="iterations"),
        "length",
        "Train for at least 1 iteration.",
    ),
    "unit": (
        TrainingConfig(length_unit="epoch"),
        "length_unit",
        "Unknown unit of length: “epoch”. Did you mean “epochs”?",
    ),
    "seed": (TrainingConfig(seed=-1), "seed", "The seed is a whole number, 0 or larger."),
}


@pytest.mark.parametrize(("config", "field", "sentence"), PROBLEMS.values(), ids=PROBLEMS.keys())
def test_a_problem_names_its_field_and_what_to_do(config: TrainingConfig, field: str, sentence: str) -> None:
    (problem,) = config.problems(100)
    assert (problem.fields["field"], str(problem)) == (field, sentence)


def test_a_batch_of_too_many_digits_is_refused_once() -> None:
    config = TrainingConfig(batch_size=10**18)
    assert [str(problem) for problem in config.problems()] == [TOO_LARGE]
    assert ["larger than the data" in str(problem) for problem in config.problems(100)] == [True]


def test_all_problems_are_told_at_once_and_the_size_of_the_data_only_where_it_is_known() -> None:
    wrong = TrainingConfig(batch_size=200, weight_decay=-1.0, length=0, seed=-1)
    fields = [problem.fields["field"] for problem in wrong.problems(100)]
    assert fields == ["batch_size", "weight_decay", "length", "seed"]
    assert [problem.fields["field"] for problem in wrong.problems()] == fields[1:]
    assert TrainingConfig().problems(60_000) == ()
    assert TrainingConfig(batch_size=100).problems(100) == ()


@pytest.mark.parametrize(
    ("batch", "normalized", "refused"), [(1, True, True), (2, True, False), (1, False, False)]
)
def test_batch_normalization_of_single_examples_is_refused(
    batch: int, normalized: bool, refused: bool
) -> None:
    """It would give β whatever comes in."""
    middle = (LayerSpec("batch_norm"),) if normalized else ()
    spec = NetworkSpec(2, (LayerSpec("affine", 4), *middle, LayerSpec("relu"), LayerSpec("affine", 2)))
    experiment = Experiment(spec, TrainingConfig("xor", batch_size=batch))
    found = experiment.problems()
    assert [problem.fields["field"] for problem in found] == (["batch_size"] if refused else [])
    with_data = problems(experiment, open_data_set("xor"))
    assert [str(problem) for problem in with_data] == [str(problem) for problem in found]
    if refused:
        assert "at least 2" in str(found[0])


@pytest.mark.parametrize(
    ("config", "examples", "per_epoch", "total"),
    [
        (TrainingConfig(batch_size=200, length=20_000, length_unit="iterations"), 60_000, 300, 20_000),
        (TrainingConfig(batch_size=128, length=12), 60_000, 468, 5_616),
        (TrainingConfig(batch_size=100, length=5), 99, 1, 5),
        (TrainingConfig(batch_size=1, length=3), 1, 1, 3),
    ],
)
def test_an_epoch_is_as_long_as_in_the_book(
    config: TrainingConfig, examples: int, per_epoch: int, total: int
) -> None:
    assert config.iterations_per_epoch(examples) == per_epoch
    assert config.total_iterations(examples) == total


@given(
    st.builds(
        TrainingConfig,
        data_set=st.sampled_from(["mnist", "xor", "some/folder"]),
        batch_size=st.integers(1, 1_000),
        sampling=st.sampled_from(SAMPLINGS),
        optimizer=st.builds(
            OptimizerSpec,
            st.sampled_from(list(USED_SETTINGS)),
            st.floats(1e-6, 10),
            momentum=st.floats(0, 0.99),
            epsilon=st.none() | st.floats(1e-12, 1e-3),
            fold_bias_correction=st.booleans(),
        ),
        schedule=st.builds(
            ScheduleSpec,
            st.sampled_from(list(SCHEDULE_SETTINGS)),
            gamma=st.floats(0.01, 1),
            step_epochs=st.integers(1, 50),
            floor=st.floats(0, 1),
        ),
        weight_decay=st.floats(0, 1),
        length=st.integers(1, 100_000),
        length_unit=st.sampled_from(LENGTH_UNITS),
        seed=st.integers(0, 2**64),
        reading=st.builds(
            Reading,
            pixel_max=st.integers(1, 2**16),
            is_turned=st.booleans(),
            leaves_out_broken=st.booleans(),
            class_names=st.lists(st.text(), max_size=3).map(tuple),
        ),
    )
)
@settings(max_examples=60)
def test_a_configuration_goes_to_a_dictionary_to_json_and_back(config: TrainingConfig) -> None:
    assert config.problems() == ()
    assert TrainingConfig.from_dict(json.loads(json.dumps(config.to_dict()))) == config


@pytest.mark.parametrize("name", PRESETS)
def test_an_experiment_goes_to_a_dictionary_to_json_and_back(name: str) -> None:
    experiment = PRESETS[name].experiment
    assert Experiment.from_dict(json.loads(json.dumps(experiment.to_dict()))) == experiment


@pytest.mark.parametrize(
    "changes",
    [
        {"batch_size": "100"},
        {"batch_size": 1.5},
        {"batch_size": True},
        {"optimizer": None},
        {"optimizer": {"kind": "sgd", "speed": 1}},
        {"optimizer": {"learning_rate": 10**400}},
        {"schedule": []},
        {"data_set": 3},
        {"length": None},
        {"seed": 0.5},
        {"colour": "red"},
        {"weight_decay": -1.0},
        {"reading": 3},
        {"reading": {"pixel_max": 0}},
        {"reading": {"pixel_max": "16"}},
        {"reading": {"class_names": [1]}},
        {"reading": {"colour": "red"}},
    ],
    ids=str,
)
def test_a_dictionary_that_is_no_configuration_gets_a_sentence(changes: dict[str, Any]) -> None:
    with pytest.raises(ConfigError):
        TrainingConfig.from_dict(TrainingConfig().to_dict() | changes)


@pytest.mark.parametrize("values", [{}, {"network": {}}, {"network": [], "training": {}}])
def test_a_dictionary_that_is_no_experiment_gets_a_sentence(values: dict[str, Any]) -> None:
    with pytest.raises(LabError, match="This is not a description of an experiment"):
        Experiment.from_dict(values)


def test_configurations_compare_by_value() -> None:
    assert TrainingConfig() == TrainingConfig()
    assert replace(TrainingConfig(), seed=1) != TrainingConfig()
