"""Figures of the predictions against loops, and calibration against numbers by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given

from core.data import DataSet, Split
from core.errors import DataError
from core.inspection.evaluation import (
    calibration,
    class_figures,
    confusion_matrix,
    row_shares,
    worst_mistakes,
)
from core.inspection.predictions import Predictions, predictions
from core.nn.network import Network
from core.nn.spec import LayerSpec, LossSpec, NetworkSpec
from tests.core.inspection.finished import finished
from tests.core.inspection.test_filtering import made, many


@given(many)
def test_figures_and_confusions_are_those_of_a_loop(found: Predictions) -> None:
    pairs = list(zip(found.labels.tolist(), found.predicted.tolist(), strict=True))
    matrix = confusion_matrix(found)
    assert matrix.tolist() == [[pairs.count((label, said)) for said in range(4)] for label in range(4)]
    shares = row_shares(matrix)
    for label, figures in enumerate(class_figures(found)):
        own = [place for place, pair in enumerate(pairs) if pair[0] == label]
        assert (figures.label, figures.examples, figures.right) == (label, len(own), matrix[label, label])
        assert shares[label].sum() == pytest.approx(1 if own else 0)
        if own:
            assert figures.accuracy == pytest.approx(shares[label, label])
            assert figures.mean_loss == pytest.approx(sum(found.losses[own]) / len(own))
        else:
            assert figures.accuracy is figures.mean_loss is None


@given(many)
def test_the_worst_mistakes_come_first(found: Predictions) -> None:
    worst = worst_mistakes(found).tolist()
    assert sorted(worst) == [place for place in range(len(found)) if not found.right[place]]
    losses = found.losses[worst].tolist()
    assert losses == sorted(losses, reverse=True)
    assert worst_mistakes(found, 2).tolist() == worst[:2]


@given(many)
def test_the_calibration_is_that_of_a_loop(found: Predictions) -> None:
    honest = calibration(found, bins=4)
    error = 0.0
    for place in range(4):
        low, high = honest.edges[place], honest.edges[place + 1]
        inside = [i for i in range(len(found)) if low < found.confidence[i] <= high]
        assert honest.counts[place] == len(inside)
        if inside:
            accuracy = sum(found.right[inside]) / len(inside)
            confidence = sum(found.confidence[inside]) / len(inside)
            assert honest.accuracy[place] == pytest.approx(accuracy)
            assert honest.confidence[place] == pytest.approx(confidence)
            error += len(inside) * abs(accuracy - confidence)
        else:
            assert math.isnan(honest.accuracy[place])
            assert math.isnan(honest.confidence[place])
    assert honest.error == pytest.approx(error / max(len(found), 1))


def test_the_calibration_by_hand() -> None:
    # Nine of ten right at 0.95: 0.05 too sure. Both at 0.55 wrong: 0.55 too sure.
    found = made([0] * 10 + [1, 1], [0] * 9 + [1, 0, 0], [0.95] * 10 + [0.55] * 2, [0.1] * 12)
    honest = calibration(found)
    assert honest.counts.tolist() == [0, 0, 0, 0, 0, 2, 0, 0, 0, 10]
    assert honest.accuracy[[5, 9]].tolist() == [0.0, 0.9]
    assert honest.error == pytest.approx((10 * 0.05 + 2 * 0.55) / 12)


def test_the_edges_of_bins_and_what_is_no_number() -> None:
    found = made([0] * 5, [0] * 5, [0.0, 0.5, 0.51, 1.0, float("nan")], [0.0] * 5)
    assert calibration(found, bins=2).counts.tolist() == [2, 2]


def test_scores_have_no_calibration() -> None:
    spec = NetworkSpec(1, (LayerSpec("affine", 2),), LossSpec("squared_error"))
    found = finished(predictions(Network(spec), Split(np.ones((2, 1)), np.array([0, 1]))))
    with pytest.raises(DataError, match="are not probabilities"):
        calibration(found)


def test_mnist_adds_up(trained: Network, mnist: DataSet) -> None:
    assert mnist.test is not None
    found = finished(predictions(trained, mnist.test))
    matrix = confusion_matrix(found)
    figures = class_figures(found)
    assert matrix.sum() == 10_000
    assert matrix.trace() == 10_000 - found.mistakes
    assert matrix.sum(axis=1).tolist() == np.bincount(mnist.test.t).tolist() == [f.examples for f in figures]
    assert sum(f.examples * (f.mean_loss or 0) for f in figures) / 10_000 == pytest.approx(found.loss)
    worst = worst_mistakes(found, 20)
    assert found.losses[worst[0]] == found.losses[~found.right].max()
    assert calibration(found).counts.sum() == 10_000
