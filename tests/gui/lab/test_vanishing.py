"""Vanishing gradients, driven through its widgets."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from core.experiments.deep import DeepNetwork
from gui.lab.controls import NumberControl
from gui.lab.vanishing import page as page_module
from gui.lab.vanishing.page import VanishingPage, VanishingState
from gui.window.main_window import MainWindow
from tests.gui.fitting import misfits
from tests.gui.hands import press_key
from tests.gui.lab.screen import Lab


@pytest.fixture(scope="module", autouse=True)
def known() -> Iterator[None]:
    """What every test begins with is always the same: the flows of the first state, and the published ones.
    Both are computed once for all tests."""
    first = VanishingState().networks
    both, figures = page_module._both, page_module._figures
    results: dict[str, Any] = {}

    def flows(networks: tuple[DeepNetwork, ...]) -> Generator[Any, None, Any]:
        if networks != first:
            return (yield from both(networks))
        if "flows" not in results:
            results["flows"] = yield from both(networks)
        return results["flows"]

    def published(cases: Any) -> Generator[Any, None, Any]:
        if "figures" not in results:
            results["figures"] = yield from figures(cases)
        return results["figures"]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(page_module, "_both", flows)
        patch.setattr(page_module, "_figures", published)
        yield


def shapes(page: VanishingPage) -> list[tuple[str, int]]:
    return [(flow.network.activation, len(flow.layers)) for flow in page.flows.flows]


def test_it_opens_with_sigmoid_beside_relu(vanishing: VanishingPage) -> None:
    assert shapes(vanishing) == [("sigmoid", 10), ("relu", 10)]
    sigmoid, relu = vanishing.flows.flows
    assert sigmoid.layers[0].gradient < 1e-4 < 1e-2 < relu.layers[0].gradient


def test_the_published_numbers_match_on_the_screen(vanishing: VanishingPage) -> None:
    assert len(vanishing.book.rows) == 9
    assert all(row.brief and row.matches for row in vanishing.book.rows)
    assert vanishing.verdict.text() == "matches the book ✓"
    assert vanishing.verdict.isVisible()


def test_a_published_case_is_set_by_a_click(lab: Lab, vanishing: VanishingPage) -> None:
    vanishing.change("depth", 3)
    line = vanishing.book.place_rect(5).center().toPoint()
    QTest.mouseClick(vanishing.book, Qt.MouseButton.LeftButton, pos=line)
    lab.rest()
    (flow,) = vanishing.flows.flows
    assert (flow.network.activation, flow.network.init, len(flow.layers)) == ("relu", "he", 5)
    first, last = flow.layers[0].std, flow.layers[-1].std
    assert f"{first:.3f}", f"{last:.2f}" == ("0.828", "1.00")


def test_one_press_lays_sigmoid_beside_relu(lab: Lab, vanishing: VanishingPage) -> None:
    vanishing.set_state(replace(vanishing.state, activation="tanh", beside="", depth=4))
    lab.rest()
    assert shapes(vanishing) == [("tanh", 4)]
    vanishing.both_button.click()
    lab.rest()
    assert shapes(vanishing) == [("sigmoid", 4), ("relu", 4)]
    sigmoid, relu = vanishing.flows.flows
    assert [layer.weights for layer in sigmoid.layers] == [layer.weights for layer in relu.layers]


def test_a_slider_is_dragged(lab: Lab, vanishing: VanishingPage) -> None:
    depth: NumberControl = vanishing.controls["depth"]
    slider = depth.slider
    middle = slider.height() // 2
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() * 9 // 49, middle))
    for x in range(slider.width() // 4, slider.width() + 20, 8):
        QTest.mouseMove(slider, QPoint(x, middle))
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() + 20, middle))
    assert vanishing.state.depth == 50
    assert depth.field.text() == "50"
    lab.rest()
    assert shapes(vanishing) == [("sigmoid", 50), ("relu", 50)]


def test_a_number_is_typed_and_moved_by_keys(lab: Lab, vanishing: VanishingPage) -> None:
    depth: NumberControl = vanishing.controls["depth"]
    depth.field.setFocus()
    depth.field.selectAll()
    QTest.keyClicks(depth.field, "4")
    press_key(Qt.Key.Key_Return)
    assert vanishing.state.depth == 4
    press_key(Qt.Key.Key_Up)
    assert vanishing.state.depth == 5
    assert depth.slider.value() == 5
    depth.slider.setFocus()
    press_key(Qt.Key.Key_Left)
    assert vanishing.state.depth == 4
    lab.rest()
    assert shapes(vanishing) == [("sigmoid", 4), ("relu", 4)]


def test_a_number_beyond_the_bounds_is_refused_at_its_field(lab: Lab, vanishing: VanishingPage) -> None:
    depth: NumberControl = vanishing.controls["depth"]
    depth.field.setFocus()
    depth.field.selectAll()
    QTest.keyClicks(depth.field, "51")
    press_key(Qt.Key.Key_Return)
    assert vanishing.state.depth == 10
    assert "from 1 to 50" in depth.row.error()
    press_key(Qt.Key.Key_Up)
    assert depth.row.error() == ""


def test_sigma_is_a_setting_of_normal_weights_alone(lab: Lab, vanishing: VanishingPage) -> None:
    sigma = vanishing.controls["sigma"]
    assert not sigma.isVisible()
    vanishing.controls["init"].field.chosen.emit("normal")
    assert sigma.isVisible()
    sigma.slider.setValue(500)
    assert vanishing.state.sigma == pytest.approx(0.0316, rel=0.01)
    lab.rest()


def test_too_much_is_refused_with_an_estimate_and_the_picture_stays(
    lab: Lab, vanishing: VanishingPage
) -> None:
    before = vanishing.flows.flows
    vanishing.set_state(replace(vanishing.state, depth=50, width=2_000, inputs=10_000))
    lab.rest()
    assert "MB are the limit" in vanishing.bar.text()
    assert vanishing.flows.flows is before
    vanishing.reset_button.click()
    lab.rest()
    assert vanishing.bar.text() == ""
    assert vanishing.state == vanishing.default


def test_the_newest_state_wins(lab: Lab, vanishing: VanishingPage) -> None:
    for depth in range(1, 30):
        vanishing.change("depth", depth)
    lab.rest()
    assert shapes(vanishing) == [("sigmoid", 29), ("relu", 29)]


def test_work_is_stopped_and_can_be_done_again(lab: Lab, vanishing: VanishingPage) -> None:
    before = vanishing.flows.flows
    vanishing.change("depth", 50)
    lab.qtbot.waitUntil(lambda: vanishing.runner.is_busy)
    vanishing.runner.stop_button.click()
    assert not vanishing.runner.is_busy
    assert vanishing.flows.flows is before
    assert vanishing.bar.text().startswith("Stopped")
    vanishing.bar.action_button.click()
    lab.rest()
    assert shapes(vanishing) == [("sigmoid", 50), ("relu", 50)]


def test_leaving_ends_the_work_and_coming_back_does_it(lab: Lab, vanishing: VanishingPage) -> None:
    vanishing.change("depth", 50)
    lab.workspace.show_tiles()
    assert not vanishing.runner.is_busy
    lab.workspace.open_experiment("vanishing")
    lab.rest()
    assert shapes(vanishing) == [("sigmoid", 50), ("relu", 50)]


def test_a_layer_is_told_in_words_by_mouse_and_keys(vanishing: VanishingPage) -> None:
    picture = vanishing.flows
    at = picture.place_rect(12).center().toPoint()
    QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=at)
    assert picture.current == 12
    assert picture.text_of(12).startswith("ReLU, Xavier\nlayer 3: mean")
    picture.setFocus()
    press_key(Qt.Key.Key_Left)
    assert picture.current == 11
    press_key(Qt.Key.Key_Up)
    assert picture.current == 1
    assert "× h′" in picture.text_of(1)
    assert "N(0, 1)" in picture.text_of(9)


def test_the_ways_on(lab: Lab, vanishing: VanishingPage) -> None:
    vanishing.ways[0][0].click()
    assert lab.drawn == ["sigmoid"]
    vanishing.set_state(replace(vanishing.state, depth=2, batch_norm=True))
    vanishing.ways[1][0].click()
    (experiment,) = lab.trained
    kinds = [layer.kind for layer in experiment.network.layers]
    assert kinds == ["affine", "batch_norm", "sigmoid"] * 2 + ["affine"]
    assert not experiment.network.problems()
    lab.rest()


def test_the_ways_on_lead_to_train_and_graph_and_undo_takes_them_back(window: MainWindow) -> None:
    window.show_workspace("lab")
    page = window.workspace("lab").open_experiment("vanishing")  # type: ignore[attr-defined]
    page.ways[1][0].click()
    assert window.current_workspace() == "train"
    document = window.workspace("train").trainer.document  # type: ignore[attr-defined]
    assert len(document.experiment.network.layers) == 21
    document.undo_stack.undo()
    assert len(document.experiment.network.layers) == 3
    numdiff = window.workspace("lab").open_experiment("numdiff")  # type: ignore[attr-defined]
    numdiff.ways[0][0].click()
    assert window.current_workspace() == "graph"
    graph = window.workspace("graph").model  # type: ignore[attr-defined]
    assert graph.subject.text == numdiff.in_graph()


def test_it_fits(lab: Lab, vanishing: VanishingPage) -> None:
    for theme_choice in ["light", "dark"]:
        for size in [(952, 630), (1294, 698), (1848, 1010)]:
            lab.icons.theme.set_choice(theme_choice)  # type: ignore[arg-type]
            lab.workspace.resize(*size)
            lab.qtbot.wait(1)
            assert misfits(lab.workspace) == []


def test_it_fits_with_texts_twice_as_long(lab: Lab, doubled: None) -> None:
    page = lab.workspace.open_experiment("vanishing")
    lab.rest()
    lab.qtbot.wait(1)
    assert misfits(page) == []


def test_odd_networks_are_drawn(lab: Lab, vanishing: VanishingPage) -> None:
    states: list[dict[str, Any]] = [
        {"depth": 1, "width": 1, "inputs": 2},
        {"init": "zeros", "depth": 3},
        {"depth": 50, "width": 5, "init": "normal", "sigma": 1e-4},
        {"depth": 50, "width": 60, "init": "normal", "sigma": 10.0, "activation": "relu", "beside": ""},
        {"batch_norm": True, "inputs": 2, "width": 3},
    ]
    for state in states:
        vanishing.set_state(replace(vanishing.default, **state))
        lab.rest()
        assert not vanishing.flows.grab().isNull()
        assert all(vanishing.flows.text_of(place) for place in range(vanishing.flows.places()))
