"""The switches of `load_mnist` against `load_mnist` itself, and shapes through a network."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from core.data import DataSet, load_mnist
from core.data.folder import LabelledImages
from core.inspection.shapes import as_load_mnist_gives, pass_shapes
from core.training.presets import preset


@pytest.mark.parametrize(("normalize", "flatten", "one_hot_label"), [*product((True, False), repeat=3)])
def test_the_switches_give_what_load_mnist_gives(
    mnist: DataSet, monkeypatch: pytest.MonkeyPatch, normalize: bool, flatten: bool, one_hot_label: bool
) -> None:
    assert mnist.test is not None
    few = LabelledImages(mnist.test.x[:100].reshape(-1, 28, 28), mnist.test.t[:100].astype(np.uint8))
    monkeypatch.setattr("core.data.mnist.read_folder", lambda _: (few, few))
    switches = {"normalize": normalize, "flatten": flatten, "one_hot_label": one_hot_label}
    _, (x, t) = load_mnist(**switches)
    image, label = mnist.test.x[61].reshape(28, 28), int(mnist.test.t[61])
    found = as_load_mnist_gives(image, label, mnist.classes, len(few.labels), **switches)
    for facts, array in ((found.x, x), (found.t, t)):
        assert facts.whole_shape == array.shape
        assert facts.shape == array[61].shape
        assert facts.dtype == str(array.dtype)
        assert (facts.values == array[61]).all()
        assert facts.first == tuple(array[61].reshape(-1)[:8].tolist())
    assert found.x.first == (0,) * 8
    place = found.x.first_ink
    assert place is not None
    assert not found.x.values.reshape(-1)[:place].any()
    assert found.x.values.reshape(-1)[place] > 0


def test_the_shapes_of_the_study_notes(mnist: DataSet) -> None:
    image = mnist.train.x[0].reshape(28, 28)
    given = as_load_mnist_gives(image, 5, 10, 60_000, flatten=True, normalize=False)
    assert (given.x.whole_shape, given.t.whole_shape) == ((60_000, 784), (60_000,))
    assert given.t.values == 5
    assert as_load_mnist_gives(image, 5, 10, 60_000, one_hot_label=True).t.first == (0, 0, 0, 0, 0, 1, 0, 0)


def test_an_empty_image_and_many_classes() -> None:
    facts = as_load_mnist_gives(np.zeros((2, 3), np.uint8), 300, 301, 7)
    assert facts.x.first_ink is None
    assert facts.x.whole_shape == (7, 6)
    assert facts.t.values == 300


def test_shapes_through_a_network() -> None:
    shapes = pass_shapes(preset("two-layer").experiment.network)
    assert [(place.name, place.one, place.batch) for place in shapes] == [
        ("x", (784,), (100, 784)),
        ("Affine 1", (80,), (100, 80)),
        ("ReLU 1", (80,), (100, 80)),
        ("Affine 2", (10,), (100, 10)),
    ]
    assert pass_shapes(preset("simple-net").experiment.network, 1)[-1].batch == (1, 3)
