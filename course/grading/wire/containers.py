"""Containers that are a list or dict under another class, such as a deque or an OrderedDict.

Their elements may be whatever a list or dict may hold. `keras` keeps a layer's lists in such
classes, too: those arrive as a list or dict.
"""

from __future__ import annotations

import sys
from collections import Counter, OrderedDict, defaultdict, deque
from typing import Any

from course.grading.wire.limits import WireError

NAMES = ("OrderedDict", "Counter", "deque", "defaultdict")
_FACTORIES = {"int": int, "float": float, "list": list, "dict": dict, "set": set, "str": str}


def unwrap(value: Any) -> tuple[int, Any] | None:
    """The place in `NAMES` of a container's class, and what it holds; None for any other value."""
    kind = type(value)
    if kind is OrderedDict:
        return 0, dict(value)
    if kind is Counter:
        return 1, dict(value)
    if kind is deque:
        return 2, [value.maxlen, *value]
    if kind is defaultdict:
        factory = value.default_factory
        name = None if factory is None else factory.__name__ if isinstance(factory, type) else ""
        if name is None or _FACTORIES.get(name) is factory:
            return 3, [name, dict(value)]
    return None


def as_plain(value: Any) -> Any:
    """A list or dict that Keras or TensorFlow tracks as a plain one; None for any other value."""
    kind = type(value)
    module = type.__dict__["__module__"].__get__(kind)
    tracked = sys.modules.get(module) if module in _TRACKING else None
    if tracked is None or getattr(tracked, kind.__name__, None) is not kind:
        return None
    for plain in (list, dict, set):
        if issubclass(kind, plain):
            return plain(value)
    return None


_TRACKING = ("keras.src.utils.tracking", "tensorflow.python.trackable.data_structures")


def wrap(number: int, content: Any) -> Any:
    """The container of this class that holds ``content``, or WireError."""
    if number >= len(NAMES):
        raise WireError("the message holds a container of an unknown kind")
    name = NAMES[number]
    if name in ("OrderedDict", "Counter"):
        if type(content) is not dict:
            raise WireError(f"a message's {name} holds no dict")
        return OrderedDict(content) if name == "OrderedDict" else Counter(content)
    if type(content) is not list or not content:
        raise WireError(f"a message's {name} holds no list")
    first, *rest = content
    if name == "deque":
        if first is not None and not (type(first) is int and len(rest) <= first < 2**62):
            raise WireError("a deque has no proper length")
        return deque(rest, first)
    if len(rest) != 1 or type(rest[0]) is not dict:
        raise WireError("a defaultdict holds no dict")
    if first is not None and not (type(first) is str and first in _FACTORIES):
        raise WireError("a defaultdict has a default that does not travel")
    return defaultdict(first and _FACTORIES[first], rest[0])
