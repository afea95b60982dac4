"""What is changed while a session runs, the schedule of its rate, and weight decay."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core.errors import ConfigError
from core.nn.schedules import ScheduleSpec
from core.training.config import Experiment
from core.training.events import Iteration, IterationDetail, SettingChanged
from core.training.session import LIVE_SETTINGS, TrainingSession
from tests.core.training.small_data import (
    ALL_CHANCE,
    MOMENTUM,
    SMALL,
    clouds,
    config,
    of_kind,
    session,
    until,
)

# --- what is changed while it runs --------------------------------------------------------------------------


def test_a_change_is_told_before_the_first_iteration_that_has_it() -> None:
    one = session(iterations=6)
    until(one, 2)
    one.change("learning_rate", 0.25)
    assert one.iteration == 2
    events = until(one, 3)
    assert of_kind(events, SettingChanged) == [SettingChanged(3, "learning_rate", 0.1, 0.25)]
    assert isinstance(events[-2], SettingChanged)
    assert of_kind(one.events(), SettingChanged) == []


@pytest.mark.parametrize("name", LIVE_SETTINGS)
def test_a_changed_setting_acts_from_there_on_as_if_it_had_been_configured(name: str) -> None:
    """Two runs: one changed before its first update, one configured so from the start."""
    training = config(6, optimizer=MOMENTUM, weight_decay=0.01)
    named: dict[str, Any] = {name: 0.3}
    configured = (
        replace(training, weight_decay=0.3)
        if name == "weight_decay"
        else replace(training, optimizer=replace(MOMENTUM, **named))
    )
    changed = TrainingSession(Experiment(SMALL, training), clouds())
    changed.change(name, 0.3)
    expected = TrainingSession(Experiment(SMALL, configured), clouds())
    plain = TrainingSession(Experiment(SMALL, training), clouds())
    for one in (changed, expected, plain):
        list(one.events())
    np.testing.assert_array_equal(changed.network.params.vector, expected.network.params.vector)
    assert (changed.network.params.vector != plain.network.params.vector).any()


def test_of_two_changes_of_one_setting_the_last_counts_and_none_is_told_where_nothing_changed() -> None:
    one = session(iterations=2)
    one.change("learning_rate", 0.5)
    one.change("learning_rate", 0.3)
    one.change("weight_decay", 0.0)
    changed = of_kind(one.events(), SettingChanged)
    assert changed == [SettingChanged(1, "learning_rate", 0.1, 0.3)]


def test_changes_of_several_settings_are_told_in_the_order_in_which_they_were_made() -> None:
    one = session(iterations=2, optimizer=MOMENTUM)
    one.change("learning_rate", 0.5)
    one.change("weight_decay", 0.1)
    one.change("momentum", 0.5)
    names = [event.name for event in of_kind(one.events(), SettingChanged)]
    assert names == ["learning_rate", "weight_decay", "momentum"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("learning_rate", value) for value in (0.0, -0.1, math.nan, math.inf)),
        *(("momentum", value) for value in (1.0, -0.1, math.nan)),
        *(("weight_decay", value) for value in (-0.1, math.nan, math.inf)),
    ],
)
def test_a_bad_value_is_refused_and_changes_nothing(name: str, value: float) -> None:
    one, twin = (session(iterations=3, optimizer=MOMENTUM) for _ in range(2))
    with pytest.raises(ConfigError) as caught:
        one.change(name, value)
    assert caught.value.fields["field"] == name
    assert of_kind(one.events(), SettingChanged) == []
    list(twin.events())
    np.testing.assert_array_equal(one.network.params.vector, twin.network.params.vector)


def test_only_live_settings_of_the_optimizer_can_be_changed() -> None:
    with pytest.raises(ValueError, match="batch_size cannot be changed while a session runs"):
        session().change("batch_size", 3)
    with pytest.raises(ValueError, match="momentum cannot be changed while a session runs"):
        session().change("momentum", 0.5)


# --- schedules and weight decay -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "schedule",
    [ScheduleSpec(), ScheduleSpec("step", gamma=0.5, step_epochs=1), ScheduleSpec("cosine", floor=0.1)],
    ids=lambda spec: spec.kind,
)
def test_the_schedule_sets_the_rate_of_each_update(schedule: ScheduleSpec) -> None:
    one = session(iterations=9, schedule=schedule)
    rates, updates = [], []
    events = one.events()
    next(events)
    for _ in range(9):
        one.explain_next()
        before = one.network.params.vector.copy()
        detail = next(event for event in events if isinstance(event, IterationDetail))
        rates.append(detail.learning_rate)
        gradient = one.network.params.vector - before
        updates.append(np.linalg.norm(gradient) / _gradient_norm(detail, one))
    expected = [0.1 * schedule.factor(i, 9, i // 3) for i in range(9)]
    assert rates == pytest.approx(expected, rel=1e-12)
    assert updates == pytest.approx(expected, rel=1e-4)


def _gradient_norm(detail: IterationDetail, one: TrainingSession) -> float:
    """‖∂L/∂p‖ from the root mean squares of the arrays."""
    sizes = {name: array.size for name, array in one.network.params.items()}
    return math.sqrt(sum(sizes[name] * rms**2 for name, rms in detail.gradient_rms.items()))


def test_a_changed_rate_is_the_base_of_the_schedule() -> None:
    one = session(iterations=6, schedule=ScheduleSpec("step", gamma=0.5, step_epochs=1))
    until(one, 4)
    one.change("learning_rate", 0.8)
    one.explain_next()
    (detail,) = of_kind(one.events(), IterationDetail)
    assert (detail.iteration, detail.learning_rate) == (5, 0.4)


def test_weight_decay_pulls_at_weights_and_at_nothing_else() -> None:
    """SGD: W ← W − η·(g + λ·W); b, γ and β ← themselves − η·g."""
    decayed, plain = (
        session(ALL_CHANCE, iterations=1, weight_decay=decay, sampling="random") for decay in (0.5, 0.0)
    )
    start = decayed.network.params.copies()
    for one in (decayed, plain):
        list(one.events())
    for name, array in decayed.network.params.items():
        expected = plain.network.params[name]
        if name.startswith("W"):
            expected = expected - 0.1 * 0.5 * start[name]
        np.testing.assert_allclose(array, expected, rtol=1e-5, atol=1e-7, err_msg=name)
        assert (array != start[name]).any()


def test_the_loss_told_is_without_the_decay() -> None:
    decayed, plain = (session(iterations=1, weight_decay=decay) for decay in (10.0, 0.0))
    assert of_kind(decayed.events(), Iteration) == of_kind(plain.events(), Iteration)
