"""The picture as it is stepped: what is seen at each step, and that going back takes back exactly that."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor

from core.graph.examples import EXAMPLES
from core.graph.expression import parse
from gui.graph.picture import GraphPicture
from gui.look.tokens import LIGHT
from tests.gui.graph.picture.screen import APPLE, diagram, numbers, onward, places, shown


def test_before_the_first_step_only_inputs_are_known(picture: GraphPicture) -> None:
    shown(picture, APPLE, 0)
    assert numbers(picture) == {("apple", "value"): 100, ("n", "value"): 2, ("tax", "value"): 1.1}


def test_a_step_adds_its_number_and_no_other(picture: GraphPicture) -> None:
    cursor = shown(picture, APPLE, 0)
    before = numbers(picture)
    picture.set_cursor(cursor.forward())
    assert numbers(picture) == before | {("multiply1", "value"): 200}


def test_the_end_has_every_value_and_gradient(picture: GraphPicture) -> None:
    shown(picture, APPLE)
    found = numbers(picture)
    assert found["price", "value"] == pytest.approx(220)
    gradients = {name: value for (name, part), value in found.items() if part == "gradient"}
    expected = {"apple": 2.2, "n": 110, "tax": 200, "multiply1": 1.1, "price": 1}
    assert gradients == pytest.approx(expected)


@pytest.mark.parametrize("name", ["apple-orange", "reused-value", "affine", "softmax-naive"])
def test_going_back_takes_back_exactly_what_came(picture: GraphPicture, name: str) -> None:
    """Stepping there and back, the picture is the one that was painted on the way, to the pixel."""
    cursor = shown(picture, EXAMPLES[name].graph(), 0)
    seen = [picture.image(1.0)]
    for following in onward(cursor):
        picture.set_cursor(following)
        seen.append(picture.image(1.0))
    for position in range(len(seen) - 1, -1, -1):
        picture.set_cursor(cursor.to(position))
        assert picture.image(1.0) == seen[position]
    assert len({image.constBits().tobytes() for image in seen}) == len(seen), "every step shows something"


def test_a_jump_shows_what_single_steps_show(picture: GraphPicture) -> None:
    cursor = shown(picture, EXAMPLES["neuron"].graph(), 0)
    for following in onward(cursor):
        picture.set_cursor(following)
    stepped = picture.image(1.0)
    picture.set_cursor(cursor)
    picture.set_cursor(cursor.end())
    assert picture.image(1.0) == stepped


@pytest.mark.parametrize("name", ["apple-orange", "three-layer", "softmax-naive", "xor-gates"])
def test_stepping_never_moves_a_node(picture: GraphPicture, name: str) -> None:
    cursor = shown(picture, EXAMPLES[name].graph(), 0)
    before = places(picture)
    for following in onward(cursor):
        picture.set_cursor(following)
        assert places(picture) == before


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_no_number_needs_more_room_than_it_has(picture: GraphPicture, name: str) -> None:
    """Nothing is painted outside the room of the item, so no label can meet another or a node."""
    shown(picture, EXAMPLES[name].graph())
    items = [*diagram(picture).numbers.values(), *diagram(picture).shares.values()]
    for item in items:
        if item.isVisible():
            ink = item.ink()
            assert item.room.contains(ink), (item.node, item.part, ink, item.room)
    boxes = [(item.node, item.ink()) for item in items if item.isVisible()]
    for number, (first, box) in enumerate(boxes):
        for second, other in boxes[number + 1 :]:
            assert not box.intersects(other), (first, second)
        for node in diagram(picture).nodes.values():
            assert not node.box.intersects(box), (first, node.node)


def test_a_thousand_nodes_change_only_what_a_step_changes(picture: GraphPicture) -> None:
    """What makes a step cheap: the items of all other nodes are not even asked to repaint."""
    cursor = shown(
        picture, parse("\n".join(["a0 = 0.1"] + [f"a{i} = sin(a{i - 1})" for i in range(1, 500)])), 100
    )
    changed = diagram(picture).show_cursor(cursor.forward(), stale=False, hidden=None)
    assert len(changed) <= 4


class TestLit:
    def test_a_forward_step_lights_its_node_and_its_operands_wires(self, picture: GraphPicture) -> None:
        shown(picture, APPLE, 1)
        lit = diagram(picture).lit
        assert (lit.node, lit.part) == ("multiply1", "value")
        assert set(lit.wires) == {("multiply1", 0), ("multiply1", 1)}
        assert _color_between(picture, "apple", "multiply1") == QColor(LIGHT.blue)

    def test_a_backward_step_is_vermilion(self, picture: GraphPicture) -> None:
        shown(picture, APPLE, 4)
        assert diagram(picture).lit.part == "gradient"
        assert _color_between(picture, "apple", "multiply1") == QColor(LIGHT.vermilion)

    def test_nothing_is_lit_at_the_start(self, picture: GraphPicture) -> None:
        cursor = shown(picture, APPLE, 1)
        picture.set_cursor(cursor.back())
        assert diagram(picture).lit.node == ""
        for source, target in (("apple", "multiply1"), ("multiply1", "price")):
            assert _color_between(picture, source, target).saturation() < 40, "grey"


def _color_between(picture: GraphPicture, source: str, target: str) -> QColor:
    """The colour of the wire's first pixels, painted."""
    piece = diagram(picture).layout.pieces[diagram(picture).layout.route(target, 0)[0]]
    assert piece.source == source
    image = picture.image(4.0)
    bounds = diagram(picture).sceneRect()
    at = (QPointF((piece.x0 + piece.xa) / 2, piece.y0) - bounds.topLeft()) * 4.0
    return image.pixelColor(round(at.x()), round(at.y()))


class TestFanOut:
    GRAPH = EXAMPLES["reused-value"].graph()

    def test_each_wire_carries_its_own_share_and_the_node_the_sum(self, picture: GraphPicture) -> None:
        shown(picture, self.GRAPH)
        shares = {
            key: float(item.value) for key, item in diagram(picture).shares.items() if item.value is not None
        }
        assert sorted(shares.values()) == [2.0, 2.0, 3.0]
        assert numbers(picture)["x", "gradient"] == sum(shares.values()) == 7.0

    def test_a_partial_sum_is_shown_on_the_way(self, picture: GraphPicture) -> None:
        cursor = shown(picture, self.GRAPH)
        picture.set_cursor(cursor.back())
        visible = [item for item in diagram(picture).shares.values() if item.isVisible()]
        assert numbers(picture)["x", "gradient"] == sum(
            float(item.value) for item in visible if item.value is not None
        )
        assert 0 < len(visible) < 3

    def test_a_value_used_once_has_no_number_of_its_own_on_the_wire(self, picture: GraphPicture) -> None:
        shown(picture, APPLE)
        assert diagram(picture).shares == {}
