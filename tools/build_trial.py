"""The archive tried as a friend would meet it: unpacked elsewhere, by a person with an empty home, without a
Python on PATH, in a folder that cannot be written. Root may write anywhere, so root tries it as `nobody`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any


def passes(archive: Path, name: str) -> bool:
    """Whether the program `name` in the archive passes its own test. What it says is shown."""
    with tempfile.TemporaryDirectory(prefix="backprop-lab-") as scratch:
        place = Path(scratch)
        place.chmod(0o755)
        shutil.unpack_archive(archive, place / "unpacked")
        for folder, mode in (("home", 0o700), ("temporary", 0o700), ("locked", 0o555)):
            (place / folder).mkdir()
            (place / folder).chmod(mode)
        person = _ordinary_person()
        if person:
            for folder in ("home", "temporary"):
                shutil.chown(place / folder, person["user"], person["group"])
        print(f"trying {archive.name}, unpacked elsewhere:", flush=True)
        program = place / "unpacked" / name / (f"{name}.exe" if sys.platform == "win32" else name)
        command = [str(program), "--selftest"]
        done = subprocess.run(
            command,
            cwd=place / "locked",
            env=_environment(place),
            stdin=subprocess.DEVNULL,
            check=False,
            **person,
        )
    if done.returncode != 0:
        print(f"{archive.name} does not work: exit status {done.returncode}", file=sys.stderr)
    return done.returncode == 0


def _environment(place: Path) -> dict[str, str]:
    """Nothing of this terminal's but what a system cannot do without."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "LANG") if name in os.environ}
    homes = dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"), str(place / "home"))
    temporary = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(place / "temporary"))
    return kept | homes | temporary | {"PATH": str(place / "locked")}


def _ordinary_person() -> dict[str, Any]:
    """Who the program runs as: nobody in particular, where root builds; else who builds."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return {}
    import pwd

    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
