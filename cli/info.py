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
from cli.data_options import PART_WORDS
from cli.setting_words import setting_word
from cli.signs import as_shown, left, width
from cli.train import BAD_ARGUMENTS
from core.data import DATA_SET_NAMES, DataSet, Split
from core.errors import LabError, translatable
from core.language import localized, sentence, word
from core.nn.layer_text import layers_text
from core.nn.optimizers import USED_SETTINGS
from core.training.checkpoint import Checkpoint, load_checkpoint
from core.training.events import SettingChanged

STATUSES = {
    0: translatable("cli", "it was told"),
    1: translatable("cli", "the output could not be written"),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What is asked about, and in which form it is told."""
    names = ", ".join(DATA_SET_NAMES)
    file = translatable("cli", "a .blab file, data of your own, or one of {names}")
    parser.add_argument("name", metavar="FILE", help=localized(file, names=names))
    parser.add_argument(
        "--json", action="store_true", help=translatable("cli", "one JSON object instead of text")
    )


def run(options: argparse.Namespace) -> int:
    """Tell what there is; the exit status."""
    name = options.name
    try:
        if _is_model(name):
            about, text = of_model(Path(name), load_checkpoint(name))
        else:
            about, text = _of_data(open_data_set(name))
    except LabError as error:
        output.tell(f"backprop-lab info: {sentence(error)}")
        return BAD_ARGUMENTS
    if options.json:
        print(json.dumps(plain(about), allow_nan=False, ensure_ascii=False))
    else:
        print_by_words(text)
    return 0


def print_by_words(text: Mapping[str, str]) -> None:
    """A line for each word, the lines one below the other."""
    columns = max(map(width, text))
    for name, line in text.items():
        print(f"{left(name, columns)}  {line}".rstrip())


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
    used = (f"{setting_word(name)} {value:g}" for name, value in constants.items() if value)
    text = {
        localized(translatable("cli", "model")): localized(
            translatable("cli", "{path}, {bytes:,} bytes"), path=path, bytes=about["bytes"]
        ),
        localized(translatable("cli", "network")): localized(
            translatable("cli", "{inputs} inputs, {layers}; {parameters:,} parameters"),
            inputs=spec.input_size,
            layers=layers_text(spec),
            parameters=spec.parameter_count,
        ),
        localized(translatable("cli", "data set")): training.data_set,
        setting_word("optimizer"): ", ".join([optimizer.kind, *used]),
        localized(translatable("cli", "training")): localized(
            translatable(
                "cli",
                "batches of {batch_size}, {sampling}, schedule {schedule}, weight decay {weight_decay:g}, "
                "seed {seed}",
            ),
            batch_size=training.batch_size,
            sampling=training.sampling,
            schedule=training.schedule.kind,
            weight_decay=training.weight_decay,
            seed=training.seed,
        ),
        localized(translatable("cli", "made")): localized(
            translatable("cli", "{made:,} of {total:,} iterations"),
            made=made,
            total=made if total is None else total,
        ),
        localized(translatable("cli", "resumes")): localized(
            translatable("cli", "exactly where it stopped")
            if checkpoint.is_exact
            else translatable("cli", "with the order of the next epoch")
        ),
    }
    if last is not None:
        text[localized(translatable("cli", "evaluated"))] = localized(
            translatable("cli", "after {iterations:,} iterations, {epochs:g} epochs"),
            iterations=last.iteration,
            epochs=last.epoch,
        )
        text[localized(PART_WORDS["train"])] = _figures(last.train_loss, last.train_accuracy)
        if last.test_loss is not None:
            text[localized(PART_WORDS["test"])] = _figures(last.test_loss, last.test_accuracy)
    if changes:
        told = (_change(change) for change in changes)
        text[localized(translatable("cli", "changed"))] = "; ".join(told)
    if checkpoint.threads:
        template = translatable("cli", "{number}: {count:,} iterations")
        told = (
            localized(template, number=number, count=count)
            for number, count in sorted(checkpoint.threads.items())
        )
        text[localized(translatable("cli", "threads"))] = "; ".join(told)
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
    inputs = f"{data.input_size:,}"
    if data.image_shape is not None:
        shape = translatable("cli", "{inputs}: images of {height} × {width} pixels")
        inputs = localized(shape, inputs=inputs, height=data.image_shape[0], width=data.image_shape[1])
    text = {
        localized(translatable("cli", "data set")): word("data sets", data.title),
        localized(translatable("cli", "examples")): _by_part({name: len(splits[name]) for name in splits}),
        localized(translatable("cli", "inputs")): inputs,
    }
    if not data.is_classification:
        text[localized(translatable("cli", "targets"))] = localized(
            translatable("cli", "{count} numbers, a regression"), count=data.classes
        )
        return about, text
    text[localized(translatable("cli", "classes"))] = f"{data.classes:,}"
    for number, name in enumerate(data.class_names):
        text[as_shown(f"  {name}")] = _by_part({part: counts[part][number] for part in splits})
    return about, text


def _by_part(counts: Mapping[str, int]) -> str:
    """`60,000 train, 10,000 test`."""
    template = translatable("cli", "{count:,} {part}")
    return ", ".join(
        localized(template, count=count, part=localized(PART_WORDS[part])) for part, count in counts.items()
    )


def _change(change: SettingChanged) -> str:
    return localized(
        translatable("cli", "{setting} {old} → {new} at {iteration:,}"),
        setting=setting_word(change.name),
        old=change.old,
        new=change.new,
        iteration=change.iteration,
    )


def _counts(split: Split, classes: int) -> list[int]:
    return np.bincount(split.t, minlength=classes).tolist() if split.t.ndim == 1 else []


def _figures(loss: float, accuracy: float | None) -> str:
    said = localized(translatable("cli", "loss {loss:.5f}"), loss=loss)
    if accuracy is None:
        return said
    return said + localized(translatable("cli", ", accuracy {percent:.2f} %"), percent=100 * accuracy)


def plain(value: Any) -> Any:
    """The value with null for what JSON has no number for."""
    if isinstance(value, Mapping):
        return {name: plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value
