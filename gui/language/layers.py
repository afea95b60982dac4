"""The layers of a network by the names of the language in use."""

from __future__ import annotations

from gui.language.texts import translate

LAYER_CONTEXT = "layers"


def layer_name(english: str) -> str:
    """`Affine 1` in the language of the moment. The engine numbers each kind by itself."""
    title, _, number = english.rpartition(" ")
    return f"{layer_text(title)} {number}" if title else english


def layer_text(english: str) -> str:
    """A text of the table of layers in the language of the moment."""
    return translate(LAYER_CONTEXT, english)
