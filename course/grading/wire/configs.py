"""The configuration of a Keras model, copied from allow-listed parts; Keras never sees the rest.

What comes out is built anew, key by key, so nothing unlooked-at can ride along. Used at both ends:
in the student's room to learn whether a model can travel, in the examiner's because it must.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from course.grading.wire import keras_names as names
from course.grading.wire.limits import Calls, Limits, WireError

_Families = Mapping[str, tuple[str, ...]]

_SIZE = 2**16  # no length, width or number of units is larger
_NUMBER = 1e30
_ELEMENTS = 64  # of a setting that is a sequence
_NESTED = 4  # sequences within a setting
_NUMBERED = 10_000  # calls of one layer, which are numbered from 0

_ZEROS = {
    "module": "keras.initializers",
    "class_name": "Zeros",
    "config": {},
    "registered_name": None,
}
_NAME = re.compile(r"\w[\w. ()+,:'-]{0,99}")  # letters of any language
_WORD = re.compile(r"[a-z][a-z0-9_]{0,39}")
_AXES = re.compile(r"[A-Za-z]{1,20}")
_EQUATION = re.compile(r"[A-Za-z.,]{1,40}->[A-Za-z.]{1,20}")


def checked(config: Any, calls: Calls) -> dict[str, Any]:
    """The configuration of a Sequential or functional model or a layer, safe to deserialise.

    Raises
    ------
    WireError
        If any class, setting or word in it is not on the lists of `keras_names`, or building it
        would take too many calls.
    """
    return _Copy(calls).layer(config)


def checked_compile(config: Any) -> dict[str, Any]:
    """The settings of ``compile``, safe to deserialise."""
    config = _dict(config)
    copy = _Copy()
    loss = (names.LOSSES, names.LOSS_NAMES)
    metrics = ({**names.METRICS, **names.LOSSES}, names.METRIC_NAMES)
    steps = config["steps_per_execution"]
    if type(steps) is not int or not 1 <= steps <= _ELEMENTS:
        raise WireError("a model runs too many steps at once")
    return {
        "optimizer": copy.object(config["optimizer"], names.OPTIMIZERS),
        "loss": copy.structure(config["loss"], lambda v: copy.named(v, *loss)),
        "loss_weights": copy.structure(config["loss_weights"], copy.plain),
        "metrics": copy.structure(config["metrics"], lambda v: copy.named(v, *metrics)),
        "weighted_metrics": copy.structure(
            config["weighted_metrics"], lambda v: copy.named(v, *metrics)
        ),
        "run_eagerly": config["run_eagerly"] is True,
        "steps_per_execution": steps,
    }


def checked_object(config: Any, families: _Families) -> dict[str, Any]:
    """The configuration of an object of one of these classes, safe to deserialise."""
    return _Copy().object(config, families)


def is_of(config: Any, families: _Families) -> bool:
    """Whether a configuration names one of these classes."""
    try:
        _head(config, families)
    except (WireError, KeyError, TypeError):
        return False
    return True


def plain_config(value: Any) -> Any:
    """A configuration with NumPy's scalars as Python's."""
    if isinstance(value, dict):
        return {key: plain_config(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return (tuple if type(value) is tuple else list)(map(plain_config, value))
    return value.item() if isinstance(value, np.generic) else value


def without_own_initializers(config: Any) -> Any:
    """The configuration of what is built, with Zeros for initialisers that are not Keras's own:
    they have done their work, and the weights travel."""
    if isinstance(config, (list, tuple)):
        return type(config)(map(without_own_initializers, config))
    if not isinstance(config, dict):
        return config
    return {
        key: dict(_ZEROS)
        if str(key).endswith("_initializer")
        and value is not None
        and not is_of(value, names.INITIALIZERS)
        else without_own_initializers(value)
        for key, value in config.items()
    }


def checked_shapes(shapes: Any) -> dict[str, Any]:
    """The shapes that a layer is built for, by the names of its ``build``'s arguments."""
    return {_word(key): _Copy().plain(shape) for key, shape in _dict(shapes).items()}


class _Copy:
    """Copies one configuration and counts the calls of layers that building it takes."""

    def __init__(self, calls: Calls | None = None) -> None:
        self.calls = calls or Calls(Limits(calls=0))

    def layer(self, config: Any, operations: _Families | None = None) -> dict[str, Any]:
        """A layer or model, or one of these operations."""
        if type(config) is dict and config.get("class_name") in _MODELS:
            module, name, settings = _head(config, names.MODELS)
            inner = self._sequential if name == "Sequential" else self._functional
            return _config(module, name, inner(settings))
        self.calls.add(1)
        return self.object(config, {**names.LAYERS, **(operations or {})})

    def object(self, config: Any, families: _Families) -> dict[str, Any]:
        """An object of one of these classes, its settings copied one by one."""
        module, name, settings = _head(config, families)
        # It would spread the mean over whatever input shape it is given.
        if name == "Normalization" and not settings["mean"] is settings["variance"] is None:
            raise WireError("a model holds a Normalization of given mean, which does not travel")
        copied = {_text(key): self._setting(_text(key), v) for key, v in settings.items()}
        return _config(module, name, {k: v for k, v in copied.items() if k not in names.FIXED})

    def structure(self, value: Any, leaf: Callable[[Any], Any], depth: int = 0) -> Any:
        """What ``leaf`` makes of a value, or of those in a list or in a dict by output's name."""
        if depth < _NESTED and type(value) in (list, tuple):
            return [self.structure(item, leaf, depth + 1) for item in value]
        if depth < _NESTED and type(value) is dict and "class_name" not in value:
            return {_name(k): self.structure(v, leaf, depth + 1) for k, v in value.items()}
        return None if value is None else leaf(value)

    def named(self, value: Any, families: _Families, known: frozenset[str]) -> Any:
        """A function of Keras by its name, or an object."""
        if type(value) is str and value in known:
            return value
        return self.object(value, families)

    def plain(self, value: Any, largest: int = _SIZE, depth: int = 0) -> Any:
        """None, a truth value, a number, a word, or a short nested sequence of these."""
        kind = type(value)
        if value is None or kind is bool:
            return value
        if kind is int and abs(value) <= largest:
            return value
        if kind is float and math.isfinite(value) and abs(value) <= _NUMBER:
            return value
        if kind is str and value in names.WORDS:
            return value
        if kind in (list, tuple) and len(value) <= _ELEMENTS and depth < _NESTED:
            return kind(self.plain(item, largest, depth + 1) for item in value)
        raise WireError("a model has a setting that does not travel")

    def _setting(self, key: str, value: Any) -> Any:
        if key in names.FIXED:
            if value is not names.FIXED[key]:
                raise WireError("a model has a fixed setting that differs from Keras's own")
            return value
        if key == "name":
            return None if value is None else _name(value)
        if key == "dtype":
            return _dtype(value)
        if key == "equation":
            return _match(_EQUATION, value)
        if key == "bias_axes":
            return None if value is None else _match(_AXES, value)
        if key in ("layer", "backward_layer"):
            return None if value is None else self.layer(value)
        if key == "cell":
            return self.object(value, names.CELLS)
        if key == "cells":
            return [self.object(cell, names.CELLS) for cell in _list(value)[:_ELEMENTS]]
        if key in ("activation", "recurrent_activation"):
            if type(value) is str:
                return _one_of(value, names.ACTIVATIONS)
            return None if value is None else self.object(value, names.ACTIVATION_LAYERS)
        for ending, families in _PARTS.items():
            if key.endswith(ending):
                return None if value is None else self.object(value, families)
        if key == "learning_rate" and type(value) is dict:
            return self.object(value, names.SCHEDULES)
        if key in names.LONG:
            return self.plain(value, largest=2**63)
        return self.plain(value) if key in names.SETTINGS else _refuse()

    def _sequential(self, config: dict[str, Any]) -> dict[str, Any]:
        layers = []
        for layer in _list(config["layers"]):
            before = self.calls.taken
            layers.append(self.layer(layer))
            # Keras calls every layer again each time that it adds one.
            later = len(config["layers"]) - len(layers)
            self.calls.add((self.calls.taken - before) * later)
        return {
            "name": _name(config["name"]),
            "trainable": config.get("trainable") is not False,
            "layers": layers,
            "build_input_shape": self.plain(config.get("build_input_shape")),
        }

    def _functional(self, config: dict[str, Any]) -> dict[str, Any]:
        return {
            "name": _name(config["name"]),
            "trainable": config.get("trainable") is not False,
            "layers": [self._node_layer(layer) for layer in _list(config["layers"])],
            "input_layers": self._references(config["input_layers"]),
            "output_layers": self._references(config["output_layers"]),
        }

    def _node_layer(self, config: Any) -> dict[str, Any]:
        """A layer, model or operation in a functional model, with the calls made of it."""
        before = self.calls.taken
        copied = self.layer(config, names.OPERATIONS)
        nodes = _list(config["inbound_nodes"])
        self.calls.add(len(nodes) * (self.calls.taken - before))
        copied["name"] = _name(config["name"])
        copied["inbound_nodes"] = [
            {
                "args": self._arguments(_dict(node)["args"]),
                "kwargs": {
                    _word(key): self._arguments(value)
                    for key, value in _dict(node["kwargs"]).items()
                },
            }
            for node in nodes
        ]
        return copied

    def _arguments(self, value: Any, depth: int = 0) -> Any:
        """What a layer is called with: outputs of other layers, plain values, slices."""
        if type(value) in (list, tuple) and depth < _NESTED:
            return type(value)(self._arguments(item, depth + 1) for item in value[:_ELEMENTS])
        if type(value) is not dict:
            return _dtype(value) if value in names.DTYPES else self.plain(value)
        if value.get("class_name") == "__keras_tensor__":
            config = _dict(value["config"])
            tensor = {
                "shape": self.plain(config["shape"]),
                "dtype": _one_of(config["dtype"], names.DTYPES),
                "keras_history": self._reference(config["keras_history"]),
            }
            return {"class_name": "__keras_tensor__", "config": tensor}
        if value.get("class_name") == "__slice__":
            bounds = {key: self.plain(value["config"][key]) for key in ("start", "stop", "step")}
            return {"class_name": "__slice__", "config": bounds}
        raise WireError("a layer is called with something that does not travel")

    def _references(self, value: Any, depth: int = 0) -> Any:
        if type(value) is list and len(value) == 3 and type(value[0]) is str:
            return self._reference(value)
        if depth < _NESTED and type(value) in (list, tuple):
            return type(value)(self._references(item, depth + 1) for item in value)
        if depth < _NESTED and type(value) is dict:
            return {_name(k): self._references(v, depth + 1) for k, v in value.items()}
        raise WireError("a model does not say what goes in and out")

    def _reference(self, value: Any) -> list:
        if type(value) not in (list, tuple) or len(value) != 3:
            raise WireError("a layer's output is not named as it should be")
        layer, *numbers = value
        if any(type(n) is not int or not 0 <= n <= _NUMBERED for n in numbers):
            raise WireError("a layer's output has no proper number")
        return [_name(layer), *numbers]


_MODELS = ("Sequential", "Functional")
_PARTS = {
    "_initializer": names.INITIALIZERS,
    "_regularizer": names.REGULARIZERS,
    "_constraint": names.CONSTRAINTS,
}


def _head(config: Any, families: _Families) -> tuple[str, str, dict[str, Any]]:
    """Module, class name and settings of an object whose class is on the list."""
    config = _dict(config)
    module, name = config.get("module"), config.get("class_name")
    if type(module) is not str or type(name) is not str or name not in families.get(module, ()):
        raise WireError("a model holds a class that does not travel")
    return module, name, _dict(config["config"])


def _config(module: str, name: str, settings: dict[str, Any]) -> dict[str, Any]:
    return {"module": module, "class_name": name, "config": settings, "registered_name": None}


def _dtype(value: Any) -> str:
    """A dtype or policy by its name."""
    if type(value) is dict:
        _, _, settings = _head(value, {"keras": ("DTypePolicy",)})
        value = settings["name"]
    return _one_of(value, names.DTYPES)


def _refuse() -> Any:
    raise WireError("a model has a setting of a name that does not travel")


def _dict(value: Any) -> dict[str, Any]:
    if type(value) is not dict:
        raise WireError("a model's configuration is not put together as Keras does")
    return value


def _list(value: Any) -> list:
    if type(value) is not list:
        raise WireError("a model's configuration lacks a list")
    return value


def _text(value: Any) -> str:
    if type(value) is not str:
        raise WireError("a model has a setting without a name")
    return value


def _one_of(value: Any, known: frozenset[str]) -> str:
    if type(value) is not str or value not in known:
        raise WireError("a model uses a name that does not travel")
    return value


def _name(value: Any) -> str:
    return _match(_NAME, value)


def _word(value: Any) -> str:
    """The name of an argument; not one that would make Keras take its dict for an object."""
    if value in ("class_name", "config", "module"):
        raise WireError("a layer has an argument with a reserved name")
    return _match(_WORD, value)


def _match(pattern: re.Pattern, value: Any) -> str:
    if type(value) is not str or not pattern.fullmatch(value):
        raise WireError("a model uses a name that is not written as names are")
    return value
