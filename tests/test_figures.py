"""The drawings of the lessons: what they show, and that it can be read.

Every figure is drawn on the Agg canvas with warnings as errors (a glyph that is missing, a layout
that does not fit), and no two words on it may overlap or leave the page.
"""

import itertools
import warnings
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import matplotlib as mpl

mpl.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.colors import same_color, to_hex
from matplotlib.patches import Circle, FancyBboxPatch

from course import figures
from course.figures import layout, style

CLOTHES = ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat"]
CLOTHES += ["Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"]


@pytest.fixture(autouse=True)
def strict_and_tidy():
    """Warnings are errors; no figure and no setting outlives its test."""
    with warnings.catch_warnings(), mpl.rc_context():
        warnings.simplefilter("error")
        yield
    plt.close("all")


# --- Data to draw -----------------------------------------------------------------------------


def random(seed=0):
    return np.random.default_rng(seed)


def relu(z):
    return np.maximum(z, 0)


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


ACTIVATIONS = {"relu": relu, "sigmoid": sigmoid, "tanh": np.tanh}
DERIVATIVES = {
    "relu": lambda z: (z > 0).astype(float),
    "sigmoid": lambda z: sigmoid(z) * (1 - sigmoid(z)),
    "tanh": lambda z: 1 - np.tanh(z) ** 2,
}


def xor_score(points):
    total = points.sum(axis=1)
    return relu(total) - 2 * relu(total - 1)


def three_groups():
    X = np.concatenate([random(i).normal(at, 0.6, (20, 2)) for i, at in enumerate((-2, 0, 2))])
    return X, np.repeat(["Adelie", "Chinstrap", "Gentoo"], 20)


def penguins():
    """Nine made-up rows with the gaps of real ones."""
    return pd.DataFrame(
        {
            "species": ["Adelie"] * 4 + ["Gentoo"] * 4 + [None],
            "bill_length_mm": [39.1, 39.5, np.nan, 36.7, 50.0, 46.1, 47.2, 49.0, 45.0],
            "body_mass_g": [3750, 3800, 3250, 3450, 5700, 4500, 5050, np.nan, 4000],
        }
    )


def run(epochs=30):
    """A history that overfits: validation is best after epoch 10."""
    epoch = np.arange(1, epochs + 1)
    loss = 2 * np.exp(-epoch / 5)
    return {
        "loss": list(loss),
        "val_loss": list(0.3 + 0.01 * (epoch - 10) ** 2),
        "accuracy": list(1 - loss / 3),
        "val_accuracy": list(0.9 - 0.001 * (epoch - 12) ** 2),
    }


def clusters():
    X, _ = three_groups()
    centres = np.array([[-1.0, -1.0], [0.5, 0.0], [3.0, 3.0]])
    assignment = ((X[:, None] - centres) ** 2).sum(axis=2).argmin(axis=1)
    moved = np.array([X[assignment == index].mean(axis=0) for index in range(3)])
    return X, assignment, centres, moved


def weights_for(sizes):
    pairs = zip(sizes, sizes[1:], strict=False)
    return [random(index).normal(size=pair) for index, pair in enumerate(pairs)]


def biases_for(sizes):
    return [random(index).normal(size=size) for index, size in enumerate(sizes[1:])]


def deep(ax=None):
    sizes = [784, 128, 64, 32, 16, 10]
    names = ["relu"] * 4 + ["softmax"]
    return figures.draw_network(sizes, activations=names, output_labels=CLOTHES, ax=ax)


def trained(ax=None):
    sizes = [2, 20, 10, 1]
    return figures.draw_network(
        sizes,
        weights_for(sizes),
        biases_for(sizes),
        input_labels=["$x_1$", "$x_2$"],
        output_labels=["y"],
        activations=["relu", "relu", "linear"],
        title="After training, a few weights carry most of the model",
        ax=ax,
    )


def small(sizes, ax=None):
    return figures.draw_network(sizes, weights_for(sizes), biases_for(sizes), ax=ax)


def plane_of_scores(ax=None):
    X = random().normal(size=(30, 2))
    return figures.draw_plane(lambda p: sigmoid(p.sum(axis=1)), X, X[:, 0] > 0, ax=ax)


def plane_of_classes(ax=None):
    X, y = three_groups()
    return figures.draw_plane(lambda p: np.digitize(p.sum(axis=1), [-2, 2]), X, y, ax=ax)


def split_of_ten(ax=None):
    labels = np.arange(500) % 10
    parts = {"training": labels[:400], "validation": labels[400:460], "test": labels[460:]}
    return figures.draw_split(parts, names=CLOTHES, ax=ax)


def kmeans_step(ax=None):
    X, assignment, centres, moved = clusters()
    return figures.draw_clusters(X, assignment, centres, assignment, moved, ax=ax)


def wrong_clothes(ax=None):
    images = random().integers(0, 256, (10, 28, 28), dtype=np.uint8)
    labels = np.arange(10)
    return figures.draw_images(images, labels, CLOTHES, predictions=(labels + 1) % 10, ax=ax)


def curves(ax=None):
    losses = {"squared": np.square, "absolute": np.abs, "half": lambda e: np.abs(e) / 2}
    return figures.draw_functions(losses, (-3, 3), "error e", "loss", "Squares grow", ax=ax)


def ravine(x):
    return (x[0] ** 2 + 20 * x[1] ** 2) / 2


def descents():
    """Two made-up paths into the ravine, shape (9, 2) each: one that zigzags, one that creeps."""
    steps = np.arange(9)[:, None]
    return {
        "learning rate 0.095": np.array([0.9, -0.9]) ** steps * [2.5, 1.0],
        "learning rate 0.01": np.array([0.99, 0.8]) ** steps * [2.5, 1.0],
    }


def descent(ax=None):
    box, title = (-3, 3, -2, 2), "The larger rate zigzags"
    return figures.draw_descent(ravine, descents(), box, title=title, ax=ax)


@dataclass(eq=False)
class Value:
    """A node as a scalar autograd would have it."""

    data: float
    parents: tuple = ()
    slopes: tuple = ()
    operation: str = ""
    grad: float = -0.924


def neuron_in_symbols(ax=None):
    """Names, local derivatives as text, and no value yet."""
    graph = {
        **{name: {} for name in "xwb"},
        "z": {"parents": ["x", "w", "b"], "slopes": ["w", "x", "1"], "operation": "w·x + b"},
        "a": {"parents": ["z"], "slopes": ["1 − a²"], "operation": "tanh(z)"},
        "p": {"parents": ["w"], "slopes": ["2λw"], "operation": "λw²"},
        "L": {"parents": ["a", "p"], "slopes": ["1", "1"], "operation": "a + p"},
    }
    return figures.draw_graph(graph, title="Two paths lead from w to L", ax=ax)


def graph_of_values(ax=None):
    """A square written as a product of one node with itself, and a long edge beside it."""
    x, w = Value(2.0), Value(0.5)
    square = Value(0.25, (w, w), (0.5, 0.5), "×")
    z = Value(1.0, (w, x), (2.0, 0.5), "×")
    tanh = Value(0.762, (z,), (0.42,), "tanh")
    loss = Value(1.012, (tanh, square), (1.0, 1.0), "+")
    return figures.draw_graph(loss, labels={x: "x", w: "w", loss: "L"}, ax=ax)


ONE_AXES = {
    "deep network": deep,
    "trained network": trained,
    "network 1-1": lambda ax=None: small([1, 1], ax),
    "network 2-2-1": lambda ax=None: small([2, 2, 1], ax),
    "network 2-3-1": lambda ax=None: small([2, 3, 1], ax),
    "network 3-2-2": lambda ax=None: small([3, 2, 2], ax),
    "network 6-1": lambda ax=None: small([6, 1], ax),
    "network 4-4-4-3": lambda ax=None: small([4, 4, 4, 3], ax),
    "neuron": lambda ax=None: figures.draw_neuron([0.8, -1.5, 0.3], 0.5, relu, [1, 2, -3], ax=ax),
    "neuron, symbols": lambda ax=None: figures.draw_neuron([2.0], -1, "sigmoid", ax=ax),
    "neuron, most inputs": lambda ax=None: figures.draw_neuron(
        random().normal(size=6), -0.25, np.tanh, random(1).normal(size=6), ax=ax
    ),
    "functions": curves,
    "plane of scores": plane_of_scores,
    "plane of classes": plane_of_classes,
    "history": lambda ax=None: figures.draw_history(run(), ax=ax),
    "history, log": lambda ax=None: figures.draw_history(run(), log=True, ax=ax),
    "history, accuracy": lambda ax=None: figures.draw_history(run(), "accuracy", ax=ax),
    "history, one epoch": lambda ax=None: figures.draw_history({"loss": [0.5]}, ax=ax),
    "history, diverged": lambda ax=None: figures.draw_history(
        {"loss": [3, 81, 6500, np.inf, np.nan], "val_loss": [4, 90, np.nan, np.nan, np.nan]}, ax=ax
    ),
    "predictions": lambda ax=None: figures.draw_predictions(
        np.arange(20.0), np.arange(20.0)[:, None] + random().normal(size=(20, 1)), ax=ax
    ),
    "scatter": lambda ax=None: figures.draw_scatter(
        penguins(), "bill_length_mm", "body_mass_g", "species", ax=ax
    ),
    "descent": descent,
    "descent, the ground alone": lambda ax=None: figures.draw_descent(
        ravine, {}, (-3, 3, -2, 2), names=("slope (mpg per standard deviation)", "bias"), ax=ax
    ),
    "graph in symbols": neuron_in_symbols,
    "graph of values": graph_of_values,
    "graph of one node": lambda ax=None: figures.draw_graph(Value(3.0), ax=ax),
    "training step": lambda ax=None: figures.draw_training_step("Every loop is this ring", ax=ax),
    "neighbours": lambda ax=None: figures.draw_neighbours(
        [1, 3, 5, 7], [1, 0.97, 0.95, 0.94], [0.9, 0.93, 0.93, 0.92], ax=ax
    ),
}
SEVERAL_AXES = {
    "activations": (
        3,
        lambda ax=None: figures.draw_activations(ACTIVATIONS, DERIVATIVES, ax=ax),
    ),
    "activations alone": (3, lambda ax=None: figures.draw_activations(ACTIVATIONS, ax=ax)),
    "xor": (2, lambda ax=None: figures.draw_xor(lambda p: p[:, 0] / 2, xor_score, ax=ax)),
    "split of ten": (2, split_of_ten),
    "k-means step": (2, kmeans_step),
    "images": (10, wrong_clothes),
}


# --- Every figure -----------------------------------------------------------------------------


def assert_readable(drawn):
    """All words of a drawing, one Axes or several, stand on the page, and none over another."""
    figure = np.ravel(np.asarray(drawn, dtype=object))[0].figure
    figure.canvas.draw()
    width, height = figure.canvas.get_width_height()
    boxes = [(words, box(words)) for words in all_words(figure)]
    for words, (left, bottom, right, top) in boxes:
        inside = left > -1 and bottom > -1 and right < width + 1 and top < height + 1
        assert inside, f"{words.get_text()!r} leaves the page"
    for (one, a), (other, b) in itertools.combinations(boxes, 2):
        apart = a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
        assert apart, f"{one.get_text()!r} lies over {other.get_text()!r}"


@pytest.mark.parametrize("name", [*ONE_AXES, *SEVERAL_AXES])
def test_can_be_read(name):
    draw = ONE_AXES[name] if name in ONE_AXES else SEVERAL_AXES[name][1]
    assert_readable(draw())


@pytest.mark.parametrize("name", ONE_AXES)
def test_draws_on_the_axes_it_is_given(name):
    mine = plt.figure().subplots()
    assert ONE_AXES[name](ax=mine) is mine
    assert plt.get_fignums() == [mine.figure.number]


@pytest.mark.parametrize("name", SEVERAL_AXES)
def test_draws_on_the_several_axes_it_is_given(name):
    count, draw = SEVERAL_AXES[name]
    mine = plt.figure().subplots(1, count, squeeze=False)
    returned = draw(ax=mine[0])
    assert list(returned) == list(mine[0])
    assert len(plt.get_fignums()) == 1
    with pytest.raises(ValueError, match=f"{count} matplotlib Axes"):
        draw(ax=mine[0][:-1])


@pytest.mark.parametrize("name", ONE_AXES)
def test_says_what_is_wrong_with_another_kind_of_ax(name):
    with pytest.raises(ValueError, match="must be a matplotlib Axes, not Figure"):
        ONE_AXES[name](ax=plt.figure())


def test_every_public_drawing_is_tried_here():
    files = Path(__file__).parent.glob("test_figures*.py")
    source = "".join(path.read_text("utf-8") for path in files)
    for name in figures.__all__:
        assert f"figures.{name}" in source, f"no test draws {name}"


# --- Networks and neurons ---------------------------------------------------------------------


def test_network_has_a_circle_a_node_and_a_line_a_weight():
    ax = figures.draw_network([3, 5, 2])
    assert len(circles(ax)) == 3 + 5 + 2
    assert [len(lines.get_segments()) for lines in edges(ax)] == [15, 10]
    assert ax.get_legend() is None


def test_mappings_draw_every_grid_line_where_the_map_sends_it():
    axes = figures.draw_mappings({"before": lambda p: p, "twice": lambda p: 2 * p}, lines=5)
    assert [ax.get_title(loc="left") or ax.get_title() for ax in axes] == ["before", "twice"]
    upright, level = axes[1].collections
    assert len(upright.get_segments()) == len(level.get_segments()) == 5
    ends = np.vstack(upright.get_segments())
    assert (ends.min(axis=0) == -2).all() and (ends.max(axis=0) == 2).all()
    with pytest.raises(ValueError, match="'flat' returns shape"):
        figures.draw_mappings({"flat": lambda p: p[:, 0]})


def test_network_shows_a_wide_layer_around_an_ellipsis():
    ax = figures.draw_network([2, 20, 12, 1], most_nodes=12)
    assert len(circles(ax)) == 2 + 10 + 12 + 1
    assert [line.get_gid() for line in ax.lines] == ["ellipsis"]
    assert "hidden 20" in texts(ax)
    assert len(edges(ax)[0].get_segments()) == 2 * 10


def test_network_colours_by_sign_and_widens_by_size():
    ax = figures.draw_network([1, 3], [[[2.0, -1.0, 0.0]]])
    (lines,) = edges(ax)
    colours = [to_hex(colour) for colour in lines.get_colors()]
    assert same_color(colours[0], figures.COLOURS["blue"])
    assert same_color(colours[1], figures.COLOURS["orange"])
    widths = lines.get_linewidths()
    assert widths[0] > widths[1] > widths[2] > 0
    assert {"2", "\N{MINUS SIGN}1", "0"} <= set(texts(ax))
    entries = [entry.get_text() for entry in ax.get_legend().get_texts()]
    assert entries == ["positive weight", "negative weight", "widest: |weight| = 2"]


def test_network_captions_and_labels():
    ax = figures.draw_network(
        [2, 4, 1], input_labels=["a", "b"], output_labels="c", activations=["relu", None], title="T"
    )
    words = texts(ax)
    assert {"input 2", "hidden 4\nReLU", "output 1", "a", "b", "c"} <= set(words)
    assert ax.get_title(loc="left") == "T"


def test_network_leaves_weights_alone():
    weights, biases = weights_for([2, 2, 1]), biases_for([2, 2, 1])
    before = [array.copy() for array in weights + biases]
    figures.draw_network([2, 2, 1], weights, biases)
    assert all(map(np.array_equal, before, weights + biases))


@pytest.mark.parametrize(
    "arguments, message",
    [
        ({"sizes": [2]}, "two layers or more"),
        ({"sizes": [2, 0]}, "1 node or more"),
        ({"sizes": [2, 1.5]}, "1 node or more"),
        ({"sizes": [2, 3], "weights": []}, "weights must hold 1 arrays"),
        ({"sizes": [2, 3], "weights": [np.ones((3, 2))]}, r"weights\[0\] must have shape \(2, 3\)"),
        ({"sizes": [1, 1], "weights": [[[np.nan]]]}, "not finite"),
        ({"sizes": [2, 3], "biases": [np.ones(2)]}, r"biases\[0\] must have shape \(3,\)"),
        ({"sizes": [2, 3], "activations": ["relu", "relu"]}, "activations must hold 1 names"),
        ({"sizes": [2, 3], "input_labels": ["a"]}, "input_labels must hold 2 names"),
        ({"sizes": [2, 3], "most_nodes": 2}, "most_nodes must be 3"),
    ],
)
def test_network_says_what_is_wrong(arguments, message):
    with pytest.raises(ValueError, match=message):
        figures.draw_network(**arguments)


def dense(weights, activation="linear", kind="Dense"):
    layer = type(kind, (), {})()
    layer.name = kind.lower()
    layer.get_weights = lambda: weights
    if activation is not None:
        layer.activation = SimpleNamespace(__name__=activation)
    return layer


def test_model_is_drawn_from_its_layers():
    layers = [
        dense([], None, "Flatten"),
        dense([np.ones((2, 4)), np.zeros(4)]),
        dense([], None, "LeakyReLU"),
        dense([np.ones((4, 1))], "sigmoid"),
    ]
    ax = figures.draw_model(SimpleNamespace(layers=layers))
    assert {"input 2", "hidden 4\nleaky ReLU", "output 1\nsigmoid"} <= set(texts(ax))
    assert [len(lines.get_segments()) for lines in edges(ax)] == [8, 4]


def test_model_says_what_it_cannot_draw():
    with pytest.raises(ValueError, match="no weights yet"):
        figures.draw_model(SimpleNamespace(layers=[dense([])]))
    convolution = dense([np.ones((3, 3, 1, 8)), np.ones(8)], kind="Conv2D")
    with pytest.raises(ValueError, match="layer 'conv2d' is not Dense"):
        figures.draw_model(SimpleNamespace(layers=[convolution]))


def test_neuron_carries_its_numbers_to_the_output():
    ax = figures.draw_neuron([2, -1], 0.5, relu, inputs=[3, 4])
    words = texts(ax)
    assert {"3", "4", "$w_{1}$ = 2", "$w_{2}$ = \N{MINUS SIGN}1", "bias $b$ = 0.5"} <= set(words)
    assert "$z$ = 2.5" in words
    assert "output\n$a$ = 2.5" in words
    assert "activation\nReLU" in words


def test_neuron_without_inputs_shows_symbols():
    words = texts(figures.draw_neuron([2, -1], 0.5, "sigmoid"))
    assert {"$x_{1}$", "$x_{2}$", "$z$", "output $a$", "$f(z)$"} <= set(words)


def test_neuron_says_what_is_wrong():
    with pytest.raises(ValueError, match="at most 6 inputs"):
        figures.draw_neuron(np.ones(7), 0, relu)
    with pytest.raises(ValueError, match="inputs must hold 2 values"):
        figures.draw_neuron([1, 2], 0, relu, inputs=[1])
    with pytest.raises(ValueError, match="activation must return one value for each input"):
        figures.draw_neuron([1, 2], 0, np.sum)


# --- Functions --------------------------------------------------------------------------------


def test_activations_state_the_largest_slope():
    axes = figures.draw_activations(ACTIVATIONS, DERIVATIVES)
    titles = [ax.get_title(loc="left") for ax in axes]
    assert titles == [
        "ReLU: slope at most 1",
        "sigmoid: slope at most 0.25",
        "tanh: slope at most 1",
    ]
    assert all({"f", "f\N{PRIME}"} <= set(texts(ax)) for ax in axes)
    assert all(ax.get_xlabel() == "input $z$" for ax in axes)


def test_a_jump_is_left_open():
    relu_panel, sigmoid_panel, _ = figures.draw_activations(ACTIVATIONS, DERIVATIVES)
    (jump,) = (line for line in relu_panel.lines if line.get_gid() == "jump")
    assert np.allclose(jump.get_xdata(), 0) and list(jump.get_ydata()) == [0, 1]
    slope = next(line for line in relu_panel.lines if line.get_label() == "derivative")
    assert np.isnan(slope.get_ydata()).sum() == 1
    assert not [line for line in sigmoid_panel.lines if line.get_gid() == "jump"]


def test_a_function_that_writes_into_its_input_spoils_nothing():
    def careless(z):
        z[z < 0] = 0
        return z

    (panel,) = figures.draw_activations({"careless": careless}, {"careless": np.ones_like})
    line = next(line for line in panel.lines if line.get_label() == "derivative")
    assert line.get_xdata().min() == -5


def test_functions_say_what_is_wrong():
    with pytest.raises(ValueError, match="not in both: tanh"):
        figures.draw_activations({"tanh": np.tanh}, {})
    with pytest.raises(ValueError, match=r"max must return one value for each input.*not \(\)"):
        figures.draw_functions({"max": np.max}, (0, 1))
    with pytest.raises(ValueError, match="interval must be"):
        figures.draw_functions({"tanh": np.tanh}, (1, 1))
    with pytest.raises(ValueError, match="one function or more"):
        figures.draw_activations({})


# --- Planes -----------------------------------------------------------------------------------


def test_plane_classes_differ_in_colour_and_marker():
    ax = plane_of_classes()
    groups = [
        group for group in ax.collections if group.get_label() in ("Adelie", "Chinstrap", "Gentoo")
    ]
    assert len({to_hex(group.get_facecolor()[0]) for group in groups}) == 3
    assert len({group.get_paths()[0].vertices.tobytes() for group in groups}) == 3
    assert [len(group.get_offsets()) for group in groups] == [20, 20, 20]


def test_plane_draws_the_line_where_the_score_is_level():
    ax = figures.draw_plane(lambda p: p[:, :1], limits=(-1, 1, -1, 1), level=0.25)
    (line,) = (path for group in ax.collections for path in group.get_paths() if len(path.vertices))
    assert np.allclose(line.vertices[:, 0], 0.25, atol=0.01)
    assert [entry.get_text() for entry in ax.get_legend().get_texts()] == ["score = 0.25"]


def test_plane_without_a_decision_line_has_none():
    ax = figures.draw_plane(lambda p: np.zeros(len(p)), limits=(0, 1, 0, 1))
    assert not ax.collections and ax.get_legend() is None


def test_plane_takes_the_best_of_several_scores():
    ax = figures.draw_plane(lambda p: np.column_stack([-p[:, 0], p[:, 0]]), limits=(-1, 1, -1, 1))
    shown = ax.images[0].get_array()
    assert (shown[:, 0] == 0).all() and (shown[:, -1] == 1).all()


def test_plane_shows_all_points_it_is_given():
    X = np.array([[0.0, 10.0], [4.0, 30.0]])
    ax = figures.draw_plane(lambda p: p[:, 0], X)
    assert ax.get_xlim()[0] < 0 and ax.get_xlim()[1] > 4
    assert ax.get_ylim()[0] < 10 and ax.get_ylim()[1] > 30


def test_plane_names_whole_classes_without_a_point():
    ax = figures.draw_plane(lambda p: p[:, 0], np.eye(2), np.array([0.0, 1.0]), level=2)
    assert [entry.get_text() for entry in ax.get_legend().get_texts()] == ["0", "1"]


def test_plane_says_what_is_wrong():
    with pytest.raises(ValueError, match="needs points X, or limits"):
        figures.draw_plane(lambda p: p[:, 0])
    with pytest.raises(ValueError, match=r"shape \(n, 2\), not \(5, 3\)"):
        figures.draw_plane(lambda p: p[:, 0], np.ones((5, 3)))
    with pytest.raises(ValueError, match="y must hold 5 values"):
        figures.draw_plane(lambda p: p[:, 0], np.ones((5, 2)), [0, 1])
    with pytest.raises(ValueError, match="the model's answer must hold"):
        figures.draw_plane(lambda p: p[:3, 0], limits=(0, 1, 0, 1))
    with pytest.raises(ValueError, match="names must name the 1 classes"):
        figures.draw_plane(lambda p: p[:, 0], np.ones((5, 2)), np.ones(5), names=["a", "b"])


def test_xor_counts_what_each_model_gets_right():
    axes = figures.draw_xor(lambda p: np.full(len(p), 0.4), xor_score)
    titles = [ax.get_title(loc="left") for ax in axes]
    assert titles == ["Without activation: 2 of 4 right", "With activation: 4 of 4 right"]
    assert sorted(texts(axes[1])) == ["0", "0", "1", "1"]


# --- Training ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "metric, epoch, finding",
    [
        ("loss", 10, "Validation loss is lowest after epoch 10: 0.3"),
        ("accuracy", 12, "Validation accuracy is highest after epoch 12: 0.9"),
    ],
)
def test_history_marks_the_best_validation_epoch(metric, epoch, finding):
    ax = figures.draw_history(SimpleNamespace(history=run()), metric)
    assert ax.get_title(loc="left") == finding
    (mark,) = (line for line in ax.lines if line.get_gid() == "mark")
    assert list(mark.get_xdata()) == [epoch]
    assert {"training", "validation"} <= set(texts(ax))
    assert ax.get_xlabel() == "epoch" and ax.get_ylabel() == metric


def test_history_can_be_told_what_is_better():
    ax = figures.draw_history(run(), "accuracy", higher_is_better=False)
    assert "lowest after epoch 30" in ax.get_title(loc="left")


def test_history_without_validation_says_where_it_went():
    ax = figures.draw_history({"loss": [2.0, 1.0, 0.5]})
    assert ax.get_title(loc="left") == "Training loss goes from 2 to 0.5"
    assert not [line for line in ax.lines if line.get_gid() == "mark"]
    assert list(ax.lines[0].get_xdata()) == [1, 2, 3]


def test_history_shows_where_training_broke():
    ax = figures.draw_history({"loss": [1.0, np.inf, np.nan], "val_loss": [2.0, 3.0, np.nan]})
    assert ax.get_xlabel() == "epoch (shaded, from 2 on: nan or infinite)"
    assert ax.get_xlim()[1] >= 3
    assert ax.get_title(loc="left") == "Validation loss is lowest after epoch 1: 2"


def test_history_on_a_log_scale():
    ax = figures.draw_history(run(), log=True, title="Mine")
    assert ax.get_yscale() == "log" and ax.get_ylabel() == "loss (log scale)"
    assert ax.get_title(loc="left") == "Mine"


def test_history_says_what_is_wrong():
    with pytest.raises(ValueError, match="no 'mae'; it has accuracy, loss"):
        figures.draw_history(run(), "mae")
    with pytest.raises(ValueError, match="log scale cannot show"):
        figures.draw_history({"loss": [1, 0]}, log=True)
    with pytest.raises(ValueError, match="no training value of loss is finite"):
        figures.draw_history({"loss": [np.nan]})
    with pytest.raises(ValueError, match="what fit returns"):
        figures.draw_history([1, 2, 3])


def test_predictions_lie_on_the_diagonal_when_exact():
    ax = figures.draw_predictions([1.0, 2, 3], [1.0, 2, 3.3], "body mass (g)")
    assert ax.get_title(loc="left") == "Mean absolute error 0.1"
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("true body mass (g)", "predicted body mass (g)")
    assert ax.get_xlim() == ax.get_ylim()
    diagonal = ax.lines[0]
    assert np.array_equal(diagonal.get_xdata(), diagonal.get_ydata())
    assert len(ax.collections[0].get_offsets()) == 3


def test_predictions_say_what_is_wrong():
    with pytest.raises(ValueError, match="y_pred must hold 2 values"):
        figures.draw_predictions([1, 2], [1, 2, 3])
    with pytest.raises(ValueError, match="missing or infinite"):
        figures.draw_predictions([1, np.nan], [1, 2])
    with pytest.raises(ValueError, match="real numbers"):
        figures.draw_predictions(["a"], [1])


# --- Data -------------------------------------------------------------------------------------


def test_scatter_names_axes_with_units_and_counts_gaps():
    table = penguins()
    before = table.copy()
    ax = figures.draw_scatter(table, "bill_length_mm", "body_mass_g", "species")
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("bill length (mm)", "body mass (g)")
    assert ax.get_title(loc="left") == "7 rows; 2 more have missing values"
    drawn = {group.get_label(): len(group.get_offsets()) for group in ax.collections}
    assert drawn == {"no label": 1, "Adelie": 3, "Gentoo": 3}
    pd.testing.assert_frame_equal(table, before)


def test_scatter_without_label_and_what_is_wrong():
    ax = figures.draw_scatter(penguins(), "bill_length_mm", "body_mass_g", ylabel="mass")
    assert ax.get_legend() is None and ax.get_ylabel() == "mass"
    with pytest.raises(ValueError, match="no column 'sex'; it has species"):
        figures.draw_scatter(penguins(), "bill_length_mm", "body_mass_g", "sex")
    with pytest.raises(ValueError, match="species must hold real numbers"):
        figures.draw_scatter(penguins(), "species", "body_mass_g")


def test_split_shows_rows_and_shares():
    parts = {"training": ["a"] * 6 + ["b"] * 2, "test": ["a"] * 1 + ["b"] * 1}
    rows, shares = figures.draw_split(parts)
    assert [bar.get_width() for bar in rows.patches] == [8, 2]
    assert [bar.get_x() for bar in rows.patches] == [0, 8]
    assert np.allclose([bar.get_width() for bar in shares.patches], [75, 50, 25, 50])
    assert [tick.get_text() for tick in shares.get_yticklabels()] == [
        "training\n8 rows",
        "test\n2 rows",
    ]
    assert rows.get_title(loc="left") == "Class shares differ by at most 25.0 percentage points"
    assert {"75 %", "50 %", "25 %"} <= set(texts(shares))


def test_split_says_what_is_wrong():
    with pytest.raises(ValueError, match="test must hold one value a row"):
        figures.draw_split({"training": [1, 2], "test": []})
    with pytest.raises(ValueError, match="one part or more"):
        figures.draw_split({})
    with pytest.raises(ValueError, match="names must name the 2 classes"):
        figures.draw_split({"training": [1, 2]}, names=["one"])


def test_neighbours_marks_the_choice():
    scores = ([5, 1, 3], [0.95, 1.0, 0.97], [0.93, 0.9, 0.93])
    ax = figures.draw_neighbours(*scores)
    assert ax.get_title(loc="left") == "k = 3: validation accuracy 0.93"
    assert list(ax.lines[0].get_xdata()) == [1, 3, 5]
    assert ax.get_xlabel() == "k (number of neighbours)"
    ax = figures.draw_neighbours(*scores, chosen=5)
    (mark,) = (line for line in ax.lines if line.get_gid() == "mark")
    assert list(mark.get_xdata()) == [5]
    with pytest.raises(ValueError, match="one of the ks"):
        figures.draw_neighbours(*scores, chosen=4)
    with pytest.raises(ValueError, match="train_scores must hold 3 values"):
        figures.draw_neighbours([1, 3, 5], [1], [1])


def test_clusters_state_the_mean_squared_distance():
    X = np.array([[0.0, 0.0], [2.0, 0.0], [10.0, 0.0]])
    before, after = figures.draw_clusters(
        X, [0, 0, 1], [[0, 0], [10, 3]], [0, 0, 1], [[1, 0], [10, 0]]
    )
    assert before.get_title(loc="left") == "Before: mean squared distance 4.33"
    assert after.get_title(loc="left") == "After: mean squared distance 0.667"
    centres = [group for group in after.collections if group.get_gid() == "centre"]
    assert [group.get_offsets()[0].tolist() for group in centres] == [[1, 0], [10, 0]]
    arrows = [note.xy for note in after.texts if note.arrow_patch is not None]
    assert np.array_equal(arrows, [[1, 0], [10, 0]])


def test_clusters_of_one_step_and_an_empty_one():
    (ax,) = figures.draw_clusters([[0, 0], [1, 1]], [0, 0], [[0, 0], [5, 5]])
    assert ax.get_title(loc="left") == "Mean squared distance 1"
    assert len([group for group in ax.collections if group.get_gid() == "centre"]) == 2


def test_clusters_say_what_is_wrong():
    X = np.zeros((2, 2))
    with pytest.raises(ValueError, match="rows of centres, 0 to 0"):
        figures.draw_clusters(X, [0, 1], [[0, 0]])
    with pytest.raises(ValueError, match="must hold integers"):
        figures.draw_clusters(X, [0.0, 0.0], [[0, 0]])
    with pytest.raises(ValueError, match="together, or neither"):
        figures.draw_clusters(X, [0, 0], [[0, 0]], new_centres=[[1, 1]])
    with pytest.raises(ValueError, match="as many rows"):
        figures.draw_clusters(X, [0, 0], [[0, 0]], [0, 0], [[1, 1], [2, 2]])


def test_images_name_right_and_wrong():
    images = np.zeros((2, 28, 28, 1), dtype=np.uint8)
    images[0, 0, 0] = 255
    right, wrong = figures.draw_images(images, [0, 1], CLOTHES, predictions=[0, 2])
    assert right.get_xlabel() == "T-shirt/top"
    assert wrong.get_xlabel() == "Pullover,\nnot Trouser"
    assert same_color(wrong.xaxis.label.get_color(), figures.COLOURS["vermillion"])
    assert right.images[0].get_array().max() == 1 and wrong.images[0].get_array().max() == 0


@pytest.mark.parametrize(
    "images, low, high",
    [
        (np.array([[[0, 255]]], dtype=np.uint8), 0, 1),
        (np.array([[[0.0, 0.5]]]), 0, 0.5),
        (np.array([[[-1.0, 3.0]]]), 0, 1),
        (np.array([[[7.0, 7.0]]]), 0, 0),
    ],
)
def test_images_share_one_scale(images, low, high):
    (ax,) = figures.draw_images(images)
    shown = ax.images[0].get_array()
    assert (shown.min(), shown.max()) == (low, high)


def test_images_in_colour_and_what_is_wrong():
    (ax,) = figures.draw_images(np.full((1, 4, 4, 3), 255), title="White")
    assert ax.images[0].get_array().shape == (4, 4, 3)
    assert ax.figure.get_suptitle() == "White"
    with pytest.raises(ValueError, match="images must have shape"):
        figures.draw_images(np.zeros((28, 28)))
    with pytest.raises(ValueError, match="at most 100 pictures"):
        figures.draw_images(np.zeros((101, 2, 2)))
    with pytest.raises(ValueError, match="need the true labels"):
        figures.draw_images(np.zeros((1, 2, 2)), predictions=[1])
    with pytest.raises(ValueError, match="labels must hold 2 values"):
        figures.draw_images(np.zeros((2, 2, 2)), [1])


# --- Descent, loops and graphs ----------------------------------------------------------------


def test_a_film_ends_with_the_whole_path():
    film = figures.animate_descent(ravine, descents(), (-3, 3, -2, 2), frames=3)
    assert isinstance(film, figures.Film)
    assert len(set(film.frames)) == 3


def test_a_live_curve_tells_the_last_epoch(capsys):
    with figures.LiveCurve() as live:
        live(run(epochs=1))
        live(run(epochs=2))
    assert capsys.readouterr().out.count("epoch 2: loss 1.34, val_loss 0.94") == 1


def test_graph_has_a_box_a_node_and_an_arrow_a_parent():
    ax = graph_of_values()
    boxes = [patch for patch in ax.patches if isinstance(patch, FancyBboxPatch)]
    assert len(boxes) == 6  # x, w, square, product, tanh, sum
    written = texts(ax)
    assert {"x", "w", "L: +", "tanh", "0.762"} <= set(written)
    assert written.count("\N{MINUS SIGN}0.924") == 6
    assert written.count("0.5") == 3 + 1  # three local derivatives, and the value of w


def test_graph_reads_from_left_to_right():
    middle = {words.get_text(): words.get_position()[0] for words in neuron_in_symbols().texts}
    assert middle["w"] < middle["z = w·x + b"] < middle["a = tanh(z)"] < middle["L = a + p"]


def test_graph_says_what_is_wrong():
    with pytest.raises(ValueError, match="cycle"):
        figures.draw_graph({"a": {"parents": ["b"]}, "b": {"parents": ["a"]}})
    with pytest.raises(ValueError, match="'a' has an unknown parent 'b'"):
        figures.draw_graph({"a": {"parents": ["b"]}})
    with pytest.raises(ValueError, match="'a' has an unknown entry 'value'"):
        figures.draw_graph({"a": {"value": 1}})
    with pytest.raises(ValueError, match="not in the graph: 'stranger'"):
        figures.draw_graph({"a": {}}, labels={"b": "stranger"})
    with pytest.raises(ValueError, match="no node"):
        figures.draw_graph({})
    with pytest.raises(ValueError, match="at most 60 nodes"):
        figures.draw_graph({str(index): {} for index in range(61)})


# --- Style and layout -------------------------------------------------------------------------


def test_style_is_set_by_drawing_and_by_hand():
    mpl.rcParams["axes.spines.top"] = True
    figures.use_style()
    assert not mpl.rcParams["axes.spines.top"]
    mpl.rcParams["axes.spines.top"] = True
    ax = figures.draw_history(run())
    assert not ax.spines["top"].get_visible()


def test_a_hundred_classes_differ():
    looks = {(style.class_colour(index), style.class_marker(index)) for index in range(100)}
    assert len(looks) == 100
    assert len({style.class_colour(index) for index in range(10)}) == 10


@pytest.mark.parametrize(
    "value, text",
    [(0.12345, "0.123"), (-2, "\N{MINUS SIGN}2"), (6543.2, "6543"), (1e-7, "1e\N{MINUS SIGN}07")],
)
def test_numbers_as_text(value, text):
    assert style.number(value) == text


def test_text_on_dark_ground_is_white():
    assert style.ink_on(figures.COLOURS["yellow"]) == style.INK
    assert style.ink_on(figures.COLOURS["indigo"]) == "white"


def test_labels_at_line_ends_are_moved_apart():
    ax = layout.one_axes()
    ax.plot([0, 1], [0, 1])
    layout.label_ends(ax, [(1.0, "c", "k"), (0.99, "b", "k"), (0.0, "a", "k")], gap=0.1)
    heights = {note.get_text(): note.xy[1] for note in ax.texts}
    assert heights["c"] - heights["b"] == pytest.approx(0.1)
    assert heights["c"] <= 1 and heights["a"] == pytest.approx(0.045, abs=0.01)


# --- Reading a figure -------------------------------------------------------------------------


def circles(ax):
    return [patch for patch in ax.patches if isinstance(patch, Circle)]


def edges(ax):
    return [lines for lines in ax.collections if isinstance(lines, LineCollection)]


def texts(ax):
    return [words.get_text() for words in ax.texts]


def all_words(figure):
    """Every visible, non-empty piece of text of a figure that has been drawn."""
    words = list(figure.texts)
    for ax in figure.axes:
        words += ax.texts
        words += [ax.title, ax._left_title, ax._right_title]
        legend = ax.get_legend()
        words += [] if legend is None else [*legend.get_texts(), legend.get_title()]
        if ax.axison:
            for axis in (ax.xaxis, ax.yaxis):
                low, high = sorted(axis.get_view_interval())
                ticks = [tick for tick in axis.get_major_ticks() if low <= tick.get_loc() <= high]
                words += [axis.label, *(tick.label1 for tick in ticks if tick.label1.get_visible())]
                words += [tick.label2 for tick in ticks if tick.label2.get_visible()]
    return [one for one in words if one.get_visible() and one.get_text().strip()]


def box(words):
    """Left, bottom, right, top in pixels; half a pixel less on each side, for rounding."""
    left, bottom, right, top = words.get_window_extent().extents
    return left + 0.5, bottom + 0.5, right - 0.5, top - 0.5


def test_the_reader_finds_overlaps_and_words_off_the_page():
    ax = layout.one_axes()
    ax.text(0.5, 0.5, "one")
    ax.text(0.5, 0.5, "other")
    ax.figure.canvas.draw()
    found = [words for words in all_words(ax.figure) if words.get_text() in ("one", "other")]
    (a, b) = (box(words) for words in found)
    assert a[0] < b[2] and b[0] < a[2]
    assert isinstance(ax, Axes)
