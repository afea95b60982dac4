"""The pages under the plots: weights as pictures, runs compared, evaluation by class; and ghosts."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QToolTip
from pytestqt.qtbot import QtBot

from core.nn.network import Network
from core.nn.optimizers import OptimizerSpec
from gui.document.change import Change, State
from gui.look.icons import Icons
from gui.look.theme import Theme
from gui.train.evaluation.page import EvaluationPage, evaluate
from gui.train.weights import pictures
from gui.train.weights.view import WeightsView, _raster
from tests.gui.train.screen import (
    CLASSES,
    REGRESSION,
    SPEC,
    MakePart,
    Screen,
    evaluation,
    images,
    pair,
    plots,
    runs,
    settle,
    trained,
    weights,
)
from tests.gui.trainer.runs import ears

# Weights


def test_colours_tell_sign_and_size() -> None:
    table = pictures.shades(QColor("#ffffff"), QColor("#0000ff"), QColor("#ff0000"))
    colors = pictures.picture(np.array([[0.0, 1.0, -1.0, 0.5, 9.0, np.nan]], np.float32), 1.0, table)
    zero, positive, negative, half, more, none = (QColor.fromRgb(color) for color in colors[0].tolist())
    assert zero == QColor("#ffffff")
    assert positive == QColor("#0000ff")
    assert negative == QColor("#ff0000")
    assert half.blue() == 255
    assert 120 < half.red() < 135
    assert more == positive, "more than the limit is the full colour"
    assert none == zero, "what is no number has no colour"


def test_one_large_weight_does_not_darken_the_others() -> None:
    weights = np.full((100, 10), 0.1, np.float32)
    weights[0, 0] = 50.0
    assert pictures.limit_of(weights) == pytest.approx(0.1)
    assert pictures.limit_of(np.zeros((3, 3), np.float32)) == 1.0


def test_the_strongest_units_come_first() -> None:
    weights = np.array([[0.1, -3.0, 1.0], [0.1, 0.0, 1.0]], np.float32)
    assert pictures.strongest(weights).tolist() == [1, 2, 0]


@pytest.mark.parametrize(
    ("room", "units", "expected"),
    [
        (QSize(820, 92), 80, (28, 28, 26, 3)),
        (QSize(820, 92), 6, (84, 84, 9, 1)),
        (QSize(20, 20), 5, (20, 20, 1, 1)),
    ],
)
def test_pictures_are_as_large_as_all_of_them_fit(
    room: QSize, units: int, expected: tuple[int, int, int, int]
) -> None:
    assert _raster(room, (28, 28), units) == expected


def test_each_unit_has_its_picture_and_its_words(qtbot: QtBot, theme: Theme) -> None:
    view = WeightsView(theme)
    qtbot.addWidget(view)
    view.resize(400, 60)
    weights = np.linspace(-1, 1, 36 * 8, dtype=np.float32).reshape(36, 8)
    view.set_weights(weights, (6, 6))
    assert view.shown_units == list(range(8))
    assert view.tip_at(QPoint(3, 3)).startswith("Unit 0: weights from −1 to ")
    assert view.tip_at(QPoint(399, 59)) == ""
    view.set_by_strength(True)
    assert sorted(view.shown_units) == list(range(8))
    assert view.shown_units != list(range(8))
    view.set_weights(None)
    assert view.shown_units == []
    assert view.grab().toImage().pixelColor(3, 3) == view.palette().window().color()


def test_a_unit_is_painted_where_it_stands(qtbot: QtBot, theme: Theme) -> None:
    view = WeightsView(theme)
    qtbot.addWidget(view)
    view.resize(60, 14)
    weights = np.full((6, 3), 1.0, np.float32)
    weights[:, 1] = -1.0
    weights[4, 1] = 1.0  # row 2, column 0 of its 3×2
    view.set_weights(weights, (3, 2))
    picture, (rect, _) = view.grab().toImage(), view._shown[1]
    scale = rect.width() // 2
    at = [
        [picture.pixelColor(rect.left() + x, rect.top() + y).name() for x in (1, 1 + scale)]
        for y in (1, 1 + 2 * scale)
    ]
    positive, negative = theme.color("positive").name(), theme.color("negative").name()
    assert at == [[negative, negative], [positive, negative]]


def test_other_inputs_are_a_table(qtbot: QtBot, theme: Theme) -> None:
    view = WeightsView(theme)
    qtbot.addWidget(view)
    view.resize(400, 60)
    view.set_weights(np.array([[0.5, -0.25]], np.float32), None)
    assert view.shown_units == []
    assert view.tip_at(QPoint(1, 1)) == "Input 0, unit 0: 0.5"
    picture = view.grab().toImage()
    assert picture.pixelColor(5, 5) == theme.color("positive")


def test_the_weights_are_those_of_the_network(parts: MakePart) -> None:
    screen = parts(weights)
    page = screen.part
    assert page.empty.isVisible()
    screen.run_to_end()
    run = screen.document.runs[-1]
    assert run.checkpoint is not None
    assert page.view._weights is not None
    np.testing.assert_array_equal(page.view._weights, run.checkpoint.parameters["W1"])
    assert page.title.text() == "8 of 8 units of the first layer"
    screen.press("same_seed")
    assert page.empty.isVisible()


def test_the_count_of_the_units_follows_the_room(parts: MakePart) -> None:
    screen = parts(weights)
    page = screen.part
    screen.run_to_end()
    page.view.resize(16, 12)
    few = len(page.view.shown_units)
    assert 0 < few < 8
    assert page.title.text() == f"{few} of 8 units of the first layer"


def test_weights_come_while_it_runs_only_if_they_are_seen(parts: MakePart) -> None:
    screen = parts(weights)
    screen.set(length=1_000_000)
    screen.part.hide()
    seen: list[bool] = []
    ears(screen.trainer).published.connect(lambda report: seen.append(report.weights is not None))
    screen.press("start")
    screen.until_iteration(20)
    assert not any(seen)
    screen.part.show()
    screen.qtbot.waitUntil(lambda: any(seen))
    assert screen.part.view.shown_units


def test_only_other_runs_laid_over_it_fill_the_plots_anew(
    parts: MakePart, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = parts(plots)
    screen.run_to_end()
    screen.press("same_seed")
    screen.run_to_end()
    filled: list[bool] = []
    fill = screen.part._fill
    monkeypatch.setattr(screen.part, "_fill", lambda: (filled.append(True), fill()))
    screen.document.changes.tell(Change.RUNS)
    assert filled == []
    screen.part.set_ghosts(screen.document.runs)
    assert filled == [True]


# Empty pages


def test_the_buttons_of_empty_pages_start_where_start_is_on(screen: Screen) -> None:
    workspace = screen.workspace
    screen.set(batch_size=0)
    assert not workspace.weights.empty.button.isEnabled()
    assert not workspace.iteration.empty.button.isEnabled()
    screen.set(batch_size=10)
    for page in (workspace.weights, workspace.runs, workspace.evaluation):
        workspace.pages.setCurrentWidget(page)
        assert page.empty.isVisible()
        assert page.empty.button.isEnabled()
    workspace.pages.setCurrentWidget(workspace.iteration)
    QTest.mouseClick(workspace.iteration.empty.button, Qt.MouseButton.LeftButton)
    screen.until(State.PAUSED)
    assert screen.iteration == 1


# Runs


def texts(table: QTableView, row: int) -> list[str]:
    model = table.model()
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def test_runs_are_listed_newest_first(parts: MakePart) -> None:
    screen = parts(runs)
    screen.run_to_end()
    screen.set(seed=4, optimizer=OptimizerSpec("adam", 0.001))
    screen.run_to_end()
    table = screen.part.table
    accuracy = screen.document.runs[1].log.evaluations[-1].test_accuracy
    assert accuracy is not None
    assert texts(table, 0) == [
        "Run 2 (now)",
        "36-8-3, ReLU",
        "Adam 0.001",
        "4",
        "60",
        f"{100 * accuracy:.2f} %",
        "completed",
        *("", "", ""),  # of runs that are kept
    ]
    assert texts(table, 1)[:4] == ["Run 1", "36-8-3, ReLU", "SGD 0.1", "0"]
    tip = table.model().index(1, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "Batch size: 10" in tip
    assert "Seed: 0" in tip


def test_a_run_is_laid_over_by_its_check_mark_and_stays_so(screen: Screen) -> None:
    screen.run_to_end()
    screen.press("same_seed")
    screen.set_rate(0.01)
    screen.run_to_end()
    first, second = screen.document.runs
    page, plots = screen.workspace.runs, screen.workspace.plots
    screen.workspace.pages.setCurrentWidget(page)
    page.select(1)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert page.model.overlaid == [first]
    np.testing.assert_array_equal(plots.loss.data(str(first.id))[1], first.log.losses)
    np.testing.assert_array_equal(plots.loss.data("loss")[1], second.log.losses)
    tested = [100 * e.test_accuracy for e in first.log.evaluations if e.test_accuracy is not None]
    np.testing.assert_array_equal(plots.accuracy.data(str(first.id))[1], tested)
    rms = first.log.gradients.rms("Affine 1")
    assert len(rms) > 1
    np.testing.assert_array_equal(plots.gradients.data(str(first.id))[1], rms)
    screen.press("same_seed")
    screen.run_to_end()
    np.testing.assert_array_equal(plots.loss.data(str(first.id))[1], first.log.losses)
    np.testing.assert_array_equal(plots.loss.data("loss")[1], second.log.losses)
    page.select(2)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert page.model.overlaid == []
    with pytest.raises(KeyError):
        plots.loss.data(str(first.id))


def test_a_configuration_is_taken_up_again_as_one_edit(parts: MakePart) -> None:
    screen = parts(runs)
    screen.run_to_end()
    before = screen.document.experiment
    screen.document.edit_network(SPEC.with_layers(SPEC.layers[2:]), "")
    screen.set(seed=9, batch_size=20)
    changed = screen.document.experiment
    page = screen.part
    assert not page.use_button.isEnabled()
    page.select(0)
    QTest.mouseClick(page.use_button, Qt.MouseButton.LeftButton)
    assert screen.document.experiment == before
    screen.document.undo_stack.undo()
    assert screen.document.experiment == changed


# Evaluation


def test_the_measures_are_those_of_the_network(parts: MakePart) -> None:
    screen = parts(evaluation)
    network = Network(SPEC, 0)
    data = images()
    assert data.test is not None
    screen.run_to_end()
    run = screen.document.runs[-1]
    assert run.checkpoint is not None
    network.load(run.checkpoint.parameters, run.checkpoint.state)
    page = screen.part
    screen.qtbot.waitUntil(lambda: page.evaluation is not None)
    found = page.evaluation
    assert found is not None
    right = network.predict(data.test.floats(0, 60)).argmax(axis=1) == data.test.t
    assert [one.right for one in found.classes] == [
        int(right[data.test.t == c].sum()) for c in range(CLASSES)
    ]
    assert [one.examples for one in found.classes] == [20, 20, 20]
    assert found.accuracy == run.log.evaluations[-1].test_accuracy
    assert found.loss == pytest.approx(run.log.evaluations[-1].test_loss)
    assert page.when.text() == "after 60 iterations"
    assert page.bars.texts()[0].startswith("a: ")


def test_each_bar_says_its_class_and_the_captions_what_the_figures_are(parts: MakePart) -> None:
    screen = parts(evaluation)
    page = screen.part
    screen.run_to_end()
    screen.qtbot.waitUntil(lambda: page.evaluation is not None)
    settle()
    bars = page.bars
    assert bars.captions() == ("right (%)", "class")
    told = []
    for x in range(0, bars.width(), 8):
        point = QPoint(x, bars.height() // 2)
        QApplication.sendEvent(bars, QHelpEvent(QEvent.Type.ToolTip, point, bars.mapToGlobal(point)))
        told.append(QToolTip.text())
    assert told[0] == "", "a caption is no class"
    assert list(dict.fromkeys(text for text in told if text)) == bars.texts()


def test_it_is_evaluated_again_after_a_pause(parts: MakePart) -> None:
    screen = parts(evaluation)
    page = screen.part
    for iteration in (20, 40):
        screen.press("epoch")
        screen.until(State.PAUSED)
        screen.qtbot.waitUntil(partial(_is_of, page, iteration))


def _is_of(page: EvaluationPage, iteration: int) -> bool:
    return page.evaluation is not None and page.evaluation.iteration == iteration


def test_it_can_be_evaluated_while_it_runs(parts: MakePart) -> None:
    screen = parts(evaluation)
    screen.set(length=1_000_000)
    screen.press("start")
    screen.until_iteration(5)
    page = screen.part
    assert page.when.text() == "not evaluated yet"
    QTest.mouseClick(page.button, Qt.MouseButton.LeftButton)
    screen.qtbot.waitUntil(lambda: page.evaluation is not None)
    screen.until_iteration(page.evaluation.iteration + 1 if page.evaluation is not None else 0)
    screen.qtbot.waitUntil(lambda: "out of date" in page.when.text())


def test_another_run_has_not_been_evaluated(parts: MakePart) -> None:
    screen = parts(evaluation)
    page = screen.part
    screen.run_to_end()
    screen.qtbot.waitUntil(lambda: page.evaluation is not None)
    screen.press("same_seed")
    assert page.evaluation is None
    assert page.empty.isVisible()


def test_a_regression_has_its_loss_alone(parts: MakePart) -> None:
    screen = parts(evaluation, REGRESSION, pair())
    page = screen.part
    screen.run_to_end()
    screen.qtbot.waitUntil(lambda: page.evaluation is not None)
    assert not page.accuracy.isVisible()
    assert not page.accuracy_name.isVisible()
    assert page.loss.isVisible()
    assert page.loss_name.text() == "Mean training loss"
    assert page.none_by_class.isVisible()


def test_evaluating_tells_how_far_it_is() -> None:
    data = images()
    assert data.test is not None
    large = replace(data, test=replace(data.train))
    steps = list(evaluate(trained(), large))
    assert steps == [(200, 200)]


# Another data set for the next run


def test_a_run_keeps_to_its_own_data(screen: Screen) -> None:
    """The form may name another data set by now: pictures and evaluation are of the one it began with."""
    screen.press("epoch")
    screen.until(State.PAUSED)
    screen.set(data_set="xor")
    screen.document.set_data(pair())
    screen.press("step")
    screen.until(State.PAUSED)
    workspace = screen.workspace
    assert len(workspace.iteration.images.labels) == 10
    assert "epoch 1" in workspace.controls.progress.label.text()
    workspace.pages.setCurrentWidget(workspace.evaluation)
    screen.qtbot.waitUntil(lambda: workspace.evaluation.evaluation is not None)
    assert workspace.evaluation.evaluation is not None
    assert [one.examples for one in workspace.evaluation.evaluation.classes] == [20, 20, 20]
    assert workspace.plots.accuracy.isVisible()
    screen.press("same_seed")
    screen.qtbot.waitUntil(lambda: screen.trainer.state is State.IDLE)
    assert workspace.plots.losses.isVisible(), "without a run the plots are those of the data on the table"


def test_an_opened_file_shows_its_run_and_finds_its_data(qtbot: QtBot, icons: Icons, tmp_path: Path) -> None:
    other = Screen(qtbot, icons, REGRESSION, pair())
    other.document.set_data(None)
    run = other.document.open(tmp_path / "stripes.blab", trained())
    workspace = other.workspace
    np.testing.assert_array_equal(workspace.plots.loss.data("loss")[1], run.log.losses)
    assert workspace.plots.accuracy.isVisible()
    assert workspace.weights.view.shown_units == [], "the shape of its images is not known yet"
    other.document.set_data(images())
    assert workspace.weights.view.shown_units == list(range(8))
    assert "epoch 3" in workspace.controls.progress.label.text()
    assert workspace.controls.figure.number.text().endswith("%")
    workspace.pages.setCurrentWidget(workspace.evaluation)
    other.qtbot.waitUntil(lambda: workspace.evaluation.evaluation is not None)
    other.close()
