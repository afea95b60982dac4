"""`predict` on the command line: its predictions against the engine, what it prints, and what it refuses."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.data import DataSet, open_data_set, write_idx
from core.inspection.predictions import prediction
from core.nn.network import Network
from core.nn.spec import LayerSpec, LossSpec, NetworkSpec
from core.training.checkpoint import load_checkpoint, save_checkpoint
from core.training.config import Experiment, TrainingConfig
from core.training.presets import preset
from core.training.session import TrainingSession
from main import main
from tests.adapters.png_bytes import SIGNATURE, chunk, header, png

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Run:
    status: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        def refuse(word: str) -> float:
            raise AssertionError(f"{word} is no JSON")

        (line,) = self.out.splitlines()
        return dict(json.loads(line, parse_constant=refuse))


class Command:
    """The command as the program runs it."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: str | Path) -> Run:
        try:
            status = main(["predict", *map(str, arguments)])
        except SystemExit as end:
            status = int(end.code or 0)
        return Run(status, *self._capsys.readouterr())


@pytest.fixture
def predict(capsys: pytest.CaptureFixture[str]) -> Command:
    return Command(capsys)


@pytest.fixture(scope="module")
def mnist() -> DataSet:
    return open_data_set("mnist")


def saved(path: Path, spec: NetworkSpec, data: DataSet, seed: int = 1) -> Network:
    """A model file of an untrained network whose parameters are drawn."""
    training = TrainingConfig(data.name, batch_size=1, length=1, length_unit="iterations")
    session = TrainingSession(Experiment(spec, training), data)
    vector = session.network.params.vector
    vector[...] = np.random.default_rng(seed).normal(0, 0.1, vector.shape)
    save_checkpoint(path, session.checkpoint())
    return session.network


@pytest.fixture(scope="module")
def network(model: Path) -> Network:
    return load_checkpoint(model).network()


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory, mnist: DataSet) -> Path:
    path = tmp_path_factory.mktemp("models") / "two-layer.blab"
    saved(path, preset("two-layer").experiment.network, mnist)
    return path


def picture(folder: Path, pixels: np.ndarray, name: str = "digit.png") -> Path:
    path = folder / name
    path.write_bytes(png(pixels[..., np.newaxis], 8, 0, [n % 5 for n in range(len(pixels))]))
    return path


# --- examples of a data set ---------------------------------------------------------------------------------


@pytest.mark.parametrize(("split", "index"), [("test", 0), ("train", 59_999)])
def test_an_example_as_json(
    predict: Command, model: Path, network: Network, mnist: DataSet, split: str, index: int
) -> None:
    run = predict("--dataset", "mnist", "--split", split, "--index", str(index), "--model", model, "--json")
    assert (run.status, run.err) == (0, "")
    part = mnist.train if split == "train" else mnist.test
    assert part is not None
    label = int(part.t[index])
    expected = prediction(network, part.x[index], label)
    assert run.json == {
        "prediction": expected.predicted,
        "confidence": expected.confidence,
        "probabilities": expected.outputs.tolist(),
        "label": label,
        "loss": expected.loss,
    }
    assert sum(run.json["probabilities"]) == pytest.approx(1)
    assert run.json["probabilities"][run.json["prediction"]] == max(run.json["probabilities"])
    assert run.json["loss"] == pytest.approx(-np.log(run.json["probabilities"][label]), rel=1e-5)


def test_the_data_set_of_the_network_and_the_test_set_are_meant(predict: Command, model: Path) -> None:
    assert predict("--index", "5", "--model", model, "--json") == predict(
        "--index", "5", "--model", model, "--json", "--dataset", "mnist", "--split", "test"
    )


def test_an_example_as_text(predict: Command, model: Path) -> None:
    report = predict("--index", "0", "--model", model, "--json").json
    run = predict("--index", "0", "--model", model)
    assert (run.status, run.err) == (0, "")
    title, said, truth, empty, *bars = run.out.splitlines()
    assert title == "MNIST handwritten digits, test 0"
    assert said == f"prediction {report['prediction']}, {100 * report['confidence']:.1f} % sure"
    assert truth.startswith("label 7, right ✓" if report["prediction"] == 7 else "label 7, wrong ✗")
    assert truth.endswith(f"loss {report['loss']:.4g}")
    assert empty == ""
    assert len(bars) == 10
    for digit, (line, share) in enumerate(zip(bars, report["probabilities"], strict=True)):
        assert line.split()[0] == str(digit)
        assert line.endswith(f"{100 * share:.1f} %")
        assert line.count("█") == round(40 * share)
        assert len(line) == len(bars[0])


# --- pictures -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("dark_on_light", [False, True])
def test_a_picture_is_read_whatever_its_ground(
    predict: Command, model: Path, network: Network, mnist: DataSet, tmp_path: Path, dark_on_light: bool
) -> None:
    assert mnist.test is not None
    image = mnist.test.x[3].reshape(28, 28)
    path = picture(tmp_path, 255 - image if dark_on_light else image)
    run = predict(path, "--model", model, "--json")
    assert (run.status, run.err) == (0, "")
    expected = prediction(network, image)
    assert run.json["prediction"] == expected.predicted
    assert run.json["probabilities"] == pytest.approx(expected.outputs.tolist(), abs=0.02)
    assert run.json["label"] is run.json["loss"] is None
    text = predict(path, "--model", model).out.splitlines()
    assert text[0] == str(path)
    assert text[1].startswith(f"prediction {expected.predicted}, ")
    assert text[2] == ""
    assert len(text) == 13


def test_a_picture_for_a_network_of_another_image_size(predict: Command, tmp_path: Path) -> None:
    rng = np.random.default_rng(2)
    for part in ("train", "t10k"):
        write_idx(tmp_path / f"{part}-images-idx3-ubyte", rng.integers(0, 256, (6, 8, 5)).astype(np.uint8))
        write_idx(tmp_path / f"{part}-labels-idx1-ubyte", np.arange(6, dtype=np.uint8) % 3)
    spec = NetworkSpec(40, (LayerSpec("affine", 3),))
    saved(tmp_path / "small.blab", spec, open_data_set(tmp_path))
    drawn = np.zeros((30, 30), np.uint8)
    drawn[5:25, 12:16] = 255
    run = predict(picture(tmp_path, drawn), "--model", tmp_path / "small.blab", "--json")
    assert (run.status, len(run.json["probabilities"])) == (0, 3)


@pytest.mark.parametrize(
    ("contents", "message"),
    [
        (b"a text", "is not a picture that can be read"),
        (SIGNATURE + header(1, 1) + chunk(b"IEND"), "1 × 1 pixels is too small"),
        (SIGNATURE + header(20_000, 20_000) + chunk(b"IEND"), "20,000 × 20,000 pixels is too large"),
        (png(np.full((9, 9, 1), 255), 8, 0, [0] * 9), "There is no digit here: the picture is empty."),
        (png(np.full((9, 9, 1), 0), 8, 0, [0] * 9), "There is no digit here: the picture is empty."),
        (png(np.zeros((9, 9, 4), int), 8, 6, [0] * 9), "There is no digit here: the picture is empty."),
    ],
)
def test_a_picture_that_cannot_be_read(
    predict: Command, model: Path, tmp_path: Path, contents: bytes, message: str
) -> None:
    path = tmp_path / "bad.png"
    path.write_bytes(contents)
    run = predict(path, "--model", model)
    assert (run.status, run.out) == (2, "")
    assert message in run.err


# --- other networks -----------------------------------------------------------------------------------------


def test_scores_that_are_no_probabilities_are_not_called_so(predict: Command, tmp_path: Path) -> None:
    spec = NetworkSpec(2, (LayerSpec("affine", 2),), LossSpec("squared_error"))
    network = saved(tmp_path / "scores.blab", spec, open_data_set("xor"))
    options = ("--index", "1", "--model", tmp_path / "scores.blab")
    report = predict(*options, "--json").json
    test = open_data_set("xor").test
    assert test is not None
    assert report["scores"] == pytest.approx(network.predict(test.x[1]).tolist())
    assert report["probabilities"] is report["confidence"] is None
    assert report["loss"] > 0
    text = predict(*options).out
    assert "█" not in text
    assert "sure" not in text
    assert f"  0  {report['scores'][0]:.4f}" in text


def test_a_yes_or_no_has_two_probabilities(predict: Command, tmp_path: Path) -> None:
    spec = NetworkSpec(2, (LayerSpec("affine", 1),), LossSpec("sigmoid_cross_entropy"))
    saved(tmp_path / "yes.blab", spec, open_data_set("xor"))
    report = predict("--index", "0", "--model", tmp_path / "yes.blab", "--json").json
    assert sum(report["probabilities"]) == pytest.approx(1)
    assert len(report["probabilities"]) == 2


def test_weights_that_overflow_give_null(predict: Command, tmp_path: Path, mnist: DataSet) -> None:
    base = preset("two-layer").experiment
    session = TrainingSession(base, mnist)
    session.network.params.vector[...] = 3e38
    save_checkpoint(tmp_path / "huge.blab", session.checkpoint())
    report = predict("--index", "0", "--model", tmp_path / "huge.blab", "--json").json
    assert report["confidence"] is None
    assert None in report["probabilities"]


# --- a training first ---------------------------------------------------------------------------------------


def test_a_preset_is_trained_first_and_only_the_prediction_is_on_standard_output(predict: Command) -> None:
    options = ("--index", "0", "--split", "train", "--preset", "simple-net", "--seed", "4")
    run = predict(*options, "--epochs", "7", "--json")
    assert run.status == 0
    assert run.json["label"] == 2
    assert "epoch 7: loss" in run.err
    assert "training completed: 7 iterations" in run.err
    base = preset("simple-net").experiment
    training = replace(base.training, length=7, length_unit="epochs", seed=4)
    session = TrainingSession(Experiment(base.network, training), open_data_set("simple-pair"))
    for _ in session.events():
        pass
    expected = prediction(session.network, session.data.train.x[0], 2)
    assert run.json["probabilities"] == expected.outputs.tolist()
    # Without a number of epochs, as long as the preset says.
    assert "training completed: 100 iterations" in predict(*options).err


def test_a_preset_is_trained_on_the_data_set_that_is_given(predict: Command, tmp_path: Path) -> None:
    rng = np.random.default_rng(2)
    for part, examples in (("train", 400), ("t10k", 20)):
        write_idx(
            tmp_path / f"{part}-images-idx3-ubyte", rng.integers(0, 256, (examples, 6, 6)).astype(np.uint8)
        )
        write_idx(tmp_path / f"{part}-labels-idx1-ubyte", (np.arange(examples) % 10).astype(np.uint8))
    options = ("--index", "3", "--preset", "two-layer", "--epochs", "1", "--dataset", tmp_path)
    run = predict(*options, "--json")
    assert (run.status, run.json["label"]) == (0, 3)
    assert "epoch 1: loss" in run.err
    assert "test accuracy" in run.err
    drawn = np.zeros((30, 30), np.uint8)
    drawn[5:25, 12:16] = 255
    run = predict(picture(tmp_path, drawn), *options[2:], "--json")
    assert (run.status, len(run.json["probabilities"])) == (0, 10)


def test_what_is_wrong_with_the_example_is_said_before_the_training(predict: Command, tmp_path: Path) -> None:
    for question in (("--index", "10000"), (tmp_path / "nowhere.png",)):
        run = predict(*question, "--preset", "two-layer", "--epochs", "9")
        assert run.status == 2
        assert len(run.err.splitlines()) == 1


def test_a_training_that_diverges_has_no_prediction(
    predict: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = preset("simple-net")
    training = base.experiment.training
    # Each update makes the weights nine times as large.
    steep = replace(training, optimizer=replace(training.optimizer, learning_rate=1.0), weight_decay=10.0)
    wild = replace(base, experiment=Experiment(base.experiment.network, steep))
    monkeypatch.setattr("cli.predict.preset", lambda name: wild)
    run = predict("--index", "0", "--split", "train", "--preset", "simple-net")
    assert (run.status, run.out) == (1, "")
    assert "diverged" in run.err


# --- arguments ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--model", "MODEL"], "Give either a picture or --index N"),
        (["x.png", "--index", "1", "--model", "MODEL"], "Give either a picture or --index N"),
        (["--index", "1"], "Give either --model FILE or --preset NAME"),
        (
            ["--index", "1", "--model", "MODEL", "--preset", "two-layer"],
            "Give either --model FILE or --preset",
        ),
        (["x.png", "--split", "test", "--model", "MODEL"], "--split says which examples --index counts"),
        (["--index", "1", "--model", "MODEL", "--epochs", "2"], "they go with --preset"),
        (["--index", "1", "--model", "MODEL", "--seed", "2"], "they go with --preset"),
        (["x.png", "--dataset", "mnist", "--model", "MODEL"], "a picture needs none"),
        (["x.png", "--model", "MODEL"], "There is no file x.png"),
        (["--index", "10000", "--model", "MODEL"], "There is no example 10,000: those of MNIST handwritten"),
        (["--index", "-1", "--model", "MODEL"], "(test) go from 0 to 9,999"),
        (["--index", "60000", "--split", "train", "--model", "MODEL"], "(train) go from 0 to 59,999"),
        (["--index", "1", "--model", "nowhere.blab"], "There is no file nowhere.blab"),
        (["--index", "1", "--model", __file__], "is not a model file"),
        (["--index", "1", "--model", "MODEL", "--dataset", "mnits"], "Did you mean “mnist”?"),
        (["--index", "1", "--model", "MODEL", "--dataset", "xor"], "train a network for these"),
        (
            ["--index", "0", "--preset", "deep-sigmoid", "--split", "train"],
            "The targets of these data are numbers, not classes",
        ),
        (["--index", "0", "--preset", "simple-net"], "has no test set: take --split train"),
        (["--index", "0", "--preset", "two-layr"], "Did you mean “two-layer”?"),
        (["--index", "0", "--preset", "two-layer", "--epochs", "0"], "Train for at least 1 epoch."),
        (["--index", "0", "--preset", "two-layer", "--seed", "-1"], "The seed is a whole number"),
        (
            ["--index", "one", "--model", "MODEL"],
            "error: --index takes a whole number, such as 0, and not “one”.",
        ),
        (
            ["--index", "1", "--preset", "two-layer", "--epochs", "x"],
            "error: --epochs takes a whole number, such as 5, and not “x”.",
        ),
        (["--index", "1", "--split", "all", "--model", "MODEL"], "invalid choice"),
    ],
)
def test_what_is_refused(predict: Command, model: Path, arguments: list[str], message: str) -> None:
    run = predict(*(str(model) if word == "MODEL" else word for word in arguments))
    assert (run.status, run.out) == (2, "")
    assert message in run.err
    assert "Traceback" not in run.err


def test_a_picture_for_a_network_that_takes_none(predict: Command, tmp_path: Path) -> None:
    saved(tmp_path / "xor.blab", NetworkSpec(2, (LayerSpec("affine", 2),)), open_data_set("xor"))
    drawn = np.zeros((30, 30), np.uint8)
    drawn[5:25, 12:16] = 255
    run = predict(picture(tmp_path, drawn), "--model", tmp_path / "xor.blab")
    assert run.status == 2
    assert "takes 2 numbers that are not an image" in run.err


def test_the_program_itself_in_a_process_of_its_own(model: Path) -> None:
    command = [
        sys.executable,
        "-W",
        "error",
        "main.py",
        "predict",
        "--index",
        "2",
        "--model",
        str(model),
        "--json",
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["label"] == 1
