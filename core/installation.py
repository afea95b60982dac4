"""Whether this copy of the program is an installed package, and where that has its files. pip, pipx and uv
keep a record beside the packages; a copy that runs from its sources or as an executable has none.
"""

from __future__ import annotations

import os
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

NAME = "backprop-lab"


def installed() -> Distribution | None:
    """The record of this copy. None where there is none, or where it is the record of another copy."""
    try:
        record = distribution(NAME)
    except PackageNotFoundError:
        return None
    here = Path(__file__).resolve().parent
    return record if Path(str(record.locate_file(here.name))).resolve() == here else None


def files(name: str) -> tuple[Path, ...]:
    """Every file of that name that came with the package. None of them need be there any more."""
    record = installed()
    of_that_name = (file for file in (record.files if record else None) or () if file.name == name)
    # Links are kept: the command of an environment, followed to its end, would start another Python.
    return tuple(Path(os.path.normpath(file.locate())) for file in of_that_name)


def command() -> Path | None:
    """The command that starts this package, in the environment that has it. None without a package."""
    found = (*files(NAME), *files(f"{NAME}.exe"))
    return next((path for path in found if path.is_file()), None)
