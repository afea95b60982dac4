"""`train --threads`: what it sets, what it says, and what stays in the model file."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

import adapters.threads
import cli.train
import cli.train_report
from adapters.threads import ProductThreads, TrainingThreads
from core.training.checkpoint import load_checkpoint
from tests.adapters.fake_library import Library, owner
from tests.cli.command import XOR, lines, train


@pytest.fixture
def library(monkeypatch: pytest.MonkeyPatch) -> Library:
    """A library of four threads for the process, and no variable in its environment."""
    library = Library()
    products = owner(library)
    for module in (adapters.threads, cli.train, cli.train_report):
        monkeypatch.setattr(module, "PRODUCTS", products)
    monkeypatch.setattr(cli.train, "TrainingThreads", lambda session: TrainingThreads(session, products))
    return library


def test_a_number_is_set_and_told(library: Library, capsys: pytest.CaptureFixture[str]) -> None:
    assert train(*XOR, "--iterations", "30", "--threads", "3", "--json") == 0
    assert library.number == 3
    end = lines(capsys.readouterr().out)[-1]
    assert end["threads"] == {"chosen": "fixed", "iterations": {"3": 30}, "repeat_with": 3}


def test_it_stays_in_the_model_file(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "a.blab"
    assert train(*XOR, "--iterations", "30", "--threads", "3", "--save", str(file)) == 0
    assert load_checkpoint(file).threads == {3: 30}


@pytest.mark.parametrize("words", [[], ["--threads", "auto"]])
def test_auto_says_how_the_run_can_be_repeated(
    library: Library, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert train(*XOR, "--iterations", "30", *words) == 0
    said = re.search(
        r"^threads: (\d[\d, ]*) \(auto\); repeatable with --threads (\d)$", capsys.readouterr().out, re.M
    )
    assert said is not None
    assert said[2] in said[1].split(", ")


def test_a_number_has_no_more_to_say(library: Library, capsys: pytest.CaptureFixture[str]) -> None:
    assert train(*XOR, "--iterations", "30", "--threads", "1") == 0
    assert "threads" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("word", "said"),
    [("0", "Take 1 thread or more, or “auto”"), ("two", "a number of threads, such as 2, or “auto”")],
)
def test_what_is_no_number_is_refused(
    library: Library, word: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert train(*XOR, "--threads", word) == 2
    assert said in capsys.readouterr().err


def test_a_library_that_chooses_for_itself(
    library: Library, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    products = ProductThreads(lambda: None, {}, lambda: 4)
    monkeypatch.setattr(cli.train, "PRODUCTS", products)
    monkeypatch.setattr(cli.train_report, "PRODUCTS", products)
    monkeypatch.setattr(cli.train, "TrainingThreads", lambda session: TrainingThreads(session, products))
    assert train(*XOR, "--iterations", "3", "--threads", "2") == 2
    assert "leave the number out" in capsys.readouterr().err
    assert train(*XOR, "--iterations", "3", "--json") == 0
    assert lines(capsys.readouterr().out)[-1]["threads"] is None


def test_under_one_number_two_runs_are_equal_bit_for_bit(tmp_path: Path) -> None:
    """NumPy's own library, and not a fake."""
    for name in ("a", "b"):
        assert (
            train(*XOR, "--iterations", "200", "--threads", "1", "--save", str(tmp_path / f"{name}.blab"))
            == 0
        )
    first, second = (load_checkpoint(tmp_path / f"{name}.blab") for name in ("a", "b"))
    assert first.threads == second.threads == {1: 200}
    for name, array in first.parameters.items():
        assert np.array_equal(array, second.parameters[name])
