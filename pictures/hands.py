"""What the scenes of several workspaces do with the document and its run, as a person would do it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from gui.document.change import State
from gui.document.document import Document
from gui.trainer.trainer import Trainer
from pictures.scene import Stage


def edit_training(document: Document, **settings: Any) -> None:
    """Change fields of TrainingConfig, and `learning_rate`."""
    config = document.experiment.training
    rate = settings.pop("learning_rate", config.optimizer.learning_rate)
    optimizer = replace(config.optimizer, learning_rate=rate)
    document.edit_training(replace(config, optimizer=optimizer, **settings), "")


def trainer(stage: Stage) -> Trainer:
    """The program's trainer; no workspace is made for it."""
    found = stage.window.findChild(Trainer)
    assert found is not None
    return found


def rest(stage: Stage) -> None:
    """Wait until the run is paused or over."""
    stage.until(lambda: trainer(stage).state in (State.PAUSED, State.ENDED))


def clear(stage: Stage) -> None:
    """Leave nothing that runs, and nothing that the window would ask about."""
    running = trainer(stage)
    running.shutdown()
    running.document.new(running.document.experiment)
