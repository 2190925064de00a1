"""Convolution drawn: a window at work, maps of numbers, receptive fields, runs over several seeds.

Computes no convolution but the one number that `draw_window` shows, and trains nothing.
"""

import numpy as np
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.patches import Rectangle

from course.figures.layout import one_axes, panel_axes, set_title
from course.figures.style import COLOURS, GREY, INK, line_colour, number, pale

_SIGNED = LinearSegmentedColormap.from_list(
    "signed", [COLOURS["vermillion"], "white", COLOURS["blue"]]
)
_MOST_CELLS = 8
_MOST_MAPS = 64
_MOST_PIXELS = 40


def draw_window(image, kernel, output, at=(0, 0), stride=1, title=None, ax=None):
    """Draw an image, a kernel and the output in numbers, with one window and what becomes of it.

    Use it to follow one step of a convolution by hand: the framed pixels times the kernel's
    numbers, added up, are the framed number of the output. The default title says this sum.

    image : shape (height, width), at most 8 on a side, padded already if at all
    kernel : shape (rows, columns)
    output : shape (output rows, output columns)
    at : (row, column) of the output whose window is framed
    stride : pixels from one window to the next

    Returns the Axes of image, kernel and output, shape (3,). Raises ValueError for other shapes,
    or if the window does not lie inside the image.
    """
    grids = [
        _grid(values, name)
        for values, name in ((image, "image"), (kernel, "kernel"), (output, "output"))
    ]
    image, kernel, output = grids
    row, column = at
    if not (0 <= row < output.shape[0] and 0 <= column < output.shape[1]):
        raise ValueError(f"at must be a row and column of the output, not {tuple(at)}")
    top, left = row * stride, column * stride
    window = image[top : top + kernel.shape[0], left : left + kernel.shape[1]]
    if window.shape != kernel.shape:
        raise ValueError(f"the window at {tuple(at)} does not lie inside the image")

    ratios = {} if ax is not None else {"width_ratios": [grid.shape[1] + 0.2 for grid in grids]}
    tallest = max(len(grid) for grid in grids)
    cell = 8 / (sum(grid.shape[1] for grid in grids) + 2)
    axes = panel_axes(ax, 3, 3, panel=(8 / 3, min(cell, 0.6) * tallest + 0.9), **ratios)
    frames = (((top, left), kernel.shape), ((0, 0), kernel.shape), ((row, column), (1, 1)))
    colours = [COLOURS[name] for name in ("blue", "black", "vermillion")]
    names = ("image", "kernel", "output")
    for panel, grid, frame, colour, name in zip(axes, grids, frames, colours, names, strict=True):
        _write_numbers(panel, grid, tallest, *frame, colour)
        panel.set_xlabel(f"{name}, {grid.shape[0]} × {grid.shape[1]}")
    terms = [
        f"{number(pixel)}·{number(weight) if weight > 0 else f'({number(weight)})'}"
        for pixel, weight in zip(window.ravel(), kernel.ravel(), strict=True)
        if weight
    ]
    total = number(np.sum(window * kernel))
    shown = " + ".join(terms) if 0 < len(terms) <= 6 else "the framed pixels times the kernel"
    axes[0].figure.suptitle(
        f"{shown} = {total}" if title is None else title,
        x=0.01,
        ha="left",
        fontweight="bold",
        fontsize=12,
    )
    return axes


def draw_maps(maps, labels=None, signed=False, columns=8, title=None, ax=None):
    """Draw pictures of numbers, each on a scale of its own: feature maps, kernels, responses.

    Use it to see *where* a filter responds; how strongly cannot be compared from map to map. In
    grey, black is a map's smallest number and white its largest. With `signed`, white is 0, blue
    is positive and orange-red negative.

    maps : shape (n, height, width), n up to 64
    labels : n words to stand under the maps

    Returns the Axes, one a map, shape (n,). Raises ValueError for other shapes.
    """
    maps = np.asarray(maps, dtype=float)
    if maps.ndim != 3 or not maps.size:
        raise ValueError(f"maps must have shape (n, height, width), not {maps.shape}")
    if len(maps) > _MOST_MAPS:
        raise ValueError(f"draw_maps shows at most {_MOST_MAPS} maps: pass a part of them")
    if labels is not None and len(labels) != len(maps):
        raise ValueError(f"labels must hold {len(maps)} words, one a map, not {len(labels)}")
    columns = min(columns, len(maps))
    width = 8 / max(columns, 2)
    height = width * maps.shape[1] / maps.shape[2]
    axes = panel_axes(ax, len(maps), columns, panel=(width, height + 0.3 * (labels is not None)))
    for index, (panel, values) in enumerate(zip(axes, maps, strict=True)):
        if signed:
            most = np.abs(values).max() or 1.0
            panel.imshow(values, cmap=_SIGNED, vmin=-most, vmax=most)
        else:
            panel.imshow(values, cmap="gray")
        panel.set(xticks=(), yticks=())
        panel.spines[:].set_visible(False)
        if labels is not None:
            panel.set_xlabel(labels[index], fontsize=9, labelpad=2)
    if title is not None:
        axes[0].figure.suptitle(title, x=0.01, ha="left", fontweight="bold", fontsize=12)
    return axes


def draw_receptive_field(layers, title=None, ax=None):
    """Draw which pixels one number of the last layer depends on, along one side of the image.

    Use it to see how depth and stride widen the view. Each row is a layer, the image at the
    bottom; a line leads from each number to those that it is computed from.

    layers : list of (name, kernel, stride), the first layer first; the receptive field is at most
        40 pixels wide

    Returns the Axes. The default title says how many pixels one number sees. Raises ValueError
    for an empty list or a wider view.
    """
    layers = [(str(name), int(kernel), int(stride)) for name, kernel, stride in layers]
    if not layers:
        raise ValueError("layers must hold one (name, kernel, stride) or more")
    counts = [1]  # numbers of each layer that the one on top depends on, from the top down
    for _, kernel, stride in reversed(layers):
        counts.insert(0, (counts[0] - 1) * stride + kernel)
    if counts[0] > _MOST_PIXELS:
        raise ValueError(f"a receptive field of {counts[0]} pixels is too wide to be drawn")

    ax = one_axes(ax, size=(8, 0.75 * len(counts) + 0.8))
    spacing, starts = 1.0, [0.0]  # where the numbers of a layer stand, in pixels
    places = [np.arange(counts[0], dtype=float)]
    for (_, kernel, stride), count in zip(layers, counts[1:], strict=True):
        starts.append(starts[-1] + (kernel - 1) / 2 * spacing)
        spacing *= stride
        places.append(starts[-1] + spacing * np.arange(count))
    for level, (name, kernel, stride) in enumerate(layers, start=1):
        for index, x in enumerate(places[level]):
            for below in places[level - 1][index * stride : index * stride + kernel]:
                ax.plot([below, x], [level - 1, level], color=GREY, linewidth=0.7, zorder=1)
        ax.text(-1, level, name, ha="right", va="center")
    ax.text(-1, 0, "image", ha="right", va="center")
    for level, xs in enumerate(places):
        top = level == len(layers)
        colour = COLOURS["vermillion"] if top else COLOURS["blue"]
        ax.plot(xs, np.full(len(xs), level), "o", color=colour, markersize=7, zorder=2)
    ax.set(xlim=(-0.28 * counts[0] - 2, counts[0] - 0.3), ylim=(-0.4, len(layers) + 0.4))
    ax.set(xticks=(), yticks=())
    ax.spines[:].set_visible(False)
    if title is None:
        title = f"One number of the last layer sees {counts[0]} pixels of each side"
    set_title(ax, title)
    return ax


def draw_runs(runs, xlabel, title=None, ax=None):
    """Draw the results of several ways to train, one dot a seed, and a bar at their mean.

    Use it to compare what was run several times: a difference that is smaller than the spread of
    the dots says nothing. A thin line joins the runs of one seed from way to way, since they share
    their luck.

    runs : dict of name to results, one number a seed, all with the same seeds in the same order

    Returns the Axes; the first way stands on top. Raises ValueError for an empty dict, for
    results of different lengths or that are not finite.
    """
    results = {name: np.asarray(values, dtype=float) for name, values in runs.items()}
    lengths = {values.shape for values in results.values()}
    if not results or len(lengths) != 1 or len(next(iter(lengths))) != 1 or lengths == {(0,)}:
        raise ValueError("runs must hold results of shape (seeds,), the same for every name")
    table = np.array(list(results.values()))
    if not np.isfinite(table).all():
        raise ValueError("runs holds results that are missing or infinite")
    ax = one_axes(ax, size=(8, 0.6 * len(table) + 1.3))
    rows = np.arange(len(table))
    for seed, values in enumerate(table.T):
        ax.plot(values, rows, color=pale(GREY, 0.5), linewidth=0.8, zorder=1, gid=f"seed {seed}")
    for row, values in enumerate(table):
        colour = line_colour(row)
        ax.plot(values, np.full(len(values), row), "o", color=colour, alpha=0.75, zorder=3)
        ax.plot([values.mean()] * 2, [row - 0.28, row + 0.28], color=INK, linewidth=2.5, zorder=2)
    ax.set(yticks=rows, yticklabels=list(results), xlabel=xlabel)
    ax.set_ylim(len(table) - 0.5, -0.5)
    ax.grid(axis="x")
    ax.tick_params(axis="y", length=0)
    set_title(ax, title)
    return ax


def _grid(values, name):
    values = np.asarray(values, dtype=float)
    if values.ndim != 2 or not values.size or max(values.shape) > _MOST_CELLS:
        raise ValueError(
            f"{name} must have shape (rows, columns), at most {_MOST_CELLS} on a side, "
            f"not {values.shape}"
        )
    return values


def _write_numbers(ax, grid, tallest, corner, shape, colour):
    """Write a grid's numbers into squares, as large as in the tallest grid, and frame some."""
    rows, columns = grid.shape
    for row in range(rows):
        for column in range(columns):
            ax.add_patch(Rectangle((column, row), 1, 1, fill=False, ec=GREY, lw=0.6))
            text = number(grid[row, column])
            ax.text(column + 0.5, row + 0.5, text, ha="center", va="center", fontsize=10)
    (top, left), (height, width) = corner, shape
    frame = Rectangle(
        (left, top), width, height, fc=pale(colour, 0.12), ec=colour, lw=2.5, zorder=0.9
    )
    ax.add_patch(frame)
    ax.add_patch(Rectangle((left, top), width, height, fill=False, ec=colour, lw=2.5))
    ax.set(xlim=(-0.1, columns + 0.1), aspect="equal")
    ax.set_ylim((rows + tallest) / 2 + 0.1, (rows - tallest) / 2 - 0.1)
    ax.set(xticks=(), yticks=())
    ax.spines[:].set_visible(False)
