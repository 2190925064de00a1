"""Tensors, tables and models, which travel as plain parts; never an object of any other class.

Each kind has a module with ``describe`` (the student's room: value to parts) and ``rebuild`` (the
examiner's: parts, none of them trusted, to a value).
"""

from __future__ import annotations

from typing import Any

from course.grading.wire import (
    keras_objects,
    known,
    models,
    object_arrays,
    plain_objects,
    tables,
    tensors,
)
from course.grading.wire.limits import Calls, Limits, WireError

_REBUILD = {
    "objects": object_arrays.rebuild,
    "tensor": tensors.rebuild_tensor,
    "variable": tensors.rebuild_variable,
    "keras variable": tensors.rebuild_keras_variable,
    "index": tables.rebuild_index,
    "series": tables.rebuild_series,
    "table": tables.rebuild_table,
    "known": known.rebuild,
    "dtype": known.rebuild_dtype,
    "range": plain_objects.rebuild_range,
    "slice": plain_objects.rebuild_slice,
    "moment": plain_objects.rebuild_moment,
    "structured": plain_objects.rebuild_structured,
    "masked": plain_objects.rebuild_masked,
    "long": plain_objects.rebuild_long,
    "ragged": plain_objects.rebuild_ragged,
    "sparse": plain_objects.rebuild_sparse,
    "slices": plain_objects.rebuild_slices,
    "keras object": keras_objects.rebuild,
}
KINDS = (*_REBUILD, "model")


def describe(value: Any, limits: Limits, calls: Calls) -> tuple[str, dict[str, Any]] | None:
    """The kind and parts of a value that travels as an object; None for any other."""
    for module in (known, object_arrays, plain_objects, tensors, tables, keras_objects):
        if found := module.describe(value, limits):
            return found
    return models.describe(value, limits, calls)


def rebuild(number: int, parts: Any, limits: Limits, calls: Calls) -> Any:
    """The value of the kind with this number in `KINDS`, from its parts.

    Raises
    ------
    WireError
        Whatever is wrong: the libraries below raise many kinds of error for nonsense.
    """
    if number >= len(KINDS) or type(parts) is not dict:
        raise WireError("the message holds an object of an unknown kind")
    kind = KINDS[number]
    try:
        if kind == "model":
            return models.rebuild(parts, limits, calls)
        return _REBUILD[kind](parts, limits)
    except WireError:
        raise
    except KeyError as error:
        raise WireError(f"the {kind} lacks a part") from error
    except Exception as error:
        raise WireError(f"the {kind} cannot be rebuilt") from error
