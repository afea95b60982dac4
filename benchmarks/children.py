"""Child processes that are asked in turn and do nothing in between.

Two libraries with threads of their own (OpenBLAS, OpenMP) disturb one another in one process, and for a while
after its last product also from another one: their threads keep spinning in case there is more to do. So each
contender is a process, and a process that has no turn is halted by the system until its next.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SPINNING = 0.3  # seconds: how long threads go on where a process cannot be halted
CAN_HALT = hasattr(signal, "SIGSTOP")


def environment(**more: str) -> dict[str, str]:
    """This process's, with the project to import from."""
    others = os.environ.get("PYTHONPATH")
    path = str(ROOT) + (os.pathsep + others if others else "")
    return {**os.environ, "PYTHONPATH": path, **more}


class Child:
    """`python -m module arguments`: it writes a line when it is ready, then one for each that it reads."""

    def __init__(self, module: str, *arguments: str, **more: str) -> None:
        # In a group of its own, so that the system ends it, halted or not, where this process dies.
        group = {"process_group": 0} if CAN_HALT else {}
        self._process = subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=environment(**more),
            **group,  # type: ignore[call-overload]
        )
        self._ready = False

    def ask(self, line: str) -> str:
        """Give it a turn: its answer to this line."""
        if not self._ready:
            self._read()
            self._ready = True
        elif CAN_HALT:
            self._process.send_signal(signal.SIGCONT)
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()
        answer = self._read()
        if CAN_HALT:
            self._process.send_signal(signal.SIGSTOP)
        else:
            time.sleep(SPINNING)
        return answer

    def ask_for(self, line: str) -> dict[str, Any]:
        """The same, where the answer is an object in JSON."""
        answer: dict[str, Any] = json.loads(self.ask(line))
        return answer

    def close(self) -> None:
        self._process.kill()
        self._process.communicate()

    def _read(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            _, complaints = self._process.communicate()
            raise RuntimeError(f"{self._process.args} ended with {self._process.returncode}:\n{complaints}")
        return line.strip()

    def __enter__(self) -> Child:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
