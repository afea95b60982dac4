"""The state of the loss surface: the network that is trained, the slice through it, and the marks."""

from __future__ import annotations

from dataclasses import dataclass

from core.experiments.landscape import DIRECTIONS, Settings
from core.experiments.snapshots import SNAPSHOTS, Training
from core.nn.optimizers import USED_SETTINGS, OptimizerSpec
from gui.lab.state import SEED, Bounds, Limits

FAR = 100.0
PLACE = Bounds(-FAR, FAR, step=0.05)
LIMITS: Limits = {
    "directions": DIRECTIONS,
    "direction_seed": SEED,
    "other_seed": SEED,
    "extent": Bounds(0.05, 5.0, log=True),
    "resolution": Bounds(11, 121, whole=True),
    "a": PLACE,
    "b": PLACE,
    "at": Bounds(0, SNAPSHOTS, whole=True),
    "width": Bounds(1, 1_000, whole=True, log=True),
    "optimizer": tuple(USED_SETTINGS),
    "rate": Bounds(1e-6, 100.0, log=True),
    "updates": Bounds(1, 2_000, whole=True, log=True),
    "images": Bounds(50, 5_000, whole=True, log=True),
    "seed": SEED,
}


@dataclass(frozen=True, slots=True)
class LandscapeState:
    """`directions` spans the slice. The mark is at (`a`, `b`) of the plane; snapshot `at` of the way is
    marked as well. The rest decides the training."""

    directions: str = "path"
    direction_seed: int = 0
    other_seed: int = 1
    extent: float = 0.5
    resolution: int = 61
    a: float = 0.0
    b: float = 0.0
    at: int = SNAPSHOTS
    width: int = 50
    optimizer: str = "sgd"
    rate: float = 0.1
    updates: int = 200
    images: int = 500
    seed: int = 0

    @property
    def settings(self) -> Settings:
        """What the picture is computed from."""
        return Settings(
            Training(
                self.width,
                OptimizerSpec(self.optimizer, self.rate),
                self.updates,
                self.images,
                self.seed,
            ),
            self.directions,
            self.direction_seed,
            self.other_seed,
            self.resolution,
            self.extent,
        )
