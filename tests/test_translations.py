"""What `dev.py check` finds in a translation: each fault is planted once. And what is made of the sources."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tools import translation_check, translations
from tools.translation_check import GLOSSARY, GlossaryWords
from tools.translations import Message

WORDS = GlossaryWords(GLOSSARY)


def faults(source: str, *forms: str, is_finished: bool = True) -> list[str]:
    message = Message("Context", source, forms, len(forms) > 1, is_finished)
    return list(translation_check.faults(message, WORDS))


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("{name} is not a number", "{name}(은/는) 수가 아니에요"),
        ("<b>{name}</b> of {count:,}", "{count:,}개 가운데 “<b>{name}</b>”(이에요/예요)"),
        ("&Save as…", "다른 이름으로 저장(&S)…"),
        ("%(name)s &amp; {{x}}", "%(name)s(과/와) &amp; {{x}}"),
        (
            "softmax cross entropy of `loss`, --seed, SGD, ReLU",
            "`loss`, --seed, sigmoid, SGD, ReLU의 Softmax-with-Loss",
        ),
        (
            "name a column “label”: RUN.label=…, batch_norm",
            "열을 “label”이라고 하세요: RUN.label=…, batch_norm",
        ),
    ],
)
def test_a_good_translation_is_let_pass(source: str, translation: str) -> None:
    assert faults(source, translation) == []


@pytest.mark.parametrize(
    ("source", "translation", "fault"),
    [
        ("Start", "", "is not translated"),
        ("{name} is new", "새 이름이에요", "its placeholders are none in place of {name}"),
        ("new", "새 {name}", "its placeholders are {name} in place of none"),
        ("{value:.2f}", "{value}", "its placeholders are {value} in place of {value:.2f}"),
        ("%s of %(all)d", "%(all)d 가운데", "its placeholders are %(all)d in place of %(all)d, %s"),
        ("<b>new</b>", "<b>새것", "its tags are <b> in place of </b>, <b>"),
        ("&File", "파일(&P)", "its mnemonics are P in place of F"),
        ("{name}", "{name}을(를)", "“을(를)” is not a pair such as (은/는)"),
        ("{name}", "{name}(는/은)", "“(는/은)” is not a pair such as (은/는)"),
        ("{name}", "{name} 손실(은/는)", "a pair such as (은/는) stands behind no placeholder"),
        ("{name}", "{name}은 있어요", "“{name}은” must have both forms, for it depends on what is filled in"),
        ("loss", "Loss예요", "“Loss” is 손실 in the glossary"),
        ("data sets", "좋은 data sets", "“data sets” is 데이터셋 in the glossary"),
        ("Sigmoid", "Sigmoid 함수", "“Sigmoid” is 시그모이드 in the glossary"),
    ],
)
def test_a_fault_is_found(source: str, translation: str, fault: str) -> None:
    assert fault in faults(source, translation)


def test_a_missing_plural_and_an_unfinished_text_are_found() -> None:
    assert faults("%n images", "%n장", "") == ["a plural form is missing"]
    assert faults("Start", "시작", is_finished=False) == ["is marked as unfinished"]


BEGUN = """<!DOCTYPE TS><TS version="2.1" language="ko" sourcelanguage="en"><context><name>layers</name>
<message><source>ReLU</source><translation>렐루</translation></message>
</context></TS>"""


def test_what_is_not_up_to_date_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tools of Qt, with a part of the program's sources."""
    monkeypatch.setattr(translations, "SOURCES", ("core/nn",))
    monkeypatch.setattr(translations, "WITHOUT_QT", ("core/nn/layer_kinds.py",))
    catalogue = tmp_path / "backprop-lab_ko.ts"
    catalogue.write_text(BEGUN, encoding="utf-8")
    made = translations.make(catalogue)
    assert {message.context for message in made} >= {"layers", "errors"}
    table = json.loads(translations.table_path(catalogue).read_text(encoding="utf-8"))
    assert table == {"layers": {"ReLU": "렐루"}}
    assert list(translation_check.out_of_date(catalogue, made)) == []

    text = catalogue.read_text(encoding="utf-8")
    catalogue.write_text(text.replace(">ReLU<", ">ReLU6<").replace("렐루", "렐루6"), encoding="utf-8")
    assert set(translation_check.out_of_date(catalogue, translations.read(catalogue))) == {
        "layers: “ReLU” of the sources is missing",
        "layers: “ReLU6” is not in the sources any more",
        "backprop-lab_ko.qm is not what is made of backprop-lab_ko.ts",
        "ko.json is not what is made of backprop-lab_ko.ts",
    }


def test_a_language_that_has_not_begun_passes(tmp_path: Path) -> None:
    catalogue = tmp_path / "backprop-lab_ko.ts"
    catalogue.write_text(BEGUN.replace("렐루", ""), encoding="utf-8")
    assert translation_check.check(catalogue, WORDS) == []
