"""Scenes: every workspace has some, and one is played and saved in both themes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from gui.selftest import passing_window
from pictures import train
from pictures.__main__ import all_scenes, take
from pictures.scene import Scene, Stage


def test_every_workspace_has_a_picture(qapp: QApplication) -> None:
    with passing_window(qapp) as window:
        assert {scene.workspace for scene in all_scenes()} == set(window.workspaces())
    names = [scene.name for scene in all_scenes()]
    assert len(names) == len(set(names))


def test_a_scene_is_played_and_saved_in_both_themes(qapp: QApplication, tmp_path: Path) -> None:
    played: list[str] = []

    def prepare(stage: Stage) -> None:
        played.append(stage.window.current_workspace())
        stage.window.status.set_message("played")
        stage.until(lambda: stage.window.status.message() == "played")

    scene = Scene("lab-message", "lab", prepare, clear=lambda stage: played.append("cleared"))
    files = take(qapp, scene, QSize(1366, 768), ("light", "dark"), tmp_path)
    assert [file.name for file in files] == [
        "lab-message-light-1366x768.png",
        "lab-message-dark-1366x768.png",
    ]
    assert played == ["lab", "cleared"]
    light, dark = (QImage(str(file)) for file in files)
    assert light.size() == dark.size() == QSize(1366, 768)
    assert light.pixelColor(700, 34).name() == "#f6f6f3"
    assert dark.pixelColor(700, 34).name() == "#15171b"


def test_a_scene_that_never_comes_is_an_error(qapp: QApplication, tmp_path: Path) -> None:
    scene = Scene("never", "lab", lambda stage: stage.until(lambda: False, seconds=0.05))
    with pytest.raises(TimeoutError):
        take(qapp, scene, QSize(1366, 768), ("light",), tmp_path)


def test_the_scenes_of_the_training_have_names_of_their_own() -> None:
    names = [scene.name for scene in train.scenes()]
    assert names
    assert len(set(names)) == len(names)
    assert {scene.workspace for scene in train.scenes()} == {"train"}
