"""The gradient check, driven through its widgets; each mistake is played to the end."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from dataclasses import replace
from typing import Any, cast

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from core.data import DataSet, Split
from core.experiments import checking
from core.experiments.faults import FAULTS
from core.nn.network import Network
from core.nn.spec import LayerSpec, NetworkSpec
from core.training.config import Experiment, TrainingConfig
from core.training.presets import preset
from gui.lab.checking import work
from gui.lab.checking.page import CheckingPage
from gui.lab.checking.work import CheckState, fault_of
from gui.look.theme import ThemeChoice
from tests.gui.fitting import misfits
from tests.gui.hands import press_key
from tests.gui.lab.data import images as small_images
from tests.gui.lab.screen import Lab


def images(name: str = "own") -> DataSet:
    """Images of 28 × 28; under the name of MNIST the published check is made on them."""
    rng = np.random.default_rng(3)
    x = (rng.integers(0, 256, (12, 784)) * (rng.uniform(size=(12, 784)) < 0.2)).astype(np.uint8)
    split = Split(x, np.arange(12) % 10)
    return DataSet(name, "Images", split, split, 10, image_shape=(28, 28))


@pytest.fixture(scope="module", autouse=True)
def known() -> Iterator[None]:
    """What every test begins with takes a second and is always the same: the check of the book's network, and
    its race. Each is computed once for all tests."""
    check, race = remembering(work.check), remembering(work.race)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(work, "check", check)
        patch.setattr(work, "race", race)
        yield


def remembering(compute: Callable[..., Generator[Any, None, Any]]) -> Callable[..., object]:
    results: dict[tuple[CheckState, str], object] = {}

    def computing(
        state: CheckState, make: Callable[[], Network], data: DataSet | None
    ) -> Generator[Any, None, object]:
        if state.subject != "book":
            return (yield from compute(state, make, data))
        key = state, data.name if data is not None else ""
        if key not in results:
            results[key] = yield from compute(state, make, data)
        return results[key]

    return computing


DATA = images()
SMALL = NetworkSpec(36, (LayerSpec("affine", 4), LayerSpec("relu"), LayerSpec("affine", 4)))


@pytest.fixture(scope="module")
def made(lab: Lab, known: None) -> CheckingPage:
    lab.document.set_data(DATA)
    return cast(CheckingPage, lab.open("checking"))


@pytest.fixture
def page(lab: Lab, made: CheckingPage) -> Iterator[CheckingPage]:
    """The experiment with data, computed."""
    lab.document.new(preset("two-layer").experiment)
    lab.document.set_data(DATA)
    yield from lab.renewed(made)


@pytest.fixture
def small(lab: Lab, page: CheckingPage) -> CheckingPage:
    """The experiment with a network on the table whose check takes a moment."""
    lab.document.edit_network(SMALL, "")
    page.change("subject", "table")
    lab.document.set_data(small_images())
    lab.rest()
    return page


def show(page: CheckingPage, view: int) -> None:
    """Click a tab."""
    bar = page.tabs.tabBar()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(view).center())


def found(page: CheckingPage) -> dict[str, str]:
    report = page.dots.report
    assert report is not None
    return {check.name: report.verdict(check) for check in report.checks}


def test_it_opens_with_the_books_network_and_says_that_it_is_right(page: CheckingPage) -> None:
    assert found(page) == {"W1": "right", "b1": "right", "W2": "right", "b2": "right"}
    assert "39,760 parameters, the first 3 training images" in page.subject_text.text()
    assert page.array_text.text().startswith("W1 (784 × 50): 3,136 of 39,200 entries compared")
    assert "kink" in page.kink_text.text()
    assert page.images.isVisible()
    assert len(page.sweep.points) > 20


def test_the_published_numbers_stand_beside_those_computed_here(
    lab: Lab, page: CheckingPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    # With fewer entries than the book's: whether the numbers agree is tested without a window.
    monkeypatch.setattr(checking, "SPREAD", 20)
    assert all(not row.brief for row in page.book.rows)
    lab.document.set_data(images("mnist"))
    lab.rest()
    rows = page.book.rows
    assert len(rows) == 10
    assert all(row.brief for row in rows)
    assert rows[-1].matches
    assert page.verdict.text()


def test_an_array_is_told_by_mouse_and_keys(page: CheckingPage) -> None:
    at = page.dots.place_rect(3).center().toPoint()
    QTest.mouseClick(page.dots, Qt.MouseButton.LeftButton, pos=at)
    assert page.array_text.text().startswith("b2 (10): 10 of 10")
    page.dots.setFocus()
    press_key(Qt.Key.Key_Up)
    press_key(Qt.Key.Key_Return)
    assert page.array_text.text().startswith("W2 (50 × 10)")


def test_h_is_dragged_in_the_picture(lab: Lab, small: CheckingPage) -> None:
    sweep = small.sweep
    start, end = (sweep.place_rect(place).center().toPoint() for place in (12, 18))
    QTest.mousePress(sweep, Qt.MouseButton.LeftButton, pos=start)
    assert small.state.h == pytest.approx(sweep.points[12].h, rel=0.01)
    for x in range(start.x(), end.x(), 6):
        QTest.mouseMove(sweep, QPoint(x, start.y()))
    QTest.mouseMove(sweep, end)
    QTest.mouseRelease(sweep, Qt.MouseButton.LeftButton, pos=end)
    assert small.state.h == pytest.approx(sweep.points[18].h, rel=0.01)
    lab.rest()
    report = small.dots.report
    assert report is not None
    assert report.h == small.state.h


def test_h_is_moved_by_keys_and_typed(lab: Lab, small: CheckingPage) -> None:
    small.sweep.setFocus()
    press_key(Qt.Key.Key_Home)
    press_key(Qt.Key.Key_Right)
    press_key(Qt.Key.Key_Return)
    assert small.state.h == pytest.approx(small.sweep.points[1].h, rel=0.01)
    field = small.controls["h"].field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "1e-5")
    press_key(Qt.Key.Key_Return)
    assert small.state.h == 1e-5
    lab.rest()


def test_in_float32_rounding_is_too_large_to_tell(lab: Lab, page: CheckingPage) -> None:
    page.controls["float32"].click()
    lab.rest()
    verdicts = set(found(page).values())
    assert "unclear" in verdicts
    assert "wrong" not in verdicts


def test_delta_shows_and_is_not_blamed(lab: Lab, small: CheckingPage) -> None:
    before = small.dots.report
    small.controls["delta"].click()
    lab.rest()
    after = small.dots.report
    assert before is not None
    assert after is not None
    assert after.checks[-1].mean_difference > 100 * before.checks[-1].mean_difference
    assert "wrong" not in found(small).values()


def test_the_network_on_the_table_is_checked(lab: Lab, page: CheckingPage) -> None:
    layers = (LayerSpec("affine", 4), LayerSpec("tanh"), LayerSpec("affine", 10))
    lab.document.edit_network(NetworkSpec(36, layers), "")
    page.controls["subject"].field.chosen.emit("table")
    lab.rest()
    assert "198 parameters" in page.subject_text.text()
    assert found(page)["W1"] == "right"
    wider = (LayerSpec("affine", 5), *layers[1:])
    lab.document.edit_network(NetworkSpec(36, wider), "")
    lab.rest()
    assert "245 parameters" in page.subject_text.text()


def test_a_network_that_cannot_be_trained_is_refused_with_a_sentence(lab: Lab, page: CheckingPage) -> None:
    layers = (LayerSpec("affine", 4), LayerSpec("step"), LayerSpec("affine", 10))
    lab.document.edit_network(NetworkSpec(784, layers), "")
    page.change("subject", "table")
    lab.rest()
    assert "Step has no gradient" in page.bar.text()
    page.change("subject", "book")
    lab.rest()
    assert page.bar.text() == ""


def test_without_data_examples_are_drawn_and_it_says_so(lab: Lab, small: CheckingPage) -> None:
    lab.document.set_data(None)
    lab.rest()
    assert "drawn examples" in small.subject_text.text()
    assert not small.images.isVisible()
    lab.document.set_data(small_images())
    lab.rest()
    assert "training images" in small.subject_text.text()


def test_a_network_for_other_data_is_checked_on_drawn_examples(lab: Lab, page: CheckingPage) -> None:
    spec = NetworkSpec(2, (LayerSpec("affine", 3), LayerSpec("relu"), LayerSpec("affine", 2)))
    lab.document.new(Experiment(spec, TrainingConfig("xor")))
    page.change("subject", "table")
    lab.rest()
    assert "drawn examples" in page.subject_text.text()
    assert not page.images.isVisible()


@pytest.mark.parametrize("fault", FAULTS)
def test_find_the_bug_is_played_to_the_end(lab: Lab, page: CheckingPage, fault: str) -> None:
    """Every layer that is not to blame is blamed first, by mouse; then the right one, by keys."""
    number = next(n for n in range(1, 20) if fault_of(n, 0) == fault)
    page.set_state(CheckState(view="bug", puzzle=number))
    lab.rest()
    bug = page.bug
    assert bug.wrong_arrays()
    assert page.bug_text.text().startswith("Wrong: ")
    row = FAULTS[fault].row(page._batch.network)
    for place in range(bug.places()):
        if place != row:
            middle = bug.place_rect(place).center().toPoint()
            QTest.mouseClick(bug, Qt.MouseButton.LeftButton, pos=middle)
            assert bug.found is False
            assert page.bug_text.text().startswith("✗ It is not ")
    bug.setFocus()
    press_key(Qt.Key.Key_Home)
    for _ in range(row):
        press_key(Qt.Key.Key_Right)
    press_key(Qt.Key.Key_Return)
    assert bug.found is True
    assert FAULTS[fault].title in page.bug_text.text()
    page.next_button.click()
    lab.rest()
    assert page.state.puzzle == number + 1
    assert bug.blamed is None


def test_all_mistakes_come_in_turn() -> None:
    for seed in (0, 1):
        for turn in range(2):
            words = [fault_of(turn * len(FAULTS) + place, seed) for place in range(1, len(FAULTS) + 1)]
            assert sorted(words) == sorted(FAULTS)
    orders = {tuple(fault_of(n, seed) for n in range(1, 8)) for seed in range(6)}
    assert len(orders) > 1


def test_the_race_is_run(lab: Lab, page: CheckingPage) -> None:
    show(page, 2)
    lab.rest()
    race = page.race.race
    assert race is not None
    assert race.evaluations == 79_520
    assert race.ratio > 100
    assert "79,520 losses" in page.race.text_of(1)
    assert len(page.table()[1]) == 2


def test_it_fits(lab: Lab, page: CheckingPage) -> None:
    choices: tuple[ThemeChoice, ...] = ("light", "dark")
    for choice in choices:
        lab.icons.theme.set_choice(choice)
        for view in range(3):
            show(page, view)
            lab.rest()
            for size in [(952, 630), (1294, 698), (1848, 1010)]:
                lab.workspace.resize(*size)
                lab.qtbot.wait(1)
                assert misfits(lab.workspace) == [], (view, choice)


def test_it_fits_with_texts_twice_as_long(own_lab: Lab, doubled: None) -> None:
    own_lab.document.set_data(DATA)
    page = cast(CheckingPage, own_lab.open("checking"))
    for view in range(3):
        show(page, view)
        own_lab.rest()
        own_lab.qtbot.wait(1)
        assert misfits(page) == [], view


def test_a_published_case_is_set_by_a_click(page: CheckingPage) -> None:
    page.set_state(replace(page.state, h=1e-6, images=5))
    line = page.book.place_rect(4).center().toPoint()
    QTest.mouseClick(page.book, Qt.MouseButton.LeftButton, pos=line)
    assert (page.state.h, page.state.images, page.state.delta) == (1e-4, 3, True)
