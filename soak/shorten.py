"""Few actions out of many that still bring the same fault to light: parts of a log are left out and the rest
is played again, as long as the fault comes back (Zeller and Hildebrandt, "Simplifying and Isolating
Failure-Inducing Input", 2002).
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory


def shorten(numbers: Sequence[int], fails: Callable[[Sequence[int]], bool]) -> list[int]:
    """Those of `numbers` that are left when no part of them can be left out so that it still `fails`."""
    kept, parts = list(numbers), 2
    while len(kept) > 1:
        size = -(-len(kept) // parts)
        for start in range(0, len(kept), size):
            rest = kept[:start] + kept[start + size :]
            if fails(rest):
                kept, parts = rest, max(parts - 1, 2)
                break
        else:
            if size == 1:
                break
            parts = min(2 * parts, len(kept))
    return kept


def faults(log: Path) -> list[tuple[int, str]]:
    """What a log says was found: the number of the action before it, and its last line."""
    lines = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    return [(line["n"], line["text"].splitlines()[-1]) for line in lines if "found" in line]


def brings(log: Path, numbers: Sequence[int], fault: str) -> bool:
    """Whether these actions of the log, played in a process of their own, bring the same fault."""
    if not numbers:
        return False
    with TemporaryDirectory() as folder:
        again = Path(folder) / "again.jsonl"
        only = ",".join(map(str, numbers))
        subprocess.run(
            [sys.executable, "-m", "soak", "--replay", str(log), "--only", only, "--log", str(again)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
        return any(text == fault for _, text in faults(again))
