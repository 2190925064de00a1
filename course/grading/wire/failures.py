"""An exception of the student's room as names and text; no class named in a message is looked up.

The examiner raises `RemoteError.as_exception`, so that ``check.raises(ValueError)`` works.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Any

from course.grading.wire.decode import decode
from course.grading.wire.encode import encode
from course.grading.wire.handles import ancestors_of
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


@dataclass(frozen=True)
class RemoteError:
    """What was raised in the student's room.

    Attributes
    ----------
    kind : str
        The class as ``"module.qualname"``; a builtin one as its bare name.
    mro_names : tuple of str
        The same for all its ancestors, nearest first, itself included.
    text : str
        What it says, at most 2,000 characters. It may hold the examiner's own inputs: not for
        a student's eyes.
    where : str
        The place in the student's own code, in words.
    name : str
        The name that a NameError or AttributeError misses, else empty.
    """

    kind: str
    mro_names: tuple[str, ...]
    text: str
    where: str = ""
    name: str = ""

    def as_exception(self) -> Exception:
        """An exception of the nearest builtin class, under the name of its own class."""
        names = (name for name in self.mro_names if name in _BUILTIN)
        base = _BUILTIN[next(names, "Exception")]
        name = self.kind.rpartition(".")[2]
        if name != base.__name__ and name.isidentifier():
            base = type(name, (base,), {"__module__": __name__})
        error = base(self.text)
        if isinstance(error, (NameError, AttributeError)):
            error.name = self.name or None
        return error


def encode_error(error: BaseException, where: str = "", limits: Limits | None = None) -> bytes:
    """An exception as a message; ``where`` says in words where it arose."""
    names = tuple(_bare(name)[:_NAME] for name in ancestors_of(type(error)))
    missing = getattr(error, "name", None) if isinstance(error, (NameError, AttributeError)) else ""
    failure = RemoteError(
        kind=names[0],
        mro_names=names,
        text=_text(error),
        where=where[:_NAME],
        name=missing[:_NAME] if type(missing) is str else "",
    )
    return encode(asdict(failure), _keep_nothing, limits)


def decode_error(message: bytes, limits: Limits | None = None) -> RemoteError:
    """The `RemoteError` of a message, or WireError."""
    parts = decode(message, _accept_nothing, limits)
    if type(parts) is not dict or set(parts) != {field.name for field in fields(RemoteError)}:
        raise WireError("the message is not an exception's")
    names = parts["mro_names"]
    if type(names) is not tuple or not 1 <= len(names) <= _CLASSES:
        raise WireError("an exception lacks the names of its classes")
    for value in (*names, parts["kind"], parts["where"], parts["name"]):
        if type(value) is not str or len(value) > _NAME:
            raise WireError("an exception's names are no short texts")
    if type(parts["text"]) is not str or len(parts["text"]) > _TEXT:
        raise WireError("an exception's text is too long")
    return RemoteError(**parts)


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
