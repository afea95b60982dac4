"""What `dev.py` does about system packages, on a machine that is replaced: nothing is installed here."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

import pytest

from tools import system


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[list[str]]]:
    """Replace the machine: what it lacks, who asks, and which packagers it has. Returns what is installed."""

    def replace(*, lacks: set[str], root: bool, has: set[str], installs: bool = True) -> list[list[str]]:
        installed: list[list[str]] = []

        def install(packages: list[str]) -> None:
            installed.append(packages)
            if installs:
                lacks.clear()

        monkeypatch.setattr(sys, "platform", "linux")
        monkeypatch.setattr(os, "geteuid", lambda: 0 if root else 1000, raising=False)
        monkeypatch.setattr(system, "_is_present", lambda part: part not in lacks)
        monkeypatch.setattr(system, "_has", lambda program: program in has)
        monkeypatch.setattr(system, "_install", install)
        return installed

    return replace


def test_a_complete_machine_is_left_alone(machine: Callable[..., list[list[str]]]) -> None:
    installed = machine(lacks=set(), root=True, has={"apt-get"})
    system.require(system.WINDOW | system.VENV)
    assert installed == []


def test_root_on_debian_gets_what_is_missing(machine: Callable[..., list[list[str]]]) -> None:
    installed = machine(lacks={"libGL.so.1", "libEGL.so.1", "ensurepip"}, root=True, has={"apt-get"})
    system.require(system.OFFSCREEN | system.VENV)
    assert installed == [["libegl1", "libgl1", f"python3.{sys.version_info.minor}-venv"]]


@pytest.mark.parametrize(
    ("root", "has", "advice"),
    [
        (
            False,
            {"apt-get"},
            "sudo apt-get update && sudo apt-get install -y --no-install-recommends libegl1 libgl1",
        ),
        (True, {"apt-get"}, " apt-get update && apt-get install -y --no-install-recommends libegl1 libgl1"),
        (False, {"dnf"}, "sudo dnf install 'libEGL.so.1()(64bit)' 'libGL.so.1()(64bit)'"),
        (False, {"zypper"}, "sudo zypper install 'libEGL.so.1()(64bit)' 'libGL.so.1()(64bit)'"),
        (False, set(), "lacks: libEGL.so.1, libGL.so.1. Install"),
    ],
)
def test_otherwise_the_one_command_is_given(
    machine: Callable[..., list[list[str]]], root: bool, has: set[str], advice: str
) -> None:
    machine(lacks={"libGL.so.1", "libEGL.so.1"}, root=root, has=has, installs=False)
    with pytest.raises(SystemExit) as end:
        system.require(system.OFFSCREEN)
    assert isinstance(end.value.code, str)
    assert advice in end.value.code


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux leaves these to the system")
def test_looking_tells_what_is_there() -> None:
    assert system._is_present("libc.so.6")
    assert not system._is_present("libabsent.so.1")
    assert system._is_present("json")
    assert not system._is_present("absent_module")
