"""The drawings of lesson 12: what they show, and that it can be read."""

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.colors import same_color
from test_figures import assert_readable, strict_and_tidy  # noqa: F401 - a fixture, in use

from course import figures

CLOTHES = ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat"]
CLOTHES += ["Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"]
BLOCKS = [("stem, 1 to 3", 94_000), ("blocks 4, 5", 838_000), ("block 6", 1_900_000)]
BLOCKS += [("block 7, top", 1_100_000), ("head", 3843)]
LOGITS = [1, 2, 9, 0, 4, -2, 5, -5, 0, 1.0]


def guesses(ax=None, count=3):
    pictures = np.random.default_rng(0).integers(0, 256, (count, 20, 20, 3), dtype=np.uint8)
    chances = np.full((count, 6), 0.1)
    chances[:, 2] = 0.5
    names = ["tabby, tabby cat", "espresso", "maze, labyrinth", "tripod", "armadillo", "doormat"]
    return figures.draw_guesses(pictures, chances, names, title="It names one of its words", ax=ax)


def frozen(ax=None):
    learning = {"feature extraction": 1, "fine-tuning": 2, "from scratch": 5}
    strategies = {
        name: [(block, n, place >= 5 - learns) for place, (block, n) in enumerate(BLOCKS)]
        for name, learns in learning.items()
    }
    return figures.draw_frozen(strategies, title="Three ways to train", ax=ax)


def efficiency(ax=None):
    rng = np.random.default_rng(1)
    means = {"from scratch": (0.82, 0.86, 0.9), "features": (0.88, 0.92, 0.95), "tuned": (0.9,) * 3}
    accuracy = {n: np.array(m)[:, None] + rng.normal(0, 0.02, (3, 4)) for n, m in means.items()}
    return figures.draw_label_efficiency(accuracy, (5, 10, 50), title="It helps", ax=ax)


def pairs(ax=None):
    return figures.draw_pairs([0.65, 0.66, 0.7], [0.7, 0.72, 0.69], ["one task", "two"], ax=ax)


def soft_targets(ax=None):
    return figures.draw_soft_targets(LOGITS, (1, 4, 20), CLOTHES, 2, "Hot targets tell more", ax=ax)


ONE_AXES = {"frozen": frozen, "label efficiency": efficiency, "pairs": pairs}
SEVERAL_AXES = {"guesses": (6, guesses), "soft targets": (3, soft_targets)}


@pytest.mark.parametrize("draw", [*ONE_AXES.values(), *(draw for _, draw in SEVERAL_AXES.values())])
def test_can_be_read(draw):
    assert_readable(draw())


@pytest.mark.parametrize("name", ONE_AXES)
def test_draws_on_the_axes_it_is_given(name):
    mine = plt.figure().subplots()
    assert ONE_AXES[name](ax=mine) is mine
    assert plt.get_fignums() == [mine.figure.number]
    with pytest.raises(ValueError, match="must be a matplotlib Axes"):
        ONE_AXES[name](ax=mine.figure)


@pytest.mark.parametrize("name", SEVERAL_AXES)
def test_draws_on_the_several_axes_it_is_given(name):
    count, draw = SEVERAL_AXES[name]
    mine = plt.figure().subplots(1, count)
    assert list(draw(ax=mine)) == list(mine)
    with pytest.raises(ValueError, match=f"{count} matplotlib Axes"):
        draw(ax=mine[:-1])


def test_guesses_are_the_most_probable_classes_by_their_first_name():
    axes = guesses(count=1)
    words = [text.get_text() for text in axes[1].texts]
    assert words == ["maze 0.50", "tabby 0.10", "espresso 0.10"]
    assert [bar.get_width() for bar in axes[1].patches] == [0.5, 0.1, 0.1]


def test_frozen_blocks_are_hatched_and_others_not():
    ax = frozen()
    states = [bar.get_gid() for bar in ax.patches]
    assert [states[row : row + 5].count("learns") for row in (0, 5, 10)] == [1, 2, 5]
    assert all((bar.get_hatch() is None) == (bar.get_gid() == "learns") for bar in ax.patches)
    words = [text.get_text() for text in ax.texts]
    assert {"head\n3843", "block 6\n1.9M", "stem, 1 to 3\n94k"} <= set(words)


def test_label_efficiency_shows_means_and_standard_deviations():
    values = np.array([[0.5, 0.7], [0.8, 1.0]])
    ax = figures.draw_label_efficiency({"one": values}, (5, 50))
    (container,) = ax.containers
    line, _, (bars,) = container
    np.testing.assert_allclose(line.get_ydata(), [0.6, 0.9])
    heights = [np.ptp(segment[:, 1]) for segment in bars.get_segments()]
    np.testing.assert_allclose(heights, 2 * np.std([0.5, 0.7], ddof=1))
    assert [tick.get_text() for tick in ax.get_xticklabels()] == ["5", "50"]


def test_pairs_count_those_that_rise():
    ax = pairs()
    assert ax.get_title(loc="left").startswith("0.033 on average; 2 of 3 pairs rise")
    lines = [line for line in ax.lines if line.get_gid() != "mean"]
    assert len(lines) == 3
    assert not same_color(lines[0].get_color(), lines[2].get_color())
    means = [float(line.get_ydata()[0]) for line in ax.lines if line.get_gid() == "mean"]
    np.testing.assert_allclose(means, [0.67, 0.70333333])


def test_soft_targets_are_a_softmax_of_the_divided_logits():
    axes = soft_targets()
    for ax, temperature in zip(axes, (1, 4, 20), strict=True):
        shares = np.exp(np.array(LOGITS) / temperature)
        np.testing.assert_allclose(
            [bar.get_width() for bar in ax.patches], shares / shares.sum(), rtol=1e-6
        )


@pytest.mark.parametrize(
    "draw, message",
    [
        (lambda: figures.draw_guesses(np.zeros((1, 4, 4)), [[1.0]], ["a"]), "pictures must have"),
        (lambda: figures.draw_guesses(np.zeros((1, 4, 4, 3)), [[1.0]], "ab"), "probabilities must"),
        (lambda: figures.draw_frozen({}), "strategies must hold"),
        (lambda: figures.draw_frozen({"empty": []}), "strategies must hold"),
        (lambda: figures.draw_label_efficiency({}, (5, 10)), "a method or more"),
        (lambda: figures.draw_label_efficiency({"a": np.ones((2, 3))}, (9, 5)), "must ascend"),
        (lambda: figures.draw_label_efficiency({"a": np.ones((2, 1))}, (5, 9)), "2 seeds or more"),
        (lambda: figures.draw_pairs([1, 2], [1], "ab"), "one result for each seed"),
        (lambda: figures.draw_soft_targets([1, 2], (1,), "a"), "one logit a name"),
        (lambda: figures.draw_soft_targets([1, 2], (0, 1), "ab"), "temperatures above 0"),
    ],
)
def test_says_what_is_wrong(draw, message):
    with pytest.raises(ValueError, match=message):
        draw()
