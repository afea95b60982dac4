"""The choice of the number of threads in the window: what is offered, and whom it is told to."""

from __future__ import annotations

from adapters.processors import granted_processors
from adapters.threads import PRODUCTS
from core.training.threads import choices

AUTO = "auto"


def thread_choices(remembered: str) -> list[str]:
    """`auto` and what it chooses from; and what a larger machine has left in the settings."""
    numbers = set(choices(granted_processors()))
    if remembered != AUTO:
        numbers.add(int(remembered))
    return [AUTO, *map(str, sorted(numbers))]


def ask_for_threads(choice: str) -> None:
    """The choice holds from now on, also for a run under way. LabError where it cannot."""
    PRODUCTS.ask(None if choice == AUTO else int(choice))
