"""The context menu of an image, and what Edit → Copy takes from the parts of the Data workspace."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from core.inspection.evaluation import confusion_matrix
from gui.data.image_menu import ImageMenu
from gui.data.predictions.confusion_view import ConfusionView
from gui.widgets.copying import copied_from
from tests.gui.data.pages import CLASSES, SIDE
from tests.gui.data.screen import Screen


def clipboard_picture() -> QImage:
    image = QGuiApplication.clipboard().image()
    assert not image.isNull()
    return image


@pytest.fixture
def menu(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> ImageMenu:
    # A real popup would take the keyboard, which the screen of the tests cannot give.
    monkeypatch.setattr(screen.workspace.menu, "popup", lambda _at: None)
    return screen.workspace.menu


def right_click(screen: Screen, place: int) -> None:
    view = screen.workspace.grid.view
    at = view.cells.cell(place).center().toPoint()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=at)
    reason = QContextMenuEvent.Reason.Mouse
    where = view.viewport().mapToGlobal(at)
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(reason, at, where))


def test_a_right_click_chooses_the_image_and_offers_what_can_be_done_with_it(
    screen: Screen, menu: ImageMenu
) -> None:
    wrong = screen.mistakes()[0]
    for place, is_wrong in ((wrong, True), (next(i for i in range(9) if i not in screen.mistakes()), False)):
        right_click(screen, place)
        assert screen.model.selected == place
        assert menu.trace.isEnabled()
        assert menu.follow.isEnabled() is is_wrong
        assert not menu.delete.isVisible()


def test_the_picture_is_copied_in_black_on_white_with_its_values(screen: Screen, menu: ImageMenu) -> None:
    screen.model.select(3)
    menu.copy.trigger()
    image = clipboard_picture()
    values = screen.model.image(3)
    assert (image.width(), image.height()) == (10 * SIDE, 10 * SIDE)
    for row, column in ((0, 0), (5, 4), (11, 11)):
        assert image.pixelColor(10 * column + 5, 10 * row + 5).red() == 255 - values[row, column]
    lines = QGuiApplication.clipboard().text().splitlines()
    np.testing.assert_array_equal([[int(cell) for cell in line.split("\t")] for line in lines], values)


def test_the_picture_is_saved_where_the_dialog_says(screen: Screen, menu: ImageMenu, tmp_path: Path) -> None:
    said: list[str] = []
    menu.message.connect(said.append)
    menu.save.trigger()
    dialog = screen.workspace.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "one.png"))
    dialog.close()
    assert QImage(str(tmp_path / "one.png")).width() == 10 * SIDE
    menu.save_to(tmp_path / "gone" / "two.png", QImage(3, 3, QImage.Format.Format_RGB32))
    assert said[0] == "Saved one.png."
    assert said[1].startswith("two.png could not be written: ")


def test_tracing_following_and_deleting_are_those_of_the_card(screen: Screen, menu: ImageMenu) -> None:
    asked: list[object] = []
    screen.workspace.follow_asked.connect(asked.append)
    wrong = screen.mistakes()[1]
    screen.model.select(wrong)
    menu.open_at(QPoint(0, 0))
    menu.trace.trigger()
    menu.follow.trigger()
    assert screen.traced[0][3:] == ("test", wrong)
    assert asked == [wrong]
    screen.model.drawings.keep(np.zeros((SIDE, SIDE), np.uint8), 0, "")
    screen.model.set_split("drawings")
    menu.open_at(QPoint(0, 0))
    assert menu.delete.isVisible()
    menu.delete.trigger()
    assert screen.model.examples_of("drawings") is None


def test_copy_takes_the_image_from_grid_and_card_and_the_counts_from_the_matrix(screen: Screen) -> None:
    workspace = screen.workspace
    for widget in (workspace.grid.view, workspace.detail.image):
        found = copied_from(widget)
        assert found is not None
        assert found.hasImage()
    assert screen.model.predictions is not None
    view = ConfusionView(workspace.detail._theme, workspace)
    assert view.copied() is None
    matrix = confusion_matrix(screen.model.predictions)
    view.set_matrix(matrix, ["a", "b", "c"])
    found = copied_from(view)
    assert found is not None
    head, *rows = (line.split("\t") for line in found.text().splitlines())
    assert head == ["", "a", "b", "c"]
    assert [row[0] for row in rows] == ["a", "b", "c"]
    np.testing.assert_array_equal([list(map(int, row[1:])) for row in rows], matrix)
    assert len(rows) == CLASSES
