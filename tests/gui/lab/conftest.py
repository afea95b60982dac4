"""The fixtures of the Lab."""

from tests.gui.lab.screen import lab, own_lab, theme

__all__ = ["lab", "own_lab", "theme"]
