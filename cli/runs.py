"""`backprop-lab runs`: the runs that the window has kept, listed, shown, pinned, deleted, brought back,
exported."""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from cli import output
from cli.info import of_model, plain, print_by_words
from cli.keep import store_of_runs
from cli.signs import as_shown, left, width
from cli.train import BAD_ARGUMENTS
from cli.train_report import OUTCOMES
from core.errors import LabError, StoreError, translatable
from core.language import localized, sentence, word
from core.nn.layer_text import layers_text
from core.store.store import KeptRun, RunStore
from core.training.checkpoint import load_checkpoint
from core.training.place import new_content, require_place

STATUSES = {
    0: translatable("cli", "it was done"),
    1: translatable("cli", "the output could not be written"),
}
LAST = "last"

_ACTIONS = {
    "list": translatable("cli", "all runs, the newest first, which is what it does without a word"),
    "show": translatable("cli", "what is known of a run, and what is in its network"),
    "pin": translatable("cli", "keep runs when the oldest go for want of room"),
    "unpin": translatable("cli", "let them go again"),
    "delete": translatable("cli", "put runs into the trash, which the window empties when it starts"),
    "restore": translatable("cli", "take them out of it again"),
    "export": translatable("cli", "copy the network of a run to a .blab file"),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What is to be done, with which runs."""
    longest = max(map(len, _ACTIONS))
    actions = (f"  {action:<{longest}}  {localized(about)}" for action, about in _ACTIONS.items())
    parser.epilog = "\n".join([localized(translatable("cli", "actions:")), *actions, "", parser.epilog or ""])
    parser.add_argument(
        "action",
        nargs="?",
        default="list",
        choices=_ACTIONS,
        metavar="ACTION",
        help=translatable("cli", "see below"),
    )
    parser.add_argument(
        "runs",
        nargs="*",
        metavar="RUN",
        help=localized(
            translatable("cli", "a run by its id, the beginning of that, its name, or “{last}”"), last=LAST
        ),
    )
    parser.add_argument(
        "--to", metavar="FILE", help=translatable("cli", "with export: the .blab file to write")
    )
    parser.add_argument(
        "--json",
        action="store_true",
        help=translatable("cli", "list, show: one JSON object a line for each run"),
    )


def run(options: argparse.Namespace) -> int:
    """Do it; the exit status."""
    try:
        _require_fitting(options)
        store = store_of_runs()
        _DO[options.action](store, options)
    except LabError as error:
        output.tell(f"backprop-lab runs: {sentence(error)}")
        return BAD_ARGUMENTS
    return 0


def _require_fitting(options: argparse.Namespace) -> None:
    action, count = options.action, len(options.runs)
    if action == "list" and count:
        raise LabError(translatable("errors", "To list takes no run: write show RUN for one of them."))
    if action != "list" and not count:
        raise LabError(
            translatable("errors", "Which run? Write {action} RUN; runs alone lists them."), action=action
        )
    if action == "export" and (count > 1 or not options.to):
        raise LabError(
            translatable("errors", "To export takes one run and a file: write export RUN --to FILE.")
        )
    if action != "export" and options.to:
        raise LabError(translatable("errors", "--to goes with export alone."))


# What is done


def _list(store: RunStore, options: argparse.Namespace) -> None:
    listing = store.listing()
    if options.json:
        for one in listing.runs:
            _print_json(_about(store, one))
    elif listing.runs:
        _print_columns([tuple(word("cli", heading) for heading in _HEADINGS), *map(_row, listing.runs)])
    if not options.json:
        size, limit = _size(listing.size), _size(listing.limit)
        template = translatable("cli", "{count:,} runs, {size} of {limit}, in {folder}")
        print(localized(template, count=len(listing.runs), size=size, limit=limit, folder=store.folder))
    for problem in listing.problems:
        output.tell(f"backprop-lab runs: {sentence(problem)}")


def _show(store: RunStore, options: argparse.Namespace) -> None:
    for one in _chosen(store, options.runs):
        about = _about(store, one)
        model, text = of_model(store.path(one.id), load_checkpoint(store.path(one.id)))
        if options.json:
            _print_json(plain(model | about))
            continue
        record = one.record
        said = {
            "run": one.id,
            "name": record.name,
            "ended": f"{_time(one)}, {localized(OUTCOMES[record.outcome])}",
        }
        said |= {"pinned": localized(translatable("cli", "yes"))} if record.pinned else {}
        said |= {translatable("cli", "note"): " / ".join(record.note.splitlines())} if record.note else {}
        print_by_words({word("cli", name): line for name, line in said.items()} | text)


def _pin(store: RunStore, options: argparse.Namespace) -> None:
    pinned = options.action == "pin"
    for one in _chosen(store, options.runs):
        store.edit(one.id, pinned=pinned)
        done = translatable("cli", "pinned {run}") if pinned else translatable("cli", "unpinned {run}")
        print(localized(done, run=_words(one)))


def _delete(store: RunStore, options: argparse.Namespace) -> None:
    chosen = _chosen(store, options.runs)
    store.delete([one.id for one in chosen])
    template = translatable(
        "cli", "deleted {run}; until the window starts again, “restore {id}” brings it back"
    )
    for one in chosen:
        print(localized(template, run=_words(one), id=one.id))


def _restore(store: RunStore, options: argparse.Namespace) -> None:
    store.restore(options.runs)
    for one in _chosen(store, options.runs):
        print(localized(translatable("cli", "restored {run}"), run=_words(one)))


def _export(store: RunStore, options: argparse.Namespace) -> None:
    (one,) = _chosen(store, options.runs)
    target = Path(options.to)
    require_place(target)
    with open(store.path(one.id), "rb") as source, new_content(target) as file:
        shutil.copyfileobj(source, file)
    print(localized(translatable("cli", "saved {path}"), path=target))


_DO: dict[str, Callable[[RunStore, argparse.Namespace], None]] = {
    "list": _list,
    "show": _show,
    "pin": _pin,
    "unpin": _pin,
    "delete": _delete,
    "restore": _restore,
    "export": _export,
}


def _chosen(store: RunStore, words: Sequence[str]) -> list[KeptRun]:
    """The runs that are meant, each once. StoreError for a word that means none, or several."""
    runs = store.listing().runs
    return list(dict.fromkeys(_one(store, runs, word) for word in words))


def _one(store: RunStore, runs: Sequence[KeptRun], word: str) -> KeptRun:
    if word == LAST and runs:
        return runs[0]
    found = [one for one in runs if one.id == word] or [
        one for one in runs if one.id.startswith(word) or one.record.name == word
    ]
    if not found:
        template = translatable("errors", "There is no run “{word}” in {path}: runs alone lists them.")
        raise StoreError(template, word=word, path=store.folder)
    if len(found) > 1:
        ids = ", ".join(one.id for one in found)
        template = translatable("errors", "“{word}” may be each of these runs: {ids}. Write the id of one.")
        raise StoreError(template, word=word, ids=ids)
    return found[0]


# What is printed

_UNITS = ((10**9, "GB"), (10**6, "MB"), (10**3, "kB"))
_HEADINGS = (
    translatable("cli", "run"),
    translatable("cli", "name"),
    translatable("cli", "ended"),
    translatable("cli", "network"),
    translatable("cli", "iterations"),
    translatable("cli", "test acc."),
    translatable("cli", "size"),
    "",
)


def _row(one: KeptRun) -> tuple[str, ...]:
    record = one.record
    accuracy = "" if record.test_accuracy is None else f"{100 * record.test_accuracy:.2f} %"
    layers = layers_text(record.experiment.network)
    network = layers if len(layers) <= 32 else f"{layers[:31]}…"
    pinned = localized(translatable("cli", "pinned")) if record.pinned else ""
    size = _size(one.size)
    return (one.id, record.name, _time(one), network, f"{record.iteration:,}", accuracy, size, pinned)


def _print_columns(rows: Sequence[tuple[str, ...]]) -> None:
    shown = [tuple(map(as_shown, row)) for row in rows]
    widths = [max(map(width, column)) for column in zip(*shown, strict=True)]
    for row in shown:
        print("  ".join(map(left, row, widths)).rstrip())


def _about(store: RunStore, one: KeptRun) -> dict[str, Any]:
    record = asdict(one.record) | one.record.experiment.to_dict()
    del record["experiment"]
    return {"id": one.id, "file": str(store.path(one.id)), "bytes": one.size, **record}


def _print_json(about: dict[str, Any]) -> None:
    print(json.dumps(about, allow_nan=False, ensure_ascii=False))


def _time(one: KeptRun) -> str:
    """When it ended, in the time of this place."""
    return f"{one.record.ended.astimezone():%Y-%m-%d %H:%M}"


def _words(one: KeptRun) -> str:
    return f"{one.id} ({one.record.name})"


def _size(size: int) -> str:
    """254440 → 254.4 kB, in powers of 1,000."""
    unit, name = next(((unit, name) for unit, name in _UNITS if size >= unit), _UNITS[-1])
    return f"{size / unit:,.1f} {name}"
