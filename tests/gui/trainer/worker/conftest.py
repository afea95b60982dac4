"""Trainers for sessions that a test scripts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from gui.document.network_on_table import NetworkOnTable
from gui.trainer.trainer import Trainer
from gui.trainer.worker import MakeSession
from tests.gui.trainer.runs import document_of
from tests.gui.trainer.worker.scripted_trainer import EXPERIMENT, MakeTrainer


@pytest.fixture
def make_trainer(qapp: object) -> Iterator[MakeTrainer]:
    """Trainers for sessions of the test's own, shut down after it."""
    made: list[Trainer] = []

    def make(make_session: MakeSession) -> Trainer:
        made.append(Trainer(NetworkOnTable(document_of(EXPERIMENT)), make_session))
        return made[-1]

    yield make
    for trainer in made:
        assert trainer.shutdown()
