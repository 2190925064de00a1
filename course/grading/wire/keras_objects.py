"""Keras's own losses, metrics, optimizers, initialisers and the like, by their configurations.

An optimizer that has been used holds state for the variables of a model and stays behind.
"""

from __future__ import annotations

import random
import sys
from typing import Any

import numpy as np

from course.grading.wire import configs
from course.grading.wire import keras_names as names
from course.grading.wire.limits import Limits, WireError

_FAMILIES = (
    *(names.LOSSES, names.METRICS, names.OPTIMIZERS, names.SCHEDULES),
    *(names.INITIALIZERS, names.REGULARIZERS, names.CONSTRAINTS),
)


def describe(value: Any, limits: Limits) -> tuple[str, dict[str, Any]] | None:
    """The parts of such an object; None for any other, or one with settings of the student's."""
    keras = sys.modules.get("keras")
    if keras is None or not hasattr(keras, "saving"):
        return None
    family = next((f for f in _FAMILIES if type(value) in _classes(keras, f)), None)
    if family is None or (family is names.OPTIMIZERS and value.built):
        return None
    try:
        config = configs.plain_config(keras.saving.serialize_keras_object(value))
        # Keras 3.15 leaves out what some losses were given, such as Huber's delta.
        config["config"].update(getattr(value, "_fn_kwargs", {}))
        values = [np.asarray(v.numpy()) for v in getattr(value, "variables", ())]
        config = configs.checked_object(config, family)
        if _variables(_make(keras, config), values) is None:
            return None
    except Exception:  # a setting that does not travel, whatever Keras raises
        return None
    return "keras object", {"config": config, "variables": values}


def rebuild(parts: dict[str, Any], limits: Limits) -> Any:
    """An object of our own with these settings and, for a metric, this state."""
    import keras

    config, values = parts["config"], parts["variables"]
    family = next((f for f in _FAMILIES if configs.is_of(config, f)), None)
    if family is None:
        raise WireError("the message holds an object of Keras's that does not travel")
    made = _make(keras, configs.checked_object(config, family))
    variables = _variables(made, values)
    if variables is None:
        raise WireError("an object of Keras's does not fit its state")
    for variable, value in zip(variables, values, strict=True):
        variable.assign(value)
    return made


def _classes(keras: Any, family: dict[str, tuple[str, ...]]) -> set[type]:
    found = set()
    for module, listed in family.items():
        holder = keras
        for part in module.split(".")[1:]:
            holder = getattr(holder, part)
        found |= {getattr(holder, name) for name in listed}
    return found


def _make(keras: Any, config: dict[str, Any]) -> Any:
    state = random.getstate()  # some draw a seed
    try:
        return keras.saving.deserialize_keras_object(config, safe_mode=True)
    finally:
        random.setstate(state)


def _variables(made: Any, values: Any) -> list | None:
    """The object's variables if the values are one for each of them, else None."""
    variables = list(getattr(made, "variables", ()))
    if type(values) is not list or len(values) != len(variables):
        return None
    for variable, value in zip(variables, values, strict=True):
        if type(value) is not np.ndarray or tuple(variable.shape) != value.shape:
            return None
        if variable.dtype != value.dtype.name:
            return None
    return variables
