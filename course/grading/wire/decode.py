"""Bytes from the student's room as values. This is what an attacker can reach: keep it small.

Nothing is executed, imported or looked up by a name that a message holds. Every length is checked
against the bytes that are there before anything is allocated.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from course.grading.wire import codes, containers, handles, objects
from course.grading.wire.codes import COUNT
from course.grading.wire.limits import OBJECT_ITEMS, Calls, Limits, WireError


def decode(
    message: bytes,
    handle: Callable[[int, handles.Handle], Any],
    limits: Limits | None = None,
) -> Any:
    """The value of one message.

    Parameters
    ----------
    message : bytes
        From a room that is not trusted.
    handle : callable
        Called with the number and description of each object that stayed there; returns what
        stands for it.
    limits : Limits, optional

    Raises
    ------
    WireError
        If the bytes are not one whole message within ``limits``. Errors of ``handle`` itself
        pass through.
    """
    limits = limits or Limits()
    if len(message) > limits.bytes:
        raise WireError(f"the message is longer than {limits.bytes:,} bytes")
    reader = _Reader(message, handle, limits)
    value = reader.value(0, _ALL)
    if reader.position != len(message):
        raise WireError("the message goes on after its value")
    return value


_CONSTANTS = {
    codes.NONE: None,
    codes.TRUE: True,
    codes.FALSE: False,
    codes.ELLIPSIS: Ellipsis,
    codes.NOT_IMPLEMENTED: NotImplemented,
}

# What may stand where: keys are plain and hashable, an object's parts hold no objects or handles.
_KEYS = frozenset(
    (
        *(
            codes.NONE,
            codes.TRUE,
            codes.FALSE,
            codes.ELLIPSIS,
            codes.INT,
            codes.FLOAT,
            codes.COMPLEX,
            codes.STR,
            codes.BYTES,
        ),
        *(codes.TUPLE, codes.FROZENSET, codes.SCALAR),
    )
)
_DATA = _KEYS | {codes.LIST, codes.DICT, codes.SET, codes.ARRAY}
_ALL = _DATA | {codes.NOT_IMPLEMENTED, codes.CONTAINER, codes.OBJECT, codes.HANDLE}

# Keys of one hash make a dict quadratic; honest data has hardly two (-1 and -2).
_COLLISIONS = 32


class _Reader:
    """Walks through one message."""

    def __init__(self, message: bytes, handle: Callable, limits: Limits):
        self.message = memoryview(message)
        self.handle, self.limits = handle, limits
        self.position = self.items = 0
        self.calls = Calls(limits)

    def value(self, depth: int, allowed: frozenset[bytes]) -> Any:
        if depth > self.limits.depth:
            raise WireError(f"the message is nested more than {self.limits.depth} deep")
        tag = bytes(self._take(1))
        if tag not in allowed:
            raise WireError("the message holds something that may not stand there")
        if tag in _CONSTANTS:
            return _CONSTANTS[tag]
        return self._READERS[tag](self, depth, allowed)

    def _take(self, length: int) -> memoryview:
        start, self.position = self.position, self.position + length
        if self.position > len(self.message):
            raise WireError("the message ends too early")
        return self.message[start : self.position]

    def _int(self, depth: int, allowed: frozenset[bytes]) -> int:
        length = self._length()
        if not 1 <= length <= codes.INT_BYTES:
            raise WireError("the message holds a whole number that is too large")
        return int.from_bytes(self._take(length), "little", signed=True)

    def _float(self, depth: int, allowed: frozenset[bytes]) -> float:
        return codes.DOUBLE.unpack(self._take(codes.DOUBLE.size))[0]

    def _complex(self, depth: int, allowed: frozenset[bytes]) -> complex:
        return complex(*codes.PAIR.unpack(self._take(codes.PAIR.size)))

    def _str(self, depth: int, allowed: frozenset[bytes]) -> str:
        try:
            return str(self._take(self._length()), "utf-8", "surrogatepass")
        except UnicodeDecodeError:
            raise WireError("the message holds a text that is not UTF-8") from None

    def _bytes(self, depth: int, allowed: frozenset[bytes]) -> bytes:
        return bytes(self._take(self._length()))

    def _length(self) -> int:
        return COUNT.unpack(self._take(COUNT.size))[0]

    def _list(self, depth: int, allowed: frozenset[bytes]) -> list:
        return [self.value(depth + 1, allowed) for _ in range(self._count())]

    def _tuple(self, depth: int, allowed: frozenset[bytes]) -> tuple:
        return tuple(self._list(depth, allowed))

    def _set(self, depth: int, allowed: frozenset[bytes]) -> set:
        return set(self._distinct(self._list(depth, _KEYS)))

    def _frozenset(self, depth: int, allowed: frozenset[bytes]) -> frozenset:
        return frozenset(self._distinct(self._list(depth, _KEYS)))

    def _dict(self, depth: int, allowed: frozenset[bytes]) -> dict:
        keys, values = [], []
        for _ in range(self._count(each=2)):
            keys.append(self.value(depth + 1, _KEYS))
            values.append(self.value(depth + 1, allowed))
        return dict(zip(self._distinct(keys), values, strict=True))

    def _count(self, each: int = 1) -> int:
        """The number of elements that follow; nothing is allocated for them yet."""
        count = self._length()
        self._count_items(count * each)
        return count

    def _count_items(self, number: int) -> None:
        self.items += number
        if self.items > self.limits.items:
            raise WireError(f"the message holds more than {self.limits.items:,} values")

    def _distinct(self, keys: list) -> list:
        if len(set(map(hash, keys))) < len(keys) - _COLLISIONS:
            raise WireError("the message holds keys made to collide")
        if len(set(keys)) < len(keys):
            raise WireError("the message holds the same key twice")
        return keys

    def _array(self, depth: int, allowed: frozenset[bytes]) -> np.ndarray:
        dtype = self._dtype()
        dimensions = self._take(1)[0]
        if dimensions > codes.DIMENSIONS:
            raise WireError("the message holds an array with too many axes")
        packed = [self._take(codes.DIMENSION.size) for _ in range(dimensions)]
        shape = tuple(codes.DIMENSION.unpack(part)[0] for part in packed)
        codes.check_shape(shape, dtype.itemsize, self.limits)
        return self._elements(dtype, math.prod(shape)).reshape(shape)

    def _scalar(self, depth: int, allowed: frozenset[bytes]) -> np.generic:
        return self._elements(self._dtype(), 1)[0]

    def _dtype(self) -> np.dtype:
        return codes.dtype_of(str(self._take(self._take(1)[0]), "ascii", "replace"))

    def _elements(self, dtype: np.dtype, count: int) -> np.ndarray:
        """A fresh, writable vector; bytes that are no value of its dtype are refused."""
        buffer = self._take(count * dtype.itemsize)
        if dtype.kind == "b" and count and np.frombuffer(buffer, np.uint8).max() > 1:
            raise WireError("the message holds a boolean that is neither true nor false")
        if dtype.kind == "U" and count and np.frombuffer(buffer, "<u4").max() > 0x10FFFF:
            raise WireError("the message holds a character that does not exist")
        return np.frombuffer(buffer, dtype).copy()

    def _container(self, depth: int, allowed: frozenset[bytes]) -> Any:
        kind = self._take(1)[0]
        return containers.wrap(kind, self.value(depth + 1, allowed))

    def _object(self, depth: int, allowed: frozenset[bytes]) -> Any:
        self._count_items(OBJECT_ITEMS)
        kind = self._take(1)[0]
        return objects.rebuild(kind, self.value(depth + 1, _DATA), self.limits, self.calls)

    def _handle(self, depth: int, allowed: frozenset[bytes]) -> Any:
        (number,) = codes.DIMENSION.unpack(self._take(codes.DIMENSION.size))
        return self.handle(number, handles.rebuild(self.value(depth + 1, _DATA)))

    _READERS = {
        codes.INT: _int,
        codes.FLOAT: _float,
        codes.COMPLEX: _complex,
        codes.STR: _str,
        codes.BYTES: _bytes,
        codes.LIST: _list,
        codes.TUPLE: _tuple,
        codes.SET: _set,
        codes.FROZENSET: _frozenset,
        codes.DICT: _dict,
        codes.ARRAY: _array,
        codes.SCALAR: _scalar,
        codes.CONTAINER: _container,
        codes.OBJECT: _object,
        codes.HANDLE: _handle,
    }
