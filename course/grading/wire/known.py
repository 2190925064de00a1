"""Objects that every room has, such as `ValueError`, `np.float32` or Keras's relu, by their names.

A closed list, looked up and never imported: nothing on it runs given code or opens a file.
"""

from __future__ import annotations

import builtins
import sys
from typing import Any

import numpy as np

from course.grading.wire import codes
from course.grading.wire import keras_names as names
from course.grading.wire.limits import Limits, WireError

_TYPES = (
    *("object", "bool", "int", "float", "complex", "str", "bytes"),
    *("list", "tuple", "dict", "set", "frozenset"),
)
_LIBRARIES = ("pandas", "tensorflow", "keras")
_ACTIVATIONS, _LOSSES, _METRICS = "keras.activations", "keras.losses", "keras.metrics"
_TENSOR_TYPES = (
    *("bool", "string", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"),
    *("bfloat16", "float16", "float32", "float64", "complex64", "complex128"),
)


def describe(value: Any, limits: Limits) -> tuple[str, dict[str, Any]] | None:
    """The name of an object on the list; None for any other."""
    if type(value) in _DTYPES and (code := codes.dtype_code(value)):
        return "dtype", {"code": code}
    name = _by_identity().get(id(value))
    return None if name is None else ("known", {"name": name})


def rebuild(parts: dict[str, Any], limits: Limits) -> Any:
    """The object of this name."""
    name = parts["name"]
    found = _by_name().get(name) if type(name) is str else None
    if found is None:
        raise WireError("the message names an object that is not on the list")
    return found


def rebuild_dtype(parts: dict[str, Any], limits: Limits) -> np.dtype:
    """A NumPy dtype in the machine's byte order."""
    code = parts["code"]
    if type(code) is not str:
        raise WireError("a dtype has no name")
    return codes.dtype_of(code).newbyteorder("=")


_DTYPES = frozenset({type(np.dtype(kind)) for kind in "?bhilqBHILQefdFDSUmM"})
_cache: dict[str, Any] = {}


def _by_name() -> dict[str, Any]:
    libraries = [
        name for name in ("pandas", "keras", "tensorflow") if hasattr(_module(name), "__version__")
    ]
    if _cache.get("libraries") != libraries:
        table = _table()
        # An object of two names (mse, mean_squared_error) travels under the first.
        identities = {id(value): name for name, value in reversed(table.items())}
        _cache.update(libraries=libraries, names=table, identities=identities)
    return _cache["names"]


def _by_identity() -> dict[int, str]:
    _by_name()
    return _cache["identities"]


def _table() -> dict[str, Any]:
    found: dict[str, Any] = {name: getattr(builtins, name) for name in _TYPES}
    for value in vars(builtins).values():
        if isinstance(value, type) and issubclass(value, Exception):
            found[value.__name__] = value
    found |= {f"numpy.{kind.__name__}": kind for kind in codes.NUMPY_SCALARS}
    found["numpy.ndarray"] = np.ndarray
    if hasattr(pandas := _module("pandas"), "NA"):
        found |= {"pandas.NA": pandas.NA, "pandas.NaT": pandas.NaT}
    if hasattr(tensorflow := _module("tensorflow"), "__version__"):
        found |= {f"tensorflow.{name}": getattr(tensorflow, name) for name in _TENSOR_TYPES}
    if hasattr(keras := _module("keras"), "__version__"):
        found |= _of_keras(keras)
    return found


def _of_keras(keras: Any) -> dict[str, Any]:
    functions = {
        _ACTIVATIONS: sorted(names.ACTIVATIONS),
        _LOSSES: sorted(names.LOSS_NAMES, key=lambda name: (-len(name), name)),
        _METRICS: sorted(names.METRIC_NAMES, key=lambda name: (-len(name), name)),
    }
    families = (
        *(names.LAYERS, names.CELLS, names.INITIALIZERS, names.REGULARIZERS, names.CONSTRAINTS),
        *(names.OPTIMIZERS, names.SCHEDULES, names.LOSSES, names.METRICS, functions),
    )
    found = {}
    for family in families:
        for module, listed in family.items():
            holder = keras
            for part in module.split(".")[1:]:
                holder = getattr(holder, part)
            found |= {f"{module}.{n}": getattr(holder, n) for n in listed if hasattr(holder, n)}
    return found | {"keras.Sequential": keras.Sequential, "keras.Input": keras.Input}


def _module(name: str) -> Any:
    return sys.modules.get(name)
