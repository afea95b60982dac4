"""Trainers, one with a short run before it, and one whose run never ends by itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from gui.document.document import Document
from gui.document.network_on_table import NetworkOnTable
from gui.trainer.trainer import Trainer
from tests.gui.trainer.runs import ENDLESS, SHORT, document_of


@pytest.fixture
def document(qapp: object) -> Document:
    return document_of(SHORT)


@pytest.fixture
def trainer(document: Document) -> Iterator[Trainer]:
    made = Trainer(NetworkOnTable(document))
    yield made
    assert made.shutdown()


@pytest.fixture
def endless(qapp: object) -> Iterator[Trainer]:
    made = Trainer(NetworkOnTable(document_of(ENDLESS)))
    yield made
    assert made.shutdown()
