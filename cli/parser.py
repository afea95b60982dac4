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

from cli import argparse_words, numbers
from cli.signs import as_shown, left, width, wrapped
from core import VERSION, language
from core.errors import translatable
from core.language import localized
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
    "train": (_train, translatable("cli", "train a network on the command line")),
    "predict": (_predict, translatable("cli", "ask a network for its prediction of an image")),
    "info": (_info, translatable("cli", "tell what is in a model file or a data set")),
    "runs": (
        _runs,
        translatable("cli", "list the runs that were kept, and show, pin, delete or export them"),
    ),
    "trace": (
        _trace,
        translatable("cli", "step through a computational graph, forwards and backwards, as a table"),
    ),
    "install": (
        _install,
        translatable("cli", "put the program into the menu of programs and let it open .blab files"),
    ),
    "uninstall": (_uninstall, translatable("cli", "take back what install wrote; settings and models stay")),
}
"""Each command by its word: its module and its help. The module has `add_arguments(parser)`, `run(options)`
and `STATUSES`, what its exit statuses mean. It may have `shielded(arguments)`, which keeps one such as
`-a**2` from being taken for an option."""

STATUSES = {
    0: translatable("cli", "the window was closed, or all checks passed"),
    1: translatable("cli", "the window cannot be opened here, or a check failed"),
}
"""What each exit status means where no command is given."""

COMMON_STATUSES = {
    2: translatable("cli", "an option, an argument or a file that it names is wrong"),
    130: translatable("cli", "it was interrupted"),
}
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


def _usage() -> str:
    """What every usage begins with, a word of argparse's own."""
    return language.word("cli", "usage: ")


class _Help(argparse.HelpFormatter):
    """Breaks lines where they are too long as they will be shown, and no name at its hyphens. A list keeps
    its own lines, and what is too long there goes on below its second column."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        text = as_shown(text)
        if "\n" not in text:
            return "\n".join(wrapped(text, width, indent, indent))
        columns = [len(first) for first in re.findall(r"^(?: +\S+ +)?", text, re.MULTILINE)]
        lines = zip(text.split("\n"), columns, strict=True)
        return "\n".join("\n".join(wrapped(line, width, hanging=" " * column)) for line, column in lines)

    def _split_lines(self, text: str, width: int) -> list[str]:
        return wrapped(as_shown(text), width)

    def _get_help_string(self, action: argparse.Action) -> str:
        return language.word("cli", action.help or "")

    def _format_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None) -> str:
        # argparse would count its letters for the blanks before the next line.
        blank = " " * width(_usage())
        return super()._format_usage(usage, actions, groups, blank).replace(blank, prefix or _usage(), 1)


class _Parser(argparse.ArgumentParser):
    """Names the near one where an option is unknown, and says so where its help cannot be written. Its usage
    begins with what was `typed`, its errors with the program's name, as those of the commands do."""

    def __init__(self, typed: str, word: str = "", **settings: Any) -> None:
        room = get_terminal_size().columns - width(f"{_usage()}{typed} {word} ")
        shown = typed if room >= _LONGEST_OPTION else NAME
        super().__init__(f"{shown} {word}".rstrip(), formatter_class=_Help, exit_on_error=False, **settings)
        self._name = f"{NAME} {word}".rstrip()

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        sentence = localized(
            translatable("cli", "{name}: error: {message}"), name=self._name, message=message
        )
        self.exit(2, f"{sentence}\n")

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
            template = translatable("cli", "unrecognized arguments: {arguments}.{hint}")
            self.error(localized(template, arguments=" ".join(unknown), hint=advice))
        return options


def run(arguments: list[str], open_window: Callable[[Opening], int], typed: str = NAME) -> int:
    """Carry out the command line; the exit status. typed: what stood before the arguments."""
    argparse_words.install()
    word = next(iter(arguments), "")
    if word in COMMANDS:
        return _run_command(word, arguments[1:], typed)
    parser = _window_parser(typed)
    if arguments and not word.startswith("-") and not _names_a_file(word):
        template = translatable("cli", "unknown command “{word}”.{hint}")
        parser.error(localized(template, word=word, hint=did_you_mean(word, COMMANDS)))
    options = parser.options(arguments)
    if options.play and options.demo is None:
        parser.error(localized(translatable("cli", "--play plays the demo: write --demo EXAMPLE --play")))
    if options.demo is not None:
        _check_example(parser, options.demo)
    return open_window(Opening(options.file, options.demo, options.play, options.selftest))


def _names_a_file(word: str) -> bool:
    """Whether it is meant for the window, which says what is wrong with a file that is not a model."""
    return word.endswith(".blab") or bool(os.path.dirname(word)) or os.path.exists(word)


def _check_example(parser: argparse.ArgumentParser, name: str) -> None:
    from core.graph.examples import EXAMPLES

    if name not in EXAMPLES:
        template = translatable("cli", "there is no example “{name}”.{hint}")
        parser.error(localized(template, name=name, hint=did_you_mean(name, EXAMPLES)))


def _run_command(word: str, arguments: list[str], typed: str) -> int:
    load, description = COMMANDS[word]
    module = load()
    description = localized(description)
    description = f"{description[:1].upper()}{description[1:]}."
    parser = _Parser(typed, word, description=description, epilog=_statuses(module.STATUSES))
    module.add_arguments(parser)
    command: Callable[[argparse.Namespace], int] = module.run
    shielded: Callable[[list[str]], list[str]] = getattr(module, "shielded", list)
    return command(parser.options(shielded(arguments)))


def _statuses(own: Mapping[int, str]) -> str:
    meanings = sorted({**COMMON_STATUSES, **own}.items())
    lines = [f"  {status:<5}{localized(meaning)}" for status, meaning in meanings]
    return "\n".join([localized(translatable("cli", "exit status:")), *lines])


def _window_parser(typed: str) -> _Parser:
    longest = max(map(len, COMMANDS))
    commands = (f"  {left(word, longest)}  {localized(about)}" for word, (_, about) in COMMANDS.items())
    ways = ("[FILE.blab]", "--demo [EXAMPLE] [--play]", "--selftest", "COMMAND [--help]")
    parser = _Parser(
        typed,
        usage=f"\n{' ' * width(_usage())}".join(f"%(prog)s {way}" for way in ways),
        description=localized(
            translatable("cli", "See how a neural network learns. Without a command, the window opens.")
        ),
        epilog="\n".join([localized(translatable("cli", "commands:")), *commands, "", _statuses(STATUSES)]),
    )
    parser.add_argument("--version", action="version", version=f"Backprop Lab {VERSION}")
    parser.add_argument("file", nargs="?", metavar="FILE.blab", help=translatable("cli", "a model to open"))
    parser.add_argument(
        "--demo",
        nargs="?",
        const="apple",
        metavar="EXAMPLE",
        help=translatable("cli", "step through an example of a computational graph (default: apple)"),
    )
    parser.add_argument(
        "--play", action="store_true", help=translatable("cli", "with --demo: play it through")
    )
    parser.add_argument(
        "--selftest",
        action="store_true",
        help=translatable("cli", "check that the program works here, then end"),
    )
    return parser
