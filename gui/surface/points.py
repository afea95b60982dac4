"""The examples as points of the plane, and which of them have room to be shown."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.data import DataSet, Split

ROOM = 90.0
"""Square pixels that a point has at the least: with less, points would hide the surface."""
LARGEST, SMALLEST = 4.5, 2.0
SHARE = 0.32
"""The radius of a mark, as a share of the distance between neighbours."""


@dataclass(frozen=True, slots=True, eq=False)
class Points:
    """at: (N, 2). labels: (N,). is_test: (N,)."""

    at: NDArray[np.float64]
    labels: NDArray[np.intp]
    is_test: NDArray[np.bool_]

    @classmethod
    def of_split(cls, split: Split, *, is_test: bool) -> Points:
        at = split.floats(0, len(split)).astype(np.float64)
        return cls(at, split.t, np.full(len(split), is_test))

    @classmethod
    def of(cls, data: DataSet) -> Points:
        """Those of both sets, the training set first."""
        train = cls.of_split(data.train, is_test=False)
        if data.test is None:
            return train
        test = cls.of_split(data.test, is_test=True)
        return cls(
            np.concatenate([train.at, test.at]),
            np.concatenate([train.labels, test.labels]),
            np.concatenate([train.is_test, test.is_test]),
        )

    def __len__(self) -> int:
        return len(self.labels)

    def shown(self, rows: NDArray[np.intp], area: float) -> NDArray[np.intp]:
        """Which of these rows have room in so many square pixels: all, or some drawn by lot, in order. The
        lot is always the same, and with more room others join those that are there."""
        most = max(int(area / ROOM), 1)
        if len(rows) <= most:
            return rows
        turn = np.random.default_rng(0).permutation(len(self))
        return rows[np.sort(np.argsort(turn[rows], kind="stable")[:most])]


def radius_for(count: int, area: float) -> float:
    """The radius of the marks, so that many of them do not run together."""
    return float(np.clip(SHARE * np.sqrt(area / max(count, 1)), SMALLEST, LARGEST))
