"""The four networks whose training step is timed."""

from __future__ import annotations

from dataclasses import dataclass

LEARNING_RATE = 0.1
THREADS = 2
"""The number of threads of the matrix products, for every contender alike."""

LIMITED_THREADS = {
    f"{library}_NUM_THREADS": str(THREADS) for library in ("OPENBLAS", "OMP", "MKL", "VECLIB_MAXIMUM")
}
"""The same, as the environment says it to each library."""

AS_THE_PROGRAM = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "")
"""Nothing set by the environment, so that the program chooses."""


@dataclass(frozen=True, slots=True)
class Net:
    """Affine layers of these sizes with one activation between each two, and a softmax at the end.

    `steps` is the length of one turn, a multiple of what lies between two looks that a session takes inside
    its network, so that each turn pays for its share of them.
    """

    sizes: tuple[int, ...]
    batch: int
    activation: str
    steps: int

    @property
    def name(self) -> str:
        return "-".join(map(str, self.sizes))

    @property
    def shapes(self) -> list[tuple[int, int]]:
        """(D, H) of each Affine layer."""
        return list(zip(self.sizes, self.sizes[1:], strict=False))


NETS = (
    Net((784, 80, 10), 200, "relu", 100),
    Net((784, 50, 100, 10), 100, "sigmoid", 150),
    Net((784, 256, 128, 10), 128, "relu", 50),
    Net((784, 1000, 500, 10), 256, "relu", 50),
)
