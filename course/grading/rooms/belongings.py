"""Arguments that are part of another: a view of an array, a layer or weight of a model.

Pickled apart, their copies would have nothing to do with each other. An optimizer is bound to the
weights that it moves.
"""

from __future__ import annotations

import sys
from typing import Any

import numpy as np


def belongings(parts: list[Any]) -> dict[int, tuple]:
    """By `id`, how to find in the other process what is part of one of the arguments.

    Parameters
    ----------
    parts : list
        The arguments and what is in them, by `course.grading.rooms.arguments.mutable_parts`.

    Returns
    -------
    dict of int to (function, arguments)
        In the form that ``__reduce__`` returns.
    """
    if len(parts) < 2:
        return {}
    found: dict[int, tuple] = {}
    own = {id(part) for part in parts}
    for part in parts:
        if type(part) is np.ndarray and id(part.base) in own and _has_simple_base(part):
            found[id(part)] = _view(part)
    keras = sys.modules.get("keras")
    if not hasattr(keras, "Layer"):
        return found
    layers = [part for part in parts if isinstance(part, keras.Layer)]
    for layer in layers:
        for number, inner in enumerate(layer._flatten_layers(include_self=False)):
            found.setdefault(id(inner), (layer_of, (layer, number)))
    # Those that are inside another are found by it.
    for layer in (layer for layer in layers if id(layer) not in found):
        for number, variable in enumerate(layer.variables):
            found.setdefault(id(variable), (variable_of, (layer, number)))
        if getattr(layer, "optimizer", None) is not None:
            found.setdefault(id(layer.optimizer), (optimizer_of, (layer,)))
    for part in parts:
        if isinstance(part, keras.optimizers.Optimizer) and part.built and id(part) not in found:
            values = [np.asarray(variable.numpy()) for variable in part.variables]
            moved = list(part._trainable_variables)
            found[id(part)] = (optimizer_for, (type(part), part.get_config(), moved, values))
    return found


def moved_by(optimizer: Any, parts: list[Any]) -> list[tuple[int, int]] | None:
    """The weights that an optimizer moves: the numbers of their layer and in it, -1 if alone.

    None if it moves none yet, or one that is part of no argument.
    """
    keras = sys.modules["keras"]
    places: dict[int, tuple[int, int]] = {}
    for number, part in enumerate(parts):
        if isinstance(part, keras.Layer):
            for place, variable in enumerate(part.variables):
                places.setdefault(id(variable), (number, place))
        elif isinstance(part, keras.Variable):
            places.setdefault(id(part), (number, -1))
    moved = [places.get(id(v)) for v in getattr(optimizer, "_trainable_variables", [])]
    return None if not optimizer.built or None in moved else moved


def build_optimizer(optimizer: Any, moved: Any, parts: list[Any]) -> None:
    """Build an optimizer as its copy was; ``moved`` is a claim, and what does not fit is left."""
    keras, found = sys.modules["keras"], []
    for place in moved if type(moved) is list else ():
        if type(place) is not tuple or [type(n) for n in place] != [int, int]:
            return
        number, inner = place
        part = parts[number] if 0 <= number < len(parts) else None
        if isinstance(part, keras.Layer) and 0 <= inner < len(part.variables):
            found.append(part.variables[inner])
        elif isinstance(part, keras.Variable):
            found.append(part)
    if type(moved) is list and len(found) == len(moved) and not optimizer.built:
        optimizer.build(found)


def _has_simple_base(part: np.ndarray) -> bool:
    return part.base.flags.c_contiguous and not part.dtype.hasobject


def _view(part: np.ndarray) -> tuple:
    start = part.__array_interface__["data"][0] - part.base.__array_interface__["data"][0]
    return view_of, (part.base, part.shape, part.dtype, start, part.strides)


def view_of(base: np.ndarray, shape: tuple, dtype: np.dtype, start: int, strides: tuple) -> Any:
    """The view of ``base`` that begins so many bytes behind its first element."""
    return np.ndarray(shape, dtype, base, start, strides)


def layer_of(layer: Any, number: int) -> Any:
    """The layer with this number inside another."""
    return list(layer._flatten_layers(include_self=False))[number]


def variable_of(layer: Any, number: int) -> Any:
    """The weight with this number of a layer."""
    return layer.variables[number]


def optimizer_of(model: Any) -> Any:
    """The optimizer that a model was compiled with."""
    return model.optimizer


def optimizer_for(kind: type, config: dict[str, Any], moved: list, values: list) -> Any:
    """An optimizer of this state that moves these weights."""
    made = kind.from_config(config)
    made.build(moved)
    for variable, value in zip(made.variables, values, strict=True):
        variable.assign(value)
    return made
