"""What may be done in each state of training: one table for every button. It does none of it."""

from __future__ import annotations

from gui.document.change import State

_ALLOWED = {
    State.IDLE: frozenset({"start", "step", "epoch", "new_weights"}),
    State.WAITING: frozenset({"pause", "stop"}),
    State.RUNNING: frozenset({"pause", "stop", "change"}),
    State.PAUSING: frozenset({"resume", "stop"}),
    State.PAUSED: frozenset({"resume", "step", "epoch", "stop", "new_weights", "change"}),
    State.STOPPING: frozenset({"stop"}),
    State.ENDED: frozenset({"start", "step", "epoch", "new_weights"}),
}
_BEGINNINGS = frozenset({"start", "step", "epoch"})
_STEP = frozenset({"step"})


def allowed_actions(state: State, *, has_problems: bool, is_stepping: bool) -> frozenset[str]:
    """The names of the trainer's methods that make sense now.

    `has_problems`: what is on the table cannot be trained. `is_stepping`: single steps are being made, to
    which others may be added.
    """
    allowed = _ALLOWED[state]
    if state.is_resting and has_problems:
        return allowed - _BEGINNINGS
    if state is State.RUNNING and is_stepping:
        return allowed | _STEP
    return allowed
