"""The losses of a run stand in memory once, measured in bytes; whoever reads them shares them."""

from __future__ import annotations

import gc
import tracemalloc

import numpy as np

from core.training.session import TrainingSession
from tests.core.training.small_data import clouds, session, until

LOSSES = 4_096
"""So many fill an array that doubles to its end."""


def test_a_loss_takes_8_bytes_in_session_and_checkpoints_together() -> None:
    one = session(iterations=LOSSES + 1, data=clouds(train=100_000))  # all in one epoch
    until(one, 10)
    gc.collect()
    tracemalloc.start()
    try:
        until(one, LOSSES)
        checkpoints = [one.checkpoint() for _ in range(3)]
        gc.collect()
        taken, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert all(len(checkpoint.losses) == LOSSES for checkpoint in checkpoints)
    assert 8 * LOSSES <= taken < 12 * LOSSES


def test_a_session_that_goes_on_shares_them_with_its_checkpoint() -> None:
    one = session(iterations=8)
    until(one, 4)
    checkpoint = one.checkpoint()
    other = TrainingSession.of_checkpoint(checkpoint, clouds())
    assert np.shares_memory(other.losses, checkpoint.losses)
    first = checkpoint.losses.tolist()
    list(other.events())
    assert checkpoint.losses.tolist() == first
    assert other.losses[:4].tolist() == first


def test_a_checkpoint_keeps_those_of_its_time() -> None:
    one = session(iterations=8)
    until(one, 4)
    checkpoint = one.checkpoint()
    first = checkpoint.losses.tolist()
    list(one.events())
    assert len(one.losses) == 8
    assert checkpoint.losses.tolist() == first == one.losses[:4].tolist()
