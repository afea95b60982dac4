"""PyTorch, where it can be imported: the independent reference of gradients, losses and optimizers."""

from __future__ import annotations

from typing import Any

import pytest


def pytorch() -> Any:
    """The module. Without it the test is skipped, or the file that asks at its top."""
    return pytest.importorskip("torch", reason="PyTorch is missing: dev.py test --with-torch runs this")
