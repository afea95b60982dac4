"""What is odd about data of one's own, and would make a training fail in silence or its test too good.

Each finding says what was seen and, where one click or option mends it, what would. It only looks: nothing is
changed here.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator

import numpy as np
from numpy.typing import NDArray

from core.data.data_set import DataSet, Split
from core.data.idx import read_idx
from core.data.reading import Finding, Progress
from core.errors import translatable
from core.resources import resource_folder

DARK_BELOW = 128
"""A largest pixel below this is far from 255. Photographs and scans reach further."""

ROWS = 1_000
MNIST_SIZE = 784
MOST_NAMED = 5


def finding_oddities(data: DataSet, *, may_be_turned: bool) -> Generator[Progress, None, tuple[Finding, ...]]:
    """Everything odd about `data`, the worst first. `may_be_turned`: nobody has said so far how its images
    lie. The yields are places to stop."""
    found: list[Finding] = []
    splits = [data.train] if data.test is None else [data.train, data.test]
    total = sum(map(len, splits))
    largest, constant = 0.0, 0
    done = 0
    for split in splits:
        for x in _slices(split):
            yield Progress(done, total)
            done += len(x)
            low, high = x.min(axis=1), x.max(axis=1)
            largest = max(largest, float(high.max()))
            constant += int(np.count_nonzero(low == high))
    if data.train.x.dtype == np.uint8:
        found += _about_range(int(largest))
    found += _about_classes(data)
    if data.input_size > 2 and constant:
        found.append(_about_constant(constant, total))
    shared = yield from counting_shared(data)
    if shared and data.test is not None:
        template = translatable(
            "errors",
            "{shared:,} of {total:,} test examples stand in the training set, too: the network is tested on "
            "what it has learned, and the test accuracy is too good.",
        )
        found.append(Finding(template, {"shared": shared, "total": len(data.test)}))
    if may_be_turned and looks_turned(data):
        template = translatable(
            "errors",
            "The images lie on their side: rows and columns are exchanged, as in the files of EMNIST. "
            "A digit that is drawn would not be recognized.",
        )
        found.append(Finding(template, remedy={"is_turned": True}))
    return tuple(found)


def counting_shared(data: DataSet) -> Generator[Progress, None, int]:
    """How many test examples are also in the training set, pixel by pixel: by the hashes of their rows."""
    if data.test is None:
        return 0
    seen: set[int] = set()
    total = len(data.train) + len(data.test)
    for start in range(0, len(data.train), ROWS):
        yield Progress(start, total)
        seen.update(_hashes(data.train.x[start : start + ROWS]))
    shared = 0
    for start in range(0, len(data.test), ROWS):
        yield Progress(len(data.train) + start, total)
        shared += sum(value in seen for value in _hashes(data.test.x[start : start + ROWS]))
    return shared


def looks_turned(data: DataSet) -> bool:
    """Whether images of 28 × 28 in ten classes are more like MNIST's digits with rows and columns exchanged,
    by the mean image of each class; of other classes, whether the name of the data says EMNIST."""
    if data.image_shape != (28, 28) or data.train.x.dtype != np.uint8:
        return False
    if data.classes != 10:
        return "emnist" in data.name.lower()
    folder = resource_folder() / "mnist"
    images = read_idx(folder / "t10k-images-idx3-ubyte.gz", rank=3)
    labels = read_idx(folder / "t10k-labels-idx1-ubyte.gz", rank=1)
    digits = _class_means(images.reshape(-1, MNIST_SIZE), labels)
    means = _class_means(data.train.x[:20_000], data.train.t[:20_000])
    turned = means.reshape(10, 28, 28).transpose(0, 2, 1).reshape(10, MNIST_SIZE)
    as_it_is, as_turned = (float(np.corrcoef(digits.ravel(), one.ravel())[0, 1]) for one in (means, turned))
    return as_turned > 0.7 and as_turned > as_it_is + 0.1


def _slices(split: Split) -> Iterator[NDArray[np.generic]]:
    for start in range(0, len(split), ROWS):
        yield split.x[start : start + ROWS]


def _hashes(rows: NDArray[np.generic]) -> list[int]:
    """64 bits of each row: among some 100,000 images two that differ have the same one in 10⁻¹⁰ of all
    cases."""
    return [hash(row.tobytes()) for row in rows]


def _class_means(x: NDArray[np.uint8], t: NDArray[np.integer]) -> NDArray[np.float64]:
    """(10, D) the mean image of each class; 0 for a class without images."""
    return np.array(
        [x[t == label].mean(axis=0) if (t == label).any() else np.zeros(x.shape[1]) for label in range(10)]
    )


def _about_range(largest: int) -> list[Finding]:
    if largest >= DARK_BELOW or largest == 0:
        return []
    template = translatable(
        "errors",
        "The largest pixel is {largest}, far below 255: the network gets inputs of at most {share:.2g} and "
        "would hardly learn. Scale them, so that {largest} means full ink.",
    )
    return [Finding(template, {"largest": largest, "share": largest / 255}, {"pixel_max": largest})]


def _about_classes(data: DataSet) -> list[Finding]:
    counts = np.bincount(data.train.t, minlength=data.classes)
    if np.count_nonzero(counts) == 1:
        template = translatable(
            "errors",
            "All training examples are of one class, “{name}”: there is nothing to tell apart. Add examples "
            "of another class.",
        )
        return [Finding(template, {"name": data.class_names[int(counts.argmax())]})]
    missing = [data.class_names[label] for label in np.flatnonzero(counts == 0)]
    if not missing:
        return []
    template = translatable("errors", "{count:,} of {classes:,} classes have no training example: {names}.")
    names = ", ".join(missing[:MOST_NAMED]) + (" …" if len(missing) > MOST_NAMED else "")
    return [Finding(template, {"count": len(missing), "classes": data.classes, "names": names})]


def _about_constant(constant: int, total: int) -> Finding:
    template = translatable(
        "errors",
        "{count:,} of {total:,} examples have one value in all places: an empty image says nothing of its "
        "class.",
    )
    return Finding(template, {"count": constant, "total": total})
