"""Draws one moment of a run with matplotlib and hands it out as PNG; it never trains.

From left to right: the features, the hidden neurons and the output, each as a small picture of
its value on the plane, joined by lines as wide as their weights; then the output on the plane
with all points, and the losses by epoch. pyplot is not used, so no figure of the notebook's own
is touched.
"""

from __future__ import annotations

import io

import numpy as np
from matplotlib import style
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from PIL import Image

from course.figures.style import COLOURS, INK
from course.playground.colours import CLASS_COLOURS, CLASS_MARKERS, PALE, palette, raster
from course.playground.data import EXTENT
from course.playground.diagram import Diagram
from course.playground.training import Snapshot

# All in inches; boxes are (left, bottom, width, height). The width suits a notebook's column.
WIDTH, HEIGHT = 10.5, 5.2
DPI = 100  # dots per inch
_NETWORK = (0.0, 0.45, 6.3, 4.65)
_PLANE = (7.0, 1.65, 3.1, 3.1)
_LOSSES = (7.0, 0.45, 3.1, 0.7)


class Picture:
    """A figure of one configuration's run, redrawn in place as the run goes on.

    Only what training changes is replaced by `update`, which keeps a frame near a tenth of a
    second. A new configuration needs a new `Picture`.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        # The notebook's own style must not reach into sizes that were chosen for this layout.
        with style.context("default"):
            self.figure = Figure(figsize=(WIDTH, HEIGHT), dpi=DPI)
            self._canvas = FigureCanvasAgg(self.figure)
            self._network = Diagram(self._axes(_NETWORK), _NETWORK[2:], snapshot)
            self._plane = _Plane(self._axes(_PLANE), snapshot)
            self._losses = _Losses(self._axes(_LOSSES))
        self.update(snapshot)

    def update(self, snapshot: Snapshot) -> None:
        """Show another moment of the same run."""
        self._network.update(snapshot)
        self._plane.update(snapshot)
        self._losses.update(snapshot)

    def png(self) -> bytes:
        """Return the figure as it stands, as PNG of 1050 x 520 pixels.

        With a palette it is a third of the size of matplotlib's own, and quicker to write.
        """
        self._canvas.draw()
        pixels = Image.fromarray(np.asarray(self._canvas.buffer_rgba())).convert("RGB")
        pixels = pixels.quantize(palette=palette(), dither=Image.Dither.NONE)
        file = io.BytesIO()
        pixels.save(file, "png", compress_level=1)
        return file.getvalue()

    def _axes(self, box: tuple[float, float, float, float]) -> Axes:
        left, bottom, width, height = box
        return self.figure.add_axes((left / WIDTH, bottom / HEIGHT, width / WIDTH, height / HEIGHT))


class _Plane:
    """The output on the plane, the line where it is undecided, and all points."""

    def __init__(self, ax: Axes, snapshot: Snapshot) -> None:
        self._ax = ax
        ax.set(xlim=(-EXTENT, EXTENT), ylim=(-EXTENT, EXTENT))
        ax.set(xticks=(-5, 0, 5), yticks=(-5, 0, 5))
        ax.tick_params(labelsize=8, length=2, colors=INK)
        ax.set_xlabel("$x_1$", fontsize=9, labelpad=0)
        ax.set_ylabel("$x_2$", fontsize=9, labelpad=0, rotation=0)
        self._image = raster(ax, (-EXTENT, EXTENT, -EXTENT, EXTENT), "bilinear")
        self._image.set_alpha(PALE)
        self._line = None
        self._title = ax.set_title("", loc="left", fontsize=10, pad=18, color=INK)
        for points, filled in ((snapshot.test_points, False), (snapshot.train_points, True)):
            for label in (0, 1):
                _scatter(ax, *points, label, filled)
        ax.legend(
            handles=[_legend_mark(label, filled) for label in (0, 1) for filled in (True, False)],
            labels=["class 0, train", "test", "class 1, train", "test"],
            loc="lower center",
            bbox_to_anchor=(0.47, 0.995),
            ncols=4,
            fontsize=7.5,
            frameon=False,
            handletextpad=0.1,
            columnspacing=0.8,
        )

    def update(self, snapshot: Snapshot) -> None:
        decision = snapshot.decision
        self._image.set_data(2 * decision - 1)
        accuracy = snapshot.score.test_accuracy
        self._title.set_text(f"epoch {snapshot.epoch}: {accuracy:.1%} of the test points are right")
        if self._line is not None:
            self._line.remove()
            self._line = None
        if np.min(decision) < 0.5 < np.max(decision):
            edge = EXTENT * (1 - 1 / len(decision))
            ticks = np.linspace(-edge, edge, len(decision))
            self._line = self._ax.contour(
                ticks, ticks, decision, levels=[0.5], colors=INK, linewidths=1.2, zorder=2
            )


class _Losses:
    """Training and test loss by epoch."""

    def __init__(self, ax: Axes) -> None:
        self._ax = ax
        ax.spines[["top", "right"]].set_visible(False)
        ax.tick_params(labelsize=8, length=2, colors=INK)
        ax.set_xlabel("epoch", fontsize=8.5, labelpad=1, color=INK)
        ax.set_ylabel("loss", fontsize=8.5, color=INK)
        (self._train,) = ax.plot([], [], color=INK, linewidth=1.6)
        (self._test,) = ax.plot([], [], color=COLOURS["vermillion"], linewidth=1.6, linestyle="--")
        self._legend = ax.legend(
            [self._train, self._test],
            ["train", "test"],
            loc="lower right",
            bbox_to_anchor=(1.02, 0.86),
            ncols=2,
            fontsize=8,
            frameon=False,
            handlelength=1.8,
        )

    def update(self, snapshot: Snapshot) -> None:
        epochs = np.arange(snapshot.epoch + 1)
        self._train.set_data(epochs, snapshot.train_losses)
        self._test.set_data(epochs, snapshot.test_losses)
        losses = np.concatenate([snapshot.train_losses, snapshot.test_losses])
        highest = np.max(losses[np.isfinite(losses)], initial=0.1)
        self._ax.set(xlim=(0, max(10, snapshot.epoch)), ylim=(0, 1.08 * highest))
        names = ("train", "test")
        values = (snapshot.score.train_loss, snapshot.score.test_loss)
        for text, name, value in zip(self._legend.get_texts(), names, values, strict=True):
            text.set_text(f"{name} {value:.3f}")


def _scatter(ax: Axes, X: np.ndarray, y: np.ndarray, label: int, filled: bool) -> None:
    colour = CLASS_COLOURS[label]
    ax.scatter(
        *X[y == label].T,
        s=18 if filled else 13,
        marker=CLASS_MARKERS[label],
        facecolors=colour if filled else "white",
        edgecolors="white" if filled else colour,
        linewidths=0.6 if filled else 1.0,
        zorder=4,
    )


def _legend_mark(label: int, filled: bool) -> Line2D:
    colour = CLASS_COLOURS[label]
    return Line2D(
        [],
        [],
        linestyle="none",
        marker=CLASS_MARKERS[label],
        markersize=5,
        markerfacecolor=colour if filled else "white",
        markeredgecolor=colour,
    )
