"""What stands on a page in Markdown: its snippets, and what a link can lead to. Not a test itself."""

from __future__ import annotations

import re

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


def anchors(text: str) -> set[str]:
    """As hosting services make them of headings."""
    headings = re.findall(r"^#+ (.+)$", prose(text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
