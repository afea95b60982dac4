"""`info`: what is in a model file or a data set, told to a person and to a program."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.data import write_idx
from core.training.checkpoint import load_checkpoint, save_checkpoint
from core.training.events import Evaluation
from main import main
from tests.cli.command import lines, train
from tests.core.training.version_1 import as_version_1

NETWORK = "affine:8,relu,dropout:0.25,affine:2,softmax"


def told(capsys: pytest.CaptureFixture[str], name: str | Path) -> tuple[dict[str, Any], dict[str, str]]:
    """What it says of that: the JSON object, and the text by its words."""
    assert main(["info", str(name), "--json"]) == 0
    (about,) = lines(capsys.readouterr().out)
    assert main(["info", str(name)]) == 0
    text = capsys.readouterr().out.splitlines()
    return about, dict(line.split("  ", 1) for line in map(str.strip, text))


def refused(capsys: pytest.CaptureFixture[str], name: str | Path) -> str:
    assert main(["info", str(name)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    return err


@pytest.fixture
def model(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A run of two parts, the second with another learning rate."""
    path = tmp_path / "a.blab"
    options = ("--dataset", "xor", "--layers", NETWORK, "--optimizer", "adam", "--threads", "1")
    assert train(*options, "--iterations", "30", "--save", str(path)) == 0
    further = ("--iterations", "50", "--learning-rate", "0.005", "--threads", "1")
    assert train("--resume", str(path), *further, "--save", str(path)) == 0
    capsys.readouterr()
    return path


def test_a_model_tells_its_network_its_run_and_its_figures(
    model: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    about, text = told(capsys, model)
    checkpoint = load_checkpoint(model)
    assert (about["kind"], about["file"], about["bytes"]) == ("model", str(model), model.stat().st_size)
    assert (about["layers"], about["parameters"]) == (NETWORK, 2 * 8 + 8 + 8 * 2 + 2)
    assert (about["iterations"], about["total_iterations"], about["resumes_exactly"]) == (50, 50, True)
    assert about["training"]["optimizer"]["learning_rate"] == 0.005
    assert [change["iteration"] for change in about["changes"]] == [31]
    last = checkpoint.evaluations[-1]
    assert last.test_loss is not None
    assert last.test_accuracy is not None
    assert about["last_evaluation"]["test_accuracy"] == last.test_accuracy
    assert text["network"].strip() == f"2 inputs, {NETWORK}; 42 parameters"
    assert text["optimizer"] == "adam, learning rate 0.005, beta1 0.9, beta2 0.999"
    assert text["made"].strip() == "50 of 50 iterations"
    assert text["resumes"].strip() == "exactly where it stopped"
    assert text["changed"].strip() == "learning rate 0.001 → 0.005 at 31"
    assert text["test"].strip() == f"loss {last.test_loss:.5f}, accuracy {100 * last.test_accuracy:.2f} %"


def test_an_old_or_untrained_model_says_what_it_has_not(
    model: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    as_version_1(model)
    about, text = told(capsys, model)
    assert (about["resumes_exactly"], about["changes"]) == (False, [])
    assert text["resumes"].strip() == "with the order of the next epoch"
    save_checkpoint(model, replace(load_checkpoint(model), evaluations=()))
    about, text = told(capsys, model)
    assert about["last_evaluation"] is None
    assert "evaluated" not in text


def test_figures_that_are_not_finite_are_null(model: Path, capsys: pytest.CaptureFixture[str]) -> None:
    evaluation = Evaluation(50, 2.5, float("inf"), 0.5, float("nan"), 0.5)
    save_checkpoint(model, replace(load_checkpoint(model), evaluations=(evaluation,)))
    about, text = told(capsys, model)
    assert about["last_evaluation"]["train_loss"] is about["last_evaluation"]["test_loss"] is None
    assert text["train"].strip() == "loss inf, accuracy 50.00 %"


def test_a_folder_tells_its_examples_by_class(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for part, count in (("train", 40), ("t10k", 9)):
        write_idx(tmp_path / f"{part}-images-idx3-ubyte.gz", np.zeros((count, 3, 5), np.uint8))
        write_idx(tmp_path / f"{part}-labels-idx1-ubyte", np.arange(count, dtype=np.uint8) % 4)
    about, text = told(capsys, tmp_path)
    assert (about["kind"], about["examples"]) == ("data set", {"train": 40, "test": 9})
    assert (about["inputs"], about["image_shape"], about["outputs"]) == (15, [3, 5], 4)
    assert about["examples_of_classes"] == {"train": [10, 10, 10, 10], "test": [3, 2, 2, 2]}
    assert text["inputs"].strip() == "15: images of 3 × 5 pixels"
    assert text["0"].strip() == "10 train, 3 test"


def test_a_regression_has_no_classes(capsys: pytest.CaptureFixture[str]) -> None:
    about, text = told(capsys, "random-pair")
    assert (about["examples"], about["examples_of_classes"]) == ({"train": 1}, None)
    assert text["targets"].strip() == "2 numbers, a regression"


def test_what_is_neither_gets_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("words")
    assert "is not a table of examples" in refused(capsys, tmp_path / "a.txt")
    assert "There is no file" in refused(capsys, tmp_path / "gone.blab")
    assert "Did you mean “mnist”?" in refused(capsys, "mnits")
    assert "that can be read. A data set is four IDX files" in refused(capsys, tmp_path)
