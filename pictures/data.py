"""The states of the Data screen that are worth a picture, for `pictures`.

Each is reached as a person would reach it; the run is cut short so that pictures take seconds.
"""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import numpy as np

from core.data import write_idx
from core.inspection.filtering import Filter, Order
from core.nn.spec import LayerSpec, NetworkSpec
from core.training.config import Experiment, TrainingConfig
from core.training.presets import preset
from pictures import hands
from pictures.data_states import clear, initial, predicted, trained, workspace
from pictures.scene import Scene, Stage


def scenes() -> tuple[Scene, ...]:
    """All of them."""
    prepared = {
        "data-initial": _initial,
        "data-trained": _trained,
        "data-large": _large,
        "data-inside": _inside,
        "data-wrong": _wrong,
        "data-no-match": _no_match,
        "data-points": _points,
        "data-odd-size": _odd_size,
        "data-misfit": _misfit,
        "data-none": _none,
    }
    return tuple(Scene(name, "data", prepare, clear) for name, prepare in prepared.items())


def _initial(stage: Stage) -> None:
    initial(stage)
    workspace(stage).show_image("test", 247)


def _trained(stage: Stage) -> None:
    """The workspace with a mistake chosen."""
    trained(stage)
    workspace(stage).model.next_mistake()
    stage.settle(50)


def _large(stage: Stage) -> None:
    _trained(stage)
    workspace(stage).grid.sizes["large"].click()


def _inside(stage: Stage) -> None:
    _trained(stage)
    workspace(stage).grid.sizes["small"].click()
    workspace(stage).detail.pages.setCurrentIndex(1)
    stage.settle(50)


def _wrong(stage: Stage) -> None:
    """The worst mistakes among the fours and nines."""
    _trained(stage)
    model = workspace(stage).model
    model.set_filter(Filter(labels=frozenset({4, 9}), right=False))
    model.set_sorting(Order("loss", descending=True))
    model.select(int(model.order[0]))
    stage.settle(50)


def _no_match(stage: Stage) -> None:
    _trained(stage)
    workspace(stage).model.set_filter(Filter(labels=frozenset({0}), predicted=frozenset({1}), right=True))


def _points(stage: Stage) -> None:
    """Data that are not images."""
    spec = NetworkSpec(2, (LayerSpec("affine", 8), LayerSpec("tanh"), LayerSpec("affine", 2)))
    workspace(stage).model.document.new(Experiment(spec, TrainingConfig("xor")))
    predicted(stage)


def _odd_size(stage: Stage) -> None:
    """A folder of one's own: the digits from 0 to 4, cut to 19 × 28, after a short training."""
    trained(stage)
    document = workspace(stage).model.document
    digits = document.data
    assert digits is not None
    assert digits.test is not None
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "narrow-digits"
        folder.mkdir()
        for part, split, most in (("train", digits.train, 6_000), ("t10k", digits.test, 1_000)):
            rows = np.flatnonzero(split.t < 5)[:most]
            images = split.x[rows].reshape(-1, 28, 28)[:, :, 5:24]
            write_idx(folder / f"{part}-images-idx3-ubyte", images)
            write_idx(folder / f"{part}-labels-idx1-ubyte", split.t[rows].astype(np.uint8))
        spec = NetworkSpec(19 * 28, (LayerSpec("affine", 30), LayerSpec("relu"), LayerSpec("affine", 5)))
        document.new(Experiment(spec, TrainingConfig(str(folder), length=3)))
        stage.until(lambda: document.data is not None and document.data.name == str(folder))
    predicted(stage)
    hands.trainer(stage).start()
    hands.rest(stage)
    predicted(stage)
    workspace(stage).model.next_mistake()


def _misfit(stage: Stage) -> None:
    """A network for two inputs on MNIST."""
    _initial(stage)
    spec = NetworkSpec(2, (LayerSpec("affine", 8), LayerSpec("relu"), LayerSpec("affine", 10)))
    workspace(stage).model.document.edit_network(spec, "")
    stage.settle(50)


def _none(stage: Stage) -> None:
    """A data set that is not there."""
    document = workspace(stage).model.document
    config = preset("two-layer").experiment.training
    document.edit_training(replace(config, data_set="./my-digits"), "")
    stage.until(lambda: document.data_error is not None)
    stage.settle(50)
