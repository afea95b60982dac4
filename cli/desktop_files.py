"""What a Linux desktop is told of the program, and where: the files below `resources/desktop`, which lie
there as they are to lie in the person's data folder. Only the command in the desktop entry is filled in here;
the files are written and removed by `install` and `uninstall`.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from cli import output
from core import installation
from core.errors import LabError, translatable
from core.language import localized
from core.resources import resource_folder

ENTRY = Path("applications", "backprop-lab.desktop")
ICONS = Path("icons", "hicolor")

_ELSEWHERE = {
    "win32": translatable(
        "errors",
        "On Windows nothing is installed: keep the folder where you like and pin backprop-lab.exe to the "
        "Start menu. To open models by a double click, choose “Open with” on a .blab file, then "
        "backprop-lab.exe.",
    ),
    "darwin": translatable(
        "errors",
        "On macOS nothing is installed this way: move Backprop Lab.app to the Applications folder. "
        "The app itself says that it opens .blab files.",
    ),
}


def require_linux() -> None:
    """LabError where the desktop is another's: how it is done there."""
    if sys.platform in _ELSEWHERE:
        raise LabError(_ELSEWHERE[sys.platform])


def data_folder(environment: Mapping[str, str]) -> Path:
    """The person's data folder as the XDG Base Directory Specification has it: XDG_DATA_HOME, which counts
    only if it is absolute, else .local/share at home. LabError where there is no home."""
    given = environment.get("XDG_DATA_HOME", "")
    if os.path.isabs(given):
        return Path(given)
    home = environment.get("HOME", "")
    if not home:
        template = translatable("errors", "There is no home folder: set HOME to yours, then try again.")
        raise LabError(template)
    if not os.path.isabs(home) or not os.path.isdir(home):
        template = translatable(
            "errors", "HOME is “{home}”, which is not a folder: set it to your home folder."
        )
        raise LabError(template, home=home)
    return Path(home, ".local", "share")


def running_program() -> tuple[str, ...]:
    """The command that starts this program: the executable, the command of an installed package, or a Python
    and its `main.py`."""
    if getattr(sys, "frozen", False):
        return (sys.executable,)
    if command := installation.command():
        return (str(command),)
    return (sys.executable, str(resource_folder().parent / "main.py"))


def names() -> tuple[Path, ...]:
    """What is installed, each by its path below the data folder."""
    source = resource_folder() / "desktop"
    return tuple(sorted(path.relative_to(source) for path in source.rglob("*") if path.is_file()))


def contents(program: tuple[str, ...]) -> Iterator[tuple[Path, bytes]]:
    """Each name with what is to stand in that file. LabError where an entry cannot name the program."""
    for name in names():
        content = (resource_folder() / "desktop" / name).read_bytes()
        yield name, _filled_in(content.decode(), program).encode() if name == ENTRY else content


def _filled_in(entry: str, program: tuple[str, ...]) -> str:
    for part in program:
        if re.search("[=\x00-\x1f\x7f\ud800-\udfff]", part):
            template = translatable(
                "errors",
                "A desktop cannot start {path}: “=”, line breaks and letters outside Unicode may not be in a "
                "path there. Move the program to another folder.",
            )
            raise LabError(template, path=ascii(part))
    # GLib looks for the program before it reads %% as %, so there something else must be the program.
    command = " ".join(map(quoted, ("env", *program) if "%" in program[0] else program))
    return entry.replace("@program@", _escaped(program[0])).replace("@command@", command)


def quoted(argument: str) -> str:
    """One argument as the Exec key of the Desktop Entry Specification 1.5 wants it: in quotes, in which a
    backslash goes before " ` $ and itself; each % twice; and then escaped as every text of an entry."""
    return _escaped('"' + re.sub(r'(["`$\\])', r"\\\1", argument).replace("%", "%%") + '"')


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\")


def tell_desktop(folder: Path) -> None:
    """Let the desktop read the files anew, with those of its programs that are there.

    Where one is missing or fails, most desktops notice by themselves, and what it says is passed on.
    """
    icons = folder / ICONS
    if icons.is_dir():
        os.utime(icons)  # the sign that a desktop looks for
    commands = [
        ("update-desktop-database", "-q", folder / "applications"),
        ("update-mime-database", folder / "mime"),
    ]
    # Where there is no cache, none is made: it would hide icons that other programs add without renewing it.
    if (icons / "icon-theme.cache").exists():
        commands.append(("gtk-update-icon-cache", "-q", "-f", "-t", icons))
    for command in commands:
        if Path(command[-1]).is_dir():
            _call(command)


def _call(command: tuple[str | Path, ...]) -> None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=60)
    except FileNotFoundError:
        return
    except (OSError, subprocess.TimeoutExpired) as error:
        output.tell(f"{command[0]}: {error}")
        return
    if done.returncode != 0:
        status = localized(translatable("cli", "exit status {status}"), status=done.returncode)
        output.tell(f"{command[0]}: {done.stderr.strip() or status}")
