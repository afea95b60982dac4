"""How a run of `train` ends otherwise than well: divergence, a fault, an interrupt, a reader who leaves."""

from __future__ import annotations

import json
import signal
import sys
from pathlib import Path

import numpy as np
import pytest

from cli import train as train_command
from core.nn.network import Network
from core.training.checkpoint import Checkpoint, load_checkpoint, save_checkpoint
from core.training.place import require_place
from tests.cli.command import XOR, lines, start, train


def test_a_divergence_ends_with_status_1_and_keeps_finite_weights(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.blab"
    options = ("--learning-rate", "1e38", "--iterations", "50", "--json", "--save", str(path))
    assert train(*XOR, *options) == 1
    out, err = capsys.readouterr()
    end = lines(out)[-1]
    assert (end["event"], end["outcome"]) == ("end", "diverged")
    assert end["iterations"] < 50
    assert 0 <= end["test_accuracy"] <= 1
    iteration = end["iterations"] + 1
    assert f"The network has diverged at iteration {iteration} (loss " in err
    assert "Its last finite weights are kept. Try a smaller learning rate, such as 0.1." in err
    checkpoint = load_checkpoint(path)
    assert checkpoint.iteration == end["iterations"]
    assert all(np.isfinite(array).all() for array in checkpoint.parameters.values())


def test_a_run_that_made_the_network_worse_has_diverged_though_it_made_all_its_iterations(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.blab"
    options = ("--learning-rate", "1000", "--iterations", "40", "--save", str(path))
    assert train(*XOR, *options, "--json") == 1
    out, err = capsys.readouterr()
    first, *_, last, end = lines(out)
    assert (end["outcome"], end["iterations"], end["saved"]) == ("diverged", 40, str(path))
    assert last["train_loss"] > 2 * first["train_loss"]
    began, ended = (f"{line['train_loss']:.4g}" for line in (first, last))
    assert f"The network has diverged: its loss began at {began} and ended at {ended}. The updates" in err
    assert "it has not learned. Try a smaller learning rate, such as 0.1.\n" in err
    assert load_checkpoint(path).iteration == 40
    assert train(*XOR, *options) == 1
    assert "\ndiverged after 40 iterations, " in capsys.readouterr().out


def test_a_layer_that_dies_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    options = (
        "--dataset",
        "xor",
        "--layers",
        "affine:2,relu,affine:2",
        "--learning-rate",
        "5",
        "--seed",
        "2",
    )
    assert train(*options, "--iterations", "40", "--json") == 0
    out, err = capsys.readouterr()
    assert "ReLU 1 has died: at iteration " in err
    assert "Start again with a smaller learning rate." in err
    assert lines(out)[-1]["outcome"] == "completed"


def test_a_fault_of_the_program_ends_with_an_end_line_and_status_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(self: Network) -> None:
        raise RuntimeError("a fault of the program")

    monkeypatch.setattr(Network, "backward", break_down)
    path = tmp_path / "a.blab"
    assert train(*XOR, "--epochs", "1", "--json", "--save", str(path)) == 1
    out, err = capsys.readouterr()
    end = lines(out)[-1]
    assert (end["outcome"], end["iterations"], end["test_accuracy"]) == ("failed", 0, None)
    assert end["saved"] is None
    assert "RuntimeError: a fault of the program" in err
    assert not path.exists()


def test_a_place_that_cannot_be_written_to_is_refused_before_training(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(*arguments: object, **options: object) -> tuple[int, str]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.mkstemp", forbidden)
    assert train(*XOR, "--epochs", "1", "--json", "--save", str(tmp_path / "a.blab")) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "cannot be written (Permission denied): save it elsewhere." in err


def test_that_a_model_can_be_saved_is_tried_without_a_trace(tmp_path: Path) -> None:
    path = tmp_path / "a.blab"
    path.write_bytes(b"an older one")
    require_place(path)
    assert [file.name for file in tmp_path.iterdir()] == ["a.blab"]
    assert path.read_bytes() == b"an older one"


def test_a_model_that_cannot_be_written_after_all_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    assert train(*XOR, "--epochs", "1", "--json", "--save", str(tmp_path / "a.blab")) == 1
    out, err = capsys.readouterr()
    assert lines(out)[-1]["outcome"] == "completed"
    assert lines(out)[-1]["saved"] is None
    assert "cannot be written (No space left on device): save it elsewhere." in err


@pytest.mark.parametrize("form", [(), ("--json",)], ids=["text", "json"])
def test_it_says_where_it_saved(
    form: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "digits.blab"
    assert train(*XOR, "--epochs", "1", "--save", str(path), *form) == 0
    out = capsys.readouterr().out
    assert lines(out)[-1]["saved"] == str(path) if form else out.endswith(f"\nsaved {path}\n")
    assert path.exists()


@pytest.mark.usefixtures("interrupted")
def test_an_interrupt_ends_between_two_updates_with_an_end_line_and_saves(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = signal.getsignal(signal.SIGINT)
    path = tmp_path / "a.blab"
    assert train(*XOR, "--iterations", "50", "--json", "--save", str(path)) == 130
    assert signal.getsignal(signal.SIGINT) is before
    out, err = capsys.readouterr()
    end = lines(out)[-1]
    assert (end["outcome"], end["iterations"]) == ("stopped", 5)
    assert 0 <= end["test_accuracy"] <= 1
    assert "Traceback" not in err
    assert end["saved"] == str(tmp_path / "a.interrupted.blab")
    assert load_checkpoint(tmp_path / "a.interrupted.blab").iteration == 5
    assert not path.exists()


@pytest.mark.usefixtures("interrupted")
def test_an_interrupt_leaves_a_finished_model_alone_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, beside = tmp_path / "a.blab", tmp_path / "a.interrupted.blab"
    path.write_bytes(b"a finished model")
    assert train(*XOR, "--iterations", "50", "--save", str(path)) == 130
    out, err = capsys.readouterr()
    assert out.splitlines()[-1] == f"saved {beside}"
    assert f"Interrupted: what was trained so far goes to {beside}, and {path} is left as it is.\n" in err
    assert path.read_bytes() == b"a finished model"
    assert load_checkpoint(beside).iteration == 5


@pytest.mark.usefixtures("interrupted")
def test_a_second_interrupted_run_leaves_the_first_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.blab"
    for _ in range(3):
        assert train(*XOR, "--iterations", "50", "--save", str(path)) == 130
    names = ["a.interrupted-2.blab", "a.interrupted-3.blab", "a.interrupted.blab"]
    assert sorted(found.name for found in tmp_path.iterdir()) == names


@pytest.mark.skipif(sys.platform != "linux", reason="other disks count otherwise")
@pytest.mark.usefixtures("interrupted")
def test_an_interrupted_run_of_the_longest_name_is_saved_under_a_shorter_one(tmp_path: Path) -> None:
    path = tmp_path / f"{'한' * 83}.blab"
    for _ in range(2):
        assert train(*XOR, "--iterations", "50", "--save", str(path)) == 130
    kept = sorted(found.name for found in tmp_path.iterdir())
    assert [name.lstrip("한") for name in kept] == [".interrupted-2.blab", ".interrupted.blab"]
    assert load_checkpoint(tmp_path / kept[0]).iteration == 5


def test_an_interrupt_while_it_saves_spoils_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    save = save_checkpoint

    def slowly(path: Path, checkpoint: Checkpoint) -> None:
        signal.raise_signal(signal.SIGINT)
        save(path, checkpoint)

    monkeypatch.setattr(train_command, "save_checkpoint", slowly)
    path = tmp_path / "a.blab"
    assert train(*XOR, "--epochs", "1", "--json", "--save", str(path)) == 0
    assert lines(capsys.readouterr().out)[-1]["saved"] == str(path)
    assert load_checkpoint(path).iteration == 20


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT to another process there")
def test_an_interrupted_process_ends_with_status_130() -> None:
    process = start("train", *XOR, "--iterations", "10000000", "--json")
    assert process.stdout is not None
    first = process.stdout.readline()
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert lines(first)[0]["epoch"] == 0
    end = lines(out)[-1]
    assert (end["event"], end["outcome"]) == ("end", "stopped")
    assert "Traceback" not in err


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize(
    "sent",
    [("SIGTERM",), ("SIGHUP", "SIGHUP"), ("SIGHUP", "SIGTERM")],
    ids=["kill", "a terminal that is closed", "a logout"],
)
def test_who_ends_the_process_gets_the_network_saved(tmp_path: Path, sent: tuple[str, ...]) -> None:
    process = start("train", *XOR, "--iterations", "10000000", "--json", "--save", str(tmp_path / "a.blab"))
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.readline()
    for name in sent:
        process.send_signal(signal.Signals[name])
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Traceback" not in err
    end = lines(out)[-1]
    assert (end["event"], end["outcome"]) == ("end", "stopped")
    assert [path.name for path in tmp_path.glob("*.blab")] == ["a.interrupted.blab"]
    assert load_checkpoint(tmp_path / "a.interrupted.blab").iteration == end["iterations"] > 0


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_run_under_nohup_outlives_its_terminal(tmp_path: Path) -> None:
    code = (
        "import signal, sys; signal.signal(signal.SIGHUP, signal.SIG_IGN); import main; sys.exit(main.run())"
    )
    process = start("train", *XOR, "--iterations", "10000000", "--json", code=code)
    assert process.stdout is not None
    process.stdout.readline()
    process.send_signal(signal.SIGHUP)
    for _ in range(3):
        assert json.loads(process.stdout.readline())["event"] == "epoch"
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=60)
    assert process.returncode == 130


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
def test_a_reader_who_goes_away_ends_it_quietly() -> None:
    process = start("train", *XOR, "--iterations", "10000000", "--json")
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    err = process.stderr.read()
    process.stderr.close()
    assert process.wait(timeout=60) == 130
    assert "Traceback" not in err
    assert "BrokenPipeError" not in err
