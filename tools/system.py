"""What a new Linux machine lacks: the libraries that Qt loads, and Debian's separately packaged `venv`.

As root on Debian the missing packages are installed. Anywhere else the program ends with the one command that
installs them. On other systems the wheels bring everything and nothing here does anything.
"""

from __future__ import annotations

import os
import sys

# Shared object -> Debian package. Qt opens the first group on any platform, the rest for a window on X11.
OFFSCREEN = {
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
WINDOW = OFFSCREEN | {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# Debian takes ensurepip out of Python and puts it into a package of the version's own name.
VENV = {"ensurepip": f"python3.{sys.version_info.minor}-venv"}


def require(parts: dict[str, str]) -> None:
    """See that every part (a shared object, or a module of Python) is there, or end with what to do.

    parts: part -> Debian package. Looking costs a few milliseconds, so it is done at every start: a stamp
    would be wrong as soon as the folder is used on another machine.
    """
    if sys.platform != "linux":
        return
    missing = {part: package for part, package in parts.items() if not _is_present(part)}
    if missing and os.geteuid() == 0 and _has("apt-get"):
        _install(sorted(missing.values()))
        missing = {part: package for part, package in missing.items() if not _is_present(part)}
    if missing:
        sys.exit(_advice(missing))


def _is_present(part: str) -> bool:
    if ".so." not in part:
        import importlib.util

        importlib.invalidate_caches()
        return importlib.util.find_spec(part) is not None
    import ctypes

    try:
        ctypes.CDLL(part)
    except OSError:
        return False
    return True


def _has(program: str) -> bool:
    import shutil

    return shutil.which(program) is not None


def _install(packages: list[str]) -> None:
    """Install Debian packages as root, quietly; what apt-get said last is shown where it fails.

    Whether they arrived is what the caller looks at: an update that fails for some other source does no harm.
    """
    import subprocess

    print(f"Installing system packages (once): {' '.join(packages)} ...", file=sys.stderr, flush=True)
    for command in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        done = subprocess.run(
            ["apt-get", "-qq", *command],
            env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        if done.returncode != 0:
            print("\n".join(done.stdout.splitlines()[-5:]), file=sys.stderr)


def _advice(missing: dict[str, str]) -> str:
    """The sentence and, with a known packager, the one command. RPM finds a package by what it holds."""
    sudo = "" if os.geteuid() == 0 else "sudo "
    packages = " ".join(sorted(missing.values()))
    capabilities = " ".join(f"'{part}()(64bit)'" for part in missing if ".so." in part)
    if _has("apt-get"):
        command = f"{sudo}apt-get update && {sudo}apt-get install -y --no-install-recommends {packages}"
    elif capabilities and _has("dnf"):
        command = f"{sudo}dnf install {capabilities}"
    elif capabilities and _has("zypper"):
        command = f"{sudo}zypper install {capabilities}"
    else:
        return (
            f"Backprop Lab needs what this machine lacks: {', '.join(missing)}. "
            "Install the packages of your distribution that hold them, then start again."
        )
    needs = "Backprop Lab needs system packages that this machine lacks"
    return f"{needs}. Install them, then start again:\n\n    {command}\n"
