"""The picture on screen: what is seen at each step, and that it goes both ways."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.graph.compound import close_node, open_node
from core.graph.cursor import Cursor
from core.graph.examples import EXAMPLES
from core.graph.expression import parse
from core.graph.graph import Graph
from core.graph.trace import trace_graph
from gui.graph.picture import GraphPicture
from gui.graph.picture.look import Key
from gui.graph.picture.scene import GraphScene
from gui.theme import DARK, LIGHT


@pytest.fixture
def picture(qtbot: QtBot) -> Iterator[GraphPicture]:
    picture = GraphPicture(LIGHT)
    qtbot.addWidget(picture)
    picture.resize(900, 500)
    picture.show()
    qtbot.waitExposed(picture)
    return picture


def shown(picture: GraphPicture, graph: Graph, position: int = -1) -> Cursor:
    """Show `graph` after so many steps; −1 is the end."""
    trace = trace_graph(graph)
    cursor = Cursor(trace, position if position >= 0 else len(trace.steps))
    picture.set_graph(graph, trace)
    picture.set_cursor(cursor)
    return cursor


def scene(picture: GraphPicture) -> GraphScene:
    assert picture.scene_now is not None
    return picture.scene_now


def numbers(picture: GraphPicture) -> dict[Key, float]:
    """Every number that is seen on a node's wire."""
    return {
        key: float(item.value)
        for key, item in scene(picture).numbers.items()
        if item.isVisible() and item.value is not None and not item.hidden
    }


def places(picture: GraphPicture) -> dict[str, QRectF]:
    return {name: item.box for name, item in scene(picture).nodes.items()}


APPLE = EXAMPLES["apple"].graph()


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
    for following in cursor.play():
        picture.set_cursor(following)
        seen.append(picture.image(1.0))
    for position in range(len(seen) - 1, -1, -1):
        picture.set_cursor(cursor.to(position))
        assert picture.image(1.0) == seen[position]
    assert len({image.constBits().tobytes() for image in seen}) == len(seen), "every step shows something"


def test_a_jump_shows_what_single_steps_show(picture: GraphPicture) -> None:
    cursor = shown(picture, EXAMPLES["neuron"].graph(), 0)
    for following in cursor.play():
        picture.set_cursor(following)
    stepped = picture.image(1.0)
    picture.set_cursor(cursor)
    picture.set_cursor(cursor.end())
    assert picture.image(1.0) == stepped


@pytest.mark.parametrize("name", ["apple-orange", "three-layer", "softmax-naive", "xor-gates"])
def test_stepping_never_moves_a_node(picture: GraphPicture, name: str) -> None:
    cursor = shown(picture, EXAMPLES[name].graph(), 0)
    before = places(picture)
    for following in cursor.play():
        picture.set_cursor(following)
        assert places(picture) == before


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_no_number_needs_more_room_than_it_has(picture: GraphPicture, name: str) -> None:
    """Nothing is painted outside the room of the item, so no label can meet another or a node."""
    shown(picture, EXAMPLES[name].graph())
    items = [*scene(picture).numbers.values(), *scene(picture).shares.values()]
    for item in items:
        if item.isVisible():
            ink = item.ink()
            assert item.room.contains(ink), (item.node, item.part, ink, item.room)
    boxes = [(item.node, item.ink()) for item in items if item.isVisible()]
    for number, (first, box) in enumerate(boxes):
        for second, other in boxes[number + 1 :]:
            assert not box.intersects(other), (first, second)
        for node in scene(picture).nodes.values():
            assert not node.box.intersects(box), (first, node.node)


class TestLit:
    def test_a_forward_step_lights_its_node_and_its_operands_wires(self, picture: GraphPicture) -> None:
        shown(picture, APPLE, 1)
        lit = scene(picture).lit
        assert (lit.node, lit.part) == ("multiply1", "value")
        assert set(lit.wires) == {("multiply1", 0), ("multiply1", 1)}
        assert _color_between(picture, "apple", "multiply1") == QColor(LIGHT.blue)

    def test_a_backward_step_is_vermilion(self, picture: GraphPicture) -> None:
        shown(picture, APPLE, 4)
        assert scene(picture).lit.part == "gradient"
        assert _color_between(picture, "apple", "multiply1") == QColor(LIGHT.vermilion)

    def test_nothing_is_lit_at_the_start(self, picture: GraphPicture) -> None:
        cursor = shown(picture, APPLE, 1)
        picture.set_cursor(cursor.back())
        assert scene(picture).lit.node == ""
        for source, target in (("apple", "multiply1"), ("multiply1", "price")):
            assert _color_between(picture, source, target).saturation() < 40, "grey"


def _color_between(picture: GraphPicture, source: str, target: str) -> QColor:
    """The colour of the wire's first pixels, painted."""
    piece = scene(picture).layout.pieces[scene(picture).layout.route(target, 0)[0]]
    assert piece.source == source
    image = picture.image(4.0)
    bounds = scene(picture).sceneRect()
    at = (QPointF((piece.x0 + piece.xa) / 2, piece.y0) - bounds.topLeft()) * 4.0
    return image.pixelColor(round(at.x()), round(at.y()))


class TestFanOut:
    GRAPH = EXAMPLES["reused-value"].graph()

    def test_each_wire_carries_its_own_share_and_the_node_the_sum(self, picture: GraphPicture) -> None:
        shown(picture, self.GRAPH)
        shares = {
            key: float(item.value) for key, item in scene(picture).shares.items() if item.value is not None
        }
        assert sorted(shares.values()) == [2.0, 2.0, 3.0]
        assert numbers(picture)["x", "gradient"] == sum(shares.values()) == 7.0

    def test_a_partial_sum_is_shown_on_the_way(self, picture: GraphPicture) -> None:
        cursor = shown(picture, self.GRAPH)
        picture.set_cursor(cursor.back())
        visible = [item for item in scene(picture).shares.values() if item.isVisible()]
        assert numbers(picture)["x", "gradient"] == sum(float(item.value) for item in visible)
        assert 0 < len(visible) < 3

    def test_a_value_used_once_has_no_number_of_its_own_on_the_wire(self, picture: GraphPicture) -> None:
        shown(picture, APPLE)
        assert scene(picture).shares == {}


class TestStaleAndQuiz:
    def test_stale_numbers_are_grey_and_still_there(self, picture: GraphPicture) -> None:
        shown(picture, APPLE)
        before = numbers(picture)
        assert _has_color(picture, LIGHT.blue)
        picture.set_stale(True)
        assert numbers(picture) == before
        assert not _has_color(picture, LIGHT.blue)
        picture.set_stale(False)
        assert _has_color(picture, LIGHT.blue)

    def test_a_hidden_number_is_told_nowhere(self, picture: GraphPicture) -> None:
        shown(picture, APPLE)
        picture.set_quiz(("multiply1", "value"))
        item = scene(picture).numbers["multiply1", "value"]
        place = picture.mapFromScene(item.ink().center())
        assert picture.tip_at(place) == ""
        line = picture.list.nodes.index(_row(picture, "multiply1")).data()
        assert "hidden" in line
        assert "200" not in line
        picture.set_quiz(None)
        assert "200" in picture.tip_at(picture.mapFromScene(item.ink().center()))

    def test_the_next_number_can_be_asked_for_before_it_is_known(self, picture: GraphPicture) -> None:
        shown(picture, APPLE, 0)
        picture.set_quiz(("multiply1", "value"))
        assert scene(picture).numbers["multiply1", "value"].isVisible()
        picture.set_quiz(None)
        assert not scene(picture).numbers["multiply1", "value"].isVisible()


def _has_color(picture: GraphPicture, name: str) -> bool:
    """Whether the picture has a pixel of exactly this colour."""
    image = picture.image(3.0).convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint32) & 0xFFFFFF
    return bool(np.any(pixels == (QColor(name).rgb() & 0xFFFFFF)))


def _row(picture: GraphPicture, node: str) -> int:
    return next(row for row, stop in enumerate(picture.list.nodes.stops) if stop.node == node)


class TestTrouble:
    def test_it_is_marked_from_the_step_on_in_which_it_begins(self, picture: GraphPicture) -> None:
        cursor = shown(picture, EXAMPLES["softmax-naive"].graph(), 0)
        node = scene(picture).nodes["exponentials"]
        assert node.trouble is None
        picture.set_cursor(cursor.forward())
        assert node.trouble is not None
        assert node.trouble_text == "∞"
        assert "larger than float64" in picture.tip_at(picture.mapFromScene(node.box.center()))

    def test_nan_goes_before_infinity(self, picture: GraphPicture) -> None:
        shown(picture, EXAMPLES["softmax-naive"].graph())
        assert scene(picture).nodes["y"].trouble_text == "NaN"

    def test_it_is_taken_back(self, picture: GraphPicture) -> None:
        cursor = shown(picture, EXAMPLES["softmax-naive"].graph())
        picture.set_cursor(cursor.start())
        assert all(node.trouble is None for node in scene(picture).nodes.values())


class TestOpening:
    GRAPH = EXAMPLES["neuron"].graph()

    def test_the_opened_node_stays_where_it_is_on_screen(self, picture: GraphPicture) -> None:
        picture.resize(1600, 500)
        shown(picture, self.GRAPH)
        picture.zoom(0.5)
        before = picture.mapFromScene(scene(picture).nodes["y"].box.topLeft()).x()
        shown(picture, open_node(self.GRAPH, "y"))
        frame = picture.mapFromScene(scene(picture).frames["y"].box.topLeft()).x()
        assert frame == pytest.approx(before, abs=2)

    def test_all_that_was_opened_is_in_view(self, picture: GraphPicture) -> None:
        shown(picture, self.GRAPH)
        picture.zoom(1.2)
        shown(picture, open_node(self.GRAPH, "y"))
        frame = picture.mapFromScene(scene(picture).frames["y"].box).boundingRect()
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
        assert scene(picture).nodes["y"].box.width() == scene(picture).nodes["y/add"].box.width()

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
        before, items = places(picture), scene(picture)
        shown(picture, APPLE.with_values({"apple": 120}))
        assert scene(picture) is items, "nothing had to be made anew"
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
        assert set(scene(picture).nodes) >= {"a", "b", "y"}

    def test_another_graph_is_shown_from_its_beginning(self, picture: GraphPicture) -> None:
        shown(picture, APPLE)
        picture.zoom(2.0)
        shown(picture, EXAMPLES["add"].graph())
        assert picture.is_fitted or picture.scale_now <= 1.4


class TestThemeAndLanguage:
    def test_other_colours_are_seen_at_once(self, picture: GraphPicture) -> None:
        shown(picture, APPLE)
        picture.set_colors(DARK)
        assert _has_color(picture, DARK.blue)
        assert not _has_color(picture, LIGHT.blue)
        grabbed = picture.grab().toImage()
        assert grabbed.pixelColor(5, 5) == QColor(DARK.surface)
        picture.set_colors(LIGHT)
        assert picture.grab().toImage().pixelColor(5, 5) == QColor(LIGHT.surface)

    def test_another_language_is_read_and_laid_out_anew(
        self, picture: GraphPicture, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        shown(picture, EXAMPLES["sigmoid"].graph())
        narrow = scene(picture).nodes["y"].box.width()
        from gui.graph.picture import face

        monkeypatch.setattr(face, "translate", lambda _context, text: f"Éin sehr langes Wort: {text}")
        QApplication.sendEvent(picture, QEvent(QEvent.Type.LanguageChange))
        node = scene(picture).nodes["y"]
        assert node.face.text.startswith("Éin")
        assert node.box.width() > narrow


class TestTakingItOut:
    def test_a_png_of_twice_the_size(self, picture: GraphPicture, tmp_path: Path) -> None:
        shown(picture, APPLE)
        picture.export_png(tmp_path / "apple.png")
        image = QImage(str(tmp_path / "apple.png"))
        bounds = scene(picture).sceneRect()
        assert (image.width(), image.height()) == (round(2 * bounds.width()), round(2 * bounds.height()))

    def test_an_svg_needs_no_font_and_looks_the_same(self, picture: GraphPicture, tmp_path: Path) -> None:
        shown(picture, EXAMPLES["affine"].graph())
        path = tmp_path / "affine.svg"
        picture.export_svg(path)
        text = path.read_text(encoding="utf-8")
        assert "<title>Y</title>" in text
        assert "<text" not in text
        assert "<image" not in text
        renderer = QSvgRenderer(str(path))
        assert renderer.isValid()
        bounds = scene(picture).sceneRect()
        assert renderer.viewBoxF().width() == pytest.approx(bounds.width(), abs=1)

    def test_handles_and_marks_are_not_part_of_it(self, picture: GraphPicture) -> None:
        shown(picture, EXAMPLES["sigmoid"].graph())
        before = picture.image(1.0)
        picture.select_node("y")
        assert picture.image(1.0) == before

    def test_zoomed_out_far_it_is_still_exported_whole(self, picture: GraphPicture) -> None:
        shown(picture, APPLE)
        before = picture.image(1.0)
        picture.zoom(0.1)
        assert picture.image(1.0) == before

    def test_on_the_clipboard(self, picture: GraphPicture) -> None:
        shown(picture, APPLE)
        picture.copy_image()
        assert QGuiApplication.clipboard().image().size() == picture.image().size()

    def test_what_cannot_be_written_is_an_oserror(self, picture: GraphPicture, tmp_path: Path) -> None:
        shown(picture, APPLE)
        for export in (picture.export_png, picture.export_svg):
            with pytest.raises(OSError, match="missing"):
                export(tmp_path / "missing" / "apple")

    def test_a_very_long_graph_fits_into_a_picture(self, picture: GraphPicture) -> None:
        statements = ["a0 = 0.1", *[f"a{i} = sin(a{i - 1})" for i in range(1, 300)]]
        shown(picture, parse("\n".join(statements)))
        image = picture.image(2.0)
        assert 10_000 < image.width() <= 16_000


def test_a_thousand_nodes_change_only_what_a_step_changes(picture: GraphPicture) -> None:
    """What makes a step cheap: the items of all other nodes are not even asked to repaint."""
    cursor = shown(
        picture, parse("\n".join(["a0 = 0.1"] + [f"a{i} = sin(a{i - 1})" for i in range(1, 500)])), 100
    )
    changed = scene(picture).show_cursor(cursor.forward(), stale=False, hidden=None)
    assert len(changed) <= 4


def test_escape_and_arrows_are_left_to_whoever_steps(picture: GraphPicture, qtbot: QtBot) -> None:
    shown(picture, APPLE, 0)
    middle = picture.middle
    picture.setFocus()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Space):
        qtbot.keyClick(picture.list, key)
    assert picture.middle == middle
    assert picture.selected_node() is None
