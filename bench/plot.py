"""Draws the benchmark's result: speed, memory, and the cost of one submission in a long class.

Reads nothing but what it is given.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import matplotlib as mpl

mpl.use("agg")

from matplotlib import pyplot as plt  # noqa: E402
from matplotlib.axes import Axes  # noqa: E402

from bench.results import ALL, LARGER, ONE, Row  # noqa: E402
from course.figures.style import GREY, INK, line_colour, use_style  # noqa: E402


def draw(
    rows: Mapping[str, Row], growths: Mapping[int, list[float]], lesson: str, long: str, path: Path
) -> None:
    """Write the picture.

    Parameters
    ----------
    rows : mapping
        Name → line of the table; each with a steady rate.
    growths : mapping
        Size of a class → seconds a submission in each part of its run; may be empty.
    lesson, long : str
        The lessons of the comparison and of the growing classes.
    path : Path
        A PNG file.
    """
    use_style()
    columns = 3 if growths else 2
    figure, axes = plt.subplots(1, columns, figsize=(5 * columns, 1.6 + 0.5 * max(len(rows), 4)))
    shown = dict(reversed(rows.items()))
    speeds = {name: row.steady_per_minute for name, row in shown.items()}
    _bars(axes[0], speeds, "{:.3g}", logarithmic=True)
    axes[0].set_xlabel("submissions a minute, start-up left out")
    axes[0].set_title(f"Speed on {lesson}")
    _bars(axes[1], {name: row.peak_mib for name, row in shown.items()}, "{:.0f}")
    axes[1].set_xlabel("largest proportional set size, MiB")
    axes[1].set_title("Memory of all its processes")
    axes[1].set_yticklabels([])
    if growths:
        _growth(axes[2], growths)
        axes[2].set_title(f"Cost of one in {long}")
    figure.savefig(path, dpi=110)
    plt.close(figure)


def _bars(axes: Axes, values: Mapping[str, float], form: str, logarithmic: bool = False) -> None:
    colours = [line_colour(0) if name in (ONE, ALL, LARGER) else GREY for name in values]
    bars = axes.barh(list(values), list(values.values()), color=colours, height=0.65)
    axes.bar_label(bars, [form.format(value) for value in values.values()], padding=4, color=INK)
    if logarithmic:
        axes.set_xscale("log")
        axes.set_xlim(min(values.values()) / 2, max(values.values()) * 4)
    else:
        axes.set_xlim(0, max(values.values()) * 1.2)


def _growth(axes: Axes, growths: Mapping[int, list[float]]) -> None:
    for number, (size, seconds) in enumerate(sorted(growths.items())):
        step = size / len(seconds)
        at = [step * (part + 0.5) for part in range(len(seconds))]
        axes.plot(at, seconds, "o-s-^-D-"[2 * number % 8 :][:2], label=f"class of {size:,}")
    axes.set_xscale("log")
    axes.set_ylim(0, 1.15 * max(max(seconds) for seconds in growths.values()))
    axes.set_xlabel("submissions graded before")
    axes.set_ylabel("seconds a submission")
    axes.legend()
