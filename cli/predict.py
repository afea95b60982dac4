"""`backprop-lab predict`: what a network predicts for one example, of a data set or from a picture.

The network is a model file, or a preset that is trained first, with its progress on standard error.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from numpy.typing import NDArray

from adapters.data_sets import open_data_set
from adapters.pictures import read_picture
from cli import output
from cli.data_options import PART_WORDS
from cli.numbers import whole_number
from cli.predict_report import ProgressReport, print_json, print_text
from cli.train import BAD_ARGUMENTS, EXIT_STATUS, drain
from core.data import DATA_SET_NAMES, PREPARATIONS, DataSet
from core.errors import ConfigError, DataError, LabError, Remark, translatable
from core.inspection.parts import Box
from core.inspection.predictions import fit_problem, prediction
from core.inspection.preparation import Handling, prepare_picture
from core.language import localized, sentence, word
from core.nn.network import Network
from core.training.checkpoint import load_checkpoint
from core.training.config import Experiment
from core.training.inputs import Inputs
from core.training.presets import PRESETS, preset
from core.training.session import TrainingSession

DEFAULT_SPLIT = "test"
STATUSES = {
    0: translatable("cli", "the prediction was made"),
    1: translatable("cli", "its training diverged or failed, or the output could not be written"),
}


@dataclass(frozen=True, slots=True, eq=False)
class _Source:
    """Where the network comes from: it is trained already, or `session` is yet to train it. inputs: what its
    examples are like; None for a model file of an earlier version."""

    network: Network
    experiment: Experiment
    inputs: Inputs | None
    data: DataSet | None = None
    session: TrainingSession | None = None


@dataclass(frozen=True, slots=True, eq=False)
class _Example:
    """What the network is asked. x: D bytes or floats; label: the right class, where it is known; box: where
    it lies on a picture, and what was done to that."""

    title: str
    x: NDArray[Any]
    label: int | None = None
    class_names: tuple[str, ...] = ()
    box: Box | None = None
    done: tuple[Remark, ...] = ()


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command. Which of them go together is checked later, in sentences."""
    add = parser.add_argument
    add(
        "image",
        nargs="?",
        type=Path,
        metavar="PICTURE",
        help=translatable("cli", "dark on light or not: PNG, JPEG, BMP, GIF, WebP or TIFF"),
    )
    add(
        "--index",
        type=whole_number(0),
        metavar="N",
        help=translatable("cli", "an example of a data set instead, counted from 0"),
    )
    add(
        "--split",
        choices=("train", "test"),
        help=localized(
            translatable("cli", "with --index: which part (default: {default})"), default=DEFAULT_SPLIT
        ),
    )
    names = ", ".join(DATA_SET_NAMES)
    add(
        "--dataset",
        metavar="NAME",
        help=localized(
            translatable("cli", "{names}, or a folder (default: the one of the network)"), names=names
        ),
    )
    add("--model", type=Path, metavar="FILE", help=translatable("cli", "the .blab file of a trained network"))
    add(
        "--preset",
        metavar="NAME",
        help=localized(translatable("cli", "train this network first: {names}"), names=", ".join(PRESETS)),
    )
    add(
        "--epochs",
        type=whole_number(5),
        metavar="N",
        help=translatable("cli", "with --preset: how many times through the training set"),
    )
    add(
        "--seed",
        type=whole_number(0),
        metavar="S",
        help=translatable("cli", "with --preset: fixes the initial weights and the batches"),
    )
    add(
        "--pictures",
        choices=PREPARATIONS,
        help=translatable(
            "cli",
            "how a picture is prepared: as MNIST's digits, or its greys and size alone (default: as the data "
            "set of the network)",
        ),
    )
    add(
        "--json",
        action="store_true",
        help=translatable("cli", "one JSON object a line, for each digit, instead of text"),
    )


def run(options: argparse.Namespace) -> int:
    """Ask as the options say; the exit status."""
    try:
        _require_one_question(options)
        source = _trained(options) if options.preset is None else _untrained(options)
        # What is wrong with the example is found out before a training, not after it.
        examples = (_row(options, source),) if options.image is None else _picture(options, source)
        if source.session is not None:
            report = ProgressReport(source.session)
            outcome = drain(source.session, report)
            report.end(outcome)
            if outcome != "completed":
                return EXIT_STATUS[outcome]
        each = [(example, prediction(source.network, example.x, example.label)) for example in examples]
    except LabError as error:
        output.tell(f"backprop-lab predict: {sentence(error)}")
        return BAD_ARGUMENTS
    if not options.json and examples[0].done:
        output.tell(" ".join(map(sentence, examples[0].done)))
    for example, said in each:
        if options.json:
            print_json(said, example.label, example.box, " ".join(map(str, example.done)))
        else:
            print_text(example.title, said, example.label, example.class_names)
    return 0


def _require_one_question(options: argparse.Namespace) -> None:
    """One example, one network, and no option that would have no effect."""
    faults = {
        translatable("errors", "Give either a picture or --index N, the number of an example."): (
            (options.image is None) == (options.index is None)
        ),
        translatable("errors", "Give either --model FILE or --preset NAME, which is trained first."): (
            (options.model is None) == (options.preset is None)
        ),
        translatable("errors", "--split says which examples --index counts: it goes with --index."): (
            options.split is not None and options.index is None
        ),
        translatable("errors", "--pictures says how a picture is prepared: it goes with a picture."): (
            options.pictures is not None and options.image is None
        ),
        translatable("errors", "--epochs and --seed are about a training: they go with --preset."): (
            options.preset is None and not (options.epochs is None and options.seed is None)
        ),
        translatable("errors", "--dataset goes with --index or --preset: a picture needs none."): (
            options.dataset is not None and options.index is None and options.preset is None
        ),
    }
    for template, is_so in faults.items():
        if is_so:
            raise ConfigError(template, field="")


def _trained(options: argparse.Namespace) -> _Source:
    checkpoint = load_checkpoint(options.model)
    experiment = checkpoint.experiment
    if options.index is None:
        return _Source(checkpoint.network(), experiment, checkpoint.inputs)
    training = experiment.training
    data = open_data_set(options.dataset or training.data_set, training.seed, training.reading)
    problem = fit_problem(experiment.network, data)
    if problem is not None:
        raise problem
    return _Source(checkpoint.network(), experiment, checkpoint.inputs, data)


def _untrained(options: argparse.Namespace) -> _Source:
    """The preset, with what is given beside it."""
    base = preset(options.preset).experiment
    changes: dict[str, Any] = {}
    if options.epochs is not None:
        changes |= {"length": options.epochs, "length_unit": "epochs"}
    if options.seed is not None:
        changes["seed"] = options.seed
    if options.dataset is not None:
        changes["data_set"] = options.dataset
    training = replace(base.training, **changes)
    for problem in training.problems():
        raise problem
    data = open_data_set(training.data_set, training.seed, training.reading)
    experiment = Experiment(replace(base.network, input_size=data.input_size), training)
    misfit = fit_problem(experiment.network, data)
    if misfit is not None:
        raise misfit
    session = TrainingSession(experiment, data)
    return _Source(session.network, experiment, Inputs.of(data), data, session)


def _row(options: argparse.Namespace, source: _Source) -> _Example:
    """The example with that number."""
    data, name = source.data, options.split or DEFAULT_SPLIT
    assert data is not None
    split = data.train if name == "train" else data.test
    if split is None:
        template = translatable("errors", "{data} has no test set: take --split train.")
        raise DataError(template, data=data.title)
    if not 0 <= options.index < len(split):
        template = translatable(
            "errors", "There is no example {index:,}: those of {data} ({split}) go from 0 to {last:,}."
        )
        raise DataError(template, index=options.index, data=data.title, split=name, last=len(split) - 1)
    title = f"{word('data sets', data.title)}, {localized(PART_WORDS[name])} {options.index:,}"
    return _Example(title, split.x[options.index], int(split.t[options.index]), data.class_names)


def _picture(options: argparse.Namespace, source: _Source) -> tuple[_Example, ...]:
    """What is on the picture, prepared for the network, in the order of reading."""
    path, read = options.image, read_picture(options.image)
    inputs = _inputs(source)
    handling = Handling(options.pictures or inputs.preparation)
    prepared = prepare_picture(read.pixels, _image_shape(inputs, source), handling)
    done = (*read.remarks, *prepared.done)
    count = len(prepared.images)
    several = translatable("cli", "{path}, {number} of {count}")
    return tuple(
        _Example(
            str(path) if count == 1 else localized(several, path=path, number=number, count=count),
            shown.image,
            class_names=inputs.classes,
            box=shown.box,
            done=done,
        )
        for number, shown in enumerate(prepared.images, 1)
    )


def _inputs(source: _Source) -> Inputs:
    """What the examples of the network are like: as the model file says, or else its data set."""
    if source.inputs is not None:
        return source.inputs
    training = source.experiment.training
    data = source.data or open_data_set(training.data_set, training.seed, training.reading)
    return Inputs.of(data)


def _image_shape(inputs: Inputs, source: _Source) -> tuple[int, int]:
    """(height, width) of the images that the network was trained on."""
    if inputs.image_shape is None:
        template = translatable(
            "errors",
            "This network takes {given} numbers that are not an image, so it cannot look at a picture. "
            "Choose one that was trained on images, such as the preset two-layer.",
        )
        raise DataError(template, given=source.network.spec.input_size)
    return inputs.image_shape
