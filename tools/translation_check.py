"""What is wrong with a translation, and whether all that is made of it is up to date.

What a machine can see is that nothing is missing, left over or unfinished; that placeholders, tags and
mnemonics are those of the source; that particles are written so that `core.particles` can choose them; and
that no English word is left that the glossary translates. A language that has not begun passes.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from cli.parser import COMMANDS
from core.particles import BEHIND, PAIR, PLACEHOLDER
from gui.help import glossary
from tools import translations
from tools.environment import ROOT
from tools.translations import Message

GLOSSARY = Path(ROOT) / "docs" / "glossary.md"

NAMES = {"SGD"}
"""What the glossary translates but a Korean sentence names as the book's code does."""

_PARTS = {
    "placeholders": re.compile(rf"{PLACEHOLDER}|%[sdnr]|%L?[0-9]"),
    "tags": re.compile(r"</?[a-z]\w*(?:\s[^<>]*)?/?>"),
    "mnemonics": re.compile(r"&(?!#?\w+;)(\w)"),
}
_MADE_UP = re.compile(
    r"은\(는\)|는\(은\)|이\(가\)|가\(이\)|을\(를\)|를\(을\)|과\(와\)|와\(과\)|\(으\)로|\(이\)[가-힣]"
)
_TURNED = re.compile(r"\((?:는/은|가/이|를/을|와/과|로/으로|예요/이에요|라는/이라는)\)")
_FIXED = re.compile(rf"(?:{PLACEHOLDER})(은|는|이|가|을|를|과|와|으로|로|이에요|예요|이라는|라는)(?![가-힣])")
_CODE = re.compile(
    rf"`[^`]*`|“[^”가-힣]*”|{PLACEHOLDER}|<[^<>]*>|(?<!\w)--?[\w-]+|[\w./]*[._][\w./]*\w|\w+(?=[(=])",
    re.ASCII,
)


class GlossaryWords:
    """The English words that no Korean sentence has, for the glossary translates them. A word that is also
    typed, such as `sigmoid`, is allowed as it is typed; so is one that stands in the Korean term."""

    def __init__(self, page: Path) -> None:
        self._allowed = NAMES.union(COMMANDS, re.findall(r"`(\w+)`", page.read_text(encoding="utf-8")))
        self._terms: dict[str, tuple[str, str]] = {}
        for word in (word for section in glossary.read(page) for word in section.words):
            # “loss function | 손실 함수 | …, the loss (손실), …” tells of two.
            aside = re.findall(r"(\w+) \(([가-힣]+)\)", word.meaning)
            for term, korean in [*((term, word.korean) for term in word.term.split(", ")), *aside]:
                if term.casefold() not in korean.casefold():
                    self._terms[term.casefold()] = term, korean
        longest_first = sorted(map(re.escape, self._terms), key=len, reverse=True)
        self._pattern = re.compile(
            rf"(?<![\w-])({'|'.join(longest_first)})(?:e?s)?(?![\w-])", re.IGNORECASE | re.ASCII
        )

    def left_in(self, text: str) -> Iterator[tuple[str, str]]:
        """Each such word in a translation, with what it is in Korean. Code, what is quoted as it stands, and
        what only capitals name, such as an argument, is passed over."""
        for found in self._pattern.finditer(_CODE.sub(" ; ", text)):
            term, korean = self._terms[found[1].casefold()]
            if found[0] not in self._allowed and not (found[0].isupper() and not term.isupper()):
                yield found[0], korean


def faults(message: Message, words: GlossaryWords) -> Iterator[str]:
    """A sentence for each thing that is wrong with a translation."""
    if not all(message.forms):
        yield "a plural form is missing" if any(message.forms) else "is not translated"
        return
    if not message.is_finished:
        yield "is marked as unfinished"
    for form in message.forms:
        for name, part in _PARTS.items():
            wanted, found = (Counter(part.findall(text)) for text in (message.source, form))
            if name == "mnemonics":
                wanted, found = (Counter(map(str.upper, letters.elements())) for letters in (wanted, found))
            if wanted != found:
                yield f"its {name} are {_listed(found)} in place of {_listed(wanted)}"
        yield from _particle_faults(form)
        for word, korean in words.left_in(form):
            yield f"“{word}” is {korean} in the glossary"


def _particle_faults(form: str) -> Iterator[str]:
    for wrong in (_MADE_UP, _TURNED):
        for found in wrong.finditer(form):
            yield f"“{found[0]}” is not a pair such as (은/는)"
    for found in _FIXED.finditer(form):
        yield f"“{found[0]}” must have both forms, for it depends on what is filled in"
    if len(re.findall(PAIR, form)) != len(BEHIND.findall(form)):
        yield "a pair such as (은/는) stands behind no placeholder"


def _listed(parts: Counter[str]) -> str:
    return ", ".join(sorted(parts.elements())) or "none"


def out_of_date(catalogue: Path, messages: list[Message]) -> Iterator[str]:
    """What `dev.py translate` would change: texts that came or went, and files that are not what is made of
    the catalogue."""
    with TemporaryDirectory() as folder:
        fresh = Path(folder) / catalogue.name
        shutil.copy(catalogue, fresh)
        translations.update(fresh)
        wanted, found = (Counter(m.key for m in known) for known in (translations.read(fresh), messages))
    for context, source in wanted - found:
        yield f"{context}: “{source}” of the sources is missing"
    for context, source in found - wanted:
        yield f"{context}: “{source}” is not in the sources any more"
    for path, made in (
        (catalogue.with_suffix(".qm"), translations.compiled(catalogue)),
        (translations.table_path(catalogue), translations.table(messages).encode()),
    ):
        if not path.is_file() or path.read_bytes() != made:
            yield f"{path.name} is not what is made of {catalogue.name}"


def check(catalogue: Path, words: GlossaryWords) -> list[str]:
    """All that is wrong with one language."""
    messages = translations.read(catalogue)
    if not translations.has_begun(messages):
        return []
    found = [
        f"{message.context}: “{' '.join(message.source.split())}” {fault}"
        for message in messages
        for fault in faults(message, words)
    ]
    return found + list(out_of_date(catalogue, messages))


def main(catalogues: Iterable[Path] = ()) -> int:
    words = GlossaryWords(GLOSSARY)
    found = [
        f"{catalogue.name}: {fault}"
        for catalogue in catalogues or translations.catalogues()
        for fault in check(catalogue, words)
    ]
    print(*found, sep="\n", end="\n" if found else "")
    if found:
        print(f"{len(found):,} faults. After a change of texts: python3 dev.py translate", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
