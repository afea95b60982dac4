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
from cli import output, train_options
from cli.data_options import reading_of, remedy, tell_findings
from cli.keep import Keeping, keep, store_of_runs
from cli.resume import require_fitting, resumed
from cli.train_report import JsonReport, Report, Saving, TextReport
from core.errors import ConfigError, LabError, translatable
from core.farewells import heeded, is_impatient
from core.language import localized, sentence
from core.nn.layer_text import parse_layers
from core.nn.optimizers import USED_SETTINGS, USUAL_RATES
from core.store.store import RunStore
from core.training.checkpoint import Checkpoint, expected_bytes, load_checkpoint, save_checkpoint
from core.training.config import Experiment, TrainingConfig
from core.training.divergence import has_diverged
from core.training.events import Completed, Diverged
from core.training.place import require_place
from core.training.presets import DEFAULT_PRESET, preset
from core.training.session import TrainingSession
from core.words import did_you_mean

STATUSES = {
    0: translatable("cli", "the training was completed"),
    1: translatable("cli", "it diverged or failed, or the network could not be saved or kept"),
    130: translatable(
        "cli",
        "it was interrupted, by Ctrl-C, by SIGTERM or SIGHUP, or because its output could not be written",
    ),
}
EXIT_STATUS = {"completed": 0, "diverged": 1, "failed": 1, "stopped": 130}
BAD_ARGUMENTS = 2
LONGEST_NAME = 255  # bytes


add_arguments = train_options.add_arguments


def run(options: argparse.Namespace) -> int:
    """Train as the options say; the exit status."""
    try:
        if options.threads is not None:
            PRODUCTS.ask(options.threads)
        session = _session(options)
        if options.save is not None:
            require_place(options.save, expected_bytes(session.experiment, session.total_iterations))
        store = None if options.keep is None else store_of_runs()
    except LabError as error:
        output.tell(f"backprop-lab train: {sentence(error)}{remedy(error.fields.get('remedy'))}")
        return BAD_ARGUMENTS
    report: Report = JsonReport(session) if options.json else TextReport(session)
    with _interruptions():  # between the two, none is to lose the network
        outcome = drain(session, report)
        saving = None if options.save is None else _save(options.save, session, outcome)
        keeping = None if store is None else _keep(store, options, session, outcome)
    report.end(outcome, saving, keeping)
    has_failed = (saving is not None and saving.has_failed) or (keeping is not None and keeping.id is None)
    return 1 if has_failed else EXIT_STATUS[outcome]


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


def _keep(
    store: RunStore, options: argparse.Namespace, session: TrainingSession, outcome: str
) -> Keeping | None:
    """Keep the run, if there is a network. One that cannot be kept and was not saved is rescued."""
    resumed_file = options.resume.stem if options.resume is not None else ""
    data = Path(options.dataset or "").name
    name = options.keep or options.preset or resumed_file or data or DEFAULT_PRESET
    if outcome == "failed" or session.iteration == 0:
        return None
    checkpoint = session.checkpoint()
    with _interruptions():
        keeping = keep(store, name, checkpoint, outcome)
        if keeping.id is None and options.save is None:
            _rescued("run.blab", checkpoint)
    return keeping


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
