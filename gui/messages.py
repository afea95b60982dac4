"""The engine's mistakes as sentences in the language of the window.

The engine writes a sentence once, in English, with its values apart; here the sentence is translated and the
values are put in. What is no mistake of a person's but one of the program's is in `gui.faults`.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.errors import LabError


def sentence(error: LabError) -> str:
    """What is wrong and what to do, in the language in use; in English where the translation does not fit."""
    template = QCoreApplication.translate("errors", error.template)
    try:
        return template.format(**error.fields) if error.fields else template
    except (KeyError, IndexError, ValueError):
        # A translator's slip in a field's name must not hide the message.
        return str(error)
