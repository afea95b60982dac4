"""The states of training and what may be done in each: one table for every button. It does none of it."""

from __future__ import annotations

from enum import Enum, auto


class State(Enum):
    """IDLE: there are initial weights. ENDED: there is the network of the last run."""

    IDLE = auto()
    RUNNING = auto()
    PAUSED = auto()
    STOPPING = auto()
    ENDED = auto()


_ALLOWED = {
    State.IDLE: frozenset({"start", "step", "epoch", "new_weights"}),
    State.RUNNING: frozenset({"pause", "stop", "change"}),
    State.PAUSED: frozenset({"resume", "step", "epoch", "stop", "new_weights", "change"}),
    State.STOPPING: frozenset({"stop"}),
    State.ENDED: frozenset({"start", "new_weights"}),
}
_BEGINNINGS = frozenset({"start", "step", "epoch"})
_STOP_ONLY = frozenset({"stop"})
_STEP = frozenset({"step"})


def allowed_actions(
    state: State, *, has_problems: bool, is_stepping: bool, is_waiting: bool
) -> frozenset[str]:
    """The names of the trainer's methods that make sense now.

    `has_problems`: what is on the table cannot be trained. `is_stepping`: single steps are being made, to
    which others may be added. `is_waiting`: the data, or the pause asked for, are not there yet.
    """
    allowed = _ALLOWED[state]
    if state in (State.IDLE, State.ENDED):
        return allowed - _BEGINNINGS if has_problems else allowed
    if state is State.RUNNING and is_waiting:
        return _STOP_ONLY
    if state is State.RUNNING and is_stepping:
        return allowed | _STEP
    return allowed
