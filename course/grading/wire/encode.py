"""Values of the student's room as bytes: data by a closed list of exact types, never code.

Runs among the student's objects, so nothing here is trusted by the other end; it only has to be
right for honest values. What is not on the list stays here behind a number.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import Any

import numpy as np

from course.grading.wire import codes, containers, handles, objects
from course.grading.wire.codes import COUNT
from course.grading.wire.limits import OBJECT_ITEMS, Calls, Limits, WireError


def encode(value: Any, keep: Callable[[Any], int], limits: Limits | None = None) -> bytes:
    """A value as one message.

    Containers are copied; that two places hold the same list is not kept.

    Parameters
    ----------
    value : object
        None, bool, int, float, complex, str, bytes, list, tuple, dict, set, frozenset, NumPy
        arrays and scalars, TensorFlow tensors and variables, pandas columns and tables, models
        and layers of Keras's own classes. Anything else, also inside a container, becomes a
        handle; a dict or set with a key that is not plain data becomes one as a whole.
    keep : callable
        Called with an object that stays; returns its number, 0 to 2**63 - 1.
    limits : Limits, optional

    Raises
    ------
    WireError
        If the value is larger or deeper than ``limits`` allow, or contains itself.
    """
    writer = _Writer(keep, limits or Limits())
    try:
        writer.value(value, 0)
    except RecursionError:
        raise WireError("it is nested too deeply") from None
    return b"".join(writer.parts)


class _Writer:
    """Collects the parts of one message."""

    def __init__(self, keep: Callable[[Any], int], limits: Limits):
        self.keep, self.limits = keep, limits
        self.parts: list[bytes] = []
        self.size = self.items = 0
        self.calls = Calls(self.limits)

    def value(self, value: Any, depth: int) -> None:
        if depth > self.limits.depth:
            raise WireError(f"it is nested more than {self.limits.depth} deep, or contains itself")
        kind = type(value)
        if write := self._WRITERS.get(kind):
            write(self, value, depth)
        elif kind in codes.NUMPY_SCALARS and codes.dtype_code(value.dtype):
            self._array_or_scalar(codes.SCALAR, np.asarray(value))
        else:
            self._object(value, depth)

    def _add(self, *parts: bytes) -> None:
        self.size += sum(map(len, parts))
        if self.size > self.limits.bytes:
            raise WireError(f"it is larger than {self.limits.bytes:,} bytes")
        self.parts.extend(parts)

    def _none(self, value: None, depth: int) -> None:
        self._add(codes.NONE)

    def _ellipsis(self, value: Any, depth: int) -> None:
        self._add(codes.ELLIPSIS)

    def _not_implemented(self, value: Any, depth: int) -> None:
        self._add(codes.NOT_IMPLEMENTED)

    def _bool(self, value: bool, depth: int) -> None:
        self._add(codes.TRUE if value else codes.FALSE)

    def _int(self, value: int, depth: int) -> None:
        length = value.bit_length() // 8 + 1
        if length > codes.INT_BYTES:
            raise WireError(f"it holds a whole number of {value.bit_length():,} bits")
        self._sized(codes.INT, value.to_bytes(length, "little", signed=True))

    def _float(self, value: float, depth: int) -> None:
        self._add(codes.FLOAT, codes.DOUBLE.pack(value))

    def _complex(self, value: complex, depth: int) -> None:
        self._add(codes.COMPLEX, codes.PAIR.pack(value.real, value.imag))

    def _str(self, value: str, depth: int) -> None:
        self._sized(codes.STR, value.encode("utf-8", "surrogatepass"))

    def _bytes(self, value: bytes, depth: int) -> None:
        self._sized(codes.BYTES, value)

    def _sized(self, tag: bytes, content: bytes) -> None:
        try:
            self._add(tag, COUNT.pack(len(content)), content)
        except struct.error:
            raise WireError("it holds a text of more than 4 GiB") from None

    def _list(self, value: list, depth: int) -> None:
        self._elements(codes.LIST, value, depth)

    def _tuple(self, value: tuple, depth: int) -> None:
        self._elements(codes.TUPLE, value, depth)

    def _set(self, value: set, depth: int) -> None:
        if all(map(_is_key, value)):
            self._elements(codes.SET, value, depth)
        else:
            self._handle(value, depth)

    def _frozenset(self, value: frozenset, depth: int) -> None:
        if all(map(_is_key, value)):
            self._elements(codes.FROZENSET, value, depth)
        else:
            self._handle(value, depth)

    def _dict(self, value: dict, depth: int) -> None:
        if not all(map(_is_key, value)):
            return self._handle(value, depth)
        self._count(codes.DICT, len(value), each=2)
        for key, item in value.items():
            self.value(key, depth + 1)
            self.value(item, depth + 1)

    def _elements(self, tag: bytes, values: Any, depth: int) -> None:
        self._count(tag, len(values))
        for item in values:
            self.value(item, depth + 1)

    def _count(self, tag: bytes, count: int, each: int = 1) -> None:
        self._count_items(count * each)
        self._add(tag, COUNT.pack(count))

    def _count_items(self, number: int) -> None:
        self.items += number
        if self.items > self.limits.items:
            raise WireError(f"it holds more than {self.limits.items:,} values")

    def _ndarray(self, value: np.ndarray, depth: int) -> None:
        if codes.dtype_code(value.dtype) and value.ndim <= codes.DIMENSIONS:
            self._array_or_scalar(codes.ARRAY, value)
        else:
            self._object(value, depth)

    def _array_or_scalar(self, tag: bytes, value: np.ndarray) -> None:
        code = codes.dtype_code(value.dtype)
        if value.nbytes > self.limits.bytes:
            raise WireError(f"it holds an array of {value.nbytes:,} bytes")
        name = code.encode("ascii")
        self._add(tag, bytes([len(name)]), name)
        if tag == codes.ARRAY:
            self._add(bytes([value.ndim]), *map(codes.DIMENSION.pack, value.shape))
        # Writes the C order and the byte order of the wire, whatever the array's own.
        self._add(value.astype(codes.dtype_of(code), copy=False).tobytes())

    def _object(self, value: Any, depth: int) -> None:
        if (plain := containers.as_plain(value)) is not None:
            return self.value(plain, depth)
        if found := containers.unwrap(value):
            return self._container(value, *found, depth)
        described = objects.describe(value, self.limits, self.calls)
        if described is None:
            return self._handle(value, depth)
        kind, parts = described
        self._count_items(OBJECT_ITEMS)
        self._add(codes.OBJECT, bytes([objects.KINDS.index(kind)]))
        self.value(parts, depth + 1)

    def _container(self, value: Any, number: int, content: Any, depth: int) -> None:
        inner = content[-1] if number == containers.NAMES.index("defaultdict") else content
        if type(inner) is dict and not all(map(_is_key, inner)):
            return self._handle(value, depth)
        self._add(codes.CONTAINER, bytes([number]))
        self.value(content, depth + 1)

    def _handle(self, value: Any, depth: int) -> None:
        self._add(codes.HANDLE, codes.DIMENSION.pack(self.keep(value)))
        self.value(handles.describe(value, self.keep), depth + 1)

    _WRITERS = {
        type(None): _none,
        type(Ellipsis): _ellipsis,
        type(NotImplemented): _not_implemented,
        bool: _bool,
        int: _int,
        float: _float,
        complex: _complex,
        str: _str,
        bytes: _bytes,
        list: _list,
        tuple: _tuple,
        set: _set,
        frozenset: _frozenset,
        dict: _dict,
        np.ndarray: _ndarray,
    }


def _is_key(value: Any) -> bool:
    """Whether both ends agree that it is plain and hashable."""
    kind = type(value)
    if kind in (tuple, frozenset):
        return all(map(_is_key, value))
    return kind in _KEYS or (kind in codes.NUMPY_SCALARS and bool(codes.dtype_code(value.dtype)))


_KEYS = frozenset({type(None), type(Ellipsis), bool, int, float, complex, str, bytes})
