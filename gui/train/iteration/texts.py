"""The four steps of learning of one iteration, as titles, sentences and rows of numbers.

From an `IterationDetail` to text; how it is laid out is in `iteration_page`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject

from core.data import DataSet
from core.training.config import TrainingConfig
from core.training.events import IterationDetail
from gui.language.numbers import count, number
from gui.language.texts import Speaking
from gui.train import terms

Rows = list[tuple[str, str]]
ROUNDING = 0.01
EXAMPLES = 6
"""Examples without an image that are written out as numbers."""


@dataclass(frozen=True, slots=True)
class StepText:
    """One of the four: its title, a sentence that says what was done, and names with numbers."""

    title: str
    sentence: str
    rows: Rows


class StepTexts(Speaking, QObject):
    """The texts of the steps, in the current language."""

    def titles(self, detail: IterationDetail) -> tuple[str, str, str, str]:
        return (
            self.tr("1  Mini-batch"),
            self.tr("2  Gradient"),
            self.tr("3  Update"),
            self.tr("4  New loss"),
        )

    def texts(
        self, detail: IterationDetail, config: TrainingConfig, data: DataSet | None
    ) -> tuple[StepText, StepText, StepText, StepText]:
        titles = self.titles(detail)
        return (
            StepText(titles[0], self._batch_sentence(detail, config, data), self._examples(detail, data)),
            StepText(
                titles[1],
                self.tr("RMS of ∂L/∂p by array"),
                [(name, number(rms, 3)) for name, rms in detail.gradient_rms.items()],
            ),
            StepText(titles[2], self._update_sentence(detail, config), self._updates(detail, config)),
            StepText(titles[3], self._loss_sentence(detail), self._losses(detail)),
        )

    def _batch_sentence(self, detail: IterationDetail, config: TrainingConfig, data: DataSet | None) -> str:
        examples = count(len(data.train)) if data is not None else "…"
        if config.sampling == "random":
            text = self.tr("iteration {iteration}: {batch} of {examples}, drawn at random")
        else:
            text = self.tr("iteration {iteration}: the next {batch} of {examples}, shuffled")
        batch, iteration = count(len(detail.indices)), count(detail.iteration)
        return text.format(iteration=iteration, batch=batch, examples=examples)

    def _examples(self, detail: IterationDetail, data: DataSet | None) -> Rows:
        """The first examples of a batch that are not images."""
        if data is None or data.image_shape is not None:
            return []
        rows: Rows = []
        for index, target in zip(detail.indices[:EXAMPLES], detail.targets[:EXAMPLES], strict=True):
            x = data.train.x[index]
            numbers = ", ".join(number(float(value), 3) for value in x[:3])
            numbers = f"({numbers}, …)" if len(x) > 3 else f"({numbers})"
            rows.append((numbers, f"→ {target_text(target, data)}"))
        return rows

    def _update_sentence(self, detail: IterationDetail, config: TrainingConfig) -> str:
        rate = number(detail.learning_rate)
        if config.optimizer.kind == "sgd":
            return self.tr("p ← p − {rate} · ∂L/∂p: RMS of the change").format(rate=rate)
        title = terms.OPTIMIZERS[config.optimizer.kind].title
        text = self.tr("{optimizer}, rate {rate}: RMS of the change")
        return text.format(optimizer=title, rate=rate)

    def _updates(self, detail: IterationDetail, config: TrainingConfig) -> Rows:
        """The change of each array, and for plain SGD how it comes about."""
        plain = config.optimizer.kind == "sgd" and config.weight_decay == 0.0
        rows: Rows = []
        for name, step in detail.update_rms.items():
            text = number(step, 3)
            if plain and name in detail.gradient_rms:
                product = detail.learning_rate * detail.gradient_rms[name]
                # A change far smaller than its number is lost in float32: then it comes to less.
                sign = "=" if math.isclose(step, product, rel_tol=ROUNDING) else "→"
                text = (
                    f"{number(detail.learning_rate)} × {number(detail.gradient_rms[name], 3)} {sign} {text}"
                )
            rows.append((name, text))
        return rows

    def _loss_sentence(self, detail: IterationDetail) -> str:
        if not np.isfinite(detail.loss_after):
            return self.tr("the same mini-batch again: not a finite number any more")
        if detail.loss_after < detail.loss_before:
            return self.tr("the same mini-batch again: its loss is lower")
        return self.tr("the same mini-batch again: not lower, the update was too large for it")

    def _losses(self, detail: IterationDetail) -> Rows:
        return [
            (self.tr("before"), number(detail.loss_before, 6)),
            (self.tr("after"), number(detail.loss_after, 6)),
            (self.tr("change"), number(detail.loss_after - detail.loss_before, 3)),
        ]


def target_text(target: object, data: DataSet) -> str:
    """A label by its name, or the target numbers of a regression."""
    values = np.atleast_1d(np.asarray(target))
    if data.is_classification:
        label = int(values[0])
        return data.class_names[label] if label < len(data.class_names) else str(label)
    return ", ".join(number(float(value), 3) for value in values[:3])
