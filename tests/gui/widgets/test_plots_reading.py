"""A live plot is read: by pointer and keys, with its marks, in another theme or language."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt, QTranslator
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.look.tokens import DARK, LIGHT
from gui.widgets.plot.live import LivePlot
from gui.widgets.plot.redraw import RedrawScheduler
from gui.widgets.plot.style import PlotColors, SeriesSpec
from tests.gui.widgets.plotting import BOTH, COLORS, count_pixels, fill, point_at, seen, shown, wheel

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
    loss.clear()
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
        assert loss.legend.entries[1].name == "¡each"
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
