"""What the examiner is told of an object that stays in the student's room; never the object."""

from __future__ import annotations

import sys
import types
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from typing import Any

from course.grading.wire.limits import WireError

OPERATORS = frozenset(
    {
        *("__abs__", "__neg__", "__pos__", "__invert__", "__round__"),
        *("__add__", "__sub__", "__mul__", "__matmul__", "__truediv__", "__floordiv__"),
        *("__mod__", "__divmod__", "__pow__", "__and__", "__or__", "__xor__"),
        *("__lshift__", "__rshift__", "__rlshift__", "__rrshift__"),
        *("__radd__", "__rsub__", "__rmul__", "__rmatmul__", "__rtruediv__", "__rfloordiv__"),
        *("__rmod__", "__rdivmod__", "__rpow__", "__rand__", "__ror__", "__rxor__"),
        *("__iadd__", "__isub__", "__imul__", "__imatmul__", "__itruediv__", "__ifloordiv__"),
        *("__imod__", "__ipow__", "__iand__", "__ior__", "__ixor__"),
        *("__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__hash__"),
        *("__bool__", "__int__", "__float__", "__complex__", "__index__"),
        *("__trunc__", "__floor__", "__ceil__", "__repr__", "__str__", "__format__"),
        *("__len__", "__iter__", "__next__", "__reversed__", "__contains__", "__array__"),
        *("__getitem__", "__setitem__", "__delitem__", "__call__", "__enter__", "__exit__"),
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
    numbers : tuple of int
        For each ancestor, the number under which it stayed in the student's room; -1 for a class
        of a library's, which is known by its name.
    operators : tuple of str
        The special methods that its type, or it itself if it is a class, defines beyond those of
        ``object``, of `OPERATORS`.
    """

    type_name: str
    name: str
    is_callable: bool
    is_class: bool
    ancestors: tuple[str, ...]
    numbers: tuple[int, ...]
    operators: tuple[str, ...]


def describe(value: Any, keep: Callable[[Any], int]) -> dict[str, Any]:
    """The parts of an object's `Handle`; asks its type, never the object.

    ``keep`` gives the numbers of the student's own classes, as in `encode`.
    """
    kind = type(value)
    is_class = issubclass(kind, type)
    described = value if is_class else kind
    name = type.__dict__["__name__"].__get__(value) if is_class else ""
    if kind in (types.FunctionType, types.BuiltinFunctionType):
        name = value.__name__
    handle = Handle(
        type_name=_short(type.__dict__["__name__"].__get__(kind)),
        name=_short(name),
        is_callable=callable(value),
        is_class=is_class,
        ancestors=ancestors_of(described),
        numbers=numbers_of(described, keep),
        operators=_operators_of(described),
    )
    return asdict(handle)


def rebuild(parts: Any) -> Handle:
    """A `Handle` from its parts, every one checked."""
    if type(parts) is not dict or set(parts) != {field.name for field in fields(Handle)}:
        raise WireError("a handle lacks its description")
    texts = [parts["type_name"], parts["name"]]
    flags = [parts["is_callable"], parts["is_class"]]
    check_numbers(parts["ancestors"], parts["numbers"])
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


def numbers_of(kind: type, keep: Callable[[Any], int]) -> tuple[int, ...]:
    """For a class and its ancestors, the number kept for each that is no library's."""
    mro = type.__dict__["__mro__"].__get__(kind)
    return tuple(-1 if _is_library(ancestor) else keep(ancestor) for ancestor in mro[:_ANCESTORS])


def check_numbers(ancestors: Any, numbers: Any) -> None:
    """Refuse numbers that are not one for each ancestor."""
    if type(numbers) is not tuple or type(ancestors) is not tuple or not ancestors:
        raise WireError("a description does not number its classes")
    if len(numbers) != len(ancestors) or any(type(n) is not int for n in numbers):
        raise WireError("a description does not number each of its classes")
    if not all(-1 <= n < 2**62 for n in numbers):
        raise WireError("a description has a number for a class that is none")


def _operators_of(kind: type) -> tuple[str, ...]:
    mro = type.__dict__["__mro__"].__get__(kind)
    defined = {}
    for ancestor in reversed(mro):
        members = type.__dict__["__dict__"].__get__(ancestor)
        defined.update((name, members[name]) for name in OPERATORS & members.keys())
    plain = vars(object)
    return tuple(
        sorted(
            name
            for name, value in defined.items()
            if value is not None and value is not plain.get(name)
        )
    )


def _is_library(kind: type) -> bool:
    """Whether the class is found under its own name in a module that was imported."""
    if kind is object:
        return True
    module = type.__dict__["__module__"].__get__(kind)
    found = sys.modules.get(module) if type(module) is str and module != "__main__" else None
    for part in type.__dict__["__qualname__"].__get__(kind).split("."):
        found = getattr(found, part, None)
    return found is kind or module == "builtins"


def _dotted(kind: type) -> str:
    module = type.__dict__["__module__"].__get__(kind)
    qualname = type.__dict__["__qualname__"].__get__(kind)
    return _short(f"{module}.{qualname}")


def _short(text: Any) -> str:
    return text[:_NAME] if type(text) is str else ""
