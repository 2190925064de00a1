"""Clusters of points and how a step of k-means moves them. Assigns and moves nothing itself."""

import numpy as np

from course.figures.inputs import plane_points, vector
from course.figures.layout import panel_axes, set_title
from course.figures.style import INK, class_colour, class_marker, number


def draw_clusters(
    X,
    assignment,
    centres,
    new_assignment=None,
    new_centres=None,
    xlabel="$x_1$",
    ylabel="$x_2$",
    ax=None,
):
    """Draw clusters and their centres; with the new ones too, a k-means step before and after.

    Use it to follow k-means: arrows lead from the old centres to the new. Titles state the mean
    squared distance of points to their centre, which a step never makes larger.

    X : shape (n, 2)
    assignment, new_assignment : integers of shape (n,), the row of its centre for each point
    centres, new_centres : shape (k, 2)

    Returns the Axes, shape (1,) or (2,). Raises ValueError for shapes that do not fit or a
    cluster number without a centre.
    """
    X = plane_points(X)
    steps = [("Before", *_checked_clusters(X, assignment, centres))]
    if (new_assignment is None) != (new_centres is None):
        raise ValueError("pass new_assignment and new_centres together, or neither")
    if new_centres is not None:
        steps.append(("After", *_checked_clusters(X, new_assignment, new_centres)))
        if len(steps[1][2]) != len(steps[0][2]):
            raise ValueError("new_centres must have as many rows as centres")

    size = (8, 5) if len(steps) == 1 else (4.2, 4)
    axes = panel_axes(ax, len(steps), columns=2, panel=size, sharex=True, sharey=True)
    for panel, (when, numbers_of, places) in zip(axes, steps, strict=True):
        for index in range(len(places)):
            rows = numbers_of == index
            panel.scatter(
                *X[rows].T,
                s=22,
                color=class_colour(index),
                marker=class_marker(index),
                edgecolor="none",
                alpha=0.75,
            )
        if when == "After":
            _draw_moves(panel, steps[0][2], places)
        _draw_centres(panel, places)
        distance = ((X - places[numbers_of]) ** 2).sum(axis=1).mean()
        when = f"{when}: mean" if len(steps) == 2 else "Mean"
        set_title(panel, f"{when} squared distance {number(distance)}")
        panel.set(xlabel=xlabel, ylabel=ylabel)
        panel.label_outer()
    return axes


def _checked_clusters(X, assignment, centres):
    centres = plane_points(centres, "centres")
    assignment = vector(assignment, "assignment", len(X))
    if assignment.dtype.kind not in "iu":
        raise ValueError(f"assignment must hold integers, not {assignment.dtype}")
    if assignment.min() < 0 or assignment.max() >= len(centres):
        raise ValueError(f"assignment must name rows of centres, 0 to {len(centres) - 1}")
    return assignment, centres


def _draw_centres(ax, centres):
    for index, centre in enumerate(centres):
        ax.scatter(
            *centre,
            s=170,
            color=class_colour(index),
            marker=class_marker(index),
            edgecolor=INK,
            linewidth=2,
            zorder=4,
            gid="centre",
        )


def _draw_moves(ax, old, new):
    for start, end in zip(old, new, strict=True):
        if not np.array_equal(start, end):
            ax.plot(*start, "o", color=INK, markersize=4, zorder=3)
            arrow = {"arrowstyle": "-|>", "color": INK, "lw": 1.8, "shrinkA": 0, "shrinkB": 6}
            ax.annotate("", end, xytext=start, arrowprops=arrow, zorder=3)
