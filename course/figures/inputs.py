"""What drawing functions accept, as NumPy arrays, or a ValueError. Changes nothing it is given."""

import numpy as np


def vector(values, name, length=None):
    """Return `values` of shape (n,) or (n, 1) as an array of shape (n,).

    Raises ValueError if it has another shape, no element, or not `length` of them.
    """
    array = np.asarray(values)
    if array.ndim == 2 and array.shape[1] == 1:
        array = array[:, 0]
    if array.ndim != 1 or array.size == 0:
        raise ValueError(f"{name} must hold one value a row, shape (n,), not {array.shape}")
    if length is not None and len(array) != length:
        raise ValueError(f"{name} must hold {length} values, one a row, not {len(array)}")
    return array


def class_names(classes, names, holder):
    """Return `names` for the sorted `classes`, by default the classes' own values as text.

    Raises ValueError if there are more or fewer names than classes in `holder`.
    """
    if names is None:
        return [f"{one:g}" if isinstance(one, np.floating) else str(one) for one in classes]
    names = list(names)
    if len(names) != len(classes):
        raise ValueError(
            f"names must name the {len(classes)} classes of {holder}, not {len(names)}"
        )
    return names


def numbers(values, name, length=None):
    """Like `vector`, for real numbers: returns float64. Not-a-number and infinity may occur."""
    array = vector(values, name, length)
    try:
        return array.astype(float)
    except (TypeError, ValueError):
        raise ValueError(f"{name} must hold real numbers, not {array.dtype}") from None


def plane_points(X, name="X"):
    """Return `X` as float64 of shape (n, 2); ValueError if shaped otherwise or with gaps."""
    array = np.asarray(X, dtype=float)
    if array.ndim != 2 or array.shape[1] != 2 or len(array) == 0:
        raise ValueError(f"{name} must hold points of a plane, shape (n, 2), not {array.shape}")
    if not np.isfinite(array).all():
        raise ValueError(f"{name} holds values that are missing or infinite")
    return array


def evaluate(function, x, name):
    """Return `function(x)` as float64 of the shape of `x`; ValueError if it has another shape."""
    array = np.asarray(function(x.copy()), dtype=float)
    if array.shape != x.shape:
        raise ValueError(
            f"{name} must return one value for each input: shape {x.shape}, not {array.shape}"
        )
    return array
