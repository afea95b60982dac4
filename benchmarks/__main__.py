"""`python -m benchmarks [--json FILE] [--only NAME …] [--quick]`: measure, and print one table."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from benchmarks import data_rows, executable, graph_trace, machine, mnist, start, steps, window
from benchmarks.rows import Row, table

GROUPS: Mapping[str, Callable[[bool], list[Row]]] = {
    "steps": steps.rows,
    "window": window.rows,
    "start": start.rows,
    "executable": executable.rows,
    "mnist": mnist.rows,
    "graph": graph_trace.rows,
    "data": data_rows.rows,
}
"""What can be measured by itself, by name, in the order of the table."""


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="dev.py bench", description="Measure speed and memory beside the alternatives."
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the rows as JSON")
    parser.add_argument("--only", nargs="+", choices=list(GROUPS), metavar="NAME", default=list(GROUPS))
    parser.add_argument("--quick", action="store_true", help="fewer rounds: a glance, not a result")
    options = parser.parse_args(arguments)
    if sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

    about = machine.describe()
    rows: list[Row] = []
    for name in options.only:
        print(f"measuring: {name} …", file=sys.stderr, flush=True)
        rows += GROUPS[name](options.quick)
    remarks = [about, *(f"{row.what}: {row.note}" for row in rows if row.note), *steps.missing()]
    print(table(rows), "", *remarks, sep="\n")
    if options.json is not None:
        measured = {"machine": about, "rows": [asdict(row) | {"reached": row.reached} for row in rows]}
        options.json.write_text(json.dumps(measured, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
