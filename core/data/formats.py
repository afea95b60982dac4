"""The formats in which data of one's own are opened: one row each, tried in this order.

What a file or folder is, is decided by what is in it; the name of a file decides only among IDX files, which
say nothing of what they hold. How each is read stands in a module of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from core.data.class_folders import has_class_folders, opening_class_folders
from core.data.examples import Opening
from core.data.files import faults_as_sentences, require_there, sorted_entries
from core.data.folder import opening_folder
from core.data.idx_names import find_idx_files, is_idx_name
from core.data.npz import opening_npz
from core.data.reading import Pictures, Reading
from core.data.table import opening_table
from core.errors import DataError, translatable


@dataclass(frozen=True, slots=True)
class Format:
    """title: what it is, for a person. endings: of the files that a dialog offers; () for a folder.
    is_one(place): whether the file or folder is of this format, for one that is there."""

    title: str
    endings: tuple[str, ...]
    is_one: Callable[[Path], bool]
    opening: Callable[[Path, Reading, Pictures | None], Opening]


def _is_idx(place: Path) -> bool:
    return find_idx_files(place) is not None if place.is_dir() else is_idx_name(place.name)


def _is_npz(place: Path) -> bool:
    if not place.is_file():
        return False
    with faults_as_sentences(place), place.open("rb") as file:
        return file.read(4) == b"PK\x03\x04"


def _is_class_folders(place: Path) -> bool:
    return place.is_dir() and has_class_folders(place)


FORMATS = (
    Format(
        translatable("data sets", "four IDX files, named as MNIST's"),
        (".gz", ".idx", ".bin"),
        _is_idx,
        lambda place, _reading, _pictures: opening_folder(place),
    ),
    Format(
        translatable("data sets", "an .npz file with x_train, y_train, x_test, y_test"),
        (".npz",),
        _is_npz,
        lambda place, _reading, _pictures: opening_npz(place),
    ),
    Format(
        translatable("data sets", "a folder with one subfolder of pictures for each class"),
        (),
        _is_class_folders,
        opening_class_folders,
    ),
    Format(
        translatable("data sets", "a CSV file with the label and the numbers of one example in each row"),
        (".csv", ".tsv", ".txt"),
        Path.is_file,
        lambda place, _reading, _pictures: opening_table(place),
    ),
)


def opening(place: Path, reading: Reading, pictures: Pictures | None) -> Opening:
    """The examples in a file or folder. DataError, with `path`, where there are none."""
    require_there(place)
    for candidate in (place, _only_file(place)):
        for one in FORMATS:
            if candidate is not None and one.is_one(candidate):
                return one.opening(candidate, reading, pictures)
    template = translatable(
        "errors",
        "There are no data in {path} that can be read. A data set is four IDX files, an .npz file, a CSV "
        "file, or a folder with one subfolder of pictures for each class.",
    )
    raise DataError(template, path=str(place))


def _only_file(folder: Path) -> Path | None:
    """The one file of data in a folder; None if there are several."""
    if not folder.is_dir():
        return None
    endings = [ending for one in FORMATS for ending in one.endings if ending != ".txt"]
    files = [path for path in sorted_entries(folder) if path.suffix.lower() in endings and path.is_file()]
    return files[0] if len(files) == 1 else None
