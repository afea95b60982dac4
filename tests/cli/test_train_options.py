"""What the options of `train` make, and what is refused before any training."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from core.data import open_data_set, write_idx
from core.nn.optimizers import OptimizerSpec
from core.nn.schedules import ScheduleSpec
from core.training.checkpoint import load_checkpoint
from core.training.config import TrainingConfig
from core.training.events import Event
from core.training.presets import preset
from core.training.session import TrainingSession
from tests.cli.command import XOR, lines, train

# --- what they make -----------------------------------------------------------------------------------------


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


def test_an_evaluation_may_look_at_a_part_of_the_training_set(tmp_path: Path) -> None:
    whole, part = tmp_path / "a.blab", tmp_path / "b.blab"
    assert train(*XOR, "--iterations", "3", "--save", str(whole)) == 0
    assert train(*XOR, "--iterations", "3", "--evaluate-on", "50", "--save", str(part)) == 0
    one, other = load_checkpoint(whole), load_checkpoint(part)
    assert other.experiment.training.evaluate_on == 50
    assert np.array_equal(one.losses, other.losses)
    assert one.evaluations[-1].train_loss != other.evaluations[-1].train_loss
    assert one.evaluations[-1].test_loss == other.evaluations[-1].test_loss


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
    test = open_data_set("xor").test
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
    "--epochs 0": "Train for at least 1 epoch.",
    "--iterations -5": "Train for at least 1 iteration.",
    "--seed -1": "The seed is a whole number, 0 or larger.",
    "--layers affine:80,rleu,affine:10": "Unknown layer: “rleu”. Did you mean “relu”?",
    "--layers affine:80,relu,affine:0": "Affine 2 needs at least 1 unit, not 0.",
    "--layers affine:99999999,relu,affine:10": "GB while it trains; the limit is 1 GB. Give it fewer",
    "--layers ,": "Unknown layer: “”.",
    "--layers affine:12": (
        "MNIST handwritten digits needs 10 outputs, but the last Affine layer gives 12: set its units to 10."
    ),
    "--layers affine:9,step,affine:10": "Step 1 has no gradient to send back: its slope is 0 wherever it has",
    "--preset two-layer --dataset xor": "XOR needs 2 outputs, but the last Affine layer gives 10: set",
    "--dataset random-pair --layers affine:2 --batch-size 1": "The targets of One random pair are numbers",
    "--save nowhere/a.blab": "There is no folder nowhere: make it, or save elsewhere.",
    "--save .": ". is a folder: give the model a name in it, such as my.blab.",
    "--epochs 1 --iterations 1": "argument --iterations: not allowed with argument --epochs",
    "--epochs many": "--epochs takes a whole number, such as 5, and not “many”.",
    "--iterations 1e3": "--iterations takes a whole number, such as 1000, and not “1e3”.",
    "--batch-size 1.5": "--batch-size takes a whole number, such as 100, and not “1.5”.",
    "--seed today": "--seed takes a whole number, such as 0, and not “today”.",
    "--learning-rate fast": "--learning-rate takes a number, such as 0.1, and not “fast”.",
    "--momentum 0,9": "--momentum takes a number, such as 0.9, and not “0,9”.",
    "--weight-decay none": "--weight-decay takes a number, such as 0.0001, and not “none”.",
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
