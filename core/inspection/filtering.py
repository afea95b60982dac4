"""Which examples are shown, and in which order: filters and sorting over arrays, as row numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from core.inspection.predictions import Predictions

SortKey = Literal["index", "label", "prediction", "confidence", "loss"]
SORT_KEYS: tuple[SortKey, ...] = ("index", "label", "prediction", "confidence", "loss")


@dataclass(frozen=True, slots=True)
class Filter:
    """What an example must be to be shown; every condition that is set must hold.

    labels, predicted: one of these classes; empty for any. right: predicted right (True) or wrong (False).
    confidence: from the first number to the second, both included.
    """

    labels: frozenset[int] = frozenset()
    predicted: frozenset[int] = frozenset()
    right: bool | None = None
    confidence: tuple[float, float] | None = None

    @property
    def conditions(self) -> int:
        """How many are set."""
        return sum((bool(self.labels), bool(self.predicted), self.right is not None, bool(self.confidence)))

    @property
    def needs_predictions(self) -> bool:
        return bool(self.predicted) or self.right is not None or self.confidence is not None


@dataclass(frozen=True, slots=True)
class Order:
    """Examples that are equal under the key stay in the order of their index, whichever way it goes."""

    key: SortKey = "index"
    descending: bool = False

    @property
    def needs_predictions(self) -> bool:
        return self.key not in ("index", "label")


def select(
    filter_: Filter, order: Order, labels: NDArray[np.intp], predictions: Predictions | None = None
) -> NDArray[np.intp]:
    """The row numbers of the examples to show, in order. labels: (N,) of the whole split.

    predictions: of the whole split. ValueError if they are needed and not given, or are of other rows.
    A confidence that is NaN is in no range; NaN is sorted last.
    """
    if predictions is None and (filter_.needs_predictions or order.needs_predictions):
        raise ValueError("this filter or order needs predictions")
    if predictions is not None and len(predictions) != len(labels):
        raise ValueError(f"{len(predictions)} predictions are not of these {len(labels)} examples")
    rows = np.flatnonzero(_shown(filter_, labels, predictions))
    if order.key == "index":
        return rows[::-1] if order.descending else rows
    values = _sort_values(order.key, labels, predictions)[rows]
    return rows[np.argsort(-values if order.descending else values, kind="stable")]


def next_mistake(shown: NDArray[np.intp], right: NDArray[np.bool_], place: int) -> int | None:
    """The place in `shown` of the first mistake after `place`; −1 begins at the front. None if there is none.

    shown: row numbers, as `select` gives them. right: (N,) of the whole split.
    """
    wrong = np.flatnonzero(~right[shown[place + 1 :]])
    return place + 1 + int(wrong[0]) if len(wrong) else None


def previous_mistake(shown: NDArray[np.intp], right: NDArray[np.bool_], place: int) -> int | None:
    """The place in `shown` of the last mistake before `place`; `len(shown)` begins at the end."""
    wrong = np.flatnonzero(~right[shown[:place]])
    return int(wrong[-1]) if len(wrong) else None


def _shown(filter_: Filter, labels: NDArray[np.intp], predictions: Predictions | None) -> NDArray[np.bool_]:
    """(N,) which examples fulfil every condition."""
    shown = np.ones(len(labels), bool)
    if filter_.labels:
        shown &= _is_one_of(labels, filter_.labels)
    if predictions is None:
        return shown
    if filter_.predicted:
        shown &= _is_one_of(predictions.predicted, filter_.predicted)
    if filter_.right is not None:
        shown &= predictions.right == filter_.right
    if filter_.confidence is not None:
        least, most = filter_.confidence
        shown &= (predictions.confidence >= least) & (predictions.confidence <= most)
    return shown


def _is_one_of(values: NDArray[np.intp], classes: frozenset[int]) -> NDArray[np.bool_]:
    """(N,) which values, classes from 0 up, are among these. A table of all classes takes a fortieth of the
    time of np.isin, which searches for the range of the values and builds the same."""
    wanted = np.zeros(int(values.max(initial=0)) + 1, bool)
    wanted[[c for c in classes if 0 <= c < len(wanted)]] = True
    return wanted[values]


def _sort_values(key: SortKey, labels: NDArray[np.intp], predictions: Predictions | None) -> NDArray[Any]:
    if predictions is None or key == "label":
        return labels
    if key == "prediction":
        return predictions.predicted
    return predictions.confidence if key == "confidence" else predictions.losses
