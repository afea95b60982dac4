"""`train --resume FILE`: the session that goes on where the one of a model file stopped, and what is said of
it. What the options change of its training is read by `train`.
"""

from __future__ import annotations

import argparse
from dataclasses import replace

from adapters.data_sets import open_data_set
from cli import output
from core.errors import ConfigError, translatable
from core.language import localized
from core.training.checkpoint import Checkpoint
from core.training.config import TrainingConfig
from core.training.session import TrainingSession

OF_THE_FILE = (
    *("preset", "layers", "dataset", "seed", "optimizer"),
    *("pixel_max", "turn", "leave_out_broken", "class_names"),
)
"""The options of a new run that --resume cannot have beside it: its file says them."""


def require_fitting(options: argparse.Namespace) -> None:
    """ConfigError for options that do not go together with --resume, or not without it."""
    if options.resume is None and options.replan:
        template = translatable(
            "errors",
            "--replan lets a schedule run over the new length of a continued run: it goes with --resume.",
        )
        raise ConfigError(template, field="schedule")
    for name in OF_THE_FILE if options.resume is not None else ():
        given = getattr(options, name)
        if given is not None and given is not False:
            template = translatable(
                "errors",
                "--resume goes on with the network, data set, seed and optimizer of its file: leave out "
                "--{option}, or start a new run without --resume.",
            )
            raise ConfigError(template, field=name, option=name.replace("_", "-"))


def resumed(options: argparse.Namespace, checkpoint: Checkpoint, training: TrainingConfig) -> TrainingSession:
    """The session that goes on from the checkpoint in `options.resume`, with these settings from here on, to
    the length that the options give it; without one, to the end that it had. Tells on standard error from
    where to where."""
    data = open_data_set(training.data_set, training.seed, training.reading)
    session = TrainingSession.of_checkpoint(
        checkpoint,
        data,
        replace(checkpoint.experiment, training=training),
        iterations=options.iterations,
        epochs=options.epochs,
        replan=options.replan,
    )
    made, total, planned = session.iteration, session.total_iterations, session.planned_iterations
    if made == total:
        template = translatable(
            "errors",
            "{path} has made its {made:,} iterations: say with --iterations or --epochs how many it is to "
            "make in all, those among them.",
        )
        raise ConfigError(template, field="length", path=options.resume, made=made)
    template = translatable("cli", "{path} goes on after {made:,} of {total:,} iterations.")
    output.tell(localized(template, path=options.resume, made=made, total=total))
    if not checkpoint.is_exact:
        template = translatable(
            "cli",
            "Its format, version 1, has neither the order of the epoch nor the changes of settings: the run "
            "goes on with the order of the next epoch, and does not equal one that never stopped.",
        )
        output.tell(localized(template))
    if planned < total and training.schedule.kind != "constant":
        template = translatable(
            "cli",
            "The schedule of its learning rate was planned for {planned:,} iterations and then holds its "
            "last value; with --replan it runs over all {total:,}.",
        )
        output.tell(localized(template, planned=planned, total=total))
    return session
