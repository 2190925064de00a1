"""pandas columns, tables and indexes as arrays, lists of text and names; never a pickle or Arrow.

What pandas keeps in other ways (several index levels, time zones, nullable numbers) does not travel
and stays behind a handle.
"""

from __future__ import annotations

import sys
from typing import Any

import numpy as np

from course.grading.wire import codes, object_arrays
from course.grading.wire.limits import Limits, WireError

_CATEGORIES = 10_000  # pandas hashes them, and numbers can be chosen to collide
_POINTER = 8  # bytes: what one entry of a range stands for


def describe(value: Any, limits: Limits) -> tuple[str, dict[str, Any]] | None:
    """The kind and parts of a column, table or index; None for any other value."""
    pandas = sys.modules.get("pandas")
    kind = type(value)
    if pandas is None or kind not in (pandas.Series, pandas.DataFrame, *_index_types(pandas)):
        return None
    try:
        if kind is pandas.Series:
            parts = {"values": _describe_column(value), "index": _describe_index(value.index)}
            return "series", parts | {"name": _describe_name(value.name)}
        if kind is pandas.DataFrame:
            columns = [_describe_column(value.iloc[:, i]) for i in range(value.shape[1])]
            parts = {"columns": _describe_index(value.columns), "values": columns}
            return "table", parts | {"index": _describe_index(value.index)}
        return "index", _describe_index(value)
    except _StaysError:
        return None


def rebuild_series(parts: dict[str, Any], limits: Limits) -> Any:
    """A `pandas.Series`."""
    index = rebuild_index(parts["index"], limits)
    return _series(parts["values"], index, _name(parts["name"]))


def rebuild_table(parts: dict[str, Any], limits: Limits) -> Any:
    """A `pandas.DataFrame`."""
    import pandas

    index, columns = (rebuild_index(parts[name], limits) for name in ("index", "columns"))
    values = parts["values"]
    if type(values) is not list or len(values) != len(columns):
        raise WireError("a table has not as many columns as names")
    table = pandas.DataFrame(
        {i: _series(column, index, None) for i, column in enumerate(values)}, index=index
    )
    table.columns = columns
    return table


def rebuild_index(parts: Any, limits: Limits) -> Any:
    """A `pandas.Index`, which may be a range or hold times."""
    import pandas

    if type(parts) is not dict:
        raise WireError("a table has no proper index")
    name = _name(parts["name"])
    if "range" not in parts:
        values = _column(parts["values"])
        return pandas.Index(values, dtype=values.dtype, name=name)
    bounds = parts["range"]
    if type(bounds) is not tuple or [type(n) for n in bounds] != [int] * 3 or not bounds[2]:
        raise WireError("a table's index is no proper range")
    if max(map(abs, bounds)) >= 2**62:
        raise WireError("a table's index reaches too far")
    codes.check_shape((len(range(*bounds)),), _POINTER, limits)
    return pandas.RangeIndex(*bounds, name=name)


class _StaysError(Exception):
    """This column, index or name does not travel."""


def _index_types(pandas: Any) -> tuple[type, ...]:
    return pandas.Index, pandas.RangeIndex, pandas.DatetimeIndex, pandas.TimedeltaIndex


def _describe_index(index: Any) -> dict[str, Any]:
    pandas = sys.modules["pandas"]
    if type(index) not in _index_types(pandas):
        raise _StaysError
    name = _describe_name(index.name)
    if type(index) is pandas.RangeIndex:
        return {"range": (index.start, index.stop, index.step), "name": name}
    return {"values": _describe_column(index), "name": name}


def _describe_name(name: Any) -> Any:
    if type(name) in codes.NUMPY_SCALARS:
        name = name.item()
    if type(name) not in object_arrays.SCALARS:
        raise _StaysError
    return name


def _describe_column(column: Any) -> Any:
    """A numeric array as it is, else a dict with one of three forms of text and categories."""
    pandas = sys.modules["pandas"]
    dtype = column.dtype
    if isinstance(dtype, np.dtype):
        if dtype.kind in "biufcmM" and codes.dtype_code(dtype):
            return column.to_numpy()
        items = column.tolist()
        if object_arrays.SCALARS.issuperset(map(type, items)):
            return {"objects": items}
    elif type(dtype) is pandas.CategoricalDtype:
        values = column.array if type(column) is pandas.Series else column
        if len(dtype.categories) > _CATEGORIES:
            raise _StaysError
        categories = _describe_column(dtype.categories)
        return {"codes": values.codes, "categories": categories, "ordered": bool(dtype.ordered)}
    elif type(dtype) is pandas.StringDtype and dtype.na_value is not pandas.NA:
        return {"text": [text if type(text) is str else None for text in column]}
    raise _StaysError


def _series(values: Any, index: Any, name: Any) -> Any:
    import pandas

    column = _column(values)
    if len(column) != len(index):
        raise WireError("a column is not as long as its index")
    return pandas.Series(column, index=index, name=name, dtype=column.dtype)


def _column(values: Any) -> Any:
    """What `_describe_column` gave, as a NumPy or pandas array."""
    import pandas

    if type(values) is np.ndarray and values.ndim == 1 and values.dtype.kind in "biufcmM":
        return values
    if type(values) is not dict:
        raise WireError("a column is no vector of numbers")
    if "objects" in values:
        return object_arrays.vector(values["objects"])
    if "text" in values:
        items = values["text"]
        if type(items) is not list or not {str, type(None)}.issuperset(map(type, items)):
            raise WireError("a column of text holds something else")
        return pandas.array(items, dtype="str")
    categories = _column(values["categories"])
    numbers, ordered = values["codes"], values["ordered"]
    if type(numbers) is not np.ndarray or numbers.ndim != 1 or numbers.dtype.kind != "i":
        raise WireError("a column of categories holds no whole numbers")
    if type(ordered) is not bool:
        raise WireError("a column of categories does not say whether they are ordered")
    if len(categories) > _CATEGORIES:
        raise WireError("a column has too many categories")
    dtype = pandas.CategoricalDtype(pandas.Index(categories, dtype=categories.dtype), ordered)
    return pandas.Categorical.from_codes(numbers, dtype=dtype)


def _name(name: Any) -> Any:
    if type(name) not in object_arrays.SCALARS:
        raise WireError("a column or index has no proper name")
    return name
