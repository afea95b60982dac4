"""Words that a person mistyped, and the one that was probably meant."""

from __future__ import annotations

from collections.abc import Iterable


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """` Did you mean “relu”?`, or ` Known: …` where nothing comes near. It follows a full stop."""
    # Late: a program in which nothing was mistyped need not wait for it.
    from difflib import get_close_matches

    words = list(known)
    near = get_close_matches(word.lower(), words, n=1, cutoff=0.6)
    return f" Did you mean “{near[0]}”?" if near else f" Known: {', '.join(words)}."
