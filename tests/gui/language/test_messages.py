"""The engine's sentences come out in the language in use, with the engine's values in them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from core.errors import ConfigError, DataError
from gui.language.messages import sentence

KOREAN = {
    "The batch of {batch} is larger than the data, {size}.": "배치 {batch}개가 데이터 {size}개보다 큽니다.",
    "The file {path} is cut short.": "{file} 파일이 잘렸습니다.",
}


class Dictionary(QTranslator):
    """Translates what stands in `KOREAN`, in the context of the engine's errors alone."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return KOREAN.get(text) if context == "errors" else None  # type: ignore[return-value]

    def isEmpty(self) -> bool:  # noqa: N802
        return False


@pytest.fixture
def korean(qapp: QApplication) -> Iterator[None]:
    translator = Dictionary()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def test_english_without_a_translation() -> None:
    error = ConfigError("The batch of {batch} is larger than the data, {size}.", batch=500, size=100)
    assert sentence(error) == "The batch of 500 is larger than the data, 100."


def test_translated(korean: None) -> None:
    error = ConfigError("The batch of {batch} is larger than the data, {size}.", batch=500, size=100)
    assert sentence(error) == "배치 500개가 데이터 100개보다 큽니다."


def test_a_slip_in_the_translation_does_not_hide_the_message(korean: None) -> None:
    assert sentence(DataError("The file {path} is cut short.", path="x.gz")) == "The file x.gz is cut short."


def test_braces_in_a_sentence_without_values() -> None:
    assert sentence(DataError("Write {1, 2} for a set.")) == "Write {1, 2} for a set."


def test_a_number_has_a_real_minus_and_a_name_its_hyphen() -> None:
    error = ConfigError(
        "{value} of {path} is less than {least:g}, as 1e-8.", value=-1, path="a-1", least=-2e-9
    )
    assert sentence(error) == "−1 of a-1 is less than −2e−09, as 1e−8."
