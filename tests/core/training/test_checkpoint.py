"""The model file: what is saved is what is opened, and NumPy alone can read it."""

from __future__ import annotations

import io
import json
import math
import time
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.nn.initializers import InitializerSpec
from core.nn.network import Network
from core.nn.optimizers import USED_SETTINGS, OptimizerSpec
from core.nn.schedules import ScheduleSpec
from core.nn.spec import LayerSpec, NetworkSpec
from core.training.checkpoint import FORMAT, load_checkpoint, save_checkpoint
from core.training.events import Evaluation
from core.training.session import TrainingSession
from tests.core.training.model_files import about, after, assert_same
from tests.core.training.small_data import ALL_CHANCE, SMALL, clouds, session

# --- what is saved is what is opened ------------------------------------------------------------------------


@pytest.mark.parametrize("kind", USED_SETTINGS)
@pytest.mark.parametrize("iterations", [0, 4])
def test_what_is_saved_is_what_is_opened_bit_for_bit(tmp_path: Path, kind: str, iterations: int) -> None:
    checkpoint = after(iterations, optimizer=OptimizerSpec(kind, 0.02), weight_decay=0.001, seed=5)
    save_checkpoint(tmp_path / "a.blab", checkpoint)
    assert_same(load_checkpoint(tmp_path / "a.blab"), checkpoint)


def test_the_same_is_saved_as_the_same_bytes_whenever_that_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checkpoint = after(2)
    save_checkpoint(tmp_path / "a.blab", checkpoint)
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    save_checkpoint(tmp_path / "b.blab", checkpoint)
    assert (tmp_path / "a.blab").read_bytes() == (tmp_path / "b.blab").read_bytes()


def test_given_weights_a_schedule_and_no_test_set_are_kept(tmp_path: Path) -> None:
    given_weights = LayerSpec("affine", 3, InitializerSpec.given(np.arange(12).reshape(4, 3) / 7), bias=False)
    schedule = ScheduleSpec("step", step_epochs=2)
    checkpoint = after(4, NetworkSpec(4, (given_weights,)), data=clouds(test=0), schedule=schedule)
    save_checkpoint(tmp_path / "a.blab", checkpoint)
    assert_same(load_checkpoint(tmp_path / "a.blab"), checkpoint)
    assert checkpoint.evaluations[0].test_accuracy is None


@pytest.mark.parametrize("loss", [math.nan, math.inf, -math.inf])
def test_a_loss_that_is_not_finite_is_kept_in_json_that_others_can_read(tmp_path: Path, loss: float) -> None:
    evaluated = Evaluation(4, 1.5, loss, 0.25, loss, None)
    save_checkpoint(tmp_path / "a.blab", replace(after(4), evaluations=(evaluated,)))

    def refuse(constant: str) -> None:
        raise AssertionError(f"{constant} is no JSON")

    with zipfile.ZipFile(tmp_path / "a.blab") as archive:
        text = archive.read("model.json")
    (written,) = json.loads(text, parse_constant=refuse)["evaluations"]
    assert written["train_loss"] in ("NaN", "Infinity", "-Infinity")
    assert (written["train_accuracy"], written["test_accuracy"]) == (0.25, None)
    (again,) = load_checkpoint(tmp_path / "a.blab").evaluations
    assert repr(again) == repr(evaluated)  # nan is not equal to itself


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


def test_a_network_of_float64_is_saved_as_it_is(tmp_path: Path) -> None:
    one = TrainingSession(session().experiment, clouds(), network=Network(SMALL, 0, np.float64))
    list(one.events())
    save_checkpoint(tmp_path / "a.blab", one.checkpoint())
    assert_same(load_checkpoint(tmp_path / "a.blab"), one.checkpoint())


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
    assert (description["format"], description["version"]) == (FORMAT, 2)
    assert description["iteration"] == 4
    assert description["experiment"]["training"]["seed"] == 0
    assert description["experiment"]["training"]["optimizer"]["kind"] == "adam"
    assert [layer["kind"] for layer in description["experiment"]["network"]["layers"]][:2] == [
        "affine",
        "batch_norm",
    ]
    assert [e["iteration"] for e in description["evaluations"]] == [0, 3]
    assert description["evaluations"][0]["test_accuracy"] is not None
