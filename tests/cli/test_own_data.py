"""`train` and `predict` on data of one's own: each format, what is said of the data, and what is typed about
them."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.data import write_idx
from core.training.checkpoint import load_checkpoint
from main import main
from tests.cli.command import train

RNG = np.random.default_rng(0)
LABELS = np.arange(120) % 2
IMAGES = RNG.integers(0, 100, (120, 8, 8)).astype(np.uint8)
IMAGES[LABELS == 1, ::2] += 155
LAYERS = ("--layers", "affine:10,relu,affine:2,softmax", "--epochs", "20", "--batch-size", "10")


def idx(folder: Path) -> Path:
    for part, rows in (("train", slice(100)), ("t10k", slice(100, 120))):
        write_idx(folder / f"{part}-images.idx", IMAGES[rows])
        write_idx(folder / f"{part}-labels.idx", LABELS[rows].astype(np.uint8))
    return folder


def npz(folder: Path) -> Path:
    np.savez(folder / "mine.npz", x_train=IMAGES, y_train=LABELS, x_test=IMAGES[:20], y_test=LABELS[:20])
    return folder / "mine.npz"


def csv(folder: Path) -> Path:
    rows = np.column_stack([LABELS, IMAGES.reshape(120, -1)])
    np.savetxt(
        folder / "train.csv", rows, "%d", ",", header="label," + ",".join(map(str, range(64))), comments=""
    )
    return folder / "train.csv"


def points(folder: Path) -> Path:
    rows = np.column_stack([RNG.normal(size=(120, 2)) + 4 * LABELS[:, np.newaxis], LABELS])
    np.savetxt(folder / "points.csv", rows, "%g", ";")
    return folder / "points.csv"


def pictures(folder: Path) -> Path:
    for place, (image, label) in enumerate(zip(IMAGES, LABELS, strict=True)):
        path = folder / ("striped" if label else "plain") / f"{place}.png"
        path.parent.mkdir(exist_ok=True)
        Image.fromarray(image).save(path)
    return folder


@pytest.mark.parametrize("make", [idx, npz, csv, points, pictures])
def test_each_format_is_trained_on(make: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert callable(make)
    assert train("--dataset", str(make(tmp_path)), *LAYERS, "--json") == 0
    end = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert end["test_accuracy"] > 0.8


def test_dark_pixels_are_said_and_scaled_on_demand(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(tmp_path / "dark.npz")
    np.savez(path, x_train=IMAGES // 16, y_train=LABELS)
    assert train("--dataset", path, *LAYERS) == 0
    told = capsys.readouterr().err
    assert "dark.npz: The largest pixel is 15, far below 255" in told
    assert told.count("Write --pixel-max 15.") == 1
    assert train("--dataset", path, "--pixel-max", "15", *LAYERS) == 0
    assert "largest pixel" not in capsys.readouterr().err


def test_what_was_typed_about_the_data_is_kept_in_the_model(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, model = str(npz(tmp_path)), str(tmp_path / "a.blab")
    names = ("--class-names", "plain, striped")
    assert train("--dataset", path, "--turn", "--pixel-max", "200", *names, *LAYERS, "--save", model) == 0
    reading = load_checkpoint(model).experiment.training.reading
    assert (reading.pixel_max, reading.is_turned, reading.class_names) == (200, True, ("plain", "striped"))
    capsys.readouterr()
    assert main(["predict", "--model", model, "--index", "1"]) == 0
    assert "label striped" in capsys.readouterr().out


def test_names_of_folders_are_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, model = str(pictures(tmp_path)), str(tmp_path.parent / "a.blab")
    assert train("--dataset", path, *LAYERS, "--save", model) == 0
    told = capsys.readouterr().err
    assert "one sixth, 20 of 120 examples, is kept for the test" in told
    assert main(["predict", "--model", model, "--index", "0"]) == 0
    printed = capsys.readouterr().out
    assert "prediction plain" in printed or "prediction striped" in printed


def test_a_broken_picture_is_named_with_the_option_that_leaves_it_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = pictures(tmp_path)
    (path / "plain" / "0.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    assert train("--dataset", str(path), *LAYERS) == 2
    told = capsys.readouterr().err
    assert "A picture of the class “plain” cannot be read. “0.png”" in told
    assert told.endswith("Write --leave-out-broken.\n")
    assert train("--dataset", str(path), "--leave-out-broken", *LAYERS) == 0
    assert "Pictures that cannot be read were left out (1): plain/0.png." in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--turn", "--pixel-max=16", "--leave-out-broken", "--class-names=a,b"])
@pytest.mark.parametrize("data", [(), ("--dataset", "xor")])
def test_options_that_would_have_no_effect(
    option: str, data: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert train(*data, option) == 2
    assert "are about data of your own: they go with --dataset" in capsys.readouterr().err


def test_a_largest_pixel_below_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert train("--dataset", str(npz(tmp_path)), "--pixel-max", "0", *LAYERS) == 2
    assert "The largest pixel is a whole number, 1 or larger." in capsys.readouterr().err
