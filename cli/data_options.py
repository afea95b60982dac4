"""How data of one's own are read, as options, and what there is to say of them, as lines."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import Any

from cli import output
from cli.numbers import whole_number
from core.data import DATA_SET_NAMES, DataSet, Reading
from core.data.class_names import split_names
from core.errors import ConfigError, translatable
from core.language import localized, sentence, word

_OPTIONS = {
    "pixel_max": "--pixel-max {value}",
    "is_turned": "--turn",
    "leaves_out_broken": "--leave-out-broken",
}
"""What is typed for a field of the Reading."""

PART_WORDS = {"train": translatable("cli", "train"), "test": translatable("cli", "test")}
"""The parts of a data set in words."""


def add_reading_arguments(parser: argparse.ArgumentParser) -> None:
    """The options about data of one's own."""
    add = parser.add_argument
    add(
        "--pixel-max",
        type=whole_number(16),
        metavar="N",
        help=translatable("cli", "with --dataset: the largest value of a pixel, which becomes 255"),
    )
    add(
        "--turn",
        action="store_true",
        help=translatable("cli", "with --dataset: exchange rows and columns of the images"),
    )
    add(
        "--leave-out-broken",
        action="store_true",
        help=translatable("cli", "with --dataset: leave out pictures that cannot be read"),
    )
    add(
        "--class-names",
        type=split_names,
        metavar="NAMES",
        help=translatable("cli", "with --dataset: the names of the classes, with commas between them"),
    )


def reading_of(options: argparse.Namespace) -> Reading:
    """What the options say of the data. ConfigError where they would have no effect."""
    reading = Reading(
        Reading().pixel_max if options.pixel_max is None else options.pixel_max,
        options.turn,
        options.leave_out_broken,
        options.class_names or (),
    )
    if reading != Reading() and (options.dataset is None or options.dataset in DATA_SET_NAMES):
        template = translatable(
            "errors",
            "--pixel-max, --turn, --leave-out-broken and --class-names are about data of your own: they go "
            "with --dataset and the path of a file or folder.",
        )
        raise ConfigError(template, field="data_set")
    return reading


def tell_findings(data: DataSet) -> None:
    """What was done with the data and what is odd about them, with the option that would mend it."""
    for finding in data.findings:
        title = word("data sets", data.title)
        output.tell(f"{title}: {sentence(finding)}{remedy(finding.remedy)}")


def remedy(changes: object) -> str:
    """` Write --pixel-max 16.`; nothing where nothing helps."""
    if not isinstance(changes, Mapping) or not changes:
        return ""
    known: Mapping[str, Any] = changes
    options = " ".join(_OPTIONS[name].format(value=value) for name, value in known.items())
    return localized(translatable("cli", " Write {options}."), options=options)
