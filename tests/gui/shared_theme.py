"""The theme of a screen that the tests of a module share: made once as well, and light for each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from gui.look.theme import Theme


@pytest.fixture(scope="module")
def shared_theme(qapp: QApplication) -> Theme:
    """A theme styles all that is shown when it is made: once for the screen that is shared."""
    return Theme(qapp, "light")


@pytest.fixture
def theme(shared_theme: Theme) -> Iterator[Theme]:
    yield shared_theme
    shared_theme.set_choice("light")
