"""Data of one's own in the whole window: dropped on it or chosen, what is said, and what a click mends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast
from unittest.mock import Mock

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.data import DataSet, Reading, write_idx
from core.training.config import TrainingConfig
from gui.data.draw.pad import DrawPad
from gui.data.draw.panel import DrawPanel
from gui.document.document import Document
from gui.graph.bars.expression import ExpressionField
from gui.graph.workspace import GraphWorkspace
from gui.jobs.data_loader import DataLoader
from gui.train.workspace import TrainWorkspace
from gui.widgets.fields.whole_entry import WholeEntry
from gui.window.main_window import MainWindow
from pictures import hands
from pictures.scene import Stage
from tests.gui.train.screen import choose, settle, type_into

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", "does not support raise", extend=True)

RNG = np.random.default_rng(0)
LABELS = np.arange(24) % 2
IMAGES = RNG.integers(0, 256, (24, 8, 8)).astype(np.uint8)


def idx(folder: Path) -> Path:
    for part in ("train", "t10k"):
        write_idx(folder / f"{part}-images.idx", IMAGES ^ (255 * (part == "train")))
        write_idx(folder / f"{part}-labels.idx", LABELS.astype(np.uint8))
    return folder


def one_of_the_idx_files(folder: Path) -> Path:
    return idx(folder) / "t10k-labels.idx"


def npz(folder: Path) -> Path:
    np.savez(folder / "mine.npz", x_train=IMAGES, y_train=LABELS)
    return folder / "mine.npz"


def csv(folder: Path) -> Path:
    np.savetxt(folder / "train.csv", np.column_stack([LABELS, IMAGES.reshape(24, -1)]), "%d", ",")
    return folder / "train.csv"


def points(folder: Path) -> Path:
    np.savetxt(folder / "points.csv", np.column_stack([RNG.normal(size=(24, 2)), LABELS]), "%g", "\t")
    return folder / "points.csv"


def pictures(folder: Path) -> Path:
    for place, (image, label) in enumerate(zip(IMAGES, LABELS, strict=True)):
        path = folder / ("cat", "dog")[label] / f"{place}.png"
        path.parent.mkdir(exist_ok=True)
        Image.fromarray(image).save(path)
    return folder


MAKERS = [idx, one_of_the_idx_files, npz, csv, points, pictures]
Make = Callable[[Path], Path]


@pytest.fixture
def stage(window: MainWindow) -> Iterator[Stage]:
    """The program's window, on Train where a test does not say otherwise, with MNIST."""
    stage = Stage(window)
    document = hands.trainer(stage).document
    stage.until(lambda: document.data is not None)
    yield stage
    hands.clear(stage)


def document_of(stage: Stage) -> Document:
    return hands.trainer(stage).document


def config_of(stage: Stage) -> TrainingConfig:
    return document_of(stage).experiment.training


def workspace(stage: Stage) -> TrainWorkspace:
    return cast(TrainWorkspace, stage.window.workspace("train"))


def drop(stage: Stage, *paths: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    at, action, none = QPoint(300, 300), Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    button = Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(at, action, mime, button, none)
    QApplication.sendEvent(stage.window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(stage.window, QDropEvent(QPointF(at), action, mime, button, none))


def read(stage: Stage) -> DataSet:
    """The data that the table names, once they are there."""
    document = document_of(stage)

    def is_settled() -> bool:
        assert document.data_error is None, document.data_error
        return document.data is not None and document.data.name == config_of(stage).data_set

    stage.until(is_settled)
    assert document.data is not None
    return document.data


def made(folder: Path) -> Iterator[Path]:
    """The path of data in each format, each in a folder of its own."""
    for make in MAKERS:
        own = folder / f"by {make.__name__}"
        own.mkdir(parents=True)
        yield make(own)


def test_each_format_opens_by_dropping_and_several_files_are_one_data_set(
    stage: Stage, tmp_path: Path
) -> None:
    for path in made(tmp_path):
        stage.window.show_workspace("lab")
        drop(stage, path)
        data = read(stage)
        assert data.name == str(path)
        assert len(data.train) + len(data.test or ()) in (24, 48)
        assert stage.window.current_workspace() == "train"
    several = sorted((tmp_path / "by idx").glob("*.idx"))
    drop(stage, *several)
    assert read(stage).name == str(several[0])
    assert len(read(stage).train) == 24, "several files at once are one data set"


def test_each_format_opens_by_choosing(stage: Stage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    choice = workspace(stage).training.data_set
    for path in made(tmp_path):
        monkeypatch.setattr(choice, "ask_file", Mock(return_value=str(path)))
        monkeypatch.setattr(choice, "ask_folder", Mock(return_value=str(path)))
        choose(choice, "\0folder" if path.is_dir() else "\0file")
        assert read(stage).name == str(path)
        assert choice.word == str(path)
        assert choice.currentText() == path.name


@pytest.mark.parametrize("in_front", ["lab"])
def test_a_model_file_that_is_dropped_is_opened(stage: Stage, tmp_path: Path) -> None:
    drop(stage, tmp_path / "none.blab")
    assert config_of(stage).data_set == "mnist"


@pytest.mark.parametrize("in_front", ["lab"])
def test_a_picture_that_is_dropped_beside_the_pad_is_read_on_it(stage: Stage, tmp_path: Path) -> None:
    one = np.full((60, 60), 255, np.uint8)
    one[10:50, 26:34] = 0
    Image.fromarray(one).save(tmp_path / "one.png")
    drop(stage, tmp_path / "one.png")
    assert config_of(stage).data_set == "mnist"
    assert stage.window.current_workspace() == "data"
    draw = stage.window.workspace("data").findChild(DrawPanel)
    assert draw is not None
    stage.until(lambda: draw.pad.drawing.picture is not None)
    assert draw.isVisible()


@pytest.mark.parametrize("in_front", ["graph"])
def test_a_file_that_is_dropped_on_a_field_or_the_pad_is_the_windows(stage: Stage, tmp_path: Path) -> None:
    graph = cast(GraphWorkspace, stage.window.workspace("graph"))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    pad = stage.window.workspace("data").findChild(DrawPad)
    fields = [graph.findChild(ExpressionField), graph.findChild(WholeEntry), pad]
    for field in fields:
        assert field is not None
        target = field.viewport() if isinstance(field, ExpressionField) else field
        event = QDragEnterEvent(
            QPoint(3, 3),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        target.event(event)
        assert not event.isAccepted()


def test_what_is_odd_is_said_and_mended_by_one_click(stage: Stage, tmp_path: Path) -> None:
    dark_pixels_are_scaled(stage, tmp_path)
    what_is_no_data_set_is_said(stage, tmp_path)
    a_broken_picture_is_left_out(stage, tmp_path / "pictures")


def dark_pixels_are_scaled(stage: Stage, tmp_path: Path) -> None:
    np.savez(tmp_path / "dark.npz", x_train=IMAGES // 16, y_train=LABELS)
    drop(stage, tmp_path / "dark.npz")
    assert int(read(stage).train.x.max()) == 15
    message = workspace(stage).message
    assert "The largest pixel is 15, far below 255" in message.text()
    assert message.kind() == "warning"
    assert message.action_button.text() == "Scale to 255"
    settle()
    QTest.mouseClick(message.action_button, Qt.MouseButton.LeftButton)
    assert config_of(stage).reading == Reading(pixel_max=15)
    assert int(read(stage).train.x.max()) == 255
    assert "largest pixel" not in message.text()
    document_of(stage).undo_stack.undo()
    assert int(read(stage).train.x.max()) == 15


def a_broken_picture_is_left_out(stage: Stage, tmp_path: Path) -> None:
    tmp_path.mkdir()
    (pictures(tmp_path) / "dog" / "1.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    drop(stage, tmp_path)
    document, message = document_of(stage), workspace(stage).message
    stage.until(lambda: document.data_error is not None)
    assert "A picture of the class “dog” cannot be read. “1.png”" in message.text()
    assert message.action_button.text() == "Leave them out"
    settle()
    QTest.mouseClick(message.action_button, Qt.MouseButton.LeftButton)
    data = read(stage)
    assert len(data.train) + len(data.test or ()) == 23


def test_names_are_those_of_folders_or_typed_as_is_the_largest_pixel(stage: Stage, tmp_path: Path) -> None:
    form = workspace(stage).training
    assert not form.rows["class_names"].isVisible()
    assert not form.rows["pixel_max"].isVisible()
    drop(stage, pictures(tmp_path))
    assert read(stage).class_names == ("cat", "dog")
    assert form.class_names.placeholderText() == "cat, dog"
    drop(stage, npz(tmp_path))
    read(stage)
    assert form.rows["class_names"].isVisible()
    type_into(form.class_names, "plain, striped")
    assert read(stage).class_names == ("plain", "striped")
    type_into(form.numbers["pixel_max"], "200")
    read(stage)
    assert config_of(stage).reading == Reading(pixel_max=200, class_names=("plain", "striped"))
    drop(stage, csv(tmp_path))
    assert read(stage).class_names == ("0", "1")
    assert config_of(stage).reading == Reading()


def what_is_no_data_set_is_said(stage: Stage, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("nothing\n")
    drop(stage, tmp_path / "notes.txt")
    document, message = document_of(stage), workspace(stage).message
    stage.until(lambda: document.data_error is not None)
    assert "is not a table of examples" in message.text()
    assert message.action_button.text() == "Use MNIST"


def test_a_reading_that_takes_its_time_is_told_and_can_be_stopped(stage: Stage, tmp_path: Path) -> None:
    loader = stage.window.findChild(DataLoader)
    assert loader is not None
    document, message = document_of(stage), workspace(stage).message
    drop(stage, npz(tmp_path))
    loader.progressed.emit(0.354)
    assert message.text() == "Reading mine.npz: 35 %"
    assert message.action_button.text() == "Stop"
    message.action_button.click()  # before any event lets the reading end
    assert document.data is None
    assert message.text() == f"The reading of {tmp_path / 'mine.npz'} was stopped."
    assert message.action_button.text() == "Read again"
    settle()
    QTest.mouseClick(message.action_button, Qt.MouseButton.LeftButton)
    assert len(read(stage).train) == 20
    assert "stopped" not in message.text()
