"""Paths of gradient descent over the contour lines of a function of two variables.

Draws and films paths that somebody else has computed; it never takes a step itself.
"""

import base64
import html
import io

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from PIL import Image

from course.figures.layout import one_axes, set_title
from course.figures.style import COLOURS, GREY, pale, use_style

_POINTS = 161  # grid points along each side
_LEVELS = 14
_FAR = 1e4  # box widths after which a diverging path is cut, before it overflows the renderer
_FRAME_SIZE, _FRAME_DPI = (5.6, 4.2), 100  # inches, dots per inch
_FRAME_COLOURS = 128
_PATH_COLOURS = [COLOURS[name] for name in ("vermillion", "black", "green", "purple", "maroon")]
_GROUND = LinearSegmentedColormap.from_list("ground", [pale(COLOURS["blue"], 0.6), "white"])


def draw_descent(f, paths, box, names=("$x_1$", "$x_2$"), title=None, ax=None):
    """Draw paths over the contour lines of `f`: the darker the ground, the lower it is.

    Each path begins at a ring and ends at a square; every dot between them is one step. Both axes
    have one scale, so that a step against the gradient crosses its contour line at a right angle.

    f : callable, array of shape (2, ...) to array of shape (...), which holds f of each point
    paths : array of shape (steps + 1, 2), or a dict of name to such an array; may be empty
    box : (left, right, bottom, top); what leaves it is cut off
    names : labels of the two axes

    Returns the Axes. Raises ValueError if the box is empty or a path has another shape.
    """
    ax = one_axes(ax, size=(6.4, 4.6))
    draw_ground(ax, f, box)
    draw_paths(ax, paths, box)
    ax.set(xlabel=names[0], ylabel=names[1])
    set_title(ax, title)
    return ax


def animate_descent(f, paths, box, frames=30, title="", words=""):
    """Film paths as they grow, over the ground that `draw_descent` draws.

    f, paths, box : as for `draw_descent`
    frames : number of pictures, at least 2, spread evenly over the steps of the longest path
    title : the title of every picture; "{step}" in it becomes the number of the step
    words : what is to be seen, for readers who cannot see it

    Returns a `Film`, which shows itself as the last value of a cell.
    Raises ValueError as `draw_descent` does, and for fewer than 2 frames.
    """
    if frames < 2:
        raise ValueError(f"a film needs 2 frames or more, not {frames}")
    named = _named(paths)
    last = max(len(path) for path in named.values()) - 1
    use_style()
    figure = Figure(figsize=_FRAME_SIZE, dpi=_FRAME_DPI, layout="constrained")
    canvas = FigureCanvasAgg(figure)
    ax = figure.subplots()
    ax.set(xlabel="$x_1$", ylabel="$x_2$")
    draw_ground(ax, f, box)
    pictures = []
    for step in np.linspace(0, last, frames).round().astype(int):
        drawn = draw_paths(ax, {name: path[: step + 1] for name, path in named.items()}, box)
        set_title(ax, title.replace("{step}", str(step)))
        pictures.append(_png(canvas))
        for artist in drawn:
            artist.remove()
    return Film(pictures, words)


class Film:
    """Pictures that play in a notebook with a button and a slider; headless, the last of them.

    frames : list of PNG files as bytes
    words : the same for readers who cannot see it

    The pictures travel inside the cell's output and nothing is fetched. Where a notebook is not
    trusted, JupyterLab takes the controls out and leaves the last picture.
    """

    def __init__(self, frames, words=""):
        self.frames = list(frames)
        self.words = words

    def __repr__(self):
        return f"Film of {len(self.frames)} frames" + (f": {self.words}" if self.words else "")

    def _repr_mimebundle_(self, include=None, exclude=None):
        bundle = {
            "text/plain": repr(self),
            "text/html": self._player(),
            "image/png": _base64(self.frames[-1]),
        }
        return bundle, {"image/png": {"alt": self.words}}

    def _player(self):
        return _PLAYER.format(
            show=_SHOW,
            play=_PLAY,
            still=_base64(self.frames[-1]),
            words=html.escape(self.words),
            frames=" ".join(map(_base64, self.frames)),
            last=len(self.frames) - 1,
        )


def draw_ground(ax, f, box):
    """Draw the contour lines of `f` inside `box`, and keep `ax` to it."""
    left, right, bottom, top = (float(edge) for edge in box)
    if not (left < right and bottom < top):
        raise ValueError(f"box must be (left, right, bottom, top), not {tuple(box)}")
    x, y = np.linspace(left, right, _POINTS), np.linspace(bottom, top, _POINTS)
    heights = np.asarray(f(np.stack(np.meshgrid(x, y))), dtype=float)
    if heights.shape != (_POINTS, _POINTS):
        raise ValueError("f must take an array of shape (2, ...) and return one of shape (...)")
    # Levels lie closer together near the bottom, where a path spends most of its steps.
    low, high = heights.min(), heights.max()
    levels = low + max(high - low, 1e-12) * np.linspace(0, 1, _LEVELS) ** 2
    ax.contourf(x, y, heights, levels=levels, cmap=_GROUND)
    ax.contour(x, y, heights, levels=levels, colors=[GREY], linewidths=0.6, linestyles="solid")
    ax.set(xlim=(left, right), ylim=(bottom, top), aspect="equal")


def draw_paths(ax, paths, box):
    """Draw paths on `ax`, with a legend where they have names. Returns the artists."""
    artists = []
    for number, (name, path) in enumerate(_named(paths).items()):
        path = _within_reach(path, box)
        colour = _PATH_COLOURS[number % len(_PATH_COLOURS)]
        artists += ax.plot(*path.T, "o-", color=colour, linewidth=1.5, markersize=3.2, label=name)
        look = {"markersize": 9, "markeredgewidth": 1.8, "zorder": 3}
        artists += ax.plot(*path[0], "o", mfc="white", mec=colour, **look)
        artists += ax.plot(*path[-1], "s", mfc=colour, mec="white", **{**look, "zorder": 4})
    lines = [artist for artist in artists if not artist.get_label().startswith("_")]
    if lines and lines[0].get_label():
        look = {"frameon": True, "framealpha": 0.85, "edgecolor": "none", "borderpad": 0.3}
        artists.append(ax.legend(handles=lines, loc="upper right", **look))
    return artists


def _named(paths):
    """The paths by name, checked; a lone array gets the name ''."""
    named = paths if isinstance(paths, dict) else {"": paths} if len(paths) else {}
    checked = {name: np.asarray(path, dtype=float) for name, path in named.items()}
    for name, path in checked.items():
        if path.ndim != 2 or path.shape[1] != 2 or not len(path):
            which = f"path {name!r}" if name else "the path"
            raise ValueError(f"{which} must have shape (steps + 1, 2), not {path.shape}")
    return checked


def _within_reach(path, box):
    """The path up to its first point that is absurdly far away, infinite or NaN."""
    reach = _FAR * max(box[1] - box[0], box[3] - box[2])
    lost = np.flatnonzero(~(np.abs(path) < reach).all(axis=1))
    return path[: max(lost[0], 1)] if len(lost) else path


def _png(canvas):
    """The canvas as PNG with few colours, which is a third of matplotlib's own size."""
    canvas.draw()
    picture = Image.fromarray(np.asarray(canvas.buffer_rgba())).convert("RGB")
    file = io.BytesIO()
    picture.quantize(_FRAME_COLOURS, dither=Image.Dither.NONE).save(file, "png", optimize=True)
    return file.getvalue()


def _base64(png):
    return base64.b64encode(png).decode("ascii")


# Handlers stand in the elements themselves: no script to be run first, and no id to be unique.
_SHOW = (
    "const film = this.closest('figure').querySelector('img');"
    "film.src = 'data:image/png;base64,' + film.dataset.frames.split(' ')[this.value];"
)
_PLAY = (
    "const film = this.closest('figure'), slider = film.querySelector('input'), button = this;"
    "const stop = () => { clearInterval(film.timer); film.timer = 0;"
    " button.textContent = 'Play'; };"
    "if (film.timer) { stop(); return; }"
    "if (slider.value === slider.max) { slider.value = 0; slider.oninput(); }"
    "button.textContent = 'Pause';"
    "film.timer = setInterval(() => {"
    " if (!film.isConnected || slider.value === slider.max) { stop(); return; }"
    " slider.stepUp(); slider.oninput(); }, 150);"
)
_PLAYER = """<figure style="margin: 0">
<img src="data:image/png;base64,{still}" alt="{words}" data-frames="{frames}">
<div><button type="button" onclick="{play}">Play</button>
<input type="range" min="0" max="{last}" value="{last}" aria-label="frame" oninput="{show}"></div>
</figure>"""
