"""What exists in the sources, for tests of the pages that name it: files, modules and what is in them. Not a
test itself. Names are read from the syntax trees, of those files alone that have the word somewhere; only a
dotted name that begins with a package is imported.
"""

from __future__ import annotations

import ast
import builtins
import importlib
import keyword
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

MADE = ("build", "dist")  # by dev.py, on some machines
PACKAGES = ("core", "adapters", "cli", "gui", "tools", "benchmarks", "pictures", "soak", "tests")
SCRIPTS = ("main.py", "dev.py")
OF_PYTHON = {*dir(builtins), *keyword.kwlist}


class Sources:
    """Every identifier, Python's own among them, and outside the tests every text that could be one."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.folders = {path.name for path in root.iterdir() if path.is_dir() and path.name not in MADE}
        files = [path for package in PACKAGES for path in (root / package).rglob("*.py")]
        self._texts = {
            path: path.read_text(encoding="utf-8") for path in (*files, *(root / name for name in SCRIPTS))
        }
        self._places: dict[str, list[Path]] = {}
        for path, text in self._texts.items():
            for word in {*re.findall(r"\w+", text), *re.findall(r"\w+(?:-\w+)+", text)}:
                self._places.setdefault(word, []).append(path)

    def has(self, quoted: str) -> bool:
        """Whether what a page quotes exists. What is neither a path nor a name, such as a command or a
        formula, is let pass."""
        name = re.sub(r"\(.*\)$", "", quoted)
        if not re.fullmatch(r"[A-Za-z_.][\w./*-]*", name):
            return True
        if "/" in name:
            return any(True for _ in self._root.glob(name.rstrip("/")))
        if name.startswith("."):  # the ending of a file, or what setting up makes
            return True
        if re.search(r"\.(?:py|md|toml|json|lock|txt)$", name):
            return (self._root / name).is_file()
        first, *rest = name.split(".")
        if first in PACKAGES:
            return resolves(name)
        if rest and (kinds := list(self._kinds(first))):
            return any(self._is_member(kind, rest[0]) for kind in kinds)
        return all(part in OF_PYTHON or self._is_named(part) for part in name.split("."))

    def _is_named(self, name: str) -> bool:
        return any(name in self._read(path).names for path in self._places.get(name, ()))

    def _kinds(self, name: str) -> Iterator[_Kind]:
        """The classes of that name."""
        head = re.compile(rf"\bclass {name}\b")
        for path in self._places.get(name, ()):
            if head.search(self._texts[path]) and name in (found := self._read(path)).kinds:
                yield found.kinds[name]

    def _is_member(self, kind: _Kind, name: str) -> bool:
        return name in kind.members or any(
            self._is_member(base, name) for word in kind.bases for base in self._kinds(word)
        )

    def _read(self, path: Path) -> _Names:
        return _names_in(self._texts[path], path.is_relative_to(self._root / "tests"))


@dataclass(slots=True)
class _Kind:
    """A class: the names of those it stands on, and what is defined in it or set on `self`."""

    bases: list[str]
    members: set[str]


@dataclass(slots=True)
class _Names:
    """What one file holds."""

    names: set[str] = field(default_factory=set)
    kinds: dict[str, _Kind] = field(default_factory=dict)

    def learn(self, node: ast.AST) -> None:
        match node:
            case ast.ClassDef(name=name):
                self.names.add(name)
                bases = [base.id for base in node.bases if isinstance(base, ast.Name)]
                self.kinds[name] = _Kind(bases, _members(node))
            case ast.FunctionDef(name=name) | ast.Name(id=name, ctx=ast.Store()) | ast.arg(arg=name):
                self.names.add(name)
            case ast.Attribute(attr=name):  # also where it is only read: Qt's own
                self.names.add(name)
            case ast.Constant(value=str(name)) if re.fullmatch(r"[\w-]+", name):
                self.names.add(name)
            case ast.alias(name=name):
                self.names.update(name.split("."))
            case _:
                pass


@cache
def _names_in(text: str, is_test: bool) -> _Names:
    found = _Names()
    for node in ast.walk(ast.parse(text)):
        if not (is_test and isinstance(node, ast.Constant)):
            found.learn(node)
    return found


def _members(kind: ast.ClassDef) -> set[str]:
    found = set()
    for node in ast.walk(kind):
        match node:
            case ast.FunctionDef(name=name) | ast.Name(id=name, ctx=ast.Store()):
                found.add(name)
            case ast.Attribute(value=ast.Name(id="self"), attr=name, ctx=ast.Store()):
                found.add(name)
            case _:
                pass
    return found


def resolves(name: str) -> bool:
    """Whether it is a module, or what one holds, at any depth."""
    parts = name.split(".")
    for count in range(len(parts), 0, -1):
        try:
            found: object = importlib.import_module(".".join(parts[:count]))
        except ModuleNotFoundError:
            continue
        for part in parts[count:]:
            if not hasattr(found, part):
                return False
            found = getattr(found, part)
        return True
    return False
