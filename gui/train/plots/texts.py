"""What the plots of the Train screen say: title, names of the axes with their units, and an empty one's text.

In the language of the moment, in the order in which `set_texts` of a plot takes them.
"""

from __future__ import annotations

from gui.language.texts import translate

Texts = tuple[str, str, str, str]


def loss() -> Texts:
    return (
        translate("PlotTexts", "Loss per iteration"),
        translate("PlotTexts", "iteration"),
        translate("PlotTexts", "loss"),
        translate(
            "PlotTexts",
            "The loss of every mini-batch will be here: how wrong the network is, falling as it learns.",
        ),
    )


def accuracy() -> Texts:
    return (
        translate("PlotTexts", "Accuracy"),
        translate("PlotTexts", "epoch"),
        translate("PlotTexts", "right (%)"),
        translate(
            "PlotTexts",
            "The share of examples that the network gets right, training and test, will be here.",
        ),
    )


def losses() -> Texts:
    return (
        translate("PlotTexts", "Loss by epoch: a regression has no accuracy"),
        translate("PlotTexts", "epoch"),
        translate("PlotTexts", "mean loss"),
        translate(
            "PlotTexts",
            "The mean loss of the whole training set and test set will be here: these targets are "
            "numbers, which are never simply right.",
        ),
    )


def gradients(of_file: bool) -> Texts:
    """`of_file`: the run was opened, and nothing of this is to come."""
    return (
        translate("PlotTexts", "Gradient of each layer"),
        translate("PlotTexts", "iteration"),
        translate("PlotTexts", "RMS ∂L/∂W"),
        translate(
            "PlotTexts", "A model file does not keep the gradients of its training: only a new run has them."
        )
        if of_file
        else translate(
            "PlotTexts",
            "This will show how large the gradient of each layer is, and whether it vanishes on its way "
            "back.",
        ),
    )


def activations(of_file: bool) -> Texts:
    """`of_file`: the run was opened, and nothing of this is to come."""
    return (
        translate("PlotTexts", "Activations"),
        translate("PlotTexts", "value"),
        translate("PlotTexts", "share (%)"),
        translate(
            "PlotTexts",
            "A model file does not keep the activations of its training: only a new run has them.",
        )
        if of_file
        else translate(
            "PlotTexts",
            "This will show how the values of each layer are spread, and whether units die or saturate.",
        ),
    )
