"""How large text is, from 100 to 200 %: with it everything grows, so that nothing has to be laid out anew.

Qt takes one factor for all that it draws, and takes it when it starts: a choice holds from the next start on.
"""

from __future__ import annotations

import os
from collections.abc import MutableMapping

SIZES = ("100", "125", "150", "175", "200")
USUAL = SIZES[0]
VARIABLE = "QT_SCALE_FACTOR"


def enlarge(size: str, environment: MutableMapping[str, str] = os.environ) -> None:
    """Have Qt draw all `size` per cent as large as the system asks for. It is called before there is an
    application; a factor that a person has set outside of the program stays."""
    if size != USUAL:
        environment.setdefault(VARIABLE, str(int(size) / 100))
