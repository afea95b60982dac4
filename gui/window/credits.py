"""Whose work the program stands on, as the About box names it. `THIRD_PARTY.md` says the same at length, and
a test holds the two together.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Credit:
    """`licence` is its SPDX name. `components` are the rows of `THIRD_PARTY.md` that it stands for."""

    name: str
    holder: str
    licence: str
    components: tuple[str, ...]
    address: str = ""


LICENCE_NAMES = {
    "CC-BY-SA-3.0": "CC BY-SA 3.0",
    "OFL-1.1": "SIL Open Font License 1.1",
    "ISC AND MIT": "ISC, MIT",
    "LGPL-3.0-only": "LGPL 3",
    "BSD-3-Clause": "BSD 3-Clause",
    "MIT": "MIT",
    "MIT-CMU": "MIT-CMU",
    "Python-2.0.1": "PSF License 2",
}
"""What people call them."""

CREDITS = (
    Credit(
        "MNIST",
        "© Yann LeCun, Corinna Cortes (NIST)",
        "CC-BY-SA-3.0",
        ("MNIST",),
        "https://creativecommons.org/licenses/by-sa/3.0/",
    ),
    Credit("Pretendard", "© Kil Hyung-jin", "OFL-1.1", ("Pretendard",)),
    Credit("Lucide", "© Lucide Icons, Cole Bemis", "ISC AND MIT", ("Lucide",)),
    Credit("Qt for Python", "© The Qt Company", "LGPL-3.0-only", ("pyside6-essentials", "shiboken6")),
    Credit("NumPy", "© NumPy Developers", "BSD-3-Clause", ("numpy",)),
    Credit(
        "Pillow",
        "© Jeffrey A. Clark, Fredrik Lundh, Secret Labs AB and contributors",
        "MIT-CMU",
        ("pillow",),
    ),
    Credit("pyqtgraph", "© PyQtGraph developers", "MIT", ("pyqtgraph",)),
    Credit("threadpoolctl", "© threadpoolctl contributors", "BSD-3-Clause", ("threadpoolctl",)),
    Credit("colorama", "© Jonathan Hartley", "BSD-3-Clause", ("colorama",)),
    Credit("Python", "© Python Software Foundation", "Python-2.0.1", ("Python",)),
)
