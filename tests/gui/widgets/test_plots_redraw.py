"""Plots take turns: not too often, one at a time, none unseen, and without a timer when nothing waits."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.widgets.plot.redraw import GAP_MS, PERIOD_MS, RedrawScheduler


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.ms = 1000.0

    def __call__(self) -> float:
        return self.ms


class Plot:
    def __init__(self, drawn: list[str], name: str, seen: bool = True) -> None:
        self._drawn = drawn
        self.name = name
        self.seen = seen

    def redraw(self) -> None:
        self._drawn.append(self.name)

    def can_be_seen(self) -> bool:
        return self.seen


class Bench:
    """A scheduler with four plots, and its timer in the test's hand."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.scheduler = RedrawScheduler(clock=self.clock)
        self.drawn: list[str] = []
        self.plots = [Plot(self.drawn, name) for name in "abcd"]
        (self.timer,) = self.scheduler.findChildren(QTimer)

    def request(self, plots: list[Plot] | None = None) -> None:
        for plot in self.plots if plots is None else plots:
            self.scheduler.request(plot)

    def fire(self) -> float:
        """Let the time pass that the timer waits for; returns it."""
        waits = float(self.timer.interval())
        self.timer.stop()
        self.clock.ms += waits
        self.timer.timeout.emit()
        return waits


@pytest.fixture
def bench(qapp: object) -> Iterator[Bench]:
    bench = Bench()
    yield bench
    bench.timer.stop()


def test_plots_are_drawn_one_at_a_time_in_turns(bench: Bench) -> None:
    bench.request()
    assert bench.drawn == []
    waits = [bench.fire() for _ in range(4)]
    assert bench.drawn == list("abcd")
    assert waits == [0.0, GAP_MS, GAP_MS, GAP_MS]
    assert not bench.timer.isActive()


def test_a_plot_is_drawn_four_to_five_times_a_second(bench: Bench) -> None:
    end = bench.clock.ms + 2000.0
    times: dict[str, list[float]] = {plot.name: [] for plot in bench.plots}
    while bench.clock.ms < end:
        bench.request()
        bench.fire()
        times[bench.drawn[-1]].append(bench.clock.ms)
    for drawn in times.values():
        assert 8 <= len(drawn) <= 12
        assert min(b - a for a, b in pairwise(drawn)) >= PERIOD_MS


def test_asking_twice_draws_once(bench: Bench) -> None:
    bench.request()
    bench.request()
    for _ in range(4):
        bench.fire()
    assert bench.drawn == list("abcd")


def test_a_plot_that_was_not_drawn_of_late_need_not_wait_for_others(bench: Bench) -> None:
    bench.request(bench.plots[:1])
    bench.fire()
    bench.request(bench.plots[:1])
    bench.request(bench.plots[1:2])
    assert bench.fire() == GAP_MS
    assert bench.drawn == ["a", "b"]


def test_what_cannot_be_seen_is_not_drawn_and_keeps_no_timer(bench: Bench) -> None:
    hidden = bench.plots[0]
    hidden.seen = False
    bench.request([hidden])
    assert not bench.timer.isActive()
    hidden.seen = True
    bench.request([hidden])
    bench.fire()
    assert bench.drawn == ["a"]


def test_in_a_hurry_plots_wait_for_no_time_and_still_take_turns(bench: Bench) -> None:
    bench.request()
    bench.fire()
    bench.request()
    bench.plots[3].seen = False
    bench.scheduler.hurry()
    assert bench.drawn == ["a"]
    assert [bench.fire() for _ in range(3)] == [0.0, 0.0, 0.0]
    assert bench.drawn == list("abca")
    assert not bench.timer.isActive()
    bench.request(bench.plots[:1])
    assert bench.timer.interval() == PERIOD_MS  # the hurry is over


def test_flush_draws_everything_at_once(bench: Bench) -> None:
    bench.plots[2].seen = False
    bench.request()
    bench.scheduler.flush()
    assert bench.drawn == list("abcd")
    assert not bench.timer.isActive()


def test_a_plot_that_is_gone_is_passed_over(bench: Bench, qtbot: QtBot) -> None:
    class WidgetPlot(QWidget):
        def redraw(self) -> None:
            raise AssertionError

        def can_be_seen(self) -> bool:
            return self.isVisible()

    parent = QWidget()
    gone = WidgetPlot(parent)
    bench.request([gone])  # type: ignore[list-item]
    parent.deleteLater()
    with qtbot.waitSignal(parent.destroyed):
        pass
    bench.request(bench.plots[:1])
    bench.fire()
    assert bench.drawn == ["a"]


def test_it_runs_by_itself(qtbot: QtBot) -> None:
    scheduler, drawn = RedrawScheduler(), []  # type: ignore[var-annotated]
    plots = [Plot(drawn, name) for name in "ab"]
    for plot in plots:
        scheduler.request(plot)
    qtbot.waitUntil(lambda: drawn == ["a", "b"])
