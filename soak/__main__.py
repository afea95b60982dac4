"""`python -m soak`: a monkey uses the window, and what must not happen is told: see `soak.watch`.

One sitting is one process. It leaves a log, from which it can be played again, whole or in parts. There is no
window with `--open`, where damaged files or expressions are opened (`soak.trials`), and `--kills` has the
program killed while it saves (`soak.kills`). With `--minutes` or `--runs` the window trains untouched, and
what is told is how memory grows (`soak.growth`).
"""

from __future__ import annotations

import argparse
import faulthandler
import os
import sys
import tempfile
import warnings
from pathlib import Path

from soak.shorten import brings, faults, shorten


def main(arguments: list[str]) -> int:
    """Sit down once and tell what was found. The exit status is 1 where something was."""
    options = _parser().parse_args(arguments)
    if options.shorten is not None:
        return _shorten(options.shorten)
    if options.kills is not None:
        return _kill(options.kills, options.seed)
    if options.open is not None:
        from soak.trials import run

        return 1 if run(options.open, options.seed, options.trials) else 0
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        # Before anything asks for a folder: the monkey opens, saves and replaces files.
        for name, folder in {
            "HOME": "",
            "USERPROFILE": "",
            "XDG_CONFIG_HOME": "config",
            "XDG_DATA_HOME": "data",
            "XDG_STATE_HOME": "state",
            "APPDATA": "config",
            "LOCALAPPDATA": "data",
        }.items():
            os.environ[name] = str(Path(home) / folder)
        return _grow(options, Path(home)) if options.minutes or options.runs else _sit(options, Path(home))


def _sit(options: argparse.Namespace, home: Path) -> int:
    from gui import plain_imports

    plain_imports.restore()  # as the program does it, whose first workspaces would open later without it
    from gui.app import application
    from soak.sitting import Sitting, logged

    faulthandler.enable()
    warnings.simplefilter("default")
    app = application()
    app.setQuitOnLastWindowClosed(False)
    actions = logged(options.replay, options.only) if options.replay is not None else None
    with options.log.open("w", encoding="utf-8") as log:
        sitting = Sitting(app, home / "files", log)
        if actions is None:
            sitting.run(options.seed, options.actions)
        else:
            sitting.replay(actions)
    for number, finding in sitting.findings:
        print(f"after action {number}: {finding.kind}\n{finding.text}\n")
    print("memory:", ", ".join(f"{held:.0f} MB after {number}" for number, held in sitting.memory))
    print(f"longest gap: {sitting.watch.longest:.2f} s of the window's thread")
    print(f"findings: {len(sitting.findings)}; log: {options.log}")
    return 1 if sitting.findings else 0


def _grow(options: argparse.Namespace, home: Path) -> int:
    from gui import plain_imports

    plain_imports.restore()
    from gui.app import application
    from soak.growth import LIMIT, Held, growth, train

    notes: list[Held] = []

    def note(held: Held) -> None:
        notes.append(held)
        if held.seconds >= 60.0 * len(told):
            told.append(held)
            print(
                f"{held.seconds:.0f} s: {held.runs} runs, {held.iterations} iterations, "
                f"{held.resident_mb:.1f} MB, {held.beyond_mb:.1f} MB beyond the losses",
                flush=True,
            )

    told: list[Held] = []
    train(application(), home, options.minutes or 0.0, options.runs or 0, note)
    grown, last = growth(notes), notes[-1]
    print(f"{last.runs} runs, {last.iterations} iterations, {last.resident_mb:.1f} MB")
    print(f"beyond the losses memory grew by {100 * grown:.1f} %")
    return 1 if grown > LIMIT else 0


def _kill(times: int, seed: int) -> int:
    from soak.kills import kill_often

    with tempfile.TemporaryDirectory() as home:
        killed = kill_often(
            times, seed, Path(home), lambda number, text: print(f"{number}: {text}", flush=True)
        )
    print(f"{killed.kills} kills, of which {killed.with_part} left a file half written")
    print(f"findings: {len(killed.findings)}")
    return 1 if killed.findings else 0


def _shorten(log: Path) -> int:
    """The actions that matter to a log's first fault, as `--only` takes them."""
    found = faults(log)
    if not found:
        print(f"{log} tells of no fault.", file=sys.stderr)
        return 2
    number, fault = found[0]
    numbers = range(1, number + 1)
    if not brings(log, numbers, fault):
        print(f"“{fault}” did not come again: its moment mattered.", file=sys.stderr)
        return 1
    kept = shorten(numbers, lambda part: brings(log, part, fault))
    print(f"{fault}\n--replay {log} --only {','.join(map(str, kept))}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="dev.py soak", description="A monkey uses the window by mouse and keys, and faults are told."
    )
    parser.add_argument("--seed", type=int, default=1, help="the same seed draws the same actions")
    parser.add_argument("--actions", type=int, default=10_000, help="how many (10,000)")
    parser.add_argument(
        "--kills", type=int, metavar="N", help="no monkey: kill the program N times while it saves (200)"
    )
    parser.add_argument(
        "--open",
        choices=("models", "data", "expressions"),
        help="no monkey: open damaged model files, damaged IDX, CSV and .npz files, or random expressions",
    )
    parser.add_argument(
        "--minutes",
        type=float,
        metavar="M",
        help="no monkey: train for so long, and see how memory grows (30)",
    )
    parser.add_argument(
        "--runs", type=int, metavar="N", help="no monkey: so many short runs, and how memory grows (200)"
    )
    parser.add_argument("--trials", type=int, default=20_000, help="how many of --open (20,000)")
    parser.add_argument("--log", type=Path, default=Path("soak.jsonl"), help="where each is noted")
    parser.add_argument("--replay", type=Path, metavar="LOG", help="play the actions of a log instead")
    parser.add_argument("--shorten", type=Path, metavar="LOG", help="find the few actions of its first fault")
    parser.add_argument(
        "--only", type=_ranges, metavar="1-40,57", help="of the log only these: to find the few that matter"
    )
    return parser


def _ranges(text: str) -> list[range]:
    found = []
    for part in text.split(","):
        first, _, last = part.partition("-")
        try:
            found.append(range(int(first), int(last or first) + 1))
        except ValueError:
            raise argparse.ArgumentTypeError(f"“{part}” is not a number, nor two with - between") from None
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
