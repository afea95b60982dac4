"""Pictures on the command line: several digits, how they are prepared, and a model without its data."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from core.data import DataSet, open_data_set, write_idx
from core.inspection.predictions import prediction
from core.nn.network import Network
from core.nn.spec import LayerSpec, NetworkSpec
from core.training.checkpoint import load_checkpoint
from core.training.presets import preset
from main import main
from tests.cli.test_predict import saved
from tests.core.training.model_files import about, rewritten


@pytest.fixture(scope="module")
def mnist() -> DataSet:
    return open_data_set("mnist")


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory, mnist: DataSet) -> Path:
    path = tmp_path_factory.mktemp("models") / "digits.blab"
    saved(path, preset("two-layer").experiment.network, mnist)
    return path


@pytest.fixture(scope="module")
def network(model: Path) -> Network:
    return load_checkpoint(model).network()


class Command:
    """`predict`, as the program runs it."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *words: str | Path) -> tuple[int, str, str]:
        status = main(["predict", *map(str, words)])
        return (status, *self._capsys.readouterr())

    def digits(self, *words: str | Path) -> list[dict[str, Any]]:
        """The lines of JSON."""
        status, out, err = self(*words, "--json")
        assert (status, err) == (0, "")
        return [json.loads(line) for line in out.splitlines()]


@pytest.fixture
def predict(capsys: pytest.CaptureFixture[str]) -> Command:
    return Command(capsys)


def drawn(path: Path, pixels: NDArray[np.uint8]) -> Path:
    Image.fromarray(pixels).save(path)
    return path


def large(mnist: DataSet, row: int) -> NDArray[np.uint8]:
    assert mnist.test is not None
    return np.kron(255 - mnist.test.x[row].reshape(28, 28), np.ones((10, 10), np.uint8))


def test_each_digit_is_a_line_of_json_in_the_order_of_reading(
    predict: Command, model: Path, mnist: DataSet, tmp_path: Path
) -> None:
    picture = drawn(tmp_path / "72.png", np.hstack([large(mnist, 0), large(mnist, 1)]))
    seven, two = predict.digits(picture, "--model", model)
    (alone,) = predict.digits(drawn(tmp_path / "7.png", large(mnist, 0)), "--model", model)
    assert seven["probabilities"] == pytest.approx(alone["probabilities"], abs=0.1)
    left, top, right, bottom = seven["box"]
    assert 40 <= left < right <= 280 <= two["box"][0]
    assert 0 < top < bottom <= 280
    assert seven["done"] == two["done"]
    assert seven["done"].startswith("2 digits were found. As MNIST's makers did, the dark ink of each")
    assert {"prediction", "confidence", "probabilities", "label", "loss", "box", "done"} == set(two)


def test_several_digits_in_words(predict: Command, model: Path, mnist: DataSet, tmp_path: Path) -> None:
    picture = drawn(tmp_path / "72.png", np.hstack([large(mnist, 0), large(mnist, 1)]))
    status, out, err = predict(picture, "--model", model)
    assert status == 0
    assert err.startswith("2 digits were found.")
    lines = out.splitlines()
    assert lines[0] == f"{picture}, 1 of 2"
    assert f"{picture}, 2 of 2" in lines
    assert sum(line.startswith("prediction ") for line in lines) == 2


def folder(path: Path) -> tuple[Path, NDArray[np.uint8]]:
    """A data set of one's own: light and dark images that are neither centred nor on a dark ground."""
    path.mkdir()
    images = np.random.default_rng(2).integers(0, 256, (40, 28, 28)).astype(np.uint8)
    for part in ("train", "t10k"):
        write_idx(path / f"{part}-images-idx3-ubyte", images)
        write_idx(path / f"{part}-labels-idx1-ubyte", (np.arange(40) % 10).astype(np.uint8))
    return path, images


def test_images_of_ones_own_saved_as_pictures_get_the_predictions_of_the_data_set(
    predict: Command, tmp_path: Path
) -> None:
    data, images = folder(tmp_path / "clothes")
    model = tmp_path / "clothes.blab"
    saved(model, NetworkSpec(784, (LayerSpec("affine", 10),)), open_data_set(data))
    network = load_checkpoint(model).network()
    shutil.rmtree(data)  # the model file knows all that is needed
    for number, image in enumerate(images):
        (said,) = predict.digits(drawn(tmp_path / "image.png", image), "--model", model)
        expected = prediction(network, image)
        assert (said["prediction"], said["probabilities"]) == (
            expected.predicted,
            expected.outputs.tolist(),
        ), number
    assert said["box"] == [0, 0, 28, 28]
    assert said["done"] == "The picture has the size that the network takes: it was not scaled."


def test_the_preparation_can_be_chosen(
    predict: Command, model: Path, network: Network, mnist: DataSet, tmp_path: Path
) -> None:
    picture = drawn(tmp_path / "7.png", large(mnist, 0))
    (plain,) = predict.digits(picture, "--model", model, "--pictures", "plain")
    assert mnist.test is not None
    expected = prediction(network, 255 - mnist.test.x[0])
    assert plain["probabilities"] == pytest.approx(expected.outputs.tolist(), abs=1e-6)
    assert plain["done"].startswith(
        "The picture was taken plainly: its greys, scaled from 280 × 280 to 28 × 28"
    )
    assert predict.digits(picture, "--model", model, "--pictures", "digits") == predict.digits(
        picture, "--model", model
    )
    status, _, err = predict("--index", "1", "--model", model, "--pictures", "plain")
    assert (status, "it goes with a picture" in err) == (2, True)


def test_the_names_of_the_classes_come_from_the_model_file(
    predict: Command, model: Path, mnist: DataSet, tmp_path: Path
) -> None:
    named = tmp_path / "named.blab"
    shutil.copy(model, named)
    text = about(named)
    names = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    text["inputs"]["classes"] = names
    rewritten(named, {"model.json": json.dumps(text).encode()})
    _, out, _ = predict(drawn(tmp_path / "7.png", large(mnist, 0)), "--model", named)
    assert out.splitlines()[1].split()[1].rstrip(",") in names


def test_a_model_file_of_an_earlier_version_asks_its_data_set(
    predict: Command, model: Path, mnist: DataSet, tmp_path: Path
) -> None:
    old = tmp_path / "old.blab"
    shutil.copy(model, old)
    text = about(old)
    del text["inputs"]
    rewritten(old, {"model.json": json.dumps(text).encode()})
    picture = drawn(tmp_path / "7.png", large(mnist, 0))
    assert predict.digits(picture, "--model", old) == predict.digits(picture, "--model", model)


def test_of_an_animated_picture_the_first_is_taken_and_that_is_said(
    predict: Command, model: Path, mnist: DataSet, tmp_path: Path
) -> None:
    first, second = (Image.fromarray(large(mnist, row)) for row in (0, 1))
    first.save(tmp_path / "both.gif", save_all=True, append_images=[second])
    first.save(tmp_path / "first.gif")
    (both,) = predict.digits(tmp_path / "both.gif", "--model", model)
    (alone,) = predict.digits(tmp_path / "first.gif", "--model", model)
    assert both["probabilities"] == alone["probabilities"]
    assert both["done"] == f"The file holds more than one picture: the first was taken. {alone['done']}"


def test_what_cannot_be_told_from_its_ground_gets_its_sentence(
    predict: Command, model: Path, tmp_path: Path
) -> None:
    noise = np.random.default_rng(6).normal(128, 45, (200, 200)).clip(0, 255).astype(np.uint8)
    status, out, err = predict(drawn(tmp_path / "noise.png", noise), "--model", model)
    assert (status, out) == (2, "")
    assert "Ink and ground could not be told apart: crop the picture, or darken the digit." in err
