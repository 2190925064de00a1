"""What can change in a Keras model or layer that both rooms have a copy of; never its structure.

Weights, what is frozen, what it was built for and how it was compiled. ``state`` is read in the
student's room; ``restore`` runs in the examiner's and takes it for what it is, a claim.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from course.grading.wire import configs, models
from course.grading.wire.limits import Limits, WireError


def state(layer: Any) -> dict[str, Any]:
    """The state of a model or layer, as data."""
    import keras

    inner = list(layer._flatten_layers())
    optimizer = getattr(layer, "optimizer", None)
    return {
        "shapes": _shapes(layer) if layer.built else None,
        "built": bool(layer.built),
        "variables": _arrays(layer.variables),
        "trainable": [bool(part.trainable) for part in inner],
        "learning": [bool(variable.trainable) for variable in layer.variables],
        "optimizer": _arrays(optimizer.variables) if optimizer is not None else None,
        **models.describe_compiled(keras, layer),
    }


def restore(layer: Any, new: Any) -> None:
    """Give a layer of the examiner's the state that its copy had, as far as it fits."""
    if type(new) is not dict:
        return
    try:
        if new.get("built") is True and not layer.built:
            _build(layer, new)
        assign(layer.variables, new.get("variables"))
        _freeze(list(layer._flatten_layers()), new.get("trainable"))
        # A weight may be frozen or thawed by itself, whatever its layer says.
        _freeze(layer.variables, new.get("learning"))
        _compile(layer, new)
    except WireError:
        raise
    except Exception as error:  # whatever Keras makes of a state that does not fit
        raise WireError("a model's state cannot be restored") from error
    if getattr(layer, "optimizer", None) is not None:
        assign(layer.optimizer.variables, new.get("optimizer"))


def assign(variables: list, values: Any) -> None:
    """Give every variable its array; nothing if they are not one for each of the same shape."""
    if type(values) is not list or len(values) != len(variables):
        return
    for variable, value in zip(variables, values, strict=True):
        if type(value) is np.ndarray and tuple(variable.shape) == value.shape:
            variable.assign(value)


def _arrays(variables: list) -> list[np.ndarray]:
    return [np.asarray(variable.numpy()) for variable in variables]


def _shapes(layer: Any) -> dict[str, Any] | None:
    """The shapes that it was built for, in the form that ``build_from_config`` takes."""
    try:
        found = layer.get_build_config() or {}
        if type(layer).__name__ == "Sequential":
            found = {"input_shape": found.get("input_shape")}
        return configs.checked_shapes(found.get("shapes_dict") or found)
    except Exception:  # a layer that says nothing, or something strange
        return None


def _build(layer: Any, new: dict[str, Any]) -> None:
    """Build it for the shapes that the copy was built for, within the limits of a message."""
    if new.get("shapes") is None:
        return
    shapes = configs.checked_shapes(new["shapes"])
    models.build_in_place(layer, shapes, models.arrays_of(new.get("variables")), Limits())


def _freeze(parts: list, flags: Any) -> None:
    """Set which layers or variables learn; nothing if there is not one flag for each."""
    if type(flags) is list and len(flags) == len(parts):
        for part, flag in zip(parts, flags, strict=True):
            if part.trainable != (flag is True):
                part.trainable = flag is True


def _compile(layer: Any, new: dict[str, Any]) -> None:
    """Compile as the copy was, unless it is compiled so already."""
    import keras

    if new.get("compile") is None:
        return
    ours = models.describe_compiled(keras, layer)
    if ours["compile"] != new["compile"] or ours["optimised"] != new["optimised"]:
        models.compile_as(keras, layer, new)
