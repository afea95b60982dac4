"""The program's texts in the language of the moment, as templates that choose their Korean particles.

`translate` is for texts outside of a class, `Speaking` for what calls `self.tr`. Both give what Qt gives, but
as a `Template`: `.format(…)` is written as everywhere, and “{name}(은/는)” of a translation comes out right.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core.particles import Template

if TYPE_CHECKING:
    from PySide6.QtCore import QObject as _Object
else:
    _Object = object

_MNEMONIC = re.compile(r"\(&\w\)|&(?!&)")


def translate(context: str, text: str) -> str:
    """A text of `context` in the language of the moment."""
    return Template(QCoreApplication.translate(context, text))


def without_mnemonic(text: str) -> str:
    """“File” of “&File”, and “파일” of “파일(&F)”, where the letter is not one of the word."""
    return _MNEMONIC.sub("", text)


class Speaking(_Object):
    """Stands before the Qt class among the bases of what calls `self.tr`."""

    def tr(self, text: str) -> str:  # type: ignore[override]  # no text has a remark or a plural form
        """A text of this class in the language of the moment."""
        return Template(super().tr(text))
