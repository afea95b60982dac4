"""The way into each experiment and back; what is remembered, saved and opened."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.nn.spec import LayerSpec, NetworkSpec
from gui.lab.table import EXPERIMENTS
from gui.lab.workspace import LabWorkspace
from tests.gui.lab.data import images
from tests.gui.lab.screen import Lab


@pytest.fixture(scope="module")
def made(lab: Lab) -> None:
    """The screens of all experiments, once seen."""
    lab.show()
    for word in EXPERIMENTS:
        lab.workspace.open_experiment(word)


@pytest.fixture
def workspace(lab: Lab, made: None) -> Iterator[LabWorkspace]:
    """The tiles in front, and every experiment in its first state."""
    for word in EXPERIMENTS:
        lab.workspace.page(word).reset()
    lab.kept.clear()
    lab.workspace.show_tiles()
    lab.show()
    yield lab.workspace
    lab.leave()


def test_a_click_on_a_tile_opens_it_and_the_button_leads_back(workspace: LabWorkspace) -> None:
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


def setting(word: str) -> str:
    """A number that can be set in an experiment: its seed, or where it has none, x, a score or a
    bias."""
    return {"numdiff": "x", "descent": "x", "softmax": "s1", "perceptron": "b"}.get(word, "seed")


def test_what_was_set_is_remembered(lab: Lab, workspace: LabWorkspace, own_lab: Lab) -> None:
    for word in EXPERIMENTS:
        workspace.open_experiment(word).change(setting(word), 7)
        workspace.show_tiles()
        assert json.loads(lab.kept[word])["state"][setting(word)] == 7
    own_lab.kept.update(lab.kept)
    for word in EXPERIMENTS:
        assert own_lab.workspace.page(word).state == workspace.page(word).state


DAMAGED = ["{", "[]", '{"state": {"seed": -1}}', '{"state": {"seed": "x"}}', "7"]


def test_damaged_memory_is_a_first_time(own_lab: Lab) -> None:
    for damaged in DAMAGED:
        own_lab.kept["batches"] = damaged
        page = own_lab.another().page("batches")
        assert page.state == page.default, damaged


def test_damaged_memory_is_a_first_time_of_every_experiment(own_lab: Lab) -> None:
    for word in EXPERIMENTS:
        own_lab.kept[word] = DAMAGED[2]
        page = own_lab.workspace.page(word)
        assert page.state == page.default, word


def test_an_experiment_is_saved_and_opens_again(lab: Lab, workspace: LabWorkspace, tmp_path: Path) -> None:
    for word in EXPERIMENTS:
        page = workspace.open_experiment(word)
        page.change(setting(word), 9)
        file = tmp_path / "mine.json"
        page.save_state(file)
        assert lab.said[-1] == "Saved mine.json."
        page.reset()
        assert page.state == page.default
        workspace.show_tiles()
        workspace.open_file(file)
        assert workspace.open_word == word
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


def test_another_file_is_refused_with_a_sentence(workspace: LabWorkspace, tmp_path: Path) -> None:
    for text, said in OTHER_FILES:
        file = tmp_path / "other.json"
        file.write_text(text, encoding="utf-8")
        workspace.open_file(file)
        assert said in workspace.bar.text()
        assert workspace.open_word == ""


def test_a_file_that_is_not_there_or_not_text_is_refused(workspace: LabWorkspace, tmp_path: Path) -> None:
    workspace.open_file(tmp_path / "gone.json")
    assert "gone.json cannot be read" in workspace.bar.text()
    (tmp_path / "bytes.json").write_bytes(b"\xff\xfe\x00")
    workspace.open_file(tmp_path / "bytes.json")
    assert "not a saved experiment" in workspace.bar.text()


SMALL: dict[str, dict[str, object]] = {
    "vanishing": {"depth": 2, "width": 10, "inputs": 20},
    "checking": {"subject": "table"},
    "landscape": {"width": 8, "updates": 60, "images": 100, "resolution": 15},
    "batches": {"timed": 1},
}
"""What is quickly computed, for a small network on the table."""


def test_picture_and_numbers_are_copied_and_saved(lab: Lab, workspace: LabWorkspace, tmp_path: Path) -> None:
    workspace.resize(952, 630)
    lab.document.set_data(images())
    lab.document.edit_network(NetworkSpec(36, (LayerSpec("affine", 4),)), "")
    for word in EXPERIMENTS:
        page = workspace.page(word)
        page.set_state(replace(page.state, **SMALL.get(word, {})))
        workspace.open_experiment(word)
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
