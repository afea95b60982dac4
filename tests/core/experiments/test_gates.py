"""Perceptrons as gates: the book's tables, their lines, and why XOR needs two layers."""

from __future__ import annotations

import itertools
import math

import pytest

from core.experiments.gates import GATES, INPUTS, Perceptron, TwoLayers, outputs
from core.experiments.published import published

AND, NAND, OR = Perceptron(0.5, 0.5, -0.7), Perceptron(-0.5, -0.5, 0.7), Perceptron(0.5, 0.5, -0.2)


@pytest.mark.parametrize(("gate", "perceptron"), [("and", AND), ("nand", NAND), ("or", OR)])
def test_the_gates_of_the_book(gate: str, perceptron: Perceptron) -> None:
    assert outputs(perceptron) == GATES[gate]


def test_xor_is_and_of_nand_and_or() -> None:
    network = TwoLayers(NAND, OR, AND)
    assert outputs(network) == GATES["xor"]
    assert [network.hidden(x) for x in INPUTS] == [(1, 0), (1, 1), (1, 1), (0, 1)]


def test_the_tables_are_published_for_all_gates() -> None:
    cases = published("perceptron")
    assert {case.given["gate"] for case in cases} == set(GATES)
    for case in cases:
        assert case.agrees([float(y) for y in GATES[case.given["gate"]]])


def test_one_perceptron_gives_every_gate_but_xor() -> None:
    numbers = [step / 2 for step in range(-4, 5)]
    found = {outputs(Perceptron(*each)) for each in itertools.product(numbers, repeat=3)}
    # Of the sixteen tables, one line does all but XOR and its opposite.
    assert len(found) == 14
    assert {GATES["and"], GATES["nand"], GATES["or"]} <= found
    assert GATES["xor"] not in found


def test_on_the_line_the_output_is_0() -> None:
    assert Perceptron(0.1, 0.2, -0.3).output((1, 1)) == 0
    assert Perceptron(0.1, 0.2, -0.299).output((1, 1)) == 1


def test_the_nearest_point_lies_on_the_line() -> None:
    perceptron = Perceptron(3.0, 4.0, -5.0)
    assert perceptron.nearest((0.0, 0.0)) == pytest.approx((0.6, 0.8))
    assert perceptron.distance((0.0, 0.0)) == pytest.approx(1.0)
    assert perceptron.total(perceptron.nearest((7.0, -2.0))) == pytest.approx(0.0)


def test_without_weights_there_is_not_a_line() -> None:
    perceptron = Perceptron(0.0, 0.0, 1.0)
    assert not perceptron.has_line
    assert perceptron.nearest((0.5, 0.5)) == (0.5, 0.5)
    assert perceptron.distance((0.5, 0.5)) == math.inf
    assert outputs(perceptron) == (1, 1, 1, 1)


SQUARE = [(-1.0, -1.0), (2.0, -1.0), (2.0, 2.0), (-1.0, 2.0)]


def area(polygon: list[tuple[float, float]]) -> float:
    pairs = zip(polygon, polygon[1:] + polygon[:1], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2


def test_a_line_divides_a_square_in_two_parts() -> None:
    upright = Perceptron(1.0, 0.0, -1.0)
    assert [area(upright.part(SQUARE, output)) for output in (0, 1)] == pytest.approx([6.0, 3.0])
    assert upright.part(SQUARE, 1) == [(1.0, -1.0), (2.0, -1.0), (2.0, 2.0), (1.0, 2.0)]
    assert upright.parts(SQUARE) == [upright.part(SQUARE, 1)]


def test_the_part_of_a_line_beside_the_square_is_all_or_nothing() -> None:
    far = Perceptron(1.0, 1.0, -9.0)
    assert far.part(SQUARE, 0) == SQUARE
    assert far.part(SQUARE, 1) == []


def test_the_parts_of_xor_are_the_strip_between_its_lines() -> None:
    parts = [part for part in TwoLayers(NAND, OR, AND).parts(SQUARE) if part]
    # Between x1 + x2 = 0.4 and x1 + x2 = 1.4, whose halves of the square are triangles.
    assert sum(map(area, parts)) == pytest.approx(9.0 - 2.4**2 / 2 - (4.0 - 1.4) ** 2 / 2)
