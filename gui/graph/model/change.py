"""What can be other after an action in the Graph workspace. One action tells all of it at once."""

from __future__ import annotations

from enum import Flag, auto


class GraphChange(Flag):
    """GRAPH and TRACE come with CURSOR: other numbers stand at another cursor."""

    NOTHING = 0
    SUBJECT = auto()  # what is drawn, or whether its values are edited
    GRAPH = auto()  # another set of nodes
    TRACE = auto()  # other numbers
    CURSOR = auto()  # another place in the trace
    STALE = auto()
    SELECTION = auto()
    ENTRY = auto()  # which number of an array was chosen
    QUIZ = auto()  # it is on or off, or asks for another number of the same step
    CHECKS = auto()  # a comparison with differences was made, begun or forgotten
    BOOK = auto()  # an example was compared with the book
    NOW = auto()  # the current network is another one, or went on, since that of the picture was copied
