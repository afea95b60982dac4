"""What `train` tells: lines of JSON for a program, a table for a person."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from cli.train_report import JsonReport
from core.data import open_data_set
from core.training.checkpoint import load_checkpoint
from core.training.config import Experiment
from core.training.events import Evaluation
from core.training.presets import preset
from core.training.session import TrainingSession
from tests.cli.command import XOR, lines, train

# --- lines of JSON ------------------------------------------------------------------------------------------


def test_one_object_a_line_the_untrained_network_first_and_the_end_last(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert train(*XOR, "--epochs", "3", "--json") == 0
    *epochs, end = lines(capsys.readouterr().out)
    assert [line["event"] for line in epochs] == ["epoch"] * 4
    assert [line["epoch"] for line in epochs] == [0, 1, 2, 3]
    assert [line["iteration"] for line in epochs] == [0, 20, 40, 60]
    for line in epochs:
        assert set(line) == {
            *("event", "epoch", "iteration", "train_loss", "train_accuracy", "test_loss", "test_accuracy"),
            "images_per_second",
        }
        assert line["train_loss"] > 0
        assert 0 <= line["train_accuracy"] <= 1
        assert 0 <= line["test_accuracy"] <= 1
    assert epochs[0]["images_per_second"] is None
    assert all(line["images_per_second"] > 0 for line in epochs[1:])
    assert epochs[-1]["train_loss"] < epochs[0]["train_loss"]
    assert set(end) == {
        *("event", "outcome", "iterations", "test_accuracy", "seconds", "evaluation_share", "threads")
    }
    assert (end["event"], end["outcome"], end["iterations"]) == ("end", "completed", 60)
    assert end["test_accuracy"] == epochs[-1]["test_accuracy"]
    assert end["seconds"] > 0
    assert 0 < end["evaluation_share"] < 1


def test_an_end_within_an_epoch_is_no_epoch_but_its_accuracy_is_told(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert train(*XOR, "--iterations", "30", "--json", "--save", str(tmp_path / "a.blab")) == 0
    *epochs, end = lines(capsys.readouterr().out)
    assert [line["epoch"] for line in epochs] == [0, 1]
    assert end["iterations"] == 30
    last = load_checkpoint(tmp_path / "a.blab").evaluations[-1]
    assert (last.iteration, last.test_accuracy) == (30, end["test_accuracy"])


def test_a_figure_that_does_not_exist_is_null(capsys: pytest.CaptureFixture[str]) -> None:
    assert train("--preset", "deep-sigmoid", "--iterations", "2", "--json") == 0
    for line in lines(capsys.readouterr().out):
        assert line["test_accuracy"] is None
        if line["event"] == "epoch":
            assert line["train_accuracy"] is None
            assert line["test_loss"] is None
            assert line["train_loss"] > 0


def test_one_seed_gives_the_same_figures_and_another_others(capsys: pytest.CaptureFixture[str]) -> None:
    def figures(seed: str) -> list[dict[str, Any]]:
        assert train(*XOR, "--epochs", "1", "--json", "--seed", seed) == 0
        clock = ("seconds", "images_per_second", "evaluation_share")
        return [
            {key: value for key, value in line.items() if key not in clock}
            for line in lines(capsys.readouterr().out)
        ]

    assert figures("3") == figures("3")
    assert figures("3") != figures("4")


def test_it_is_the_session_of_the_window(capsys: pytest.CaptureFixture[str]) -> None:
    """The same figures as a session that is driven by hand."""
    assert train("--preset", "simple-net", "--iterations", "5", "--json") == 0
    told = [line["train_loss"] for line in lines(capsys.readouterr().out)[:-1]]
    experiment = preset("simple-net").experiment
    training = replace(experiment.training, length=5)
    one = TrainingSession(Experiment(experiment.network, training), open_data_set("simple-pair"))
    for _ in one.events():
        pass
    assert told == [evaluation.train_loss for evaluation in one.evaluations]


def test_the_first_figure_of_the_untrained_network_is_that_of_a_guess(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """MNIST, ten classes: a loss of log 10 and about one digit of ten."""
    assert train("--preset", "two-layer", "--iterations", "1", "--json") == 0
    first, end = lines(capsys.readouterr().out)
    assert first["train_loss"] == pytest.approx(math.log(10), abs=0.01)
    assert first["test_accuracy"] == pytest.approx(0.1, abs=0.06)
    assert end["iterations"] == 1


# --- a table ------------------------------------------------------------------------------------------------


def test_a_table_on_standard_output_and_the_progress_on_standard_error(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert train(*XOR, "--epochs", "2") == 0
    out, err = capsys.readouterr()
    header, *epochs, end = out.splitlines()
    assert header.split() == [
        "epoch",
        "iteration",
        "train",
        "loss",
        "train",
        "acc.",
        "test",
        "acc.",
        "images/s",
    ]
    assert [line.split()[:2] for line in epochs] == [["0", "0"], ["1", "20"], ["2", "40"]]
    assert all("%" in line for line in epochs)
    assert end.startswith("completed after 40 iterations, ")
    assert "test accuracy" in end
    assert "/ 40" in err
    assert "█" not in out
    assert "\x1b" not in out + err  # not a terminal


def test_a_table_without_accuracies(capsys: pytest.CaptureFixture[str]) -> None:
    assert train("--preset", "deep-sigmoid", "--iterations", "2") == 0
    out = capsys.readouterr().out
    assert "%" not in out
    assert "None" not in out
    assert out.splitlines()[-1].startswith("completed after 2 iterations")


def test_an_epoch_is_the_one_that_the_evaluation_says(capsys: pytest.CaptureFixture[str]) -> None:
    """A batch size that was edited on the way gives an epoch other iterations."""
    report = JsonReport(TrainingSession(preset("simple-net").experiment, open_data_set("simple-pair")))
    report.event(Evaluation(30, 2.0, 0.5, 0.75, None, None))
    report.event(Evaluation(40, 2.5, 0.5, 0.75, None, None))
    assert [(line["epoch"], line["iteration"]) for line in lines(capsys.readouterr().out)] == [(2, 30)]
