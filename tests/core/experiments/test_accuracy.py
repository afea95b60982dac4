"""Loss and accuracy over one weight: the published numbers, the slope, and every jump of the accuracy."""

from __future__ import annotations

import numpy as np
import pytest

from core.calculus.differentiation import central_difference
from core.experiments.accuracy import SPECS, WEIGHTS, Landscape, Subject, exploring, prepared
from core.experiments.published import published

REACH = 5.0


def explored(subject: Subject, reach: float = REACH) -> Landscape:
    steps = exploring(subject, -reach, reach)
    while True:
        try:
            done, total = next(steps)
        except StopIteration as end:
            found: Landscape = end.value
            return found
        assert 0 <= done < total


@pytest.fixture(scope="module")
def landscape() -> Landscape:
    return explored(Subject())


def test_the_numbers_of_the_book() -> None:
    cases = published("accuracy")
    assert len(cases) == 7
    for case in cases:
        mover = prepared(Subject("simple_net", case.given["weight"]))
        is_loss = case.given["shows"] == "loss"
        assert case.agrees((mover.book_loss() if is_loss else mover.at(mover.own).slope,))
        # Without δ the loss is the same but for the last digits.
        assert mover.at(mover.own).loss == pytest.approx(mover.book_loss(), abs=1e-6)


def test_every_weight_has_its_place_and_its_word() -> None:
    for name, spec in SPECS.items():
        assert len(WEIGHTS[name]) == spec.parameter_count
    assert list(WEIGHTS["circles"])[:2] == ["W1[0, 0]", "W1[0, 1]"]
    assert WEIGHTS["circles"]["b2[1]"].place == (1,)


@pytest.mark.parametrize("weight", ["W1[1, 2]", "b1[0]", "W2[2, 0]", "b2[1]"])
def test_the_slope_is_that_of_the_loss(weight: str) -> None:
    mover = prepared(Subject(weight=weight, updates=20))
    at = mover.own + 0.3
    numerical = central_difference(lambda w: mover.at(float(w)).loss, np.float64(at), 1e-5)
    assert mover.at(at).slope == pytest.approx(float(numerical), abs=1e-8)


def test_the_loss_of_the_curve_is_that_of_the_network(landscape: Landscape) -> None:
    for place in (0, 123, 400):
        assert landscape.loss[place] == pytest.approx(landscape.mover.at(float(landscape.w[place])).loss)


def test_the_accuracy_is_constant_between_two_jumps(landscape: Landscape) -> None:
    edges, levels = landscape.edges, landscape.levels
    assert len(levels) == len(edges) - 1 > 20
    assert edges == sorted(edges)
    checked = 0
    for start, end, level in zip(edges, edges[1:], levels, strict=False):
        if end - start > 1e-6:
            checked += 1
            for w in (start + 1e-7, (start + end) / 2, end - 1e-7):
                assert landscape.mover.at(w).accuracy == pytest.approx(level, abs=1e-12)
    assert checked > 20


def test_each_jump_is_one_example(landscape: Landscape) -> None:
    for flip in landscape.flips:
        before, after = (landscape.mover.is_right(flip.w + way, flip.example) for way in (-1e-7, 1e-7))
        assert (before, after) == (not flip.gains, flip.gains)


def test_around_a_place_are_the_jumps_on_either_side(landscape: Landscape) -> None:
    first, second = landscape.flips[:2]
    assert landscape.around((first.w + second.w) / 2) == (first, second)
    assert landscape.around(-REACH) == (None, first)
    assert landscape.around(REACH)[1] is None


def test_the_book_is_right_that_a_small_step_hardly_ever_changes_the_accuracy(landscape: Landscape) -> None:
    mover = landscape.mover
    here, further = mover.at(1.0), mover.at(1.0001)
    assert here.accuracy == further.accuracy
    assert further.loss - here.loss == pytest.approx(0.0001 * here.slope, rel=1e-2)
    assert here.slope != 0.0


def test_a_single_example_is_right_or_wrong() -> None:
    landscape = explored(Subject("simple_net", "W1[0, 2]"))
    assert set(landscape.levels) == {0.0, 1.0}
    assert len(landscape.flips) == 1


def test_a_seed_gives_the_same_again_and_updates_lower_the_loss() -> None:
    first, again, other = (prepared(Subject(seed=seed)) for seed in (0, 0, 1))
    assert first.own == again.own != other.own
    untrained = prepared(Subject(updates=0))
    assert untrained.at(untrained.own).loss > first.at(first.own).loss
