"""Folders of IDX files as people have them: what an archive, a browser or another library has made of the
names."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.data import open_data_set, write_idx
from core.errors import DataError

KINDS = {
    "train-images": "idx3",
    "train-labels": "idx1",
    "t10k-images": "idx3",
    "t10k-labels": "idx1",
}


def arrays(seed: int = 0) -> dict[str, np.ndarray]:
    rng = np.random.default_rng(seed)
    made = {}
    for part, count in (("train", 12), ("t10k", 6)):
        made[f"{part}-images"] = rng.integers(0, 256, (count, 3, 2)).astype(np.uint8)
        made[f"{part}-labels"] = (np.arange(count) % 3).astype(np.uint8)
    return made


def write(folder: Path, pattern: str, seed: int = 0) -> None:
    """Four files; `pattern` is filled with stem, kind, part, what and rank."""
    for stem, array in arrays(seed).items():
        part, what = stem.split("-")
        test = "test" if part == "t10k" else part
        path = folder / pattern.format(
            stem=stem, kind=KINDS[stem], part=part, test=test, what=what, rank=KINDS[stem][-1]
        )
        path.parent.mkdir(parents=True, exist_ok=True)
        write_idx(path, array)


@pytest.mark.parametrize(
    "pattern",
    [
        "{stem}-{kind}-ubyte/{stem}-{kind}-ubyte",
        "{stem}.{kind}-ubyte/{stem}.{kind}-ubyte",
        "{stem}-{kind}-ubyte.gz/{stem}-{kind}-ubyte.gz",
        "emnist-digits-{stem}-{kind}-ubyte",
        "emnist-digits-{test}-{what}-{kind}-ubyte.gz",
        "{test}-{what}-{kind}-ubyte",
        "{stem}-{kind}-ubyte (1)",
        "{stem}-{kind}-ubyte(2).gz",
        "{stem}-{kind}-ubyte (1).gz",
        "{stem}-{kind}-ubyte copy",
        "{stem}.idx",
        "{stem}.bin",
        "{part}_{what}_idx{rank}_ubyte",
        "{part}_{what}.bin",
        "{stem}-{kind}-ubyte.idx",
        "MNIST/raw/{stem}-{kind}-ubyte",
        "data/MNIST/raw/{stem}-{kind}-ubyte",
    ],
)
def test_a_folder_that_people_have(tmp_path: Path, pattern: str) -> None:
    write(tmp_path / "digits", pattern)
    data = open_data_set(str(tmp_path / "digits"))
    assert data.test is not None
    np.testing.assert_array_equal(data.train.x, arrays()["train-images"].reshape(12, 6))
    np.testing.assert_array_equal(data.train.t, arrays()["train-labels"])
    np.testing.assert_array_equal(data.test.x, arrays()["t10k-images"].reshape(6, 6))


def test_good_files_beside_empty_folders_of_their_names(tmp_path: Path) -> None:
    write(tmp_path, "{stem}.{kind}-ubyte")
    for stem, kind in KINDS.items():
        (tmp_path / f"{stem}-{kind}-ubyte").mkdir()
    assert len(open_data_set(str(tmp_path)).train) == 12


def test_an_original_goes_before_its_copies(tmp_path: Path) -> None:
    write(tmp_path, "{stem}-{kind}-ubyte", seed=0)
    write(tmp_path, "{stem}-{kind}-ubyte (1)", seed=1)
    data = open_data_set(str(tmp_path))
    np.testing.assert_array_equal(data.train.x, arrays(0)["train-images"].reshape(12, 6))


def test_what_lies_nearer_goes_before_what_lies_deeper(tmp_path: Path) -> None:
    write(tmp_path, "{stem}-{kind}-ubyte", seed=0)
    write(tmp_path, "backup/{stem}-{kind}-ubyte", seed=1)
    data = open_data_set(str(tmp_path))
    np.testing.assert_array_equal(data.train.x, arrays(0)["train-images"].reshape(12, 6))


def test_several_data_sets_are_named_and_a_file_chooses_one(tmp_path: Path) -> None:
    write(tmp_path, "emnist-digits-{test}-{what}-{kind}-ubyte", seed=0)
    write(tmp_path, "emnist-letters-{test}-{what}-{kind}-ubyte", seed=1)
    with pytest.raises(DataError) as caught:
        open_data_set(str(tmp_path))
    assert str(caught.value) == (
        f"{tmp_path} holds several data sets: emnist-digits, emnist-letters. "
        "Choose one of the folders, or one of the files."
    )
    chosen = open_data_set(str(tmp_path / "emnist-letters-test-labels-idx1-ubyte"))
    np.testing.assert_array_equal(chosen.train.x, arrays(1)["train-images"].reshape(12, 6))


def test_several_folders_are_named(tmp_path: Path) -> None:
    write(tmp_path, "MNIST/raw/{stem}-{kind}-ubyte")
    write(tmp_path, "FashionMNIST/raw/{stem}-{kind}-ubyte")
    with pytest.raises(DataError, match=r"several data sets: FashionMNIST/raw, MNIST/raw\. Choose"):
        open_data_set(str(tmp_path))


def test_a_missing_file_of_a_family_is_named_as_the_others_are(tmp_path: Path) -> None:
    write(tmp_path, "emnist-digits-{test}-{what}-{kind}-ubyte")
    (tmp_path / "emnist-digits-train-labels-idx1-ubyte").unlink()
    with pytest.raises(DataError, match="There is no emnist-digits-train-labels-idx1-ubyte in"):
        open_data_set(str(tmp_path))


def test_a_folder_of_something_else(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("nothing")
    with pytest.raises(DataError, match=r"There are no data in .* that can be read. A data set is four IDX"):
        open_data_set(str(tmp_path))
