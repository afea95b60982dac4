"""The commands of `dev.py`: what each needs to be there, and what it starts.

Each prepares the machine and the environment, then becomes the program it starts, so that signals, the exit
status and the terminal are that program's own. Imports stay few and late: every start pays for them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from tools import environment, system

HELP = """\
usage: python3 dev.py COMMAND [arguments]

  run [arguments]      start Backprop Lab; arguments go to main.py (python3 dev.py run --help)
  test [arguments]     run every test without a screen; arguments go to pytest
                       with --with-torch: those that compare with PyTorch, which is installed if need be
  check                format, lint, types, code that nobody uses, the translations, how much of the engine
                       is tested, and the rules about imports and files
  translate            bring the translations to the texts of the sources, and compile them
  bench [--json FILE]  measure speed and memory beside the alternatives
  build                make the executable and its archive in dist, and try them elsewhere
                       with --wheel: the package for pip, pipx and uv, and try that
  pictures FOLDER      save a PNG of every workspace into FOLDER
  soak [arguments]     a monkey uses the window by mouse and keys, and what must not happen is told
  lock [arguments]     renew the lock files after a change of pyproject.toml; needs uv, which gets the
                       arguments: --upgrade takes the newest versions, --upgrade-package NAME that one's

The first start makes .venv and installs what the lock files name; on Debian, as root, also the system
libraries that Qt needs. Later starts go straight to the program. Only Python 3.11 or newer is needed.
"""

_CHECKS = {
    "format": ["ruff", "format", "--check", "."],
    "lint": ["ruff", "check", "."],
    "types": ["mypy"],
    "dead code": ["vulture"],
    "translations": ["tools.translation_check"],
    "coverage of the engine": ["tools.core_coverage"],
    "imports and files": ["pytest", "-q", "tests/test_imports.py", "tests/test_repository.py"],
}

# Two cores halve its time; more than four processes would want more memory than they save time. A process
# that has done its share takes over from the others, so that none works alone at the end.
_WHOLE_SUITE = ["--numprocesses=auto", "--maxprocesses=4", "--dist=worksteal"]
_PARITY = ["tests/core", "-k", "pytorch"]

_WORDS = {"-h", "--help", "--version"}

COMMAND = "BACKPROP_LAB_COMMAND"
"""Tells the program by which words it was started, one a line: what it advises is typed so, too."""

_LOCKS = (
    (["pyproject.toml"], environment.RUN_LOCK),
    (["--group", "dev"], environment.DEVELOPMENT_LOCK),
    (["--group", "build"], environment.BUILD_LOCK),
)

_LOCK_OPTIONS = [
    "--universal",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--python-version=3.11",
    # One version of each package for every Python, rather than the newest that each Python can have.
    "--fork-strategy=fewest",
    "--custom-compile-command=python3 dev.py lock",
    "--quiet",
]


def main(arguments: list[str]) -> int:
    """Run one command. Returns the exit status where the command did not become another program."""
    if not arguments:
        print(HELP, end="", file=sys.stderr)
        return 2
    name, *rest = arguments
    if name in ("-h", "--help", "help"):
        print(HELP, end="")
        return 0
    if name not in COMMANDS:
        print(f"dev.py has no command {name!r}; it has {', '.join(COMMANDS)}.", file=sys.stderr)
        return 2
    return COMMANDS[name](rest)


def _run(arguments: list[str]) -> int:
    program = [os.path.join(environment.ROOT, "main.py"), *arguments]
    is_headless = _is_headless(arguments)
    if not is_headless and _WORDS.intersection(arguments):
        # These are answered by any Python.
        return _become(program, sys.executable)
    environment.prepare({} if is_headless else _libraries())
    os.environ[COMMAND] = "\n".join(sys.orig_argv[: len(sys.orig_argv) - len(arguments)])
    return _become(program)


def _test(arguments: list[str]) -> int:
    environment.prepare(system.OFFSCREEN, environment.DEVELOPMENT_LOCK)
    os.chdir(environment.ROOT)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # Each process would compile all tests anew, and each program that a test starts all modules.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    whole = _WHOLE_SUITE
    if "--with-torch" in arguments:
        from tools import pytorch

        pytorch.provide()
        arguments = [argument for argument in arguments if argument != "--with-torch"]
        whole = _PARITY
    return _become(["-m", "pytest", *(arguments or whole)])


def _check(arguments: list[str]) -> int:
    import subprocess

    if arguments:
        print("dev.py check takes no arguments.", file=sys.stderr)
        return 2
    environment.prepare(system.OFFSCREEN, environment.DEVELOPMENT_LOCK)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    failed = []
    for name, command in _CHECKS.items():
        print(f"== {name}", flush=True)
        if subprocess.call([environment.python(), "-m", *command], cwd=environment.ROOT) != 0:
            failed.append(name)
    print(f"check: failed: {', '.join(failed)}" if failed else "check: all well")
    return 1 if failed else 0


def _translate(arguments: list[str]) -> int:
    if arguments:
        print("dev.py translate takes no arguments.", file=sys.stderr)
        return 2
    environment.prepare(system.OFFSCREEN)
    return _become_module("tools.translations", [])


def _bench(arguments: list[str]) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    environment.prepare(_libraries())
    return _become_module("benchmarks", arguments)


def _build(arguments: list[str]) -> int:
    if arguments == ["--wheel"]:
        environment.prepare(system.OFFSCREEN, environment.BUILD_LOCK)
        return _become_module("tools.build_wheel", [])
    if arguments:
        print("dev.py build takes no arguments but --wheel.", file=sys.stderr)
        return 2
    # With all that a window needs: PyInstaller takes along what it finds, for machines that lack it.
    environment.prepare(system.WINDOW, environment.BUILD_LOCK)
    return _become_module("tools.build", [])


def _pictures(arguments: list[str]) -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # The trainings in the pictures then take the same time beside other programs, too.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    environment.prepare(system.OFFSCREEN)
    return _become_module("pictures", arguments)


def _soak(arguments: list[str]) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    environment.prepare(_libraries())
    return _become_module("soak", arguments)


def _lock(arguments: list[str]) -> int:
    import shutil
    import subprocess

    uv = shutil.which("uv")
    if uv is None:
        print("dev.py lock needs uv. Install it, for example: python3 -m pip install uv", file=sys.stderr)
        return 1
    # Each is held to what those before it say: they are installed into one environment.
    locked: list[str] = []
    for sources, lock in _LOCKS:
        held = [word for before in locked for word in ("--constraints", before)]
        command = [uv, "pip", "compile", *_LOCK_OPTIONS, *sources, *held, "--output-file", lock, *arguments]
        status = subprocess.call(command, cwd=environment.ROOT)
        if status != 0:
            return status
        locked.append(lock)
    return 0


def _is_headless(arguments: list[str]) -> bool:
    """Whether main.py is asked for one of its commands without a window: each is a module of `cli/`."""
    if not arguments or not arguments[0].isidentifier():
        return False
    return os.path.exists(os.path.join(environment.ROOT, "cli", f"{arguments[0]}.py"))


def _libraries() -> dict[str, str]:
    """What Qt loads on the platform that is asked for."""
    offscreen = os.environ.get("QT_QPA_PLATFORM", "").startswith(("offscreen", "minimal"))
    return system.OFFSCREEN if offscreen else system.WINDOW


def _become_module(module: str, arguments: list[str]) -> int:
    """Run a module of the project from wherever the person stands, so that the files they name are theirs."""
    others = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = environment.ROOT + (os.pathsep + others if others else "")
    return _become(["-m", module, *arguments])


def _become(arguments: list[str], python: str = "") -> int:
    """Replace this process by the environment's Python. Windows has no such thing: there, wait for it."""
    command = [python or environment.python(), *arguments]
    if sys.platform == "win32":
        import subprocess

        return subprocess.call(command)
    os.execv(command[0], command)


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "run": _run,
    "test": _test,
    "check": _check,
    "translate": _translate,
    "bench": _bench,
    "build": _build,
    "pictures": _pictures,
    "soak": _soak,
    "lock": _lock,
}
