"""Folders with one subfolder of pictures for each class."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from adapters.data_sets import open_data_set
from core import data as core_data
from core.data import Reading
from core.errors import DataError

RNG = np.random.default_rng(0)


def save(path: Path, shape: tuple[int, ...] = (8, 6)) -> NDArray[np.uint8]:
    path.parent.mkdir(parents=True, exist_ok=True)
    pixels = RNG.integers(0, 256, shape).astype(np.uint8)
    Image.fromarray(pixels).save(path)
    return pixels


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Six pictures of each of two classes."""
    for name in ("cat", "dog"):
        for place in range(6):
            save(tmp_path / "animals" / name / f"{place}.png")
    return tmp_path / "animals"


def said(folder: Path, reading: Reading | None = None) -> list[str]:
    data = open_data_set(str(folder), 0, reading)
    return [str(finding).replace(str(folder), "FOLDER") for finding in data.findings]


def test_subfolders_are_classes(folder: Path) -> None:
    data = open_data_set(str(folder))
    assert data.test is not None
    assert (data.title, data.class_names, data.image_shape) == ("animals", ("cat", "dog"), (8, 6))
    assert (len(data.train), len(data.test)) == (10, 2)
    cats = {np.asarray(Image.open(path)).tobytes() for path in (folder / "cat").iterdir()}
    for split in (data.train, data.test):
        assert [row.tobytes() in cats for row in split.x] == (split.t == 0).tolist()
    assert said(folder) == [
        "The pictures were made grey. All have 6 × 8 pixels.",
        "There is no test set: one sixth, 2 of 12 examples, is kept for the test. It is drawn with a fixed "
        "seed, so it is the same each time.",
    ]


def test_numbers_are_sorted_as_numbers(tmp_path: Path) -> None:
    for label in range(11):
        save(tmp_path / str(label) / "a.png")
    assert open_data_set(str(tmp_path)).class_names == tuple(map(str, range(11)))


def test_training_and_test_folders(tmp_path: Path) -> None:
    for part, count in (("train", 3), ("test", 2)):
        for name in ("cat", "dog"):
            for place in range(count):
                save(tmp_path / part / name / f"{place}.png")
    data = open_data_set(str(tmp_path))
    assert data.test is not None
    assert (len(data.train), len(data.test), data.class_names) == (6, 4, ("cat", "dog"))


def test_several_sizes_and_colours(folder: Path) -> None:
    save(folder / "cat" / "wide.jpg", (20, 30, 3))
    save(folder / "dog" / "transparent.png", (8, 6, 4))
    assert open_data_set(str(folder)).image_shape == (8, 6)
    assert said(folder)[0] == (
        "The pictures were made grey, and 1 of 14 were scaled to 6 × 8: all must have one size, and 64 "
        "pixels a side at most."
    )


def test_large_pictures_are_reduced_in_proportion(tmp_path: Path) -> None:
    for name in ("cat", "dog"):
        save(tmp_path / name / "a.png", (200, 400))
    assert open_data_set(str(tmp_path)).image_shape == (32, 64)
    assert "2 of 2 were scaled to 64 × 32" in said(tmp_path)[0]


def test_links_hidden_files_and_other_files_are_left_out(folder: Path) -> None:
    save(folder / ".thumbnails" / "a.png")
    (folder / "cat" / ".DS_Store").write_bytes(b"\0\1")
    (folder / "cat" / "notes.txt").write_text("not a picture")
    (folder / "dog" / "link.png").symlink_to(folder / "cat" / "0.png")
    (folder / "again").symlink_to(folder, target_is_directory=True)
    assert open_data_set(str(folder)).class_names == ("cat", "dog")
    assert said(folder)[1] == "Links, hidden files and what is not a picture were left out: 5 in all."


def test_a_broken_picture_is_named_and_left_out_on_demand(folder: Path) -> None:
    (folder / "dog" / "3.png").write_bytes(b"\x89PNG\r\n\x1a\n and then nothing")
    with pytest.raises(DataError) as caught:
        open_data_set(str(folder))
    assert str(caught.value).startswith("A picture of the class “dog” cannot be read. “3.png” cannot be read")
    assert caught.value.fields["path"] == str(folder / "dog" / "3.png")
    assert caught.value.fields["remedy"] == {"leaves_out_broken": True}
    kept = Reading(leaves_out_broken=True)
    data = open_data_set(str(folder), 0, kept)
    assert len(data.train) + len(data.test or ()) == 11
    assert "Pictures that cannot be read were left out (1): dog/3.png." in said(folder, kept)


def test_something_that_is_no_raster_is_refused_by_its_first_bytes(folder: Path) -> None:
    (folder / "dog" / "3.png").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    with pytest.raises(DataError, match=r"“3.png” is in the format SVG"):
        open_data_set(str(folder))


def test_the_engine_alone_says_who_reads_pictures(folder: Path) -> None:
    with pytest.raises(DataError, match=r"open it with adapters\.data_sets\.open_data_set"):
        core_data.open_data_set(folder)


def test_more_pictures_than_the_memory_that_is_given(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.data.files.MAX_BYTES", 500)
    with pytest.raises(DataError, match="would take about"):
        open_data_set(str(folder))


def test_it_can_be_stopped_at_each_picture(folder: Path) -> None:
    steps = core_data.opening_data_set(
        folder, 0, Reading(), core_data.Pictures(lambda _: NotImplemented, lambda image, _: image)
    )
    assert next(steps) == (0, 12)
    steps.close()
