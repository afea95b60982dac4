"""The picture when its graph changes: a node is opened or closed, a value edited, another graph shown."""

from __future__ import annotations

import pytest

from core.graph.compound import close_node, open_node
from core.graph.cursor import Cursor
from core.graph.examples import EXAMPLES
from core.graph.expression import parse
from core.graph.trace import trace_graph
from gui.graph.picture import GraphPicture
from tests.gui.graph.picture.screen import APPLE, diagram, numbers, places, shown


class TestOpening:
    GRAPH = EXAMPLES["neuron"].graph()

    def test_the_opened_node_stays_where_it_is_on_screen(self, picture: GraphPicture) -> None:
        picture.resize(1600, 500)
        shown(picture, self.GRAPH)
        picture.zoom(0.5)
        before = picture.mapFromScene(diagram(picture).nodes["y"].box.topLeft()).x()
        shown(picture, open_node(self.GRAPH, "y"))
        frame = picture.mapFromScene(diagram(picture).frames["y"].box.topLeft()).x()
        assert frame == pytest.approx(before, abs=2)

    def test_all_that_was_opened_is_in_view(self, picture: GraphPicture) -> None:
        shown(picture, self.GRAPH)
        picture.zoom(1.2)
        shown(picture, open_node(self.GRAPH, "y"))
        frame = picture.mapFromScene(diagram(picture).frames["y"].box).boundingRect()
        assert picture.viewport().rect().contains(frame)

    def test_what_is_left_of_it_stays_too(self, picture: GraphPicture) -> None:
        shown(picture, self.GRAPH)
        before = places(picture)
        shown(picture, open_node(self.GRAPH, "y"))
        after = places(picture)
        for name in ("w1", "x1", "multiply1", "z"):
            assert after[name].x() == before[name].x()

    def test_closing_brings_the_same_picture_back(self, picture: GraphPicture) -> None:
        shown(picture, self.GRAPH)
        before = picture.image(1.0)
        opened = open_node(self.GRAPH, "y")
        shown(picture, opened)
        assert picture.image(1.0).size() != before.size()
        shown(picture, close_node(opened, "y"))
        assert picture.image(1.0) == before

    def test_the_last_part_is_no_larger_than_the_others(self, picture: GraphPicture) -> None:
        shown(picture, self.GRAPH)
        shown(picture, open_node(self.GRAPH, "y"))
        assert diagram(picture).nodes["y"].box.width() == diagram(picture).nodes["y/add"].box.width()

    def test_the_mark_goes_over_to_what_is_left(self, picture: GraphPicture) -> None:
        opened = open_node(self.GRAPH, "y")
        shown(picture, opened)
        picture.select_node("y/exp")
        shown(picture, close_node(opened, "y"))
        assert picture.selected_node() is None
        picture.select_node("y")
        shown(picture, opened)
        assert picture.selected_node() == "y"


class TestEditing:
    def test_other_values_move_nothing_as_long_as_they_fit(self, picture: GraphPicture) -> None:
        shown(picture, APPLE)
        before, items = places(picture), diagram(picture)
        shown(picture, APPLE.with_values({"apple": 120}))
        assert diagram(picture) is items, "nothing had to be made anew"
        assert places(picture) == before
        assert numbers(picture)["price", "value"] == pytest.approx(264)

    def test_a_longer_number_gets_room_and_keeps_it(self, picture: GraphPicture) -> None:
        shown(picture, APPLE)
        shown(picture, APPLE.with_values({"apple": -1.2345e-123}))
        wide = places(picture)
        shown(picture, APPLE)
        assert places(picture) == wide

    def test_a_cursor_brings_its_graph_with_it(self, picture: GraphPicture) -> None:
        trace = trace_graph(APPLE)
        picture.set_cursor(Cursor(trace, len(trace.steps)))
        assert picture.graph is APPLE
        assert numbers(picture)["tax", "gradient"] == pytest.approx(200)

    def test_a_graph_without_values_is_drawn(self, picture: GraphPicture) -> None:
        picture.set_graph(parse("y = a * b + 1"))
        assert numbers(picture) == {}
        assert set(diagram(picture).nodes) >= {"a", "b", "y"}

    def test_another_graph_is_shown_from_its_beginning(self, picture: GraphPicture) -> None:
        shown(picture, APPLE)
        picture.zoom(2.0)
        shown(picture, EXAMPLES["add"].graph())
        assert picture.is_fitted or picture.scale_now <= 1.4
