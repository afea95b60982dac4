"""The picture of a network that looks at a digit: readable in the room that the smallest window leaves."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.graph.examples import EXAMPLES
from core.graph.expression import parse
from core.graph.graph import Graph
from core.graph.network_graph import network_graph, two_layer_digit
from core.inspection.predictions import prediction
from gui.graph.picture import GraphPicture
from gui.graph.picture.arrays.bars import BarsItem
from gui.look.fonts import BODY
from gui.look.tokens import DARK, LIGHT
from tests.gui.graph.picture.screen import LEFT, at_number, diagram, onward, popup_of, shown

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)

NETWORK, X, T = two_layer_digit()
DIGIT = network_graph(NETWORK, X, T)
CARD = (716, 477)
"""What a window of 1366 × 768 leaves for the picture."""

CHAIN = parse("\n".join(["a0 = 0.1"] + [f"a{i} = sin(a{i - 1})" for i in range(1, 40)]))


def softmax_of(picture: GraphPicture) -> BarsItem:
    return diagram(picture).bars["loss"]


def in_view(picture: GraphPicture, box: QRectF) -> bool:
    return picture.mapToScene(picture.viewport().rect()).boundingRect().adjusted(-2, -2, 2, 2).contains(box)


def painted(picture: GraphPicture, box: QRectF) -> set[str]:
    """The colours of that part of the picture, three pixels for one."""
    image = picture.image(3.0).convertToFormat(QImage.Format.Format_RGB32)
    box.translate(-diagram(picture).sceneRect().topLeft())
    place = QRectF(box.topLeft() * 3.0, box.size() * 3.0).toAlignedRect()
    part = image.copy(place)
    return {part.pixelColor(x, y).name() for x in range(part.width()) for y in range(part.height())}


def test_the_whole_is_in_view_with_readable_texts(picture: GraphPicture) -> None:
    picture.window().resize(*CARD)
    shown(picture, DIGIT)
    assert in_view(picture, diagram(picture).sceneRect())
    assert picture.scale_now * BODY >= 11.0
    assert not picture.overview.isVisible()


def test_x_is_drawn_as_the_digit(picture: GraphPicture) -> None:
    """The colour of values stands where the image has ink, and only there, in 28 rows of 28."""
    shown(picture, DIGIT, 0)
    item = diagram(picture).numbers["x", "value"]
    assert item.value is not None
    matrix = item.kind.matrix(item.value, "value", picture.look)
    assert matrix.shape == (28, 28)
    ink = item.ink()
    cell = matrix.cell[0]
    image = picture.image(4.0)
    corner = (QPointF(ink.left(), ink.bottom() - matrix.height) - diagram(picture).sceneRect().topLeft()) * 4
    digit = X.reshape(28, 28)
    for row, column in ((7, 12), (0, 5), (20, 14)):
        at = corner + QPointF(column + 0.5, row + 0.5) * cell * 4
        blue = image.pixelColor(round(at.x()), round(at.y()))
        assert (blue.blue() - blue.red() > 60) is bool(digit[row, column] > 0.5), (row, column)


def test_the_bars_are_the_probabilities_with_the_label_marked(picture: GraphPicture) -> None:
    shown(picture, DIGIT)
    bars = softmax_of(picture).bars
    assert bars is not None
    assert bars.label == int(T[0])
    assert bars.shares == pytest.approx(tuple(prediction(NETWORK, X).outputs), rel=1e-5)
    place = picture.mapFromScene(softmax_of(picture).box.center())
    assert f"<b>{bars.label}" in picture.tip_at(place)


def test_the_bars_are_blank_until_the_softmax_is_computed(picture: GraphPicture) -> None:
    cursor = shown(picture, DIGIT, 3)
    assert not softmax_of(picture).isVisible()
    picture.set_cursor(cursor.forward())
    assert softmax_of(picture).isVisible()
    picture.set_cursor(cursor)
    assert not softmax_of(picture).isVisible()


def test_other_scores_are_other_bars(picture: GraphPicture) -> None:
    shown(picture, DIGIT)
    before = softmax_of(picture).bars
    shown(picture, DIGIT.with_values({"b2": np.arange(10.0)}))
    assert softmax_of(picture).bars != before


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_gradients_and_weights_have_neither_the_blue_nor_the_vermilion(
    picture: GraphPicture, tokens: object
) -> None:
    picture.set_colors(tokens)  # type: ignore[arg-type]
    shown(picture, DIGIT)
    for key in (("W2", "value"), ("Affine 1", "gradient")):
        item = diagram(picture).numbers[key]
        assert item.value is not None
        matrix = item.kind.matrix(item.value, item.part, picture.look)
        ink = item.ink()
        left = ink.right() - matrix.width if key[1] == "gradient" else ink.left()
        inside = QRectF(left, ink.bottom() - matrix.height, matrix.width, matrix.height).adjusted(
            2, 2, -2, -2
        )
        hues = {QColor(name).hsvHue() for name in painted(picture, inside) if QColor(name).saturation() > 90}
        assert hues
        for wrong in (QColor(picture.look.blue).hsvHue(), QColor(picture.look.vermilion).hsvHue()):
            assert all(abs(hue - wrong) > 12 for hue in hues), (key, hues)


def test_a_whole_matrix_says_what_its_colours_mean(picture: GraphPicture, qtbot: QtBot) -> None:
    shown(picture, DIGIT)
    qtbot.mouseClick(picture.viewport(), LEFT, pos=at_number(picture, "W2"))
    legends = [label.text() for label in popup_of(picture).findChildren(type(popup_of(picture).pointed))]
    assert any("above 0" in text and LIGHT.positive in text for text in legends)


@pytest.mark.parametrize("name", ["apple", "apple-orange"])
def test_a_small_graph_fills_the_width_of_its_place(picture: GraphPicture, name: str) -> None:
    picture.window().resize(*CARD)
    shown(picture, EXAMPLES[name].graph())
    wide = diagram(picture).sceneRect().width() * picture.scale_now
    assert wide > 0.95 * CARD[0]


def test_spreading_a_graph_keeps_its_places_while_compounds_open(picture: GraphPicture) -> None:
    from core.graph.compound import close_node, open_node

    graph = EXAMPLES["neuron"].graph()
    shown(picture, graph)
    before = diagram(picture).layout
    opened = open_node(graph, "y")
    shown(picture, opened)
    shown(picture, close_node(opened, "y"))
    assert diagram(picture).layout.nodes == before.nodes


class TestOverview:
    def test_it_is_there_while_a_part_is_not_in_view(self, picture: GraphPicture) -> None:
        shown(picture, CHAIN, 0)
        assert picture.overview.isVisible()
        picture.fit()
        assert not picture.overview.isVisible()
        picture.zoom(4.0)
        assert picture.overview.isVisible()

    def test_a_press_goes_there(self, picture: GraphPicture, qtbot: QtBot) -> None:
        shown(picture, CHAIN, 0)
        last = diagram(picture).nodes["a39"].box
        assert not in_view(picture, last)
        at = picture.overview.place_of(last.center()).toPoint()
        qtbot.mouseClick(picture.overview, Qt.MouseButton.LeftButton, pos=at)
        assert in_view(picture, last)
        assert picture.overview.frame.contains(picture.overview.place_of(last.center()))

    def test_its_frame_follows_the_step(self, picture: GraphPicture) -> None:
        cursor = shown(picture, CHAIN, 0)
        before = picture.overview.frame.left()
        picture.set_cursor(cursor.to(30))
        assert picture.overview.frame.left() > before

    def test_it_lies_over_the_node_of_the_step_in_no_corner(self, picture: GraphPicture) -> None:
        picture.window().resize(760, 330)
        cursor = shown(picture, CHAIN, 0)
        corners = set()
        for following in onward(cursor):
            picture.set_cursor(following)
            box = diagram(picture).nodes[diagram(picture).lit.node].box
            place = picture.mapFromScene(box).boundingRect()
            assert not picture.overview.geometry().intersects(place), following.position
            corners.add(picture.overview.pos().toTuple())
        picture.zoom(3.0)
        lit = diagram(picture).nodes[diagram(picture).lit.node].box
        for x, y in ((250.0, -110.0), (-250.0, -110.0), (250.0, 110.0)):
            picture.look_at(lit.center() - QPointF(x, y) / picture.scale_now)
            assert not picture.overview.geometry().intersects(picture.mapFromScene(lit).boundingRect())
            corners.add(picture.overview.pos().toTuple())
        assert len(corners) >= 2, "the corner is another one where the node is in it"

    def test_it_changes_with_theme_and_language(self, picture: GraphPicture, qapp: QApplication) -> None:
        shown(picture, CHAIN, 0)
        corner = picture.overview.grab().toImage().pixelColor(3, 3)
        assert corner == QColor(LIGHT.field)
        picture.set_colors(DARK)
        assert picture.overview.grab().toImage().pixelColor(3, 3) == QColor(DARK.field)
        qapp.sendEvent(picture, QEvent(QEvent.Type.LanguageChange))
        assert "whole graph" in picture.overview.toolTip()


@pytest.mark.parametrize("size", [CARD, (420, 260)])
def test_the_node_of_the_step_is_never_out_of_view(picture: GraphPicture, size: tuple[int, int]) -> None:
    """However the window and the view were moved before."""
    picture.window().resize(*size)
    cursor = shown(picture, DIGIT, 0)
    for following in onward(cursor):
        picture.pan(500.0, 300.0)
        picture.set_cursor(following)
        assert in_view(picture, diagram(picture).nodes[diagram(picture).lit.node].box)
    picture.window().resize(size[0] - 100, size[1])
    QApplication.processEvents()
    assert in_view(picture, diagram(picture).nodes[diagram(picture).lit.node].box)


def test_a_larger_view_shows_the_whole_again_after_steps(picture: GraphPicture) -> None:
    picture.window().resize(420, 260)
    cursor = shown(picture, DIGIT, 0)
    picture.set_cursor(cursor.to(4))
    assert not picture.is_fitted
    picture.window().resize(1400, 800)
    QApplication.processEvents()
    assert picture.is_fitted


def test_a_graph_without_digits_has_neither_image_nor_bars(picture: GraphPicture) -> None:
    graph: Graph = EXAMPLES["apple"].graph()
    shown(picture, graph)
    assert diagram(picture).bars == {}
    assert all(not item.kind.is_image for item in diagram(picture).numbers.values())
