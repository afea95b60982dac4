"""The choice of the number of threads, under a clock that the test turns, and products that take time."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from core.training.thread_record import ThreadRecord, usual
from core.training.threads import LEAST_WAIT_S, LOOK_S, MOST_LOST_S, MOST_WAIT_S, RISE, ThreadChooser

Products = Callable[[int, float], float]
"""The seconds of an iteration with a number of threads, at a time."""

STEP = 0.001


def free(threads: int, now: float) -> float:
    """A large product on a free machine: the half of it is shared."""
    return STEP * (0.5 + 0.5 / threads)


def small(threads: int, now: float) -> float:
    """A product that is not worth sharing."""
    return STEP * (0.8 + 0.2 * threads)


def busy(threads: int, now: float) -> float:
    """Another program runs, for which one of several threads is put aside."""
    return STEP if threads == 1 else 4 * STEP


def from_to(before: Products, moment: float, after: Products) -> Products:
    return lambda threads, now: (before if now < moment else after)(threads, now)


class Machine:
    """Makes iterations, and keeps with how many threads and until when each was made."""

    def __init__(self, products: Products, most: int = 2) -> None:
        self.now = 100.0
        self.began = self.now
        self.products = products
        self.chooser = ThreadChooser(most, self.now)
        self.made: list[tuple[float, int]] = []

    def run(self, seconds: float) -> Machine:
        end = self.now + seconds
        while self.now < end:
            threads = self.chooser.threads
            self.now += self.products(threads, self.now - self.began)
            self.made.append((self.now - self.began, threads))
            changed = self.chooser.iterated(self.now)
            assert changed == (self.chooser.threads != threads)
        return self

    @property
    def seconds(self) -> float:
        return self.now - self.began

    def share(self, threads: int, start: float, stop: float) -> float:
        """The share of the iterations between two times that had this number."""
        within = [number for time, number in self.made if start <= time < stop]
        return within.count(threads) / len(within)

    def speed(self, start: float, stop: float) -> float:
        """Iterations a second between two times."""
        return sum(start <= time < stop for time, _ in self.made) / (stop - start)

    def looks(self, threads: int) -> list[float]:
        """When this number was begun with."""
        return [time for (_, before), (time, number) in pairwise(self.made) if number == threads != before]


def test_it_begins_with_one_thread() -> None:
    assert ThreadChooser(8, 0.0).threads == 1


def test_it_goes_on_from_what_was_found_before() -> None:
    assert ThreadChooser(8, 0.0, 4).threads == 4
    assert ThreadChooser(8, 0.0, 3).threads == 2
    assert ThreadChooser(2, 0.0, 64).threads == 2


def test_one_core_has_one_thread_and_no_look() -> None:
    machine = Machine(free, most=1).run(20.0)
    assert {threads for _, threads in machine.made} == {1}


@pytest.mark.parametrize("most", [2, 3, 4, 6, 8, 16])
def test_a_large_product_on_a_free_machine_has_all_cores(most: int) -> None:
    machine = Machine(free, most).run(20.0)
    assert machine.speed(2.0, 20.0) > 0.99 / free(most, 0.0)
    assert max(threads for _, threads in machine.made) == most


def test_a_product_that_gains_nothing_has_one_thread() -> None:
    assert Machine(small).run(20.0).share(1, 0.0, 20.0) > 0.97
    assert Machine(lambda threads, now: STEP).run(20.0).share(1, 1.0, 20.0) > 0.9


def test_four_threads_of_eight_where_more_are_slower() -> None:
    machine = Machine(lambda threads, now: STEP * (1 / threads + threads / 16), most=8).run(20.0)
    assert machine.share(4, 2.0, 20.0) > 0.95


@pytest.mark.parametrize("most", [2, 8])
def test_a_busy_machine_has_one_thread(most: int) -> None:
    machine = Machine(busy, most).run(20.0)
    assert machine.share(1, 0.0, 20.0) > 0.97


@pytest.mark.parametrize(("products", "best"), [(free, 2), (small, 1), (busy, 1)])
def test_hardly_anything_is_lost_against_the_best_number(products: Products, best: int) -> None:
    """The beginning is contained in this; beside another program it may be more."""
    machine = Machine(products).run(60.0)
    least = 0.99 if products is busy else 0.994
    assert len(machine.made) > least * machine.seconds / products(best, 0.0)


def test_that_it_became_busy_is_seen_at_once() -> None:
    machine = Machine(from_to(free, 5.0, busy)).run(20.0)
    assert machine.share(2, 2.0, 5.0) > 0.97
    assert machine.share(1, 5.3, 20.0) > 0.97


def test_that_it_is_free_again_is_seen_within_two_seconds() -> None:
    machine = Machine(from_to(busy, 7.0, free)).run(20.0)
    assert machine.share(2, 9.0, 20.0) > 0.97


def test_every_core_is_used_again_step_by_step() -> None:
    machine = Machine(from_to(busy, 7.0, free), most=8).run(20.0)
    assert machine.speed(10.0, 20.0) > 0.99 / free(8, 0.0)


def test_one_look_that_fails_loses_no_more_than_it_may() -> None:
    machine = Machine(busy).run(1.0)
    first = [now for now, threads in machine.made if threads == 2]
    assert len(first) * busy(2, 0.0) < MOST_LOST_S + 2 * busy(2, 0.0)


def test_looks_have_their_least_and_their_most_distance() -> None:
    gaps = [later - earlier for earlier, later in pairwise(Machine(busy).run(60.0).looks(2))]
    assert all(LEAST_WAIT_S <= gap < MOST_WAIT_S[1] + 0.2 for gap in gaps)
    large = Machine(lambda threads, now: 40 * free(threads, now)).run(60.0)
    gaps = [later - earlier for earlier, later in pairwise(large.looks(1))]
    assert all(LEAST_WAIT_S <= gap < MOST_WAIT_S[-1] + 0.3 for gap in gaps)


def test_a_stroke_of_bad_luck_in_a_look_is_made_good() -> None:
    """A pause of 5 ms, such as a painted plot costs, in the first look at two threads."""
    hit: list[float] = []

    def products(threads: int, now: float) -> float:
        if threads == 2 and not hit:
            hit.append(now)
            return 0.005
        return free(threads, now)

    machine = Machine(products).run(3.0)
    assert hit
    assert machine.share(2, 0.5, 3.0) > 0.95


def test_an_evaluation_counts_for_nothing() -> None:
    """It takes a second after every tenth iteration: the choice is that of the iterations."""
    machine = Machine(free)
    for _ in range(200):
        machine.run(10 * STEP)
        machine.now += 1.0
        machine.chooser.resume(machine.now)
    last = [threads for _, threads in machine.made][-200:]
    assert last.count(2) > 190


def test_a_change_that_cannot_be_made_is_put_off() -> None:
    machine = Machine(free)
    while machine.chooser.threads == 1:
        machine.run(STEP)
    machine.chooser.refuse(machine.now)
    refused = machine.now - machine.began
    assert machine.chooser.threads == 1
    machine.run(3.0)
    assert machine.looks(2)[0] >= refused + LEAST_WAIT_S
    assert machine.chooser.threads == 2


def test_it_rises_only_where_the_iterations_do() -> None:
    """A little slower is not yet a busy machine: no look but the regular ones."""
    slower = from_to(free, 3.0, lambda threads, now: (RISE - 0.1) * free(threads, now))
    regular = Machine(slower).run(5.0).looks(1)
    assert [round(time, 1) for time in regular] == sorted({round(time, 1) for time in regular})
    assert len(regular) <= 4


def test_a_look_is_believed_only_after_its_time() -> None:
    """Two threads that are put aside after 30 ms look fine until then."""
    looks: list[float] = []

    def products(threads: int, now: float) -> float:
        if threads == 1:
            looks.clear()
            return STEP
        looks.append(now)
        return 0.6 * STEP if now - looks[0] < 0.3 * LOOK_S else 10 * STEP

    machine = Machine(products).run(10.0)
    assert machine.share(1, 0.0, 10.0) > 0.9


def test_the_record_counts_the_iterations_of_each_number() -> None:
    record = ThreadRecord()
    assert record.iterations(7) == {}
    record.use(1, 10)
    record.use(1, 12)
    assert record.iterations(10) == {}
    record.use(2, 15)
    assert record.iterations(15) == {1: 5}
    assert record.iterations(40) == {1: 5, 2: 25}
    record.use(1, 40)
    assert record.iterations(41) == {1: 6, 2: 25}
    assert usual(record.iterations(41)) == 2
    assert ThreadRecord({2: 100}).iterations(100) == {2: 100}
