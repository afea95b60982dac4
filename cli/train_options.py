"""The options of `backprop-lab train`, each with its help. What they come to is decided by `train`."""

from __future__ import annotations

import argparse
from pathlib import Path

from cli.data_options import add_reading_arguments
from cli.numbers import number, threads, whole_number
from core.data import DATA_SET_NAMES
from core.data.formats import FORMATS
from core.errors import translatable
from core.language import localized, word
from core.nn.layer_text import LAYER_WORDS
from core.nn.optimizers import USED_SETTINGS
from core.nn.schedules import SCHEDULE_SETTINGS
from core.nn.spec import LOSSES
from core.training.config import SAMPLINGS
from core.training.presets import DEFAULT_PRESET, PRESETS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """All of them. Words are checked later, where a near one can be proposed."""
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
        "--keep",
        nargs="?",
        const="",
        metavar="NAME",
        help=translatable(
            "cli",
            "keep the run as the window does, where its page Runs and the command “runs” list it; without a "
            "name it has that of its preset, file or data",
        ),
    )
    add(
        "--json",
        action="store_true",
        help=translatable("cli", "one JSON object a line: each epoch, and the end"),
    )
