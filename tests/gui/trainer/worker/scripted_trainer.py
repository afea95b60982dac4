"""What the tests of the training thread share: an experiment, and events without end. Not a test itself."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

from core.nn.spec import LayerSpec, NetworkSpec
from core.training.config import Experiment, TrainingConfig
from core.training.events import Event, Iteration
from gui.trainer.trainer import Trainer
from gui.trainer.worker import MakeSession

SPEC = NetworkSpec(2, (LayerSpec("affine", 4), LayerSpec("relu"), LayerSpec("affine", 2)))
EXPERIMENT = Experiment(SPEC, TrainingConfig("xor", batch_size=10, length=1_000_000))
MakeTrainer = Callable[[MakeSession], Trainer]


def endless() -> Iterator[Event]:
    return (Iteration(number, 1.0 / number) for number in itertools.count(1))
