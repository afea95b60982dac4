"""The grid of images, through pointer, wheel and keys, and what stands in its place."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QWidget

from core.data import DataSet, Split
from core.errors import DataError
from core.inspection.filtering import Filter
from core.nn.spec import LayerSpec, NetworkSpec
from core.training.config import Experiment
from gui.data.grid.cells import SIZES, Cells, SizeName, image_size
from gui.look.theme import Theme
from tests.gui.data.pages import CLASSES, CONFIG, SPEC, TESTS
from tests.gui.data.screen import POINTS, REGRESSION, Screen, click, pair, points
from tests.gui.language.doubled import Doubled
from tests.gui.train.screen import settle

# Arithmetic


@pytest.mark.parametrize("width", [30, 200, 660, 1113])
@pytest.mark.parametrize("count", [0, 1, 17, 60_000])
def test_every_cell_is_found_where_it_is(width: int, count: int) -> None:
    cells = Cells(count, width, (28.0, 28.0), (40.0, 16.0))
    places = {0, 1, count // 2, count - 1} & set(range(count))
    for place in places:
        assert cells.place_at(cells.cell(place).center()) == place
        assert cells.place_at(cells.frame(place).center()) == place
        left, top = cells.corners(range(place, place + 1), 0)[0]
        assert QPointF(left, top) == cells.frame(place).topLeft()
    assert cells.place_at(QPointF(5.0, cells.height + 5.0)) == -1
    assert cells.place_at(QPointF(-1.0, 5.0)) == -1
    assert cells.end_in(cells.height) == count


def test_cells_in_sight_are_those_that_reach_into_the_window() -> None:
    cells = Cells(1000, 100, (28.0, 28.0), (30.0, 16.0))
    for top, height in ((0, 1), (10, 100), (500, 333)):
        shown = range(cells.first_in(top), cells.end_in(top + height))
        for place in range(60):
            cell = cells.cell(place)
            assert (place in shown) == (cell.bottom() > top and cell.top() < top + height)


@pytest.mark.parametrize("shape", [(28, 28), (8, 8), (100, 50), (1, 1), (3, 900)])
def test_images_of_any_proportions_fit(shape: tuple[int, int]) -> None:
    sizes: tuple[SizeName, ...] = ("small", "medium", "large")
    for size in sizes:
        width, height = image_size(shape, size)
        assert max(width, height) == pytest.approx(SIZES[size])
        assert min(width, height) >= 1


# What is seen


def test_ink_is_dark_on_light_and_light_on_dark(screen: Screen, theme: Theme) -> None:
    x = np.zeros((4, 64), np.uint8)
    x[1] = 255
    split = Split(x, np.array([0, 1, 2, 0]))
    data = DataSet("mnist", "Tiles", split, split, CLASSES, (8, 8), tuple("abc"))
    spec = NetworkSpec(64, (LayerSpec("affine", CLASSES),))
    screen.put(Experiment(spec, CONFIG), data)
    screen.predicted()
    view = screen.workspace.grid.view
    for choice in ("light", "dark"):
        theme.set_choice(choice)
        picture = view.viewport().grab().toImage()
        for place, token in ((0, "surface"), (1, "text")):
            middle = view.cells.frame(place).center().toPoint()
            assert picture.pixelColor(middle) == QColor(getattr(theme.tokens, token))


def test_a_mistake_bears_a_sign_and_a_frame_and_a_right_prediction_does_not(
    screen: Screen, theme: Theme
) -> None:
    view, model = screen.workspace.grid.view, screen.model
    predictions = model.predictions
    assert predictions is not None
    wrong, right = screen.mistakes()[0], int(np.flatnonzero(predictions.right)[0])
    model.select(int(np.flatnonzero(predictions.right)[-1]))
    names = ("a", "b", "c")
    label, prediction = names[int(predictions.labels[wrong])], names[int(predictions.predicted[wrong])]
    assert view.label_of(wrong) == f"{label}→{prediction} ✗"
    assert view.label_of(right) == names[int(predictions.labels[right])]

    def edge(place: int) -> QColor:
        picture = screen.workspace.grab().toImage()
        frame = view.cells.frame(place)
        point = QPoint(int(frame.center().x()), int(frame.top()))
        return picture.pixelColor(view.viewport().mapTo(screen.workspace, point))

    # Of initial weights nothing else is to be expected.
    assert edge(wrong) == QColor(theme.tokens.grey)
    assert edge(right) == QColor(theme.tokens.surface)
    training = screen.document.experiment.training
    screen.document.edit_training(replace(training, length=1, length_unit="iterations"), "")
    screen.train()
    assert edge(screen.mistakes()[0]) == QColor(theme.tokens.vermilion)


def test_sizes_are_chosen_by_the_buttons_and_the_chosen_image_stays_in_sight(screen: Screen) -> None:
    grid, view = screen.workspace.grid, screen.workspace.grid.view
    screen.model.select(TESTS - 1)
    counts = []
    for name in SIZES:
        click(grid.sizes[name])
        assert view.size_name == name
        assert TESTS - 1 in view.visible_places()
        counts.append(view.cells.columns)
        view.viewport().grab()
    assert counts == sorted(counts, reverse=True)


def test_names_of_classes_longer_than_a_digit_are_cut_not_overlapped(screen: Screen) -> None:
    split = Split(np.zeros((9, 144), np.uint8), np.arange(9) % 3)
    names = ("ankle boot of leather", "coat", "trousers with a very long name")
    data = DataSet("mnist", "Clothes", split, split, CLASSES, (12, 12), names)
    screen.put(Experiment(SPEC, CONFIG), data)
    screen.predicted()
    view = screen.workspace.grid.view
    assert view.cells.label[0] <= 96
    for label in range(3):
        for prediction in range(3):
            text, half = view._drawing.line(label, prediction)
            assert 2 * half <= view.cells.cell_width
            assert text.text()


# Hands


def test_a_click_chooses_the_image_under_the_pointer(screen: Screen) -> None:
    view = screen.workspace.grid.view
    for place in (0, 5, TESTS - 1):
        QTest.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=view.cells.frame(place).center().toPoint()
        )
        assert screen.model.selected == place
        assert screen.workspace.detail.title() == f"Test image {place}"
    below = QPoint(10, view.viewport().height() - 2)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=below)
    assert screen.model.selected == TESTS - 1


def test_keys_walk_through_the_images(screen: Screen) -> None:
    view, model = screen.workspace.grid.view, screen.model
    assert view.hasFocus()
    columns = view.cells.columns
    assert 2 < columns < TESTS
    key = Qt.Key
    for press, expected in (
        (key.Key_Right, 1),
        (key.Key_Down, 1 + columns),
        (key.Key_Left, columns),
        (key.Key_Up, 0),
        (key.Key_Up, 0),
        (key.Key_Left, 0),
        (key.Key_End, TESTS - 1),
        (key.Key_Right, TESTS - 1),
        (key.Key_Home, 0),
    ):
        QTest.keyClick(view, press)
        assert model.selected == expected, press


def test_a_page_is_what_can_be_seen_and_the_choice_stays_in_sight(screen: Screen) -> None:
    view, model = screen.workspace.grid.view, screen.model
    screen.workspace.resize(1000, 420)
    QApplication.processEvents()
    click(screen.workspace.grid.sizes["large"])
    view.setFocus()
    page = int(view.viewport().height() // view.cells.cell_height) * view.cells.columns
    assert 0 < page < TESTS - view.cells.columns
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert model.selected == page
    QTest.keyClick(view, Qt.Key.Key_End)
    assert TESTS - 1 in view.visible_places()
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()
    for width in (800, 1000):
        screen.workspace.resize(width, 420)
        QApplication.processEvents()
        assert TESTS - 1 in view.visible_places()
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    assert model.selected == TESTS - 1 - page
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.verticalScrollBar().value() == 0


def test_n_and_p_are_keys_where_korean_is_typed_as_well(screen: Screen) -> None:
    mistakes = screen.mistakes()
    screen.model.select(mistakes[0])
    for key, place in (("ㅜ", 1), ("ㅔ", 0)):
        QTest.simulateEvent(
            screen.workspace.grid.view, True, ord(key), Qt.KeyboardModifier.NoModifier, key, False
        )
        assert screen.model.selected == mistakes[place]
    # Where it could be composed, it would not be a key.
    assert not screen.workspace.grid.view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert not screen.workspace.grid.table.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_n_and_p_go_from_mistake_to_mistake_wherever_the_keys_are(screen: Screen) -> None:
    mistakes = screen.mistakes()
    screen.model.select(mistakes[0])
    QTest.keyClick(screen.workspace.grid.view, Qt.Key.Key_N)
    assert screen.model.selected == mistakes[1]
    screen.workspace.detail.image.setFocus()
    QTest.keyClick(screen.workspace.detail.image, Qt.Key.Key_N)
    assert screen.model.selected == mistakes[2]
    QTest.keyClick(screen.workspace.detail.image, Qt.Key.Key_P)
    assert screen.model.selected == mistakes[1]
    click(screen.workspace.grid.next)
    assert screen.model.selected == mistakes[2]
    click(screen.workspace.grid.previous)
    assert screen.model.selected == mistakes[1]


def test_the_wheel_scrolls(screen: Screen) -> None:
    screen.workspace.resize(1000, 420)
    click(screen.workspace.grid.sizes["large"])
    view = screen.workspace.grid.view
    place = QPointF(view.viewport().rect().center())
    for delta, grows in ((-120, True), (240, False)):
        before = view.verticalScrollBar().value()
        event = QWheelEvent(
            place,
            view.viewport().mapToGlobal(place),
            QPoint(),
            QPoint(0, delta),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(view.viewport(), event)
        assert (view.verticalScrollBar().value() > before) is grows


def test_a_tooltip_and_a_screen_reader_hear_the_whole(screen: Screen) -> None:
    view, model = screen.workspace.grid.view, screen.model
    wrong = screen.mistakes()[0]
    model.select(wrong)
    predictions = model.predictions
    assert predictions is not None
    sure = f"{100 * float(predictions.confidence[wrong]):.1f} % sure"
    assert view.accessibleDescription().startswith(f"Test image {wrong}: label ")
    assert f"✗, {sure}" in view.accessibleDescription()
    assert view.accessibleName() == f"Test images, {TESTS} images"
    point = view.cells.frame(wrong).center().toPoint()
    QApplication.sendEvent(
        view.viewport(), QHelpEvent(QEvent.Type.ToolTip, point, view.viewport().mapToGlobal(point))
    )
    assert QToolTip.text() == view.accessibleDescription()
    QToolTip.hideText()


# In its place


def test_nothing_matches_and_the_button_clears(screen: Screen) -> None:
    grid = screen.workspace.grid
    screen.model.set_filter(Filter(confidence=(2.0, 3.0)))
    assert not grid.view.isVisible()
    click(grid.empty.button)
    assert grid.view.isVisible()
    assert screen.model.filter == Filter()


def test_data_that_are_no_images_are_a_table(screen: Screen) -> None:
    screen.put(POINTS, points())
    screen.predicted()
    grid, data = screen.workspace.grid, screen.document.data
    assert data is not None
    assert data.test is not None
    assert not grid.view.isVisible()
    table = grid.table.model()
    assert table.rowCount() == 50
    assert [table.headerData(i, Qt.Orientation.Horizontal) for i in range(5)] == [
        "index",
        "x1",
        "x2",
        "label",
        "prediction",
    ]
    text = str(table.index(3, 1).data()).replace("−", "-")
    assert float(text) == pytest.approx(float(data.test.x[3, 0]), abs=1e-3)
    assert table.index(3, 3).data() in ("left", "right")
    grid.table.setFocus()
    QTest.keyClick(grid.table, Qt.Key.Key_Down)
    QTest.keyClick(grid.table, Qt.Key.Key_Down)
    assert screen.model.selected == 2
    assert screen.workspace.detail.title() == "Test example 2"
    screen.model.next_mistake()
    assert grid.table.currentIndex().row() == screen.model.selected


def test_a_regression_is_a_table_with_targets(screen: Screen) -> None:
    screen.put(REGRESSION, pair())
    table = screen.workspace.grid.table.model()
    headers = [table.headerData(i, Qt.Orientation.Horizontal) for i in range(table.columnCount())]
    assert headers == ["index", "x1", "x2", "x3", "x4", "y1", "y2"]
    assert table.index(0, 6).data() == "−1.5"
    assert "Target (0.5, −1.5)" in screen.workspace.detail.label.text()
    assert not screen.workspace.filter.labels.isVisible()


def test_without_data_it_says_why_and_leads_on(screen: Screen) -> None:
    screen.document.set_data(None)
    grid = screen.workspace.grid
    assert "being read" in grid.empty._title.text()
    assert not grid.empty.button.isVisible()
    screen.document.set_data(None, DataError("There is no folder {path}.", path="digits"))
    asked = []
    screen.workspace.train_asked.connect(lambda: asked.append(True))
    click(grid.empty.button)
    assert asked == [True]


def test_a_network_that_does_not_fit_is_said_with_the_way_out(screen: Screen) -> None:
    screen.document.edit_network(NetworkSpec(9, (LayerSpec("affine", CLASSES),)), "")
    message = screen.workspace.message
    assert "144" in message.text()
    assert "9" in message.text()
    asked = []
    screen.workspace.train_asked.connect(lambda: asked.append(True))
    click(message.action_button)
    click(screen.workspace.filter.network.button)
    assert asked == [True, True]
    screen.document.undo_stack.undo()
    assert not message.isVisible()


def test_images_of_another_size_and_floats_are_drawn(screen: Screen) -> None:
    rng = np.random.default_rng(4)
    split = Split(rng.random((30, 15), dtype=np.float32), rng.integers(0, 3, 30))
    data = DataSet("mnist", "Slices", split, split, CLASSES, (5, 3), tuple("abc"))
    screen.put(Experiment(NetworkSpec(15, (LayerSpec("affine", 3),)), CONFIG), data)
    screen.predicted()
    for button in screen.workspace.grid.sizes.values():
        click(button)
        screen.workspace.grab()
    screen.workspace.detail.image.setFocus()
    QTest.keyClick(screen.workspace.detail.image, Qt.Key.Key_Right)
    assert screen.workspace.detail.readout.text().startswith("row 2, column 1: 0.")


# Pages, language


def test_pages_stand_below_the_images_once_there_are_some(own: Screen) -> None:
    workspace = own.workspace
    height = workspace.grid.height()
    first, second = QLabel("1"), QLabel("2")
    workspace.add_page(first, lambda: ("One", "The first"))
    workspace.add_page(second, lambda: ("Two", "The second"))
    QApplication.processEvents()
    assert workspace.grid.height() < height
    assert first.isVisible()
    assert not second.isVisible()
    workspace.show_page(second)
    assert second.isVisible()
    assert workspace.pages.tabText(1) == "Two"
    assert workspace.pages.tabToolTip(1) == "The second"


def test_every_text_changes_with_the_language_and_nothing_is_cut(own: Screen, qapp: QApplication) -> None:
    translator = Doubled()
    workspace = own.workspace
    workspace.add_page(QWidget(), lambda: (QCoreApplication.translate("Any", "Page"), ""))
    own.model.set_filter(Filter(right=False))
    qapp.installTranslator(translator)
    try:
        settle()
        assert workspace.grid.title() == "Test images Test images"
        assert workspace.filter.verdict.chips[2].text() == "wrong ✗ wrong ✗"
        assert workspace.filter.sort.key.currentText() == "index index"
        assert workspace.detail.trace.text() == "Trace in the graph Trace in the graph"
        assert workspace.pages.tabText(0) == "Page Page"
        assert workspace.filter.verdict.chosen() == frozenset({2})
        for button in (workspace.detail.trace, workspace.detail.follow, workspace.filter.clear):
            assert button.width() >= button.sizeHint().width()
            assert button.geometry().right() <= button.parentWidget().width()
        network = workspace.filter.network
        assert network.name.height() >= network.name.heightForWidth(network.name.width())
    finally:
        qapp.removeTranslator(translator)
        QCoreApplication.sendPostedEvents()
    assert workspace.grid.title() == "Test images"
