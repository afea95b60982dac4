"""The filter panel through clicks and keys: every control tells the model, and shows what the model says."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.data import DataSet, Split
from core.inspection.filtering import Filter, Order
from core.nn.spec import LossSpec, NetworkSpec
from core.training.config import Experiment
from gui.document.change import State
from gui.widgets.flow_layout import FlowRow
from tests.gui.data.pages import CONFIG, SPEC, TESTS, images
from tests.gui.data.screen import POINTS, Screen, click, points
from tests.gui.train.screen import type_into


def test_chips_choose_labels_and_predictions_and_clear_takes_all_away(screen: Screen) -> None:
    panel, model = screen.workspace.filter, screen.model
    assert [chip.text() for chip in panel.labels.chips] == ["a", "b", "c"]
    assert not panel.clear.isVisible()
    click(panel.labels.chips[0])
    click(panel.labels.chips[2])
    click(panel.predicted.chips[1])
    click(panel.verdict.chips[2])
    assert model.filter == Filter(frozenset({0, 2}), frozenset({1}), right=False)
    predictions = model.predictions
    assert predictions is not None
    expected = [i for i in range(TESTS) if predictions.labels[i] in (0, 2) and predictions.predicted[i] == 1]
    assert model.order.tolist() == expected
    assert panel.counts.text() == f"{len(expected)} of {TESTS}"
    click(panel.labels.chips[0])
    assert model.filter.labels == frozenset({2})
    click(panel.clear)
    assert model.filter == Filter()
    assert panel.labels.chosen() == frozenset()
    assert panel.verdict.chosen() == frozenset({0})
    assert panel.counts.text() == f"{TESTS} images"


def test_the_first_condition_moves_nothing(screen: Screen) -> None:
    panel = screen.workspace.filter

    foot = panel.network.parentWidget()

    def places() -> list[object]:
        # A layout in layouts takes several turns of the event loop.
        screen.qtbot.waitUntil(lambda: foot.height() == foot.heightForWidth(foot.width()))
        widgets = (*panel.labels.chips, panel.sort.key, panel.jump, panel.counts, panel.network)
        return [widget.mapTo(panel, widget.rect().topLeft()) for widget in widgets]

    before = places()
    click(panel.labels.chips[0])
    assert panel.clear.isVisible()
    assert places() == before
    click(panel.clear)
    assert places() == before


def test_chips_can_be_reached_and_chosen_by_keys(screen: Screen) -> None:
    chips = screen.workspace.filter.labels.chips
    chips[0].setFocus()
    QTest.keyClick(chips[0], Qt.Key.Key_Right)
    assert chips[1].hasFocus()
    QTest.keyClick(chips[1], Qt.Key.Key_Space)
    assert screen.model.filter.labels == frozenset({1})
    assert chips[1].accessibleName() == "label b"
    verdicts = screen.workspace.filter.verdict.chips
    verdicts[0].setFocus()
    QTest.keyClick(verdicts[0], Qt.Key.Key_Right)
    assert screen.model.filter.right is True
    assert verdicts[1].hasFocus()


def test_a_filter_that_comes_from_elsewhere_is_shown(screen: Screen) -> None:
    panel = screen.workspace.filter
    screen.model.set_filter(Filter(frozenset({1}), frozenset({2}), right=False, confidence=(0.25, 0.5)))
    screen.model.set_sorting(Order("loss", descending=True))
    assert panel.labels.chosen() == frozenset({1})
    assert panel.predicted.chosen() == frozenset({2})
    assert panel.verdict.chosen() == frozenset({2})
    assert (panel.confidence.least.value(), panel.confidence.most.value()) == (25, 50)
    assert panel.sort.key.currentData() == "loss"
    assert "largest first" in panel.sort.direction.accessibleName()


def test_confidence_is_typed_and_the_ends_push_one_another(screen: Screen) -> None:
    panel, model = screen.workspace.filter, screen.model
    type_into(panel.confidence.least.lineEdit(), "60")
    assert model.filter.confidence == (0.6, 1.0)
    type_into(panel.confidence.most.lineEdit(), "40")
    assert model.filter.confidence == (0.4, 0.4)
    type_into(panel.confidence.least.lineEdit(), "0")
    type_into(panel.confidence.most.lineEdit(), "100")
    assert model.filter.confidence is None


def test_sorting_is_chosen_and_turned_round(screen: Screen) -> None:
    panel, model = screen.workspace.filter, screen.model
    panel.sort.key.setFocus()
    for _ in range(3):
        QTest.keyClick(panel.sort.key, Qt.Key.Key_Down)
    assert model.sorting == Order("confidence")
    predictions = model.predictions
    assert predictions is not None
    assert np.all(np.diff(predictions.confidence[model.order]) >= 0)
    click(panel.sort.direction)
    assert np.all(np.diff(predictions.confidence[model.order]) <= 0)


def test_the_split_is_changed_by_its_chips(screen: Screen) -> None:
    panel = screen.workspace.filter
    click(panel.split.chips[0])
    assert screen.model.split == "train"
    assert screen.workspace.grid.title() == "Training images"
    screen.predicted()
    click(panel.split.chips[1])
    assert screen.model.split == "test"


def test_an_image_is_gone_to_by_its_number(screen: Screen) -> None:
    panel, model = screen.workspace.filter, screen.model
    label = int(model.examples.t[31])
    model.set_filter(Filter(labels=frozenset({(label + 1) % 3})))
    type_into(panel.jump.field, "31")
    assert model.selected == 31
    assert model.filter == Filter()
    assert panel.jump.field.text() == ""


@pytest.mark.parametrize("text", ["60", "-1", "99999999"])
def test_a_number_out_of_range_is_said_in_a_sentence(screen: Screen, text: str) -> None:
    panel = screen.workspace.filter
    type_into(panel.jump.field, text)
    assert panel.jump.error.isVisible()
    assert panel.jump.error.text() == "The numbers go from 0 to 59 only."
    assert screen.model.selected == 0
    type_into(panel.jump.field, "5")
    assert not panel.jump.error.isVisible()
    assert screen.model.selected == 5


def test_the_network_is_said_initial_in_training_and_trained(screen: Screen) -> None:
    foot = screen.workspace.filter.network
    assert foot.name.text() == "Initial weights, not trained yet"
    asked = []
    screen.workspace.train_asked.connect(lambda: asked.append(True))
    click(foot.button)
    assert asked == [True]
    screen.trainer.epoch()
    screen.qtbot.waitUntil(lambda: screen.trainer.state is State.PAUSED)
    screen.qtbot.waitUntil(lambda: "iteration 20" in foot.name.text())
    assert foot.name.text() == "Run 1, paused at iteration 20"
    assert not foot.button.isVisible()
    screen.trainer.resume()
    screen.qtbot.waitUntil(lambda: screen.trainer.state is State.ENDED)
    screen.qtbot.waitUntil(lambda: foot.name.text() == "Run 1, trained for 60 iterations")
    screen.predicted()
    predictions = screen.model.predictions
    assert predictions is not None
    wrong = len(screen.mistakes())
    assert foot.right.text() == f"{100 * (TESTS - wrong) / TESTS:.0f} % right ✓"
    assert foot.wrong.text() == f"{wrong} wrong ✗"


def test_what_cannot_be_predicted_cannot_be_asked_for(screen: Screen) -> None:
    panel = screen.workspace.filter
    screen.document.edit_network(NetworkSpec(9, SPEC.layers), "")
    for widget in (panel.predicted, panel.verdict, panel.confidence.least, panel.confidence.most):
        assert not widget.isEnabled()
    assert panel.labels.isEnabled()
    items = panel.sort.key.model()
    assert [items.item(i).isEnabled() for i in range(5)] == [True, True, False, False, False]  # type: ignore[attr-defined]
    assert panel.network.button.isVisible()


def test_outputs_that_are_no_probabilities_have_no_confidence_to_filter_by(screen: Screen) -> None:
    screen.put(Experiment(replace(SPEC, loss=LossSpec("squared_error")), CONFIG), images())
    screen.predicted()
    assert not screen.workspace.filter.confidence.least.isEnabled()
    assert "%" not in "".join(screen.workspace.detail.bars.texts())


def test_many_classes_wrap_and_do_not_flood_the_panel(screen: Screen) -> None:
    split = Split(np.zeros((300, 144), np.uint8), np.arange(300))
    names = tuple(f"class {i}" for i in range(300))
    data = DataSet("mnist", "Many", split, split, 300, (12, 12), names)
    spec = SPEC.with_layers((*SPEC.layers[:-1], replace(SPEC.layers[-1], units=300)))
    screen.put(Experiment(spec, CONFIG), data)
    screen.predicted()
    panel = screen.workspace.filter
    assert len(panel.labels.chips) == 100
    assert {chip.y() for chip in panel.labels.chips[:9]} != {panel.labels.chips[0].y()}
    for chip in panel.labels.chips:
        assert chip.geometry().right() < panel.labels.width()
    screen.model.select(299)
    assert "class 299: " in "; ".join(screen.workspace.detail.bars.texts())
    assert len(screen.workspace.detail.bars.texts()) == 10


@pytest.mark.parametrize("size", [(1294, 708), (1848, 1020)])
@pytest.mark.parametrize("classes", [2, 10, 26])
def test_every_chip_is_seen_whole(screen: Screen, classes: int, size: tuple[int, int]) -> None:
    split = Split(np.zeros((classes, 144), np.uint8), np.arange(classes))
    names = tuple("0123456789ABCDEFGHIJKLMNOP"[:classes])
    data = DataSet("mnist", "Some", split, split, classes, (12, 12), names)
    spec = SPEC.with_layers((*SPEC.layers[:-1], replace(SPEC.layers[-1], units=classes)))
    screen.put(Experiment(spec, CONFIG), data)
    screen.predicted()
    screen.workspace.resize(*size)
    QTest.qWait(0)
    panel = screen.workspace.filter
    for row in (panel.split, panel.labels, panel.predicted, panel.verdict):
        assert row.isVisible()
        for chip in row.chips:
            assert chip.isVisible()
            assert row.rect().contains(chip.geometry())
        inside: QWidget = row
        while inside is not panel and not isinstance(inside.parentWidget().parentWidget(), QScrollArea):
            assert inside.parentWidget().rect().contains(inside.geometry())
            inside = inside.parentWidget() or panel
        # The content may be scrolled where there are many classes, but nothing lies at its side.
        assert inside.width() <= inside.parentWidget().width()
        assert inside.height() <= inside.parentWidget().height() or classes > 10
    assert len(panel.labels.chips) == len(panel.predicted.chips) == classes


def test_rows_that_wrap_leave_spare_height_to_others(qtbot: QtBot) -> None:
    row = FlowRow(*(QPushButton(text) for text in ("Trace in the graph", "Follow this mistake")), spacing=8)
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.addWidget(row)
    column.addStretch(0)
    qtbot.addWidget(holder)
    holder.resize(600, 400)
    holder.show()
    one = row.height()
    assert one == row.heightForWidth(row.width()) < 60
    holder.resize(200, 400)
    QTest.qWait(0)
    assert row.height() == row.heightForWidth(row.width()) == 2 * one + 8


def test_another_data_set_brings_its_classes(screen: Screen) -> None:
    screen.document.new(POINTS)
    screen.document.set_data(points())
    screen.predicted()
    panel = screen.workspace.filter
    assert [chip.text() for chip in panel.labels.chips] == ["left", "right"]
    click(panel.labels.chips[1])
    assert panel.counts.text().endswith(" of 50")
