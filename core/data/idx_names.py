"""Which files of a folder are the four of an IDX data set, whatever people and archives have made of their
names.

The names are read loosely: `train-images-idx3-ubyte.gz`, `emnist-digits-test-labels.idx`, `t10k_images
(1).bin`. An archive may have put each file into a folder of its own name, and the chosen folder may be one
above. What is in the files is not known here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from core.data.files import sorted_entries
from core.errors import DataError, translatable

PARTS = ("train", "t10k")
KINDS = {"images": 3, "labels": 1}

DEEPEST = 3
MOST_ENTRIES = 20_000

_COPY = r"([ _]?\(\d+\)| copy( \d+)?)?"
_NAME = re.compile(
    rf"(?P<prefix>(.*[-_. ])?)(?P<part>train|t10k|test)[-_. ](?P<kind>images|labels)"
    rf"([-_.]?idx\d)?([-_.]?ubyte)?(\.idx|\.bin)?{_COPY}(\.gz)?{_COPY}",
    re.IGNORECASE,
)


@dataclass(slots=True, eq=False)
class Family:
    """Files that belong together: those of one folder whose names begin alike."""

    folder: Path
    prefix: str
    files: dict[tuple[str, str], list[Path]] = field(default_factory=dict)

    @property
    def is_complete(self) -> bool:
        return len(self.files) == len(PARTS) * len(KINDS)

    def file(self, part: str, kind: str) -> Path:
        """The unpacked one of several, which opens faster, and the original before its copies."""
        return min(self.files[part, kind], key=lambda path: (_is_packed(path), len(path.name), str(path)))

    def title(self, root: Path) -> str:
        """What tells it from others: where it lies below `root`, and how its names begin."""
        place = self.folder.relative_to(root).as_posix()
        name = self.prefix.rstrip("-_. ")
        return "/".join(part for part in (place if place != "." else "", name) if part) or "."


def find_idx_files(place: Path) -> dict[tuple[str, str], Path] | None:
    """The file of each part and kind. None where nothing in the folder `place` looks like one of the four.

    `place` may also be one of the four files. DataError where one is missing, or where several data sets
    lie in the folder.
    """
    one = place if place.is_file() else None
    root = place if one is None else _home(place)
    families = _families(root)
    if one is not None:
        families = [family for family in families if any(one in paths for paths in family.files.values())]
    whole = [family for family in families if family.is_complete]
    if not whole:
        if families:
            raise _missing(max(families, key=lambda family: len(family.files)))
        return None
    nearest = min(len(family.folder.parts) for family in whole)
    chosen = [family for family in whole if len(family.folder.parts) == nearest]
    if len(chosen) > 1:
        template = translatable(
            "errors",
            "{path} holds several data sets: {names}. Choose one of the folders, or one of the files.",
        )
        names = ", ".join(sorted(family.title(root) for family in chosen))
        raise DataError(template, path=str(root), names=names)
    return {(part, kind): chosen[0].file(part, kind) for part in PARTS for kind in KINDS}


def is_idx_name(name: str) -> bool:
    return _NAME.fullmatch(name) is not None


def _families(root: Path) -> list[Family]:
    found: dict[tuple[Path, str], Family] = {}
    for path in _files(root):
        match = _NAME.fullmatch(path.name)
        if match is None:
            continue
        part = "train" if match["part"].lower() == "train" else "t10k"
        home, prefix = _home(path), match["prefix"].lower()
        family = found.setdefault((home, prefix), Family(home, prefix))
        family.files.setdefault((part, match["kind"].lower()), []).append(path)
    return list(found.values())


def _home(path: Path) -> Path:
    """The folder of the data set: not the one that an archive has made for this file alone."""
    return path.parent.parent if is_idx_name(path.parent.name) else path.parent


def _files(root: Path) -> Iterator[Path]:
    """The ordinary files in and below `root`, DEEPEST folders down at most, without links and hidden ones."""
    waiting, seen = [(root, 0)], 0
    while waiting:
        folder, depth = waiting.pop(0)
        for path in sorted_entries(folder):
            seen += 1
            if seen > MOST_ENTRIES:
                return
            if path.is_dir():
                if depth < DEEPEST and not path.is_symlink() and not path.name.startswith("."):
                    waiting.append((path, depth + 1))
            elif is_idx_name(path.name):
                yield path


def _is_packed(path: Path) -> bool:
    return ".gz" in path.suffixes


def _missing(family: Family) -> DataError:
    part, kind = next(key for key in ((p, k) for p in PARTS for k in KINDS) if key not in family.files)
    template = translatable(
        "errors",
        "There is no {name} in {path}, gzipped or not. A data set is four files: train-images, "
        "train-labels, t10k-images and t10k-labels, each with the ending -idx3-ubyte or -idx1-ubyte.",
    )
    name = f"{family.prefix}{part}-{kind}-idx{KINDS[kind]}-ubyte"
    return DataError(template, path=str(family.folder), name=name)
