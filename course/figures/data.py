"""Tables and their splits: the rows before any model. Computes shares, changes no data."""

import numpy as np

from course.figures.inputs import class_names, numbers, vector
from course.figures.layout import one_axes, panel_axes, set_title
from course.figures.style import COLOURS, INK, class_colour, class_marker, ink_on, pale

_UNITS = {"mm", "cm", "m", "km", "g", "kg", "s", "ms", "mpg", "hp"}


def draw_scatter(table, x, y, label=None, xlabel=None, ylabel=None, title=None, ax=None):
    """Draw one column of a table against another, a point for each row, classes told apart.

    Use it to look at data before modelling: which classes overlap, which two features part them.
    Rows without x or y are left out, and the default title counts them; rows without a label are
    grey and small (in semi-supervised learning these are the many).

    table : pandas.DataFrame
    x, y : names of two numeric columns
    label : name of the column of classes, or None for one colour
    xlabel, ylabel : by default the column's name, a unit at its end in brackets:
        bill_length_mm becomes "bill length (mm)"

    Returns the Axes. Raises ValueError for a column that is missing or not numeric.
    """
    for column in (x, y) if label is None else (x, y, label):
        if column not in table.columns:
            known = ", ".join(map(str, table.columns))
            raise ValueError(f"the table has no column {column!r}; it has {known}")
    across, up = numbers(table[x], x), numbers(table[y], y)
    complete = np.isfinite(across) & np.isfinite(up)

    ax = one_axes(ax, size=(8, 5))
    if label is None:
        _scatter(ax, across[complete], up[complete], COLOURS["blue"], "o")
    else:
        known = table[label].notna().to_numpy()
        if (complete & ~known).any():
            rows = complete & ~known
            ax.scatter(across[rows], up[rows], s=14, color="#B0B0B0", label="no label", zorder=1)
        for index, one in enumerate(sorted(table[label].dropna().unique())):
            rows = complete & (table[label] == one).to_numpy(dtype=bool, na_value=False)
            _scatter(ax, across[rows], up[rows], class_colour(index), class_marker(index), str(one))
        ax.legend(title=_axis_name(label), alignment="left", handletextpad=0.2)
    ax.set(xlabel=xlabel or _axis_name(x), ylabel=ylabel or _axis_name(y))
    finding = f"{complete.sum()} rows"
    if not complete.all():
        finding += f"; {(~complete).sum()} more have missing values"
    set_title(ax, finding if title is None else title)
    return ax


def draw_split(parts, names=None, title=None, ax=None):
    """Draw how rows are shared among training, validation and test set, and the classes in each.

    Use it after a split: the upper bar is all rows, the lower bars are each part's class shares,
    which stratification makes equal. The default title states the largest difference.

    parts : dict of name to labels, shape (n,): {"training": y_train, "validation": y_val, ...}
    names : what to call each class, in sorted order; by default the values of the labels

    Returns the two Axes, shape (2,): rows, class shares. Raises ValueError for an empty part.
    """
    if not parts:
        raise ValueError("parts must hold one part or more")
    parts = {name: vector(labels, name) for name, labels in parts.items()}
    classes = np.unique(np.concatenate(list(parts.values())))
    names = class_names(classes, names, "parts")
    shares = np.array([[(labels == one).mean() for one in classes] for labels in parts.values()])

    heights = {"height_ratios": [1, 1 + 0.75 * len(parts)]}
    axes = panel_axes(ax, 2, columns=1, panel=(8, 1 + 0.35 * len(parts)), gridspec_kw=heights)
    _draw_rows(axes[0], parts)
    _draw_shares(axes[1], parts, shares, names)
    spread = 100 * np.ptp(shares, axis=0).max()
    finding = f"Class shares differ by at most {spread:.1f} percentage points"
    set_title(axes[0], finding if title is None else title)
    return axes


def _scatter(ax, x, y, colour, marker, label=None):
    ax.scatter(
        x,
        y,
        s=32,
        color=colour,
        marker=marker,
        edgecolor="white",
        linewidth=0.4,
        alpha=0.85,
        label=label,
        zorder=2,
    )


def _axis_name(column):
    """Readable name of a column: bill_length_mm becomes "bill length (mm)"."""
    words = str(column).split("_")
    unit = f" ({words.pop()})" if len(words) > 1 and words[-1] in _UNITS else ""
    return " ".join(words) + unit


def _draw_rows(ax, parts):
    total = sum(len(labels) for labels in parts.values())
    start = 0
    for index, (name, labels) in enumerate(parts.items()):
        count = len(labels)
        ax.barh(0, count, left=start, height=0.9, color=pale(INK, 0.28 - 0.1 * (index % 2)))
        if count >= 0.1 * total:
            ax.text(start + count / 2, 0, name, ha="center", va="center")
        start += count
    ax.set(xlim=(0, total), yticks=(), xlabel="rows")
    ax.spines["left"].set_visible(False)


def _draw_shares(ax, parts, shares, names):
    starts = np.cumsum(shares, axis=1) - shares
    for index, name in enumerate(names):
        bars = ax.barh(
            range(len(parts)),
            100 * shares[:, index],
            left=100 * starts[:, index],
            height=0.75,
            color=pale(class_colour(index), 0.75),
            edgecolor="white",
            label=name,
        )
        texts = [f"{100 * share:.0f} %" if share >= 0.06 else "" for share in shares[:, index]]
        colour = ink_on(bars.patches[0].get_facecolor()[:3])
        ax.bar_label(bars, texts, label_type="center", fontsize=10, color=colour)
    ticks = [f"{name}\n{len(labels)} rows" for name, labels in parts.items()]
    ax.set_yticks(range(len(parts)), ticks)
    ax.invert_yaxis()
    ax.set(xlim=(0, 100), xlabel="share of the part's rows (%)")
    ax.tick_params(axis="y", length=0)
    ax.spines["left"].set_visible(False)
    ax.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=min(len(names), 5), borderaxespad=0.2)
