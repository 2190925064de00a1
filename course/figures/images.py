"""Grids of pictures with their classes. Classifies nothing."""

import numpy as np

from course.figures.inputs import vector
from course.figures.layout import panel_axes
from course.figures.style import COLOURS, INK

_MOST_IMAGES = 100


def draw_images(images, labels=None, names=None, predictions=None, columns=8, title=None, ax=None):
    """Draw a grid of pictures with the names of their classes, and of wrong predictions.

    Use it to see what a data set holds, and what a classifier takes for what: under a wrong
    prediction stands "shirt, not coat" in red.

    images : shape (n, height, width), (n, height, width, 1) or (n, height, width, 3), n up to 100;
        all are drawn on one scale, 0 to 255 for integers, else 0 to 1 or the range of the values
    labels, predictions : shape (n,)
    names : class names, so that label i is called names[i]; by default the labels themselves

    Returns the Axes, one a picture, shape (n,). Raises ValueError for other shapes.
    """
    images = np.asarray(images)
    if images.ndim == 4 and images.shape[-1] == 1:
        images = images[..., 0]
    if images.ndim not in (3, 4) or (images.ndim == 4 and images.shape[-1] != 3) or not images.size:
        raise ValueError(
            f"images must have shape (n, height, width[, 1 or 3]), not {np.shape(images)}"
        )
    if len(images) > _MOST_IMAGES:
        raise ValueError(f"draw_images shows at most {_MOST_IMAGES} pictures: pass a part of them")
    if predictions is not None and labels is None:
        raise ValueError("predictions need the true labels beside them")
    labels = None if labels is None else vector(labels, "labels", len(images))
    predictions = None if predictions is None else vector(predictions, "predictions", len(images))

    low, high = _grey_scale(images)
    scaled = np.clip((images - low) / (high - low), 0, 1)
    columns = min(columns, len(images))
    width = 8 / max(columns, 4)
    axes = panel_axes(ax, len(images), columns, panel=(width, width + (labels is not None) * 0.25))
    for index, panel in enumerate(axes):
        panel.imshow(scaled[index], cmap="gray", vmin=0, vmax=1)
        panel.set(xticks=(), yticks=())
        panel.spines[:].set_visible(False)
        if labels is not None:
            prediction = None if predictions is None else predictions[index]
            text, wrong = _caption(labels[index], prediction, names)
            colour = COLOURS["vermillion"] if wrong else INK
            panel.set_xlabel(text, color=colour, fontsize=9, labelpad=2)
    if title is not None:
        axes[0].figure.suptitle(title, x=0.01, ha="left", fontweight="bold", fontsize=12)
    return axes


def _grey_scale(images):
    """Return what is drawn black and what white, the same for all pictures."""
    if images.dtype.kind in "iu":
        return 0, 255
    low, high = float(images.min()), float(images.max())
    if low >= 0 and high <= 1:
        return 0.0, 1.0
    return low, high if high > low else low + 1


def _caption(label, prediction, names):
    """Return the words under a picture and whether they name a mistake."""

    def name(value):
        return str(value if names is None else names[value])

    if prediction is None or prediction == label:
        return name(label), False
    return f"{name(prediction)},\nnot {name(label)}", True
