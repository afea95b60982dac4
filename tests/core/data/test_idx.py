"""IDX files: what is written is read back, and every fault of a file is a sentence about that file."""

from __future__ import annotations

import gzip
import os
import struct
import tracemalloc
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from numpy.typing import NDArray

from core.data import idx, read_idx, write_idx
from core.errors import DataError

LABELS = np.array([5, 0, 4, 1, 9], np.uint8)
IMAGES = np.arange(5 * 28 * 28, dtype=np.uint32).astype(np.uint8).reshape(5, 28, 28)

TYPES = st.sampled_from([np.dtype(name) for name in ("u1", "i1", "i2", "i4", "f4", "f8", ">i4", ">f8")])
ARRAYS = TYPES.flatmap(
    lambda dtype: hnp.arrays(dtype, hnp.array_shapes(min_dims=0, max_dims=6, min_side=0, max_side=4))
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "labels"


@given(array=ARRAYS, name=st.sampled_from(["plain", "zipped.gz"]))
def test_what_is_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, array: NDArray[Any], name: str
) -> None:
    path = tmp_path_factory.getbasetemp() / name
    write_idx(path, array)
    back = read_idx(path, rank=array.ndim)
    assert back.shape == array.shape
    assert back.dtype == array.dtype.newbyteorder("=")
    np.testing.assert_array_equal(back, array)  # NaN equals NaN here
    assert not back.flags.writeable


def test_the_bytes_are_those_of_the_format(path: Path) -> None:
    write_idx(path, np.array([[1, -2, 3]], np.int16))
    assert path.read_bytes() == bytes.fromhex("00000b02 00000001 00000003 0001 fffe 0003")


def test_gzip_is_told_by_its_content_not_by_its_name(tmp_path: Path) -> None:
    zipped, plain = tmp_path / "labels", tmp_path / "labels.gz"
    write_idx(plain, LABELS)
    zipped.write_bytes(plain.read_bytes())
    plain.write_bytes(gzip.decompress(zipped.read_bytes()))
    assert zipped.read_bytes()[:2] == b"\x1f\x8b"
    assert plain.read_bytes()[:2] == b"\0\0"
    np.testing.assert_array_equal(read_idx(zipped), LABELS)
    np.testing.assert_array_equal(read_idx(plain), LABELS)


def test_a_gzip_of_several_members_is_one_file(path: Path) -> None:
    write_idx(path, LABELS)
    data = path.read_bytes()
    path.write_bytes(gzip.compress(data[:7]) + gzip.compress(data[7:]))
    np.testing.assert_array_equal(read_idx(path), LABELS)


def test_an_array_longer_than_one_piece(path: Path) -> None:
    array = np.random.default_rng(0).integers(0, 256, 2 * idx._PIECE + 3).astype(np.uint8)
    write_idx(path, array)
    np.testing.assert_array_equal(read_idx(path), array)


def test_a_type_that_idx_lacks_is_not_written(path: Path) -> None:
    with pytest.raises(TypeError, match="no type for int64"):
        write_idx(path, np.arange(3, dtype=np.int64))


def fault(path: Path, rank: int | None = None) -> str:
    """The sentence for a file that cannot be read."""
    with pytest.raises(DataError) as caught:
        read_idx(path, rank)
    assert caught.value.fields["path"] == str(path)
    sentence = str(caught.value)
    assert str(path) in sentence
    return sentence.replace(str(path), "FILE")


def test_missing(path: Path) -> None:
    assert fault(path) == "There is no file FILE. Check the name and the folder."


def test_below_a_file(path: Path) -> None:
    path.touch()
    assert fault(path / "labels") == "There is no file FILE. Check the name and the folder."


def test_a_folder(tmp_path: Path) -> None:
    assert fault(tmp_path) == "FILE is a folder. Choose one of the files in it."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(path: Path) -> None:
    os.mkfifo(path)
    assert fault(path) == "FILE is not an ordinary file. Choose an IDX file."


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (
            PermissionError(13, "Permission denied"),
            "FILE may not be read. Give yourself the right to read it",
        ),
        (OSError(5, "Input/output error"), "FILE could not be read (Input/output error). Check the disk"),
        (MemoryError(), "There is not enough memory for FILE. Close other programs"),
    ],
)
def test_what_the_system_refuses(
    path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, sentence: str
) -> None:
    path.touch()

    def refuse(*arguments: object, **options: object) -> None:
        raise error

    monkeypatch.setattr(Path, "open", refuse)
    assert fault(path).startswith(sentence)


def test_empty(path: Path) -> None:
    path.touch()
    assert fault(path) == "FILE is empty. Fetch it again."


@pytest.mark.parametrize(
    ("content", "magic"),
    [
        (b"<!DOCTYPE html>", "3c 21 44 4f"),
        (b"PK\x03\x04 a zip archive", "50 4b 03 04"),
        (b"\0\0\x08", "00 00 08"),
        (b"\0\0\x0a\x01\0\0\0\0", "00 00 0a 01"),
        (b"\0\0\x08\xff", "00 00 08 ff"),
        (b"\0\x01\x08\x01", "00 01 08 01"),
    ],
)
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_no_idx(path: Path, content: bytes, magic: str, pack: Any) -> None:
    path.write_bytes(pack(content))
    assert fault(path).startswith(f"FILE is not an IDX file (it begins with {magic}). Choose a file such as")


@pytest.mark.parametrize("suffix", ["", ".gz"])
def test_images_where_labels_belong(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"t10k-labels-idx1-ubyte{suffix}"
    write_idx(path, IMAGES)
    assert fault(path, rank=1) == (
        "FILE holds an array of 3 dimensions (5 × 28 × 28), but one of 1 belongs here: images have 3 and "
        "labels 1. Check that two files were not exchanged or renamed."
    )


def test_labels_where_images_belong(path: Path) -> None:
    write_idx(path, LABELS)
    assert fault(path, rank=3).startswith(
        "FILE holds an array of 1 dimensions (5), but one of 3 belongs here"
    )


@pytest.mark.parametrize("suffix", ["", ".gz"])
def test_a_header_cut_short(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"images{suffix}"
    write_idx(path, IMAGES)
    data = path.read_bytes() if not suffix else gzip.decompress(path.read_bytes())
    path.write_bytes(data[:10] if not suffix else gzip.compress(data[:10]))
    assert fault(path) == "FILE is cut short: 16 bytes should be there, and 10 are. Fetch it again."


def test_values_cut_short(path: Path) -> None:
    write_idx(path, IMAGES)
    path.write_bytes(path.read_bytes()[:-1])
    assert fault(path) == (
        "The header of FILE promises 3,920 bytes of data (5 × 28 × 28), but a file of this length has 3,919 "
        "at most: it was cut short or is damaged. Fetch it again."
    )


def test_values_cut_short_before_they_were_gzipped(path: Path) -> None:
    write_idx(path, IMAGES)
    path.write_bytes(gzip.compress(path.read_bytes()[:-1]))
    assert fault(path) == "FILE is cut short: 3,920 bytes should be there, and 3,919 are. Fetch it again."


@given(keep=st.integers(min_value=2, max_value=10_000))
def test_a_gzip_cut_short_anywhere(tmp_path_factory: pytest.TempPathFactory, keep: int) -> None:
    path = tmp_path_factory.getbasetemp() / "cut.gz"
    write_idx(path, np.random.default_rng(0).integers(0, 256, (9, 33, 35)).astype(np.uint8))
    data = path.read_bytes()
    assert len(data) > 10_000
    path.write_bytes(data[:keep])
    sentence = fault(path)
    assert "cut short" in sentence
    assert sentence.endswith("Fetch it again.")


def test_a_gzip_without_its_checksum(path: Path) -> None:
    write_idx(path, LABELS)
    path.write_bytes(gzip.compress(path.read_bytes())[:-4])
    assert fault(path) == "The gzip file FILE is cut short. Fetch it again."


def test_a_gzip_with_a_flipped_bit_in_its_checksum(path: Path) -> None:
    write_idx(path, LABELS)
    data = bytearray(gzip.compress(path.read_bytes()))
    data[-8] ^= 1
    path.write_bytes(data)
    assert fault(path) == "The gzip file FILE is damaged. Fetch it again."


def test_a_gzip_that_is_damaged_inside(path: Path) -> None:
    write_idx(path, IMAGES)
    data = bytearray(gzip.compress(path.read_bytes()))
    data[10] = 0x07  # a block of the type that deflate does not have
    path.write_bytes(data)
    assert fault(path) == "The gzip file FILE is damaged. Fetch it again."


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_trailing_bytes(path: Path, pack: Any) -> None:
    write_idx(path, LABELS)
    path.write_bytes(pack(path.read_bytes() + b"\0"))
    assert fault(path) == (
        "FILE goes on after the 5 bytes that its header promises: it is damaged, or two files were joined. "
        "Fetch it again."
    )


def test_trailing_bytes_after_a_gzip(path: Path) -> None:
    write_idx(path, LABELS)
    path.write_bytes(gzip.compress(path.read_bytes()) + b"garbage")
    assert fault(path) == "The gzip file FILE is damaged. Fetch it again."


def header(*shape: int, code: int = 8) -> bytes:
    return struct.pack(f">BBBB{len(shape)}I", 0, 0, code, len(shape), *shape)


def peak_of_fault(path: Path) -> tuple[str, int]:
    """The sentence, and the bytes of memory that were in use at most while it came about."""
    tracemalloc.start()
    try:
        return fault(path), tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
@pytest.mark.parametrize("shape", [(10**9, 1_000), (2**32 - 1, 28, 28), (2**32 - 1,) * 32])
def test_a_promise_of_a_million_million_is_refused_before_memory_is_taken(
    path: Path, shape: tuple[int, ...], pack: Any
) -> None:
    path.write_bytes(pack(header(*shape) + bytes(1_000)))
    sentence, peak = peak_of_fault(path)
    assert sentence.startswith("The header of FILE promises ")
    assert "a file of this length has " in sentence
    assert peak < 2**20


def test_a_gzip_that_promises_more_than_it_can_hold_is_refused_before_memory_is_taken(path: Path) -> None:
    path.write_bytes(gzip.compress(header(2**28) + bytes(1_000)))
    sentence, peak = peak_of_fault(path)
    assert sentence.startswith("The header of FILE promises 268,435,456 bytes of data")
    assert peak < 2**20


def test_a_gzip_that_holds_as_much_as_a_gzip_can_is_read(tmp_path: Path) -> None:
    path = tmp_path / "zeros.gz"
    write_idx(path, np.zeros(2**22, np.uint8))
    assert path.stat().st_size * 1_000 < 2**22 * 1.01
    assert not read_idx(path).any()


def test_a_gzip_is_not_unpacked_beyond_what_its_header_promises(path: Path) -> None:
    path.write_bytes(gzip.compress(header(5) + bytes(2**26)))
    sentence, peak = peak_of_fault(path)
    assert sentence.startswith("FILE goes on after the 5 bytes that its header promises")
    assert peak < 2**21


@pytest.mark.parametrize("suffix", ["", ".gz"])
def test_more_than_the_limit_is_refused_even_if_it_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    path = tmp_path / f"images{suffix}"
    monkeypatch.setattr(idx, "MAX_BYTES", 3_920)
    write_idx(path, IMAGES)
    np.testing.assert_array_equal(read_idx(path), IMAGES)
    write_idx(path, np.zeros((3_921,), np.uint8))
    assert fault(path) == (
        "FILE promises 3,921 bytes of data (3921); at most 3,920 are read. Use a part of the data set."
    )


def test_an_empty_array_of_impossible_size_is_refused(path: Path) -> None:
    path.write_bytes(header(2**32 - 1, 2**32 - 1, 2**32 - 1, 0))
    assert "promises 0 bytes of data (4294967295 × 4294967295 × 4294967295 × 0)" in fault(path)
