"""Planes of two inputs and what a model makes of every point in them. Trains nothing."""

import numpy as np
from matplotlib.colors import LinearSegmentedColormap, ListedColormap
from matplotlib.lines import Line2D

from course.figures.inputs import class_names, plane_points, vector
from course.figures.layout import one_axes, panel_axes, set_title
from course.figures.style import (
    COLOURS,
    GREY,
    INK,
    class_colour,
    class_marker,
    ink_on,
    number,
    pale,
)

_SCORES = LinearSegmentedColormap.from_list(
    "scores", [pale(COLOURS["orange"], 0.75), "white", pale(COLOURS["blue"], 0.6)]
)


def draw_plane(
    score,
    X=None,
    y=None,
    level=0.5,
    limits=None,
    resolution=200,
    names=None,
    xlabel="$x_1$",
    ylabel="$x_2$",
    score_label="score",
    title=None,
    ax=None,
):
    """Draw what a model says at every point of a plane, its decision line, and the data on top.

    Use it to see what shape of boundary a model can draw, and which points it gets wrong.

    score : callable, points of shape (n, 2), float64, to either
        real scores of shape (n,) or (n, 1): shaded orange below `level` and blue above it, with
        a line where the score equals `level` (0.5 for probabilities, 0 for logits);
        or scores of shape (n, classes), or class numbers of shape (n,), integers or booleans:
        the plane takes the colours of the classes.
    X, y : data points, shape (n, 2), and their classes, shape (n,); the classes, in sorted order,
        take the colours of class 0, 1, ... Without y the points are grey.
    limits : (x1 lowest, x1 highest, x2 lowest, x2 highest); by default those of X and a margin
    resolution : points of the plane that are computed along each side
    names : what to call each class, in sorted order; by default the values of y

    Returns the Axes. Raises ValueError for other shapes, or with neither X nor limits.
    """
    X = None if X is None else plane_points(X)
    y = None if y is None else vector(y, "y", None if X is None else len(X))
    limits = _checked_limits(limits, X)
    grid, values = _values_on_grid(score, limits, resolution)

    ax = one_axes(ax, size=(7, 5))
    handles = []
    if values.dtype.kind in "biu":
        _paint_classes(ax, grid, values.astype(int), limits)
    else:
        image, handles = _paint_scores(ax, grid, values, level, limits, score_label)
        ax.figure.colorbar(image, ax=ax, label=score_label, shrink=0.9)
    if X is not None:
        handles = _draw_points(ax, X, y, names) + handles
    ax.set(xlim=limits[:2], ylim=limits[2:], xlabel=xlabel, ylabel=ylabel)
    if handles:
        ax.legend(
            handles=handles, loc="upper left", bbox_to_anchor=(0, -0.13), ncols=4, borderaxespad=0
        )
    set_title(ax, title)
    return ax


def draw_xor(linear, network, level=0.5, ax=None):
    """Draw XOR's plane twice: as a model without activation sees it, and one with.

    Use it to show why layers need a non-linearity. Each title counts how many of the four points
    the model gets right: its score must be above `level` for (0, 1) and (1, 0), and not above it
    for (0, 0) and (1, 1).

    linear, network : callables, points of shape (n, 2) to real scores of shape (n,) or (n, 1)

    Returns the two Axes, shape (2,).
    """
    X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    y = np.array([0, 1, 1, 0])
    limits = (-0.5, 1.5, -0.5, 1.5)
    axes = panel_axes(ax, 2, columns=2, panel=(4, 4))
    for panel, score, kind in zip(axes, (linear, network), ("Without", "With"), strict=True):
        right = int(((vector(score(X.copy()), "the model's answer", 4) > level) == y).sum())
        grid, values = _values_on_grid(score, limits, 200)
        _, line = _paint_scores(panel, grid, values, level, limits, "score")
        for point, one in zip(X, y, strict=True):
            panel.plot(
                *point,
                marker=class_marker(one),
                color=class_colour(one),
                markersize=22,
                markeredgecolor=INK,
            )
            panel.text(
                *point,
                str(one),
                ha="center",
                va="center",
                fontsize=12,
                fontweight="bold",
                color=ink_on(class_colour(one)),
            )
        panel.set(xlabel="$x_1$", ylabel="$x_2$", xticks=(0, 1), yticks=(0, 1), aspect="equal")
        if line:
            panel.legend(handles=line, loc="upper left", bbox_to_anchor=(0, -0.1))
        set_title(panel, f"{kind} activation: {right} of 4 right")
    return axes


def _checked_limits(limits, X):
    if limits is not None:
        low1, high1, low2, high2 = (float(limit) for limit in limits)
        if not (low1 < high1 and low2 < high2):
            raise ValueError(f"limits must be (x1 low, x1 high, x2 low, x2 high), not {limits}")
        return low1, high1, low2, high2
    if X is None:
        raise ValueError("draw_plane needs points X, or limits, to know which plane to draw")
    low, high = X.min(axis=0), X.max(axis=0)
    margin = np.where(high > low, 0.1 * (high - low), 1.0)
    low, high = low - margin, high + margin
    return low[0], high[0], low[1], high[1]


def _values_on_grid(score, limits, resolution):
    """Return the grid's two coordinate matrices, and the scores or classes as a third one."""
    first, second = np.meshgrid(
        np.linspace(*limits[:2], resolution), np.linspace(*limits[2:], resolution)
    )
    values = np.asarray(score(np.column_stack([first.ravel(), second.ravel()])))
    if values.ndim == 2 and values.shape[1] > 1:
        values = values.argmax(axis=1)
    values = vector(values, "the model's answer", first.size)
    return (first, second), values.reshape(first.shape)


def _paint_scores(ax, grid, values, level, limits, label):
    """Shade the plane around `level`; return the image, and the decision line for a legend."""
    values = values.astype(float)
    reach = np.abs(values - level).max() or 1
    image = ax.imshow(
        values,
        extent=limits,
        origin="lower",
        aspect="auto",
        interpolation="bilinear",
        cmap=_SCORES,
        vmin=level - reach,
        vmax=level + reach,
    )
    if not values.min() < level < values.max():
        return image, []
    ax.contour(*grid, values, levels=[level], colors=INK, linewidths=2)
    return image, [Line2D([], [], color=INK, label=f"{label} = {number(level)}")]


def _paint_classes(ax, grid, classes, limits):
    count = max(int(classes.max()) + 1, 2)
    ax.imshow(
        classes,
        extent=limits,
        origin="lower",
        aspect="auto",
        interpolation="nearest",
        cmap=ListedColormap([pale(class_colour(index), 0.3) for index in range(count)]),
        vmin=0,
        vmax=count - 1,
    )
    for index in np.unique(classes)[1:]:
        ax.contour(*grid, _smoothed(classes >= index), levels=[0.5], colors=INK, linewidths=1.2)


def _smoothed(mask):
    """Average each cell with the 24 around it: a border across cells loses its teeth."""
    rows, columns = mask.shape
    padded = np.pad(mask.astype(float), 2, mode="edge")
    return sum(padded[i : i + rows, j : j + columns] for i in range(5) for j in range(5)) / 25


def _draw_points(ax, X, y, names):
    if y is None:
        ax.scatter(*X.T, s=25, color=GREY, edgecolor="white", linewidth=0.5, zorder=3)
        return []
    classes = np.unique(y)
    names = class_names(classes, names, "y")
    return [
        ax.scatter(
            *X[y == one].T,
            s=45,
            color=class_colour(index),
            marker=class_marker(index),
            edgecolor=INK,
            linewidth=0.8,
            label=name,
            zorder=3,
        )
        for index, (one, name) in enumerate(zip(classes, names, strict=True))
    ]
