"""Where the runs are kept on each system, and that the window's other files are beside them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from core.store.folder import runs_folder
from gui.paths import recovery_folder


@pytest.mark.skipif(sys.platform == "win32", reason="paths of POSIX")
@pytest.mark.parametrize(
    ("platform", "environment", "folder"),
    [
        ("linux", {"XDG_DATA_HOME": "/data", "HOME": "/h"}, "/data/backprop-lab/runs"),
        ("linux", {"XDG_DATA_HOME": "data", "HOME": "/h"}, "/h/.local/share/backprop-lab/runs"),
        ("linux", {"HOME": ""}, None),
        ("linux", {}, None),
        ("darwin", {"HOME": "/h"}, "/h/Library/Application Support/backprop-lab/runs"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/backprop-lab/runs"),
        ("win32", {"USERPROFILE": "/h"}, "/h/AppData/Local/backprop-lab/runs"),
    ],
)
def test_each_system_has_its_place(platform: str, environment: dict[str, str], folder: str | None) -> None:
    found = runs_folder(environment, platform)
    assert found == (Path(folder) if folder is not None else None)


def test_it_is_beside_what_is_kept_for_recovery(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    name = qapp.applicationName()
    qapp.setApplicationName("backprop-lab")
    try:
        assert runs_folder() == recovery_folder().parent / "runs"
    finally:
        qapp.setApplicationName(name)
