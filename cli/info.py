"""`backprop-lab info`: what is in a model file, or in a data set. It trains nothing and changes nothing."""

from __future__ import annotations

import argparse
import json
import math
import os
import zipfile
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from adapters.data_sets import open_data_set
from cli import output
from cli.signs import as_shown
from cli.train import BAD_ARGUMENTS
from core.data import DATA_SET_NAMES, DataSet, Split
from core.errors import LabError
from core.nn.layer_text import layers_text
from core.nn.optimizers import USED_SETTINGS
from core.training.checkpoint import Checkpoint, load_checkpoint

STATUSES = {0: "it was told", 1: "the output could not be written"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What is asked about, and in which form it is told."""
    names = ", ".join(DATA_SET_NAMES)
    parser.add_argument("name", metavar="FILE", help=f"a .blab file, data of your own, or one of {names}")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of text")


def run(options: argparse.Namespace) -> int:
    """Tell what there is; the exit status."""
    name = options.name
    try:
        if _is_model(name):
            about, text = of_model(Path(name), load_checkpoint(name))
        else:
            about, text = _of_data(open_data_set(name))
    except LabError as error:
        output.tell(f"backprop-lab info: {error}")
        return BAD_ARGUMENTS
    if options.json:
        print(json.dumps(plain(about), allow_nan=False, ensure_ascii=False))
    else:
        width = max(map(len, text))
        for word, line in text.items():
            print(f"{word:<{width}}  {line}".rstrip())
    return 0


def _is_model(name: str) -> bool:
    """A model is known by its name, or as a zip archive that is not one of arrays alone."""
    is_archive = os.path.isfile(name) and zipfile.is_zipfile(name) and not name.endswith(".npz")
    return name not in DATA_SET_NAMES and (name.endswith(".blab") or is_archive)


def of_model(path: Path, checkpoint: Checkpoint) -> tuple[dict[str, Any], dict[str, str]]:
    """The same twice: for a program, and by words for a person."""
    spec, training = checkpoint.experiment.network, checkpoint.experiment.training
    last = checkpoint.evaluations[-1] if checkpoint.evaluations else None
    made, total = checkpoint.iteration, checkpoint.total_iterations
    changes = checkpoint.run.changes if checkpoint.run is not None else ()
    about = {
        "kind": "model",
        "file": str(path),
        "bytes": path.stat().st_size,
        "layers": layers_text(spec),
        "parameters": spec.parameter_count,
        "iterations": made,
        "total_iterations": total,
        "resumes_exactly": checkpoint.is_exact,
        "last_evaluation": None if last is None else asdict(last),
        "changes": [asdict(change) for change in changes],
        "threads": {str(number): count for number, count in sorted(checkpoint.threads.items())},
        **checkpoint.experiment.to_dict(),
    }
    optimizer = training.optimizer
    constants = {name: getattr(optimizer, name) for name in USED_SETTINGS[optimizer.kind]}
    used = (f"{_words(name)} {value:g}" for name, value in constants.items() if value)
    text = {
        "model": f"{path}, {about['bytes']:,} bytes",
        "network": f"{spec.input_size} inputs, {layers_text(spec)}; {spec.parameter_count:,} parameters",
        "data set": training.data_set,
        "optimizer": ", ".join([optimizer.kind, *used]),
        "training": f"batches of {training.batch_size}, {training.sampling}, schedule "
        f"{training.schedule.kind}, weight decay {training.weight_decay:g}, seed {training.seed}",
        "made": f"{made:,} of {made if total is None else total:,} iterations",
        "resumes": "exactly where it stopped" if checkpoint.is_exact else "with the order of the next epoch",
    }
    if last is not None:
        text["evaluated"] = f"after {last.iteration:,} iterations, {last.epoch:g} epochs"
        text["train"] = _figures(last.train_loss, last.train_accuracy)
        if last.test_loss is not None:
            text["test"] = _figures(last.test_loss, last.test_accuracy)
    if changes:
        told = (
            f"{_words(change.name)} {change.old} → {change.new} at {change.iteration:,}" for change in changes
        )
        text["changed"] = "; ".join(told)
    if checkpoint.threads:
        told = (f"{number}: {count:,} iterations" for number, count in sorted(checkpoint.threads.items()))
        text["threads"] = "; ".join(told)
    return about, text


def _of_data(data: DataSet) -> tuple[dict[str, Any], dict[str, str]]:
    splits = {"train": data.train} | ({"test": data.test} if data.test is not None else {})
    counts = {name: _counts(split, data.classes) for name, split in splits.items()}
    about = {
        "kind": "data set",
        "name": data.name,
        "title": data.title,
        "examples": {name: len(split) for name, split in splits.items()},
        "inputs": data.input_size,
        "image_shape": data.image_shape,
        "outputs": data.classes,
        "class_names": data.class_names,
        "examples_of_classes": counts if data.is_classification else None,
    }
    sizes = ", ".join(f"{len(split):,} {name}" for name, split in splits.items())
    text = {"data set": data.title, "examples": sizes, "inputs": f"{data.input_size:,}"}
    if data.image_shape is not None:
        height, width = data.image_shape
        text["inputs"] += f": images of {height} × {width} pixels"
    if not data.is_classification:
        text["targets"] = f"{data.classes} numbers, a regression"
        return about, text
    text["classes"] = f"{data.classes:,}"
    for number, name in enumerate(data.class_names):
        parts = (f"{counts[part][number]:,} {part}" for part in splits)
        text[as_shown(f"  {name}")] = ", ".join(parts)
    return about, text


def _counts(split: Split, classes: int) -> list[int]:
    return np.bincount(split.t, minlength=classes).tolist() if split.t.ndim == 1 else []


def _words(name: str) -> str:
    return name.replace("_", " ")


def _figures(loss: float, accuracy: float | None) -> str:
    return f"loss {loss:.5f}" + ("" if accuracy is None else f", accuracy {100 * accuracy:.2f} %")


def plain(value: Any) -> Any:
    """The value with null for what JSON has no number for."""
    if isinstance(value, Mapping):
        return {name: plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value
