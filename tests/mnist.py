"""MNIST, read once by each process of the tests: it is always the same, and nobody can write to its arrays.
Where the resources of the program lie elsewhere, it is another. Not a test itself."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from core.data import DataSet
from core.data.mnist import open_mnist
from core.resources import resource_folder


@cache
def _opened(_resources: Path) -> DataSet:
    return open_mnist()


def open_once() -> None:
    """Have `open_data_set` give what was read before."""
    pytest.MonkeyPatch().setattr("core.data.catalog.open_mnist", lambda: _opened(resource_folder()))
