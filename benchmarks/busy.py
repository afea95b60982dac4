"""Other programs that are busy, started and ended by the benchmark: each keeps a core."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

WORK = "import sys\nsys.stdout.write('busy\\n'); sys.stdout.flush()\nwhile True:\n    sum(range(10_000))\n"


@contextmanager
def busy_programs(number: int) -> Iterator[list[subprocess.Popen[str]]]:
    """Within it so many of them run. Afterwards none is left, whatever happens."""
    programs: list[subprocess.Popen[str]] = []
    try:
        for _ in range(number):
            programs.append(subprocess.Popen([sys.executable, "-c", WORK], stdout=subprocess.PIPE, text=True))
        for program in programs:
            assert program.stdout is not None
            program.stdout.readline()
        yield programs
    finally:
        for program in programs:
            program.kill()
        for program in programs:
            program.communicate()
