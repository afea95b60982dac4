"""Data sets by name and by folder, and the sentence for each way in which a folder is none."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.data import DATA_SET_NAMES, DataSet, open_data_set, write_idx
from core.errors import DataError

NAMES = {
    "train-images": "train-images-idx3-ubyte",
    "train-labels": "train-labels-idx1-ubyte",
    "t10k-images": "t10k-images-idx3-ubyte",
    "t10k-labels": "t10k-labels-idx1-ubyte",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Six training and four test images of 3×2 pixels, of three classes."""
    folder = tmp_path / "letters"
    folder.mkdir()
    rng = np.random.default_rng(0)
    for part, count in (("train", 6), ("t10k", 4)):
        write_idx(folder / NAMES[f"{part}-images"], rng.integers(0, 256, (count, 3, 2)).astype(np.uint8))
        write_idx(folder / NAMES[f"{part}-labels"], (np.arange(count) % 3).astype(np.uint8))
    return folder


def test_a_folder_of_any_image_size_and_class_count(folder: Path) -> None:
    data = open_data_set(folder)
    assert (data.name, data.title) == (str(folder), "letters")
    assert (data.input_size, data.classes, data.image_shape) == (6, 3, (3, 2))
    assert data.class_names == ("0", "1", "2")
    assert data.test is not None
    assert (len(data.train), len(data.test)) == (6, 4)
    assert data.train.t.dtype == np.intp
    assert data.train.t.tolist() == [0, 1, 2, 0, 1, 2]
    assert data.is_classification
    assert open_data_set(data.name).title == "letters"


def test_a_class_that_only_the_test_set_has_counts(folder: Path) -> None:
    write_idx(folder / NAMES["t10k-labels"], np.array([0, 1, 2, 300], np.int32))
    data = open_data_set(folder)
    assert data.classes == 301
    assert len(data.class_names) == 301


@pytest.mark.parametrize(
    "usual",
    [
        "{}-idx{}-ubyte.gz",
        "{}.idx{}-ubyte",
        "{}.idx{}-ubyte.gz",
        "{}-idx{}.ubyte",
        "{}.idx{}",
        "{}",
        "{}.gz",
    ],
)
def test_the_usual_names(folder: Path, usual: str) -> None:
    expected = open_data_set(folder)
    for stem, old in NAMES.items():
        new = folder / usual.format(stem, 3 if "images" in stem else 1)
        from_disk = folder / old
        new.write_bytes(from_disk.read_bytes())
        from_disk.unlink()
    data = open_data_set(str(folder))
    np.testing.assert_array_equal(data.train.x, expected.train.x)


def test_of_a_plain_file_and_a_gzipped_one_the_plain_one_is_read(folder: Path) -> None:
    (folder / "train-images-idx3-ubyte.gz").write_bytes(b"not read")
    (folder / "train-images-idx3-ubyte.txt").write_bytes(b"not read")
    assert len(open_data_set(folder).train) == 6


def test_a_folder_named_like_a_data_set(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.rename(folder.with_name("xor"))
    monkeypatch.chdir(folder.parent)
    assert open_data_set("xor").input_size == 2
    assert open_data_set("./xor").input_size == 6


def fault(source: str | Path) -> str:
    with pytest.raises(DataError) as caught:
        open_data_set(source)
    sentence = str(caught.value)
    assert str(caught.value.fields["path"]) in sentence
    return sentence


def fault_below(folder: Path) -> str:
    """The sentence, with the folder's own path cut out of it."""
    return fault(folder).replace(str(folder), "FOLDER").replace("FOLDER\\", "FOLDER/")


@pytest.mark.parametrize("stem", NAMES)
def test_a_missing_file(folder: Path, stem: str) -> None:
    (folder / NAMES[stem]).unlink()
    assert fault_below(folder) == (
        f"There is no {NAMES[stem]} in FOLDER, gzipped or not. A data set is four files: train-images, "
        "train-labels, t10k-images and t10k-labels, each with the ending -idx3-ubyte or -idx1-ubyte."
    )


def test_a_fault_inside_a_file_names_the_file(folder: Path) -> None:
    (folder / NAMES["t10k-images"]).write_bytes(b"PNG")
    assert fault_below(folder).startswith("FOLDER/t10k-images-idx3-ubyte is not an IDX file")


def exchange(folder: Path, one: str, other: str) -> None:
    first, second = folder / NAMES[one], folder / NAMES[other]
    content = first.read_bytes()
    first.write_bytes(second.read_bytes())
    second.write_bytes(content)


@pytest.mark.parametrize("part", ["train", "t10k"])
def test_images_and_labels_exchanged(folder: Path, part: str) -> None:
    exchange(folder, f"{part}-images", f"{part}-labels")
    sentence = fault_below(folder)
    assert f"{part}-labels-idx1-ubyte holds an array of 3 dimensions" in sentence
    assert "Check that two files were not exchanged or renamed." in sentence


def test_labels_that_do_not_match_in_number(folder: Path) -> None:
    exchange(folder, "train-labels", "t10k-labels")
    assert fault_below(folder) == (
        "FOLDER/train-labels-idx1-ubyte has 4 labels, but FOLDER/train-images-idx3-ubyte has 6 images: there "
        "must be one for each. Take both files from the same data set."
    )


def test_training_and_test_images_of_different_sizes(folder: Path) -> None:
    write_idx(folder / NAMES["t10k-images"], np.zeros((4, 2, 3), np.uint8))
    assert fault_below(folder) == (
        "The images in FOLDER/t10k-images-idx3-ubyte are 2 × 3, those in FOLDER/train-images-idx3-ubyte are "
        "3 × 2: training and test images must have the same size. Take both from the same data set."
    )


@pytest.mark.parametrize("shape", [(0, 3, 2), (4, 0, 2)])
def test_an_empty_set(folder: Path, shape: tuple[int, ...]) -> None:
    write_idx(folder / NAMES["t10k-images"], np.zeros(shape, np.uint8))
    write_idx(folder / NAMES["t10k-labels"], np.zeros(shape[0], np.uint8))
    sentence = fault_below(folder)
    assert "t10k-images-idx3-ubyte is empty" in sentence
    assert "there must be at least one image of one pixel" in sentence


def test_images_that_are_no_bytes(folder: Path) -> None:
    write_idx(folder / NAMES["train-images"], np.zeros((6, 3, 2), np.float32))
    sentence = fault_below(folder)
    assert "train-images-idx3-ubyte holds numbers of type float32, but images are unsigned bytes" in sentence


def test_labels_that_are_no_whole_numbers(folder: Path) -> None:
    write_idx(folder / NAMES["train-labels"], np.zeros(6, np.float64))
    sentence = fault_below(folder)
    assert "train-labels-idx1-ubyte holds numbers of type float64, but labels are whole numbers" in sentence


@pytest.mark.parametrize(("label", "dtype"), [(-1, np.int8), (65_536, np.int32)])
def test_labels_out_of_range(folder: Path, label: int, dtype: type[np.signedinteger]) -> None:
    write_idx(folder / NAMES["t10k-labels"], np.array([0, 1, label, label], dtype))
    sentence = fault_below(folder)
    assert sentence == (
        f"Label 2 of FOLDER/t10k-labels-idx1-ubyte is {label}, but labels are whole numbers from 0 to "
        "65,535: number the classes 0, 1, 2, …."
    )


def test_braces_in_a_path_are_only_braces(tmp_path: Path) -> None:
    folder = tmp_path / "{path} {0} {"
    assert fault(folder) == f"There is no folder {folder}. Check the name."


def test_no_such_folder(tmp_path: Path) -> None:
    assert fault(tmp_path / "digits") == f"There is no folder {tmp_path / 'digits'}. Check the name."


def test_one_of_the_files_stands_for_its_folder(folder: Path) -> None:
    data, chosen = open_data_set(folder), open_data_set(folder / NAMES["t10k-labels"])
    np.testing.assert_array_equal(data.train.x, chosen.train.x)


def test_a_folder_that_may_not_be_listed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert fault_below(folder).startswith("The folder FOLDER may not be read (Permission denied).")


@pytest.mark.parametrize(("typed", "meant"), [("minst", "mnist"), ("MNIST", "mnist"), ("spiral", "spirals")])
def test_an_unknown_name_that_comes_near(typed: str, meant: str) -> None:
    assert fault(typed) == (
        f"There is no data set “{typed}”. Did you mean “{meant}”? "
        "A folder with the four IDX files is a data set, too."
    )


@pytest.mark.parametrize("typed", ["imagenet-21k", "", "q" * 5_000])
def test_an_unknown_name(typed: str) -> None:
    sentence = fault(typed)
    assert sentence.startswith(f"There is no data set “{typed}”.")
    for name in DATA_SET_NAMES:
        assert name in sentence


@pytest.mark.parametrize("name", DATA_SET_NAMES[1:])
def test_a_name_opens_the_set_of_that_name(name: str) -> None:
    data: DataSet = open_data_set(name)
    assert data.name == name
