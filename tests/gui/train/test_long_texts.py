"""The Train screen in a language in which every text is twice as long: nothing is pushed out of its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from core.nn.optimizers import OptimizerSpec
from core.nn.spec import LayerSpec
from core.training.config import Experiment
from gui.look.icons import Icons
from gui.train.form.area import FormArea
from tests.gui.train.screen import CONFIG, SPEC, Screen, settle


@pytest.fixture
def screen(qtbot: QtBot, icons: Icons, doubled: None) -> Iterator[Screen]:
    layers = (*SPEC.layers[:2], LayerSpec("dropout"), LayerSpec("leaky_relu"), *SPEC.layers[2:])
    config = replace(CONFIG, optimizer=OptimizerSpec("adam", 0.001))
    made = Screen(qtbot, icons, Experiment(SPEC.with_layers(layers), config))
    made.workspace.resize(1208, 720)
    made.workspace.training.constants.setChecked(True)
    settle()
    yield made
    made.close()


def test_every_field_of_the_form_is_within_it(screen: Screen) -> None:
    assert screen.workspace.training.title.text().count("Training") == 2, "the texts are twice as long"
    (area,) = screen.workspace.findChildren(FormArea)
    assert isinstance(area, QScrollArea)
    assert area.widget().width() <= area.viewport().width()


def test_the_figures_of_the_evaluation_keep_their_names(screen: Screen) -> None:
    page = screen.workspace.evaluation
    screen.workspace.pages.setCurrentWidget(page)
    screen.run_to_end()
    screen.qtbot.waitUntil(lambda: page.evaluation is not None)
    settle()
    for name, value in ((page.accuracy_name, page.accuracy), (page.loss_name, page.loss)):
        assert len(name.shown_text()) > 10
        assert value.width() >= value.sizeHint().width()
