"""Data sets by the name that a person types or chooses, and any folder as a data set of its own."""

from __future__ import annotations

import os

from core.data import synthetic
from core.data.data_set import DataSet
from core.data.folder import open_folder
from core.data.mnist import open_mnist
from core.errors import DataError, translatable
from core.words import did_you_mean

_SYNTHETIC = {
    "xor": synthetic.xor,
    "spirals": synthetic.spirals,
    "circles": synthetic.circles,
    "random-pair": synthetic.random_pair,
    "simple-pair": synthetic.simple_pair,
}

DATA_SET_NAMES = ("mnist", *_SYNTHETIC)


def open_data_set(name_or_folder: str | os.PathLike[str], seed: int = 0) -> DataSet:
    """One of DATA_SET_NAMES, or the folder of that path with four IDX files. `seed` fixes a computed set.

    A name goes before a folder of the same name, which opens as `./name`. Raises DataError, with `path`,
    for a name that is neither and for a folder that is not a data set.
    """
    name = os.fspath(name_or_folder)
    if name == "mnist":
        return open_mnist()
    if name in _SYNTHETIC:
        return _SYNTHETIC[name](seed)
    if _looks_like_path(name):
        return open_folder(name)
    sentence = translatable(
        "errors", "There is no data set “{path}”.{hint} A folder with the four IDX files is a data set, too."
    )
    raise DataError(sentence, path=name, hint=did_you_mean(name, DATA_SET_NAMES))


def _looks_like_path(name: str) -> bool:
    separators = (os.sep, os.altsep or os.sep)
    return any(separator in name for separator in separators) or os.path.exists(name)
