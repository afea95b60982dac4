"""The virtual environment in `.venv`: made, filled from the lock files, and left alone while nothing changed.

A stamp inside it holds what was installed: the Python version, and the hash of each lock file. It is removed
before anything is installed and written when all is done: an environment without one was never finished, and
is made anew. Packages are fetched first and installed after, so a failed fetch leaves what works working.
"""

from __future__ import annotations

import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
RUN_LOCK = "requirements.lock"
DEVELOPMENT_LOCK = "requirements-dev.lock"
BUILD_LOCK = "requirements-build.lock"

_VENV = os.path.join(ROOT, ".venv")
_STAMP = os.path.join(_VENV, "backprop-lab.stamp")
_FETCHED = os.path.join(_VENV, "fetched")
_THIS_PYTHON = f"3.{sys.version_info.minor}"


def python() -> str:
    """The path of the environment's interpreter."""
    if sys.platform == "win32":
        return os.path.join(_VENV, "Scripts", "python.exe")
    return os.path.join(_VENV, "bin", "python")


def prepare(system: dict[str, str], *more: str) -> None:
    """Bring `.venv` to what the lock files say. Does nothing, quickly, where it is so already.

    system: what the machine must have besides (see `tools.system`). more: lock files besides the one that the
    program runs with. Ends the program with a sentence where it cannot go on.
    """
    from tools import system as machine

    try:
        wanted = {lock: _hash(lock) for lock in (RUN_LOCK, *more)}
        installed = _read_stamp()
        usable = _is_usable(installed)
        machine.require(system if usable else system | machine.VENV)
        if not usable or _stale(wanted, installed):
            _set_up(wanted)
    except OSError as error:
        sys.exit(f"Setting up {_VENV} failed: {error}. Mend that, then run the same command again.")
    except KeyboardInterrupt:
        print("\nStopped while setting up. Run the same command again to finish.", file=sys.stderr)
        sys.exit(130)


def _set_up(wanted: dict[str, str]) -> None:
    turn = _wait_for_turn()
    installed = _read_stamp()
    if not _is_usable(installed):
        _make()
        installed = {}
    stale = _stale(wanted, installed)
    if stale:
        _install(stale)
        _write_stamp(installed | wanted | {"python": _THIS_PYTHON})
    if turn is not None:
        os.close(turn)


def _wait_for_turn() -> int | None:
    """Hold the project's folder: two starts at once would take each other's environment away.

    The lock ends with the process, however that ends. Windows cannot lock a folder, and goes without.
    """
    if sys.platform == "win32":
        return None
    import contextlib
    import fcntl

    folder = os.open(ROOT, os.O_RDONLY)
    with contextlib.suppress(OSError):  # some network file systems have no locks
        fcntl.flock(folder, fcntl.LOCK_EX)
    return folder


def _is_usable(installed: dict[str, str]) -> bool:
    return installed.get("python") == _THIS_PYTHON and os.path.exists(python())


def _stale(wanted: dict[str, str], installed: dict[str, str]) -> list[str]:
    return [lock for lock, digest in wanted.items() if installed.get(lock) != digest]


def _hash(lock: str) -> str:
    """SHA-256 of a lock file, the same whichever way its lines end."""
    import hashlib

    with open(os.path.join(ROOT, lock), encoding="utf-8") as file:
        return hashlib.sha256(file.read().encode()).hexdigest()


def _read_stamp() -> dict[str, str]:
    """Lock file -> hash, and "python" -> its version; nothing where the environment was never finished."""
    try:
        with open(_STAMP, encoding="utf-8") as file:
            return dict(line.rstrip("\n").split(": ", 1) for line in file if ": " in line)
    except FileNotFoundError:
        return {}


def _write_stamp(installed: dict[str, str]) -> None:
    with open(_STAMP, "w", encoding="utf-8") as file:
        file.writelines(f"{key}: {value}\n" for key, value in installed.items())


def _make() -> None:
    _say(f"Making {_VENV}")
    # The interpreter behind this one, which may itself be of the environment that is about to be made anew.
    base = getattr(sys, "_base_executable", None) or sys.executable
    if _call([base, "-m", "venv", "--clear", _VENV]) != 0:
        sys.exit(
            f"Python could not make a virtual environment in {_VENV} (its own words stand above). "
            "See that the folder can be written and the disk has room, then run the same command again."
        )


def _install(locks: list[str]) -> None:
    """Fetch, then install, what the lock files name, each file checked against its hash."""
    import shutil

    listed = [word for lock in locks for word in ("-r", os.path.join(ROOT, lock))]
    pip = [python(), "-m", "pip", "--disable-pip-version-check", "--no-input"]
    if not sys.stderr.isatty():
        pip.append("--quiet")
    shutil.rmtree(_FETCHED, ignore_errors=True)
    _say(f"Fetching the packages of {' and '.join(locks)} (once)")
    if _call([*pip, "download", "--only-binary=:all:", "--require-hashes", "-d", _FETCHED, *listed]) != 0:
        sys.exit(
            "The packages could not be fetched (pip's own words stand above). "
            "Check the connection to the package index, then run the same command again."
        )
    if os.path.exists(_STAMP):
        os.remove(_STAMP)
    _say("Installing them")
    offline = ["--no-index", "--find-links", _FETCHED, "--require-hashes", "--no-user"]
    if _call([*pip, "install", *offline, *listed]) != 0:
        sys.exit(
            "The packages were fetched but could not be installed (pip's own words stand above). "
            "See that the disk has room, then run the same command again: it starts afresh."
        )
    shutil.rmtree(_FETCHED, ignore_errors=True)


def _call(command: list[str]) -> int:
    """Run a program whose words go to standard error: standard output belongs to the command asked for."""
    import subprocess

    return subprocess.call(command, stdin=subprocess.DEVNULL, stdout=sys.stderr.fileno())


def _say(sentence: str) -> None:
    print(f"{sentence} ...", file=sys.stderr, flush=True)
