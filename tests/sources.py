"""What exists in the sources, for tests of the pages that name it: files, modules and what is in them. Not a
test itself. Names are read from the syntax trees; only a dotted name that begins with a package is imported.
"""

from __future__ import annotations

import ast
import builtins
import importlib
import keyword
import re
from pathlib import Path

MADE = ("build", "dist")  # by dev.py, on some machines
PACKAGES = ("core", "adapters", "cli", "gui", "tools", "benchmarks", "pictures", "soak", "tests")
SCRIPTS = ("main.py", "dev.py")


class Sources:
    """`names`: every identifier, Python's own among them, and outside the tests every text that could be one.
    `members`: by the name of a class, what is defined in it or set on `self`; `bases`: the classes it stands
    on."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.folders = {path.name for path in root.iterdir() if path.is_dir() and path.name not in MADE}
        self.names = {*dir(builtins), *keyword.kwlist}
        self.members: dict[str, set[str]] = {}
        self.bases: dict[str, list[str]] = {}
        files = [path for package in PACKAGES for path in (root / package).rglob("*.py")]
        for path in (*files, *(root / script for script in SCRIPTS)):
            is_test = path.is_relative_to(root / "tests")
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if not (is_test and isinstance(node, ast.Constant)):
                    self._learn(node)

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
        if first in PACKAGES and rest:
            return resolves(name)
        if rest and first in self.members:
            return self._is_member(first, rest[0])
        return all(part in self.names for part in name.split("."))

    def _is_member(self, kind: str, name: str) -> bool:
        if name in self.members.get(kind, ()):
            return True
        return any(self._is_member(base, name) for base in self.bases.get(kind, ()))

    def _learn(self, node: ast.AST) -> None:
        match node:
            case ast.ClassDef(name=name):
                self.names.add(name)
                self.bases.setdefault(name, []).extend(b.id for b in node.bases if isinstance(b, ast.Name))
                self.members.setdefault(name, set()).update(_members(node))
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
