"""What is shown of a batch, and the sentences about it, in the language in use."""

from __future__ import annotations

from typing import NamedTuple

from core.errors import translatable
from core.experiments.batches import BIAS, Backward, Timing
from gui.language import texts
from gui.language.numbers import count, fixed, number


class Found(NamedTuple):
    """What is shown: the pass, how many examples are collected, and the weight that is touched; row `BIAS`
    is a bias."""

    back: Backward
    collected: int
    row: int
    column: int

    @property
    def weight(self) -> str:
        return f"b[{self.column}]" if self.row == BIAS else f"W[{self.row}, {self.column}]"

    @property
    def terms(self) -> list[tuple[float, float]]:
        """The input and the gradient of the output, of each example that is collected."""
        back, some = self.back, slice(0, self.collected)
        inputs, gradients = back.inputs[some, self.row], back.dy[some, self.column]
        return list(zip(inputs.tolist(), gradients.tolist(), strict=True))


def translate(text: str) -> str:
    return texts.translate("Batches", text)


def lines(found: Found) -> tuple[str, str, str]:
    """The gradient term by term, why it is such a sum, and where 1/N is."""
    return _sum_text(found), _why_text(found), _mean_text(found)


def _sum_text(found: Found) -> str:
    total = sum(x * gradient for x, gradient in found.terms)
    parts = [
        _bracketed(fixed(gradient, 4))
        if found.row == BIAS
        else f"{_bracketed(fixed(x, 1))}·{_bracketed(fixed(gradient, 4))}"
        for x, gradient in found.terms
    ]
    return f"∂L/∂{found.weight} = {' + '.join(parts) or '0'} = {number(total, 6)}"


def _bracketed(text: str) -> str:
    return f"({text})" if text.startswith("−") else text


def _why_text(found: Found) -> str:
    if found.back.of.examples == 1:
        text = translate(
            translatable(
                "Batches", "With one example there is one term: what comes in by {weight}, times ∂L/∂y."
            )
        )
    elif found.row == BIAS:
        text = translate(
            translatable(
                "Batches",
                "+ passes ∂L/∂y on as it is, but b was added to all {count} examples: where a value is used "
                "{count} times, its {count} gradients add up.",
            )
        )
    else:
        text = translate(
            translatable(
                "Batches",
                "{weight} is used once for each example, so its gradient is a sum over them. To meet a "
                "column of ∂L/∂y, column {row} of x must lie as a row: xᵀ.",
            )
        )
    return text.format(weight=found.weight, row=found.row, count=found.back.of.examples)


def _mean_text(found: Found) -> str:
    of = found.back.of
    gradient = float(found.back.dy[0, found.column])
    if of.examples == 1:
        text = translatable(
            "Batches", "Mean and sum of one loss are the same: ∂L/∂y = p − t, here {gradient}."
        )
    elif of.divides:
        text = translatable(
            "Batches",
            "L is a mean: 1/N is in ∂L/∂y = (p − t)/N, for example 1 {error}/{count} = {gradient}. So the "
            "sum of the shares is the mean of {count} gradients.",
        )
    else:
        text = translatable(
            "Batches",
            "L is a sum: ∂L/∂y = p − t, for example 1 {gradient}. The gradient is N = {count} times that of "
            "the mean, and the learning rate would depend on the size of the batch.",
        )
    error = gradient * (of.examples if of.divides else 1)
    return translate(text).format(error=number(error, 3), gradient=number(gradient, 3), count=of.examples)


def timing_text(timing: Timing | None) -> str:
    """Both ways to the gradient of many images, or that they are being measured."""
    if timing is None:
        return translate(translatable("Batches", "Measuring one image against a batch…"))
    text = translate(
        translatable("Batches", "{images} images: image by image {singly}; as one batch {batch}")
    )
    return text.format(
        images=count(timing.images), singly=milliseconds(timing.singly_s), batch=ratio_text(timing)
    )


def ratio_text(timing: Timing) -> str:
    """What the batch takes, how many times as fast that is, and that the gradient is the same."""
    text = translate(translatable("Batches", "{batch}: {ratio} × as fast; gradients differ by {difference}"))
    return text.format(
        batch=milliseconds(timing.batch_s),
        ratio=number(timing.ratio, 2),
        difference=number(timing.difference, 1),
    )


def milliseconds(seconds: float) -> str:
    return f"{number(1e3 * seconds, 3)} ms"
