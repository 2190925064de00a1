"""Assertions that teach: the visible and hidden tests of the lessons speak through this module.

A check is strict in what it accepts and gentle in what it says. It converts a student's value by
its exact type (a closed list: Python's plain data, NumPy, pandas, TensorFlow, Keras, PyTorch),
never by asking the value itself, so that an object whose ``==`` is always true, or whose
``__array__`` or ``__float__`` lies, fails. Nor does it print an object through its own ``repr``.

A test cell opens with one of two lines::

    with check.visible("relu"):      # expected, got and the likely cause, for all that failed
    with check.hidden("relu"):       # the cause alone: never inputs, never expected values

Outside such a block every function raises `CheckFailed` at once.
"""

from __future__ import annotations

import contextlib
import contextvars
import math
import numbers
import re
import sys
from collections import Counter, OrderedDict, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from course.crash import show_briefly

__all__ = [
    "CheckFailed",
    "callable_",
    "choice",
    "choices",
    "close",
    "dtype",
    "equal",
    "finite",
    "hidden",
    "instance",
    "layers",
    "not_mutated",
    "parameters",
    "raises",
    "shape",
    "that",
    "there",
    "to_numpy",
    "visible",
]


# --------------------------------------------------------------------------- failures and blocks


@dataclass(frozen=True)
class Failure:
    """One claim that did not hold: what was looked at, and the sentence for the student.

    Attributes
    ----------
    what, cause : str
        May hold keys, positions and sizes of what was expected or got.
    expected, got : str or None
        Values in words.
    private : str or None
        The sentence for where nothing of a value may be told; None if it is "what: cause".
    """

    what: str
    cause: str
    expected: str | None = None
    got: str | None = None
    private: str | None = None

    def text(self, private: bool) -> str:
        """The failure in words; a private one names the kind of mistake and no value."""
        lines = [f"{self.what}: {self.cause}"]
        if self.private is not None and (private or not tells_values):
            lines = [self.private]
        if not private:
            if self.expected is not None:
                lines.append(_labelled("expected", self.expected))
            if self.got is not None:
                lines.append(_labelled("got", self.got))
        return "\n".join(lines)


class CheckFailed(AssertionError):
    """A claim about the student's work does not hold; its text is written for the student."""

    def __init__(self, failures: Sequence[Failure], title: str = "", private: bool = False):
        self.failures = tuple(failures)
        self.title = title
        self.private = private
        super().__init__(self._plain_text())

    def _plain_text(self) -> str:
        marked = ["✗ " + failure.text(self.private) for failure in self.failures]
        head = [f"{self.title}: not yet right"] if self.title else []
        return "\n".join(head + marked)

    def _render_traceback_(self) -> list[str]:
        """What IPython shows in place of a traceback: the sentences alone, boxed by a rule."""
        rule = "─" * 78
        return ["\x1b[0;31m" + rule + "\x1b[0m", str(self), "\x1b[0;31m" + rule + "\x1b[0m"]


@dataclass
class _Block:
    """The checks of one ``with check.visible(...)`` or ``check.hidden(...)``."""

    title: str
    private: bool
    passed: int = 0
    failures: list[Failure] = field(default_factory=list)


_block: contextvars.ContextVar[_Block | None] = contextvars.ContextVar("block", default=None)


@contextlib.contextmanager
def visible(title: str) -> Iterator[None]:
    """Run the checks inside and report all that failed, with values and likely causes.

    An exception raised after a failed check is dropped in favour of that check's sentence, since
    it is usually its consequence; one raised with nothing failed before is the student's own and
    passes through, shown by the lines of the notebook that it came from. Prints one line when
    everything held.

    Raises
    ------
    CheckFailed
        At the end of the block, if any check in it failed.
    """
    yield from _run_block(_Block(title, private=False))


@contextlib.contextmanager
def hidden(title: str) -> Iterator[None]:
    """Like `visible`, but stops at the first failure, prints nothing and reveals no value."""
    yield from _run_block(_Block(title, private=True))


def _run_block(block: _Block) -> Iterator[None]:
    token = _block.set(block)
    try:
        yield
    except _Stop:
        pass
    except Exception as error:
        if not block.failures:
            if block.private and not isinstance(error, CheckFailed):
                raise CheckFailed([_crash(error)], block.title, private=True) from None
            if not isinstance(error, CheckFailed):
                show_briefly(error, block.title)
            raise
    finally:
        _block.reset(token)
    if block.failures:
        raise CheckFailed(block.failures, block.title, block.private) from None
    if not block.private:
        count = "1 check holds" if block.passed == 1 else f"{block.passed} checks hold"
        print(f"✓ {block.title}: {count}")


class _Stop(Exception):  # noqa: N818 - control flow, not an error
    """Leaves a hidden block at its first failure."""


def _crash(error: BaseException) -> Failure:
    """A student's crash on an input of a hidden test: the class alone, its text may hold inputs."""
    if isinstance(error, NotImplementedError):
        return Failure("your code", "raises NotImplementedError: this part is still to be written")
    if isinstance(error, NameError) and _stands_where_it_arose(error):
        return Failure("your notebook", f"the name `{error.name}` is not defined when tests run")
    kind = _type_name(type(error))
    return Failure(
        "your code",
        f"raises {kind} on an input that its docstring allows; try one row, many rows and extremes",
    )


def _stands_where_it_arose(error: NameError) -> bool:
    """Whether the name that is missing is one that the code reads, not one made from inputs."""
    step = error.__traceback__
    while step is not None and step.tb_next is not None:
        step = step.tb_next
    return bool(error.name and step) and error.name in step.tb_frame.f_code.co_names


def _passed() -> bool:
    block = _block.get()
    if block is not None:
        block.passed += 1
    return True


def _failed(failure: Failure) -> bool:
    block = _block.get()
    if block is None:
        raise CheckFailed([failure]) from None
    block.failures.append(failure)
    if block.private:
        raise _Stop
    return False


# ------------------------------------------------------------------------------------- the checks


def that(condition: Any, message: str, *, expected: Any = None, got: Any = None) -> bool:
    """Claim that ``condition``, computed by the test itself, is true.

    Parameters
    ----------
    condition : bool or numpy.bool_
        Anything else fails: truthiness is not enough.
    message : str
        The sentence for the student when it is false: "what: likely cause and what to look at".
    """
    if (type(condition) is bool or type(condition) is np.bool_) and bool(condition):
        return _passed()
    what, _, cause = message.partition(": ")
    if not cause:
        what, cause = "your answer", message
    return _failed(Failure(what, cause, _maybe(expected), None if got is None else _got(got)))


def close(
    got: Any,
    expected: Any,
    what: str = "your result",
    *,
    rtol: float = 1e-5,
    atol: float = 1e-7,
    dtype: Any = None,
    hint: str = "",
    mistakes: Mapping[str, Any] | None = None,
) -> bool:
    """Claim that numbers agree in shape and, within tolerance, in value.

    Parameters
    ----------
    got : number, numpy array, tensor, pandas column or table, or nested list of numbers
        The student's value, of one of the types that `to_numpy` accepts.
    expected : array_like
        The right value. NaN is never right, infinities must be equal.
    what : str
        What was computed, as the student would write it: ``"relu([-1, 2])"``.
    rtol, atol : float
        ``|got - expected| <= atol + rtol * |expected|`` elementwise.
    dtype : str or numpy dtype, optional
        Also demand this dtype, as `dtype` does.
    hint : str
        The advice when no mistake is recognised.
    mistakes : mapping of str to array_like, optional
        Sentence → the value that this classic mistake gives. The first that agrees is named.
    """
    right = np.asarray(expected)
    value, problem = to_numpy(got)
    if problem:
        return _failed(Failure(what, problem, _show(right), _show_type(got)))
    if value.dtype.kind not in "iufc" or (value.dtype.kind == "c") != (right.dtype.kind == "c"):
        problem = f"holds {_kind_name(value.dtype)}, numbers were expected"
        return _failed(Failure(what, problem, _show(right), _got(value)))
    if value.shape != right.shape:
        sentence = _recognised(value, mistakes, rtol, atol)
        told, private = _shape_cause(value.shape, right.shape)
        return _failed(
            Failure(
                what,
                sentence or told,
                _show(right),
                _got(value),
                f"{what}: {sentence or private}",
            )
        )
    if dtype is not None and (problem := _dtype_problem(value.dtype, dtype)):
        return _failed(_dtype_failure(what, problem, value.dtype, dtype))
    if _agree(value, right, rtol, atol):
        return _passed()
    cause = _recognised(value, mistakes, rtol, atol)
    if not cause and not np.all(np.isfinite(value)):
        cause = "holds NaN or infinity" + (f"; {hint}" if hint else "")
    cause = cause or hint or "the values differ"
    return _failed(Failure(what, cause, _show(right), _got(value)))


def equal(
    got: Any,
    expected: Any,
    what: str = "your result",
    *,
    hint: str = "",
    mistakes: Mapping[str, Any] | None = None,
) -> bool:
    """Claim that plain data is the same: numbers, text, None, lists, tuples, dicts, sets, arrays.

    Kinds are compared as well as values: True is not 1, "1" is not 1, 1.0 is not accepted for 1.
    NumPy's scalars count as the Python numbers they hold; a list counts for a tuple and the
    reverse, and an array is equal to an array, tensor or pandas column with the same shape and
    values. NaN equals nothing.

    Parameters
    ----------
    got : object
    expected : object
        Plain data, made by the test.
    what, hint, mistakes
        As in `close`; a mistake's value is compared with the same strictness.
    """
    if difference := _difference(got, expected):
        told, private = difference
        for sentence, wrong in (mistakes or {}).items():
            if not _difference(got, wrong):
                return _failed(Failure(what, sentence, _show(expected), _got(got)))
        private = f"{what}: {hint or private}"
        return _failed(Failure(what, hint or told, _show(expected), _got(got), private))
    return _passed()


def shape(got: Any, expected: Sequence[int | None], what: str = "your result") -> bool:
    """Claim an array's shape; None in ``expected`` stands for any length of that axis."""
    value, problem = to_numpy(got)
    wanted = tuple(expected)
    if problem:
        return _failed(Failure(what, problem, f"shape {wanted}", _show_type(got)))
    fits = len(value.shape) == len(wanted) and all(
        w is None or w == n for n, w in zip(value.shape, wanted, strict=True)
    )
    if fits:
        return _passed()
    told, private = _shape_cause(value.shape, wanted)
    found = _got(value, f"shape {value.shape}")
    return _failed(Failure(what, told, f"shape {wanted}", found, f"{what}: {private}"))


def dtype(got: Any, expected: Any, what: str = "your result") -> bool:
    """Claim an array's dtype: an exact one (``"float32"``) or a kind.

    Parameters
    ----------
    got : array, tensor or scalar
    expected : str or numpy dtype
        Kinds are ``"floating"``, ``"integer"``, ``"bool"``, ``"number"`` and ``"text"``.
    """
    value, problem = to_numpy(got)
    if problem:
        return _failed(Failure(what, problem, str(expected), _show_type(got)))
    if problem := _dtype_problem(value.dtype, expected):
        return _failed(_dtype_failure(what, problem, value.dtype, expected))
    return _passed()


def finite(got: Any, what: str = "your result", *, hint: str = "") -> bool:
    """Claim that no number in an array is NaN or infinite."""
    value, problem = to_numpy(got)
    if not problem and value.dtype.kind not in "iufc":
        problem = f"holds {_kind_name(value.dtype)}, numbers were expected"
    if problem:
        return _failed(Failure(what, problem, "numbers", _show_type(got)))
    if np.all(np.isfinite(value)):
        return _passed()
    cause = "holds NaN or infinity" + (f"; {hint}" if hint else "")
    return _failed(Failure(what, cause, "finite numbers", _got(value)))


def instance(got: Any, expected: type | tuple[type, ...], what: str = "your result") -> bool:
    """Claim the type of an object by ``type(got)``'s own ancestry; ``__class__`` has no say."""
    wanted = expected if isinstance(expected, tuple) else (expected,)
    if any(kind in _ancestors(type(got)) for kind in wanted):
        return _passed()
    names = " or ".join(map(_type_name, wanted))
    return _failed(Failure(what, f"should be {_article(names)}", names, _show_type(got)))


def _ancestors(kind: type) -> Sequence[type]:
    """A class's own ancestors; a stand-in's may name more than Python can give it."""
    return (*type.__dict__["__mro__"].__get__(kind), *getattr(kind, "__stands_for__", ()))


def callable_(got: Any, what: str) -> bool:
    """Claim that a name holds a function or class."""
    if callable(got):
        return _passed()
    return _failed(Failure(what, "should be a function", "a function", _show_type(got)))


class raises:  # noqa: N801 - reads as a verb in a test
    """Claim that a call raises; as a function or as a context manager.

    ``check.raises(ValueError, split, X, y, (0.5, 0.1))`` or
    ``with check.raises(ValueError, what="fractions that sum to 0.6"): ...``

    Parameters
    ----------
    expected : exception class
        A subclass of it passes, except that NotImplementedError never does.
    function, *args : optional
        Called at once when given.
    what : str
        What was tried, for the message.
    hint : str
        Why an error is wanted here.
    says : str, optional
        A regular expression that the error's text must contain, case ignored.
    """

    def __init__(
        self,
        expected: type[BaseException],
        function: Callable | None = None,
        *args: Any,
        what: str = "this call",
        hint: str = "",
        says: str | None = None,
        **kwargs: Any,
    ):
        self.expected, self.what, self.hint, self.says = expected, what, hint, says
        if function is not None:
            with self:
                function(*args, **kwargs)

    def __enter__(self) -> raises:
        return self

    def __exit__(self, kind, error, traceback) -> bool:
        wanted = _type_name(self.expected)
        reason = f"; {self.hint}" if self.hint else ""
        if kind is None:
            cause = f"should raise {wanted}, and returned as if all were well{reason}"
            _failed(Failure(self.what, cause, wanted, "no error"))
            return True
        if issubclass(kind, _Stop) or not issubclass(kind, Exception):
            return False
        if issubclass(kind, NotImplementedError) or not issubclass(kind, self.expected):
            cause = f"should raise {wanted}, and raised {_type_name(kind)}{reason}"
            _failed(Failure(self.what, cause, wanted, _type_name(kind)))
        elif self.says and not re.search(self.says, _error_text(error), re.IGNORECASE):
            cause = f"raises {wanted} as it should, but its text does not say why{reason}"
            _failed(Failure(self.what, cause, f"a text that names {self.says!r}", None))
        else:
            _passed()
        return True


def there(function: Callable, *args: Any, **kwargs: Any) -> Any:
    """What a function of the test's returns, run where the student's code runs.

    In a student's own kernel that is here. Where tests and student's code live in separate
    processes, use it to build a Keras model around a student's layer, loss or class, to train it,
    or to differentiate it, since only plain values cross from one process to the other::

        def trained(X, y):
            model = keras.Sequential([keras.Input((2,)), ScaledDense(3)])
            model.compile("sgd", "mse")
            model.fit(X, y, verbose=0)
            return model.get_weights()

        weights = check.there(trained, X, y)

    Parameters
    ----------
    function : function
        Reads nothing but its arguments, modules, constants, and names of the student's. What it
        is made of can be seen by the student's code: it computes, the test compares.
    """
    return run_there(function, *args, **kwargs)


def _run_here(function: Callable, *args: Any, **kwargs: Any) -> Any:
    return function(*args, **kwargs)


run_there: Callable[..., Any] = _run_here  # a grader with two processes puts its own here
# Whether a visible check shows the student's value. A grader puts False here from the first hidden
# check on: what it has called an answer with, this or another answer could return to a visible one.
tells_values = True


@contextlib.contextmanager
def not_mutated(**inputs: Any) -> Iterator[None]:
    """Claim that the code inside leaves the named arrays, tables and lists as they were.

    ``with check.not_mutated(X=X): standardise(X)``
    """
    before = {name: _frozen(value) for name, value in inputs.items()}
    yield
    for name, value in inputs.items():
        if _frozen(value) != before[name]:
            cause = "was changed by your code; work on a copy, so that the caller keeps its data"
            _failed(Failure(f"the input {name}", cause))
        else:
            _passed()


def choice(
    answer: Any,
    right: str,
    what: str = "answer",
    *,
    options: Sequence[str],
    why: Mapping[str, str] | None = None,
) -> bool:
    """Claim a concept check's answer; a wrong one is told why it tempts, never which is right.

    Parameters
    ----------
    answer : str
        The student's choice, exactly one of ``options`` (surrounding spaces and case forgiven).
    right : str
    options : sequence of str
        All that can be chosen.
    why : mapping of str to str
        Wrong option → why it tempts and where to reread.
    """
    if type(answer) is not str:
        cause = f"choose one of {', '.join(map(repr, options))}, as a string"
        private = f"{what}: choose one of the options, as a string"
        return _failed(Failure(what, cause, None, _show_type(answer), private))
    chosen = answer.strip().lower()
    by_name = {option.lower(): option for option in options}
    if chosen not in by_name:
        cause = f"is not one of {', '.join(map(repr, options))}"
        private = f"{what}: is not one of the options"
        return _failed(Failure(what, cause, None, _got(answer), private))
    if chosen == right.lower():
        return _passed()
    tempting = (why or {}).get(by_name[chosen], "is not the right choice; reread the section above")
    return _failed(Failure(what, tempting, None, _got(answer)))


def choices(
    answers: Any,
    right: Mapping[str, str],
    what: str = "answers",
    *,
    options: Sequence[str],
    why: Mapping[tuple[str, str], str] | None = None,
) -> bool:
    """`choice` for a dict of answers: every question answered, every answer right.

    ``why`` maps (question, wrong option) to its sentence.
    """
    if type(answers) not in _DICTS:
        return _failed(Failure(what, "should be a dict", "a dict", _show_type(answers)))
    missing = [question for question in right if question not in answers]
    if missing:
        cause = f"has no answer for {', '.join(map(repr, missing))}"
        private = f"{what}: has not an answer for every question"
        return _failed(Failure(what, cause, private=private))
    good = True
    for question, correct in right.items():
        reasons = {option: text for (q, option), text in (why or {}).items() if q == question}
        good &= choice(
            answers[question], correct, f"{what}[{question!r}]", options=options, why=reasons
        )
    return good


# ------------------------------------------------------------------------------------ Keras models


def layers(
    model: Any,
    expected: Sequence[tuple[str, Mapping[str, Any]]],
    what: str = "your model",
    *,
    input_size: int | None = None,
) -> bool:
    """Claim a Keras model's layers: their number first, then class and settings one by one.

    Explicit ``Input`` layers do not count and names are free.

    Parameters
    ----------
    model : keras.Model
    expected : sequence of (class name, settings)
        ``[("Dense", {"units": 20, "activation": "relu"}), ...]``. A setting is compared with the
        layer's own configuration; ``activation`` by its function's name, None being "linear".
    input_size : int, optional
        The length of the model's input vectors.
    """
    import keras

    if keras.Model not in _ancestors(type(model)):
        return _failed(Failure(what, "should be a Keras model", "keras.Model", _show_type(model)))
    found = [layer for layer in model.layers if type(layer).__name__ != "InputLayer"]
    if len(found) != len(expected):
        names = ", ".join(type(layer).__name__ for layer in found) or "none"
        wanted = ", ".join(name for name, _ in expected)
        cause = f"has {len(found)} layers, {len(expected)} were asked for"
        private = f"{what}: has not as many layers as were asked for"
        return _failed(Failure(what, cause, wanted, _got(model, names), private))
    for number, (layer, (name, settings)) in enumerate(zip(found, expected, strict=True), start=1):
        where = f"{what}, layer {number}"
        if type(layer) is not getattr(keras.layers, name):
            cause = f"should be {_article(name)} layer"
            private = f"{what}: has a layer of another class than was asked for"
            return _failed(Failure(where, cause, name, _type_name(type(layer)), private))
        for setting, value in settings.items():
            actual = _layer_setting(layer, setting)
            if _difference(actual, value):
                cause = f"has the wrong {setting}"
                private = f"{what}: has a layer with the wrong {setting}"
                return _failed(Failure(where, cause, _show(value), _got(actual), private))
    if input_size is not None:
        if not model.built:
            cause = "does not know its input size yet; begin with keras.Input(shape=...)"
            return _failed(Failure(what, cause))
        actual = model.input_shape[-1]
        if actual != input_size or len(model.input_shape) != 2:
            cause = "has the wrong input shape"
            return _failed(
                Failure(what, cause, f"(None, {input_size})", _got(tuple(model.input_shape)))
            )
    return _passed()


def parameters(model: Any, expected: int, what: str = "your model") -> bool:
    """Claim a built Keras model's number of parameters, trainable and not."""
    count = sum(int(np.prod(weight.shape)) for weight in model.weights)
    if count == expected:
        return _passed()
    cause = "has the wrong number of parameters; count weights and biases layer by layer"
    return _failed(Failure(what, cause, f"{expected:,}", _got(count, f"{count:,}")))


def _layer_setting(layer: Any, setting: str) -> Any:
    if setting != "activation":
        return getattr(layer, setting, None)
    activation = layer.activation
    return "linear" if activation is None else getattr(activation, "__name__", None)


# ------------------------------------------------------------------- conversion by exact type only


def to_numpy(value: Any) -> tuple[np.ndarray, str]:
    """A student's value as an array, by its exact type, and what is wrong with it.

    Accepted are Python numbers, strings and (nested) lists and tuples of them, NumPy arrays and
    scalars, pandas columns and tables, TensorFlow tensors and variables, Keras variables and
    PyTorch tensors. A subclass or look-alike of any of these is not asked for its content.

    Returns
    -------
    array : numpy.ndarray
        Empty when there is a problem.
    problem : str
        Empty when there is none; else a sentence for the student.
    """
    kind = type(value)
    try:
        if kind is np.ndarray:
            array = value
        elif kind in (bool, int, float, complex, str) or _is_numpy_scalar(kind):
            array = np.asarray(value)
        elif kind in (list, tuple):
            array = np.asarray(_plain(value))
        elif kind in _foreign_types():
            array = _foreign_to_numpy(value)
        elif value is None:
            return np.empty(0), "is None; does your function return its result?"
        else:
            return np.empty(0), f"is {_article(_type_name(kind))}, and an array was expected"
    except (ValueError, TypeError, OverflowError):
        return np.empty(0), "does not form an array: are its rows of the same length?"
    if array.dtype.kind in "OV" and not _is_text_column(array):
        return np.empty(0), "is an array of Python objects, and an array of numbers was expected"
    return array, ""


def _plain(value: Any, depth: int = 0) -> Any:
    """A nested list with every leaf converted by exact type; anything else is a TypeError."""
    if depth > 32:
        raise ValueError("nested too deeply")
    if type(value) in (list, tuple):
        return [_plain(item, depth + 1) for item in value]
    array, problem = to_numpy(value)
    if problem:
        raise TypeError(problem)
    return array


def _is_numpy_scalar(kind: type) -> bool:
    return kind in _NUMPY_SCALARS


_NUMPY_SCALARS = frozenset(np.sctypeDict.values()) | {np.str_, np.bool_}


def _foreign_types() -> dict[type, str]:
    """Array types of the libraries that are imported by now, each with how to read it."""
    known: dict[type, str] = {}
    if pandas := sys.modules.get("pandas"):
        for name in ("Series", "DataFrame", "Index", "RangeIndex"):
            if kind := getattr(pandas, name, None):
                known[kind] = "pandas"
    if (tensorflow := sys.modules.get("tensorflow")) and hasattr(tensorflow, "constant"):
        for name, how in _TENSORFLOW_TYPES:
            if kind := _lookup(tensorflow, name):
                known[kind] = how
    if (keras := sys.modules.get("keras")) and (kind := _lookup(keras, "Variable")):
        known[kind] = "keras"
        if backend := _lookup(keras, "src.backend.Variable"):
            known[backend] = "keras"
    if (torch := sys.modules.get("torch")) and hasattr(torch, "Tensor"):
        known[torch.Tensor] = "torch"
        known[torch.nn.Parameter] = "torch"
    return known


_TENSORFLOW_TYPES = (
    ("__internal__.EagerTensor", "tensor"),
    ("raw_ops.EagerTensor", "tensor"),
    ("python.framework.ops.EagerTensor", "tensor"),
    ("python.ops.resource_variable_ops.ResourceVariable", "tensor"),
)


def _lookup(module: Any, dotted: str) -> Any:
    """An attribute by its dotted path, or None; TensorFlow hides its ``python`` package."""
    if dotted.startswith("python."):
        owner, _, name = dotted.rpartition(".")
        return getattr(sys.modules.get(f"tensorflow.{owner}"), name, None)
    for name in dotted.split("."):
        module = getattr(module, name, None)
    return module


def _foreign_to_numpy(value: Any) -> np.ndarray:
    how = _foreign_types()[type(value)]
    if how == "pandas":
        return value.to_numpy()
    if how == "torch":
        return value.detach().cpu().numpy()
    if how == "keras":
        import keras

        return np.asarray(keras.ops.convert_to_numpy(value))
    return np.asarray(value.numpy() if hasattr(value, "numpy") else value)


def _is_text_column(array: np.ndarray) -> bool:
    """An object array of exact strings, as pandas gives for a text column."""
    return array.dtype.kind == "O" and array.size > 0 and all(type(x) is str for x in array.flat)


# ------------------------------------------------------------------------------------- comparison


def _agree(value: np.ndarray, right: np.ndarray, rtol: float, atol: float) -> bool:
    """Elementwise closeness, computed by us on pristine arrays; NaN never agrees."""
    wide = np.complex128 if right.dtype.kind == "c" else np.float64
    a, b = value.astype(wide), right.astype(wide)
    with np.errstate(invalid="ignore", over="ignore"):
        near = np.abs(a - b) <= atol + rtol * np.abs(b)
    same = np.where(np.isfinite(b), near & np.isfinite(a), a == b)
    return bool(np.all(same))


def _recognised(
    value: np.ndarray, mistakes: Mapping[str, Any] | None, rtol: float, atol: float
) -> str:
    """The sentence of the first classic mistake whose result this is, else an empty string."""
    for sentence, wrong in (mistakes or {}).items():
        candidate = np.asarray(wrong)
        if candidate.shape == value.shape and _agree(value, candidate, rtol, atol):
            return sentence
    return ""


# Why two values differ: told with keys, positions and sizes, and without.
_Why = tuple[str, str]


def _why(told: str, private: str = "") -> _Why:
    return told, private or told


def _difference(got: Any, expected: Any, depth: int = 0) -> _Why | None:
    """Why two pieces of plain data are not the same; None when they are."""
    if depth > 64:
        return _why("is nested too deeply")
    if type(expected) is np.ndarray:
        return _array_difference(got, expected)
    if _is_numpy_scalar(type(expected)):
        expected = expected.item()
    kind = type(expected)
    if _is_numpy_scalar(type(got)) or type(got) in _foreign_types():
        array, problem = to_numpy(got)
        if array.ndim and kind in (list, tuple, dict, set, frozenset):
            return _other_kind(got, kind)
        if problem:
            return _why(problem)
        if array.ndim:
            return _why(
                f"is an array of shape {array.shape}, a single value was expected",
                "is an array, a single value was expected",
            )
        got = array.item()
    if expected is None:
        return None if got is None else _why("should be None")
    if kind in (list, tuple):
        return _sequence_difference(got, expected, depth)
    if kind is dict:
        return _dict_difference(got, expected, depth)
    if kind in (set, frozenset):
        if type(got) not in (set, frozenset):
            return _other_kind(got, set)
        same = all(type(item) in _HASHABLE for item in got) and got == expected
        return None if same else _why("holds other elements")
    if kind not in (bool, int, float, complex, str, bytes):
        raise TypeError(f"check.equal cannot expect {_article(_type_name(kind))}")
    if type(got) is int and kind is float:
        got = float(got)
    if type(got) is not kind:
        return _other_kind(got, kind)
    return None if got == expected else _why("the values differ")


_HASHABLE = (bool, int, float, complex, str, bytes, type(None), tuple, frozenset)


def _other_kind(got: Any, expected: type) -> _Why:
    names = (_article(_type_name(kind)) for kind in (type(got), expected))
    return _why("is {}, {} was expected".format(*names))


def _array_difference(got: Any, expected: np.ndarray) -> _Why | None:
    array, problem = to_numpy(got)
    if problem:
        return _why(problem)
    if array.shape != expected.shape:
        return _shape_cause(array.shape, expected.shape)
    kinds = {"i": "iu", "u": "iu", "f": "fiu", "U": "UO", "O": "UO"}
    if array.dtype.kind not in kinds.get(expected.dtype.kind, expected.dtype.kind):
        words = f"holds {_kind_name(array.dtype)}, {_kind_name(expected.dtype)} were expected"
        return _why(words)
    same = bool(np.all(np.asarray(array == expected, dtype=bool)))
    return None if same else _why("the values differ")


def _sequence_difference(got: Any, expected: Sequence, depth: int) -> _Why | None:
    if type(got) not in (list, tuple):
        return _other_kind(got, type(expected))
    if len(got) != len(expected):
        return _why(
            f"has {len(got)} elements, {len(expected)} were expected",
            "has not as many elements as were expected",
        )
    for position, (a, b) in enumerate(zip(got, expected, strict=True)):
        if difference := _difference(a, b, depth + 1):
            return _within(f"element {position}", "one of its elements", difference)
    return None


def _dict_difference(got: Any, expected: dict, depth: int) -> _Why | None:
    if type(got) not in _DICTS:
        return _other_kind(got, dict)
    keys = {}
    for key in got:
        plain = key.item() if _is_numpy_scalar(type(key)) else key
        if type(plain) not in _HASHABLE:
            return _why(f"has {_article(_type_name(type(key)))} for a key")
        keys[plain] = key
    if missing := [key for key in expected if key not in keys]:
        return _why(f"has no entry {_show(missing[0])}", "lacks an entry")
    if extra := [key for key in keys if key not in expected]:
        return _why(f"has an entry too many, {_show(extra[0])}", "has an entry too many")
    for key, value in expected.items():
        if difference := _difference(got[keys[key]], value, depth + 1):
            return _within(f"entry {_show(key)}", "one of its entries", difference)
    return None


_DICTS = (dict, OrderedDict, defaultdict, Counter)


def _within(where: str, privately: str, difference: _Why) -> _Why:
    """A difference inside a container; in private, however deep it lies, it is said once."""
    told, private = difference
    if not private.startswith("one of its"):
        private = f"{privately}: {private}"
    return f"{where}: {told}", private


def _frozen(value: Any) -> Any:
    """A comparable snapshot of an input: bytes of arrays, recursively for containers."""
    kind = type(value)
    if kind in (list, tuple):
        return (kind.__name__, tuple(_frozen(item) for item in value))
    if kind is dict:
        return ("dict", tuple((_frozen(k), _frozen(v)) for k, v in value.items()))
    if (pandas := sys.modules.get("pandas")) and kind in (pandas.DataFrame, pandas.Series):
        names = list(value.columns) if kind is pandas.DataFrame else [value.name]
        return ("pandas", str(names), value.to_csv())
    array, problem = to_numpy(value)
    if problem:
        return ("object", id(value))
    content = tuple(array.flat) if array.dtype.kind == "O" else array.tobytes()
    return ("array", array.shape, str(array.dtype), content)


# ------------------------------------------------------------------------------------------- words


def _dtype_problem(found: np.dtype, expected: Any) -> str:
    kinds = {"floating": "f", "integer": "iu", "bool": "b", "number": "iuf", "text": "UO"}
    if isinstance(expected, str) and expected in kinds:
        good = found.kind in kinds[expected]
        return "" if good else f"holds {_kind_name(found)}, its dtype should be {expected}"
    wanted = np.dtype(expected)
    return "" if found == wanted else f"has dtype {found}, {wanted} was expected"


def _dtype_failure(what: str, problem: str, found: np.dtype, expected: Any) -> Failure:
    private = f"{what}: has another dtype than was asked for"
    return Failure(what, problem, str(expected), _dtype_name(found), private)


def _dtype_name(found: np.dtype) -> str:
    """A dtype's name; that of text without its length, which is a value's."""
    if tells_values:
        return str(found)
    return found.name if found.kind in "biufc" else _kind_name(found)


def _shape_cause(found: tuple, wanted: tuple) -> _Why:
    if math.prod(found) == math.prod(n or 1 for n in wanted) and None not in wanted:
        if found == tuple(reversed(wanted)) and len(found) > 1:
            return _why("has its axes the wrong way round")
        if tuple(n for n in found if n != 1) == tuple(n for n in wanted if n != 1):
            return _why("has an axis of length 1 too many or too few")
    if len(found) != len(wanted):
        return _why(
            f"has {len(found)} axes, {len(wanted)} were expected",
            "has not as many axes as were expected",
        )
    return _why("has the wrong shape")


def _got(value: Any, text: str | None = None) -> str:
    """The student's value, or ``text`` about it, as far as it may be told."""
    if tells_values:
        return _show(value) if text is None else text
    kind = "an array" if type(value) is np.ndarray else _show_type(value)
    return f"{kind}; run this test in your own notebook to see more"


def _show(value: Any) -> str:
    """A value in a few lines, by exact type: a student's own ``repr`` is never called."""
    if type(value) is str:
        return repr(value if len(value) <= 200 else value[:200] + "…")
    if type(value) in (bool, int, float, complex, bytes, type(None)):
        return repr(value)[:200]
    if type(value) is dict:
        inner = ", ".join(f"{_show(k)}: {_show(v)}" for k, v in list(value.items())[:12])
        return "{" + inner + (", …}" if len(value) > 12 else "}")
    if type(value) in (list, tuple, set, frozenset):
        inner = ", ".join(_show(item) for item in list(value)[:12])
        dots = ", …" if len(value) > 12 else ""
        left, right = {"list": "[]", "tuple": "()"}.get(type(value).__name__, "{}")
        return f"{left}{inner}{dots}{right}"
    array, problem = to_numpy(value)
    if problem:
        return _show_type(value)
    if array.ndim == 0:
        number = array.item()
        return f"{number:.6g}" if isinstance(number, numbers.Real) else repr(number)[:200]
    text = np.array2string(array, precision=4, threshold=24, edgeitems=3, suppress_small=True)
    return f"{text}\nshape {array.shape}, dtype {array.dtype}"


def _maybe(value: Any) -> str | None:
    return None if value is None else _show(value)


def _show_type(value: Any) -> str:
    return "None" if value is None else _article(_type_name(type(value)))


def _type_name(kind: type) -> str:
    name = type.__dict__["__name__"].__get__(kind)
    return name if name.isidentifier() and len(name) < 60 else "object"


def _article(name: str) -> str:
    return ("an " if name[:1].lower() in "aeiou" else "a ") + name


def _kind_name(found: np.dtype) -> str:
    names = {"b": "booleans", "i": "whole numbers", "u": "whole numbers", "f": "numbers"}
    return names.get(found.kind, "text" if found.kind in "UOS" else "complex numbers")


def _labelled(label: str, text: str) -> str:
    first, *rest = text.split("\n")
    return "\n".join([f"    {label:<9}{first}"] + [" " * 13 + line for line in rest])


def _error_text(error: BaseException) -> str:
    """The text of a student's exception, from its plain arguments only."""
    return " ".join(argument for argument in error.args if type(argument) is str)[:1000]
