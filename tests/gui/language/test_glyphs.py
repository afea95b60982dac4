"""Every text of both languages is set in the program's typeface, without a box in place of a letter."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from PySide6.QtGui import QTextLayout

from gui.help import glossary
from gui.look.fonts import font
from gui.paths import glossary_file
from tools import translations

OF_THE_SYSTEM = dict.fromkeys(map(ord, "ᵀ∇∧▾⌊⌋"))
"""What Pretendard lacks, in either language, and another font of the system has to give."""


def all_texts() -> Iterable[str]:
    for catalogue in translations.catalogues():
        for message in translations.read(catalogue):
            yield from (message.source, *message.forms)
    for section in glossary.read(glossary_file()):
        for word in section.words:
            yield from (word.term, word.korean, word.meaning)


def boxed(text: str, bold: bool) -> set[str]:
    """What of a text is drawn as a box, or in another typeface."""
    layout = QTextLayout(" ".join(text.translate(OF_THE_SYSTEM).split()), font(bold=bold))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    if all(run.rawFont().familyName() == "Pretendard" and 0 not in run.glyphIndexes() for run in runs):
        return set()
    return {letter for letter in text if len(text) == 1 or boxed(letter, bold)}


@pytest.mark.parametrize("bold", [False, True])
def test_the_typeface_has_every_letter(bold: bool) -> None:
    texts = set(all_texts())
    assert len(texts) > 400
    assert {text: boxes for text in texts if (boxes := boxed(text, bold))} == {}


def test_a_letter_that_is_missing_would_be_found() -> None:
    assert boxed("손실 ᠠ는", False) == {"ᠠ"}
