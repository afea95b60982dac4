"""Which language is asked for, what is said where its table fails, and how a sentence is filled in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from core import language
from core.errors import ConfigError, Remark
from core.graph.notes import Note
from core.language import asked_for, localized, prepare, sentence, word
from core.words import did_you_mean

KOREAN = {"LC_ALL": "ko_KR.UTF-8"}


@pytest.fixture(autouse=True)
def of_this_test_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_table", {})


@pytest.mark.parametrize(
    ("environment", "codes"),
    [
        ({}, []),
        ({"LANG": "ko_KR.UTF-8"}, ["ko"]),
        ({"LANG": "ko"}, ["ko"]),
        ({"LANG": "ko_KR.eucKR"}, ["ko"]),
        ({"LANG": "kok_IN"}, ["kok"]),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "ko_KR"}, ["ko"]),
        ({"LANG": "ko_KR.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, ["en"]),
        ({"LANG": "en_US", "LC_MESSAGES": "en_US", "LC_ALL": "ko_KR"}, ["ko"]),
        ({"LANG": "ko_KR.UTF-8", "LC_ALL": ""}, ["ko"]),
        ({"LANG": "ko_KR.UTF-8", "LC_ALL": "C"}, []),
        ({"LANG": "ko_KR.UTF-8", "LC_ALL": "C.UTF-8"}, []),
        ({"LANG": "ko_KR.UTF-8", "LC_ALL": "POSIX"}, []),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "ko:en"}, ["ko", "en"]),
        ({"LANG": "ko_KR.UTF-8", "LANGUAGE": "en_US"}, ["en"]),
        ({"LANG": "ko_KR.UTF-8", "LANGUAGE": ""}, ["ko"]),
        ({"LANG": "C", "LANGUAGE": "ko"}, []),
        ({"LANGUAGE": "ko"}, []),
        ({"LANG": "../../ko@x"}, []),
    ],
)
def test_the_environment_says_which_language(environment: Mapping[str, str], codes: list[str]) -> None:
    assert asked_for(environment) == codes


def test_the_first_language_that_is_at_hand_is_taken(tmp_path: Path) -> None:
    (tmp_path / "ko.json").write_text('{"cli": {"yes": "예"}}', encoding="utf-8")
    for asked, said in {"de:ko": "예", "ko:en": "예", "de:en:ko": "yes", "de": "yes", "../ko": "yes"}.items():
        assert prepare({"LANG": "de_DE", "LANGUAGE": asked}, folder=tmp_path) is None
        assert word("cli", "yes") == said, asked


@pytest.mark.parametrize(
    ("content", "is_told"),
    [
        (b"", True),
        (b"\xff\xfe", True),
        (b"[1, 2]", True),
        (b"[" * 100_000, True),
        (b'{"cli": {"yes": ' + b'"' + b"x" * language.MOST_BYTES + b'"}}', True),
        # Of a newer version: its shape is another one, or what is said was rewritten.
        (b'{"version": 2, "cli": ["yes"]}', False),
        (b'{"cli": {"yes": {"one": "\xec\x98\x88"}}}', False),
        (b'{"cli": {"yes, please": "\xec\x98\x88"}}', False),
        (b'{"cli": {"yes": ""}}', False),
        (b"{}", False),
    ],
)
def test_a_table_that_does_not_fit_leaves_english(content: bytes, is_told: bool, tmp_path: Path) -> None:
    path = tmp_path / "ko.json"
    path.write_bytes(content)
    said = prepare(KOREAN, folder=tmp_path)
    assert (said is not None) is is_told
    assert said is None or (str(path) in said and "\n" not in said)
    assert localized("yes") == "yes"


def test_english_reads_no_table(tmp_path: Path) -> None:
    (tmp_path / "ko.json").write_bytes(b"broken")
    assert prepare({"LANG": "en_US.UTF-8"}, folder=tmp_path) is None
    assert prepare({}, folder=tmp_path) is None


def test_a_sentence_is_translated_and_then_filled_in(tmp_path: Path) -> None:
    table = {
        "cli": {
            "saved {path}": "{path}(을/를) 저장했어요",
            "removed {path}": "{file}(을/를) 지웠어요",
            "unknown command “{word}”.{hint}": "알 수 없는 명령 “{word}”.{hint}",
        },
        "errors": {
            " Did you mean “{word}”?": " “{word}”(을/를) 쓰려고 했나요?",
            "Unknown optimizer: “{word}”.{hint}": "알 수 없는 최적화 기법: “{word}”.{hint}",
        },
        "graph": {"The output does not depend on `{name}`: its gradient is 0.": "`{name}`(과/와) 무관해요."},
    }
    (tmp_path / "ko.json").write_text(json.dumps(table), encoding="utf-8")
    assert prepare(KOREAN, folder=tmp_path) is None
    assert localized("saved {path}", path="기록") == "기록을 저장했어요"
    assert localized("saved {path}", path="{b}(을/를) 2") == "{b}(을/를) 2를 저장했어요"
    assert localized("removed {path}", path="a") == "removed a"
    assert localized("wrote {path}", path="a") == "wrote a"
    hint = did_you_mean("사과들", ("사과",))
    assert str(hint) == " Did you mean “사과”?"
    said = " “사과”를 쓰려고 했나요?"
    assert localized("unknown command “{word}”.{hint}", word="x", hint=hint) == f"알 수 없는 명령 “x”.{said}"
    error = ConfigError("Unknown optimizer: “{word}”.{hint}", field="optimizer", word="x", hint=hint)
    assert sentence(error) == f"알 수 없는 최적화 기법: “x”.{said}"
    assert sentence(Remark("It was inverted.")) == "It was inverted."
    note = Note("The output does not depend on `{name}`: its gradient is 0.", {"name": "x"})
    assert sentence(note, "graph") == "`x`와 무관해요."


@pytest.mark.parametrize(
    ("encoding", "said"),
    [("utf-8", "예"), ("euc_kr", "예"), ("cp949", "예"), ("ascii", "yes"), ("latin-1", "yes")],
)
def test_where_its_letters_cannot_be_written_it_is_english(encoding: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "ko.json").write_text('{"cli": {"options": "옵션", "yes": "예"}}', encoding="utf-8")
    assert prepare({"LC_ALL": "ko_KR.EUC-KR"}, ("utf-8", encoding), tmp_path) is None
    assert localized("yes") == said
