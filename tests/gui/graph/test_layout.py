"""The layout of small graphs, where everyone can say how it should look."""

from __future__ import annotations

import pytest

from core.graph.builder import GraphBuilder
from core.graph.compound import open_node
from core.graph.examples import EXAMPLES
from core.graph.expression import parse
from core.graph.graph import Graph
from gui.graph.layout.geometry import END, FrameSize, Layout, NodeSize
from gui.graph.layout.layers import columns, places
from gui.graph.layout.nesting import lay_out

PILL = NodeSize(80.0, 32.0, above=20.0, below=20.0, value=50.0)
CIRCLE = NodeSize(44.0, 44.0, above=22.0, below=22.0, value=50.0)


def drawn(graph: Graph, **others: NodeSize) -> Layout:
    """`graph` with all inputs as pills and all operations as circles, but for `others`."""
    sizes = {node.id: CIRCLE if node.operands else PILL for node in graph.nodes}
    sizes |= {END: NodeSize(40.0, 20.0)} | others
    frames = {name: FrameSize(90.0, 120.0) for name in graph.opened}
    return lay_out(graph, sizes, frames)


def example(name: str) -> Layout:
    return drawn(EXAMPLES[name].graph())


def lines(layout: Layout, *nodes: str) -> list[float]:
    return [layout.nodes[node].line for node in nodes]


def test_inputs_stand_in_the_order_of_the_expression() -> None:
    heights = lines(example("apple-orange"), "apple", "n_apple", "orange", "n_orange")
    assert heights == sorted(heights)
    assert len(set(heights)) == 4


def test_a_product_stands_between_its_factors() -> None:
    apple, n, product = lines(example("apple"), "apple", "n", "multiply1")
    assert product == pytest.approx((apple + n) / 2, abs=0.1)


def test_the_line_of_the_results_is_straight() -> None:
    layout = example("apple-orange")
    total, price, end = lines(layout, "add1", "price", END)
    assert price == pytest.approx(total, abs=0.1)
    assert end == price


def test_an_input_stands_just_before_its_use() -> None:
    layout = example("apple-orange")
    assert layout.nodes["tax"].layer == layout.nodes["price"].layer - 1
    assert layout.nodes["tax"].line > layout.nodes["add1"].line


def test_a_value_used_once_is_a_single_piece_without_a_dot() -> None:
    layout = example("apple")
    assert [len(layout.route("price", k)) for k in (0, 1)] == [1, 1]
    assert layout.dots == ()


def test_a_square_has_two_wires_that_part_at_a_dot() -> None:
    layout = drawn(parse("x = 3\ny = x * x"))
    first, second = layout.route("y", 0), layout.route("y", 1)
    assert first[0] == second[0], "they leave together"
    assert first[1] != second[1]
    (dot,) = layout.dots
    trunk = layout.pieces[first[0]]
    assert (dot.x, dot.y) == (trunk.x1, trunk.y1)
    upper, lower = layout.nodes["y"].ports
    assert upper.y < layout.nodes["y"].line < lower.y


def test_operands_keep_their_order_even_where_wires_cross_for_it() -> None:
    layout = drawn(parse("a = 1\nb = 2\nc = a + b\nd = b - a\ny = c * d"))
    a, b = lines(layout, "a", "b")
    assert a < b
    first, second = layout.nodes["d"].ports
    assert first.y < second.y
    assert layout.pieces[layout.ends["d", 0]].source == "b"
    assert layout.pieces[layout.ends["d", 0]].y1 == first.y


def test_wires_meet_a_circle_on_its_edge() -> None:
    place = example("add").nodes["z"]
    middle_x, middle_y = place.shape.x + 22.0, place.line
    for port in place.ports:
        assert (port.x - middle_x) ** 2 + (port.y - middle_y) ** 2 == pytest.approx(22.0**2)
        assert port.x < middle_x


def test_many_operands_make_a_shape_higher_with_a_place_for_each() -> None:
    builder = GraphBuilder()
    inputs = [builder.input(f"x{i}", 1.0) for i in range(12)]
    layout = drawn(builder.build(builder.apply("total", *inputs, name="y")))
    place = layout.nodes["y"]
    heights = [port.y for port in place.ports]
    assert place.shape.height > 150
    assert heights == sorted(heights)
    assert place.shape.y < heights[0]
    assert heights[-1] < place.shape.bottom


def test_numbers_before_a_node_get_their_room() -> None:
    graph = parse("x = 3\ny = x * x")
    wide = drawn(graph, y=CIRCLE._replace(lead=70.0, spacing=22.0))
    for number, port in enumerate(wide.nodes["y"].ports):
        piece = wide.pieces[wide.ends["y", number]]
        assert port.x - piece.xb >= 70.0, "the wire is level for so long"
    upper, lower = wide.nodes["y"].ports
    assert lower.y - upper.y == 22.0


def test_what_no_output_needs_stands_below() -> None:
    layout = drawn(parse("a = 1\nb = 2\nloose = exp(b)\ny = sin(a)"))
    assert layout.nodes["loose"].line > layout.nodes["y"].line
    assert layout.nodes["b"].line > layout.nodes["a"].line


def test_a_graph_of_one_input() -> None:
    layout = drawn(parse("x = 2"))
    assert layout.nodes[END].line == layout.nodes["x"].line
    assert layout.route(END, 0) == [0]


def test_the_same_graph_always_looks_the_same() -> None:
    assert example("neuron") == example("neuron")


@pytest.mark.parametrize(
    "text", ["y = x * x", "y = " + " + ".join("x" * 9), "a = b * c; y = exp(exp(a)) * b * a"]
)
def test_the_places_of_a_graph_are_counted_without_making_them(text: str) -> None:
    operands = parse(text).operand_indices
    assert places(operands) == len(columns(operands, 0).layer)


def test_a_long_chain_is_laid_out() -> None:
    builder = GraphBuilder()
    node = x = builder.input("x", 0.5)
    for _ in range(2_500):
        node = builder.apply("multiply", node, x)
    layout = drawn(builder.build(node))
    assert layout.nodes[node].layer == 2_500
    assert len(layout.route(node, 1)) > 2_250


class TestFrames:
    """An opened sigmoid in the middle of `exp(sigmoid(a * b)) + c`."""

    CLOSED = parse("a = 1\nb = 2\nc = 3\ns = sigmoid(a * b)\ny = exp(s) + c")
    OPENED = open_node(CLOSED, "s")

    def test_a_frame_begins_where_the_closed_node_did(self) -> None:
        before = drawn(self.CLOSED, s=CIRCLE._replace(width=90.0)).nodes["s"].shape
        assert drawn(self.OPENED).frames["s"].shape.x == before.x

    def test_parts_stand_inside_and_nothing_else(self) -> None:
        layout = drawn(self.OPENED)
        frame = layout.frames["s"].shape
        for name, place in layout.nodes.items():
            is_part = name == "s" or name.startswith("s/")
            assert place.frame == ("s" if is_part else "")
            assert frame.overlaps(place.shape) == is_part

    def test_what_is_left_of_it_stays(self) -> None:
        closed, opened = drawn(self.CLOSED, s=CIRCLE._replace(width=90.0)), drawn(self.OPENED)
        for name in ("a", "b", "multiply1"):
            assert opened.nodes[name].shape.x == closed.nodes[name].shape.x

    def test_its_value_stands_behind_the_frame(self) -> None:
        layout = drawn(self.OPENED)
        assert layout.nodes["s"].value.x == layout.frames["s"].shape.right

    def test_a_wire_leads_in_and_out_without_a_break(self) -> None:
        layout = drawn(self.OPENED)
        inward = [layout.pieces[piece] for piece in layout.route("s/negative", 0)]
        outward = [layout.pieces[piece] for piece in layout.route("exp1", 0)]
        frame = layout.frames["s"].shape
        assert {piece.source for piece in inward} == {"multiply1"}
        assert {piece.source for piece in outward} == {"s"}
        assert inward[0].x1 == frame.x == inward[1].x0
        assert outward[0].x1 == frame.right == outward[1].x0

    def test_closing_gives_the_first_picture_back(self) -> None:
        from core.graph.compound import close_node

        assert drawn(close_node(self.OPENED, "s")) == drawn(self.CLOSED)

    def test_a_frame_in_a_frame(self) -> None:
        graph = EXAMPLES["softmax-with-loss"].graph()
        graph = open_node(open_node(graph, "loss"), "loss/y")
        layout = drawn(graph)
        outer, inner = layout.frames["loss"], layout.frames["loss/y"]
        assert (outer.depth, outer.parent) == (0, "")
        assert (inner.depth, inner.parent) == (1, "loss")
        assert outer.shape.x < inner.shape.x
        assert inner.shape.right < outer.shape.right
        assert outer.shape.y < inner.shape.y
        assert inner.shape.bottom < outer.shape.bottom
        assert layout.nodes["loss/y/exp"].frame == "loss/y"
        assert layout.nodes["loss/log"].frame == "loss"

    def test_a_value_taken_twice_comes_in_once(self) -> None:
        graph = open_node(parse("x = [1, 2]\nloss = softmax_with_loss(x, x)"), "loss")
        layout = drawn(graph)
        edge = layout.frames["loss"].shape.x
        entering = [piece for piece in layout.pieces if piece.x1 == edge]
        assert len(entering) == 1
