"""Every row of the benchmark can be measured and gives figures. How large they are is not tested."""

from __future__ import annotations

import math

import pytest

from benchmarks import steps
from benchmarks.__main__ import GROUPS, main
from benchmarks.children import Child
from benchmarks.nets import LIMITED_THREADS, NETS
from benchmarks.rows import Row, Spread, Target, table


def finite(row: Row) -> bool:
    spreads = [spread for spread in (row.measured, row.reference, row.ratio) if isinstance(spread, Spread)]
    return all(
        math.isfinite(value) for spread in spreads for value in (spread.median, spread.low, spread.high)
    )


def test_the_help_lists_the_groups(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    _, _, listed = capsys.readouterr().out.partition("\ngroups:\n")
    assert [line.split()[0] for line in listed.splitlines()] == list(GROUPS)


@pytest.mark.parametrize("contender", steps.contenders())
def test_a_contender_answers_with_the_time_of_its_steps(contender: str) -> None:
    net = NETS[1]
    with Child("benchmarks.step_child", contender, **LIMITED_THREADS) as child:
        seconds, waited = map(float, child.ask(f"{net.name} 2").split())
        again, _ = map(float, child.ask(f"{net.name} 4").split())
    assert seconds > 0
    assert again > 0
    assert waited >= 0


def test_each_network_gets_a_row_beside_each_opponent() -> None:
    turns = {name: [2.0, 4.0, 6.0] for name in ("engine", "floor", "notes")}
    rows = steps.rows_of(dict.fromkeys(NETS, turns))
    assert len(rows) == 4 + 3
    assert all(finite(row) and row.ratio == Spread(1.0, 1.0, 1.0, 3) for row in rows)


def test_ratios_are_taken_pair_by_pair() -> None:
    ratio = Spread.of_ratios([1.0, 10.0, 100.0], [2.0, 20.0, 200.0])
    assert ratio == Spread(0.5, 0.5, 0.5, 3)


def test_the_median_decides_whether_a_target_is_reached() -> None:
    spread = Spread(1.0, 0.5, 3.0, 9)
    assert Row("a", spread, "ms", target=Target(1.0)).reached is True
    assert Row("a", spread, "ms", target=Target(1.1, at_least=True)).reached is False
    assert Row("a", spread, "ms", ratio=Spread.of([2.0]), target=Target(1.5)).reached is False
    assert Row("a", spread, "ms").reached is None


def test_the_columns_of_the_table_are_aligned() -> None:
    rows = [
        Row("short", Spread.of([1.0]), "ms", target=Target(2.0)),
        Row("rather long", Spread.of([1.0, 2.0]), "µs", "x", Spread.of([1.0]), Spread.of([2.0]), Target(1.0)),
    ]
    lines = table(rows).splitlines()
    assert len(lines) == 4
    assert [line.index("1.0") for line in lines[2:3]] == [lines[0].index("measured")]
    assert lines[2].endswith("✓")
    assert lines[3].endswith("✗")
