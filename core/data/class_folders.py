"""A data set in folders of pictures: one subfolder for each class, whose name becomes the name of the class.

`train` and `test` folders of such subfolders are two parts; otherwise there is one. The pictures become grey
and get one size. How a picture file is read is not known here: what reads it is handed in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from core.data import files
from core.data.data_set import Split
from core.data.examples import Examples, Opening, Shape
from core.data.files import natural_order, sorted_entries
from core.data.reading import Finding, Pictures, Pixels, Progress, Reading
from core.errors import DataError, translatable

LARGEST_SIDE = 64
"""Pixels. A larger picture is reduced to this: a network of Affine layers has a weight for each pixel and
unit."""

ENDINGS = (".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp", ".tif", ".tiff", "")
"""How the name of a picture ends. What ends otherwise is left out; whatever ends so must be a picture."""

_TRAIN = ("train", "training")
_TEST = ("test", "testing", "val", "valid", "validation")
MOST_NAMED = 3


@dataclass(slots=True, eq=False)
class _Found:
    """Pictures with their labels, and what was seen on the way. sizes: how often each (h, w) was in a
    file."""

    pictures: list[tuple[Path, int]] = field(default_factory=list)
    left_out: int = 0
    broken: list[Path] = field(default_factory=list)
    sizes: Counter[Shape] = field(default_factory=Counter)


def has_class_folders(folder: Path) -> bool:
    """Whether a subfolder of the folder has a picture, or one of its `train` folder."""
    homes = _parts(folder)
    return any(
        _is_picture(path)
        for home in homes.values()
        for place in _class_folders(home)
        for path in sorted_entries(place)
    )


def opening_class_folders(folder: Path, reading: Reading, pictures: Pictures | None) -> Opening:
    """All pictures as examples, in the order of their classes. `reading` says whether broken ones are left
    out; else the first one is a DataError whose field `remedy` says what would help."""
    if pictures is None:
        template = translatable(
            "errors",
            "{path} is a folder of pictures, which the engine alone does not read: open it with "
            "adapters.data_sets.open_data_set.",
        )
        raise DataError(template, path=str(folder))
    homes = _parts(folder)
    names = sorted(
        {place.name for home in homes.values() for place in _class_folders(home)}, key=natural_order
    )
    found = _Found()
    listed = {part: _listed(home, names, found) for part, home in homes.items()}
    total = sum(map(len, listed.values()))
    images: dict[str, list[Pixels]] = {}
    labels: dict[str, list[int]] = {}
    done = 0
    for part, paths in listed.items():
        images[part], labels[part] = [], []
        for path, label in paths:
            yield Progress(done, total)
            done += 1
            image = _read(path, reading, pictures, found)
            if image is not None:
                images[part].append(image)
                labels[part].append(label)
                _require_room(folder, total * image.size)
    sizes = Counter(image.shape for part in images.values() for image in part)
    if not sizes or not images["train"]:
        template = translatable("errors", "There is no picture that can be read in the folders of {path}.")
        raise DataError(template, path=str(folder))
    shape = max(sizes, key=lambda size: (sizes[size], -size[0] * size[1]))
    assert len(shape) == 2
    splits = {}
    for part, some in images.items():
        rows = np.empty((len(some), shape[0] * shape[1]), np.uint8)
        for row, image in zip(rows, some, strict=True):
            row[...] = (image if image.shape == shape else pictures.scale(image, shape)).reshape(-1)
        splits[part] = Split(rows, np.array(labels[part], np.intp))
    test = splits.get("test")
    return Examples(splits["train"], test if test else None, shape, tuple(names), tuple(_said(found, shape)))


def _parts(folder: Path) -> dict[str, Path]:
    """The folders of the training and of the test pictures, where the folder is divided so; else itself."""
    by_name = {place.name.lower(): place for place in _class_folders(folder)}
    train = next((by_name[name] for name in _TRAIN if name in by_name), None)
    if train is None or not _class_folders(train):
        return {"train": folder}
    test = next((by_name[name] for name in _TEST if name in by_name), None)
    return {"train": train} if test is None else {"train": train, "test": test}


def _class_folders(folder: Path) -> list[Path]:
    return [path for path in sorted_entries(folder) if path.is_dir() and not _is_left_out(path)]


def _listed(home: Path, names: list[str], found: _Found) -> list[tuple[Path, int]]:
    pictures = []
    for place in _class_folders(home):
        for path in sorted_entries(place):
            if _is_picture(path):
                pictures.append((path, names.index(place.name)))
            else:
                found.left_out += 1
    found.left_out += sum(_is_left_out(path) for path in sorted_entries(home))
    return pictures


def is_picture_file(path: Path) -> bool:
    """Whether a file is there whose name ends as a picture's does; what is in it is not looked at."""
    return bool(path.suffix) and path.suffix.lower() in ENDINGS and path.is_file()


def _is_left_out(path: Path) -> bool:
    """Links, which may lead anywhere or round in circles, and hidden files, which programs leave behind."""
    return path.is_symlink() or path.name.startswith(".")


def _is_picture(path: Path) -> bool:
    return not _is_left_out(path) and path.suffix.lower() in ENDINGS and path.is_file()


def _read(path: Path, reading: Reading, pictures: Pictures, found: _Found) -> Pixels | None:
    try:
        image, size = pictures.read(path)
    except DataError as error:
        if reading.leaves_out_broken:
            found.broken.append(path)
            return None
        template = translatable("errors", "A picture of the class “{name}” cannot be read. {reason}")
        remedy = {"leaves_out_broken": True}
        raise DataError(
            template, path=str(path), name=path.parent.name, reason=error, remedy=remedy
        ) from error
    found.sizes[size] += 1
    return image


def _require_room(folder: Path, size: int) -> None:
    if size <= files.MAX_BYTES:
        return
    template = translatable(
        "errors",
        "The pictures in {path} would take about {needed:.1f} GB of memory; at most {limit:.1f} GB are read. "
        "Use a part of them.",
    )
    raise DataError(template, path=str(folder), needed=size / 2**30, limit=files.MAX_BYTES / 2**30)


def _said(found: _Found, shape: Shape) -> Iterable[Finding]:
    """What was done to the pictures."""
    fields: dict[str, object] = {"height": shape[0], "width": shape[1]}
    scaled = sum(found.sizes.values()) - found.sizes[shape]
    if scaled:
        template = translatable(
            "errors",
            "The pictures were made grey, and {scaled:,} of {total:,} were scaled to {width} × {height}: all "
            "must have one size, and {most} pixels a side at most.",
        )
        total = sum(found.sizes.values())
        yield Finding(template, {**fields, "scaled": scaled, "total": total, "most": LARGEST_SIDE})
    else:
        template = translatable("errors", "The pictures were made grey. All have {width} × {height} pixels.")
        yield Finding(template, fields)
    if found.left_out:
        template = translatable(
            "errors", "Links, hidden files and what is not a picture were left out: {count:,} in all."
        )
        yield Finding(template, {"count": found.left_out})
    if found.broken:
        template = translatable("errors", "Pictures that cannot be read were left out ({count:,}): {names}.")
        names = ", ".join(f"{path.parent.name}/{path.name}" for path in found.broken[:MOST_NAMED])
        names += " …" if len(found.broken) > MOST_NAMED else ""
        yield Finding(template, {"count": len(found.broken), "names": names})
