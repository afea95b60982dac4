"""A file that is not a model, or is damaged, is refused with a sentence that names it and the fault."""

from __future__ import annotations

import errno
import io
import json
import math
import os
import pickle
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.training.checkpoint import load_checkpoint
from tests.core.training.model_files import about, npy, refused, rewritten

NO_MODEL = "is not a model file, or it is cut short: open another copy of it, or train again"


# --- no model file ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", NO_MODEL),
        (b"hello", NO_MODEL),
        (pickle.dumps({"W1": [1.0]}), NO_MODEL),
        (b"PK\x03\x04" + bytes(100), NO_MODEL),
        (npy(np.ones(3)), NO_MODEL),
        (b'{"format": "backprop-lab model"}', NO_MODEL),
        (bytes(100_000), NO_MODEL),
    ],
    ids=["empty", "text", "pickle", "zip magic", "npy", "json", "zeros"],
)
def test_a_file_that_is_no_zip_is_refused(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "a.blab"
    path.write_bytes(content)
    refused(path, sentence)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes that have a name")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.blab")
    refused(tmp_path / "a.blab", "is a device, a pipe or a socket")


def test_members_that_share_bytes_or_a_name_are_refused(saved: Path) -> None:
    whole = saved.read_bytes()
    with zipfile.ZipFile(saved, "a") as archive:
        first = archive.infolist()[0]
        for place in range(5):
            shared = zipfile.ZipInfo(f"shared{place}.npy")
            shared.header_offset, shared.CRC = first.header_offset, first.CRC
            shared.file_size = shared.compress_size = len(whole)
            archive.filelist.append(shared)
            archive.NameToInfo[shared.filename] = shared
        archive._didModify = True  # type: ignore[attr-defined]
    refused(saved, "shared4.npy is missing or unreadable")
    saved.write_bytes(whole)
    with zipfile.ZipFile(saved, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("model.json", "{}")
    refused(saved, "model.json is missing or unreadable")


def test_a_weight_that_float32_cannot_hold_is_refused(saved: Path) -> None:
    with zipfile.ZipFile(saved) as archive:
        weights = np.load(io.BytesIO(archive.read("parameters/W1.npy"))).astype(np.float64)
    weights[0, 0] = 1e39
    rewritten(saved, {"parameters/W1.npy": npy(weights)})
    refused(saved, "parameters/W1.npy is missing or unreadable")


def test_a_zip_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.blab"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("letter.txt", "hello")
    refused(path, "is damaged .model.json is missing or unreadable.: open another copy of it, or train again")
    np.savez(tmp_path / "b.npz", W1=np.ones((2, 3)))
    refused(tmp_path / "b.npz", "model.json is missing")
    with zipfile.ZipFile(path, "w"):
        pass
    refused(path, "model.json is missing")


def test_no_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    refused(tmp_path / "none.blab", "There is no file")
    refused(tmp_path, "is a folder, not a model file")
    (tmp_path / "file").write_text("")
    refused(tmp_path / "file" / "inside.blab", "file")


def test_a_file_that_may_not_be_read_is_refused(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object, **options: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(saved))

    monkeypatch.setattr(io, "open", refuse)
    refused(saved, r"cannot be read \(Permission denied\)")


# --- its description ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {"version": 3},
            "has format version 3; this program reads versions 1 to 2. Open it with the version",
        ),
        ({"version": 0}, "has format version 0; this program reads versions 1 to 2"),
        ({"version": None}, "has format version None"),
        ({"version": "1"}, "has format version 1; this program reads"),
        ({"format": "other"}, "model.json is missing or unreadable"),
        ({"iteration": -1}, "model.json is missing or unreadable"),
        ({"iteration": 10**12}, "model.json is missing or unreadable"),
        ({"iteration": 2.5}, "model.json is missing or unreadable"),
        ({"iteration": "four"}, "model.json is missing or unreadable"),
        ({"iteration": 3}, r"losses has the shape \(4,\), but its network needs \(3,\)"),
        ({"evaluations": [{}]}, "model.json is missing or unreadable"),
        ({"evaluations": None}, "model.json is missing or unreadable"),
        ({"random": 3}, "model.json is missing or unreadable"),
        (
            {"experiment": {}},
            "describes a network that cannot be built: This is not a description of an experi",
        ),
        ({"experiment": 3}, "model.json is missing or unreadable"),
    ],
    ids=str,
)
def test_a_description_that_is_wrong_is_refused(saved: Path, changes: dict[str, Any], sentence: str) -> None:
    rewritten(saved, {"model.json": json.dumps(about(saved) | changes).encode()})
    refused(saved, sentence)


@pytest.mark.parametrize(
    "text",
    [b"", b"{", b"[]", b"3", b"\xff\xfe", b"[" * 100_000, b'{"a": 1' + b" " * 100],
    ids=lambda t: t[:8],
)
def test_a_description_that_is_no_json_object_is_refused(saved: Path, text: bytes) -> None:
    rewritten(saved, {"model.json": text})
    refused(saved, "model.json is missing or unreadable")


def test_a_description_that_is_endless_is_not_read(saved: Path) -> None:
    with zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("model.json", b" " * (17 << 20))
    refused(saved, "model.json is missing or unreadable")


def test_a_network_that_cannot_be_built_is_named(saved: Path) -> None:
    description = about(saved)
    description["experiment"]["network"]["layers"][0]["units"] = -3
    rewritten(saved, {"model.json": json.dumps(description).encode()})
    refused(saved, "describes a network that cannot be built: Affine 1 needs at least 1 unit, not -3")


def test_a_network_too_large_for_memory_is_refused_before_an_array_is_read(saved: Path) -> None:
    description = about(saved)
    description["experiment"]["network"]["layers"][0]["units"] = 10**9
    rewritten(saved, {"model.json": json.dumps(description).encode()})
    refused(saved, "this network needs .* GB while")


@pytest.mark.parametrize(
    ("place", "value", "sentence"),
    [
        (("training", "length"), 10**4_000, r"length is a number of too many digits"),
        (("training", "length"), 10**18, r"This number is too large: write one of 18 digits at most"),
        (("training", "seed"), 10**4_000, r"seed is a number of too many digits"),
        (("training", "data_set"), "a" * 10_001, r"data_set has more than 10,000 characters"),
        (("training", "schedule"), {"kind": "step", "step_epochs": 10**400}, r"step_epochs is a number of"),
        (("training", "optimizer", "kind"), "a" * 10_001, r"kind has more than 10,000 characters"),
        (("network", "input_size"), 10**4_000, r"input_size is a number of too many digits"),
        (("network", "layers"), [{"kind": "relu"}] * 200_000, r"A network has 200 layers at most"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_no_form_takes_is_refused(
    saved: Path, place: tuple[str, ...], value: Any, sentence: str
) -> None:
    description = about(saved)
    part = description["experiment"]
    for name in place[:-1]:
        part = part[name]
    part[place[-1]] = value
    rewritten(saved, {"model.json": json.dumps(description).encode()})
    refused(saved, rf"describes a network that cannot be built: .*{sentence}")


def test_a_name_of_a_class_that_fills_the_screen_is_refused(saved: Path) -> None:
    inputs = {"image_shape": None, "preparation": "plain", "classes": ["a" * 201, "b", "c"]}
    rewritten(saved, {"model.json": json.dumps(about(saved) | {"inputs": inputs}).encode()})
    refused(saved, "model.json is missing or unreadable")


@pytest.mark.parametrize("members", [20_000, 70_000], ids=["short", "long"])
def test_a_list_of_members_that_goes_on_and_on_is_not_read(
    saved: Path, monkeypatch: pytest.MonkeyPatch, members: int
) -> None:
    """An archive of more than 65,535 members has another kind of end."""
    with zipfile.ZipFile(saved, "w") as archive:
        member = zipfile.ZipInfo("x" * 40 if members < 65_536 else "x")
        archive.writestr(member, b"")
        archive.filelist = [member] * members  # the list alone is read, or would be
    monkeypatch.setattr(zipfile, "ZipFile", None)  # it would read the whole list
    refused(saved, NO_MODEL)


# --- its arrays ---------------------------------------------------------------------------------------------


def test_shapes_that_do_not_fit_the_description_are_named(saved: Path) -> None:
    rewritten(saved, {"parameters/W1.npy": npy(np.zeros((4, 9), np.float32))})
    refused(
        saved, r"does not fit together: parameters/W1 has the shape \(4, 9\), but its network needs \(4, 8\)"
    )
    rewritten(saved, {"parameters/W1.npy": npy(np.zeros(32, np.float32))})
    refused(saved, r"parameters/W1 has the shape \(32,\)")


@pytest.mark.parametrize(
    "member", ["parameters/W1.npy", "parameters/gamma1.npy", "state/running_mean1.npy", "losses.npy"]
)
def test_a_missing_array_is_named(saved: Path, member: str) -> None:
    rewritten(saved, {member: None})
    refused(saved, f"is damaged .{member} is missing or unreadable")


class _Trap:
    """Unpickled, it makes a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __reduce__(self) -> tuple[Callable[[str], None], tuple[str]]:
        return os.mkdir, (str(self.folder),)


def test_a_pickle_within_is_never_opened(saved: Path, tmp_path: Path) -> None:
    trap = np.empty((4, 8), object)
    trap[:] = _Trap(tmp_path / "sprung")
    for member in ("parameters/W1.npy", "optimizer/gradient_sum.npy", "losses.npy"):
        content = saved.read_bytes()
        rewritten(saved, {member: npy(trap, allow_pickle=True)})
        refused(saved, f"is damaged .{member}")
        rewritten(saved, {member: pickle.dumps(_Trap(tmp_path / "sprung"))})
        refused(saved, f"is damaged .{member}")
        saved.write_bytes(content)
    assert not (tmp_path / "sprung").exists()


@pytest.mark.parametrize(
    "array",
    [
        np.zeros((4, 8), complex),
        np.zeros((4, 8), "U3"),
        np.zeros((4, 8), "M8[s]"),
        np.zeros((4, 8), [("a", "f4")]),
        np.zeros((4, 8), bool),
        np.asfortranarray(np.ones((4, 8), np.float32)),
    ],
    ids=["complex", "text", "dates", "records", "bool", "Fortran order"],
)
def test_an_array_that_holds_no_plain_numbers_is_refused(saved: Path, array: np.ndarray) -> None:
    rewritten(saved, {"parameters/W1.npy": npy(array)})
    refused(saved, "is damaged .parameters/W1.npy")


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
@pytest.mark.parametrize("member", ["parameters/W1.npy", "state/running_var1.npy"])
def test_weights_that_are_no_numbers_are_refused(saved: Path, member: str, value: float) -> None:
    shape = (4, 8) if "W1" in member else (8,)
    array = np.zeros(shape, np.float32)
    array.reshape(-1)[3] = value
    rewritten(saved, {member: npy(array)})
    refused(saved, f"is damaged .{member}")


def test_big_endian_numbers_of_another_program_are_read(saved: Path) -> None:
    W1 = load_checkpoint(saved).parameters["W1"]
    rewritten(saved, {"parameters/W1.npy": npy(W1.astype(">f8"))})
    np.testing.assert_array_equal(load_checkpoint(saved).parameters["W1"], W1)
    np.testing.assert_array_equal(load_checkpoint(saved).network().params["W1"], W1)


def test_a_header_that_promises_more_than_there_is_is_refused(saved: Path) -> None:
    header = npy(np.zeros((4, 8), np.float32))
    rewritten(saved, {"parameters/W1.npy": header[:-4]})
    refused(saved, "is damaged .parameters/W1.npy")
    rewritten(saved, {"parameters/W1.npy": header + b"\0"})
    refused(saved, "is damaged .parameters/W1.npy")
    huge = io.BytesIO()
    np.lib.format.write_array_header_1_0(
        huge, {"descr": "<f4", "fortran_order": False, "shape": (10**12, 10**12)}
    )
    rewritten(saved, {"parameters/W1.npy": huge.getvalue()})
    refused(saved, "parameters/W1 has the shape .1000000000000, 1000000000000.")
    losses = io.BytesIO()
    np.lib.format.write_array_header_1_0(losses, {"descr": "<f8", "fortran_order": False, "shape": (10**8,)})
    description = about(saved) | {"iteration": 10**8}
    W1 = npy(np.zeros((4, 8), np.float32))
    rewritten(
        saved,
        {
            "parameters/W1.npy": W1,
            "losses.npy": losses.getvalue(),
            "model.json": json.dumps(description).encode(),
        },
    )
    refused(saved, "is damaged .losses.npy")
