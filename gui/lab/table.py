"""The table of the Lab's experiments, in the order in which they are offered: one row each."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from core.errors import translatable
from gui.lab.checking.tile import paint_checking
from gui.lab.experiment import LabExperiment, Parts
from gui.lab.vanishing.tile import paint_vanishing


def _vanishing(row: LabExperiment, parts: Parts) -> QWidget:
    from gui.lab.vanishing.page import VanishingPage

    return VanishingPage(row, parts)


def _checking(row: LabExperiment, parts: Parts) -> QWidget:
    from gui.lab.checking.page import CheckingPage

    return CheckingPage(row, parts)


_ROWS = (
    LabExperiment(
        "vanishing",
        translatable("Lab", "Vanishing gradients"),
        translatable("Lab", "Why deep sigmoid networks stand still, and what ReLU and good weights change."),
        translatable(
            "Lab",
            "On its way back, a gradient is multiplied in each layer: by the slope of the activation and by "
            "the weights. Where these factors are below 1, little of it reaches the first layers, and they "
            "do not learn.",
        ),
        paint_vanishing,
        _vanishing,
    ),
    LabExperiment(
        "checking",
        translatable("Lab", "Gradient check"),
        translatable("Lab", "Is my gradient right? Backpropagation beside differences, and bugs to find."),
        translatable(
            "Lab",
            "Each weight is moved by h to both sides, and the change of the loss says what its gradient must "
            "be. Too slow to learn by, it tells whether a backpropagation is right, and in which layer it is "
            "not.",
        ),
        paint_checking,
        _checking,
    ),
)

EXPERIMENTS: Mapping[str, LabExperiment] = {row.word: row for row in _ROWS}
