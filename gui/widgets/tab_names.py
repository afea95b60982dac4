"""The names of the pages of a tab widget, as they are given anew for another language."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QTabWidget, QWidget

from gui.language.texts import translate


def name_tabs(tabs: QTabWidget, names: Iterable[tuple[QWidget, str, str]]) -> None:
    """Each page with its name and its tooltip."""
    tabs.tabBar().setWhatsThis(
        translate("TabNames", "A click on a tab, or ← and →, shows another page of this panel.")
    )
    for page, name, tip in names:
        place = tabs.indexOf(page)
        tabs.setTabText(place, name)
        tabs.setTabToolTip(place, tip)
        tabs.setTabWhatsThis(place, tip)
