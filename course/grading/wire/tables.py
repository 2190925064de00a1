"""pandas columns, tables and indexes as arrays, lists of text and names; never a pickle or Arrow.

What pandas keeps in other ways (time zones, periods, sparse columns) does not travel and stays
behind a handle.
"""

from __future__ import annotations

import sys
from typing import Any

import numpy as np

from course.grading.wire import codes, object_arrays
from course.grading.wire.limits import Limits, WireError

_CATEGORIES = 10_000  # pandas hashes them, and numbers can be chosen to collide
_POINTER = 8  # bytes: what one entry of a range stands for
_LEVELS = 32  # of an index


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
    if "levels" in parts:
        return _rebuild_levels(parts["levels"], limits)
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
    return (
        *(pandas.Index, pandas.RangeIndex, pandas.DatetimeIndex, pandas.TimedeltaIndex),
        *(pandas.CategoricalIndex, pandas.IntervalIndex, pandas.MultiIndex),
    )


def _describe_index(index: Any) -> dict[str, Any]:
    pandas = sys.modules["pandas"]
    if type(index) not in _index_types(pandas):
        raise _StaysError
    if type(index) is pandas.MultiIndex:
        if len(index) > _CATEGORIES:
            raise _StaysError
        levels = map(index.get_level_values, range(index.nlevels))
        return {"levels": [_describe_index(level) for level in levels]}
    name = _describe_name(index.name)
    if type(index) is pandas.RangeIndex:
        return {"range": (index.start, index.stop, index.step), "name": name}
    return {"values": _describe_column(index), "name": name}


def _describe_name(name: Any) -> Any:
    if type(name) is tuple and len(name) <= _LEVELS:  # a column's, of several levels
        return tuple(map(_describe_name, name))
    if type(name) in codes.NUMPY_SCALARS:
        name = name.item()
    if type(name) not in object_arrays.SCALARS:
        raise _StaysError
    return name


def _describe_column(column: Any) -> Any:
    """A numeric array as it is, else a dict with the parts of another form."""
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
    elif type(dtype) is pandas.IntervalDtype:
        ends = {side: _describe_column(getattr(column.array, side)) for side in ("left", "right")}
        return {**ends, "closed": dtype.closed}
    elif type(dtype) is pandas.StringDtype:
        text = [text if type(text) is str else None for text in column]
        return {"text": text, "dtype": "string" if dtype.na_value is pandas.NA else "str"}
    elif type(dtype) in (kinds := _nullable(pandas)) and type(column) is pandas.Series:
        zero = kinds[type(dtype)][1]
        return {"numbers": column.to_numpy(zero, na_value=0), "missing": column.isna().to_numpy()}
    raise _StaysError


def _nullable(pandas: Any) -> dict[type, tuple[type, str]]:
    """pandas's dtypes of numbers that may be missing, each with its kind of array and NumPy's
    dtype."""
    widths = (8, 16, 32, 64)
    numbers = [
        (f"{kind}{n}", pandas.arrays.IntegerArray) for kind in ("Int", "UInt") for n in widths
    ]
    numbers += [(f"Float{n}", pandas.arrays.FloatingArray) for n in (32, 64)]
    numbers.append(("Boolean", pandas.arrays.BooleanArray))
    names = {"Boolean": "bool"}
    return {
        getattr(pandas, f"{name}Dtype"): (array, names.get(name, name.lower()))
        for name, array in numbers
    }


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
        dtype = values["dtype"]
        if dtype not in ("str", "string"):
            raise WireError("a column of text is of no known kind")
        return pandas.array(items, dtype=dtype)
    if "closed" in values:
        ends = (pandas.Index(_column(values[side])) for side in ("left", "right"))
        return pandas.arrays.IntervalArray.from_arrays(*ends, closed=values["closed"])
    if "missing" in values:
        numbers, missing = values["numbers"], values["missing"]
        if type(numbers) is not np.ndarray or type(missing) is not np.ndarray:
            raise WireError("a column of numbers holds something else")
        for array, name in _nullable(pandas).values():
            if numbers.dtype.name == name:
                return array(numbers, missing)
        raise WireError("a column of numbers has a dtype that does not travel")
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


def _rebuild_levels(levels: Any, limits: Limits) -> Any:
    import pandas

    if type(levels) is not list or not 1 <= len(levels) <= _LEVELS:
        raise WireError("an index has no proper levels")
    if any(type(level) is not dict or "levels" in level for level in levels):
        raise WireError("an index has levels within levels")
    made = [rebuild_index(level, limits) for level in levels]
    if len({len(level) for level in made}) != 1 or len(made[0]) > _CATEGORIES:
        raise WireError("the levels of an index are too long, or differ in length")
    return pandas.MultiIndex.from_arrays(made, names=[level.name for level in made])


def _name(name: Any) -> Any:
    if type(name) is tuple and len(name) <= _LEVELS:
        return tuple(map(_name, name))
    if type(name) not in object_arrays.SCALARS:
        raise WireError("a column or index has no proper name")
    return name
