"""`runs`: the runs that were kept, told to a person and to a program, and what can be done with them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.store import store as module
from core.store.folder import runs_folder
from core.store.store import RunStore
from core.training.checkpoint import load_checkpoint
from main import main
from tests.cli.command import lines
from tests.core.store.processes import contents
from tests.core.training.model_files import after, assert_same


@pytest.fixture
def store() -> RunStore:
    """That of the person, who has the home of this test."""
    folder = runs_folder()
    assert folder is not None
    return RunStore(folder)


@pytest.fixture
def ids(store: RunStore, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of two runs, the older one first."""
    kept = []
    for number, name in enumerate(("Run 1", "넓은 신경망")):
        monkeypatch.setattr(module, "now", lambda number=number: f"2026-11-29T12:0{number}:00+00:00")
        kept.append(store.keep(after(2 + number), name, "stopped")[0].id)
    return kept


def done(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["runs", *arguments]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["runs", *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    return err


def test_without_runs_it_says_where_they_would_be(
    store: RunStore, capsys: pytest.CaptureFixture[str]
) -> None:
    assert done(capsys) == f"0 runs, 0.0 kB of 2.0 GB, in {store.folder}\n"
    assert done(capsys, "--json") == ""
    assert not store.folder.exists()


def test_the_runs_are_listed_newest_first(
    store: RunStore, ids: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    store.edit(ids[0], pinned=True)
    heading, newest, first, total = done(capsys).splitlines()
    assert heading.split() == ["run", "name", "ended", "network", "iterations", "test", "acc.", "size"]
    assert newest.startswith(f"{ids[1]}  넓은 신경망")
    assert first.startswith(f"{ids[0]}  Run 1")
    assert first.endswith("pinned")
    assert "affine:8,batch_norm,relu,dropou…" in first
    assert total.startswith("2 runs, ")


def test_a_program_gets_an_object_for_each(
    store: RunStore, ids: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    newest, first = lines(done(capsys, "--json"))
    assert [newest["id"], first["id"]] == ids[::-1]
    assert (first["name"], first["iteration"], first["outcome"]) == ("Run 1", 2, "stopped")
    assert first["file"] == str(store.path(ids[0]))
    assert first["training"]["seed"] == 0
    assert first["bytes"] == next(run.size for run in store.listing().runs if run.id == ids[0])


@pytest.mark.parametrize("how", ["id", "beginning", "name", "last"])
def test_a_run_can_be_named_in_several_ways(
    ids: list[str], how: str, capsys: pytest.CaptureFixture[str]
) -> None:
    word = {"id": ids[1], "beginning": ids[1][:13], "name": "넓은 신경망", "last": "last"}[how]
    text = done(capsys, "show", word)
    assert text.startswith(f"run        {ids[1]}\nname       넓은 신경망\n")
    assert "parameters" in text
    (about,) = lines(done(capsys, "show", word, "--json"))
    assert (about["id"], about["parameters"]) == (ids[1], after(3).experiment.network.parameter_count)


def test_what_is_shown_has_the_note_and_the_pin(
    store: RunStore, ids: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert done(capsys, "pin", ids[0]) == f"pinned {ids[0]} (Run 1)\n"
    store.edit(ids[0], note="two\nlines")
    text = done(capsys, "show", ids[0])
    assert "pinned     yes\nnote       two / lines\n" in text
    assert done(capsys, "unpin", ids[0]) == f"unpinned {ids[0]} (Run 1)\n"
    assert "pinned" not in done(capsys, "show", ids[0])


def test_what_was_deleted_is_brought_back(
    store: RunStore, ids: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(store.folder)
    said = done(capsys, "delete", *ids, "Run 1")
    assert said.count("\n") == 2, "each once"
    assert f"“restore {ids[0]}” brings it back" in said
    assert store.listing().runs == ()
    assert done(capsys, "restore", *ids).count("restored") == 2
    assert contents(store.folder) == before


def test_an_exported_run_is_its_network(
    ids: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a model.blab"
    assert done(capsys, "export", ids[0], "--to", str(path)) == f"saved {path}\n"
    assert_same(load_checkpoint(path), after(2))


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["show"], "Which run? Write show RUN; runs alone lists them."),
        (["show", "2025"], "There is no run “2025” in "),
        (["show", "202"], "“202” may be each of these runs: "),
        (["list", "last"], "To list takes no run"),
        (["export", "last"], "write export RUN --to FILE"),
        (["export", "last", "Run 1", "--to", "a.blab"], "write export RUN --to FILE"),
        (["show", "last", "--to", "a.blab"], "--to goes with export alone"),
        (["export", "last", "--to", "."], "is a folder"),
        (["restore", "last"], "cannot be brought back"),
    ],
)
def test_what_cannot_be_done_gets_a_sentence(
    ids: list[str], arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert says in refused(capsys, *arguments)


def test_what_is_damaged_is_told_beside_the_list(
    store: RunStore, ids: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    (store.folder / f"{ids[0]}.json").write_text("{")
    assert main(["runs"]) == 0
    out, err = capsys.readouterr()
    assert ids[0] in out
    assert f"{ids[0]}.json cannot be read: the name, note and pin of that run are not known" in err


def test_a_newer_store_and_no_home_get_a_sentence(
    store: RunStore, ids: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    about = {"format": "backprop-lab runs", "version": 2}
    (store.folder / "store.json").write_text(json.dumps({**about, "limit": 5}))
    assert "belong to a newer version" in refused(capsys, "delete", *ids)
    for variable in ("HOME", "XDG_DATA_HOME", "LOCALAPPDATA", "USERPROFILE"):
        monkeypatch.delenv(variable, raising=False)
    assert "There is no home folder" in refused(capsys)
