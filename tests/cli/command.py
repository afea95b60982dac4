"""`train` as a person or another program calls it, and `main.py` in a process of its own. Not a test."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from main import main

ROOT = Path(__file__).parents[2]
XOR = ("--dataset", "xor", "--layers", "affine:8,relu,affine:2", "--batch-size", "100")
"""2,000 points, 20 iterations an epoch."""


def train(*options: str) -> int:
    """The exit status, also where argparse ends the program."""
    try:
        return main(["train", *options])
    except SystemExit as end:
        return int(end.code or 0)


def lines(text: str) -> list[dict[str, Any]]:
    """Objects of strict JSON, one a line: NaN and Infinity are none."""

    def refuse(word: str) -> float:
        raise AssertionError(f"{word} is no JSON")

    return [json.loads(line, parse_constant=refuse) for line in text.splitlines()]


def start(*arguments: str, code: str = "") -> subprocess.Popen[str]:
    """`main.py`, or a line of Python, in a process of its own; what it writes waits to be read."""
    command = [sys.executable, "-c", code] if code else [sys.executable, "main.py"]
    return subprocess.Popen(
        [*command, *arguments],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
