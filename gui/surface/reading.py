"""The numbers at a point of the plane, for the box at the pointer: asked of the network itself."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.inspection.predictions import prediction
from gui.language.numbers import number, percent
from gui.language.texts import translate
from gui.surface.marks import hue_of
from gui.surface.survey import Survey
from gui.widgets.plot.legend import LegendEntry
from gui.widgets.plot.readout import Row

MOST = 6
"""So many classes are told, the likeliest."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A head line and the rows below it."""

    head: str
    rows: tuple[Row, ...]


def read(
    survey: Survey | None,
    at: tuple[float, ...],
    names: tuple[str, ...],
    label: int | None,
    wrong: bool | None,
    unit: int | None,
) -> Reading:
    """What is known of a point: the outputs of the network there, or the value of one unit. names: of the
    classes. label, wrong: of the example that stands there, if one does."""
    head = f"x₁ {number(at[0], 3)} · x₂ {number(at[1], 3)}"
    rows: list[Row] = []
    if label is not None:
        sign = "" if wrong is None else " ✗" if wrong else " ✓"
        rows.append((LegendEntry(translate("Surface", "label")), f"{_name(names, label)}{sign}"))
    if survey is not None and unit is not None and survey.surface.units is not None:
        with np.errstate(all="ignore"):
            value = survey.network.activations(np.array(at))[survey.surface.units.layer][0, unit]
        rows.append(
            (LegendEntry(translate("Surface", "unit {unit}").format(unit=unit)), number(float(value)))
        )
    elif survey is not None:
        found = prediction(survey.network, np.array(at))
        likeliest = sorted(np.argsort(-found.outputs, kind="stable")[:MOST].tolist())
        for place in likeliest:
            value = float(found.outputs[place])
            text = number(value) if found.meaning == "scores" else percent(value, 1)
            rows.append((LegendEntry(_name(names, place), hue_of(place)), text))
    return Reading(head, tuple(rows))


def _name(names: tuple[str, ...], label: int) -> str:
    return names[label] if label < len(names) else str(label)
