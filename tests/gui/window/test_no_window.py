"""What is said where no window opens: the true reason, and what whoever reads it can do."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from gui.window.no_window import debian_package, without_library, without_screen
from tools.system import WINDOW

MISSING = "libEGL.so.1: cannot open shared object file: No such file or directory"
TOO_OLD = "/lib/libc.so.6: version `GLIBC_2.99' not found (required by libQt6Core.so.6)"
LOCALE = (
    'Detected locale "C" with character encoding "ANSI_X3.4-1968", which is not UTF-8.\nQt depends on one.'
)
GUESS = "From 6.5.0, xcb-cursor0 or libxcb-cursor0 is needed to load the Qt xcb platform plugin."
FAILED = 'Could not load the Qt platform plugin "{}" in "" even though it was found.'
END = "This application failed to start because no Qt platform plugin could be initialized."


@pytest.fixture
def executable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)


@pytest.mark.parametrize(("library", "package"), WINDOW.items())
def test_the_package_of_each_library_that_dev_py_knows(library: str, package: str) -> None:
    assert debian_package(library) == package


@pytest.mark.parametrize(
    ("library", "package"),
    [("libX11.so.6", "libx11-6"), ("libxcb.so.1", "libxcb1"), ("libgcc_s.so.1", "libgcc-s1")],
)
def test_the_package_of_others(library: str, package: str) -> None:
    assert debian_package(library) == package


def test_a_missing_library_is_to_be_installed() -> None:
    assert without_library(MISSING) == (
        f"Backprop Lab cannot load a library of this system ({MISSING}). "
        "Install it; on Debian or Ubuntu: sudo apt-get install libegl1"
    )


def test_another_trouble_with_a_library() -> None:
    assert without_library(TOO_OLD).endswith("it looks for the libraries and says what to install.")


@pytest.mark.usefixtures("executable")
def test_another_trouble_with_a_library_of_the_executable() -> None:
    assert without_library(TOO_OLD).endswith(
        "Bring the system up to date, or run the program from its sources."
    )


def test_a_guess_is_no_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["main.py", "--demo"])
    monkeypatch.setattr(sys, "orig_argv", ["python", "main.py", "--demo"])
    said = [LOCALE, "could not connect to display :7", GUESS, FAILED.format("xcb"), END]
    sentence = without_screen(said, tmp_path)
    assert sentence.startswith("Backprop Lab cannot open its window: could not connect to display :7. Start")
    assert "cursor" not in sentence
    assert "locale" not in sentence
    assert sentence.endswith("“python main.py train” needs no window.")


@pytest.mark.usefixtures("executable")
def test_the_executable_goes_by_its_own_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["./backprop-lab"])
    assert without_screen([END], tmp_path).endswith("“./backprop-lab train” needs no window.")


def test_where_qt_has_no_reason_its_platforms_are_named(tmp_path: Path) -> None:
    said = [FAILED.format("wayland"), GUESS, FAILED.format("xcb"), END]
    assert "cannot open its window: Qt cannot use wayland and xcb. " in without_screen(said, tmp_path)
    assert "cannot open its window: Qt cannot use any platform. " in without_screen([END], tmp_path)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the wheels bring every library")
def test_what_keeps_a_platform_from_being_loaded_is_asked_of_the_linker(tmp_path: Path) -> None:
    """Qt keeps it for itself. A plugin that is not a library stands in for one that lacks another."""
    plugin = tmp_path / "platforms" / "libqxcb.so"
    plugin.parent.mkdir()
    plugin.touch()
    sentence = without_screen([GUESS, FAILED.format("xcb"), END], tmp_path)
    assert sentence.startswith(
        f"Backprop Lab cannot load a library of this system ({plugin}: file too short)."
    )
