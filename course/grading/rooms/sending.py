"""Requests as bytes, by cloudpickle: what of a test may go to the student's room, and as what.

A function that a test passes as an argument is sent by value if it is *self-contained*: all that
it reads besides its arguments are modules, importable functions and classes, stand-ins, constants
(numbers, text, None and tuples of these) and other self-contained functions and classes. It can
then be differentiated or compiled there. Any other function, one that counts its calls or looks
things up in the test's tables, stays here and is called back with data: what it reads is never
sent. So is an iterator, which is consumed here.
"""

from __future__ import annotations

import builtins
import dis
import io
import sys
import types
from collections.abc import Callable, Iterator
from typing import Any

import cloudpickle
import numpy as np

from course.grading.rooms.belongings import belongings
from course.grading.rooms.stand_ins import StandInError, is_class, is_object, place_of
from course.grading.wire import models
from course.grading.wire.limits import Calls, Limits


def send(request: tuple, register: Callable[[Callable], int], parts: list | None = None) -> bytes:
    """A request as bytes.

    Parameters
    ----------
    request : tuple
    register : callable
        Gives a function of the test's that stays here a number to be called back by.
    parts : list
        The mutable objects in the request, by `course.grading.rooms.arguments.mutable_parts`. What
        belongs to one of them, as a weight does to a model, belongs to its copy there.

    Raises
    ------
    StandInError
        If the request holds what must not or cannot go there.
    """
    buffer = io.BytesIO()
    _Pickler(buffer, register, belongings(parts or [])).dump(request)
    return buffer.getvalue()


def copy_of(parts: dict[str, Any]) -> Any:
    """A model of these parts: what Keras would write to a file and read again takes longer."""
    limits = Limits()
    return models.rebuild(parts, limits, Calls(limits))


class _Pickler(cloudpickle.Pickler):
    def __init__(
        self, file: io.BytesIO, register: Callable[[Callable], int], belongs: dict[int, tuple]
    ) -> None:
        super().__init__(file)
        self._register, self._belongs = register, belongs

    def reducer_override(self, value: Any) -> Any:
        if found := self._belongs.get(id(value)):
            return found
        if parts := models.parts_to_copy(value):
            return copy_of, (parts,)
        return super().reducer_override(value)

    def persistent_id(self, value: Any) -> tuple[str, int] | None:
        kind = type(value)
        if kind in _PLAIN:
            return None
        if is_object(value) or is_class(value):
            return "handle", place_of(value)[1]
        if kind is types.FunctionType:
            return None if is_self_contained(value) else ("callback", self._register(value))
        if isinstance(value, Iterator) and not hasattr(value, "read"):
            return "iterator", self._register(value.__next__)
        if _is_symbolic(value):
            raise StandInError(
                "the test calls the student's code on symbolic tensors: build the model in a "
                "function and run it by check.there"
            )
        if isinstance(value, type) and value.__module__ == "__main__" and not _is_known(value, ()):
            raise StandInError(
                f"the test's class {value.__name__} reads what the student's code must not see: "
                "let its methods read nothing but their arguments"
            )
        return None


_PLAIN = frozenset(
    {type(None), bool, int, float, complex, str, bytes, list, tuple, dict, set, np.ndarray}
)


def is_self_contained(function: types.FunctionType, seen: tuple = ()) -> bool:
    """Whether a function reads nothing that must not be sent."""
    if is_importable(function) or function in seen or not _is_of_a_test(function):
        return True
    seen = (*seen, function)
    read = [cell.cell_contents for cell in function.__closure__ or () if _is_filled(cell)]
    read += [*(function.__defaults__ or ()), *(function.__kwdefaults__ or {}).values()]
    names = function.__globals__
    for name in sorted(_globals_of(function.__code__)):
        try:
            read.append(names[name])  # which may ask the student's room
        except KeyError:
            continue
    return all(_is_known(value, seen) for value in read)


def _is_of_a_test(function: types.FunctionType) -> bool:
    """Whether a cell defines it; others are a library's, such as those that a dataclass gets."""
    name = function.__code__.co_filename
    return name.startswith("<") and name != "<string>"


def is_importable(value: Any) -> bool:
    """Whether a value is found under its own name in a module that has been imported."""
    module = sys.modules.get(getattr(value, "__module__", None) or "")
    if module is None or module.__name__ == "__main__":
        return False
    found = module
    for part in getattr(value, "__qualname__", "").split("."):
        found = getattr(found, part, None)
    return found is value


def _is_filled(cell: types.CellType) -> bool:
    try:
        return cell.cell_contents is not None
    except ValueError:
        return False


def _globals_of(code: types.CodeType) -> set[str]:
    found = {i.argval for i in dis.get_instructions(code) if i.opname.endswith("_GLOBAL")}
    for inner in (part for part in code.co_consts if isinstance(part, types.CodeType)):
        found |= _globals_of(inner)
    return found - set(vars(builtins))


def _is_known(value: Any, seen: tuple) -> bool:
    """Whether a value that a function reads tells the student's room nothing."""
    kind = type(value)
    if kind in (type(None), bool, int, float, complex, str, bytes) or kind is types.ModuleType:
        return True
    if kind is tuple:
        return all(_is_known(part, seen) for part in value)
    if is_object(value) or is_class(value):
        return True
    if kind is types.FunctionType:
        return is_self_contained(value, seen)
    if isinstance(value, type) and value.__module__ == "__main__":
        return value in seen or _is_known_class(value, (*seen, value))
    if isinstance(value, type) or callable(value):
        return kind.__module__ != "__main__" and (is_importable(value) or _is_ufunc(value))
    return False


def _is_known_class(kind: type, seen: tuple) -> bool:
    """Whether all that a test's own class is made of is self-contained."""
    for name, value in vars(kind).items():
        if isinstance(value, staticmethod | classmethod):
            value = value.__func__
        is_function = isinstance(value, types.FunctionType | property)
        if name.startswith(("__", "_abc_")) and not is_function:
            continue  # what Python and libraries note about a class
        if type(value) is types.MemberDescriptorType:
            continue
        functions = [value.fget, value.fset, value.fdel] if type(value) is property else [value]
        if not all(_is_known(function, seen) for function in functions):
            return False
    return all(_is_known(base, seen) for base in kind.__bases__)


def _is_ufunc(value: Any) -> bool:
    return type(value).__module__.partition(".")[0] == "numpy"


def _is_symbolic(value: Any) -> bool:
    keras, tensorflow = sys.modules.get("keras"), sys.modules.get("tensorflow")
    if keras is not None and isinstance(value, getattr(keras, "KerasTensor", ())):
        return True
    if tensorflow is None or not hasattr(tensorflow, "is_symbolic_tensor"):
        return False
    return isinstance(value, tensorflow.Tensor) and tensorflow.is_symbolic_tensor(value)
