"""The rows that run the whole program, or parts of it, can be measured. How large they are is not tested."""

from __future__ import annotations

import math
import os
import shlex
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest

from benchmarks import (
    data_rows,
    evaluation,
    executable,
    graph_trace,
    lab,
    load,
    mnist,
    start,
    theme,
    trial,
    window,
)
from benchmarks.busy import busy_programs
from benchmarks.children import Child
from benchmarks.rows import Row, Spread, cells
from tools.build import program_in

PAINTS = (
    *(sys.executable, "-c"),
    "import sys, time; print('qt.widgets.painting: Flushing', file=sys.stderr, flush=True); time.sleep(60)",
)
"""Says what Qt says of a window that is painted, and stands in for one where another is not needed."""


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(trial.NAME, "1")
    monkeypatch.setattr(window, "QUICK_ROUNDS", 1)
    monkeypatch.setattr(window, "QUICK_TURN_S", 0.01)
    monkeypatch.setattr(window, "QUICK_LATENESS_S", 0.1)
    monkeypatch.setattr(start, "QUICK_ROUNDS", 1)
    in_home = start.environment_in
    # With what these tests have compiled already, where a measurement compiles anew.
    monkeypatch.setattr(start, "environment_in", lambda home: in_home(home) | {"PYTHONPYCACHEPREFIX": ""})
    monkeypatch.setattr(data_rows, "QUICK_STROKES", 1)
    monkeypatch.setattr(data_rows, "QUICK_TURNS", 1)
    monkeypatch.setattr(data_rows, "QUICK_TURN_S", 0.01)
    monkeypatch.setattr(lab, "QUICK_MOVES", 3)
    monkeypatch.setattr(evaluation, "QUICK_ROUNDS", 1)
    monkeypatch.setattr(mnist, "QUICK_ROUNDS", 1)
    monkeypatch.setattr(graph_trace, "QUICK_ROUNDS", 1)
    monkeypatch.setattr(graph_trace, "QUICK_TERMS", 100)
    monkeypatch.setattr(graph_trace, "IN_A_ROW", 1)
    monkeypatch.setattr(load, "QUICK_TURN_S", 0.05)
    monkeypatch.setattr(load, "BACK_S", 0.05)
    monkeypatch.setattr(load, "QUICK_LENGTH", ("--iterations", "3", "--evaluate-on", "100"))


def assert_sound(rows: list[Row]) -> None:
    for row in rows:
        for spread in (row.measured, row.reference, row.ratio):
            if isinstance(spread, Spread):
                assert math.isfinite(spread.low + spread.median + spread.high)
                assert spread.median >= 0


def test_the_window_trains_and_draws_every_plot() -> None:
    rows = window.rows(quick=True)
    assert_sound(rows)
    assert rows[0].ratio is not None
    assert rows[0].note.partition(" times")[0].count(",") == 3  # four plots
    assert rows[1].ratio is not None
    assert "autosave" in rows[1].what


def test_a_window_is_seen_when_it_is_painted(tmp_path: Path) -> None:
    """That of the program is opened in the same way in tests/test_docs.py."""
    assert start.seconds_to_paint(start.BARE, str(tmp_path)) > 0
    assert Path(start.PROGRAM[1]).is_file()


def test_the_program_starts_beside_a_bare_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "PROGRAM", PAINTS)
    monkeypatch.setattr(start, "BARE", PAINTS)
    (row,) = start.rows(quick=True)
    assert_sound([row])
    assert row.ratio is not None


def test_theme_and_language_are_changed_and_pictures_of_the_lab_dragged(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Both ask one process here, as it takes seconds to start."""
    with Child("benchmarks.resting_child") as child:
        for module in (lab, theme):
            monkeypatch.setattr(module, "Child", {"benchmarks.resting_child": nullcontext(child)}.get)
        dragged, changed = lab.rows(quick=True), theme.rows(quick=True)
    assert_sound(dragged + changed)
    assert len(dragged) == len(lab.DRAGGED)
    assert [row.measured.count for row in changed if isinstance(row.measured, Spread)] == [2, 2]


def test_the_data_workspace_is_used_at_rest_and_beside_a_training() -> None:
    rows = data_rows.rows(quick=True)
    assert_sound(rows)
    assert len(rows) == len(data_rows.SITUATIONS) * len(data_rows.MEASURES) + 1
    assert rows[-1].ratio is not None


def test_it_trains_beside_busy_programs_and_a_whole_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "granted_processors", lambda: 2)
    monkeypatch.setattr(load, "choices", lambda most: (1,))
    rows = load.rows(quick=True)
    assert_sound(rows)
    *beside, after, whole = rows
    loads = ("0 busy programs", "1 busy program", "2 busy programs")
    assert [row.what for row in beside] == [f"training beside {load}" for load in loads]
    assert all(row.ratio is not None for row in (*beside, after))
    assert "evaluations took" in whole.note


def test_the_best_fixed_number_is_found_by_its_median() -> None:
    rates = {"auto": [90.0, 95.0], "1": [50.0, 60.0], "2": [100.0, 95.0]}
    row = load.row_of(rates, "beside none", 0.9)
    assert row.against == "the best fixed number of threads, 2"
    assert row.ratio == Spread.of([0.9, 1.0])


def test_no_busy_program_is_left_where_a_measurement_fails() -> None:
    left: list[int] = []

    def fail() -> None:
        with busy_programs(2) as programs:
            left.extend(program.pid for program in programs)
            raise RuntimeError("no figure")

    with pytest.raises(RuntimeError, match="no figure"):
        fail()
    assert len(left) == 2
    for process in left:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


def test_an_evaluation_is_made_beside_its_products() -> None:
    (row,) = evaluation.rows(quick=True)
    assert_sound([row])
    assert row.ratio is not None
    assert "70,000" in row.what


def test_mnist_is_opened_and_a_graph_traced() -> None:
    assert_sound(mnist.rows(quick=True) + graph_trace.rows(quick=True))


@pytest.mark.skipif(sys.platform == "win32", reason="a script cannot stand in for a program there")
def test_the_executable_is_weighed_and_started_beside_the_sources(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What it measures does not matter here: a script stands in for what was built."""
    archive, program = tmp_path / "archive", program_in(tmp_path / "folder")
    archive.write_bytes(bytes(1_500_000))
    program.parent.mkdir(parents=True)
    program.write_text(f"#!/bin/sh\nexec {shlex.join(PAINTS)}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(executable, "PROGRAM", PAINTS)
    monkeypatch.setattr(executable, "built_archive", lambda: archive)
    monkeypatch.setattr(executable, "built_folder", lambda: tmp_path / "folder")
    packed, unpacked, begun = executable.rows(quick=True)
    assert_sound([packed, unpacked, begun])
    assert isinstance(packed.measured, Spread)
    assert packed.measured.median == 1.5
    assert isinstance(unpacked.measured, Spread)
    assert unpacked.measured.median == program.stat().st_size / 1e6
    assert begun.ratio is not None


def test_an_executable_that_was_not_built_is_told_of(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(executable, "built_archive", lambda: tmp_path / "none.tar.xz")
    monkeypatch.setattr(executable, "built_folder", lambda: tmp_path / "none")
    rows = executable.rows(quick=True)
    assert len(rows) == 3
    assert all(cells(row)[1] == "not built: run dev.py build" and row.reached is None for row in rows)


def test_a_program_that_ends_without_a_window_is_quoted(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "import sys; sys.exit('no screen here')"]
    with pytest.raises(RuntimeError, match="no screen here"):
        start.seconds_to_paint(command, str(tmp_path))
