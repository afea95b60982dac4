"""A data set in one table of text (CSV): a label and D numbers in each row, or x, y and a label.

The file is streamed. After its first rows it is known how much memory it will take, and too much is refused
before it is read. What the columns are is found by `columns`.
"""

from __future__ import annotations

import csv
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import Any, NamedTuple, TextIO

import numpy as np
from numpy.typing import NDArray

from core.data import files
from core.data.columns import DELIMITERS, Columns, find_columns, number
from core.data.data_set import Split
from core.data.examples import MAX_CLASSES, Examples, Opening, square_shape
from core.data.files import faults_as_sentences, require_ordinary_file
from core.data.reading import Progress
from core.errors import DataError, translatable

ROWS_AT_A_TIME = 2_000
CELLS_AT_A_TIME = 2**21
LONGEST_ROW = 2**22
"""Characters, line by line. A file without any line end is not read into memory to find that out."""
MOST_COLUMNS = 2**18
"""An image of 512 × 512: to see what so many cells are takes some tenths of a second."""
LARGEST = float(np.finfo(np.float32).max)
MOST_WORDS = 1_000
"""Labels that are words: more of them are taken for a column that is not the label."""

_SIGNATURES = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


class _Numbers(NamedTuple):
    """x: (n, D) uint8 or float32. labels: (n,) whole numbers or words."""

    x: NDArray[Any]
    labels: NDArray[Any]


@dataclass(slots=True, eq=False)
class _Table:
    """The rows that were read so far."""

    columns: Columns
    parts: list[_Numbers] = field(default_factory=list)
    rows: int = 0


def opening_table(path: Path) -> Opening:
    """The rows of the file as examples; it is read as UTF-8, UTF-16 with a signature, or cp949."""
    with faults_as_sentences(path):
        otherwise = translatable("errors", "{path} is not an ordinary file. Choose a file of data.")
        require_ordinary_file(path, otherwise)
        with path.open("rb") as file:
            head = file.read(LONGEST_ROW)
        encodings = _encodings(path, head)
        for encoding in encodings:
            try:
                table = yield from _reading(path, encoding)
            except UnicodeDecodeError:
                continue
            except csv.Error as error:  # a cell that does not end
                raise _not_a_table(path) from error
            return _examples(path, table)
    template = translatable(
        "errors", "{path} is written neither in UTF-8 nor in cp949. Save it as “CSV UTF-8”."
    )
    raise DataError(template, path=str(path))


def _encodings(path: Path, head: bytes) -> tuple[str, ...]:
    for signature, encoding in _SIGNATURES.items():
        if head.startswith(signature):
            return (encoding,)
    if not head.strip():
        raise DataError(translatable("errors", "{path} is empty. Choose another file."), path=str(path))
    is_endless = len(head) == LONGEST_ROW and b"\n" not in head and b"\r" not in head
    if b"\0" in head[:4096] or is_endless:
        raise _not_a_table(path)
    return "utf-8", "cp949"


def _reading(path: Path, encoding: str) -> Generator[Progress, None, _Table]:
    """All rows of the file. UnicodeDecodeError where it is written otherwise."""
    size = path.stat().st_size
    with path.open(encoding=encoding) as file:
        following = _lines(path, file)
        first = list(islice((line for line in following if line.strip()), 3))
        if first:
            _require_few_columns(path, first[0])
        columns = find_columns(first)
        if columns is None:
            raise _not_a_table(path)
        table = _Table(columns)
        names = 1 if columns.has_heading else 0
        lines = chain(first[names:], following)
        line_number = 1 + names
        read = sum(map(len, first[:names]))
        at_a_time = max(1, min(ROWS_AT_A_TIME, CELLS_AT_A_TIME // columns.count))
        while some := list(islice(lines, at_a_time)):
            part = _numbers(path, columns, some, line_number)
            line_number += len(some)
            read += sum(map(len, some))
            if len(part.x):
                table.parts.append(part)
                table.rows += len(part.x)
                _require_room(path, table, size, read)
            yield Progress(min(read, size), size)
    return table


def _lines(path: Path, file: TextIO) -> Iterator[str]:
    number = 0
    while line := file.readline(LONGEST_ROW + 1):
        number += 1
        if len(line) > LONGEST_ROW:
            template = translatable(
                "errors",
                "Line {line:,} of {path} is longer than {limit:,} characters. Write each example on a line "
                "of its own.",
            )
            raise DataError(template, path=str(path), line=number, limit=LONGEST_ROW)
        yield line


def _require_few_columns(path: Path, line: str) -> None:
    columns = 1 + max(map(line.count, DELIMITERS))
    if columns > MOST_COLUMNS:
        template = translatable(
            "errors",
            "{path} has {columns:,} columns; at most {limit:,} are read, the pixels of an image of "
            "512 × 512. Make the images smaller, or leave columns out.",
        )
        raise DataError(template, path=str(path), columns=columns, limit=MOST_COLUMNS)


def _numbers(path: Path, columns: Columns, lines: list[str], line_number: int) -> _Numbers:
    """The numbers of some lines; DataError for the first cell that is none."""
    rows = lines
    if columns.has_decimal_commas:
        rows = [line.replace(",", ".") for line in rows]
    words: list[str] = []
    inputs = columns.inputs
    try:
        if columns.has_words or columns.left_out:
            cells = [row for row in csv.reader(rows, delimiter=columns.delimiter) if any(row)]
            if any(len(row) != columns.count for row in cells):
                raise ValueError
            words = [row[columns.label].strip() for row in cells]
            if columns.has_words and not all(words):
                raise ValueError
            # What is not a number becomes NaN.
            x = np.array([[number(row[place]) for place in inputs] for row in cells], np.float64)
            labels: NDArray[Any] = np.array(words)
            if not columns.has_words:
                labels = labels.astype(np.float64)
        else:
            if not any(line.strip() for line in rows):
                return _Numbers(np.empty((0, len(inputs)), np.uint8), np.empty(0))
            whole = np.loadtxt(
                rows, np.float64, comments=None, delimiter=columns.delimiter, ndmin=2, quotechar='"'
            )
            if whole.shape[1] != columns.count:
                raise ValueError
            labels = whole[:, columns.label]
            x = whole[:, inputs]
        if not (np.abs(x) <= LARGEST).all() or not (columns.has_words or _are_labels(labels)):
            raise ValueError
    except ValueError:
        raise _fault(path, columns, lines, line_number) from None
    if not columns.has_words:
        labels = labels.astype(np.intp)
    return _Numbers(_smallest(x), labels)


def _are_labels(values: NDArray[np.float64]) -> bool:
    return bool(((values >= 0) & (values < MAX_CLASSES) & (values == np.floor(values))).all())


def _smallest(x: NDArray[np.float64]) -> NDArray[Any]:
    """Bytes where that is what they are. Two numbers are a point, and no pixels."""
    if x.shape[1] > 2 and x.size and x.min() >= 0 and x.max() <= 255:
        as_bytes = x.astype(np.uint8)
        if (as_bytes == x).all():
            return as_bytes
    return x.astype(np.float32)


def _require_room(path: Path, table: _Table, size: int, read: int) -> None:
    """DataError if the whole table, by the rows so far, or these rows already, take too much memory."""
    x = table.parts[-1].x
    each = x.shape[1] * x.itemsize
    rows = max(table.rows, round(table.rows * size / max(read, 1)))
    if rows * each <= files.MAX_BYTES:
        return
    template = translatable(
        "errors",
        "{path} has about {rows:,} rows of {columns:,} numbers, which would take {needed:.1f} GB of memory; "
        "at most {limit:.1f} GB are read. Use a part of it, about {fewer:,} rows.",
    )
    raise DataError(
        template,
        path=str(path),
        rows=rows,
        columns=x.shape[1],
        needed=rows * each / 2**30,
        limit=files.MAX_BYTES / 2**30,
        fewer=files.MAX_BYTES // each,
    )


def _fault(path: Path, columns: Columns, lines: list[str], line_number: int) -> DataError:
    """The first of these lines that is not a row of the table, and its first cell that is wrong."""
    for offset, line in enumerate(lines):
        if not line.strip():
            continue
        cells = next(csv.reader([line], delimiter=columns.delimiter))
        where: dict[str, object] = {"path": str(path), "line": line_number + offset}
        if len(cells) != columns.count:
            template = translatable(
                "errors",
                "Line {line:,} of {path} has {found:,} cells, but the first has {expected:,}: a cell is "
                "missing, or is too many. Mend the line, or delete it.",
            )
            return DataError(template, found=len(cells), expected=columns.count, **where)
        for place in (columns.label, *columns.inputs):
            cell = cells[place].strip()
            where["column"] = place + 1
            if not cell:
                template = translatable(
                    "errors",
                    "Line {line:,}, column {column:,} of {path} is empty. Write a number, or delete the "
                    "line.",
                )
                return DataError(template, **where)
            if place == columns.label and columns.has_words:
                continue
            value = number(cell, columns.has_decimal_commas)
            if value is None:
                template = translatable(
                    "errors",
                    "Line {line:,}, column {column:,} of {path} is “{cell}”, but a number belongs there.",
                )
                return DataError(template, cell=cell[:40], **where)
            if abs(value) > LARGEST:
                template = translatable(
                    "errors",
                    "Line {line:,}, column {column:,} of {path} is {cell}: too large, for numbers are kept "
                    "as float32, which ends at 3.4e38.",
                )
                return DataError(template, cell=cell[:40], **where)
            if place == columns.label and not _are_labels(np.array([value])):
                template = translatable(
                    "errors",
                    "Line {line:,}, column {column:,} of {path} is the label {cell}, but labels are whole "
                    "numbers from 0 to {last:,}, or words.",
                )
                return DataError(template, cell=cell[:40], last=MAX_CLASSES - 1, **where)
    return _not_a_table(path)


def _not_a_table(path: Path) -> DataError:
    template = translatable(
        "errors",
        "{path} is not a table of examples. Each line has a label and the numbers of one example, with "
        "commas, semicolons or tabs between them; a heading may name the column “label”.",
    )
    return DataError(template, path=str(path))


def _examples(path: Path, table: _Table) -> Examples:
    parts = table.parts
    if not parts:
        template = translatable("errors", "{path} has no rows. Choose another file.")
        raise DataError(template, path=str(path))
    is_bytes = all(part.x.dtype == np.uint8 for part in parts)
    x = np.concatenate([part.x if is_bytes else part.x.astype(np.float32) for part in parts])
    labels = np.concatenate([part.labels for part in parts])
    names: tuple[str, ...] = ()
    if table.columns.has_words:
        words, labels = np.unique(labels, return_inverse=True)
        if len(words) > MOST_WORDS:
            template = translatable(
                "errors",
                "Column {column:,} of {path} has {words:,} different words: it is not a label. Call the "
                "column of the labels “label”.",
            )
            raise DataError(template, column=table.columns.label + 1, path=str(path), words=len(words))
        names = tuple(str(word) for word in words)
    return Examples(Split(x, labels.astype(np.intp)), None, square_shape(x), names)
