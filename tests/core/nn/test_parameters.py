"""One vector and its named views: two ways to the same numbers."""

from __future__ import annotations

import numpy as np
import pytest

from core.nn.parameters import Parameters

SHAPES = {"W1": (2, 3), "b1": (3,), "W2": (3, 1)}


def test_names_are_views_of_one_vector_in_order() -> None:
    parameters = Parameters(SHAPES)
    assert list(parameters) == ["W1", "b1", "W2"]
    assert len(parameters) == 3
    assert parameters.vector.shape == (12,)
    assert parameters.vector.dtype == np.float32
    parameters.vector[...] = np.arange(12)
    np.testing.assert_array_equal(parameters["W1"], [[0, 1, 2], [3, 4, 5]])
    np.testing.assert_array_equal(parameters["b1"], [6, 7, 8])
    np.testing.assert_array_equal(parameters["W2"], [[9], [10], [11]])
    assert {name: parameters.vector[part].tolist() for name, part in parameters.slices.items()} == {
        name: array.reshape(-1).tolist() for name, array in parameters.items()
    }


def test_changing_a_view_changes_the_vector() -> None:
    parameters = Parameters(SHAPES)
    parameters["b1"][1] = 5
    assert parameters.vector[7] == 5


def test_assigning_copies_and_keeps_the_view() -> None:
    parameters = Parameters(SHAPES)
    view, other = parameters["b1"], np.array([1.0, 2.0, 3.0])
    parameters["b1"] = other
    other[0] = 9
    assert parameters["b1"] is view
    np.testing.assert_array_equal(parameters.vector[6:9], [1, 2, 3])


def test_subtracting_in_place_as_in_the_book() -> None:
    parameters = Parameters(SHAPES, np.float64)
    before = parameters["W1"]
    parameters["W1"] -= 0.1 * np.ones((2, 3))
    assert parameters["W1"] is before
    np.testing.assert_array_equal(parameters.vector[:6], np.full(6, -0.1))
    parameters["b1"] += [1, 2, 3]
    np.testing.assert_array_equal(parameters.vector[6:9], [1, 2, 3])


@pytest.mark.parametrize("value", [np.ones(2), np.ones((3, 1)), np.ones((1, 3)), 1.0])
def test_another_shape_is_refused_also_where_it_would_spread(value: object) -> None:
    parameters = Parameters(SHAPES)
    with pytest.raises(ValueError, match=r"b1 has the shape \(3,\), not "):
        parameters["b1"] = value
    assert not parameters.vector.any()


def test_names_are_fixed() -> None:
    parameters = Parameters(SHAPES)
    with pytest.raises(KeyError):
        parameters["b3"] = np.ones(3)
    with pytest.raises(TypeError, match="b1 is part of the network and cannot be removed"):
        del parameters["b1"]
    assert "b3" not in parameters


def test_copies_are_of_their_own() -> None:
    parameters = Parameters(SHAPES)
    copies = parameters.copies()
    parameters.vector[...] = 1
    assert list(copies) == list(parameters)
    assert not any(array.any() for array in copies.values())


def test_none_at_all_is_legal() -> None:
    assert Parameters({}).vector.shape == (0,)


def test_its_text_names_the_shapes() -> None:
    assert repr(Parameters(SHAPES)) == "Parameters(W1 (2, 3), b1 (3,), W2 (3, 1))"
