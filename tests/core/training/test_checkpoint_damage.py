"""A model file cut short, with a wrong byte, or with anything in its parts is opened or refused; what is
opened can be continued, or a sentence says why not."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import LabError, ModelFileError
from core.training.checkpoint import Checkpoint, load_checkpoint
from core.training.session import TrainingSession
from tests.core.nested import places, replaced
from tests.core.training.model_files import about, npy, rewritten
from tests.core.training.small_data import clouds


def opened_or_refused(path: Path) -> Checkpoint | None:
    """None where it was refused as it should be; any other exception, and any warning, fails the test."""
    try:
        checkpoint = load_checkpoint(path)
    except ModelFileError as error:
        assert error.fields["path"] == path  # noqa: PT017
        return None
    checkpoint.network()
    try:
        one = TrainingSession.of_checkpoint(checkpoint, clouds())
    except LabError:
        return checkpoint
    for _ in zip(one.events(), range(5), strict=False):
        pass
    one.checkpoint()
    return checkpoint


def test_cut_short_anywhere_it_is_refused(saved: Path, saved_bytes: bytes) -> None:
    lengths = [*range(0, len(saved_bytes), 61), *range(len(saved_bytes) - 150, len(saved_bytes), 3)]
    for length in lengths:
        saved.write_bytes(saved_bytes[:length])
        assert opened_or_refused(saved) is None, length


@given(st.data())
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_with_a_wrong_byte_anywhere_it_is_the_same_or_refused(
    saved: Path, saved_bytes: bytes, data: st.DataObject
) -> None:
    """A wrong byte in an array does not pass for another weight: the archive has checksums."""
    place = data.draw(st.integers(0, len(saved_bytes) - 1))
    damaged = bytearray(saved_bytes)
    damaged[place] ^= data.draw(st.integers(1, 255))
    saved.write_bytes(damaged)
    checkpoint = opened_or_refused(saved)
    if checkpoint is not None:
        saved.write_bytes(saved_bytes)
        original = load_checkpoint(saved)
        for name, array in checkpoint.parameters.items():
            np.testing.assert_array_equal(array, original.parameters[name])


@given(st.binary(min_size=1, max_size=30), st.data())
@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_with_anything_for_the_header_of_an_array_it_is_opened_or_refused(
    saved: Path, saved_bytes: bytes, junk: bytes, data: st.DataObject
) -> None:
    """Here the checksums are right: the file was made so."""
    saved.write_bytes(saved_bytes)
    whole = npy(np.zeros((4, 8), np.float32))
    place = data.draw(st.integers(0, 127))
    rewritten(saved, {"parameters/W1.npy": whole[:place] + junk + whole[place + len(junk) :]})
    opened_or_refused(saved)


ANYTHING = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-2, 50),
    st.sampled_from([10**12, 10**400, 2.5, 1e308, math.nan, math.inf, -math.inf, "80", "", "relu", "adam"]),
    st.sampled_from([[], {}, [1], [[1]], [{}], {"kind": "relu"}]),
)


@given(st.data())
@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_with_anything_in_its_description_it_is_opened_or_refused(
    saved: Path, saved_bytes: bytes, data: st.DataObject
) -> None:
    saved.write_bytes(saved_bytes)
    description = about(saved)
    path = data.draw(st.sampled_from(places(description)))
    description = replaced(description, path, data.draw(ANYTHING))
    rewritten(saved, {"model.json": json.dumps(description).encode()})
    opened_or_refused(saved)
