"""The student's room: runs the notebook's cells and answers the examiner; knows no test.

Requests arrive by cloudpickle, since this room trusts the examiner; answers leave by the wire's
closed list of types only.
"""

from __future__ import annotations

import io
import json
import os
import pickle
import socket
import sys
import types
import warnings
from collections.abc import Callable
from typing import Any, BinaryIO

from course.grading.rooms import arguments
from course.grading.wire import encode, encode_error, read_frame, write_frame

VALUE, ERROR, CALLBACK = b"v", b"e", b"c"
REQUEST_BYTES = 2**30


def main(cells: int, wire: int) -> None:
    """Serve the examiner until it goes.

    Parameters
    ----------
    cells : int
        A file descriptor to read the notebook's cells from, as JSON.
    wire : int
        That of the socket to the examiner.
    """
    with os.fdopen(cells, "rb") as file:
        notebook = json.load(file)
    with socket.socket(fileno=wire) as connection:
        Room(notebook, connection.makefile("rwb", buffering=0)).serve()


class Room:
    """The notebook's namespace, and the objects in it that the examiner has numbers for."""

    def __init__(self, cells: list[dict[str, str]], file: BinaryIO) -> None:
        self._cells, self._file = cells, file
        self._kept: list[Any] = []
        self._numbers: dict[int, int] = {}
        self._done = 0
        self._shell = _shell()
        self._labels: dict[str, str] = {}

    def serve(self, within_callback: bool = False) -> Any:
        """Answer requests until the examiner goes, or until a callback has its result."""
        while (frame := read_frame(self._file, REQUEST_BYTES)) is not None:
            verb, *rest = _Unpickler(io.BytesIO(frame), self).load()
            if verb == "result" and within_callback:
                result, error = rest
                if error is not None:
                    raise error
                return result
            write_frame(self._file, self._answer(verb, rest))
        os._exit(0)  # the examiner has gone, and nothing here matters any more

    def _answer(self, verb: str, rest: list) -> bytes:
        try:
            return VALUE + getattr(self, f"_do_{verb}")(*rest)
        except BaseException as error:
            return ERROR + encode_error(error, self._where(error))

    def _do_run(self, stop: int) -> bytes:
        """Run the cells before number ``stop`` that have not run; what they raised, in words."""
        raised = []
        while self._done < stop:
            cell = self._cells[self._done]
            self._done += 1
            if error := self._run(cell):
                raised.append(f"{cell['label']} raises {type(error).__name__}")
        return encode(raised[:50], self._keep)

    def _do_name(self, name: str) -> bytes:
        """The value of a name in the notebook, in a list; an empty one if there is none."""
        names = self._shell.user_ns
        return encode([names[name]] if name in names else [], self._keep)

    def _do_call(self, target: Any, operation: str, args: tuple, kwargs: dict) -> bytes:
        """The result of an operation on an object, and the arguments that it has changed."""
        parts = arguments.mutable_parts((args, kwargs))
        before = [self._state(part, parts) for part in parts]
        result = OPERATIONS[operation](target, *args, **kwargs)
        after = [self._state(part, parts) for part in parts]
        changed = {
            number: arguments.state(_marked_inside(part, parts))
            for number, part in enumerate(parts)
            if after[number] != before[number]
        }
        return encode((_marked(result, parts), changed), self._keep)

    def _state(self, part: Any, parts: list) -> bytes:
        return encode(arguments.state(_marked_inside(part, parts)), self._keep)

    def callback(self, number: int) -> Callable:
        """What stands here for a function of the examiner's."""

        def called_back(*args: Any, **kwargs: Any) -> Any:
            message = encode((number, args, kwargs), self._keep)
            write_frame(self._file, CALLBACK + message)
            return self.serve(within_callback=True)

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

    def _run(self, cell: dict[str, str]) -> BaseException | None:
        name = f"<{cell['label']}>"
        self._shell.compile.get_code_name = lambda *_: name
        self._labels[name] = cell["label"]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            result = self._shell.run_cell(cell["source"], store_history=False)
        if pyplot := sys.modules.get("matplotlib.pyplot"):
            pyplot.close("all")
        return result.error_before_exec or result.error_in_exec

    def _where(self, error: BaseException) -> str:
        """The innermost line of the student's own code, in words."""
        where, step = "", error.__traceback__
        while step is not None:
            if label := self._labels.get(step.tb_frame.f_code.co_filename):
                where = f"line {step.tb_lineno} of {label}"
            step = step.tb_next
        return where


def _get(target: Any, name: str) -> Any:
    return getattr(target, name)


def _set(target: Any, name: str, value: Any) -> None:
    setattr(target, name, value)


def _call(target: Any, *args: Any, **kwargs: Any) -> Any:
    return target(*args, **kwargs)


def _special(target: Any, name: str, *args: Any) -> Any:
    """A special method, looked up on the type as an operator would."""
    return getattr(type(target), name)(target, *args)


def _method(target: Any, name: str, *args: Any, **kwargs: Any) -> Any:
    return getattr(target, name)(*args, **kwargs)


OPERATIONS = {"get": _get, "set": _set, "call": _call, "special": _special, "method": _method}


class _Argument:
    """Stands in an answer for an argument that is the examiner's own object."""

    def __init__(self, number: int) -> None:
        self.number = number


def _marked(value: Any, parts: list) -> Any:
    """The value with every argument in it, also inside exact containers, as a mark."""
    numbers = {id(part): number for number, part in enumerate(parts)}

    def mark(item: Any, depth: int = 0) -> Any:
        if id(item) in numbers:
            return _Argument(numbers[id(item)])
        if depth > 32:
            return item
        if type(item) in (list, tuple):
            return type(item)(mark(part, depth + 1) for part in item)
        if type(item) is dict:
            return {key: mark(part, depth + 1) for key, part in item.items()}
        return item

    return mark(value) if numbers else value


def _marked_inside(part: Any, parts: list) -> Any:
    """A container with its own elements marked; any other part as it is."""
    if type(part) is list:
        return [_marked(item, parts) for item in part]
    if type(part) is dict:
        return {key: _marked(item, parts) for key, item in part.items()}
    return part


class _Unpickler(pickle.Unpickler):
    """Requests of the examiner's, which names objects of this room by their numbers."""

    def __init__(self, file: BinaryIO, room: Room) -> None:
        super().__init__(file)
        self._room = room

    def persistent_load(self, reference: tuple[str, int]) -> Any:
        kind, number = reference
        return self._room.kept(number) if kind == "handle" else self._room.callback(number)


def _shell() -> Any:
    """An IPython shell, so that magics work, without history and terminal."""
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    config = Config()
    config.HistoryManager.enabled = False
    config.HistoryManager.hist_file = ":memory:"
    config.InteractiveShell.colors = "nocolor"
    module = types.ModuleType("__main__")
    sys.modules["__main__"] = module
    shell = InteractiveShell.instance(config=config, user_module=module)
    shell.showtraceback = lambda *_, **__: None  # nobody reads it, and it takes long
    shell.showsyntaxerror = lambda *_, **__: None
    return shell
