"""The words of the training form: what each setting is called, and what more and less of it does."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from core.nn.optimizers import USED_SETTINGS, OptimizerSpec
from gui.train import terms
from gui.widgets.numbers import number

_SETTINGS = {
    "data_set": (
        QT_TRANSLATE_NOOP("FormTexts", "Data set"),
        QT_TRANSLATE_NOOP(
            "FormTexts", "What the network learns from. A folder may hold four IDX files of any images."
        ),
    ),
    "optimizer": (
        QT_TRANSLATE_NOOP("FormTexts", "Optimizer"),
        QT_TRANSLATE_NOOP("FormTexts", "How the gradient becomes a step."),
    ),
    "learning_rate": (
        QT_TRANSLATE_NOOP("FormTexts", "Learning rate"),
        QT_TRANSLATE_NOOP(
            "FormTexts",
            "How far each step goes along the gradient. More learns faster until it diverges; less is slow "
            "but steady. It may be changed while training.",
        ),
    ),
    "momentum": (
        QT_TRANSLATE_NOOP("FormTexts", "Momentum"),
        QT_TRANSLATE_NOOP(
            "FormTexts",
            "The share of its speed that a step keeps, from 0 to below 1. More rolls through flat places and "
            "overshoots; 0 is SGD. It may be changed while training.",
        ),
    ),
    "batch_size": (
        QT_TRANSLATE_NOOP("FormTexts", "Batch size"),
        QT_TRANSLATE_NOOP(
            "FormTexts",
            "How many examples each gradient is the mean of. More gives a steadier gradient and fewer, "
            "slower steps; less gives a noisy one.",
        ),
    ),
    "sampling": (
        QT_TRANSLATE_NOOP("FormTexts", "Batches drawn"),
        QT_TRANSLATE_NOOP(
            "FormTexts",
            "At random: with replacement, as in the book. Shuffled epochs: every example once an epoch.",
        ),
    ),
    "length": (
        QT_TRANSLATE_NOOP("FormTexts", "Length"),
        QT_TRANSLATE_NOOP(
            "FormTexts", "How long the run is. More learns the training set better, up to overfitting."
        ),
    ),
    "length_unit": (
        QT_TRANSLATE_NOOP("FormTexts", "Unit of the length"),
        QT_TRANSLATE_NOOP(
            "FormTexts",
            "An iteration is one mini-batch and one update; an epoch as many as see all examples once.",
        ),
    ),
    "schedule": (
        QT_TRANSLATE_NOOP("FormTexts", "Rate schedule"),
        QT_TRANSLATE_NOOP(
            "FormTexts", "How the learning rate changes over the run. A rate that falls settles more closely."
        ),
    ),
    "gamma": (
        QT_TRANSLATE_NOOP("FormTexts", "Factor of a step"),
        QT_TRANSLATE_NOOP(
            "FormTexts", "What the rate is multiplied by at each step. Nearer to 1 falls more gently."
        ),
    ),
    "step_epochs": (
        QT_TRANSLATE_NOOP("FormTexts", "Epochs a step"),
        QT_TRANSLATE_NOOP(
            "FormTexts", "After how many epochs the rate falls. More keeps it high for longer."
        ),
    ),
    "floor": (
        QT_TRANSLATE_NOOP("FormTexts", "Last share of the rate"),
        QT_TRANSLATE_NOOP(
            "FormTexts", "Where the cosine ends, as a share of the rate. 0 ends with steps of nothing."
        ),
    ),
    "weight_decay": (
        QT_TRANSLATE_NOOP("FormTexts", "Weight decay"),
        QT_TRANSLATE_NOOP(
            "FormTexts",
            "λ of ½·λ·Σ W², which is added to the loss. More keeps the weights small and holds back "
            "overfitting; 0 is none. It may be changed while training.",
        ),
    ),
    "seed": (
        QT_TRANSLATE_NOOP("FormTexts", "Seed"),
        QT_TRANSLATE_NOOP(
            "FormTexts",
            "Where all chance starts from: initial weights, batches, dropout. The same seed gives the same "
            "run again; another one, another of its kind.",
        ),
    ),
}

_SYMBOLS = {"momentum": "m", "beta1": "β₁", "beta2": "β₂", "alpha": "α", "epsilon": "ε"}


class FormTexts:
    """In the language of the moment."""

    def label(self, name: str) -> str:
        return QCoreApplication.translate("FormTexts", str(_SETTINGS[name][0]))

    def tip(self, name: str) -> str:
        return QCoreApplication.translate("FormTexts", str(_SETTINGS[name][1]))

    def optimizer_tip(self, optimizer: OptimizerSpec) -> str:
        """What the optimizer does, and with which constants."""
        if optimizer.kind not in terms.OPTIMIZERS:
            return self.tip("optimizer")
        constants = [
            f"{symbol} {number(getattr(optimizer, name))}"
            for name, symbol in _SYMBOLS.items()
            if name in USED_SETTINGS[optimizer.kind] and getattr(optimizer, name) is not None
        ]
        tip = terms.OPTIMIZERS[optimizer.kind].tip
        return f"{tip} ({', '.join(constants)})" if constants else tip
