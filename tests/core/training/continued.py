"""Runs that stop, pass through a model file and go on, beside runs that never stopped. Not a test itself."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from core.data import DataSet, Split, open_data_set
from core.training.checkpoint import Checkpoint, load_checkpoint, save_checkpoint
from core.training.events import Event, Iteration, IterationDetail, LayerStatistics
from core.training.session import TrainingSession
from tests.core.training.model_files import assert_same


def small(name: str, train: int = 65, test: int = 20) -> DataSet:
    """The first examples of one of the computed sets."""
    whole = open_data_set(name)
    assert whole.test is not None
    splits = [Split(split.x[:n], split.t[:n]) for split, n in ((whole.train, train), (whole.test, test))]
    return DataSet(whole.name, whole.title, splits[0], splits[1], whole.classes, None, whole.class_names)


def through_a_file(checkpoint: Checkpoint) -> Checkpoint:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.blab"
        save_checkpoint(path, checkpoint)
        return load_checkpoint(path)


def after_place(one: TrainingSession, place: int) -> list[Event]:
    """The first `place` events; the generator is then closed."""
    events = one.events()
    seen = [event for event, _ in zip(events, range(place), strict=False)]
    events.close()
    return seen


def told(events: Iterable[Event], after: int) -> list[dict[str, Any]]:
    """What can be compared of the events that came after that iteration."""
    return [_plain(event) for event in events if getattr(event, "iteration", after + 1) > after]


def _plain(event: Event) -> dict[str, Any]:
    values = event._asdict() if isinstance(event, Iteration) else asdict(event)
    if isinstance(event, LayerStatistics):
        for activation in values["activations"]:
            activation["counts"] = activation["counts"].tolist()
    return {"kind": type(event).__name__, **values}


def assert_same_run(one: TrainingSession, other: TrainingSession, ignoring: Sequence[int] = ()) -> None:
    """All that a model file holds, bit for bit: parameters, running averages, optimizer, chance, losses,
    evaluations (but those at the iterations `ignoring`, where one of them ended), changes, place."""
    for session in (one, other):
        session.evaluations = [made for made in session.evaluations if made.iteration not in ignoring]
    assert one.losses.tolist() == other.losses.tolist()
    np.testing.assert_array_equal(one.network.params.vector, other.network.params.vector)
    assert_same(one.checkpoint(), other.checkpoint())


def rates(session: TrainingSession) -> list[float]:
    """The learning rate of every update from here to the end."""
    found = []
    session.explain_next()
    for event in session.events():
        if isinstance(event, IterationDetail):
            found.append(event.learning_rate)
            session.explain_next()
    return found
