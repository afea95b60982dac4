"""MNIST, read once for all tests of the data."""

from __future__ import annotations

import pytest

from core.data import Dataset, open_dataset
from core.data.folder import LabelledImages, read_folder
from core.data.resources import resource_folder


@pytest.fixture(scope="session")
def mnist() -> Dataset:
    return open_dataset("mnist")


@pytest.fixture(scope="session")
def mnist_arrays() -> tuple[LabelledImages, LabelledImages]:
    return read_folder(resource_folder() / "mnist")
