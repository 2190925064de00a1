"""Gradient descent on four landscapes, to be steered by hand; it trains no network.

Where somebody is there, a cell shows sliders and a live picture. Where nobody is (nbclient,
nbconvert, a script), it shows the picture alone and no widget exists, as with the `Playground`.
"""

from __future__ import annotations

import base64
import io
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Any

import ipywidgets as widgets
import numpy as np
from IPython.display import display
from matplotlib import rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from course.figures.audience import somebody_is_there
from course.figures.descent import draw_ground, draw_paths
from course.figures.style import COLOURS, use_style

MAX_STEPS = 300
LEARNING_RATES = (0.001, 3.0)  # the ends of the slider
LOWEST_GAP, HIGHEST_GAP = 1e-12, 1e12  # heights that the right-hand picture still tells apart


@dataclass(frozen=True)
class Landscape:
    """A function of two variables, with its gradient and a view of it.

    Attributes
    ----------
    f : callable
        Array of shape (2, ...) to array of shape (...).
    gradient : callable
        Array of shape (2, ...) to array of the same shape, float64.
    box : tuple
        (left, right, bottom, top) of the view.
    start : tuple
        A point from which the descent has something to show.
    lowest : float
        The least value of f.
    """

    f: Callable[[np.ndarray], Any]
    gradient: Callable[[np.ndarray], np.ndarray]
    box: tuple[float, float, float, float]
    start: tuple[float, float]
    lowest: float


def _bowl(x):
    return (x[0] ** 2 + x[1] ** 2) / 2


def _bowl_gradient(x):
    return np.array([x[0], x[1]], dtype=float)


def _ravine(x):
    return (x[0] ** 2 + 20 * x[1] ** 2) / 2


def _ravine_gradient(x):
    return np.array([x[0], 20 * x[1]], dtype=float)


def _saddle(x):
    return x[0] ** 2 / 2 - x[1] ** 2 / 2 + x[1] ** 4 / 4


def _saddle_gradient(x):
    return np.array([x[0], x[1] ** 3 - x[1]], dtype=float)


def _valleys(x):
    return x[0] ** 4 / 4 - x[0] ** 2 / 2 + 0.1 * x[0] + x[1] ** 2 / 2


def _valleys_gradient(x):
    return np.array([x[0] ** 3 - x[0] + 0.1, x[1]], dtype=float)


def _least_of_valleys() -> float:
    """f where x1 ** 3 - x1 + 0.1 is 0 on the left: the deeper of the two valleys."""
    return float(_valleys(np.array([np.roots([1, 0, -1, 0.1]).real.min(), 0.0])))


LANDSCAPES = {
    "bowl": Landscape(_bowl, _bowl_gradient, (-3, 3, -2, 2), (-2.5, 1.5), 0.0),
    "ravine": Landscape(_ravine, _ravine_gradient, (-3, 3, -2, 2), (-2.5, 1.0), 0.0),
    "saddle": Landscape(_saddle, _saddle_gradient, (-2, 2, -1.6, 1.6), (1.5, 0.001), -0.25),
    "two valleys": Landscape(
        _valleys, _valleys_gradient, (-2, 2, -1.4, 1.4), (1.8, 1.0), _least_of_valleys()
    ),
}


@dataclass(frozen=True)
class DescentSettings:
    """One descent: where, from where, and how. A `start` of None is the landscape's own.

    Raises
    ------
    ValueError
        A value is not allowed; the text names it.
    """

    landscape: str = "ravine"
    learning_rate: float = 0.05
    momentum: float = 0.0
    start: tuple[float, float] | None = None
    steps: int = 50

    def __post_init__(self) -> None:
        if self.landscape not in LANDSCAPES:
            known = ", ".join(LANDSCAPES)
            raise ValueError(f"landscape must be one of {known}, not {self.landscape!r}")
        if not (math.isfinite(self.learning_rate) and self.learning_rate > 0):
            raise ValueError(f"learning_rate must be above 0, not {self.learning_rate!r}")
        if not 0 <= self.momentum < 1:
            raise ValueError(f"momentum must be at least 0 and below 1, not {self.momentum!r}")
        if not (isinstance(self.steps, int) and 1 <= self.steps <= MAX_STEPS):
            raise ValueError(f"steps must be a whole number from 1 to {MAX_STEPS}")
        start = LANDSCAPES[self.landscape].start if self.start is None else tuple(self.start)
        if len(start) != 2 or not all(math.isfinite(part) for part in start):
            raise ValueError(f"start must be two numbers, not {self.start!r}")
        object.__setattr__(self, "start", (float(start[0]), float(start[1])))


class DescentExplorer:
    """Choose a landscape, a start, a learning rate and a momentum, and see the path at once.

    `show()` displays it; so does a `DescentExplorer` as the last value of a cell. What the sliders
    do can be done from Python by `change`.

    Args:
        landscape: one of "bowl", "ravine", "saddle", "two valleys".
        learning_rate: above 0.
        momentum: at least 0 and below 1; 0 is plain gradient descent.
        start: two numbers; by default a point that belongs to the landscape.
        steps: 1 to 300.

    Raises:
        ValueError: a value is not allowed.

    Example:
        >>> explorer = DescentExplorer("saddle", learning_rate=0.1).show()
        >>> explorer.change(momentum=0.9)
        >>> explorer.path[-1]  # where the descent has come to
    """

    def __init__(
        self,
        landscape: str = "ravine",
        learning_rate: float = 0.05,
        momentum: float = 0.0,
        start: Sequence[float] | None = None,
        steps: int = 50,
    ) -> None:
        self._settings = DescentSettings(landscape, learning_rate, momentum, start, steps)
        self._controls: _Controls | None = None
        self._picture: _Picture | None = None

    @property
    def settings(self) -> DescentSettings:
        """The settings as they stand now."""
        return self._settings

    @property
    def path(self) -> np.ndarray:
        """The points of the descent, shape (steps + 1, 2); infinite or NaN where it diverged."""
        return _path(self._settings)

    @property
    def summary(self) -> str:
        """How the descent ends, in words."""
        place, point = LANDSCAPES[self._settings.landscape], self.path[-1]
        with np.errstate(all="ignore"):
            gap = place.f(point) - place.lowest
        steps = f"after {self._settings.steps} step" + "s" * (self._settings.steps > 1)
        if not gap < HIGHEST_GAP:
            return f"{steps}: diverged"
        rounded = [round(float(part), 3) + 0.0 for part in point]  # + 0.0: no minus before 0.000
        where = ", ".join(f"{part:.3f}".replace("-", "\N{MINUS SIGN}") for part in rounded)
        return (
            f"{steps}: at ({where}), "
            f"{gap:.2g} above the lowest point of the {self._settings.landscape}"
        )

    @property
    def controls(self) -> _Controls:
        """The live part, made when it is first asked for."""
        if self._controls is None:
            self._controls = _Controls(self)
            self._redraw()
        return self._controls

    def show(self) -> DescentExplorer:
        """Display the explorer. In a run that nobody watches, what fails fails the cell."""
        # As plain dicts, because IPython prints errors of `_repr_mimebundle_` and carries on.
        bundle, metadata = self._repr_mimebundle_()
        display(bundle, metadata=metadata, raw=True)
        return self

    def change(self, **settings: Any) -> None:
        """Descend anew with some settings changed; a new landscape brings its own start.

        Raises:
            ValueError: a value is not allowed, and the explorer stays as it was.
            TypeError: there is no setting of that name.
        """
        if settings.get("landscape", self._settings.landscape) != self._settings.landscape:
            settings = {"start": None, **settings}
        self._settings = replace(self._settings, **settings)
        if self._controls is not None:
            self._controls.show_settings(self._settings)
            self._redraw()

    def still(self) -> tuple[bytes, str]:
        """Return the picture as PNG, and the same in words for readers who cannot see it."""
        if self._picture is None or self._picture.landscape != self._settings.landscape:
            self._picture = _Picture(self._settings.landscape)
        return self._picture.png(self.path, self._words()), repr(self)

    def __repr__(self) -> str:
        return f"DescentExplorer, {self._words()}, {self.summary}"

    def _words(self) -> str:
        s = self._settings
        return f"{s.landscape}, learning rate {s.learning_rate:.3g}, momentum {s.momentum:.2g}"

    def _redraw(self) -> None:
        self._controls.show_frame(self.still()[0], self.summary)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> tuple[dict, dict]:
        """A still for every front end that shows no widgets, and the widget where it can live."""
        png, words = self.still()
        bundle = {"text/plain": words, "image/png": base64.b64encode(png).decode("ascii")}
        if somebody_is_there():
            bundle = {**self.controls.widget._repr_mimebundle_(), **bundle}
        return bundle, {"image/png": {"alt": words}}


def _path(settings: DescentSettings) -> np.ndarray:
    """The points of the descent; from where numbers overflow on, infinite or NaN."""
    gradient = LANDSCAPES[settings.landscape].gradient
    points = np.empty((settings.steps + 1, 2))
    points[0] = settings.start
    velocity = np.zeros(2)
    with np.errstate(all="ignore"):
        for k in range(settings.steps):
            slope = gradient(points[k])
            velocity = settings.momentum * velocity - settings.learning_rate * slope
            points[k + 1] = points[k] + velocity
    return points


class _Picture:
    """The path over the contour lines and, beside it, its height at every step."""

    def __init__(self, landscape: str) -> None:
        self.landscape = landscape
        self._place = LANDSCAPES[landscape]
        self._drawn: list = []
        with rc_context():
            use_style()
            # Fixed places: a layout that follows the labels would jump as a slider moves.
            figure = Figure(figsize=(10, 3.9), dpi=100, layout="none")
            self._canvas = FigureCanvasAgg(figure)
            self._plane = figure.add_axes((0.075, 0.13, 0.5, 0.78), anchor="W")
            self._heights = figure.add_axes((0.66, 0.13, 0.33, 0.78))
            draw_ground(self._plane, self._place.f, self._place.box)
            self._plane.set(xlabel="$x_1$", ylabel="$x_2$")
            self._heights.set(xlabel="step", ylabel="height above the lowest point", yscale="log")

    def png(self, path: np.ndarray, title: str) -> bytes:
        """Draw this path in place of the last one."""
        for artist in self._drawn:
            artist.remove()
        with rc_context(), np.errstate(all="ignore"):
            use_style()
            self._drawn = draw_paths(self._plane, path, self._place.box)
            gap = self._place.f(path.T) - self._place.lowest
            gap = np.where(np.isnan(gap), HIGHEST_GAP, np.clip(gap, LOWEST_GAP, HIGHEST_GAP))
            self._drawn += self._heights.plot(gap, color=COLOURS["vermillion"])
            self._heights.set(xlim=(0, len(path) - 1), ylim=_limits(gap))
            self._plane.set_title(title)
            self._heights.set_title(_finding(gap))
            file = io.BytesIO()
            self._canvas.print_png(file)
        return file.getvalue()


def _finding(gap: np.ndarray) -> str:
    if gap[-1] >= HIGHEST_GAP:
        return "The path diverges"
    return f"After {len(gap) - 1} steps: {gap[-1]:.2g}"


def _limits(gap: np.ndarray) -> tuple[float, float]:
    """Limits that hold all heights, with some air, so that a level curve is not an edge."""
    return gap.min() / 3, gap.max() * 3


class _Controls:
    """The sliders, the picture and a line of words."""

    def __init__(self, explorer: DescentExplorer) -> None:
        self._explorer = explorer
        self._syncing = False
        self.choices: dict[str, Any] = {
            "landscape": widgets.Dropdown(
                options=list(LANDSCAPES), description="landscape", **_sized("220px")
            ),
            "learning_rate": widgets.FloatLogSlider(
                min=math.log10(LEARNING_RATES[0]),
                max=math.log10(LEARNING_RATES[1]),
                step=0.01,
                readout_format=".3g",
                description="learning rate",
                **_sized("340px"),
            ),
            "momentum": widgets.FloatSlider(
                min=0, max=0.99, step=0.01, description="momentum", **_sized("300px")
            ),
            "x1": widgets.FloatSlider(step=0.001, description="start x1", **_sized("300px")),
            "x2": widgets.FloatSlider(step=0.001, description="start x2", **_sized("300px")),
            "steps": widgets.IntSlider(
                min=1, max=MAX_STEPS, description="steps", **_sized("300px")
            ),
        }
        for slider in (self.choices["x1"], self.choices["x2"]):
            slider.readout_format = ".3f"
        self._image = widgets.Image(format="png", layout=widgets.Layout(width="100%"))
        self._status = widgets.HTML()
        wrap = widgets.Layout(flex_flow="row wrap", align_items="center")
        self.widget = widgets.VBox(
            [widgets.HBox(list(self.choices.values()), layout=wrap), self._status, self._image],
            layout=widgets.Layout(max_width="1000px"),
        )
        self.show_settings(explorer.settings)
        for choice in self.choices.values():
            choice.observe(self._changed, "value")

    def show_settings(self, settings: DescentSettings) -> None:
        """Set every choice to the settings, without acting on it."""
        self._syncing = True
        try:
            left, right, bottom, top = LANDSCAPES[settings.landscape].box
            _move(self.choices["x1"], left, right, settings.start[0])
            _move(self.choices["x2"], bottom, top, settings.start[1])
            for name in ("landscape", "learning_rate", "momentum", "steps"):
                self.choices[name].value = getattr(settings, name)
        finally:
            self._syncing = False

    def show_frame(self, png: bytes, words: str) -> None:
        self._image.value = png
        self._status.value = escape(words)

    def _changed(self, change: Any) -> None:
        """Hand on what the reader chose; what fails is shown above the picture and raised."""
        if self._syncing:
            return
        name = next(name for name, choice in self.choices.items() if choice is change["owner"])
        value = change["new"]
        if name in ("x1", "x2"):
            name, value = "start", (self.choices["x1"].value, self.choices["x2"].value)
        try:
            self._explorer.change(**{name: value})
        except Exception as error:
            self._status.value = escape(f"Stopped: {error}")
            raise


def _move(slider: widgets.FloatSlider, low: float, high: float, value: float) -> None:
    """Give a slider new ends and a value; it refuses a minimum above its maximum meanwhile."""
    slider.min, slider.max = -math.inf, math.inf
    slider.value = value
    slider.min, slider.max = min(low, value), max(high, value)


def _sized(width: str) -> dict[str, Any]:
    return {
        "layout": widgets.Layout(width=width, margin="2px 12px 2px 0"),
        "style": {"description_width": "auto"},
    }
