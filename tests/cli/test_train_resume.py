"""`train --resume`: in parts a run is the same as in one, and what cannot go on gets a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from adapters.threads import PRODUCTS
from core.training.checkpoint import Checkpoint, load_checkpoint
from tests.cli.command import XOR, lines, train
from tests.core.training.model_files import assert_same
from tests.core.training.version_1 import as_version_1

CHANCE = (
    *("--dataset", "xor", "--layers", "affine:8,batch_norm,relu,dropout:0.2,affine:2"),
    *("--batch-size", "100", "--sampling", "shuffled", "--optimizer", "adam", "--weight-decay", "0.001"),
)
"""Everything that a run draws or remembers, 20 iterations an epoch."""


@pytest.fixture(autouse=True)
def one_thread() -> Iterator[None]:
    """The last bits of a run depend on the number of threads."""
    PRODUCTS.ask(1)
    yield
    PRODUCTS.ask(None)


def saved(path: Path, *options: str) -> Checkpoint:
    """What a training leaves in its file."""
    assert train(*options, "--save", str(path)) == 0
    return load_checkpoint(path)


def without_stops(checkpoint: Checkpoint, *stops: int) -> Checkpoint:
    """The same but for the evaluations that a run makes only where it stops."""
    kept = tuple(made for made in checkpoint.evaluations if made.iteration not in stops)
    return replace(checkpoint, evaluations=kept)


def figures(out: str) -> list[dict[str, Any]]:
    """The lines of the epochs, but for what the clock says."""
    return [line | {"images_per_second": None} for line in lines(out) if line["event"] == "epoch"]


@pytest.mark.parametrize("stops", [(20,), (13,), (13, 27), (20, 40, 41)], ids=str)
def test_a_run_in_parts_equals_one_that_never_stopped(
    stops: tuple[int, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = saved(tmp_path / "whole.blab", *CHANCE, "--epochs", "3", "--json")
    expected = figures(capsys.readouterr().out)
    path = tmp_path / "parts.blab"
    saved(path, *CHANCE, "--iterations", str(stops[0]), "--json")
    for stop in stops[1:]:
        saved(path, "--resume", str(path), "--iterations", str(stop), "--json")
    parts = saved(path, "--resume", str(path), "--epochs", "3", "--json", "--replan")
    assert_same(without_stops(parts, *stops), without_stops(whole, *stops))
    assert figures(capsys.readouterr().out) == expected


def test_a_schedule_runs_over_the_length_that_was_planned_unless_told(tmp_path: Path) -> None:
    cosine = (*CHANCE, "--schedule", "cosine")
    first, whole = tmp_path / "first.blab", tmp_path / "whole.blab"
    saved(first, *cosine, "--iterations", "30")
    further = saved(tmp_path / "further.blab", "--resume", str(first), "--iterations", "50")
    replanned = saved(tmp_path / "new.blab", "--resume", str(first), "--iterations", "50", "--replan")
    assert further.run is not None
    assert replanned.run is not None
    assert (further.run.planned_iterations, further.run.total_iterations) == (30, 50)
    assert (replanned.run.planned_iterations, replanned.run.total_iterations) == (50, 50)
    assert not np.array_equal(further.losses, replanned.losses)
    assert saved(whole, *cosine, "--iterations", "30").losses.tolist() == further.losses[:30].tolist()


def test_that_a_schedule_holds_its_last_value_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.blab"
    saved(path, *XOR, "--schedule", "cosine", "--iterations", "30")
    planned = "planned for 30 iterations and then holds its last value; with --replan it runs over all 50."
    assert train("--resume", str(path), "--iterations", "50") == 0
    assert planned in capsys.readouterr().err
    assert train("--resume", str(path), "--iterations", "50", "--replan") == 0
    assert "planned" not in capsys.readouterr().err


def test_it_says_from_where_to_where_and_what_was_made_now(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.blab"
    saved(path, *XOR, "--iterations", "30")
    capsys.readouterr()
    assert train("--resume", str(path), "--iterations", "50") == 0
    out, err = capsys.readouterr()
    assert f"{path} goes on after 30 of 50 iterations.\n" in err
    assert "\ncompleted after 50 iterations (20 of them now), " in out
    assert train("--resume", str(path), "--iterations", "50", "--json") == 0
    end = lines(capsys.readouterr().out)[-1]
    assert (end["iterations"], end["resumed_at"]) == (50, 30)
    assert train(*XOR, "--iterations", "1", "--json") == 0
    assert "resumed_at" not in lines(capsys.readouterr().out)[-1]


def test_settings_beside_it_count_from_there_on_and_are_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.blab"
    saved(path, *XOR, "--iterations", "30")
    later = saved(path, "--resume", str(path), "--iterations", "50", "--learning-rate", "0.05")
    assert "Learning rate 0.05 from iteration 31 on; before, 0.1.\n" in capsys.readouterr().err
    assert later.experiment.training.optimizer.learning_rate == 0.05
    assert later.run is not None
    assert [(change.iteration, change.name) for change in later.run.changes] == [(31, "learning_rate")]


@pytest.mark.usefixtures("interrupted")
def test_a_run_that_was_interrupted_goes_on_to_the_end_that_it_had(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Interrupted after iteration 5, of the whole run."""
    path, beside = tmp_path / "a.blab", tmp_path / "a.interrupted.blab"
    assert train(*XOR, "--iterations", "50", "--save", str(path)) == 130
    capsys.readouterr()
    assert train("--resume", str(beside), "--save", str(path), "--json") == 0
    out, err = capsys.readouterr()
    assert f"{beside} goes on after 5 of 50 iterations.\n" in err
    assert lines(out)[-1]["saved"] == str(path)
    whole = saved(tmp_path / "whole.blab", "--resume", str(beside))
    assert_same(load_checkpoint(path), whole)


def test_an_interrupt_of_a_continued_run_leaves_its_file_alone(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    path = tmp_path / "a.blab"
    before = saved(path, *XOR, "--iterations", "3")
    request.getfixturevalue("interrupted")
    assert train("--resume", str(path), "--iterations", "50", "--save", str(path)) == 130
    assert_same(load_checkpoint(path), before)
    assert load_checkpoint(tmp_path / "a.interrupted.blab").iteration == 5


def test_a_file_of_version_1_goes_on_and_says_that_it_is_not_exact(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.blab"
    saved(path, *XOR, "--iterations", "30")
    assert train("--resume", str(path), "--iterations", "31") == 0
    assert "version 1" not in capsys.readouterr().err
    as_version_1(path)
    assert saved(path, "--resume", str(path), "--iterations", "50").iteration == 50
    assert "goes on with the order of the next epoch, and does not equal" in capsys.readouterr().err


REFUSED = {
    "--preset two-layer": "leave out --preset, or start a new run without --resume.",
    "--layers affine:2": "leave out --layers, or",
    "--dataset spirals": "leave out --dataset, or",
    "--seed 0": "leave out --seed, or",
    "--optimizer sgd": "leave out --optimizer, or",
    "--iterations 30": "has made its 30 iterations: say with --iterations or --epochs how many",
    "": "has made its 30 iterations: say with --iterations or --epochs how many",
    "--iterations 29": "30 iterations have been made already: the total must be larger than that.",
    "--epochs 1": "30 iterations have been made already: the total must be larger than that.",
    "--epochs 0": "Train for at least 1 epoch.",
    "--iterations 50 --batch-size 2001": "The batch of 2001 is larger than the data (2000 examples)",
    "--iterations 50 --learning-rate 0": "The learning rate is 0.0; it must be a number above 0",
}


@pytest.mark.parametrize(("options", "sentence"), REFUSED.items(), ids=REFUSED.keys())
def test_what_cannot_go_on_gets_a_sentence(
    options: str, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.blab"
    saved(path, *XOR, "--iterations", "30")
    capsys.readouterr()
    assert train("--resume", str(path), *options.split()) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("backprop-lab train: ")
    assert sentence in err


def test_a_file_that_is_not_there_and_a_plan_without_a_run_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert train("--resume", str(tmp_path / "gone.blab")) == 2
    assert "There is no file " in capsys.readouterr().err
    assert train(*XOR, "--epochs", "1", "--replan") == 2
    assert "it goes with --resume." in capsys.readouterr().err
