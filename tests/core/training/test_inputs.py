"""What a model file says of the examples of its network, and what it refuses to say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.data import DataSet, Split, open_data_set
from core.nn.spec import LayerSpec, NetworkSpec
from core.training.checkpoint import load_checkpoint, save_checkpoint
from core.training.config import Experiment, TrainingConfig
from core.training.inputs import Inputs
from core.training.session import TrainingSession
from tests.core.training.model_files import about, refused, rewritten

SPEC = NetworkSpec(12, (LayerSpec("affine", 3),))
NAMES = ("coat", "sandal", "가방")


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """The file of a network for small images of clothes."""
    rng = np.random.default_rng(0)
    train = Split(rng.integers(0, 256, (6, 12)).astype(np.uint8), np.arange(6) % 3)
    data = DataSet("clothes", "Clothes", train, None, 3, (3, 4), NAMES)
    session = TrainingSession(Experiment(SPEC, TrainingConfig("clothes", batch_size=2)), data)
    save_checkpoint(tmp_path / "clothes.blab", session.checkpoint())
    return tmp_path / "clothes.blab"


def test_image_shape_preparation_and_names_of_classes_are_kept(saved: Path) -> None:
    assert load_checkpoint(saved).inputs == Inputs((3, 4), "plain", NAMES)
    assert about(saved)["version"] == 2
    mnist = open_data_set("mnist")
    assert Inputs.of(mnist) == Inputs((28, 28), "digits", tuple("0123456789"))
    assert Inputs.of(open_data_set("xor")).image_shape is None


def changed(path: Path, inputs: Any) -> None:
    text = about(path)
    if inputs == "left out":
        del text["inputs"]
    else:
        text["inputs"] = inputs
    rewritten(path, {"model.json": json.dumps(text).encode()})


@pytest.mark.parametrize("nothing", [None, "left out"])
def test_a_file_that_does_not_say_it_opens_as_ever(saved: Path, nothing: str | None) -> None:
    changed(saved, nothing)
    assert load_checkpoint(saved).inputs is None


@pytest.mark.parametrize(
    "change",
    [
        {"image_shape": [3, 5]},
        {"image_shape": [12]},
        {"image_shape": [-3, -4]},
        {"image_shape": [3.0, 4.0]},
        {"image_shape": "34"},
        {"preparation": "as they like"},
        {"preparation": ["digits"]},
        {"classes": ["coat", "sandal"]},
        {"classes": [1, 2, 3]},
        {"classes": None},
        {"more": 1},
    ],
)
def test_what_cannot_be_true_of_the_network_is_refused(saved: Path, change: dict[str, Any]) -> None:
    good = {"image_shape": [3, 4], "preparation": "plain", "classes": list(NAMES)}
    changed(saved, good)
    assert load_checkpoint(saved).inputs == Inputs((3, 4), "plain", NAMES)
    changed(saved, good | change)
    refused(saved, "is damaged")


@pytest.mark.parametrize("inputs", [[], 5, "digits", {}])
def test_something_else_in_its_place_is_refused(saved: Path, inputs: Any) -> None:
    changed(saved, inputs)
    refused(saved, "is damaged")
