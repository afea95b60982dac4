"""A picture made into what a network is shown: as MNIST's makers prepared their digits, or plainly.

Which of the two belongs to the data set that the network was trained on. A picture that has the size of the
network's images already is neither cropped nor scaled. What was done is said in sentences. No network is
asked, and which file the picture came from is not known here.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.data import Preparation
from core.errors import DataError, Remark, translatable
from core.inspection.clutter import Aside
from core.inspection.digits import area_average, digits_on, prepare_ink
from core.inspection.greys import greys, reduced, require_size
from core.inspection.ink import LEAST_CONTRAST, Found, ink_of
from core.inspection.parts import Box

Shape = tuple[int, int]

_ASIDE: dict[Aside, str] = {
    "sheet": translatable("errors", "Only the sheet of paper was looked at."),
    "frame": translatable("errors", "The frame was left out."),
    "lines": translatable("errors", "Straight lines were left out."),
    "border": translatable("errors", "What comes in from the border was left out."),
}


@dataclass(frozen=True, slots=True)
class Handling:
    """What a person says of a picture: how it is prepared, and by hand so many quarter turns clockwise, then
    a crop (of the turned picture), and whether ink is what was taken for the ground."""

    preparation: Preparation = "digits"
    turns: int = 0
    crop: Box | None = None
    is_inverted: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class ShownImage:
    """What a network is shown. image: uint8, of the network's shape. box: where it lies on the picture, in
    pixels."""

    image: NDArray[np.uint8]
    box: Box


@dataclass(frozen=True, slots=True, eq=False)
class PreparedPicture:
    """The picture as it was looked at, turned and cropped: `grey`, 0 black to 255 white, which may be reduced
    to one pixel for `block` × `block`; the `ink` that was found on it, 0 to 1, all 0 where none was looked
    for; the `images` in the order of reading; and what was done, in sentences."""

    grey: NDArray[np.float32]
    block: int
    ink: NDArray[np.float32]
    images: tuple[ShownImage, ...]
    done: tuple[Remark, ...]


def prepare_picture(picture: NDArray[np.uint8], shape: Shape, handling: Handling) -> PreparedPicture:
    """The images on a picture for a network that takes images (height, width).

    picture: uint8, (h, w) grey, or (h, w, channels): grey and alpha, RGB, or RGBA, alpha not multiplied in.
    DataError for one that is too small or too large, and where no digit is found.
    """
    picture = _handled(picture, handling)
    height, width = picture.shape[:2]
    require_size(width, height)
    if (height, width) == shape:
        return _of_own_size(greys(picture), handling)
    if handling.preparation == "plain":
        return _plain(picture, shape, handling)
    found = ink_of(picture)
    if handling.is_inverted:
        found = ink_of(picture, not found.is_dark)
    if not found.digits:
        raise nothing_found(found)
    digits = digits_on(found, shape)
    images = tuple(ShownImage(digit.image, digit.box.times(found.block)) for digit in digits)
    return PreparedPicture(found.grey, found.block, found.ink, images, _as_mnist(found, len(images), shape))


def prepare_drawing(ink: NDArray[np.float32], shape: Shape, preparation: Preparation) -> ShownImage | None:
    """The same for a drawing, whose ink is known: (h, w), 0 ground to 1. All of it is one digit, whose
    strokes need not touch while it is drawn. None without ink."""
    if preparation == "digits":
        digit = prepare_ink(ink, shape)
        return None if digit is None else ShownImage(digit.image, digit.box)
    if not ink.any():
        return None
    image = np.rint(area_average(ink, shape) * 255).astype(np.uint8)
    return ShownImage(image, Box(0, 0, *ink.shape))


def nothing_found(found: Found) -> DataError:
    """The sentence for a picture on which no digit was found."""
    if found.is_faint or found.aside:
        template = translatable(
            "errors", "Ink and ground could not be told apart: crop the picture, or darken the digit."
        )
    else:
        template = translatable(
            "errors", "There is no digit here: the picture is empty. Draw one, dark on light or not."
        )
    return DataError(template)


def _handled(picture: NDArray[np.uint8], handling: Handling) -> NDArray[np.uint8]:
    turned = np.rot90(picture, -handling.turns)
    return turned if handling.crop is None else handling.crop.of(turned)


def _of_own_size(grey: NDArray[np.float32], handling: Handling) -> PreparedPicture:
    """Pixel by pixel. Of a digit the ground becomes 0, and ink light."""
    done = [
        Remark(translatable("errors", "The picture has the size that the network takes: it was not scaled."))
    ]
    image = grey
    if handling.preparation == "digits":
        image, is_dark = _light_on_dark(grey, handling.is_inverted)
        if is_dark:
            done.append(Remark(translatable("errors", "Dark ink on light was made light on dark.")))
    elif handling.is_inverted:
        image = 255 - grey
        done.append(_INVERTED)
    return _one(grey, 1, image, Box(0, 0, *grey.shape), done)


def _light_on_dark(grey: NDArray[np.float32], is_inverted: bool) -> tuple[NDArray[np.float32], bool]:
    """Light ink on a ground of 0, white or black staying full ink; and whether the ink was dark. DataError
    for an empty picture."""
    border = np.concatenate([grey[0], grey[-1], grey[1:-1, 0], grey[1:-1, -1]])
    ground = float(np.median(border))
    is_dark = (float((grey - ground).sum(dtype=np.float64)) < 0) != is_inverted
    image = ground - grey if is_dark else grey - ground
    if image.max() < LEAST_CONTRAST:
        raise nothing_found(Found(grey, image))
    return np.maximum(image, 0) * np.float32(255 / (ground if is_dark else 255 - ground)), is_dark


def _plain(picture: NDArray[np.uint8], shape: Shape, handling: Handling) -> PreparedPicture:
    """Grey and size, nothing else. The proportions are those of the network's images."""
    height, width = picture.shape[:2]
    small, block = reduced(picture)
    grey = greys(small)
    image = area_average(255 - grey if handling.is_inverted else grey, shape)
    template = translatable(
        "errors",
        "The picture was taken plainly: its greys, scaled from {height} × {width} to {rows} × {columns}.",
    )
    done = [Remark(template, {"height": height, "width": width, "rows": shape[0], "columns": shape[1]})]
    if handling.is_inverted:
        done.append(_INVERTED)
    return _one(grey, block, image, Box(0, 0, height, width), done)


_INVERTED = Remark(translatable("errors", "It was inverted."))


def _one(
    grey: NDArray[np.float32], block: int, image: NDArray[np.float32], box: Box, done: list[Remark]
) -> PreparedPicture:
    shown = ShownImage(np.rint(image).astype(np.uint8), box)
    return PreparedPicture(grey, block, np.zeros_like(grey), (shown,), tuple(done))


def _as_mnist(found: Found, count: int, shape: Shape) -> tuple[Remark, ...]:
    if count == 1:
        dark = translatable(
            "errors",
            "As MNIST's makers did, the dark ink was cropped, scaled, and centred by its mass on "
            "{rows} × {columns}.",
        )
        light = translatable(
            "errors",
            "As MNIST's makers did, the light ink was cropped, scaled, and centred by its mass on "
            "{rows} × {columns}.",
        )
    else:
        dark = translatable(
            "errors",
            "{count} digits were found. As MNIST's makers did, the dark ink of each was cropped, scaled, "
            "and centred by its mass on {rows} × {columns}.",
        )
        light = translatable(
            "errors",
            "{count} digits were found. As MNIST's makers did, the light ink of each was cropped, scaled, "
            "and centred by its mass on {rows} × {columns}.",
        )
    first = Remark(dark if found.is_dark else light, {"count": count, "rows": shape[0], "columns": shape[1]})
    return first, *(Remark(template) for kind, template in _ASIDE.items() if kind in found.aside)
