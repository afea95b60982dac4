"""A word of the engine as a person reads it: its title and a sentence about it.

Both are kept in English and translated when they are asked for, in the language of the moment.
"""

from __future__ import annotations

from dataclasses import dataclass

from gui.language.texts import translate

CONTEXT = "Terms"


@dataclass(frozen=True, slots=True)
class Term:
    """One word: its title and its explanation, both English and marked for translation."""

    english: object  # what QT_TRANSLATE_NOOP gives, which is said to be an object
    explanation: object
    context: str = CONTEXT

    @property
    def title(self) -> str:
        return translate(self.context, str(self.english))

    @property
    def tip(self) -> str:
        return translate(self.context, str(self.explanation))
