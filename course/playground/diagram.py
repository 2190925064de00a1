"""The network as a diagram: a small picture for each feature and neuron, a line for each weight.

It draws into given axes and never trains.
"""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.colors import to_rgba
from matplotlib.image import AxesImage
from matplotlib.lines import Line2D

from course.figures.style import GREY, INK
from course.playground.colours import CLASS_COLOURS, raster
from course.playground.state import Configuration
from course.playground.training import Snapshot

FEATURE_LABELS = {
    "x1": "$x_1$",
    "x2": "$x_2$",
    "x1^2": "$x_1^2$",
    "x2^2": "$x_2^2$",
    "x1*x2": "$x_1 x_2$",
    "sin(x1)": r"$\sin x_1$",
    "sin(x2)": r"$\sin x_2$",
}


class Diagram:
    """Columns of small pictures (features, hidden layers, output) and the weights between.

    Args:
        ax: where to draw.
        size: width and height of `ax` in inches.
        snapshot: a moment of the run; `update` shows another moment of the same run.
    """

    def __init__(self, ax: Axes, size: tuple[float, float], snapshot: Snapshot) -> None:
        width, height = size
        ax.set(xlim=(0, width), ylim=(0, height))  # data units are inches, pictures are square
        ax.axis("off")
        columns = _columns(snapshot.configuration)
        x = np.linspace(1.0, width - 0.55, len(columns))
        self._centres = [
            [(x[i], y) for y in _rows(len(names))] for i, (_, names) in enumerate(columns)
        ]
        for i, (heading, _) in enumerate(columns):
            ax.text(x[i], height - 0.14, heading, ha="center", va="top", fontsize=8, color=INK)
        for (cx, cy), name in zip(self._centres[0], columns[0][1], strict=True):
            label = FEATURE_LABELS[name]
            ax.text(cx - 0.28, cy, label, ha="right", va="center", fontsize=10, color=INK)
        self._edges = LineCollection(self._segments(), zorder=1, capstyle="round")
        ax.add_collection(self._edges)
        self._pictures = [[_small_picture(ax, c) for c in column] for column in self._centres]
        ax.text(
            0.12,
            0.05,
            "line: a weight, blue above 0, orange below, wide where large   ·   "
            "shade: a neuron's output, blue above 0, orange below",
            fontsize=7.5,
            color=GREY,
            va="bottom",
        )

    def update(self, snapshot: Snapshot) -> None:
        widths, colours = _edge_style(snapshot.weights)
        self._edges.set(linewidths=widths, colors=colours)
        activation = snapshot.configuration.activation
        columns = [
            [_to_unit(grid) for grid in snapshot.feature_grids],
            *([_shade(grid, activation) for grid in layer] for layer in snapshot.neuron_grids),
            [2 * snapshot.decision - 1],
        ]
        for pictures, grids in zip(self._pictures, columns, strict=True):
            for picture, grid in zip(pictures, grids, strict=True):
                picture.set_data(grid)

    def _segments(self) -> list:
        pairs = zip(self._centres, self._centres[1:], strict=False)
        return [(start, stop) for left, right in pairs for start in left for stop in right]


def _columns(configuration: Configuration) -> list[tuple[str, tuple]]:
    """Heading and entries of each column of the network, from the features to the output."""
    hidden = [
        (f"hidden {i + 1}\n{configuration.activation}", tuple(range(neurons)))
        for i, neurons in enumerate(configuration.hidden)
    ]
    return [("features", configuration.features), *hidden, ("output\nsigmoid", ("p",))]


def _rows(count: int) -> np.ndarray:
    """Heights of the pictures in a column, in inches, from the top down, centred."""
    spacing = min(0.49, 3.6 / max(count, 1))
    middle = 2.15
    return middle + spacing * ((count - 1) / 2 - np.arange(count))


def _small_picture(ax: Axes, centre: tuple[float, float]) -> AxesImage:
    x, y = centre
    half = 0.2
    box = (x - half, x + half, y - half, y + half)
    picture = raster(ax, box, "nearest")
    frame = Line2D(
        [box[0], box[1], box[1], box[0], box[0]],
        [box[2], box[2], box[3], box[3], box[2]],
        color=INK,
        linewidth=0.8,
        zorder=3,
    )
    ax.add_line(frame)
    return picture


def _edge_style(weights: list[np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """Line width in points and colour of every weight, layer by layer, inputs first."""
    values = np.concatenate([kernel.ravel() for kernel in weights])
    values = np.nan_to_num(values, nan=0.0, posinf=1e6, neginf=-1e6)
    widths = 0.3 + 4 * np.minimum(np.abs(values), 2.5) / 2.5
    negative, positive = (to_rgba(colour) for colour in CLASS_COLOURS)
    colours = np.where(values[:, None] < 0, negative, positive)
    return widths, colours


def _shade(grid: np.ndarray, activation: str) -> np.ndarray:
    """Bring a neuron's outputs into -1 to 1, with 0 (for sigmoid, a half) in the middle."""
    if activation == "tanh":
        return grid
    return 2 * grid - 1 if activation == "sigmoid" else _to_unit(grid)


def _to_unit(grid: np.ndarray) -> np.ndarray:
    """Scale by the largest absolute value; a grid of zeros stays as it is."""
    largest = np.max(np.abs(grid))
    return grid / largest if largest > 0 and np.isfinite(largest) else grid
