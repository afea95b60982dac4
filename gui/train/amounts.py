"""So many of something, in the language of the moment: 66.7 epochs, but 1 epoch. Plain functions."""

from __future__ import annotations

from gui.language.numbers import count, fixed
from gui.language.texts import translate


def epochs(number: float) -> str:
    """A tenth of an epoch is told, more is not."""
    if number == 1:
        return translate("Amounts", "1 epoch")
    shown = count(round(number)) if number == round(number) else fixed(number, 1)
    return translate("Amounts", "{count} epochs").format(count=shown)


def iterations(number: int) -> str:
    if number == 1:
        return translate("Amounts", "1 iteration")
    return translate("Amounts", "{count} iterations").format(count=count(number))


def examples(number: int) -> str:
    if number == 1:
        return translate("Amounts", "1 example")
    return translate("Amounts", "{count} examples").format(count=count(number))


def short_count(number: int) -> str:
    """62,800; from a million on with a letter, so that it fits: 1.2M, 3.4G."""
    for size, letter in ((10**12, "T"), (10**9, "G"), (10**6, "M")):
        if number >= size:
            scaled = number / size
            return f"{scaled:.1f}{letter}" if scaled < 1000 else f"{scaled:.0e}{letter}".replace("e+0", "e")
    return count(number)
