"""How much of each file of `core/` its tests run, and which files are below the floor.

Lines are counted, not branches, and hypothesis draws a few examples of each property: whether a line is ever
run is seen from those, and the tests themselves draw as many as they need.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from tools.environment import ROOT

FLOOR = 95.0
"""Percent of the statements of a file, of every file alike."""

TESTS = (os.path.join("tests", "core"), os.path.join("tests", "adapters"))
"""Those of the engine, and of what it is given from outside."""

_PYTEST = ("-m", "pytest", "-q", "-p", "no:cacheprovider", "-r", "f")
_QUICKLY = ("--hypothesis-profile=few", "--numprocesses=auto", "--maxprocesses=4", "--dist=worksteal")


def measure(root: Path, *options: str) -> dict[str, float]:
    """Percent of the statements that TESTS run, by the file's path below `root`. Files that nothing
    imports are among them, empty ones are not. Raises CalledProcessError where the tests fail."""
    with TemporaryDirectory() as folder:
        data, report = os.path.join(folder, "data"), os.path.join(folder, "report.json")
        coverage = [sys.executable, "-m", "coverage"]
        where = {"COVERAGE_FILE": data, "COVERAGE_RCFILE": os.path.join(ROOT, "pyproject.toml")}
        tests = [place for place in TESTS if (root / place).is_dir()]
        for command in (
            ["run", *_PYTEST, *options, *tests],
            ["combine", "--quiet"],
            ["json", "--quiet", "-o", report],
        ):
            subprocess.run([*coverage, *command], cwd=root, env=os.environ | where, check=True)
        with open(report, encoding="utf-8") as file:
            files = json.load(file)["files"]
    return {
        Path(name).as_posix(): float(found["summary"]["percent_covered"])
        for name, found in files.items()
        if found["summary"]["num_statements"]
    }


def below(figures: Mapping[str, float]) -> list[str]:
    """A line for each file that is below the floor, the lowest first."""
    low = sorted((share, name) for name, share in figures.items() if share < FLOOR)
    return [f"{name}: {share:.0f} % of its statements are run by its tests" for share, name in low]


def main() -> int:
    try:
        figures = measure(Path(ROOT), *_QUICKLY)
    except subprocess.CalledProcessError as error:
        return error.returncode
    found = below(figures)
    print(*found, f"{len(figures)} files, {len(found)} of them below {FLOOR:.0f} %", sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
