"""The command line in another language: what is said in it, and that columns stay columns where letters are
twice as wide."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from unicodedata import normalize

import pytest

from cli.parser import COMMANDS, run
from cli.progress import Progress
from cli.signs import cut, left, right, width, wrapped
from core.resources import resource_folder
from main import main
from tests.cli.command import ROOT, lines, train

Speak = Callable[[Mapping[str, Mapping[str, str]]], None]


def test_what_is_wrong_with_a_table_is_told_in_one_line(
    tmp_path: Path, korean: Speak, capsys: pytest.CaptureFixture[str]
) -> None:
    korean({})
    (tmp_path / "translations" / "ko.json").write_bytes(b"broken")
    with pytest.raises(SystemExit):
        main(["--help"])
    said = capsys.readouterr()
    assert len(said.err.splitlines()) == 1
    assert said.out.startswith("usage: ")


def test_errors_and_argparse_speak_it_too(
    korean: Speak, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    korean(
        {
            "cli": {
                "usage: ": "사용법: ",
                "{name}: error: {message}": "{name}: 오류: {message}",
                "argument %(argument_name)s: %(message)s": "인수 %(argument_name)s: %(message)s",
                "expected one argument": "값 하나가 필요해요",
                "takes a whole number, such as {example}, and not “{text}”.": "옵션: {example} 같은 정수.",
            },
            "errors": {"Train for at least 1 epoch.": "1에폭 이상 학습하세요."},
        }
    )
    monkeypatch.setenv("COLUMNS", "80")
    with pytest.raises(SystemExit):
        run(["train", "--epochs"], lambda opening: pytest.fail(f"the window opens: {opening}"))
    said = capsys.readouterr().err.splitlines()
    assert said[0].startswith("사용법: backprop-lab train [-h]")
    assert re.match(r" {27}\[", said[1])  # below the first option: the letters before it take 27 columns
    assert said[-1] == "backprop-lab train: 오류: 인수 --epochs: 값 하나가 필요해요"
    assert train("--epochs", "x") == 2
    assert capsys.readouterr().err.endswith("오류: --epochs 옵션: 5 같은 정수.\n")
    assert train("--epochs", "0") == 2
    assert capsys.readouterr().err == "backprop-lab train: 1에폭 이상 학습하세요.\n"


def test_json_stays_as_it_is(korean: Speak, capsys: pytest.CaptureFixture[str]) -> None:
    call = ["trace", "x / y", "--set", "x=1", "--set", "y=0", "--json"]
    assert main(call) == 1
    (english,) = lines(capsys.readouterr().out)
    korean({"graph": {str(text): "한글" for text in (*english["notes"], english["steps"][0]["trouble"])}})
    assert main(call) == 1
    assert lines(capsys.readouterr().out) == [english]


def test_hangul_is_two_columns_wide() -> None:
    assert width("기울기 W1") == 9
    assert width("한글.png") == width(normalize("NFD", "한글.png")) == 8
    assert width("x̂") == 1
    assert left("값", 4) == "값  "
    assert right("값", 4) == "  값"
    assert cut("반복 12", 4) == "반복"
    assert cut("반복 12", 3) == "반"
    text = "신경망이 어떻게 학습하는지 보세요. See how it learns."
    folded = wrapped(text, 20, hanging="  ")
    assert folded == ["신경망이 어떻게", "  학습하는지 보세요.", "  See how it learns."]
    assert max(map(width, folded)) == 20


def test_columns_stay_columns(korean: Speak, capsys: pytest.CaptureFixture[str]) -> None:
    headings = {"step": "단계", "node": "노드", "operation": "연산", "input": "입력", "gradient": "기울기"}
    korean({"cli": {**headings, "epoch": "에폭", "train loss": "훈련 손실"}})
    assert main(["trace", "값 = 사과 * b", "--set", "사과=2", "--set", "b=3"]) == 0
    shown = capsys.readouterr().out.splitlines()
    head = next(row for row in shown if "연산" in row)
    row = shown[shown.index(head) + 1]
    assert width(head[: head.index("연산")]) == width(row[: row.index("multiply")])
    gradients = [row for row in shown if row.startswith(("  입력", "  사과", "  b "))][-3:]
    assert len({width(re.split(r"(?<=\S) {2,}", row, maxsplit=1)[0].lstrip()) for row in gradients}) > 1
    assert len({width(row[: re.match(r"  \S+ +", row).end()]) for row in gradients}) == 1
    assert train("--dataset", "xor", "--layers", "affine:2", "--iterations", "1") == 0
    head, row = capsys.readouterr().out.splitlines()[:2]
    assert width(head[: head.index("훈련 손실")]) + width("훈련 손실") == 36
    assert len(row) == 72


def test_the_progress_leaves_the_last_column_empty(korean: Speak, monkeypatch: pytest.MonkeyPatch) -> None:
    korean({"cli": {"  {seconds:.0f} s left": "  {seconds:.0f}초 남았어요"}})
    terminal = io.StringIO()
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr(terminal, "fileno", lambda: 2)
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.delenv("TERM", raising=False)
    for columns in (24, 44, 60, 90):
        monkeypatch.setattr(os, "get_terminal_size", lambda _, n=columns: os.terminal_size((n, 24)))
        terminal.seek(0)
        terminal.truncate()
        Progress(2_000).show(0.0, 500, 0.25, 12.4)
        assert width(terminal.getvalue().removeprefix("\r\x1b[K")) <= columns - 1


def test_a_locale_that_is_not_installed_is_followed(tmp_path: Path) -> None:
    path = tmp_path / "translations" / "ko.json"
    path.parent.mkdir()
    path.write_text(json.dumps({"cli": {"options": "옵션", "commands:": "명령:"}}), encoding="utf-8")
    code = (
        "import sys; from pathlib import Path; from core import language; from main import main\n"
        "language.resource_folder = lambda: Path(sys.argv.pop())\n"
        "main(['--help'])"
    )
    # No system has this one.
    surroundings = {**os.environ, "LC_ALL": "ko_XX.UTF-8", "LANGUAGE": ""}
    surroundings.pop("PYTHONIOENCODING", None)
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        cwd=ROOT,
        env=surroundings,
        capture_output=True,
        check=True,
    )
    assert "\n명령:\n  train" in done.stdout.decode()
    assert done.stderr == b""


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_has_no_english_that_the_table_has(
    command: str, korean: Speak, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The real table: sentences alone, for a word of it may be an option's."""
    path = resource_folder() / "translations" / "ko.json"
    table = json.loads(path.read_bytes()) if path.exists() else {}
    korean(table)
    monkeypatch.setenv("COLUMNS", "10000")
    with pytest.raises(SystemExit):
        main([command, "--help"] if command else ["--help"])
    said = capsys.readouterr().out
    texts = {**table.get("cli", {}), **table.get("data sets", {})}
    pieces = {piece.strip() for text in texts for piece in re.split(r"\{[^}]*\}", text)}
    assert [piece for piece in pieces if piece.count(" ") > 1 and piece in said] == []
    assert (texts == {}) is said.startswith("usage: ")
