"""Why the window cannot be opened on this machine, and what to do: sentences for the terminal.

Nothing of Qt is imported here: it may be what cannot be loaded. Who runs the program from its sources has
`dev.py run`, which looks for everything itself; who has the executable, or a package, has only this.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from core import started
from core.errors import translatable
from core.language import localized

# What Qt says whatever the reason: that the locale is not UTF-8, that a platform failed, and of X11 each time
# what it may have lacked.
_NO_REASON = (
    "Detected locale",
    "From 6.5.0, xcb-cursor0",
    "Could not load the Qt platform plugin",
    "This application failed",
)

# Where the name of Debian's package does not follow from the library's.
_PACKAGES = {"libgthread-2.0.so.0": "libglib2.0-0", "libglib-2.0.so.0": "libglib2.0-0", "libz.so.1": "zlib1g"}


def without_package(package: str) -> str:
    """A package of Python is missing."""
    if started.is_executable():
        template = translatable(
            "cli",
            "This copy of Backprop Lab is not complete: it has no {package}. Unpack its archive again.",
        )
        return localized(template, package=package)
    missing = translatable("cli", "Backprop Lab needs {package}, which this Python does not have.")
    if started.is_from_sources():
        advice = translatable("cli", "Run “{command}”: it sets up all that is needed and starts the program.")
    else:
        advice = translatable("cli", "Install Backprop Lab again: {package} comes with it.")
    fields = {"package": package, "command": started.setting_up()}
    return f"{localized(missing, **fields)} {localized(advice, **fields)}"


def without_library(why: str) -> str:
    """A library of the system is missing, or cannot be loaded. why: what the dynamic linker says."""
    template = translatable("cli", "Backprop Lab cannot load a library of this system ({why}).")
    sentence = localized(template, why=why)
    if library := re.match(r"(\S+\.so[.\d]*): cannot open shared object file", why):
        template = translatable("cli", "Install it; on Debian or Ubuntu: sudo apt-get install {package}")
        return f"{sentence} {localized(template, package=debian_package(library[1]))}"
    if started.is_from_sources():
        template = translatable(
            "cli", "Run “{command}”: it looks for the libraries and says what to install."
        )
        return f"{sentence} {localized(template, command=started.setting_up())}"
    advice = translatable("cli", "Bring the system up to date, or run the program from its sources.")
    return f"{sentence} {localized(advice)}"


def without_screen(said: Iterable[str], plugins: Path) -> str:
    """Qt found no platform to open a window on. said: its messages; plugins: the folder of its plugins."""
    messages = [text.strip() for text in said]
    failed = re.findall(r'Could not load the Qt platform plugin "(\w+)', "\n".join(messages))
    if why := _why_not_loaded(failed, plugins / "platforms"):
        return without_library(why)
    reasons = [text for text in messages if not text.startswith(_NO_REASON)]
    told = "; ".join(reasons) or _unused(failed)
    unknown = re.search(r'Could not find the Qt platform plugin "(.*?)"', told)
    if unknown:
        template = translatable("cli", "Unset QT_QPA_PLATFORM: “{name}” is not a platform of Qt here.")
        advice = localized(template, name=unknown[1])
    else:
        advice = localized(
            translatable(
                "cli", "Start it in a desktop session, or set DISPLAY (WAYLAND_DISPLAY) to the screen of one."
            )
        )
    template = translatable(
        "cli", "Backprop Lab cannot open its window: {told}. {advice} “{command}” needs no window."
    )
    return localized(template, told=told, advice=advice, command=f"{started.command()} train")


def _unused(platforms: Sequence[str]) -> str:
    if not platforms:
        return localized(translatable("cli", "Qt cannot use any platform"))
    return localized(translatable("cli", "Qt cannot use {platforms}"), platforms=" and ".join(platforms))


def debian_package(library: str) -> str:
    """Where Debian has a library, by its rule: the name and the version, with “-” between two digits."""
    name, _, version = library.partition(".so.")
    hyphen = "-" if name[-1:].isdigit() else ""
    return _PACKAGES.get(library, f"{name}{hyphen}{version}".lower().replace("_", "-"))


def _why_not_loaded(platforms: Iterable[str], folder: Path) -> str:
    """What the dynamic linker says of the platforms' plugins; empty where it can load them."""
    import ctypes

    for name in platforms:
        for plugin in folder.glob(f"libq{name}.so"):
            try:
                ctypes.CDLL(os.fspath(plugin))
            except OSError as error:
                # In the executable, PyInstaller puts words of its own before the linker's.
                return str(error.__cause__ or error)
    return ""
