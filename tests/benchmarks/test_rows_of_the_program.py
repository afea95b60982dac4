"""The rows that run the whole program, or parts of it, can be measured. How large they are is not tested."""

from __future__ import annotations

import math

import pytest

from benchmarks import data_rows, graph_trace, mnist, start, window
from benchmarks.rows import Row


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(window, "QUICK_ROUNDS", 1)
    monkeypatch.setattr(window, "QUICK_TURN_S", 0.1)
    monkeypatch.setattr(window, "QUICK_LATENESS_S", 0.1)
    monkeypatch.setattr(start, "QUICK_ROUNDS", 1)
    monkeypatch.setattr(data_rows, "QUICK_STROKES", 1)
    monkeypatch.setattr(data_rows, "QUICK_TURN_S", 0.1)
    monkeypatch.setattr(graph_trace, "QUICK_ROUNDS", 1)


def assert_sound(rows: list[Row]) -> None:
    for row in rows:
        for spread in (row.measured, row.reference, row.ratio):
            if spread is not None:
                assert math.isfinite(spread.low + spread.median + spread.high)
                assert spread.median >= 0


def test_the_window_trains_and_draws_every_plot() -> None:
    rows = window.rows(quick=True)
    assert_sound(rows)
    assert rows[0].ratio is not None
    assert rows[0].note.partition(" times")[0].count(",") == 3  # four plots


def test_the_program_starts_beside_a_bare_window() -> None:
    (row,) = start.rows(quick=True)
    assert_sound([row])
    assert row.ratio is not None


def test_the_data_workspace_is_used_at_rest_and_beside_a_training() -> None:
    rows = data_rows.rows(quick=True)
    assert_sound(rows)
    assert len(rows) == 2 * len(data_rows.MEASURES) + 1
    assert rows[-1].ratio is not None


def test_mnist_is_opened_and_a_graph_traced() -> None:
    assert_sound(mnist.rows(quick=True) + graph_trace.rows(quick=True))
