"""Files damaged as chance will have it: bytes, lines, what stands in a JSON, the members of an archive."""

from __future__ import annotations

import io
import json
import random
import zipfile
from typing import Any

SPLINTERS = (
    *(b"", b"\0", b"\xff", b"\n", b"\r\n", b",", b";", b"\t", b'"', b"'", b"{", b"[", b"("),
    *(b"\x1f\x8b", b"PK", b"1e39"),
    *(b"0", b"1", b"-1", b"1e400", b"-1e-400", b"nan", b"inf", b"9" * 400, b"0.5", b"1,5", b"255", b"256"),
    *(b"65536", b"\x00\x00\x08\x03", b"\xef\xbb\xbf", b"\xff\xfe", "레이블".encode(), "ß".encode("utf-16")),
    *(b"label", b"True", b"None", b"|O", b"<f8", b"(10, 10)", b"(99999999, 99999999)", b"\x7f\xff\xff\xff"),
)
VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 2, 7, 10**9, 10**12, 10**18, 10**40, 10**400, 0.5, -0.0, 1e308, 1e-308),
    *(float("nan"), float("inf"), float("-inf"), "", "relu", "affine", "adam", "a" * 300, "\0", "레이블"),
    *([], {}, [1], [[1]], [[]], {"kind": "relu"}, {"kind": "affine", "units": 3}, [None] * 9),
)
"""What may stand anywhere in a description."""


def damaged(content: bytes, chance: random.Random) -> bytes:
    """A few places of it otherwise: overwritten, left out, doubled, cut off, or those of other places."""
    for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
        at, length = chance.randrange(len(content) + 1), chance.choice((1, 1, 2, 4, 16, 200))
        piece, rest = content[at : at + length], content[at + length :]
        match chance.randrange(7):
            case 0:
                piece = bytes(chance.randrange(256) for _ in piece)
            case 1:
                piece = bytes(byte ^ 1 << chance.randrange(8) for byte in piece)
            case 2:
                piece = b""
            case 3:
                piece *= chance.choice((2, 3, 50))
            case 4:
                rest = b"" if chance.random() < 0.3 else rest
            case 5:
                piece = chance.choice(SPLINTERS)
            case 6:
                other = chance.randrange(len(content) + 1)
                piece = content[other : other + length]
        content = content[:at] + piece + rest
    return content


def damaged_json(text: bytes, chance: random.Random) -> bytes:
    """Some values of it replaced, doubled, or left out, at any depth; what is not JSON any more, anyhow."""
    try:
        whole = json.loads(text)
    except ValueError:
        return damaged(text, chance)
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        _damage_value(whole, chance)
    return json.dumps(whole).encode()


def _damage_value(part: Any, chance: random.Random) -> None:
    keys = _keys(part)
    key = chance.choice(keys) if keys else None
    while keys and _keys(part[key]) and chance.random() < 0.85:
        part = part[key]
        keys = _keys(part)
        key = chance.choice(keys)
    if key is None:
        return
    match chance.randrange(6):
        case 0:
            del part[key]
        case 1 if isinstance(part, list):
            part[:] = part * chance.choice((2, 40, 400))
        case 2 if isinstance(part, dict):
            part[chance.choice(("", "kind", "units", "nothing", "x" * 50))] = part[key]
        case 3 if type(part[key]) in (int, float):
            part[key] *= chance.choice((-1, 2, 1.5, 10**6, 1e300))
        case _:
            part[key] = chance.choice(VALUES)


def _keys(part: Any) -> list[Any]:
    return list(part) if isinstance(part, dict) else list(range(len(part))) if isinstance(part, list) else []


def damaged_archive(content: bytes, chance: random.Random) -> bytes:
    """A zip written anew, whole, with members of another content or name, one more or one less, or packed."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(chance.choice((1, 1, 2, 3))):
        name = chance.choice(sorted(members))
        match chance.randrange(7):
            case 0 if len(members) > 1:
                del members[name]
            case 1:
                members[name] = members[chance.choice(sorted(members))]
            case 2:
                members[chance.choice(("x.npy", "../x.npy", "/x", "optimizer/x.npy", name + "x"))] = members[
                    name
                ]
            case _ if name.endswith(".json"):
                members[name] = damaged_json(members[name], chance)
            case _:
                members[name] = damaged(members[name], chance)
    packing = zipfile.ZIP_DEFLATED if chance.random() < 0.1 else zipfile.ZIP_STORED
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", packing) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, packing)
    return file.getvalue()
