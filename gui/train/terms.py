"""The names of things on the Train screen: each word of the engine with its title and a sentence about it.

A table, to be translated: `Term.title` and `Term.tip` give the text in the language of the moment. It decides
nothing; which words exist is the engine's affair, and a test sees that none is missing here. The layers'
words come from the engine's own table.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP

from core.nn import layer_kinds
from gui.language.layers import LAYER_CONTEXT
from gui.language.layers import layer_name as layer_name
from gui.language.layers import layer_text as layer_text
from gui.widgets.fields.term import Term

LAYERS: Mapping[str, Term] = {
    word: Term(row.title, row.tip, LAYER_CONTEXT) for word, row in layer_kinds.LAYERS.items()
}

LOSSES: Mapping[str, Term] = {
    "softmax": Term(
        QT_TRANSLATE_NOOP("Terms", "Softmax cross entropy"),
        QT_TRANSLATE_NOOP(
            "Terms",
            "L = −log of the probability given to the right class. For one class of several. "
            "The book calls it Softmax-with-Loss.",
        ),
    ),
    "sigmoid_cross_entropy": Term(
        QT_TRANSLATE_NOOP("Terms", "Sigmoid cross entropy"),
        QT_TRANSLATE_NOOP("Terms", "L = −log of the probability given to what is right. For yes or no."),
    ),
    "squared_error": Term(
        QT_TRANSLATE_NOOP("Terms", "Squared error"),
        QT_TRANSLATE_NOOP(
            "Terms", "L = ½ Σ (y − t)², or a mean in place of Σ. For targets that are numbers: a regression."
        ),
    ),
}

FORMS: Mapping[str, Term] = {
    "sum": Term(
        QT_TRANSLATE_NOOP("Terms", "½ · Σ"),
        QT_TRANSLATE_NOOP("Terms", "½ Σ (y − t)² over the outputs, as in the book."),
    ),
    "mean": Term(
        QT_TRANSLATE_NOOP("Terms", "½ · mean"),
        QT_TRANSLATE_NOOP(
            "Terms", "½ · the mean of (y − t)² over the outputs. Its gradient is that of the mean."
        ),
    ),
    "mean_of_sum_gradient": Term(
        QT_TRANSLATE_NOOP("Terms", "½ · mean, ∇ of ½ · Σ"),
        QT_TRANSLATE_NOOP(
            "Terms", "Reports ½ · mean, but updates with y − t, the gradient of ½ Σ, as some notes do."
        ),
    ),
}

INITIALIZERS: Mapping[str, Term] = {
    "normal": Term(
        QT_TRANSLATE_NOOP("Terms", "σ"),
        QT_TRANSLATE_NOOP(
            "Terms", "Normal numbers of standard deviation σ. Too small: signals fade. Too large: they burst."
        ),
    ),
    "xavier": Term(
        QT_TRANSLATE_NOOP("Terms", "Xavier"),
        QT_TRANSLATE_NOOP(
            "Terms", "Normal, σ = √(1/n) for n inputs, as in the book. Made for Sigmoid and Tanh."
        ),
    ),
    "glorot": Term(
        QT_TRANSLATE_NOOP("Terms", "Glorot"),
        QT_TRANSLATE_NOOP("Terms", "Normal, σ = √(2 / (inputs + units)). Xavier as its authors wrote it."),
    ),
    "he": Term(
        QT_TRANSLATE_NOOP("Terms", "He"),
        QT_TRANSLATE_NOOP("Terms", "Normal, σ = √(2/n) for n inputs. Made for ReLU."),
    ),
    "zeros": Term(
        QT_TRANSLATE_NOOP("Terms", "Zeros"),
        QT_TRANSLATE_NOOP(
            "Terms",
            "All weights are 0: every unit of the layer then learns the same. It shows why "
            "weights must differ.",
        ),
    ),
    "given": Term(
        QT_TRANSLATE_NOOP("Terms", "Given"),
        QT_TRANSLATE_NOOP("Terms", "Weights that were given as numbers, the same for every seed."),
    ),
}

OPTIMIZERS: Mapping[str, Term] = {
    "sgd": Term(
        QT_TRANSLATE_NOOP("Terms", "SGD"),
        QT_TRANSLATE_NOOP(
            "Terms", "p ← p − rate · gradient. Plain gradient descent on one mini-batch at a time."
        ),
    ),
    "momentum": Term(
        QT_TRANSLATE_NOOP("Terms", "Momentum"),
        QT_TRANSLATE_NOOP("Terms", "A ball that keeps rolling: updates in the same direction add up."),
    ),
    "nesterov": Term(
        QT_TRANSLATE_NOOP("Terms", "Nesterov"),
        QT_TRANSLATE_NOOP(
            "Terms", "Momentum that looks where it is about to be. It brakes a little earlier."
        ),
    ),
    "adagrad": Term(
        QT_TRANSLATE_NOOP("Terms", "AdaGrad"),
        QT_TRANSLATE_NOOP(
            "Terms", "A rate for each parameter, which falls the more that parameter has moved."
        ),
    ),
    "rmsprop": Term(
        QT_TRANSLATE_NOOP("Terms", "RMSProp"),
        QT_TRANSLATE_NOOP("Terms", "AdaGrad that forgets: only recent gradients make the updates smaller."),
    ),
    "adam": Term(
        QT_TRANSLATE_NOOP("Terms", "Adam"),
        QT_TRANSLATE_NOOP("Terms", "Momentum and RMSProp together. A rate of 0.001 is usual."),
    ),
}

BIAS_CORRECTIONS: Mapping[str, Term] = {
    "moments": Term(
        QT_TRANSLATE_NOOP("Terms", "of the moments"),
        QT_TRANSLATE_NOOP(
            "Terms", "m is divided by 1 − β₁ᵗ and v by 1 − β₂ᵗ, as in the paper and in PyTorch."
        ),
    ),
    "rate": Term(
        QT_TRANSLATE_NOOP("Terms", "in the rate"),
        QT_TRANSLATE_NOOP("Terms", "The rate is multiplied by √(1 − β₂ᵗ) / (1 − β₁ᵗ), as in the book."),
    ),
}

SAMPLINGS: Mapping[str, Term] = {
    "random": Term(
        QT_TRANSLATE_NOOP("Terms", "at random"),
        QT_TRANSLATE_NOOP(
            "Terms", "Each batch is drawn anew from all examples, with replacement, as in the book."
        ),
    ),
    "shuffled": Term(
        QT_TRANSLATE_NOOP("Terms", "shuffled epochs"),
        QT_TRANSLATE_NOOP("Terms", "Every example once an epoch, in a new order each time."),
    ),
}

SCHEDULES: Mapping[str, Term] = {
    "constant": Term(
        QT_TRANSLATE_NOOP("Terms", "constant"),
        QT_TRANSLATE_NOOP("Terms", "The learning rate stays as it is."),
    ),
    "step": Term(
        QT_TRANSLATE_NOOP("Terms", "in steps"),
        QT_TRANSLATE_NOOP("Terms", "The rate is multiplied by a factor every so many epochs."),
    ),
    "cosine": Term(
        QT_TRANSLATE_NOOP("Terms", "cosine"),
        QT_TRANSLATE_NOOP("Terms", "The rate falls along half a cosine, slowly at first and at the end."),
    ),
}

LENGTH_UNITS: Mapping[str, Term] = {
    "epochs": Term(
        QT_TRANSLATE_NOOP("Terms", "epochs"),
        QT_TRANSLATE_NOOP("Terms", "One epoch is as many iterations as it takes to see all examples once."),
    ),
    "iterations": Term(
        QT_TRANSLATE_NOOP("Terms", "iterations"),
        QT_TRANSLATE_NOOP("Terms", "One iteration is one mini-batch and one update."),
    ),
}

CHOICES: Mapping[str, Mapping[str, Term]] = {
    "optimizer": OPTIMIZERS,
    "fold_bias_correction": BIAS_CORRECTIONS,
    "sampling": SAMPLINGS,
    "length_unit": LENGTH_UNITS,
    "schedule": SCHEDULES,
}
"""The words of each setting that is chosen from a list."""

DATA_SETS: Mapping[str, Term] = {
    "mnist": Term(
        QT_TRANSLATE_NOOP("Terms", "MNIST"),
        QT_TRANSLATE_NOOP("Terms", "70,000 handwritten digits, 28 × 28 pixels, ten classes."),
    ),
    "xor": Term(
        QT_TRANSLATE_NOOP("Terms", "XOR"),
        QT_TRANSLATE_NOOP("Terms", "Points in four squares; the class is whether their signs differ."),
    ),
    "spirals": Term(
        QT_TRANSLATE_NOOP("Terms", "Two spirals"),
        QT_TRANSLATE_NOOP(
            "Terms", "Points on two arms that wind around each other. The hardest of the small sets."
        ),
    ),
    "circles": Term(
        QT_TRANSLATE_NOOP("Terms", "Two circles"),
        QT_TRANSLATE_NOOP("Terms", "Points on two rings, one inside the other."),
    ),
    "random-pair": Term(
        QT_TRANSLATE_NOOP("Terms", "One random pair"),
        QT_TRANSLATE_NOOP(
            "Terms", "One input and one target, drawn at random: the deep sigmoid net of the notes."
        ),
    ),
    "simple-pair": Term(
        QT_TRANSLATE_NOOP("Terms", "simpleNet's example"),
        QT_TRANSLATE_NOOP(
            "Terms", "The one input of the book's smallest net: (0.6, 0.9), of the last class."
        ),
    ),
}

OUTCOMES: Mapping[str, Term] = {
    "completed": Term(
        QT_TRANSLATE_NOOP("Terms", "completed"), QT_TRANSLATE_NOOP("Terms", "All iterations were made.")
    ),
    "stopped": Term(QT_TRANSLATE_NOOP("Terms", "stopped"), QT_TRANSLATE_NOOP("Terms", "Stopped by hand.")),
    "diverged": Term(
        QT_TRANSLATE_NOOP("Terms", "diverged"),
        QT_TRANSLATE_NOOP(
            "Terms", "The loss or a gradient was no longer finite, or the loss ended far above its beginning."
        ),
    ),
    "failed": Term(
        QT_TRANSLATE_NOOP("Terms", "failed"), QT_TRANSLATE_NOOP("Terms", "An error in the program ended it.")
    ),
}
