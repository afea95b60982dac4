"""A sentence to a person keeps its template and its values, also on its way to another process."""

from __future__ import annotations

import pickle

from core.errors import DataError, LabError, translatable


def test_the_sentence_is_the_template_filled() -> None:
    error = DataError("{path} has {count} rows.", path="a.csv", count=3)
    assert str(error) == "a.csv has 3 rows."
    assert (error.template, error.fields) == ("{path} has {count} rows.", {"path": "a.csv", "count": 3})


def test_a_sentence_without_values_may_have_braces() -> None:
    assert str(LabError("Write {1, 2}.")) == "Write {1, 2}."


def test_it_comes_back_whole_from_another_process() -> None:
    error = DataError("{path} has {count} rows.", path="a.csv", count=3)
    came = pickle.loads(pickle.dumps(error))
    assert type(came) is DataError
    assert (str(came), came.template, came.fields) == (str(error), error.template, error.fields)


def test_marking_a_sentence_leaves_it_as_it_is() -> None:
    assert translatable("errors", "{path} is empty.") == "{path} is empty."
