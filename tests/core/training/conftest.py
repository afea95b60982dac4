"""MNIST, read once for all tests of training."""

from __future__ import annotations

import pytest

from core.data import Dataset, open_dataset


@pytest.fixture(scope="session")
def mnist() -> Dataset:
    return open_dataset("mnist")
