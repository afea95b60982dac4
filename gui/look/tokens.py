"""The colours of the whole program, light and dark, each with a name for what it is used for.

The palette, the stylesheet, the plots and everything that paints itself take their colours from here. What is
read has a contrast of 4.5 : 1 or more on every ground, a mark or a line that says something 3 : 1: `grey` and
`disabled` are for those, `border`, `outline` and `grid` for what only parts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme's colours, as `#rrggbb`. Across the whole program blue is forward, vermilion is gradients."""

    name: Literal["light", "dark"]
    background: str
    surface: str
    border: str
    text: str
    muted: str
    blue: str  # values going forward, training, the accent
    vermilion: str  # gradients coming back, mistakes
    green: str  # right, test
    orange: str  # marks, warnings
    selection: str
    rail: str  # rail, menu bar and status bar: a frame around the workspace
    outline: str  # the edge of a control: a little clearer than the edge of a card
    hover: str
    pressed: str
    field: str  # behind what can be typed into
    grid: str  # the lines of a plot
    ramp: tuple[str, str, str]  # gradients of the layers, from the first over the middle to the last
    positive: str  # weights and gradients above 0: a scale of their own, as they are no values on their way
    negative: str  # those below 0
    grey: str  # marks and lines of what is stale, and the edges of fields; a text is `muted`
    disabled: str  # what cannot be used now
    blue_hover: str
    blue_pressed: str
    on_accent: str  # text on blue


LIGHT = Tokens(
    name="light",
    background="#F6F6F3",
    surface="#FFFFFF",
    border="#E2E2DC",
    text="#1E2227",
    muted="#646B75",
    blue="#0072B2",
    vermilion="#C04000",
    green="#007A58",
    orange="#8C6500",
    selection="#E8F1F8",
    rail="#FBFBF9",
    outline="#D6D6CF",
    hover="#F2F2EE",
    pressed="#E9E9E4",
    field="#F9F9F7",
    grid="#ECECE8",
    ramp=("#D0701F", "#C04000", "#6B2A00"),
    positive="#7B3F9E",
    negative="#62741B",
    grey="#838991",
    disabled="#838991",
    blue_hover="#0066A0",
    blue_pressed="#00598C",
    on_accent="#FFFFFF",
)

DARK = Tokens(
    name="dark",
    background="#15171B",
    surface="#1D2026",
    border="#2C3038",
    text="#E7E9EC",
    muted="#98A0AB",
    blue="#56B4E9",
    vermilion="#F58A4B",
    green="#2FBF95",
    orange="#E6A93A",
    selection="#22303C",
    rail="#191B20",
    outline="#383D47",
    hover="#262A31",
    pressed="#2F343D",
    field="#16181C",
    grid="#282C33",
    ramp=("#B5632F", "#F58A4B", "#FFDCC4"),
    positive="#C58BE6",
    negative="#A9BC4F",
    grey="#717A84",
    disabled="#717A84",
    blue_hover="#6FC0ED",
    blue_pressed="#8ACBF0",
    on_accent="#0E1A24",
)
