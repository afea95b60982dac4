"""The live plot and the histogram through what a person does: look, point, click, zoom, type, export."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTranslator
from PySide6.QtGui import QColor, QContextMenuEvent, QGuiApplication, QImage, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from gui.theme import DARK, LIGHT
from gui.widgets.plot import LivePlot
from gui.widgets.plot_card import PlotCard
from gui.widgets.plot_histogram import HistogramPlot
from gui.widgets.plot_style import PlotColors, SeriesSpec
from gui.widgets.redraw import RedrawScheduler

COLORS = PlotColors.like(LIGHT)
LOSS = SeriesSpec("loss", "loss", "blue", smooth=True)
BOTH = [SeriesSpec("train", "training", "blue"), SeriesSpec("test", "test", "green", "dash")]


@pytest.fixture
def scheduler(qapp: object) -> Iterator[RedrawScheduler]:
    scheduler = RedrawScheduler()
    yield scheduler
    scheduler.deleteLater()


def shown(qtbot: QtBot, plot: PlotCard, scheduler: RedrawScheduler) -> None:
    plot.resize(440, 245)
    qtbot.addWidget(plot)
    with qtbot.waitExposed(plot):
        plot.show()
    scheduler.flush()


@pytest.fixture
def loss(qtbot: QtBot, scheduler: RedrawScheduler) -> LivePlot:
    plot = LivePlot([LOSS], COLORS, scheduler, floor=0.0)
    plot.set_texts("Loss per iteration", "iteration", "cross entropy", "The loss will be here.")
    plot.set_planned(1000)
    shown(qtbot, plot, scheduler)
    return plot


def losses(n: int) -> np.ndarray:
    rng = np.random.default_rng(0)
    return (2.0 * np.exp(-np.arange(n) / 200) + 0.2 * rng.random(n)).astype(np.float64)


def fill(plot: LivePlot, n: int = 500) -> None:
    plot.append("loss", np.arange(1, n + 1), losses(n))
    plot.redraw()


def ranges(plot: PlotCard) -> tuple[float, float, float, float]:
    frame = plot.view.frame
    return frame.left, frame.right, frame.bottom, frame.top


def place(plot: PlotCard, across: float, down: float = 0.5) -> QPoint:
    """A point of the area, as shares of its width and height."""
    area = plot.view.canvas_rect()
    return QPoint(round(area.x() + across * area.width()), round(area.y() + down * area.height()))


def point_at(qtbot: QtBot, plot: PlotCard, across: float, down: float = 0.5) -> None:
    qtbot.mouseMove(plot.view.viewport(), place(plot, across, down))


def wheel(plot: PlotCard, turn: int = 240) -> None:
    at = QPointF(place(plot, 0.5))
    event = QWheelEvent(
        at,
        QPointF(plot.view.viewport().mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(plot.view.viewport(), event)


def seen(plot: PlotCard) -> QImage:
    return plot.grab().toImage()


def count_pixels(image: QImage, color: QColor) -> int:
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(plain.constBits(), np.uint32)
    return int((pixels == color.rgb()).sum())


# Data


def test_it_holds_every_value_that_was_appended(loss: LivePlot) -> None:
    values = losses(5000).astype(np.float32)
    for start in range(0, 5000, 700):
        loss.append("loss", np.arange(start, min(start + 700, 5000)), values[start : start + 700])
        loss.redraw()
    x, y = loss.data("loss")
    assert x.tolist() == list(range(5000))
    assert y.tolist() == values.astype(float).tolist()


def test_new_data_are_drawn_by_themselves(loss: LivePlot, qtbot: QtBot) -> None:
    before = seen(loss)
    loss.append("loss", np.arange(300), losses(300))
    qtbot.waitUntil(lambda: seen(loss) != before)
    assert count_pixels(seen(loss), QColor(LIGHT.blue)) > 100


def test_an_empty_plot_says_what_will_be_here_until_there_are_data(loss: LivePlot) -> None:
    assert loss.view.empty_text == "The loss will be here."
    assert loss.view.accessibleDescription() == "The loss will be here."
    fill(loss)
    assert loss.view.empty_text == ""
    loss.clear()
    loss.redraw()
    assert loss.view.empty_text == "The loss will be here."
    assert len(loss.data("loss")[0]) == 0


def test_renaming_keeps_the_data(loss: LivePlot) -> None:
    fill(loss)
    loss.set_series([SeriesSpec("loss", "손실", smooth=True), *BOTH])
    assert len(loss.data("loss")[0]) == 500
    assert [entry.name for entry in loss.legend.entries][:3] == ["손실", "training", "test"]
    loss.set_series(BOTH)
    assert not loss.smooth_button.isVisible()
    with pytest.raises(KeyError):
        loss.data("loss")


@pytest.mark.parametrize("log", [False, True])
@pytest.mark.parametrize(
    "values", [[np.nan], [np.inf, np.nan], [0.0, 0.0], [1e-30, 1e30], [-1.0, 2.0, np.nan], [1e308, -1e308]]
)
def test_no_value_breaks_the_picture(loss: LivePlot, log: bool, values: list[float]) -> None:
    loss.set_log(log)
    loss.append("loss", range(len(values)), values)
    loss.redraw()
    seen(loss)
    assert np.isfinite(ranges(loss)).all()


# Ranges


def test_the_range_does_not_jump_while_data_come(loss: LivePlot) -> None:
    values, tops = losses(900), set()
    for start in range(0, 900, 9):
        loss.append("loss", np.arange(start, start + 9), values[start : start + 9])
        loss.redraw()
        left, right, bottom, top = ranges(loss)
        assert (left, right, bottom) == (0.0, 1000.0, 0.0)
        tops.add(top)
    assert len(tops) <= 2


def test_the_wheel_zooms_and_the_zoom_is_kept_until_fit(loss: LivePlot, qtbot: QtBot) -> None:
    fill(loss)
    whole = ranges(loss)
    assert not loss.fit_button.isVisible()
    wheel(loss)
    zoomed = ranges(loss)
    assert zoomed[1] - zoomed[0] < whole[1] - whole[0]
    loss.append("loss", [501], [90.0])
    loss.redraw()
    assert ranges(loss) == zoomed
    qtbot.mouseClick(loss.fit_button, Qt.MouseButton.LeftButton)
    assert ranges(loss)[:2] == whole[:2]
    assert ranges(loss)[3] >= 90.0
    assert not loss.fit_button.isVisible()


def test_a_drag_pans_and_a_double_click_resets(loss: LivePlot, qtbot: QtBot) -> None:
    fill(loss)
    whole, viewport = ranges(loss), loss.view.viewport()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=place(loss, 0.5))
    for across in (0.52, 0.6, 0.7):
        qtbot.mouseMove(viewport, place(loss, across))
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=place(loss, 0.7))
    assert ranges(loss)[0] < whole[0]
    qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=place(loss, 0.5))
    assert ranges(loss) == whole


def test_without_a_plan_the_range_leaves_room(loss: LivePlot) -> None:
    loss.set_planned(None)
    fill(loss)
    assert ranges(loss)[1] == 800.0


# Scale and smoothing


def test_the_log_button_shows_whole_decades(loss: LivePlot, qtbot: QtBot) -> None:
    loss.append("loss", np.arange(100), np.geomspace(2.0, 0.004, 100))
    loss.redraw()
    qtbot.mouseClick(loss.log_button, Qt.MouseButton.LeftButton)
    assert loss.log
    assert ranges(loss)[2:] == (-3.0, 1.0)
    qtbot.mouseClick(loss.log_button, Qt.MouseButton.LeftButton)
    assert ranges(loss)[2] == 0.0


def test_a_logarithmic_scale_can_be_zoomed_out_of_all_numbers(loss: LivePlot) -> None:
    fill(loss)
    loss.set_log(True)
    whole = ranges(loss)
    for _ in range(60):
        wheel(loss, -240)
    seen(loss)
    loss.reset_view()
    assert ranges(loss) == whole


def test_the_smoothing_menu_changes_what_is_drawn_and_not_what_is_held(loss: LivePlot) -> None:
    fill(loss)
    smoothed, held = seen(loss), loss.data("loss")[1]
    assert len(loss.legend.entries) == 2
    loss.smooth_button.choices[1].trigger()
    assert loss.smoothing == 1
    assert len(loss.legend.entries) == 1
    assert seen(loss) != smoothed
    loss.smooth_button.choices[50].trigger()
    assert seen(loss) == smoothed
    assert np.array_equal(loss.data("loss")[1], held)


# Readout


def test_the_pointer_reads_the_nearest_iteration(loss: LivePlot, qtbot: QtBot) -> None:
    fill(loss)
    layout = loss.view.geometry()
    point_at(qtbot, loss, 0.25)
    assert loss.readout.isVisible()
    text = loss.readout.text()
    iteration = int(text.split(" · ")[0].removeprefix("iteration "))
    assert 245 <= iteration <= 255
    assert f"{loss.data('loss')[1][iteration - 1]:.8g}".rstrip("0") in text
    assert "smoothed" in text
    assert loss.view.geometry() == layout
    assert loss.view.geometry().contains(loss.readout.geometry().translated(loss.view.pos()))
    QApplication.sendEvent(loss.view, QEvent(QEvent.Type.Leave))
    assert not loss.readout.isVisible()


def test_the_readout_names_every_line_and_the_mark_under_the_pointer(
    qtbot: QtBot, scheduler: RedrawScheduler
) -> None:
    plot = LivePlot([*BOTH, SeriesSpec("old", "run 1", "grey", "dot", ghost=True)], COLORS, scheduler)
    plot.set_texts("Accuracy", "epoch", "share right", "")
    plot.set_planned(10)
    for key, value in (("train", 0.5), ("test", 0.25), ("old", 0.125)):
        plot.append(key, range(11), np.full(11, value))
    plot.add_mark(5.0, "rate 0.1 → 0.05")
    shown(qtbot, plot, scheduler)
    point_at(qtbot, plot, 0.503)
    assert plot.readout.text() == "epoch 5 · training 0.5 · test 0.25 · run 1 0.125 · rate 0.1 → 0.05"
    point_at(qtbot, plot, 0.72)
    assert plot.readout.text() == "epoch 7 · training 0.5 · test 0.25 · run 1 0.125"


def test_the_readout_follows_new_data(loss: LivePlot, qtbot: QtBot) -> None:
    loss.append("loss", range(100), np.full(100, 1.0))
    loss.redraw()
    point_at(qtbot, loss, 0.9)
    assert loss.readout.text().startswith("iteration 99 ")
    loss.append("loss", range(100, 1000), np.full(900, 1.0))
    loss.redraw()
    assert int(loss.readout.text().split()[1]) > 890


def test_the_keyboard_reads_point_after_point(loss: LivePlot, qtbot: QtBot) -> None:
    loss.set_planned(20)
    loss.append("loss", range(21), np.arange(21.0))
    loss.redraw()
    loss.view.setFocus()
    qtbot.keyClick(loss.view, Qt.Key.Key_Right)
    first = loss.readout.text()
    qtbot.keyClick(loss.view, Qt.Key.Key_Right)
    assert first.startswith("iteration 11")
    assert loss.readout.text().startswith("iteration 12")
    assert loss.view.accessibleDescription() == loss.readout.text()
    qtbot.keyClick(loss.view, Qt.Key.Key_Left)
    assert loss.readout.text() == first
    qtbot.keyClick(loss.view, Qt.Key.Key_Escape)
    assert not loss.readout.isVisible()


# Marks and looks


def test_marks_are_drawn_and_cleared(loss: LivePlot) -> None:
    fill(loss)
    orange = QColor(LIGHT.orange)
    assert count_pixels(seen(loss), orange) == 0
    loss.add_mark(700, "rate 0.1 → 0.05")
    loss.redraw()
    assert count_pixels(seen(loss), orange) > 50
    assert [(mark.x, mark.text) for mark in loss.marks] == [(700, "rate 0.1 → 0.05")]
    loss.clear_marks()
    loss.redraw()
    assert count_pixels(seen(loss), orange) == 0


def test_the_theme_can_change(loss: LivePlot) -> None:
    fill(loss)
    loss.set_colors(PlotColors.like(DARK))
    image = seen(loss)
    assert count_pixels(image, QColor(LIGHT.surface)) == 0
    assert count_pixels(image, QColor(DARK.surface)) > 1000
    assert count_pixels(image, QColor(DARK.blue)) > 100


def test_what_cannot_be_seen_is_not_redrawn(loss: LivePlot, scheduler: RedrawScheduler, qtbot: QtBot) -> None:
    loss.hide()
    assert not loss.can_be_seen()
    loss.append("loss", range(10), np.ones(10))
    assert loss.view.empty_text
    loss.show()
    qtbot.waitUntil(lambda: not loss.view.empty_text)


def test_the_legend_wraps_rather_than_hides(qtbot: QtBot, scheduler: RedrawScheduler) -> None:
    plot = LivePlot([SeriesSpec("a", "Affine 1")], COLORS, scheduler)
    shown(qtbot, plot, scheduler)
    one_row = plot.legend.height()
    plot.set_series([SeriesSpec(str(i), f"layer with a long name {i}") for i in range(6)])
    assert plot.legend.height() >= 3 * one_row


def test_it_says_its_title_and_last_values_to_a_screen_reader(loss: LivePlot) -> None:
    loss.append("loss", [1, 2], [2.5, 0.25])
    loss.redraw()
    assert loss.view.accessibleName() == "Loss per iteration"
    assert loss.view.accessibleDescription() == "loss: 0.25 (iteration 2)"


class Shouting(QTranslator):
    """A language that any text is translated into."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return "¡" + text if context in {"PlotCard", "LivePlot", "LogButton", "SmoothingButton"} else ""

    def isEmpty(self) -> bool:  # noqa: N802
        return False


def test_another_language_is_spoken_at_once(loss: LivePlot, qapp: QApplication) -> None:
    shouting = Shouting()
    qapp.installTranslator(shouting)
    QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange.value)
    try:
        assert [loss.log_button.text(), loss.smooth_button.text(), loss.fit_button.text()] == [
            "¡log",
            "¡smooth",
            "¡fit",
        ]
        assert loss.smooth_button.choices[1].text() == "¡No smoothing"
        assert loss.legend.entries[1].name == "¡before smoothing"
    finally:
        qapp.removeTranslator(shouting)
        QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange.value)
    assert loss.log_button.text() == "log"


def test_every_button_explains_itself_and_is_reached_by_tab(loss: LivePlot) -> None:
    wheel(loss)
    for button in (loss.log_button, loss.smooth_button, loss.fit_button):
        assert button.text()
        assert len(button.toolTip()) > 20
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert loss.view.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_fault_while_painting_is_told_and_does_not_end_the_program(
    loss: LivePlot, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken:
        def paint(self, painter: QPainter, colors: PlotColors, ratio: float, fine: bool) -> None:
            raise ZeroDivisionError("broken")

    told: list[type[BaseException]] = []
    monkeypatch.setattr("sys.excepthook", lambda kind, error, trace: told.append(kind))
    fill(loss)
    loss.view.draw_with(Broken())
    seen(loss)
    seen(loss)
    assert told == [ZeroDivisionError]


# Export


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


# Histogram


@pytest.fixture
def histogram(qtbot: QtBot, scheduler: RedrawScheduler) -> HistogramPlot:
    plot = HistogramPlot(COLORS, scheduler)
    plot.set_texts("Activations: ReLU 1", "activation", "share of all values (%)", "Bars will be here.")
    shown(qtbot, plot, scheduler)
    return plot


def test_a_histogram_shows_shares_of_all_values(histogram: HistogramPlot, qtbot: QtBot) -> None:
    assert histogram.view.empty_text == "Bars will be here."
    histogram.set_counts([0.0, 1.0, 2.0], [10, 30], total=100)
    histogram.set_note("0: 60 % · dead 0 of 80")
    histogram.redraw()
    assert ranges(histogram) == (0.0, 2.0, 0.0, 30.0)
    assert [entry.name for entry in histogram.legend.entries] == ["0: 60 % · dead 0 of 80"]
    assert histogram.view.accessibleDescription() == "0: 60 % · dead 0 of 80"
    blue = count_pixels(seen(histogram), QColor(LIGHT.blue))
    frame = histogram.view.frame
    assert blue == pytest.approx(frame.width * frame.height * (10 / 30 + 1) / 2, rel=0.05)
    point_at(qtbot, histogram, 0.75)
    assert histogram.readout.text() == "activation 1 … 2 · 30 % (30)"


def test_a_histogram_keeps_its_range_while_counts_change(histogram: HistogramPlot) -> None:
    rng = np.random.default_rng(0)
    seen_ranges = set()
    for _ in range(50):
        edges = np.linspace(0.0, 4.0 + rng.random(), 41)
        histogram.set_counts(edges, rng.integers(50, 100, 40))
        histogram.redraw()
        seen_ranges.add(ranges(histogram))
    assert len(seen_ranges) <= 4
    histogram.set_counts(np.linspace(0.0, 0.5, 41), np.full(40, 7))
    histogram.redraw()
    assert ranges(histogram)[:2] == (0.0, 0.5)


def test_a_histogram_steps_from_bar_to_bar(histogram: HistogramPlot, qtbot: QtBot) -> None:
    histogram.set_counts([0.0, 1.0, 2.0], [10, 30])
    histogram.redraw()
    qtbot.keyClick(histogram.view, Qt.Key.Key_Right)
    assert histogram.readout.text() == "activation 0 … 1 · 25 % (10)"
    qtbot.keyClick(histogram.view, Qt.Key.Key_Right)
    assert histogram.readout.text() == "activation 1 … 2 · 75 % (30)"


def test_a_histogram_exports_what_it_was_told(histogram: HistogramPlot, tmp_path: Path) -> None:
    histogram.set_counts([0.0, 0.1, 2.0], [1, 3])
    histogram.save_csv(tmp_path / "bars.csv")
    with (tmp_path / "bars.csv").open(encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    assert header == ["from", "to", "count", "share of all values (%)"]
    assert [[float(cell) for cell in row] for row in rows] == [[0.0, 0.1, 1.0, 25.0], [0.1, 2.0, 3.0, 75.0]]


@pytest.mark.parametrize("counts", [[0, 0], [1e300, 1e300]])
def test_no_counts_break_a_histogram(histogram: HistogramPlot, counts: list[float]) -> None:
    histogram.set_counts([0.0, 1.0, 2.0], counts)
    histogram.redraw()
    seen(histogram)
    assert np.isfinite(ranges(histogram)).all()


def test_counts_that_do_not_fit_the_edges_are_refused(histogram: HistogramPlot) -> None:
    with pytest.raises(ValueError, match="3 counts need 4 edges, not 3"):
        histogram.set_counts([0.0, 1.0, 2.0], [1, 2, 3])
