"""The states from which scenes of the Data screen begin, for both of their lists."""

from __future__ import annotations

from typing import cast

from gui.data.workspace import DataWorkspace
from pictures import hands
from pictures.scene import Stage

SHORT = 1_200  # iterations


def workspace(stage: Stage) -> DataWorkspace:
    return cast(DataWorkspace, stage.window.workspace("data"))


def predicted(stage: Stage) -> None:
    """Wait until the network on the table, if there are data for it, has predicted."""
    model = workspace(stage).model
    stage.until(lambda: model.data is not None and not model.is_predicting)
    stage.settle(50)


def initial(stage: Stage) -> None:
    """A network with the weights it was born with."""
    model = workspace(stage).model
    model.document.apply_preset("two-layer")
    stage.until(lambda: model.predictions_of("test") is not None)
    predicted(stage)


def trained(stage: Stage) -> None:
    """A network after two epochs."""
    initial(stage)
    model = workspace(stage).model
    hands.edit_training(model.document, length=SHORT, length_unit="iterations")
    hands.trainer(stage).start()
    hands.rest(stage)
    stage.until(lambda: model.predicted_by is not None and model.predicted_by.kind == "ended")
    predicted(stage)


def clear(stage: Stage) -> None:
    hands.clear(stage)
