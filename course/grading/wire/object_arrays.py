"""NumPy arrays of Python's own scalars, such as text columns; never an array of other objects."""

from __future__ import annotations

from typing import Any

import numpy as np

from course.grading.wire import codes
from course.grading.wire.limits import Limits, WireError

SCALARS = frozenset({type(None), bool, int, float, str})
_POINTER = 8  # bytes


def describe(value: Any, limits: Limits) -> tuple[str, dict[str, Any]] | None:
    """The parts of an object array of plain scalars; None for any other value."""
    if type(value) is not np.ndarray or value.dtype.kind != "O" or value.size > limits.items:
        return None
    items = value.ravel().tolist()
    if not SCALARS.issuperset(map(type, items)):
        return None
    return "objects", {"shape": value.shape, "items": items}


def rebuild(parts: dict[str, Any], limits: Limits) -> np.ndarray:
    """An array of dtype object from its shape and its elements in C order."""
    shape, items = parts["shape"], parts["items"]
    if type(shape) is not tuple or not all(type(n) is int and n >= 0 for n in shape):
        raise WireError("an array of objects has no proper shape")
    codes.check_shape(shape, _POINTER, limits)
    return vector(items).reshape(shape)


def vector(items: Any) -> np.ndarray:
    """Plain scalars as a vector of dtype object."""
    if type(items) is not list or not SCALARS.issuperset(map(type, items)):
        raise WireError("an array of objects holds something else than plain scalars")
    array = np.empty(len(items), object)
    array[:] = items
    return array
