"""Pictures on the drawing pad: pasted, dropped, opened; and files that are not what they should be."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from unittest.mock import Mock

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.errors import DataError
from core.inspection.digits import MNIST_SHAPE
from core.inspection.preparation import Handling, ShownImage
from gui.data.draw.panel import PICTURE_JOB, DrawPanel
from gui.data.draw.picture import open_picture
from gui.look.icons import Icons
from tests.adapters.png_bytes import SIGNATURE, chunk, header
from tests.gui.data.pages import Desk, desk, stroke

__all__ = ["desk"]

BLACK, WHITE = QColor("black"), QColor("white")
CLEAR = QColor(0, 0, 0, 0)


@pytest.fixture
def panel(desk: Desk, icons: Icons) -> DrawPanel:
    made = DrawPanel(desk.model, icons, desk.jobs)
    desk.show(made)
    return made


def picture(ink: QColor = BLACK, ground: QColor = WHITE, side: int = 60) -> QImage:
    """A seven: a bar, and another down from its end."""
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(ground)
    painter = QPainter(image)
    painter.fillRect(QRect(side // 4, side // 6, side // 2, side // 8), ink)
    painter.fillRect(QRect(side * 5 // 8, side // 6, side // 8, side * 2 // 3), ink)
    painter.end()
    return image


def read_picture(source: QImage | str, shape: tuple[int, int] = MNIST_SHAPE) -> ShownImage:
    """The only digit on a picture."""
    (shown,) = open_picture(source, shape, Handling()).prepared.images
    return shown


def wait(desk: Desk) -> None:
    desk.qtbot.waitUntil(lambda: not desk.jobs.is_busy(PICTURE_JOB))
    QApplication.processEvents()


def drop(panel: DrawPanel, path: Path) -> None:
    """Drag a file over the pad and let it go."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    none = Qt.KeyboardModifier.NoModifier
    at, action, button = QPoint(20, 20), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(at, action, mime, button, none)
    QApplication.sendEvent(panel.pad, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(panel.pad, QDropEvent(QPointF(at), action, mime, button, none))


@pytest.mark.parametrize(
    ("ink", "ground"),
    [(BLACK, WHITE), (WHITE, BLACK), (BLACK, CLEAR), (WHITE, CLEAR), (QColor("#222222"), QColor("#dddddd"))],
)
def test_dark_on_light_and_light_on_dark_are_read_alike(ink: QColor, ground: QColor) -> None:
    expected = read_picture(picture()).image
    np.testing.assert_array_equal(read_picture(picture(ink, ground)).image, expected)


@pytest.mark.parametrize("kind", ["Format_RGB32", "Format_Grayscale8", "Format_Mono", "Format_RGBA64"])
def test_any_format_of_pixels_is_read(kind: str) -> None:
    image = picture().convertToFormat(QImage.Format[kind])
    np.testing.assert_array_equal(read_picture(image).image, read_picture(picture()).image)


def test_a_picture_is_pasted_with_the_keys_and_asked_about_as_it_is(desk: Desk, panel: DrawPanel) -> None:
    QGuiApplication.clipboard().setImage(picture())
    panel.pad.setFocus()
    QTest.keyClick(panel.pad, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    wait(desk)
    assert panel.prepared is not None
    expected = read_picture(picture(), (12, 12)).image
    np.testing.assert_array_equal(panel.prepared.image, expected)
    assert panel.prediction is not None
    # What is seen on the pad is the seven: ink in its bar, none in the opposite corner.
    ink = panel.pad.drawing.ink()
    assert ink[60, 140] > 0.9
    assert ink[260, 20] == 0.0
    QTest.keyClick(panel.pad, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert panel.prediction is None


def test_drawing_over_a_picture_changes_what_is_asked(desk: Desk, panel: DrawPanel) -> None:
    panel.read(picture())
    wait(desk)
    assert panel.prepared is not None
    before = panel.prepared.image
    stroke(panel.pad, (0.1, 0.9), (0.4, 0.9))
    QApplication.processEvents()
    assert not np.array_equal(panel.prepared.image, before)


def test_paste_from_a_clipboard_that_holds_nothing_at_all(
    desk: Desk, panel: DrawPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    clipboard = Mock(mimeData=Mock(return_value=None))
    monkeypatch.setattr("gui.data.draw.pad.QGuiApplication.clipboard", Mock(return_value=clipboard))
    with desk.qtbot.waitSignal(panel.message) as told:
        panel.actions_row.paste.trigger()
    assert told.args == ["There is no picture to paste: copy one first."]


def test_paste_from_the_menu_and_a_clipboard_without_a_picture(
    desk: Desk, panel: DrawPanel, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText("seven")
    with qtbot.waitSignal(panel.message) as told:
        panel.actions_row.paste.trigger()
    assert told.args == ["There is no picture to paste: copy one first."]
    QGuiApplication.clipboard().setImage(picture(WHITE, BLACK))
    panel.actions_row.paste.trigger()
    wait(desk)
    assert panel.prediction is not None


def test_a_file_is_dropped(desk: Desk, panel: DrawPanel, tmp_path: Path) -> None:
    path = tmp_path / "seven.png"
    assert picture().save(str(path))
    drop(panel, path)
    wait(desk)
    assert panel.prepared is not None
    np.testing.assert_array_equal(panel.prepared.image, read_picture(picture(), (12, 12)).image)


def test_files_that_hold_no_digit_are_refused_in_a_sentence(
    desk: Desk, panel: DrawPanel, tmp_path: Path
) -> None:
    text = tmp_path / "notes.png"
    text.write_text("no picture at all")
    empty = tmp_path / "empty.png"
    empty.write_bytes(b"")
    dot, blank = tmp_path / "dot.png", tmp_path / "blank.png"
    assert picture(side=1).save(str(dot))
    white = QImage(50, 50, QImage.Format.Format_RGB32)
    white.fill(WHITE)
    assert white.save(str(blank))
    huge, drawing = tmp_path / "huge.png", tmp_path / "drawing.png"
    huge.write_bytes(SIGNATURE + header(20_000, 20_000) + chunk(b"IEND"))
    drawing.write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    for path, words in (
        (text, "“notes.png” is not a picture"),
        (empty, "“empty.png” is empty"),
        (dot, "1 × 1 pixels is too small"),
        (blank, "the picture is empty"),
        (huge, "20,000 × 20,000 pixels is too large"),
        (drawing, "“drawing.png” is in the format SVG"),
    ):
        drop(panel, path)
        wait(desk)
        assert words in panel.said.text()
        assert panel.said.isVisible()
        assert panel.prediction is None
    stroke(panel.pad, (0.3, 0.2), (0.3, 0.8))
    QApplication.processEvents()
    assert panel.prediction is not None


def test_a_picture_before_a_network_of_points_says_why_it_is_not_predicted(
    desk: Desk, panel: DrawPanel
) -> None:
    data = desk.model.data
    assert data is not None
    desk.document.set_data(replace(data, image_shape=None))
    panel.read(picture())
    wait(desk)
    assert panel.pad.drawing.picture is not None
    assert "the network takes 144 numbers that are not the pixels of an image" in panel.said.text()
    assert not panel.actions_row.keep.isEnabled()


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="There is no file"):
        read_picture(str(tmp_path / "gone.png"))


def test_a_drag_of_text_is_not_taken(panel: DrawPanel) -> None:
    mime = QMimeData()
    mime.setText("7")
    event = QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.ignore()
    QApplication.sendEvent(panel.pad, event)
    assert not event.isAccepted()


def test_a_stroke_drops_a_picture_that_is_still_being_read(desk: Desk, panel: DrawPanel) -> None:
    panel.read(picture(side=600))
    stroke(panel.pad, (0.3, 0.2), (0.3, 0.8))
    drawn = panel.pad.drawing.ink()
    desk.jobs.shutdown()
    QApplication.processEvents()
    np.testing.assert_array_equal(panel.pad.drawing.ink(), drawn)
