"""An exception of the student's room as names and text; no class named in a message is imported.

The examiner raises `RemoteError.as_exception`, so that ``check.raises(ValueError)`` works. Its
class is one that the examiner has: the student's own name for a class is never shown, since it
could be made of a test's inputs.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from typing import Any

from course.grading.wire.decode import decode
from course.grading.wire.encode import encode
from course.grading.wire.handles import ancestors_of, check_numbers, numbers_of
from course.grading.wire.limits import Limits, WireError

_TEXT = 2000  # characters
_NAME = 200
_CLASSES = 50

# Exceptions that one text makes. SystemExit and its like are missing on purpose: a student's
# sys.exit() must not end the examiner.
_BUILTIN = {
    kind.__name__: kind
    for kind in (
        *(Exception, ArithmeticError, FloatingPointError, OverflowError, ZeroDivisionError),
        *(AssertionError, AttributeError, BufferError, EOFError, ImportError),
        *(ModuleNotFoundError, LookupError, IndexError, KeyError, MemoryError, NameError),
        *(UnboundLocalError, OSError, FileExistsError, FileNotFoundError, IsADirectoryError),
        *(NotADirectoryError, PermissionError, TimeoutError, ReferenceError, RuntimeError),
        *(NotImplementedError, RecursionError, StopIteration, SyntaxError, IndentationError),
        *(SystemError, TypeError, ValueError),
    )
}


# Modules whose exceptions arrive as themselves where the examiner has imported them.
_LIBRARIES = frozenset(
    {
        *("numpy.linalg", "numpy.exceptions", "pandas.errors", "json.decoder"),
        "tensorflow.python.framework.errors_impl",
    }
)
# These end a program and arrive as an `Exception` of the same name.
_ENDING = ("SystemExit", "KeyboardInterrupt", "GeneratorExit")


@dataclass(frozen=True)
class RemoteError:
    """What was raised in the student's room.

    Attributes
    ----------
    kind : str
        The class as ``"module.qualname"``; a builtin one as its bare name.
    mro_names : tuple of str
        The same for all its ancestors, nearest first, itself included.
    numbers : tuple of int
        As in `Handle`, for these classes.
    text : str
        What it says, at most 2,000 characters. It may hold the examiner's own inputs: not for
        a student's eyes.
    where : str
        The place in the student's own code, in words that the student's room has chosen.
    name : str
        The name that a NameError or AttributeError misses, else empty.
    """

    kind: str
    mro_names: tuple[str, ...]
    numbers: tuple[int, ...]
    text: str
    where: str = ""
    name: str = ""

    def as_exception(self, own: type[Exception] | None = None) -> Exception:
        """An exception of the nearest class that the examiner has; or of ``own``, if given."""
        if self.kind in _ENDING:
            return type(self.kind, (Exception,), {"__module__": __name__})(self.text)
        base = own or next(filter(None, map(_known, self.mro_names)), Exception)
        if _BUILTIN.get(base.__name__) is base:
            error = base(self.text)
        else:
            error = _without_init(base, self.text)
        if isinstance(error, (NameError, AttributeError)):
            error.name = self.name or None
        return error


def parts_of_error(error: BaseException, where: str, keep: Callable[[Any], int]) -> dict[str, Any]:
    """The parts of a `RemoteError`, as plain data."""
    kind = type(error)
    names = tuple(_bare(name)[:_NAME] for name in ancestors_of(kind))
    missing = getattr(error, "name", None) if isinstance(error, (NameError, AttributeError)) else ""
    failure = RemoteError(
        kind=names[0],
        mro_names=names,
        numbers=numbers_of(kind, keep),
        text=_text(error),
        where=where[:_NAME],
        name=missing[:_NAME] if type(missing) is str else "",
    )
    return asdict(failure)


def error_from_parts(parts: Any) -> RemoteError:
    """A `RemoteError` from its parts, every one checked."""
    if type(parts) is not dict or set(parts) != {field.name for field in fields(RemoteError)}:
        raise WireError("the message is not an exception's")
    names = parts["mro_names"]
    if type(names) is not tuple or not 1 <= len(names) <= _CLASSES:
        raise WireError("an exception lacks the names of its classes")
    check_numbers(names, parts["numbers"])
    for value in (*names, parts["kind"], parts["where"], parts["name"]):
        if type(value) is not str or len(value) > _NAME:
            raise WireError("an exception's names are no short texts")
    if type(parts["text"]) is not str or len(parts["text"]) > _TEXT:
        raise WireError("an exception's text is too long")
    return RemoteError(**parts)


def encode_error(error: BaseException, where: str = "", limits: Limits | None = None) -> bytes:
    """An exception as a message of its own, without the numbers of its classes."""
    return encode(parts_of_error(error, where, lambda _: -1), _keep_nothing, limits)


def decode_error(message: bytes, limits: Limits | None = None) -> RemoteError:
    """The `RemoteError` of a message, or WireError."""
    return error_from_parts(decode(message, _accept_nothing, limits))


def known_name(name: str) -> str:
    """The name of an exception's class if the examiner has it, else ``"an error of its own"``."""
    return name if name in _BUILTIN or name in _ENDING else "an error of its own"


def _known(name: str) -> type[Exception] | None:
    module, _, own_name = name.rpartition(".")
    if not module:
        return _BUILTIN.get(name)
    found = vars(sys.modules[module]).get(own_name) if _is_imported(module) else None
    is_error = isinstance(found, type) and issubclass(found, Exception)
    return found if is_error else None


def _is_imported(module: str) -> bool:
    return module in _LIBRARIES and sys.modules.get(module) is not None


def _without_init(kind: type[Exception], text: str) -> Exception:
    """An exception whose own ``__init__`` takes something else than a text."""
    error = kind.__new__(kind, text)
    error.args = (text,)
    # What the ``str`` of TensorFlow's and NumPy's errors reads.
    for name, value in {"_message": text, "_op": None, "_node_def": None, "_msg": text}.items():
        setattr(error, name, value)
    if kind.__name__ == "AxisError":
        error.axis = error.ndim = None
    return error


def _bare(name: str) -> str:
    return name.removeprefix("builtins.")


def _text(error: BaseException) -> str:
    """The text of an exception; one whose ``__str__`` fails has none."""
    if len(error.args) == 1 and type(error.args[0]) is str:
        return error.args[0][:_TEXT]  # str() of a KeyError would add quotes
    try:
        return str.__str__(str(error))[:_TEXT]
    except Exception:
        return ""


def _keep_nothing(value: Any) -> int:
    raise WireError("an exception's description holds no handles")


def _accept_nothing(number: int, handle: Any) -> Any:
    raise WireError("an exception's description holds no handles")
