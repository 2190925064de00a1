"""Curves and results of training runs. Reads what a run left behind; trains nothing."""

import numpy as np

from course.figures.inputs import numbers
from course.figures.layout import label_ends, mark_point, one_axes, set_title, whole_numbers
from course.figures.style import COLOURS, INK, number, pale

_HIGHER_IS_BETTER = ("acc", "auc", "precision", "recall", "f1", "iou", "r2")


def draw_history(history, metric="loss", log=False, higher_is_better=None, title=None, ax=None):
    """Draw a metric of training, and of validation where there is one, against the epoch.

    Use it after every `fit`: the best validation epoch is marked, and a growing distance between
    the curves after it is overfitting. Epochs count from 1. Where values are nan or
    infinite the curve breaks; the epochs from the first such value on are shaded.

    history : what `fit` returns, or its dict: {"loss": [...], "val_loss": [...]}
    metric : key of the training curve; validation's is "val_" + metric
    log : logarithmic vertical axis, for losses that fall by powers of ten; values must be > 0
    higher_is_better : whether the best epoch is the highest; by default True for accuracies and
        their like, False for everything else

    Returns the Axes. Raises ValueError if the metric is not there or no value is finite.
    """
    curves = _curves(history, metric)
    if log and any((values <= 0).any() for values in curves.values()):
        raise ValueError(f"{metric} has values of 0 or below: a log scale cannot show them")
    if higher_is_better is None:
        higher_is_better = any(part in metric.lower() for part in _HIGHER_IS_BETTER)

    ax = one_axes(ax)
    ends = []
    colours = {"training": COLOURS["blue"], "validation": COLOURS["vermillion"]}
    longest = max(len(values) for values in curves.values())
    marks = {"marker": "o" if longest <= 15 else None, "markersize": 4}
    for name, values in curves.items():
        epochs = np.arange(1, len(values) + 1)
        ax.plot(epochs, _finite(values), color=colours[name], label=name, **marks)
        ends.append((values[np.isfinite(values)][-1], name, colours[name]))
    if log:
        ax.set_yscale("log")
    margin = 0.02 * (longest - 1) or 0.5
    ax.set_xlim(1 - margin, longest + margin)
    finding = _mark_best(ax, curves, metric, higher_is_better)
    remark = _shade_not_finite(ax, curves, longest)
    whole_numbers(ax)
    ax.set_xlabel("epoch" + remark)
    ax.set_ylabel(metric.replace("_", " ") + (" (log scale)" if log else ""))
    label_ends(ax, ends)
    set_title(ax, finding if title is None else title)
    return ax


def draw_predictions(y_true, y_pred, quantity="value", title=None, ax=None):
    """Draw predicted against true values, with the diagonal on which a prediction is exact.

    Use it to judge a regression: distance from the diagonal is error, a bend is a pattern that
    the model missed.

    y_true, y_pred : shape (n,) or (n, 1), finite
    quantity : what is predicted, with its unit, for both axes: "body mass (g)"
    title : by default the mean absolute error

    Returns the Axes. Raises ValueError for lengths that differ or values that are not finite.
    """
    y_true = numbers(y_true, "y_true")
    y_pred = numbers(y_pred, "y_pred", len(y_true))
    both = np.concatenate([y_true, y_pred])
    if not np.isfinite(both).all():
        raise ValueError("y_true or y_pred holds values that are missing or infinite")
    margin = 0.05 * np.ptp(both) or 1.0
    ends = np.array([both.min() - margin, both.max() + margin])

    ax = one_axes(ax, size=(6, 5.5))
    ax.plot(ends, ends, color=INK, linewidth=1.2, linestyle="--", label="exact")
    alpha = 0.7 if len(y_true) <= 500 else 0.3
    ax.scatter(y_true, y_pred, s=22, color=COLOURS["blue"], alpha=alpha, edgecolor="none")
    ax.set(xlim=ends, ylim=ends, xlabel=f"true {quantity}", ylabel=f"predicted {quantity}")
    ax.set_aspect("equal")
    ax.annotate(
        "exact",
        (1, 1),
        xycoords="axes fraction",
        xytext=(4, 0),
        textcoords="offset points",
        va="center",
        color=INK,
    )
    error = np.abs(y_pred - y_true).mean()
    set_title(ax, f"Mean absolute error {number(error)}" if title is None else title)
    return ax


def _curves(history, metric):
    """Return {"training": values, "validation": values}; the second only where it exists."""
    table = getattr(history, "history", history)
    if not hasattr(table, "keys"):
        raise ValueError("history must be what fit returns, or its dict of lists")
    if metric not in table:
        raise ValueError(f"the history has no {metric!r}; it has {', '.join(sorted(table))}")
    curves = {"training": numbers(table[metric], metric)}
    if f"val_{metric}" in table:
        curves["validation"] = numbers(table[f"val_{metric}"], f"val_{metric}")
    for name, values in curves.items():
        if not np.isfinite(values).any():
            raise ValueError(f"no {name} value of {metric} is finite: there is nothing to draw")
    return curves


def _finite(values):
    """`values` with nan, which matplotlib leaves out, for infinity."""
    return np.where(np.isfinite(values), values, np.nan)


def _mark_best(ax, curves, metric, higher_is_better):
    """Mark the best validation epoch, if any; return the sentence that states the finding."""
    metric = metric.replace("_", " ")
    if "validation" not in curves:
        values = curves["training"][np.isfinite(curves["training"])]
        return f"Training {metric} goes from {number(values[0])} to {number(values[-1])}"
    values = _finite(curves["validation"])
    epoch = int(np.nanargmax(values) if higher_is_better else np.nanargmin(values)) + 1
    best = values[epoch - 1]
    mark_point(ax, epoch, best, COLOURS["vermillion"])
    word = "highest" if higher_is_better else "lowest"
    return f"Validation {metric} is {word} after epoch {epoch}: {number(best)}"


def _shade_not_finite(ax, curves, last):
    """Shade the epochs from the first value on that is nan or infinite; return a remark on it."""
    broken = [np.flatnonzero(~np.isfinite(values)) for values in curves.values()]
    epochs = [int(indices[0]) + 1 for indices in broken if indices.size]
    if not epochs:
        return ""
    ax.axvspan(min(epochs) - 0.5, last + 0.5, color=pale(COLOURS["vermillion"], 0.15), zorder=0)
    return f" (shaded, from {min(epochs)} on: nan or infinite)"
