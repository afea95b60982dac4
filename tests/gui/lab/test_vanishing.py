"""Vanishing gradients, driven through its widgets."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import replace
from typing import Any, cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from core.experiments.deep import DeepNetwork
from gui.lab.controls import NumberControl
from gui.lab.vanishing import page as page_module
from gui.lab.vanishing.page import VanishingPage, VanishingState
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


@pytest.fixture(scope="module")
def made(lab: Lab, known: None) -> VanishingPage:
    return cast(VanishingPage, lab.open("vanishing"))


@pytest.fixture
def page(lab: Lab, made: VanishingPage) -> Iterator[VanishingPage]:
    yield from lab.renewed(made)


QUICK: dict[str, Any] = {"width": 10, "inputs": 20}
"""So small are the networks where it does not matter."""


def shapes(page: VanishingPage) -> list[tuple[str, int]]:
    return [(flow.network.activation, len(flow.layers)) for flow in page.flows.flows]


def test_it_opens_with_sigmoid_beside_relu(page: VanishingPage) -> None:
    assert shapes(page) == [("sigmoid", 10), ("relu", 10)]
    sigmoid, relu = page.flows.flows
    assert sigmoid.layers[0].gradient < 1e-4 < 1e-2 < relu.layers[0].gradient


def test_the_published_numbers_match_on_the_screen(page: VanishingPage) -> None:
    assert len(page.book.rows) == 9
    assert all(row.brief and row.matches for row in page.book.rows)
    assert page.verdict.text() == "matches the book ✓"
    assert page.verdict.isVisible()


def test_a_published_case_is_set_by_a_click(lab: Lab, page: VanishingPage) -> None:
    page.change("depth", 3)
    line = page.book.place_rect(5).center().toPoint()
    QTest.mouseClick(page.book, Qt.MouseButton.LeftButton, pos=line)
    lab.rest()
    (flow,) = page.flows.flows
    assert (flow.network.activation, flow.network.init, len(flow.layers)) == ("relu", "he", 5)
    first, last = flow.layers[0].std, flow.layers[-1].std
    assert f"{first:.3f}", f"{last:.2f}" == ("0.828", "1.00")


def test_one_press_lays_sigmoid_beside_relu(lab: Lab, page: VanishingPage) -> None:
    page.set_state(replace(page.state, activation="tanh", beside="", depth=4))
    lab.rest()
    assert shapes(page) == [("tanh", 4)]
    page.both_button.click()
    lab.rest()
    assert shapes(page) == [("sigmoid", 4), ("relu", 4)]
    sigmoid, relu = page.flows.flows
    assert [layer.weights for layer in sigmoid.layers] == [layer.weights for layer in relu.layers]


def test_a_slider_is_dragged(lab: Lab, page: VanishingPage) -> None:
    page.set_state(replace(page.state, **QUICK))
    depth: NumberControl = page.controls["depth"]
    slider = depth.slider
    middle = slider.height() // 2
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() * 9 // 49, middle))
    for x in range(slider.width() // 4, slider.width() + 20, 8):
        QTest.mouseMove(slider, QPoint(x, middle))
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() + 20, middle))
    assert page.state.depth == 50
    assert depth.field.text() == "50"
    lab.rest()
    assert shapes(page) == [("sigmoid", 50), ("relu", 50)]


def test_a_number_is_typed_and_moved_by_keys(lab: Lab, page: VanishingPage) -> None:
    depth: NumberControl = page.controls["depth"]
    depth.field.setFocus()
    depth.field.selectAll()
    QTest.keyClicks(depth.field, "4")
    press_key(Qt.Key.Key_Return)
    assert page.state.depth == 4
    press_key(Qt.Key.Key_Up)
    assert page.state.depth == 5
    assert depth.slider.value() == 5
    depth.slider.setFocus()
    press_key(Qt.Key.Key_Left)
    assert page.state.depth == 4
    lab.rest()
    assert shapes(page) == [("sigmoid", 4), ("relu", 4)]


def test_a_number_beyond_the_bounds_is_refused_at_its_field(lab: Lab, page: VanishingPage) -> None:
    depth: NumberControl = page.controls["depth"]
    depth.field.setFocus()
    depth.field.selectAll()
    QTest.keyClicks(depth.field, "51")
    press_key(Qt.Key.Key_Return)
    assert page.state.depth == 10
    assert "from 1 to 50" in depth.row.error()
    press_key(Qt.Key.Key_Up)
    assert depth.row.error() == ""


def test_sigma_is_a_setting_of_normal_weights_alone(lab: Lab, page: VanishingPage) -> None:
    sigma = page.controls["sigma"]
    assert not sigma.isVisible()
    page.controls["init"].field.chosen.emit("normal")
    assert sigma.isVisible()
    sigma.slider.setValue(500)
    assert page.state.sigma == pytest.approx(0.0316, rel=0.01)
    lab.rest()


def test_too_much_is_refused_with_an_estimate_and_the_picture_stays(lab: Lab, page: VanishingPage) -> None:
    before = page.flows.flows
    page.set_state(replace(page.state, depth=50, width=2_000, inputs=10_000))
    lab.rest()
    assert "MB are the limit" in page.bar.text()
    assert page.flows.flows is before
    page.reset_button.click()
    lab.rest()
    assert page.bar.text() == ""
    assert page.state == page.default


def test_the_newest_state_wins(lab: Lab, page: VanishingPage) -> None:
    page.set_state(replace(page.state, **QUICK))
    for depth in range(1, 30):
        page.change("depth", depth)
    lab.rest()
    assert shapes(page) == [("sigmoid", 29), ("relu", 29)]


def test_work_is_stopped_and_can_be_done_again(lab: Lab, page: VanishingPage) -> None:
    before = page.flows.flows
    page.set_state(replace(page.state, depth=50, **QUICK))
    lab.qtbot.waitUntil(lambda: page.runner.is_busy)
    page.runner.stop_button.click()
    assert not page.runner.is_busy
    assert page.flows.flows is before
    assert page.bar.text().startswith("Stopped")
    page.bar.action_button.click()
    lab.rest()
    assert shapes(page) == [("sigmoid", 50), ("relu", 50)]


def test_leaving_ends_the_work_and_coming_back_does_it(lab: Lab, page: VanishingPage) -> None:
    page.set_state(replace(page.state, depth=50, **QUICK))
    lab.workspace.show_tiles()
    assert not page.runner.is_busy
    lab.workspace.open_experiment("vanishing")
    lab.rest()
    assert shapes(page) == [("sigmoid", 50), ("relu", 50)]


def test_a_layer_is_told_in_words_by_mouse_and_keys(page: VanishingPage) -> None:
    picture = page.flows
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


def test_the_ways_on(lab: Lab, page: VanishingPage) -> None:
    page.ways[0][0].click()
    assert lab.drawn == ["sigmoid"]
    page.set_state(replace(page.state, depth=2, batch_norm=True))
    page.ways[1][0].click()
    (experiment,) = lab.trained
    kinds = [layer.kind for layer in experiment.network.layers]
    assert kinds == ["affine", "batch_norm", "sigmoid"] * 2 + ["affine"]
    assert not experiment.network.problems()
    lab.rest()


def test_it_fits(lab: Lab, page: VanishingPage) -> None:
    for theme_choice in ["light", "dark"]:
        for size in [(952, 630), (1294, 698), (1848, 1010)]:
            lab.icons.theme.set_choice(theme_choice)  # type: ignore[arg-type]
            lab.workspace.resize(*size)
            lab.qtbot.wait(1)
            assert misfits(lab.workspace) == []


def test_it_fits_with_texts_twice_as_long(own_lab: Lab, doubled: None) -> None:
    assert misfits(own_lab.open("vanishing")) == []


def test_odd_networks_are_drawn(lab: Lab, page: VanishingPage) -> None:
    states: list[dict[str, Any]] = [
        {"depth": 1, "width": 1, "inputs": 2},
        {"init": "zeros", "depth": 3},
        {"depth": 50, "width": 5, "init": "normal", "sigma": 1e-4},
        {"depth": 50, "width": 60, "init": "normal", "sigma": 10.0, "activation": "relu", "beside": ""},
        {"batch_norm": True, "inputs": 2, "width": 3},
    ]
    for state in states:
        page.set_state(replace(page.default, **state))
        lab.rest()
        assert not page.flows.grab().isNull()
        assert all(page.flows.text_of(place) for place in range(page.flows.places()))
