"""What the window asks of a training worker: run, pause, step, stop, a copy of the network.

The window sets it directly from its own thread, because a queued call would wait behind the running loop. The
worker looks at `attention` after each event, which costs next to nothing, and waits here while it is paused.
"""

from __future__ import annotations

import threading
from enum import Enum, auto


class Ask(Enum):
    """What the worker has to do now, the most urgent first."""

    STOP = auto()
    CHECKPOINT = auto()
    PUBLISH = auto()
    WAIT = auto()
    GO = auto()


class Gate:
    """Open at first. After `step` and `run_to_evaluation` it closes by itself.

    `serial` counts what was asked for with `run`, `step`, `run_to_evaluation` and `pause`. The worker tells
    it with each pause, so that the window knows a pause that it has already ended.
    """

    def __init__(self) -> None:
        self.attention = threading.Event()
        self.abandoned = threading.Event()
        self.serial = 0
        self._changed = threading.Condition()
        self._asked: set[Ask] = set()
        self._paused = False
        self._steps = 0
        self._to_evaluation = False

    # From the window

    def run(self) -> None:
        """Go on until something else is asked."""
        self._set(paused=False)

    def step(self) -> None:
        """One iteration, or one more while some are still to be made; then pause."""
        with self._changed:
            self._set(paused=False, steps=self._steps + 1)

    def run_to_evaluation(self) -> None:
        """Go on to the next evaluation of a network that has learned something; then pause."""
        self._set(paused=False, to_evaluation=True)

    def pause(self) -> None:
        self._set(paused=True)

    def stop(self) -> None:
        self._ask(Ask.STOP)

    def abandon(self) -> None:
        """Stop, and do not evaluate the network any more."""
        self.abandoned.set()
        self._ask(Ask.STOP)

    def ask_checkpoint(self) -> None:
        """Take a copy of the network between two events, paused or not."""
        self._ask(Ask.CHECKPOINT)

    def ask_report(self) -> None:
        """Publish at once what there is, paused or not."""
        self._ask(Ask.PUBLISH)

    # From the worker

    @property
    def is_stepping(self) -> bool:
        return self._steps > 0

    def next(self) -> tuple[Ask, int]:
        """What to do now, and the serial. CHECKPOINT and PUBLISH are told once; STOP stays."""
        with self._changed:
            if Ask.STOP in self._asked:
                return Ask.STOP, self.serial
            for ask in (Ask.CHECKPOINT, Ask.PUBLISH):
                if ask in self._asked:
                    self._asked.remove(ask)
                    return ask, self.serial
            if self._paused:
                return Ask.WAIT, self.serial
            self.attention.clear()
            return Ask.GO, self.serial

    def wait(self, serial: int) -> None:
        """Sleep until the window asks for something, be it a pause again: it waits for the answer."""
        with self._changed:
            self._changed.wait_for(lambda: bool(self._asked) or self.serial != serial)

    def stepped(self) -> None:
        """An iteration that was asked for by `step` is made; pause after the last of them."""
        with self._changed:
            if self._steps > 0:
                self._steps -= 1
                self._pause_when(self._steps == 0)

    def evaluated(self) -> None:
        """An evaluation is done; pause if that is how far to go."""
        with self._changed:
            self._pause_when(self._to_evaluation)

    def _pause_when(self, reached: bool) -> None:
        if reached:
            self._paused = True
            self._steps = 0
            self._to_evaluation = False
            self.attention.set()

    def _set(self, *, paused: bool, steps: int = 0, to_evaluation: bool = False) -> None:
        with self._changed:
            self.serial += 1
            self._paused, self._steps, self._to_evaluation = paused, steps, to_evaluation
            self.attention.set()
            self._changed.notify_all()

    def _ask(self, ask: Ask) -> None:
        with self._changed:
            self._asked.add(ask)
            self.attention.set()
            self._changed.notify_all()
