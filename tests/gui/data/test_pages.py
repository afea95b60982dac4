"""The pages in the Data workspace: they are there, are named, and hear which image is to be followed."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.data.pages import DataPages
from gui.data.workspace import DataWorkspace
from gui.look.icons import Icons
from tests.gui.data.pages import Desk, desk

__all__ = ["desk"]


def test_the_pages_stand_below_the_images_and_a_mistake_is_followed(
    desk: Desk, icons: Icons, qtbot: QtBot
) -> None:
    workspace = DataWorkspace(desk.trainer.table, icons, desk.jobs, lambda *_: None)
    pages = DataPages(workspace, icons, desk.jobs)
    desk.show(workspace, 1280, 720)
    model = workspace.model
    qtbot.waitUntil(lambda: model.predictions is not None and not model.is_predicting)
    tabs = workspace.pages
    titles = [tabs.tabText(place) for place in range(tabs.count())]
    assert titles == ["Predictions and drawing", "Evaluation", "Follow a mistake", "At a glance"]
    assert all(tabs.tabToolTip(place) for place in range(tabs.count()))
    assert pages.predictions.isVisible()
    assert model.predictions is not None
    wrong = int((~model.predictions.right).argmax())
    workspace.follow_asked.emit(wrong)
    assert pages.mistake.isVisible()
    qtbot.waitUntil(lambda: pages.mistake.follower.gradient is not None)
    assert pages.mistake.follower.subject is not None
    assert pages.mistake.follower.subject.row == wrong
    QApplication.sendEvent(workspace, QEvent(QEvent.Type.LanguageChange))
    with qtbot.waitSignal(pages.message):
        pages.predictions.draw.message.emit("told")
    workspace.hide()
