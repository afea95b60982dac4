"""The short form of the long openings: damaged files and random expressions; and what is wrong is noticed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from soak.openings import OPENINGS

ROOT = Path(__file__).parents[2]


def python(*arguments: str) -> subprocess.CompletedProcess[str]:
    """A process of its own: a crash ends it, and Python's ear for what is done cannot be taken out again."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("kind", OPENINGS)
def test_a_few_openings_find_nothing(kind: str) -> None:
    done = python("-m", "soak", "--open", kind, "--trials", "150", "--seed", "7")
    assert "findings: 0" in done.stdout, done.stdout + done.stderr
    assert (done.returncode, done.stderr) == (0, "")
    opened, refused = (int(done.stdout.split(f" {end}")[0].split()[-1]) for end in ("opened", "refused"))
    assert opened + refused == 150
    assert min(opened, refused) >= 10


WRONG = """
import os, pickle, sys
from core.errors import LabError
from soak import openings, trials

class Trap:
    def __reduce__(self):
        return print, ()

def broken(folder):
    def once(chance):
        deed = deeds.pop()
        deed(folder)
    return once

deeds = [
    lambda folder: 1 / 0,
    lambda folder: (folder.parent / "outside").write_text(""),
    lambda folder: (folder / "inside").write_text(""),
    lambda folder: os.remove(folder / "inside"),
    lambda folder: pickle.loads(pickle.dumps(Trap())),
    lambda folder: os.system("true"),
    lambda folder: bytearray(700_000_000),
    lambda folder: (_ for _ in ()).throw(LabError(" ")),
][::-1]
openings.OPENINGS["models"] = broken
sys.exit(trials.run("models", 1, len(deeds)))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the most that was held is not told elsewhere")
def test_what_does_not_belong_to_an_opening_is_found() -> None:
    done = python("-c", WRONG)
    found = [line for line in done.stdout.splitlines() if "trial" in line and "seed" in line]
    assert [line.split("trial ")[1].split(":")[0] for line in found] == ["1", "2", "5", "6", "7", "8"], done
    for word in ("ZeroDivisionError", "outside", "pickle.find_class", "os.system", "memory grew by"):
        assert word in done.stdout
    assert done.returncode == 6
