"""MNIST, read once for all tests of the data."""

from __future__ import annotations

import pytest

from core.data import DataSet, open_data_set
from core.data.folder import LabelledImages, read_folder
from core.resources import resource_folder


@pytest.fixture(scope="session")
def mnist() -> DataSet:
    return open_data_set("mnist")


@pytest.fixture(scope="session")
def mnist_arrays() -> tuple[LabelledImages, LabelledImages]:
    return read_folder(resource_folder() / "mnist")
