"""What the Lab knows of an experiment, and what an experiment is given: one row of its table, and the parts.

An experiment knows no other one and no other workspace: its ways on are calls that the program hands in.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from core.training.config import Experiment
from gui.document.network_on_table import NetworkOnTable
from gui.jobs.jobs import Jobs
from gui.language.texts import translate
from gui.look.icons import Icons
from gui.look.theme import Theme


@dataclass(frozen=True, slots=True)
class Parts:
    """What an experiment may use. `show_in_graph` brings an example of the graph to the front, by its name,
    and `draw_in_graph` an expression, with the numbers of the experiment;
    `train` puts an experiment of training on the table. `remembered` and `remember` keep a state as text,
    under the experiment's word."""

    icons: Icons
    jobs: Jobs
    table: NetworkOnTable
    show_in_graph: Callable[[str], object]
    draw_in_graph: Callable[[str], object]
    train: Callable[[Experiment], object]
    remembered: Callable[[str], str]
    remember: Callable[[str, str], object]


Paint = Callable[[QPainter, QRectF, Theme, float], None]
"""Paints the picture of a tile into a place. The number, from 0 to 1, follows the pointer across the tile;
½ is its rest."""


@dataclass(frozen=True, slots=True)
class LabExperiment:
    """One row. `word` is the name of its folder and stands in files; title, `sentence` (for the tile) and
    `idea` (two sentences, for its page) are English, translatable in the context "Lab"."""

    word: str
    english_title: str
    english_sentence: str
    english_idea: str
    paint: Paint
    make: Callable[[LabExperiment, Parts], QWidget]

    @property
    def title(self) -> str:
        return translate("Lab", self.english_title)

    @property
    def sentence(self) -> str:
        return translate("Lab", self.english_sentence)

    @property
    def idea(self) -> str:
        return translate("Lab", self.english_idea)
