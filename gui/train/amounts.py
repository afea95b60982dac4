"""So many of something, in the language of the moment: 66.7 epochs, but 1 epoch. Plain functions."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gui.widgets.numbers import count, fixed


def epochs(number: float) -> str:
    """A tenth of an epoch is told, more is not."""
    if number == 1:
        return QCoreApplication.translate("Amounts", "1 epoch")
    shown = count(round(number)) if number == round(number) else fixed(number, 1)
    return QCoreApplication.translate("Amounts", "{count} epochs").format(count=shown)


def iterations(number: int) -> str:
    if number == 1:
        return QCoreApplication.translate("Amounts", "1 iteration")
    return QCoreApplication.translate("Amounts", "{count} iterations").format(count=count(number))


def examples(number: int) -> str:
    if number == 1:
        return QCoreApplication.translate("Amounts", "1 example")
    return QCoreApplication.translate("Amounts", "{count} examples").format(count=count(number))
