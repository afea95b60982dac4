"""`backprop-lab train`: the same training session as the window's, on the command line.

A run that has diverged ends with status 1 also where it made all its iterations: what follows in a script is
not to go on with a network that has learned nothing.
"""

from __future__ import annotations

import argparse
import os
import signal
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import FrameType
from typing import Any

from adapters.data_sets import open_data_set
from adapters.threads import PRODUCTS, TrainingThreads
from cli import output
from cli.data_options import add_reading_arguments, reading_of, remedy, tell_findings
from cli.language import localized, sentence, word
from cli.numbers import number, threads, whole_number
from cli.resume import require_fitting, resumed
from cli.train_report import JsonReport, Report, Saving, TextReport
from core.data import DATA_SET_NAMES
from core.data.formats import FORMATS
from core.errors import ConfigError, LabError, translatable
from core.farewells import heeded, is_impatient
from core.nn.layer_text import LAYER_WORDS, parse_layers
from core.nn.optimizers import USED_SETTINGS, USUAL_RATES
from core.nn.schedules import SCHEDULE_SETTINGS
from core.nn.spec import LOSSES
from core.training.checkpoint import Checkpoint, expected_bytes, load_checkpoint, save_checkpoint
from core.training.config import SAMPLINGS, Experiment, TrainingConfig
from core.training.divergence import has_diverged
from core.training.events import Completed, Diverged
from core.training.place import require_place
from core.training.presets import DEFAULT_PRESET, PRESETS, preset
from core.training.session import TrainingSession
from core.words import did_you_mean

STATUSES = {
    0: translatable("cli", "the training was completed"),
    1: translatable("cli", "it diverged or failed, or the model could not be saved"),
    130: translatable(
        "cli",
        "it was interrupted, by Ctrl-C, by SIGTERM or SIGHUP, or because its output could not be written",
    ),
}
EXIT_STATUS = {"completed": 0, "diverged": 1, "failed": 1, "stopped": 130}
BAD_ARGUMENTS = 2
LONGEST_NAME = 255  # bytes


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command. Words are checked later, where a near one can be proposed."""
    add = parser.add_argument
    formats = "; ".join(word("data sets", one.title) for one in FORMATS)
    known = translatable("cli", "{names} (default: {default})")
    add(
        "--preset",
        metavar="NAME",
        help=localized(known, names=", ".join(PRESETS), default=DEFAULT_PRESET),
    )
    add(
        "--layers",
        metavar="LINE",
        help=localized(
            translatable(
                "cli",
                "a network of your own, such as “affine:80,relu,affine:10,softmax”. Layers: {layers}; "
                "losses: {losses}. Without a preset: MNIST, SGD 0.1, batches of 100, five epochs, seed 0",
            ),
            layers=", ".join(LAYER_WORDS),
            losses=", ".join(LOSSES),
        ),
    )
    own = translatable("cli", "{names}, or data of your own: {formats}")
    add(
        "--dataset",
        metavar="NAME",
        help=localized(own, names=", ".join(DATA_SET_NAMES), formats=formats),
    )
    add_reading_arguments(parser)
    add(
        "--resume",
        type=Path,
        metavar="FILE",
        help=translatable(
            "cli",
            "go on with the run of this .blab file as if it had never stopped, until it has made so many "
            "--epochs or --iterations in all (default: to the end that it had). Network, data set, seed and "
            "optimizer are those of the file; other settings given beside it count from there on",
        ),
    )
    add(
        "--replan",
        action="store_true",
        help=translatable(
            "cli",
            "with --resume: let the schedule run over the new length. Without it, it runs over the length "
            "that was planned first, and then holds its last value",
        ),
    )
    length = parser.add_mutually_exclusive_group()
    length.add_argument(
        "--epochs",
        type=whole_number(5),
        metavar="N",
        help=translatable("cli", "how many times through the training set"),
    )
    length.add_argument(
        "--iterations",
        type=whole_number(1000),
        metavar="N",
        help=translatable("cli", "how many mini-batches, one update each"),
    )
    add(
        "--seed",
        type=whole_number(0),
        metavar="S",
        help=translatable("cli", "fixes the initial weights, the batches and dropout"),
    )
    add(
        "--optimizer",
        metavar="WORD",
        help=localized(
            translatable("cli", "{names}; with its usual learning rate"), names=", ".join(USED_SETTINGS)
        ),
    )
    add(
        "--learning-rate",
        type=number(0.1),
        metavar="RATE",
        help=translatable("cli", "how far each update goes along the gradient"),
    )
    add(
        "--momentum",
        type=number(0.9),
        metavar="SHARE",
        help=translatable("cli", "of momentum and nesterov: what stays of the last update"),
    )
    add(
        "--schedule",
        metavar="WORD",
        help=localized(
            translatable("cli", "of the learning rate: {names}"), names=", ".join(SCHEDULE_SETTINGS)
        ),
    )
    add(
        "--weight-decay",
        type=number(0.0001),
        metavar="LAMBDA",
        help=translatable(
            "cli",
            "λ: adds λ·W to the gradient of each weight, as ½·λ·ΣW² would; the loss printed is without it",
        ),
    )
    add(
        "--batch-size",
        type=whole_number(100),
        metavar="N",
        help=translatable("cli", "how many examples each update looks at"),
    )
    add(
        "--sampling",
        metavar="WORD",
        help=localized(translatable("cli", "how batches are drawn: {names}"), names=", ".join(SAMPLINGS)),
    )
    add(
        "--evaluate-on",
        type=whole_number(10000),
        metavar="N",
        help=translatable(
            "cli",
            "evaluate on N fixed examples of the training set, which is quicker, and on the whole test set; "
            "0: on the whole of both",
        ),
    )
    add(
        "--threads",
        type=threads,
        metavar="N|auto",
        help=translatable(
            "cli",
            "in the matrix products; a run with a number can be repeated bit for bit (default: auto, as the "
            "machine is busy or free, or what OPENBLAS_NUM_THREADS or OMP_NUM_THREADS says)",
        ),
    )
    add(
        "--save",
        type=Path,
        metavar="FILE",
        help=translatable(
            "cli",
            "write the trained network to this .blab file; where the run is interrupted, to one beside it, "
            "whose name says so",
        ),
    )
    add(
        "--json",
        action="store_true",
        help=translatable("cli", "one JSON object a line: each epoch, and the end"),
    )


def run(options: argparse.Namespace) -> int:
    """Train as the options say; the exit status."""
    try:
        if options.threads is not None:
            PRODUCTS.ask(options.threads)
        session = _session(options)
        if options.save is not None:
            require_place(options.save, expected_bytes(session.experiment, session.total_iterations))
    except LabError as error:
        output.tell(f"backprop-lab train: {sentence(error)}{remedy(error.fields.get('remedy'))}")
        return BAD_ARGUMENTS
    report: Report = JsonReport(session) if options.json else TextReport(session)
    with _interruptions():  # between the two, none is to lose the network
        outcome = drain(session, report)
        saving = None if options.save is None else _save(options.save, session, outcome)
    report.end(outcome, saving)
    return 1 if saving is not None and saving.has_failed else EXIT_STATUS[outcome]


def drain(session: TrainingSession, report: Report) -> str:
    """Train to the end, evaluate the network as it is then, and how it ended. Who ends the process rather
    than the training, by SIGTERM or SIGHUP, does not wait for an evaluation."""
    outcome = "stopped"
    try:
        with _interruptions() as interrupted, TrainingThreads(session) as threads:
            for event in session.events():
                report.event(event)
                threads.happened(event)
                if isinstance(event, Completed):
                    outcome = "diverged" if has_diverged(session.evaluations) else "completed"
                elif isinstance(event, Diverged):
                    outcome = "diverged"
                elif interrupted:
                    break
            is_known = bool(session.evaluations) and session.evaluations[-1].iteration == session.iteration
            if not is_known and set(interrupted) <= {signal.SIGINT}:
                for _ in session.evaluate():
                    pass
    except Exception as error:
        if isinstance(error, OSError) and output.is_lost(error):
            output.give_up(error)
            return "stopped"
        traceback.print_exc()
        outcome = "failed"
    return outcome


_WENT_BESIDE = {
    ("interrupted", False): translatable("cli", "Interrupted: what was trained so far goes to {path}."),
    ("interrupted", True): translatable(
        "cli", "Interrupted: what was trained so far goes to {path}, and {wanted} is left as it is."
    ),
    ("diverged", True): translatable(
        "cli", "Diverged: what was trained so far goes to {path}, and {wanted} is left as it is."
    ),
}
"""What is told of a run that is not saved where it was meant to be, whether there is a file there or not."""


def _save(path: Path, session: TrainingSession, outcome: str) -> Saving:
    """Write the model. That of a run that was interrupted, or that diverged, goes beside a finished one."""
    if outcome == "failed":
        return Saving()
    if outcome == "stopped" or (outcome == "diverged" and path.exists()):
        what = "interrupted" if outcome == "stopped" else "diverged"
        wanted, path = path, _beside(path, what)
        output.tell(localized(_WENT_BESIDE[what, wanted.exists()], path=path, wanted=wanted))
    checkpoint = session.checkpoint()
    with _interruptions():
        try:
            save_checkpoint(path, checkpoint)
        except LabError as error:
            output.tell(f"backprop-lab train: {sentence(error)}")
            return Saving(_rescued(path.name, checkpoint), has_failed=True)
    return Saving(path)


def _rescued(name: str, checkpoint: Checkpoint) -> Path | None:
    """Where the network is kept that could not be saved where it was meant to be: at home or, if that cannot
    be either, with the temporary files."""
    for folder in (os.path.expanduser("~"), tempfile.gettempdir()):
        path = _beside(Path(folder, name), "rescued")
        try:
            save_checkpoint(path, checkpoint)
        except LabError:
            continue
        output.tell(localized(translatable("cli", "The network is not lost: it is in {path}."), path=path))
        return path
    return None


def _beside(path: Path, what: str) -> Path:
    """`digits.interrupted.blab`; where that is there from an earlier run, `digits.interrupted-2.blab`. A name
    that would be too long for a disk is cut."""
    stem = path.stem
    while len(os.fsencode(f"{stem}.{what}-9999{path.suffix}")) > LONGEST_NAME:
        stem = stem[:-1]
    beside = path.with_name(f"{stem}.{what}{path.suffix}")
    number = 1
    while beside.exists():
        number += 1
        beside = path.with_name(f"{stem}.{what}-{number}{path.suffix}")
    return beside


@contextmanager
def _interruptions() -> Iterator[list[int]]:
    """Within it, a signal to end fills the list instead of breaking an update in two; the same one again
    breaks it."""
    seen: list[int] = []

    def remember(number: int, frame: FrameType | None) -> None:
        if is_impatient(number, seen):
            raise KeyboardInterrupt
        seen.append(number)

    before = {number: signal.signal(number, remember) for number in heeded()}
    try:
        yield seen
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _session(options: argparse.Namespace) -> TrainingSession:
    """The session that the options describe: that of a file, or the preset and what is given beside it."""
    require_fitting(options)
    if options.resume is not None:
        checkpoint = load_checkpoint(options.resume)
        return resumed(options, checkpoint, _training(options, checkpoint.experiment.training))
    base = preset(options.preset or DEFAULT_PRESET).experiment
    training = base.training if options.preset or options.layers is None else TrainingConfig()
    training = _training(options, training)
    data = open_data_set(training.data_set, training.seed, training.reading)
    tell_findings(data)
    if options.layers is not None:
        network = parse_layers(options.layers, data.input_size)
    else:
        network = replace(base.network, input_size=data.input_size)
    return TrainingSession(Experiment(network, training), data)


def _training(options: argparse.Namespace, training: TrainingConfig) -> TrainingConfig:
    optimizer = training.optimizer
    if options.optimizer is not None:
        if options.optimizer not in USED_SETTINGS:
            template = translatable("errors", "Unknown optimizer: “{word}”.{hint}")
            hint = did_you_mean(options.optimizer, USED_SETTINGS)
            raise ConfigError(template, field="optimizer", word=options.optimizer, hint=hint)
        if options.optimizer != optimizer.kind:
            rate = USUAL_RATES[options.optimizer]
            optimizer = replace(optimizer, kind=options.optimizer, learning_rate=rate)
    optimizer = replace(optimizer, **_given(options, "learning_rate", "momentum"))
    schedule = training.schedule
    if options.schedule is not None:
        schedule = replace(schedule, kind=options.schedule)
    changes = _given(options, "weight_decay", "batch_size", "sampling", "seed", "evaluate_on")
    for unit in ("epochs", "iterations"):
        if getattr(options, unit) is not None:
            changes |= {"length": getattr(options, unit), "length_unit": unit}
    if options.dataset is not None:
        changes["data_set"] = options.dataset
    if options.resume is None:
        changes["reading"] = reading_of(options)
    training = replace(training, optimizer=optimizer, schedule=schedule, **changes)
    for problem in training.problems():
        raise problem
    return training


def _given(options: argparse.Namespace, *names: str) -> dict[str, Any]:
    return {name: getattr(options, name) for name in names if getattr(options, name) is not None}
