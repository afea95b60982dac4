"""`python -m benchmarks [--json FILE] [--only GROUP …] [--quick]`: measure, and print one table."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from benchmarks import (
    data_rows,
    evaluation,
    executable,
    graph_trace,
    lab,
    load,
    machine,
    mnist,
    start,
    steps,
    theme,
    window,
)
from benchmarks.rows import Row, table

GROUPS: Mapping[str, tuple[Callable[[bool], list[Row]], str]] = {
    "steps": (steps.rows, "one iteration of the engine"),
    "evaluation": (evaluation.rows, "an evaluation of all 70,000 images"),
    "window": (window.rows, "training in the window, and how late it answers meanwhile"),
    "load": (load.rows, "training beside busy programs, and a whole run"),
    "start": (start.rows, "from the command to the painted window"),
    "theme": (theme.rows, "another theme and another language"),
    "executable": (executable.rows, "size and start of what dev.py build has made"),
    "mnist": (mnist.rows, "MNIST from disk to ready"),
    "graph": (graph_trace.rows, "a trace of 1,000 operations"),
    "lab": (lab.rows, "what is dragged in the pictures of the Lab"),
    "data": (data_rows.rows, "the Data workspace, at rest and beside a training"),
}
"""What can be measured by itself, by name, in the order of the table, each with what it measures."""


def _parser() -> argparse.ArgumentParser:
    groups = "\n".join(f"  {name:<{max(map(len, GROUPS))}}  {about}" for name, (_, about) in GROUPS.items())
    parser = argparse.ArgumentParser(
        prog="dev.py bench",
        description="Measure speed and memory beside the alternatives.",
        epilog=f"groups:\n{groups}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the rows as JSON")
    parser.add_argument(
        "--only",
        nargs="+",
        choices=list(GROUPS),
        metavar="GROUP",
        default=list(GROUPS),
        help="measure these groups alone (default: all)",
    )
    parser.add_argument("--quick", action="store_true", help="fewer rounds: a glance, not a result")
    return parser


def main(arguments: Sequence[str]) -> int:
    options = _parser().parse_args(arguments)
    if sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

    about = machine.describe()
    rows: list[Row] = []
    for name in options.only:
        print(f"measuring: {name} …", file=sys.stderr, flush=True)
        measure, _ = GROUPS[name]
        rows += measure(options.quick)
    remarks = [about, *(f"{row.what}: {row.note}" for row in rows if row.note), *steps.missing()]
    print(table(rows), "", *remarks, sep="\n")
    if options.json is not None:
        measured = {"machine": about, "rows": [asdict(row) | {"reached": row.reached} for row in rows]}
        options.json.write_text(json.dumps(measured, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
