"""The words of the training form: what each setting is called, and what more and less of it does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QT_TRANSLATE_NOOP

from core.nn.optimizers import USED_SETTINGS, OptimizerSpec
from core.training.config import TrainingConfig
from gui.language.numbers import number
from gui.language.texts import translate
from gui.train import terms
from gui.train.form import config_edits

_SETTINGS = {
    "data_set": (
        QT_TRANSLATE_NOOP("FormTexts", "Data set"),
        QT_TRANSLATE_NOOP(
            "FormTexts",
            "What the network learns from. Data of your own may be four IDX files, an .npz file, a CSV file, "
            "or a folder with one subfolder of pictures for each class.",
        ),
    ),
    "pixel_max": (
        QT_TRANSLATE_NOOP("FormTexts", "Largest pixel"),
        QT_TRANSLATE_NOOP(
            "FormTexts",
            "The value that means full ink: it becomes 255. A smaller number makes the images brighter; it "
            "is 16 for the 8 × 8 digits of scikit-learn.",
        ),
    ),
    "class_names": (
        QT_TRANSLATE_NOOP("FormTexts", "Class names"),
        QT_TRANSLATE_NOOP(
            "FormTexts",
            "The names of the classes, with commas between them, one for each. Empty: the names that the "
            "data have, from folders or from a file labels.txt beside them, or numbers.",
        ),
    ),
    "optimizer": (
        QT_TRANSLATE_NOOP("FormTexts", "Optimizer"),
        QT_TRANSLATE_NOOP("FormTexts", "How the gradient becomes an update."),
    ),
    "learning_rate": (
        QT_TRANSLATE_NOOP("FormTexts", "Learning rate"),
        QT_TRANSLATE_NOOP(
            "FormTexts",
            "How far each update goes along the gradient. A larger rate learns faster until it diverges; "
            "a smaller rate is slow but steady. It may be changed while training.",
        ),
    ),
    "momentum": (
        QT_TRANSLATE_NOOP("FormTexts", "Momentum"),
        QT_TRANSLATE_NOOP(
            "FormTexts",
            "The share of its speed that an update keeps, from 0 to below 1. A larger share rolls through "
            "flat places and overshoots; 0 is SGD. It may be changed while training.",
        ),
    ),
    "constants": (
        QT_TRANSLATE_NOOP("FormTexts", "Constants"),
        QT_TRANSLATE_NOOP(
            "FormTexts",
            "The constants of the optimizer. They are PyTorch's until you change them, which is seldom "
            "needed.",
        ),
    ),
    "alpha": (
        QT_TRANSLATE_NOOP("FormTexts", "Decay rate α"),
        QT_TRANSLATE_NOOP(
            "FormTexts",
            "How much of the running mean of g² is kept at each update, from 0 to below 1; 0.99 is usual. "
            "A value nearer to 1 remembers longer and moves more evenly; a smaller one follows the newest "
            "gradients.",
        ),
    ),
    "beta1": (
        QT_TRANSLATE_NOOP("FormTexts", "1st moment decay β₁"),
        QT_TRANSLATE_NOOP(
            "FormTexts",
            "How much of the running mean of the gradient is kept at each update, from 0 to below 1; 0.9 "
            "is usual. A value nearer to 1 rolls on for longer; 0 follows the newest gradient alone.",
        ),
    ),
    "beta2": (
        QT_TRANSLATE_NOOP("FormTexts", "2nd moment decay β₂"),
        QT_TRANSLATE_NOOP(
            "FormTexts",
            "How much of the running mean of g² is kept at each update, from 0 to below 1; 0.999 is "
            "usual. A value nearer to 1 remembers longer and moves more evenly; a smaller one follows the "
            "newest gradients.",
        ),
    ),
    "epsilon": (
        QT_TRANSLATE_NOOP("FormTexts", "Epsilon ε"),
        QT_TRANSLATE_NOOP(
            "FormTexts",
            "A small number that is added to the root by which the update is divided, so that the divisor "
            "is never 0: {usual} is usual, 1e−7 is the book's. A larger number holds back the parameters "
            "whose gradients are small.",
        ),
    ),
    "fold_bias_correction": (
        QT_TRANSLATE_NOOP("FormTexts", "Bias correction"),
        QT_TRANSLATE_NOOP(
            "FormTexts",
            "Both means start at 0 and are too small at first. The place of the correction decides only "
            "what ε is added to.",
        ),
    ),
    "batch_size": (
        QT_TRANSLATE_NOOP("FormTexts", "Batch size"),
        QT_TRANSLATE_NOOP(
            "FormTexts",
            "The number of examples that each gradient is averaged over. More examples give a steadier "
            "gradient and fewer, slower updates; fewer give a noisy one.",
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
            "FormTexts",
            "How long the run is. A longer run learns the training set better, up to overfitting.",
        ),
    ),
    "length_unit": (
        QT_TRANSLATE_NOOP("FormTexts", "Unit of the length"),
        QT_TRANSLATE_NOOP(
            "FormTexts",
            "An iteration is one mini-batch and one update; an epoch is as many as it takes to see all "
            "examples once.",
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
            "FormTexts",
            "The factor by which the rate is multiplied at each step. With a factor nearer "
            "to 1 it falls more gently.",
        ),
    ),
    "step_epochs": (
        QT_TRANSLATE_NOOP("FormTexts", "Epochs a step"),
        QT_TRANSLATE_NOOP(
            "FormTexts",
            "The number of epochs after which the rate falls. More epochs keep it high for longer.",
        ),
    ),
    "floor": (
        QT_TRANSLATE_NOOP("FormTexts", "Last share of the rate"),
        QT_TRANSLATE_NOOP(
            "FormTexts",
            "Where the cosine ends, as a share of the rate. With 0, the updates shrink to nothing.",
        ),
    ),
    "weight_decay": (
        QT_TRANSLATE_NOOP("FormTexts", "Weight decay"),
        QT_TRANSLATE_NOOP(
            "FormTexts",
            "λ of λ·W, the gradient of ½·λ·Σ W², which is added to the gradient of the weights; the loss "
            "shown is without it. A larger λ keeps the weights small and holds back overfitting; 0 "
            "switches it off. It may be changed while training.",
        ),
    ),
    "evaluate_on": (
        QT_TRANSLATE_NOOP("FormTexts", "Evaluate on"),
        QT_TRANSLATE_NOOP(
            "FormTexts",
            "How many fixed examples of the training set an evaluation looks at; 0: all of them. With "
            "10,000, a long run is done sooner, and its curves are a little less exact. The test set is "
            "used whole.",
        ),
    ),
    "seed": (
        QT_TRANSLATE_NOOP("FormTexts", "Seed"),
        QT_TRANSLATE_NOOP(
            "FormTexts",
            "All chance starts from this number: initial weights, batches, dropout. The same seed gives "
            "the same run again; another seed gives another run.",
        ),
    ),
}

_SYMBOLS = {"momentum": "m", "alpha": "α", "beta1": "β₁", "beta2": "β₂", "epsilon": "ε"}


class FormTexts:
    """The texts of the form, in the current language."""

    def label(self, name: str) -> str:
        return translate("FormTexts", str(_SETTINGS[name][0]))

    def tip(self, name: str) -> str:
        return translate("FormTexts", str(_SETTINGS[name][1]))

    def value(self, config: TrainingConfig, name: str) -> str:
        """The setting as the form shows it: a number, or the title of a word."""
        value = config_edits.value_of(config, name)
        return terms.CHOICES[name][value].title if name in terms.CHOICES else number(value)

    def epsilon_tip(self, optimizer: OptimizerSpec) -> str:
        """What ε does, with the usual one of this optimizer."""
        usual = config_edits.epsilon(replace(optimizer, epsilon=None))
        return self.tip("epsilon").format(usual=number(usual))

    def kept_tip(self) -> str:
        """Why a constant cannot be changed now."""
        return translate(
            "FormTexts",
            "The optimizer of the run under way keeps its constants to the end: they can be changed when it "
            "is over.",
        )

    def constants(self, optimizer: OptimizerSpec, names: Iterable[str] = config_edits.CONSTANTS) -> str:
        """β₁ 0.9 · β₂ 0.999 · ε 1e−8, of those of `names` that count for this optimizer."""
        used = USED_SETTINGS.get(optimizer.kind, ())
        values = {name: getattr(optimizer, name) for name in _SYMBOLS}
        values["epsilon"] = config_edits.epsilon(optimizer)
        parts = [
            f"{symbol} {number(values[name])}"
            for name, symbol in _SYMBOLS.items()
            if name in used and name in names
        ]
        return " · ".join(parts)

    def optimizer_tip(self, optimizer: OptimizerSpec) -> str:
        """What the optimizer does, and with which constants."""
        if optimizer.kind not in terms.OPTIMIZERS:
            return self.tip("optimizer")
        constants = self.constants(optimizer, _SYMBOLS)
        tip = terms.OPTIMIZERS[optimizer.kind].tip
        return f"{tip} ({constants})" if constants else tip
