"""The drawings of the lessons: matplotlib figures in one style, from plain arrays and callables.

Every `draw_` function takes `ax=None`: a new figure, or the Axes to draw on. It returns the Axes
that it drew on, one or an array of them, never the Figure: a notebook would show a returned Figure
twice (a semicolon after the call keeps the text of the Axes out of the cell's output). `.figure`
of any Axes leads to it. `animate_descent` returns a `Film`, which plays in a notebook; a
`LiveCurve` grows while a training loop runs. Nothing here imports TensorFlow, trains a model, or
changes what it is given.
"""

from course.figures.clusters import draw_clusters
from course.figures.convolution import draw_maps, draw_receptive_field, draw_runs, draw_window
from course.figures.data import draw_scatter, draw_split
from course.figures.descent import Film, animate_descent, draw_descent
from course.figures.functions import draw_activations, draw_functions
from course.figures.graphs import draw_graph
from course.figures.images import draw_images
from course.figures.live import LiveCurve
from course.figures.mappings import draw_mappings
from course.figures.neighbours import draw_neighbours
from course.figures.network import draw_model, draw_network
from course.figures.neuron import draw_neuron
from course.figures.planes import draw_plane, draw_xor
from course.figures.steps import draw_training_step
from course.figures.style import COLOURS, use_style
from course.figures.training import draw_history, draw_predictions
from course.figures.transfer import (
    draw_frozen,
    draw_guesses,
    draw_label_efficiency,
    draw_pairs,
    draw_soft_targets,
)

__all__ = [
    "COLOURS",
    "Film",
    "LiveCurve",
    "animate_descent",
    "draw_activations",
    "draw_clusters",
    "draw_descent",
    "draw_frozen",
    "draw_functions",
    "draw_graph",
    "draw_guesses",
    "draw_history",
    "draw_images",
    "draw_label_efficiency",
    "draw_mappings",
    "draw_maps",
    "draw_model",
    "draw_network",
    "draw_neighbours",
    "draw_neuron",
    "draw_pairs",
    "draw_plane",
    "draw_predictions",
    "draw_receptive_field",
    "draw_runs",
    "draw_scatter",
    "draw_soft_targets",
    "draw_split",
    "draw_training_step",
    "draw_window",
    "draw_xor",
    "use_style",
]
