"""A data set in one `.npz` file, as Keras has MNIST: x_train, y_train, x_test, y_test.

An array is read after its header was held against what the file can hold, and without pickle: an array of
Python objects is refused.
"""

from __future__ import annotations

import math
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.lib import format as npy
from numpy.typing import NDArray

from core.data.data_set import Split
from core.data.examples import Examples, Opening, Shape, labels_of, rows_of_images, square_shape
from core.data.files import MAX_BYTES, faults_as_sentences, require_dense
from core.data.idx import shape_text
from core.data.reading import Finding, Progress
from core.errors import DataError, translatable
from core.words import NONE
from core.zips import require_short_list

LIST_LIMIT_BYTES = 8 << 20

_X = "x|images?|data|features|inputs?"
_T = "y|t|labels?|targets?"
_ROLES = {
    ("train", "x"): rf"({_X})train|train(ing)?({_X})",
    ("train", "t"): rf"({_T})train|train(ing)?({_T})",
    ("test", "x"): rf"({_X})test|test({_X})",
    ("test", "t"): rf"({_T})test|test({_T})",
    ("whole", "x"): _X,
    ("whole", "t"): _T,
}
"""What an array is by its name, in small letters and without signs between."""


def opening_npz(path: Path) -> Opening:
    """The arrays of the file as examples. Without a test set, x and y alone are enough."""
    with faults_as_sentences(path), _damage_as_sentence(path), _opened(path) as archive:
        members = _members(archive)
        part = "train" if ("train", "x") in members else "whole"
        wanted = [(part, "x"), (part, "t")]
        if ("test", "x") in members and ("test", "t") in members and part == "train":
            wanted += [("test", "x"), ("test", "t")]
        for key in wanted:
            if key not in members:
                raise _missing(path, archive)
        arrays = {}
        for done, key in enumerate(wanted):
            yield Progress(done, len(wanted))
            arrays[key] = _read(path, archive, members[key])
    train, shape, is_grey = _split(path, arrays[wanted[0]], arrays[wanted[1]])
    test = None
    if len(wanted) == 4:
        test, test_shape, _ = _split(path, arrays["test", "x"], arrays["test", "t"])
        if test.x.shape[1] != train.x.shape[1] or test_shape != shape:
            template = translatable(
                "errors",
                "The training examples in {path} are {train}, the test examples are {test}: both must have "
                "the same size.",
            )
            sizes = {"train": shape_text(arrays[wanted[0]].shape[1:])}
            sizes["test"] = shape_text(arrays["test", "x"].shape[1:])
            raise DataError(template, path=str(path), **sizes)
    found = Examples(train, test, shape)
    if is_grey:
        said = translatable("errors", "The images are in colours: they were made grey.")
        found = replace(found, findings=(Finding(said),))
    return found


def _opened(path: Path) -> zipfile.ZipFile:
    require_short_list(path, LIST_LIMIT_BYTES)
    return zipfile.ZipFile(path)


def _members(archive: zipfile.ZipFile) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for name in archive.namelist():
        plain = re.sub(r"[\W_]", "", name.removesuffix(".npy").lower())
        for role, pattern in _ROLES.items():
            if name.endswith(".npy") and re.fullmatch(pattern, plain):
                found.setdefault(role, name)
    return found


def _split(path: Path, images: NDArray[Any], targets: NDArray[Any]) -> tuple[Split, Shape | None, bool]:
    if images.dtype.kind not in "uifb" or images.ndim < 2 or images.size == 0:
        raise _no_examples(path, images)
    try:
        with np.errstate(over="ignore", invalid="ignore"):  # what is too large for float32 is found below
            rows, shape, is_grey = rows_of_images(images)
            rows = rows if rows.dtype.kind in "iub" else rows.astype(np.float32)
    except ValueError:
        raise _no_examples(path, images) from None
    t = labels_of(str(path), targets, len(rows))
    if rows.dtype != np.uint8:
        if rows.dtype.kind in "iub" and rows.min() >= 0 and rows.max() <= 255:
            rows = rows.astype(np.uint8)
        else:
            rows = rows.astype(np.float32, copy=False)
            if not np.isfinite(rows).all():
                template = translatable(
                    "errors",
                    "{path} holds numbers that are not finite. Replace them, or leave their rows out.",
                )
                raise DataError(template, path=str(path))
    return Split(rows, t), shape or square_shape(rows), is_grey


def _read(path: Path, archive: zipfile.ZipFile, name: str) -> NDArray[Any]:
    with archive.open(name) as member:
        try:
            version = npy.read_magic(member)
            header = npy.read_array_header_1_0 if version == (1, 0) else npy.read_array_header_2_0
            shape, _, dtype = header(member)
        except Exception as error:  # NumPy's reader fails in many ways on what it does not understand
            raise zipfile.BadZipFile from error
    size = math.prod(shape) * dtype.itemsize
    if dtype.hasobject:
        template = translatable(
            "errors",
            "{name} in {path} holds Python objects, which are never unpickled. Save it as an array of "
            "numbers.",
        )
        raise DataError(template, name=name, path=str(path))
    if size > MAX_BYTES:
        template = translatable(
            "errors",
            "{name} in {path} promises {promised:,} bytes ({shape}); at most {limit:,} are read. Use a part "
            "of the data set.",
        )
        raise DataError(
            template, name=name, path=str(path), promised=size, shape=shape_text(shape), limit=MAX_BYTES
        )
    if size > archive.getinfo(name).file_size:
        raise zipfile.BadZipFile
    require_dense(path, size, archive.getinfo(name).compress_size)
    with archive.open(name) as member:
        array: NDArray[Any] = npy.read_array(member, allow_pickle=False)
    return array


def _missing(path: Path, archive: zipfile.ZipFile) -> DataError:
    template = translatable(
        "errors",
        "{path} has no arrays x_train and y_train, but {names}. Save it with numpy.savez(file, x_train=…, "
        "y_train=…, x_test=…, y_test=…).",
    )
    names = ", ".join(name.removesuffix(".npy") for name in archive.namelist()[:8]) or NONE
    return DataError(template, path=str(path), names=names)


def _no_examples(path: Path, images: NDArray[Any]) -> DataError:
    template = translatable(
        "errors",
        "The inputs in {path} are an array of the shape {shape} and the type {dtype}. Numbers are needed: "
        "N images of height × width, or N rows.",
    )
    return DataError(template, path=str(path), shape=shape_text(images.shape), dtype=images.dtype)


@contextmanager
def _damage_as_sentence(path: Path) -> Iterator[None]:
    try:
        yield
    except (zipfile.BadZipFile, ValueError, NotImplementedError, RuntimeError, zlib.error) as error:
        template = translatable(
            "errors", "{path} is not an .npz file, or is damaged. Fetch or save it again."
        )
        raise DataError(template, path=str(path)) from error
