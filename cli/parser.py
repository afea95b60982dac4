"""The command line of the program: which command is meant, and the window where none is.

A command's module is imported when the command is asked for, and the window's when it is to open.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from shutil import get_terminal_size
from types import ModuleType
from typing import Any, NoReturn

from cli import numbers
from cli.signs import as_shown
from core import VERSION
from core.words import did_you_mean


def _train() -> ModuleType:
    from cli import train

    return train


def _trace() -> ModuleType:
    from cli import trace

    return trace


def _predict() -> ModuleType:
    from cli import predict

    return predict


def _info() -> ModuleType:
    from cli import info

    return info


def _runs() -> ModuleType:
    from cli import runs

    return runs


def _install() -> ModuleType:
    from cli import install

    return install


def _uninstall() -> ModuleType:
    from cli import uninstall

    return uninstall


NAME = "backprop-lab"

COMMANDS = {
    "train": (_train, "train a network on the command line"),
    "predict": (_predict, "ask a network for its prediction of an image"),
    "info": (_info, "tell what is in a model file or a data set"),
    "runs": (_runs, "list the runs that were kept, and show, pin, delete or export them"),
    "trace": (_trace, "step through a computational graph, forwards and backwards, as a table"),
    "install": (_install, "put the program into the menu of programs and let it open .blab files"),
    "uninstall": (_uninstall, "take back what install wrote; settings and models stay"),
}
"""Each command by its word: its module and its help. The module has `add_arguments(parser)`, `run(options)`
and `STATUSES`, what its exit statuses mean. It may have `shielded(arguments)`, which keeps one such as
`-a**2` from being taken for an option."""

STATUSES = {
    0: "the window was closed, or all checks passed",
    1: "the window cannot be opened here, or a check failed",
}
"""What each exit status means where no command is given."""

COMMON_STATUSES = {2: "an option, an argument or a file that it names is wrong", 130: "it was interrupted"}
"""What it means after any command, unless the command says something else."""


@dataclass(frozen=True, slots=True)
class Opening:
    """How the window opens: with a model file, or as the demo of an example, played through or not."""

    file: str | None = None
    demo: str | None = None
    play: bool = False
    selftest: bool = False
    """Not to stay open: the program checks that it works here, and ends."""


_LONGEST_OPTION = 34
"""So many signs of the usage argparse keeps on one line at most, which begins behind the command."""


class _Help(argparse.HelpFormatter):
    """Breaks lines where they are too long as they will be shown, and no name at its hyphens. A list keeps
    its own lines, and what is too long there goes on below its second column."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        from textwrap import fill  # late, as in argparse: only help needs it

        text = as_shown(text)
        if "\n" not in text:
            return fill(text, width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)
        columns = [len(first) for first in re.findall(r"^(?: +\S+ +)?", text, re.MULTILINE)]
        lines = zip(text.split("\n"), columns, strict=True)
        return "\n".join(
            fill(line, width, subsequent_indent=" " * column, break_on_hyphens=False)
            for line, column in lines
        )

    def _split_lines(self, text: str, width: int) -> list[str]:
        from textwrap import wrap

        return wrap(as_shown(text), width, break_on_hyphens=False)


class _Parser(argparse.ArgumentParser):
    """Names the near one where an option is unknown, and says so where its help cannot be written. Its usage
    begins with what was `typed`, its errors with the program's name, as those of the commands do."""

    def __init__(self, typed: str, word: str = "", **settings: Any) -> None:
        room = get_terminal_size().columns - len(f"usage: {typed} {word} ")
        shown = typed if room >= _LONGEST_OPTION else NAME
        super().__init__(f"{shown} {word}".rstrip(), formatter_class=_Help, exit_on_error=False, **settings)
        self._name = f"{NAME} {word}".rstrip()

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(2, f"{self._name}: error: {message}\n")

    def _print_message(self, message: str, file: Any = None) -> None:
        if file is not sys.stdout:
            super()._print_message(message, file)
        else:
            sys.stdout.write(message)

    def options(self, arguments: list[str]) -> argparse.Namespace:
        try:
            options, unknown = self.parse_known_args(arguments)
        except argparse.ArgumentError as error:
            self.error(numbers.sentence(error))
        if unknown:
            option = unknown[0].partition("=")[0]
            advice = did_you_mean(option, self._option_string_actions) if option.startswith("-") else ""
            self.error(f"unrecognized arguments: {' '.join(unknown)}.{advice}")
        return options


def run(arguments: list[str], open_window: Callable[[Opening], int], typed: str = NAME) -> int:
    """Carry out the command line; the exit status. typed: what stood before the arguments."""
    word = next(iter(arguments), "")
    if word in COMMANDS:
        return _run_command(word, arguments[1:], typed)
    parser = _window_parser(typed)
    if arguments and not word.startswith("-") and not _names_a_file(word):
        parser.error(f"unknown command “{word}”.{did_you_mean(word, COMMANDS)}")
    options = parser.options(arguments)
    if options.play and options.demo is None:
        parser.error("--play plays the demo: write --demo EXAMPLE --play")
    if options.demo is not None:
        _check_example(parser, options.demo)
    return open_window(Opening(options.file, options.demo, options.play, options.selftest))


def _names_a_file(word: str) -> bool:
    """Whether it is meant for the window, which says what is wrong with a file that is not a model."""
    return word.endswith(".blab") or bool(os.path.dirname(word)) or os.path.exists(word)


def _check_example(parser: argparse.ArgumentParser, name: str) -> None:
    from core.graph.examples import EXAMPLES

    if name not in EXAMPLES:
        parser.error(f"there is no example “{name}”.{did_you_mean(name, EXAMPLES)}")


def _run_command(word: str, arguments: list[str], typed: str) -> int:
    load, description = COMMANDS[word]
    module = load()
    description = f"{description.capitalize()}."
    parser = _Parser(typed, word, description=description, epilog=_statuses(module.STATUSES))
    module.add_arguments(parser)
    command: Callable[[argparse.Namespace], int] = module.run
    shielded: Callable[[list[str]], list[str]] = getattr(module, "shielded", list)
    return command(parser.options(shielded(arguments)))


def _statuses(own: Mapping[int, str]) -> str:
    lines = [f"  {status:<5}{meaning}" for status, meaning in sorted({**COMMON_STATUSES, **own}.items())]
    return "\n".join(["exit status:", *lines])


def _window_parser(typed: str) -> _Parser:
    width = max(map(len, COMMANDS))
    commands = "\n".join(f"  {word:<{width}}  {about}" for word, (_, about) in COMMANDS.items())
    parser = _Parser(
        typed,
        usage="%(prog)s [FILE.blab]\n       %(prog)s --demo [EXAMPLE] [--play]\n       %(prog)s --selftest\n"
        "       %(prog)s COMMAND [--help]",
        description="See how a neural network learns. Without a command, the window opens.",
        epilog=f"commands:\n{commands}\n\n{_statuses(STATUSES)}",
    )
    parser.add_argument("--version", action="version", version=f"Backprop Lab {VERSION}")
    parser.add_argument("file", nargs="?", metavar="FILE.blab", help="a model to open")
    parser.add_argument(
        "--demo",
        nargs="?",
        const="apple",
        metavar="EXAMPLE",
        help="step through an example of a computational graph (default: apple)",
    )
    parser.add_argument("--play", action="store_true", help="with --demo: play it through")
    parser.add_argument("--selftest", action="store_true", help="check that the program works here, then end")
    return parser
