"""The four parts of a training step as a ring of boxes. Computes nothing."""

from matplotlib.patches import FancyArrowPatch, FancyBboxPatch

from course.figures.layout import one_axes, set_title
from course.figures.style import COLOURS, GREY, INK, pale

_BOX = (3.1, 1.25)  # width and height, in data units
_ROUND = "round,pad=0,rounding_size=0.15"
_PARTS = (  # name, what it computes, in code, colour, centre
    ("1  forward", r"$\hat{y} = f(X; w)$", "model(X, training=True)", "blue", (2, 4)),
    ("2  loss", r"$L = \ell(y, \hat{y})$", "loss_fn(y, predictions)", "vermillion", (7, 4)),
    ("3  gradient", r"$g = \partial L / \partial w$", "tape.gradient(loss, w)", "green", (7, 1)),
    ("4  update", r"$w \leftarrow w - \eta\, g$", "optimizer.apply_gradients", "purple", (2, 1)),
)


def draw_training_step(title=None, ax=None):
    """Draw forward pass, loss, gradient and update, with the tape around the first two.

    Returns the Axes.
    """
    ax = one_axes(ax, size=(8, 3.9))
    ax.set(xlim=(0, 9), ylim=(0.2, 5.3), xticks=(), yticks=())
    ax.spines[:].set_visible(False)
    tape = FancyBboxPatch((0.1, 3.12), 8.8, 1.76, boxstyle=_ROUND, fill=False, ec=GREY, ls="--")
    ax.add_patch(tape)
    ax.text(4.5, 4.93, "recorded by the tape", color=GREY, ha="center", va="bottom", fontsize=10)
    for name, formula, code, colour, (x, y) in _PARTS:
        width, height = _BOX
        corner = (x - width / 2, y - height / 2)
        face, edge = pale(COLOURS[colour], 0.15), COLOURS[colour]
        ax.add_patch(FancyBboxPatch(corner, width, height, boxstyle=_ROUND, fc=face, ec=edge))
        ax.text(x, y + 0.42, name, ha="center", va="center", fontweight="bold", color=INK)
        ax.text(x, y + 0.02, formula, ha="center", va="center", color=INK)
        ax.text(x, y - 0.4, code, ha="center", va="center", family="monospace", fontsize=9)
    for start, end in (((3.6, 4), (5.4, 4)), ((7, 3.1), (7, 1.65)), ((5.4, 1), (3.6, 1))):
        ax.add_patch(FancyArrowPatch(start, end, arrowstyle="-|>", mutation_scale=16, color=INK))
    ax.add_patch(
        FancyArrowPatch((2, 1.65), (2, 3.1), arrowstyle="-|>", mutation_scale=16, color=INK)
    )
    ax.text(2.15, 2.4, "next batch", va="center", color=GREY, fontsize=10)
    set_title(ax, title)
    return ax
