"""`train` as a person or another program calls it, and `main.py` in a process of its own. Not a test."""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
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
    return subprocess.Popen(
        [*_program(code), *arguments],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


@contextmanager
def terminal(columns: int) -> Iterator[tuple[int, Callable[[], bytes]]]:
    """A terminal, so many signs wide: where one writes, and afterwards all that was written there."""
    import fcntl
    import pty
    import termios

    reading, writing = pty.openpty()
    fcntl.ioctl(writing, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    with ThreadPoolExecutor(1) as reader:
        written = reader.submit(lambda: b"".join(_chunks(reading)))
        try:
            yield writing, written.result
        finally:
            os.close(writing)
    os.close(reading)


def on_a_terminal(*arguments: str, columns: int = 80, **environment: str) -> tuple[int, bytes]:
    """`main.py` in a process of its own, on a terminal: its exit status, and all that it wrote there."""
    with terminal(columns) as (writing, written):
        done = subprocess.run(
            [*_program(""), *arguments],
            cwd=ROOT,
            env=os.environ | environment,
            stdin=subprocess.DEVNULL,
            stdout=writing,
            stderr=writing,
        )
    return done.returncode, written()


def _program(code: str) -> list[str]:
    return [sys.executable, "-c", code] if code else [sys.executable, "main.py"]


def _chunks(terminal: int) -> Iterator[bytes]:
    """Read until no one holds its other side any more, which Linux says by an error and others by nothing."""
    while True:
        try:
            chunk = os.read(terminal, 1 << 16)
        except OSError:
            return
        if not chunk:
            return
        yield chunk
