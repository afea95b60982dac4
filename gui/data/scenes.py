"""The states of the Data screen that are worth a picture, for `gui.pictures`.

Each is reached as a person would reach it; the run is cut short so that pictures take seconds.
"""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from core.inspection.filtering import Filter, Order
from core.nn.spec import LayerSpec, NetworkSpec
from core.training.config import Experiment, TrainingConfig
from core.training.presets import preset
from gui.data.workspace import DataWorkspace
from gui.scene import Scene, Stage
from gui.training_state import State

SHORT = 1_200  # iterations


def scenes() -> tuple[Scene, ...]:
    """All of them."""
    prepared = {
        "data-fresh": _fresh,
        "data-trained": _trained,
        "data-large": _large,
        "data-inside": _inside,
        "data-wrong": _wrong,
        "data-no-match": _no_match,
        "data-points": _points,
        "data-misfit": _misfit,
        "data-none": _none,
    }
    return tuple(Scene(name, "data", prepare, _clear) for name, prepare in prepared.items())


def _workspace(stage: Stage) -> DataWorkspace:
    return cast(DataWorkspace, stage.window.workspace("data"))


def _answered(stage: Stage) -> None:
    model = _workspace(stage).model
    stage.until(lambda: model.data is not None and not model.is_predicting)
    stage.settle(50)


def _fresh(stage: Stage) -> None:
    _workspace(stage).model.document.apply_preset("two-layer")
    _answered(stage)
    _workspace(stage).show_image("test", 247)


def _trained(stage: Stage) -> None:
    """After two epochs, with a mistake chosen."""
    workspace = _workspace(stage)
    document = workspace.model.document
    _fresh(stage)
    config = document.experiment.training
    document.edit_training(replace(config, length=SHORT, length_unit="iterations"), "")
    workspace.model.trainer.start()
    stage.until(lambda: workspace.model.trainer.state is State.ENDED)
    stage.until(lambda: workspace.model.looked_at.kind == "ended")
    _answered(stage)
    workspace.model.next_mistake()
    stage.settle(50)


def _large(stage: Stage) -> None:
    _trained(stage)
    _workspace(stage).grid.sizes["large"].click()


def _inside(stage: Stage) -> None:
    _trained(stage)
    _workspace(stage).grid.sizes["small"].click()
    _workspace(stage).detail.pages.setCurrentIndex(1)
    stage.settle(50)


def _wrong(stage: Stage) -> None:
    """The worst mistakes among the fours and nines."""
    _trained(stage)
    model = _workspace(stage).model
    model.set_filter(Filter(labels=frozenset({4, 9}), right=False))
    model.set_sorting(Order("loss", descending=True))
    model.select(int(model.order[0]))
    stage.settle(50)


def _no_match(stage: Stage) -> None:
    _trained(stage)
    _workspace(stage).model.set_filter(Filter(labels=frozenset({0}), answers=frozenset({1}), right=True))


def _points(stage: Stage) -> None:
    """Data that are no images."""
    spec = NetworkSpec(2, (LayerSpec("affine", 8), LayerSpec("tanh"), LayerSpec("affine", 2)))
    _workspace(stage).model.document.new(Experiment(spec, TrainingConfig("xor")))
    _answered(stage)


def _misfit(stage: Stage) -> None:
    """A network for two inputs on MNIST."""
    _fresh(stage)
    spec = NetworkSpec(2, (LayerSpec("affine", 8), LayerSpec("relu"), LayerSpec("affine", 10)))
    _workspace(stage).model.document.edit_network(spec, "")
    stage.settle(50)


def _none(stage: Stage) -> None:
    """A data set that is not there."""
    document = _workspace(stage).model.document
    config = preset("two-layer").experiment.training
    document.edit_training(replace(config, data_set="./my-digits"), "")
    stage.until(lambda: document.data_error is not None)
    stage.settle(50)


def _clear(stage: Stage) -> None:
    """Leave nothing that runs, and nothing that the window would ask about."""
    model = _workspace(stage).model
    model.trainer.shutdown()
    model.document.new(model.document.experiment)
