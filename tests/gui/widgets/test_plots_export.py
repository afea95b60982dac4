"""A plot leaves the program: as a picture, a drawing and a table, through its context menu."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QColor, QContextMenuEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from gui.look.tokens import LIGHT
from gui.widgets.plot.card import PlotCard
from gui.widgets.plot.live import LivePlot
from tests.core.training.test_place import little_room
from tests.gui.widgets.plotting import count_pixels, fill, place, point_at, ranges, seen, wheel

# Export


@pytest.mark.skipif(sys.platform == "win32", reason="files of POSIX")
@pytest.mark.parametrize("kind", ["png", "svg", "csv"])
def test_on_a_full_disk_the_old_file_stays_whole(loss: LivePlot, tmp_path: Path, kind: str) -> None:
    fill(loss)
    path = tmp_path / f"loss.{kind}"
    path.write_text("the old one", encoding="utf-8")
    (tmp_path / "link").symlink_to(path)
    with little_room(100), pytest.raises(OSError, match="File too large"):
        getattr(loss, f"save_{kind}")(path)
    assert path.read_text(encoding="utf-8") == "the old one"
    getattr(loss, f"save_{kind}")(tmp_path / "link")
    assert path.stat().st_size > 1000
    assert (tmp_path / "link").is_symlink()
    assert len(list(tmp_path.iterdir())) == 2


def test_export_writes_files(loss: LivePlot, tmp_path: Path) -> None:
    fill(loss)
    loss.save_png(tmp_path / "loss.png")
    loss.save_svg(tmp_path / "loss.svg")
    loss.save_csv(tmp_path / "loss.csv")
    image = QImage(str(tmp_path / "loss.png"))
    assert (image.width(), image.height()) == (2 * loss.width(), 2 * loss.height())
    assert count_pixels(image, QColor(LIGHT.blue)) > 100
    drawing = (tmp_path / "loss.svg").read_text(encoding="utf-8")
    assert "Loss per iteration" in drawing
    assert "cross entropy" in drawing
    with (tmp_path / "loss.csv").open(encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    assert header == ["series", "iteration", "cross entropy"]
    assert [float(row[2]) for row in rows] == loss.data("loss")[1].tolist()
    assert [row[1] for row in rows[:2]] == ["1", "2"]


def test_a_picture_shows_no_readout_and_leaves_the_screen_as_it_was(loss: LivePlot, qtbot: QtBot) -> None:
    fill(loss)
    without = loss.picture()
    before = seen(loss)
    point_at(qtbot, loss, 0.5)
    assert loss.picture() == without
    QApplication.sendEvent(loss.view, QEvent(QEvent.Type.Leave))
    assert seen(loss) == before


def choose(plot: PlotCard, text: str) -> None:
    """Choose from the context menu."""
    menu = plot.findChild(QMenu, "plot menu")
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == text).trigger()


def test_the_menu_opens_over_the_area(loss: LivePlot, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QPoint] = []
    monkeypatch.setattr(QMenu, "popup", lambda _menu, at: opened.append(at))
    at = place(loss, 0.5)
    everywhere = loss.view.viewport().mapToGlobal(at)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, everywhere)
    QApplication.sendEvent(loss.view.viewport(), event)
    assert opened == [everywhere]


def test_the_menu_resets_the_view(loss: LivePlot) -> None:
    fill(loss)
    whole = ranges(loss)
    wheel(loss)
    choose(loss, "Reset view")
    assert ranges(loss) == whole


def test_the_menu_copies_the_picture(loss: LivePlot, qtbot: QtBot) -> None:
    fill(loss)
    with qtbot.waitSignal(loss.saved) as told:
        choose(loss, "Copy picture")
    assert told.args == ["The picture is on the clipboard."]
    assert QGuiApplication.clipboard().image().size() == loss.picture().size()


def save_dialog(plot: PlotCard, action_text: str) -> QFileDialog:
    choose(plot, action_text)
    dialog = plot.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    return dialog


def test_the_menu_saves_where_the_person_says(loss: LivePlot, qtbot: QtBot, tmp_path: Path) -> None:
    fill(loss)
    dialog = save_dialog(loss, "Save data (CSV)…")
    assert Path(dialog.selectedFiles()[0]).name == "loss-per-iteration.csv"
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("mine")
    with qtbot.waitSignal(loss.saved) as told:
        dialog.accept()
    assert told.args == ["Saved mine.csv."]
    assert (tmp_path / "mine.csv").stat().st_size > 1000


def test_a_place_that_cannot_be_written_is_named(loss: LivePlot, tmp_path: Path) -> None:
    dialog = save_dialog(loss, "Save picture (PNG)…")
    dialog.fileSelected.emit(str(tmp_path / "nowhere" / "loss.png"))
    dialog.reject()
    box = loss.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert box.text() == "loss.png could not be written: No such file or directory. Choose another place."
    box.close()
