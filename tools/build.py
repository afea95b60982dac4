"""`python -m tools.build`: the folder and the archive that are handed to a friend, in `dist/`, and the proof
that they work. PyInstaller makes the folder by `packaging/backprop-lab.spec`; the licences of all that is
inside are put beside the program; the archive is then unpacked elsewhere and has to pass the program's own
test there (`tools.build_trial`).
"""

from __future__ import annotations

import ast
import platform
import shutil
import subprocess
import sys
import sysconfig
import tarfile
from collections.abc import Iterable, Iterator
from importlib.metadata import distribution
from pathlib import Path

from core import VERSION
from tools.build_trial import passes
from tools.environment import ROOT as ROOT_NAME

ROOT = Path(ROOT_NAME)
NAME = "backprop-lab"
APPLICATION = "Backprop Lab.app"
ARCHIVE_LIMIT, FOLDER_LIMIT = 75e6, 230e6
PACKAGES = ("numpy", "pillow", "pyqtgraph", "colorama", "PySide6-Essentials", "shiboken6", "pyinstaller")
"""Whose licences go along. PyInstaller's part is what starts the program."""


def main() -> int:
    """Build, measure, try. The exit status: 0 only if the unpacked archive passed its own test."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"]
    spec = ROOT / "packaging" / f"{NAME}.spec"
    status = subprocess.call([*command, str(spec)], cwd=ROOT)
    if status != 0:
        return status
    folder = built_folder()
    if sys.platform == "darwin":
        # Licences go beside the application: inside, they would break its signature.
        shutil.rmtree(folder)
        folder.mkdir()
        shutil.move(folder.with_name(APPLICATION), folder)
    contents = ast.literal_eval((ROOT / "build" / NAME / "COLLECT-00.toc").read_text(encoding="utf-8"))
    copy_licences(folder / "licences", sources(contents))
    archive = built_archive()
    pack(folder, archive)
    print(f"{folder.relative_to(ROOT)}: {_size(size(folder), FOLDER_LIMIT)}")
    print(f"{archive.relative_to(ROOT)}: {_size(size(archive), ARCHIVE_LIMIT)}", flush=True)
    return 0 if passes(archive, program_in(Path(NAME))) else 1


def built_folder() -> Path:
    """What is handed on, before it is packed."""
    return ROOT / "dist" / NAME


def program_in(folder: Path) -> Path:
    """What is started in what is handed on; on Windows, the one that can say something in a terminal."""
    if sys.platform == "darwin":
        return folder / APPLICATION / "Contents" / "MacOS" / NAME
    return folder / (f"{NAME}-console.exe" if sys.platform == "win32" else NAME)


def built_archive() -> Path:
    """What is handed on: a zip for Windows, which opens no other, else a tar.xz."""
    system = {"win32": "windows", "darwin": "macos"}.get(sys.platform, sys.platform)
    ending = "zip" if sys.platform == "win32" else "tar.xz"
    return ROOT / "dist" / f"{NAME}-{VERSION}-{system}-{platform.machine().lower()}.{ending}"


def size(path: Path) -> int:
    """Bytes of a file, or of all files in a folder. A link takes no room of its own."""
    files = path.rglob("*") if path.is_dir() else (path,)
    return sum(file.stat().st_size for file in files if file.is_file() and not file.is_symlink())


def pack(folder: Path, archive: Path) -> None:
    """The folder, under its own name, in an archive of the kind that the name's ending says."""
    if archive.suffix == ".zip":
        shutil.make_archive(str(archive.with_suffix("")), "zip", folder.parent, folder.name)
        return
    with tarfile.open(archive, "w:xz", preset=4) as file:
        file.add(folder, folder.name, filter=_of_nobody)


def _of_nobody(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """Leave out the name of who built it."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    return entry


def sources(contents: object) -> Iterator[Path]:
    """Where the libraries were copied from. contents: PyInstaller's own record, nested tuples and lists, in
    which a file is (its place, its source, its kind)."""
    match contents:
        case (str(), str(source), "BINARY"):
            yield Path(source)
        case tuple() | list():
            for part in contents:
                yield from sources(part)


def copy_licences(folder: Path, libraries: Iterable[Path]) -> None:
    """The program's licence and those of Python, of the packages, and of the system's libraries inside."""
    folder.mkdir()
    shutil.copy(ROOT / "LICENSE", folder / "Backprop Lab.txt")
    for credits in ROOT.glob("THIRD_PARTY.md"):
        shutil.copy(credits, folder)
    python = Path(sysconfig.get_path("stdlib"), "LICENSE.txt")
    if not python.exists():
        python = Path(sys.base_prefix, "LICENSE.txt")
    shutil.copy(python, folder / "Python.txt")
    for text in (ROOT / "packaging" / "licences").iterdir():
        shutil.copy(text, folder / f"Qt for Python, {text.name}")
    for package in PACKAGES:
        for name, text in _licence_files(package):
            ending = "" if name.endswith((".txt", ".md")) else ".txt"
            shutil.copy(text, folder / f"{package}, {name}{ending}")
    for owner in sorted(_owners(libraries)):
        shutil.copy(Path("/usr/share/doc", owner, "copyright"), folder / f"{owner}, Debian.txt")


def _licence_files(package: str) -> Iterator[tuple[str, Path]]:
    for file in distribution(package).files or ():
        if ".dist-info" in file.parts[0] and any(
            word in file.name.upper() for word in ("LICENSE", "LICENCE", "COPYING")
        ):
            yield "-".join(file.parts[1:]).removeprefix("licenses-"), Path(str(file.locate()))


def _owners(libraries: Iterable[Path]) -> set[str]:
    """The Debian packages from which libraries were taken; none where the system is another."""
    if shutil.which("dpkg-query") is None:
        return set()
    owners = set()
    for path in libraries:
        if path.is_relative_to(sys.prefix):
            continue
        # Debian's records say /lib where the file itself lies in /usr/lib.
        real = path.resolve()
        for name in (str(real), str(real).removeprefix("/usr")):
            found = subprocess.run(
                ["dpkg-query", "--search", name], capture_output=True, text=True, check=False
            )
            if found.returncode == 0:
                owners.add(found.stdout.partition(":")[0])
                break
    return owners


def _size(measured: float, limit: float) -> str:
    verdict = "within" if measured <= limit else "MORE THAN"
    return f"{measured / 1e6:.1f} MB, {verdict} the {limit / 1e6:.0f} MB aimed at"


if __name__ == "__main__":
    sys.exit(main())
