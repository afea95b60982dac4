"""The decision surface and the maps of the units, against the network's own answers."""

from __future__ import annotations

import numpy as np
import pytest

from core.data import DataSet, Split, open_data_set
from core.errors import DataError
from core.inspection.predictions import prediction
from core.inspection.surface import (
    AIR,
    Plane,
    decision_surface,
    hidden_layers,
    is_plane,
    plane_of,
)
from core.nn.network import Network
from core.nn.spec import LayerSpec, LossSpec, NetworkSpec

PLANE = Plane(-2.0, 1.0, -1.0, 3.0)


def network(*layers: str, inputs: int = 2, loss: str = "softmax") -> Network:
    specs = [LayerSpec(*((kind, int(units)) if units else (kind,))) for kind, _, units in map(split, layers)]
    return Network(NetworkSpec(inputs, tuple(specs), LossSpec(loss)), seed=5)


def split(text: str) -> tuple[str, str, str]:
    return text.partition(":")


def test_the_grid_has_its_corners_and_begins_below() -> None:
    grid = PLANE.grid(4)
    assert grid.shape == (4, 4, 2)
    assert grid[0, 0].tolist() == [-2.0, -1.0]
    assert grid[0, -1].tolist() == [1.0, -1.0]
    assert grid[-1, 0].tolist() == [-2.0, 3.0]


@pytest.mark.parametrize(
    ("layers", "loss"),
    [
        (("affine:7", "tanh", "affine:3"), "softmax"),
        (("affine:4", "relu", "affine:2"), "softmax"),
        (("affine:4", "relu", "affine:1"), "sigmoid_cross_entropy"),
        (("affine:4", "tanh", "affine:3"), "sigmoid_cross_entropy"),
        (("affine:4", "tanh", "affine:2"), "squared_error"),
        (("affine:4", "tanh", "affine:1"), "squared_error"),
    ],
)
def test_it_is_what_the_network_predicts(layers: tuple[str, ...], loss: str) -> None:
    own = network(*layers, loss=loss)
    surface = decision_surface(own, PLANE, side=53)
    classes = max(own.spec.output_size, 2)
    assert surface.outputs.shape == (53, 53, classes)
    assert surface.units is None
    assert surface.predicted.shape == surface.lead.shape == (53, 53)
    for row, column in ((0, 0), (3, 40), (52, 1), (26, 26)):
        found = prediction(own, PLANE.grid(53)[row, column])
        assert surface.outputs[row, column] == pytest.approx(found.outputs, abs=1e-6)
        assert surface.predicted[row, column] == found.predicted
        second, first = np.sort(found.outputs)[-2:]
        assert surface.lead[row, column] == pytest.approx(np.clip(first - second, 0, 1), abs=1e-6)


def test_a_linear_network_has_a_straight_border() -> None:
    own = network("affine:2")
    own.params["W1"] = np.array([[1.0, 0.0], [0.0, 2.0]])
    own.params["b1"] = np.array([0.0, 0.5])
    pieces = decision_surface(own, PLANE, side=31).border
    assert len(pieces) > 30
    # x₁ = 2·x₂ + 0.5
    assert pieces[..., 0] - 2 * pieces[..., 1] == pytest.approx(0.5, abs=1e-5)


def test_the_border_of_a_yes_or_no_is_where_it_is_even() -> None:
    for loss, tie in (("sigmoid_cross_entropy", 0.0), ("squared_error", 0.5)):
        own = network("affine:1", loss=loss)
        own.params["W1"], own.params["b1"] = np.array([[1.0], [1.0]]), np.array([0.25])
        pieces = decision_surface(own, PLANE, side=31).border
        assert pieces.sum(axis=2) + 0.25 == pytest.approx(tie, abs=1e-5)


def test_weights_that_overflow_make_no_border_and_no_lead() -> None:
    own = network("affine:2")
    own.params["W1"] = np.full((2, 2), np.nan)
    surface = decision_surface(own, PLANE, side=9)
    assert (surface.lead == 0).all()
    assert len(surface.border) == 0


def test_units_are_those_of_the_layer() -> None:
    own = network("affine:5", "tanh", "affine:3", "relu", "affine:2")
    maps = decision_surface(own, PLANE, 1, 29).units
    assert maps is not None
    assert (maps.name, maps.layer, maps.values.shape) == ("Tanh 1", 1, (5, 29, 29))
    at = PLANE.grid(29)[7, 20]
    assert maps.values[:, 7, 20] == pytest.approx(own.activations(at)[1][0], abs=1e-6)


@pytest.mark.parametrize(
    ("layers", "found"),
    [
        (("affine:2",), ()),
        (("affine:4", "tanh", "affine:2"), (1,)),
        (("affine:4", "relu", "dropout", "affine:3", "affine:2"), (1, 3)),
        (("affine:4", "batch_norm", "relu", "affine:2", "sigmoid"), (2,)),
    ],
)
def test_hidden_layers(layers: tuple[str, ...], found: tuple[int, ...]) -> None:
    assert hidden_layers(network(*layers).spec) == found


def test_the_plane_of_the_examples() -> None:
    train, test = Split(np.array([[0.0, 5.0], [10.0, 5.0]]), np.array([0, 1])), None
    assert plane_of(DataSet("d", "D", train, test, 2)) == Plane(-10 * AIR, 10 + 10 * AIR, 5 - AIR, 5 + AIR)
    other = Split(np.array([[20.0, 6.0]]), np.array([0]))
    assert plane_of(DataSet("d", "D", train, other, 2)).right == pytest.approx(20 + 20 * AIR)
    pixels = Split(np.array([[0, 255], [255, 0]], np.uint8), np.array([0, 1]))
    assert plane_of(DataSet("d", "D", pixels, None, 2)).right == pytest.approx(1 + AIR)


def test_which_data_are_points_of_a_plane() -> None:
    found = {name: is_plane(open_data_set(name)) for name in ("xor", "spirals", "random-pair", "simple-pair")}
    assert found == {"xor": True, "spirals": True, "random-pair": False, "simple-pair": True}
    assert not is_plane(None)


def test_a_network_of_other_inputs_is_refused() -> None:
    with pytest.raises(DataError, match="the network takes 3"):
        decision_surface(network("affine:2", inputs=3), PLANE)
