"""The machine in general terms, for whoever reads the figures."""

from __future__ import annotations

import os
import platform
from importlib.metadata import PackageNotFoundError, version

import numpy as np

from benchmarks.nets import THREADS


def describe() -> str:
    """One line: system, cores, threads used, and the versions that matter."""
    blas = np.show_config(mode="dicts")["Build Dependencies"]["blas"]
    parts = [
        f"{platform.system()} on {platform.machine()}, {os.cpu_count()} cores, products on {THREADS} threads",
        f"Python {platform.python_version()}",
        f"NumPy {np.__version__} with {blas['name']} {blas['version']}",
        *(f"{title} {found}" for title, name in _OTHERS.items() if (found := _version(name))),
    ]
    load = f"; load {os.getloadavg()[0]:.1f} when it began" if hasattr(os, "getloadavg") else ""
    return ", ".join(parts) + load


_OTHERS = {"PyTorch": "torch", "PySide6": "PySide6-Essentials", "pyqtgraph": "pyqtgraph"}


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None
