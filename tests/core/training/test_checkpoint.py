"""The model file: what is saved is what is opened, and whatever else is opened gets a sentence."""

from __future__ import annotations

import errno
import io
import json
import math
import os
import pickle
import stat
import sys
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import ModelFileError
from core.nn.initializers import InitializerSpec
from core.nn.network import Network
from core.nn.optimizers import USED_SETTINGS, OptimizerSpec
from core.nn.schedules import ScheduleSpec
from core.nn.spec import LayerSpec, NetworkSpec
from core.training.checkpoint import FORMAT, Checkpoint, load_checkpoint, save_checkpoint
from core.training.events import Evaluation, Iteration
from core.training.session import TrainingSession
from tests.core.training.small_data import ALL_CHANCE, SMALL, clouds, session


def after(iterations: int, spec: NetworkSpec = ALL_CHANCE, **settings: Any) -> Checkpoint:
    """The checkpoint of a session of six iterations in its midst."""
    one = session(spec, iterations=6, **settings)
    if iterations:
        next(e for e in one.events() if isinstance(e, Iteration) and e.iteration == iterations)
    return one.checkpoint()


@pytest.fixture(scope="module")
def saved_bytes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A small model file: batch normalization, dropout, Adam, four updates."""
    path = tmp_path_factory.mktemp("saved") / "small.blab"
    save_checkpoint(path, after(4, optimizer=OptimizerSpec("adam", 0.01)))
    return path.read_bytes()


@pytest.fixture
def saved(tmp_path: Path, saved_bytes: bytes) -> Path:
    path = tmp_path / "model.blab"
    path.write_bytes(saved_bytes)
    return path


def rewritten(path: Path, changes: Mapping[str, bytes | None]) -> None:
    """Write the archive again with some members changed, or left out where None."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members.update({name: data for name, data in changes.items() if data is not None})
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            if changes.get(name, data) is not None:
                archive.writestr(name, data)


def npy(array: Any, **options: Any) -> bytes:
    file = io.BytesIO()
    np.save(file, array, **options)
    return file.getvalue()


def about(path: Path) -> dict[str, Any]:
    with zipfile.ZipFile(path) as archive:
        return dict(json.loads(archive.read("model.json")))


def assert_same(one: Checkpoint, other: Checkpoint) -> None:
    assert one.experiment == other.experiment
    assert one.iteration == other.iteration
    assert one.evaluations == other.evaluations
    assert dict(one.random) == dict(other.random)
    for folder in ("parameters", "state", "optimizer"):
        ours, theirs = getattr(one, folder), getattr(other, folder)
        assert list(ours) == list(theirs)
        for name, array in ours.items():
            assert array.dtype == theirs[name].dtype
            np.testing.assert_array_equal(array, theirs[name], strict=True)
    np.testing.assert_array_equal(one.losses, other.losses, strict=True)


# --- what is saved is what is opened ------------------------------------------------------------------------


@pytest.mark.parametrize("kind", USED_SETTINGS)
@pytest.mark.parametrize("iterations", [0, 4])
def test_what_is_saved_is_what_is_opened_bit_for_bit(tmp_path: Path, kind: str, iterations: int) -> None:
    checkpoint = after(iterations, optimizer=OptimizerSpec(kind, 0.02), weight_decay=0.001, seed=5)
    save_checkpoint(tmp_path / "a.blab", checkpoint)
    assert_same(load_checkpoint(tmp_path / "a.blab"), checkpoint)


def test_given_weights_a_schedule_and_no_test_set_are_kept(tmp_path: Path) -> None:
    given_weights = LayerSpec("affine", 3, InitializerSpec.given(np.arange(12).reshape(4, 3) / 7), bias=False)
    schedule = ScheduleSpec("step", step_epochs=2)
    checkpoint = after(4, NetworkSpec(4, (given_weights,)), data=clouds(test=0), schedule=schedule)
    save_checkpoint(tmp_path / "a.blab", checkpoint)
    assert_same(load_checkpoint(tmp_path / "a.blab"), checkpoint)
    assert checkpoint.evaluations[0].test_accuracy is None


@pytest.mark.parametrize("loss", [math.nan, math.inf, -math.inf])
def test_a_loss_that_is_not_finite_is_kept_in_json_that_others_can_read(tmp_path: Path, loss: float) -> None:
    measured = Evaluation(4, 1.5, loss, 0.25, loss, None)
    save_checkpoint(tmp_path / "a.blab", replace(after(4), evaluations=(measured,)))

    def refuse(constant: str) -> None:
        raise AssertionError(f"{constant} is no JSON")

    with zipfile.ZipFile(tmp_path / "a.blab") as archive:
        text = archive.read("model.json")
    (written,) = json.loads(text, parse_constant=refuse)["evaluations"]
    assert written["train_loss"] in ("NaN", "Infinity", "-Infinity")
    assert (written["train_accuracy"], written["test_accuracy"]) == (0.25, None)
    (again,) = load_checkpoint(tmp_path / "a.blab").evaluations
    assert repr(again) == repr(measured)  # nan is not equal to itself


def test_the_opened_network_predicts_as_the_saved_one(tmp_path: Path) -> None:
    one = session(ALL_CHANCE, iterations=6)
    list(one.events())
    save_checkpoint(tmp_path / "a.blab", one.checkpoint())
    again = load_checkpoint(tmp_path / "a.blab").network()
    x = clouds().train.x
    np.testing.assert_array_equal(again.predict(x), one.network.predict(x))
    assert again.spec == one.network.spec


def test_opened_arrays_can_be_written_to(saved: Path) -> None:
    checkpoint = load_checkpoint(saved)
    for array in (*checkpoint.parameters.values(), *checkpoint.optimizer.values(), checkpoint.losses):
        assert array.flags.writeable
        assert array.flags.owndata


def test_it_holds_what_another_session_needs_to_go_on(saved: Path) -> None:
    checkpoint = load_checkpoint(saved)
    one = TrainingSession(checkpoint.experiment, clouds(), network=checkpoint.network())
    one.optimizer.load_state(checkpoint.optimizer)
    assert one.optimizer.updates == 4
    generator = np.random.default_rng()
    for state in checkpoint.random.values():
        generator.bit_generator.state = state


@pytest.mark.parametrize(
    "name", ["a.blab", "no ending", "Ziffern für später – 손글씨.blab", ".hidden", "x" * 200]
)
def test_any_name_will_do(tmp_path: Path, name: str) -> None:
    checkpoint = after(1)
    save_checkpoint(tmp_path / name, checkpoint)
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert_same(load_checkpoint(str(tmp_path / name)), checkpoint)


def test_a_name_without_a_folder_is_in_the_current_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    save_checkpoint("here.blab", after(1))
    assert load_checkpoint("here.blab").iteration == 1


# --- NumPy alone reads it -----------------------------------------------------------------------------------


def test_numpy_alone_reads_every_array(saved: Path) -> None:
    checkpoint = load_checkpoint(saved)
    with np.load(saved) as file:  # allow_pickle is off
        assert set(file.files) == {
            "model.json",
            "losses",
            *(f"parameters/{name}" for name in checkpoint.parameters),
            *(f"state/{name}" for name in checkpoint.state),
            *(f"optimizer/{name}" for name in checkpoint.optimizer),
        }
        np.testing.assert_array_equal(file["parameters/W1"], checkpoint.parameters["W1"])
        np.testing.assert_array_equal(file["state/running_var1"], checkpoint.state["running_var1"])
        np.testing.assert_array_equal(file["losses"], checkpoint.losses)
        assert file["optimizer/updates"] == 4


def test_nothing_in_it_is_pickled_or_packed(saved: Path) -> None:
    with zipfile.ZipFile(saved) as archive:
        for info in archive.infolist():
            assert info.compress_type == zipfile.ZIP_STORED
            assert info.filename == "model.json" or info.filename.endswith(".npy")
            if info.filename.endswith(".npy"):
                array = np.lib.format.read_array(io.BytesIO(archive.read(info)), allow_pickle=False)
                assert array.dtype.kind in "fi"
        assert archive.testzip() is None


def test_the_description_says_what_made_it(saved: Path) -> None:
    description = about(saved)
    assert (description["format"], description["version"]) == (FORMAT, 1)
    assert description["iteration"] == 4
    assert description["experiment"]["training"]["seed"] == 0
    assert description["experiment"]["training"]["optimizer"]["kind"] == "adam"
    assert [layer["kind"] for layer in description["experiment"]["network"]["layers"]][:2] == [
        "affine",
        "batch_norm",
    ]
    assert [e["iteration"] for e in description["evaluations"]] == [0, 3]
    assert description["evaluations"][0]["test_accuracy"] is not None


# --- what cannot be opened ----------------------------------------------------------------------------------


def refused(path: Path, sentence: str) -> None:
    with pytest.raises(ModelFileError, match=sentence) as caught:
        load_checkpoint(path)
    assert caught.value.fields["path"] == path
    assert str(path) in str(caught.value)


NO_MODEL = "is no model file, or it is cut short: open another copy of it, or train again"


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
def test_a_file_that_is_no_zip(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "a.blab"
    path.write_bytes(content)
    refused(path, sentence)


def test_a_zip_of_something_else(tmp_path: Path) -> None:
    path = tmp_path / "a.blab"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("letter.txt", "hello")
    refused(path, "is damaged .model.json is missing or unreadable.: open another copy of it, or train again")
    np.savez(tmp_path / "b.npz", W1=np.ones((2, 3)))
    refused(tmp_path / "b.npz", "model.json is missing")
    with zipfile.ZipFile(path, "w"):
        pass
    refused(path, "model.json is missing")


def test_no_file_and_a_folder(tmp_path: Path) -> None:
    refused(tmp_path / "none.blab", "There is no file")
    refused(tmp_path, "is a folder, not a model file")
    (tmp_path / "file").write_text("")
    refused(tmp_path / "file" / "inside.blab", "file")


def test_a_file_that_may_not_be_read(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object, **options: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(saved))

    monkeypatch.setattr(io, "open", refuse)
    refused(saved, r"cannot be read \(Permission denied\)")


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"version": 2}, "has format version 2; this program reads version 1. Open it with the version of"),
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
        ({"experiment": {}}, "describes a network that cannot be built: This is no description of an experi"),
        ({"experiment": 3}, "model.json is missing or unreadable"),
    ],
    ids=str,
)
def test_a_description_that_is_wrong(saved: Path, changes: dict[str, Any], sentence: str) -> None:
    rewritten(saved, {"model.json": json.dumps(about(saved) | changes).encode()})
    refused(saved, sentence)


@pytest.mark.parametrize(
    "text",
    [b"", b"{", b"[]", b"3", b"\xff\xfe", b"[" * 100_000, b'{"a": 1' + b" " * 100],
    ids=lambda t: t[:8],
)
def test_a_description_that_is_no_json_object(saved: Path, text: bytes) -> None:
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
    refused(saved, "makes this network .* GB large")


def test_shapes_that_do_not_fit_the_description(saved: Path) -> None:
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
def test_an_array_that_holds_no_plain_numbers(saved: Path, array: np.ndarray) -> None:
    rewritten(saved, {"parameters/W1.npy": npy(array)})
    refused(saved, "is damaged .parameters/W1.npy")


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
@pytest.mark.parametrize("member", ["parameters/W1.npy", "state/running_var1.npy"])
def test_weights_that_are_no_numbers(saved: Path, member: str, value: float) -> None:
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


def test_a_header_that_promises_more_than_there_is(saved: Path) -> None:
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


# --- cut short, or with a wrong byte ------------------------------------------------------------------------


def opened_or_refused(path: Path) -> Checkpoint | None:
    """None where it was refused as it should be; any other exception, and any warning, fails the test."""
    try:
        checkpoint = load_checkpoint(path)
    except ModelFileError as error:
        assert error.fields["path"] == path  # noqa: PT017
        return None
    checkpoint.network()
    return checkpoint


def test_cut_short_anywhere_it_is_refused(saved: Path, saved_bytes: bytes) -> None:
    lengths = [*range(0, len(saved_bytes), 61), *range(len(saved_bytes) - 150, len(saved_bytes), 3)]
    for length in lengths:
        saved.write_bytes(saved_bytes[:length])
        assert opened_or_refused(saved) is None, length


@given(st.data())
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
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
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_with_anything_for_the_header_of_an_array_it_is_refused(
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


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, inner in items for place in places(inner, (*path, key)))]


def replaced(value: Any, path: tuple[Any, ...], other: Any) -> Any:
    if not path:
        return other
    copy = value.copy()
    copy[path[0]] = replaced(value[path[0]], path[1:], other)
    return copy


@given(st.data())
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_with_anything_in_its_description_it_is_opened_or_refused(
    saved: Path, saved_bytes: bytes, data: st.DataObject
) -> None:
    saved.write_bytes(saved_bytes)
    description = about(saved)
    path = data.draw(st.sampled_from(places(description)))
    description = replaced(description, path, data.draw(ANYTHING))
    rewritten(saved, {"model.json": json.dumps(description).encode()})
    opened_or_refused(saved)


# --- writing ------------------------------------------------------------------------------------------------


class Full:
    """A disk that is full, or breaks, at one call of the system."""

    def __init__(self, error: BaseException) -> None:
        self.error = error

    def __call__(self, *arguments: object, **options: object) -> None:
        raise self.error


NO_SPACE = OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("call", ["os.replace", "os.fsync", "os.chmod", "numpy.lib.format.write_array"])
def test_a_disk_error_leaves_the_old_file_and_nothing_else(
    saved: Path, saved_bytes: bytes, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    monkeypatch.setattr(call, Full(NO_SPACE))
    with pytest.raises(
        ModelFileError, match=r"cannot be written \(No space left on device\): save it elsewhere"
    ):
        save_checkpoint(saved, after(1))
    monkeypatch.undo()
    assert saved.read_bytes() == saved_bytes
    assert list(saved.parent.iterdir()) == [saved]


@pytest.mark.parametrize("error", [KeyboardInterrupt(), MemoryError(), TypeError("no JSON")])
def test_any_other_end_leaves_the_old_file_and_nothing_else(
    saved: Path, saved_bytes: bytes, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    monkeypatch.setattr(json, "dumps", Full(error))
    with pytest.raises(type(error)):
        save_checkpoint(saved, after(1))
    monkeypatch.undo()
    assert saved.read_bytes() == saved_bytes
    assert list(saved.parent.iterdir()) == [saved]


def test_the_content_is_on_the_disk_before_the_name(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Flushed, then renamed: a power cut leaves the old file or the new one."""
    calls = []
    fsync, replace = os.fsync, os.replace

    def note_fsync(descriptor: int) -> None:
        calls.append(("fsync", os.fstat(descriptor).st_size))
        fsync(descriptor)

    def note_replace(source: str, target: Path) -> None:
        calls.append(("replace", os.stat(source).st_size))
        assert Path(source).parent == Path(target).parent
        replace(source, target)

    monkeypatch.setattr(os, "fsync", note_fsync)
    monkeypatch.setattr(os, "replace", note_replace)
    save_checkpoint(saved, after(1))
    assert [name for name, _ in calls] == ["fsync", "replace"]
    assert calls[0][1] == calls[1][1] == saved.stat().st_size


def test_a_folder_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelFileError, match=r"There is no folder .*nowhere: make it, or save elsewhere"):
        save_checkpoint(tmp_path / "nowhere" / "a.blab", after(1))
    (tmp_path / "file").write_text("")
    with pytest.raises(ModelFileError, match=r"There is no folder .*file"):
        save_checkpoint(tmp_path / "file" / "a.blab", after(1))


def test_a_folder_in_its_place_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.blab").mkdir()
    with pytest.raises(ModelFileError, match="cannot be written"):
        save_checkpoint(tmp_path / "a.blab", after(1))
    assert [path.name for path in tmp_path.iterdir()] == ["a.blab"]


def test_a_folder_that_may_not_be_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.mkstemp", Full(PermissionError(errno.EACCES, "Permission denied")))
    with pytest.raises(ModelFileError, match=r"cannot be written \(Permission denied\): save it elsewhere"):
        save_checkpoint(tmp_path / "a.blab", after(1))


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
@pytest.mark.parametrize("mask", [0o022, 0o077])
def test_a_new_file_has_the_permissions_of_any_other(tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        save_checkpoint(tmp_path / "a.blab", after(1))
        assert os.umask(mask) == mask
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.blab").stat().st_mode) == 0o666 & ~mask


def test_saving_over_a_file_replaces_all_of_it(saved: Path) -> None:
    checkpoint = after(0, SMALL)
    save_checkpoint(saved, checkpoint)
    assert_same(load_checkpoint(saved), checkpoint)
    with zipfile.ZipFile(saved) as archive:
        assert not any("running" in name for name in archive.namelist())


def test_a_network_of_float64_is_saved_as_it_is(tmp_path: Path) -> None:
    one = TrainingSession(session().experiment, clouds(), network=Network(SMALL, 0, np.float64))
    list(one.events())
    save_checkpoint(tmp_path / "a.blab", one.checkpoint())
    assert_same(load_checkpoint(tmp_path / "a.blab"), one.checkpoint())
