"""The four plots of a run, seen together: their room, their axes, what a new run makes of a zoom."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.nn.spec import LayerSpec, NetworkSpec
from core.training.events import EvaluationProgress, Event
from core.training.session import TrainingSession
from gui.document.change import State
from gui.train.plots.curves import layer_series
from gui.widgets.plot.card import PlotCard
from tests.gui.train.screen import (
    REGRESSION,
    SPEC,
    MakePart,
    images,
    nothing,
    pair,
    plots,
    settle,
    weights,
)
from tests.gui.widgets.plotting import ranges, wheel


def zoom(plot: PlotCard) -> tuple[float, float, float, float]:
    plot.redraw()
    wheel(plot, 1_000)
    assert plot.fit_button.isVisible()
    return ranges(plot)


def test_a_zoomed_plot_shows_all_of_the_next_run(parts: MakePart) -> None:
    screen = parts(plots)
    screen.run_to_end()
    panel = screen.part
    seen = (panel.loss, panel.accuracy, panel.gradients, panel.activations)
    whole = []
    for plot in seen:
        plot.redraw()
        whole.append(ranges(plot))
        zoom(plot)
    screen.press("same_seed")
    screen.run_to_end()
    settle()
    assert [ranges(plot) for plot in seen] == whole
    assert not any(plot.fit_button.isVisible() for plot in seen)


def test_a_zoom_stays_as_long_as_the_run(parts: MakePart) -> None:
    screen = parts(plots)
    screen.run_to_end()
    panel = screen.part
    zoomed = zoom(panel.loss)
    QApplication.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
    panel.loss.redraw()
    assert ranges(panel.loss) == zoomed
    screen.run_to_end()
    assert len(screen.document.runs) == 1
    assert ranges(panel.loss) == zoomed, "a run that is continued"


def test_a_plot_fills_the_panel_and_goes_back(parts: MakePart) -> None:
    screen = parts(plots)
    panel = screen.part
    small = panel.loss.size()
    QTest.mouseDClick(panel.loss.title, Qt.MouseButton.LeftButton)
    settle()
    assert panel.loss.geometry() == panel.rect()
    assert not panel.gradients.isVisible()
    screen.run_to_end()
    panel.loss.redraw()
    QTest.keyClick(panel.loss.view, Qt.Key.Key_Escape)
    settle()
    assert panel.loss.size() == small
    panel.scheduler.flush()
    assert len(panel.gradients.data("Affine 1")[0]) > 0
    assert panel.gradients.view.empty_text == ""


def test_the_place_by_epoch_is_enlarged_whatever_it_shows(parts: MakePart) -> None:
    screen = parts(plots)
    panel = screen.part
    QTest.mouseClick(panel.accuracy.head.enlarge_button, Qt.MouseButton.LeftButton)
    screen.document.set_data(pair())
    screen.document.edit_network(REGRESSION.network, "")
    settle()
    assert panel.losses.isVisible()
    assert panel.losses.size() == panel.size()
    QTest.mouseClick(panel.losses.head.enlarge_button, Qt.MouseButton.LeftButton)
    settle()
    assert panel.loss.isVisible()


def test_iterations_of_two_plots_stand_below_one_another(parts: MakePart) -> None:
    screen = parts(plots)
    panel = screen.part
    screen.run_to_end()
    settle()
    loss, gradients = panel.loss.view.canvas_rect(), panel.gradients.view.canvas_rect()
    assert (loss.left(), loss.right()) == (gradients.left(), gradients.right())
    assert ranges(panel.loss)[:2] == ranges(panel.gradients)[:2]


def test_a_function_with_bounds_has_them_as_its_axis(parts: MakePart) -> None:
    screen = parts(plots)
    layers = (SPEC.layers[0], LayerSpec("sigmoid"), LayerSpec("affine", 8), LayerSpec("relu"), SPEC.layers[2])
    screen.document.edit_network(NetworkSpec(36, layers), "")
    plot, seen = screen.part.activations, set()
    for _ in range(4):
        screen.press("step")
        screen.until(State.PAUSED)
        plot.redraw()
        seen.add(ranges(plot)[:2])
    assert seen == {(0.0, 1.0)}
    zoom(plot)
    plot.layer.show_word("ReLU 1")
    plot.layer.chosen.emit("ReLU 1")
    plot.redraw()
    assert not plot.fit_button.isVisible()
    before = ranges(plot)
    edges, counts = plot.data()
    plot.set_counts(edges * 1.3, counts)
    plot.redraw()
    assert ranges(plot)[1] > before[1], "without bounds the axis follows the values"


def test_layers_are_one_ramp_from_the_first_to_the_last() -> None:
    assert [spec.hue for spec in layer_series("abc", "ABC")] == [0.0, 0.5, 1.0]
    assert [spec.hue for spec in layer_series("a", "A")] == [0.0]


def test_the_accuracy_is_green_once_it_is_better_than_chance(parts: MakePart) -> None:
    screen = parts(nothing)
    figure = screen.controls.figure
    screen.run_to_end()
    evaluations = screen.document.runs[-1].log.evaluations
    for accuracy, hue in ((0.34, ""), (0.6, ""), (0.7, "green"), (1.0, "green")):  # of three classes
        evaluations[-1] = replace(evaluations[-1], test_accuracy=accuracy)
        figure._show()
        assert figure.number.property("hue") == hue


def test_a_pause_in_the_last_evaluation_says_what_is_left(
    parts: MakePart, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = parts(nothing, data=images(3_000))
    screen.set(length=60, length_unit="iterations")
    plain = TrainingSession.events

    def pausing(session: TrainingSession) -> Generator[Event, None, None]:
        for event in plain(session):
            if isinstance(event, EvaluationProgress) and session.iteration == 60 and event.done == 2_000:
                assert screen.trainer._worker is not None
                screen.trainer._worker.gate.pause()
            yield event

    monkeypatch.setattr(TrainingSession, "events", pausing)
    screen.press("start")
    screen.until(State.PAUSED)
    label = screen.controls.progress.label
    assert label.text().endswith("paused while evaluating: 2,000 of 3,060 examples")
    screen.press("start")
    screen.until(State.ENDED)
    assert label.text().endswith("completed")


def test_a_pause_after_the_last_iteration_says_what_is_to_come(parts: MakePart) -> None:
    screen = parts(nothing)
    screen.press("step")
    screen.until(State.PAUSED)
    run = screen.document.runs[-1]
    run.total_iterations = 1
    screen.controls.progress._show()
    assert screen.controls.progress.label.text().endswith("paused before the last evaluation")
    run.total_iterations = 60


def test_weights_have_a_scale_that_is_neither_forward_nor_backward(parts: MakePart) -> None:
    screen = parts(weights)
    page = screen.part
    screen.run_to_end()
    tokens = page.view._theme.tokens
    assert not {tokens.positive, tokens.negative} & {tokens.blue, tokens.vermilion}
    settle()
    limit = page.view.limit
    assert limit > 0.0
    low, high = page.scale._ends
    assert (low, high) == (f"−{high}", high)
    assert float(high) == pytest.approx(limit, rel=0.05)
    image = page.scale.grab().toImage()
    colors = {image.pixelColor(x, image.height() // 2).name() for x in range(image.width())}
    assert len(colors) > 20
