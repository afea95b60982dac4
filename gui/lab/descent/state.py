"""The state of a descent: the surface, what is seen of it, the start, and which optimizers go."""

from __future__ import annotations

from dataclasses import dataclass

from core.nn.optimizers import OptimizerSpec
from gui.lab.descent.surfaces import OFFERED, RACERS, TYPED, spec_of
from gui.lab.plane import Span
from gui.lab.state import Bounds, Limits

FAR = 1e6
PLACE = Bounds(-FAR, FAR, step=0.1)
EDGE = Bounds(-FAR, FAR, step=1.0)
MOST_UPDATES = 2_000
LIMITS: Limits = {
    "x": PLACE,
    "y": PLACE,
    "left": EDGE,
    "right": EDGE,
    "low": EDGE,
    "high": EDGE,
    "updates": Bounds(1, MOST_UPDATES, whole=True, log=True),
    "at": Bounds(0, MOST_UPDATES, whole=True),
    **{f"rate_{kind}": Bounds(1e-12, 1e3, log=True) for kind in RACERS},
}
FIRST = OFFERED["sum_of_squares"]


@dataclass(frozen=True, slots=True)
class DescentState:
    """`text` is f as it is typed. The start is (`x`, `y`), and `at` of all `updates` are seen. Seen is at
    least `left` … `right` and `low` … `high`. Of each optimizer: whether it goes, and its rate."""

    text: str = FIRST.text
    x: float = -3.0
    y: float = 4.0
    left: float = -5.0
    right: float = 5.0
    low: float = -5.0
    high: float = 5.0
    updates: int = 100
    at: int = 100
    by_differences: bool = False
    sgd: bool = True
    momentum: bool = False
    nesterov: bool = False
    adagrad: bool = False
    rmsprop: bool = False
    adam: bool = False
    rate_sgd: float = 0.1
    rate_momentum: float = RACERS["momentum"].rate
    rate_nesterov: float = RACERS["nesterov"].rate
    rate_adagrad: float = RACERS["adagrad"].rate
    rate_rmsprop: float = RACERS["rmsprop"].rate
    rate_adam: float = RACERS["adam"].rate

    @property
    def offered(self) -> str:
        """The word of the surface if it is one of those offered."""
        return next((word for word, each in OFFERED.items() if each.text == self.text), TYPED)

    @property
    def specs(self) -> tuple[OptimizerSpec, ...]:
        """The optimizers that go, in the order of the table."""
        return tuple(spec_of(kind, getattr(self, f"rate_{kind}")) for kind in RACERS if getattr(self, kind))

    @property
    def ranges(self) -> tuple[Span, Span]:
        return (self.left, self.right), (self.low, self.high)
