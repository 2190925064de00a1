"""What layers do to a plane: its grid lines before and after. Applies maps and trains nothing."""

import numpy as np
from matplotlib.collections import LineCollection

from course.figures.layout import panel_axes, set_title
from course.figures.style import COLOURS

_SMOOTH = 200  # points along a line, so that a bent line looks bent


def draw_mappings(maps, limits=(-1, 1, -1, 1), lines=11, columns=3, ax=None):
    """Draw where each map sends the grid lines of a plane.

    Use it to show that linear layers keep lines straight and parallel, while an activation bends
    them. Blue lines had a constant first coordinate before any map, orange-red ones a constant
    second coordinate.

    maps : dict of title to callable, points of shape (n, 2) to points of shape (n, 2)
    limits : (x1 lowest, x1 highest, x2 lowest, x2 highest) of the grid before any map
    lines : grid lines in each direction, 2 or more
    columns : panels in a row

    Returns the Axes, one a map, shape (len(maps),).
    Raises ValueError for an empty dict, fewer lines, or a map that returns another shape.
    """
    if not maps:
        raise ValueError("maps must hold one map or more")
    if lines < 2:
        raise ValueError(f"lines must be 2 or more, not {lines}")
    width = 8.4 / min(columns, len(maps))
    axes = panel_axes(ax, len(maps), columns=columns, panel=(width, width + 0.2))
    for panel, (title, move) in zip(axes, maps.items(), strict=True):
        for grid, colour in zip(_grid(limits, lines), ("blue", "vermillion"), strict=True):
            moved = [_moved(move, line, title) for line in grid]
            panel.add_collection(LineCollection(moved, colors=COLOURS[colour], linewidths=0.9))
        panel.autoscale_view()
        panel.set_aspect("equal", adjustable="datalim")
        panel.set_xlabel("first coordinate")
        set_title(panel, title)
    axes[0].set_ylabel("second coordinate")
    return axes


def _grid(limits, lines):
    """Two lists of polylines, each of shape (_SMOOTH, 2): x1 constant, then x2 constant."""
    low1, high1, low2, high2 = limits
    along1, along2 = np.linspace(low1, high1, _SMOOTH), np.linspace(low2, high2, _SMOOTH)
    upright = [
        np.column_stack([np.full(_SMOOTH, x), along2]) for x in np.linspace(low1, high1, lines)
    ]
    level = [
        np.column_stack([along1, np.full(_SMOOTH, x)]) for x in np.linspace(low2, high2, lines)
    ]
    return upright, level


def _moved(move, points, title):
    result = np.asarray(move(points.copy()), dtype=float)
    if result.shape != points.shape:
        raise ValueError(f"the map {title!r} returns shape {result.shape}, not {points.shape}")
    return result
