"""Ways down a surface: the published positions, and those that run away."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

import numpy as np
import pytest

from core.calculus.functions import LONG_VALLEY, SADDLE, SUM_OF_SQUARES
from core.experiments.race import FAR, Way, clipped, racing
from core.nn.optimizers import OptimizerSpec
from tests.core.pytorch import pytorch

SEEN = ((-5.0, 5.0), (-5.0, 5.0))


def ended(steps: Generator[tuple[int, int], None, tuple[Way, ...]]) -> tuple[Way, ...]:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            ways: tuple[Way, ...] = end.value
            return ways


def one(rate: float, start: tuple[float, float], **how: Any) -> Way:
    (way,) = ended(racing(SUM_OF_SQUARES, [OptimizerSpec("sgd", rate)], start, 100, SEEN, **how))
    return way


def test_every_optimizer_goes_by_itself_from_the_same_start() -> None:
    specs = [OptimizerSpec("sgd", 0.1), OptimizerSpec("momentum", 0.1)]
    both = ended(racing(LONG_VALLEY, specs, (-7.0, 2.0), 20, SEEN))
    for spec, way in zip(specs, both, strict=True):
        (alone,) = ended(racing(LONG_VALLEY, [spec], (-7.0, 2.0), 20, SEEN))
        assert way.path.tolist() == alone.path.tolist()
        assert way.path.shape == (21, 2)
        assert way.path[0].tolist() == [-7.0, 2.0]
        assert way.heights[-1] == LONG_VALLEY.value(way.path[-1])


def test_it_says_how_far_it_is() -> None:
    specs = [OptimizerSpec("sgd", 0.1)] * 3
    assert list(racing(LONG_VALLEY, specs, (1.0, 1.0), 2, SEEN)) == [(0, 3), (1, 3), (2, 3)]


def test_the_artefact_of_the_book_needs_the_numerical_gradient() -> None:
    artefact = one(10.0, (-3.0, 4.0), by_differences=True).path[-1]
    np.testing.assert_allclose(artefact, (-2.58983747e13, -1.29524862e12), rtol=1e-8)
    assert np.abs(one(10.0, (-3.0, 4.0)).path[-1]).min() > 1e100


def test_a_way_that_stays_is_not_away() -> None:
    assert one(0.1, (-3.0, 4.0)).away is None


def test_a_way_that_runs_away_is_away_from_some_update_on() -> None:
    way = one(1.1, (-3.0, 4.0))
    assert way.away is not None
    assert np.abs(way.path[way.away]).max() > 5 * FAR >= np.abs(way.path[way.away - 1]).max()


def test_numbers_that_are_not_finite_are_away() -> None:
    (way,) = ended(racing(SADDLE, [OptimizerSpec("sgd", 1e200)], (1.0, 1.0), 5, SEEN))
    assert way.away == 1
    assert not np.isfinite(way.path[-1]).all()


def test_what_lies_in_the_box_keeps_its_direction() -> None:
    path = np.array([(0.0, 0.0), (1.0, 1.0), (-1e9, -1e9), (np.inf, 3.0), (5.0, 0.0), (5.0, 1.0)])
    found = clipped(path, (-2.0, -1.0), (2.0, 1.0))
    np.testing.assert_allclose(found, [(0.0, 0.0), (1.0, 1.0), (-1.0, -1.0), (np.nan, np.nan)])


def test_what_comes_back_is_another_piece() -> None:
    path = np.array([(0.0, 0.0), (0.0, 9.0), (0.5, 9.0), (0.5, 0.0)])
    found = clipped(path, (-1.0, -1.0), (1.0, 1.0))
    nothing = (np.nan, np.nan)
    np.testing.assert_allclose(found, [(0.0, 0.0), (0.0, 1.0), nothing, (0.5, 1.0), (0.5, 0.0), nothing])


def test_a_path_that_stays_within_is_one_piece() -> None:
    path = np.array([(0.0, -1.0), (0.0, 1.0), (0.0, 1.0), (0.3, 0.7)])
    found = clipped(path, (-1.0, -1.0), (1.0, 1.0))
    assert found[:-1].tolist() == path.tolist()
    assert len(clipped(path[:1], (-1.0, -1.0), (1.0, 1.0))) == 0


@pytest.mark.parametrize("kind", ["nesterov", "rmsprop"])
def test_nesterov_and_rmsprop_are_where_pytorch_is(kind: str) -> None:
    torch = pytorch()
    place = torch.tensor([-7.0, 2.0], dtype=torch.float64, requires_grad=True)
    if kind == "nesterov":
        optimizer = torch.optim.SGD([place], lr=0.1, momentum=0.9, nesterov=True)
    else:
        optimizer = torch.optim.RMSprop([place], lr=0.1)
    for _ in range(30):
        optimizer.zero_grad()
        (place[0] ** 2 / 20 + place[1] ** 2).backward()
        optimizer.step()
    (way,) = ended(racing(LONG_VALLEY, [OptimizerSpec(kind, 0.1)], (-7.0, 2.0), 30, SEEN))
    np.testing.assert_allclose(way.path[-1], place.detach().numpy(), rtol=1e-9)
