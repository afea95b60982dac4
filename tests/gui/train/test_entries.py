"""Numbers as people type them, edits of layers and settings, and a title for every word of the engine."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.data import DATA_SET_NAMES
from core.nn.initializers import INITIALIZERS, InitializerSpec
from core.nn.layer_kinds import LAYERS
from core.nn.optimizers import USED_SETTINGS, OptimizerSpec
from core.nn.schedules import SCHEDULE_SETTINGS, ScheduleSpec
from core.nn.spec import LOSSES, SQUARED_ERROR_FORMS, LayerSpec, NetworkSpec
from core.training.config import LENGTH_UNITS, SAMPLINGS, TrainingConfig
from gui.train import terms
from gui.train.form import config_edits
from gui.train.form.texts import FormTexts
from gui.train.network import layer_edits
from gui.widgets.fields import entries


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.1", 0.1),
        ("0,1", 0.1),
        ("1,000", 1000.0),
        ("1 000.5", 1000.5),
        ("1,234,567", 1234567.0),
        ("1e-4", 1e-4),
        ("−3", -3.0),
        (" 2\u202f000 ", 2000.0),
        ("abc", None),
        ("", None),
        ("1e", None),
    ],
)
def test_numbers_are_read_as_they_are_meant(text: str, value: float | None) -> None:
    assert entries.read_number(text) == value


def test_what_is_not_finite_is_read_so_that_the_engine_can_name_it() -> None:
    assert math.isnan(entries.read_number("nan") or 0.0)
    assert entries.read_number("inf") == math.inf
    assert entries.read_whole("nan") is None
    assert entries.read_whole("inf") is None


@pytest.mark.parametrize(
    ("text", "value"),
    [("80", 80), ("20,000", 20_000), ("2e4", 20_000), ("80.0", 80), ("-3", -3), ("1.5", None), ("x", None)],
)
def test_whole_numbers_are_read(text: str, value: int | None) -> None:
    assert entries.read_whole(text) == value


@given(st.integers(-(10**17), 10**17))
def test_a_whole_number_reads_back(value: int) -> None:
    assert entries.read_whole(entries.write_whole(value)) == value


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_reads_back_exactly(value: float) -> None:
    assert entries.read_number(entries.write_number(value)) == value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.1, "0.1"),
        (0.0, "0"),
        (0.001, "0.001"),
        (1e-5, "0.00001"),
        (1e-7, "1e−7"),
        (1e20, "1e20"),
        (-0.25, "−0.25"),
        (-2e-12, "−2e−12"),
        (-math.inf, "−inf"),
    ],
)
def test_a_number_is_written_as_a_person_would(value: float, text: str) -> None:
    assert entries.write_number(value) == text


def test_a_negative_whole_number_has_a_real_minus() -> None:
    assert entries.write_whole(-20_000) == "−20,000"


def test_steps_go_through_one_two_five() -> None:
    up = [0.1]
    for _ in range(4):
        up.append(entries.step_up(up[-1]))
    assert up == [0.1, 0.2, 0.5, 1.0, 2.0]
    down = [0.1]
    for _ in range(4):
        down.append(entries.step_down(down[-1]))
    assert down == [0.1, 0.05, 0.02, 0.01, 0.005]


@given(st.floats(1e-12, 1e12))
def test_a_step_goes_its_way(value: float) -> None:
    assert entries.step_down(value) < value < entries.step_up(value)


def test_from_nothing_a_step_goes_somewhere() -> None:
    assert entries.step_up(0.0) == 1e-4
    assert entries.step_down(0.0) == 0.0


NET = NetworkSpec(
    784,
    (LayerSpec("affine", 80, InitializerSpec("normal", 0.01)), LayerSpec("relu"), LayerSpec("affine", 10)),
)


def test_a_new_affine_layer_is_like_the_hidden_one() -> None:
    layer = layer_edits.new_layer("affine", NET, 1)
    assert (layer.units, layer.init) == (80, InitializerSpec("normal", 0.01))
    assert layer_edits.new_layer("affine", NetworkSpec(2, ()), 0).units == layer_edits.USUAL_UNITS


def test_given_weights_are_not_passed_on_to_a_new_layer() -> None:
    first = LayerSpec("affine", 1, InitializerSpec.given([[1.0]]))
    layer = layer_edits.new_layer("affine", NetworkSpec(1, (first,)), 1)
    assert layer.init.kind == "he"


def test_layers_move_both_ways() -> None:
    kinds = [layer.kind for layer in layer_edits.move(NET, 0, 2).layers]
    assert kinds == ["relu", "affine", "affine"]
    assert layer_edits.move(layer_edits.move(NET, 0, 2), 2, 0) == NET


def test_another_kind_starts_from_its_own_settings() -> None:
    changed = layer_edits.change(NET, 1, kind="affine")
    assert changed.layers[1].units == 80, "an Affine layer keeps the width that was there"
    assert layer_edits.change(NET, 0, kind="tanh").layers[0] == LayerSpec("tanh")
    assert layer_edits.change(NET, 0, units=5).layers[0].units == 5


def test_another_optimizer_brings_its_usual_rate_along() -> None:
    config = TrainingConfig()
    adam = config_edits.with_value(config, "optimizer", "adam")
    assert (adam.optimizer.kind, adam.optimizer.learning_rate) == ("adam", 0.001)
    own = replace(config, optimizer=OptimizerSpec("sgd", 0.07))
    assert config_edits.with_value(own, "optimizer", "adam").optimizer.learning_rate == 0.07


@pytest.mark.parametrize("name", ["gamma", "step_epochs", "floor", "momentum", "batch_size", "weight_decay"])
def test_a_setting_is_read_back_by_its_name(name: str) -> None:
    config = config_edits.with_value(TrainingConfig(), name, 7)
    assert config_edits.value_of(config, name) == 7


def test_epsilon_is_the_optimizers_own_until_it_is_another() -> None:
    config = replace(TrainingConfig(), optimizer=OptimizerSpec("adagrad"))
    assert config_edits.value_of(config, "epsilon") == 1e-10
    assert config_edits.value_of(replace(config, optimizer=OptimizerSpec("adam")), "epsilon") == 1e-8
    assert config_edits.value_of(replace(config, optimizer=OptimizerSpec("sgd")), "epsilon") == 0.0
    books = config_edits.with_value(config, "epsilon", 1e-7)
    assert (books.optimizer.epsilon, config_edits.value_of(books, "epsilon")) == (1e-7, 1e-7)
    assert config_edits.with_value(books, "epsilon", 1e-10) == config


@pytest.mark.parametrize("kind", USED_SETTINGS)
def test_every_constant_of_the_engine_has_its_place_in_the_form(kind: str) -> None:
    """Nothing that an optimizer is made with is out of reach."""
    config = replace(TrainingConfig(), optimizer=OptimizerSpec(kind))
    for name in USED_SETTINGS[kind]:
        assert config_edits.counts(config, name)
        assert FormTexts().label(name)
        value = config_edits.value_of(config, name)
        assert config_edits.with_value(config, name, value) == config
    constants = [name for name in config_edits.CONSTANTS if config_edits.counts(config, name)]
    assert constants == [name for name in config_edits.CONSTANTS if name in USED_SETTINGS[kind]]
    assert config_edits.counts(config, "constants") == bool(constants)


def test_only_settings_with_a_meaning_count() -> None:
    config = TrainingConfig()
    assert not config_edits.counts(config, "momentum")
    assert config_edits.counts(replace(config, optimizer=OptimizerSpec("nesterov")), "momentum")
    assert not config_edits.counts(config, "gamma")
    assert config_edits.counts(replace(config, schedule=ScheduleSpec("step")), "gamma")
    assert config_edits.counts(replace(config, schedule=ScheduleSpec("cosine")), "floor")


@pytest.mark.parametrize(
    ("table", "words"),
    [
        (terms.LAYERS, LAYERS),
        (terms.LOSSES, LOSSES),
        (terms.FORMS, SQUARED_ERROR_FORMS),
        (terms.INITIALIZERS, INITIALIZERS),
        (terms.OPTIMIZERS, USED_SETTINGS),
        (terms.BIAS_CORRECTIONS, config_edits.BIAS_CORRECTIONS),
        (terms.SAMPLINGS, SAMPLINGS),
        (terms.SCHEDULES, SCHEDULE_SETTINGS),
        (terms.LENGTH_UNITS, LENGTH_UNITS),
        (terms.DATA_SETS, DATA_SET_NAMES),
        (terms.OUTCOMES, ("completed", "stopped", "diverged", "failed")),
    ],
)
def test_every_word_of_the_engine_has_a_title_and_an_explanation(
    table: dict[str, Any], words: Iterable[str]
) -> None:
    assert list(table) == list(words)
    assert all(term.title and term.tip.endswith((".", "…")) for term in table.values())


def test_the_optimizers_tooltip_names_its_constants() -> None:
    assert "β₁ 0.9" in FormTexts().optimizer_tip(OptimizerSpec("adam"))
    assert "(" not in FormTexts().optimizer_tip(OptimizerSpec("sgd"))
