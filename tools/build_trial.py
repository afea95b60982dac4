"""What was built, tried as a friend would meet it: laid out elsewhere, by a person with an empty home, no
Python on PATH, in a folder that cannot be written. Root may write anywhere: it tries archives as `nobody`.

The program tests itself, carries out each of its commands, reads a picture of each format and opens its
window. Meanwhile it may write into the folders that the README names, and nowhere else.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from tools import first_paint

Files: TypeAlias = dict[Path, tuple[int, int]]
"""Files, each with its size and the moment of its last change."""

KEPT = {
    "linux": (".config/backprop-lab", ".local/state/backprop-lab"),
    "win32": ("AppData/Local/backprop-lab",),
    "darwin": ("Library/Preferences/backprop-lab", "Library/Logs/backprop-lab"),
}
"""Where in a person's home the program keeps its settings and its log."""

MODEL = "digits.blab"
_LONGEST_S = 120
# Of the platform without a screen: it has no window manager to pass this on to.
_OF_NO_SCREEN = "This plugin does not support"


class TrialError(Exception):
    """What does not work, in words."""


def passes(archive: Path, program: Path) -> bool:
    """Whether a program, by its path in the archive, does all that. What it does is shown."""

    def unpacked(folder: Path) -> Path:
        shutil.unpack_archive(archive, folder)
        return folder / program

    return works(f"{archive.name}, unpacked elsewhere", unpacked, _account())


def works(what: str, lay_out: Callable[[Path], Path], account: Mapping[str, Any]) -> bool:
    """The same for any program. lay_out: makes the folder that it is given, and returns the program in it.
    account: as whom it is tried, for `subprocess`; empty for whoever builds."""
    print(f"trying {what}:", flush=True)
    with tempfile.TemporaryDirectory(prefix="backprop-lab-") as scratch:
        place = Path(scratch).resolve()
        try:
            _try(lay_out(place / "unpacked"), place, _person(place, account))
        except TrialError as failure:
            print(f"{what}, does not work: {failure}", file=sys.stderr)
            return False
    return True


def _try(program: Path, place: Path, person: Mapping[str, Any]) -> None:
    home = place / "home"
    model = home / MODEL
    pictures = list(_pictures(place))
    before = files(place)
    _run([str(program), "--selftest"], person, show=True)
    for arguments in _commands(str(model)):
        _run([str(program), *arguments], person)
        print(f"ok      {arguments[0]}", flush=True)
    for picture in pictures:
        _run([str(program), "predict", str(picture), "--model", str(model)], person)
    print(f"ok      predict from {', '.join(picture.name for picture in pictures)}", flush=True)
    for argument in (str(model), "--demo"):
        _open_and_close([str(program), argument], person)
        print(f"ok      window opened and closed: {Path(argument).name}", flush=True)
    written = sorted(changes(before, files(place)))
    kept = [model, *(home / folder for folder in KEPT[sys.platform])]
    strays = [path for path in written if not any(path.is_relative_to(folder) for folder in kept)]
    if strays:
        raise TrialError(f"it touches {', '.join(str(path.relative_to(place)) for path in strays)}")
    names = ", ".join(str(path.relative_to(home)) for path in written)
    print(f"ok      nothing was written but, at home, {names}", flush=True)


def _commands(model: str) -> Iterator[list[str]]:
    """Each command as a person may give it. model: the path of a file that is written, then read."""
    yield ["trace", "--example", "apple"]
    yield ["train", "--preset", "two-layer", "--epochs", "1", "--save", model]
    yield ["predict", "--dataset", "mnist", "--split", "test", "--index", "0", "--model", model]
    if sys.platform == "linux":
        yield ["install"]
        yield ["uninstall"]


def _pictures(place: Path) -> Iterator[Path]:
    """A one, dark on light, as a file of each format that is read."""
    from PIL import Image

    one = Image.new("RGB", (60, 60), "white")
    one.paste("black", (27, 10, 33, 50))
    (place / "pictures").mkdir()
    for ending in ("png", "jpeg", "bmp", "gif", "webp", "tiff"):
        path = place / "pictures" / f"one.{ending}"
        one.save(path, **({"compression": "tiff_lzw"} if ending == "tiff" else {}))
        yield path


def _run(command: Sequence[str], person: Mapping[str, Any], show: bool = False) -> None:
    """Run it to its end. TrialError where that is not a good one, or where a shown command complains."""
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=None if show else subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        timeout=_LONGEST_S,
        **person,
    )
    if done.returncode != 0 or (show and done.stderr):
        said = f"{done.stdout or ''}{done.stderr}"
        raise TrialError(f"“{command[1]}” has exit status {done.returncode} and says:\n{said}")


def _open_and_close(command: Sequence[str], person: Mapping[str, Any]) -> None:
    """Run it until its window is there, then end it as Ctrl-C would. TrialError where that does not happen,
    or where it says anything."""
    surroundings = person["env"] | first_paint.ENVIRONMENT | {"QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        command,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        errors="replace",
        **{**person, "env": surroundings},
    ) as process:
        assert process.stderr is not None
        has_opened, said = first_paint.wait_for_paint(process.stderr)
        process.terminate()
        said += first_paint.remarks(process.stderr)
    has_closed = process.returncode == 0 or sys.platform == "win32"  # where it is ended without being asked
    said = [line for line in said if not line.startswith(_OF_NO_SCREEN)]
    if said or not (has_opened and has_closed):
        end = f"with exit status {process.returncode}" + (
            "" if has_opened else " before its window was there"
        )
        raise TrialError(f"“{' '.join(command[1:])}” ends {end} and says:\n{''.join(said)}")


def files(folder: Path) -> Files:
    """All that lie in a folder, links as well."""
    found = ((path, path.lstat()) for path in folder.rglob("*") if path.is_symlink() or path.is_file())
    return {path: (status.st_size, status.st_mtime_ns) for path, status in found}


def changes(before: Files, after: Files) -> set[Path]:
    """What is new, changed or gone."""
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def _person(place: Path, account: Mapping[str, Any]) -> dict[str, Any]:
    """Who tries it, for `subprocess`: with an empty home, a folder for what is temporary and one to stand in
    that cannot be written."""
    place.chmod(0o755)
    for folder, mode in (("home", 0o700), ("temporary", 0o700), ("locked", 0o555)):
        (place / folder).mkdir()
        (place / folder).chmod(mode)
        if account and folder != "locked":
            shutil.chown(place / folder, account["user"], account["group"])
    return {"cwd": place / "locked", "env": _environment(place), **account}


def _environment(place: Path) -> dict[str, str]:
    """Nothing of this terminal's but what a system cannot do without."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "LANG") if name in os.environ}
    home = place / "home"
    homes = {
        "HOME": home,
        "USERPROFILE": home,
        "APPDATA": home / "AppData" / "Roaming",
        "LOCALAPPDATA": home / "AppData" / "Local",
    }
    temporary = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), place / "temporary")
    return kept | {name: str(path) for name, path in (homes | temporary | {"PATH": place / "locked"}).items()}


def _account() -> dict[str, Any]:
    """Nobody in particular where root builds, else whoever builds."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return {}
    import pwd

    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
