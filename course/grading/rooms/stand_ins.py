"""Stand-ins for objects that stay in the student's room: they hold a number, and no student's code.

What a test author may do with one: call it, read and set its attributes, use operators, iterate,
`isinstance`, `issubclass`, `type(a) is type(b)`, `inspect.signature`, `callable`, `hasattr`, pass
it to the student's functions and to functions given to `check.there`. A class of the student's is
a class here, too, with the same ancestors; what it says of itself is a claim, fit for `isinstance`
and never for a value.

What an author may not do, and is told so when the lesson is released:

- compare one with a value of the test's own by ``==``, ``<`` or the like. A student's object does
  not decide that: compare what its attributes or methods return, by `check.equal` or `check.close`;
- call one under the test's own ``GradientTape``, on symbolic tensors, or inside the test's own
  Keras model: these reach no further than this process. Build and differentiate in a function and
  run it by ``check.there(function, …)``, beside the student's code;
- change an array, list or variable that one has returned and expect the object to follow. Set its
  attributes, or call its methods (``layer.set_weights``).
"""

from __future__ import annotations

import abc
import inspect
import sys
from collections.abc import Callable
from typing import Any

from course.grading.wire import Handle, WireError


class StandInError(BaseException):
    """A test asks of a stand-in what none can do; no test may take this for an exception.

    Its text says what to do instead.
    """


# What libraries and Python itself read of a class or object without meaning the student's.
_LOCAL = frozenset({"_abc_impl", "_remote_class", "__stands_for__", "__abstractmethods__"})
_ASKED = frozenset(
    {
        *("__name__", "__qualname__", "__doc__", "__module__", "__annotations__", "__signature__"),
        *("__defaults__", "__kwdefaults__", "__dict__", "__wrapped__", "__self__", "__func__"),
        *(
            "__init__",
            "__members__",
            "__dataclass_fields__",
            "__match_args__",
            "__text_signature__",
        ),
    }
)


class RemoteClass(abc.ABCMeta):
    """The class of all stand-ins' classes; one with a number is itself a stand-in for a class."""

    _remote_class = None

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        connection, _ = _place(cls)
        return connection.operate(cls, "call", *args, **kwargs)

    def __getattribute__(cls, name: str) -> Any:
        if name in _LOCAL or type.__getattribute__(cls, "_remote_class") is None:
            return type.__getattribute__(cls, name)
        if name == "__dict__" or (_is_special(name) and name not in _ASKED):
            return type.__getattribute__(cls, name)
        return _ask_attribute(cls, name)

    def __setattr__(cls, name: str, value: Any) -> None:
        if name in _LOCAL or type.__getattribute__(cls, "_remote_class") is None:
            type.__setattr__(cls, name, value)
        else:
            _place(cls)[0].operate(cls, "set", name, value)

    def __instancecheck__(cls, value: Any) -> bool:
        if type.__instancecheck__(cls, value):
            return True
        return _has_place(cls) and is_object(value) and _claims(cls, "isinstance", value)

    def __subclasscheck__(cls, value: Any) -> bool:
        if type.__subclasscheck__(cls, value):
            return True
        return _has_place(cls) and is_class(value) and _claims(cls, "issubclass", value)

    def __iter__(cls) -> Any:
        return _iterator(_place(cls)[0].operate(cls, "special", "__iter__"))

    def __len__(cls) -> int:
        return _exact("__len__", _place(cls)[0].operate(cls, "special", "__len__"))

    def __getitem__(cls, key: Any) -> Any:
        return _place(cls)[0].operate(cls, "item", key)

    def __contains__(cls, value: Any) -> bool:
        return _exact("__contains__", _place(cls)[0].operate(cls, "special", "__contains__", value))

    def __bool__(cls) -> bool:
        return True

    def __repr__(cls) -> str:
        return f"<a class of the student's: {_class_name(cls)}>"


class Remote(metaclass=RemoteClass):
    """What the examiner holds of an object of the student's."""

    __slots__ = ("__weakref__", "_remote_connection", "_remote_number")
    _remote_class = None
    __stands_for__: tuple[type, ...] = ()

    def __init_subclass__(cls) -> None:
        """Nothing: what a library does with its subclasses is not for stand-ins."""

    def __getattribute__(self, name: str) -> Any:
        if _is_special(name) and name not in _ASKED:
            return object.__getattribute__(self, name)
        return _ask_attribute(self, name)

    def __setattr__(self, name: str, value: Any) -> None:
        place_of(self)[0].operate(self, "set", name, value)

    def __delattr__(self, name: str) -> None:
        place_of(self)[0].operate(self, "del", name)

    def __repr__(self) -> str:
        return f"<{_class_name(type(self))} of the student's>"

    def __reduce_ex__(self, protocol: int) -> Any:
        raise StandInError("a student's object is not copied or pickled in a test")

    __hash__ = object.__hash__


def is_object(value: Any) -> bool:
    """Whether a value is a stand-in for something that is no class."""
    return type(type(value)) is RemoteClass and _is_remote(type(value))


def is_class(value: Any) -> bool:
    """Whether a value is a stand-in for a class."""
    return type(value) is RemoteClass and _has_place(value)


def place_of(value: Any) -> tuple[Any, int]:
    """The connection and number of a stand-in."""
    if type(value) is RemoteClass:
        return _place(value)
    return _CONNECTION.__get__(value), _NUMBER.__get__(value)


_CONNECTION, _NUMBER = (vars(Remote)[f"_remote_{name}"] for name in ("connection", "number"))


class Maker:
    """Makes the stand-ins of one connection, one for each of the student's objects and classes.

    Parameters
    ----------
    connection : Connection
        What stand-ins ask through.
    describe : callable
        The `Handle` of the class with a number, asked of the student's room.
    """

    def __init__(self, connection: Any, describe: Callable[[int], Handle]) -> None:
        self._connection, self._describe = connection, describe
        self._objects: dict[int, Any] = {}
        self._classes: dict[Any, type] = {}
        self._known_names: set[str] = set()

    def know(self, name: str) -> None:
        """A name that tests use: a class of the student's may be called so in a sentence.

        Any other name of a class could be made of a test's inputs.
        """
        self._known_names.add(name)

    def make(self, number: int, handle: Handle) -> Any:
        """The stand-in for the object with this number."""
        if handle.is_class and handle.numbers[0] == number:
            return self._class(handle)
        if number not in self._objects:
            kind = self._class_of(handle)
            made = object.__new__(kind)
            _CONNECTION.__set__(made, self._connection)
            _NUMBER.__set__(made, number)
            self._objects[number] = made
        return self._objects[number]

    def exception_class(self, ancestors: tuple[str, ...], numbers: tuple[int, ...]) -> Any:
        """The class for an exception of the student's own class; None for a library's."""
        if numbers[0] < 0:
            return None
        made = self._class_with(numbers[0], len(ancestors))
        return made if type.__subclasscheck__(Exception, made) else None

    def _class_of(self, handle: Handle) -> type:
        """The class of a stand-in for an object that is no class."""
        operators = set(handle.operators)
        if handle.is_callable:
            operators.add("__call__")
        if handle.is_class:  # a library's class that has no counterpart here
            operators, ancestors, numbers = {"__call__"}, ("builtins.type",), (-1,)
        else:
            ancestors, numbers = handle.ancestors, handle.numbers
        key = ("objects", ancestors, numbers, *sorted(operators))
        if key not in self._classes:
            own = None if numbers[0] < 0 else self._class_with(numbers[0], len(ancestors))
            self._add(key, self._instance_class(own, ancestors, numbers, operators))
        return self._classes[key]

    def _instance_class(self, own: Any, ancestors: tuple, numbers: tuple, operators: set) -> type:
        if own is not None and _is_remote(own):
            for name in operators - vars_of(own).keys():
                type.__setattr__(own, name, _operator(name))
            return own
        bases = self._bases(ancestors, numbers) if own is None else [own]
        name = _bare_name(ancestors[0]) if not bases else _class_name(bases[0])
        return _new_class(name, bases, _members(operators)) or _posing(name, bases, operators)

    def _class_with(self, number: int, longest: int) -> type:
        """The class for the student's class with this number, whose ancestry is not longer."""
        if ("class", number) in self._classes:
            return self._classes["class", number]
        handle = self._describe(number)
        if not (handle.is_class and handle.numbers[0] == number):
            raise WireError("a class does not describe itself")
        if len(handle.ancestors) > longest:
            raise WireError("a class has ancestors that its subclass has not")
        return self._class(handle)

    def _class(self, handle: Handle) -> type:
        number = handle.numbers[0]
        if ("class", number) in self._classes:
            return self._classes["class", number]
        bases = self._bases(handle.ancestors[1:], handle.numbers[1:])
        name = _class_name(bases[0]) if bases else "object"
        if handle.name in self._known_names:
            name = handle.name
        operators = set(handle.operators)
        made = (
            _new_class(name, bases, _members(operators))
            or _new_class(name, bases, {}, remote=False)  # an exception or a dict
            or _posing(name, bases, operators)
        )
        type.__setattr__(made, "_remote_class", (self._connection, number))
        self._add(("class", number), made)
        return made

    def _bases(self, ancestors: tuple[str, ...], numbers: tuple[int, ...]) -> list[type]:
        """The nearest ancestors that the examiner has, none of them an ancestor of another."""
        found: list[type] = []
        for position, (name, number) in enumerate(zip(ancestors, numbers, strict=True)):
            if number >= 0:
                kind = self._class_with(number, len(ancestors) - position)
            else:
                kind = library_class(name)
            if kind is None or kind is object:
                continue
            if not any(kind in _mro(base) for base in found):
                found.append(kind)
        return sorted(found, key=_is_remote, reverse=True)  # ours come before a library's

    def _add(self, key: Any, made: type) -> None:
        if len(self._classes) >= _CLASSES:
            raise WireError("your code answers with objects of too many classes")
        self._classes[key] = made


_CLASSES = 1000
_NAMES = frozenset({"list_iterator", "dict_keys", "dict_values", "dict_items", "zip", "map"})


def library_class(name: str) -> type | None:
    """The examiner's own class of this dotted name; None for one that no stand-in claims to be."""
    if name.partition(".")[0] not in _ROOTS:
        return None
    if name in _BY_NAME:
        return _BY_NAME[name]
    module, parts = name, []
    while module and module not in sys.modules:
        module, _, part = module.rpartition(".")
        parts.insert(0, part)
    found: Any = sys.modules.get(module)
    for part in parts:
        found = vars_of(found).get(part) if hasattr(found, "__dict__") else None
    return found if isinstance(found, type) else None


_ROOTS = frozenset(
    {
        *("builtins", "keras", "tensorflow", "numpy", "pandas", "collections", "types", "typing"),
        *("enum", "functools", "abc", "contextlib", "numbers", "inspect", "_io", "io"),
    }
)
# Types whose dotted names lead nowhere.
_BY_NAME: dict[str, type] = {
    f"builtins.{kind.__name__}": kind
    for kind in (
        type(lambda: None),
        type(len),
        type(n for n in ()),
        type("".join),
        type(Remote.__init_subclass__),
        type(sys),
        type(type.__dict__["__dict__"].__get__(int)),
    )
}


def vars_of(value: Any) -> Any:
    """The dict of a module or class, without asking it."""
    if isinstance(value, type):
        return type.__dict__["__dict__"].__get__(value)
    return vars(value)


def _new_class(
    name: str, bases: list[type], members: dict[str, Any], remote: bool = True
) -> type | None:
    """A class of stand-ins with these ancestors; None where Python cannot lay one out."""
    chosen = [Remote, *bases] if remote and not any(map(_is_remote, bases)) else bases
    members = {"_remote_class": None, **members, **({"__slots__": ()} if remote else {})}
    for tried in dict.fromkeys((tuple(chosen), tuple(chosen[:2]))):
        try:
            made = abc.ABCMeta.__new__(RemoteClass, name, tried, members)
        except TypeError:
            continue
        type.__setattr__(made, "__abstractmethods__", frozenset())
        return made
    return None


def _posing(name: str, bases: list[type], operators: set[str]) -> type:
    """A class that only claims its ancestors: Python lays out a dict or function in its own way."""
    shown = bases[0]
    members = {"__class__": property(lambda self: shown), "__stands_for__": tuple(bases)}
    return _new_class(name, [], _members(operators) | members)


def _mro(kind: type) -> tuple[type, ...]:
    return type.__dict__["__mro__"].__get__(kind)


def _is_remote(kind: type) -> bool:
    return Remote in _mro(kind)


def _class_name(kind: type) -> str:
    return type.__dict__["__name__"].__get__(kind)


def _bare_name(dotted: str) -> str:
    """What a sentence calls an object of a class that the examiner does not have."""
    name = dotted.rpartition(".")[2]
    return name if name in _NAMES else "object"


def _members(operators: set[str]) -> dict[str, Any]:
    members = {name: _operator(name) for name in operators}
    if "__hash__" not in operators or "__eq__" not in operators:
        members["__hash__"] = object.__hash__
    return members


def _operator(name: str) -> Callable:
    if name == "__call__":
        return lambda self, *args, **kwargs: place_of(self)[0].operate(
            self, "call", *args, **kwargs
        )
    if name in _COMPARISONS:
        return _comparison(name)
    if name == "__exit__":
        return _exit
    if name in ("__iter__", "__reversed__"):
        return lambda self: _iterator(place_of(self)[0].operate(self, "special", name))
    if name == "__array__":
        return lambda self, dtype=None, copy=None: _array(
            place_of(self)[0].operate(self, "special", name), dtype
        )
    if name in _EXACT:
        return lambda self, *args: _exact(
            name, place_of(self)[0].operate(self, "special", name, *args)
        )
    return lambda self, *args: place_of(self)[0].operate(self, "special", name, *args)


_COMPARISONS = frozenset({"__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"})


def _comparison(name: str) -> Callable:
    def compare(self: Any, other: Any) -> Any:
        if not (is_object(other) or is_class(other)):
            raise StandInError(
                "your code returns an object of its own class where the test compares values; "
                "such an object does not decide whether it is right"
            )
        return place_of(self)[0].operate(self, "special", name, other)

    return compare


def _exit(self: Any, kind: Any, error: Any, trace: Any) -> bool:
    """Leave a context manager of the student's; a failed check is not its to swallow."""
    if error is not None and not isinstance(error, Exception):
        return False
    ours = isinstance(error, AssertionError) or type(error).__module__.startswith("course.")
    sent = None
    if error is not None:
        builtin = type(error).__module__ == "builtins" and not ours
        sent = type(error)(*error.args) if builtin else RuntimeError("the test left the block")
    swallowed = place_of(self)[0].operate(self, "exit", sent)
    return _exact("__exit__", swallowed) and not ours


def _iterator(found: Any) -> Any:
    if not is_object(found) or not hasattr(type(found), "__next__"):
        raise TypeError("iter() returned something that does not iterate")
    return found


def _array(found: Any, dtype: Any) -> Any:
    numpy = sys.modules["numpy"]
    if type(found) is not numpy.ndarray:
        raise TypeError("__array__ returned something else than an array")
    return found if dtype is None else found.astype(dtype)


_EXACT: dict[str, tuple[type, ...]] = {
    "__bool__": (bool,),
    "__contains__": (bool,),
    "__len__": (int,),
    "__int__": (int,),
    "__index__": (int,),
    "__hash__": (int,),
    "__trunc__": (int,),
    "__float__": (float,),
    "__complex__": (complex,),
    "__exit__": (bool,),
    "__repr__": (str,),
    "__str__": (str,),
    "__format__": (str,),
}


def _exact(name: str, found: Any) -> Any:
    """What Python demands of a special method, by exact type, or TypeError."""
    if name == "__exit__" and found is None:
        return False
    if type(found) not in _EXACT[name] or (name == "__len__" and not 0 <= found < 2**62):
        raise TypeError(f"{name} returned something else than Python asks for")
    return found


def _claims(cls: type, question: str, value: Any) -> bool:
    return _place(cls)[0].operate(cls, question, value) is True


def _has_place(cls: type) -> bool:
    return type.__getattribute__(cls, "_remote_class") is not None


def _place(cls: type) -> tuple[Any, int]:
    found = type.__getattribute__(cls, "_remote_class")
    if found is None:
        raise StandInError("this class of a stand-in's stands for no class")
    return found


def _is_special(name: str) -> bool:
    return name.startswith("__") and name.endswith("__")


def _ask_attribute(target: Any, name: str) -> Any:
    connection = place_of(target)[0]
    if name == "__signature__":
        return signature_from(connection.operate(target, "signature"))
    return connection.operate(target, "get", name)


def signature_from(parts: Any) -> inspect.Signature:
    """A signature from ``([(name, kind, default, annotation), …], returned)``.

    Defaults and annotations are tuples of one element, or None where there is none.
    """

    def given(value: tuple | None) -> Any:
        return inspect.Parameter.empty if value is None else value[0]

    try:
        parameters, returned = parts
        found = [
            inspect.Parameter(
                name, inspect._ParameterKind(kind), default=given(default), annotation=given(noted)
            )
            for name, kind, default, noted in parameters
        ]
        return inspect.Signature(found, return_annotation=given(returned))
    except (TypeError, ValueError, IndexError):
        raise TypeError("a function of the student's has no proper signature") from None
