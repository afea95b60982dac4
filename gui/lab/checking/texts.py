"""The words of the gradient check: verdicts, arrays and kinks in sentences, in the language in use."""

from __future__ import annotations

from core.errors import translatable
from core.experiments.checking import Report, Verdict
from core.nn.gradient_check import ArrayCheck
from core.nn.spec import NetworkSpec
from gui.language import texts
from gui.language.layers import layer_name
from gui.language.numbers import count, number

VERDICT_COLORS = {"right": "green", "wrong": "vermilion", "unclear": "muted", "nothing": "muted"}

_VERDICTS: dict[Verdict, str] = {
    "right": translatable("Checking", "right ✓"),
    "wrong": translatable("Checking", "wrong ✗"),
    "unclear": translatable("Checking", "too small to tell"),
    "nothing": translatable("Checking", "all at kinks"),
}


def translate(text: str) -> str:
    return texts.translate("Checking", text)


def verdict_text(verdict: Verdict) -> str:
    return translate(_VERDICTS[verdict])


def array_sentence(report: Report, check: ArrayCheck) -> str:
    """What was found of one array, with its numbers."""
    shape = " × ".join(count(side) for side in check.shape)
    of = 1
    for side in check.shape:
        of *= side
    text = translate(
        translatable(
            "Checking",
            "{name} ({shape}): {compared} of {all} entries compared, mean difference {mean}, worst {worst}, "
            "backprop = {factor} × numerical; {kinks} left out at kinks: {verdict}",
        )
    )
    return text.format(
        name=check.name,
        shape=shape,
        compared=count(len(check.indices)),
        all=count(of),
        mean=number(check.mean_difference, 3),
        worst=number(check.worst_difference, 3),
        factor=number(check.factor, 4),
        kinks=count(check.kinks),
        verdict=verdict_text(report.verdict(check)),
    )


def kink_sentence(report: Report, spec: NetworkSpec) -> str:
    """Where an input lies so near a kink that a difference across it says nothing."""
    if not report.near_kinks:
        return translate(translatable("Checking", "No input of an activation lies within h of a kink."))
    row, example, unit = report.near_kinks[0]
    text = translate(
        translatable(
            "Checking",
            "{count} inputs lie within h of a kink, the first in {layer}, image {image}, unit {unit}: "
            "entries that move one across it are left out.",
        )
    )
    return text.format(
        count=count(len(report.near_kinks)),
        layer=layer_name(spec.layer_names[row]),
        image=example + 1,
        unit=unit,
    )
