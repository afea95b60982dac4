"""A loss that stays at that of guessing is said, with the likely cause; one that falls is not."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from core.data import DataSet, Split, open_data_set
from core.nn.layer_text import parse_layers
from core.training.chance import chance_loss, judged_at
from core.training.config import Experiment, TrainingConfig
from core.training.events import StayedAtChance
from core.training.session import TrainingSession


def stripes(darkness: int = 1) -> DataSet:
    """Easy images of two classes, their pixels divided by `darkness`."""
    rng = np.random.default_rng(0)
    t = np.arange(400) % 2
    x = rng.integers(0, 100, (400, 8, 8))
    x[t == 1, ::2] += 155
    split = Split((x // darkness).reshape(400, 64).astype(np.uint8), t)
    return DataSet("stripes", "Stripes", split, None, 2, (8, 8), ("0", "1"))


def said(
    layers: str, data: DataSet, rate: float = 0.1, iterations: int = 200, optimizer: str = "sgd"
) -> list[StayedAtChance]:
    config = TrainingConfig(length=iterations, length_unit="iterations")
    config = replace(config, optimizer=replace(config.optimizer, kind=optimizer, learning_rate=rate))
    session = TrainingSession(Experiment(parse_layers(layers, data.input_size), config), data)
    return [event for event in session.events() if isinstance(event, StayedAtChance)]


def test_the_loss_of_guessing_is_the_entropy_of_the_classes() -> None:
    split = Split(np.zeros((4, 2), np.uint8), np.array([0, 1, 1, 1]))
    data = DataSet("", "", split, None, 2)
    assert chance_loss(data) == pytest.approx(-(0.25 * math.log(0.25) + 0.75 * math.log(0.75)))
    assert chance_loss(open_data_set("random-pair")) == 0.0


@pytest.mark.parametrize(("planned", "judged"), [(19, 0), (20, 20), (150, 150), (200, 200), (9_000, 200)])
def test_when_a_run_is_judged(planned: int, judged: int) -> None:
    assert judged_at(planned) == judged


@pytest.mark.parametrize("layers", ["affine:8,relu,affine:2,softmax", "affine:8,tanh,affine:2,softmax"])
def test_a_network_that_learns_is_left_alone(layers: str) -> None:
    assert said(layers, stripes()) == []


DEEP = "affine:16,sigmoid," * 6 + "affine:2,softmax"


@pytest.mark.parametrize(
    ("layers", "data", "rate", "cause"),
    [
        (DEEP, stripes(), 0.01, "The learning rate 0.01 is very small: try 0.1."),
        (DEEP, stripes(), 0.1, "The gradient vanishes on its way back through the layers"),
        ("affine:8,sigmoid,affine:2,softmax", stripes(), 1e4, "The learning rate 10000 is very large"),
        ("affine:2,softmax", open_data_set("xor"), 0.1, "One layer alone can only draw straight lines"),
        (DEEP, stripes(darkness=60), 0.1, "The pixels are very dark"),
    ],
)
def test_the_likely_cause(layers: str, data: DataSet, rate: float, cause: str) -> None:
    (event,) = said(layers, data, rate)
    assert event.iteration == 200
    assert str(event.said).startswith("After 200 iterations the loss is ")
    assert "guessing gives 0.693" in str(event.said)
    assert cause in str(event.said)


def test_a_short_run_is_judged_at_its_end() -> None:
    (event,) = said(DEEP, stripes(), iterations=30)
    assert event.iteration == 30
