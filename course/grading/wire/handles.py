"""What the examiner is told of an object that stays in the student's room; never the object."""

from __future__ import annotations

import types
from dataclasses import asdict, dataclass, fields
from typing import Any

from course.grading.wire.limits import WireError

OPERATORS = frozenset(
    {
        *("__abs__", "__neg__", "__pos__", "__invert__", "__round__"),
        *("__add__", "__sub__", "__mul__", "__matmul__", "__truediv__", "__floordiv__"),
        *("__mod__", "__divmod__", "__pow__", "__and__", "__or__", "__xor__"),
        *("__radd__", "__rsub__", "__rmul__", "__rmatmul__", "__rtruediv__", "__rfloordiv__"),
        *("__rmod__", "__rdivmod__", "__rpow__", "__rand__", "__ror__", "__rxor__"),
        *("__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__hash__"),
        *("__bool__", "__int__", "__float__", "__index__"),
        *("__len__", "__iter__", "__next__", "__reversed__", "__contains__"),
        *("__getitem__", "__setitem__", "__call__", "__enter__", "__exit__"),
    }
)
_NAME = 200  # characters of one name
_ANCESTORS = 50


@dataclass(frozen=True)
class Handle:
    """An object that did not travel. All of it is the student's claim: fit for words, not trust.

    Attributes
    ----------
    type_name : str
        The name of its class.
    name : str
        The name of the function or class that it is; empty for any other object.
    is_callable, is_class : bool
    ancestors : tuple of str
        ``"module.qualname"`` of every class in the method resolution order: its own when it is a
        class, else its type's.
    operators : tuple of str
        The special methods that its type defines beyond those of ``object``, of `OPERATORS`.
    """

    type_name: str
    name: str
    is_callable: bool
    is_class: bool
    ancestors: tuple[str, ...]
    operators: tuple[str, ...]


def describe(value: Any) -> dict[str, Any]:
    """The parts of an object's `Handle`; asks its type, never the object."""
    kind = type(value)
    is_class = issubclass(kind, type)
    name = type.__dict__["__name__"].__get__(value) if is_class else ""
    if kind in (types.FunctionType, types.BuiltinFunctionType):
        name = value.__name__
    handle = Handle(
        type_name=_short(type.__dict__["__name__"].__get__(kind)),
        name=_short(name),
        is_callable=callable(value),
        is_class=is_class,
        ancestors=ancestors_of(value if is_class else kind),
        operators=tuple(sorted(name for name in OPERATORS if _defines(kind, name))),
    )
    return asdict(handle)


def rebuild(parts: Any) -> Handle:
    """A `Handle` from its parts, every one checked."""
    if type(parts) is not dict or set(parts) != {field.name for field in fields(Handle)}:
        raise WireError("a handle lacks its description")
    texts = [parts["type_name"], parts["name"]]
    flags = [parts["is_callable"], parts["is_class"]]
    for names in (parts["ancestors"], parts["operators"]):
        if type(names) is not tuple or len(names) > max(_ANCESTORS, len(OPERATORS)):
            raise WireError("a handle's description is not a short list of names")
        texts.extend(names)
    if any(type(text) is not str or len(text) > _NAME for text in texts):
        raise WireError("a handle's description holds something else than short names")
    if any(type(flag) is not bool for flag in flags) or not set(parts["operators"]) <= OPERATORS:
        raise WireError("a handle's description is not made of what belongs there")
    return Handle(**parts)


def ancestors_of(kind: type) -> tuple[str, ...]:
    """The dotted names of a class and its ancestors, nearest first, at most 50."""
    mro = type.__dict__["__mro__"].__get__(kind)
    return tuple(_dotted(ancestor) for ancestor in mro[:_ANCESTORS])


def _dotted(kind: type) -> str:
    module = type.__dict__["__module__"].__get__(kind)
    qualname = type.__dict__["__qualname__"].__get__(kind)
    return _short(f"{module}.{qualname}")


def _short(text: Any) -> str:
    return text[:_NAME] if type(text) is str else ""


def _defines(kind: type, name: str) -> bool:
    mro = type.__dict__["__mro__"].__get__(kind)
    found = next((vars(ancestor)[name] for ancestor in mro if name in vars(ancestor)), None)
    return found is not None and found is not vars(object).get(name)
