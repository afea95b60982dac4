"""MNIST as it comes with the program, and the three switches of `load_mnist`."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.data import DataSet, load_mnist, mnist, open_data_set, resource_folder
from core.data.folder import LabelledImages
from core.errors import DataError

TRAIN_COUNTS = [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]
TEST_COUNTS = [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]
SHA256 = {
    "train_images": "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
    "train_labels": "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
    "t10k_images": "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
    "t10k_labels": "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
}
Arrays = tuple[LabelledImages, LabelledImages]


def test_the_embedded_files_are_the_published_ones(mnist_arrays: Arrays) -> None:
    (train_images, train_labels), (test_images, test_labels) = mnist_arrays
    found = {}
    for name, array in (
        ("train_images", train_images),
        ("train_labels", train_labels),
        ("t10k_images", test_images),
        ("t10k_labels", test_labels),
    ):
        header = bytes([0, 0, 8, array.ndim]) + np.array(array.shape, ">u4").tobytes()
        found[name] = hashlib.sha256(header + array.tobytes()).hexdigest()
    assert found == SHA256


def test_images_of_each_class(mnist_arrays: Arrays) -> None:
    train, test = mnist_arrays
    assert np.bincount(train.labels).tolist() == TRAIN_COUNTS
    assert np.bincount(test.labels).tolist() == TEST_COUNTS


def test_the_licence_stands_beside_the_files() -> None:
    notice = (resource_folder() / "mnist" / "NOTICE.txt").read_text(encoding="utf-8")
    assert "Yann LeCun and Corinna Cortes" in notice
    assert "CC BY-SA 3.0" in notice


def test_load_mnist_reads_the_embedded_files(mnist_arrays: Arrays) -> None:
    (x_train, t_train), (x_test, t_test) = load_mnist()
    assert (x_train.shape, x_train.dtype, t_train.shape, t_train.dtype) == (
        (60_000, 784),
        np.float32,
        (60_000,),
        np.uint8,
    )
    assert (x_test.shape, t_test.shape) == ((10_000, 784), (10_000,))
    assert (x_train.min(), x_train.max()) == (0.0, 1.0)
    assert t_train[:5].tolist() == [5, 0, 4, 1, 9]
    np.testing.assert_array_equal(t_test, mnist_arrays[1].labels)


@pytest.mark.parametrize("normalize", [True, False])
@pytest.mark.parametrize("flatten", [True, False])
@pytest.mark.parametrize("one_hot_label", [True, False])
def test_every_setting_of_the_three_switches(
    mnist_arrays: Arrays,
    monkeypatch: pytest.MonkeyPatch,
    normalize: bool,
    flatten: bool,
    one_hot_label: bool,
) -> None:
    cut = tuple(LabelledImages(images[:500], labels[:500]) for images, labels in mnist_arrays)
    monkeypatch.setattr(mnist, "read_folder", lambda folder: cut)
    for (x, t), (images, labels) in zip(load_mnist(normalize, flatten, one_hot_label), cut, strict=True):
        assert x.shape == ((500, 784) if flatten else (500, 1, 28, 28))
        assert x.dtype == (np.float32 if normalize else np.uint8)
        expected = images.astype(np.float32) / np.float32(255) if normalize else images
        np.testing.assert_array_equal(x.reshape(500, 28, 28), expected)
        if one_hot_label:
            assert (t.shape, t.dtype) == ((500, 10), np.float32)
            np.testing.assert_array_equal(t.sum(axis=1), 1)
            np.testing.assert_array_equal(t.argmax(axis=1), labels)
        else:
            assert (t.shape, t.dtype) == ((500,), np.uint8)
            np.testing.assert_array_equal(t, labels)
        # They are the caller's own, as in the book: writing to them changes nothing else.
        x[0] = 0
        t[0] = 0


def test_mnist_as_a_data_set(mnist: DataSet, mnist_arrays: Arrays) -> None:
    assert (mnist.name, mnist.title) == ("mnist", "MNIST handwritten digits")
    assert (mnist.input_size, mnist.classes, mnist.image_shape) == (784, 10, (28, 28))
    assert mnist.class_names == tuple("0123456789")
    assert mnist.is_classification
    assert mnist.test is not None
    for split, part in zip((mnist.train, mnist.test), mnist_arrays, strict=True):
        assert split.x.dtype == np.uint8
        assert len(split) == len(part.labels)
        assert np.array_equal(split.x, part.images.reshape(len(split), 784))
        assert np.array_equal(split.t, part.labels)


def test_resources_of_an_executable_lie_where_it_was_unpacked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource_folder() == tmp_path / "resources"
    with pytest.raises(DataError, match="There is no folder"):
        open_data_set("mnist")


def test_resources_of_the_source_tree(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    here: Any = resource_folder()
    monkeypatch.chdir(tmp_path)
    assert resource_folder() == here
    assert (here / "mnist").is_dir()
