"""Two programs at once share a settings file: each keeps what it set, and neither finds the file damaged."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QByteArray

from gui.remembered.settings import Settings

ROOT = Path(__file__).parents[3]
ROUNDS = 60

# A program that sets its own value and a common one, many times, and opens the file anew in between.
PROGRAM = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QByteArray
from gui.remembered.settings import Settings

path, name, rounds = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
settings = Settings(path)
print("ready", flush=True)
sys.stdin.readline()
for count in range(1, rounds + 1):
    settings.set_layout(name, QByteArray(f"{name} {count}".encode()))
    settings.configuration = json.dumps([f"{name} {count}"] * 500)
    settings.flush()
    again = Settings(path)
    assert again.problem() == "", again.problem()
    assert again.layout(name) == QByteArray(f"{name} {count}".encode()), "another program lost it"
    assert len(set(json.loads(again.configuration))) == 1, "it is of two programs"
"""


def test_two_programs_do_not_spoil_each_others_settings(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    first = Settings(path)
    first.theme = "dark"
    first.flush()
    names = ("one", "other")
    programs = [
        subprocess.Popen(
            [sys.executable, "-W", "error", "-c", PROGRAM, str(path), name, str(ROUNDS)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for name in names
    ]
    # Neither begins before the other can.
    for program in programs:
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
    ends = []
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("go\n")
        program.stdin.flush()
    for program in programs:
        ends.append((*program.communicate(timeout=60), program.returncode))
    assert ends == [("", "", 0)] * 2

    assert sorted(file.name for file in tmp_path.iterdir()) == ["settings.json"]
    after = Settings(path)
    assert after.problem() == ""
    assert after.theme == "dark"
    for name in names:
        assert after.layout(name) == QByteArray(f"{name} {ROUNDS}".encode())
    (said,) = set(json.loads(after.configuration))
    assert said in {f"{name} {ROUNDS}" for name in names}
