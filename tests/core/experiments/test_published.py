"""When a computed number agrees with a printed one."""

from __future__ import annotations

import pytest

from core.experiments.published import Published, published


@pytest.mark.parametrize(
    ("printed", "computed", "agrees"),
    [
        ("0.458", 0.45849, True),
        ("0.458", 0.4586, False),
        ("1.00", 0.996, True),
        ("1.00", 0.99, False),
        ("1.8e-6", 1.77e-6, True),
        ("1.8e-6", 1.86e-6, False),
    ],
)
def test_a_number_agrees_if_it_rounds_to_the_printed_one(printed: str, computed: float, agrees: bool) -> None:
    assert Published({}, (printed,)).agrees((computed,)) is agrees


def test_with_a_factor_the_neighbourhood_is_enough() -> None:
    about = Published({}, ("2e-6",), factor=2.0)
    assert about.agrees((1.1e-6,))
    assert about.agrees((3.9e-6,))
    assert not about.agrees((0.9e-6,))
    assert not about.agrees((4.1e-6,))


def test_all_numbers_of_a_case_have_to_agree() -> None:
    assert not Published({}, ("0.1", "0.2")).agrees((0.1, 0.3))


def test_an_experiment_of_which_nothing_is_printed_has_no_numbers() -> None:
    assert published("nothing") == ()
