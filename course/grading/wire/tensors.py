"""TensorFlow's tensors and variables and Keras's variables as arrays that remember what they were.

Where TensorFlow has not been imported they arrive as the arrays; never a symbolic tensor.
"""

from __future__ import annotations

import re
import sys
from typing import Any

import numpy as np

from course.grading.wire import codes, object_arrays
from course.grading.wire.limits import Limits, WireError

_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}")


def describe(value: Any, limits: Limits) -> tuple[str, dict[str, Any]] | None:
    """The kind and parts of a concrete tensor or variable; None for any other value."""
    kind = type(value)
    if kind is _class("tensorflow.python.framework.ops", "EagerTensor"):
        found = "tensor"
    elif kind is _class("tensorflow.python.ops.resource_variable_ops", "ResourceVariable"):
        found = "variable"
    elif kind is _class("keras", "Variable"):
        found = "keras variable"
    else:
        return None
    values = _values(value)
    if values is None or found == "tensor":
        return values and (found, values)
    name = value.name.partition(":")[0]
    values["name"] = name if _NAME.fullmatch(name) else None
    values["trainable"] = bool(value.trainable)
    return found, values


def rebuild_tensor(parts: dict[str, Any], limits: Limits) -> Any:
    """An eager tensor; a tensor of strings comes as a list of bytes and a shape."""
    tensorflow = sys.modules.get("tensorflow")
    if "bytes" not in parts:
        array = _array(parts)
        return array if tensorflow is None else tensorflow.constant(array)
    shape, items = parts["shape"], parts["bytes"]
    if type(items) is not list or any(type(item) is not bytes for item in items):
        raise WireError("a tensor of strings holds something else")
    array = object_arrays.rebuild({"shape": shape, "items": [None] * len(items)}, limits)
    array.ravel()[:] = items
    return array if tensorflow is None else tensorflow.constant(array, tensorflow.string)


def rebuild_variable(parts: dict[str, Any], limits: Limits) -> Any:
    """A `tf.Variable`."""
    array, name, trainable = _array(parts), *_settings(parts)
    if "tensorflow" not in sys.modules:
        return array
    return sys.modules["tensorflow"].Variable(array, trainable=trainable, name=name)


def rebuild_keras_variable(parts: dict[str, Any], limits: Limits) -> Any:
    """A `keras.Variable`."""
    array, name, trainable = _array(parts), *_settings(parts)
    if "keras" not in sys.modules:
        return array
    keras = sys.modules["keras"]
    return keras.Variable(array, dtype=array.dtype.name, trainable=trainable, name=name)


def _class(module: str, name: str) -> Any:
    return getattr(sys.modules.get(module), name, type(None))


def _values(value: Any) -> dict[str, Any] | None:
    content = value.numpy()
    if type(content) is bytes:  # a single string, which NumPy would shorten at its last zeros
        return {"shape": (), "bytes": [content]}
    array = np.asarray(content)
    if codes.dtype_code(array.dtype) and array.dtype.kind in "biufcV":
        return {"values": array}
    items = array.ravel().tolist()
    if array.dtype.kind == "O" and all(type(item) is bytes for item in items):
        return {"shape": array.shape, "bytes": items}
    return None


def _array(parts: dict[str, Any]) -> np.ndarray:
    array = parts["values"]
    if type(array) is not np.ndarray or array.dtype.kind not in "biufcV":
        raise WireError("a tensor is not an array of numbers")
    return array


def _settings(parts: dict[str, Any]) -> tuple[str | None, bool]:
    name, trainable = parts["name"], parts["trainable"]
    if name is not None and not (type(name) is str and _NAME.fullmatch(name)):
        raise WireError("a variable has no proper name")
    if type(trainable) is not bool:
        raise WireError("a variable does not say whether it is trainable")
    return name, trainable
