"""A page in Korean says what the English page beside it says: block by block, with the same snippets,
figures, names and links. Only the English one is run, by tests/test_docs.py."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.pages import anchors, links, outline, prose, sections, snippets, tables

ROOT = Path(__file__).resolve().parent.parent
RIVALS = "## Words that are not used"
GLOSSARY = ROOT / "docs" / "glossary.ko.md"
CATALOGUE = ROOT / "resources" / "translations" / "backprop-lab_ko.ts"
KOREAN = sorted([*ROOT.glob("*.ko.md"), *(ROOT / "docs").glob("*.ko.md")])


def english(page: Path) -> Path:
    return page.with_name(page.name.replace(".ko.", "."))


def shared(page: Path) -> str:
    """The page without what is another in each language: the line below the title, which leads to the other
    page, and the words that are not used."""
    title, _, rest = page.read_text(encoding="utf-8").split("\n\n", 2)
    rest, _, _ = re.sub("^## 쓰지 않는 말$", RIVALS, rest, flags=re.MULTILINE).partition(RIVALS)
    return f"{title}\n\n{rest}"


def names(text: str) -> list[str]:
    """What stands in code letters."""
    return sorted(re.findall(r"`([^`\n]+)`", prose(text)))


def figures(text: str) -> list[str]:
    """Those of the sentences: names and links are compared by themselves."""
    sentences = re.sub(r"`[^`\n]+`|\]\([^)]*\)", "", prose(text))
    return sorted(re.findall(r"\d+(?:[.,]\d+)*", sentences))


def signs(text: str) -> list[str]:
    """Those of formulas: Greek letters, raised and lowered ones, arrows, operators."""
    return sorted(re.findall("[\u0370-\u03ff\u2070-\u209f\u2190-\u22ff¼½²·×]", text))


def files(text: str) -> list[str]:
    """What links and pictures show. A page in Korean leads on to pages in Korean where there are some."""
    return sorted(name.replace(".ko.", ".") for name, _ in links(text))


def jumps(text: str) -> list[int]:
    """The headings to which links within the page lead, counted from the first."""
    return [anchors(text).index(anchor) for name, anchor in links(text) if anchor and not name]


SAME_IN_EACH_SECTION: dict[str, Callable[[str], list[str]]] = {
    "names": names,
    "figures": figures,
    "signs": signs,
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
    assert list(differences(shared(english(page)), shared(page))) == []


@pytest.mark.parametrize("page", KOREAN, ids=lambda page: page.name)
def test_each_of_the_two_leads_to_the_other(page: Path) -> None:
    for shown, line in (
        (english(page), f"English · [한국어]({page.name})"),
        (page, f"[English]({english(page).name}) · 한국어"),
    ):
        assert shown.read_text(encoding="utf-8").split("\n\n")[1] == line


def test_readme_and_glossary_are_there_in_korean() -> None:
    assert [ROOT / "README.ko.md", GLOSSARY] == KOREAN


def test_both_glossaries_have_the_same_terms_and_places() -> None:
    ours, theirs = (
        [row for rows in tables(page).values() for row in rows] for page in (english(GLOSSARY), GLOSSARY)
    )
    assert len(ours) > 100
    for (term, word, exactly, place), row in zip(ours, theirs, strict=True):
        assert row == [term, word, row[2], place.replace("not in the program yet", "아직 프로그램에 없음")]
        assert row[2] == exactly or re.search("[가-힣]", row[2]), row
        assert signs(row[2]) == signs(exactly), row


def test_no_other_korean_word_is_used_for_what_has_one() -> None:
    head, _, rivals = GLOSSARY.read_text(encoding="utf-8").partition("## 쓰지 않는 말")
    words = [word for row in re.findall(r"^- (.+?): ", rivals, re.MULTILINE) for word in row.split(", ")]
    assert len(words) > 10
    rival = re.compile("|".join(words))
    texts = {page: page.read_text(encoding="utf-8") for page in (*KOREAN, CATALOGUE)} | {GLOSSARY: head}
    found = [f"{path.name}: {match[0]}" for path, text in texts.items() for match in rival.finditer(text)]
    assert found == []


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
