"""A store in a process of its own, which can be killed, and what is in a folder. Not a test itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]

BEGIN = """
import os, signal, sys
from pathlib import Path
from core.store.store import RunStore
from tests.core.training.model_files import after
store = RunStore(Path(sys.argv[1]))
"""


def start(code: str, folder: Path) -> subprocess.Popen[str]:
    """Run `code` over a store in `folder`, by the name `store`."""
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-c", BEGIN + code, str(folder)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def contents(folder: Path) -> dict[str, bytes]:
    """Each file below the folder, byte for byte."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
