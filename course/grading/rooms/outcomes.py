"""What each cell of the student's printed and raised: records on a pipe, for both of its ends.

The student's room writes them and may write anything, so the reading end believes no length,
keeps a bounded amount and never waits. No verdict depends on a word of it.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterable
from dataclasses import dataclass

MIB = 2**20
_HEAD = struct.Struct("=cII")  # kind, number of the cell, length of what follows
_BEGIN, _TEXT, _ERROR, _CUT, _END = b"B", b"T", b"E", b"C", b"D"
_RECORD = 64 * 1024  # bytes of one record at most
_NAME, _SENTENCE = 100, 1000  # characters of an exception's class and text
_PROMPT_RECORDS = 1000  # so many lines are sent as they are printed, later ones in batches
_BATCH = 4096


@dataclass(frozen=True)
class CellOutcome:
    """What came of one cell that ran: text as printed, never HTML or a picture.

    Attributes
    ----------
    index : int
        Its position among the submission's cells, of all types.
    text : str
        What it printed and its last expression in plain text.
    error_name, error_text : str
        The exception that ended it, or the limit, as ``"TimeLimit"`` and a sentence; else empty.
    cut : bool
        Whether ``text`` ends early because the notebook printed more than is kept.
    """

    index: int
    text: str = ""
    error_name: str = ""
    error_text: str = ""
    cut: bool = False


class Reporter:
    """The room's end. It goes silent when nobody reads any more.

    Parameters
    ----------
    fd : int or None
        The pipe's writing end; None reports nothing.
    limit : int
        Bytes of text that all cells together may send.
    """

    def __init__(self, fd: int | None, limit: int) -> None:
        self._fd, self._left = fd, limit
        self._cell: int | None = None
        self._waiting: list[str] = []
        self._size = self._sent = 0
        self._is_cut = False

    def begin(self, cell: int) -> None:
        self._cell, self._is_cut = cell, False
        self._send(_BEGIN)

    def write(self, text: str) -> None:
        """Add to what the present cell has printed; between cells, nothing is kept."""
        if self._cell is None or self._is_cut:
            return
        self._waiting.append(text)
        self._size += len(text)
        if self._size >= _BATCH or (self._sent < _PROMPT_RECORDS and "\n" in text):
            self.flush()

    def flush(self) -> None:
        """Send what is waiting, as much of it as may still be sent."""
        content = "".join(self._waiting).encode("utf-8", "replace")
        self._waiting, self._size = [], 0
        if self._cell is None or not content:
            return
        if len(content) > self._left:
            content, self._is_cut = content[: self._left], True
        self._left -= len(content)
        for start in range(0, len(content), _RECORD):
            self._send(_TEXT, content[start : start + _RECORD])
        if self._is_cut:
            self._send(_CUT)

    def end(self, error_name: str = "", error_text: str = "") -> None:
        self.flush()
        if error_name:
            words = f"{error_name[:_NAME]}\n{error_text[:_SENTENCE]}"
            self._send(_ERROR, words.encode("utf-8", "replace"))
        self._send(_END)
        self._cell = None

    def _send(self, kind: bytes, content: bytes = b"") -> None:
        if self._fd is None:
            return
        rest = memoryview(_HEAD.pack(kind, self._cell or 0, len(content)) + content)
        self._sent += 1
        try:
            while rest:
                rest = rest[os.write(self._fd, rest) :]
        except OSError:
            self._fd = None


class Collector:
    """The reading end: bytes as they come, in pieces of any size.

    Parameters
    ----------
    indices : iterable of int
        The index of every cell that the room was given, in order.
    limit : int
        Bytes of text that are kept of all cells together.
    """

    def __init__(self, indices: Iterable[int], limit: int) -> None:
        self._indices = list(indices)
        self._limit = self._left = limit
        self._bytes_left = 16 * limit + MIB + 8 * _SENTENCE * len(self._indices)
        self._buffer = bytearray()
        self._texts: dict[int, list[bytes]] = {}
        self._errors: dict[int, tuple[str, str]] = {}
        self._cut: set[int] = set()
        self._ended: set[int] = set()

    def feed(self, data: bytes) -> bool:
        """Take some bytes; False once nothing more should be read, whatever is still to come."""
        self._bytes_left -= len(data)
        self._buffer += data
        start = 0
        while len(self._buffer) - start >= _HEAD.size:
            kind, cell, length = _HEAD.unpack_from(self._buffer, start)
            end = start + _HEAD.size + length
            if length > _RECORD or cell >= len(self._indices):
                return False
            if len(self._buffer) < end:
                break
            self._take(kind, cell, bytes(self._buffer[start + _HEAD.size : end]))
            start = end
        del self._buffer[:start]
        return self._bytes_left > 0

    def outcomes(self, stopped: tuple[str, str] = ("", "")) -> tuple[CellOutcome, ...]:
        """What came of the cells that began, in order.

        Parameters
        ----------
        stopped : (str, str)
            Name and sentence for a cell that began and did not end.
        """
        return tuple(
            self._outcome(cell, stopped if cell not in self._ended else ("", ""))
            for cell in sorted(self._texts)
        )

    def _take(self, kind: bytes, cell: int, content: bytes) -> None:
        if kind == _BEGIN:
            self._texts.setdefault(cell, [])
        elif cell not in self._texts:
            return
        elif kind == _TEXT:
            if len(content) > self._left:
                self._cut.add(cell)
            self._texts[cell].append(content[: self._left])
            self._left = max(self._left - len(content), 0)
        elif kind == _ERROR:
            name, _, text = content.decode("utf-8", "replace").partition("\n")
            self._errors[cell] = (name[:_NAME], text[:_SENTENCE])
        elif kind == _CUT:
            self._cut.add(cell)
        elif kind == _END:
            self._ended.add(cell)

    def _outcome(self, cell: int, stopped: tuple[str, str]) -> CellOutcome:
        text = b"".join(self._texts[cell]).decode("utf-8", "replace")
        if cell in self._cut:
            text += f"\n[cut here: the notebook has printed more than {in_words(self._limit)}]"
        name, sentence = self._errors.get(cell, stopped)
        return CellOutcome(self._indices[cell], text, name, sentence, cell in self._cut)


def in_words(size: int) -> str:
    """A number of bytes, as people say it."""
    for unit, name in ((MIB, "MiB"), (1024, "KiB")):
        if size >= unit:
            return f"{size / unit:,.4g} {name}"
    return f"{size} bytes"
