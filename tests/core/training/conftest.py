"""What the tests of training share: MNIST, read once, and a small model file."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.data import DataSet, open_data_set
from core.nn.optimizers import OptimizerSpec
from core.training.checkpoint import save_checkpoint
from tests.core.training.model_files import after


@pytest.fixture(scope="session")
def mnist() -> DataSet:
    return open_data_set("mnist")


@pytest.fixture(scope="session")
def saved_bytes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A small model file: batch normalization, dropout, Adam, four updates."""
    path = tmp_path_factory.mktemp("saved") / "small.blab"
    save_checkpoint(path, after(4, optimizer=OptimizerSpec("adam", 0.01)))
    return path.read_bytes()


@pytest.fixture
def saved(tmp_path: Path, saved_bytes: bytes) -> Path:
    path = tmp_path / "model.blab"
    path.write_bytes(saved_bytes)
    return path
