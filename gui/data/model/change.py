"""What can be other after an action in the Data workspace. One action tells all of it at once."""

from __future__ import annotations

from enum import Flag, auto


class DataChange(Flag):
    """SPLIT comes with ORDER, PREDICTIONS and SELECTION: other examples are seen."""

    NOTHING = 0
    SPLIT = auto()  # another split, another data set, or other drawings in it
    DRAWINGS = auto()  # which there are, seen or not
    NETWORK = auto()  # the network, the one that is looked at, or why it gives no predictions
    STATE = auto()  # of the training: whether the network that is looked at is paused
    PREDICTIONS = auto()  # of any split
    FILTER = auto()  # filter or sorting
    ORDER = auto()
    SELECTION = auto()
