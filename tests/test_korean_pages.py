"""A page in Korean says what the English page beside it says: block by block, with the same snippets,
figures, names and links. Only the English one is run, by tests/test_docs.py."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.pages import anchors, links, outline, prose, sections, snippets

ROOT = Path(__file__).resolve().parent.parent
KOREAN = sorted([*ROOT.glob("*.ko.md"), *(ROOT / "docs").glob("*.ko.md")])


def english(page: Path) -> Path:
    return page.with_name(page.name.replace(".ko.", "."))


def without_languages(page: Path) -> str:
    """The page without the line that leads to the other language, which stands below its title."""
    title, _, rest = page.read_text(encoding="utf-8").split("\n\n", 2)
    return f"{title}\n\n{rest}"


def names(text: str) -> list[str]:
    """What stands in code letters."""
    return sorted(re.findall(r"`([^`\n]+)`", prose(text)))


def figures(text: str) -> list[str]:
    """Those of the sentences: names and links are compared by themselves."""
    sentences = re.sub(r"`[^`\n]+`|\]\([^)]*\)", "", prose(text))
    return sorted(re.findall(r"\d+(?:[.,]\d+)*", sentences))


def files(text: str) -> list[str]:
    """What links and pictures show. A page in Korean leads on to pages in Korean where there are some."""
    return sorted(name.replace(".ko.", ".") for name, _ in links(text))


def jumps(text: str) -> list[int]:
    """The headings to which links within the page lead, counted from the first."""
    return [anchors(text).index(anchor) for name, anchor in links(text) if anchor and not name]


SAME_IN_EACH_SECTION: dict[str, Callable[[str], list[str]]] = {
    "names": names,
    "figures": figures,
    "files": files,
}


def differences(source: str, translation: str) -> Iterator[str]:
    """What is another in the translation and must not be."""
    if outline(source) != outline(translation):
        yield "the blocks are others"
        return
    if snippets(source) != snippets(translation):
        yield "the snippets are others"
    if jumps(source) != jumps(translation):
        yield "a link leads to another section"
    for first, second in zip(sections(source), sections(translation), strict=True):
        for what, found_in in SAME_IN_EACH_SECTION.items():
            wanted, found = found_in(first), found_in(second)
            if wanted != found:
                yield f"the {what} of “{second.splitlines()[0]}” are {found} in place of {wanted}"


@pytest.mark.parametrize("page", KOREAN, ids=lambda page: page.name)
def test_a_page_in_korean_says_what_the_english_one_says(page: Path) -> None:
    assert list(differences(without_languages(english(page)), without_languages(page))) == []


@pytest.mark.parametrize("page", KOREAN, ids=lambda page: page.name)
def test_each_of_the_two_leads_to_the_other(page: Path) -> None:
    for shown, line in (
        (english(page), f"English · [한국어]({page.name})"),
        (page, f"[English]({english(page).name}) · 한국어"),
    ):
        assert shown.read_text(encoding="utf-8").split("\n\n")[1] == line


def test_there_is_a_readme_in_korean() -> None:
    assert ROOT / "README.ko.md" in KOREAN


PAGE = """# A

Two of [3](b.md), `c`, see [below](#d).

## D

```sh
run
```

| e | f |
| --- | --- |
| 1 | 2.5 |
"""


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("Two of", "둘 가운데", ""),
        ("[3]", "[4]", "figures"),
        ("2.5", "2", "figures"),
        ("b.md", "g.md", "files"),
        ("b.md", "b.ko.md", ""),
        ("`c`", "`h`", "names"),
        ("run", "go", "snippets"),
        ("#d", "#a", "another section"),
        ("| 1 | 2.5 |\n", "| 1 | 2.5 |\n| | |\n", "blocks"),
        ("## D", "### D", "blocks"),
        ("below", "below.\n\nMore", "blocks"),
    ],
)
def test_what_is_another_would_be_found(old: str, new: str, fault: str) -> None:
    found = "; ".join(differences(PAGE, PAGE.replace(old, new)))
    assert (fault in found) if fault else (found == "")
