"""The page of one iteration: its four steps, each with its numbers."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from core.data import open_data_set
from core.nn.optimizers import OptimizerSpec
from core.training.events import IterationDetail
from core.training.presets import preset
from gui.document.change import State
from gui.look.icons import Icons
from gui.widgets.elided_label import ElidedLabel
from tests.gui.train.screen import REGRESSION, SPEC, MakePart, Screen, iteration, pair, settle


def test_one_step_is_told_in_four_steps(screen: Screen) -> None:
    screen.press("step")
    screen.until(State.PAUSED)
    page = screen.workspace.iteration
    assert screen.workspace.pages.currentWidget() is page
    (detail,) = screen.recorder.of(IterationDetail)
    batch, gradient, update, loss = page.columns
    assert batch.title.text() == "1  Mini-batch"
    assert batch.sentence.text() == "iteration 1: 10 of 200, drawn at random"
    names = screen.document.data.class_names if screen.document.data is not None else ()
    assert page.images.labels == [names[label] for label in detail.targets]
    assert [name for name, _ in gradient.rows] == list(SPEC.parameter_shapes())
    w1 = detail.gradient_rms["W1"]
    assert float(gradient.rows[0][1].replace("−", "-")) == pytest.approx(w1, rel=1e-2)
    assert update.rows[0][1].startswith("0.1 × ")
    step = update.rows[0][1].split(" = ")[1]
    assert float(step.replace("−", "-")) == pytest.approx(detail.update_rms["W1"], rel=1e-2)
    assert float(loss.rows[0][1]) == pytest.approx(detail.loss_before, rel=1e-5)
    assert float(loss.rows[1][1]) == pytest.approx(detail.loss_after, rel=1e-5)


def test_a_step_is_told_with_the_settings_in_force(parts: MakePart) -> None:
    screen = parts(iteration)
    screen.set(length=1_000_000)
    screen.press("step")
    screen.until(State.PAUSED)
    update = screen.part.columns[2]
    assert update.rows[0][1].startswith("0.1 × ")
    screen.set(weight_decay=0.5)
    screen.press("step")
    screen.qtbot.waitUntil(lambda: screen.trainer.state is State.PAUSED and screen.iteration == 2)
    assert "×" not in update.rows[0][1], "with weight decay the step is not the rate times the gradient"


def test_each_number_of_a_step_keeps_its_short_name(qtbot: QtBot, icons: Icons) -> None:
    screen = Screen(qtbot, icons, preset("deep-sigmoid").experiment, open_data_set("random-pair"))
    screen.workspace.resize(1294, 710)
    screen.press("step")
    screen.until(State.PAUSED)
    settle()
    update = screen.workspace.iteration.columns[2]
    labels = update.findChildren(ElidedLabel)
    names = [label for label in labels if label.text() in dict(update.rows)]
    assert len(names) == 14
    assert all(label.shown_text() == label.text() for label in names)
    screen.close()


def test_a_step_of_another_optimizer_and_of_numbers(parts: MakePart) -> None:
    screen = parts(iteration, REGRESSION, pair())
    screen.set(optimizer=OptimizerSpec("adam", 0.001))
    screen.press("step")
    screen.until(State.PAUSED)
    page = screen.part
    assert not page.images.isVisible()
    assert page.columns[0].rows[0][1].startswith("→ ")
    assert "Adam" in page.columns[2].sentence.text()


def test_steps_of_an_older_run_are_forgotten(parts: MakePart) -> None:
    screen = parts(iteration)
    screen.press("step")
    screen.until(State.PAUSED)
    screen.press("same_seed")
    screen.qtbot.waitUntil(lambda: screen.trainer.state is State.IDLE)
    assert screen.part.detail is None
    assert screen.part.empty.isVisible()
