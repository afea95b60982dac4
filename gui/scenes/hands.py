"""What the scenes of several workspaces do with the document and its run, as a person would do it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from gui.document.document import Document
from gui.scenes.scene import Stage
from gui.trainer.state import State
from gui.trainer.trainer import Trainer


def edit_training(document: Document, **settings: Any) -> None:
    """Change fields of TrainingConfig, and `learning_rate`."""
    config = document.experiment.training
    rate = settings.pop("learning_rate", config.optimizer.learning_rate)
    optimizer = replace(config.optimizer, learning_rate=rate)
    document.edit_training(replace(config, optimizer=optimizer, **settings), "")


def rest(stage: Stage, trainer: Trainer) -> None:
    """Until the run is paused or over."""
    stage.until(lambda: trainer.state in (State.PAUSED, State.ENDED))


def clear(document: Document, trainer: Trainer) -> None:
    """Leave nothing that runs, and nothing that the window would ask about."""
    trainer.shutdown()
    document.new(document.experiment)
