"""The curve that a hyperparameter is chosen by. Scores no model itself."""

import numpy as np

from course.figures.inputs import numbers
from course.figures.layout import label_ends, mark_point, one_axes, set_title, whole_numbers
from course.figures.style import COLOURS, number


def draw_neighbours(ks, train_scores, validation_scores, chosen=None, title=None, ax=None):
    """Draw training and validation accuracy of k nearest neighbours against k.

    Use it to choose a hyperparameter on validation data: small k overfits (training far above
    validation), large k underfits (both fall).

    ks : shape (n,), the numbers of neighbours tried
    train_scores, validation_scores : shape (n,), shares of right answers, 0 to 1
    chosen : the k to mark; by default the smallest with the best validation score

    Returns the Axes. Raises ValueError for lengths that differ or a `chosen` that was not tried.
    """
    ks = numbers(ks, "ks")
    curves = {
        "training": numbers(train_scores, "train_scores", len(ks)),
        "validation": numbers(validation_scores, "validation_scores", len(ks)),
    }
    order = np.argsort(ks)
    ks = ks[order]
    curves = {name: values[order] for name, values in curves.items()}
    best = int(np.argmax(curves["validation"]))
    if chosen is not None:
        if chosen not in ks:
            raise ValueError(f"chosen must be one of the ks that were tried, not {chosen}")
        best = int(np.flatnonzero(ks == chosen)[0])

    ax = one_axes(ax)
    colours = {"training": COLOURS["blue"], "validation": COLOURS["vermillion"]}
    for name, values in curves.items():
        ax.plot(ks, values, color=colours[name], marker="o", markersize=4, label=name)
    score = curves["validation"][best]
    mark_point(ax, ks[best], score, colours["validation"])
    whole_numbers(ax)
    ax.set(xlabel="k (number of neighbours)", ylabel="accuracy (share of right answers)")
    label_ends(ax, [(values[-1], name, colours[name]) for name, values in curves.items()])
    finding = f"k = {ks[best]:.0f}: validation accuracy {number(score)}"
    set_title(ax, finding if title is None else title)
    return ax
