"""The settings of a training as one table: by its name each can be read, changed and checked."""

from __future__ import annotations

import math
from dataclasses import fields, replace

import pytest

from core.nn.optimizers import USED_SETTINGS, OptimizerSpec
from core.nn.schedules import SCHEDULE_SETTINGS, ScheduleSpec
from core.training.config import TrainingConfig
from core.training.settings import (
    SETTINGS,
    Setting,
    require_setting,
    settings_of,
    used_settings,
    with_settings,
)

OTHER = TrainingConfig(
    "xor",
    batch_size=7,
    sampling="random",
    optimizer=OptimizerSpec("adam", 0.01, 0.8, 0.7, 0.6, 0.5, 1e-3, True),
    schedule=ScheduleSpec("cosine", 0.3, 4, 0.2),
    weight_decay=0.1,
    length=9,
    length_unit="iterations",
    seed=3,
)


def test_all_but_what_makes_a_run_another_one_is_a_setting() -> None:
    left = {"data_set", "seed", "length", "length_unit"} | {"evaluate_on"}  # which acts on no iteration
    parts = {"optimizer": OptimizerSpec, "schedule": ScheduleSpec}
    names = {field.name for field in fields(TrainingConfig)} - left
    names |= {field.name for kind in parts.values() for field in fields(kind)} - {"kind"}
    assert set(SETTINGS) == names
    assert len(SETTINGS) == len(names)


def test_with_all_settings_of_another_it_is_the_other_but_for_data_length_and_seed() -> None:
    mixed = with_settings(TrainingConfig(), settings_of(OTHER))
    assert mixed == replace(OTHER, data_set="mnist", length=5, length_unit="epochs", seed=0)
    assert with_settings(OTHER, {}) == OTHER


@pytest.mark.parametrize("name", SETTINGS)
def test_one_setting_is_changed_and_no_other(name: str) -> None:
    before, value = settings_of(TrainingConfig()), settings_of(OTHER)[name]
    assert before[name] != value
    assert settings_of(with_settings(TrainingConfig(), {name: value})) == {**before, name: value}


@pytest.mark.parametrize("kind", USED_SETTINGS)
@pytest.mark.parametrize("schedule", SCHEDULE_SETTINGS)
def test_used_are_those_of_the_chosen_kinds(kind: str, schedule: str) -> None:
    training = TrainingConfig(optimizer=OptimizerSpec(kind), schedule=ScheduleSpec(schedule))
    always = {"batch_size", "sampling", "weight_decay", "optimizer", "schedule"}
    assert set(used_settings(training)) == always | {*USED_SETTINGS[kind], *SCHEDULE_SETTINGS[schedule]}


@pytest.mark.parametrize("name", SETTINGS)
def test_the_values_of_a_configuration_can_be_required(name: str) -> None:
    for training in (TrainingConfig(), OTHER):
        require_setting(name, settings_of(training)[name])


@pytest.mark.parametrize(
    ("name", "value", "error"),
    [
        ("lr", 0.1, KeyError),
        ("seed", 1, KeyError),
        ("kind", "sgd", KeyError),
        ("batch_size", 20.0, TypeError),
        ("learning_rate", "0.1", TypeError),
        ("learning_rate", None, TypeError),
        ("learning_rate", math.nan, ValueError),
        ("weight_decay", math.inf, ValueError),
        ("batch_size", 10**400, OverflowError),
        ("optimizer", "sgdm", ValueError),
        ("optimizer", 1, TypeError),
        ("schedule", "", ValueError),
        ("sampling", "shuffle", ValueError),
        ("fold_bias_correction", 1, TypeError),
        ("epsilon", True, TypeError),
    ],
)
def test_what_is_not_a_setting_is_refused(name: str, value: Setting, error: type[Exception]) -> None:
    with pytest.raises(error):
        require_setting(name, value)
