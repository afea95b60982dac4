"""The states of the Train screen that are worth a picture, for `pictures`.

Each is reached as a person would reach it; the runs are cut short so that pictures take seconds.
"""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from typing import cast

from PySide6.QtCore import Qt

from core.data import open_data_set
from core.nn.optimizers import OptimizerSpec
from core.nn.spec import LayerSpec, NetworkSpec
from core.training.config import Experiment, TrainingConfig
from core.training.session import TrainingSession
from gui.train.workspace import TrainWorkspace
from pictures import hands
from pictures.hands import edit_training
from pictures.scene import Scene, Stage

SHORT = 600  # iterations
RUNNING_FROM = 1_500
SHOWN_MS = 400  # until every plot has had its turn


def scenes() -> tuple[Scene, ...]:
    """All of them."""
    prepared = {
        "train-idle": _idle,
        "train-running": _running,
        "train-paused": _paused,
        "train-ended": _ended,
        "train-runs-empty": _runs_empty,
        "train-runs": _runs,
        "train-evaluated": _evaluated,
        "train-diverged": _diverged,
        "train-problems": _problems,
        "train-deep": _deep,
        "train-surface": _surface,
        "train-surface-running": _surface_running,
    }
    return tuple(Scene(name, "train", prepare, _clear) for name, prepare in prepared.items())


def _workspace(stage: Stage) -> TrainWorkspace:
    return cast(TrainWorkspace, stage.window.workspace("train"))


def _idle(stage: Stage) -> None:
    document = _workspace(stage).document
    stage.until(lambda: document.data is not None or document.data_error is not None)


def _running(stage: Stage) -> None:
    _idle(stage)
    _press(stage, "start")
    document = _workspace(stage).document
    stage.until(lambda: document.runs[-1].log.last_iteration >= RUNNING_FROM)
    stage.settle(SHOWN_MS)


def _paused(stage: Stage) -> None:
    """A run after one epoch and one iteration."""
    _idle(stage)
    for name in ("epoch", "step"):
        _press(stage, name)
        _rest(stage)


def _ended(stage: Stage) -> None:
    """Two runs, the first laid over the second."""
    _train_shortly(stage)
    _press(stage, "same_seed")
    edit_training(_workspace(stage).document, learning_rate=0.3)
    _press(stage, "start")
    _rest(stage)
    workspace = _workspace(stage)
    model = workspace.runs.model
    model.setData(model.index(1, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    workspace.runs.select(1)
    workspace.pages.setCurrentWidget(workspace.runs)
    stage.settle(SHOWN_MS)


def _runs_empty(stage: Stage) -> None:
    _idle(stage)
    workspace = _workspace(stage)
    workspace.pages.setCurrentWidget(workspace.runs)


def _runs(stage: Stage) -> None:
    """A run of this sitting above twenty of earlier ones: some with a name or a note, two pinned."""
    _keep_twenty(stage)
    _train_shortly(stage)
    workspace = _workspace(stage)
    workspace.pages.setCurrentWidget(workspace.runs)
    workspace.runs.select(2)
    stage.until(lambda: len(workspace.runs.kept.listing.runs) == 21)
    stage.settle(SHOWN_MS)


def _keep_twenty(stage: Stage) -> None:
    kept = _workspace(stage).runs.kept
    store, data = kept.store, open_data_set("spirals")
    assert store is not None
    for number in range(20):
        kind = ("sgd", "momentum", "adam", "adagrad")[number % 4]
        layers = (LayerSpec("affine", 4 + 2 * number), LayerSpec("relu"), LayerSpec("affine", 2))
        config = TrainingConfig(
            "spirals", length=1 + number, optimizer=OptimizerSpec(kind, 0.01), seed=number
        )
        session = TrainingSession(Experiment(NetworkSpec(2, layers), config), data)
        deque(session.events(), maxlen=0)
        run, _ = store.keep(session.checkpoint(), f"Run {number + 1}")
        if number % 6 == 5:
            store.edit(run.id, name=f"{kind} {number}", note="the best so far", pinned=number > 10)
    kept.read()
    stage.until(lambda: len(kept.listing.runs) == 20)


def _evaluated(stage: Stage) -> None:
    _train_shortly(stage)
    workspace = _workspace(stage)
    workspace.pages.setCurrentWidget(workspace.evaluation)
    stage.until(lambda: workspace.evaluation.evaluation is not None)


def _diverged(stage: Stage) -> None:
    _idle(stage)
    edit_training(_workspace(stage).document, learning_rate=1e20)
    _press(stage, "start")
    _rest(stage)


def _problems(stage: Stage) -> None:
    """A layer without units, and a rate below 0."""
    _idle(stage)
    document = _workspace(stage).document
    spec = document.experiment.network
    without = replace(spec.layers[-1], units=0)
    document.edit_network(spec.with_layers((*spec.layers[:-1], without)), "")
    edit_training(_workspace(stage).document, learning_rate=-1.0)


def _deep(stage: Stage) -> None:
    """Six hidden layers that are folded into one row."""
    document = _workspace(stage).document
    document.apply_preset("deep-sigmoid-mnist")
    _idle(stage)
    stage.settle(SHOWN_MS)


def _surface(stage: Stage) -> None:
    """Two spirals, told apart by two hidden layers."""
    _spirals(stage, 400)
    _rest(stage)
    _surveyed(stage)


def _surface_running(stage: Stage) -> None:
    """The same on the way, with one unit kept large."""
    _spirals(stage, 100_000)
    surface = _workspace(stage).surface
    stage.until(lambda: surface.follower.of is not None and surface.follower.of.iteration >= RUNNING_FROM)
    surface.figure.units.chosen.emit(3)
    stage.settle(SHOWN_MS)


def _spirals(stage: Stage, epochs: int) -> None:
    layers = (LayerSpec("affine", 16), LayerSpec("tanh"), LayerSpec("affine", 16), LayerSpec("tanh"))
    spec = NetworkSpec(2, (*layers, LayerSpec("affine", 2)))
    config = TrainingConfig("spirals", batch_size=100, length=epochs, optimizer=OptimizerSpec("adam", 0.01))
    _workspace(stage).document.new(Experiment(spec, config))
    _idle(stage)
    _press(stage, "start")


def _surveyed(stage: Stage) -> None:
    """Wait until the decision surface is that of the network on the table."""
    follower, table = _workspace(stage).surface.follower, _workspace(stage).table
    stage.until(lambda: follower.of is not None and follower.of.iteration == table.look().iteration)


def _clear(stage: Stage) -> None:
    hands.clear(stage)


def _train_shortly(stage: Stage) -> None:
    _idle(stage)
    edit_training(_workspace(stage).document, length=SHORT, length_unit="iterations")
    _press(stage, "start")
    _rest(stage)


def _press(stage: Stage, name: str) -> None:
    _workspace(stage).controls.buttons.by_name[name].click()


def _rest(stage: Stage) -> None:
    """Wait until the run is paused or over, and shown."""
    hands.rest(stage)
    stage.settle(SHOWN_MS)
