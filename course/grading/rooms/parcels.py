"""Plain data and pieces of bytes as one piece of bytes, and back; and files, laid into a folder.

No pickle: a parcel is a line of JSON, which tells the pieces' lengths, and the pieces behind it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Any

Files = tuple[tuple[str, bytes], ...]
_NAME = 1024  # characters of a file's name, folders included


def pack(header: dict[str, Any], pieces: Iterable[bytes]) -> bytes:
    """The parcel of a header, which JSON can hold, and pieces."""
    pieces = list(pieces)
    line = json.dumps({"header": header, "lengths": [len(piece) for piece in pieces]})
    return b"".join([line.encode(), b"\n", *pieces])


def unpack(parcel: bytes) -> tuple[dict[str, Any], list[bytes]]:
    """What `pack` was given; ValueError if this is no parcel."""
    line, _, rest = parcel.partition(b"\n")
    data = json.loads(line)
    if type(data) is not dict or set(data) != {"header", "lengths"}:
        raise ValueError("a parcel has other parts than it should")
    header, lengths = data["header"], data["lengths"]
    if type(header) is not dict or type(lengths) is not list:
        raise ValueError("a parcel's header or lengths are missing")
    if any(type(length) is not int or length < 0 for length in lengths):
        raise ValueError("a parcel's lengths are no numbers")
    if sum(lengths) != len(rest):
        raise ValueError("a parcel's pieces are not as long as it says")
    pieces, start = [], 0
    for length in lengths:
        pieces.append(rest[start : start + length])
        start += length
    return header, pieces


def pack_files(files: Files) -> bytes:
    """Files as a parcel."""
    return pack({"names": [name for name, _ in files]}, [content for _, content in files])


def unpack_files(parcel: bytes) -> Files:
    """The files of a parcel; ValueError if it holds none."""
    header, contents = unpack(parcel)
    names = header.get("names")
    if type(names) is not list or any(type(name) is not str for name in names):
        raise ValueError("a parcel of files has no names")
    return tuple(zip(names, contents, strict=True))


def proper_files(files: Iterable[tuple[str, bytes]]) -> Files:
    """Those files that a room may be given: relative names that stay below, and no notebook.

    Names use ``/``. Of two files of the same name the later one is kept.
    """
    kept = {_normal(name): bytes(content) for name, content in files if _is_proper(name)}
    return tuple(sorted(kept.items()))


def within(files: Files, file_bytes: int, disk_bytes: int) -> Files:
    """The files, in order, as long as each and all together stay within these sizes."""
    kept, left = [], disk_bytes
    for name, content in files:
        if len(content) <= min(file_bytes, left):
            kept.append((name, content))
            left -= len(content)
    return tuple(kept)


def lay_out(files: Files, folder: Path) -> None:
    """Write the files into a folder; one for which there is no place is left out."""
    for name, content in files:
        target = folder / name
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        except OSError:  # the disk is full, or a file stands where a folder should
            continue


def _is_proper(name: str) -> bool:
    path = PurePosixPath(name)
    if not name or len(name) > _NAME or "\0" in name or path.is_absolute():
        return False
    if not path.parts or ".." in path.parts or path.suffix.lower() == ".ipynb":
        return False
    try:
        os.fsencode(name)
    except UnicodeEncodeError:
        return False
    return True


def _normal(name: str) -> str:
    return str(PurePosixPath(name))
