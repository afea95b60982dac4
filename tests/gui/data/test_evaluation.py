"""The confusion matrix and the page “Evaluation”: their numbers beside plain NumPy, and hands on them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.inspection.filtering import Filter
from core.inspection.predictions import Predictions
from core.nn.spec import LossSpec
from gui.data.evaluation.page import EvaluationPage
from gui.data.predictions.confusion_colors import readable_on
from gui.data.predictions.confusion_panel import ConfusionPanel
from gui.document.change import State
from gui.look.icons import Icons
from gui.look.theme import Theme, between
from tests.gui.data.pages import CLASSES, SPEC, TESTS, Desk, desk

__all__ = ["desk"]

Left = Qt.MouseButton.LeftButton


@pytest.fixture
def confusion(desk: Desk, icons: Icons) -> ConfusionPanel:
    made = ConfusionPanel(desk.model, icons, desk.jobs)
    desk.show(made, 320, 200)
    return made


@pytest.fixture
def page(desk: Desk, icons: Icons) -> EvaluationPage:
    made = EvaluationPage(desk.model, icons, desk.jobs)
    desk.show(made)
    return made


def predictions(desk: Desk) -> Predictions:
    found = desk.model.predictions_of("test")
    assert found is not None
    return found


def counted(found: Predictions) -> list[list[int]]:
    """The confusion matrix, one image after another."""
    table = [[0] * CLASSES for _ in range(CLASSES)]
    for label, prediction in zip(found.labels, found.predicted, strict=True):
        table[label][prediction] += 1
    return table


def click_cell(panel: ConfusionPanel, label: int, prediction: int) -> None:
    QTest.mouseClick(panel.view, Left, pos=panel.view.cell_rect(label, prediction).center().toPoint())


def test_the_matrix_counts_labels_against_predictions(desk: Desk, confusion: ConfusionPanel) -> None:
    assert confusion.view.matrix is not None
    table = counted(predictions(desk))
    assert confusion.view.matrix.tolist() == table
    share = 100 * table[1][2] / sum(table[1])
    assert confusion.view.text_of(confusion.view.place_of(1, 2)) == (
        f"label b, prediction c: {table[1][2]} images, {share:.2f} % of this label"
    )


def test_a_click_on_a_cell_shows_its_images_and_another_click_all(
    desk: Desk, confusion: ConfusionPanel
) -> None:
    found = predictions(desk)
    desk.model.set_split("train")
    click_cell(confusion, 1, 2)
    assert desk.model.split == "test"
    assert desk.model.filter == Filter(labels=frozenset({1}), predicted=frozenset({2}))
    expected = np.flatnonzero((found.labels == 1) & (found.predicted == 2))
    np.testing.assert_array_equal(desk.model.order, expected)
    click_cell(confusion, 1, 2)
    assert desk.model.filter == Filter()
    assert len(desk.model.order) == TESTS


def test_a_click_on_a_name_shows_a_row_or_a_column(desk: Desk, confusion: ConfusionPanel) -> None:
    click_cell(confusion, 2, -1)
    assert desk.model.filter == Filter(labels=frozenset({2}))
    click_cell(confusion, -1, 0)
    assert desk.model.filter == Filter(predicted=frozenset({0}))
    # The room beside the table is nothing; the corner is all images.
    view = confusion.view
    view.resize(900, 120)
    QTest.mouseClick(view, Left, pos=QPoint(880, 60))
    assert desk.model.filter == Filter(predicted=frozenset({0}))
    QTest.mouseClick(view, Left, pos=QPoint(2, 2))
    assert desk.model.filter == Filter()


def test_arrows_and_enter_reach_every_cell_and_say_where_they_are(
    desk: Desk, confusion: ConfusionPanel
) -> None:
    view = confusion.view
    view.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(view, key)
    assert view.current == view.place_of(1, 2)
    assert view.accessibleDescription() == view.text_of(view.place_of(1, 2))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert desk.model.filter == Filter(labels=frozenset({1}), predicted=frozenset({2}))
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Left):
        QTest.keyClick(view, key)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert desk.model.filter == Filter(labels=frozenset({0}), predicted=frozenset({0}))


def test_arrows_reach_the_names_and_the_corner(desk: Desk, confusion: ConfusionPanel) -> None:
    view = confusion.view
    view.setFocus()
    assert view.current == view.place_of(0, 0)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(view, key)
    assert view.accessibleDescription() == "label b: click to see these images"
    assert desk.model.filter == Filter(labels=frozenset({1}))
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.accessibleDescription() == "all images: click to see them"
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert desk.model.filter == Filter()
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.current == view.place_of(2, 2)


def test_the_place_in_the_matrix_is_kept_while_it_is_counted_again(confusion: ConfusionPanel) -> None:
    view = confusion.view
    view.go_to(view.place_of(2, 1))
    names = list("abc")
    view.set_matrix(None, [])
    assert view.current is None
    assert view.accessibleDescription() == ""
    view.set_matrix(np.eye(3, dtype=np.intp), names)
    assert view.current == view.place_of(2, 1)
    view.set_matrix(np.eye(2, dtype=np.intp), names[:2])
    assert view.current == view.place_of(0, 0)


def test_counts_and_shares_and_a_filter_look_different(desk: Desk, confusion: ConfusionPanel) -> None:
    view = confusion.view
    plain = view.grab().toImage()
    QTest.mouseClick(confusion.shares, Left)
    assert confusion.shares.isChecked()
    assert view.grab().toImage() != plain
    QTest.mouseClick(confusion.shares, Left)
    assert view.grab().toImage() == plain
    desk.model.set_filter(Filter(labels=frozenset({1})))
    assert view.grab().toImage() != plain
    desk.model.clear_filter()
    assert view.grab().toImage() == plain


def test_a_filter_that_marks_nothing_new_does_not_paint_the_matrix(
    desk: Desk, confusion: ConfusionPanel
) -> None:
    painted: list[int] = []
    paint = confusion.view.paint
    confusion.view.paint = lambda painter: (painted.append(1), paint(painter))[1]  # type: ignore[method-assign]
    desk.model.set_filter(Filter(labels=frozenset({0, 1})))
    QApplication.processEvents()
    assert painted == []
    desk.model.set_filter(Filter(labels=frozenset({1})))
    QApplication.processEvents()
    assert painted


def test_the_matrix_is_drawn_once_and_the_pointer_leaves_a_ring(confusion: ConfusionPanel) -> None:
    view = confusion.view
    drawn: list[int] = []
    draw = view._draw
    view._draw = lambda painter: (drawn.append(1), draw(painter))[1]  # type: ignore[method-assign]
    view.resize(300, 200)
    plain = view.grab().toImage()
    view._hover(view.place_of(1, 2))
    ringed = view.grab().toImage()
    view._hover(None)
    assert view.grab().toImage() == plain != ringed
    assert len(drawn) == 1
    view.resize(320, 200)
    view.grab()
    view._theme.set_choice("dark")
    assert view.grab().toImage() != plain
    assert len(drawn) == 3
    view._theme.set_choice("light")


def test_many_classes_fit_without_numbers(confusion: ConfusionPanel) -> None:
    view = confusion.view
    view.set_matrix(np.arange(47 * 47).reshape(47, 47), [str(i) for i in range(47)])
    rect = view.cell_rect(46, 46)
    assert view.rect().toRectF().contains(rect)
    assert view.place_at(rect.center()) == view.place_of(46, 46)
    assert view.place_at(QPointF(1e4, 5.0)) is None
    assert not view.grab().isNull()


def test_numbers_have_air_in_their_cells(confusion: ConfusionPanel) -> None:
    for largest in [9, 1135, 60_000]:
        for width, height in [(310, 150), (311, 147), (240, 150), (900, 400), (200, 140)]:
            for as_shares in [False, True]:
                view = confusion.view
                view.set_matrix(np.diag([largest] * 10) + 3, [str(i) for i in range(10)])
                view.set_as_shares(as_shares)
                view.resize(width, height)
                metrics, cell = QFontMetricsF(view.number_font()), view.cell_rect(1, 1)
                assert 9 <= view.number_font().pixelSize() <= 12
                for label, prediction in ((0, 0), (0, 1), (9, 9)):
                    text = view.number_text(label, prediction, metrics, cell.width() - 4.0)
                    assert metrics.horizontalAdvance(text) <= cell.width() - 4.0
                    assert metrics.capHeight() <= cell.height() - 4.0
                    if largest < 60_000 and width >= 300:
                        assert text


def test_numbers_without_room_are_told_in_thousands(confusion: ConfusionPanel) -> None:
    view = confusion.view
    view.set_matrix(np.diag([61_234] * 10), [str(i) for i in range(10)])
    metrics = QFontMetricsF(view.number_font())
    width = metrics.horizontalAdvance
    assert view.number_text(0, 0, metrics, width("61234")) == "61234"
    assert view.number_text(0, 0, metrics, width("61234") - 1.0) == "61.2k"
    assert view.number_text(0, 0, metrics, width("61.2k") - 1.0) == ""


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_numbers_can_be_read_on_every_fill(theme: Theme, choice: str) -> None:
    theme.set_choice("dark" if choice == "dark" else "light")
    for name in ("blue", "vermilion"):
        for step in range(11):
            fill = between(theme.color("hover"), theme.color(name), step / 10)
            text = readable_on(fill)
            low, high = sorted((_light(text), _light(fill)))
            assert (high + 0.05) / (low + 0.05) >= 4.5
    theme.set_choice("light")


def _light(color: object) -> float:
    """Relative luminance as in WCAG 2."""
    parts = np.array(color.getRgbF()[:3])  # type: ignore[attr-defined]
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return float(linear @ np.array([0.2126, 0.7152, 0.0722]))


def test_the_page_says_how_good_the_network_is(desk: Desk, page: EvaluationPage) -> None:
    found = predictions(desk)
    wrong = sum(int(a != t) for a, t in zip(found.predicted, found.labels, strict=True))
    assert page.accuracy.text() == f"{100 * (TESTS - wrong) / TESTS:.2f} % right"
    assert page.figures.text().startswith(f"{wrong} of {TESTS} wrong · mean loss ")
    assert page.figures.text().endswith("initial weights: not trained yet")
    for label in range(CLASSES):
        own = [i for i in range(TESTS) if found.labels[i] == label]
        right = sum(int(found.predicted[i] == label) for i in own)
        assert page.classes.text_of(label).startswith(
            f"{'abc'[label]}: {right} of {len(own)} right ({100 * right / len(own):.2f} %), mean loss "
        )
    shares = [np.mean(found.right[found.labels == label]) for label in range(CLASSES)]
    assert page.classes.weakest == int(np.argmin(shares))


def test_a_class_shows_its_images_by_click_and_by_key(desk: Desk, page: EvaluationPage) -> None:
    rows = page.classes
    height = rows.height() / CLASSES if rows.height() < 22 * CLASSES else 22
    QTest.mouseClick(rows, Left, pos=QPoint(30, round(1.5 * height)))
    assert desk.model.filter == Filter(labels=frozenset({1}))
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Down)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert desk.model.filter == Filter(labels=frozenset({2}))
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert desk.model.filter == Filter()


def test_the_worst_mistakes_come_first_and_are_chosen_by_click_and_by_key(
    desk: Desk, page: EvaluationPage
) -> None:
    found = predictions(desk)
    wrong = [i for i in range(TESTS) if not found.right[i]]
    expected = sorted(wrong, key=lambda i: -found.losses[i])
    worst = page.worst
    assert [mistake.row for mistake in worst.mistakes] == expected
    assert worst.places() > 2
    desk.model.set_filter(Filter(right=True))
    QTest.mouseClick(worst, Left, pos=worst.place_rect(1).center().toPoint())
    assert desk.model.selected == expected[1]
    assert desk.model.filter == Filter()
    worst.setFocus()
    QTest.keyClick(worst, Qt.Key.Key_Right)
    QTest.keyClick(worst, Qt.Key.Key_Space)
    assert desk.model.selected == expected[2]
    first = worst.mistakes[0]
    assert worst.text_of(0).startswith(
        f"test image {first.row}: label {first.label}, prediction {first.prediction}, loss "
    )


def test_calibration_is_told_bin_by_bin(desk: Desk, page: EvaluationPage) -> None:
    found = predictions(desk)
    last = found.confidence > 0.9
    right = 100 * found.right[last].mean()
    sure = 100 * found.confidence[last].mean(dtype=np.float64)
    text = page.calibration.text_of(9)
    assert text == (
        f"sure 90–100 %: {last.sum()} images, on average {sure:.1f} % sure and {right:.1f} % right"
    )
    page.calibration.setFocus()
    for _ in range(10):
        QTest.keyClick(page.calibration, Qt.Key.Key_Right)
    assert page.calibration.accessibleDescription() == text
    gaps = 0.0
    for low in np.arange(10) / 10:
        held = (found.confidence > low) & (found.confidence <= low + 0.1)
        if held.any():
            gaps += abs(float((found.right[held] - found.confidence[held].astype(np.float64)).sum())) / TESTS
    assert page._titles[2].text() == f"Calibration · error {100 * gaps:.2f} %"


def test_outputs_that_are_no_probabilities_have_no_calibration(qtbot: QtBot, icons: Icons) -> None:
    desk = Desk(qtbot, spec=replace(SPEC, loss=LossSpec("squared_error")))
    page = EvaluationPage(desk.model, icons, desk.jobs)
    desk.predicted()
    desk.show(page)
    assert page.no_calibration.isVisible()
    assert "not probabilities" in page.no_calibration.text()
    assert page.classes.isVisible()
    desk.close()


def test_the_pages_follow_a_training_to_its_end(
    desk: Desk, page: EvaluationPage, confusion: ConfusionPanel
) -> None:
    before = page.accuracy.value()
    desk.trainer.start()
    desk.qtbot.waitUntil(lambda: desk.trainer.state is State.ENDED)
    desk.qtbot.waitUntil(
        lambda: desk.model.predicted_by is not None and desk.model.predicted_by.kind == "ended",
    )
    run = desk.document.current_run
    assert run is not None
    assert run.checkpoint is not None
    test = desk.document.data.test
    expected = run.checkpoint.network().accuracy(test.floats(0, TESTS), test.t)
    assert page.accuracy.value() == pytest.approx(expected)
    assert page.accuracy.value() != before
    assert page.figures.text().endswith("Run 1, iteration 60")
    assert confusion.view.matrix is not None
    assert confusion.view.matrix.tolist() == counted(predictions(desk))


def test_without_predictions_the_reason_is_said(
    desk: Desk, page: EvaluationPage, confusion: ConfusionPanel
) -> None:
    spec = desk.document.experiment.network
    desk.document.edit_network(replace(spec, input_size=7), "")
    for label in (page.missing, confusion.missing):
        assert label.isVisible()
        assert "7" in label.text()
    desk.document.undo_stack.undo()
    desk.predicted()
    assert confusion.view.isVisible()
    desk.document.set_data(None)
    assert page.missing.text() == "The data are being read …"


def test_both_themes_and_a_new_language_leave_the_page_whole(page: EvaluationPage, icons: Icons) -> None:
    light = page.grab().toImage()
    icons.theme.set_choice("dark")
    QApplication.processEvents()
    assert page.grab().toImage() != light
    QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    icons.theme.set_choice("light")
    QApplication.processEvents()
    assert page.grab().toImage() == light
