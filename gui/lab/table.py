"""The table of the Lab's experiments, in the order in which they are offered: one row each."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from core.errors import translatable
from gui.lab.activations.tile import paint_activations
from gui.lab.checking.tile import paint_checking
from gui.lab.descent.tile import paint_descent
from gui.lab.experiment import LabExperiment, Parts
from gui.lab.landscape.tile import paint_landscape
from gui.lab.numdiff.tile import paint_differences
from gui.lab.vanishing.tile import paint_vanishing


def _vanishing(row: LabExperiment, parts: Parts) -> QWidget:
    from gui.lab.vanishing.page import VanishingPage

    return VanishingPage(row, parts)


def _checking(row: LabExperiment, parts: Parts) -> QWidget:
    from gui.lab.checking.page import CheckingPage

    return CheckingPage(row, parts)


def _numdiff(row: LabExperiment, parts: Parts) -> QWidget:
    from gui.lab.numdiff.page import NumDiffPage

    return NumDiffPage(row, parts)


def _descent(row: LabExperiment, parts: Parts) -> QWidget:
    from gui.lab.descent.page import DescentPage

    return DescentPage(row, parts)


def _activations(row: LabExperiment, parts: Parts) -> QWidget:
    from gui.lab.activations.page import ActivationsPage

    return ActivationsPage(row, parts)


def _landscape(row: LabExperiment, parts: Parts) -> QWidget:
    from gui.lab.landscape.page import LandscapePage

    return LandscapePage(row, parts)


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
    LabExperiment(
        "numdiff",
        translatable("Lab", "Numerical differentiation"),
        translatable("Lab", "A derivative from two values of f, and why a smaller h is not always better."),
        translatable(
            "Lab",
            "The slope between two points that are h apart comes near to the derivative as h shrinks. But "
            "the two values then agree in nearly all digits, and what is left of them is rounding.",
        ),
        paint_differences,
        _numdiff,
    ),
    LabExperiment(
        "descent",
        translatable("Lab", "Gradient descent"),
        translatable("Lab", "From partial derivatives to six optimizers that race down one surface."),
        translatable(
            "Lab",
            "The partial derivatives together are the gradient, and −∇f points the steepest way down. A "
            "descent goes that way step by step: with too small a rate it hardly moves, with too large a one "
            "it runs away.",
        ),
        paint_descent,
        _descent,
    ),
    LabExperiment(
        "activations",
        translatable("Lab", "Activation functions"),
        translatable("Lab", "Eight functions with their slopes, and why layers need one of them."),
        translatable(
            "Lab",
            "Between two layers stands a function that is not a straight line; without one, all layers "
            "together are one layer. Where its slope is near 0, a gradient that comes back is lost.",
        ),
        paint_activations,
        _activations,
    ),
    LabExperiment(
        "landscape",
        translatable("Lab", "Loss surface"),
        translatable("Lab", "A slice through the loss of a real network, with the path of its training."),
        translatable(
            "Lab",
            "The loss of a network is a surface over all its parameters at once, and training walks down it. "
            "A plane through the trained network makes two of its thousands of directions visible: which two "
            "decides what is seen.",
        ),
        paint_landscape,
        _landscape,
    ),
)

EXPERIMENTS: Mapping[str, LabExperiment] = {row.word: row for row in _ROWS}
