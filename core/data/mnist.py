"""MNIST, from the files that come with the program: as the book's `load_mnist` gives it, and as a data set.

60,000 training and 10,000 test images of handwritten digits, 28×28, from white (0) to ink (255).
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.data.data_set import DataSet, Split
from core.data.folder import LabelledImages, read_folder
from core.errors import translatable
from core.resources import resource_folder

ArrayPair = tuple[NDArray[Any], NDArray[Any]]


def load_mnist(
    normalize: bool = True, flatten: bool = True, one_hot_label: bool = False
) -> tuple[ArrayPair, ArrayPair]:
    """`(x_train, t_train), (x_test, t_test)`, arrays of one's own.

    normalize: x is float32, 0 to 1; otherwise uint8, 0 to 255.
    flatten: x is (N, 784); otherwise (N, 1, 28, 28).
    one_hot_label: t is (N, 10) float32, 1 at the digit and 0 elsewhere; otherwise (N,) uint8, the digit.

    Source: the book's dataset/mnist.py (chapter 3), whose one-hot labels are float64: in float32 they do not
    widen the arithmetic of a float32 network.
    """
    train, test = read_folder(resource_folder() / "mnist")
    return (
        _as_asked(train, normalize, flatten, one_hot_label),
        _as_asked(test, normalize, flatten, one_hot_label),
    )


def open_mnist() -> DataSet:
    """MNIST for a training: the images stay uint8."""
    train, test = (
        Split(images.reshape(len(images), -1), labels.astype(np.intp))
        for images, labels in read_folder(resource_folder() / "mnist")
    )
    return DataSet(
        name="mnist",
        title=translatable("data sets", "MNIST handwritten digits"),
        train=train,
        test=test,
        classes=10,
        image_shape=(28, 28),
        class_names=tuple(str(digit) for digit in range(10)),
        preparation="digits",
    )


def _as_asked(part: LabelledImages, normalize: bool, flatten: bool, one_hot_label: bool) -> ArrayPair:
    images, labels = part
    x: NDArray[Any] = images.astype(np.float32) if normalize else images.copy()
    if normalize:
        x /= 255
    t = np.eye(10, dtype=np.float32)[labels] if one_hot_label else labels.copy()
    return x.reshape(len(x), -1) if flatten else x.reshape(-1, 1, *images.shape[1:]), t
