"""The picture with numbers that are stale, asked for, or in trouble, in other colours and languages."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from core.graph.examples import EXAMPLES
from gui.graph.picture import GraphPicture
from gui.look.tokens import DARK, LIGHT
from tests.gui.graph.picture.screen import APPLE, diagram, numbers, shown


class TestStaleAndQuiz:
    def test_stale_numbers_are_grey_and_still_there(self, picture: GraphPicture) -> None:
        cursor = shown(picture, APPLE)
        before = numbers(picture)
        assert _has_color(picture, LIGHT.blue)
        picture.set_cursor(cursor, stale=True)
        assert numbers(picture) == before
        assert not _has_color(picture, LIGHT.blue)
        picture.set_cursor(cursor)
        assert _has_color(picture, LIGHT.blue)

    def test_a_hidden_number_is_told_nowhere(self, picture: GraphPicture) -> None:
        cursor = shown(picture, APPLE)
        picture.set_cursor(cursor, hidden=("multiply1", "value"))
        item = diagram(picture).numbers["multiply1", "value"]
        place = picture.mapFromScene(item.ink().center())
        assert picture.tip_at(place) == ""
        line = picture.list.nodes.index(_row(picture, "multiply1")).data()
        assert "hidden" in line
        assert "200" not in line
        picture.set_cursor(cursor)
        assert "200" in picture.tip_at(picture.mapFromScene(item.ink().center()))

    def test_the_next_number_can_be_asked_for_before_it_is_known(self, picture: GraphPicture) -> None:
        cursor = shown(picture, APPLE, 0)
        picture.set_cursor(cursor, hidden=("multiply1", "value"))
        assert diagram(picture).numbers["multiply1", "value"].isVisible()
        picture.set_cursor(cursor)
        assert not diagram(picture).numbers["multiply1", "value"].isVisible()


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
        node = diagram(picture).nodes["exponentials"]
        assert node.trouble is None
        picture.set_cursor(cursor.forward())
        assert node.trouble is not None
        assert node.trouble_text == "∞"
        assert "larger than float64" in picture.tip_at(picture.mapFromScene(node.box.center()))

    def test_nan_goes_before_infinity(self, picture: GraphPicture) -> None:
        shown(picture, EXAMPLES["softmax-naive"].graph())
        assert diagram(picture).nodes["y"].trouble_text == "NaN"

    def test_it_is_taken_back(self, picture: GraphPicture) -> None:
        cursor = shown(picture, EXAMPLES["softmax-naive"].graph())
        picture.set_cursor(cursor.start())
        assert all(node.trouble is None for node in diagram(picture).nodes.values())


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
        narrow = diagram(picture).nodes["y"].box.width()
        from gui.graph.picture import face

        monkeypatch.setattr(face, "translate", lambda _context, text: f"Éin sehr langes Wort: {text}")
        QApplication.sendEvent(picture, QEvent(QEvent.Type.LanguageChange))
        node = diagram(picture).nodes["y"]
        assert node.face.text.startswith("Éin")
        assert node.box.width() > narrow
