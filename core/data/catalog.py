"""Data sets by the name that a person types or chooses, and any file or folder as one of a person's own."""

from __future__ import annotations

import os
from collections.abc import Generator

from core.data import synthetic
from core.data.data_set import DataSet
from core.data.mnist import open_mnist
from core.data.own import opening_own
from core.data.reading import Pictures, Progress, Reading
from core.errors import DataError, translatable
from core.words import did_you_mean

_SYNTHETIC = {
    "xor": synthetic.xor,
    "spirals": synthetic.spirals,
    "circles": synthetic.circles,
    "random-pair": synthetic.random_pair,
    "simple-pair": synthetic.simple_pair,
}

AS_IT_IS = Reading()

DATA_SET_NAMES = ("mnist", *_SYNTHETIC)


def open_data_set(
    name_or_path: str | os.PathLike[str],
    seed: int = 0,
    reading: Reading = AS_IT_IS,
    pictures: Pictures | None = None,
) -> DataSet:
    """One of DATA_SET_NAMES, or the data in the file or folder of that path. `seed` fixes a computed set;
    `reading` says how data of one's own are read, and `pictures` reads pictures in folders.

    A name goes before a folder of the same name, which opens as `./name`. Raises DataError, with `path`,
    for a name that is neither and for what is not a data set.
    """
    steps = opening_data_set(name_or_path, seed, reading, pictures)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            data: DataSet = end.value
            return data


def opening_data_set(
    name_or_path: str | os.PathLike[str],
    seed: int = 0,
    reading: Reading = AS_IT_IS,
    pictures: Pictures | None = None,
) -> Generator[Progress, None, DataSet]:
    """The same in steps: each tells how far it is, and is a place to stop."""
    name = os.fspath(name_or_path)
    if name == "mnist":
        return open_mnist()
    if name in _SYNTHETIC:
        return _SYNTHETIC[name](seed)
    if _looks_like_path(name):
        return (yield from opening_own(name, reading, pictures))
    sentence = translatable(
        "errors", "There is no data set “{path}”.{hint} A folder with the four IDX files is a data set, too."
    )
    raise DataError(sentence, path=name, hint=did_you_mean(name, DATA_SET_NAMES))


def _looks_like_path(name: str) -> bool:
    separators = (os.sep, os.altsep or os.sep)
    return any(separator in name for separator in separators) or os.path.exists(name)
