"""What stands on a page in Markdown: its snippets, and what a link can lead to. Not a test itself."""

from __future__ import annotations

import re
from pathlib import Path

FENCE = re.compile(r"^```(\w+)\n(.*?)^```", re.DOTALL | re.MULTILINE)


def snippets(text: str) -> list[tuple[str, str]]:
    """Each with its language, in the order of the page."""
    return FENCE.findall(text)


def prose(text: str) -> str:
    """All that is not a snippet."""
    return FENCE.sub("", text)


def links(text: str) -> list[tuple[str, str]]:
    """File and anchor of each link that stays in the project; either may be empty."""
    targets = [target for target in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in target]
    return [(name, anchor) for name, _, anchor in (target.partition("#") for target in targets)]


def anchors(text: str) -> list[str]:
    """As hosting services make them of headings, in the order of the page."""
    headings = re.findall(r"^#+ (.+)$", prose(text), re.MULTILINE)
    return [re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings]


def sections(text: str) -> list[str]:
    """What stands above the first heading of the second level, then what stands below each, with it."""
    return re.split(r"^(?=## )", text, flags=re.MULTILINE)


def outline(text: str) -> list[str]:
    """A word for each block of the page, in order: the level of a heading, the lines of a table, the items of
    a list, a snippet, a picture, a paragraph."""
    blocks = re.split(r"\n{2,}", FENCE.sub("```", text).strip())
    return [_kind(block.strip()) for block in blocks]


def _kind(block: str) -> str:
    if heading := re.match(r"#+(?= )", block):
        return heading[0]
    if block.startswith("|"):
        return f"table of {len(block.splitlines())}"
    if items := re.findall(r"^(?:-|\d+\.) ", block, re.MULTILINE):
        return f"list of {len(items)}"
    return "snippet" if block == "```" else "picture" if block.startswith("![") else "paragraph"


def tables(page: Path) -> dict[str, list[list[str]]]:
    """The rows of a page's tables by their heading, each with its cells, without the tables' own heads."""
    found: dict[str, list[list[str]]] = {}
    heading = ""
    for line in page.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            heading = line.removeprefix("## ")
        elif line.startswith("| "):
            cells = [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
            found.setdefault(heading, []).append(cells)
    return {heading: rows[2:] for heading, rows in found.items()}
