"""MNIST is read once for all tests of the engine; those of its reading call what reads."""

from __future__ import annotations

from tests.mnist import open_once

open_once()
