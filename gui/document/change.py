"""What an action can change, and the states of training: words that document, trainer and screens share."""

from __future__ import annotations

from enum import Enum, Flag, auto


class Change(Flag):
    """What one action has changed. NETWORK: the network on the table comes from elsewhere, or is another.
    RUN: it belongs to another run, or to none."""

    NOTHING = 0
    EXPERIMENT = auto()
    PROBLEMS = auto()
    DATA = auto()  # the data set, or why there is none
    FILE = auto()  # its path, or the unsaved mark
    RUNS = auto()  # a run was added, goes on again, or has ended
    NETWORK = auto()
    RUN = auto()
    STATE = auto()  # of the training, or what may be done in it
    REPORT = auto()  # a training under way told something
    WEIGHTS = auto()  # whether reports are to bring a copy of W1


class State(Enum):
    """IDLE: there are initial weights. WAITING: a run is asked for, and its data are being read. PAUSING: the
    pause is asked for. ENDED: there is the network of a run that is over, or of a file."""

    IDLE = auto()
    WAITING = auto()
    RUNNING = auto()
    PAUSING = auto()
    PAUSED = auto()
    STOPPING = auto()
    ENDED = auto()

    @property
    def is_resting(self) -> bool:
        """No run is under way or about to begin."""
        return self in (State.IDLE, State.ENDED)

    @property
    def is_going(self) -> bool:
        """A run goes on, or will as soon as its data are there."""
        return self in (State.WAITING, State.RUNNING, State.PAUSING)
