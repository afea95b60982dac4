"""`python -m tools.build_wheel`: the package for pip, pipx and uv in `dist/`, and the proof that it works.

The sources are packed first, and the wheel is built from what was packed, so that one trial proves both. The
wheel is installed into a fresh environment away from the sources, over what the lock file names, and has to
pass the trial of the executable there (`tools.build_trial`). For that alone it needs the network.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from core import VERSION
from tools.build import size
from tools.build_trial import TrialError, works
from tools.environment import ROOT as ROOT_NAME
from tools.environment import RUN_LOCK

ROOT = Path(ROOT_NAME)
DIST = ROOT / "dist"
SOURCES = DIST / f"backprop_lab-{VERSION}.tar.gz"
WHEEL = DIST / f"backprop_lab-{VERSION}-py3-none-any.whl"


def main() -> int:
    """Build, try. The exit status: 0 only if the installed wheel passed its own test."""
    try:
        build(ROOT, "sdist", DIST)
        with tempfile.TemporaryDirectory() as scratch:
            shutil.unpack_archive(SOURCES, scratch)
            build(Path(scratch, SOURCES.name.removesuffix(".tar.gz")), "wheel", DIST)
    except TrialError as failure:
        print(failure, file=sys.stderr)
        return 1
    for made in (SOURCES, WHEEL):
        print(f"{made.relative_to(ROOT)}: {size(made) / 1e6:.1f} MB", flush=True)
    # Whoever else might try it need not be let into the folder of the Python that builds.
    return 0 if works(f"{WHEEL.name}, installed elsewhere", _installed, {}) else 1


def build(sources: Path, kind: str, folder: Path) -> None:
    """Put a package of the sources into the folder. kind: `sdist` or `wheel`. Needs no network."""
    _call([sys.executable, "-m", "hatchling", "build", "--target", kind, "--directory", str(folder)], sources)


def _installed(folder: Path) -> Path:
    """An environment in that folder with the wheel and what the lock file names; the program in it."""
    _call([sys.executable, "-m", "venv", str(folder)], ROOT)
    programs = folder / ("Scripts" if sys.platform == "win32" else "bin")
    pip = [str(programs / "python"), "-m", "pip", "--disable-pip-version-check", "--no-input", "--quiet"]
    locked = ["--require-hashes", "--only-binary=:all:", "--requirement", str(ROOT / RUN_LOCK)]
    _call([*pip, "install", *locked], folder)
    _call([*pip, "install", "--no-index", "--no-deps", str(WHEEL)], folder)
    # That what is locked is what the wheel asks for.
    _call([*pip, "check"], folder)
    return programs / "backprop-lab"


def _call(command: list[str], folder: Path) -> None:
    """Run it in that folder, without the sources on Python's path. TrialError where it fails."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode != 0:
        raise TrialError(
            f"“{' '.join(command[1:])}” has exit status {done.returncode} and says:\n{done.stdout}"
        )


if __name__ == "__main__":
    sys.exit(main())
