"""Axes, titles, marks and labels at the ends of lines, for every figure. Knows no subject."""

import textwrap

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.font_manager import FontProperties
from matplotlib.ticker import MaxNLocator

from course.figures.style import GREY, use_style

_CHARACTER = 0.58  # mean width of a bold character, as a share of the font size


def one_axes(ax=None, size=(8, 4.5)):
    """Return `ax`, or the only axes of a new styled figure of `size` (width, height in inches)."""
    if ax is None:
        use_style()
        return plt.figure(figsize=size).subplots()
    if not isinstance(ax, Axes):
        raise ValueError(f"ax must be a matplotlib Axes, not {type(ax).__name__}")
    return ax


def panel_axes(ax, count, columns, panel=(4, 3), **subplots):
    """Return `count` axes in rows of `columns` as an array of shape (count,).

    `ax` is None for a new styled figure, one of whose panels measures `panel` (width, height in
    inches), or a sequence of `count` axes to draw on. `subplots` goes to `Figure.subplots`.
    """
    if ax is None:
        use_style()
        columns = min(columns, count)
        rows = -(-count // columns)
        figure = plt.figure(figsize=(panel[0] * columns, panel[1] * rows))
        axes = figure.subplots(rows, columns, squeeze=False, **subplots).ravel()
        for spare in axes[count:]:
            spare.remove()
        return axes[:count]
    axes = np.ravel(np.asarray(ax, dtype=object))
    if len(axes) != count or not all(isinstance(one, Axes) for one in axes):
        raise ValueError(f"ax must hold {count} matplotlib Axes, one for each panel")
    return axes


def set_title(ax, text):
    """Write `text` over `ax`, in as many lines as its width asks for; None writes nothing."""
    if text is None:
        return
    points = FontProperties(size=plt.rcParams["axes.titlesize"]).get_size_in_points()
    ax.set_title(textwrap.fill(text, max(20, int(72 * _width(ax) / (_CHARACTER * points)))))


def label_ends(ax, labels, gap=0.08):
    """Name curves at the right edge of `ax`, in their own colours, instead of in a legend.

    `labels` is a list of (y, text, colour), y being the curve's last value in data units. Labels
    that would overlap are moved apart to `gap`, a share of the axes' height. Call it last: it
    narrows the margins at both sides and fixes the y limits as they are.
    """
    ax.margins(x=0.02)
    ax.set_ylim(ax.get_ylim())
    to_axes = (ax.transScale + ax.transLimits).transform
    left = ax.get_xlim()[0]
    labels = sorted(labels, key=lambda label: label[0])
    heights = np.clip([to_axes((left, y))[1] for y, *_ in labels], 0, 1)
    for height, (_, text, colour) in zip(_spread(heights, gap), labels, strict=True):
        ax.annotate(
            text,
            (1, height),
            xycoords="axes fraction",
            xytext=(6, 0),
            textcoords="offset points",
            va="center",
            color=colour,
            fontweight="bold",
        )


def mark_point(ax, x, y, colour):
    """Mark the point of a curve that the title speaks of: a ring on a dotted vertical line."""
    ax.axvline(x, color=GREY, linewidth=0.9, linestyle=":", zorder=0)
    ax.plot(
        x,
        y,
        "o",
        markersize=9,
        markerfacecolor="white",
        markeredgecolor=colour,
        markeredgewidth=2,
        gid="mark",
    )


def whole_numbers(ax):
    """Put whole numbers only, in steps of 1, 2, 5, 10, ..., on the horizontal axis."""
    ax.xaxis.set_major_locator(MaxNLocator(integer=True, min_n_ticks=1, steps=[1, 2, 5, 10]))


def zero_lines(ax, horizontal=True, vertical=True):
    """Draw the lines y = 0 and x = 0 behind everything else."""
    if horizontal:
        ax.axhline(0, color=GREY, linewidth=0.8, zorder=0)
    if vertical:
        ax.axvline(0, color=GREY, linewidth=0.8, zorder=0)


def _width(ax):
    """Width of `ax` in inches, before the layout: its share of the figure less tick labels."""
    spec = ax.get_subplotspec()
    share = ax.get_position().width
    if spec is not None:
        share = len(spec.colspan) / spec.get_gridspec().ncols
    return max(0.5, share * ax.figure.get_figwidth() - 0.5)


def _spread(heights, gap):
    """Move ascending `heights` up, then back below 1, until they are `gap` apart."""
    heights = list(heights)
    for above in range(1, len(heights)):
        heights[above] = max(heights[above], heights[above - 1] + gap)
    ceiling = 1.0
    for index in reversed(range(len(heights))):
        heights[index] = min(heights[index], ceiling)
        ceiling = heights[index] - gap
    return heights
