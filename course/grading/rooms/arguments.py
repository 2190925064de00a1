"""Arguments on their way to the student's room, and what became of them there; both ends use it.

They are copied in by cloudpickle and copied back: both ends walk through the same structure and
number the mutable objects in it, so that a change made to a copy finds its original.
"""

from __future__ import annotations

import sys
from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import Callable
from hashlib import blake2b
from typing import Any

import numpy as np

from course.grading.rooms.belongings import build_optimizer, moved_by
from course.grading.wire import model_state

ARGUMENT = 2**62  # handles from here on mean: the argument of this number, itself

_LISTS = (list, deque)
_DICTS = (dict, OrderedDict, defaultdict, Counter)
_SMALL = 2**24  # bytes; of a larger array a digest is compared


def mutable_parts(value: Any, stays: Callable[[Any], bool]) -> list[Any]:
    """Every mutable object within containers and objects, each once, in the order it is met.

    ``stays`` says of an object whether it lives in the student's room, so that it is not copied.
    """
    found: dict[int, Any] = {}

    def walk(item: Any) -> None:
        if type(item) in _ATOMS or stays(item):
            return
        if type(item) is not tuple:
            if id(item) in found or not _is_mutable(item):
                return
            found[id(item)] = item
        for part in _inside(item):
            walk(part)

    walk(value)
    return list(found.values())


_ATOMS = frozenset({type(None), bool, int, float, complex, str, bytes})


def _inside(item: Any) -> Any:
    kind = type(item)
    if kind is tuple or kind in _LISTS:
        return item
    if kind in _DICTS:
        return item.values()
    return item.__dict__.values() if _is_instance(item) else ()


def snapshot(item: Any) -> Any:
    """What tells whether a mutable part has changed, for `is_changed`; cheap to take."""
    kind = type(item)
    if kind in _LISTS or kind is set:
        return list(item)
    if kind in _DICTS:
        return list(item.items())
    if _is_instance(item):
        return list(item.__dict__.items())
    if _is_table(item):
        return item.copy(deep=False)  # pandas copies on the first write to either
    if kind is np.ndarray:
        return _of_array(item)
    return _frozen(state(item, []))


def is_changed(item: Any, before: Any) -> bool:
    """Whether a part is no longer as it was when the snapshot was taken."""
    kind = type(item)
    if kind in _LISTS:
        return not _same(list(item), before)
    if kind is set:
        return len(item) != len(before) or item != set(before)
    if kind in _DICTS or _is_instance(item):
        now = list((item if kind in _DICTS else item.__dict__).items())
        return len(now) != len(before) or not all(
            a is c and b is d for (a, b), (c, d) in zip(now, before, strict=True)
        )
    if _is_table(item):
        return not _same_table(item, before)
    if kind is np.ndarray:
        return _of_array(item) != before
    return _frozen(state(item, [])) != before


def _same(now: list, before: list) -> bool:
    return len(now) == len(before) and all(a is b for a, b in zip(now, before, strict=True))


def _same_table(now: Any, before: Any) -> bool:
    labels = [(now.index, before.index)]
    if now.ndim == 2:
        labels.append((now.columns, before.columns))
        if len(now.columns) != len(before.columns) or list(now.dtypes) != list(before.dtypes):
            return False
    elif now.name != before.name or now.dtype != before.dtype:
        return False
    return all(a.equals(b) and a.names == b.names for a, b in labels) and now.equals(before)


def _of_array(array: np.ndarray) -> Any:
    if array.dtype.hasobject:
        return [array.shape, *map(id, array.ravel())]
    if array.nbytes <= _SMALL:
        return (array.shape, array.tobytes())
    return (
        array.shape,
        blake2b(np.ascontiguousarray(array).view(np.uint8), digest_size=16).digest(),
    )


def _frozen(value: Any) -> Any:
    """A state as something that can be compared."""
    if type(value) is np.ndarray:
        return _of_array(value)
    if type(value) in (list, tuple):
        return [_frozen(item) for item in value]
    if type(value) is dict:
        return {key: _frozen(item) for key, item in value.items()}
    return value


def state(item: Any, parts: list[Any]) -> Any:
    """What can change in one of ``parts``, as data."""
    if _is_generator(item):
        return item.bit_generator.state
    if _is_layer(item):
        return model_state.state(item)
    if _has_variables(item):
        values = [np.asarray(v.numpy()) for v in item.variables]
        moved = moved_by(item, parts) if hasattr(item, "learning_rate") else None
        return {"variables": values, "moved": moved}
    if _is_variable(item):
        return np.asarray(item.numpy())
    if _is_instance(item):
        return dict(item.__dict__)
    return item


def restore(item: Any, new: Any, parts: list[Any]) -> None:
    """Give one of ``parts`` the state that its copy had; one that does not fit is left as it is.

    ``new`` comes from a room that is not trusted, but it is data, and only sets what the student's
    code could have set in one process.
    """
    kind = type(item)
    if kind is np.ndarray:
        if type(new) is np.ndarray and new.dtype == item.dtype and item.flags.writeable:
            if new.shape != item.shape and new.size == item.size:
                item.shape = new.shape
            if new.shape == item.shape:
                item[...] = new
    elif kind is list and type(new) is list:
        item[:] = new
    elif kind is deque and type(new) is deque:
        item.clear()
        item.extend(new)
    elif (kind in _DICTS or kind is set) and type(new) is kind:
        item.clear()
        item.update(new)
    elif _is_table(item) and type(new) is kind:
        item._update_inplace(new)
    elif _is_instance(item) and type(new) is dict and all(type(name) is str for name in new):
        item.__dict__.clear()
        item.__dict__.update(new)
    elif _is_generator(item) and type(new) is dict:
        _restore_generator(item, new)
    elif _is_layer(item):
        model_state.restore(item, new)
    elif _has_variables(item) and type(new) is dict:
        if hasattr(item, "learning_rate"):
            build_optimizer(item, new.get("moved"), parts)
        model_state.assign(item.variables, new.get("variables"))
    elif _is_variable(item):
        model_state.assign([item], [new])


def _restore_generator(item: Any, new: dict) -> None:
    try:
        item.bit_generator.state = new
    except (KeyError, TypeError, ValueError, OverflowError):
        return


def _is_mutable(item: Any) -> bool:
    kind = type(item)
    if kind in _LISTS or kind in _DICTS or kind in (set, np.ndarray):
        return True
    if _is_table(item) or _is_variable(item) or _is_layer(item) or _has_variables(item):
        return True
    return _is_generator(item) or _is_instance(item)


def _is_instance(item: Any) -> bool:
    """An object of a class that the test's notebook defines, no layer and no function."""
    if type(item).__module__ != "__main__" or isinstance(item, type) or callable(item):
        return False
    return type(getattr(item, "__dict__", None)) is dict and not _has_variables(item)


def _is_generator(item: Any) -> bool:
    return type(item) is np.random.Generator


def _is_table(item: Any) -> bool:
    pandas = sys.modules.get("pandas")
    return pandas is not None and type(item) in (pandas.DataFrame, pandas.Series)


def _is_layer(item: Any) -> bool:
    keras = sys.modules.get("keras")
    return hasattr(keras, "Layer") and keras.Layer in type(item).__mro__


def _has_variables(item: Any) -> bool:
    """A Keras optimizer or metric."""
    keras = sys.modules.get("keras")
    if not hasattr(keras, "optimizers"):
        return False
    return bool({keras.optimizers.Optimizer, keras.Metric}.intersection(type(item).__mro__))


def _is_variable(item: Any) -> bool:
    keras, tensorflow = sys.modules.get("keras"), sys.modules.get("tensorflow")
    if hasattr(keras, "Variable") and keras.Variable in type(item).__mro__:
        return True
    return hasattr(tensorflow, "Variable") and tensorflow.Variable in type(item).__mro__
