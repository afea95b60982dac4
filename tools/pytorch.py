"""PyTorch for the tests of parity: one that is there already, or one installed for them alone.

The program never uses it, and it is many times as large as all the rest. So no lock file names it: it lies
in a folder of its own in `.venv`, which only `dev.py test --with-torch` looks into.
"""

from __future__ import annotations

import os
import subprocess
import sys

from tools import environment

VERSION = "2.13.0"
SIZE = "about 200 MB to fetch and 1 GB on the disk, or 3 GB and 7 GB where it comes with CUDA"

_FOLDER = os.path.join(os.path.dirname(os.path.dirname(environment.python())), f"torch-{VERSION}")


def provide() -> None:
    """See that the environment's Python can import PyTorch in what is started from here on.

    Ends the program with a sentence where that cannot be, or where the person does not want it."""
    if _can_import(stderr=subprocess.DEVNULL):
        return
    if not os.path.isdir(_FOLDER):
        _install()
    others = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = _FOLDER + (os.pathsep + others if others else "")
    if not _can_import():
        sys.exit(
            "PyTorch was installed but cannot be imported: its own words stand above. "
            f"Delete {_FOLDER}, then run the same command again."
        )


def _can_import(stderr: int | None = None) -> bool:
    return subprocess.call([environment.python(), "-c", "import torch"], stderr=stderr) == 0


def _install() -> None:
    """Fill a neighbour first, so that a folder of that name is whole."""
    print(f"PyTorch {VERSION} is missing: {SIZE}, into {_FOLDER}.", file=sys.stderr, flush=True)
    if sys.stdin.isatty() and input("Install it? [y/N] ").strip().lower() not in ("y", "yes"):
        sys.exit("Nothing was installed. Without --with-torch the tests of parity are skipped.")
    part = f"{_FOLDER}.part"
    pip = [environment.python(), "-m", "pip", "--disable-pip-version-check", "--no-input", "--quiet"]
    options = ["--upgrade", "--no-user", "--only-binary=:all:", "--target", part]
    command = [*pip, "install", *options, f"torch=={VERSION}"]
    if subprocess.call(command, stdout=sys.stderr.fileno()) != 0:
        sys.exit(
            "PyTorch could not be installed (pip's own words stand above). See that the disk has room "
            "and that the package index can be reached, then run the same command again."
        )
    os.replace(part, _FOLDER)
