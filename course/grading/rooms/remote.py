"""Stand-ins for what stays in the student's room: each asks there; none holds code of a student's.

A function that a test passes as an argument is sent by value if it is *self-contained*: all that
it reads besides its arguments are modules, importable functions and classes, stand-ins, constants
(numbers, text, None and tuples of these) and other self-contained functions. It can then be
differentiated or compiled there. Any other function, one that counts its calls or looks things up
in the test's tables, stays here and is called back with data: what it reads is never sent.
"""

from __future__ import annotations

import builtins
import dis
import io
import select
import socket
import sys
import time
import types
from collections.abc import Callable
from typing import Any

import cloudpickle

from course.grading.rooms import arguments
from course.grading.rooms.student import CALLBACK, ERROR, VALUE
from course.grading.wire import (
    Handle,
    Limits,
    WireError,
    decode,
    decode_error,
    read_frame,
    write_frame,
)


class RoomLost(BaseException):
    """The student's room does not answer any more; no test may take this for an exception."""


class Connection:
    """The examiner's end of the wire: asks, waits no longer than allowed, answers callbacks.

    Attributes
    ----------
    deadline : float
        On `time.monotonic`'s clock; until then an answer is waited for.
    lost : str
        Why the room was given up, in words; empty as long as it answers.
    """

    def __init__(self, wire: socket.socket, why_lost: Callable[[str], str]) -> None:
        self._wire, self._why_lost = wire, why_lost
        self._functions: list[Callable] = []
        self.deadline = 0.0
        self.lost = ""

    def ask(self, verb: str, *rest: Any, parts: list | None = None) -> Any:
        """The answer to a request; a student's exception is raised as one of its kind."""
        if self.lost:
            raise RoomLost(self.lost)
        self._send((verb, *rest))
        while True:
            frame = self._receive()
            try:
                if frame[:1] == VALUE:
                    return decode(frame[1:], lambda n, h: self._stand_in(n, h, parts or []))
                if frame[:1] == ERROR:
                    failure = decode_error(frame[1:])
                elif frame[:1] == CALLBACK:
                    number, args, kwargs = self._callback_arguments(frame[1:])
                else:
                    raise WireError("the message is of no kind")
            except WireError as error:
                self._give_up(f"your code answers with what cannot be read: {error}")
            if frame[:1] == ERROR:
                error = failure.as_exception()
                error.where = failure.where
                raise error
            self._call_back(number, args, kwargs)

    def operate(self, target: Remote, operation: str, *args: Any, **kwargs: Any) -> Any:
        """Call, read or change an object of the student's room; arguments are copied back."""
        parts = arguments.mutable_parts((args, kwargs))
        answer = self.ask("call", target, operation, args, kwargs, parts=parts)
        if not (type(answer) is tuple and len(answer) == 2 and type(answer[1]) is dict):
            self._give_up("your code answers with what cannot be read")
        result, changed = answer
        for number, new in changed.items():
            if type(number) is int and 0 <= number < len(parts):
                arguments.restore(parts[number], new)
        return result

    def register(self, function: Callable) -> int:
        """A number under which the student's room may call a function back."""
        if function not in self._functions:
            self._functions.append(function)
        return self._functions.index(function)

    def _callback_arguments(self, message: bytes) -> tuple[int, tuple, dict]:
        call = decode(message, lambda n, h: self._stand_in(n, h, []))
        if type(call) is not tuple or [type(part) for part in call] != [int, tuple, dict]:
            raise WireError("a callback names no function and arguments")
        number, _, kwargs = call
        if not 0 <= number < len(self._functions) or any(type(k) is not str for k in kwargs):
            raise WireError("a callback names a function that was not given")
        return call

    def _call_back(self, number: int, args: tuple, kwargs: dict) -> None:
        try:
            self._send(("result", self._functions[number](*args, **kwargs), None))
        except Exception as error:
            kind = type(error) if type(error).__module__ == "builtins" else RuntimeError
            self._send(("result", None, kind("the function given as an argument failed")))

    def _stand_in(self, number: int, handle: Handle, parts: list) -> Any:
        if number >= arguments.ARGUMENT:
            if number - arguments.ARGUMENT < len(parts):
                return parts[number - arguments.ARGUMENT]
            raise WireError("an answer names an argument that was not given")
        return stand_in(self, number, handle)

    def _send(self, request: tuple) -> None:
        buffer = io.BytesIO()
        _Pickler(buffer, self).dump(request)
        try:
            self._wire.settimeout(max(self.deadline - time.monotonic(), 0.001))
            with self._wire.makefile("wb", buffering=0) as file:
                write_frame(file, buffer.getvalue())
        except TimeoutError:
            self._give_up("time")
        except OSError:
            self._give_up("")

    def _receive(self) -> bytes:
        try:
            frame = read_frame(self, Limits().bytes + 1)
        except TimeoutError:
            self._give_up("time")
        except (OSError, WireError):
            frame = None
        if not frame:
            self._give_up("")
        return frame

    def read(self, size: int) -> bytes:
        """Up to ``size`` bytes, for `read_frame`; TimeoutError after the deadline."""
        left = self.deadline - time.monotonic()
        if left <= 0 or not select.select([self._wire], [], [], left)[0]:
            raise TimeoutError
        return self._wire.recv(size)

    def _give_up(self, why: str) -> None:
        self.lost = self._why_lost(why)
        raise RoomLost(self.lost)


class Remote:
    """What the examiner holds of an object of the student's; its class is made by `stand_in`."""

    __slots__ = ("_remote_connection", "_remote_number")

    def __init__(self, connection: Connection, number: int) -> None:
        object.__setattr__(self, "_remote_connection", connection)
        object.__setattr__(self, "_remote_number", number)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") and name not in ("__name__", "__doc__", "__qualname__"):
            raise AttributeError(name)  # what libraries try out, `__array__` for one
        return self._remote_connection.operate(self, "get", name)

    def __setattr__(self, name: str, value: Any) -> None:
        self._remote_connection.operate(self, "set", name, value)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of the student's>"

    __hash__ = object.__hash__


_classes: dict[tuple, type] = {}


def stand_in(connection: Connection, number: int, handle: Handle) -> Remote:
    """A stand-in whose type has the operators that the object's has, and no others."""
    operators = set(handle.operators) - {"__hash__", "__call__"}
    if handle.is_callable:
        operators.add("__call__")
    key = (handle.type_name, *sorted(operators))
    if key not in _classes and len(_classes) < 1000:
        members = {name: _operator(name) for name in operators}
        members |= {"__slots__": (), "__hash__": object.__hash__}
        name = handle.type_name if handle.type_name.isidentifier() else "object"
        _classes[key] = type(name, (Remote,), members)
    return _classes.get(key, Remote)(connection, number)


def _operator(name: str) -> Callable:
    if name == "__call__":
        return lambda self, *args, **kwargs: self._remote_connection.operate(
            self, "call", *args, **kwargs
        )
    return lambda self, *args: self._remote_connection.operate(self, "special", name, *args)


class _Pickler(cloudpickle.Pickler):
    """Requests: stand-ins go as the numbers of their objects, functions as the rule above says."""

    def __init__(self, file: io.BytesIO, connection: Connection) -> None:
        super().__init__(file)
        self._connection = connection

    def persistent_id(self, value: Any) -> tuple[str, int] | None:
        if isinstance(value, Remote):
            return "handle", value._remote_number
        if type(value) is types.FunctionType and not _is_self_contained(value):
            return "callback", self._connection.register(value)
        return None


def _is_self_contained(function: types.FunctionType, seen: tuple = ()) -> bool:
    if _is_importable(function) or function in seen:
        return True
    seen = (*seen, function)
    read = [cell.cell_contents for cell in function.__closure__ or () if _is_filled(cell)]
    read += [*(function.__defaults__ or ()), *(function.__kwdefaults__ or {}).values()]
    names = function.__globals__
    read += [names[name] for name in _globals_of(function.__code__) if name in names]
    return all(_is_harmless(value, seen) for value in read)


def _is_importable(value: Any) -> bool:
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


def _is_harmless(value: Any, seen: tuple) -> bool:
    kind = type(value)
    if kind in (type(None), bool, int, float, complex, str, bytes) or kind is types.ModuleType:
        return True
    if kind is tuple:
        return all(_is_harmless(part, seen) for part in value)
    if isinstance(value, Remote):
        return True
    if kind is types.FunctionType:
        return _is_self_contained(value, seen)
    if isinstance(value, type) or callable(value):
        return kind.__module__ != "__main__" and (_is_importable(value) or _is_ufunc(value))
    return False


def _is_ufunc(value: Any) -> bool:
    return type(value).__module__.partition(".")[0] == "numpy"
