"""A picture on the pad: what was found is shown, each digit with its answer, and it is handled by hand."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.inspection.parts import Box
from core.inspection.predictions import prediction
from core.inspection.preparation import Handling, prepare_picture
from gui.data.draw.marks import marked, place_of
from gui.data.draw.panel import PICTURE_JOB, DrawPanel
from gui.look.icons import Icons
from tests.gui.data.pages import SIDE, Desk, desk, stroke
from tests.gui.fitting import misfits

__all__ = ["desk"]

Left = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(desk: Desk, icons: Icons) -> DrawPanel:
    made = DrawPanel(desk.model, icons, desk.jobs)
    desk.show(made, 700, 260)
    return made


def seven_and_one() -> NDArray[np.uint8]:
    """Dark on light, side by side; (60, 100)."""
    grey = np.full((60, 100), 255, np.uint8)
    grey[10:16, 10:40] = grey[10:50, 34:40] = 0
    grey[10:50, 70:76] = 0
    return grey


def picture(grey: NDArray[np.uint8]) -> QImage:
    height, width = grey.shape
    return QImage(grey.data, width, height, width, QImage.Format.Format_Grayscale8).copy()


def read(desk: Desk, panel: DrawPanel, grey: NDArray[np.uint8]) -> None:
    panel.read(picture(grey))
    settle(desk)


def settle(desk: Desk) -> None:
    desk.qtbot.waitUntil(lambda: not desk.jobs.is_busy(PICTURE_JOB))
    QApplication.processEvents()


def expected(grey: NDArray[np.uint8], handling: Handling | None = None) -> list[NDArray[np.uint8]]:
    return [shown.image for shown in prepare_picture(grey, (SIDE, SIDE), handling or Handling()).images]


def assert_shown(panel: DrawPanel, images: list[NDArray[np.uint8]]) -> None:
    assert len(panel.images) == len(images)
    for shown, image in zip(panel.images, images, strict=True):
        np.testing.assert_array_equal(shown.image, image)


def test_each_digit_is_shown_with_its_own_answer(desk: Desk, panel: DrawPanel) -> None:
    read(desk, panel, seven_and_one())
    images = expected(seven_and_one())
    assert_shown(panel, images)
    network = desk.model.network
    assert network is not None
    answers = [desk.model.class_name(prediction(network, image).predicted) for image in images]
    row = panel.view.row
    assert row.isVisible()
    assert [button.text() for button in row.buttons] == answers
    assert all("sure" in button.toolTip() for button in row.buttons)
    for number in (1, 0):
        QTest.mouseClick(row.buttons[number], Left)
        assert panel.view.preview.pixels is not None
        np.testing.assert_array_equal(panel.view.preview.pixels, images[number])
        assert panel.prediction is panel.predictions[number]


def test_what_was_done_is_said(desk: Desk, panel: DrawPanel) -> None:
    with desk.qtbot.waitSignal(panel.message) as told:
        read(desk, panel, seven_and_one())
    assert panel.done.isVisible()
    assert panel.done.text().startswith("2 digits were found. As MNIST's makers did, the dark ink")
    assert told.args == [panel.done.text()]
    assert panel.done.toolTip() == panel.done.text()


def test_a_narrow_panel_has_room_for_the_tools_of_a_picture(desk: Desk, panel: DrawPanel) -> None:
    panel.setMinimumSize(panel.minimumSizeHint())
    panel.resize(288, 184)
    read(desk, panel, seven_and_one())
    QApplication.processEvents()
    assert misfits(panel) == []
    assert not panel.done.isVisible()
    assert panel.picture_tools.preparation.toolTip().startswith("<qt>2 digits were found.")


def test_a_drawing_has_neither_row_nor_tools_of_a_picture(desk: Desk, panel: DrawPanel) -> None:
    read(desk, panel, seven_and_one())
    assert panel.picture_tools.isVisible()
    stroke(panel.pad, (0.1, 0.9), (0.4, 0.9))
    QApplication.processEvents()
    for part in (panel.picture_tools, panel.view.row, panel.done):
        assert not part.isVisible()
    assert panel.view.digit.isVisible()
    assert len(panel.images) == 1
    panel.pad.drawing.undo_stack.undo()
    QApplication.processEvents()
    assert panel.picture_tools.isVisible()
    assert_shown(panel, expected(seven_and_one()))


def test_a_picture_is_turned_and_inverted_by_the_buttons(desk: Desk, panel: DrawPanel) -> None:
    read(desk, panel, np.rot90(seven_and_one()).copy())
    QTest.mouseClick(panel.picture_tools.turn, Left)
    settle(desk)
    assert_shown(panel, expected(seven_and_one()))
    panel.picture_tools.preparation.setCurrentIndex(1)
    panel.picture_tools.preparation.activated.emit(1)
    settle(desk)
    assert_shown(panel, expected(seven_and_one(), Handling("plain")))
    assert "taken plainly" in panel.done.text()
    QTest.mouseClick(panel.picture_tools.invert, Left)
    settle(desk)
    assert_shown(panel, expected(255 - seven_and_one(), Handling("plain")))
    for _ in range(3):
        panel.pad.drawing.undo_stack.undo()
    QApplication.processEvents()
    assert panel.picture_tools.preparation.currentData() == "digits"


def test_a_part_is_cropped_by_dragging(desk: Desk, panel: DrawPanel) -> None:
    read(desk, panel, seven_and_one())
    drawing = panel.pad.drawing
    assert drawing.picture is not None
    place = place_of(drawing.picture.prepared, panel.pad.square())
    QTest.mouseClick(panel.picture_tools.crop, Left)
    start = QPoint(round(place.left() + 0.55 * place.width()), round(place.top() + 2))
    end = QPoint(round(place.right() - 3), round(place.bottom() - 2))
    QTest.mousePress(panel.pad, Left, pos=start)
    QTest.mouseMove(panel.pad, (start + end) / 2)
    QTest.mouseMove(panel.pad, end)
    QTest.mouseRelease(panel.pad, Left, pos=end)
    settle(desk)
    assert not panel.picture_tools.crop.isChecked()
    assert drawing.picture is not None
    crop = drawing.picture.handling.crop
    assert crop is not None
    assert 50 <= crop.left <= 60
    assert_shown(panel, expected(seven_and_one()[:, 50:]))
    # A crop of the crop lies within it.
    assert drawing.picture.cropped(Box(1, 2, 30, 20)).crop == Box(
        crop.top + 1, crop.left + 2, crop.top + 30, crop.left + 20
    )


def test_a_click_crops_nothing_and_a_crop_without_a_digit_is_said(desk: Desk, panel: DrawPanel) -> None:
    read(desk, panel, seven_and_one())
    QTest.mouseClick(panel.picture_tools.crop, Left)
    QTest.mouseClick(panel.pad, Left, pos=panel.pad.rect().center())
    assert not desk.jobs.is_busy(PICTURE_JOB)
    panel.pad.cropped.emit(Box(0, 42, 60, 68))
    settle(desk)
    assert "There is no digit here" in panel.said.text()
    assert panel.prediction is None


def test_data_of_ones_own_take_a_picture_plainly(desk: Desk, panel: DrawPanel) -> None:
    data = desk.document.data
    assert data is not None
    own = type(data)("own", "Own", data.train, data.test, data.classes, data.image_shape, data.class_names)
    desk.document.set_data(own)
    desk.predicted()
    read(desk, panel, seven_and_one())
    assert_shown(panel, expected(seven_and_one(), Handling("plain")))
    assert panel.picture_tools.preparation.currentData() == "plain"


def test_the_ink_is_marked_on_the_picture(desk: Desk, panel: DrawPanel) -> None:
    prepared = prepare_picture(seven_and_one(), (SIDE, SIDE), Handling())
    image = marked(prepared, QColor(0, 114, 178))
    assert image.pixelColor(5, 5) == QColor(255, 255, 255)
    assert image.pixelColor(72, 30) == QColor(0, 68, 107)  # 0.6 of the colour over black
    read(desk, panel, seven_and_one())
    shown = panel.pad.grab().toImage()
    place = place_of(prepared, panel.pad.square())
    at = place.topLeft() + QPoint(round(0.73 * place.width()), round(0.5 * place.height()))
    color = shown.pixelColor(at.toPoint() * shown.devicePixelRatio())
    assert color.blue() > color.red() + 40


def test_many_digits_do_not_widen_the_panel(desk: Desk, panel: DrawPanel) -> None:
    read(desk, panel, seven_and_one())
    width = panel.view.minimumSizeHint().width()
    read(desk, panel, np.tile(seven_and_one(), (1, 8)))
    assert len(panel.view.row.buttons) == 16
    assert panel.view.minimumSizeHint().width() == width
