"""Curves of functions of one variable, activations above all. Calls them and never changes them."""

import numpy as np

from course.figures.inputs import evaluate
from course.figures.layout import label_ends, one_axes, panel_axes, set_title, zero_lines
from course.figures.network import ACTIVATION_NAMES
from course.figures.style import COLOURS, line_colour, number

_POINTS = 1000  # even, so that an interval around 0 does not ask for the derivative at 0 itself


def draw_activations(functions, derivatives=None, interval=(-5, 5), ax=None):
    """Draw each activation and its derivative in a panel of its own.

    Use it to compare activations: where each is flat (the gradient vanishes), where it has a
    kink. Each panel's title states the largest slope that was found. Where a derivative jumps,
    open circles say that it does not exist there.

    functions : dict of name to callable, array of shape (n,) to array of shape (n,)
    derivatives : dict with the same names, or None to draw the functions alone
    interval : (lowest, highest) input

    Returns the Axes, one a function, shape (len(functions),).
    Raises ValueError if a derivative is missing or a callable returns another shape.
    """
    if not functions:
        raise ValueError("functions must hold one function or more")
    if derivatives is not None and set(derivatives) != set(functions):
        odd = ", ".join(sorted(set(functions) ^ set(derivatives)))
        raise ValueError(f"functions and derivatives must have the same names; not in both: {odd}")
    x = np.linspace(*_checked_interval(interval), _POINTS)
    curves = {name: evaluate(function, x, name) for name, function in functions.items()}
    slopes = {
        name: evaluate(slope, x, f"the derivative of {name}")
        for name, slope in (derivatives or {}).items()
    }
    axes = panel_axes(ax, len(functions), columns=2, panel=(4, 2.7))
    for panel, (name, values) in zip(axes, curves.items(), strict=True):
        title = ACTIVATION_NAMES.get(name, name)
        zero_lines(panel)
        panel.plot(x, values, color=COLOURS["blue"], label="function")
        ends = [(values[-1], "f", COLOURS["blue"])]
        if name in slopes:
            _draw_slope(panel, x, slopes[name])
            ends.append((slopes[name][-1], "f\N{PRIME}", COLOURS["vermillion"]))
            title += f": slope at most {number(slopes[name].max(), 2)}"
        panel.set_xlabel("input $z$")
        label_ends(panel, ends, gap=0.1)
        set_title(panel, title)
    return axes


def draw_functions(functions, interval, xlabel="x", ylabel="f(x)", title=None, ax=None):
    """Draw several functions of one variable over each other, each named at its right end.

    Use it to compare losses, learning-rate schedules, or a function with its approximation.

    functions : dict of name to callable, array of shape (n,) to array of shape (n,)
    interval : (lowest, highest) x

    Returns the Axes. Raises ValueError for an empty dict or a result of another shape.
    """
    if not functions:
        raise ValueError("functions must hold one function or more")
    x = np.linspace(*_checked_interval(interval), _POINTS)
    curves = {name: evaluate(function, x, name) for name, function in functions.items()}
    ax = one_axes(ax)
    ends = []
    for index, (name, values) in enumerate(curves.items()):
        ax.plot(*_broken_at_jumps(x, values), color=line_colour(index), label=name)
        ends.append((values[-1], name, line_colour(index)))
    zero_lines(ax, horizontal=ax.get_ylim()[0] < 0, vertical=interval[0] < 0 < interval[1])
    ax.set(xlabel=xlabel, ylabel=ylabel)
    label_ends(ax, ends)
    set_title(ax, title)
    return ax


def _checked_interval(interval):
    low, high = (float(end) for end in interval)
    if not low < high:
        raise ValueError(f"interval must be (lowest, highest), not {tuple(interval)}")
    return low, high


def _draw_slope(ax, x, slope):
    colour = COLOURS["vermillion"]
    ax.plot(*_broken_at_jumps(x, slope), color=colour, linestyle="--", label="derivative")
    for jump in _jumps(slope):
        ax.plot(
            [(x[jump] + x[jump + 1]) / 2] * 2,
            slope[jump : jump + 2],
            "o",
            color=colour,
            markerfacecolor="white",
            markersize=5,
            gid="jump",
        )


def _jumps(values):
    """Indices i where the step from i to i + 1 dwarfs the steps on both sides of it."""
    steps = np.abs(np.diff(values))
    around = np.maximum(np.append(0, steps[:-1]), np.append(steps[1:], 0))
    return np.flatnonzero((steps > 0.02 * np.ptp(values)) & (steps > 10 * around))


def _broken_at_jumps(x, values):
    """Insert a gap at each jump, so that no vertical stroke suggests values that do not exist."""
    after = _jumps(values) + 1
    return np.insert(x, after, np.nan), np.insert(values, after, np.nan)
