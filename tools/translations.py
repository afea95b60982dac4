"""The translations: what stands in the sources, what the translators write, and what the program reads.

`backprop-lab_ko.ts` is the file that is edited, with Qt Linguist or as text. `dev.py translate` makes of it
the `.qm` that the window reads, and `ko.json` for the command line, which has no Qt: by context and source
the texts of `core`, `adapters` and `cli`, and those that say why there is no window. All three are committed.
A language begins with its first translation: before it there is a `.ts` alone, and the program does not offer
the language.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

from tools.environment import ROOT

FOLDER = Path(ROOT) / "resources" / "translations"
SOURCES = ("core", "adapters", "cli", "gui")
WITHOUT_QT = ("core", "adapters", "cli", "gui/window/no_window.py")

_LUPDATE = (
    *("-silent", "-extensions", "py", "-tr-function-alias", "translate+=translatable"),
    # Without line numbers and in alphabetical order, so that only what is said changes the file.
    *("-no-obsolete", "-locations", "none", "-sort-messages"),
)


@dataclass(frozen=True, slots=True)
class Message:
    """A text of the sources with its translation: one form, or one for each way in which a number is told."""

    context: str
    source: str
    forms: tuple[str, ...]
    is_plural: bool = False
    is_finished: bool = True

    @property
    def key(self) -> tuple[str, str]:
        return self.context, self.source


def catalogues(folder: Path = FOLDER) -> list[Path]:
    """The `.ts` of each language."""
    return sorted(folder.glob("*.ts"))


def read(catalogue: Path) -> list[Message]:
    """All that a `.ts` holds, in its order."""
    return [
        _message(context.findtext("name", ""), message)
        for context in ElementTree.parse(catalogue).iter("context")
        for message in context.iter("message")
    ]


def _message(context: str, message: ElementTree.Element) -> Message:
    translation = message.find("translation")
    is_plural = message.get("numerus") == "yes"
    if translation is None:
        return Message(context, message.findtext("source", ""), ("",), is_plural, False)
    forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
    is_finished = translation.get("type") is None
    return Message(context, message.findtext("source", ""), tuple(forms), is_plural, is_finished)


def has_begun(messages: list[Message]) -> bool:
    """Whether anything is translated."""
    return any(any(message.forms) for message in messages)


def update(catalogue: Path, sources: tuple[str, ...] = ()) -> None:
    """Bring a `.ts` to what all sources say, or these: new texts come untranslated, and gone ones go."""
    _call("lupdate", *_LUPDATE, *(sources or SOURCES), "-ts", str(catalogue))


def compiled(catalogue: Path) -> bytes:
    """The `.qm` of a `.ts`. What is not finished stays English."""
    with TemporaryDirectory() as folder:
        made = Path(folder) / "compiled.qm"
        _call("lrelease", "-silent", "-nounfinished", str(catalogue), "-qm", str(made))
        return made.read_bytes()


def table(messages: list[Message]) -> str:
    """What the command line reads: the finished translations of what can be said without Qt, as JSON."""
    with TemporaryDirectory() as folder:
        said = Path(folder) / "said.ts"
        update(said, WITHOUT_QT)
        wanted = {message.key for message in read(said)}
    found: dict[str, dict[str, str]] = {}
    for message in messages:
        if message.key in wanted and message.is_finished:
            found.setdefault(message.context, {})[message.source] = message.forms[0]
    return json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def table_path(catalogue: Path) -> Path:
    """`ko.json` beside `backprop-lab_ko.ts`."""
    return catalogue.with_name(catalogue.stem.rpartition("_")[2] + ".json")


def _call(tool: str, *arguments: str) -> None:
    """Run a tool of Qt, as PySide6 brings it, at the top of the project."""
    subprocess.run([Path(sys.executable).parent / f"pyside6-{tool}", *arguments], cwd=ROOT, check=True)


def make(catalogue: Path) -> list[Message]:
    """Bring a language to what the sources say, and make what the program reads; its texts."""
    update(catalogue)
    messages = read(catalogue)
    if has_begun(messages):
        catalogue.with_suffix(".qm").write_bytes(compiled(catalogue))
        table_path(catalogue).write_text(table(messages), encoding="utf-8")
    return messages


def main() -> int:
    for catalogue in catalogues():
        messages = make(catalogue)
        missing = sum(not message.is_finished for message in messages)
        print(
            f"{catalogue.name}: {len(messages):,} texts, {missing:,} of them without a finished translation"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
