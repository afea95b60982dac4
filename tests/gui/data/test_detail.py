"""The chosen image in detail: its pixels, its arrays, the network's prediction, and the ways on."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from core.inspection.predictions import Meaning
from core.inspection.shapes import ArrayFacts
from core.nn.network import Network
from gui.data.detail.bars import Outputs
from gui.data.detail.line import ValuesLine
from gui.language.numbers import number
from tests.gui.data.pages import SIDE, TESTS, forward
from tests.gui.data.screen import POINTS, Screen, click, points


def test_the_pixel_under_the_pointer_is_read(screen: Screen) -> None:
    detail, model = screen.workspace.detail, screen.model
    model.select(4)
    QTest.mouseMove(detail.image, detail.image.point_of(3, 7).toPoint())
    value = int(model.image(4)[3, 7])
    assert detail.readout.text() == f"row 3, column 7: {value} → {value / 255:.4f}"
    model.select(5)
    value = int(model.image(5)[3, 7])
    assert detail.readout.text() == f"row 3, column 7: {value} → {value / 255:.4f}"
    QTest.mouseMove(detail.image, QPoint(1, 1))
    assert detail.readout.text() == "Point at a pixel to read its value."


def test_the_pixel_is_chosen_by_keys_too(screen: Screen) -> None:
    image = screen.workspace.detail.image
    image.setFocus()
    QTest.keyClick(image, Qt.Key.Key_Left)
    assert image.pixel == (SIDE // 2, SIDE // 2)
    QTest.keyClick(image, Qt.Key.Key_Up)
    QTest.keyClick(image, Qt.Key.Key_Right)
    assert image.pixel == (SIDE // 2 - 1, SIDE // 2 + 1)
    for _ in range(2 * SIDE):
        QTest.keyClick(image, Qt.Key.Key_Down)
    assert image.pixel == (SIDE - 1, SIDE // 2 + 1)
    assert image.accessibleDescription() == screen.workspace.detail.readout.text()


def test_the_prediction_is_said_with_a_sign_and_bars(screen: Screen) -> None:
    detail, model = screen.workspace.detail, screen.model
    predictions = model.predictions
    assert predictions is not None
    wrong = screen.mistakes()[0]
    right = int(np.flatnonzero(predictions.right)[0])
    names = "abc"
    for index, sign in ((wrong, "✗"), (right, "✓")):
        model.select(index)
        label, prediction = int(predictions.labels[index]), int(predictions.predicted[index])
        assert detail.label.text() == f"Label {names[label]}, prediction"
        assert detail.prediction.text() == f"{names[prediction]} {sign}"
        assert detail.follow.isEnabled() is (index == wrong)
        data = screen.document.data
        assert data is not None
        assert data.test is not None
        assert model.network is not None
        shares = forward(dict(model.network.params), data.test.x[index])[0]
        for place, text in enumerate(detail.bars.texts()):
            mark = "✓" if place == label else "✗" if place == prediction else ""
            assert text == f"{names[place]}: {100 * shares[place]:.1f} % {mark}".rstrip()


def test_the_prediction_follows_the_network(screen: Screen) -> None:
    detail = screen.workspace.detail
    before = detail.bars.texts()
    screen.train()
    assert detail.bars.texts() != before


@pytest.mark.parametrize(
    ("meaning", "values", "texts", "lengths"),
    [
        ("probabilities", [0.25, 0.75], ["25.0 %", "75.0 %"], [0.25, 0.75]),
        ("scores", [-2.0, 1.0], ["−2", "1"], [1.0, 0.5]),
        ("probabilities", [np.nan, 1.0], ["NaN", "100.0 %"], [0.0, 1.0]),
        ("scores", [0.0, 0.0], ["0", "0"], [0.0, 0.0]),
    ],
)
def test_bars_of_any_outputs(
    meaning: Meaning, values: list[float], texts: list[str], lengths: list[float]
) -> None:
    outputs = Outputs(np.array(values, np.float32), meaning, ("a", "b"), label=0, prediction=1)
    assert [outputs.text(i) for i in outputs.lines()] == texts
    assert outputs.lengths().tolist() == lengths
    assert [outputs.sign(i) for i in (0, 1)] == ["✓", "✗"]


def test_the_switches_show_what_load_mnist_would_give(screen: Screen) -> None:
    detail, model = screen.workspace.detail, screen.model
    model.select(9)
    switches = detail.switches
    pixels, label = model.image(9), int(model.examples.t[9])
    size = SIDE * SIDE
    assert switches.inputs.text() == f"({size},) float32 · all ({TESTS}, {size})"
    assert switches.target.text() == f"() uint8 · all ({TESTS},)"
    assert switches.t_values.text() == str(label)
    QTest.mouseClick(switches.flatten, Qt.MouseButton.LeftButton, pos=QPoint(8, 12))
    assert switches.inputs.text() == f"(1, {SIDE}, {SIDE}) float32 · all ({TESTS}, 1, {SIDE}, {SIDE})"
    QTest.mouseClick(switches.normalize, Qt.MouseButton.LeftButton, pos=QPoint(8, 12))
    assert switches.inputs.text().startswith(f"(1, {SIDE}, {SIDE}) uint8")
    shown = switches.x_values.text().split(" …")[0].split()
    assert len(shown) >= 5
    assert shown == [str(int(value)) for value in pixels.reshape(-1)[: len(shown)]]
    switches.one_hot.setFocus()
    QTest.keyClick(switches.one_hot, Qt.Key.Key_Space)
    assert switches.target.text() == f"(3,) float32 · all ({TESTS}, 3)"
    assert switches.t_values.text().split() == ["1" if i == label else "0" for i in range(3)]


@pytest.mark.parametrize("width", [60, 150, 240, 281, 500])
def test_a_line_of_values_ends_in_a_whole_one(qtbot: QtBot, width: int) -> None:
    values = np.zeros((1, 28, 28), np.float32)
    values[0, 4, 17:] = (17 + np.arange(11)) / 255
    line = ValuesLine()
    qtbot.addWidget(line)
    line.resize(width, 40)
    line.set_array(ArrayFacts(values, (7, 1, 28, 28)))
    line.show()
    first, later = line.text().split("\n")
    assert first.endswith("0 …")
    start, numbers = later.split(": ")
    assert start == "from 129"
    assert numbers.endswith(" …")
    shown = numbers.removesuffix(" …").split("  ")
    exact = [number(float(value)) for value in values.reshape(-1)[129:]]
    assert shown == exact[: len(shown)]
    wider = later.replace(" …", "  " + exact[len(shown)] + " …")
    room, metrics = line.contentsRect().width(), line.fontMetrics()
    assert metrics.horizontalAdvance(first) <= room
    assert metrics.horizontalAdvance(wider) > room
    # One value stands even where it is cut; else there is room.
    assert len(shown) == 1 or metrics.horizontalAdvance(later) <= room
    line.resize(width + 100, 40)
    assert len(line.text()) > len(f"{first}\n{later}")


def test_a_line_of_few_values_is_whole(qtbot: QtBot) -> None:
    line = ValuesLine()
    qtbot.addWidget(line)
    line.resize(240, 40)
    line.show()
    line.set_array(ArrayFacts(np.eye(10, dtype=np.float32)[5], (7, 10)))
    assert line.text() == "0  0  0  0  0  1  0  0  0  0"


def test_the_graph_is_given_a_copy_of_the_network_the_image_and_the_label(screen: Screen) -> None:
    screen.model.select(12)
    click(screen.workspace.detail.trace)
    ((network, x, label, *place),) = screen.traced
    shown = screen.model.network
    assert shown is not None
    assert network is not shown
    np.testing.assert_array_equal(network.params.vector, shown.params.vector)
    np.testing.assert_allclose(x, screen.model.image(12).reshape(-1) / 255, rtol=1e-6)
    assert x.dtype == np.float32
    assert label == int(screen.model.examples.t[12])
    assert place == ["test", 12]


def test_a_mistake_is_followed_on_request(screen: Screen) -> None:
    asked: list[object] = []
    screen.workspace.follow_asked.connect(asked.append)
    wrong = screen.mistakes()[1]
    screen.model.select(wrong)
    click(screen.workspace.detail.follow)
    assert asked == [wrong]


def test_the_layers_show_what_the_network_computes(screen: Screen) -> None:
    detail, model = screen.workspace.detail, screen.model
    detail.pages.setCurrentIndex(1)
    network = model.network
    assert isinstance(network, Network)
    for index in (3, 8):
        model.select(index)
        x = model.image(index).reshape(-1) / 255.0
        hidden = x @ network.params["W1"].astype(np.float64) + network.params["b1"]
        layers = detail.inside.strips._layers
        assert [layer.name for layer in layers] == ["Affine 1", "ReLU 1", "Affine 2"]
        np.testing.assert_allclose(layers[0].values, hidden, rtol=1e-4, atol=1e-5)
        np.testing.assert_allclose(layers[1].values, np.maximum(hidden, 0), rtol=1e-4, atol=1e-5)
        strongest = int(np.argmax(np.maximum(hidden, 0)))
        assert detail.inside.units.text_of(0).startswith(f"unit {strongest}: ")
    detail.inside.grab()


def test_a_unit_is_read_under_the_pointer(screen: Screen) -> None:
    detail = screen.workspace.detail
    detail.pages.setCurrentIndex(1)
    QApplication.processEvents()
    strips = detail.inside.strips
    point = strips._strip(2).center().toPoint()
    found = strips.unit_at(point)
    assert found is not None
    layer, unit = found
    assert layer == 2
    QApplication.sendEvent(strips, QHelpEvent(QEvent.Type.ToolTip, point, strips.mapToGlobal(point)))
    assert QToolTip.text().startswith(f"Affine 2, unit {unit}: ")
    QToolTip.hideText()


def test_all_values_stand_in_a_window_that_follows_the_choice(own: Screen) -> None:
    detail, model = own.workspace.detail, own.model
    model.select(2)
    click(detail.values_button)
    window = detail.values_window
    assert window is not None
    assert window.isVisible()
    table = window.values
    assert (table.rowCount(), table.columnCount()) == (SIDE, SIDE)
    for index in (2, 6):
        model.select(index)
        shown = [[int(table.index(r, c).data()) for c in range(SIDE)] for r in range(SIDE)]
        assert shown == model.image(index).tolist()
        assert window.windowTitle() == f"Test image {index}"
    QTest.mouseClick(window.scaled, Qt.MouseButton.LeftButton, pos=QPoint(8, 12))
    value = float(model.image(6)[3, 4]) / 255
    assert float(table.index(3, 4).data()) == pytest.approx(value, abs=0.006)
    window.grab()
    own.document.set_data(None)
    assert table.rowCount() == 0
    window.close()


def test_points_have_no_pixels_and_no_switches(screen: Screen) -> None:
    screen.put(POINTS, points())
    screen.predicted()
    detail = screen.workspace.detail
    assert not detail.image.isVisible()
    assert not detail.values_button.isVisible()
    assert detail.readout.text().startswith("x = (")
    assert not detail.pages.isTabVisible(0)
    assert detail.inside.isVisible()
    assert not detail.inside.units.isVisible()
    click(detail.trace)
    assert screen.traced[0][1].shape == (2,)
