"""Diagrams of whole networks. Draws the numbers that it is given and computes none."""

from dataclasses import dataclass

import numpy as np
from matplotlib.collections import LineCollection
from matplotlib.lines import Line2D
from matplotlib.patches import Circle

from course.figures.layout import one_axes, set_title
from course.figures.style import COLOURS, GREY, INK, number, pale, signed_colour

ACTIVATION_NAMES = {
    "relu": "ReLU",
    "leaky_relu": "leaky ReLU",
    "elu": "ELU",
    "gelu": "GELU",
    "silu": "SiLU",
}
_ACTIVATION_LAYERS = {
    "ReLU": "relu",
    "LeakyReLU": "leaky_relu",
    "PReLU": "PReLU",
    "ELU": "elu",
    "Softmax": "softmax",
}
_RADIUS = 0.36  # of a node, where neighbours in the tallest layer are 1 apart
_LABELLED_EDGES = 6  # between two layers: with more, the numbers on the lines would collide


def draw_network(
    sizes,
    weights=None,
    biases=None,
    input_labels=None,
    output_labels=None,
    activations=None,
    most_nodes=12,
    title=None,
    ax=None,
):
    """Draw a fully connected network: a column of nodes for each layer, a line for each weight.

    Use it to show structure (which layers, how many nodes) and, with `weights`, what training
    made of it: blue lines are positive weights, orange ones negative, wider means larger. Small
    networks carry their numbers on the lines and, with `biases`, in the nodes; in larger ones the
    colour of a node is that of its bias.

    sizes : nodes of each layer, input first: [2, 20, 10, 1]
    weights : one array of shape (n_in, n_out) for each layer after the input
    biases : one array of shape (n_out,) for each layer after the input
    input_labels, output_labels : a name for each node of the first and of the last layer
    activations : a name for each layer after the input; None where there is nothing to say
    most_nodes : a layer with more nodes shows its first and last ones around an ellipsis

    Returns the Axes. Raises ValueError where something does not fit `sizes`.
    """
    sizes = _checked_sizes(sizes)
    weights = _checked_arrays(weights, list(zip(sizes, sizes[1:], strict=False)), "weights")
    biases = _checked_arrays(biases, [(size,) for size in sizes[1:]], "biases")
    activations = _checked_names(activations, len(sizes) - 1, "activations")
    input_labels = _checked_names(input_labels, sizes[0], "input_labels")
    output_labels = _checked_names(output_labels, sizes[-1], "output_labels")
    if most_nodes < 3:
        raise ValueError(f"most_nodes must be 3 or more, not {most_nodes}")

    legend = weights is not None or biases is not None
    ax = one_axes(ax, size=(8, 4.6 if legend else 4.2))
    columns = _columns(sizes, most_nodes)
    _draw_edges(ax, columns, weights)
    _draw_nodes(ax, columns, biases)
    _write_ends(ax, columns, input_labels, output_labels)
    _write_captions(ax, columns, activations)
    _write_legend(ax, columns, weights, biases, caption_lines=1 if activations is None else 2)
    _frame(ax, columns)
    set_title(ax, title)
    return ax


def draw_model(model, input_labels=None, output_labels=None, title=None, ax=None):
    """Draw a Keras model that is a chain of Dense layers, with its present weights.

    Use it before and after `fit` to see what training changed. `model` is anything with `layers`,
    each with `get_weights()`; a layer without weights only gives its activation to the caption of
    the layer before it. See `draw_network` for how to read the picture.

    Returns the Axes. Raises ValueError for a model that is not built or has other layers.
    """
    weights, biases, activations = [], [], []
    for layer in model.layers:
        arrays = layer.get_weights()
        name = _activation_of(layer)
        if not arrays:
            if activations and name is not None:
                activations[-1] = name
            continue
        if len(arrays) > 2 or np.ndim(arrays[0]) != 2:
            raise ValueError(f"layer {layer.name!r} is not Dense: draw_model shows no other")
        weights.append(arrays[0])
        biases.append(arrays[1] if len(arrays) == 2 else np.zeros(arrays[0].shape[1]))
        activations.append(name)
    if not weights:
        raise ValueError("the model has no weights yet: build it, or call it on data, first")
    sizes = [weights[0].shape[0], *(array.shape[1] for array in weights)]
    return draw_network(
        sizes, weights, biases, input_labels, output_labels, activations, title=title, ax=ax
    )


@dataclass(frozen=True)
class _Column:
    """One layer on the page."""

    size: int  # nodes that the layer has
    nodes: tuple  # indices of those that are drawn
    x: float
    ys: tuple  # one for each drawn node
    gap: float | None  # y of the ellipsis
    bottom: float  # of the tallest layer; the same for all

    def points(self):
        return zip(self.nodes, self.ys, strict=True)


def _checked_sizes(sizes):
    sizes = list(sizes)
    if len(sizes) < 2 or any(int(size) != size or size < 1 for size in sizes):
        raise ValueError(f"sizes must name two layers or more, each of 1 node or more: {sizes}")
    return [int(size) for size in sizes]


def _checked_arrays(arrays, shapes, name):
    if arrays is None:
        return None
    arrays = [np.asarray(array, dtype=float) for array in arrays]
    if len(arrays) != len(shapes):
        raise ValueError(f"{name} must hold {len(shapes)} arrays, one a layer, not {len(arrays)}")
    for index, (array, shape) in enumerate(zip(arrays, shapes, strict=True)):
        if array.shape != shape:
            raise ValueError(f"{name}[{index}] must have shape {shape}, not {array.shape}")
        if not np.isfinite(array).all():
            raise ValueError(f"{name}[{index}] holds values that are not finite")
    return arrays


def _checked_names(names, count, name):
    if names is None:
        return None
    names = [names] if isinstance(names, str) else list(names)
    if len(names) != count:
        raise ValueError(f"{name} must hold {count} names, not {len(names)}")
    return names


def _activation_of(layer):
    name = _ACTIVATION_LAYERS.get(type(layer).__name__)
    return name or getattr(getattr(layer, "activation", None), "__name__", None)


def _columns(sizes, most_nodes):
    """Lay the layers out, left to right, centred on y = 0; the nodes' distances are the unit."""
    drawn = [_drawn_nodes(size, most_nodes) for size in sizes]
    slots = [len(nodes) + (len(nodes) < size) for nodes, size in zip(drawn, sizes, strict=True)]
    height = max(3.2, *slots)
    spacings = [min(height / count, 1.6) for count in slots]
    top = max((count - 1) / 2 * spacing for count, spacing in zip(slots, spacings, strict=True))
    half = max(top + _RADIUS + 0.15, 1.2)  # no less, or a single row of nodes would fill the page
    step = max(2.0, 4.4 * (half - 0.15) / (len(sizes) - 1))  # about twice as wide as high
    columns = []
    for layer, (size, nodes, count) in enumerate(zip(sizes, drawn, slots, strict=True)):
        ys = [((count - 1) / 2 - slot) * spacings[layer] for slot in range(count)]
        gap = ys.pop(len(nodes) // 2) if len(nodes) < size else None
        columns.append(
            _Column(
                size=size,
                nodes=nodes,
                x=layer * step,
                ys=tuple(ys),
                gap=gap,
                bottom=-half,
            )
        )
    return columns


def _drawn_nodes(size, most_nodes):
    if size <= most_nodes:
        return tuple(range(size))
    half = (most_nodes - 1) // 2
    return (*range(half), *range(size - half, size))


def _draw_edges(ax, columns, weights):
    largest = _largest(weights)
    for layer, (left, right) in enumerate(zip(columns, columns[1:], strict=False)):
        segments, colours, widths = [], [], []
        for i, y_left in left.points():
            for j, y_right in right.points():
                segments.append([(left.x, y_left), (right.x, y_right)])
                if weights is None:
                    colours.append("#AAAAAA")
                    widths.append(0.8)
                else:
                    weight = weights[layer][i, j]
                    colours.append(signed_colour(weight))
                    widths.append(0.15 + 3.2 * abs(weight) / largest)
        ax.add_collection(
            LineCollection(segments, colors=colours, linewidths=widths, alpha=0.85, zorder=1)
        )
        if weights is not None and len(segments) <= _LABELLED_EDGES:
            _write_weights(ax, left, right, weights[layer])


def _write_weights(ax, left, right, weights):
    along = 0.3  # nearer the source: half-way, crossing lines would put their numbers together
    for i, y_left in left.points():
        for j, y_right in right.points():
            ax.text(
                left.x + along * (right.x - left.x),
                y_left + along * (y_right - y_left),
                number(weights[i, j], 2),
                ha="center",
                va="center",
                fontsize=9,
                bbox={"boxstyle": "round,pad=0.15", "facecolor": "white", "edgecolor": "none"},
                zorder=2,
            )


def _draw_nodes(ax, columns, biases):
    largest = _largest(biases)
    for layer, column in enumerate(columns):
        for node, y in column.points():
            bias = None if biases is None or layer == 0 else biases[layer - 1][node]
            fill = "white"
            if bias is not None:
                fill = pale(signed_colour(bias), 0.75 * abs(bias) / largest)
            ax.add_patch(Circle((column.x, y), _RADIUS, facecolor=fill, edgecolor=INK, zorder=3))
            if bias is not None and _roomy(columns):
                ax.text(
                    column.x, y, number(bias, 2), ha="center", va="center", fontsize=10, zorder=4
                )
        if column.gap is not None:
            ax.plot(
                [column.x] * 3,
                column.gap + np.array([-0.25, 0, 0.25]),
                "o",
                color=INK,
                markersize=2.5,
                gid="ellipsis",
            )


def _write_ends(ax, columns, input_labels, output_labels):
    for column, names, side in ((columns[0], input_labels, -1), (columns[-1], output_labels, 1)):
        if names is None:
            continue
        for node, y in column.points():
            ax.annotate(
                names[node],
                (column.x + side * _RADIUS, y),
                xytext=(side * 5, 0),
                textcoords="offset points",
                ha="right" if side < 0 else "left",
                va="center",
            )


def _write_captions(ax, columns, activations):
    for layer, column in enumerate(columns):
        role = {0: "input", len(columns) - 1: "output"}.get(layer, "hidden")
        caption = f"{role} {column.size}"
        name = activations[layer - 1] if layer and activations is not None else None
        if name is not None:
            caption += f"\n{ACTIVATION_NAMES.get(name, name)}"
        ax.annotate(
            caption,
            (column.x, column.bottom),
            xytext=(0, -6),
            textcoords="offset points",
            ha="center",
            va="top",
            fontsize=10,
        )


def _write_legend(ax, columns, weights, biases, caption_lines):
    handles = []
    if weights is not None:
        largest = number(_largest(weights))
        handles += [
            Line2D([], [], color=COLOURS["blue"], linewidth=3, label="positive weight"),
            Line2D([], [], color=COLOURS["orange"], linewidth=3, label="negative weight"),
            Line2D([], [], color=GREY, linewidth=3.35, label=f"widest: |weight| = {largest}"),
        ]
    if biases is not None:
        sign = "number" if _roomy(columns) else "colour"
        fill = pale(COLOURS["blue"], 0.4)
        node = {"marker": "o", "markersize": 11, "markeredgecolor": INK, "markerfacecolor": fill}
        handles.append(Line2D([], [], linestyle="none", label=f"node's {sign}: bias", **node))
    if handles:
        ax.legend(
            handles=handles,
            ncols=len(handles),
            loc="upper center",
            bbox_to_anchor=(0.5, 0),
            borderaxespad=caption_lines * 1.3 + 1.2,  # in font sizes: the captions come between
            columnspacing=1.4,
            handlelength=1.5,
            handletextpad=0.6,
        )


def _frame(ax, columns):
    first, last = columns[0], columns[-1]
    ax.set_xlim(first.x - 0.6, last.x + 0.6)
    ax.set_ylim(first.bottom, -first.bottom)
    ax.set_aspect("equal", anchor="N")  # spare height goes below, where the legend is
    ax.axis("off")


def _roomy(columns):
    """Whether the circles are wide enough on the page for a number."""
    return max(len(column.nodes) for column in columns) <= 4


def _largest(arrays):
    """Largest absolute value, or 1 where all are zero or there are none: a divisor."""
    return max((np.abs(array).max() for array in arrays or []), default=0) or 1
