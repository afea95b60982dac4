"""What is to be typed to start the program again, for each way in which it may have been started."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from core import started
from gui.window import no_window
from tools import commands, environment

END = "This application failed to start because no Qt platform plugin could be initialized."


def typed(monkeypatch: pytest.MonkeyPatch, line: str, arguments: str = "--demo apple") -> None:
    """Let this process have been started by `line` before its arguments; the program is its last word."""
    words, rest = line.split(), arguments.split()
    monkeypatch.setattr(sys, "orig_argv", [*words, *rest])
    monkeypatch.setattr(sys, "argv", [words[-1], *rest])
    monkeypatch.delenv(started.HANDED_ON, raising=False)


def installed(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Path:
    """Let the modules lie where no `dev.py` is, and PATH have the command that pip makes; its path."""
    script = folder / ("backprop-lab.exe" if sys.platform == "win32" else "backprop-lab")
    script.touch(mode=0o755)
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(started, "SOURCES", folder / "site-packages")
    return script


@pytest.mark.parametrize(
    "line", ["python main.py", ".venv/bin/python main.py", "python3.12 -W error ../lab/main.py"]
)
@pytest.mark.parametrize("arguments", ["", "--demo apple"])
def test_a_python_of_the_person_s_own(monkeypatch: pytest.MonkeyPatch, line: str, arguments: str) -> None:
    typed(monkeypatch, line, arguments)
    assert started.command() == line


def test_the_sources_by_dev_py(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "python3").touch(mode=0o755)
    (tmp_path / "python3.exe").touch(mode=0o755)
    typed(monkeypatch, ".venv/bin/python main.py")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv(started.HANDED_ON, "python3\ndev.py\nrun")
    assert started.command() == "python3 dev.py run"
    monkeypatch.setenv(started.HANDED_ON, "bin/python3\n../lab/dev.py\nrun")
    assert started.command() == "python3 ../lab/dev.py run"
    monkeypatch.setenv(started.HANDED_ON, "bin/python3.14\ndev.py\nrun")  # which PATH does not have
    assert started.command() == "bin/python3.14 dev.py run"


def test_dev_py_hands_on_what_was_typed_before_the_arguments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "prepare", lambda *_: None)
    monkeypatch.setattr(commands, "_become", lambda *_: 0)
    monkeypatch.setattr(sys, "orig_argv", ["python3", "dev.py", "run", "a b.blab"])
    monkeypatch.setenv(commands.COMMAND, "")
    assert commands.main(["run", "a b.blab"]) == 0
    assert started.command() == "python3 dev.py run"


def test_the_executable(monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, "./backprop-lab")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert started.command() == "./backprop-lab"
    assert not started.is_from_sources()


def test_the_command_of_an_installed_package(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    script = installed(monkeypatch, tmp_path)
    typed(monkeypatch, f"python {script}")
    assert started.command() == "backprop-lab"
    typed(monkeypatch, "python venv/bin/backprop-lab")  # another than that of PATH
    assert started.command() == "venv/bin/backprop-lab"
    assert not started.is_from_sources()


@pytest.mark.skipif(sys.platform == "win32", reason="quoted otherwise there")
def test_a_path_is_quoted_as_it_has_to_be_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "orig_argv", ["python", "my lab/main.py", "--demo"])
    monkeypatch.setattr(sys, "argv", ["my lab/main.py", "--demo"])
    assert started.command() == "python 'my lab/main.py'"


def test_the_sentence_without_a_screen_names_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    script = installed(monkeypatch, tmp_path)
    typed(monkeypatch, f"python {script}")
    assert no_window.without_screen([END], tmp_path).endswith(" “backprop-lab train” needs no window.")


def test_only_who_has_the_sources_is_sent_to_them(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert f"Run “{started.setting_up()}”" in no_window.without_package("numpy")
    assert str(started.SOURCES) in started.setting_up()
    installed(monkeypatch, tmp_path)
    assert no_window.without_package("numpy").endswith("Install Backprop Lab again: numpy comes with it.")
    assert "dev.py" not in no_window.without_library("libc.so.6: version `GLIBC_2.99' not found")


def test_on_windows_words_with_spaces_are_quoted_as_its_shell_reads_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "argv", ["C:\\my lab\\backprop-lab.exe"])
    assert started.command() == '"C:\\my lab\\backprop-lab.exe"'
