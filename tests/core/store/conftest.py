"""A store in a folder of the test."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.store.store import RunStore


@pytest.fixture
def store(tmp_path: Path) -> RunStore:
    return RunStore(tmp_path / "data" / "runs", wait_s=0.0)
