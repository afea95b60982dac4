"""Data sets in `.npz` files: as Keras has them, as others write them, and what is refused."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.data import files, npz, open_data_set
from core.data.idx import read_idx, write_idx
from core.errors import DataError

RNG = np.random.default_rng(0)
IMAGES = RNG.integers(0, 256, (12, 8, 8)).astype(np.uint8)
LABELS = np.arange(12) % 3


def saved(tmp_path: Path, **given: Any) -> str:
    path = tmp_path / "mine.npz"
    np.savez(path, **given)
    return str(path)


def fault(path: str) -> str:
    with pytest.raises(DataError) as caught:
        open_data_set(path)
    assert caught.value.fields["path"] == path
    return str(caught.value).replace(path, "FILE")


def test_as_keras_has_it(tmp_path: Path) -> None:
    data = open_data_set(
        saved(tmp_path, x_train=IMAGES, y_train=LABELS, x_test=IMAGES[:4] ^ 255, y_test=LABELS[:4])
    )
    assert (data.title, data.classes, data.image_shape) == ("mine.npz", 3, (8, 8))
    assert data.test is not None
    np.testing.assert_array_equal(data.train.x, IMAGES.reshape(12, 64))
    np.testing.assert_array_equal(data.test.x, IMAGES[:4].reshape(4, 64) ^ 255)
    assert data.train.t.tolist() == LABELS.tolist()
    assert data.findings == ()


@pytest.mark.parametrize(
    "names",
    [
        ("train_images", "train_labels", "test_images", "test_labels"),
        ("X_train", "T_train", "X_test", "T_test"),
        ("trainX", "trainY", "testX", "testY"),
    ],
)
def test_other_names(tmp_path: Path, names: tuple[str, ...]) -> None:
    values = (IMAGES, LABELS[:, np.newaxis], IMAGES[:4], LABELS[:4])
    data = open_data_set(saved(tmp_path, **dict(zip(names, values, strict=True))))
    assert data.test is not None
    assert (len(data.train), len(data.test)) == (12, 4)
    assert data.train.t.tolist() == LABELS.tolist()


def test_packed_and_without_a_test_set(tmp_path: Path) -> None:
    path = tmp_path / "mine.npz"
    np.savez_compressed(path, x=IMAGES, y=np.eye(3)[LABELS])
    data = open_data_set(str(path))
    assert data.test is not None
    assert (len(data.train), len(data.test)) == (10, 2)
    assert "one sixth, 2 of 12 examples" in str(data.findings[0])


@pytest.mark.parametrize("shape", [(12, 8, 8, 1), (12, 1, 8, 8), (12, 64)])
def test_shapes_of_images(tmp_path: Path, shape: tuple[int, ...]) -> None:
    data = open_data_set(saved(tmp_path, x_train=IMAGES.reshape(shape), y_train=LABELS))
    assert data.image_shape == (8, 8)
    assert data.input_size == 64


def test_pixels_from_0_to_1_become_bytes(tmp_path: Path) -> None:
    data = open_data_set(
        saved(tmp_path, x_train=IMAGES / 255, y_train=LABELS, x_test=IMAGES / 255, y_test=LABELS)
    )
    np.testing.assert_array_equal(data.train.x, IMAGES.reshape(12, 64))
    assert "from 0 to 1" in str(data.findings[0])


def test_colours_become_grey(tmp_path: Path) -> None:
    colours = np.zeros((6, 4, 4, 3), np.uint8)
    colours[..., 1] = 200
    data = open_data_set(saved(tmp_path, x_train=colours, y_train=np.arange(6) % 2))
    assert set(data.train.x.ravel().tolist()) == {117}  # 0.587 · 200
    assert str(data.findings[0]) == "The images are in colours: they were made grey."


class Trap:
    """Unpickled, it would write a file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[Any, ...]:
        return Path.touch, (self.path,)


def test_objects_are_never_unpickled(tmp_path: Path) -> None:
    trap = np.array([Trap(tmp_path / "sprung")], object)
    sentence = fault(saved(tmp_path, x_train=trap, y_train=LABELS[:1]))
    assert sentence.startswith("x_train.npy in FILE holds Python objects, which are never unpickled.")
    assert not (tmp_path / "sprung").exists()


def test_more_than_the_memory_that_is_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(npz, "MAX_BYTES", 700)
    assert "promises 768 bytes (12 × 8 × 8); at most 700 are read" in fault(
        saved(tmp_path, x=IMAGES, y=LABELS)
    )


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"a": IMAGES}, "FILE has no arrays x_train and y_train, but a."),
        ({"x": IMAGES, "y": LABELS[:5]}, "The labels in FILE are an array of the shape 5"),
        ({"x": IMAGES, "y": LABELS - 1}, "Label 0 of FILE is -1, but labels are whole numbers"),
        ({"x": IMAGES, "y": LABELS + 0.5}, "Label 0 of FILE is 0.5, but labels are whole numbers"),
        ({"x": IMAGES, "y": np.array(["a"] * 12)}, "The labels in FILE are an array of the shape 12"),
        ({"x": IMAGES[:0], "y": LABELS[:0]}, "The inputs in FILE are an array of the shape 0 × 8 × 8"),
        ({"x": np.full((12, 64), np.nan), "y": LABELS}, "FILE holds numbers that are not finite."),
        (
            {"x_train": IMAGES, "y_train": LABELS, "x_test": IMAGES[:, :4], "y_test": LABELS},
            "The training examples in FILE are 8 × 8, the test examples are 4 × 8",
        ),
    ],
)
def test_arrays_that_do_not_fit(tmp_path: Path, given: dict[str, Any], said: str) -> None:
    assert fault(saved(tmp_path, **given)).startswith(said)


@pytest.mark.parametrize("cut", [10, 200])
def test_a_damaged_file(tmp_path: Path, cut: int) -> None:
    path = Path(saved(tmp_path, x=IMAGES, y=LABELS))
    path.write_bytes(path.read_bytes()[:-cut])
    assert fault(str(path)).startswith("FILE is not an .npz file, or is damaged.")


@pytest.mark.parametrize(
    "header", [b"{'descr': '|u1', 'shape': (", b"{'descr': '|u1'}", b"\xff" * 40, b"1 +"]
)
def test_a_header_that_is_none(tmp_path: Path, header: bytes) -> None:
    whole = b"\x93NUMPY\x01\x00" + len(header).to_bytes(2, "little") + header
    with zipfile.ZipFile(tmp_path / "mine.npz", "w") as archive:
        archive.writestr("x.npy", whole)
        archive.writestr("y.npy", whole)
    assert fault(str(tmp_path / "mine.npz")).startswith("FILE is not an .npz file, or is damaged.")


def test_a_list_of_members_that_goes_on_and_on_is_not_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "mine.npz", "w") as archive:
        for place in range(200):
            archive.writestr(zipfile.ZipInfo(f"{place}" + "x" * 60_000), b"")
    assert "is not an .npz file, or is damaged" in fault(str(tmp_path / "mine.npz"))


def test_a_header_that_promises_more_than_there_is(tmp_path: Path) -> None:
    path = tmp_path / "mine.npz"
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("x", "y"):
            with archive.open(f"{name}.npy", "w") as member:
                header = {"descr": "|u1", "fortran_order": False, "shape": (1000, 64)}
                np.lib.format.write_array_header_1_0(member, header)
    assert fault(str(path)).startswith("FILE is not an .npz file, or is damaged.")


@pytest.mark.parametrize("form", ["npz", "idx"])
def test_a_small_file_that_unfolds_to_much_of_one_value_is_refused_before_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.setattr(files, "SPARSE_BYTES", 2**16)
    images, labels = np.zeros((4_000, 8, 8), np.uint8), np.zeros(4_000, np.uint8)
    if form == "npz":
        path = tmp_path / "mine.npz"
        np.savez_compressed(path, x=images, y=labels)
        said = fault(str(path))
    else:
        path = tmp_path / "images.gz"
        write_idx(path, images)
        with pytest.raises(DataError) as caught:
            read_idx(path)
        said = str(caught.value).replace(str(path), "FILE")
    assert said.startswith("FILE would unfold from ")
    assert "to 256,000: almost all of them are one value." in said
