"""The fixtures of the Lab."""

from tests.gui.lab.screen import lab, vanishing

__all__ = ["lab", "vanishing"]
