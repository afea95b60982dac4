"""The start of the program, tried again without what it remembers where that keeps it from starting.

What goes wrong is said on the console, and the traceback is in the log; no start ends without a word.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QMessageBox

from gui.language.texts import translate
from gui.remembered.settings import Settings
from gui.window.faults import Faults

Started = TypeVar("Started")


def start(make: Callable[[Settings], Started], settings: Settings, faults: Faults) -> Started | None:
    """What `make` makes with these settings, or with fresh ones if a person agrees; None where neither
    can be made. ImportError where a package is missing: no settings would help."""
    try:
        return make(settings)
    except ImportError:
        raise
    except Exception as error:
        _say(error, faults)
        if not settings.is_anything_remembered() or not _fresh_settings_are_wanted():
            return None
    settings.start_afresh()
    try:
        return make(settings)
    except Exception as error:
        _say(error, faults)
        return None


def _say(error: Exception, faults: Faults) -> None:
    faults.write(error)
    # Without a console, on Windows for one, the dialog or the log tells it.
    if sys.stderr is not None:
        kind = type(error).__name__
        sys.stderr.write(
            f"Backprop Lab could not start ({kind}: {error}). The details are in {faults.log}.\n"
        )
        sys.stderr.flush()


def _fresh_settings_are_wanted() -> bool:
    question = QMessageBox()
    question.setIcon(QMessageBox.Icon.Warning)
    question.setWindowTitle("Backprop Lab")
    question.setText(translate("Start", "Backprop Lab could not start with what it remembers."))
    question.setInformativeText(
        translate(
            "Start",
            "With fresh settings it forgets the last window, network and folder. "
            "The old settings are kept in a file beside them.",
        )
    )
    fresh = question.addButton(
        translate("Start", "Start with fresh settings"), QMessageBox.ButtonRole.AcceptRole
    )
    question.addButton(translate("Start", "Quit"), QMessageBox.ButtonRole.RejectRole)
    question.setDefaultButton(fresh)
    question.exec()
    return question.clickedButton() is fresh
