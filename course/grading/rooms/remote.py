"""The examiner's end of the wire: asks the student's room and answers what it calls back."""

from __future__ import annotations

import select
import socket
import sys
import time
import types
from collections.abc import Callable
from typing import Any

from course.grading.rooms import arguments
from course.grading.rooms.alarm import TimeLimit
from course.grading.rooms.sending import is_self_contained, send
from course.grading.rooms.stand_ins import Maker, StandInError, is_class, is_object
from course.grading.rooms.student import CALLBACK, ERROR, VALUE
from course.grading.wire import (
    Handle,
    Limits,
    WireError,
    decode,
    error_from_parts,
    read_frame,
    write_frame,
)

_CHUNK = 2**20  # bytes read at once
_CALLBACKS = 50  # within one another


class RoomLost(BaseException):
    """The student's room does not answer any more; no test may take this for an exception."""


class TookTooLong(BaseException):
    """An answer was stopped for its time; no test may take this for an exception.

    Attributes
    ----------
    where : str
        The place in the student's own code, as the student's room has it.
    """

    where = ""


class TooLargeError(BaseException):
    """What the student's code returned does not travel; no test may take this for an exception."""


class Connection:
    """The examiner's end of the wire: asks, waits no longer than allowed, answers callbacks.

    Attributes
    ----------
    deadline : float
        On `time.monotonic`'s clock; until then an answer is waited for.
    lost : str
        Why the room was given up, in words; empty as long as it answers.
    maker : Maker
        Makes the stand-ins.
    """

    def __init__(self, wire: socket.socket, why_lost: Callable[[str], str]) -> None:
        self._wire, self._why_lost = wire, why_lost
        self._writer = wire.makefile("wb", buffering=0)
        self._received = bytearray()
        self._functions: list[Callable] = []
        self._within = 0
        self.deadline = 0.0
        self.lost = ""
        self.maker = Maker(self, self._describe)

    def ask(self, verb: str, *rest: Any, parts: list | None = None) -> Any:
        """The answer to a request; a student's exception is raised as one of its kind."""
        if self.lost:
            raise RoomLost(self.lost)
        parts = parts or []
        self._send((verb, *rest), parts)
        while True:
            frame = self._receive()
            kind = frame[:1]
            try:
                content = decode(frame[1:], lambda n, h: self._stand_in(n, h, parts))
                if kind == VALUE:
                    return content
                if kind == ERROR:
                    error = self._exception(content, parts)
                elif kind == CALLBACK:
                    number, args, kwargs, watched = self._callback(content, parts)
                else:
                    raise WireError("the message is of no kind")
            except WireError as problem:
                self._give_up(f"your code answers with what cannot be read: {problem}")
            if kind == ERROR:
                raise error
            if watched:
                raise StandInError(
                    "the student's code differentiates or compiles a function of the test's that "
                    "reads more than its arguments, modules and constants"
                )
            self._call_back(number, args, kwargs, parts)

    def operate(self, target: Any, operation: str, *args: Any, **kwargs: Any) -> Any:
        """Call, read or change an object of the student's room; arguments are copied back."""
        if operation == "call":
            _check_tape(target, args, kwargs)
        parts = arguments.mutable_parts((args, kwargs), _stays) if args or kwargs else []
        left = self.deadline - time.monotonic()
        answer = self.ask("call", left, target, operation, args, kwargs, parts=parts)
        if not (type(answer) is tuple and len(answer) == 2):
            self._give_up("your code answers with what cannot be read")
        self._restore(answer[1], parts)
        return answer[0]

    def run_there(self, function: Callable, *args: Any, **kwargs: Any) -> Any:
        """What `course.check.there` does in the examiner's room."""
        if type(function) is not types.FunctionType or not is_self_contained(function):
            raise StandInError(
                "check.there takes a function that reads nothing but its arguments, modules, "
                "constants and the student's names"
            )
        return self.operate(function, "call", *args, **kwargs)

    def _describe(self, number: int) -> Handle:
        """The handle of the class with this number."""
        self._send(("describe", number))
        frame = self._receive()
        if frame[:1] != VALUE:
            raise WireError("a class does not describe itself")
        found: list[Handle] = []
        decode(frame[1:], lambda _, handle: found.append(handle))
        if len(found) != 1:
            raise WireError("a class does not describe itself")
        return found[0]

    def _exception(self, content: Any, parts: list) -> BaseException:
        if type(content) is not tuple or len(content) != 2:
            raise WireError("an exception is not described as it should be")
        failure = error_from_parts(content[0])
        self._restore(content[1], parts)
        if failure.kind == f"{WireError.__module__}.WireError":
            text = "what your code returns is too large, or nested too deeply, to be looked at"
            return TooLargeError(text)
        if failure.kind == f"{TimeLimit.__module__}.TimeLimit":
            late = TookTooLong()
            late.where = failure.where
            return late
        own = self.maker.exception_class(failure.mro_names, failure.numbers)
        error = failure.as_exception(own)
        error.where = failure.where
        return error

    def _restore(self, changed: Any, parts: list) -> None:
        if type(changed) is not dict:
            self._give_up("your code answers with what cannot be read")
        try:
            for number, new in changed.items():
                if type(number) is int and 0 <= number < len(parts):
                    arguments.restore(parts[number], new, parts)
        except WireError as problem:
            self._give_up(f"your code answers with what cannot be read: {problem}")

    def _callback(self, call: Any, parts: list) -> tuple[int, tuple, dict, bool]:
        if type(call) is not tuple:
            raise WireError("a callback names no function and arguments")
        if [type(part) for part in call] != [int, tuple, dict, dict, bool]:
            raise WireError("a callback names no function and arguments")
        number, args, kwargs, changed, watched = call
        if not 0 <= number < len(self._functions) or any(type(k) is not str for k in kwargs):
            raise WireError("a callback names a function that was not given")
        if self._within >= _CALLBACKS:
            raise WireError("it calls a function that it was given from within itself for ever")
        self._restore(changed, parts)
        return number, args, kwargs, watched

    def _call_back(self, number: int, args: tuple, kwargs: dict, parts: list) -> None:
        before = [arguments.snapshot(part) for part in parts]
        result = failed = None
        self._within += 1
        try:
            result = self._functions[number](*args, **kwargs)
        except TookTooLong:  # the student's room waits within two calls, of which one is over
            self._give_up("time")
        except Exception as error:
            kind = type(error) if type(error).__module__ == "builtins" else RuntimeError
            try:
                failed = kind("the function given as an argument failed")
            except TypeError:  # one whose class takes more than a text
                failed = RuntimeError("the function given as an argument failed")
        finally:
            self._within -= 1
        changed = {
            place: arguments.state(part, parts)
            for place, (part, seen) in enumerate(zip(parts, before, strict=True))
            if arguments.is_changed(part, seen)
        }
        self._send(("result", result, failed, changed))

    def _register(self, function: Callable) -> int:
        """A number under which the student's room may call a function back."""
        for number, known in enumerate(self._functions):
            if known is function:
                return number
        self._functions.append(function)
        return len(self._functions) - 1

    def _stand_in(self, number: int, handle: Handle, parts: list) -> Any:
        if number >= arguments.ARGUMENT:
            if number - arguments.ARGUMENT < len(parts):
                return parts[number - arguments.ARGUMENT]
            raise WireError("an answer names an argument that was not given")
        return self.maker.make(number, handle)

    def _send(self, request: tuple, parts: list | None = None) -> None:
        message = send(request, self._register, parts)
        try:
            self._wire.settimeout(max(self.deadline - time.monotonic(), 0.001))
            write_frame(self._writer, message)
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
        if not self._received:
            left = self.deadline - time.monotonic()
            if left <= 0 or not select.select([self._wire], [], [], left)[0]:
                raise TimeoutError
            self._received += self._wire.recv(_CHUNK)
        part = bytes(self._received[:size])
        del self._received[:size]
        return part

    def _give_up(self, why: str) -> None:
        self.lost = self._why_lost(why)
        raise RoomLost(self.lost)


def _stays(value: Any) -> bool:
    return is_object(value) or is_class(value)


def _check_tape(target: Any, args: tuple, kwargs: dict) -> None:
    """Refuse a call that the test means to differentiate: no gradient comes back by the wire."""
    if "tensorflow.python.pywrap_tfe" not in sys.modules:
        return
    from tensorflow.python import pywrap_tfe

    if pywrap_tfe.TFE_Py_TapeSetIsEmpty():
        return
    import tensorflow

    values = [v for v in (*args, *kwargs.values()) if type(v).__name__ == "EagerTensor"]
    model = getattr(sys.modules.get("keras"), "Layer", None) in type(target).__mro__
    if model or (values and pywrap_tfe.TFE_Py_TapeSetShouldRecordBackprop(values)):
        raise StandInError(
            "the test differentiates the student's code on its own side of the wire: take the "
            f"gradient in a function and run it by check.there ({tensorflow.GradientTape.__name__})"
        )
