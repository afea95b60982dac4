"""What the pages for people say is true: their snippets run in the order shown and give what is shown, what
they link to is there, and what they name in code letters exists. The glossary has the engine's words."""

from __future__ import annotations

import os
import re
import shlex
import signal
import subprocess
import sys
from collections.abc import Container, Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from cli.parser import COMMANDS as HEADLESS
from core.graph.ops import OPERATIONS
from core.nn.initializers import INITIALIZERS
from core.nn.layer_kinds import LAYERS
from core.nn.optimizers import USED_SETTINGS
from core.nn.schedules import SCHEDULE_SETTINGS
from core.nn.spec import LOSSES, SQUARED_ERROR_FORMS
from core.training.config import SAMPLINGS
from core.training.presets import PRESETS
from main import main
from pictures.__main__ import all_scenes
from tests.pages import anchors, links, prose, snippets, tables
from tests.sources import Sources
from tools import first_paint
from tools.commands import COMMANDS, HELP

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted(path for path in ROOT.glob("*.md")) + sorted((ROOT / "docs").glob("*.md"))
TRIED = [page for page in PAGES if not page.match("*.ko.md")]
"""Those whose snippets are run: tests/test_korean_pages.py finds the same ones in the others."""
RUN = ["python3", "dev.py", "run"]
TOO_LONG = ("test", "check", "translate", "bench", "build", "lock", "pictures", "soak")
"""Commands of dev.py that take minutes, need the network, change files, or would run this test themselves."""
NEED_THE_NETWORK = (
    "pipx install .",
    "uv tool install .",
    "python3 -m venv ~/lab",
    "~/lab/bin/python -m pip install . notebook",
    "~/lab/bin/jupyter notebook docs/notebooks/first-steps.ipynb",
)
"""What they install is tried in tests/test_wheel.py, and the notebook in tests/test_notebook.py."""


@dataclass(frozen=True)
class Reader:
    """Types what a page shows, in a folder that is home as well. Windows are programs of their own, and none
    is opened that was `seen` on another page."""

    printed: pytest.CaptureFixture[str]
    seen: Container[str]

    def try_snippets(self, page: Path) -> int:
        """How many there were. What a page shows as text is what the last command gave."""
        shown, given = snippets(page.read_text(encoding="utf-8")), ""
        for language, snippet in shown:
            if language == "sh":
                for command in snippet.splitlines():
                    given = self.run_command(command)
            elif language == "python":
                exec(compile(snippet, page.name, "exec"), {})
            elif language == "text":
                assert_shown(snippet, given)
            else:
                pytest.fail(f"no rule says how to try {language}: {snippet}")
        return len(shown)

    def run_command(self, command: str) -> str:
        """What it writes; nothing where it is not run here, or opens a window."""
        words = [os.path.expanduser(word) for word in shlex.split(command)]
        if words[:3] == RUN:
            arguments = words[3:]
            if arguments and arguments[0] in HEADLESS:
                status = main(arguments)
                said = self.printed.readouterr()
                assert status == 0, f"{command}: {said.err}"
                return said.out
            if command not in self.seen:
                open_window(arguments)
        elif words[:2] == RUN[:2] and words[2] in TOO_LONG:
            assert words[2] in COMMANDS
            assert re.search(rf"^  {words[2]}\b", HELP, re.MULTILINE)
        elif command not in NEED_THE_NETWORK:
            pytest.fail(f"no rule says how to try: {command}")
        return ""


def assert_shown(text: str, given: str) -> None:
    """That each line that is shown was given, in this order; figures and the width of bars may be others."""
    lines = iter(map(without_figures, given.splitlines()))
    for line in map(without_figures, text.splitlines()):
        assert line == "…" or line in lines, f"“{line}” is not in:\n{given}"


def without_figures(line: str) -> str:
    return " ".join(re.sub(r"\d[\d.,]*|[█░]+", "#", line).split())


def open_window(arguments: list[str]) -> None:
    """Wait until it is painted, then close it as Ctrl-C would."""
    with subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), *arguments],
        env=os.environ | first_paint.ENVIRONMENT,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stderr is not None
        has_opened, said = first_paint.wait_for_paint(process.stderr)
        process.terminate()
        said += first_paint.remarks(process.stderr)
    assert has_opened, said
    assert "Traceback" not in "".join(said)
    # A machine with much else to do may take the 2 s that a window has to end.
    assert process.returncode in (0, -signal.SIGALRM) or sys.platform == "win32"


@pytest.mark.parametrize("page", TRIED, ids=lambda page: page.name)
def test_the_snippets_of_a_page_run_in_its_order(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    if page.name == "README.md":
        assert Reader(capsys, seen=()).try_snippets(page) > 15
    else:
        Reader(capsys, seen=readme.splitlines()).try_snippets(page)


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("a 1\n…\nb 2\n", "a 3\nx\nb 4\n"),
        ("7 ███░ 1,5 %\n", "  8  █░░  2.25 %\nmore\n"),
        ("…\nb\n", "a\nb\n"),
    ],
)
def test_what_is_shown_is_found_in_what_is_given(text: str, given: str) -> None:
    assert_shown(text, given)


@pytest.mark.parametrize(("text", "given"), [("a 1\n", "b 1\n"), ("a\nb\n", "b\na\n"), ("a\n", "")])
def test_what_is_shown_and_not_given_is_found(text: str, given: str) -> None:
    with pytest.raises(AssertionError, match="is not in"):
        assert_shown(text, given)


def test_the_readme_quotes_the_table_of_the_benchmark() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    benchmark = (ROOT / "docs" / "benchmark.md").read_text(encoding="utf-8")
    quoted = readme.partition("\n## Speed\n")[2].partition("\n## ")[0].split("\n- ")[1:]
    assert len(quoted) == 3
    for line in quoted:
        (figure,) = re.findall(r"\b0\.\d+\b", line)
        assert re.search(rf"\| {re.escape(figure)}\b", benchmark)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_to_a_file_leads_somewhere(page: Path) -> None:
    for name, anchor in links(page.read_text(encoding="utf-8")):
        file = (page.parent / name) if name else page
        assert file.exists(), name
        if anchor:
            assert anchor in anchors(file.read_text(encoding="utf-8")), anchor


def test_the_readme_names_every_preset() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in PRESETS if f"`{name}`" not in text] == []


def test_every_picture_of_the_readme_can_be_made_anew() -> None:
    pictures = {path.stem for path in (ROOT / "docs" / "pictures").glob("*.png")}
    assert pictures
    assert pictures <= {scene.name for scene in all_scenes()}


@pytest.fixture(scope="module")
def sources() -> Sources:
    return Sources(ROOT)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_everything_that_is_named_in_code_letters_exists(page: Path, sources: Sources) -> None:
    names = re.findall(r"`([^`\n]+)`", prose(page.read_text(encoding="utf-8")))
    if page.parent == ROOT and page.name != "CONTRIBUTING.md":
        # These also name what is typed, what is installed, and what other systems have.
        names = [name for name in names if name.split("/")[0] in sources.folders and "/" in name]
    assert [name for name in names if not sources.has(name)] == []


@pytest.mark.parametrize(
    ("name", "exists"),
    [
        ("core/nn/layers.py", True),
        ("gui/graph/layout/*.py", True),
        ("core.nn.network.Network.predict", True),
        ("core.training.events.Evaluation.test_loss", True),
        ("Network.params", True),
        ("SGD.update", True),
        ("dev.py", True),
        ("p ← p − η·g", True),
        ("core/nn/layer.py", False),
        ("gui/graph/formulas*.py", False),
        ("core.nn.network.Network.predictions", False),
        ("core.nn.nets.Network", False),
        ("Network.no_such_attribute", False),
        ("NoSuchClass", False),
        ("no_such_function()", False),
        ("nothing.py", False),
    ],
)
def test_what_does_not_exist_would_be_found(name: str, exists: bool, sources: Sources) -> None:
    assert sources.has(name) is exists


# --- the glossary -------------------------------------------------------------------------------------------

GLOSSARY = ROOT / "docs" / "glossary.md"
UNTRANSLATED = {
    "Affine", "ReLU", "Leaky ReLU", "AdaGrad", "RMSProp", "Adam", "Softmax-with-Loss", "Sigmoid-with-Loss"
}  # fmt: skip
"""Names of methods, which the Korean book writes as they are."""
NOT_YET = "not in the program yet"
"""What stands in the place of a name beside a term that the program will have."""


def source_files() -> list[Path]:
    """The modules of the program itself."""
    return [path for package in ("core", "adapters", "cli", "gui") for path in (ROOT / package).rglob("*.py")]


@pytest.mark.parametrize(
    ("heading", "known"),
    [
        ("Initial weights", INITIALIZERS),
        ("Losses", (*LOSSES, *SQUARED_ERROR_FORMS)),
        ("Training", SAMPLINGS),
        ("Optimizers and schedules", (*USED_SETTINGS, *SCHEDULE_SETTINGS)),
        ("Operations of the graph", OPERATIONS),
    ],
)
def test_the_glossary_has_every_word_of_the_engine_and_no_other(heading: str, known: Iterable[str]) -> None:
    words = [word for row in tables(GLOSSARY)[heading] for word in re.findall(r"`([^`]+)`", row[0])]
    assert sorted(words) == sorted(known)


def test_the_glossary_has_every_layer_and_no_other() -> None:
    """One that is an operation of the graph as well may have its line there alone."""
    found = tables(GLOSSARY)
    networks, operations = (
        [word for row in found[heading] for word in re.findall(r"`([^`]+)`", row[0])]
        for heading in ("Networks", "Operations of the graph")
    )
    assert len(networks) == len(set(networks))
    assert set(networks) <= set(LAYERS) <= {*networks, *operations}


def test_a_layer_is_added_in_at_most_three_files_of_the_sources() -> None:
    _, _, section = (ROOT / "docs" / "adding.md").read_text(encoding="utf-8").partition("## A layer\n")
    named = set(re.findall(r"`((?:core|cli|gui)/[\w/]+\.py)`", section.partition("\n## ")[0]))
    assert 1 <= len(named) <= 3, named


def test_each_term_has_a_korean_one_a_line_and_a_place() -> None:
    rows = [row for table in tables(GLOSSARY).values() for row in table]
    assert len(rows) > 100
    for row in rows:
        assert len(row) == 4, row
        assert all(row), row
        assert re.search("[가-힣]", row[1]) or row[1] in UNTRANSLATED, row


def test_each_term_has_a_name_of_the_program_or_is_not_in_it_yet() -> None:
    """The last column of the operations is what the screen says. A term that arrives gets its name."""
    rows = [
        row
        for heading, table in tables(GLOSSARY).items()
        if heading != "Operations of the graph"
        for row in table
    ]
    sources = {path: path.read_text(encoding="utf-8") for path in source_files()}
    for term, _, _, place in rows:
        if place == NOT_YET:
            found = [path for path, text in sources.items() if term in text]
            assert found == [], f"{term} is in the program now: name its place in the glossary"
        else:
            assert re.match("`[^`]+`", place), term


def test_no_term_is_explained_twice() -> None:
    terms = [re.sub(r" ?`.*", "", row[0]) for table in tables(GLOSSARY).values() for row in table]
    terms = [term for term in terms if term]
    assert len(terms) == len(set(terms))


def test_no_other_word_is_used_for_what_has_one() -> None:
    head, _, rivals = GLOSSARY.read_text(encoding="utf-8").partition("## Words that are not used")
    words = [word for row in re.findall(r"^- (.+?): ", rivals, re.MULTILINE) for word in row.split(", ")]
    assert len(words) > 10
    rival = re.compile(rf"\b(?:{'|'.join(words)})s?\b", re.IGNORECASE)
    pages = (*PAGES, *(ROOT / "docs").rglob("*.ipynb"))
    texts = {page: page.read_text(encoding="utf-8") for page in pages} | {GLOSSARY: head}
    texts |= {path: path.read_text(encoding="utf-8") for path in source_files()}
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path, text in texts.items()
        for match in rival.finditer(text)
    ]
    assert found == []


def test_the_glossary_shows_the_formulas_of_the_table_of_operations() -> None:
    shown = [(row[0].strip("`"), row[2], row[3]) for row in tables(GLOSSARY)["Operations of the graph"]]
    assert shown == [(row.name, row.formula.text, row.title) for row in OPERATIONS.values()]
