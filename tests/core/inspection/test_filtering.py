"""Filters and orders against loops over the examples."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from core.inspection.filtering import (
    SORT_KEYS,
    Filter,
    Order,
    SortKey,
    next_mistake,
    previous_mistake,
    select,
)
from core.inspection.predictions import Predictions


def made(labels: list[int], predictions: list[int], outputs: list[float], losses: list[float]) -> Predictions:
    n = len(labels)
    table = np.zeros((n, 4), np.float32)
    table[np.arange(n), predictions] = outputs
    return Predictions(
        outputs=table,
        predicted=np.array(predictions, np.intp),
        confidence=np.array(outputs, np.float32),
        losses=np.array(losses, np.float32),
        labels=np.array(labels, np.intp),
        right=np.array(labels, np.intp) == np.array(predictions, np.intp),
        meaning="probabilities",
    )


# Up to thirty examples of four classes, with many that are equal: label, prediction, output and loss of each
# in one number.
many = st.lists(st.integers(0, 4 * 4 * 4 * 3 - 1), max_size=30).map(
    lambda rows: from_columns(*np.unravel_index(np.array(rows, np.intp), (4, 4, 4, 3)))
)


def from_columns(*columns: NDArray[np.intp]) -> Predictions:
    labels, predictions, outputs, losses = columns
    confidence, loss = np.array([0.25, 0.5, 0.75, 1.0]), np.array([0.0, 0.5, 2.0])
    return made(labels.tolist(), predictions.tolist(), confidence[outputs].tolist(), loss[losses].tolist())


filters = st.builds(
    Filter,
    labels=st.frozensets(st.integers(0, 5)),
    predicted=st.frozensets(st.integers(0, 5)),
    right=st.sampled_from([None, True, False]),
    confidence=st.sampled_from([None, (0.0, 1.0), (0.5, 0.75), (0.9, 0.1)]),
)


@given(many, filters, st.sampled_from(SORT_KEYS), st.booleans())
def test_what_is_shown_fulfils_every_condition_and_is_in_order(
    found: Predictions, chosen: Filter, key: SortKey, descending: bool
) -> None:
    rows = select(chosen, Order(key, descending), found.labels, found).tolist()
    low, high = chosen.confidence or (0, 1)
    expected = [
        row
        for row in range(len(found))
        if (not chosen.labels or found.labels[row] in chosen.labels)
        and (not chosen.predicted or found.predicted[row] in chosen.predicted)
        and (chosen.right is None or (found.labels[row] == found.predicted[row]) is np.bool_(chosen.right))
        and low <= found.confidence[row] <= high
    ]
    assert sorted(rows) == expected
    columns: dict[str, np.ndarray] = {
        "index": np.arange(len(found)),
        "label": found.labels,
        "prediction": found.predicted,
        "confidence": found.confidence,
        "loss": found.losses,
    }
    values = columns[key]
    for one, other in pairwise(rows):
        first, second = values[one], values[other]
        assert (first > second if descending else first < second) or (first == second and one < other)


def test_conditions_are_counted_and_say_what_they_need() -> None:
    assert (Filter().conditions, Filter().needs_predictions) == (0, False)
    only_label = Filter(labels=frozenset({3}))
    assert (only_label.conditions, only_label.needs_predictions) == (1, False)
    whole = Filter(frozenset({1}), frozenset({2}), right=False, confidence=(0.0, 0.5))
    assert (whole.conditions, whole.needs_predictions) == (4, True)
    assert Filter(right=True).needs_predictions
    assert Filter(confidence=(0.0, 1.0)).conditions == 1
    assert [key for key in SORT_KEYS if Order(key).needs_predictions] == ["prediction", "confidence", "loss"]


def test_labels_alone_need_no_network() -> None:
    labels = np.array([2, 0, 2, 1])
    assert select(Filter(labels=frozenset({2, 1})), Order(), labels).tolist() == [0, 2, 3]
    assert select(Filter(), Order("label", descending=True), labels).tolist() == [0, 2, 3, 1]
    assert select(Filter(), Order("index", descending=True), labels).tolist() == [3, 2, 1, 0]
    assert select(Filter(labels=frozenset({9})), Order(), labels).tolist() == []


@pytest.mark.parametrize(
    ("chosen", "order"),
    [(Filter(right=True), Order()), (Filter(), Order("loss")), (Filter(), Order("prediction"))],
)
def test_what_needs_predictions_is_refused_without_them(chosen: Filter, order: Order) -> None:
    with pytest.raises(ValueError, match="needs predictions"):
        select(chosen, order, np.zeros(3, np.intp))


def test_predictions_of_other_rows_are_refused() -> None:
    with pytest.raises(ValueError, match="1 predictions are not of these 2 examples"):
        select(Filter(), Order(), np.zeros(2, np.intp), made([0], [0], [1.0], [0.0]))


@pytest.mark.parametrize("descending", [False, True])
def test_what_is_not_a_number_is_in_no_range_and_last(descending: bool) -> None:
    nan = float("nan")
    found = made([0, 0, 0], [0, 0, 0], [nan, 0.2, 0.7], [nan, 3.0, 1.0])
    assert select(Filter(confidence=(0.0, 1.0)), Order(), found.labels, found).tolist() == [1, 2]
    for key in ("confidence", "loss"):
        assert select(Filter(), Order(key, descending), found.labels, found)[-1] == 0


@given(st.lists(st.booleans(), max_size=12), st.randoms(use_true_random=False), st.integers(-1, 12))
def test_the_next_mistake_and_the_one_before(right: list[bool], random: object, place: int) -> None:
    shown = list(range(len(right)))
    random.shuffle(shown)  # type: ignore[attr-defined]
    place = min(place, len(shown))
    wrong = [p for p, row in enumerate(shown) if not right[row]]
    predicted = np.array(right, bool)
    rows = np.array(shown, np.intp)
    assert next_mistake(rows, predicted, place) == next((p for p in wrong if p > place), None)
    if place >= 0:
        assert previous_mistake(rows, predicted, place) == next((p for p in wrong[::-1] if p < place), None)
