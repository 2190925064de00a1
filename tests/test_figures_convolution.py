"""The drawings of lesson 8: what they show, and that it can be read."""

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.colors import same_color
from matplotlib.patches import Rectangle
from test_figures import assert_readable, strict_and_tidy, texts  # noqa: F401 - a fixture, in use

from course import figures

IMAGE = np.arange(25).reshape(5, 5)
KERNEL = np.array([[1, 0], [0, -1]])
OUTPUT = np.full((4, 4), -6)
STACK = [("convolution, 3", 3, 1), ("pooling, 2", 2, 2), ("convolution, 3", 3, 1)]
RUNS = {"all parts": [0.8, 0.9, 1.0], "no pooling": [1.1, 1.3, 1.2], "neither": [2.3, 2.2, 2.3]}


def maps(count=10):
    return np.random.default_rng(0).normal(size=(count, 6, 9))


ONE_AXES = {
    "receptive field": lambda ax=None: figures.draw_receptive_field(STACK, ax=ax),
    "receptive field, titled": lambda ax=None: figures.draw_receptive_field(
        [("one", 1, 1)], title="A pixel", ax=ax
    ),
    "runs": lambda ax=None: figures.draw_runs(RUNS, "loss (nats)", "All parts win", ax=ax),
    "runs, one way": lambda ax=None: figures.draw_runs({"alone": [1.0]}, "loss", ax=ax),
}
SEVERAL_AXES = {
    "window": (3, lambda ax=None: figures.draw_window(IMAGE, KERNEL, OUTPUT, at=(2, 1), ax=ax)),
    "window, long sum": (
        3,
        lambda ax=None: figures.draw_window(IMAGE, np.ones((3, 3)), np.ones((3, 3)), ax=ax),
    ),
    "window, large": (
        3,
        lambda ax=None: figures.draw_window(
            np.full((8, 8), -128), np.full((5, 5), -0.25), np.full((4, 4), -800), ax=ax
        ),
    ),
    "maps": (
        10,
        lambda ax=None: figures.draw_maps(
            maps(), [f"filter {n}" for n in range(10)], title="Ten maps", ax=ax
        ),
    ),
    "maps, signed": (2, lambda ax=None: figures.draw_maps(maps(2), signed=True, ax=ax)),
}


@pytest.mark.parametrize("name", [*ONE_AXES, *SEVERAL_AXES])
def test_can_be_read(name):
    draw = ONE_AXES[name] if name in ONE_AXES else SEVERAL_AXES[name][1]
    assert_readable(draw())


@pytest.mark.parametrize("name", ONE_AXES)
def test_draws_on_the_axes_it_is_given(name):
    mine = plt.figure().subplots()
    assert ONE_AXES[name](ax=mine) is mine
    assert plt.get_fignums() == [mine.figure.number]
    with pytest.raises(ValueError, match="must be a matplotlib Axes, not Figure"):
        ONE_AXES[name](ax=mine.figure)


@pytest.mark.parametrize("name", SEVERAL_AXES)
def test_draws_on_the_several_axes_it_is_given(name):
    count, draw = SEVERAL_AXES[name]
    mine = plt.figure().subplots(1, count, squeeze=False)
    assert list(draw(ax=mine[0])) == list(mine[0])
    assert len(plt.get_fignums()) == 1
    with pytest.raises(ValueError, match=f"{count} matplotlib Axes"):
        draw(ax=mine[0][:-1])


# --- A window at work -------------------------------------------------------------------------


def frames(ax):
    """(left, top, width, height) of the framed squares, each once."""
    thick = [p for p in ax.patches if isinstance(p, Rectangle) and p.get_linewidth() > 1]
    return {(p.get_x(), p.get_y(), p.get_width(), p.get_height()) for p in thick}


def test_window_frames_pixels_kernel_and_result():
    image, kernel, output = figures.draw_window(IMAGE, KERNEL, OUTPUT, at=(1, 2))
    assert frames(image) == {(2, 1, 2, 2)}
    assert frames(kernel) == {(0, 0, 2, 2)}
    assert frames(output) == {(2, 1, 1, 1)}
    assert texts(image)[:5] == ["0", "1", "2", "3", "4"]
    assert image.figure.get_suptitle() == "7·1 + 13·(−1) = −6"


def test_window_moves_by_the_stride_and_takes_a_title():
    image, *_ = figures.draw_window(IMAGE, KERNEL, OUTPUT[:2, :2], at=(1, 1), stride=2, title="Two")
    assert frames(image) == {(2, 2, 2, 2)}
    assert image.figure.get_suptitle() == "Two"


def test_window_says_what_is_wrong():
    with pytest.raises(ValueError, match="kernel must have shape"):
        figures.draw_window(IMAGE, KERNEL[None], OUTPUT)
    with pytest.raises(ValueError, match="at most 8 on a side"):
        figures.draw_window(np.zeros((9, 2)), KERNEL, OUTPUT)
    with pytest.raises(ValueError, match="row and column of the output"):
        figures.draw_window(IMAGE, KERNEL, OUTPUT, at=(4, 0))
    with pytest.raises(ValueError, match="does not lie inside"):
        figures.draw_window(IMAGE, KERNEL, OUTPUT, at=(3, 3), stride=2)


# --- Maps -------------------------------------------------------------------------------------


def test_signed_maps_are_white_at_zero():
    (ax,) = figures.draw_maps(np.array([[[0.0, 4.0, -2.0]]]), signed=True)
    zero, most, negative = ax.images[0].cmap(ax.images[0].norm([0.0, 4.0, -2.0]))
    assert same_color(zero, "white") or np.allclose(zero[:3], 1, atol=0.02)
    assert same_color(most, figures.COLOURS["blue"])
    assert negative[0] > negative[2]


def test_maps_say_what_is_wrong():
    assert len(figures.draw_maps(np.zeros((1, 2, 2)), signed=True)) == 1
    with pytest.raises(ValueError, match=r"shape \(n, height, width\)"):
        figures.draw_maps(np.zeros((4, 4)))
    with pytest.raises(ValueError, match="at most 64 maps"):
        figures.draw_maps(np.zeros((65, 2, 2)))
    with pytest.raises(ValueError, match="labels must hold 2 words"):
        figures.draw_maps(np.zeros((2, 2, 2)), ["one"])


# --- Receptive fields -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "stack, pixels",
    [
        ([("a", 3, 1)], 3),
        ([("a", 3, 1), ("b", 3, 1)], 5),
        (STACK, 8),
        ([("a", 2, 2), ("b", 2, 2), ("c", 2, 2)], 8),
    ],
)
def test_receptive_field_counts_pixels(stack, pixels):
    ax = figures.draw_receptive_field(stack)
    dots = [line for line in ax.lines if line.get_marker() == "o"]
    assert len(dots[0].get_xdata()) == pixels and len(dots[-1].get_xdata()) == 1
    assert f"sees {pixels} pixels" in ax.get_title(loc="left")
    middle = (pixels - 1) / 2
    assert dots[-1].get_xdata()[0] == pytest.approx(middle)
    assert {"image", stack[0][0]} <= set(texts(ax))


def test_receptive_field_says_what_is_wrong():
    with pytest.raises(ValueError, match="one .* or more"):
        figures.draw_receptive_field([])
    with pytest.raises(ValueError, match="41 pixels is too wide"):
        figures.draw_receptive_field([("wide", 41, 1)])


# --- Runs -------------------------------------------------------------------------------------


def test_runs_show_every_seed_and_the_mean():
    ax = figures.draw_runs(RUNS, "loss", "Three ways")
    dots = [line for line in ax.lines if line.get_marker() == "o"]
    assert [list(line.get_xdata()) for line in dots] == list(RUNS.values())
    seeds = [line for line in ax.lines if (line.get_gid() or "").startswith("seed")]
    assert len(seeds) == 3 and list(seeds[0].get_xdata()) == [0.8, 1.1, 2.3]
    bars = [line for line in ax.lines if line.get_linewidth() == 2.5]
    assert [line.get_xdata()[0] for line in bars] == pytest.approx([0.9, 1.2, 6.8 / 3])
    assert [label.get_text() for label in ax.get_yticklabels()] == list(RUNS)
    bottom, top = ax.get_ylim()
    assert bottom > top  # the first way on top
    assert ax.get_xlabel() == "loss" and ax.get_title(loc="left") == "Three ways"


def test_runs_say_what_is_wrong():
    for wrong in ({}, {"a": []}, {"a": [1.0], "b": [1.0, 2.0]}, {"a": [[1.0]]}):
        with pytest.raises(ValueError, match=r"shape \(seeds,\)"):
            figures.draw_runs(wrong, "loss")
    with pytest.raises(ValueError, match="missing or infinite"):
        figures.draw_runs({"a": [1.0, np.nan]}, "loss")
