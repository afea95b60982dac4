"""Takes out what PySide6 does at each `import`, which would lengthen the start.

PySide6 puts functions of its own before Python's `__import__`. One of them reads the source of every module
that is imported from then on, hundreds of them, to see whether it may ask for `__feature__`: names in
snake_case and the like. Nothing here asks for it.
"""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401  # puts them there


def restore() -> None:
    """Import as before PySide6 did so. A version of it that keeps no `__orig_import__` is left as it is."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
