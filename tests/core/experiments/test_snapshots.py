"""A training that keeps snapshots of its parameters."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.errors import ConfigError, DataError, LabError
from core.experiments.snapshots import (
    BATCH_SIZE,
    SNAPSHOTS,
    Run,
    Training,
    require_labels,
    require_memory,
    training,
)
from core.nn.network import BATCH_STREAM, Network, stream
from core.nn.optimizers import OptimizerSpec
from tests.core.experiments.blobs import blobs, result_of

WHAT = Training(6, OptimizerSpec("sgd", 0.5), 100, 80, 3)


def trained(what: Training = WHAT) -> Run:
    run: Run = result_of(training(what, blobs()))
    return run


def test_the_path_goes_from_the_initial_weights_to_the_trained_network() -> None:
    run = trained()
    np.testing.assert_array_equal(run.path[0], Network(WHAT.spec(blobs()), 3).params.vector)
    np.testing.assert_array_equal(run.path[-1], run.batch.network.params.vector)
    assert len(run.updates) == SNAPSHOTS + 1
    assert run.updates.tolist() == list(range(0, 101, 2))


def test_each_snapshot_has_the_loss_and_the_accuracy_of_all_its_images() -> None:
    run = trained()
    network = run.batch.network.copy()
    for place in (0, 7, SNAPSHOTS):
        network.params.vector[...] = run.path[place]
        assert run.losses[place] == pytest.approx(network.loss(run.batch.x, run.batch.t), rel=1e-5)
        assert run.accuracies[place] == network.accuracy(run.batch.x, run.batch.t)
    assert run.losses[-1] < run.losses[0] / 2


def test_the_first_update_is_that_of_sgd_by_a_batch_that_the_seed_draws() -> None:
    run = trained(replace(WHAT, updates=1))
    network = Network(WHAT.spec(blobs()), 3)
    chosen = stream(3, BATCH_STREAM).choice(80, BATCH_SIZE, replace=False)
    gradient = network.gradient(run.batch.x[chosen], run.batch.t[chosen]).vector
    np.testing.assert_allclose(run.path[1], run.path[0] - 0.5 * gradient, rtol=1e-6, atol=1e-7)


def test_the_same_seed_trains_the_same_and_another_another() -> None:
    np.testing.assert_array_equal(trained().path, trained().path)
    assert not np.array_equal(trained().path, trained(replace(WHAT, seed=4)).path)


def test_few_updates_have_a_snapshot_each() -> None:
    assert trained(replace(WHAT, updates=3)).updates.tolist() == [0, 1, 2, 3]


def test_a_training_that_runs_away_says_so() -> None:
    what = replace(WHAT, optimizer=OptimizerSpec("sgd", 1e30))
    with pytest.raises(LabError, match=r"runs away: after update \d+ its loss is not a number"):
        trained(what)


def test_no_data_and_data_without_classes_are_refused() -> None:
    with pytest.raises(DataError, match="no data to train on yet"):
        require_labels(None)
    data = blobs()
    numbers = replace(data.train, t=np.zeros((len(data.train), 1)))
    with pytest.raises(DataError, match="needs data with classes"):
        require_labels(replace(data, train=numbers))


def test_too_much_memory_is_refused() -> None:
    with pytest.raises(ConfigError, match="take about 2000 MB"):
        require_memory(2_000_000_000)
    assert Training(50, OptimizerSpec(), 200, 500, 0).memory_bytes(blobs()) < 1e6
