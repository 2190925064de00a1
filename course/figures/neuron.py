"""The diagram of one neuron: inputs, weights, sum, activation, output. No network, no training."""

import numpy as np
from matplotlib.patches import Circle, FancyBboxPatch

from course.figures.inputs import evaluate, numbers
from course.figures.layout import one_axes, set_title
from course.figures.network import ACTIVATION_NAMES
from course.figures.style import COLOURS, GREY, INK, number, signed_colour

_MOST_INPUTS = 6
_SUM, _BOX, _OUTPUT = 3.6, 6.2, 8.6  # x of the three stations after the inputs, which are at 0


def draw_neuron(weights, bias, activation, inputs=None, title=None, ax=None):
    """Draw one neuron: z = w1 x1 + ... + wn xn + b, then the output a = activation(z).

    Use it where the neuron is introduced; with `inputs` the figure is a worked example that
    carries every number from the inputs to the output.

    weights : shape (n,), 1 to 6 numbers
    bias : a number
    activation : a callable, array of shape (n,) to array of shape (n,): its curve is drawn; or
        only a name, where no curve is wanted (and no output can be computed)
    inputs : shape (n,), or None for symbols alone

    Returns the Axes. Raises ValueError for shapes that do not fit.
    """
    weights = numbers(weights, "weights")
    if len(weights) > _MOST_INPUTS:
        raise ValueError(f"draw_neuron shows at most {_MOST_INPUTS} inputs, not {len(weights)}")
    inputs = None if inputs is None else numbers(inputs, "inputs", len(weights))
    bias = float(bias)
    z = None if inputs is None else float(inputs @ weights + bias)
    output = None
    if z is not None and callable(activation):
        output = float(evaluate(activation, np.array([z]), "activation")[0])

    ax = one_axes(ax, size=(8, 3.6))
    _draw_inputs(ax, weights, inputs)
    _draw_sum(ax, bias, z)
    _draw_activation(ax, activation)
    _draw_output(ax, output)
    ax.set(xlim=(-1.1, 9.6), ylim=(-2.15, 2.15))
    ax.set_aspect("equal")
    ax.axis("off")
    set_title(ax, title)
    return ax


def _draw_inputs(ax, weights, inputs):
    largest = np.abs(weights).max() or 1
    count = len(weights)
    ys = [(1 - 2 * index / (count - 1)) * 1.7 if count > 1 else 0 for index in range(count)]
    for index, (y, weight) in enumerate(zip(ys, weights, strict=True)):
        symbol = f"{{{index + 1}}}"
        ax.add_patch(Circle((0, y), 0.3, facecolor="white", edgecolor=INK, zorder=3))
        ax.text(0, y, f"$x_{symbol}$", ha="center", va="center", zorder=4)
        if inputs is not None:
            ax.text(-0.42, y, number(inputs[index]), ha="right", va="center")
        start, end = np.array([0.3, y]), np.array([_SUM, 0])
        ax.plot(
            *zip(start, end, strict=True),
            color=signed_colour(weight),
            linewidth=0.6 + 3 * abs(weight) / largest,
            zorder=1,
        )
        ax.text(
            *(start + 0.3 * (end - start)),
            f"$w_{symbol}$ = {number(weight)}",
            ha="center",
            va="center",
            fontsize=10,
            bbox={"boxstyle": "round,pad=0.15", "facecolor": "white", "edgecolor": "none"},
            zorder=2,
        )


def _draw_sum(ax, bias, z):
    ax.plot([_SUM, _SUM], [1.35, 0.5], color=signed_colour(bias), linewidth=2, zorder=1)
    ax.text(_SUM, 1.45, f"bias $b$ = {number(bias)}", ha="center", va="bottom")
    ax.add_patch(Circle((_SUM, 0), 0.5, facecolor="white", edgecolor=INK, zorder=3))
    ax.text(_SUM, 0, r"$\sum$", ha="center", va="center", fontsize=15, zorder=4)
    _caption(ax, _SUM, "weighted sum\n" + r"$z = \mathbf{w} \cdot \mathbf{x} + b$")
    _arrow(ax, _SUM + 0.5, _BOX - 0.8, "$z$" if z is None else f"$z$ = {number(z)}")


def _draw_activation(ax, activation):
    ax.add_patch(
        FancyBboxPatch(
            (_BOX - 0.7, -0.7),
            1.4,
            1.4,
            boxstyle="round,pad=0.08",
            facecolor="white",
            edgecolor=INK,
            zorder=3,
        )
    )
    name = activation if isinstance(activation, str) else activation.__name__
    _caption(ax, _BOX, f"activation\n{ACTIVATION_NAMES.get(name, name)}")
    if not callable(activation):
        ax.text(_BOX, 0, "$f(z)$", ha="center", va="center", zorder=4)
        return
    z = np.linspace(-3, 3, 200)
    values = evaluate(activation, z, "activation")
    largest = np.abs(values).max() or 1
    for across, along in (([-0.6, 0.6], [0, 0]), ([0, 0], [-0.6, 0.6])):
        ax.plot(_BOX + np.array(across), along, color=GREY, linewidth=0.6, zorder=4)
    ax.plot(_BOX + 0.2 * z, 0.6 * values / largest, color=COLOURS["blue"], zorder=5)


def _draw_output(ax, output):
    value = "output $a$" if output is None else f"output\n$a$ = {number(output)}"
    _arrow(ax, _BOX + 0.8, _OUTPUT - 0.3, "")
    ax.text(_OUTPUT - 0.2, 0, value, ha="left", va="center")


def _arrow(ax, start, end, text):
    ax.annotate(
        "", (end, 0), xytext=(start, 0), arrowprops={"arrowstyle": "-|>", "color": INK, "lw": 1.5}
    )
    ax.text((start + end) / 2, 0.15, text, ha="center", va="bottom", fontsize=10)


def _caption(ax, x, text):
    ax.text(x, -1.0, text, ha="center", va="top", fontsize=10)
