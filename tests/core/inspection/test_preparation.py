"""Pictures made into what a network is shown, as digits or plainly, by hand or not; and what is said of
it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from core.data import DataSet
from core.errors import DataError
from core.inspection.parts import Box
from core.inspection.preparation import Handling, PreparedPicture, prepare_drawing, prepare_picture

SHAPE = (28, 28)
PLAIN = Handling("plain")


def seven(ground: int = 255, ink: int = 0) -> NDArray[np.uint8]:
    picture = np.full((80, 60), ground, np.uint8)
    picture[20:28, 15:45] = ink
    picture[20:70, 37:45] = ink
    return picture


def said(prepared: PreparedPicture) -> str:
    return " ".join(map(str, prepared.done))


def only(picture: NDArray[np.uint8], handling: Handling, shape: tuple[int, int] = SHAPE) -> NDArray[np.uint8]:
    (shown,) = prepare_picture(picture, shape, handling).images
    return shown.image


def test_images_of_mnist_are_shown_as_they_are_and_light_on_dark(mnist: DataSet) -> None:
    assert mnist.preparation == "digits"
    for row in mnist.train.x[:100]:
        image = row.reshape(SHAPE)
        np.testing.assert_array_equal(only(image, Handling()), image)
        np.testing.assert_array_equal(only(255 - image, Handling()), image)
        np.testing.assert_array_equal(only(image, PLAIN), image)
        np.testing.assert_array_equal(only(255 - image, PLAIN), 255 - image)


def test_any_picture_of_the_own_size_is_taken_plainly_bit_by_bit() -> None:
    rng = np.random.default_rng(0)
    for shape in (SHAPE, (5, 9)):
        image = rng.integers(0, 256, shape).astype(np.uint8)
        np.testing.assert_array_equal(only(image, PLAIN, shape), image)
        np.testing.assert_array_equal(only(np.dstack([image] * 3), PLAIN, shape), image)
        prepared = prepare_picture(image, shape, PLAIN)
        assert prepared.images[0].box == Box(0, 0, *shape)
        assert said(prepared) == "The picture has the size that the network takes: it was not scaled."


def test_grey_paper_of_the_own_size_becomes_ground() -> None:
    picture = np.full(SHAPE, 200, np.uint8)
    picture[8:20, 13:16] = 50
    prepared = prepare_picture(picture, SHAPE, Handling())
    image = prepared.images[0].image
    assert not image[0].any()
    assert image[10, 14] == round(150 * 255 / 200)
    assert said(prepared).endswith("Dark ink on light was made light on dark.")


def test_plainly_is_grey_and_size_and_nothing_else() -> None:
    picture = np.kron(np.random.default_rng(1).integers(0, 256, (4, 3)), np.ones((6, 6))).astype(np.uint8)
    prepared = prepare_picture(picture, (4, 3), PLAIN)
    np.testing.assert_array_equal(prepared.images[0].image, picture[::6, ::6])
    assert not prepared.ink.any()
    assert said(prepared) == "The picture was taken plainly: its greys, scaled from 24 × 18 to 4 × 3."
    inverted = prepare_picture(picture, (4, 3), Handling("plain", is_inverted=True))
    np.testing.assert_array_equal(inverted.images[0].image, 255 - picture[::6, ::6])
    assert said(inverted).endswith("It was inverted.")


def test_a_large_picture_is_scaled_plainly_as_well() -> None:
    picture = np.kron(np.arange(12).reshape(4, 3) * 20, np.ones((400, 400))).astype(np.uint8)
    assert np.abs(only(picture, PLAIN, (4, 3)).astype(int) - np.arange(12).reshape(4, 3) * 20).max() <= 1


def test_a_digit_is_prepared_as_those_of_mnist_and_that_is_said() -> None:
    prepared = prepare_picture(seven(), SHAPE, Handling())
    (shown,) = prepared.images
    assert shown.box == Box(20, 15, 70, 45)
    assert shown.image.max() == 255
    assert not shown.image[0].any()
    assert said(prepared) == (
        "As MNIST's makers did, the dark ink was cropped, scaled, and centred by its mass on 28 × 28."
    )
    light = prepare_picture(255 - seven(), SHAPE, Handling())
    np.testing.assert_array_equal(light.images[0].image, shown.image)
    assert "the light ink" in said(light)
    two = prepare_picture(np.hstack([seven(), seven()]), SHAPE, Handling())
    assert [image.box.left for image in two.images] == [15, 75]
    assert said(two).startswith("2 digits were found.")


def test_what_was_left_out_is_said() -> None:
    picture = np.pad(seven(), 40, constant_values=255)
    picture[:, 4:6] = 0
    picture[30:32] = 0
    assert said(prepare_picture(picture, SHAPE, Handling())).endswith("Straight lines were left out.")


def test_a_picture_is_turned_cropped_and_inverted_by_hand() -> None:
    upright = only(seven(), Handling())
    for turns in range(4):
        lying = np.rot90(seven(), turns)  # counter-clockwise
        np.testing.assert_array_equal(only(lying, Handling(turns=turns)), upright)
    beside = np.hstack([np.roll(seven(), 5, axis=0), seven()])
    prepared = prepare_picture(beside, SHAPE, Handling(crop=Box(0, 60, 80, 120)))
    np.testing.assert_array_equal(prepared.images[0].image, upright)
    assert prepared.grey.shape == (80, 60)
    # A light ring in dark: by hand, its middle is the ink.
    ring = np.zeros((60, 60), np.uint8)
    ring[10:50, 10:50] = 255
    ring[20:40, 26:34] = 0
    assert prepare_picture(ring, SHAPE, Handling()).images[0].box.area > 400
    assert prepare_picture(ring, SHAPE, Handling(is_inverted=True)).images[0].box == Box(20, 26, 40, 34)


@pytest.mark.parametrize("value", [0, 130, 255])
@pytest.mark.parametrize("shape", [SHAPE, (60, 50)])
def test_an_empty_picture_is_said_to_be_empty(shape: tuple[int, int], value: int) -> None:
    with pytest.raises(DataError, match="There is no digit here: the picture is empty"):
        prepare_picture(np.full(shape, value, np.uint8), SHAPE, Handling())


def test_a_picture_on_which_nothing_can_be_found_is_not_called_empty() -> None:
    noise = np.random.default_rng(6).normal(128, 45, (200, 200)).clip(0, 255).astype(np.uint8)
    with pytest.raises(DataError, match="could not be told apart: crop the picture, or darken the digit"):
        prepare_picture(noise, SHAPE, Handling())


@pytest.mark.parametrize("handling", [Handling(), PLAIN])
def test_sizes_are_refused_in_a_sentence(handling: Handling) -> None:
    with pytest.raises(DataError, match="1 × 1 pixels is too small"):
        prepare_picture(np.zeros((1, 1), np.uint8), SHAPE, handling)
    with pytest.raises(DataError, match="20,000 × 20,000 pixels is too large"):
        prepare_picture(np.broadcast_to(np.uint8(0), (20_000, 20_000)), SHAPE, handling)


def test_a_drawing() -> None:
    ink = np.zeros((280, 280), np.float32)
    assert prepare_drawing(ink, SHAPE, "digits") is None
    assert prepare_drawing(ink, SHAPE, "plain") is None
    ink[40:240, 100:120] = 1
    digit: Any = prepare_drawing(ink, SHAPE, "digits")
    assert digit.box == Box(40, 100, 240, 120)
    plain: Any = prepare_drawing(ink, SHAPE, "plain")
    np.testing.assert_array_equal(plain.image[4:24, 10:12], 255)
    assert plain.image.sum() == 40 * 255
