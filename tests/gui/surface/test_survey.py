"""What a job finds out about a network in the plane."""

from __future__ import annotations

import numpy as np
import pytest

from core.errors import DataError
from core.inspection.predictions import prediction
from core.nn.network import Network
from core.nn.spec import LayerSpec, NetworkSpec
from gui.surface import survey as surveys
from tests.gui.surface.planes import SPEC, halves, surveyed


def test_it_knows_what_is_wrong_in_both_sets(monkeypatch: pytest.MonkeyPatch) -> None:
    network, data = Network(SPEC, seed=3), halves()
    assert data.test is not None
    expected = [
        prediction(network, x).predicted != t
        for split in (data.train, data.test)
        for x, t in zip(split.x, split.t, strict=True)
    ]
    found = surveyed(network)
    assert found.wrong is not None
    assert found.wrong.tolist() == expected
    monkeypatch.setattr(surveys, "CHUNK_ROWS", 5)
    in_parts = surveyed(network).wrong
    assert in_parts is not None
    assert in_parts.tolist() == expected


def test_the_layer_that_was_asked_for_or_the_last() -> None:
    assert surveyed().layers == ((1, "Tanh 1"), (3, "ReLU 1"))
    for asked, given in ((1, "Tanh 1"), (3, "ReLU 1"), (None, "ReLU 1"), (7, "ReLU 1")):
        units = surveyed(layer=asked).surface.units
        assert units is not None
        assert units.name == given
    flat = surveyed(Network(NetworkSpec(2, (LayerSpec("affine", 2),))))
    assert (flat.layers, flat.surface.units) == ((), None)


def test_a_network_that_does_not_fit_is_refused() -> None:
    with pytest.raises(DataError, match="2 classes, but the network tells 3"):
        surveyed(Network(NetworkSpec(2, (LayerSpec("affine", 3),))))
    with pytest.raises(DataError, match="the network takes 4"):
        surveyed(Network(NetworkSpec(4, (LayerSpec("affine", 2),))))


def test_numbers_that_overflow_are_no_error() -> None:
    network = Network(SPEC, seed=3)
    network.params.vector[...] = np.float32(3e38)
    found = surveyed(network)
    assert found.wrong is not None
    assert len(found.wrong) == 20
