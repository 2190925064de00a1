"""Arguments on their way to the student's room, and what became of them there; both ends use it.

They are copied in by cloudpickle and copied back: both ends walk through the same structure and
number the mutable objects in it, so that a change made to a copy finds its original.
"""

from __future__ import annotations

import sys
from typing import Any

import numpy as np

ARGUMENT = 2**62  # handles from here on mean: the argument of this number, itself


def mutable_parts(value: Any) -> list[Any]:
    """Every mutable object within exact containers, each once, in the order in which it is met."""
    found: dict[int, Any] = {}

    def walk(item: Any) -> None:
        kind = type(item)
        if kind in (list, dict, set) or _is_state(item):
            if id(item) in found:
                return
            found[id(item)] = item
        if kind in (list, tuple):
            for part in item:
                walk(part)
        elif kind is dict:
            for part in item.values():
                walk(part)

    walk(value)
    return list(found.values())


def state(item: Any) -> Any:
    """What can change in a mutable part, as data (containers and Keras objects by their parts)."""
    if _is_optimizer(item):
        return {"variables": _arrays(item.variables)}
    if _is_layer(item):
        optimizer = getattr(item, "optimizer", None)
        return {
            "variables": _arrays(item.variables),
            "trainable": [bool(layer.trainable) for layer in item._flatten_layers()],
            "optimizer": _arrays(optimizer.variables) if optimizer is not None else None,
        }
    if _is_variable(item):
        return np.asarray(item.numpy())
    return item


def restore(item: Any, new: Any) -> None:
    """Give a mutable part the state that its copy had; one that does not fit is left as it is.

    ``new`` comes from a room that is not trusted, but it is data, and only sets what the student's
    code could have set in one process.
    """
    kind = type(item)
    if kind is np.ndarray:
        if type(new) is np.ndarray and new.shape == item.shape and item.flags.writeable:
            item[...] = new
    elif kind is list and type(new) is list:
        item[:] = new
    elif kind in (dict, set) and type(new) is kind:
        item.clear()
        item.update(new)
    elif _is_table(item) and type(new) is kind:
        item._update_inplace(new)
    elif _is_optimizer(item) and type(new) is dict:
        _assign(item.variables, new.get("variables"))
    elif _is_layer(item) and type(new) is dict:
        _assign(item.variables, new.get("variables"))
        _freeze(item, new.get("trainable"))
        if getattr(item, "optimizer", None) is not None:
            _assign(item.optimizer.variables, new.get("optimizer"))
    elif _is_variable(item):
        _assign([item], [new])


def _is_state(item: Any) -> bool:
    if type(item) is np.ndarray or _is_table(item):
        return True
    return _is_variable(item) or _is_layer(item) or _is_optimizer(item)


def _is_table(item: Any) -> bool:
    pandas = sys.modules.get("pandas")
    return pandas is not None and type(item) in (pandas.DataFrame, pandas.Series)


def _is_layer(item: Any) -> bool:
    keras = sys.modules.get("keras")
    return keras is not None and keras.Layer in type(item).__mro__


def _is_optimizer(item: Any) -> bool:
    keras = sys.modules.get("keras")
    return keras is not None and keras.optimizers.Optimizer in type(item).__mro__


def _is_variable(item: Any) -> bool:
    keras, tensorflow = sys.modules.get("keras"), sys.modules.get("tensorflow")
    if keras is not None and keras.Variable in type(item).__mro__:
        return True
    return tensorflow is not None and tensorflow.Variable in type(item).__mro__


def _arrays(variables: list) -> list[np.ndarray]:
    return [np.asarray(variable.numpy()) for variable in variables]


def _assign(variables: list, values: Any) -> None:
    if type(values) is not list or len(values) != len(variables):
        return
    for variable, value in zip(variables, values, strict=True):
        if type(value) is np.ndarray and tuple(variable.shape) == value.shape:
            variable.assign(value)


def _freeze(layer: Any, flags: Any) -> None:
    layers = list(layer._flatten_layers())
    if type(flags) is list and len(flags) == len(layers):
        for part, flag in zip(layers, flags, strict=True):
            if part.trainable != (flag is True):
                part.trainable = flag is True
