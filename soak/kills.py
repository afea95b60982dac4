"""Kills the program at random moments while it saves and autosaves, and looks at what is left each time.

Each of these sittings goes on with what the one before it kept, so that nothing may ever get lost on the way.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from core.errors import LabError
from core.training.checkpoint import load_checkpoint
from gui.recovery.kept import Kept
from gui.recovery.sitting import ABOUT
from soak.saving import MODEL

WITHIN_S = 0.25
"""The moment of a kill: at most so long after saving has begun."""

PATIENCE_S = 120.0
GONE_S = 5.0


@dataclass
class Killed:
    """How many were killed, what of that left a `.part`, and what must not have been."""

    kills: int = 0
    with_part: int = 0
    findings: list[str] = field(default_factory=list)


def kill_often(
    times: int, seed: int, home: Path, told: Callable[[int, str], object] = lambda number, text: None
) -> Killed:
    """Kill it so often, in a home of its own, and let the last one close by itself."""
    rng, killed = random.Random(seed), Killed()
    models, recovery = home / "models", home / "data" / "backprop-lab" / "recovery"
    models.mkdir()
    kept: int | None = None
    for number in range(1, times + 2):
        is_last = number > times
        process = _start(models, home, is_last)
        begun = _line(process)
        found = [] if begun else ["it did not start"]
        if begun and bool(begun["offered"]) != (kept is not None):
            found.append(f"{begun} was told, and kept was {kept}")
        elif begun and kept is not None and begun["iteration"] != kept:
            found.append(f"iteration {begun['iteration']} was offered, and {kept} had been kept")
        found += _litter(home, recovery)
        if not _line(process):
            found.append("it never saved")
        if is_last:
            process.wait(PATIENCE_S)
            found += [f"{path.name} is left of recovery" for path in recovery.iterdir()]
        else:
            _kill(process, rng.uniform(0.0, WITHIN_S))
            killed.kills += 1
            killed.with_part += bool(_parts(home))
            kept, damage = _kept(recovery, models / MODEL, begun.get("iteration", 0))
            found += damage
        found += _damage(models / MODEL)
        assert process.stdout is not None
        process.stdout.close()
        for text in found:
            killed.findings.append(f"after kill {number - 1}: {text}")
            told(number, text)
        if not begun:
            break
    return killed


def _start(models: Path, home: Path, closes: bool) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "soak.saving", str(models), *(["close"] if closes else [])]
    places = {"HOME": str(home), "XDG_DATA_HOME": str(home / "data"), "XDG_CONFIG_HOME": str(home / "config")}
    environment = os.environ | places | {"QT_QPA_PLATFORM": "offscreen"}
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


def _line(process: subprocess.Popen[bytes]) -> dict[str, int]:
    assert process.stdout is not None
    line = process.stdout.readline()
    return dict(json.loads(line)) if line else {}


def _kill(process: subprocess.Popen[bytes], after_s: float) -> None:
    try:
        process.wait(after_s)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _parts(home: Path) -> list[Path]:
    return list(home.rglob(".*.part"))


def _litter(home: Path, recovery: Path) -> list[str]:
    """What the next start should have swept: it has told that it is there. What it writes itself by now is
    soon gone."""
    parts, ends = set(_parts(home)), time.monotonic() + GONE_S
    while parts and time.monotonic() < ends:
        time.sleep(GONE_S / 100)
        parts &= set(_parts(home))
    found = [f"{path.relative_to(home)} is left" for path in parts]
    folders = [path.name for path in recovery.iterdir() if path.is_dir()] if recovery.exists() else []
    return found + ([f"there are {len(folders)} sittings"] if len(folders) > 2 else [])


def _kept(recovery: Path, model: Path, begun_at: int) -> tuple[int | None, list[str]]:
    """The iteration of what the one that was killed last has kept, and what is wrong with it. Nothing is kept
    in the moment at which the model, as it is, has been saved."""
    abouts = sorted(recovery.glob(f"*/{ABOUT}"), key=lambda path: path.stat().st_mtime)
    if not abouts:
        saved = load_checkpoint(model).iteration
        return None, [] if saved > begun_at else [f"nothing was kept since {begun_at}, and {saved} was saved"]
    try:
        kept = Kept.from_json(abouts[-1].read_text(encoding="utf-8"), abouts[-1].parent)
    except ValueError as error:
        return None, [f"{abouts[-1]}: {error}"]
    return kept.iteration, ["no network was kept"] if kept.model is None else _damage(kept.model)


def _damage(path: Path) -> list[str]:
    try:
        load_checkpoint(path)
    except LabError as error:
        return [str(error)]
    return []
