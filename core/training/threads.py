"""How many threads the matrix products should use, judged by how long the iterations take.

Threads that share a product wait for each other. On a free machine more of them are faster, if the product is
large enough; beside another busy program one of them is put aside, the others wait for it, and one thread
alone is several times faster. No property of the machine tells which it is: the time of an iteration does.

The chooser knows no clock, no library and no other program. Whoever drives a session tells it when each
iteration was made, and asks the library for `threads`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FIRST_WINDOW_S, WINDOW_S = 0.02, 0.05
"""Seconds of iterations that are averaged: at the beginning, and later."""

WINDOWS = 4
"""How many of these the present speed is the average of."""

LEAST_ITERATIONS = 3
"""Fewer are not enough for a window, nor for a look that is believed."""

LOOK_S = 0.1
"""How long a look at another number of threads takes: a thread that has to share its core is put aside only
after some milliseconds, and a look that goes well costs nothing."""

MOST_LOST_S = 0.008
"""A look that has lost more than this is over: one stroke of bad luck is not yet a judgement."""

GAIN = 0.95
"""The share of the time per iteration that counts as faster."""

RISE = 1.3
"""Iterations that take so many times as long as before: the machine has become busy."""

SHARE = 1 / 200
"""The share of the time that looking may cost, as far as the bounds below allow."""

LEAST_WAIT_S = 1.0
MOST_WAIT_S = {1: 1.7, -1: 8.0}
"""The time between two looks at more threads, and at fewer. That the machine is free again shows only in a
look at more; that it is busy shows by itself, in longer iterations."""

AGAIN_S = 0.2
"""The least time until the next look where something has changed: the machine, or the number."""


@dataclass(frozen=True, slots=True)
class ThreadsInUse:
    """`number` of threads now, of at most `most`; chosen by measuring (`auto`), by a person (`fixed`), or by
    a variable of the environment."""

    number: int
    most: int
    by: Literal["auto", "fixed", "environment"]


def choices(most: int) -> tuple[int, ...]:
    """1, 2, 4, 8, … and `most`."""
    return (*(1 << place for place in range(most.bit_length()) if 1 << place < most), most)


class ThreadChooser:
    """Chooses from `choices(most)`, one place up or down at a time, beginning with `threads` or the nearest
    below.

    Times are seconds on any clock that only goes forward. The time per iteration at the present number, T, is
    the mean over the last windows: a mean and not a median, for what other programs take comes in few long
    iterations. A look makes some iterations with the neighbouring number, T′, and that is taken where
    T′ < T · `GAIN`. A look that fails, and has lost c seconds, is followed by one in the same direction after
    c / `SHARE` seconds, within bounds; sooner where T has risen by the factor `RISE` and there are fewer
    threads to try.
    """

    def __init__(self, most: int, now: float, threads: int = 1) -> None:
        self._choices = choices(most)
        self._place = sum(choice <= threads for choice in self._choices) - 1
        self._direction = 0  # of the look that is under way
        self._windows: list[tuple[float, int]] = []  # seconds, iterations
        self._due = {1: now, -1: now}
        self._last = self._looked = now
        self._away = 0.0  # seconds that were not spent on iterations: below, times are without them
        self._since, self._until = now, now + FIRST_WINDOW_S
        self._made = -1  # the first iteration, which fills the caches, does not count

    @property
    def threads(self) -> int:
        """What the next iteration should use."""
        return self._choices[self._place + self._direction]

    def resume(self, now: float) -> None:
        """The time since the last event was not spent on an iteration: an evaluation, a pause."""
        self._away += now - self._last
        self._last = now

    def iterated(self, now: float) -> bool:
        """An iteration was made; whether `threads` is another number from here on. This is called thousands
        of times a second, and mostly counts."""
        self._last = now
        now -= self._away
        self._made += 1
        if now < self._until:
            if self._made == 0:
                self._since = now
            return False
        before = self.threads
        if self._direction:
            self._judge(now)
        elif self._made >= LEAST_ITERATIONS:
            self._end_window(now)
        return self.threads != before

    def refuse(self, now: float) -> None:
        """The number could not be had: products of others are under way. The look is put off."""
        now -= self._away
        if self._direction:
            self._due[self._direction] = now + LEAST_WAIT_S
            self._direction = 0
        self._begin(now, WINDOW_S)

    def _begin(self, now: float, seconds: float) -> None:
        """Begin to measure, and do nothing but count for so long."""
        self._since = now
        self._until = now + seconds
        self._made = 0

    def _seconds(self) -> float:
        """T, the time per iteration at the present number."""
        return sum(spent for spent, _ in self._windows) / sum(made for _, made in self._windows)

    def _end_window(self, now: float) -> None:
        spent, made = now - self._since, self._made
        if self._place and self._windows and spent > RISE * made * self._seconds():
            self._windows.clear()
            self._due[-1] = min(self._due[-1], self._looked + AGAIN_S)
        self._windows = [*self._windows[1 - WINDOWS :], (spent, made)]
        for direction in (-1, 1):
            if now >= self._due[direction] and 0 <= self._place + direction < len(self._choices):
                self._direction = direction
                self._begin(now, MOST_LOST_S)
                return
        self._begin(now, WINDOW_S)

    def _judge(self, now: float) -> None:
        """Whether the look is over: where it has lost too much, and else where it was long enough."""
        direction, spent, made = self._direction, now - self._since, self._made
        usual = made * self._seconds()
        if spent - usual < MOST_LOST_S and (spent < LOOK_S or made < LEAST_ITERATIONS):
            return
        self._direction = 0
        self._looked = now
        if spent < GAIN * usual:
            self._place += direction
            self._windows = [(spent, made)]
            self._due = {direction: now + AGAIN_S, -direction: now + LEAST_WAIT_S}
        else:
            wait = max((spent - usual) / SHARE, LEAST_WAIT_S)
            self._due[direction] = now + min(wait, MOST_WAIT_S[direction])
        self._begin(now, WINDOW_S)
