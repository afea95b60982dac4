"""Output that never fails: terminals and files of every encoding, streams that are closed or full."""

from __future__ import annotations

import ast
import io
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TextIO

import pytest

from cli import output
from cli.parser import COMMANDS
from cli.signs import PLAIN, PLAINLY, as_shown
from main import main
from tests.cli.command import ROOT, XOR, start, terminal

ENCODINGS = ("cp949", "cp1252", "cp437", "ascii", "utf-8")
CALLS = (
    ["trace", "--example", "apple"],
    ["trace", "--example", "affine"],
    ["predict", "--preset", "simple-net", "--split", "train", "--index", "0", "--epochs", "20"],
    ["train", *XOR, "--epochs", "1"],
    ["--help"],
    *([word, "--help"] for word in COMMANDS),
)


def make_calls(stream: TextIO) -> None:
    """All of them, with this for their standard output and standard error."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["-c"])  # else the usage begins with what has started the tests
        patch.setenv("COLUMNS", "80")
        patch.setenv("NO_COLOR", "1")
        patch.setattr(sys, "stdout", stream)
        patch.setattr(sys, "stderr", stream)
        for words in CALLS:
            try:
                status = main(words)
            except SystemExit as end:
                status = int(end.code or 0)
            stream.write(f"status {status}\n")
            stream.flush()


@cache
def said(encoding: str) -> bytes:
    """What they write to a file of that encoding."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding)
    make_calls(stream)
    return stream.detach().getvalue()


def words_of(text: str) -> list[str]:
    """The words of all that does not depend on the time: how lines are broken is another matter."""
    calls = re.split(r"^status 0$", text.replace("\r\n", "\n"), flags=re.MULTILINE)
    assert len(calls) == len(CALLS) + 1, text
    quiet = [
        part for call, part in zip(CALLS, calls, strict=False) if call[-1] == "--help" or call[0] == "trace"
    ]
    return " ".join(quiet).split()


def expected_words(encoding: str) -> list[str]:
    """Those of UTF-8, each sign in plain letters where the encoding lacks it."""
    return words_of(said("utf-8").decode().encode(encoding, PLAINLY).decode(encoding))


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_command_writes_to_a_file_of_every_encoding(encoding: str) -> None:
    text = said(encoding).decode(encoding)
    assert words_of(text) == expected_words(encoding)
    assert_nothing_is_lost(text)


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals there")
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_command_writes_to_a_terminal_of_every_encoding(encoding: str) -> None:
    with (
        terminal(80) as (writing, written),
        open(writing, "w", encoding=encoding, closefd=False) as stream,
    ):
        make_calls(stream)
    text = written().decode(encoding)
    assert words_of(text) == expected_words(encoding)
    assert_nothing_is_lost(text)
    assert "\x1b[K" in text  # the progress bar, which a file does not get


def assert_nothing_is_lost(text: str) -> None:
    assert "?" not in text
    assert "\\u" not in text
    assert "\\x" not in text
    assert "Traceback" not in text


@pytest.mark.parametrize(
    ("encoding", "mark", "bar", "share"),
    [
        ("utf-8", "matches ✓", "█░", "∂price/∂tax"),
        ("cp949", "matches ok", "#.", "∂price/∂tax"),
        ("cp437", "matches ok", "█░", "dprice/dtax"),
        ("cp1252", "matches ok", "#.", "dprice/dtax"),
        ("ascii", "matches ok", "#.", "dprice/dtax"),
    ],
)
def test_a_sign_that_the_encoding_has_stays(encoding: str, mark: str, bar: str, share: str) -> None:
    text = said(encoding).decode(encoding)
    assert mark in text
    assert bar in text
    assert share in text


def test_the_program_itself_takes_the_encoding_it_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii:replace")
    out, err = start("trace", "--example", "apple").communicate(timeout=60)
    assert err == ""
    assert "matches ok" in out
    assert "?" not in out


class Ascii(io.TextIOWrapper):
    """A stream that can hold no sign."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), "ascii")

    @property
    def text(self) -> str:
        self.flush()
        assert isinstance(self.buffer, io.BytesIO)
        return self.buffer.getvalue().decode("ascii")


def test_columns_stay_aligned_where_a_sign_becomes_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", out := Ascii())
    numbers = ", ".join(map(str, range(10)))
    assert main(["trace", f"x = [{numbers}]; y = [{numbers}]; z = x * y; w = z + 1"]) == 0
    lines = out.text.splitlines()
    header = next(line for line in lines if "central difference" in line)
    row = lines[lines.index(header) + 1]
    assert "..." in row
    assert row.index("ok") == header.index("differ by") + len("differ by") + 2
    assert row.index("(10,)", row.index("(10,)") + 1) == header.index("central difference")


def test_help_is_no_wider_than_the_terminal_where_a_sign_becomes_longer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdout", out := Ascii())
    monkeypatch.setenv("COLUMNS", "60")
    with pytest.raises(SystemExit):
        main(["train", "--help"])
    assert "lambda*W" in out.text
    assert max(map(len, out.text.splitlines())) <= 60


def test_words_of_a_person_are_written_by_their_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", err := Ascii())
    assert main(["trace", "--example", "사과"]) == 2
    assert r'There is no example "\uc0ac\uacfc".' in err.text


def test_a_name_that_is_no_text_is_written_by_its_number(capsys: pytest.CaptureFixture[str]) -> None:
    """A file's name may be any bytes, which Python hands on as surrogates; no encoding has these."""
    name = "\udcff.blab"
    output.prepare()
    sys.stdout.write(f"{as_shown(name)} {name}")
    assert capsys.readouterr().out == "\\udcff.blab \\udcff.blab"


def test_every_sign_of_our_sentences_has_a_plain_form() -> None:
    """Those that a command may print: the engine's, the commands', and why there is no window."""
    files = {path for package in ("core", "cli") for path in (ROOT / package).rglob("*.py")}
    # Their signs are read, at the ends of words and in what a person types, and not written.
    files -= {ROOT / "core" / "particles.py", *(ROOT / "core" / "book").glob("*.py")}
    missing = {
        f"{sign} in {path.relative_to(ROOT)}"
        for path in (*files, ROOT / "main.py", ROOT / "gui" / "window" / "no_window.py")
        for text in texts(path)
        for sign in text
        if not sign.isascii() and sign not in PLAIN and not "\ud800" <= sign <= "\udfff"
        if not "가" <= sign <= "힣"  # headings that are read in tables of others, and not written
    }
    assert missing == set()


def texts(path: Path) -> Iterator[str]:
    """The strings of a module that are not docstrings."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    documentation = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            yield node.value


def test_plain_forms_are_plain() -> None:
    assert all(plain.isascii() and plain.isprintable() for plain in PLAIN.values())


def test_streams_that_are_closed_take_everything() -> None:
    calls = [["trace", "--example", "apple"], ["train", *XOR, "--epochs", "1"], ["train", "--seed", "-1"]]
    code = (
        "import os, sys\nfrom main import main\n"
        f"for call, status in zip({calls!r}, [0, 0, 2], strict=True):\n"
        "    sys.stdout = sys.stderr = None\n"
        "    if main(call) != status: os._exit(1)\n"
        "os._exit(0)"
    )
    process = start(code=code)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (0, "", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk that is full here")
@pytest.mark.parametrize(
    ("call", "status"),
    [(["train", *XOR, "--epochs", "1"], 0), (["train", "--seed", "-1"], 2), (["train", "--sed", "1"], 2)],
)
def test_work_goes_on_where_progress_cannot_be_told(call: list[str], status: int) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "main.py", *call],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=full,
            encoding="utf-8",
            timeout=60,
        )
    assert done.returncode == status
    assert ("completed after 20 iterations" in done.stdout) is (status == 0)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk that is full here")
def test_help_to_a_full_disk_gets_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTHONUNBUFFERED", raising=False)  # else argparse writes at once, and forgives
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "main.py", "--help"],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            timeout=60,
        )
    assert done.returncode == 1
    assert done.stderr == (
        "backprop-lab: the output cannot be written (No space left on device): send it elsewhere.\n"
    )
