"""The ink of a picture: which of its pixels are drawing, and which are the ground it was drawn on.

The ground may lie in uneven light, on a dark table, in a frame, and be ruled; whether light or dark is the
ink is found out. What the ink shows is not known here, nor which file it came from.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.inspection.apart import group
from core.inspection.clutter import Aside, clear, smallest_rectangle, touches_border
from core.inspection.greys import greys, reduced, require_size
from core.inspection.ground import FEW_PIXELS, WINDOW, box_mean, darkness, grain_of, ground_of, lowest, otsu
from core.inspection.parts import Box, Mask, label_parts

LEAST_CONTRAST = 16.0
"""Grey levels of 255: a picture whose ink differs less than this from its ground is empty."""

GRAIN = 8.0
"""Ink on paper is what differs from the ground by more than this many times the usual difference …"""

FAINT = 0.25
"""… and by more than this share of what ink differs by."""

GRAINY, MOST_SMOOTHING = 0.5, 3
"""Paper whose grain reaches higher than this share of the ink is smoothed, and looked at again."""

SHEET = 0.15
"""A share of the picture: a sheet of paper is at least so large …"""
RECTANGULAR = 0.87
"""… and covers this much of the smallest rectangle around it. An ellipse covers π/4."""
MARGIN = 0.03
"""A share of its longer side: so far from its edge nothing on it is read."""
RING = 0.06
"""A share of the longer side of what was found: how wide the ring of ground around it is."""
MOSTLY = 0.7
"""A share of a sheet with what is on it: so much of it is paper."""
SURROUNDED = 0.9
"""A share of the border of the picture: so much of it the table around a sheet covers."""


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """What was found on a picture (h, w), which may be a reduced one: `block` pixels of a side are one here.

    grey: the picture, 0 black to 255 white. ink: 0 ground to 1 ink; all 0 where there is none. digits: a mask
    of each, in the order of reading. is_dark: whether the ink is darker than its ground. aside: what else was
    there. is_faint: something is there that could not be told from the ground.
    """

    grey: NDArray[np.float32]
    ink: NDArray[np.float32]
    digits: tuple[Mask, ...] = ()
    is_dark: bool = True
    aside: frozenset[Aside] = frozenset()
    is_faint: bool = False
    block: int = 1


def ink_of(picture: NDArray[np.uint8], is_dark: bool | None = None) -> Found:
    """The ink of a picture; `is_dark` says whether it is darker than its ground, None leaves that to be found
    out.

    picture: uint8, (h, w) grey, or (h, w, channels): 2 grey and alpha, 3 RGB, 4 RGBA, alpha not multiplied
    in. A large picture comes back smaller. DataError for one that is too small or too large.
    """
    require_size(picture.shape[1], picture.shape[0])
    small, block = reduced(picture)
    return replace(find_ink(greys(small), is_dark), block=block)


def find_ink(grey: NDArray[np.float32], is_dark: bool | None = None) -> Found:
    """The ink of a grey picture, without lines, frames and what comes in from the border.

    On a sheet of paper, if one lies on a table. Else, where most of the border has one value, that is the
    ground; and where not, or where what differs from it is too thick for ink, the ground is looked for around
    each pixel.
    """
    sheet = _sheet(grey)
    if sheet is not None:
        found = find_on_paper(np.ascontiguousarray(sheet.of(grey)), is_dark)
        if found.digits:
            return _laid_back(found, grey, sheet)
    flat = _on_flat_ground(grey, is_dark)
    is_empty = flat is not None and not flat.digits and is_dark is None
    if flat is not None and (is_empty or (flat.digits and not _is_thick(flat.ink))):
        return flat
    found = find_on_paper(grey, is_dark)
    return found if flat is None or found.digits else flat


def find_on_paper(grey: NDArray[np.float32], is_dark: bool | None = None) -> Found:
    """The ink on paper in some light, dark or light: whichever has more of its ground around it, and is
    more."""
    best, most, is_faint = None, 0.0, False
    for dark in (True, False) if is_dark is None else (is_dark,):
        seen = grey if dark else 255 - grey
        ground = ground_of(seen)
        found = _dark_on_paper(seen, ground)
        is_faint = is_faint or found.is_faint
        if found.digits:
            weight = _share_of_ground(seen, ground, found) ** 2 * math.sqrt(found.ink.sum(dtype=np.float64))
            if best is None or weight > most:
                best, most = replace(found, grey=grey, is_dark=dark), weight
    return best or Found(grey, np.zeros_like(grey), is_faint=is_faint)


def _on_flat_ground(grey: NDArray[np.float32], is_dark: bool | None) -> Found | None:
    """The ink on a ground of one value, without any grain; None where the border is not of one value.

    The ink lies on the side of the ground, darker or lighter, where the picture differs from it more in all.
    """
    border = np.concatenate([grey[0], grey[-1], grey[1:-1, 0], grey[1:-1, -1]])
    ground = np.median(border)
    if np.median(np.abs(border - ground)):
        return None
    ink = grey - ground
    # More in all: Σ max(ink, 0) against Σ max(−ink, 0), whose difference is Σ ink.
    is_dark = bool(ink.sum(dtype=np.float64) < 0) if is_dark is None else is_dark
    if is_dark:
        np.negative(ink, out=ink)
    most = float(ink.max())
    if most < LEAST_CONTRAST:
        return Found(grey, np.zeros_like(ink), is_dark=is_dark)
    return _cleared(grey, np.maximum(ink, 0) * np.float32(1.0 / most), is_dark)


def _dark_on_paper(grey: NDArray[np.float32], ground: NDArray[np.float32]) -> Found:
    """What is darker than its ground, cleared."""
    dark = darkness(grey, ground)
    for _ in range(MOST_SMOOTHING):
        least = max(GRAIN * grain_of(dark), LEAST_CONTRAST / 255)
        if not (dark > least).any():
            is_faint = float(box_mean(dark, 5).max()) > LEAST_CONTRAST / 255
            return Found(grey, np.zeros_like(grey), is_faint=is_faint)
        most = _usual_ink(dark[dark > least])
        if least <= GRAINY * most:
            break
        dark = box_mean(dark, 3)
    # What comes in from the border is taken out first: beside a dark table a pencil would seem faint.
    first = clear(dark > max(least, FAINT * most)).inside()
    dark = np.where(first.mask, dark, 0).astype(np.float32)
    if first.mask.any():
        most = _usual_ink(dark[first.mask])
    ink = np.minimum(dark * np.float32(1 / most), 1)
    ink[ink <= max(least / most, FAINT)] = 0
    found = _cleared(grey, ink, True)
    return replace(found, aside=found.aside | first.aside)


def _usual_ink(values: NDArray[np.float32]) -> float:
    """How much darker than its ground ink is, of all values that are darker."""
    return float(np.median(values[values >= otsu(values)]))


def _cleared(grey: NDArray[np.float32], ink: NDArray[np.float32], is_dark: bool) -> Found:
    """The digits of the ink, and what was set aside. A part that is faint throughout is not ink."""
    left = clear(ink > 0)
    strong = np.unique(left.labels[ink >= FAINT])
    digits = group(tuple(part for part in left.parts if part.label in strong))
    masks = tuple(np.isin(left.labels, [part.label for part in digit]) for digit in digits)
    kept = np.where(np.logical_or.reduce(masks, axis=0), ink, 0) if masks else np.zeros_like(ink)
    return Found(grey, kept.astype(np.float32), masks, is_dark, left.aside)


def _is_thick(ink: NDArray[np.float32]) -> bool:
    """Whether some of the ink holds a square that no stroke would."""
    window = round(WINDOW * max(ink.shape)) | 1
    return bool(lowest((ink > FAINT).astype(np.float32), window).any())


def _share_of_ground(grey: NDArray[np.float32], ground: NDArray[np.float32], found: Found) -> float:
    """How much of a ring around the digits is nearer to their ground than to their ink: little, where the ink
    is what lies between the strokes of a digit. What lies outside the picture is not ground."""
    mask = found.ink > 0
    _, (part, *others) = label_parts(mask)
    box = part.box
    for other in others:
        box = box.joined(other.box)
    width = max(round(RING * box.longest), 1)
    outer, inner = box.grown(width + 1, grey.shape), box.grown(1, grey.shape)
    between = (np.median(ground[mask]) + np.median(grey[mask])) / 2
    seen = np.count_nonzero(outer.of(grey) > between) - np.count_nonzero(inner.of(grey) > between)
    return seen / (
        (box.height + 2 * width + 2) * (box.width + 2 * width + 2) - (box.height + 2) * (box.width + 2)
    )


def _sheet(grey: NDArray[np.float32]) -> Box | None:
    """Where a sheet of paper lies on a table: the inside of a large rectangle, however turned, whose
    surroundings are darker or lighter all along the border of the picture. None where there is none."""
    if min(grey.shape) <= FEW_PIXELS:
        return None
    smooth = box_mean(grey, 5)
    light = smooth > otsu(smooth.ravel())
    border = np.concatenate([light[0], light[-1], light[1:-1, 0], light[1:-1, -1]])
    if 1 - SURROUNDED < border.mean() < SURROUNDED:
        return None
    labels, parts = label_parts(light if border.mean() < 0.5 else ~light)
    part = max(parts, key=lambda part: part.box.area, default=None)
    if part is None or part.area < SHEET * grey.size or touches_border(part.box, grey.shape):
        return None
    # The outline: of each row the ends. What is drawn on the sheet are holes in the part.
    rows, columns = np.nonzero(part.box.of(labels) == part.label)
    first = np.full(part.box.height, part.box.width)
    last = np.zeros(part.box.height, int)
    np.minimum.at(first, rows, columns)
    np.maximum.at(last, rows, columns)
    every = np.arange(part.box.height)
    outline = np.concatenate([every, every]), np.concatenate([first, last])
    whole = (last - first + 1).sum()
    if part.area < MOSTLY * whole or whole < RECTANGULAR * smallest_rectangle(*outline):
        return None
    return part.box.grown(-max(round(MARGIN * part.box.longest), 1), grey.shape)


def _laid_back(found: Found, grey: NDArray[np.float32], sheet: Box) -> Found:
    """What was found on the sheet, at its place on the whole picture."""
    around = ((sheet.top, grey.shape[0] - sheet.bottom), (sheet.left, grey.shape[1] - sheet.right))
    digits = tuple(np.pad(mask, around) for mask in found.digits)
    return replace(
        found, grey=grey, ink=np.pad(found.ink, around), digits=digits, aside=found.aside | {"sheet"}
    )
