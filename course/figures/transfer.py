"""What is reused and what it brings: guesses, frozen blocks, label efficiency, pairs, soft targets.

Trains nothing and runs no network.
"""

import numpy as np
from matplotlib.ticker import FixedLocator, NullLocator

from course.figures.layout import label_ends, one_axes, panel_axes, set_title
from course.figures.style import COLOURS, GREY, INK, class_marker, ink_on, line_colour, number, pale


def draw_guesses(pictures, probabilities, names, top=3, title=None, ax=None):
    """Draw pictures, and under each the classes that a classifier finds most probable, as bars.

    Use it to see what a trained network takes a picture for, and how sure it is.

    pictures : shape (n, height, width, 3), integers from 0 to 255 or numbers from 0 to 1
    probabilities : shape (n, classes), each row with a sum of 1
    names : name of each class; of "tabby, tabby cat" the part before the comma is shown
    top : how many classes to show

    Returns the Axes, shape (2n,): the pictures, then the bars. Raises ValueError for other shapes.
    """
    pictures, probabilities = np.asarray(pictures), np.asarray(probabilities, dtype=float)
    if pictures.ndim != 4 or pictures.shape[-1] != 3 or not len(pictures):
        raise ValueError(f"pictures must have shape (n, height, width, 3), not {pictures.shape}")
    if probabilities.shape != (len(pictures), len(names)):
        raise ValueError(
            f"probabilities must have shape {(len(pictures), len(names))}: a row for each picture, "
            f"a column for each name, not {probabilities.shape}"
        )
    heights = {"height_ratios": [2.4, 0.3 * min(top, len(names))]}
    panel = (8.4 / max(len(pictures), 3), 1.9)
    axes = panel_axes(ax, 2 * len(pictures), len(pictures), panel, gridspec_kw=heights)
    for picture, row, above, below in zip(
        pictures, probabilities, axes[: len(pictures)], axes[len(pictures) :], strict=True
    ):
        above.imshow(picture)
        above.set(xticks=(), yticks=())
        above.spines[:].set_visible(False)
        best = np.argsort(-row, kind="stable")[:top]
        below.barh(range(len(best)), row[best], height=0.8, color=pale(COLOURS["sky"], 0.7))
        for place, index in enumerate(best):
            name = str(names[index]).partition(",")[0]
            below.text(0.02, place, f"{name} {row[index]:.2f}", va="center", fontsize=9, color=INK)
        below.set(xlim=(0, 1), ylim=(len(best) - 0.5, -0.5), xticks=(0, 1), yticks=())
        below.tick_params(labelsize=8)
        below.spines["left"].set_visible(False)
    axes[len(pictures)].set_xlabel("probability", fontsize=9, loc="left")
    if title is not None:
        axes[0].figure.suptitle(title, x=0.01, ha="left", fontweight="bold", fontsize=12)
    return axes


def draw_frozen(strategies, title=None, ax=None):
    """Draw a network's blocks once for each way to train it: frozen ones hatched, others coloured.

    Use it to compare what is kept and what learns; a block's number is its parameters.

    strategies : dict of name to a list of (block, parameters, learns), from input to output, such
        as {"feature extraction": [("backbone", 3_413_024, False), ("head", 3843, True)]}

    Returns the Axes. Raises ValueError if there is no strategy, or one without a block.
    """
    if not strategies or not all(strategies.values()):
        raise ValueError("strategies must hold a list of (block, parameters, learns) or more")
    ax = one_axes(ax, size=(8.4, 0.7 + 0.95 * len(strategies)))
    most = max(map(len, strategies.values()))
    for row, (name, blocks) in enumerate(strategies.items()):
        ax.text(-0.15, row, name, ha="right", va="center", fontweight="bold")
        for place, (block, parameters, learns) in enumerate(blocks):
            colour = COLOURS["blue"] if learns else pale(GREY, 0.22)
            edge = {"edgecolor": INK if learns else GREY, "linewidth": 0.8}
            hatch = None if learns else "///"
            bar = ax.barh(row, 0.92, left=place, height=0.72, color=colour, hatch=hatch, **edge)
            bar[0].set_gid("learns" if learns else "frozen")
            ground = colour if learns else "white"
            ax.text(
                place + 0.46,
                row,
                f"{block}\n{_short(parameters)}",
                ha="center",
                va="center",
                fontsize=9,
                color=ink_on(ground),
                bbox=None if learns else {"facecolor": "white", "edgecolor": "none", "pad": 1},
            )
    ax.set(xlim=(-0.1, most), ylim=(len(strategies) - 0.5, -0.5), xticks=(), yticks=())
    ax.spines[:].set_visible(False)
    ax.set_xlabel("input on the left, output on the right; hatched: frozen, blue: learns")
    set_title(ax, title)
    return ax


def draw_label_efficiency(accuracy, per_class, title=None, ax=None):
    """Draw the test accuracy of several methods against the number of labels for each class.

    Use it to see what a method needs to be good. Points are means over the seeds, bars reach one
    standard deviation up and down; the points of several methods are shifted sideways a little, so
    that no bar hides another.

    accuracy : dict of name to array of shape (len(per_class), seeds), shares of right answers
    per_class : labels for each class, ascending

    Returns the Axes. Raises ValueError for shapes that do not fit or fewer than two seeds.
    """
    per_class = np.asarray(per_class, dtype=float)
    if not accuracy or per_class.ndim != 1 or (np.diff(per_class) <= 0).any():
        raise ValueError("there must be a method or more, and per_class must ascend")
    ax = one_axes(ax, size=(8, 4.6))
    ends = []
    for index, (name, values) in enumerate(accuracy.items()):
        values = np.asarray(values, dtype=float)
        if values.ndim != 2 or values.shape[0] != len(per_class) or values.shape[1] < 2:
            raise ValueError(
                f"accuracy[{name!r}] must have shape ({len(per_class)}, 2 seeds or more), "
                f"not {values.shape}"
            )
        colour = line_colour(index)
        shifted = per_class * 1.03 ** (index - (len(accuracy) - 1) / 2)
        spread = values.std(axis=1, ddof=1)
        style = {"marker": class_marker(index), "color": colour, "capsize": 3, "elinewidth": 1.4}
        ax.errorbar(shifted, values.mean(axis=1), spread, label=name, **style)
        ends.append((values.mean(axis=1)[-1], name, colour))
    ax.set_xscale("log")
    ax.xaxis.set_major_locator(FixedLocator(per_class))
    ax.xaxis.set_minor_locator(NullLocator())
    ax.set_xticklabels([f"{k:g}" for k in per_class])
    ax.set(xlabel="labels for each class (log scale)", ylabel="test accuracy, mean ± 1 st. dev.")
    label_ends(ax, ends)
    set_title(ax, title)
    return ax


def draw_pairs(before, after, names, quantity="test accuracy", title=None, ax=None):
    """Draw pairs of results, a line from one to the other for each seed, and both means.

    Use it where two methods ran with the same seeds: that nearly every line rises says more than
    two means do.

    before, after : shape (seeds,), results of the two methods, in the same order of seeds
    names : their two names
    quantity : what was measured, with its unit
    title : by default the mean difference and how many pairs rise

    Returns the Axes. Raises ValueError for lengths that differ.
    """
    before, after = np.asarray(before, dtype=float), np.asarray(after, dtype=float)
    if before.ndim != 1 or before.shape != after.shape or not before.size:
        raise ValueError("before and after must hold one result for each seed, equally many")
    ax = one_axes(ax, size=(6.4, 4))
    for one, other in zip(before, after, strict=True):
        colour = COLOURS["blue"] if other > one else COLOURS["vermillion"]
        ax.plot([0, 1], [one, other], "o-", color=pale(colour, 0.6), linewidth=1.4, markersize=5)
    means = before.mean(), after.mean()
    for place, mean, side in zip((0, 1), means, (-1, 1), strict=True):
        ax.plot(place, mean, "D", color=INK, markersize=8, gid="mean")
        ax.annotate(
            f"mean {number(mean)}",
            (place, mean),
            xytext=(12 * side, 0),
            textcoords="offset points",
            ha="left" if side > 0 else "right",
            va="center",
        )
    ax.set(xlim=(-0.55, 1.55), xticks=(0, 1), xticklabels=names, ylabel=quantity)
    rising = int((after > before).sum())
    finding = f"{number(means[1] - means[0], 2)} on average; {rising} of {len(before)} pairs rise"
    set_title(ax, finding if title is None else title)
    return ax


def draw_soft_targets(logits, temperatures, names, label=None, title=None, ax=None):
    """Draw the softmax of one row of logits at several temperatures, a panel for each.

    Use it to see what a teacher tells beyond the label: the hotter, the more of its second
    thoughts.

    logits : shape (classes,)
    temperatures : the temperatures, ascending, > 0
    names : name of each class
    label : index of the right class, drawn in another colour

    Returns the Axes, one a temperature. Raises ValueError for other shapes.
    """
    logits = np.asarray(logits, dtype=float)
    if logits.shape != (len(names),) or not len(temperatures) or min(temperatures) <= 0:
        raise ValueError("there must be one logit a name, and temperatures above 0")
    count = len(temperatures)
    panel = (8.4 / max(count, 2), 0.6 + 0.27 * len(names))
    axes = panel_axes(ax, count, count, panel, sharey=True)
    for index, (temperature, panel) in enumerate(zip(temperatures, axes, strict=True)):
        scaled = (logits - logits.max()) / temperature
        shares = np.exp(scaled) / np.exp(scaled).sum()
        is_label = np.arange(len(names)) == (-1 if label is None else label)
        colours = [COLOURS["vermillion"] if right else COLOURS["blue"] for right in is_label]
        panel.barh(range(len(names)), shares, color=colours, height=0.75)
        for place, share in enumerate(shares):
            panel.text(min(share, 0.98) + 0.02, place, f"{share:.3f}", va="center", fontsize=8)
        panel.set(xlim=(0, 1.25), ylim=(len(names) - 0.5, -0.5), xticks=(0, 0.5, 1))
        panel.set(xlabel="probability", title=f"T = {temperature:g}")
        if index == 0:
            panel.set_yticks(range(len(names)), names)
    if title is not None:
        axes[0].figure.suptitle(title, x=0.01, ha="left", fontweight="bold", fontsize=12)
    return axes


def _short(count):
    """A number of parameters in few characters: 3843, 409k, 3.4M."""
    if count < 10_000:
        return str(count)
    return f"{count / 1000:.0f}k" if count < 1e6 else f"{count / 1e6:.1f}M"
