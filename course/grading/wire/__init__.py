"""The wire between the student's room and the examiner's: values as bytes, and never as code.

The student's room calls `encode`, the examiner's calls `decode`; what cannot travel as data stays
behind a numbered `Handle`. Whatever the bytes are, `decode` returns a value or raises `WireError`.
"""

from course.grading.wire.decode import decode
from course.grading.wire.encode import encode
from course.grading.wire.failures import (
    RemoteError,
    decode_error,
    encode_error,
    error_from_parts,
    known_name,
    parts_of_error,
)
from course.grading.wire.frames import read_frame, write_frame
from course.grading.wire.handles import Handle
from course.grading.wire.limits import Limits, WireError

__all__ = [
    "Handle",
    "Limits",
    "RemoteError",
    "WireError",
    "decode",
    "decode_error",
    "encode",
    "encode_error",
    "error_from_parts",
    "known_name",
    "parts_of_error",
    "read_frame",
    "write_frame",
]
