"""What is opened again and again, damaged each time: a model file, data of one's own, an expression.

An `Opening` makes one trial: it is handed a generator of chance, writes what it needs into its own folder,
and opens it. LabError says that it was refused; any other exception is a fault.
"""

from __future__ import annotations

import gzip
import os
import random
from collections.abc import Callable
from pathlib import Path

import numpy as np

from adapters.data_sets import open_data_set
from core.data.idx import read_idx, write_idx
from core.graph.expression import parse
from core.graph.trace import trace_graph
from core.nn.optimizers import OptimizerSpec
from core.nn.spec import LayerSpec, NetworkSpec
from core.training.checkpoint import load_checkpoint, save_checkpoint
from core.training.config import Experiment, TrainingConfig
from core.training.session import TrainingSession
from soak.damage import damaged, damaged_archive
from soak.expressions import expression

Opening = Callable[[random.Random], object]

LARGEST_TRIED = 100_000  # parameters: a larger network opens, but to train it would be another trial


class Trap:
    """Unpickled, it makes a folder where none belongs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __reduce__(self) -> tuple[Callable[[str], None], tuple[str]]:
        return os.mkdir, (str(self.folder),)


def models(folder: Path) -> Opening:
    """A model file; what opens is also asked, and trained for a few events, or says why it cannot be."""
    layers = (
        *(LayerSpec("affine", 3), LayerSpec("batch_norm"), LayerSpec("relu"), LayerSpec("dropout", rate=0.2)),
        LayerSpec("affine", 2),
    )
    training = TrainingConfig(
        "xor", optimizer=OptimizerSpec("adam", 0.01), length=20, length_unit="iterations"
    )
    data = open_data_set("xor")
    session = TrainingSession(Experiment(NetworkSpec(2, layers), training), data)
    for _ in session.events():
        if session.iteration == 6:
            break
    path = folder / "model.blab"
    save_checkpoint(path, session.checkpoint())
    whole = path.read_bytes()

    def once(chance: random.Random) -> None:
        way = damaged_archive if chance.random() < 0.7 else damaged
        path.write_bytes(way(whole, chance))
        checkpoint = load_checkpoint(path)
        if checkpoint.experiment.network.parameter_count <= LARGEST_TRIED:
            network = checkpoint.network()
            with np.errstate(all="ignore"):  # weights may be as large as float32 holds
                network.predict(np.zeros((1, checkpoint.experiment.network.input_size), np.float32))
            for _ in zip(TrainingSession.of_checkpoint(checkpoint, data).events(), range(4), strict=False):
                pass
        save_checkpoint(path, checkpoint)
        load_checkpoint(path)

    return once


def data(folder: Path) -> Opening:
    """Data of one's own: four IDX files, packed or not, tables, archives of arrays."""
    whole = _idx_files(folder) | _tables() | _archives(folder)
    named = sorted(whole)

    def once(chance: random.Random) -> None:
        name = chance.choice(named)
        is_npz = name.endswith(".npz") and chance.random() < 0.6
        content = (damaged_archive if is_npz else damaged)(whole[name], chance)
        if "idx" in name:
            place = folder / "idx"
            if name.endswith(".gz") and chance.random() < 0.5:
                content = gzip.compress(damaged(gzip.decompress(whole[name]), chance), 1)
            (place / name).write_bytes(content)
            try:
                read_idx(place / name)
                open_data_set(str(place))
            finally:
                (place / name).write_bytes(whole[name])
        else:
            (folder / name).write_bytes(content)
            open_data_set(str(folder / name))

    return once


def _idx_files(folder: Path) -> dict[str, bytes]:
    place = folder / "idx"
    place.mkdir()
    chance = np.random.default_rng(0)
    for part, ending in (("train", ""), ("t10k", ".gz")):
        images = chance.integers(0, 256, (12, 8, 8)).astype(np.uint8)
        write_idx(place / f"{part}-images-idx3-ubyte{ending}", images)
        write_idx(place / f"{part}-labels-idx1-ubyte{ending}", (np.arange(12) % 3).astype(np.uint8))
    return {path.name: path.read_bytes() for path in place.iterdir()}


def _tables() -> dict[str, bytes]:
    pixels = "".join(
        f"{place % 3},{','.join(str(place * k % 256) for k in range(64))}\n" for place in range(9)
    )
    points = "".join(f"{place / 7},{-place}.5,{'red' if place % 2 else '파랑'}\n" for place in range(20))
    decimal = "".join(f"{place / 3}".replace(".", ",") + f";{place};{place % 2}\n" for place in range(12))
    return {
        "pixels.csv": ("label," + ",".join(f"p{k}" for k in range(64)) + "\n" + pixels).encode(),
        "points.csv": ("x,y,label\n" + points).encode("cp949"),
        "wide.tsv": points.replace(",", "\t").encode("utf-16"),
        "decimal.csv": decimal.encode("utf-8-sig"),
    }


def _archives(folder: Path) -> dict[str, bytes]:
    images, labels = np.arange(12 * 64, dtype=np.uint8).reshape(12, 8, 8), np.arange(12) % 3
    trap = np.empty(12, object)
    trap[:] = Trap(folder / "sprung")
    made = {
        "plain.npz": {"x_train": images, "y_train": labels, "x_test": images[:4], "y_test": labels[:4]},
        "floats.npz": {"x": images.astype(np.float32) / 255, "y": np.eye(3)[labels]},
        "colours.npz": {"images": np.zeros((6, 8, 8, 3), np.uint8), "labels": np.array([[0], [1]] * 3)},
        "trap.npz": {"x_train": images, "y_train": trap},
    }
    found = {}
    for name, arrays in made.items():
        for way, save in (("", np.savez), ("packed-", np.savez_compressed)):
            save(folder / name, **arrays)  # type: ignore[arg-type]
            found[way + name] = (folder / name).read_bytes()
    return found


def expressions(_folder: Path) -> Opening:
    """An expression, read, traced forwards and backwards; free names are 1."""

    def once(chance: random.Random) -> None:
        graph = parse(expression(chance))
        trace = trace_graph(graph.with_values(dict.fromkeys(graph.missing, 1.0)))
        assert set(trace.gradients) == {node.id for node in graph.inputs}

    return once


OPENINGS: dict[str, Callable[[Path], Opening]] = {
    "models": models,
    "data": data,
    "expressions": expressions,
}
