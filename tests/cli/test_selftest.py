"""The self-test: it passes here, and each of its checks fails where what it checks is broken."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from cli import selftest
from core.data import open_data_set, resource_folder
from core.graph.examples import example
from core.graph.expression import parse
from core.training.checkpoint import load_checkpoint
from core.training.config import Experiment
from core.training.presets import preset
from core.training.session import TrainingSession
from gui.language.language import Language
from gui.selftest import drawn_share
from main import main

ROOT = Path(__file__).parents[2]
DRAWN = {"graph": 0.2, "train": 0.3, "data": 0.4, "lab": 0.01}


def small_session(**training: Any) -> TrainingSession:
    experiment = preset("two-layer").experiment
    settings: dict[str, Any] = {"length": 3, "length_unit": "iterations"} | training
    changed = replace(experiment.training, **settings)
    data = open_data_set("mnist", 0)
    few = replace(data, train=data.train.__class__(data.train.x[:1000], data.train.t[:1000]))
    return TrainingSession(Experiment(experiment.network, changed), few)


def test_it_passes_and_says_what_it_found(capsys: pytest.CaptureFixture[str]) -> None:
    assert selftest.run(lambda: DRAWN) == 0
    *checks, end = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0].split(maxsplit=1) for line in checks] == [
        ["ok", "data"],
        ["ok", "graph"],
        ["ok", "training"],
        ["ok", "model file"],
        ["ok", "window"],
    ]
    assert "60,000 training and 10,000 test images" in checks[0]
    assert "apple costs 220; gradients apple 2.2, n 110, tax 200" in checks[1]
    accuracy = re.search(r"test accuracy of (0\.\d{4})", checks[2])
    assert accuracy is not None
    assert float(accuracy[1]) > 0.87
    assert end == "All 5 checks passed."


def test_every_check_is_made_and_each_failure_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def no_window() -> Mapping[str, float]:
        raise ImportError("no Qt")

    monkeypatch.setattr(selftest, "resource_folder", lambda: tmp_path)
    monkeypatch.setattr(selftest, "PRICE", 219.0)
    monkeypatch.setattr(selftest, "one_epoch", lambda: small_session())
    monkeypatch.setattr(selftest, "load_checkpoint", lambda path: small_session(seed=7).checkpoint())
    assert selftest.run(no_window) == 1
    *checks, end = capsys.readouterr().out.splitlines()
    assert len(checks) == 5
    assert all(line.startswith("FAILED  ") for line in checks)
    assert checks[-1] == "FAILED  window: ImportError: no Qt"
    assert end == "5 of 5 checks failed: this copy does not work here."


def test_one_failure_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selftest, "check_data", lambda folder: "well")
    monkeypatch.setattr(selftest, "check_training", lambda session: "well")
    monkeypatch.setattr(selftest, "one_epoch", lambda: small_session())
    assert selftest.run(lambda: DRAWN) == 0
    assert selftest.run(lambda: {**DRAWN, "lab": 0.0}) == 1


@pytest.mark.parametrize("name", sorted(selftest.MNIST_SHA256))
def test_a_changed_byte_of_mnist_is_found(name: str, tmp_path: Path) -> None:
    for path in (resource_folder() / "mnist").glob("*.gz"):
        shutil.copy(path, tmp_path)
    with gzip.open(tmp_path / f"{name}.gz") as file:
        content = bytearray(file.read())
    content[-1] ^= 1
    with gzip.open(tmp_path / f"{name}.gz", "wb", compresslevel=0) as file:
        file.write(content)
    with pytest.raises(selftest.UnfitError, match=name):
        selftest.check_data(tmp_path)


def test_missing_images_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selftest, "EXAMPLES", (60_000, 10_001))
    with pytest.raises(selftest.UnfitError, match="in place of"):
        selftest.check_data(resource_folder() / "mnist")


@pytest.mark.parametrize(
    ("name", "value"), [("apple", "101"), ("n", "3"), ("tax", "1.2"), ("tax", "1.1000001")]
)
def test_a_wrong_number_of_apple_is_found(name: str, value: str) -> None:
    text = "\n".join(
        f"{name} = {value}" if line.startswith(f"{name} =") else line
        for line in example("apple").text.splitlines()
    )
    with pytest.raises(selftest.UnfitError, match="apple gives"):
        selftest.check_graph(parse(text))


@pytest.mark.parametrize("name", ["apple", "n", "tax"])
def test_each_gradient_counts(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(selftest.PRICE_GRADIENTS, name, 1.0)
    with pytest.raises(selftest.UnfitError, match="apple gives"):
        selftest.check_graph(example("apple").graph())


def test_a_network_that_learns_nothing_is_found() -> None:
    with pytest.raises(selftest.UnfitError, match="not above"):
        selftest.check_training(small_session())


def test_a_model_that_changed_on_the_way_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    session = small_session()
    selftest.check_model_file(session, tmp_path / "a.blab")
    load = load_checkpoint

    def load_changed(path: Path) -> object:
        checkpoint = load(path)
        name = next(iter(checkpoint.parameters))
        changed = checkpoint.parameters[name].copy()
        changed.flat[0] = np.nextafter(changed.flat[0], np.float32(np.inf))
        return replace(checkpoint, parameters={**checkpoint.parameters, name: changed})

    monkeypatch.setattr(selftest, "load_checkpoint", load_changed)
    with pytest.raises(selftest.UnfitError, match="not the one"):
        selftest.check_model_file(session, tmp_path / "a.blab")


@pytest.mark.parametrize("shares", [{}, {"graph": 0.0}, {**DRAWN, "data": 0.0049}])
def test_a_blank_workspace_is_found(shares: Mapping[str, float]) -> None:
    with pytest.raises(selftest.UnfitError, match="blank"):
        selftest.check_window(shares)


def test_every_workspace_is_drawn_in_every_language(qapp: QApplication) -> None:
    """Drawn in a process of its own, in which nothing is said meanwhile."""
    code = "import json; from gui.selftest import draw_workspaces; print(json.dumps(draw_workspaces()))"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")
    shares = json.loads(done.stdout)
    assert [*shares][-4:] == [f"{key} (en)" for key in DRAWN]
    assert sorted(shares) == sorted(
        f"{key} ({language})" for key in DRAWN for language in Language(qapp, "en").available()
    )
    selftest.check_window(shares)


def test_the_share_that_is_drawn_on() -> None:
    image = QImage(10, 10, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    assert drawn_share(image) == 0
    for x in range(3):
        image.setPixelColor(x, 4, QColor("black"))
    assert drawn_share(image) == pytest.approx(0.03)


def test_the_option_reaches_it(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[object] = []
    monkeypatch.setattr(selftest, "run", lambda draw: given.append(draw) or 3)
    assert main(["--selftest"]) == 3
    (draw,) = given
    assert callable(draw)
