"""Following a mistake: which image, its δ and gradient beside plain NumPy, one update and what it changes."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.data import DataSet, Split
from core.inspection.filtering import Filter
from core.nn.spec import LayerSpec, LossSpec, NetworkSpec
from gui.data.mistake.follower import UPDATE_JOB
from gui.data.mistake.page import MistakePage
from gui.look.icons import Icons
from tests.gui.data.pages import INIT, SPEC, TESTS, Desk, desk, forward

__all__ = ["desk"]

Left = Qt.MouseButton.LeftButton


@pytest.fixture
def page(desk: Desk, icons: Icons) -> MistakePage:
    made = MistakePage(desk.model, icons, desk.jobs)
    desk.show(made)
    return made


def wrong_rows(desk: Desk) -> list[int]:
    predictions = desk.model.predictions
    assert predictions is not None
    return [i for i in range(TESTS) if predictions.predicted[i] != predictions.labels[i]]


def right_row(desk: Desk) -> int:
    return next(i for i in range(TESTS) if i not in wrong_rows(desk))


def choose(desk: Desk, page: MistakePage, row: int) -> None:
    desk.model.select(row)
    desk.qtbot.waitUntil(lambda: page.follower.gradient is not None)


def update(desk: Desk, page: MistakePage) -> None:
    QTest.mouseClick(page.updating.button, Left)
    desk.qtbot.waitUntil(lambda: page.updating.result is not None)


def test_a_right_prediction_offers_the_next_mistake(desk: Desk, page: MistakePage) -> None:
    desk.model.select(right_row(desk))
    assert page.empty.isVisible()
    assert "predicted right" in page.empty.text()
    QTest.mouseClick(page.empty_button, Left)
    assert desk.model.selected in wrong_rows(desk)
    assert not page.empty.isVisible()
    assert page.subject.name.text() == f"test image {desk.model.selected}"


def test_next_and_previous_go_from_mistake_to_mistake(desk: Desk, page: MistakePage) -> None:
    rows = wrong_rows(desk)
    choose(desk, page, rows[0])
    QTest.mouseClick(page.subject.next, Left)
    assert desk.model.selected == rows[1]
    QTest.mouseClick(page.subject.previous, Left)
    QTest.mouseClick(page.subject.previous, Left)
    assert desk.model.selected == rows[-1]


def test_where_no_mistake_is_shown_the_page_says_so(desk: Desk, page: MistakePage) -> None:
    desk.model.select(right_row(desk))
    desk.model.set_filter(Filter(right=True))
    QTest.mouseClick(page.empty_button, Left)
    assert "no mistake" in page.empty.text()


def test_rows_and_gradient_are_those_of_backpropagation(desk: Desk, page: MistakePage) -> None:
    row = wrong_rows(desk)[0]
    choose(desk, page, row)
    network, test = desk.model.network, desk.model.examples_of("test")
    assert network is not None
    assert test is not None
    parameters = network.params.copies()
    x = test.x[row]
    p = forward(parameters, x)[0]
    target = np.eye(3)[test.t[row]]
    for place, shown in enumerate(page.rows.rows):
        assert shown.output == pytest.approx(p[place], abs=1e-5)
        assert shown.delta == pytest.approx((p - target)[place], abs=1e-5)
        assert shown.is_label == (place == test.t[row])
        assert shown.is_prediction == (place == p.argmax())
    values = {name: array.astype(np.float64) for name, array in parameters.items()}
    hidden = x / 255.0 @ values["W1"] + values["b1"]
    pressed = (values["W2"] @ (p - target)) * (hidden > 0)
    expected = np.outer(x / 255.0, pressed)
    assert page.follower.gradient is not None
    np.testing.assert_allclose(page.follower.gradient.first, expected, atol=1e-5)
    strongest = int(np.abs(expected).max(axis=0).argmax())
    assert page.gradient.images.units[0] == strongest
    assert page.gradient.images.text_of(0).startswith(f"unit {strongest}: from ")
    assert page.gradient.title.text() == "∂L/∂W1"


def test_one_update_is_made_on_a_copy_and_told_for_the_image_and_the_test_set(
    desk: Desk, page: MistakePage
) -> None:
    row = wrong_rows(desk)[0]
    choose(desk, page, row)
    network, test = desk.model.network, desk.model.examples_of("test")
    assert network is not None
    assert test is not None
    assert page.follower.gradient is not None
    before = network.params.copies()
    assert page.updating.rate.text() == "0.01", "no zeros that take the room of digits"
    page.updating.rate.setFocus()
    page.updating.rate.selectAll()
    QTest.keyClicks(page.updating.rate, "0.05")
    update(desk, page)
    after = {name: values - 0.05 * page.follower.gradient.gradients[name] for name, values in before.items()}
    for name, values in network.params.copies().items():
        np.testing.assert_array_equal(values, before[name])
    old, new = forward(before, test.x), forward(after, test.x)
    label = int(test.t[row])
    right, now = old.argmax(axis=1) == test.t, new.argmax(axis=1) == test.t
    texts = [value.text() for value in page.updating.values]
    assert texts[0] == f"{100 * old[row, label]:.1f} % → {100 * new[row, label]:.1f} %"
    names = "abc"
    mark = "✓" if now[row] else "×"
    assert texts[1] == f"{names[old[row].argmax()]} → {names[new[row].argmax()]} {mark}"
    assert texts[3] == f"{100 * right.mean():.2f} → {100 * now.mean():.2f} %"
    assert page.updating.said.text() == (
        f"{np.sum(~right & now)} repaired, {np.sum(right & ~now)} broken by it"
    )


def test_another_image_or_network_drops_what_was_shown(desk: Desk, page: MistakePage) -> None:
    rows = wrong_rows(desk)
    choose(desk, page, rows[0])
    update(desk, page)
    desk.model.select(rows[1])
    assert page.updating.result is None
    desk.qtbot.waitUntil(lambda: page.follower.gradient is not None)
    update(desk, page)
    desk.trainer.new_weights(same_seed=False)
    desk.qtbot.waitUntil(lambda: page.updating.result is None)
    desk.predicted()
    subject = page.follower.subject
    assert subject is None or subject.network is desk.model.network


def test_an_update_can_be_cancelled_and_says_that_it_runs(desk: Desk, page: MistakePage) -> None:
    choose(desk, page, wrong_rows(desk)[0])
    QTest.mouseClick(page.updating.button, Left)
    assert page.updating.button.text() == "Cancel"
    assert page.updating.progress.isVisible()
    QTest.mouseClick(page.updating.button, Left)
    assert not desk.jobs.is_busy(UPDATE_JOB)
    assert page.updating.button.text() == "Update a copy"
    assert page.updating.result is None
    assert not page.updating.progress.isVisible()
    update(desk, page)


def test_a_hidden_page_computes_nothing(desk: Desk, page: MistakePage) -> None:
    page.hide()
    before = page.follower.subject
    for row in wrong_rows(desk):
        desk.model.select(row)
        assert page.follower.subject is before
    page.show()
    desk.qtbot.waitUntil(lambda: page.follower.gradient is not None)
    assert page.follower.subject is not None
    assert page.follower.subject.row == wrong_rows(desk)[-1]


def test_a_single_output_has_one_delta(qtbot: QtBot, icons: Icons) -> None:
    rng = np.random.default_rng(2)

    def split(count: int) -> Split:
        return Split(rng.integers(0, 255, (count, 16)).astype(np.uint8), rng.integers(0, 2, count))

    data = DataSet("mnist", "Noise", split(40), split(TESTS), 2, (4, 4), ("no", "yes"))
    spec = NetworkSpec(16, (LayerSpec("affine", 1, INIT),), LossSpec("sigmoid_cross_entropy"))
    desk = Desk(qtbot, data, spec)
    desk.predicted()
    page = MistakePage(desk.model, icons, desk.jobs)
    desk.show(page)
    row = wrong_rows(desk)[0]
    choose(desk, page, row)
    no, yes = page.rows.rows
    assert no.delta is None
    assert yes.delta == pytest.approx(yes.output - float(data.test.t[row]), abs=1e-5)
    update(desk, page)
    desk.close()


def test_both_themes_and_a_new_language_leave_the_page_whole(
    desk: Desk, page: MistakePage, icons: Icons
) -> None:
    choose(desk, page, wrong_rows(desk)[0])
    update(desk, page)
    QApplication.processEvents()
    light = page.grab().toImage()
    icons.theme.set_choice("dark")
    QApplication.processEvents()
    assert page.grab().toImage() != light
    icons.theme.set_choice("light")
    QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    QApplication.processEvents()
    assert page.grab().toImage() == light
    assert 0 < page.gradient.images.places() <= SPEC.layers[0].units
