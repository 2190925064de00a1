"""Small objects of Python's and NumPy's own that are made of plain parts; never an instance's dict.

Ranges, slices, dates and times, structured, masked and extended arrays, ragged and sparse tensors.
"""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable
from typing import Any

import numpy as np

from course.grading.wire import codes
from course.grading.wire.limits import Limits, WireError

_BOUND = 2**62
_FIELDS = 64
_NAME = 200  # characters of a field's name
_RAGGED = 8  # ragged axes

Parts = dict[str, Any]


def describe(value: Any, limits: Limits) -> tuple[str, Parts] | None:
    """The kind and parts of such an object; None for any other value."""
    kind = type(value)
    if found := _DESCRIBE.get(kind):
        return found(value)
    tensorflow = sys.modules.get("tensorflow")
    if tensorflow is None or not hasattr(tensorflow, "RaggedTensor"):
        return None
    if kind is tensorflow.RaggedTensor and tensorflow.is_tensor(value.flat_values):
        if not hasattr(value.flat_values, "numpy") or value.flat_values.dtype.name == "string":
            return None
        splits = [part.numpy() for part in value.nested_row_splits]
        return "ragged", {"values": value.flat_values.numpy(), "splits": splits}
    if kind in (tensorflow.SparseTensor, tensorflow.IndexedSlices):
        parts = {"values": value.values, "indices": value.indices, "shape": value.dense_shape}
        if any(part is not None and not hasattr(part, "numpy") for part in parts.values()):
            return None
        parts = {key: None if part is None else part.numpy() for key, part in parts.items()}
        return ("sparse" if kind is tensorflow.SparseTensor else "slices"), parts
    return None


def _range(value: range) -> tuple[str, Parts] | None:
    bounds = (value.start, value.stop, value.step)
    return ("range", {"bounds": bounds}) if max(map(abs, bounds)) < _BOUND else None


def _slice(value: slice) -> tuple[str, Parts] | None:
    bounds = (value.start, value.stop, value.step)
    return ("slice", {"bounds": bounds}) if _are_bounds(bounds) else None


def _are_bounds(bounds: Any) -> bool:
    if type(bounds) is not tuple or len(bounds) != 3:
        return False
    return all(n is None or (type(n) is int and abs(n) < _BOUND) for n in bounds)


def _moment(value: Any) -> tuple[str, Parts] | None:
    kind = type(value)
    if kind is datetime.timedelta:
        return "moment", {
            "kind": "timedelta",
            "numbers": [value.days, value.seconds, value.microseconds],
        }
    names = {
        datetime.date: ("year", "month", "day"),
        datetime.time: ("hour", "minute", "second", "microsecond"),
    }
    names[datetime.datetime] = (*names[datetime.date], *names[datetime.time])
    zone = getattr(value, "tzinfo", None)
    if zone not in (None, datetime.UTC) or getattr(value, "fold", 0):
        return None
    numbers = [getattr(value, name) for name in names[kind]]
    return "moment", {"kind": kind.__name__, "numbers": numbers, "utc": zone is not None}


def _structured(value: np.ndarray) -> tuple[str, Parts] | None:
    fields = value.dtype.names
    if not fields or len(fields) > _FIELDS:
        return None
    arrays = [value[name] for name in fields]
    if any(not codes.dtype_code(array.dtype) or array.ndim != value.ndim for array in arrays):
        return None
    return "structured", {"names": list(fields), "arrays": arrays}


def _another_array(value: np.ndarray) -> tuple[str, Parts] | None:
    return _long(value) if value.dtype == np.longdouble else _structured(value)


def _long(value: Any) -> tuple[str, Parts]:
    """Numbers of more than double precision, whose bytes are the machine's own: each as the
    nearest double and the rest. Beyond the range of doubles they are infinite."""
    with np.errstate(all="ignore"):
        high = np.asarray(value).astype(np.float64)
        rest = (value - high).astype(np.float64)
        low = np.where(np.isfinite(rest) & (rest != 0), rest, np.copysign(0, high))
    return "long", {"high": high, "low": low, "scalar": type(value) is np.longdouble}


def _masked(value: Any) -> tuple[str, Parts] | None:
    if not codes.dtype_code(value.dtype) or value.dtype.kind not in "biufc":
        return None
    data, mask = np.asarray(value.data), np.ma.getmaskarray(value)
    return "masked", {"data": data, "mask": mask, "fill": value.fill_value}


_DESCRIBE: dict[type, Callable[[Any], tuple[str, Parts] | None]] = {
    range: _range,
    slice: _slice,
    datetime.date: _moment,
    datetime.time: _moment,
    datetime.datetime: _moment,
    datetime.timedelta: _moment,
    np.ndarray: _another_array,
    np.longdouble: _long,
    np.ma.MaskedArray: _masked,
}


def rebuild_range(parts: Parts, limits: Limits) -> range:
    """A range that is not longer than a message may be."""
    bounds = parts["bounds"]
    if not _are_bounds(bounds) or None in bounds or not bounds[2]:
        raise WireError("a range has no proper bounds")
    if len(range(*bounds)) > limits.bytes:
        raise WireError("a range is too long")
    return range(*bounds)


def rebuild_slice(parts: Parts, limits: Limits) -> slice:
    if not _are_bounds(parts["bounds"]):
        raise WireError("a slice has no proper bounds")
    return slice(*parts["bounds"])


def rebuild_moment(parts: Parts, limits: Limits) -> Any:
    """A date, a time, both, or the difference of two."""
    kind, numbers = parts["kind"], parts["numbers"]
    if kind not in ("date", "time", "datetime", "timedelta") or type(numbers) is not list:
        raise WireError("a date or time is of no known kind")
    if len(numbers) > 7 or any(type(n) is not int for n in numbers):
        raise WireError("a date or time is not made of whole numbers")
    utc = {"tzinfo": datetime.UTC} if parts.get("utc") is True else {}
    return getattr(datetime, kind)(*numbers, **(utc if kind in ("time", "datetime") else {}))


def rebuild_structured(parts: Parts, limits: Limits) -> np.ndarray:
    """A structured array of plain fields without sub-arrays."""
    names, arrays = parts["names"], parts["arrays"]
    if type(names) is not list or not 1 <= len(names) <= _FIELDS:
        raise WireError("a structured array has no fields")
    if any(type(n) is not str or not 1 <= len(n) <= _NAME for n in names):
        raise WireError("a structured array has a field without a proper name")
    arrays = [_array(array) for array in arrays]
    if len(arrays) != len(names) or len({array.shape for array in arrays}) > 1:
        raise WireError("the fields of a structured array do not fit each other")
    made = np.zeros(
        arrays[0].shape, [(n, array.dtype) for n, array in zip(names, arrays, strict=True)]
    )
    for name, array in zip(names, arrays, strict=True):
        made[name] = array
    return made


def rebuild_long(parts: Parts, limits: Limits) -> Any:
    """An array or scalar of NumPy's longdouble."""
    high, low = _array(parts["high"]), _array(parts["low"])
    if high.dtype != np.float64 or low.dtype != np.float64 or high.shape != low.shape:
        raise WireError("numbers of high precision are not put together as they should be")
    made = high.astype(np.longdouble) + low
    if parts["scalar"] is not True:
        return made
    if made.shape:
        raise WireError("a number of high precision is none")
    return made[()]


def rebuild_masked(parts: Parts, limits: Limits) -> Any:
    data, mask = _array(parts["data"]), _array(parts["mask"])
    if mask.dtype.kind != "b" or mask.shape != data.shape or data.dtype.kind not in "biufc":
        raise WireError("a mask does not fit its array")
    if type(parts["fill"]) not in codes.NUMPY_SCALARS:
        raise WireError("a masked array has no proper fill value")
    return np.ma.MaskedArray(data, mask, fill_value=parts["fill"])


def rebuild_ragged(parts: Parts, limits: Limits) -> Any:
    """A `tf.RaggedTensor` whose row splits TensorFlow has checked."""
    tensorflow, values = _tensorflow(), _numbers(parts["values"])
    splits = parts["splits"]
    if type(splits) is not list or not 1 <= len(splits) <= _RAGGED:
        raise WireError("a ragged tensor has no proper rows")
    lengths = [len(_indices(part)) - 1 for part in splits[1:]] + [len(values)]
    for part, length in zip(splits, lengths, strict=True):
        part = _indices(part)
        if part.ndim != 1 or not len(part) or part[0] != 0 or part[-1] != length:
            raise WireError("a ragged tensor's rows do not fit its values")
        if np.any(np.diff(part) < 0):
            raise WireError("a ragged tensor has a row of negative length")
    return tensorflow.RaggedTensor.from_nested_row_splits(values, splits)


def rebuild_sparse(parts: Parts, limits: Limits) -> Any:
    """A `tf.SparseTensor` whose indices lie within its shape."""
    values, indices, shape = _numbers(parts["values"]), _indices(parts["indices"]), parts["shape"]
    shape = _indices(shape)
    if indices.ndim != 2 or values.ndim != 1 or shape.ndim != 1 or np.any(shape < 0):
        raise WireError("a sparse tensor is not put together as it should be")
    if indices.shape != (len(values), len(shape)) or np.any((indices < 0) | (indices >= shape)):
        raise WireError("a sparse tensor has a value outside its shape")
    codes.check_shape(tuple(map(int, shape)), values.dtype.itemsize, limits)
    return _tensorflow().SparseTensor(indices, values, shape)


def rebuild_slices(parts: Parts, limits: Limits) -> Any:
    """A `tf.IndexedSlices`, as the gradient of an embedding is."""
    values, indices, shape = _numbers(parts["values"]), _indices(parts["indices"]), parts["shape"]
    if indices.ndim != 1 or values.ndim < 1 or len(values) != len(indices):
        raise WireError("slices and their indices do not fit")
    if shape is not None:
        shape = _indices(shape)
        if shape.ndim != 1 or tuple(shape[1:]) != values.shape[1:] or np.any(shape < 0):
            raise WireError("slices do not fit their shape")
        if np.any((indices < 0) | (indices >= shape[0])):
            raise WireError("a slice lies outside its shape")
        codes.check_shape(tuple(map(int, shape)), values.dtype.itemsize, limits)
    tensorflow = _tensorflow()
    constants = [None if p is None else tensorflow.constant(p) for p in (values, indices, shape)]
    return tensorflow.IndexedSlices(*constants)


def _tensorflow() -> Any:
    tensorflow = sys.modules.get("tensorflow")
    if tensorflow is None or not hasattr(tensorflow, "constant"):
        raise WireError("TensorFlow has not been imported")
    return tensorflow


def _array(value: Any) -> np.ndarray:
    if type(value) is not np.ndarray:
        raise WireError("an object is not made of arrays")
    return value


def _numbers(value: Any) -> np.ndarray:
    if _array(value).dtype.kind not in "biufcV" or not value.ndim:
        raise WireError("a tensor's values are no numbers")
    return value


def _indices(value: Any) -> np.ndarray:
    if _array(value).dtype.name not in ("int32", "int64"):
        raise WireError("a tensor's indices are no whole numbers")
    return value
