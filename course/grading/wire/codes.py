"""The alphabet of the wire, shared by both ends: tags and dtypes; never touches a value.

A value is one tag byte and what belongs to it. Lengths and counts are unsigned 32-bit, numbers
little-endian. There is no tag for a class, a function or an import.
"""

from __future__ import annotations

import math
import re
import struct
import sys

import numpy as np

from course.grading.wire.limits import Limits, WireError

NONE, TRUE, FALSE = b"N", b"T", b"F"
ELLIPSIS, NOT_IMPLEMENTED = b"e", b"-"
INT, FLOAT, COMPLEX, STR, BYTES = b"i", b"f", b"c", b"s", b"b"
LIST, TUPLE, DICT, SET, FROZENSET = b"l", b"t", b"d", b"S", b"Z"
ARRAY, SCALAR = b"A", b"n"
CONTAINER, OBJECT, HANDLE = b"C", b"O", b"H"

COUNT = struct.Struct("<I")
DIMENSION = struct.Struct("<Q")
DOUBLE = struct.Struct("<d")
PAIR = struct.Struct("<dd")

INT_BYTES = 1024  # the largest whole number: about 2,460 digits, which Python still prints
DIMENSIONS = 32

_PLAIN = (
    *("bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"),
    *("float16", "float32", "float64", "complex64", "complex128"),
)
_TEXT = re.compile(r"[US][1-9][0-9]{0,6}")
_TIME = re.compile(r"(datetime64|timedelta64)\[(Y|M|W|D|h|m|s|ms|us|ns)\]")

# The C types are classes of their own where two of them have the same width.
NUMPY_SCALARS = frozenset(np.dtype(name).type for name in (*_PLAIN, *"ilqILQ")) | {
    np.str_,
    np.bytes_,
    np.datetime64,
    np.timedelta64,
}


def dtype_code(dtype: np.dtype) -> str | None:
    """The name under which a dtype travels; None if it does not."""
    if dtype.kind in "US":
        width = dtype.itemsize // (4 if dtype.kind == "U" else 1)
        code = f"{dtype.kind}{max(width, 1)}"
    else:
        code = dtype.name
    return code if code in _PLAIN or code == "bfloat16" or _sized(code) else None


def dtype_of(code: str) -> np.dtype:
    """The little-endian dtype with this name.

    Raises
    ------
    WireError
        If the name is not on the list, or is bfloat16 where TensorFlow has not been imported.
    """
    if code == "bfloat16" and "ml_dtypes" in sys.modules:
        return np.dtype(sys.modules["ml_dtypes"].bfloat16)
    if code in _PLAIN or _sized(code):
        return np.dtype(code).newbyteorder("<")
    raise WireError("an array has a dtype that does not travel")


def check_shape(shape: tuple[int, ...], itemsize: int, limits: Limits) -> None:
    """Refuse a shape whose array would be larger than a message; empty axes hide nothing.

    An array of shape (0, 10**12) takes no bytes, but its sum over the first axis would.
    """
    if math.prod(max(length, 1) for length in shape) * max(itemsize, 1) > limits.bytes:
        raise WireError(f"an array is larger than {limits.bytes:,} bytes")


def _sized(code: str) -> bool:
    return bool(_TEXT.fullmatch(code) or _TIME.fullmatch(code))
