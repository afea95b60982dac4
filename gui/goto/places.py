"""The entries of what has a place in the program: sections, examples, experiments, presets, data sets, pages,
and the terms of the glossary."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from core.book.sections import SECTIONS, Place
from core.errors import translatable
from core.graph.examples import EXAMPLES
from core.training.presets import PRESETS
from gui.goto.entry import Entry
from gui.help.glossary import Section as Words
from gui.language.language import Language
from gui.language.texts import translate


@dataclass(frozen=True, slots=True)
class Named:
    """A place with its title, as it is translated, and the workspace in which it is."""

    place: Place
    workspace: str
    context: str
    english: str

    @property
    def title(self) -> str:
        return translate(self.context, self.english)


_PAGES = {
    ("train", "network"): translatable("GoTo", "Network"),
    ("train", "settings"): translatable("GoTo", "Settings of the training"),
    ("train", "iteration"): translatable("GoTo", "One iteration"),
    ("train", "runs"): translatable("GoTo", "Runs"),
    ("train", "weights"): translatable("GoTo", "Weights"),
    ("train", "evaluation"): translatable("GoTo", "Evaluation"),
    ("data", "sets"): translatable("GoTo", "Training set and test set"),
    ("data", "image"): translatable("GoTo", "The image as the network takes it"),
    ("data", "predictions"): translatable("GoTo", "Predictions and drawing"),
    ("data", "evaluation"): translatable("GoTo", "Evaluation"),
    ("data", "mistake"): translatable("GoTo", "Follow a mistake"),
    ("data", "glance"): translatable("GoTo", "At a glance"),
}


def of_the_engine() -> Iterator[Named]:
    """The examples of the graph and the presets."""
    for example in EXAMPLES.values():
        yield Named(Place("graph", example.name), "graph", "examples", example.title)
    for preset in PRESETS.values():
        yield Named(Place("preset", preset.name), "train", "presets", preset.title)


def pages() -> Iterator[Named]:
    """The pages and panels of Train and Data."""
    for (workspace, name), title in _PAGES.items():
        yield Named(Place(workspace, name), workspace, "GoTo", title)


def entries(
    named: Iterable[Named],
    language: Language,
    workspaces: Mapping[str, str],
    go: Callable[[Place], object],
) -> Iterator[Entry]:
    """Those of the sections, then of all that is `named`. `workspaces`: their titles, by their keys."""
    named = tuple(named)
    by_place = {(each.place.kind, each.place.name): each for each in named}
    section, cannot = translate("GoTo", "section"), translate("GoTo", "cannot be computed")
    for row in SECTIONS:
        subjects = language.in_all("sections", row.subject)
        names = (*subjects, *(f"{row.number} {subject}" for subject in subjects))
        title = f"{row.number}  {translate('sections', row.subject)}"
        for place in row.places:
            to = by_place[place.kind, place.name]
            where = f"{workspaces[to.workspace]}: {to.title}"
            yield Entry(title, section, where, names, _going(go, place), row)
        if not row.places:
            yield Entry(title, section, cannot, names, _nowhere, row, is_on=False)
    kinds = {
        "graph": translate("GoTo", "example"),
        "lab": translate("GoTo", "experiment"),
        "preset": translate("GoTo", "preset"),
        "data set": translate("GoTo", "data set"),
    }
    for each in named:
        names = (*language.in_all(each.context, each.english), each.place.name)
        kind = kinds.get(each.place.kind, translate("GoTo", "page"))
        yield Entry(each.title, kind, workspaces[each.workspace], names, _going(go, each.place))


def terms(glossary: Iterable[Words], show: Callable[[str], object]) -> Iterator[Entry]:
    """The words of the glossary, each once, in English and in Korean."""
    kind, where = translate("GoTo", "term"), translate("GoTo", "Help: Words")
    known: set[str] = set()
    for section in glossary:
        for word in section.words:
            if word.term.casefold() in known:
                continue
            known.add(word.term.casefold())
            both = dict.fromkeys((word.term, word.korean))
            names = dict.fromkeys((*both, *word.term.split(", ")))
            yield Entry(" · ".join(both), kind, where, tuple(names), _showing(show, word.term))


def _going(go: Callable[[Place], object], place: Place) -> Callable[[], object]:
    return lambda: go(place)


def _showing(show: Callable[[str], object], term: str) -> Callable[[], object]:
    return lambda: show(term)


def _nowhere() -> None:
    """What is done where nothing can be computed."""
