"""Computation graphs with values and gradients. Draws what it is told and differentiates nothing.

The layout is the layered one of Sugiyama, Tagawa and Toda (1981): each node stands one column
before the nearest node that needs it, an edge over several columns bends at an invisible point in
each, and the order in a column follows the mean height of the neighbours.
"""

from dataclasses import dataclass

import numpy as np
from matplotlib.lines import Line2D
from matplotlib.patches import FancyBboxPatch, PathPatch
from matplotlib.path import Path

from course.figures.layout import one_axes, set_title
from course.figures.style import COLOURS, GREY, INK, number, pale

_MOST_NODES = 60
_INCH = 0.72  # inches to a unit of the drawing
_CHARACTER = 0.125  # width of a letter, in units
_HALF_HEIGHT = 0.42  # of a box
_ROW = 1.12  # least distance of two boxes in a column, centre to centre
_SMALLEST_PAGE = (6.0, 1.2)  # width and height
_SWEEPS = 12


def draw_graph(graph, labels=None, title=None, ax=None):
    """Draw a computation graph from left to right: a box for each node, an arrow to its users.

    A box holds the node's name or operation, below it the value, and in orange the gradient of
    the graph's last node with respect to it; along an arrow stands the local derivative, in blue.
    What is not known is left out, so that the same call shows a graph before and after the
    backward pass.

    graph : either the last node of an expression, any object with `data`, `grad` and `parents` (a
        sequence of such objects) and perhaps `slopes` (a number for each parent) and `operation`
        (text); or a plain dict, name → dict with any of `parents` (names), `slopes` (numbers or
        text), `operation` (text), `data` and `grad` (numbers or text)
    labels : a name for some of the nodes: a dict from the object, or the name, to text, or pairs
        (object, text), which serve objects that cannot be the key of a dict as well

    Returns the Axes. Raises ValueError for a graph with a cycle, an unknown parent, or more than
    60 nodes.
    """
    nodes = _described(graph) if isinstance(graph, dict) else _collected(graph)
    pairs = labels.items() if isinstance(labels, dict) else labels or ()
    for owner, text in pairs:
        key = owner if isinstance(graph, dict) else id(owner)
        if key not in nodes:
            raise ValueError(f"labels names a node that is not in the graph: {text!r}")
        nodes[key].name = text
    columns, routes = _columns(nodes)
    half_width = _half_width(nodes)
    step = 2 * half_width + max(0.7, _CHARACTER * _longest_slope(nodes) + 0.35)
    places = _places(columns, routes, step)

    low, high = _page(list(places.values()), half_width)
    ax = one_axes(ax, size=_INCH * (high - low) + [0.2, 0.9])
    for (_, child, position), route in routes.items():
        lift = _lift(nodes[child].parents, position)
        points = [places[point] for point in route]
        _draw_edge(ax, points, half_width, lift, nodes[child].slope(position))
    for key, node in nodes.items():
        _draw_node(ax, places[key], half_width, node)
    _write_legend(ax, nodes)
    ax.set(xlim=(low[0], high[0]), ylim=(low[1], high[1]))
    ax.axis("off")
    set_title(ax, title)
    return ax


@dataclass
class _Node:
    """One box: what is written in it, and where its arrows come from."""

    name: str = ""
    operation: str = ""
    data: object = None
    grad: object = None
    parents: tuple = ()
    slopes: tuple = ()
    joint: str = " = "  # between name and operation: a formula; ": " where it is only a symbol

    def slope(self, position):
        return self.slopes[position] if position < len(self.slopes) else None

    def lines(self):
        """Text, colour and weight of each line in the box."""
        heading = self.joint.join(part for part in (self.name, self.operation) if part)
        lines = [(heading, INK, "bold"), (_text(self.data), INK, "normal")]
        lines.append((_text(self.grad), COLOURS["vermillion"], "bold"))
        return [line for line in lines if line[0]]


def _described(graph):
    known = {"parents", "slopes", "operation", "data", "grad"}
    nodes = {}
    for name, parts in graph.items():
        if unknown := set(parts) - known:
            raise ValueError(f"node {name!r} has an unknown entry {sorted(unknown)[0]!r}")
        for parent in parts.get("parents", ()):
            if parent not in graph:
                raise ValueError(f"node {name!r} has an unknown parent {parent!r}")
        nodes[name] = _Node(name, **{k: parts[k] for k in known & set(parts)})
    return _checked(nodes)


def _collected(last):
    """Every node behind `last`, each once, by its identity; the stack spares deep recursion."""
    nodes, waiting = {}, [last]
    while waiting and len(nodes) <= _MOST_NODES:
        owner = waiting.pop()
        if id(owner) in nodes:
            continue
        parents = tuple(owner.parents)
        nodes[id(owner)] = _Node(
            operation=str(getattr(owner, "operation", "")),
            joint=": ",
            data=owner.data,
            grad=owner.grad,
            parents=tuple(id(parent) for parent in parents),
            slopes=tuple(getattr(owner, "slopes", ())),
        )
        waiting.extend(reversed(parents))
    return _checked(nodes)


def _checked(nodes):
    if not nodes:
        raise ValueError("the graph has no node")
    if len(nodes) > _MOST_NODES:
        raise ValueError(f"draw_graph shows at most {_MOST_NODES} nodes")
    return nodes


def _columns(nodes):
    """Keys of each column, left to right, and for each edge the points that it passes through."""
    users = {key: set() for key in nodes}
    for key, node in nodes.items():
        for parent in node.parents:
            users[parent].add(key)
    to_end = {}
    while len(to_end) < len(nodes):
        ready = [key for key in nodes if key not in to_end and users[key] <= set(to_end)]
        if not ready:
            raise ValueError("the graph has a cycle")
        for key in ready:
            to_end[key] = 1 + max((to_end[user] for user in users[key]), default=-1)
    deepest = max(to_end.values())
    columns = [[] for _ in range(deepest + 1)]
    for key in nodes:
        columns[deepest - to_end[key]].append(key)
    routes = {}
    for child, node in nodes.items():
        for position, parent in enumerate(node.parents):
            between = range(to_end[parent] - 1, to_end[child], -1)
            bends = [("bend", parent, child, position, rank) for rank in between]
            for bend in bends:
                columns[deepest - bend[-1]].append(bend)
            routes[parent, child, position] = [parent, *bends, child]
    return columns, routes


def _half_width(nodes):
    longest = max(len(text) for node in nodes.values() for text, *_ in node.lines() or [("", 0)])
    return max(0.42, _CHARACTER * longest / 2 + 0.1)


def _longest_slope(nodes):
    slopes = [slope for node in nodes.values() for slope in node.slopes]
    return max((len(_text(slope)) for slope in slopes), default=0)


def _places(columns, routes, step):
    """The (x, y) of every node and bend: near its neighbours' mean height, never overlapping."""
    neighbours = {point: [] for column in columns for point in column}
    for route in routes.values():
        for one, other in zip(route, route[1:], strict=False):
            neighbours[one].append(other)
            neighbours[other].append(one)
    y = {}
    for column in columns:
        for row, point in enumerate(column):
            y[point] = ((len(column) - 1) / 2 - row) * _ROW
    for sweep in range(_SWEEPS):
        for column in columns if sweep % 2 else reversed(columns):
            wanted = {p: np.mean([y[q] for q in neighbours[p]] or [y[p]]) for p in column}
            column.sort(key=lambda point: -wanted[point])
            heights = _apart([wanted[point] for point in column])
            y.update(zip(column, heights, strict=True))
    return {
        point: np.array([index * step, y[point]])
        for index, column in enumerate(columns)
        for point in column
    }


def _apart(wanted):
    """Descending heights at least one step apart, as near to `wanted` as that allows.

    Less the steps this is isotonic regression: neighbours in conflict are pooled at their mean.
    """
    steps = -_ROW * np.arange(len(wanted))
    pools = []  # [mean, size]
    for height in np.asarray(wanted) - steps:
        pools.append([height, 1])
        while len(pools) > 1 and pools[-2][0] < pools[-1][0]:
            mean, size = pools.pop()
            pools[-1][0] = (pools[-1][0] * pools[-1][1] + mean * size) / (pools[-1][1] + size)
            pools[-1][1] += size
    return np.repeat([mean for mean, _ in pools], [size for _, size in pools]) + steps


def _page(places, half_width):
    """Lower left and upper right corner: all boxes with a margin, and room for a title."""
    margin = np.array([half_width + 0.1, _HALF_HEIGHT + 0.1])
    low, high = np.min(places, axis=0) - margin, np.max(places, axis=0) + margin
    missing = np.maximum(0, _SMALLEST_PAGE - (high - low)) / 2
    return low - missing, high + missing


def _lift(parents, position):
    """How far above its usual height an arrow runs: off 0 where a parent is used twice."""
    if parents.count(parents[position]) == 1:
        return 0.0
    return 0.2 * (1 - 2 * (parents[:position].count(parents[position]) % 2))


def _draw_edge(ax, points, half_width, lift, slope):
    """A curve that leaves and enters its boxes level, and the local derivative near its end."""
    start, *bends, end = points
    stops = [start + [half_width, lift], *bends, end + [-half_width - 0.04, lift]]
    vertices, codes = [stops[0]], [Path.MOVETO]
    for one, other in zip(stops, stops[1:], strict=False):
        pull = [0.45 * (other[0] - one[0]), 0]
        vertices += [one + pull, other - pull, other]
        codes += [Path.CURVE4] * 3
    curve = PathPatch(Path(vertices, codes), facecolor="none", edgecolor=GREY, lw=1.2, zorder=1)
    ax.add_patch(curve)
    ax.annotate(
        "",
        stops[-1] + [0.04, 0],
        xytext=stops[-1] - [0.12, 0],
        arrowprops={"arrowstyle": "-|>", "color": GREY, "shrinkA": 0, "shrinkB": 0},
        zorder=2,
    )
    if slope is not None:
        ax.text(
            *((stops[-2] + stops[-1]) / 2),
            _text(slope),
            ha="center",
            va="center",
            fontsize=9,
            color=COLOURS["blue"],
            bbox={"boxstyle": "round,pad=0.12", "facecolor": "white", "edgecolor": "none"},
            zorder=3,
        )


def _draw_node(ax, place, half_width, node):
    pad = 0.06
    half = np.array([half_width, _HALF_HEIGHT]) - pad
    ax.add_patch(
        FancyBboxPatch(
            place - half,
            *(2 * half),
            boxstyle=f"round,pad={pad},rounding_size=0.1",
            facecolor=pale(COLOURS["sky"], 0.25) if node.parents else "white",
            edgecolor=INK,
            zorder=4,
        )
    )
    lines = node.lines()
    for row, (text, colour, weight) in enumerate(lines):
        ax.text(
            place[0],
            place[1] + ((len(lines) - 1) / 2 - row) * 0.26,
            text,
            ha="center",
            va="center",
            color=colour,
            fontweight=weight,
            fontsize=9.5,
            zorder=5,
        )


def _write_legend(ax, nodes):
    """What each colour of writing means, as far as it occurs."""
    every = list(nodes.values())
    meanings = [
        ("value", INK, any(node.data is not None for node in every)),
        ("gradient", COLOURS["vermillion"], any(node.grad is not None for node in every)),
        ("local derivative", COLOURS["blue"], any(node.slopes for node in every)),
    ]
    handles = [
        Line2D([], [], marker="s", linestyle="", color=colour, label=name)
        for name, colour, occurs in meanings
        if occurs
    ]
    if handles:
        ax.legend(
            handles=handles,
            loc="upper center",
            bbox_to_anchor=(0.5, 0.0),
            ncol=3,
            handletextpad=0.2,
            labelcolor="linecolor",
        )


def _text(value):
    if value is None or isinstance(value, str):
        return value or ""
    return number(value, 3)
