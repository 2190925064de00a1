"""The student's room: runs the notebook's cells and answers the examiner; knows no test.

Requests arrive by cloudpickle, since this room trusts the examiner; answers leave by the wire's
closed list of types only.
"""

from __future__ import annotations

import inspect
import io
import operator
import os
import pickle
import socket
import sys
from collections import defaultdict, deque
from collections.abc import Callable
from typing import Any, BinaryIO

from course.grading.rooms import arguments
from course.grading.rooms.cells import Notebook
from course.grading.wire import encode, parts_of_error, read_frame, write_frame

VALUE, ERROR, CALLBACK = b"v", b"e", b"c"
REQUEST_BYTES = 2**30


def main(notebook: Notebook, wire: int) -> None:
    """Serve the examiner until it goes.

    Parameters
    ----------
    notebook : Notebook
        The student's cells, none of which has run.
    wire : int
        The file descriptor of the socket to the examiner.
    """
    with socket.socket(fileno=wire) as connection:
        reader, writer = connection.makefile("rb"), connection.makefile("wb", buffering=0)
        Room(notebook, reader, writer).serve()


class Room:
    """What the examiner may ask of the notebook, and the objects in it that it has numbers for."""

    def __init__(self, notebook: Notebook, reader: BinaryIO, writer: BinaryIO) -> None:
        self._notebook, self._reader, self._writer = notebook, reader, writer
        self._kept: list[Any] = []
        self._numbers: dict[int, int] = {}
        self._calls: list[_Call] = []

    def serve(self, within_callback: bool = False) -> Any:
        """Answer requests until the examiner goes, or until a callback has its result."""
        while (frame := read_frame(self._reader, REQUEST_BYTES)) is not None:
            verb, *rest = _Unpickler(io.BytesIO(frame), self).load()
            if verb == "result" and within_callback:
                return rest
            write_frame(self._writer, self._answer(verb, rest))
        os._exit(0)  # the examiner has gone, and nothing here matters any more

    def _answer(self, verb: str, rest: list) -> bytes:
        try:
            return getattr(self, f"_do_{verb}")(*rest)
        except BaseException as error:
            return self._error(error, {})

    def _error(self, error: BaseException, changed: dict[int, Any]) -> bytes:
        parts = parts_of_error(error, self._notebook.where(error), self._keep)
        return ERROR + encode((parts, changed), self._keep)

    def _do_run(self, stop: int) -> bytes:
        """Run the cells before number ``stop`` that have not run; what they raised, in words."""
        return VALUE + encode(self._notebook.run(stop)[:50], self._keep)

    def _do_name(self, name: str) -> bytes:
        """The value of a name in the notebook, in a list; an empty one if there is none."""
        names = self._notebook.names
        return VALUE + encode([names[name]] if name in names else [], self._keep)

    def _do_describe(self, number: int) -> bytes:
        """The handle of an object that has a number already."""
        return VALUE + encode(self._kept[number], self._keep)

    def _do_call(
        self, seconds: float, target: Any, operation: str, args: tuple, kwargs: dict
    ) -> bytes:
        """The result of an operation on an object, and the arguments that it has changed.

        It is interrupted a little before ``seconds`` are over.
        """
        call = _Call(arguments.mutable_parts((args, kwargs), self._stays))
        self._calls.append(call)
        try:
            with self._notebook.alarm.within(seconds - self._notebook.early):
                result = OPERATIONS[operation](target, *args, **kwargs)
        except BaseException as error:
            return self._error(error, call.changed())
        finally:
            self._calls.pop()
        return VALUE + encode((call.marked(result), call.changed()), self._keep)

    def _stays(self, value: Any) -> bool:
        return id(value) in self._numbers

    def callback(self, number: int) -> Callable:
        """What stands here for a function of the examiner's."""

        def called_back(*args: Any, **kwargs: Any) -> Any:
            call = self._calls[-1] if self._calls else _Call([])
            with self._notebook.alarm.held():  # half a message would be the wire's end
                said = [number, call.marked(args), call.marked(kwargs), call.changed()]
                said = (*said, _watched(args))
                write_frame(self._writer, CALLBACK + encode(said, self._keep))
                result, error, changed = self.serve(within_callback=True)
                for part, new in changed.items():
                    arguments.restore(call.parts[part], new, call.parts)
                call.look()
            if error is not None:
                raise error
            return result

        return called_back

    def kept(self, number: int) -> Any:
        """The object with this number."""
        return self._kept[number]

    def _keep(self, value: Any) -> int:
        if type(value) is _Argument:
            return arguments.ARGUMENT + value.number
        if id(value) not in self._numbers:
            self._numbers[id(value)] = len(self._kept)
            self._kept.append(value)
        return self._numbers[id(value)]


class _Call:
    """A call that is under way: the arguments that it may change, as they were when last seen."""

    def __init__(self, parts: list[Any]) -> None:
        self.parts = parts
        self._numbers = {id(part): number for number, part in enumerate(parts)}
        self.look()

    def look(self) -> None:
        """Take the parts as they are now for unchanged."""
        self._seen = [arguments.snapshot(part) for part in self.parts]

    def changed(self) -> dict[int, Any]:
        """By their numbers, the new states of the parts that have changed since last seen."""
        found = {}
        for number, (part, seen) in enumerate(zip(self.parts, self._seen, strict=True)):
            if arguments.is_changed(part, seen):
                found[number] = self._inside(arguments.state(part, self.parts))
        return found

    def marked(self, value: Any, depth: int = 0) -> Any:
        """The value with every argument in it, also inside plain containers, as a mark."""
        if id(value) in self._numbers:
            return _Argument(self._numbers[id(value)])
        if depth > 32 or not self._numbers:
            return value
        if type(value) in (list, tuple):
            return type(value)(self.marked(part, depth + 1) for part in value)
        if type(value) is dict:
            return {key: self.marked(part, depth + 1) for key, part in value.items()}
        return value

    def _inside(self, state: Any) -> Any:
        """A container's state with its elements marked; any other as it is."""
        if type(state) is list:
            return [self.marked(item) for item in state]
        if type(state) is deque:
            return deque(map(self.marked, state), state.maxlen)
        if isinstance(state, dict):
            items = {key: self.marked(item) for key, item in state.items()}
            if type(state) is defaultdict:
                return defaultdict(state.default_factory, items)
            return type(state)(items)
        return state


def _get(target: Any, name: str) -> Any:
    return getattr(target, name)


def _set(target: Any, name: str, value: Any) -> None:
    setattr(target, name, value)


def _del(target: Any, name: str) -> None:
    delattr(target, name)


def _call(target: Any, *args: Any, **kwargs: Any) -> Any:
    return target(*args, **kwargs)


def _item(target: Any, key: Any) -> Any:
    return target[key]


def _special(target: Any, name: str, *args: Any) -> Any:
    """A special method, looked up on the type as an operator would."""
    if name in _BUILTIN:
        return _BUILTIN[name](target, *args)
    return getattr(type(target), name)(target, *args)


# Where Python converts what the method returns, or is content with another one.
_BUILTIN: dict[str, Callable] = {
    "__bool__": bool,
    "__complex__": complex,
    "__contains__": operator.contains,
    "__float__": float,
    "__format__": format,
    "__hash__": hash,
    "__index__": operator.index,
    "__int__": int,
    "__iter__": iter,
    "__len__": len,
    "__repr__": repr,
    "__str__": str,
}


def _exit(target: Any, error: Exception | None) -> Any:
    trace = None if error is None else error.__traceback__
    return type(target).__exit__(target, None if error is None else type(error), error, trace)


def _isinstance(target: type, value: Any) -> bool:
    return isinstance(value, target)


def _issubclass(target: type, value: type) -> bool:
    return issubclass(value, target)


def _signature(target: Any) -> tuple[list[tuple], tuple | None]:
    """A signature as data, annotations within tuples so that None is one."""
    found = inspect.signature(target)

    def given(value: Any) -> tuple | None:
        return None if value is inspect.Parameter.empty else (value,)

    parameters = []
    for name, part in found.parameters.items():
        default, annotation = given(part.default), given(part.annotation)
        parameters.append((name, int(part.kind), default, annotation))
    return parameters, given(found.return_annotation)


OPERATIONS = {
    "get": _get,
    "set": _set,
    "del": _del,
    "call": _call,
    "item": _item,
    "special": _special,
    "exit": _exit,
    "isinstance": _isinstance,
    "issubclass": _issubclass,
    "signature": _signature,
}


class _Argument:
    """Stands in an answer for an argument that is the examiner's own object."""

    def __init__(self, number: int) -> None:
        self.number = number


class _CalledIterator:
    """Stands here for an iterator of the examiner's."""

    def __init__(self, advance: Callable) -> None:
        self._advance = advance

    def __iter__(self) -> _CalledIterator:
        return self

    def __next__(self) -> Any:
        return self._advance()


class _Unpickler(pickle.Unpickler):
    """Requests of the examiner's, which names objects of this room by their numbers."""

    def __init__(self, file: BinaryIO, room: Room) -> None:
        super().__init__(file)
        self._room = room

    def persistent_load(self, reference: tuple[str, int]) -> Any:
        kind, number = reference
        if kind == "handle":
            return self._room.kept(number)
        called_back = self._room.callback(number)
        return called_back if kind == "callback" else _CalledIterator(called_back)


def _watched(values: tuple) -> bool:
    """Whether a gradient is to be taken of what becomes of these, or a graph made of it."""
    tensorflow = sys.modules.get("tensorflow")
    if not hasattr(tensorflow, "is_tensor"):
        return False
    tensors = [value for value in values if tensorflow.is_tensor(value)]
    if any(tensorflow.is_symbolic_tensor(value) for value in tensors):
        return True
    from tensorflow.python import pywrap_tfe

    concrete = [v for v in tensors if hasattr(v, "_id") and not isinstance(v, tensorflow.Variable)]
    return bool(concrete) and pywrap_tfe.TFE_Py_TapeSetShouldRecordBackprop(concrete)
