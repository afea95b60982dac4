"""The tiles, the way into an experiment and back, by mouse and by keys; what is remembered and opened."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from gui.lab.table import EXPERIMENTS
from gui.look.theme import ThemeChoice
from gui.window.main_window import MainWindow
from tests.gui.hands import press_key
from tests.gui.lab.data import images
from tests.gui.lab.screen import Lab


def test_there_is_a_tile_for_each_experiment(lab: Lab) -> None:
    tiles = lab.workspace.tiles
    assert tiles.places() == len(EXPERIMENTS)
    for place, row in enumerate(EXPERIMENTS.values()):
        assert row.title in tiles.text_of(place)
        assert row.sentence in tiles.text_of(place)
        rect = tiles.place_rect(place)
        assert tiles.rect().contains(rect.toRect())
        assert rect.width() >= 200


def test_a_click_on_a_tile_opens_it_and_the_button_leads_back(lab: Lab) -> None:
    workspace = lab.workspace
    for place, word in enumerate(EXPERIMENTS):
        middle = workspace.tiles.place_rect(place).center().toPoint()
        QTest.mouseClick(workspace.tiles, Qt.MouseButton.LeftButton, pos=middle)
        assert workspace.open_word == word
        page = workspace.page(word)
        assert page.title.text() == EXPERIMENTS[word].title
        assert page.idea.text() == EXPERIMENTS[word].idea
        page.back_button.click()
        assert workspace.open_word == ""
        assert workspace.tiles.hasFocus()
        assert workspace.tiles.current == place


def test_enter_opens_and_escape_leads_back(lab: Lab) -> None:
    lab.workspace.tiles.setFocus()
    press_key(Qt.Key.Key_Home)
    press_key(Qt.Key.Key_Return)
    assert lab.workspace.open_word == next(iter(EXPERIMENTS))
    press_key(Qt.Key.Key_Escape)
    assert lab.workspace.open_word == ""


def test_the_picture_of_a_tile_follows_the_pointer(lab: Lab) -> None:
    tiles = lab.workspace.tiles
    for place in range(tiles.places()):
        rect = tiles.place_rect(place).toRect()
        seen = []
        for share in (0.05, 0.95):
            at = QPoint(round(rect.left() + share * rect.width()), rect.top() + 40)
            QTest.mouseMove(tiles, at)
            seen.append(tiles.grab(rect).toImage())
        assert seen[0] != seen[1], place


def test_every_tile_has_a_picture_in_both_themes(lab: Lab) -> None:
    tiles = lab.workspace.tiles
    choices: tuple[ThemeChoice, ...] = ("light", "dark")
    for choice in choices:
        lab.icons.theme.set_choice(choice)
        image = tiles.grab().toImage()
        for place in range(tiles.places()):
            rect = tiles.place_rect(place).toRect().adjusted(8, 8, -8, -60)
            colors = {
                QColor(image.pixel(x, y)).name()
                for x in range(rect.left(), rect.right(), 3)
                for y in range(rect.top(), rect.bottom(), 3)
            }
            assert len(colors) > 3, place


def setting(word: str) -> str:
    """A number that can be set in an experiment: its seed, or where it has none, x, a score or a
    bias."""
    return {"numdiff": "x", "descent": "x", "softmax": "s1", "perceptron": "b"}.get(word, "seed")


def test_what_was_set_is_remembered(lab: Lab) -> None:
    for word in EXPERIMENTS:
        lab.workspace.open_experiment(word).change(setting(word), 7)
        lab.workspace.show_tiles()
        assert json.loads(lab.kept[word])["state"][setting(word)] == 7
    other = lab.another()
    for word in EXPERIMENTS:
        assert other.page(word).state == lab.workspace.page(word).state


@pytest.mark.parametrize("damaged", ["{", "[]", '{"state": {"seed": -1}}', '{"state": {"seed": "x"}}', "7"])
def test_damaged_memory_is_a_first_time(lab: Lab, damaged: str) -> None:
    for word in EXPERIMENTS:
        lab.kept[word] = damaged
        page = lab.workspace.page(word)
        assert page.state == page.default, word


def test_an_experiment_is_saved_and_opens_again(lab: Lab, tmp_path: Path) -> None:
    for word in EXPERIMENTS:
        page = lab.workspace.open_experiment(word)
        page.change(setting(word), 9)
        file = tmp_path / "mine.json"
        page.save_state(file)
        assert lab.said[-1] == "Saved mine.json."
        page.reset()
        assert page.state == page.default
        lab.workspace.show_tiles()
        lab.workspace.open_file(file)
        assert lab.workspace.open_word == word
        assert getattr(page.state, setting(word)) == 9
        assert lab.said[-1] == "Opened mine.json."


OTHER_FILES = [
    ("", "not a saved experiment"),
    ("[1]", "not a saved experiment"),
    ("{}", "not a saved experiment"),
    ('{"format": "backprop-lab-experiment", "version": 2}', "newer version"),
    ('{"format": "backprop-lab-experiment", "version": 1, "experiment": "x"}', "no experiment “x”"),
    (
        '{"format": "backprop-lab-experiment", "version": 1, "experiment": "vanishing", '
        '"state": {"depth": 51}}',
        "from 1 to 50",
    ),
    (
        '{"format": "backprop-lab-experiment", "version": 1, "experiment": "vanishing", '
        '"state": {"nothing": 1}}',
        "damaged",
    ),
    (
        '{"format": "backprop-lab-experiment", "version": 1, "experiment": "vanishing", '
        '"state": {"activation": "softly"}}',
        "damaged",
    ),
]


def test_another_file_is_refused_with_a_sentence(lab: Lab, tmp_path: Path) -> None:
    for text, said in OTHER_FILES:
        file = tmp_path / "other.json"
        file.write_text(text, encoding="utf-8")
        lab.workspace.open_file(file)
        assert said in lab.workspace.bar.text()
        assert lab.workspace.open_word == ""


def test_a_file_that_is_not_there_or_not_text_is_refused(lab: Lab, tmp_path: Path) -> None:
    lab.workspace.open_file(tmp_path / "gone.json")
    assert "gone.json cannot be read" in lab.workspace.bar.text()
    (tmp_path / "bytes.json").write_bytes(b"\xff\xfe\x00")
    lab.workspace.open_file(tmp_path / "bytes.json")
    assert "not a saved experiment" in lab.workspace.bar.text()


def test_picture_and_numbers_are_copied_and_saved(lab: Lab, tmp_path: Path) -> None:
    for word in EXPERIMENTS:
        lab.document.set_data(images())
        page = lab.workspace.open_experiment(word)
        lab.rest()
        found = page.copied()
        assert found is not None
        assert found.hasImage()
        head, rows = page.table()
        assert found.text().splitlines()[0].split("\t") == head
        assert len(rows) > 0
        assert all(len(row) == len(head) for row in rows)
        for name in ("a.png", "a.svg"):
            page.save_picture(tmp_path / name)
            assert (tmp_path / name).stat().st_size > 1_000
        page.save_numbers(tmp_path / "a.csv")
        assert len((tmp_path / "a.csv").read_text(encoding="utf-8-sig").splitlines()) == len(rows) + 1


def test_a_dropped_experiment_opens_in_the_lab(window: MainWindow, tmp_path: Path) -> None:
    file = tmp_path / "mine.json"
    file.write_text("{}", encoding="utf-8")
    window.dropped.emit(str(file))
    assert window.current_workspace() == "lab"


def test_the_window_remembers_what_was_set(window: MainWindow) -> None:
    window.show_workspace("lab")
    workspace = window.workspace("lab")
    page = workspace.open_experiment("vanishing")  # type: ignore[attr-defined]
    page.change("depth", 3)
    window.show_workspace("graph")
    assert '"depth": 3' in window.settings.lab_state("vanishing")
