"""`install` and `uninstall`: the files, the command in them, and what is said where it cannot be done."""

from __future__ import annotations

import hashlib
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from cli import desktop_files
from core.resources import resource_folder
from main import main
from tools import desktop_icons

Call: TypeAlias = Callable[[str], tuple[int, str, str]]
ROOT = Path(__file__).parents[2]
PROGRAM_ICONS = {f"{size}x{size}/apps/backprop-lab.png" for size in (16, 22, 24, 32, 48, 64, 128, 256)}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home on Linux, with no programs that the desktop could be told by."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setenv("PATH", "")
    return home


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    def call(word: str) -> tuple[int, str, str]:
        status = main([word])
        return status, *capsys.readouterr()

    return call


def digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def entry(folder: Path) -> dict[str, str]:
    """The keys of the desktop entry, each value as it stands in the file."""
    lines = (folder / desktop_files.ENTRY).read_text(encoding="utf-8").splitlines()
    assert lines[0] == "[Desktop Entry]"
    return dict(line.split("=", 1) for line in lines[1:])


def started(value: str, file: str) -> list[str]:
    """The arguments that a desktop starts with a file, read from an Exec value as the specification says:
    escapes of a text first, then quotes, then the codes after %."""
    text = re.sub(r"\\(.)", lambda found: {"s": " ", "\\": "\\"}[found[1]], value)
    codes = {"%": "%", "f": file}
    arguments = []
    for inside, bare in re.findall(r'"((?:[^"\\]|\\["`$\\])*)"(?: |$)|([^ "]+)(?: |$)', text):
        arguments.append(
            re.sub("%(.)", lambda found: codes[found[1]], re.sub(r"\\(.)", r"\1", inside) or bare)
        )
    return arguments


# --- what is written ----------------------------------------------------------------------------------------


def test_every_file_is_written_and_named(home: Path, call: Call) -> None:
    status, out, err = call("install")
    assert (status, err) == (0, "")
    data = home / ".local" / "share"
    *wrote, last = out.splitlines()
    assert {line.removeprefix("wrote ") for line in wrote} == {str(data / name) for name in digests(data)}
    assert last == "Backprop Lab is in the menu of programs now, and opens .blab files."
    icons = {name.removeprefix("icons/hicolor/") for name in digests(data) if name.startswith("icons/")}
    scalable = {"scalable/apps/backprop-lab.svg"}
    of_models = {
        re.sub("apps/backprop-lab", "mimetypes/application-x-backprop-lab", name)
        for name in PROGRAM_ICONS | scalable
    }
    assert icons == PROGRAM_ICONS | scalable | of_models
    assert digests(home).keys() == {f".local/share/{name}" for name in digests(data)}


def test_the_entry_starts_this_program_with_a_file(home: Path, call: Call) -> None:
    call("install")
    keys = entry(home / ".local" / "share")
    command = started(keys["Exec"], "my model.blab")
    assert command == [sys.executable, str(ROOT / "main.py"), "my model.blab"]
    assert keys["TryExec"] == sys.executable
    done = subprocess.run([*command[:-1], "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("Backprop Lab ")


def test_the_entry_is_the_one_that_the_window_says_it_belongs_to(home: Path, call: Call) -> None:
    call("install")
    source = (ROOT / "gui" / "app.py").read_text(encoding="utf-8")
    (name,) = re.findall(r'^NAME = "(.+)"$', source, re.MULTILINE)
    assert "setDesktopFileName(NAME)" in source
    assert "setApplicationName(NAME)" in source
    assert desktop_files.ENTRY.stem == name
    keys = entry(home / ".local" / "share")
    assert keys["StartupWMClass"] == name  # what Qt makes the class of a window on X11
    assert keys["Icon"] == "backprop-lab"


def test_the_kind_of_a_model_is_that_of_the_entry(home: Path, call: Call) -> None:
    call("install")
    data = home / ".local" / "share"
    kinds = "{http://www.freedesktop.org/standards/shared-mime-info}"
    (kind,) = ElementTree.parse(data / "mime/packages/backprop-lab.xml").iter(f"{kinds}mime-type")
    assert entry(data)["MimeType"] == kind.attrib["type"] + ";"
    assert [glob.attrib["pattern"] for glob in kind.iter(f"{kinds}glob")] == ["*.blab"]
    (icon,) = kind.iter(f"{kinds}icon")
    assert (data / "icons/hicolor/16x16/mimetypes" / f"{icon.attrib['name']}.png").is_file()


def test_a_second_time_writes_the_same(home: Path, call: Call) -> None:
    first = call("install")
    before = digests(home)
    (home / ".local/share" / desktop_files.ENTRY).write_text("damaged", encoding="utf-8")
    assert call("install") == first
    assert digests(home) == before


@pytest.mark.parametrize(("given", "used"), [("{}/data", True), ("data", False), ("", False)])
def test_the_data_folder_is_the_one_of_the_specification(
    home: Path, call: Call, monkeypatch: pytest.MonkeyPatch, given: str, used: bool
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", given.format(home))
    assert call("install")[0] == 0
    assert (home / "data" if used else home / ".local/share").joinpath(desktop_files.ENTRY).is_file()
    assert [path.name for path in home.iterdir()] == ["data" if used else ".local"]


# --- the command in the entry -------------------------------------------------------------------------------


def test_an_executable_names_itself(
    home: Path, call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = str(tmp_path / r"""my "own" \o/ $HOME `x` 'y' #;&|*?~<>() 한글""" / "backprop-lab")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", path)
    assert call("install")[0] == 0
    keys = entry(home / ".local" / "share")
    assert started(keys["Exec"], "a.blab") == [path, "a.blab"]
    assert keys["TryExec"].replace("\\\\", "\\") == path


def test_a_percent_sign_is_kept_from_those_who_look_for_the_program_first(
    home: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = "/opt/100 %f/backprop-lab"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", path)
    assert call("install")[0] == 0
    keys = entry(home / ".local" / "share")
    assert started(keys["Exec"], "a.blab") == ["env", path, "a.blab"]
    assert keys["TryExec"] == path


def test_an_argument_is_quoted_as_in_the_specification() -> None:
    # Its own words: a backslash in quotes takes four of them, a dollar sign two before it.
    assert desktop_files.quoted(r"a\b") == r'"a\\\\b"'
    assert desktop_files.quoted("$5") == r'"\\$5"'
    assert desktop_files.quoted("50%") == '"50%%"'


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])))
def test_any_argument_comes_back(argument: str) -> None:
    assert started(desktop_files.quoted(argument), "") == [argument]


@pytest.mark.parametrize("name", ["a=b", "two\nlines", "\udc80"])
def test_a_path_that_no_entry_can_hold_is_refused(
    home: Path, call: Call, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", f"/{name}/backprop-lab")
    status, out, err = call("install")
    assert (status, out) == (1, "")
    assert err.startswith("backprop-lab install: A desktop cannot start ")
    assert err.endswith("Move the program to another folder.\n")
    assert list(home.iterdir()) == []


# --- and what is taken back ---------------------------------------------------------------------------------


def test_uninstall_leaves_what_was_there(home: Path, call: Call) -> None:
    data = home / ".local" / "share"
    others = [
        data / "applications" / "other.desktop",
        data / "icons" / "hicolor" / "16x16" / "apps" / "other.png",
        data / "backprop-lab" / "backprop-lab.log",
        home / ".config" / "backprop-lab" / "settings.json",
        home / "my.blab",
    ]
    for path in others:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("kept", encoding="utf-8")
    before = sorted(home.rglob("*"))
    wrote = call("install")[1].splitlines()[:-1]
    status, out, err = call("uninstall")
    assert (status, err) == (0, "")
    *removed, last = out.splitlines()
    assert [line.replace("removed ", "wrote ") for line in removed] == wrote
    assert last.endswith("Your settings and models are where they were.")
    assert sorted(home.rglob("*")) == before
    assert {path.read_text(encoding="utf-8") for path in others} == {"kept"}


def test_uninstall_from_an_empty_home_leaves_it_empty(home: Path, call: Call) -> None:
    call("install")
    call("uninstall")
    assert [path.relative_to(home).as_posix() for path in home.rglob("*")] == [".local", ".local/share"]


def test_uninstall_says_that_there_is_nothing(home: Path, call: Call) -> None:
    data = home / ".local" / "share"
    assert call("uninstall") == (0, f"Nothing of Backprop Lab is installed in {data}.\n", "")
    assert list(home.iterdir()) == []


# --- telling the desktop ------------------------------------------------------------------------------------


@pytest.fixture
def tools(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The desktop's programs, which only note what they are called with; the file they note it in."""
    folder, notes = tmp_path / "bin", tmp_path / "notes"
    folder.mkdir()
    notes.touch()
    for name in ("update-desktop-database", "update-mime-database", "gtk-update-icon-cache"):
        program = folder / name
        program.write_text(
            f'#!/bin/sh\necho {name} "$@" "[$LD_LIBRARY_PATH]" >> {shlex.quote(str(notes))}\n',
            encoding="utf-8",
        )
        program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.delenv("LD_LIBRARY_PATH", raising=False)
    return notes


needs_a_shell = pytest.mark.skipif(
    os.name == "nt", reason="the desktop's programs are stood in for by /bin/sh"
)


@needs_a_shell
@pytest.mark.parametrize("word", ["install", "uninstall"])
def test_the_desktop_is_told(home: Path, call: Call, tools: Path, word: str) -> None:
    data = home / ".local" / "share"
    call("install")
    told = [f"update-desktop-database -q {data}/applications []", f"update-mime-database {data}/mime []"]
    assert tools.read_text(encoding="utf-8").splitlines() == told
    # A cache that is there is renewed: with an old one a desktop would not see the icons.
    (data / "icons/hicolor/icon-theme.cache").touch()
    tools.write_text("", encoding="utf-8")
    assert call(word)[2] == ""
    told.append(f"gtk-update-icon-cache -q -f -t {data}/icons/hicolor []")
    assert tools.read_text(encoding="utf-8").splitlines() == told


@needs_a_shell
@pytest.mark.parametrize("before", ["/opt/lib", None])
def test_an_executable_keeps_its_libraries_to_itself(
    call: Call, tools: Path, monkeypatch: pytest.MonkeyPatch, before: str | None
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(ROOT), raising=False)
    for name in ("LD_LIBRARY_PATH", "QT_PLUGIN_PATH", "QML2_IMPORT_PATH"):
        monkeypatch.setenv(name, "/app/_internal")
    if before is not None:
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)
    call("install")
    assert not [name for name, value in os.environ.items() if value == "/app/_internal"]
    lines = tools.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 2
    assert all(line.endswith(f"[{before or ''}]") for line in lines)


@needs_a_shell
def test_a_program_that_fails_is_quoted_and_does_no_harm(call: Call, tools: Path) -> None:
    (tools.parent / "bin" / "update-mime-database").write_text(
        "#!/bin/sh\necho no space >&2\nexit 1\n", encoding="utf-8"
    )
    status, out, err = call("install")
    assert (status, err) == (0, "update-mime-database: no space\n")
    assert out.splitlines()[-1].startswith("Backprop Lab is in the menu")


# --- where it cannot be done --------------------------------------------------------------------------------


@pytest.mark.parametrize("word", ["install", "uninstall"])
@pytest.mark.parametrize(
    ("home_is", "sentence"),
    [
        (None, "There is no home folder: set HOME to yours, then try again."),
        ("", "There is no home folder: set HOME to yours, then try again."),
        ("/nonexistent", "HOME is “/nonexistent”, which is not a folder: set it to your home folder."),
    ],
)
def test_without_a_home(
    home: Path, call: Call, monkeypatch: pytest.MonkeyPatch, word: str, home_is: str | None, sentence: str
) -> None:
    if home_is is None:
        monkeypatch.delenv("HOME")
    else:
        monkeypatch.setenv("HOME", home_is)
    assert call(word) == (1, "", f"backprop-lab {word}: {sentence}\n")


def test_where_a_folder_cannot_be_made(home: Path, call: Call) -> None:
    # A file where the folder would be: that holds for root as well, whom no permission keeps out.
    (home / ".local").write_text("", encoding="utf-8")
    status, out, err = call("install")
    assert (status, out) == (1, "")
    assert err.startswith(f"backprop-lab install: {home / '.local'}")
    assert "cannot be written: " in err
    assert err.endswith("or set XDG_DATA_HOME to a folder that is.\n")


def test_where_a_file_cannot_be_removed(home: Path, call: Call) -> None:
    (home / ".local/share" / desktop_files.ENTRY).mkdir(parents=True)
    status, out, err = call("uninstall")
    assert (status, out) == (1, "")
    assert err.startswith(f"backprop-lab uninstall: {home / '.local/share' / desktop_files.ENTRY} cannot be ")


@pytest.mark.parametrize("word", ["install", "uninstall"])
@pytest.mark.parametrize(("platform", "advice"), [("win32", "Open with"), ("darwin", "Applications folder")])
def test_on_another_system_it_says_how_it_is_done_there(
    home: Path, call: Call, monkeypatch: pytest.MonkeyPatch, word: str, platform: str, advice: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    status, out, err = call(word)
    assert (status, out) == (1, "")
    assert advice in err
    assert list(home.iterdir()) == []


# --- the pictures -------------------------------------------------------------------------------------------


def test_the_program_has_one_icon() -> None:
    installed = resource_folder() / "desktop/icons/hicolor/scalable/apps/backprop-lab.svg"
    assert installed.read_bytes() == desktop_icons.PROGRAM.read_bytes()


@pytest.mark.parametrize("icon", desktop_icons.ICONS)
@pytest.mark.parametrize("size", desktop_icons.SIZES)
def test_a_picture_is_what_its_source_gives(icon: str, size: int) -> None:
    """If a source has changed: `python -m tools.desktop_icons`."""
    kept = QImage(str(desktop_icons.THEME / f"{size}x{size}" / f"{icon}.png"))
    drawn = desktop_icons.drawn(icon, size)
    kept = kept.convertToFormat(drawn.format())
    assert kept.size() == drawn.size()
    # Another version of Qt may round an edge differently.
    differences = [abs(a - b) for a, b in zip(bytes(kept.constBits()), bytes(drawn.constBits()), strict=True)]
    assert sum(differences) / len(differences) < 1


def test_the_icon_can_be_read_at_its_smallest() -> None:
    """Sixteen pixels across: an arrow each way in its colour, its shaft sharp, from a white node."""
    image = desktop_icons.drawn("apps/backprop-lab", 16)

    def places(color: str) -> set[tuple[int, int]]:
        return {(x, y) for x in range(16) for y in range(16) if image.pixelColor(x, y).name() == color}

    forward, backward, nodes = (places(color) for color in ("#56b4e9", "#f58a4b", "#ffffff"))
    assert len(forward) >= 12
    # Turned by half a turn, the one is the other.
    assert backward == {(15 - x, 15 - y) for x, y in forward}
    assert {y for _, y in forward} == {4, 5}
    assert min(x for x, y in nodes if y == 4) < min(x for x, _ in forward)
