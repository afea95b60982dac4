"""The table of the Lab's experiments, in the order in which they are offered: one row each."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from core.errors import translatable
from gui.lab.accuracy.tile import paint_accuracy
from gui.lab.activations.tile import paint_activations
from gui.lab.batches.tile import paint_batches
from gui.lab.checking.tile import paint_checking
from gui.lab.descent.tile import paint_descent
from gui.lab.experiment import LabExperiment, Parts
from gui.lab.landscape.tile import paint_landscape
from gui.lab.numdiff.tile import paint_differences
from gui.lab.perceptron.tile import paint_perceptron
from gui.lab.softmax.tile import paint_softmax
from gui.lab.titles import TITLES
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


def _accuracy(row: LabExperiment, parts: Parts) -> QWidget:
    from gui.lab.accuracy.page import AccuracyPage

    return AccuracyPage(row, parts)


def _batches(row: LabExperiment, parts: Parts) -> QWidget:
    from gui.lab.batches.page import BatchesPage

    return BatchesPage(row, parts)


def _softmax(row: LabExperiment, parts: Parts) -> QWidget:
    from gui.lab.softmax.page import SoftmaxPage

    return SoftmaxPage(row, parts)


def _perceptron(row: LabExperiment, parts: Parts) -> QWidget:
    from gui.lab.perceptron.page import PerceptronPage

    return PerceptronPage(row, parts)


def _landscape(row: LabExperiment, parts: Parts) -> QWidget:
    from gui.lab.landscape.page import LandscapePage

    return LandscapePage(row, parts)


_ROWS = (
    LabExperiment(
        "vanishing",
        TITLES["vanishing"],
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
        TITLES["checking"],
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
        TITLES["numdiff"],
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
        TITLES["descent"],
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
        TITLES["activations"],
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
        "accuracy",
        TITLES["accuracy"],
        translatable("Lab", "One weight is moved: the loss answers smoothly, the accuracy hardly ever."),
        translatable(
            "Lab",
            "The accuracy counts examples: a small change of a weight leaves it as it is, or makes it jump. "
            "Its slope is 0 and does not say which way to go, while the loss answers to every change.",
        ),
        paint_accuracy,
        _accuracy,
    ),
    LabExperiment(
        "batches",
        TITLES["batches"],
        translatable(
            "Lab", "Why xᵀ, why db is a sum, where 1/N enters: a weight and its ways through a batch."
        ),
        translatable(
            "Lab",
            "Each example of a batch uses the same weight and sends back a gradient of its own; the weight "
            "gets their sum. Written for all weights at once, that sum is xᵀ · ∂L/∂y.",
        ),
        paint_batches,
        _batches,
    ),
    LabExperiment(
        "softmax",
        TITLES["softmax"],
        translatable("Lab", "Scores become probabilities, and how one subtraction keeps NaN away."),
        translatable(
            "Lab",
            "Softmax makes probabilities of scores, but exp soon is beyond the largest number, and inf ÷ inf "
            "is NaN. The largest score is therefore subtracted from all of them first, which changes "
            "nothing else.",
        ),
        paint_softmax,
        _softmax,
    ),
    LabExperiment(
        "perceptron",
        TITLES["perceptron"],
        translatable("Lab", "A line in the plane is a gate. XOR needs a second layer."),
        translatable(
            "Lab",
            "A perceptron gives 1 on one side of a straight line and 0 on the other, which is enough for "
            "AND, NAND and OR. No line divides the inputs of XOR, but a hidden layer moves them so that "
            "one does.",
        ),
        paint_perceptron,
        _perceptron,
    ),
    LabExperiment(
        "landscape",
        TITLES["landscape"],
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
