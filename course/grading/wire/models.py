"""Keras models and layers of Keras's own classes: configuration, weights, how they were compiled.

The examiner gets a model of its own, built from a configuration that `configs` has copied; no
class, function or file of the student's is ever reached.
"""

from __future__ import annotations

import math
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np

from course.grading.wire import configs
from course.grading.wire import keras_names as names
from course.grading.wire.limits import Calls, Limits, WireError


def describe(value: Any, limits: Limits, calls: Calls) -> tuple[str, dict[str, Any]] | None:
    """The parts of a model or layer; None if any part of it is not Keras's own."""
    keras = sys.modules.get("keras")
    if keras is None:
        return None
    try:
        parts = _parts(keras, value, calls)
        if parts is not None:
            _check_rebuilding(keras, parts, limits)
    except Exception:  # whatever Keras raises, this model cannot be rebuilt from such parts
        return None
    return None if parts is None else ("model", {**parts, **describe_compiled(keras, value)})


def parts_to_copy(value: Any) -> dict[str, Any] | None:
    """The parts of a test's own model that is not compiled, for `rebuild`; None of any other.

    It is trusted: whether a model of Keras's own classes can be rebuilt is not tried.
    """
    keras = sys.modules.get("keras")
    if not hasattr(keras, "Sequential") or type(value) not in _models(keras) or value.compiled:
        return None
    limits = Limits()
    try:
        parts = _parts(keras, value, Calls(limits))
    except Exception:  # one that only Keras's own way of saving can copy
        return None
    if parts is None or sum(array.size for array in parts["variables"]) > limits.parameters:
        return None
    return {**parts, **_NOT_COMPILED}


def _parts(keras: Any, value: Any, calls: Calls) -> dict[str, Any] | None:
    """Configuration and weights; None if any part is not Keras's own."""
    if type(value) not in (classes := _classes(keras)):
        return None
    layers = value._flatten_layers()
    if not all(type(layer) in classes and _has_own_functions(keras, layer) for layer in layers):
        return None
    serialised = configs.plain_config(keras.saving.serialize_keras_object(value))
    if value.built:
        serialised = configs.without_own_initializers(serialised)
    return {
        "config": configs.checked(serialised, calls),
        "shapes": None if _is_model(keras, value) else _shapes(serialised),
        "trainable": [bool(layer.trainable) for layer in layers],
        "variables": _contents(value.variables),
    }


def _check_rebuilding(keras: Any, parts: dict[str, Any], limits: Limits) -> None:
    """Build it as the examiner will. A structure that has been built once is not built again."""
    found = [(tuple(array.shape), array.dtype.name) for array in parts["variables"]]
    structure = repr((_renamed(parts["config"], {}), parts["shapes"], found))
    if structure in _rebuilt:
        return
    built = _build(keras, parts["config"], parts["shapes"], limits, Calls(limits))
    _check_fit(built.variables, parts["variables"])
    if len(_rebuilt) < _REMEMBERED:
        _rebuilt.add(structure)


_REMEMBERED = 1000
_rebuilt: set[str] = set()


def _renamed(config: Any, seen: dict[str, int]) -> Any:
    """A configuration with names such as dense_3 numbered as they appear: Keras counts on, and
    yet two models that one function has built are alike."""
    if isinstance(config, (list, tuple)):
        return [_renamed(item, seen) for item in config]
    if isinstance(config, dict):
        return {key: _renamed(item, seen) for key, item in config.items()}
    if isinstance(config, str) and _COUNTED.fullmatch(config):
        return seen.setdefault(config, len(seen))
    return config


_COUNTED = re.compile(r"\w+_[0-9]+")


def rebuild(parts: dict[str, Any], limits: Limits, calls: Calls) -> Any:
    """A model or layer of our own, with these weights.

    Raises
    ------
    WireError
        If the configuration is not allowed, or the arrays do not fit what it builds.
    """
    import keras

    arrays = arrays_of(parts["variables"]) + arrays_of(parts["optimizer_variables"])
    if sum(array.size for array in arrays) > 4 * limits.parameters:
        raise WireError("a model's message holds too many numbers")
    model = _build(keras, parts["config"], parts["shapes"], limits, calls)
    _count_on(model)
    _fill(model, parts["variables"])
    _freeze(model, parts["trainable"])
    if parts["compile"] is not None:
        compile_as(keras, model, parts)
    return model


def _models(keras: Any) -> set[type]:
    return {keras.Sequential, sys.modules["keras.src.models.functional"].Functional}


def _classes(keras: Any) -> set[type]:
    families = (*names.LAYERS.items(), *names.CELLS.items())
    own = {getattr(keras.layers, name) for _, family in families for name in family}
    return own | _models(keras)


def _is_model(keras: Any, value: Any) -> bool:
    return isinstance(value, keras.Model)


def _has_own_functions(keras: Any, layer: Any) -> bool:
    """False where an activation is a function that only has the name of one of Keras's."""
    for key in ("activation", "recurrent_activation"):
        function = getattr(layer, key, None)
        name = getattr(function, "__name__", None)
        if name is not None and not _is_known(keras, name, function):
            return False
    return True


def _is_known(keras: Any, name: str, function: Any) -> bool:
    """Whether a function is Keras's activation of this name, or computes the same."""
    if getattr(keras.activations, name, None) is function:
        return True
    others = (keras.ops, sys.modules["tensorflow"].nn) if name in names.SAME_ACTIVATIONS else ()
    return any(getattr(holder, name, None) is function for holder in others)


def _shapes(serialised: dict[str, Any]) -> dict[str, Any] | None:
    """What a layer that stands alone was built for."""
    built = serialised.get("build_config")
    if not built:
        return None
    return configs.checked_shapes(built.get("shapes_dict") or built)


_NOT_COMPILED: dict[str, Any] = {"compile": None, "optimised": None, "optimizer_variables": []}


def describe_compiled(keras: Any, model: Any) -> dict[str, Any]:
    """The settings of ``compile`` and the optimizer's state, or neither."""
    if not getattr(model, "compiled", False):
        return _NOT_COMPILED
    settings = {**model._compile_config.config, "optimizer": model.optimizer}
    try:
        config = configs.checked_compile(configs.plain_config(_serialised(keras, settings)))
    except Exception:  # a loss or metric of the student's own
        return _NOT_COMPILED
    found = {**_NOT_COMPILED, "compile": config}
    if model.optimizer.built:
        # Not model.trainable_variables: layers may have been frozen since.
        places = {id(variable): i for i, variable in enumerate(model.variables)}
        found["optimised"] = [places[id(v)] for v in model.optimizer._trainable_variables]
        found["optimizer_variables"] = _contents(model.optimizer.variables)
    return found


def _contents(variables: list) -> list[np.ndarray]:
    return [np.asarray(variable.numpy()) for variable in variables]


def _serialised(keras: Any, value: Any) -> Any:
    """Settings of ``compile`` as configurations; Keras's own functions as their names."""
    if isinstance(value, dict):
        return {key: _serialised(keras, item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_serialised(keras, item) for item in value]
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if name := getattr(value, "__name__", None):
        if value in (getattr(keras.losses, name, None), getattr(keras.metrics, name, None)):
            return name
        raise WireError("a loss or metric is a function of the student's")
    config = keras.saving.serialize_keras_object(value)
    # Keras 3.15 leaves out what some losses were given, such as Huber's delta.
    config["config"].update(getattr(value, "_fn_kwargs", {}))
    return config


def arrays_of(values: Any) -> list[np.ndarray]:
    if type(values) is not list or any(type(value) is not np.ndarray for value in values):
        raise WireError("a model's variables are not arrays")
    return values


def _build(keras: Any, config: Any, shapes: Any, limits: Limits, calls: Calls) -> Any:
    """The model, its variables known by shape but not yet allocated.

    In a stateless scope Keras only notes which variables are to be made. The note is ours and is
    thrown away afterwards, whether or not the building succeeds: a later scope would act upon it.
    """
    config = configs.checked(config, calls)  # a copy, of which Keras takes parts away
    with _noted(limits), _built_once(keras.Sequential):
        model = keras.saving.deserialize_keras_object(config, safe_mode=True)
        if shapes is not None and not _is_model(keras, model):
            _build_layer(model, configs.checked_shapes(shapes))
    return model


def _count_on(model: Any) -> None:
    """Let Keras's automatic names go on behind those of this model, as where it was made.

    Else a new layer beside its "dense" is called "dense" as well, and no model may hold both.
    """
    global_state = sys.modules["keras.src.backend.common.global_state"]
    used = global_state.get_global_attribute(_USED, defaultdict(int), set_to_default=True)
    for layer in model._flatten_layers():
        prefix, number = _AUTOMATIC.fullmatch(layer.name).groups()
        used[prefix] = max(used[prefix], int(number or 0) + 1)


_USED = "object_name_uids"
_AUTOMATIC = re.compile(r"(.*?)(?:_([0-9]{1,9}))?", re.DOTALL)  # any name, an empty one too


@contextmanager
def _built_once(sequential: Any) -> Iterator[None]:
    """Keras builds a Sequential anew with every layer that it reads; here, when all are there."""
    before = getattr(sequential, "_maybe_rebuild", None)
    if before is None:  # in another Keras: slower, and nothing else
        yield
        return
    sequential._maybe_rebuild = lambda self: None
    try:
        yield
    finally:
        sequential._maybe_rebuild = before


@contextmanager
def _noted(limits: Limits) -> Iterator[None]:
    """Variables that are made inside are only noted, and refused beyond the limits."""
    keras = sys.modules["keras"]
    global_state = sys.modules["keras.src.backend.common.global_state"]
    before = global_state.get_global_attribute(_NOTE, [])
    note = _Note(limits.parameters)
    random_state = random.getstate()  # layers draw their seeds from it; nobody else may notice
    global_state.set_global_attribute(_NOTE, note)
    try:
        with keras.StatelessScope(initialize_variables=False):
            yield
    finally:
        global_state.set_global_attribute(_NOTE, before)
        random.setstate(random_state)
        note.check()  # says it in our words, whatever Keras made of it


def build_in_place(
    layer: Any, shapes: dict[str, Any], values: list[np.ndarray], limits: Limits
) -> None:
    """Build a layer or model of the examiner's own and give it these weights."""
    with _noted(limits):
        _build_layer(layer, shapes)
    _fill(layer, values)


_NOTE = "uninitialized_variables"


class _Note(list):
    """The variables that a model is to have; refuses one too many before anything is allocated.

    Checking afterwards would be too late: a Normalization reads its variables as it makes them.
    """

    def __init__(self, limit: int):
        super().__init__()
        self.limit, self.size = limit, 0

    def append(self, variable: Any) -> None:
        super().append(variable)
        self.size += math.prod(map(int, variable.shape))
        self.check()

    def check(self) -> None:
        if self.size > self.limit:
            raise WireError(f"a model has more than {self.limit:,} parameters")


def _build_layer(layer: Any, shapes: dict[str, Any]) -> None:
    if set(shapes) == {"input_shape"}:  # the argument has other names, too
        layer.build(shapes["input_shape"])
    else:
        layer.build(**shapes)


def _fill(model: Any, values: list[np.ndarray]) -> None:
    """Give every variable its array; the first allocation of the model's weights."""
    variables = model.variables
    _check_fit(variables, values)
    # TensorFlow keeps for good whether a tape watches a variable: all are made while layers learn.
    trainable = [bool(layer.trainable) for layer in model._flatten_layers()]
    _freeze(model, [True] * len(trainable))
    for variable, value in zip(variables, values, strict=True):
        variable._initialize(value)
        variable._initializer = None
    _freeze(model, trainable)
    for layer in model._flatten_layers():
        if type(layer).__name__ == "Normalization" and layer.built:
            layer.finalize_state()


def _check_fit(variables: list, values: list[np.ndarray]) -> None:
    if len(variables) != len(values):
        raise WireError("a model has not as many variables as arrays")
    for variable, value in zip(variables, values, strict=True):
        if tuple(variable.shape) != value.shape or variable.dtype != value.dtype.name:
            raise WireError("a model's array does not fit its variable")


def _freeze(model: Any, trainable: Any) -> None:
    """Set which layers learn; those inside others come after them, as their own state wins."""
    layers = model._flatten_layers()
    if type(trainable) is not list or any(type(flag) is not bool for flag in trainable):
        raise WireError("a model does not say which layers are trainable")
    for layer, flag in zip(layers, trainable, strict=True):
        layer.trainable = flag


def compile_as(keras: Any, model: Any, parts: dict[str, Any]) -> None:
    """Compile the model and put its optimizer where the student's was."""
    config = configs.checked_compile(parts["compile"])
    model.compile(**keras.saving.deserialize_keras_object(config))
    places, values = parts["optimised"], parts["optimizer_variables"]
    if places is None:
        return
    variables = model.variables
    if type(places) is not list or any(type(place) is not int for place in places):
        raise WireError("an optimizer does not say what it moves")
    if len(set(places)) < len(places) or not set(places) <= set(range(len(variables))):
        raise WireError("an optimizer moves what the model does not have")
    model.optimizer.build([variables[place] for place in places])
    _check_fit(model.optimizer.variables, values)
    for variable, value in zip(model.optimizer.variables, values, strict=True):
        variable.assign(value)
