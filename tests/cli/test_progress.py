"""The progress of a training: a bar that fits the terminal, a plain line for a file, and no time left but a
true one."""

from __future__ import annotations

import io
import os
import re
import sys

import pytest

from cli.progress import BAR_WIDTH, FILE_SECONDS, TERMINAL_SECONDS, Progress
from tests.cli.command import XOR, on_a_terminal, train


class Terminal(io.StringIO):
    """Takes what is written as a terminal of so many columns does that reads none of its signs."""

    columns = 80

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return 2

    def lines(self) -> list[str]:
        """What has stood there, one after the other."""
        return [line for line in re.split(r"\r\x1b\[K|\n", self.getvalue()) if line]


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    terminal = Terminal()
    monkeypatch.setattr(os, "get_terminal_size", lambda descriptor: os.terminal_size((terminal.columns, 24)))
    monkeypatch.delenv("TERM", raising=False)
    return terminal


def test_on_a_wide_terminal_it_has_a_bar(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", terminal)
    progress = Progress(2_000)
    progress.show(0.0, 500, 0.25, 12.4)
    quarter = BAR_WIDTH // 4
    bar = "█" * quarter + "░" * (BAR_WIDTH - quarter)
    assert terminal.lines() == [f"{bar} 500 / 2,000  loss 0.2500  12 s left"]


def test_without_an_estimate_it_says_none(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", terminal)
    Progress(2_000).show(0.0, 1, 0.25, None)
    assert terminal.lines()[0].endswith("1 / 2,000  loss 0.2500")


def test_it_follows_the_terminal_and_never_reaches_its_last_column(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", terminal)
    progress = Progress(2_000)
    text = "500 / 2,000  loss 0.2500  12 s left"
    widths = [*range(90, 1, -1), 80]
    for terminal.columns in widths:
        progress.show(0.0, 500, 0.25, 12.4)
    for columns, line in zip(widths, terminal.lines(), strict=True):
        assert len(line) < columns
        assert ("█" in line) is (columns >= len(text) + 8)
        assert line.endswith(text[: columns - 1])


def test_it_is_drawn_anew_now_and_then(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", terminal)
    progress = Progress(10)
    assert progress.is_due(5.0)
    progress.show(5.0, 1, 0.5, None)
    assert not progress.is_due(5.0 + TERMINAL_SECONDS / 2)
    assert progress.is_due(5.0 + TERMINAL_SECONDS)


@pytest.mark.parametrize("stream", [io.StringIO(), Terminal()], ids=["a file", "a terminal that is dumb"])
def test_a_stream_that_draws_nothing_gets_plain_lines(
    stream: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "dumb")
    progress = Progress(2_000)
    progress.show(0.0, 500, 0.25, 12.4)
    progress.clear()
    assert stream.getvalue() == "500 / 2,000  loss 0.2500  12 s left\n"
    assert not progress.is_due(FILE_SECONDS / 2)
    assert progress.is_due(FILE_SECONDS)


def test_a_training_whose_progress_goes_to_a_file_draws_no_bar(capsys: pytest.CaptureFixture[str]) -> None:
    assert train(*XOR, "--epochs", "1") == 0
    err = capsys.readouterr().err
    assert err.startswith("1 / 20  loss ")
    assert "left" not in err  # nothing is known of the time after one iteration
    assert err.isascii()


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals there")
def test_a_training_on_a_narrow_terminal_keeps_to_its_line() -> None:
    status, written = on_a_terminal("train", *XOR, "--iterations", "400", "--json", columns=30, TERM="xterm")
    assert status == 0
    shown = [line for line in re.split(r"\r\x1b\[K|\r\n", written.decode()) if " / 400" in line]
    assert shown
    assert max(map(len, shown)) < 30
