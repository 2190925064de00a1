"""What a playground is set to, as plain data that can be stored, sent and graded; it never trains.

A `Configuration` says everything that decides the outcome of a run. Two runs of the same
configuration for the same number of epochs give the same numbers.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from numbers import Integral, Real
from typing import Any

from course.playground.data import DATA_NAMES, FEATURE_NAMES

ACTIVATIONS = ("relu", "tanh", "sigmoid", "linear")
OPTIMIZERS = ("sgd", "adam")
REGULARISATIONS = ("none", "l1", "l2")

MAX_LAYERS = 6
MAX_NEURONS = 8
MAX_NOISE = 0.5
TRAIN_SHARE_RANGE = (0.1, 0.9)
MAX_SEED = 1_000_000


@dataclass(frozen=True)
class Configuration:
    """Everything that decides a run of the playground.

    Attributes:
        data: "circle", "xor", "gauss" or "spiral".
        noise: 0 to 0.5, how far points stray from the pattern.
        train_share: 0.1 to 0.9, the share of the points that the network is trained on.
        features: one or more of "x1", "x2", "x1^2", "x2^2", "x1*x2", "sin(x1)", "sin(x2)".
        hidden: neurons of each hidden layer, e.g. `(4, 2)`; `()` is a linear model.
        activation: of the hidden layers: "relu", "tanh", "sigmoid" or "linear".
        optimizer: "sgd" or "adam".
        learning_rate: above 0, at most 10.
        regularisation: "none", "l1" or "l2", on the weights (never on the biases).
        regularisation_rate: 0 to 10, the factor of the penalty.
        batch_size: 1 to 500 points for each step of the optimiser.
        seed: of the points, the initial weights and the order of the batches.

    Raises:
        ValueError: a field has a value that is not allowed; the message names the field and
            the allowed values. A list is accepted where a tuple is meant.
    """

    data: str = "circle"
    noise: float = 0.0
    train_share: float = 0.5
    features: tuple[str, ...] = ("x1", "x2")
    hidden: tuple[int, ...] = (4, 2)
    activation: str = "tanh"
    optimizer: str = "sgd"
    learning_rate: float = 0.03
    regularisation: str = "none"
    regularisation_rate: float = 0.0
    batch_size: int = 10
    seed: int = 0

    def __post_init__(self) -> None:
        checked = {
            "data": _choice("data", self.data, DATA_NAMES),
            "noise": _number("noise", self.noise, 0, MAX_NOISE),
            "train_share": _number("train_share", self.train_share, *TRAIN_SHARE_RANGE),
            "features": _features(self.features),
            "hidden": _hidden(self.hidden),
            "activation": _choice("activation", self.activation, ACTIVATIONS),
            "optimizer": _choice("optimizer", self.optimizer, OPTIMIZERS),
            "learning_rate": _number("learning_rate", self.learning_rate, 0, 10, above=True),
            "regularisation": _choice("regularisation", self.regularisation, REGULARISATIONS),
            "regularisation_rate": _number("regularisation_rate", self.regularisation_rate, 0, 10),
            "batch_size": whole_number("batch_size", self.batch_size, 1, 500),
            "seed": whole_number("seed", self.seed, 0, MAX_SEED),
        }
        for name, value in checked.items():
            object.__setattr__(self, name, value)  # the one way to set a field of a frozen class

    def to_dict(self) -> dict[str, Any]:
        """Return the fields as a dict of str, int, float and lists, ready for JSON."""
        plain = asdict(self)
        return {name: list(v) if isinstance(v, tuple) else v for name, v in plain.items()}

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any]) -> Configuration:
        """Build a configuration from `to_dict()`'s form; fields left out keep their defaults.

        Raises:
            ValueError: `plain` is no mapping, names an unknown field, or has a bad value.
        """
        if not isinstance(plain, Mapping):
            raise ValueError(f"a configuration is a dict, not {type(plain).__name__}")
        known = [field.name for field in fields(cls)]
        unknown = [str(name) for name in plain if name not in known]
        if unknown:
            raise ValueError(
                f"unknown field {', '.join(unknown)}: the fields are {', '.join(known)}"
            )
        return cls(**plain)


def whole_number(name: str, value: Any, low: int, high: int) -> int:
    """Return `value` as int, or raise a ValueError that names it and what is allowed."""
    if not isinstance(value, Integral) or isinstance(value, bool) or not low <= value <= high:
        raise ValueError(f"{name} is {value!r}: choose a whole number from {low} to {high}")
    return int(value)


def _choice(name: str, value: Any, allowed: tuple[str, ...]) -> str:
    if not isinstance(value, str) or value not in allowed:
        raise ValueError(f"{name} is {value!r}: choose one of {_listed(allowed)}")
    return str(value)


def _number(name: str, value: Any, low: float, high: float, above: bool = False) -> float:
    fits = isinstance(value, Real) and not isinstance(value, bool) and math.isfinite(value)
    if not fits or not low <= value <= high or (above and value == low):
        lowest = f"above {low}" if above else f"at least {low}"
        raise ValueError(f"{name} is {value!r}: choose a number, {lowest} and at most {high}")
    return float(value)


def _features(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list | tuple) or not value:
        raise ValueError(f"features is {value!r}: list one or more of {_listed(FEATURE_NAMES)}")
    names = [_choice("features", name, FEATURE_NAMES) for name in value]
    # One order for the same set of features, so that equal choices are equal configurations.
    return tuple(name for name in FEATURE_NAMES if name in names)


def _hidden(value: Any) -> tuple[int, ...]:
    if not isinstance(value, list | tuple) or len(value) > MAX_LAYERS:
        raise ValueError(
            f"hidden is {value!r}: give at most {MAX_LAYERS} layers as a tuple of neurons, "
            "e.g. (4, 2), or () for none"
        )
    return tuple(whole_number("hidden", neurons, 1, MAX_NEURONS) for neurons in value)


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(repr(name) for name in names)
