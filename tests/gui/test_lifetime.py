"""A window that is deleted takes its parts along: no connection to what outlives them keeps them alive.

Kept alive, a part would answer a signal (another theme, another language) with a widget that is gone.
"""

from __future__ import annotations

import gc
from weakref import ref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication

from gui.app import build
from gui.look.theme import Theme
from gui.remembered.settings import Settings


def use_and_delete(qapp: QApplication, settings: Settings, workspace: str) -> ref[Theme]:
    settings.workspace = workspace
    window = build(qapp, settings)
    theme = ref(window.theme)
    window.show()
    QCoreApplication.processEvents()
    assert window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return theme


@pytest.mark.parametrize("workspace", ["graph", "train", "data", "lab"])
def test_a_deleted_window_leaves_no_part_behind(
    qapp: QApplication, settings: Settings, workspace: str
) -> None:
    settings.theme = "system"
    theme = use_and_delete(qapp, settings, workspace)
    gc.collect()
    assert theme() is None
    for scheme in (Qt.ColorScheme.Dark, Qt.ColorScheme.Light):
        qapp.styleHints().colorSchemeChanged.emit(scheme)
