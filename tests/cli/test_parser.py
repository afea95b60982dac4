"""Which command a command line means, what the window opens with, and what is said of a word mistyped."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cli.parser import COMMANDS, COMMON_STATUSES, STATUSES, Opening, run
from tests.cli.command import ROOT


def opening(*arguments: str) -> Opening:
    """What the window is opened with."""
    opened: list[Opening] = []

    def open_window(opening: Opening) -> int:
        opened.append(opening)
        return 0

    assert run(list(arguments), open_window) == 0
    assert len(opened) == 1
    return opened[0]


def refusal(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What is said instead of opening the window."""
    with pytest.raises(SystemExit) as end:
        run(list(arguments), lambda opening: pytest.fail(f"the window opens: {opening}"))
    assert end.value.code == 2
    return capsys.readouterr().err


def test_no_argument_opens_the_window() -> None:
    assert opening() == Opening()
    assert opening("--demo") == Opening(demo="apple")
    assert opening("--demo", "apple", "--play") == Opening(demo="apple", play=True)


@pytest.mark.parametrize("word", ["gone.blab", "folder/gone", "./train", "folder/", "/gone"])
def test_a_path_is_for_the_window_even_where_nothing_is(word: str) -> None:
    assert opening(word) == Opening(word)


@pytest.mark.parametrize("name", ["picture.png", "a folder", "trian", "모델"])
def test_what_exists_is_for_the_window(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).mkdir()
    assert opening(name) == Opening(name)


def test_a_command_is_meant_where_a_file_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "train").touch()
    assert "usage: backprop-lab train" in refusal(capsys, "train", "--epohcs", "3")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["trian"], "unknown command “trian”. Did you mean “train”?"),
        (["trian", "--epochs", "3"], "unknown command “trian”. Did you mean “train”?"),
        (["xyz"], "unknown command “xyz”. Known: train, predict, info, runs, trace, install, uninstall."),
        ([""], "unknown command “”. Known: "),
        (["--dmeo"], "unrecognized arguments: --dmeo. Did you mean “--demo”?"),
        (["--dmeo=apple"], "unrecognized arguments: --dmeo=apple. Did you mean “--demo”?"),
        (
            ["--xyz"],
            "unrecognized arguments: --xyz. Known: -h, --help, --version, --demo, --play, --selftest.",
        ),
        (["a.blab", "b.blab"], "unrecognized arguments: b.blab.\n"),
        (["train", "--epohcs", "3"], "unrecognized arguments: --epohcs 3. Did you mean “--epochs”?"),
        (["train", "--learning_rate", "1"], "Did you mean “--learning-rate”?"),
        (["--demo", "aple"], "there is no example “aple”. Did you mean “apple”?"),
        (["--play"], "--play plays the demo"),
    ],
)
def test_a_word_mistyped_gets_the_near_one(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said in refusal(capsys, *arguments)


@pytest.mark.parametrize("word", ["", *COMMANDS])
def test_help_lists_every_exit_status(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        run([word, "--help"] if word else ["--help"], lambda opening: pytest.fail(f"it opens: {opening}"))
    assert end.value.code == 0
    _, _, listed = capsys.readouterr().out.partition("\nexit status:\n")
    own = COMMANDS[word][0]().STATUSES if word else STATUSES
    expected = {**COMMON_STATUSES, **own}
    assert dict(re.findall(r"^  (\d+) +(.+)$", listed, re.MULTILINE)).keys() == {str(s) for s in expected}
    assert all(meaning in " ".join(listed.split()) for meaning in expected.values())


@pytest.mark.parametrize("columns", ["40", "58", "80"])
@pytest.mark.parametrize("word", ["", *COMMANDS])
def test_help_breaks_no_name_at_its_hyphens(
    word: str, columns: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    with pytest.raises(SystemExit):
        run([word, "--help"] if word else ["--help"], lambda opening: pytest.fail(f"it opens: {opening}"))
    broken = [line for line in capsys.readouterr().out.splitlines() if re.search(r"\w-$", line)]
    assert broken == []


def test_the_readme_has_every_exit_status() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    statuses = {*COMMON_STATUSES, *STATUSES}.union(*(load().STATUSES for load, _ in COMMANDS.values()))
    assert {int(row) for row in re.findall(r"^\| (\d+) \|", text, re.MULTILINE)} == statuses
