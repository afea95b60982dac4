"""What goes into the executable besides the program's modules, and what of Qt, Pillow and Python stays out.

PyInstaller takes along every plugin of Qt and of Pillow, and every library that a plugin links. Here stands
which plugins the program has a use for; a library stays when something that stays needs it. Nothing is copied
here: the spec asks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePath

PACKAGES = ("core", "adapters", "cli", "gui", "resources")
"""The folders whose files the program may open where it runs."""

_SOURCES = {".py", ".pyc", ".ts"}

# Imported by name on the way to something else, or by a Qt binding that asks what there is.
EXCLUDED_MODULES = [
    "PySide6.QtDBus",
    "PySide6.QtNetwork",
    # pyqtgraph goes without it where it is not there.
    "PySide6.QtTest",
    "pyqtgraph.examples",
    "pyqtgraph.opengl",
    # OpenSSL: the program has no network, and `hashlib` has its own SHA-256.
    "_hashlib",
    "_ssl",
    "ssl",
    # The prompt of an interactive Python.
    "readline",
    "curses",
    "tkinter",
]

# Imported by names that are put together when it runs: pyqtgraph does so for every plot.
HIDDEN_MODULES = ["PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets"]

# Folder of Qt's plugins -> what stays of it. Names are those of all systems, without `lib` and the ending.
PLUGINS = {
    "platforms": {"qxcb", "qwayland", "qwindows", "qcocoa", "qoffscreen"},
    "wayland-shell-integration": {"xdg-shell", "qt-shell"},
    "wayland-decoration-client": {"adwaita", "bradient"},
    # ibus is how Korean is typed on Linux.
    "platforminputcontexts": {"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"},
    "platformthemes": {"qxdgdesktopportal"},
    "styles": {"qmacstyle", "qmodernwindowsstyle"},
    "iconengines": {"qsvgicon"},
    # For the arrows in the style sheet. Pictures that a person brings are read by Pillow.
    "imageformats": {"qsvg"},
}

# Of Pillow's own libraries, what text, colour profiles, Tk, expressions and AVIF need.
UNUSED_OF_PILLOW = {"_avif", "_imagingcms", "_imagingft", "_imagingmath", "_imagingmorph", "_imagingtk"}


def data_files(root: Path) -> Iterator[tuple[Path, str]]:
    """Every file that the program opens, with its folder in the executable: the one it has in the sources,
    but for the glossaries, which the help shows."""
    for package in PACKAGES:
        for path in sorted((root / package).rglob("*")):
            if path.is_file() and path.suffix not in _SOURCES and "__pycache__" not in path.parts:
                yield path, path.parent.relative_to(root).as_posix()
    for glossary in sorted((root / "docs").glob("glossary*.md")):
        yield glossary, "resources"


def is_wanted(place: str, languages: Iterable[str]) -> bool:
    """Whether a file that PyInstaller found stays. place: where it would lie in the executable."""
    parts = PurePath(place.replace("\\", "/")).parts
    if "plugins" in parts and parts[0] == "PySide6":
        folder, name = parts[-2:]
        return name.removeprefix("lib").split(".")[0] in PLUGINS.get(folder, ())
    if parts[0] == "PySide6" and parts[-1].endswith(".qm"):
        return parts[-1] in {f"qtbase_{language}.qm" for language in languages}
    if parts[0] == "PIL":
        return parts[-1].split(".")[0] not in UNUSED_OF_PILLOW
    # The maps of pyqtgraph's colours, of which the program uses none.
    return not (parts[0] == "pyqtgraph" and "colors" in parts[:-1])


def is_of_python(place: str) -> bool:
    """Whether a library is the interpreter itself, or comes with it. place: as in `is_wanted`."""
    path = PurePath(place)
    return path.name.startswith("libpython3") or "lib-dynload" in path.parts


def superfluous(
    places: Iterable[str], languages: Iterable[str], needs: Callable[[str], Iterable[str]]
) -> set[str]:
    """What stays out: what has no use, and the libraries that nothing but this needs.

    places: all that PyInstaller found. languages: the program's, by their codes. needs: place -> the places
    of the libraries that it links, at once or through others.
    """
    everything, codes = set(places), tuple(languages)
    useless = {place for place in everything if not is_wanted(place, codes)}
    doubtful = useless | {library for place in useless for library in needs(place)}
    needed = {library for place in everything - doubtful for library in needs(place)}
    return doubtful - needed
