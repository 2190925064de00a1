"""Messages on a stream, each behind its length; never looks into a message."""

from __future__ import annotations

import struct
from typing import BinaryIO

from course.grading.wire.limits import WireError

_LENGTH = struct.Struct("<Q")
_CHUNK = 2**20  # bytes asked for at once: a claimed length allocates no more than this


def write_frame(file: BinaryIO, message: bytes) -> None:
    """Write one message and flush; ``file`` may be raw and take only part at a time."""
    head = _LENGTH.pack(len(message))
    # One write, so that a short message is one packet.
    for part in (head + message,) if len(message) < _CHUNK else (head, message):
        rest = memoryview(part)
        while rest:
            rest = rest[file.write(rest) or 0 :]
    file.flush()


def read_frame(file: BinaryIO, limit: int) -> bytes | None:
    """The next message, or None where the stream ends before one begins.

    Parameters
    ----------
    file : binary file in blocking mode
    limit : int
        The greatest length accepted, in bytes.

    Raises
    ------
    WireError
        If the message is longer than ``limit`` or the stream ends inside it.
    """
    head = _read(file, _LENGTH.size)
    if not head:
        return None
    if len(head) < _LENGTH.size:
        raise WireError("the stream ended inside the length of a message")
    (length,) = _LENGTH.unpack(head)
    if length > limit:
        raise WireError(f"a message of {length:,} bytes is longer than the {limit:,} allowed")
    message = _read(file, length)
    if len(message) < length:
        raise WireError("the stream ended inside a message")
    return message


def _read(file: BinaryIO, length: int) -> bytes:
    """Up to ``length`` bytes, fewer only where the stream ends."""
    parts, missing = [], length
    while missing and (part := file.read(min(missing, _CHUNK))):
        parts.append(part)
        missing -= len(part)
    return b"".join(parts)
