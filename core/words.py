"""Words that a person mistyped, and the one that was probably meant."""

from __future__ import annotations

from collections.abc import Iterable

from core.errors import Remark, translatable


def did_you_mean(word: str, known: Iterable[str]) -> Remark:
    """` Did you mean “relu”?`, or ` Known: …` where nothing comes near. It follows a full stop."""
    # Late: a program in which nothing was mistyped need not wait for it.
    from difflib import get_close_matches

    words = list(known)
    near = get_close_matches(word.lower(), words, n=1, cutoff=0.6)
    if near:
        return Remark(translatable("errors", " Did you mean “{word}”?"), {"word": near[0]})
    return Remark(translatable("errors", " Known: {words}."), {"words": ", ".join(words)})


NONE = Remark(translatable("errors", "none"))
"""What stands in a sentence in the place of a list that is empty."""
