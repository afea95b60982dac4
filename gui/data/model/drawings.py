"""The drawings that a person keeps: a set of their own beside the training and the test set, with undo.

They belong to one kind of images: data of another shape, of other classes or of numbers stored otherwise
begin without any. Nothing is ever added to the data set itself.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand, QUndoStack

from core.data import DataSet, Split

MOST_STEPS = 100
"""What can be taken back. The strokes of the pad are among it, each with an image of 78 kB."""


class Drawings(QObject):
    """`split` holds them as the data set holds its own images; None while there is none. `changed` is called
    after each change with the row that is to be looked at, −1 where nothing is left."""

    def __init__(self, changed: Callable[[int], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(MOST_STEPS)
        self.split: Split | None = None
        self._changed = changed
        self._data: DataSet | None = None
        self._waiting: tuple[NDArray[np.uint8], NDArray[np.intp]] | None = None

    def set_data(self, data: DataSet | None) -> None:
        """Other data. While they are being read (None), the drawings wait for what will be there."""
        if data is None:
            return
        is_alike = self._data is not None and _kind(data) == _kind(self._data)
        self._data = data  # in any case: the one before may be tens of megabytes
        if is_alike:
            return
        self.split = None
        self.undo_stack.clear()
        if self._waiting is not None:
            self.bring_back(*self._waiting)

    @property
    def can_be_kept(self) -> bool:
        """Whether the data are images with labels, so that a drawing can be like them."""
        return self._data is not None and self._data.image_shape is not None and self._data.is_classification

    def keep(self, image: NDArray[np.uint8], label: int, name: str) -> int:
        """Put an image behind the others, and return its row. `name` is what undo calls it.

        image: (height, width) of the data set, 0 paper to 255 ink; stored as the set stores its own, bytes or
        floats from 0 to 1. ValueError for another shape or a label that is not a class.
        """
        data = self._data
        if data is None or not self.can_be_kept or image.shape != data.image_shape:
            raise ValueError(f"an image of shape {image.shape} does not fit the data")
        if not 0 <= label < data.classes:
            raise ValueError(f"{label} is none of the {data.classes} classes")
        x = _stored(image.reshape(1, -1), data)
        t = np.array([label], np.intp)
        row = 0
        if self.split is not None:
            row = len(self.split)
            x, t = np.concatenate([self.split.x, x]), np.append(self.split.t, label)
        self.undo_stack.push(_Exchange(self, Split(x, t), row, name))
        return row

    def images(self) -> tuple[NDArray[np.uint8], NDArray[np.intp]] | None:
        """(N, height, width), 0 paper to 255 ink, and their labels (N,), as `bring_back` takes them; those
        that still wait for their data as well. None while there are none."""
        split, data = self.split, self._data
        if split is None or data is None or data.image_shape is None:
            return self._waiting
        x = split.x if split.x.dtype == np.uint8 else np.rint(split.x * 255)
        return x.astype(np.uint8).reshape(-1, *data.image_shape), split.t

    def bring_back(self, images: NDArray[np.uint8], labels: NDArray[np.intp]) -> None:
        """Put drawings of another sitting in the place of those that are there: now, or as soon as there are
        data that they are like. Undo does not take them away."""
        data, self._waiting = self._data, None
        if data is None or not self.can_be_kept or images.shape[1:] != data.image_shape:
            self._waiting = images, labels
        elif len(images) == len(labels) > 0 and labels.min() >= 0 and labels.max() < data.classes:
            self.undo_stack.clear()
            self._set(Split(_stored(images.reshape(len(images), -1), data), labels), 0)

    def delete(self, row: int, name: str) -> None:
        """Take an image out; undo brings it back to its row. IndexError for one that there is not."""
        split = self.split
        if split is None or not 0 <= row < len(split):
            raise IndexError(row)
        rest = Split(np.delete(split.x, row, axis=0), np.delete(split.t, row))
        self.undo_stack.push(_Exchange(self, rest if len(rest) else None, row, name))

    def _set(self, split: Split | None, row: int) -> None:
        self.split = split
        self._changed(min(row, len(split) - 1) if split is not None else -1)


class _Exchange(QUndoCommand):
    """Other drawings in the place of those before; `row` is where they differ."""

    def __init__(self, drawings: Drawings, after: Split | None, row: int, name: str) -> None:
        super().__init__(name)
        self._drawings = drawings
        self._before, self._after, self._row = drawings.split, after, row

    def redo(self) -> None:
        self._drawings._set(self._after, self._row)

    def undo(self) -> None:
        self._drawings._set(self._before, self._row)


def _stored(rows: NDArray[np.uint8], data: DataSet) -> NDArray[Any]:
    """Bytes (N, pixels) as the data set stores its own."""
    stored = data.train.x.dtype
    x = rows.astype(stored)
    return x if stored == np.uint8 else x / stored.type(255)


def _kind(data: DataSet) -> tuple[object, ...]:
    return data.image_shape, data.class_names, data.classes, data.train.x.dtype
