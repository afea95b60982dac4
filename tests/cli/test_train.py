"""`train` on the command line: its lines, its exit status, its options, and what it refuses."""

from __future__ import annotations

import json
import math
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.data import open_dataset, write_idx
from core.nn.network import Network
from core.nn.optimizers import OptimizerSpec
from core.nn.schedules import ScheduleSpec
from core.training.checkpoint import load_checkpoint
from core.training.config import Experiment, TrainingConfig
from core.training.events import Event, Iteration
from core.training.presets import preset
from core.training.session import TrainingSession
from main import main

ROOT = Path(__file__).parents[2]
XOR = ("--dataset", "xor", "--layers", "affine:8,relu,affine:2", "--batch-size", "100")
"""2,000 points, 20 iterations an epoch."""


def train(*options: str) -> int:
    """The exit status, also where argparse ends the program."""
    try:
        return main(["train", *options])
    except SystemExit as end:
        return int(end.code or 0)


def lines(text: str) -> list[dict[str, Any]]:
    """Objects of strict JSON, one a line: NaN and Infinity are none."""

    def refuse(word: str) -> float:
        raise AssertionError(f"{word} is no JSON")

    return [json.loads(line, parse_constant=refuse) for line in text.splitlines()]


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
    assert set(end) == {"event", "outcome", "iterations", "test_accuracy", "seconds"}
    assert (end["event"], end["outcome"], end["iterations"]) == ("end", "completed", 60)
    assert end["test_accuracy"] == epochs[-1]["test_accuracy"]
    assert end["seconds"] > 0


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
        clock = ("seconds", "images_per_second")
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
    one = TrainingSession(Experiment(experiment.network, training), open_dataset("simple-pair"))
    for _ in one.events():
        pass
    assert told == [evaluation.train_loss for evaluation in one.evaluations]


# --- for a person -------------------------------------------------------------------------------------------


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


# --- options ------------------------------------------------------------------------------------------------


def test_layers_alone_start_from_mnist_sgd_and_five_epochs(tmp_path: Path) -> None:
    path = tmp_path / "a.blab"
    line = "affine:4,relu,affine:5,sigmoid,affine:10,softmax"
    assert train("--layers", line, "--iterations", "1", "--save", str(path)) == 0
    experiment = load_checkpoint(path).experiment
    assert experiment.training == TrainingConfig(length=1, length_unit="iterations")
    plain = TrainingConfig()
    assert (plain.data_set, plain.batch_size, plain.length, plain.length_unit, plain.seed) == (
        *("mnist", 100, 5, "epochs", 0),
    )
    assert (plain.optimizer, plain.weight_decay) == (OptimizerSpec("sgd", 0.1), 0.0)
    assert experiment.network.widths == (784, 4, 4, 5, 5, 10)
    inits = [layer.init.kind for layer in experiment.network.layers if layer.kind == "affine"]
    assert inits == ["he", "xavier", "xavier"]


def test_options_beside_a_preset_override_it(tmp_path: Path) -> None:
    path = tmp_path / "a.blab"
    options = {
        "--preset": "two-layer",
        "--dataset": "spirals",
        "--layers": "affine:6,tanh,affine:2",
        "--seed": "7",
        "--optimizer": "momentum",
        "--learning-rate": "0.02",
        "--momentum": "0.5",
        "--schedule": "cosine",
        "--weight-decay": "0.001",
        "--batch-size": "50",
        "--sampling": "shuffled",
        "--epochs": "2",
        "--save": str(path),
    }
    assert train(*(word for pair in options.items() for word in pair)) == 0
    checkpoint = load_checkpoint(path)
    assert checkpoint.iteration == 80
    assert checkpoint.experiment.training == TrainingConfig(
        data_set="spirals",
        batch_size=50,
        sampling="shuffled",
        optimizer=OptimizerSpec("momentum", 0.02, momentum=0.5),
        schedule=ScheduleSpec("cosine"),
        weight_decay=0.001,
        length=2,
        length_unit="epochs",
        seed=7,
    )
    assert checkpoint.experiment.network.widths == (2, 6, 6, 2)


def test_what_is_not_given_stays_as_in_the_preset(tmp_path: Path) -> None:
    path = tmp_path / "a.blab"
    assert train("--preset", "deep-sigmoid", "--iterations", "3", "--save", str(path)) == 0
    saved, original = load_checkpoint(path).experiment, preset("deep-sigmoid").experiment
    assert saved.network == original.network
    assert saved.training.optimizer == original.training.optimizer
    assert saved.training.length == 3


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--optimizer", "adam"), OptimizerSpec("adam", 0.001)),
        (("--optimizer", "sgd"), OptimizerSpec("sgd", 0.01)),  # the preset's own, with its own rate
        (("--optimizer", "rmsprop", "--learning-rate", "0.5"), OptimizerSpec("rmsprop", 0.5)),
        (("--learning-rate", "0.5"), OptimizerSpec("sgd", 0.5)),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_another_optimizer_comes_with_its_usual_rate(
    tmp_path: Path, options: tuple[str, ...], expected: OptimizerSpec
) -> None:
    path = tmp_path / "a.blab"
    assert train("--preset", "deep-sigmoid", "--iterations", "1", *options, "--save", str(path)) == 0
    assert load_checkpoint(path).experiment.training.optimizer == expected


def test_a_saved_network_predicts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.blab"
    assert train(*XOR, "--epochs", "30", "--learning-rate", "0.5", "--json", "--save", str(path)) == 0
    end = lines(capsys.readouterr().out)[-1]
    test = open_dataset("xor").test
    assert test is not None
    network = load_checkpoint(path).network()
    assert network.accuracy(test.x, test.t) == pytest.approx(end["test_accuracy"])
    assert end["test_accuracy"] > 0.9


def test_a_folder_is_a_data_set(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rng = np.random.default_rng(0)
    for part, count in (("train", 40), ("t10k", 10)):
        write_idx(tmp_path / f"{part}-images-idx3-ubyte.gz", rng.integers(0, 256, (count, 3, 5), np.uint8))
        write_idx(tmp_path / f"{part}-labels-idx1-ubyte", np.arange(count, dtype=np.uint8) % 4)
    options = ("--layers", "affine:4", "--batch-size", "10", "--epochs", "1", "--json")
    assert train("--dataset", str(tmp_path), *options) == 0
    assert lines(capsys.readouterr().out)[-1]["iterations"] == 4


# --- what is refused ----------------------------------------------------------------------------------------

REFUSED = {
    "--preset two-layr": "There is no preset “two-layr”. Did you mean “two-layer”?",
    "--dataset mnits": "There is no data set “mnits”. Did you mean “mnist”? A folder with the four IDX files",
    "--dataset ./nowhere": "There is no folder nowhere. Check the name.",
    "--optimizer adm": "Unknown optimizer: “adm”. Did you mean “adam”?",
    "--schedule cosin": "Unknown learning rate schedule: “cosin”. Did you mean “cosine”?",
    "--sampling radnom": "Unknown way to draw batches: “radnom”. Did you mean “random”?",
    "--learning-rate 0": "The learning rate is 0.0; it must be a number above 0, such as 0.1.",
    "--learning-rate -0.1": "The learning rate is -0.1; it must be a number above 0, such as 0.1.",
    "--learning-rate nan": "The learning rate is nan; it must be a number above 0, such as 0.1.",
    "--learning-rate inf": "The learning rate is inf; it must be a number above 0, such as 0.1.",
    "--optimizer momentum --momentum 1": "Momentum is 1.0; it must be 0 or more and less than 1",
    "--weight-decay -1": "The weight decay is 0 (none) or a small positive number, such as 0.0001.",
    "--weight-decay nan": "The weight decay is 0 (none) or a small positive number, such as 0.0001.",
    "--batch-size 0": "A batch needs at least 1 example.",
    "--dataset xor --layers affine:2 --batch-size 2001": (
        "The batch of 2001 is larger than the data (2000 examples): make it smaller."
    ),
    "--epochs 0": "Train for at least 1.",
    "--iterations -5": "Train for at least 1.",
    "--seed -1": "The seed is a whole number, 0 or larger.",
    "--layers affine:80,rleu,affine:10": "Unknown layer: “rleu”. Did you mean “relu”?",
    "--layers affine:80,relu,affine:0": "Affine 2 needs at least 1 unit, not 0.",
    "--layers affine:99999999,relu,affine:10": "GB large while it trains; the limit is 1 GB. Give it fewer",
    "--layers ,": "Unknown layer: “”.",
    "--layers affine:12": (
        "MNIST handwritten digits needs 10 outputs, but the last Affine layer gives 12: set its units to 10."
    ),
    "--layers affine:9,step,affine:10": "Step 1 has no gradient to send back: its slope is 0 wherever it has",
    "--preset two-layer --dataset xor": "XOR needs 2 outputs, but the last Affine layer gives 10: set",
    "--dataset random-pair --layers affine:2 --batch-size 1": "One random pair asks for numbers, not for",
    "--save nowhere/a.blab": "There is no folder nowhere: make it, or save elsewhere.",
    "--save .": ". is a folder: give the model a name in it, such as my.blab.",
    "--epochs 1 --iterations 1": "argument --iterations: not allowed with argument --epochs",
    "--epochs many": "argument --epochs: invalid int value: 'many'",
    "--learning-rate fast": "argument --learning-rate: invalid float value: 'fast'",
    "--batch-size 1.5": "argument --batch-size: invalid int value: '1.5'",
    "--colour red": "unrecognized arguments: --colour red",
}


@pytest.fixture
def no_training(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: TrainingSession) -> Iterator[Event]:
        raise AssertionError("training has begun")

    monkeypatch.setattr(TrainingSession, "events", refuse)


@pytest.mark.parametrize(("options", "sentence"), REFUSED.items(), ids=REFUSED.keys())
@pytest.mark.usefixtures("no_training")
def test_bad_arguments_get_a_sentence_and_status_2_before_any_training(
    options: str,
    sentence: str,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert train(*options.split(), "--json") == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "Traceback" not in err
    assert err.splitlines()[-1].startswith("backprop-lab train: ")
    assert sentence in err.splitlines()[-1]


@pytest.mark.usefixtures("no_training")
def test_an_empty_line_of_layers_is_not_the_same_as_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert train("--layers", "") == 2
    assert "Unknown layer: “”." in capsys.readouterr().err


# --- other ends ---------------------------------------------------------------------------------------------


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


def test_a_layer_that_dies_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    options = ("--dataset", "xor", "--layers", "affine:2,relu,affine:2", "--learning-rate", "100")
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
    assert "RuntimeError: a fault of the program" in err
    assert not path.exists()


def test_a_model_that_cannot_be_written_after_all_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    assert train(*XOR, "--epochs", "1", "--json", "--save", str(tmp_path / "a.blab")) == 1
    out, err = capsys.readouterr()
    assert lines(out)[-1]["outcome"] == "completed"
    assert "cannot be written (No space left on device): save it elsewhere." in err


def test_an_interrupt_ends_between_two_updates_with_an_end_line_and_saves(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C, as it reaches the process, after the fifth update."""
    events = TrainingSession.events

    def interrupted(self: TrainingSession) -> Iterator[Event]:
        for event in events(self):
            if isinstance(event, Iteration) and event.iteration == 5:
                signal.raise_signal(signal.SIGINT)
            yield event

    monkeypatch.setattr(TrainingSession, "events", interrupted)
    before = signal.getsignal(signal.SIGINT)
    path = tmp_path / "a.blab"
    assert train(*XOR, "--iterations", "50", "--json", "--save", str(path)) == 130
    assert signal.getsignal(signal.SIGINT) is before
    out, err = capsys.readouterr()
    end = lines(out)[-1]
    assert (end["outcome"], end["iterations"]) == ("stopped", 5)
    assert 0 <= end["test_accuracy"] <= 1
    assert "Traceback" not in err
    assert load_checkpoint(path).iteration == 5


def start(*arguments: str, code: str = "") -> subprocess.Popen[str]:
    command = [sys.executable, "-c", code] if code else [sys.executable, "main.py"]
    return subprocess.Popen(
        [*command, *arguments],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


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


# --- main.py ------------------------------------------------------------------------------------------------


def test_help_and_version_need_neither_qt_nor_numpy() -> None:
    """Asked in a process of its own, which tells what was imported."""
    code = (
        "import sys\n"
        "from main import main\n"
        "for word in ('--version', '--help'):\n"
        "    try: main([word])\n"
        "    except SystemExit as end: assert end.code == 0\n"
        "print('heavy:', sorted({'numpy', 'PySide6', 'pyqtgraph', 'gui'} & set(sys.modules)))\n"
    )
    out, err = start(code=code).communicate(timeout=60)
    assert err == ""
    assert out.startswith("Backprop Lab ")
    assert "usage: backprop-lab" in out
    assert "train" in out
    assert out.endswith("heavy: []\n")


def test_the_help_of_train_names_every_option_and_needs_no_qt() -> None:
    code = (
        "import sys\n"
        "from main import main\n"
        "try: main(['train', '--help'])\n"
        "except SystemExit as end: assert end.code == 0\n"
        "print('heavy:', sorted({'PySide6', 'pyqtgraph', 'gui'} & set(sys.modules)))\n"
    )
    out, err = start(code=code).communicate(timeout=60)
    assert err == ""
    options = ("preset", "layers", "dataset", "epochs", "iterations", "seed", "optimizer", "learning-rate")
    for option in (
        *options,
        "momentum",
        "schedule",
        "weight-decay",
        "batch-size",
        "sampling",
        "save",
        "json",
    ):
        assert f"--{option} " in out
    assert out.endswith("heavy: []\n")


@pytest.mark.parametrize(
    ("missing", "arguments"),
    [("numpy", ["train"]), ("numpy", ["train", "--help"]), ("PySide6", []), ("numpy", []), ("pyqtgraph", [])],
)
def test_a_missing_dependency_gets_one_sentence(missing: str, arguments: list[str]) -> None:
    code = (
        f"import sys\nsys.modules[{missing!r}] = None\nfrom main import main\nsys.exit(main({arguments!r}))\n"
    )
    process = start(code=code)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert out == ""
    assert err == (
        f"Backprop Lab needs {missing}, which this Python does not have. "
        "Run “python3 dev.py run”: it sets up all that is needed and starts the program.\n"
    )


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the wheels bring every library")
def test_a_missing_library_of_the_system_gets_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The dynamic linker finds an empty file first."""
    (tmp_path / "libEGL.so.1").touch()
    monkeypatch.setenv("LD_LIBRARY_PATH", str(tmp_path))
    process = start()
    out, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert out == ""
    assert err == (
        f"Backprop Lab cannot load a library of this system ({tmp_path}/libEGL.so.1: file too short). "
        "Run “python3 dev.py run”: it looks for the libraries and says what to install.\n"
    )


def test_a_name_of_the_program_that_is_missing_is_not_excused() -> None:
    code = "import core.words\ndel core.words.did_you_mean\nfrom main import main\nmain(['train'])\n"
    process = start(code=code)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "ImportError: cannot import name 'did_you_mean'" in err


def test_a_module_of_the_program_that_is_missing_is_not_excused() -> None:
    code = "import sys\nsys.modules['core.training'] = None\nfrom main import main\nmain(['train'])\n"
    process = start(code=code)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "Traceback" in err
    assert "core.training" in err


def test_an_unknown_command_gets_the_near_one(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["trian"])
    assert end.value.code == 2
    assert "unknown command “trian”. Did you mean “train”?" in capsys.readouterr().err


def test_the_first_figure_of_the_untrained_network_is_that_of_a_guess(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """MNIST, ten classes: a loss of log 10 and about one digit of ten."""
    assert train("--preset", "two-layer", "--iterations", "1", "--json") == 0
    first, end = lines(capsys.readouterr().out)
    assert first["train_loss"] == pytest.approx(math.log(10), abs=0.01)
    assert first["test_accuracy"] == pytest.approx(0.1, abs=0.06)
    assert end["iterations"] == 1
