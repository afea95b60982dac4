"""The tiles of the Lab, and the way through them by keys."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from gui.lab.table import EXPERIMENTS
from gui.look.theme import ThemeChoice
from tests.gui.hands import press_key
from tests.gui.lab.screen import Lab


def test_there_is_a_tile_for_each_experiment(own_lab: Lab) -> None:
    own_lab.show()
    tiles = own_lab.workspace.tiles
    assert tiles.places() == len(EXPERIMENTS)
    for place, row in enumerate(EXPERIMENTS.values()):
        assert row.title in tiles.text_of(place)
        assert row.sentence in tiles.text_of(place)
        rect = tiles.place_rect(place)
        assert tiles.rect().contains(rect.toRect())
        assert rect.width() >= 200


def test_enter_opens_and_escape_leads_back(own_lab: Lab) -> None:
    own_lab.show()
    own_lab.workspace.tiles.setFocus()
    press_key(Qt.Key.Key_Home)
    press_key(Qt.Key.Key_Return)
    assert own_lab.workspace.open_word == next(iter(EXPERIMENTS))
    press_key(Qt.Key.Key_Escape)
    assert own_lab.workspace.open_word == ""


def test_the_picture_of_a_tile_follows_the_pointer(own_lab: Lab) -> None:
    own_lab.show()
    tiles = own_lab.workspace.tiles
    for place in range(tiles.places()):
        rect = tiles.place_rect(place).toRect()
        seen = []
        for share in (0.05, 0.95):
            at = QPoint(round(rect.left() + share * rect.width()), rect.top() + 40)
            QTest.mouseMove(tiles, at)
            seen.append(tiles.grab(rect).toImage())
        assert seen[0] != seen[1], place


def test_every_tile_has_a_picture_in_both_themes(own_lab: Lab) -> None:
    own_lab.show()
    tiles = own_lab.workspace.tiles
    choices: tuple[ThemeChoice, ...] = ("dark", "light")
    for choice in choices:
        own_lab.icons.theme.set_choice(choice)
        image = tiles.grab().toImage()
        for place in range(tiles.places()):
            rect = tiles.place_rect(place).toRect().adjusted(8, 8, -8, -60)
            colors = {
                QColor(image.pixel(x, y)).name()
                for x in range(rect.left(), rect.right(), 3)
                for y in range(rect.top(), rect.bottom(), 3)
            }
            assert len(colors) > 3, place
