"""When a program has its first window on the screen, as Qt itself tells it where its rules of logging ask for
that: nothing is built into the program. For those who start it from outside, to measure or to try it.
"""

from __future__ import annotations

from collections.abc import Iterable

ENVIRONMENT = {"QT_LOGGING_RULES": "qt.widgets.painting.info=true", "QT_FORCE_STDERR_LOGGING": "1"}
"""What the program has to find in its environment."""

_ABOUT = "qt.widgets.painting: "


def wait_for_paint(errors: Iterable[str]) -> tuple[bool, list[str]]:
    """Read a program's standard error until its first window is there, or it ends: whether it came to that,
    and what else was said."""
    said: list[str] = []
    for line in errors:
        if line.startswith(f"{_ABOUT}Flushing"):
            return True, said
        said += remarks([line])
    return False, said


def remarks(errors: Iterable[str]) -> list[str]:
    """The lines that are not about painting."""
    return [line for line in errors if not line.startswith(_ABOUT)]
